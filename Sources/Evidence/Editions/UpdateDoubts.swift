import Diagnostics
import Foundation

extension FigureOverlay {
  /// "0.52" for a figure in % that was 38: the number that a spreadsheet holds for 52%.
  func fractions() -> [Diagnostic] {
    changes.compactMap { change in
      guard let was = change.was, was.unit.isPercent, change.now.unit.isPercent, change.now.formula == nil,
        change.cells.text(.value).last != "%"
      else { return nil }
      let (old, new) = (was.value.magnitude, change.now.value.magnitude)
      // A rate may well fall to half a per cent; one that a hundred times itself is near is hardly itself.
      guard new > 0, new <= 1, old > 1, new * 100 * 4 >= old, new * 100 <= old * 4 else { return nil }
      return Diagnostic(
        .warning,
        "figure '\(was.id)' was \(was.words(.number))% and is now \(change.now.words(.number))%: this may be \((new * 100).description)%",
        at: change.cells.location(.value),
        advice: "write the percentage itself (52 or 52%), not the fraction that a spreadsheet holds (0.52)")
    }
  }

  /// What is a hundred times what it was, or a hundredth: a table in another scale ("2000" of millions for 2 billion).
  func leaps() -> [Diagnostic] {
    changes.compactMap { change in
      guard let was = change.was, was.value != 0, change.now.value != 0, change.now.formula == nil,
        !was.unit.isPercent, was.unit.dimension == change.now.unit.dimension
      else { return nil }
      let (old, new) = (
        was.value.magnitude * was.unit.factor, change.now.value.magnitude * change.now.unit.factor
      )
      guard new >= old * 100 || new * 100 <= old else { return nil }
      return Diagnostic(
        .warning, "figure '\(was.id)' was \(was.words(.full)) and is \(change.now.words(.full)) now",
        at: change.cells.location(.value),
        advice: "correct the number or the unit if it is in another scale than before")
    }
  }

  /// What was above zero and is below it now, where neither the table says that it is a balance nor another warning that
  /// it can't be below zero.
  func turnedSigns() -> [Diagnostic] {
    changes.compactMap { change in
      guard let was = change.was, was.value > 0, change.now.value < 0, change.now.formula == nil,
        !change.now.unit.isNeverNegative, !change.now.unit.isPercent, !change.now.isSaidToChange
      else { return nil }
      return Diagnostic(
        .warning, "figure '\(was.id)' was \(was.words(.full)) and is \(change.now.words(.full)) now",
        at: change.cells.location(.value),
        advice: "correct the sign; if it is a balance or a change, let its label say so")
    }
  }

  /// Figures that an update moves to the period of another that says the same of it.
  func samePeriods(in table: FigureTable) -> [Diagnostic] {
    let alike = Dictionary(grouping: table.figures) { $0.label.lowercased() }
    return changes.compactMap { change in
      guard let was = change.was, let period = change.now.period, was.period != period,
        let other = alike[change.now.label.lowercased()]?.first(where: {
          $0.id != change.now.id && $0.saysSame(as: change.now)
        })
      else { return nil }
      return Diagnostic(
        .warning,
        "figure '\(change.now.id)' is now of \(period.words()), and '\(other.id)' is '\(other.label)' of \(period.words()) too",
        at: change.cells.place(.period, or: .value),
        advice: "correct the period, or give the row the id of the figure that is of it")
    }
  }
}

extension Figure {
  /// Under the same label: the same period, kind of unit, status and reporter.
  fileprivate func saysSame(as other: Figure) -> Bool {
    period == other.period && status == other.status
      && reporter == other.reporter && unit.dimension == other.unit.dimension
  }
}
