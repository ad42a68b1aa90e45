import Diagnostics
import Evidence
import Foundation

/// Two editions' difference as it is printed.
package struct Difference {
  package let changes: EditionChanges
  let before: EditionReader.Found
  let after: EditionReader.Found

  package init(_ changes: EditionChanges, before: EditionReader.Found, after: EditionReader.Found) {
    self.changes = changes
    self.before = before
    self.after = after
  }

  // MARK: For people

  package var text: String {
    if changes.isEmpty { return changes.summary(pages: []) }
    return ([changes.summary(pages: [])] + changes.changes.map(text)).joined(separator: "\n\n")
  }

  private func text(of change: EditionChange) -> String {
    var lines = ["\(change.name) (\(change.id))"]
    lines.append("  was   \(told(change.was, of: change))")
    lines.append("  is    \(told(change.now, of: change))")
    let words = whatChanged(in: change)
    if !words.isEmpty { lines.append("        \(words)") }
    for place in places(of: change) { lines.append("  used  \(place)") }
    return lines.joined(separator: "\n")
  }

  /// "> $2 bn (target)"; with what the change's name doesn't say of it: "> $2 bn, Jan–Sep 2018".
  private func told(_ figure: EditionFigure?, of change: EditionChange) -> String {
    guard let figure else { return "–" }
    let words = figure.status == .actual ? figure.words : "\(figure.words) (\(figure.status.rawValue))"
    let label = figure.label == change.label ? "" : figure.label
    let period = change.isOfTwoPeriods ? figure.periodWords : ""
    return [words, label, period].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func whatChanged(in change: EditionChange) -> String {
    guard let was = change.was else { return "new" }
    guard let now = change.now else { return "removed" }
    var parts = [change.movement]
    for aspect in change.aspects {
      switch aspect {
      case .value, .status: break
      case .unit: parts.append("unit: \(pair(was.unit, now.unit))")
      case .qualifier: parts.append("qualifier: \(pair(was.qualifier.rawValue, now.qualifier.rawValue))")
      case .period: parts.append("period: \(pair(was.period, now.period))")
      case .formula: parts.append("formula: \(pair(was.formula, now.formula))")
      case .source:
        parts.append(
          "source: \(pair(was.sources.joined(separator: ", "), now.sources.joined(separator: ", ")))")
      case .reporter: parts.append("reporter: \(pair(was.reporter, now.reporter))")
      }
    }
    if !change.follows.isEmpty { parts.append("follows from \(change.follows.joined(separator: ", "))") }
    return parts.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private func pair(_ was: String?, _ now: String?) -> String {
    func told(_ text: String?) -> String { text?.isEmpty == false ? text ?? "–" : "–" }
    return "\(told(was)) → \(told(now))"
  }

  private func places(of change: EditionChange) -> [String] {
    let pages = change.now == nil ? before.pages : after.pages
    let printed = pages.compactMap { document -> String? in
      guard let numbers = document.pages[change.id], !numbers.isEmpty else { return nil }
      return
        "\(document.document).pdf \(numbers.count == 1 ? "page" : "pages") \(numbers.joined(separator: ", "))"
    }
    let told = uses(of: change.id).filter { change.now == nil || $0.now != nil }.map(\.place)
    return (told.isEmpty ? [] : [told.joined(separator: "; ")])
      + (printed.isEmpty ? [] : [printed.joined(separator: "; ")])
  }

  // MARK: For programs

  /// With the keys of Docs/editions.md, sorted.
  package func json() throws(DiagnosticError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    do {
      return String(decoding: try encoder.encode(report), as: UTF8.self)
    } catch {
      throw DiagnosticError(
        "the difference can't be written: \(error)", advice: "this is a fault of Bayan: please report it")
    }
  }

  private struct Report: Encodable {
    var old: Heading
    var new: Heading
    var changes: [Change]
  }

  private struct Heading: Encodable {
    var title: String
    var figures_as_of: String?
  }

  private struct Change: Encodable {
    var id: String
    var label: String
    /// "changed", "new" or "removed".
    var kind: String
    var aspects: [String]
    var change: String?
    var follows: [String]
    var was: EditionFigure?
    var now: EditionFigure?
    var used: [Use]
    var pages: [String: [String]]
  }

  private struct Use: Encodable {
    var place: String
    var was: String?
    var now: String?
  }

  private var report: Report {
    Report(
      old: Heading(title: changes.old.title, figures_as_of: changes.old.figuresAsOf),
      new: Heading(title: changes.new.title, figures_as_of: changes.new.figuresAsOf),
      changes: changes.changes.map { change in
        Change(
          id: change.id, label: change.label,
          kind: change.was == nil ? "new" : change.now == nil ? "removed" : "changed",
          aspects: change.aspects.map(\.rawValue), change: change.movement.isEmpty ? nil : change.movement,
          follows: change.follows, was: change.was, now: change.now, used: uses(of: change.id),
          pages: pages(of: change))
      })
  }

  /// Places that show a figure, where the words are others than before: some show only what stayed the same of it.
  private func uses(of id: String) -> [Use] {
    let was = changes.old.statements.filter { $0.shows(id) }
    let now = changes.new.statements.filter { $0.shows(id) }
    let gone = was.filter { old in !now.contains { $0.place == old.place } }
    return now.compactMap { statement in
      let before = was.first { $0.place == statement.place }?.text
      return before == statement.text
        ? nil : Use(place: statement.place, was: before, now: statement.text)
    } + gone.map { Use(place: $0.place, was: $0.text, now: nil) }
  }

  private func pages(of change: EditionChange) -> [String: [String]] {
    var result: [String: [String]] = [:]
    for document in change.now == nil ? before.pages : after.pages {
      if let numbers = document.pages[change.id], !numbers.isEmpty { result[document.document] = numbers }
    }
    return result
  }
}
