import Diagnostics
import Foundation
import Testing

/// The shipped table, as it is and as texts refer to its figures.
private struct ShippedTable {
  let text: String
  let lines: [[String]]

  init() throws {
    text = try String(contentsOfFile: ShippedPack.path + "/figures.csv", encoding: .utf8)
    lines = text.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// What texts hold a figure against.
  private static let others = [
    "turnover-2012": 3.2, "turnover-2015": 2.5, "turnover-2017": 5, "turnover-2017-9m": 2,
    "turnover-2018-9m": 3,
    "turnover-2018": 2, "turnover-2020": 2, "lead-trade": 5, "lead-goal": 2, "border-open": 100,
    "growth-2018-9m": 100,
  ]

  /// A figure in ten ways, as rows of an update: `id,value,unit,period,qualifier,status,formula,source`.
  func mutations(of line: [String]) -> [String] {
    let original = ["lead-trade": "turnover-2018-9m", "lead-goal": "turnover-2020"][line[0]].flatMap { id in
      lines.first { $0[0] == id }
    }
    let fields = original ?? line
    let (id, unit, period, qualifier) = (line[0], fields[3], fields[4], fields[5])
    let value = Double(fields[2]) ?? 1.43
    // What is computed gets a value of its own, and so all that it had from its formula.
    let own = line[6] == "derived" ? "actual" : ""
    let isCounted = !unit.contains("USD") && unit != "%"
    func row(_ value: Double, period: String? = nil, qualifier: String? = nil, status: String? = nil)
      -> String
    {
      let number = String(format: "%.*f", isCounted ? 0 : 2, value)
      let parts =
        own.isEmpty
        ? [number, "", period ?? "", qualifier ?? "", status ?? ""]
        : [number, unit, period ?? fields[4], qualifier ?? fields[5], status ?? own]
      return ([id] + parts + ["", "https://example.org/n"]).joined(separator: ",")
    }
    let later = period.replacing(/\d{4}/) { String((Int($0.0) ?? 0) + 1) }
    let values = [value * 2, value * 10, 0, value * 1.03, value * 0.6, -value, Self.others[id] ?? value + 1]
    return values.map { row($0) } + [
      row(value, status: fields[6] == "target" ? "actual" : "target"),
      row(value, qualifier: qualifier == "about" ? "at-most" : "about"),
      period.isEmpty ? row(value / 2, qualifier: "less-than") : row(value, period: later),
    ]
  }
}

private struct HeldText: Hashable {
  var text: String
  var place: Diagnostics.SourceLocation
  var rows: [FigureModel.Row?]
}

/// What the oracle finds and nobody warned of at its place; texts that were held against the same figures before are
/// passed over.
private func unwarned(
  _ told: (said: [Said], warnings: [Diagnostic]), _ oracle: PageOracle, seen: inout Set<HeldText>
) -> (found: [String], warned: Int) {
  var (found, warned): ([String], Int) = ([], 0)
  for said in told.said {
    let rows = (said.figures + said.ids + ["growth-2018-9m"]).map { oracle.figures[$0] }
    let held = HeldText(text: said.text, place: said.place, rows: rows)
    if seen.contains(held) { continue }
    let before = found.count + warned
    defer { if found.count + warned == before { seen.insert(held) } }
    for mistake in oracle.contradictions(in: said) {
      let isWarned = told.warnings.contains { warning in
        if warning.location?.file == said.place.file, warning.location?.line == said.place.line {
          return true
        }
        return said.kind == .figure && said.figures.contains { warning.message.contains("'\($0)'") }
      }
      if isWarned { warned += 1 } else { found.append(mistake) }
    }
  }
  return (found, warned)
}

@Test func noFigureOfTheShippedPackTurnsAStatementFalseUnwarned() throws {
  let pack = try ShippedPack()
  let table = try ShippedTable()
  // Figures that no text has together are changed at once.
  let isTrade = { (line: [String]) in line[1].lowercased().contains("trade") }
  let trade = table.lines.filter(isTrade).map(table.mutations)
  let others = table.lines.filter { !isTrade($0) }.map(table.mutations)
  var (changed, refused, warned) = (0, 0, 0)
  var seen: Set<HeldText> = []
  func hold(_ rows: [String]) throws {
    guard let told = try pack.told(with: rows) else {
      // What can't be told, such as a movement from nothing, is an error.
      if rows.count > 1 { return try rows.forEach { try hold([$0]) } }
      refused += 1
      return
    }
    changed += rows.count
    let oracle = PageOracle(figures: FigureModel(table.text, update: rows), now: 2018 * 12 + 10)
    let result = unwarned(told, oracle, seen: &seen)
    warned += result.warned
    #expect(result.found.isEmpty, "\(rows)")
  }
  try hold([])
  for way in 0..<10 {
    for index in 0..<max(trade.count, others.count) {
      try hold([trade, others].compactMap { index < $0.count ? $0[index][way] : nil })
    }
  }
  #expect(changed + refused == 10 * table.lines.count && table.lines.count == 21)
  #expect(changed > 150)
  #expect(warned > 50)
}

/// What an author might have typed, and what makes it false: the oracle finds it, and `check` warns of it.
@Test(arguments: [
  ("{turnover-2018-9m|rose from turnover-2017-9m}", "rose", "growth-2018-9m,-40,,,,,,https://example.org/n"),
  ("{border-open|all but}", "Nearly all of", "border-open,60,,,,,,https://example.org/n"),
  ("{forum-agreements-value}", "62 million dollars", "forum-agreements-value,75,,,,,,https://example.org/n"),
])
func theOracleFindsWhatIsTyped(reference: String, typed: String, row: String) throws {
  let pack = try ShippedPack()
  let table = try ShippedTable()
  // As it stands on the page, whatever the figures are.
  let told = try #require(
    try pack.told(with: [row]) { _, text in text.replacing(reference, with: "⟨\(typed)|\(reference.ids)⟩") })
  let typedIn = told.said.filter { $0.kind == .point && $0.text.contains("⟨\(typed)|") }
  #expect(!typedIn.isEmpty)
  let oracle = PageOracle(figures: FigureModel(table.text, update: [row]), now: 2018 * 12 + 10)
  for said in typedIn { #expect(oracle.contradictions(in: said).contains { $0.hasPrefix("⟨\(typed)|") }) }
  // Without the marks, as an author types it.
  let plain = try #require(try pack.told(with: [row]) { _, text in text.replacing(reference, with: typed) })
  for said in typedIn {
    #expect(
      plain.warnings.contains { $0.location?.file == said.place.file && $0.location?.line == said.place.line }
    )
  }
}

extension String {
  /// The ids of a reference.
  fileprivate var ids: String {
    let parts = dropFirst().dropLast().split(separator: "|")
    let other = parts.count > 1 ? parts[1].split(separator: " from ").dropFirst().map(String.init) : []
    return ([String(parts[0])] + other).joined(separator: ",")
  }
}
