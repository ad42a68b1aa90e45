import Foundation
import Tables

/// A number that was typed into a text though a figure has that value: it would stay as it is when the figure changes.
public struct TypedNumber: Hashable, Sendable {
  /// As it stands in the text.
  public var text: String
  /// How many Unicode scalars stand before it.
  public var offset: Int
  /// The figures that have its value, the likeliest first.
  public var figures: [String]
  /// What to write in its place, for each of the figures.
  public var references: [String]
}

extension FigureTable {
  /// Finds the typed numbers of a text that figures stand for.
  ///
  /// Years, dates, numbers of paragraphs, footnotes and list items, and what stands between quotation marks are left
  /// alone. A percentage or an amount of money is a figure's where value, scale and unit agree; a count or measure
  /// where the thing counted follows too, or the number is so long that it can hardly be another one.
  ///
  /// - Parameters:
  ///   - text: a text of the pack.
  ///   - readings: of texts that were looked through before.
  /// - Returns: the numbers in the order of the text.
  public func typedNumbers(in text: String, readings: TextReadings = TextReadings()) -> [TypedNumber] {
    let read = readings.typedNumbers(of: text)
    var found: [TypedNumber] = []
    for mention in read.mentions {
      let surroundings = Surroundings(mention, tokens: read.tokens)
      if surroundings.isNoAmount || isPartInWords(mention, in: read) { continue }
      let isInWords = mention.form == .share && read.tokens[mention.tokens.lowerBound].kind != .digits
      let matches = candidates(for: mention).compactMap { figure in
        isInWords && !isOf(figure, mention, in: read)
          ? nil : surroundings.match(figure).map { (figure: figure, match: $0) }
      }.sorted { $0.match > $1.match }
      guard let best = matches.first else { continue }
      let equal = matches.filter { $0.match == best.match }
      let claimed = equal.filter { mention.qualifiers.contains($0.figure.qualifier) }
      let likeliest = (claimed.isEmpty ? equal : claimed).prefix(3)
      found.append(
        TypedNumber(
          text: String(scalars: read.scalars[mention.range]), offset: mention.range.lowerBound,
          figures: likeliest.map(\.figure.id),
          references: likeliest.map { mention.reference(to: $0.figure, $0.match) }))
    }
    return found
  }
}

/// "More than half of electricity" where some goal is 50%: a part in words is another thing's, unless the text names what the
/// figure is of and claims no other bound.
private func isOf(_ figure: Figure, _ mention: NumberMention, in read: TextReadings.Numbers) -> Bool {
  let label = TextToken.tokens(of: Array(figure.label.unicodeScalars)).map(\.key)
  let said = Set(read.tokens.map { ClaimGround.stem($0.key) })
  let isNamed = label.contains { $0.utf8.count > 3 && said.contains(ClaimGround.stem($0)) }
  return isNamed && (mention.qualifiers.contains(figure.qualifier) || mention.qualifiers == [.exact])
}

/// "A third of the wells" beside references: a part that is said in words is held against what the sentence refers to, and
/// is no other thing's percentage.
private func isPartInWords(_ mention: NumberMention, in read: TextReadings.Numbers) -> Bool {
  guard mention.form == .share, read.tokens[mention.tokens.lowerBound].kind != .digits else {
    return false
  }
  let edges: Set<Unicode.Scalar> = [".", "!", "?", "\n"]
  let before = read.scalars[..<mention.range.lowerBound]
  let start = before.lastIndex { edges.contains($0) } ?? 0
  let end = read.scalars[mention.range.upperBound...].firstIndex { edges.contains($0) } ?? read.scalars.count
  return read.scalars[start..<end].contains("{")
}

extension NumberMention {
  /// Claims nothing that the text did not: without the figure's qualifier where the text has none.
  fileprivate func reference(to figure: Figure, _ match: Surroundings.Match) -> String {
    let hasNoun = match != .farNoun && match != .number || !figure.unit.isCount
    if qualifiers.contains(figure.qualifier) { return hasNoun ? "{\(figure.id)}" : "{\(figure.id)|count}" }
    return hasNoun ? "{\(figure.id)|value}" : "{\(figure.id)|number}"
  }
}

/// A number and the words around it.
private struct Surroundings {
  /// How surely a figure is meant, the surest last.
  enum Match: Int, Comparable {
    /// Only the number agrees.
    case number
    /// What is counted follows after some other words.
    case farNoun
    case unit

    static func < (a: Match, b: Match) -> Bool { a.rawValue < b.rawValue }
  }

  let mention: NumberMention
  private let tokens: [TextToken]
  /// Tokens of the mention.
  private let first: Int
  private let end: Int

  init(_ mention: NumberMention, tokens: [TextToken]) {
    self.mention = mention
    self.tokens = tokens
    first = tokens.firstIndex { $0.range.lowerBound >= mention.range.lowerBound } ?? 0
    end = tokens.firstIndex { $0.range.lowerBound >= mention.range.upperBound } ?? tokens.count
  }

  private func key(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].key : "" }

  private func isGlued(_ left: Int, _ right: Int) -> Bool {
    tokens.indices.contains(left) && tokens.indices.contains(right)
      && tokens[left].range.upperBound == tokens[right].range.lowerBound
  }

  /// Part of a date, or the number of something.
  var isNoAmount: Bool {
    guard mention.kind == .other, mention.scale == 1 else { return false }
    return isDate || isOrdinal
  }

  /// Unless the thing counted follows.
  private var canBeYear: Bool {
    mention.kind == .other && mention.scale == 1 && mention.value >= 1000 && mention.value < 2200
      && end - first == 1 && tokens[first].text.utf8.count == 4
  }

  private var isDate: Bool {
    let months = Self.months
    if months.contains(key(end)) || months.contains(key(first - 1)) { return mention.value <= 31 }
    if key(end) == "of", months.contains(key(end + 1)) { return mention.value <= 31 }
    // "2018-05", "5/11", "11.05.2018"
    let marks: Set<String> = ["/", "-", "–", ".", ":"]
    let joinsNext =
      isGlued(end - 1, end) && marks.contains(key(end)) && isGlued(end, end + 1) && isDigits(end + 1)
    let joinsLast =
      isGlued(first - 1, first) && marks.contains(key(first - 1)) && isGlued(first - 2, first - 1)
      && isDigits(first - 2)
    return joinsNext || joinsLast
  }

  private func isDigits(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .digits
  }

  /// "1. ", "(2)", "No. 5", "Article 12", "¶5", "point 3".
  private var isOrdinal: Bool {
    let before = key(first - 1)
    let isNumbered =
      Self.numbered.contains(before)
      || before == "." && ["no", "nos", "art", "fig", "p", "pp", "vol"].contains(key(first - 2))
    let isItem =
      first == 0 && [".", ")"].contains(key(end)) && mention.value < 100 || before == "(" && key(end) == ")"
    return isNumbered || isItem
  }

  /// `nil` where the number is not the figure's.
  func match(_ figure: Figure) -> Match? {
    guard mention.states(figure) else { return nil }
    let match = matchOfUnit(figure)
    return canBeYear && match != .unit ? nil : match
  }

  private func matchOfUnit(_ figure: Figure) -> Match? {
    switch figure.unit.kind {
    case .percent: return .unit
    case .currency: return mention.kind != .other || mention.scale > 1 ? .unit : nil
    case .plain: return key(end) == "times" ? .unit : isLong ? .number : nil
    case .measure(let symbol):
      // "45 thousand t", "45 000 tonnes", "45 kt"
      if case .measure(let said) = MeasureNames.unit(TokenRow(tokens), at: end)?.unit {
        return Measure.factor(from: said, to: symbol) == nil ? nil : .unit
      }
      return tokens.indices.contains(end) && tokens[end].text == symbol ? .unit : isLong ? .number : nil
    case .time(let singular, let plural), .count(let singular, let plural):
      if follows(singular, within: 0) || follows(plural, within: 0) { return .unit }
      // "Two national years of culture" last no two years.
      if case .time = figure.unit.kind { return isLong ? .number : nil }
      if follows(singular, within: 3) || follows(plural, within: 3) { return .farNoun }
      return isLong ? .number : nil
    }
  }

  /// Three digits that are not zeros at its end: hardly by chance.
  private var isLong: Bool { mention.value.significantDigitCount >= 3 }

  private func follows(_ noun: String, within distance: Int) -> Bool {
    let words = TextToken.tokens(of: Array(noun.unicodeScalars)).map(\.key)
    // "27-year"
    if key(end) == "-", isGlued(end, end + 1), words == [key(end + 1)] { return true }
    return (0...distance).contains { skipped in
      let start = end + skipped
      guard tokens.indices.contains(start), start + words.count <= tokens.count else { return false }
      return tokens[end..<start].allSatisfy {
        $0.kind == .word && !WordsAfterNumber.smallWords.contains($0.key)
      }
        && zip(tokens[start..<(start + words.count)], words).allSatisfy { $0.key == $1 }
    }
  }

  private static let months = Set(
    (Vocabulary.english.months + Vocabulary.english.shortMonths + ["Sept"]).map { $0.lowercased() })

  private static let numbered: Set<String> = [
    "¶", "§", "#", "no", "article", "articles", "chapter", "section", "paragraph", "page", "pages", "figure",
    "table",
    "footnote", "note", "question", "point", "item", "step", "part", "version", "volume", "resolution",
    "room", "fn",
  ]
}

/// Covers what is no typed text: references, source and footnote marks, and what stands between quotation marks.
struct TextVeil {
  private(set) var veiled: [Unicode.Scalar]

  init(_ scalars: [Unicode.Scalar]) {
    veiled = scalars
    cover(from: "{", to: ["}"])
    cover(from: "[", to: ["]"])
    for (open, close) in [("“", "”"), ("„", "“”"), ("«", "»"), ("\"", "\""), ("‘", "’")]
      as [(Unicode.Scalar, String)]
    {
      cover(from: open, to: Set(close.unicodeScalars))
    }
  }

  private mutating func cover(from open: Unicode.Scalar, to close: Set<Unicode.Scalar>) {
    var from = veiled.startIndex
    // What is never closed covers nothing, and nothing after it can be closed either.
    while let start = veiled[from...].firstIndex(of: open),
      let end = veiled[(start + 1)...].firstIndex(where: { close.contains($0) })
    {
      for covered in start...end { veiled[covered] = "|" }
      from = end + 1
    }
  }
}
