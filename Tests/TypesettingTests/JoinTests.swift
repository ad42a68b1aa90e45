import Graphics
import TestSupport
import Testing

@testable import Typesetting

/// Where a line may end: "|" in the expectation.
@Suite struct JoinTests {
  private func marked(_ text: String) -> String {
    let collected = collect(RichText(text, serif), collapsing: true)
    var allowed = opportunities(collected, language: "en")
    joinWhatBelongsTogether(collected, &allowed)
    _ = breakAddresses(collected, &allowed)
    var result = ""
    for (index, scalar) in collected.scalars.enumerated() {
      if index > 0, allowed[collected.offsets[index]] == .plain { result += "|" }
      if let scalar = Unicode.Scalar(scalar) { result.unicodeScalars.append(scalar) }
    }
    return result
  }

  @Test(arguments: [
    "about |$2 bn |in |2018", "grew |by |40 % |a |year", "8.6 m |people", "(8.6 million) |more",
    "27 years |ago",
    "20 November |2018", "2 USD |bn",
  ])
  func numbersHoldTheirUnits(_ expected: String) {
    #expect(marked(expected.filter { $0 != "|" }) == expected)
  }

  @Test(arguments: [
    "carried |41 000 |passengers", "12 500 000 |tonnes", "(≈41 000)", "−98 000 000, |then", "$1 200 |each",
    "41 000 km |of |road", "in |2018 |200 |people", "12 |5000 |3", "41 |00 |x", "100 |1st",
  ])
  func groupsOfDigitsHoldTogether(_ expected: String) {
    #expect(marked(expected.filter { $0 != "|" }) == expected)
  }

  /// At every width in which the longest of them has room.
  @Test(arguments: [" ", "\u{A0}", "\u{2009}", "\u{202F}"])
  func numbersTypedWithSpacesAreOnOneLine(space: String) throws {
    var generator = SeededGenerator(seed: 41)
    let typesetter = try makeTypesetter()
    let numbers = (0..<60).map { _ in
      let groups = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        String(1000 + Int.random(in: 0...999, using: &generator)).suffix(3)
      }
      return ([String(Int.random(in: 1...999, using: &generator))[...]] + groups).joined(separator: space)
    }
    let words = ["carried", "in all", "passengers,", "more than", "of which"]
    let text = numbers.map { (words.randomElement(using: &generator) ?? "") + " " + $0 }
      .joined(separator: " and ")
    let widest = numbers.map { typesetter.line(RichText($0, serif)).width }.max() ?? 0
    for width in stride(from: widest.rounded(.up), through: 220, by: 1.5) {
      let lines = typesetter.paragraph(
        RichText(text, serif), ParagraphSetting(hyphenates: true), measures: Measures(width: width))
      let whole = lines.map(\.text).joined(separator: "|")
      #expect(numbers.filter { !whole.contains($0) } == [], "at \(width)")
    }
  }

  @Test(arguments: [
    "with |Dr Baydarov |there", "Dr. Erkin |Baydarov", "by |N. A. Nazarbayev", "see |¶ 5 |and |No. 7",
    "worth |USD 5 billion", "≈ 2 |to |≥ $3", "Prof. |of |law",
  ])
  func whatLeadsHoldsWhatFollows(_ expected: String) {
    #expect(marked(expected.filter { $0 != "|" }) == expected)
  }

  @Test(arguments: [
    "trade – |as |said", "trade— |or |not", "so—|or |so", "2017–2019 |plan", "2017-2019 |plan",
    "in |Jan–Sep 2018 |and", "(January–September 2018)", "Dec |2017–Mar |2018", "январь–сентябрь 2018",

    "Kazakhstan–|Uzbekistan |4 |times",
    "Kazakh–|Uzbek |trade", "Kazakh-|Uzbek |e-mail",
    "EXPO-2017", "and |so …", "Kazakhstan–|Uzbekistan",
  ])
  func dashesHoldWhatStandsBefore(_ expected: String) {
    #expect(marked(expected.filter { $0 != "|" }) == expected)
  }

  @Test(arguments: [
    "from |https://|primeminister.|kz/|en/|news/|all/|first-|forum-|17470. |Accessed",
    "at |www.|example.|org/|a_|b?|c=|d&|ef",
  ])
  func addressesBreakAfterTheirMarks(_ expected: String) {
    #expect(marked(expected.filter { $0 != "|" }) == expected)
  }

  /// A hyphen at a line's end would be taken for a part of the address, and one of its own for one that was added.
  @Test(arguments: [
    "write |to |first.|last@|foreign-affairs.|example.|org |today",
    "mailto:first-last@|ministry.|example.|org",
  ])
  func addressesOfMailBreakAfterTheirDots(_ expected: String) throws {
    #expect(marked(expected.filter { $0 != "|" }) == expected)
    let text = expected.filter { $0 != "|" }
    let lines = try makeTypesetter().paragraph(
      RichText(text, serif), ParagraphSetting(hyphenates: true), measures: Measures(width: 90))
    #expect(lines.flatMap(\.runs).allSatisfy { !$0.run.text.contains("\u{AD}") })
  }

  @Test(arguments: [("down about 17%.", "1"), ("down (17%)", "12"), ("up. ", "3"), ("an end—", "a")])
  func aFootnoteMarkStaysWithItsWord(text: String, mark: String) throws {
    var raised = serif
    raised.size = 6.6
    raised.rise = 3.4
    let typesetter = try makeTypesetter()
    let rich = RichText([
      .init(text, serif), .init(mark, raised), .init("\u{A0}¶3", sans), .init(" and on", serif),
    ])
    // From the width of the longest word with its marks.
    for width in stride(from: 62.0, through: 150, by: 0.5) {
      let lines = typesetter.paragraph(
        rich, ParagraphSetting(hyphenates: true), measures: Measures(width: width))
      #expect(lines.map(\.text).joined(separator: " ") == rich.text)
      #expect(lines.allSatisfy { $0.runs.first?.run.fontSize == 10 && !$0.text.hasPrefix("¶") })
    }
  }

  @Test func controlsAreHonoured() {
    #expect(
      marked("no\u{A0}break, no\u{202F}break, 10\u{2009}000")
        == "no\u{A0}break, |no\u{202F}break, |10\u{2009}000")
    #expect(marked("zero\u{200B}width") == "zero|width")
    #expect(marked("word-\u{2060}joiner") == "word-joiner")
    let collected = collect(RichText("soft\u{AD}hyphen", serif), collapsing: true)
    #expect(opportunities(collected, language: "en")[4] == .hyphen)
    #expect(collected.string(0, collected.bytes.count) == "softhyphen")
  }
}
