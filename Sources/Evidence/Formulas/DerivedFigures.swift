import Diagnostics
import Foundation
import Tables

/// Computes derived figures in the order in which they depend on each other.
struct DerivedFigures {
  private var figures: [Figure]
  private var fields: [Table.Field?]
  /// The columns that each row fills in.
  private var given: [Set<FigureColumn>]
  private var qualifierPlaces: [SourceLocation?]
  /// Every id of the file, of rows with mistakes too.
  private var known: Set<String>
  private var names: [String]

  /// Derived values keep so many digits: two fewer than the arithmetic's, so that its last digits' noise is gone
  /// (2 ÷ 3 × 3 is 2), and far more than are shown.
  static let storedDigits = 30

  init(_ rows: [FigureRow], known: Set<String>, names: [String]) {
    figures = rows.map(\.figure)
    fields = rows.map(\.formula)
    given = rows.map(\.given)
    qualifierPlaces = rows.map(\.qualifierPlace)
    self.known = known
    self.names = names
  }

  /// The figures with their values; those whose formula is wrong, or rests on what could not be read, are left out, and
  /// the log says what is wrong.
  func computed(log: inout DiagnosticLog) -> [Figure] {
    var figures = figures
    let formulas = parsed(log: &log)
    let positions = Dictionary(
      figures.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var isDone = figures.indices.map { figures[$0].status != .derived }
    // How many figures each formula still waits for, and which formulas wait for each figure.
    var missing = figures.indices.map { _ in 0 }
    var waiters: [[Int]] = figures.indices.map { _ in [] }
    for (index, formula) in formulas.enumerated() {
      for figure in formula?.figures ?? [] {
        let position = positions[figure.id]
        if let position, isDone[position] { continue }
        missing[index] += 1
        if let position { waiters[position].append(index) }
      }
    }
    var isWaiting = formulas.map { $0 != nil }
    var ready = figures.indices.filter { isWaiting[$0] && missing[$0] == 0 }
    while !ready.isEmpty {
      var next: [Int] = []
      for index in ready {
        isWaiting[index] = false
        guard let formula = formulas[index] else { continue }
        do throws(Formula.Problem) {
          if let base = formula.namedFigure.flatMap({ positions[$0] }) {
            figures[index] = named(figures[index], figures[base], given[index])
          }
          let (result, claim) = try Self.evaluated(formula, figures, formulas, positions)
          figures[index] = try computed(figures[index], formula, result)
          figures[index].qualifier = qualifier(of: index, figures[index], formula, claim, log: &log)
          isDone[index] = true
          for waiter in waiters[index] {
            missing[waiter] -= 1
            if missing[waiter] == 0 { next.append(waiter) }
          }
        } catch {
          report(error, of: index, log: &log)
        }
      }
      ready = next.sorted()
    }
    reportCycles(among: figures.indices.filter { isWaiting[$0] }, formulas, positions, log: &log)
    return figures.indices.filter { isDone[$0] }.map { figures[$0] }
  }

  /// In a function of its own, so that no copy of the figures is alive while one of them is changed.
  private static func evaluated(
    _ formula: Formula, _ figures: [Figure], _ formulas: [Formula?], _ positions: [String: Int]
  ) throws(Formula.Problem) -> (Quantity, Claim) {
    try ClaimsOfFormula(figures: figures, formulas: formulas, positions: positions).evaluated(formula)
  }

  /// A formula that is nothing but an id makes the figure another name of that one: what its row leaves open is as
  /// there.
  private func named(_ figure: Figure, _ base: Figure, _ given: Set<FigureColumn>) -> Figure {
    var figure = figure
    figure.status = base.status
    if !given.contains(.unit) { figure.unit = base.unit }
    if !given.contains(.period) { figure.period = base.period }
    if !given.contains(.qualifier) { figure.qualifier = base.qualifier }
    if !given.contains(.reporter) { figure.reporter = base.reporter }
    if !given.contains(.source) { figure.sources = base.sources }
    return figure
  }

  /// What the row says, or else what follows from the formula's figures. Where the two don't agree, or nothing
  /// follows, that is a warning.
  private func qualifier(
    of index: Int, _ figure: Figure, _ formula: Formula, _ claim: Claim, log: inout DiagnosticLog
  ) -> Qualifier {
    let isStated = given[index].contains(.qualifier)
    let stated = figure.qualifier
    if claim.isKnown, !isStated || claim.bearsOut(stated) { return isStated ? stated : claim.qualifier }
    if claim.isKnown {
      log.warning(
        "figure '\(figure.id)' is \(stated.rawValue), but \(claim.qualifier.rawValue) follows from its formula",
        at: qualifierPlaces[index],
        advice: "write \(claim.qualifier.rawValue), or leave the qualifier empty and it follows by itself")
    } else {
      log.warning(
        "figure '\(figure.id)': how large it is can't be known from '\(figure.formula ?? "")', since some of its "
          + "figures are only bounds: it may be more or less, and have the other sign",
        at: qualifierPlaces[index],
        advice: "state the figures themselves and not what follows from them, or give it a value and a source"
      )
    }
    return isStated ? stated : claim.qualifier
  }

  private func computed(_ figure: Figure, _ formula: Formula, _ result: Quantity) throws(Formula.Problem)
    -> Figure
  {
    guard let value = result.value(in: figure.unit) else {
      throw Formula.Problem(
        offset: 0, message: "the formula gives \(result.unitText), but the unit is \(figure.unit.name)",
        advice: Self.advice(for: figure.unit, result))
    }
    var figure = figure
    // From 4% to 6% is no 2%.
    if figure.unit.isPercent, formula.isDifference { figure.unit = .percentagePoints }
    figure.value = value.rounded(significantDigits: Self.storedDigits)
    figure.precision =
      formula.namedFigure != nil && result.unitText == figure.unit.name
      ? result.precision
      : result.isExact || result.significantDigits == .max
        ? nil : .significantDigits(result.significantDigits)
    return figure
  }

  private static func advice(for unit: Unit, _ result: Quantity) -> String {
    if unit.isPercent, result.dimension.isPlain { return "write share(a, b), change(a, b) or … * 100%" }
    return "correct the unit or the formula"
  }

  /// Each derived figure's formula, `nil` where it is wrong.
  private func parsed(log: inout DiagnosticLog) -> [Formula?] {
    figures.indices.map { index -> Formula? in
      guard let field = fields[index] else { return nil }
      do throws(Formula.Problem) {
        let formula = try Formula(field.text)
        let unknown = formula.figures.filter { !known.contains($0.id) }
        for (id, offset) in unknown {
          report(
            Formula.Problem(offset: offset, message: "unknown figure '\(id)'", advice: advice(id)), of: index,
            log: &log)
        }
        return unknown.isEmpty ? formula : nil
      } catch {
        report(error, of: index, log: &log)
        return nil
      }
    }
  }

  /// "a-b" may be meant as "a - b".
  private func advice(_ id: String) -> String {
    for hyphen in id.indices where id[hyphen] == "-" {
      let (left, right) = (String(id[..<hyphen]), String(id[id.index(after: hyphen)...]))
      if known.contains(left), known.contains(right) {
        return "a minus has spaces around it: \(left) - \(right)"
      }
    }
    return adviceForUnknown(id, among: names)
  }

  private func report(_ problem: Formula.Problem, of index: Int, log: inout DiagnosticLog) {
    log.error(
      "figure '\(figures[index].id)': \(problem.message)", at: fields[index]?.location(at: problem.offset),
      advice: problem.advice)
  }

  /// Of what could not be computed, some figures depend on themselves; the others only on those or on mistakes
  /// reported already.
  private func reportCycles(
    among waiting: [Int], _ formulas: [Formula?], _ positions: [String: Int], log: inout DiagnosticLog
  ) {
    let left = Set(waiting)
    var seen: Set<Int> = []
    for start in waiting where !seen.contains(start) {
      var path: [Int] = []
      var next: Int? = start
      while let index = next, seen.insert(index).inserted {
        path.append(index)
        next = formulas[index]?.figures.lazy.compactMap { positions[$0.id] }.first(where: left.contains)
      }
      guard let end = next, let first = path.firstIndex(of: end) else { continue }
      let cycle = path[first...]
      let round = (cycle.map { figures[$0].id } + [figures[end].id]).joined(separator: " → ")
      log.error(
        "figure '\(figures[end].id)' depends on itself: \(round)", at: fields[end]?.location,
        advice: "give one of them a value and a source")
    }
  }
}
