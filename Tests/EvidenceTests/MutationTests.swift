import Diagnostics
import Foundation
import Tables
import TestSupport
import Testing

@testable import Evidence

/// A typed claim as the shipped pack once had it, and by hand when figures contradict it; `nil` where they don't tell.
private struct Statement: Sendable {
  var phrase: String
  var typed: Typed
  var isContradicted: @Sendable (FigureTable) -> Bool?
}

private func amount(_ id: String, _ figures: FigureTable) -> Decimal? {
  figures[id].map { $0.value * $0.unit.scale.factor }
}

/// Whether one is at least the other; `nil` for other units.
private func isAtLeast(_ a: String, _ b: String, _ figures: FigureTable) -> Bool? {
  guard let one = figures[a], let two = figures[b], one.unit.kind == two.unit.kind else { return nil }
  return one.value * one.unit.scale.factor >= two.value * two.unit.scale.factor
}

private func isTarget(_ id: String, _ figures: FigureTable) -> Bool {
  figures[id].map { figures.original(of: $0).status == .target } ?? false
}

private func fell(_ figures: FigureTable) -> Bool? {
  guard let now = figures["turnover-2018-9m"], let before = figures["turnover-2017-9m"],
    now.unit.kind == before.unit.kind, now.period?.months == before.period?.months,
    let a = now.period, let b = before.period, b < a, now.status != .target, before.status != .target,
    now.qualifier == .moreThan || now.qualifier == .exact
  else { return nil }
  return isAtLeast("turnover-2017-9m", "turnover-2018-9m", figures)
}

private func open(_ figures: FigureTable) -> Bool? {
  guard let open = figures["border-open"], open.unit.isPercent, open.status != .target, open.value >= 0,
    open.value <= 100
  else { return nil }
  return 100 - open.value < 90
}

private let change = "{turnover-2018-9m|change from turnover-2017-9m}"
private let statements: [Statement] = [
  Statement(
    phrase: "on the way to",
    typed: Typed(
      text: "Trade reached {lead-trade} in {lead-trade|period short}, on the way to {lead-goal}",
      kind: .statement,
      figures: ["lead-trade", "lead-goal", "agreements-signed", "forum-agreements-value"])
  ) { figures in
    guard isTarget("lead-goal", figures), !isTarget("lead-trade", figures) else { return nil }
    return isAtLeast("lead-trade", "lead-goal", figures)
  },
  Statement(
    phrase: "towards",
    typed: Typed(
      text:
        "Nine months brought {turnover-2018-9m} towards the goal of {turnover-2018} for {turnover-2018|period}",
      kind: .title, figures: ["turnover-2018-9m", "turnover-2017", "turnover-2018", "turnover-2020"])
  ) { figures in
    guard isTarget("turnover-2018", figures), !isTarget("turnover-2018-9m", figures) else { return nil }
    return isAtLeast("turnover-2018-9m", "turnover-2018", figures)
  },
  Statement(
    phrase: "recovered",
    typed: Typed(
      text:
        "**Trade recovered in 2018.** Nine months brought {turnover-2018-9m}, \(change) on the same months."),
    isContradicted: fell),
  Statement(
    phrase: "Nearly all",
    typed: Typed(text: "Nearly all of the common border is agreed", kind: .title, figures: ["border-open"]),
    isContradicted: open),
  Statement(
    phrase: "nearly",
    typed: Typed(
      text: "**A border nearly settled.** Issues remain on sections that make up {border-open} of its length."
    ),
    isContradicted: open),
  Statement(
    phrase: "the time of",
    typed: Typed(
      text: "Trade in nine months of {turnover-2018|period} is \(change) on a year before", kind: .title,
      figures: ["turnover-2017-9m", "turnover-2018-9m"])
  ) { figures in
    guard let year = figures["turnover-2018"]?.period, let months = figures["turnover-2018-9m"]?.period,
      let other = figures["turnover-2017-9m"]?.period
    else { return nil }
    return ![months, other].contains { $0.firstMonth <= year.lastMonth && year.firstMonth <= $0.lastMonth }
  },
]

/// The shipped table, as text.
private let shippedFigures = projectPath("seeds/kazakh-uzbek/figures.csv")

/// Each figure in ten ways: values, what they are, what is claimed of them, when and of what.
private func mutations(of figure: Figure) -> [String] {
  let value = figure.value
  let values = [value * 2, value / 2, value * 105 / 100, value * 95 / 100, value * 20, 0, -value]
  let period = figure.period?.iso ?? ""
  let later = period.replacing("2018", with: "2021").replacing("2017", with: "2020")
  let status = figure.status == .target ? "actual" : "target"
  let others = [
    "\(value),,,,\(status)", "\(value),,,\(figure.qualifier == .about ? "less-than" : "about"),",
    later.isEmpty ? "\(value),,,at-most," : "\(value),,\(later),,",
  ]
  let plain = values.map { "\($0.rounded(decimals: 6)),,,," } + others
  return plain.map { row in
    let isDerived = figure.status == .derived && !row.hasSuffix("target")
    return "\(figure.id),\(row)\(isDerived ? "actual" : ""),https://example.org/n"
  }
}

extension Decimal {
  fileprivate func rounded(decimals: Int) -> Decimal {
    var (value, result) = (self, Decimal())
    NSDecimalRound(&result, &value, decimals, .plain)
    return result
  }
}

@Test func noFigureOfTheShippedPackTurnsATypedStatementFalseUnwarned() throws {
  let own = try Table.open(shippedFigures)
  let base = try FigureTable.read(own).figures
  var (changed, contradicted, warned) = (0, 0, 0)
  for figure in base.figures {
    let rows = mutations(of: figure)
    #expect(rows.count == 10)
    for row in rows {
      let update = try Table.read(
        "id,value,unit,period,qualifier,status,source\n" + row + "\n", file: "u.csv")
      // What can't be, such as a share of nothing, is refused.
      guard let figures = try? FigureTable.read(own, updates: [update]).figures else { continue }
      changed += 1
      let check = ClaimCheck(figures, before: [base], asOf: "2018-11", vocabulary: shippedWords)
      for statement in statements {
        guard let isFalse = statement.isContradicted(figures) else { continue }
        let isWarned = check.doubts(about: [statement.typed.passage]).contains {
          $0.message.lowercased().contains(statement.phrase.lowercased()) && $0.location?.file == "1.md"
        }
        contradicted += isFalse ? 1 : 0
        warned += isFalse && isWarned ? 1 : 0
        #expect(isWarned == isFalse, "\(row): \(statement.typed.text)")
      }
    }
  }
  #expect(changed > 150)
  #expect(contradicted > 15)
  #expect(warned == contradicted)
}
