import Diagnostics
import Evidence
import Foundation
import Testing

/// A text of a list, and its figures.
struct ListedClaim: Sendable, CustomTestStringConvertible {
  var text: String
  var mustWarn: Bool
  private var list: ClaimList

  static func all(in list: ClaimList) -> [ListedClaim] {
    list.texts.split(separator: "\n").compactMap { line in
      let parts = line.components(separatedBy: " | ")
      guard parts.count == 2, ["warn", "accept"].contains(parts[0]) else { return nil }
      return ListedClaim(text: parts[1], mustWarn: parts[0] == "warn", list: list)
    }
  }

  var testDescription: String { text }

  func doubts() throws -> [Diagnostic] {
    let rows = list.figures.split(separator: "\n").map {
      $0.replacing("|", with: ",") + ",,https://example.org/,\n"
    }
    var figures = try table(rows.joined())
    figures.asOf = Period(list.asOf)
    let check = ClaimCheck(figures, asOf: list.asOf, vocabulary: shippedWords)
    return check.doubts(about: [typed.passage])
  }

  private var typed: Typed {
    let kinds: [String: Passage.Kind] = ["[title": .title, "[statement": .statement, "[label": .label]
    guard let end = text.firstIndex(of: "]"), let word = text.split(separator: " ").first,
      let kind = kinds[String(word)]
    else { return Typed(text: text) }
    let ids = text[..<end].split(separator: " ").dropFirst().map(String.init)
    return Typed(text: String(text[end...].dropFirst(2)), kind: kind, figures: ids)
  }
}

@Test(
  arguments: [
    harbourClaims, laterClaims, latestClaims, proseClaims, thirdClaims, fourthClaims, fifthClaims,
    sixthClaims, seventhClaims,
  ]
  .flatMap(
    ListedClaim.all))
func aClaimIsWarnedOfWhereItIsFalseAndThereAlone(_ claim: ListedClaim) throws {
  let found = try claim.doubts().map(\.description)
  #expect(found.isEmpty != claim.mustWarn, "\(found)")
}

@Test func aWarningOfADeficitSaysItsSizes() throws {
  let claim = try #require(
    ListedClaim.all(in: harbourClaims).first { $0.text == "The trade deficit narrowed to {b18}." })
  #expect(
    try claim.doubts().map { $0.description.replacing("\u{A0}", with: " ") } == [
      """
      1.md:1:19: warning: 'narrowed' is typed, and 'b18' is −$20 m after −$14 m
        → write {b18} without a typed direction, or mend the words
      """
    ])
}

@Test func aWarningOfAMultipleQuotesItWholeAndNamesBothFigures() throws {
  let claim = try #require(
    ListedClaim.all(in: harbourClaims).first { $0.text.contains("twice as much as imports") })
  let doubts = try claim.doubts().map { $0.description.replacing("\u{A0}", with: " ") }
  #expect(doubts.count == 1)
  #expect(
    doubts[0].hasPrefix(
      "1.md:1:29: warning: 'twice as much as' is typed, and 'ex' is $90 m and 'im' $30 m"))
}
