import Diagnostics
@testable import Evidence
import TestSupport
import Testing

/// A figure's words with its spaces made visible.
private func words(
  _ value: String, _ unit: String, _ form: WordingForm = .full, _ qualifier: String = "exact"
) throws -> String {
  let row = "x,X,\(value),\(unit),,\(qualifier),actual,,¶1,"
  return try #require(try table(row)["x"]).words(form).replacing("\u{A0}", with: "~").replacing(
    "\u{202F}", with: "_")
}

@Test(arguments: [
  ("2", "USD bn", "$2~bn"), ("62", "USD m", "$62~m"), ("500", "USD thousand", "$500~thousand"),
  ("1.5", "EUR trn", "€1.5~trn"), ("3", "GBP million", "£3~m"), ("5", "KZT bn", "KZT~5~bn"),
  ("12500", "USD", "$12_500"),
  ("4", "%", "4%"), ("2200", "km", "2200~km"), ("10000", "ha", "10_000~ha"), ("1", "years", "1~year"),
  ("27", "years", "27~years"), ("1", "agreements", "one agreement"), ("2", "agreements", "two agreements"),
  ("0", "agreements", "0 agreements"), ("1", "universities", "one university"),
  ("1", "person/persons", "one person"),
  ("3", "person/persons", "three persons"), ("1", "people", "one person"),
  ("1", "joint projects", "one joint project"),
  ("1", "classes", "one class"), ("1", "boxes", "one box"), ("1", "series", "one series"),
  ("1.5", "million people", "1.5~million people"),
  ("1", "million people", "1~million people"), ("3", "thousand t", "3~thousand~t"), ("2.5", "", "2.5"),
])
func aUnitIsPrinted(value: String, unit: String, expected: String) throws {
  #expect(try words(value, unit) == expected)
}

@Test(arguments: [
  ("310", "USD/t"), ("4", "t/ha"), ("900", "m³/s"), ("37", "km/h"), ("5", "deaths/day"),
  ("20", "pupils/teacher"),
  ("12", "kg per head"), ("14", "USD a week"), ("3", "cars/capita"), ("37", "hPa"), ("400", "kV"),
  ("12", "TEU"),
  ("2", "km³"), ("400", "ppm"), ("3", "lb"), ("90", "sq ft"), ("2", "‰"), ("8", "bbl"),
])
func whatIsNoNounStaysWithItsNumberWhereverThatStands(value: String, unit: String) throws {
  for form in [WordingForm.full, .count, .value, .short] {
    #expect(try words(value, unit, form) == "\(value)~\(unit)")
  }
}

@Test(arguments: [
  ("person/people", "people"), ("man/men", "men"), ("criterion/criteria", "criteria"),
  ("Stadt/Städte", "Städte"),
  ("тонна/тонны", "тонны"), ("bus/buses", "buses"), ("series/series", "series"),
  ("deaths per 100 000", "deaths per 100 000"),
])
func aNounIsLeftToTheLabelWhereANumeralStands(unit: String, plural: String) throws {
  #expect(try words("20", unit) == "20 \(plural)" && words("20", unit, .short) == "20")
}

@Test(arguments: [
  ("$", "written with the sign '$'"), ("US$ m", "written with the sign '$'"),
  ("€ bn", "written with the sign '€'"),
  ("bn USD", "scale first"), ("million EUR", "scale first"),
])
func aCurrencyThatIsWrittenOtherwiseIsAnErrorThatSaysHow(unit: String, what: String) {
  let told = messages(rows: "x,X,5,\(unit),,,,,¶1,")
  #expect(told.count == 1 && told.allSatisfy { $0.contains(what) && $0.contains("write ") }, "\(told)")
}

@Test(arguments: [
  ("9999", "9999"), ("10000", "10_000"), ("1234567.25", "1_234_567.25"), ("999999", "999_999"),
  ("0.5", "0.5"),
  ("3.10", "3.10"), ("5.00", "5.00"), ("0.1", "0.1"), ("-4", "\u{2212}4"),
  ("\u{2212}12345", "\u{2212}12_345"),
  ("1 234 567", "1_234_567"), ("12\u{202F}500", "12_500"), ("\"1,234,567\"", "1_234_567"),
  ("\"1,234.5\"", "1234.5"),
  ("\"1.234.567,5\"", "1_234_567.5"), ("+7", "7"),
  ("12345678901234567890.123456789012345", "12_345_678_901_234_567_890.123456789012345"),
])
func aNumberIsPrintedWithTheDigitsItWasGiven(value: String, expected: String) throws {
  #expect(try words(value, "") == expected)
}

@Test func aMinusStandsBeforeTheCurrency() throws {
  #expect(try words("-2", "USD bn") == "\u{2212}$2~bn")
  #expect(try words("-2", "KZT bn") == "KZT~\u{2212}2~bn")
}

@Test(arguments: [
  ("exact", "200 agreements", "200", "200", "200"),
  ("about", "about 200 agreements", "about 200", "≈~200", "≈200"),
  ("more-than", "more than 200 agreements", "more than 200", "200+", ">200"),
  ("less-than", "fewer than 200 agreements", "fewer than 200", "<~200", "<200"),
  ("at-least", "at least 200 agreements", "at least 200", "≥~200", "≥200"),
  ("at-most", "at most 200 agreements", "at most 200", "≤~200", "≤200"),
])
func aQualifierIsSaidInEveryForm(
  qualifier: String, full: String, count: String, short: String, shortNumber: String
) throws {
  #expect(try words("200", "agreements", .full, qualifier) == full)
  #expect(try words("200", "agreements", .count, qualifier) == count)
  #expect(try words("200", "agreements", .short, qualifier) == short)
  #expect(try words("200", "agreements", .shortNumber, qualifier) == shortNumber)
  #expect(try words("200", "agreements", .value, qualifier) == "200 agreements")
  #expect(try words("200", "agreements", .number, qualifier) == "200")
}

@Test func moneyAndMeasuresKeepTheirUnitInEveryShortForm() throws {
  #expect(try words("2", "USD bn", .short, "more-than") == ">~$2~bn")
  #expect(try words("2", "USD bn", .count, "more-than") == "more than $2~bn")
  #expect(try words("2200", "km", .short, "about") == "≈~2200~km")
  #expect(try words("27", "years", .short, "less-than") == "<~27~years")
  #expect(try words("4", "%", .full, "less-than") == "less than 4%")
}

@Test func aNameOfAScaleIsNoOthers() {
  var scales: [String: Unit.Scale] = [:]
  for row in ScaleNames.all {
    let forms = [
      row.inUnits, row.words, row.short, row.afterDigits, row.letters, row.moneyLetters, row.foreign,
    ]
    for name in forms.joined() {
      #expect(scales[name] == nil || scales[name] == row.scale, "\(name)")
      scales[name] = row.scale
    }
    #expect(row.inUnits.contains(row.ownUnit) && row.words.contains(row.word))
  }
}

@Test func anUnknownCurrencyOrScaleIsAnError() {
  #expect(
    messages(rows: "x,X,1,USF bn,,exact,actual,,¶1,\ny,Y,1,USD mio,,exact,actual,,¶1,") == [
      "figures.csv:2:7: error: unknown currency 'USF' in the unit 'USF bn'\n  → use its ISO 4217 code, such as USD or EUR",
      "figures.csv:3:7: error: unknown scale 'mio' in the unit 'USD mio'\n  → allowed: k, m, bn, trn",
    ])
}

@Test(arguments: [
  ("total / mass", "USD/t", "400", true), ("total / mass", "USD per t", "400", true),
  ("total / mass", "USD m/t", "0.0004", true),
  ("total / mass", "t/ha", "", false), ("mass / area", "t/ha", "4", true), ("total / mass", "USD", "", false),
])
func aRateIsComputedFromWhatItIsOf(formula: String, unit: String, value: String, isRight: Bool) throws {
  let rows =
    "total,Total,2,USD m,,,,,¶1,\nmass,Mass,5000,t,,,,,¶1,\narea,Area,1250,ha,,,,,¶1,\nx,X,,\(unit),,,derived,\(formula),,"
  let told = messages(rows: rows)
  #expect(told.isEmpty == isRight, "\(told)")
  if isRight { #expect(try table(rows)["x"]?.value == decimal(value)) }
}

@Test(arguments: [
  ("37", "km/h", "Our trains run at 37 kilometres an hour."), ("37", "km/h", "Our trains run at 37 km/h."),
  ("310", "USD/t", "Wheat costs 310 dollars a tonne."),
  ("310", "USD per tonne", "Wheat is sold at $310 per tonne."),
  ("14", "USD a week", "They earn 14 dollars a week."),
  ("5", "USD bn per year", "We trade 5 billion dollars a year."),
])
func aRateStandsWhereItsNumeratorDoes(value: String, unit: String, sentence: String) throws {
  func told(_ value: String, _ unit: String) -> [String] {
    let row = SentenceCase.all(in: "accept | \(value) | \(unit) | | \(sentence)")
    return row.flatMap { (try? $0.diagnostics().map(\.message)) ?? ["not read"] }
  }
  #expect(told(value, unit).isEmpty, "\(told(value, unit))")
  #expect(told("99", unit).count == 1)
  #expect(!told(value, "KZT/t").isEmpty)
}
