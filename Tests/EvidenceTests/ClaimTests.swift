import Diagnostics
import Evidence
import TestSupport
import Testing

// MARK: Size

@Test(
  arguments: [
    ("3 | km", "2 | km", "larger than", "Exports", "Imports"),
    ("2 | km", "3 | km", "smaller than", "Imports", "Exports"),
    ("2 | km", "-3 | km", "larger than", "Exports", "Imports"),
    (
      "2 | km", "2 | km", "as large as", "error: 'a' (2 km) and 'b' (2 km) are equal: neither is larger",
      "error: 'a' (2 km) and 'b' (2 km) are equal: neither is smaller"
    ),
    (
      "2 | km | | about", "2 | km", "about as large as",
      "error: 'a' (about 2 km) and 'b' (2 km) are equal: neither is larger",
      "error: 'a' (about 2 km) and 'b' (2 km) are equal: neither is smaller"
    ),
    (
      "2 | km | | at-least", "2 | km", "at least as large as",
      "error: which of 'a' (at least 2 km) and 'b' (2 km) is larger is not known",
      "error: which of 'a' (at least 2 km) and 'b' (2 km) is larger is not known"
    ),
    ("2 | USD bn | 2017", "2500 | USD m | 2018 | | target", "smaller than", "Imports", "Exports"),
  ] as [(ClaimRow, ClaimRow, String, String, String)])
private func theLargerOfTwoIsNamed(a: ClaimRow, b: ClaimRow, size: String, larger: String, smaller: String)
  throws
{
  #expect(try said("{a|larger than b}", a, b) == size)
  #expect(try said("{a|larger of b}", a, b) == larger)
  #expect(try said("{a|smaller of b}", a, b) == smaller)
}

// MARK: Degree

@Test(arguments: [
  ("100", "all of", "none of"), ("99.9", "nearly all of", "hardly any of"),
  ("96", "nearly all of", "hardly any of"),
  ("94", "nearly all of", "less than a tenth of"), ("92", "most of", "less than a tenth of"),
  ("84", "most of", "more than a tenth of"),
  ("75", "three quarters of", "a quarter of"), ("74", "about three quarters of", "about a quarter of"),
  ("70", "most of", "less than a third of"), ("66", "about two thirds of", "about a third of"),
  ("60", "most of", "more than a third of"), ("58", "more than half of", "less than half of"),
  ("51", "about half of", "about half of"), ("50", "half of", "half of"),
  ("45", "less than half of", "more than half of"),
  ("40", "more than a third of", "most of"), ("33", "about a third of", "about two thirds of"),
  ("25", "a quarter of", "three quarters of"), ("16", "more than a tenth of", "most of"),
  ("10", "a tenth of", "most of"),
  ("4", "hardly any of", "nearly all of"), ("0", "none of", "all of"),
  ("101", "error: 'a' is 101%: that is no part of a whole", "error: 'a' is 101%: that is no part of a whole"),
  ("-4", "error: 'a' is −4%: that is no part of a whole", "error: 'a' is −4%: that is no part of a whole"),
])
func aShareIsADegree(percent: String, degree: String, rest: String) throws {
  let share = ClaimRow(stringLiteral: "\(percent) | %")
  #expect(try said("{a|most of}", share) == degree)
  #expect(try said("{a|all but}", share) == rest)
}

@Test(
  arguments: [
    ("4 | % | | about", "hardly any of", "nearly all of"),
    ("50 | % | | about", "about half of", "about half of"),
    ("100 | % | | about", "nearly all of", "hardly any of"),
    ("0 | % | | about", "hardly any of", "nearly all of"),
    ("50 | % | | more-than", "more than half of", "less than half of"),
    ("50 | % | | at-least", "at least half of", "at most half of"),
    ("45 | % | | more-than", "more than a third of", "less than two thirds of"),
    ("62 | % | | at-least", "most of", "less than half of"),
    ("95 | % | | more-than", "more than 95% of", "less than a tenth of"),
    ("4 | % | | more-than", "more than 4% of", "less than 96% of"),
    ("4 | % | | less-than", "less than a tenth of", "more than 96% of"),
    ("80 | % | | less-than", "less than 80% of", "more than a tenth of"),
  ] as [(ClaimRow, String, String)])
private func aDegreeClaimsNoMoreThanItsShare(share: ClaimRow, degree: String, rest: String) throws {
  #expect(try said("{a|most of}", share) == degree)
  #expect(try said("{a|all but}", share) == rest)
}

@Test(
  arguments: [
    ("2 | km", "2 | km", "all of"), ("1 | km", "3 | km", "a third of"),
    ("2 | km", "3000 | m", "error: 'a' is in km and 'b' in m: they can't be compared"),
    ("500 | USD m", "2 | USD bn", "a quarter of"), ("3 | agreements", "100 | agreements", "a few of"),
    ("3 | km", "100 | km", "hardly any of"),
    ("0 | agreements", "100 | agreements", "none of"), ("3 | km", "2 | km", "more than all of"),
    ("2 | USD bn | 2018-01/2018-09 | more-than", "3 | USD bn | 2018 | | target", "most of"),
    (
      "2 | km | | more-than", "3 | km | | more-than",
      "error: how much 'a' is of 'b' is not known, as both could be more or less"
    ),
    ("2 | km", "0 | km", "error: 'b' is 0 km: that is no part, and no whole"),
    ("-2 | km", "3 | km", "error: 'a' is −2 km: that is no part, and no whole"),
    ("2 | km | 2017", "3 | km | 2018", "error: 'a' is for 2017 and 'b' for 2018: it is no part of that"),
  ] as [(ClaimRow, ClaimRow, String)])
private func aPartIsADegreeOfItsWhole(part: ClaimRow, whole: ClaimRow, expected: String) throws {
  #expect(try said("{a|most of b}", part, whole) == expected)
}

@Test func aDegreeOfWhatIsNoShareNeedsItsWhole() throws {
  #expect(try said("{a|most of}", "2 | km") == "error: 'a' is in km: of what it is a part is not said")
}

// MARK: Periods

@Test(arguments: [
  ("2018", "the whole of 2018", "2018"), ("2018-01/2018-09", "nine months of 2018", "2018"),
  ("2018-Q1", "three months of 2018", "2018"),
  ("2018-01/2018-11", "11 months of 2018", "2018"), ("2018-05", "May 2018", "2018"),
  ("2017/2019", "2017–2019", "2017–2019"),
  ("2017-03/2018-05", "March 2017–May 2018", "2017–2018"),
])
func aPeriodIsSaidByItsMonthsAndYear(period: String, months: String, year: String) throws {
  let figure = ClaimRow(stringLiteral: "2 | km | \(period)")
  #expect(try said("{a|months of}", figure) == months)
  #expect(try said("{a|year}", figure) == year)
}

// MARK: The grammar

@Test func aClaimBeginsASentenceWithACapital() throws {
  let figures = try table(sample)
  func begun(_ text: String) throws -> String {
    try figures.pieces(of: text, at: startOfText).map(\.words).joined()
  }
  #expect(try begun("{border-open|all but} the border is agreed.") == "Nearly all of the border is agreed.")
  #expect(try begun("It grew. {trade-9m|up from trade-9m-before}.") == "It grew. Up.")
  #expect(try begun("Trade {trade-9m|rose from trade-9m-before}.") == "Trade rose.")
}

@Test(arguments: [
  (
    "{a|rises from b}", "error: unknown form 'rises from b'", "did you mean 'rose from …' or 'a rise from …'?"
  ),
  ("{a|on way to b}", "error: unknown form 'on way to b'", "did you mean 'on the way to … [from …]'?"),
  (
    "{a|recoverd from b after c}", "error: unknown form 'recoverd from b after c'",
    "did you mean 'recovered from … after …'?"
  ),
  (
    "{a|recovered from b}", "error: 'recovered from' names one figure and needs two",
    "write recovered from b after and the id of an earlier figure"
  ),
  ("{a|rose from}", "error: 'rose from' names no figure to compare with", "write rose from and an id"),
  (
    "{a|rose from b c}", "error: 'b c' is not what follows 'rose from'",
    "write rose from …, with an id for each …"
  ),
  (
    "{a|on the way to b form c}", "error: 'b form c' is not what follows 'on the way to'",
    "write on the way to … [from …], with an id for each …"
  ),
  ("{a|is b}", "error: 'b' is not what follows 'is'", "write is, with an id for each …"),
  ("{a|mostly}", "error: unknown form 'mostly'", "did you mean 'most of […]'?"),
])
func aMistakenClaimIsToldTheNearestForm(text: String, message: String, advice: String) throws {
  let figures = try table(
    "a,A,3,km,2018,,,,¶1,\nb,B,2,km,2017,,,,¶1,\nc,C,3,km,2016,,,,¶1,\n")
  let found = messages { _ = try figures.pieces(of: text, at: startOfText) }
  #expect(found == ["1.md:1:1: \(message)\n  → \(advice)"])
}

@Test func aMisspeltFigureInAnUnknownFormIsNamedToo() throws {
  let found = messages {
    _ = try table(sample).pieces(of: "{trade-9m|risen from trade-2071}", at: startOfText)
  }
  #expect(found.first?.contains("did you mean 'rose from …'") == true, "\(found)")
  #expect(found.first?.contains("figures: 'trade-2017'") == true, "\(found)")
}

@Test func everyFormIsMadeAnewWhenTheFiguresTurn() throws {
  // Each form over figures that rise and over the same that fall: none says the same of both.
  let rising = try table(sampleOfClaims(now: "8", before: "3", share: "4"))
  let falling = try table(sampleOfClaims(now: "1", before: "3", share: "60"))
  for form in ClaimForm.allCases {
    let reference =
      switch form {
      case .isNow, .areNow: ""  // Tested by date.
      case .grew, .grewBy: "{change|\(form.rawValue)}"
      case .mostOf, .allBut: "{share|\(form.rawValue)}"
      case .onTheWay, .hasReached, .haveReached: "{now|\(form.rawValue) goal}"
      case .metBy: "{goal|\(form.rawValue) now}"
      case .recovered: "{now|\(form.rawValue) before after first}"
      default: "{now|\(form.rawValue) before}"
      }
    if reference.isEmpty { continue }
    let words = try [rising, falling].map {
      try $0.pieces(of: reference, at: startOfText).map(\.words).joined()
    }
    #expect(words[0] != words[1], "\(reference): \(words)")
  }
}

private func sampleOfClaims(now: String, before: String, share: String) -> String {
  """
  now,Exports,\(now),km,2018,,,,¶1,
  before,Imports,\(before),km,2017,,,,¶1,
  first,First,4,km,2016,,,,¶1,
  goal,Goal,5,km,2018,,target,,¶1,
  share,Share,\(share),%,,,,,¶1,
  change,Change,\(share == "4" ? "2" : "-2"),%,,,,,¶1,

  """
}

// MARK: Suggestions

@Test func theFormsThatWouldHaveFollowedAreNamed() throws {
  var figures = try table(sample)
  figures.asOf = Period("2018-11")
  func forms(_ kind: ClaimKind, _ ids: String...) -> [String] {
    figures.forms(for: kind, of: ids).map { "\($0.reference) \($0.words)" }
  }
  #expect(
    forms(.direction, "trade-9m", "trade-9m-before").prefix(2) == [
      "{trade-9m|rose from trade-9m-before} rose", "{trade-9m|up from trade-9m-before} up",
    ])
  #expect(
    forms(.progress, "trade-2012", "trade-2018").first
      == "{trade-2012|on the way to trade-2018} on the way to")
  #expect(
    forms(.degree, "border-open") == [
      "{border-open|most of} hardly any of", "{border-open|all but} nearly all of",
    ])
  #expect(forms(.tense, "trade-2018") == ["{trade-2018|is} is", "{trade-2018|are} are"])
  #expect(forms(.direction, "signed", "grants").isEmpty)
  #expect(forms(.degree, "unknown").isEmpty)
}

@Test func whatIsSuggestedCanBeWritten() throws {
  let figures = try table(sample)
  for kind in ClaimKind.allCases {
    let forms = figures.forms(for: kind, of: figures.ids)
    #expect(!forms.isEmpty)
    #expect(Set(forms.map(\.reference)).count == forms.count)
    for form in forms {
      #expect(
        try figures.pieces(of: form.reference, at: startOfText, continuing: "x ").map(\.words) == [form.words]
      )
    }
  }
}
