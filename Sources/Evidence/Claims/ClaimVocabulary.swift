import Diagnostics
import Foundation
import Tables

/// The words that say something about numbers without saying a number: that they rose, that a goal is ahead, that most of
/// a whole is done. Read from a table, so that a person can add to them (Docs/figures.md, "Typed claims").
public struct ClaimVocabulary: Equatable, Sendable {
  /// What a phrase says; the raw values are the table's.
  enum Sense: String, CaseIterable, Sendable {
    /// Of a movement.
    case up, down, flat, times, slight, sharp
    /// Of how fast it goes.
    case faster, slower
    /// Of a movement where a part or a percentage follows: "added a quarter", "lost 5%".
    case added, lost
    /// The same, where from what to what follows, or by how much.
    case raised, cut
    /// Of each step of a movement: "every year".
    case always
    /// A thing of which less is better, and of which a negative number says how large it is: a deficit.
    case ill
    /// Of a part of a whole.
    case share, nearly, done, open
    case halfWay = "half-way"
    /// That something is left to be done, where nothing else is said of a share by it.
    case remaining
    /// Of a goal.
    case underway, reached, passed, missed, goal, ahead
    /// Of one figure beside others.
    case more, less, equal, most, least
    /// Of one among others: that it comes first.
    case lead
    /// Of where a figure is from.
    case estimated, computed, source
    /// Of what is so, and of what somebody wants to be so.
    case fact, intent
    /// Of other words.
    case maybe, not, idiom, same
  }

  struct Phrase: Equatable, Sendable {
    var words: [String]
    var sense: Sense
    /// In per cent; what of depends on the sense.
    var least: Decimal?
    var most: Decimal?
  }

  /// By their first word, the longest first.
  private(set) var phrases: [String: [Phrase]] = [:]
  /// By word the groups of words for one thing that it is in.
  private(set) var synonyms: [String: Set<Int>] = [:]
  private var groups = 0

  public init() {}

  var isEmpty: Bool { phrases.isEmpty }

  /// Adds the phrases of a table with the columns claim, words, least, most; others are for people.
  public mutating func add(_ table: Table, log: inout DiagnosticLog) {
    func column(_ name: String) -> Int? { table.header.firstIndex { $0.text.trimmedLowercase == name } }
    guard let claim = column("claim"), let words = column("words") else {
      log.error(
        "this table of words needs the columns 'claim' and 'words'", at: table.header.first?.location,
        advice: "the first line should be claim,words,least,most,meaning")
      return
    }
    let bounds = ["least", "most"].map(column)
    for row in table.rows {
      guard let sense = Sense(rawValue: row[claim].text.trimmedLowercase) else {
        log.error(
          "unknown claim '\(row[claim].text.trimmed)'", at: row[claim].location,
          advice: adviceForUnknown(row[claim].text.trimmed, among: Sense.allCases.map(\.rawValue)))
        continue
      }
      let (least, most) = (
        bounds[0].flatMap { bound(row[$0], log: &log) }, bounds[1].flatMap { bound(row[$0], log: &log) }
      )
      add(row[words].text, sense: sense, least: least, most: most)
    }
    for key in phrases.keys { phrases[key]?.sort { $0.words.count > $1.words.count } }
  }

  private mutating func add(_ list: String, sense: Sense, least: Decimal?, most: Decimal?) {
    groups += 1
    for written in list.split(separator: ";") {
      let words = TextToken.tokens(of: Array(written.lowercased().unicodeScalars)).map(\.key)
      guard let first = words.first else { continue }
      if sense == .same {
        for word in words { synonyms[word, default: []].insert(groups) }
      } else {
        phrases[first, default: []].append(Phrase(words: words, sense: sense, least: least, most: most))
      }
    }
  }

  private func bound(_ field: Table.Field, log: inout DiagnosticLog) -> Decimal? {
    if field.text.isBlank { return nil }
    if case .value(let value, _) = WrittenNumber.read(field.text.trimmed, hasDecimalComma: false) {
      return value
    }
    log.error(
      "'\(field.text.trimmed)' is no number of per cent", at: field.location, advice: "write it in digits")
    return nil
  }
}
