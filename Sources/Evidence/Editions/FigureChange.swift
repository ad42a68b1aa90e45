import Diagnostics
import Foundation

/// What an update did to one figure.
struct FigureChange {
  /// `nil` for a new figure.
  var was: Figure?
  var now: Figure
  /// The update's own row.
  var cells: FigureCells
  /// Whether the update says where the new claim comes from.
  var hasOwnSource: Bool

  /// Whether the interview said the old value and something else says the new one.
  var isMovedFromTranscript: Bool {
    let isOld = was?.sources.contains(where: \.isInTranscript) ?? false
    return isOld && !(now.sources.contains(where: \.isInTranscript) && hasOwnSource)
  }
}

extension Figure {
  /// Whether both are the same amount, in whatever scale it is written.
  func hasSameValue(as other: Figure) -> Bool {
    unit.kind == other.unit.kind && value * unit.factor == other.value * other.unit.factor
  }

  /// Whether a source that bears out one of them bears out the other: label, note and reporter may differ.
  func claimsSame(as other: Figure) -> Bool {
    hasSameValue(as: other) && period == other.period && qualifier == other.qualifier
      && status == other.status
      && formula == other.formula
  }
}

extension FigureOverlay {
  /// What a person should look at after an update that made the figures of this table.
  func doubts(about table: FigureTable) -> [Diagnostic] {
    sourceless() + keptQualifiers() + changedStates() + reporters() + stated(in: table) + mixed(in: table)
      + fractions() + leaps() + turnedSigns() + samePeriods(in: table)
  }

  /// New values without a source of their own, once for each file.
  private func sourceless() -> [Diagnostic] {
    byFile { !$0.hasOwnSource }.map { first, changes in
      Diagnostic(
        .warning, "no source is named for what is new of \(list(changes.map { "'\($0.now.id)'" }))",
        at: first.cells.place(.source, or: .value),
        advice: "name one in the column 'source'; until then the pack names this file and the row")
    }
  }

  /// "More than" was said of the old value; whoever sends a new one may know it exactly.
  private func keptQualifiers() -> [Diagnostic] {
    byFile { change in
      guard let was = change.was, was.qualifier != .exact, change.now.status != .derived else { return false }
      return change.cells.text(.qualifier).isEmpty && !change.now.hasSameValue(as: was)
    }.map { first, changes in
      let names = changes.map { "'\($0.now.id)' (\($0.now.qualifier.rawValue))" }
      return Diagnostic(
        .warning, "the update says no qualifier, so the pack's stays with the new values: \(list(names))",
        at: first.cells.place(.qualifier, or: .value),
        advice: "write exact, about or what the new source says in the column 'qualifier'")
    }
  }

  /// The changes of a kind, file by file, each with its first.
  private func byFile(_ isOfKind: (FigureChange) -> Bool) -> [(first: FigureChange, all: [FigureChange])] {
    var groups: [(first: FigureChange, all: [FigureChange])] = []
    for change in changes where isOfKind(change) {
      if let index = groups.firstIndex(where: { $0.first.now.location.file == change.now.location.file }) {
        groups[index].all.append(change)
      } else {
        groups.append((change, [change]))
      }
    }
    return groups
  }

  private func list(_ names: [String]) -> String {
    names.prefix(8).joined(separator: ", ") + (names.count > 8 ? " and \(names.count - 8) more" : "")
  }

  /// A sentence about a goal may be wrong once it is an actual value.
  private func changedStates() -> [Diagnostic] {
    changes.compactMap { change in
      guard let was = change.was, was.status != change.now.status,
        was.status == .target || change.now.status == .target
      else { return nil }
      return Diagnostic(
        .warning, "figure '\(was.id)' was \(was.status.words) and is now \(change.now.status.words)",
        at: change.cells.place(.status, or: .formula),
        advice: "read again the sentences that name it: they may be about a goal")
    }
  }

  /// Two sides may count differently: a value of one in place of the other's is no change of what is counted.
  private func reporters() -> [Diagnostic] {
    changes.compactMap { change in
      guard let was = change.was?.reporter, let now = change.now.reporter, was != now else { return nil }
      return Diagnostic(
        .warning, "figure '\(change.now.id)' was reported by \(was) and is now by \(now)",
        at: change.cells.location(.reporter),
        advice: "the two may count differently: give each reporter's figure an id of its own")
    }
  }

  /// Derived figures whose parts are counted by different sides; a ratio of them says how they differ.
  private func mixed(in table: FigureTable) -> [Diagnostic] {
    table.figures.compactMap { figure in
      guard let formula = figure.formula.flatMap({ try? Formula($0) }) else { return nil }
      if case .call(.ratio, _, _) = formula { return nil }
      let parts = formula.figures.compactMap { table[$0.id] }.filter { $0.status != .target }
      guard let one = parts.first(where: { $0.reporter != nil }),
        let other = parts.first(where: { $0.reporter != nil && $0.reporter != one.reporter })
      else { return nil }
      return Diagnostic(
        .warning,
        "figure '\(figure.id)' mixes '\(one.id)' by \(one.reporter ?? "") with '\(other.id)' by \(other.reporter ?? "")",
        at: figure.location, advice: "compute it from figures of one reporter")
    }
  }

  /// Derived figures that rest on a number in the transcript as well as on a figure that changed.
  private func stated(in table: FigureTable) -> [Diagnostic] {
    let restated = Set(changes.map(\.now.id))
    return table.figures.filter { $0.formula != nil && !restated.contains($0.id) }.flatMap { figure in
      guard let text = figure.formula, let formula = try? Formula(text), formula.hasTypedNumber,
        let source = figure.sources.first(where: \.isInTranscript)
      else { return [Diagnostic]() }
      let inputs = Set(formula.figures.map(\.id))
      return changes.filter { inputs.contains($0.now.id) && $0.was != nil }.map { change in
        var what = "which this changes"
        if let was = change.was?.period, let now = change.now.period, was != now {
          what += " from \(was.words()) to \(now.words())"
        }
        return Diagnostic(
          .warning,
          "figure '\(figure.id)' is derived from '\(change.now.id)', \(what): "
            + "\(source.name) bears out '\(text)' for the old figure only", at: change.cells.location(.value),
          advice:
            "if that no longer holds, give '\(figure.id)' a row in the update: its value with the status "
            + "actual, or another formula")
      }
    }
  }
}

extension Status {
  fileprivate var words: String {
    switch self {
    case .actual: "an actual value"
    case .target: "a target"
    case .estimate: "an estimate"
    case .derived: "derived"
    }
  }
}

extension Source {
  /// Whether the interview itself is the source.
  public var isInTranscript: Bool {
    switch self {
    case .paragraph, .footnote: true
    case .url, .table, .work: false
    }
  }
}
