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
  /// Lets the multiples of a row that is higher than a page go over several pages from now on.
  /// - Returns: whether they do so for the first time, or with fewer panels on each than before: then pages are to be
  ///   made again.
  func divide(_ row: ExhibitRow, room: Double) -> Bool {
    var isNew = false
    for exhibit in row.exhibits {
      guard let chart = chart(exhibit), case .multiples(let panels) = chart.kind else { continue }
      let fitting = partsThatFit(chart, width: row.column, height: room - row.around)
      guard fitting > 0, fitting < panels.count, fitting < mostPanels[exhibit.location] ?? .max else {
        continue
      }
      mostPanels[exhibit.location] = fitting
      isNew = true
    }
    return isNew
  }

  /// The exhibit, or what stands of it on each page, with as many panels on each as on the others.
  func pieces(of exhibit: Exhibit) -> [Exhibit] {
    guard let most = mostPanels[exhibit.location], let chart = chart(exhibit),
      case .multiples(let panels) = chart.kind, panels.count > most
    else { return [exhibit] }
    let pages = (panels.count + most - 1) / most
    let charts = chart.divided(by: (panels.count + pages - 1) / pages)
    return charts.enumerated().map { index, chart in
      var piece = exhibit
      piece.content = .chart(chart)
      if index > 0 { piece.title?.pieces.append(Inline(" (\(layout.word(.continued)))")) }
      // Said once, at the end.
      if index < charts.count - 1 { piece.note = nil }
      return piece
    }
  }

  /// Whether it stands on a page of its own.
  func isPiece(_ exhibit: Exhibit) -> Bool { chart(exhibit).map { !$0.peers.isEmpty } ?? false }

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
