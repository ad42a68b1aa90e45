import Diagnostics
import Evidence

extension InlineReader {
  /// A reference that no source mark has followed yet.
  struct Unmarked {
    var ids: [String]
    var words: String
    var place: SourceLocation
  }

  /// Looks at the references of a stretch of text for words that say whose figure it is, and keeps them for the mark
  /// that may follow.
  ///
  /// `offsets` are where they begin in the text, in their order.
  mutating func noteFigures(
    _ pieces: [WordingPiece], offsets: [Int], of text: PlacedText, rest: @autoclosure () -> String,
    before: String
  ) {
    guard let attribution else { return }
    var written = before
    var offset = offsets.makeIterator()
    let all = Array(pieces.map(\.words).joined().unicodeScalars)
    var done = 0
    for piece in pieces {
      if case .figure(let words, let ids) = piece, let start = offset.next() {
        let isNamed = attribution.elsewhere(among: ids) != nil && saysNumber(words, ids)
        if isNamed {
          let place = text.location(at: start)
          let after =
            String(String.UnicodeScalarView(all[done...].prefix(Self.mostOfSentence)))
            + (all.count - done < Self.mostOfSentence ? rest() : "")
          warn(
            attribution,
            of: AttributedFigure(
              ids: ids, words: words, before: lastSentence(of: written), after: firstSentence(of: after)),
            at: place)
          unmarked.append(Unmarked(ids: ids, words: words, place: place))
        }
      }
      written += piece.words
      done += piece.words.unicodeScalars.count
    }
  }

  private mutating func warn(
    _ attribution: Attribution, of figure: AttributedFigure, at place: SourceLocation
  ) {
    guard let words = attribution.words(attributing: figure),
      let root = attribution.elsewhere(among: figure.ids)
    else { return }
    log.warning(
      "'\(figure.words)' stands beside '\(words)', but '\(root.id)' is \(root.status.asNoun) from "
        + (root.sources.first?.written ?? "elsewhere"),
      at: place, advice: "say who says it now, or that it came about")
  }

  /// A mark stands for what was said since the last one.
  mutating func noteMark(_ numbers: [Int]) {
    defer { unmarked = [] }
    guard let attribution else { return }
    let name =
      numbers.count == 1 ? "¶\(numbers[0])" : "none of ¶\(numbers.map(String.init).joined(separator: ", ¶"))"
    for reference in unmarked {
      guard let root = attribution.notBorneOut(among: reference.ids, by: numbers) else { continue }
      log.warning(
        "'\(reference.words)' is marked \(numbers.count == 1 ? "[\(name)], which does not say it" : "with paragraphs of which none says it")"
          + ": '\(root.id)' is from \(root.sources.first?.written ?? "elsewhere")",
        at: reference.place,
        advice: "say where it comes from, and put the mark behind what the paragraph says")
    }
  }

  /// Where the references of a text begin; doubled braces are none.
  static func referenceOffsets(in text: some Collection<Unicode.Scalar>) -> [Int] {
    var offsets: [Int] = []
    var isSkipped = false
    let scalars = Array(text)
    for (index, scalar) in scalars.enumerated() where scalar == "{" {
      if isSkipped {
        isSkipped = false
      } else if index + 1 < scalars.count, scalars[index + 1] == "{" {
        isSkipped = true
      } else {
        offsets.append(index)
      }
    }
    return offsets
  }

  /// Whether the words are made of more than a figure's period or name.
  private func saysNumber(_ words: String, _ ids: [String]) -> Bool {
    guard words.contains(where: \.isNumber) || ids.count > 1 else {
      // "eight", "one agreement"
      return figures?[ids.first ?? ""].map { $0.words(.count) == words || $0.words(.full) == words } ?? false
    }
    guard ids.count == 1, let figure = figures?[ids[0]] else { return true }
    let isYear =
      words.utf8.count == 4
      && figure.period.map { words == "\($0.firstYear)" || words == "\($0.lastYear)" } ?? false
    return !isYear && ![figure.words(.period), figure.words(.periodShort), figure.label].contains(words)
  }

  /// How much of a sentence is looked at on each side of a figure, in Unicode scalars.
  static let mostOfSentence = 1024

  private func lastSentence(of text: String) -> String {
    let scalars = Array(text.unicodeScalars.suffix(Self.mostOfSentence)) + ["X"]
    return Sentences.ranges(of: scalars).last.map { String(String.UnicodeScalarView(scalars[$0].dropLast())) }
      ?? text
  }

  private func firstSentence(of text: String) -> String {
    let scalars = ["X"] + Array(text.unicodeScalars.prefix(Self.mostOfSentence))
    return Sentences.ranges(of: scalars).first.map {
      String(String.UnicodeScalarView(scalars[$0].dropFirst()))
    } ?? text
  }
}

extension Status {
  fileprivate var asNoun: String {
    switch self {
    case .actual, .derived: "an actual value"
    case .target: "a target"
    case .estimate: "an estimate"
    }
  }
}
