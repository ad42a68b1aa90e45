import Diagnostics
import Evidence
import Foundation
import Testing

/// "3 USD bn 2018 exact target" and the like, as a row's cells.
private func row(_ cells: String) -> String {
  let parts = cells.split(separator: " ").map(String.init)
  return "Label,\(parts[0]),USD bn,\(parts[1]),\(parts[2]),\(parts[3]),,https://example.org/x,"
}

private let distances = [
  ("3 2018 exact target", "3.4 2018 exact actual", "13% above the goal"),
  ("3 2018 exact target", "2.4 2018 exact actual", "20% below the goal"),
  ("3 2018 exact target", "3 2018 exact actual", "level with the goal"),
  ("3 2018 exact target", "3.4 2019 exact actual", "13% above the goal for 2018"),
  ("3 2018 exact actual", "3.4 2018 exact target", "13% above the actual value"),
  ("3 2018 exact actual", "3.4 2020 exact target", "13% higher than in 2018"),
  ("3 2018 exact estimate", "2.4 2018 exact actual", "20% below the estimate"),
  ("3 2018 exact actual", "2.4 2018 exact estimate", "20% below the actual value"),
  ("3 2018 exact estimate", "3.3 2019 exact actual", "up 10%"),
  ("3 2018 exact target", "3.3 2018 exact estimate", "10% above the goal"),
  ("3 2018 exact target", "4 2018 exact target", "up 33%"),
  ("3 2018 exact actual", "4 2016 exact actual", "33% higher than in 2018"),
  ("3 2018 exact actual", "2.4 2016 about actual", "about 20% lower than in 2018"),
  ("3 2018 exact actual", "3 2016 exact actual", "the same as in 2018"),
  ("3 2018 exact actual", "4 2019 exact actual", "up 33%"),
  ("3 2018 more-than actual", "3.1 2018 less-than actual", "neither clearly up nor down"),
  ("3.1 2018 less-than actual", "3 2018 more-than actual", "neither clearly up nor down"),
  ("3 2018 at-least actual", "3.1 2018 at-most actual", "neither clearly up nor down"),
  ("3 2018 more-than actual", "3.1 2018 exact actual", "neither clearly up nor down"),
  ("3.1 2018 exact actual", "3 2018 more-than actual", "neither clearly up nor down"),
  ("3 2018 more-than target", "3.1 2018 less-than actual", "neither clearly above nor below the goal"),
  ("3 2018 more-than actual", "3.1 2016 less-than actual", "neither clearly higher nor lower than in 2018"),
  ("3 2018 less-than actual", "3.3 2018 more-than actual", "up more than 10%"),
  ("2 2018 more-than actual", "5 2018 exact actual", "up about 150%"),
  ("2 2018 more-than actual", "3 2018 more-than actual", "up about 50%"),
]

@Test(arguments: distances)
func aDistanceThatIsNoMovementIsNamedForWhatItIs(was: String, now: String, expected: String) throws {
  let figures = try table("was,\(row(was))\nnow,\(row(now))\n")
  let pieces = try figures.pieces(of: "It is {now|change from was}", at: SourceLocation(file: "x"))
  #expect(pieces[1].words == expected)
}

@Test(arguments: distances)
func editionsSayTheSameOfWhatBecameOfAFigure(was: String, now: String, expected: String) throws {
  func edition(_ cells: String) throws -> Edition {
    Edition(title: "T", figuresAsOf: nil, figures: try table("g,\(row(cells))\n"), statements: [])
  }
  let changes = EditionChanges(from: try edition(was), to: try edition(now))
  let (old, new) = (was.split(separator: " "), now.split(separator: " "))
  // A goal for another time is another goal.
  let isOtherGoal = old[1] != new[1] && [old[3], new[3]].contains("target")
  #expect(changes.changes.first?.movement == (old[0] == new[0] || isOtherGoal ? "" : expected))
}

@Test(arguments: [
  ("higher than", "neither clearly higher nor lower than"), ("times", "not clearly more or less than"),
  ("gap to", "neither clearly above nor short of"),
])
func noComparisonTellsADirectionThatNobodyKnows(form: String, expected: String) throws {
  let figures = try table(
    "was,\(row("3 2018 more-than actual"))\nnow,\(row("3.1 2019 less-than actual"))\n")
  let pieces = try figures.pieces(of: "It is {now|\(form) was}", at: SourceLocation(file: "x"))
  #expect(pieces[1].words == expected)
}

@Test func belowZeroTheDistanceIsNamedToo() throws {
  func edition(_ cells: String) throws -> Edition {
    Edition(title: "T", figuresAsOf: nil, figures: try table("g,\(row(cells))\n"), statements: [])
  }
  func movement(_ was: String, _ now: String) throws -> String? {
    EditionChanges(from: try edition(was), to: try edition(now)).changes.first?.movement
  }
  #expect(try movement("-1 2018 exact target", "2 2018 exact actual") == "$3\u{A0}bn above the goal")
  #expect(try movement("-1 2018 exact actual", "-3 2016 exact actual") == "$2\u{A0}bn lower than in 2018")
  #expect(try movement("-1 2018 exact actual", "2 2018 exact actual") == "up $3\u{A0}bn")
}

// MARK: Renamed figures

private let rows = """
  a,Trade,3,USD bn,2018,exact,actual,,¶1,
  b,Trade,4,USD bn,2019,exact,actual,,¶1,
  sum,Both,,USD bn,,,derived,a + b,,

  """

private func edition(_ rows: String, figures ids: [String]) throws -> Edition {
  Edition(
    title: "T", figuresAsOf: nil, figures: try table(rows),
    statements: [Statement(place: "p", pieces: [.init("It was "), .init("$3 bn", figures: ids)])])
}

@Test func aFigureUnderAnotherIdIsTheSameOne() throws {
  let new = rows.replacing("a,Trade", with: "trade-2018,Trade").replacing("a + b", with: "trade-2018 + b")
  let changes = EditionChanges(
    from: try edition(rows, figures: ["a"]), to: try edition(new, figures: ["trade-2018"]))
  #expect(changes.isEmpty)
  #expect(!changes.isChanged("$3 bn", of: ["trade-2018"]))
}

@Test func aFigureUnderAnotherIdWithAnotherSourceHasOnlyThatChanged() throws {
  let new = rows.replacing(
    "a,Trade,3,USD bn,2018,exact,actual,,¶1", with: "x,Trade,3,USD bn,2018,exact,actual,,¶2"
  )
  .replacing("a + b", with: "x + b")
  let changes = EditionChanges(from: try edition(rows, figures: ["a"]), to: try edition(new, figures: ["x"]))
  #expect(changes.changes.map(\.id) == ["x"])
  #expect(changes.changes.first?.aspects == [.source])
}

@Test func aFigureOfAnotherValueUnderAnotherIdIsANewOne() throws {
  let new = rows.replacing("a,Trade,3", with: "x,Trade,5").replacing("a + b", with: "x + b")
  let changes = EditionChanges(from: try edition(rows, figures: ["a"]), to: try edition(new, figures: ["x"]))
  #expect(Set(changes.changes.map(\.id)) == ["a", "x", "sum"])
}

@Test func twoFiguresThatExchangeTheirIdsAreChanged() throws {
  let new = rows.replacing("a,Trade,3", with: "a,Trade,4").replacing("b,Trade,4", with: "b,Trade,3")
  let changes = EditionChanges(from: try edition(rows, figures: ["a"]), to: try edition(new, figures: ["a"]))
  #expect(changes.changes.map(\.id) == ["a", "b"])
}
