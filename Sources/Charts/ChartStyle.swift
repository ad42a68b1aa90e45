import Graphics
import Typesetting

/// How charts look: the type and the colours of a layout's theme.
public struct ChartStyle: Hashable, Sendable {
  /// Of the values on bars and parts; their colour is used on paper, `paper` on dark marks.
  public var values: TextStyle
  /// Of ticks, years, categories, status words and the key.
  public var axisLabels: TextStyle
  /// Of the text beside events; dates are set in the same style, heavier.
  public var eventLabels: TextStyle
  public var ink: Color
  public var grey: Color
  public var hairline: Color
  /// Of marks; the tints are for marks that are large or vague.
  public var primary: Color
  public var primaryTint: Color
  public var secondary: Color
  public var secondaryTint: Color
  public var paper: Color

  public init(
    values: TextStyle, axisLabels: TextStyle, eventLabels: TextStyle, ink: Color, grey: Color,
    hairline: Color,
    primary: Color, primaryTint: Color, secondary: Color, secondaryTint: Color, paper: Color = .white
  ) {
    self.values = values
    self.axisLabels = axisLabels
    self.eventLabels = eventLabels
    self.ink = ink
    self.grey = grey
    self.hairline = hairline
    self.primary = primary
    self.primaryTint = primaryTint
    self.secondary = secondary
    self.secondaryTint = secondaryTint
    self.paper = paper
  }

  /// Four colours that stay apart in greyscale and for colour-blind readers, since their lightness differs too.
  public var seriesColors: [Color] {
    [primary, secondary, grey.mixed(with: paper, amount: 0.1), hairline.mixed(with: grey, amount: 0.12)]
  }

  func color(ofSeries index: Int) -> Color { seriesColors[index % seriesColors.count] }

  /// Of marks that recede behind others.
  public var receding: Color { grey.mixed(with: paper, amount: 0.35) }

  /// The pale ground that goes with a colour of marks.
  func tint(of color: Color) -> Color {
    if color == primary { return primaryTint }
    if color == secondary { return secondaryTint }
    return color.mixed(with: paper, amount: 0.8)
  }
}
