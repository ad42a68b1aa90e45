import Evidence
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
  /// How many times as large the type of rows, shares, flows and lists is where there is room; 1 is never larger.
  public var enlargement = 1.0
  public var statusWords = StatusWords()
  /// What a logarithmic axis says of itself.
  public var logarithmicWords = "logarithmic scale"
  /// A house's own colours of series and parts, before the six of the engine.
  public var houseColors: [Color] = []
  /// Thickness of lines between figures, points, where a house has its own.
  public var line: Double?
  /// What columns take of their places on the axis, 0 to 1, where a house has its own.
  public var bar: Double?
  /// Whether hairlines lead from an axis's values across the plot.
  public var hasGrid = true

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

  /// A house's, and then those that it didn't take itself of six that stay apart in greyscale and for colour-blind
  /// readers, since their lightness differs too, most between neighbours. The light ones have an `edge(of:)`.
  public var seriesColors: [Color] {
    let usual = [
      primary, secondary, grey.mixed(with: paper, amount: 0.1), ink, hairline.mixed(with: paper, amount: 0.2),
      secondary.mixed(with: primary, amount: 0.25).mixed(with: paper, amount: 0.47),
    ]
    return houseColors + usual.filter { !houseColors.contains($0) }
  }

  /// Of sums that stand beside their parts.
  var total: Color { grey.mixed(with: paper, amount: 0.1) }

  /// Of the hairlines across a plot, where it has them.
  var grid: Stroke { Stroke(hairline, width: 0.5) }

  /// The colour itself, or a darker shade where it stands out too little of the paper: for lines in it, and for the
  /// outlines of areas.
  func edge(of color: Color) -> Color {
    stride(from: 0, to: 1, by: 0.05).lazy.map { color.mixed(with: ink, amount: $0) }
      .first { $0.contrast(with: paper) >= Self.leastContrast } ?? ink
  }

  /// Of what must be seen, after WCAG 2.2, 1.4.11.
  private static let leastContrast = 3.0

  /// In the larger type.
  var enlarged: ChartStyle {
    var style = self
    style.values.size *= enlargement
    style.axisLabels.size *= enlargement
    style.eventLabels.size *= enlargement
    style.enlargement = 1
    return style
  }

  func color(ofSeries index: Int) -> Color { seriesColors[index % seriesColors.count] }

  /// Of marks that recede behind others.
  public var receding: Color { grey.mixed(with: paper, amount: 0.3) }

  /// The pale ground that goes with a colour of marks.
  func tint(of color: Color) -> Color {
    if color == primary { return primaryTint }
    if color == secondary { return secondaryTint }
    return color.mixed(with: paper, amount: 0.8)
  }
}

extension ChartStyle {
  /// Between things in a row, in the language's script.
  var comma: String { Graphics.comma(language: values.language) }

  func comma(after text: String) -> String { Graphics.comma(language: values.language, after: text) }
}
