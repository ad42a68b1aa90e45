import Diagnostics
import Evidence
import Foundation
import Interview
import Testing

@testable import Briefing

@Test(arguments: [
  ("It's \"big\".", "en", "It’s “big”."),
  ("Vietnam's 'big' year", "en", "Vietnam’s ‘big’ year"),
  ("\"He said 'yes'\"", "en", "“He said ‘yes’”"),
  ("the '90s and the 1990s'", "en", "the ’90s and the 1990s’"),
  ("he is 5'10\" tall", "en", "he is 5′10″ tall"),
  ("a 'big' man of 5'10\"", "en", "a ‘big’ man of 5′10″"),
  ("\"in 2018\" (\"or so\")", "en", "“in 2018” (“or so”)"),
  ("see https://example.org/o'neil?q=\"a\"", "en", "see https://example.org/o'neil?q=\"a\""),
  ("write to o'neil@example.org, it's \"here\"", "en", "write to o'neil@example.org, it’s “here”"),
  ("„schon“ ‘so’ — it’s", "en", "„schon“ ‘so’ — it’s"),
  ("\"gut\"", "de", "„gut“"), ("\"хорошо\"", "ru", "«хорошо»"), ("\"bien\"", "fr", "«\u{202F}bien\u{202F}»"),
  ("\"a 24\" screen\" and a 5' wall", "en", "“a 24″ screen” and a 5′ wall"),
  ("\"wait—\" he said; \" so \"", "en", "“wait—” he said; “ so ”"),
  ("41°15'30\" N, 1'000 people", "en", "41°15′30″ N, 1’000 people"),
  ("« déjà » et \"voilà\"", "fr", "« déjà » et «\u{202F}voilà\u{202F}»"),
  ("\"ja\" på 24\" och \"nej\"", "sv", "”ja” på 24″ och ”nej”"),
  ("\"a paragraph that goes on", "en", "“a paragraph that goes on"),
  ("and ends here.\"", "en", "and ends here.”"),
  ("O'zbekiston \"yo'l\"", "uz", "Oʻzbekiston “yoʻl”"),
])
func marksOfAKeyboardAreSetAsALanguageSetsThem(typed: String, language: String, expected: String) {
  // What stands before an address may hold a mark; the address keeps its own.
  #expect(TypographicQuotes(language: language).set(typed, after: "") == expected)
}

@Test func marksAfterAReferenceKnowWhatStandsBefore() {
  let quotes = TypographicQuotes(language: "en")
  #expect(quotes.set("'s share", after: "about 5%") == "’s share")
  #expect(quotes.set("\" it said", after: "“in 2018") == "” it said")
}

@Test func footnoteMarksMoveWithTheirTextAndLabelsAreSet() {
  let quotes = TypographicQuotes(language: "fr")
  let here = SourceLocation(file: "t", line: 1)
  let answer = Paragraph(
    number: 1, text: "Un \"mot\" ici", marks: [.init(footnote: 1, offset: 8)], location: here)
  let transcript = Transcript(
    file: "t", introduction: [answer], biography: [], questions: [],
    footnotes: [Footnote(number: 1, text: "l'un", location: here)])
  let set = quotes.set(transcript)
  let text = set.introduction[0].text
  #expect(text == "Un «\u{202F}mot\u{202F}» ici")
  // Still directly behind the closing mark.
  #expect(String(Array(text)[..<set.introduction[0].marks[0].offset]).hasSuffix("»"))
  #expect(set.footnotes[0].text == "l’un")
  // What was received is what quotations are held against.
  #expect(quotationStands("un \"mot\"".replacing("un", with: "Un"), in: transcript.introduction[0]))
  #expect(quotationStands(set.introduction[0].text.replacing("\u{202F}", with: ""), in: answer))
  let figure = Figure(id: "a", label: "24\" \"wide\"", value: 1, unit: Unit("%"), location: here)
  #expect(quotes.set(FigureTable([figure])).figures[0].label == "24″ «\u{202F}wide\u{202F}»")
}

@Test func marksOfALongTextTakeTimeInProportion() {
  let quotes = TypographicQuotes(language: "en")
  func time(_ count: Int) -> Duration {
    let text = String(repeating: "\"It's\" ", count: count)
    return ContinuousClock().measure { #expect(quotes.set(text, after: "").hasPrefix("“It’s” “It’s”")) }
  }
  #expect(quotes.set(String(repeating: "'", count: 5_000), after: "").count == 5_000)
  _ = time(100)
  #expect(time(1_000) < time(250) * 8 + .milliseconds(50))
}
