import Diagnostics
import Evidence
import TestSupport
import Testing

/// The words of a text whose references are filled in from the sample.
private func words(_ text: String, continuing before: String = "So ") throws -> String {
  let figures = try table(sample)
  return try figures.pieces(
    of: text, at: Diagnostics.SourceLocation(file: "1.md", line: 1, column: 1), continuing: before
  )
  .map(\.words).joined().replacing("\u{A0}", with: "~").replacing("\u{202F}", with: "_")
}

@Test(arguments: [
  ("{trade-9m}", "more than $2~bn"),
  ("{border-open}", "about 4%"),
  ("{agreements}", "more than 200 agreements"),
  ("{grants}", "10_000 grants"),
  ("{independence}", "less than 27~years"),
  ("{offices}", "one agreement"),
  ("{offices|number}", "1"),
  ("{offices|short}", "1"),
  ("{signed}", "eight agreements"),
  ("{signed|value}", "eight agreements"),
  ("{signed|count}", "eight"),
  ("{signed|number}", "8"),
  ("{signed|short}", "8"),
  ("{volume}", "$62~m"),
  ("{trade-9m-before}", "about $1.4~bn"),
  ("{trade-9m|value}", "$2~bn"),
  ("{agreements|value}", "200 agreements"),
  ("{agreements|count}", "more than 200"),
  ("{agreements|number}", "200"),
  ("{trade-9m|short}", ">~$2~bn"),
  ("{trade-2012|short}", "≈~$2.5~bn"),
  ("{agreements|short}", "200+"),
  ("{grants|short}", "10_000"),
  ("{border-open|short}", "≈~4%"),
  ("{trade-2015|short number}", ">3.2"),
  ("{trade-9m|period}", "January–September 2018"),
  ("{trade-9m|period short}", "Jan–Sep 2018"),
  ("{trade-2020|period}", "2020"),
  ("{grants|label}", "Grants"),
  ("{trade-9m|change from trade-9m-before}", "up 40%"),
  ("{trade-9m-before | change from  trade-9m}", "29% lower than in January–September 2018"),
  ("{trade-9m|higher than trade-9m-before}", "40% higher than"),
  ("{trade-2018|higher than trade-2012}", "about 20% higher than"),
  ("{trade-2015|change from trade-2012}", "up about 28%"),
  ("{trade-2020|times trade-2018}", "1.7 times"),
  ("{trade-2020|times trade-2017}", "about 2.5 times"),
  ("{trade-2020|times trade-2012}", "about twice"),
  ("{trade-2012|times trade-2020}", "about half"),
  ("{trade-2018|gap to trade-2020}", "$2~bn short of"),
  ("{trade-9m|gap to trade-2018}", "about $1~bn short of"),
  ("{trade-2017|gap to trade-2018}", "about $1~bn short of"),
  ("{trade-2018|gap to trade-2018}", "level with"),
])
func aReferenceSaysItsFigure(reference: String, expected: String) throws {
  #expect(try words(reference) == expected)
}

/// Rows of two figures to compare: x with y.
private func compared(
  _ x: (value: String, unit: String, period: String, qualifier: String),
  _ y: (value: String, unit: String, period: String, qualifier: String), _ comparison: Comparison
) throws -> String {
  let figures = try table(
    "x,X,\(x.value),\(x.unit),\(x.period),\(x.qualifier),actual,,¶1,\n"
      + "y,Y,\(y.value),\(y.unit),\(y.period),\(y.qualifier),actual,,¶1,\n")
  let pair = (try #require(figures["x"]), try #require(figures["y"]))
  return try figures.words(comparison, of: pair.0, to: pair.1).replacing("\u{A0}", with: "~")
}

private func compared(_ x: String, _ y: String, _ comparison: Comparison, unit: String = "USD bn") throws
  -> String
{
  try compared((x, unit, "", "exact"), (y, unit, "", "exact"), comparison)
}

@Test(arguments: [
  ("3", "2", "up 50%", "50% higher than", "1.5 times", "$1~bn above"),
  ("2", "3", "down 33%", "33% lower than", "two thirds of", "$1~bn short of"),
  ("2", "2", "unchanged", "the same as", "the same as", "level with"),
  ("4", "2", "up 100%", "100% higher than", "twice", "$2~bn above"),
  ("1", "2", "down 50%", "50% lower than", "half", "$1~bn short of"),
  ("2.5", "1", "up 150%", "150% higher than", "2.5 times", "$1.5~bn above"),
  ("6", "2", "up 200%", "200% higher than", "three times", "$4~bn above"),
  ("2", "5", "down 60%", "60% lower than", "two fifths of", "$3~bn short of"),
  ("3", "4", "down 25%", "25% lower than", "three quarters of", "$1~bn short of"),
  ("43", "100", "down 57%", "57% lower than", "43% of", "$57~bn short of"),
  ("34", "100", "down 66%", "66% lower than", "about a third of", "$66~bn short of"),
  ("0", "2", "down 100%", "100% lower than", "0% of", "$2~bn short of"),
  ("1.005", "1", "up 0.5%", "0.5% higher than", "1.01 times", "$0.005~bn above"),
  ("1.0001", "1", "up less than 0.1%", "less than 0.1% higher than", "about the same as", "$0.0001~bn above"),
  ("92.5", "100", "down 7.5%", "7.5% lower than", "93% of", "$7.5~bn short of"),
  ("109.96", "100", "up 10%", "10% higher than", "1.1 times", "$9.96~bn above"),
  ("0.4", "100", "down 99.6%", "99.6% lower than", "0.4% of", "$99.6~bn short of"),
  (
    "1", "4000", "down more than 99.9%", "more than 99.9% lower than", "less than 0.1% of",
    "$3999~bn short of"
  ),
  ("1.97", "1", "up 97%", "97% higher than", "about twice", "$0.97~bn above"),
  ("23.4", "1", "up 2240%", "2240% higher than", "about 23 times", "$22.4~bn above"),
])
func aComparisonFollowsTheData(
  x: String, y: String, change: String, higher: String, times: String, gap: String
) throws {
  #expect(try compared(x, y, .change) == change)
  #expect(try compared(x, y, .higher) == higher)
  #expect(try compared(x, y, .times) == times)
  #expect(try compared(x, y, .gap) == gap)
}

@Test(arguments: [
  ("exact", "exact", "up 50%", "1.5 times", "$1~bn above"),
  ("about", "exact", "up about 50%", "about 1.5 times", "about $1~bn above"),
  ("exact", "about", "up about 50%", "about 1.5 times", "about $1~bn above"),
  ("more-than", "exact", "up more than 50%", "more than 1.5 times", "more than $1~bn above"),
  ("exact", "less-than", "up more than 50%", "more than 1.5 times", "more than $1~bn above"),
  ("at-least", "at-most", "up at least 50%", "at least 1.5 times", "at least $1~bn above"),
  // It could be so much less that it is down.
  ("less-than", "exact", "up about 50%", "less than 1.5 times", "about $1~bn above"),
  ("at-most", "exact", "up about 50%", "at most 1.5 times", "about $1~bn above"),
  ("more-than", "more-than", "up about 50%", "about 1.5 times", "about $1~bn above"),
  ("more-than", "about", "up about 50%", "about 1.5 times", "about $1~bn above"),
])
func aComparisonClaimsNoMoreThanItsSides(x: String, y: String, change: String, times: String, gap: String)
  throws
{
  func words(_ comparison: Comparison) throws -> String {
    try compared(("3", "USD bn", "", x), ("2", "USD bn", "", y), comparison)
  }
  #expect(try words(.change) == change)
  #expect(try words(.times) == times)
  #expect(try words(.gap) == gap)
}

@Test(arguments: [
  ("about", "little changed", "about the same as", "about level with"),
  ("more-than", "up", "higher than", "above"),
  ("less-than", "down", "lower than", "short of"),
  ("at-least", "unchanged or up", "at least as high as", "at or above"),
  ("at-most", "unchanged or down", "at most as high as", "at or below"),
])
func equalNumbersAreNotCalledEqualWhereTheyAreNotExact(
  qualifier: String, change: String, higher: String, gap: String
) throws {
  func words(_ comparison: Comparison) throws -> String {
    try compared(("2", "USD bn", "", qualifier), ("2", "USD bn", "", "exact"), comparison)
  }
  #expect(try words(.change) == change)
  #expect(try words(.higher) == higher)
  #expect(try words(.gap) == gap)
}

@Test func aBoundIsRoundedSoThatItStaysTrue() throws {
  // 66.7% more, and it may be 66.7% exactly: "more than 67%" would be too much.
  let words = try compared(("5", "USD bn", "", "more-than"), ("3", "USD bn", "", "exact"), .change)
  #expect(words == "up more than 66%")
}

@Test func scalesOfOneUnitAreCompared() throws {
  func words(_ x: (String, String), _ y: (String, String), _ comparison: Comparison) throws -> String {
    try compared((x.0, x.1, "", "exact"), (y.0, y.1, "", "exact"), comparison)
  }
  #expect(try words(("2", "USD bn"), ("500", "USD m"), .times) == "four times")
  #expect(try words(("2", "USD bn"), ("500", "USD m"), .gap) == "$1.5~bn above")
  #expect(try words(("2", "USD bn"), ("1950", "USD m"), .gap) == "$50~m above")
  #expect(try words(("900", "USD m"), ("2", "USD bn"), .gap) == "$1.1~bn short of")
}

@Test func percentagesDifferByPercentagePoints() throws {
  #expect(try compared("6", "4", .change, unit: "%") == "up 2 percentage points")
  #expect(try compared("4", "5", .change, unit: "%") == "down 1 percentage point")
  #expect(try compared("4.5", "4", .higher, unit: "%") == "0.5 percentage points higher than")
  #expect(try compared("4", "6", .gap, unit: "%") == "2 percentage points short of")
  #expect(try compared("2", "4", .times, unit: "%") == "half")
  #expect(try compared("4", "4", .change, unit: "%") == "unchanged")
}

@Test func aGapHasSingularAndPlural() throws {
  #expect(try compared("8", "9", .gap, unit: "agreements") == "one agreement short of")
  #expect(try compared("8", "10", .gap, unit: "agreements") == "two agreements short of")
}

private let start = Diagnostics.SourceLocation(file: "summaries/1.md", line: 3, column: 5)

private func complaints(_ text: String, rows: String = sample) -> [String] {
  messages { _ = try table(rows).pieces(of: text, at: start) }
}

@Test(arguments: [
  (
    "Trade of {trade-8m}",
    "14: error: unknown figure 'trade-8m'\n  → did you mean 'trade-9m'?"
  ),
  ("{}", "5: error: this reference names no figure\n  → write {id} or {id|form}"),
  (
    "{trade-9m|valeu}",
    "5: error: unknown form 'valeu'\n  → did you mean 'value'?"
  ),
  (
    "{trade-9m|change from}",
    "5: error: 'change from' names no figure to compare with\n  → write change from and an id"
  ),
  (
    "{trade-9m|times tade-2018}",
    "5: error: unknown figure 'tade-2018'\n  → did you mean 'trade-2018' or 'trade-2012' or 'trade-2015'?"
  ),
  (
    "so {trade-9m",
    "8: error: this brace is never closed\n  → close it with '}', or write '{{' for a brace in the text"
  ),
  (
    "{grants|period}",
    "5: error: figure 'grants' has no period\n  → fill in its period, or say it without one"
  ),
  (
    "{volume|change from signed}",
    "5: error: 'volume' is in USD m and 'signed' in agreements: they can't be compared\n  → compare figures of one unit"
  ),
  (
    "{trade-9m|change from trade-2017}",
    "5: error: 'trade-9m' is for January–September 2018 and 'trade-2017' for 2017, which is not as long\n  → compare the same months of both years, or derive a figure that can be compared"
  ),
  (
    "{trade-9m|gap to trade-2017}",
    "5: error: 'trade-9m' is for January–September 2018 and 'trade-2017' for 2017, which is not as long\n  → compare the same months of both years, or derive a figure that can be compared"
  ),
])
func aMistakenReferenceIsReportedAtItsPlace(text: String, expected: String) {
  #expect(complaints(text) == ["summaries/1.md:3:\(expected)"])
}

@Test func allReferencesOfATextAreChecked() {
  #expect(
    complaints("A {one}\nand {grants} é {two}").map { $0.prefix { $0 != "\n" } } == [
      "summaries/1.md:3:7: error: unknown figure 'one'", "summaries/1.md:4:16: error: unknown figure 'two'",
    ])
}

@Test func nothingIsAMultipleOfZero() {
  let rows = "x,X,5,km,,,,,¶1,\nnull,N,0,km,,,,,¶1,\nless,L,-1,km,,,,,¶1,\n"
  let prefix = "summaries/1.md:3:5: error: "
  #expect(
    complaints("{x|times null}", rows: rows) == [
      prefix + "division by zero: 'null' is 0, and a multiple of it says nothing\n  → use 'gap to'"
    ])
  #expect(
    complaints("{x|change from null}", rows: rows) == [
      prefix + "division by zero: 'null' is 0, and a percentage of it says nothing\n  → use 'gap to'"
    ])
  #expect(
    complaints("{x|change from less}", rows: rows) == [
      prefix + "'less' is negative, and a percentage says nothing then\n  → use 'gap to'"
    ])
  #expect(complaints("{x|gap to less}", rows: rows) == [])
}

@Test func bracesAreWrittenTwice() throws {
  #expect(try words("a {{b}} c } {{{offices}}}") == "a {b} c } {one agreement}")
}

@Test func aTextIsDividedIntoTextAndFigures() throws {
  let pieces = try table(sample).pieces(
    of: "Trade is {trade-9m|change from trade-9m-before} on {trade-9m-before|period short}.", at: start)
  #expect(
    pieces == [
      .text("Trade is "), .figure(words: "up 40%", ids: ["trade-9m", "trade-9m-before"]), .text(" on "),
      .figure(words: "Jan–Sep 2017", ids: ["trade-9m-before"]), .text("."),
    ])
  #expect(try table(sample).pieces(of: "", at: start) == [])
  #expect(try table(sample).pieces(of: "No figure", at: start) == [.text("No figure")])
}

@Test(arguments: [
  ("", true), ("**A solid base.** ", true), ("It grew. ", true), ("It grew [¶4]. ", true),
  ("It grew. [¶4] ", true),
  ("Did it? ", true), ("He said: “It grew.” ", true), ("“", true), ("**", true), ("*(", true),
  ("It grew… ", true),
  ("It grew ", false), ("It grew, ", false), ("Two things: ", false), ("by approx. ", false),
  ("e.g. ", false),
  ("i.e. ", false), ("It grew (", false), ("grew **", false), ("3.", false), ("as of 2018 ", false),
])
func aSentenceBeginsWithACapital(before: String, isStart: Bool) throws {
  #expect(
    try words("{agreements}", continuing: before)
      == (isStart ? "More than 200 agreements" : "more than 200 agreements"))
  #expect(
    try words(before + "{agreements}", continuing: "").hasSuffix(
      isStart ? "More than 200 agreements" : "more than 200 agreements"))
}

@Test func whatStandsBeforeIsLookedAtAcrossReferences() throws {
  #expect(
    try words("{agreements}. {trade-9m} and {border-open}", continuing: "")
      == "More than 200 agreements. More than $2~bn and about 4%")
}

/// Wording of random pairs, held against an independent computation in whole numbers.
/// As counts are written in running text.
private func spelt(_ count: Int) -> String {
  let words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
  return words.indices.contains(count - 1) ? words[count - 1] : "\(count)"
}

/// What a qualifier leaves open of a value.
private struct Bounds {
  var lower: Double
  var upper: Double

  init(_ value: Int, _ qualifier: String) {
    let isOpenAbove = ["more-than", "at-least"].contains(qualifier)
    let isOpenBelow = ["less-than", "at-most"].contains(qualifier)
    lower = isOpenBelow ? -.infinity : Double(value)
    upper = isOpenAbove ? .infinity : Double(value)
  }

  func mayLieEitherWay(of other: Bounds) -> Bool { upper > other.lower && lower < other.upper }
}

@Test func directionAndSizeFollowRandomData() throws {
  var generator = SeededGenerator(seed: 4)
  for _ in 0..<400 {
    let x = Int.random(in: 0...2000, using: &generator)
    let y = Int.random(in: 1...2000, using: &generator)
    let qualifiers = ["exact", "about", "more-than", "less-than", "at-least", "at-most"]
    let (qx, qy) = (
      qualifiers.randomElement(using: &generator) ?? "", qualifiers.randomElement(using: &generator) ?? ""
    )
    func words(_ comparison: Comparison) throws -> String {
      try compared(("\(x)", "persons", "", qx), ("\(y)", "persons", "", qy), comparison)
    }
    let (change, higher, gap, times) = (
      try words(.change), try words(.higher), try words(.gap), try words(.times)
    )
    // Where each side may lie on either side of the other nothing is said of their order, and only there.
    let isOpen = Bounds(x, qx).mayLieEitherWay(of: Bounds(y, qy))
    if change.contains("neither") {
      #expect(isOpen, "\(x) \(qx) \(y) \(qy): \(change)")
      continue
    }
    let claims = ["about", "more than", "less than", "at least", "at most", "little"]
    let isExact = qx == "exact" && qy == "exact"
    if isExact {
      #expect(!change.contains("about") && !gap.contains("about"))
    } else {
      let certain = x == y ? ["up", "down", "little", "unchanged or"] : claims
      #expect(certain.contains { change.contains($0) }, "\(x) \(qx) \(y) \(qy): \(change)")
      if x != y { #expect(claims.contains { times.contains($0) }, "\(x) \(qx) \(y) \(qy): \(times)") }
    }
    if x > y {
      #expect(
        change.hasPrefix("up ") && higher.hasSuffix("higher than")
          && gap.hasSuffix("\(spelt(x - y)) person\(x - y == 1 ? "" : "s") above"))
    }
    if x < y {
      #expect(
        change.hasPrefix("down ") && higher.hasSuffix("lower than")
          && gap.hasSuffix("\(spelt(y - x)) person\(y - x == 1 ? "" : "s") short of"))
    }
    if x != y, let percent = change.split(separator: " ").last?.dropLast(), let shown = Double(percent) {
      let real = Double(abs(x - y)) / Double(y) * 100
      #expect(abs(shown - real) <= (real < 10 ? 0.1 : 1), "\(x) \(y): \(change)")
      if change.contains("more than") || change.contains("at least") { #expect(shown <= real + 1e-9) }
    }
    // The other way round it goes the other way.
    if x > 0 {
      let back = try compared(("\(y)", "persons", "", qy), ("\(x)", "persons", "", qx), .gap)
      #expect(gap.replacing("above", with: "short of") == back.replacing("above", with: "short of") || x == y)
    }
  }
}

@Test func randomTextsNeverCrashTheWording() throws {
  var generator = SeededGenerator(seed: 5)
  let figures = try table(sample)
  let pieces = [
    "{", "}", "|", "{{", "}}", "trade-9m", "grants", "times", "change from", "gap to", " ", "\n", "é", "[",
    "]", ".", "*", "period", "short", "on the way to", "from", "most of", "all but", "rose from",
    "recovered from",
    "after", "trade-9m-before", "trade-2018", "border-open", "is", "met by",
  ]
  for _ in 0..<5000 {
    let text = (0..<Int.random(in: 0...14, using: &generator)).map { _ in
      pieces.randomElement(using: &generator) ?? ""
    }.joined()
    do {
      let words = try figures.pieces(of: text, at: start)
      #expect(words.allSatisfy { !$0.words.isEmpty })
    } catch {
      #expect(error.diagnostics.allSatisfy { $0.location?.line != nil && $0.advice != nil })
    }
  }
}

@Test(arguments: [
  ("3", "agreements", "more-than", "more than three agreements", "more than three"),
  ("9", "agreements", "less-than", "fewer than nine agreements", "fewer than nine"),
  ("10", "agreements", "exact", "10 agreements", "10"), ("0", "agreements", "exact", "0 agreements", "0"),
  ("2.5", "agreements", "exact", "2.5 agreements", "2.5"),
  ("-3", "agreements", "exact", "−3 agreements", "−3"),
  ("3", "million people", "exact", "3 million people", "3 million"), ("3", "km", "exact", "3 km", "3 km"),
  ("3", "years", "exact", "3 years", "3 years"), ("3", "%", "exact", "3%", "3%"),
  ("3", "", "exact", "3", "3"),
  ("3", "USD m", "exact", "$3 m", "$3 m"),
])
func aCountBelowTenIsAWordInRunningText(
  value: String, unit: String, qualifier: String, full: String, count: String
)
  throws
{
  let figure = try #require(try table("x,X,\(value),\(unit),,\(qualifier),actual,,¶1,")["x"])
  func plain(_ words: String) -> String { words.replacing("\u{A0}", with: " ") }
  #expect(plain(figure.words(.full)) == full)
  #expect(plain(figure.words(.count)) == count)
  #expect(!plain(figure.words(.value, inDigits: true)).contains("three"))
}

@Test func aCountInWordsBeginsASentenceWithACapital() throws {
  #expect(try words("{signed} were signed.", continuing: "") == "Eight agreements were signed.")
}

@Test func theStartOfASentenceIsKnownAfterALongParagraph() throws {
  let long = String(repeating: "word ", count: 1000)
  #expect(try words("{border-open}", continuing: long) == "about 4%")
  #expect(try words("{border-open}", continuing: long + "end. ") == "About 4%")
  #expect(try words("{border-open}", continuing: String(repeating: "(", count: 1000)) == "about 4%")
}
