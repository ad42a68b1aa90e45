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
