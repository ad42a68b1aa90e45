import Evidence
import Testing

/// "text → reference" of each typed number found, several figures separated by "or".
private func typed(_ text: String) throws -> [String] {
  try table(sample).typedNumbers(in: text).map {
    "\($0.text) → \($0.references.joined(separator: " or "))"
  }
}

@Test(arguments: [
  ("Trade was more than $2 bn in nine months.", ["more than $2 bn → {trade-9m}"]),
  ("It reached USD 3.2 billion, a record.", ["USD 3.2 billion → {trade-2015|value}"]),
  ("About 4% is open.", ["About 4% → {border-open}"]),
  ("They signed eight agreements worth $62m.", ["eight → {signed}", "$62m → {volume}"]),
  ("There are 200 bilateral agreements.", ["200 → {agreements|number}"]),
  ("There are more than 200 bilateral agreements.", ["more than 200 → {agreements|count}"]),
  ("10,000 grants", ["10,000 → {grants}"]), ("after 27 years", ["27 → {independence|value}"]),
  ("The goal is $5 billion.", ["$5 billion → {trade-2020}"]),
])
func aTypedNumberOfAFigureIsFound(text: String, expected: [String]) throws {
  #expect(try typed(text) == expected)
}

@Test(arguments: [
  "In 2018 and 2012–2015, by 2020.", "On 4 May, on May 8, 8 May 2018, the 4th of May and 27 October.",
  "8.5.2018 and 2018-05-08",
  "Trade {trade-9m} [¶4] [^8] rose.", "He said: “we have more than $2 bn, about 4% and 8 agreements”.",
  "\"About 4%\" and ‘about 4%’ and «about 4%»", "8. The eighth point", "(8) agreements",
  "Article 8 of the treaty", "¶8",
  "Two presidents met four ministers of one country; eight towns took part.", "$2 m, 2%, 3 km and 27 towns",
  "EXPO-2017, G20 and the 8th agreement", "Version 3.2 of it", "27 000 years", "", "no number at all",
])
func whatIsNoFiguresNumberIsLeftAlone(text: String) throws {
  #expect(try typed(text) == [])
}

@Test func aLongNumberIsAFiguresWithoutItsNoun() throws {
  let figures = try table("v,Visitors,12345,visitors,,exact,actual,,¶1,\n")
  #expect(figures.typedNumbers(in: "Visitors: 12,345 in all").map(\.references) == [["{v|count}"]])
  #expect(figures.typedNumbers(in: "Visitors: 12 345 in all").map(\.offset) == [10])
}

@Test func aYearThatIsACountIsFoundByItsNoun() throws {
  let figures = try table("v,Visitors,2018,visitors,,exact,actual,,¶1,\n")
  #expect(figures.typedNumbers(in: "In 2018 there were 2018 visitors").map(\.offset) == [19])
}

@Test func allFiguresOfThatValueAndClaimAreNamed() throws {
  let figures = try table("a,A,5,%,,,,,¶1,\nb,B,5,%,,about,,,¶1,\nc,C,5,% ,,,,,¶1,\nd,D,5,%,,,,,¶1,\n")
  #expect(figures.typedNumbers(in: "about 5%").map(\.references) == [["{b}"]])
  #expect(
    figures.typedNumbers(in: "at least 5%").map(\.references) == [["{a|value}", "{b|value}", "{c|value}"]])
  #expect(figures.typedNumbers(in: "a rise of 5%").map(\.references) == [["{a}", "{c}", "{d}"]])
}
