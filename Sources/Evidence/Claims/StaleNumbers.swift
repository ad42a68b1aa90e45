import Diagnostics
import Tables

/// Numbers that were typed, or quoted in notes, of values that figures had before an update or in an edition before.
extension ClaimCheck {
  func staleNumbers(in passage: Passage) -> [Diagnostic] {
    if before.isEmpty { return [] }
    let known = Set(ground.table.typedNumbers(in: passage.text, readings: readings).map(\.offset))
    var seen = known
    return changed.flatMap { old in
      old.typedNumbers(in: passage.text, readings: readings).compactMap { number in
        guard let id = number.figures.first, let now = ground.figure(id), seen.insert(number.offset).inserted
        else {
          return nil
        }
        return Diagnostic(
          .warning,
          "'\(number.text)' is typed, and the figure '\(id)' had that value: it is \(now.words(.full)) now",
          at: passage.location(at: number.offset),
          advice: "write \(number.references[0]), so that it changes with the figure")
      }
    }
  }

  /// Numbers in the labels of figures.csv, which are printed beside values that are new.
  func staleLabels() -> [Diagnostic] {
    if changed.allSatisfy(\.figures.isEmpty) { return [] }
    return ground.table.figures.filter { $0.label.utf8.contains { (0x30...0x39).contains($0) } }.flatMap {
      figure in
      let place = Passage.Stretch(offset: 0, location: figure.location)
      return staleNumbers(in: Passage(figure.label, kind: .label, stretches: [place])).map { doubt in
        Diagnostic(
          .warning, "in the label of '\(figure.id)' \(doubt.message)", at: figure.location,
          advice: "leave the number out of the label, or write a new label")
      }
    }
  }

  /// Whether a figure of an older table has another value now.
  private func hasChanged(_ old: Figure) -> Bool {
    guard let now = ground.figure(old.id) else { return false }
    return !now.hasSameValue(as: old)
  }

  /// Notes that stand as they were beside values that are new: what they say or quote was said of the old ones.
  func staleNotes() -> [Diagnostic] {
    var seen: Set<String> = []
    return before.flatMap { old in
      ground.table.figures.compactMap { figure -> Diagnostic? in
        guard let note = figure.note, !note.isBlank, let doubt = doubt(about: note, of: figure, in: old),
          seen.insert(figure.id).inserted
        else { return nil }
        return Diagnostic(
          .warning, "the note of '\(figure.id)' \(doubt)", at: figure.noteLocation ?? figure.location,
          advice: "write what holds now in the column 'note' of the update")
      }
    }
  }

  /// `nil` where the note may still hold.
  private func doubt(about note: String, of figure: Figure, in old: ClaimGround) -> String? {
    guard let was = old.figure(figure.id), was.note == nil || was.note == note else { return nil }
    let mentions = NumberFinder.mentions(in: note)
    for id in [figure.id] + sources(of: figure) {
      guard let before = old.figure(id), let now = ground.figure(id), hasChanged(before) else { continue }
      if let number = mentions.first(where: { $0.states(before) && !$0.states(now) }) {
        let text = String(scalars: Array(note.unicodeScalars)[number.range])
        return "says '\(text)', and '\(id)' had that value: it is \(now.words(.full)) now"
      }
    }
    let quotes = note.contains { "“”\"«»„".contains($0) }
    guard quotes, was.note == note, hasChanged(was), was.sources != figure.sources else { return nil }
    return
      "quotes what was said of \(was.words(.full)): it is \(figure.words(.full)) now, from another source"
  }

  /// Ids of the figures that one is computed from, near and far.
  func sources(of figure: Figure) -> [String] {
    var found: [String] = []
    var waiting = [figure]
    while let next = waiting.popLast() {
      guard let formula = next.formula.flatMap({ try? Formula($0) }) else { continue }
      for id in formula.figures.map(\.id) where !found.contains(id) {
        found.append(id)
        if let figure = ground.figure(id) { waiting.append(figure) }
      }
    }
    return found
  }
}

extension FigureTable {
  /// The figures that an edition recorded, to hold texts against what they were.
  public init(recorded edition: Edition) {
    self.init(edition.figures.compactMap { Figure(recorded: $0) })
  }
}

extension Figure {
  /// `nil` for a value that is no number.
  fileprivate init?(recorded figure: EditionFigure) {
    guard case .value(let value, let decimals) = WrittenNumber.read(figure.value, hasDecimalComma: false)
    else {
      return nil
    }
    self.init(
      id: figure.id, label: figure.label, value: value, precision: decimals == 0 ? nil : .decimals(decimals),
      unit: Unit(figure.unit), period: figure.period.flatMap { Period($0) }, qualifier: figure.qualifier,
      status: figure.status, formula: figure.formula, reporter: figure.reporter,
      location: SourceLocation(file: ""))
  }
}
