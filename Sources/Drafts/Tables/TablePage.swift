import Evidence
import Foundation

/// What one label of a table is, at one time or several.
struct TableSeries {
  var label: String
  var unit: String
  /// Who counts, where the table says it; else empty.
  var reporter: String
  /// In the order of time.
  var figures: [Figure]

  /// The latest fact; where there is none the latest of what is aimed at or expected.
  var latest: Figure {
    figures.last { $0.status == .actual || $0.status == .derived } ?? figures[figures.count - 1]
  }

  /// Those of a table, in its order.
  static func all(in figures: [Figure]) -> [TableSeries] {
    struct Subject: Hashable { var label, unit, reporter: String }
    var places: [Subject: Int] = [:]
    var result: [TableSeries] = []
    for figure in figures {
      let subject = Subject(label: figure.label, unit: figure.unit.text, reporter: figure.reporter ?? "")
      if let place = places[subject] {
        result[place].figures.append(figure)
      } else {
        places[subject] = result.count
        result.append(
          TableSeries(
            label: figure.label, unit: figure.unit.text, reporter: subject.reporter, figures: [figure]))
      }
    }
    return result.map { series in
      var sorted = series
      // Of one time those that the table has first.
      let order = series.figures.indices.sorted { one, other in
        let (a, b) = (series.figures[one].period, series.figures[other].period)
        return a == b
          ? one < other
          : (a?.firstMonth ?? -1, a?.lastMonth ?? -1) < (b?.firstMonth ?? -1, b?.lastMonth ?? -1)
      }
      sorted.figures = order.map { series.figures[$0] }
      return sorted
    }
  }
}

/// What of a table stands on one page: subjects in one unit that can be compared, or what stands alone.
struct TablePage {
  var series: [TableSeries]

  /// Panels and rows that a page holds at ease, and figures that stand alone.
  private static let (mostSeries, mostParts, mostRows, mostAlone) = (4, 6, 12, 5)

  /// - Parameter series: of the whole table.
  /// - Returns: pages in the table's order, what stands alone at the end.
  static func all(of series: [TableSeries]) -> [TablePage] {
    struct Kind: Hashable {
      var unit: String
      var isSeries: Bool
      /// Of what has one figure alone.
      var period: Period?
    }
    var order: [Kind] = []
    var kinds: [Kind: [TableSeries]] = [:]
    for one in series {
      let isSeries = Set(one.figures.map(\.period)).count > 1
      let kind = Kind(unit: one.unit, isSeries: isSeries, period: isSeries ? nil : one.figures[0].period)
      if kinds[kind] == nil { order.append(kind) }
      kinds[kind, default: []].append(one)
    }
    var alone: [TableSeries] = []
    var pages: [TablePage] = []
    for kind in order {
      let members = kinds[kind] ?? []
      if members.count == 1, !kind.isSeries {
        alone += members
      } else {
        let isStack = areWhole(members.filter { !$0.figures[0].isTotal })
        pages += parts(of: members, most: kind.isSeries ? isStack ? mostParts : mostSeries : mostRows)
      }
    }
    return pages + parts(of: alone, most: mostAlone)
  }

  /// In as few parts as need be, of nearly one size.
  private static func parts(of series: [TableSeries], most: Int) -> [TablePage] {
    let count = (series.count + most - 1) / most
    return (0..<count).map { part in
      TablePage(series: Array(series[series.count * part / count..<series.count * (part + 1) / count]))
    }
  }

  /// Whether shares make up 100% at each time of any of them.
  static func areWhole(_ parts: [TableSeries]) -> Bool {
    let figures = parts.flatMap(\.figures)
    let times = Dictionary(grouping: figures, by: \.period)
    return times.values.allSatisfy { $0.count == parts.count && isWhole($0) }
  }

  /// Whether shares of one time make up 100%, but for what was lost in rounding.
  static func isWhole(_ figures: [Figure]) -> Bool {
    let sum = figures.reduce(Decimal(0)) { $0 + $1.value }
    return figures.count > 1 && (Decimal(995) / 10...100).contains(sum)
      && figures.allSatisfy { $0.unit.isPercent && $0.value >= 0 && $0.status != .target }
  }

  var figures: [Figure] { series.flatMap(\.figures) }

  /// What all its labels begin with before a comma, and what each adds: "Exports" of "Exports, Norway" and "Exports, Sweden".
  var common: (name: String, parts: [String])? {
    let labels = series.map { $0.label.split(separator: ", ", maxSplits: 1).map(String.init) }
    guard series.count > 1, labels.allSatisfy({ $0.count == 2 && $0[0] == labels[0][0] }),
      Set(labels.map { $0[1] }).count == labels.count, labels.joined().allSatisfy(TableTexts.isPlain)
    else { return nil }
    return (labels[0][0], labels.map { $0[1] })
  }

  /// Its subjects by name: "Exports, Imports, Balance and 3 more", "Exports: Norway, Sweden".
  func names(_ write: (TableSeries) -> String) -> String {
    if let common { return "\(common.name): \(Self.list(common.parts))" }
    var labels: [String] = []
    var seen = Set<String>()
    for one in series where seen.insert(one.label).inserted { labels.append(write(one)) }
    return Self.list(labels)
  }

  private static func list(_ labels: [String]) -> String {
    let shown = labels.reduce(into: [String]()) { shown, label in
      let length = shown.reduce(0) { $0 + $1.count } + label.count
      if shown.isEmpty || shown.count < 3 && length <= 80 { shown.append(label) }
    }
    let rest = labels.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
}
