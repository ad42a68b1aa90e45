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
  /// Of "timber makes up 45% of exports" the two: parts of one whole.
  public var share: Share?
  /// Whether the words around it make its number one with another: "between 2 and 3".
  public var isRangeEnd = false
  /// As `range`; of an end of a range both ends.
  var statement = 0..<0

  /// Whether it is a verb's: "doubled".
  public var isVerb = false
  /// Of a change what it is a change from.
  var comparison: Comparison?
  /// Whether its label is a phrase of its sentence, and may not be what it is a number of: no series, no key figure.
  public var isLoose = false
  /// How the value is computed from other rows; empty of what the interview says.
  public var formula = ""
  public var note = ""

  /// "40% higher than in the same period of 2017".
  struct Comparison: Hashable, Sendable {
    var base: String
    var basePeriod: String
    /// That it was compared with.
    var period: String
    var isFall: Bool
    /// As the interview says it.
    var words: String
  }

  /// A part and what it is a part of.
  public struct Share: Hashable, Sendable {
    public var part: String
    public var whole: String
  }
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
  let named = NamedTimes.all(in: transcript.questions.map(\.text) + transcript.paragraphs.map(\.text))
  func rows(_ paragraphs: [Paragraph]) -> [[FigureDraft]] {
    let found = paragraphs.flatMap { paragraph in
      DraftReader(
        paragraph: paragraph.number, reading: ParagraphReading(paragraph.text), namedTimes: named
      ).rows
    }
    return DraftSeries.named(found)
  }
  let opening = transcript.introduction + transcript.biography
  let mentioned = rows(opening) + transcript.questions.flatMap { rows($0.answer) }
  let doubted = doubted(mentioned.joined(), in: transcript)
  let drafts = distinct(mentioned.compactMap { rows in rows.first { !doubted.contains($0) } })
  return drafts + derived(from: drafts)
}

/// What a number was before a rise that the interview tells: "2 billion, which is 40% higher than in 2017".
private func derived(from drafts: [FigureDraft]) -> [FigureDraft] {
  drafts.compactMap { change in
    guard let comparison = change.comparison,
      let base = drafts.last(where: { base in
        base.paragraph == change.paragraph && base.period == comparison.basePeriod
          && base.range.upperBound <= change.range.lowerBound
          && base.unit != "%"
      }), !drafts.contains(where: { $0.label == base.label && $0.period == comparison.period })
    else { return nil }
    var row = base
    row.id = [slug(base.label), Period(comparison.period)?.slug].compactMap { $0 }.joined(separator: "-")
    row.value = ""
    row.formula = "\(base.id) / (100% \(comparison.isFall ? "-" : "+") \(change.id))"
    (row.period, row.qualifier, row.status) = (comparison.period, "about", "derived")
    row.note = "from “\(comparison.words)”"
    return drafts.contains { $0.id == row.id } ? nil : row
  }
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
    let stem = [slug(draft.label), Period(draft.period)?.slug].compactMap { $0 }.joined(separator: "-")
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
