import Diagnostics
import Evidence
import Foundation

/// Mistakes of pyramids: what has no side, or no length.
extension ChartCheck {
  mutating func checkSides() {
    if chart.series.count != 2 {
      log.error(
        "a pyramid has two sides, not \(chart.series.count)",
        at: places.first(of: .series, .split, .figures),
        advice: "list two 'series', or say by what the figures are divided, such as 'split: reporter'")
    }
    checkRowNames()
    for figure in figures where figure.value < 0 {
      log.error(
        "'\(figure.id)' is negative, and each side of a pyramid measures from the middle outwards",
        at: place(figure), advice: "show the figures as grouped bars")
    }
    for row in chart.rows {
      guard let first = row.cells.first?.figure,
        let other = row.cells.map(\.figure).first(where: { $0.period != first.period })
      else { continue }
      log.error(
        "'\(first.id)' and '\(other.id)' are the two sides of '\(row.name)' at different times",
        at: place(other),
        advice: "name figures of one period, or leave one out")
    }
  }
}
