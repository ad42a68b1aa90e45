import Diagnostics
import Evidence
import Foundation
import Interview
import TestSupport
import Testing

private let here = Diagnostics.SourceLocation(file: "transcript.txt")

private func transcript(_ paragraphs: [String], footnotes: [String] = []) -> Transcript {
  Transcript(
    file: "transcript.txt",
    introduction: paragraphs.enumerated().map { Paragraph(number: $0 + 1, text: $1, location: here) },
    biography: [],
    questions: [],
    footnotes: footnotes.enumerated().map { Footnote(number: $0 + 1, text: $1, location: here) })
}

/// What the check says of one figure with source ¶1 against a one-paragraph transcript.
private func check(_ value: String, _ unit: String, _ qualifier: String = "exact", in text: String) throws
  -> [String]
{
  let figures = try table("x,X,\(value),\(unit),,\(qualifier),actual,,¶1,")
  return Evidence.check(figures, against: transcript([text])).map(\.description)
}

@Test(arguments: [
  ("62", "USD m", "exact", "signed with a total amount of USD 62 million."),
  ("62", "USD m", "exact", "worth US$62 million"), ("62", "USD m", "exact", "62 million US dollars"),
  ("62", "USD m", "exact", "a $62m deal"), ("62", "USD m", "exact", "a 62-million-dollar deal"),
  ("62000", "USD k", "exact", "USD 62 million"), ("0.062", "USD bn", "exact", "USD 62 million"),
  ("8.6", "USD m", "exact", "volume of USD 8.6 million is"),
  ("2", "USD bn", "more-than", "was more than $2 billion, which"),
  ("3.2", "USD bn", "more-than", "in 2015 it exceeded to USD 3.2 billion."),
  ("2", "USD bn", "about", "amounted around USD 2 billion"),
  ("40", "%", "exact", "which is 40% higher"), ("4", "%", "about", "occupying about 4% of it"),
  ("4", "%", "exact", "4 per cent of it"),
  ("4", "%", "exact", "four percent of it"),
  ("200", "agreements", "more-than", "There are more than 200 signed"),
  ("200", "agreements", "at-least", "There are more than 200 signed"),
  ("10000", "grants", "exact", "allocate 10 000 grants"),
  ("10000", "grants", "exact", "allocate 10\u{2009}000 grants"),
  ("10000", "grants", "exact", "allocate 10,000 grants"),
  ("10000", "grants", "exact", "allocate ten thousand grants"),
  ("8", "agreements", "exact", "eight agreements were signed"),
  ("8", "agreements", "exact", "Eight agreements were signed"),
  ("25", "agreements", "exact", "twenty-five agreements"),
  ("25", "agreements", "exact", "twenty five agreements"),
  ("250", "agreements", "exact", "two hundred and fifty agreements"),
  ("1.5", "EUR bn", "exact", "one and a half billion euros"),
  ("1", "million people", "about", "about a million people"),
  ("500000", "people", "exact", "half a million people"),
  ("12", "events", "exact", "a dozen events"), ("100", "events", "exact", "a hundred events"),
  ("24", "events", "exact", "two dozen events"),
  ("27", "years", "less-than", "in almost 27 years of relations"),
  ("27", "years", "about", "in almost 27 years of relations"),
  ("5", "USD m", "at-least", "from 5 to 10 million dollars"),
  ("10", "USD m", "at-most", "from 5 to 10 million dollars"),
  ("5", "%", "at-least", "5–10% of it"), ("2", "USD bn", "at-least", "USD 2-3 billion"),
  ("-5", "%", "exact", "a change of −5% there"),
  ("300", "firms", "at-least", "300 firms or more"), ("300", "firms", "at-most", "no more than 300 firms"),
  ("300", "firms", "more-than", "over 300 firms"), ("300", "firms", "about", "some 300 firms"),
  ("30", "universities", "exact", "at any of 30 universities"),
  ("5", "KZT bn", "exact", "KZT 5 bn"), ("1234567.5", "t", "exact", "1,234,567.5 t"),
  ("2017", "", "exact", "from 2017-2019."), ("27", "years", "exact", "a 27-year period"),
  ("58", "km", "exact", "it is 58 kilometres long"), ("5", "km²", "exact", "5 square kilometres"),
  ("5", "km2", "exact", "5 km² of it"), ("25", "years", "at-least", "for 25 to 27 years"),
  ("27", "years", "exact", "27 hard years"), ("52", "t", "exact", "52 metric tons"),
  ("90", "km/h", "exact", "90 km/h."), ("27", "years", "exact", "Years of independence: 27."),
  ("200", "bilateral agreements", "exact", "200 agreements"),
  ("8", "agreements", "exact", "8 very serious agreements"),
  ("27", "years", "less-than", "for nearly 27 years"), ("27", "years", "about", "for nearly 27 years"),
  ("-12", "%", "exact", "12% lower than before"), ("-12", "%", "exact", "12 per cent less than before"),
  ("-12", "%", "exact", "12% fewer visitors"), ("-12", "%", "exact", "trade was down 12% on the year"),
  ("-12", "%", "exact", "trade fell by 12%"), ("-12", "%", "about", "it decreased by about 12% then"),
  ("-12", "%", "exact", "it dropped 12%"), ("-12", "%", "exact", "a drop of 12% in trade"),
  ("-12", "%", "exact", "a 12% decline in trade"),
  ("-2", "USD bn", "exact", "exports fell by $2 billion"),
  ("-300", "firms", "exact", "the region lost 300 firms"),
  ("-15", "thousand people", "exact", "it decreased by 15 thousand people"),
])
func aNumberIsFoundInTheText(value: String, unit: String, qualifier: String, text: String) throws {
  #expect(try check(value, unit, qualifier, in: text) == [])
}

@Test(arguments: [
  ("62", "USD bn", "worth USD 62 million"), ("62", "EUR m", "worth USD 62 million"),
  ("62", "agreements", "62% of"),
  ("62", "%", "62 agreements"), ("6", "%", "worth 62% of"), ("2017", "events", "at EXPO-2017 in"),
  ("1", "grants", "on 1st October"),
  ("5", "events", "fifty events"), ("200", "USD m", "$2 billion"), ("10", "grants", "10 000 grants"),
  ("000", "grants", "10 000 grants"),
  ("5", "m", "5 million"), ("20", "km", "the G20 met"), ("5", "%", "−5% there"),
  ("27", "months", "in 27 years of independence"), ("27", "agreements", "in 27 years of independence"),
  ("27", "", "a 27-year period"), ("27", "USD", "in 27 years"), ("10000", "km", "allocate 10 000 grants"),
  ("27", "years", "the 27 agreements"), ("5", "km", "5 kilometres per hour"), ("5", "km", "5 km² of it"),
  ("58", "t", "the line is 58 km long"), ("25", "months", "for 25 to 27 years"),
  ("58", "trains", "58 hectares"),
  ("-12", "%", "12% higher than before"), ("-12", "%", "rose by 12%"), ("-12", "km", "12 km less"),
  ("-12", "%", "fell to 12%"), ("-300", "firms", "the number dropped to 300 firms"),
  ("-300", "firms", "it stayed below 300 firms"),
])
func anotherNumberIsNotTakenForIt(value: String, unit: String, text: String) throws {
  let found = try check(value, unit, in: text)
  #expect(found.count == 1)
  #expect(found.first?.hasPrefix("figures.csv:2:1: error: figure 'x': ") == true)
}

@Test func aNumberThatDoesNotStandInItsParagraphIsQuotedAgainst() throws {
  let text =
    "In May 2018, the First Business Council met and eight agreements were signed with a total amount of USD 62 million."
  #expect(
    try check("63", "USD m", in: text) == [
      "figures.csv:2:1: error: figure 'x': $63 m does not stand in ¶1, which begins “In May 2018, the First Business Council met and eight …”\n  → correct the value, unit or source; there stand: 2018; eight; USD 62 million"
    ])
  #expect(
    try check("63", "USD m", in: "No numbers here.") == [
      "figures.csv:2:1: error: figure 'x': $63 m does not stand in ¶1, which begins “No numbers here.”\n  → no number stands there: correct the source"
    ])
}

@Test(arguments: [
  ("exact", "was more than $2 billion then", "more than $2 billion", "more-than or at-least"),
  ("more-than", "was $2 billion then", "$2 billion", "exact"),
  ("about", "was at least USD 2 billion then", "at least USD 2 billion", "at-least"),
  ("at-least", "was 2 billion dollars or so", "2 billion dollars or so", "about"),
])
func aContradictingQualifierIsAWarning(qualifier: String, text: String, excerpt: String, there: String) throws
{
  #expect(
    try check("2", "USD bn", qualifier, in: text) == [
      "figures.csv:2:1: warning: figure 'x' is \(qualifier), but ¶1 says “\(excerpt)”\n  → the qualifier there is \(there)"
    ])
}

@Test(arguments: [
  ("10000", "agreements", "allocate 10 000 grants for them", "10 000 grants"),
  ("300", "firms", "300 small traders met", "300 small traders"),
  ("12", "events", "twelve people", "twelve people"),
])
func aNumberOfOtherThingsIsAWarning(value: String, unit: String, text: String, excerpt: String) throws {
  let found = try check(value, unit, in: text)
  #expect(found.count == 1)
  #expect(
    found.first?.hasPrefix(
      "figures.csv:2:1: warning: figure 'x' counts \(unit), but ¶1 says “\(excerpt)”\n  → ") == true)
}

@Test func aSentenceOfAnotherYearIsAWarning() throws {
  func found(_ text: String) throws -> [String] {
    let figures = try table("x,X,3.2,USD bn,2016,,,,¶1,")
    return Evidence.check(figures, against: transcript([text])).map(\.message)
  }
  #expect(
    try found("Then in 2015 it was USD 3.2 billion.") == [
      "figure 'x' is for 2016, but ¶1 says 2015: “Then in 2015 it was USD 3.2 billion.”"
    ])
  #expect(try found("It was USD 3.2 billion in 2015.").count == 1)
  #expect(try found("From 2015 to 2017 it was USD 3.2 billion.").count == 1)
  for text in [
    "It was USD 3.2 billion in 2016, and little in 2015.", "It was USD 3.2 billion, more than in 2015.",
    "In 2015 it was nothing. Then came USD 3.2 billion.",
    "It was USD 3.2 billion. In 2015 it was less.", "It was USD 3.2 billion.",
  ] { #expect(try found(text) == []) }
}

@Test func oneOfSeveralStatementsMayAgree() throws {
  #expect(try check("2", "USD bn", "about", in: "It was $2 billion, or rather about $2 billion.") == [])
}

@Test func aSourceThatDoesNotExistIsAnError() throws {
  let figures = try table(
    "x,X,5,km,,,,,¶3; fn2,\nd,D,,km,,,derived,x * 2,¶9,\nu,U,7,km,,,,,https://example.org,\n")
  #expect(
    check(figures, against: transcript(["5 km", "6 km"], footnotes: ["5 km"])).map(\.description) == [
      "figures.csv:2:1: error: figure 'x': there is no ¶3 in the transcript\n  → it has ¶1 to ¶2",
      "figures.csv:2:1: error: figure 'x': there is no footnote 2 in the transcript\n  → it has only footnote 1",
      "figures.csv:3:1: error: figure 'd': there is no ¶9 in the transcript\n  → it has ¶1 to ¶2",
    ])
  #expect(
    check(try table("x,X,5,km,,,,,fn1,"), against: transcript(["5 km"])).map(\.description) == [
      "figures.csv:2:1: error: figure 'x': there is no footnote 1 in the transcript\n  → it has none"
    ])
}

@Test func theNumberMayStandInAnyOfTheSources() throws {
  let interview = transcript(["6 km", "5 km"], footnotes: ["7 km"])
  #expect(check(try table("x,X,5,km,,,,,¶1; ¶2,\ny,Y,7,km,,,,,¶1;fn1,"), against: interview) == [])
  #expect(
    check(try table("x,X,8,km,,,,,fn1,"), against: interview).first?.message
      == "figure 'x': 8 km does not stand in footnote 1, which begins “7 km”")
}

@Test func randomNumbersAreFoundHoweverTheyAreWritten() throws {
  var generator = SeededGenerator(seed: 6)
  let separators = [",", " ", "\u{A0}", "\u{2009}", "\u{202F}", ""]
  for _ in 0..<300 {
    let number = Int.random(in: 1...99_999_999, using: &generator)
    let separator = separators.randomElement(using: &generator) ?? ""
    var grouped = ""
    for (index, digit) in String(number).enumerated() {
      if index > 0, (String(number).count - index) % 3 == 0 { grouped += separator }
      grouped.append(digit)
    }
    #expect(
      try check("\(number)", "things", in: "There were, in all, \(grouped) things.") == [], "\(grouped)")
    #expect(try check("\(number + 1)", "things", in: "There were \(grouped) things.").count == 1)
  }
}

@Test func randomTextsNeverCrashTheFinder() throws {
  var generator = SeededGenerator(seed: 7)
  let pieces = [
    "1", "200", "000", "12345678901234567890", ".", ",", " ", "-", "%", "$", "USD", "US", "million", "half",
    "a", "and", "dozen", "hundred", "five", "twenty", "more than", "or more", "to", "m", "é", "\u{301}",
    "per",
    "cent", "\n", "’", "'", ":", "/", "½", "(", ")", "third", "thirds", "of", "out of", "in", "doubled",
    "fold", "lakh",
    "crore", "trillion", "th", "no", "none", "agreements", "did not", "reach", "by", "2018", "2017", "May",
    "Q1", "first",
    "months", "quarter", "If", "would", "aim", "from", "between", "dollars", "Canadian", "U.S.", "Dollars",
    "cents", "basis",
    "points", "km", "a day", "km²", "元", "Rs.", "+", "–", "…", "! ", "A", "about", ". About", "short of",
    "never", "t", "times",
  ]
  let figures = try table(
    """
    x,X,200,USD m,2018,about,,,¶1,
    a,A,5,%,2018-01/2018-09,,target,,¶1,
    b,B,1,agreements,,,estimate,,¶1,
    c,C,200,km,2017/2018,at-most,,,¶1,
    d,D,0.5,,,,,,¶1,
    """)
  for _ in 0..<10_000 {
    let text = (0..<Int.random(in: 0...16, using: &generator)).map { _ in
      (pieces.randomElement(using: &generator) ?? "") + (Bool.random(using: &generator) ? " " : "")
    }.joined()
    let found = check(figures, against: transcript([text]))
    #expect(found.allSatisfy { !$0.message.isEmpty && $0.location?.line ?? 0 > 1 })
    #expect(Set(found.filter { $0.severity == .error }.map(\.location)).count <= 5)
    _ = figures.typedNumbers(in: text)
  }
}

private func stands(_ quotation: String, _ text: String) -> Bool {
  quotationStands(quotation, in: Paragraph(number: 1, text: text, location: here))
}

@Test func aQuotationStandsWordForWord() {
  let text = "The “Year of Uzbekistan”, in the president´s words, is a\u{A0}sign of  renaissance."
  #expect(stands("in the president’s words", text))
  #expect(stands("The \"Year of Uzbekistan\"", text))
  #expect(stands("is a sign\nof renaissance.", text))
  #expect(stands(" is a sign ", text))
  #expect(stands("The 'Year of Uzbekistan' […] is a sign", text))
  #expect(stands("[...] is a sign", text))
  #expect(!stands("is the sign", text))
  #expect(!stands("is a sign […] The", text))
  #expect(!stands("Is a sign", text))
  #expect(!stands("ear of Uzbekistan", text))
  #expect(!stands("is a si", text))
  #expect(!stands("", text))
  #expect(!stands("[…]", text))
  #expect(!stands(text + text, text))
  #expect(!stands("4% of it", "It is 14% of it"))
  #expect(stands("sign of", "assign of a sign of"))
}

/// A number that stands several times in a paragraph: of other things, of other years, with other qualifiers.
@Test func theSentenceOfAFigureIsTheOneThatNamesItsThingAndItsYear() throws {
  let text = """
    In 2022 they sold oats worth 11 million dollars and rye worth 7 million. The others sold wool worth 6 million dollars. \
    In 2019 oats were 8 million dollars and rye 6 million. About 9 million dollars came from hides, and 9 million from felt.
    """
  let figures = try table(
    """
    rye-2022,Rye,7,USD m,2022,exact,actual,,¶1,
    rye-2019,Rye,6,USD m,2019,exact,actual,,¶1,
    wool,Sales of wool,6,USD m,2022,exact,actual,,¶1,
    felt,Felt,9,USD m,,exact,actual,,¶1,
    hides,Hides,9,USD m,,about,actual,,¶1,
    """)
  let found = evidence(for: figures, in: transcript([text])).sentences
  #expect(found["rye-2022"]?.text.contains("rye worth 7") == true)
  #expect(found["rye-2019"]?.text.hasPrefix("In 2019") == true, "\(String(describing: found["rye-2019"]))")
  #expect(found["wool"]?.text.hasPrefix("The others") == true)
  #expect(found["felt"]?.text.contains("felt") == true && found["hides"]?.text.contains("hides") == true)
}
