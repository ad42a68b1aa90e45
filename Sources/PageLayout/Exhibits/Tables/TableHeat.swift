import ChartGrammar
import Evidence
import Graphics

/// Tints of a table's cells by their values: the higher, the darker, in few steps that stay apart in greys too. What is less
/// than nothing has a colour of its own. Values of one unit are on one scale.
struct TableHeat {
  /// A cell's ground, and what its number is set in.
  struct Look: Equatable {
    var ground: Color
    var ink: Color
  }

  private struct Scale {
    var least: Double
    var greatest: Double

    /// Whether values on both sides of nothing are compared.
    var hasTwoSides: Bool { least < 0 && greatest > 0 }
  }

  private let scales: [Unit: Scale]
  private let above: [Look]
  private let below: [Look]

  static let steps = 5
  /// Of text on its ground; small type wants more than the 4.5 of WCAG 2.2, 1.4.3.
  static let leastContrast = 5.5
  /// How much of its colour the palest ground has.
  private static let leastAmount = 0.06

  /// `nil` of a table that is not tinted.
  init?(_ table: TableDescription, layout: Layout) {
    guard table.isHeated else { return nil }
    let figures = table.rows.flatMap(\.cells).compactMap { $0 }.filter { !$0.isComputed }.map(\.figure)
    scales = Dictionary(grouping: figures, by: \.unit).mapValues { figures in
      let values = figures.map(\.value.double)
      return Scale(least: values.min() ?? 0, greatest: values.max() ?? 0)
    }
    (above, below) = (Self.looks(of: layout.color(.one), layout), Self.looks(of: layout.color(.two), layout))
  }

  /// Of a figure's cell.
  func look(of figure: Figure) -> Look? {
    guard let scale = scales[figure.unit] else { return nil }
    let value = figure.value.double
    let isBelow = value < 0
    // Beside values on the other side of nothing the distance from there counts.
    let size = value.magnitude
    let sizes = [scale.least.magnitude, scale.greatest.magnitude]
    let least = scale.hasTwoSides ? 0 : sizes.min() ?? 0
    let greatest = sizes.max() ?? 0
    guard greatest > least else { return (isBelow ? below : above).first }
    let share = (size - least) / (greatest - least)
    let step = min(Self.steps - 1, Int(share * Double(Self.steps)))
    return (isBelow ? below : above)[step]
  }

  /// From pale to dark, no darker than its text can be read on.
  private static func looks(of color: Color, _ layout: Layout) -> [Look] {
    let (paper, ink) = (layout.color(.paper), layout.color(.ink))
    func ground(_ amount: Double) -> Color { paper.mixed(with: color, amount: amount) }
    var most = 1.0
    while most > leastAmount, ground(most).contrast(with: ink) < leastContrast { most -= 0.02 }
    return (0..<steps).map { step in
      let amount = leastAmount + (most - leastAmount) * Double(step) / Double(steps - 1)
      return Look(ground: ground(amount), ink: ink)
    }
  }
}
