import Foundation

/// The shipped table as the oracle reads it: its own parser and its own arithmetic, in binary numbers.
struct FigureModel {
  struct Row: Hashable {
    var id: String
    /// In whole units.
    var value: Double
    /// "USD", "%", "agreements".
    var unit: String
    /// Months since year 0, the first and the last.
    var months: ClosedRange<Int>?
    var qualifier: String
    var status: String
    var source: String

    var isGoal: Bool { status == "target" }
    var isFloor: Bool { ["more-than", "at-least", "more-than-about"].contains(qualifier) }
    var isCeiling: Bool { ["less-than", "at-most", "less-than-about"].contains(qualifier) }
    var years: ClosedRange<Int>? { months.map { ($0.lowerBound / 12)...($0.upperBound / 12) } }
  }

  private(set) var rows: [String: Row] = [:]

  /// - Parameters:
  ///   - table: figures.csv.
  ///   - update: rows of `id,value,unit,period,qualifier,status,formula,source`; what they fill replaces what is there.
  init(_ table: String, update: [String]) {
    var fields: [String: [String]] = [:]
    for line in table.split(separator: "\n").dropFirst() {
      let parts = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      fields[parts[0]] = Array(parts[2...8])
    }
    var isComputed = Set(fields.filter { !$0.value[5].isEmpty }.keys)
    for line in update {
      let parts = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      for (index, part) in parts.dropFirst().enumerated() where !part.isEmpty {
        fields[parts[0]]?[index] = part
      }
      if parts[5] != "derived" { isComputed.remove(parts[0]) }
    }
    for (id, parts) in fields where !isComputed.contains(id) { rows[id] = Self.row(id, parts) }
    // The three formulas of the pack.
    if isComputed.contains("turnover-2017-9m"), let now = rows["turnover-2018-9m"],
      let growth = rows["growth-2018-9m"]
    {
      var row = Self.row("turnover-2017-9m", fields["turnover-2017-9m"] ?? [])
      row.value = now.value / (1 + growth.value / 100)
      row.status = "derived"
      rows[row.id] = row
    }
    for (name, id) in [("lead-trade", "turnover-2018-9m"), ("lead-goal", "turnover-2020")]
    where isComputed.contains(name) {
      rows[name] = rows[id]
    }
  }

  private static func row(_ id: String, _ parts: [String]) -> Row {
    let unit = parts[1].split(separator: " ").map(String.init)
    let scale = unit.last == "bn" ? 1e9 : unit.last == "m" ? 1e6 : 1
    let ends = parts[2].split(separator: "/").map { month(String($0)) }
    return Row(
      id: id, value: (Double(parts[0]) ?? 0) * scale, unit: unit.first ?? "",
      months: ends.first.map { $0.lowerBound...(ends.last ?? $0).upperBound }, qualifier: parts[3],
      status: parts[4], source: parts[6])
  }

  private static func month(_ text: String) -> ClosedRange<Int> {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    if parts.count == 1 { return (parts[0] * 12)...(parts[0] * 12 + 11) }
    return (parts[0] * 12 + parts[1] - 1)...(parts[0] * 12 + parts[1] - 1)
  }

  subscript(id: String) -> Row? { rows[id] }
}
