import Diagnostics
import Foundation
import Interview

/// A number of an interview, proposed as a row of the table of figures.
public struct FigureDraft: Hashable, Sendable {
  /// What a row's cells say.
  public var id: String
  public var label: String
  public var value: String
  public var unit: String
  public var period: String
  public var qualifier: String
  public var status: String
  /// The paragraph that it stands in, ¶.
  public var paragraph: Int
  /// The number with the words that qualify it, in Unicode scalars of the paragraph's text.
  public var range: Range<Int>
  /// The digits or words of the number alone, with its scale and currency.
  public var number: Range<Int>
}

/// The numbers of an English interview that a briefing could use, in its order: amounts of money, shares, measures and things
/// counted. Years, dates, ordinals and numbers that name something are none.
///
/// Each is held against its own sentence as a row typed by a person is (`evidence`), and what isn't borne out there without
/// a doubt is left out: nothing is proposed that the check would question.
///
/// - Parameter transcript: the interview.
/// - Returns: rows with ids that differ; those of one subject in several periods share their label.
public func draftFigures(of transcript: Transcript) -> [FigureDraft] {
  let mentioned = transcript.paragraphs.flatMap { paragraph in
    DraftReader(paragraph: paragraph.number, reading: ParagraphReading(paragraph.text)).rows
  }
  let doubted = doubted(mentioned.joined(), in: transcript)
  return distinct(mentioned.compactMap { rows in rows.first { !doubted.contains($0) } })
}

/// The rows against which the check of evidence has something to say; all are looked up in one go, told apart by their places.
private func doubted(_ rows: some Sequence<FigureDraft>, in transcript: Transcript) -> Set<FigureDraft> {
  let rows = Array(rows)
  let figures = rows.enumerated().map { ($1, $1.figure(line: $0)) }
  let diagnostics = evidence(for: FigureTable(figures.compactMap(\.1)), in: transcript).diagnostics
  return Set(
    figures.filter { $0.1 == nil }.map(\.0) + diagnostics.compactMap { $0.location?.line.map { rows[$0] } })
}

extension FigureDraft {
  /// As a row is read; `nil` where a cell couldn't be.
  fileprivate func figure(line: Int) -> Figure? {
    guard let value = Decimal(string: value, locale: Locale(identifier: "en_US_POSIX")) else { return nil }
    let period = self.period.isEmpty ? nil : Period(self.period)
    if period == nil, !self.period.isEmpty { return nil }
    return Figure(
      id: "draft-\(line)", label: label, value: value, unit: Unit(unit), period: period,
      qualifier: Qualifier(rawValue: qualifier) ?? .exact, status: Status(rawValue: status) ?? .actual,
      sources: [.paragraph(paragraph)], location: SourceLocation(file: "", line: line))
  }
}

/// Equal rows once, each with an id of its own: what it counts, and when.
private func distinct(_ drafts: [FigureDraft]) -> [FigureDraft] {
  var result: [FigureDraft] = []
  var taken = Set<String>()
  for draft in drafts {
    if result.contains(where: { $0.isSame(as: draft) }) { continue }
    var named = draft
    let subject = slug(draft.label)
    let stem = draft.period.isEmpty ? subject : "\(subject)-\(slug(draft.period))"
    var number = 2
    named.id = stem
    while !taken.insert(named.id).inserted {
      named.id = "\(stem)-no\(number)"
      number += 1
    }
    result.append(named)
  }
  return result
}

extension FigureDraft {
  fileprivate func isSame(as other: FigureDraft) -> Bool {
    (value, unit, period, qualifier, status) == (
      other.value, other.unit, other.period, other.qualifier, other.status
    )
      && label == other.label
  }
}

/// Up to four words of a label as a part of an id.
private func slug(_ text: String) -> String {
  let words = text.lowercased().replacingOccurrences(of: "/", with: " to ")
    .split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    .filter { !["the", "of", "a", "an", "in", "and", "for", "on", "at", "by"].contains($0) }
  let stem = words.prefix(4).joined(separator: "-")
  return stem.first?.isLetter == true
    ? stem : stem.isEmpty ? "figure" : (stem.first?.isNumber == true ? stem : "figure-" + stem)
}

/// Reads the numbers of one paragraph.
private struct DraftReader {
  let paragraph: Int
  let reading: ParagraphReading

  /// Of each number the rows that it may be, the likeliest first; without ids.
  var rows: [[FigureDraft]] {
    var found: [[FigureDraft]] = []
    var labels = SentenceLabels()
    for place in reading.mentions.indices {
      let mention = reading.mentions[place]
      guard mention.form == .amount, !mention.isOrigin, !mention.isBelowZero, !isIncidental(mention),
        let (unit, factor) = unit(of: mention)
      else { continue }
      let sentence = reading.sentence(of: mention.tokens.lowerBound)
      let tokens = reading.tokens(ofSentence: sentence)
      let statement = NumberStatement(
        reading.tokens, sentence: tokens, number: mention.tokens, others: reading.neighbours(of: place))
      let modes = statement.modes.map(\.mode)
      if modes.contains(.denial) || modes.contains(.condition) || isNoFact(mention, in: tokens) { continue }
      let value = mention.value / factor
      let own = DraftLabel(reading, mention, sentence: tokens)
      guard value > 0, let label = labels.label(own, unit: unit, sentence: sentence) else { continue }
      // "More than" may be "at least", too: the first that the sentence bears out is meant.
      found.append(
        qualifiers(of: mention).map { qualifier in
          FigureDraft(
            id: "", label: label, value: "\(value)", unit: unit,
            period: period(of: place, sentence: sentence, unit), qualifier: qualifier.rawValue,
            status: modes.contains(.aim) ? "target" : modes.contains(.forecast) ? "estimate" : "actual",
            paragraph: paragraph, range: mention.range, number: scalars(of: mention.tokens))
        })
    }
    return found
  }

  /// A bound that the words don't say ("fell to 6 percent") is none.
  private func qualifiers(of mention: NumberMention) -> [Qualifier] {
    let before = mention.tokens.lowerBound - 4..<mention.tokens.lowerBound
    let saysBound = before.contains {
      ["least", "most", "minimum", "maximum", "up"].contains(reading.tokens.key($0))
    }
    return Qualifier.allCases.filter {
      mention.qualifiers.contains($0) && (saysBound || ![.atLeast, .atMost].contains($0))
    }
  }

  /// What somebody else is said to have said wrongly, and how old a person was.
  private func isNoFact(_ mention: NumberMention, in sentence: Range<Int>) -> Bool {
    let doubted: Set<String> = [
      "wrongly", "falsely", "claim", "claims", "claimed", "allegedly", "supposedly", "rumour", "rumours",
      "myth", "untrue", "exaggerated",
    ]
    return sentence.contains { doubted.contains(reading.tokens.key($0)) }
      || ["old", "ago"].contains(reading.tokens.key(mention.tokens.upperBound + 1))
  }

  /// Numbers that no briefing misses: "one of the partners", "the two countries", the months of "nine months of 2018".
  private func isIncidental(_ mention: NumberMention) -> Bool {
    let isWord = !(mention.tokens.contains { reading.tokens.isDigits($0) })
    if isWord, mention.value <= 3, mention.kind == .other, mention.after.unit == nil { return true }
    let sentence = reading.sentence(of: mention.tokens.lowerBound)
    return reading.periods(ofSentence: sentence).all.contains { $0.tokens.overlaps(mention.tokens) }
  }

  private func scalars(of tokens: Range<Int>) -> Range<Int> {
    guard let first = reading.tokens[tokens.lowerBound], let last = reading.tokens[tokens.upperBound - 1]
    else { return 0..<0 }
    return first.range.lowerBound..<last.range.upperBound
  }

  /// As a row writes it, and how large one of it is.
  private func unit(of mention: NumberMention) -> (text: String, factor: Decimal)? {
    let scales: [(Decimal, String)] = [
      (1_000_000_000_000, "trn"), (1_000_000_000, "bn"), (1_000_000, "m"), (1000, "thousand"),
    ]
    let scale = scales.first { $0.0 == mention.scale }
    switch mention.kind {
    case .percent: return ("%", 1)
    case .percentagePoints: return ("percentage points", 1)
    case .currency(let code):
      return ([code, scale?.1].compactMap { $0 }.joined(separator: " "), scale?.0 ?? 1)
    case .other:
      switch mention.after.unit {
      case .measure(let symbol):
        return ([scale?.1, symbol].compactMap { $0 }.joined(separator: " "), scale?.0 ?? 1)
      case .time(let plural): return (plural, 1)
      case nil:
        guard let noun = DraftLabel.noun(in: mention.after.words) else { return nil }
        return ([scale?.1, noun].compactMap { $0 }.joined(separator: " "), scale?.0 ?? 1)
      }
    }
  }

  /// The nearest time that is said of the number; empty where none is.
  private func period(of place: Int, sentence: Int, _ unit: String) -> String {
    let (mention, periods) = (reading.mentions[place], reading.periods(ofSentence: sentence))
    let others = reading.neighbours(of: place)
    let said = periods.all.filter { one in
      one.isStatement && !one.isOfAnyYear && !one.isOutside && !one.isUnknown && one.manner == .exact
        && !one.tokens.overlaps(mention.tokens)
    }
    func distance(_ said: PeriodsInText.Said) -> Int {
      said.tokens.upperBound <= mention.tokens.lowerBound
        ? mention.tokens.lowerBound - said.tokens.upperBound
        : said.tokens.lowerBound - mention.tokens.upperBound
    }
    let fits = said.filter { one in
      periods.contradiction(of: mention.tokens, to: one.period, unit: Unit(unit).kind, others: others) == nil
    }.sorted { distance($0) < distance($1) }
    // A time that stands nearer to another number is that one's.
    guard let nearest = fits.first, distance(nearest) < 24 else { return "" }
    return nearest.period.iso
  }
}
