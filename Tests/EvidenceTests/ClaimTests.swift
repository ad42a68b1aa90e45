import Diagnostics
import Evidence
import Testing

// MARK: Tense

@Test(
  arguments: [
    ("2018", nil, "is", "are"), ("2018", "2018-11", "is", "are"), ("2018", "2018", "is", "are"),
    ("2018", "2018-12", "is", "are"), ("2018", "2019-01", "was", "were"),
    ("2018-01/2018-09", "2018-10", "was", "were"),
    ("2018", "2019", "was", "were"), ("2017/2019", "2019-07", "is", "are"), ("", "2030", "is", "are"),
  ] as [(String, String?, String, String)])
func theTenseFollowsTheDateOfTheEdition(period: String, asOf: String?, one: String, many: String) throws {
  let goal = ClaimRow(stringLiteral: "3 | USD bn | \(period) | | target")
  #expect(try said("{a|is}", goal, asOf: asOf) == one)
  #expect(try said("{a|are}", goal, asOf: asOf) == many)
}

// MARK: Goals

@Test(
  arguments: [
    // Ahead, its time not over.
    ("2 | USD bn | 2018", "5 | USD bn | 2020", "2019-03", "on the way to", "has yet to reach", "still ahead"),
    ("2 | USD bn", "5 | USD bn", "2019-03", "on the way to", "has yet to reach", "still ahead"),
    (
      "2 | USD bn | 2018-01/2018-09", "3 | USD bn | 2018", "2018-11", "on the way to", "has yet to reach",
      "still ahead"
    ),
    (
      "900 | USD m | 2018", "5 | USD bn | 2020", "2019-03", "on the way to", "has yet to reach", "still ahead"
    ),
    ("0 | USD bn | 2018", "5 | USD bn | 2020", "2019-03", "on the way to", "has yet to reach", "still ahead"),
    (
      "-1 | USD bn | 2018", "5 | USD bn | 2020", "2019-03", "on the way to", "has yet to reach", "still ahead"
    ),
    // Reached exactly, passed, both before its time is over.
    ("5 | USD bn | 2018", "5 | USD bn | 2020", "2019-03", "level with", "has reached", "met"),
    ("5000 | USD m | 2018", "5 | USD bn | 2020", "2019-03", "level with", "has reached", "met"),
    ("8 | USD bn | 2018", "5 | USD bn | 2020", "2019-03", "past", "has passed", "passed"),
    ("3.4 | USD bn | 2018-01/2018-09", "3 | USD bn | 2018", "2018-11", "past", "has passed", "passed"),
    // Its time is over.
    ("2.5 | USD bn | 2018", "3 | USD bn | 2018", "2019-03", "short of", "missed", "missed"),
    ("3 | USD bn | 2018", "3 | USD bn | 2018", "2019-03", "level with", "reached", "met"),
    ("3.5 | USD bn | 2018", "3 | USD bn | 2018", "2019-03", "past", "passed", "passed"),
    // A figure of the goal's whole time says that it is over, with or without a date.
    ("2.5 | USD bn | 2018", "3 | USD bn | 2018", nil, "short of", "missed", "missed"),
    // Nine months say nothing of a year that is over, unless they are past the goal.
    (
      "2 | USD bn | 2018-01/2018-09", "3 | USD bn | 2018", "2019-03", "then on the way to",
      "had yet to reach", "not met by then"
    ),
    ("3.4 | USD bn | 2018-01/2018-09", "3 | USD bn | 2018", "2019-03", "past", "passed", "passed"),
    ("2 | USD bn | 2018", "5 | USD bn | 2020", "2023-07", "short of", "had yet to reach", "not met by then"),
    // What came after the goal's time says where it stands now, not whether it was met then.
    ("4.6 | USD bn | 2022", "5 | USD bn | 2020", "2023-07", "short of", "falls short of", "not met"),
    ("8 | USD bn | 2022", "5 | USD bn | 2020", "2023-07", "past", "has passed", "passed"),
    // Qualifiers.
    (
      "3 | USD bn | 2018 | about", "3 | USD bn | 2018", "2018-11", "about level with", "came close to",
      "nearly met"
    ),
    (
      "3 | USD bn | 2017 | about", "3 | USD bn | 2018", "2018-11", "about level with", "comes close to",
      "nearly met"
    ),
    ("3 | USD bn | 2017 | more-than", "3 | USD bn | 2018", "2018-11", "past", "has passed", "passed"),
    (
      "3 | USD bn | 2017 | at-least", "3 | USD bn | 2018", "2018-11", "at or past", "has reached or passed",
      "met or passed"
    ),
    // "More than 2" may be as much as 3, but is hardly 5.
    (
      "2 | USD bn | 2017 | more-than", "3 | USD bn | 2018", "2018-11", "against",
      "error: whether 'a' (more than $2 bn) has reached 'b' ($3 bn) is not known",
      "error: whether 'a' (more than $2 bn) has reached 'b' ($3 bn) is not known"
    ),
    (
      "2 | USD bn | 2017 | more-than", "5 | USD bn | 2018", "2018-11", "on the way to", "has yet to reach",
      "still ahead"
    ),
    (
      "3 | USD bn | 2017 | less-than", "3 | USD bn | 2018", "2018-11", "on the way to", "has yet to reach",
      "still ahead"
    ),
    ("140 | m | 2017", "140 | m | 2018 | at-least", "2018-11", "level with", "has reached", "met"),
    (
      "140 | m | 2017", "140 | m | 2018 | more-than", "2018-11", "on the way to", "has yet to reach",
      "still ahead"
    ),
    // Goals to come down to.
    (
      "12 | % | 2018", "10 | % | 2020 | at-most", "2019-03", "on the way to", "has yet to reach",
      "still ahead"
    ),
    ("9 | % | 2018", "10 | % | 2020 | at-most", "2019-03", "below", "has passed", "passed"),
    ("12 | % | 2020", "10 | % | 2020 | at-most", "2021-03", "above", "missed", "missed"),
    ("12 | % | 2021", "10 | % | 2020 | less-than", "2022-03", "above", "lies above", "not met"),
  ] as [(String, String, String?, String, String, String)])
func aGoalIsAheadReachedPassedOrMissed(
  figure: String, goal: String, asOf: String?, course: String, outcome: String, completion: String
) throws {
  let (a, b) = (ClaimRow(stringLiteral: figure), ClaimRow(stringLiteral: goal))
  var mark = b
  mark.cells[4] = "target"
  #expect(try said("{a|on the way to b}", a, mark, asOf: asOf) == course)
  #expect(try said("{a|has reached b}", a, mark, asOf: asOf) == outcome)
  #expect(try said("{b|met by a}", a, mark, asOf: asOf) == completion)
  let plural = outcome.replacing("has ", with: "have ").replacing("falls", with: "fall")
    .replacing("lies", with: "lie").replacing("comes", with: "come")
  if !outcome.hasPrefix("error") { #expect(try said("{a|have reached b}", a, mark, asOf: asOf) == plural) }
}

@Test(
  arguments: [
    // Up or down, by where it started.
    ("12 | kt | 2018", "10 | kt | 2025", "15 | kt | 2017", "on the way to", "has yet to reach"),
    ("9 | kt | 2018", "10 | kt | 2025", "15 | kt | 2017", "below", "has passed"),
    ("10 | kt | 2018", "10 | kt | 2025", "15 | kt | 2017", "level with", "has reached"),
    ("12 | kt | 2018", "20 | kt | 2025", "11 | kt | 2017", "on the way to", "has yet to reach"),
    // Not nearer than before: not on the way.
    ("16 | kt | 2018", "10 | kt | 2025", "15 | kt | 2017", "above", "has yet to reach"),
    ("11 | kt | 2018", "20 | kt | 2025", "12 | kt | 2017", "short of", "has yet to reach"),
    ("11 | kt | 2018", "20 | kt | 2025", "11 | kt | 2017", "short of", "has yet to reach"),
  ] as [(ClaimRow, ClaimRow, ClaimRow, String, String)])
private func whereAFigureStartedTellsItsWay(
  figure: ClaimRow, goal: ClaimRow, first: ClaimRow, course: String, outcome: String
) throws {
  var goal = goal
  goal.cells[4] = "target"
  #expect(try said("{a|on the way to b from c}", figure, goal, first, asOf: "2019-03") == course)
  #expect(try said("{a|has reached b from c}", figure, goal, first, asOf: "2019-03") == outcome)
}

@Test(
  arguments: [
    ("2 | USD bn | 2018", "5 | USD bn | 2020", "'b' is no goal: its status is actual"),
    (
      "2 | USD bn | 2018 | | target", "5 | USD bn | 2020 | | target",
      "'a' is a goal itself, and has reached nothing"
    ),
    (
      "2 | km | 2018", "5 | USD bn | 2020 | | target",
      "'a' is in km and 'b' in USD bn: they can't be compared"
    ),
    (
      "2 | USD bn | 2017/2018", "5 | USD bn | 2020 | | target",
      "'a' is for 2017–2018 and the goal 'b' for 2020, which is not as long"
    ),
    (
      "2 | USD bn | 2021-01/2021-06", "5 | USD bn | 2020 | | target",
      "'a' is for January–June 2021 and the goal 'b' for 2020, which is not as long"
    ),
    (
      "2 | % | 2020-Q1", "5 | % | 2020 | | target",
      "'a' is for January–March 2020, which says nothing of 'b' for 2020 yet"
    ),
  ] as [(ClaimRow, ClaimRow, String)])
private func whatIsNoWayToAGoalIsRefused(figure: ClaimRow, goal: ClaimRow, expected: String) throws {
  #expect(try said("{a|on the way to b}", figure, goal) == "error: " + expected)
}

@Test func aGoalWhoseTimeIsOverWithoutAnOutcomeIsAWarning() throws {
  var figures = try table(
    """
    goal-2018,Goal,5,USD bn,2018,,target,,¶1,
    goal-2020,Goal,7,USD bn,2020,,target,,¶1,
    goal-2025,Goal,9,USD bn,2025,,target,,¶1,
    goal,Goal,,,,,derived,goal-2018,,
    part,Trade,3,USD bn,2018-01/2018-09,,,,¶1,
    km,Length,3,km,2018,,,,¶1,
    trade,Trade,6500,USD m,2020,,,,¶1,

    """)
  #expect(figures.overdueGoals().isEmpty)
  figures.asOf = Period("2018-12")
  #expect(figures.overdueGoals().isEmpty)
  figures.asOf = Period("2021-03")
  #expect(
    figures.overdueGoals().map(\.description) == [
      "figures.csv:2:1: warning: as of March 2021 the time of the goal 'goal-2018' (2018) is over, and no figure says what came of it\n  → add the actual value of that time, so that texts can say whether it was met"
    ])
}

@Test func nineMonthsAreNotBelowACeilingOfAYear() throws {
  let (a, b): (ClaimRow, ClaimRow) = ("5 | kt | 2020-01/2020-09", "10 | kt | 2020 | at-most | target")
  for reference in ["{a|on the way to b}", "{a|has reached b}", "{b|met by a}"] {
    #expect(
      try said(reference, a, b)
        == "error: 'a' is for January–September 2020, which says nothing of 'b' for 2020 yet")
  }
}

@Test func whatIsComputedFromGoalsIsAGoalAndWhatIsComputedWithThemIsNone() throws {
  let figures = try table(
    """
    goal,Goal,5,km,2020,,target,,¶1,
    more,More,,km,2020,,derived,goal * 1.1,¶1,
    name,Name,,,,,derived,goal,,
    now,Now,2,km,2018,,,,¶1,
    before,Before,1,km,2017,,,,¶1,
    done,Done,,%,2018,,derived,"share(now, goal)",¶1,
    done-before,Done before,,%,2017,,derived,"share(before, goal)",¶1,

    """)
  func words(_ text: String) throws -> String {
    try figures.pieces(of: text, at: startOfText, continuing: "x ").map(\.words).joined()
  }
  for goal in ["goal", "more", "name"] {
    #expect(try words("{now|on the way to \(goal)}") == "on the way to")
  }
  #expect(try words("{done|rose from done-before}") == "rose")
  #expect(messages { _ = try words("{now|on the way to done}") }.count == 1)
}

@Test func anEstimateOfATimeToComeHasReachedNothing() throws {
  let (a, b): (ClaimRow, ClaimRow) = ("6 | USD bn | 2020 | | estimate", "5 | USD bn | 2020 | | target")
  #expect(
    try said("{a|has reached b}", a, b, asOf: "2019-03")
      == "error: 'a' is an estimate of a time that is not over: it has reached nothing yet")
  #expect(try said("{a|on the way to b}", a, b, asOf: "2019-03") == "past")
  #expect(try said("{a|has reached b}", a, b, asOf: "2021") == "passed")
}

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
