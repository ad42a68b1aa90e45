import Briefing
import ChartGrammar
import Diagnostics
import Graphics

/// A block that is higher than its area on a page that has nothing else.
struct Overfull {
  var block: Block
  /// Height of the area, points.
  var room: Double
}

extension ExhibitRow {
  /// Says of the highest of the exhibits that an area of this height can't hold it, and how much of it would fit.
  func problem(room: Double) -> Diagnostic? {
    let heights = plotHeights.map(\.least)
    guard let index = heights.indices.max(by: { heights[$0] < heights[$1] }) else { return nil }
    let exhibit = exhibits[index]
    func millimetres(_ points: Double, _ rule: FloatingPointRoundingRule) -> Int {
      Int((points / Length.pointsPerMillimetre).rounded(rule))
    }
    let layout = studio.layout
    let place = "\(layout.name) (\(layout.paper.rawValue))"
    var message =
      "this exhibit is \(millimetres(least, .up)) mm high at least, and a page of \(place) has \(millimetres(room, .down)) mm"
    var advice = "show it on other layouts with 'on:', or choose a larger paper"
    if let chart = studio.chart(exhibit), let parts = chart.parts {
      let fitting = studio.partsThatFit(chart, width: column, height: room - around)
      message += ": \(fitting) of its \(parts.count) \(parts.name) fit"
      if fitting > 0 { advice = "divide it, with \(fitting) \(parts.name) at most in each; or \(advice)" }
    }
    return Diagnostic(.error, message, at: exhibit.location, advice: advice)
  }
}

extension ExhibitStudio {
  /// How many of a chart's parts, from the first, fit into this height.
  func partsThatFit(_ chart: ChartDescription, width: Double, height: Double) -> Int {
    var (low, high) = (0, chart.parts?.count ?? 0)
    while low < high {
      let middle = (low + high + 1) / 2
      let least = heights(chart.first(middle), width: width)?.least ?? .infinity
      if least <= height { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
