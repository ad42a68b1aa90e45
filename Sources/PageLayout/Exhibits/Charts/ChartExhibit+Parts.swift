import Briefing
import ChartGrammar
import Charts
import Evidence
import Graphics

/// A chart that is higher than a page, divided between its rows, events or panels.
extension ChartExhibit {
  private func other(_ chart: ChartDescription) -> ChartExhibit {
    ChartExhibit(chart, of: exhibit, in: studio)
  }

  /// How many of its parts, from the first, fit into this height.
  func partsThatFit(width: Double, height: Double) -> Int {
    var (low, high) = (0, chart.parts?.count ?? 0)
    // Mostly all of them do.
    if let least = heights(width: width)?.least, least <= height { return high }
    while low < high {
      let middle = (low + high + 1) / 2
      let least = other(chart.first(middle)).heights(width: width)?.least ?? .infinity
      if least <= height { low = middle } else { high = middle - 1 }
    }
    return low
  }

  func division(width: Double, height: Double) -> Division? {
    guard let parts = chart.parts else { return nil }
    let fitting = partsThatFit(width: width, height: height)
    guard fitting > 0, fitting < parts.count, fitting < studio.divisions[exhibit.location]?.most ?? .max
    else { return nil }
    let air = chart.whole.divided(by: fitting).map { other($0).air(width: width, height: height) }.min()
    return Division(most: fitting, air: air ?? 0)
  }

  var divisionForUntold: Division? { nil }

  /// What each part may have beyond its least height where all are to have the same in this height. None where a part's own
  /// height is a scale, as in panels.
  private func air(width: Double, height: Double) -> Double {
    if case .multiples = chart.kind { return 0 }
    guard let sizes = sizes(width: width), let parts = chart.parts else { return 0 }
    return max(0, min(height, sizes.best.height) - sizes.least.height) / Double(max(1, parts.count))
  }

  func pieces(_ division: Division) -> [Exhibit] {
    // What belongs to no figure or event stands below each.
    let unnamed = Set(exhibit.sources).subtracting(chart.whole.namedSources)
    return chart.divided(by: division.most).map { chart in
      var piece = exhibit
      piece.content = .chart(chart)
      let here = chart.namedSources
      piece.sources = exhibit.sources.filter { here.contains($0) || unnamed.contains($0) }
      return piece
    }
  }

  func tellsThatNoPartFits(width: Double, height: Double) -> String? {
    guard let parts = chart.parts, parts.count > 1, partsThatFit(width: width, height: height) == 0
    else { return nil }
    return ": not one of its \(parts.count) \(parts.name) fits"
  }
}

extension ChartDescription {
  /// Those of what stands here.
  fileprivate var namedSources: Set<Source> {
    Set(shownFigures.flatMap(\.sources) + events.flatMap(\.sources))
  }
}
