import Diagnostics
import Evidence
import TestSupport
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
