import Diagnostics
import TestSupport
import Testing

@testable import Briefing

/// A pack of one question with these points, exhibits (each on a line) and key figures.
private func pack(_ points: [String], exhibits: [String], keyFigures: [String] = []) throws -> SmallPack {
  try SmallPack(
    pack: """
      title: Quays
      language: en-GB
      questions:
        - headline: The quays of Portugal
          key_figures: [\(keyFigures.map { "{ figure: \($0) }" }.joined(separator: ", "))]
          exhibits:
      \(exhibits.map { "      - { title: Of it, \($0) }" }.joined(separator: "\n"))

      """,
    transcript: """
      A talk.

      1. What of the quays?

      A treaty was signed.

      Sales were 5, profit was 2 and jobs were 3.

      Much else was said.

      """,
    summaries: [points.joined(separator: "\n\n") + "\n"],
    figures: ["sales", "profit", "jobs"].enumerated().map { index, id in
      "\(id),The \(id),\([5, 2, 3][index]),,2020,exact,actual,,¶3,"
    })
}

/// By exhibit, which points stand beside it.
private func beside(_ points: [String], exhibits: [String], keyFigures: [String] = []) throws -> [[Int]] {
  let files = try pack(points, exhibits: exhibits, keyFigures: keyFigures)
  let question = try LoadedPack(files.path, atlas: try shippedAtlas()).story.questions[0]
  return question.exhibits.indices.map { question.points(beside: $0) }
}

@Suite struct PointsBesideTests {
  @Test func aPointStandsBesideTheExhibitOfWhichItSaysMost() throws {
    let points = [
      "**Law.** Treaties hold. [¶2]", "**Sales.** They were {sales}, {profit} of it gain. [¶3]",
      "**Work.** {jobs} are new. [¶3]",
    ]
    #expect(
      try beside(
        points,
        exhibits: [
          "kind: bars, figures: [sales, jobs]", "kind: bars, figures: [jobs]",
          "kind: bars, figures: [sales, profit]",
        ]) == [[], [2], [1]])
  }

  /// Letters with marks are one letter or two in Unicode.
  @Test(arguments: ["\u{C9}vora", "E\u{301}vora"]) func aPlaceIsFoundInAPointHoweverItIsWritten(name: String)
    throws
  {
    let points = ["**Law.** Treaties hold. [¶2]", "**South.** The road to \(name) is new. [¶4]"]
    #expect(
      try beside(points, exhibits: ["kind: bars, figures: [jobs]", "kind: map, places: [\u{C9}vora]"]) == [
        [], [1],
      ])
    // Not in a longer word.
    let longer = ["**Law.** Treaties hold. [¶2]", "**South.** \(name)nians are many. [¶4]"]
    #expect(
      try beside(longer, exhibits: ["kind: bars, figures: [jobs]", "kind: map, places: [\u{C9}vora]"]) == [
        [], [],
      ])
  }

  @Test func figuresOfItsTitleAreAnExhibitsTooAndFiguresGoBeforeMarks() throws {
    let points = ["**Law.** Treaties hold. [¶3]", "**Sales.** They were {sales}. [¶3]"]
    #expect(
      try beside(points, exhibits: ["kind: bars, subtitle: 'Of {sales}', figures: [jobs]"]) == [[1]])
  }

  @Test func besideTheFirstExhibitStandNoPointsWhereThereAreTwoKeyFigures() throws {
    let points = ["**Sales.** They were {sales}. [¶3]"]
    let sales = "kind: bars, figures: [sales]"
    #expect(try beside(points, exhibits: [sales]) == [[0]])
    #expect(try beside(points, exhibits: [sales], keyFigures: ["jobs"]) == [[0]])
    #expect(try beside(points, exhibits: [sales], keyFigures: ["jobs", "profit"]) == [[]])
    #expect(
      try beside(points, exhibits: [sales, sales], keyFigures: ["jobs", "profit"]) == [[], [0]])
  }

  @Test func aMapHasThePointsThatNameItsPlacesAsWholeWords() throws {
    let points = ["**North.** Portonovo is far. [¶2]", "**South.** The quays of Porto grow. [¶4]"]
    #expect(try beside(points, exhibits: ["kind: map, places: [Porto]"]) == [[1]])
  }

  @Test func whereNothingElseIsSharedTheSameParagraphsCount() throws {
    let points = ["**A.** It was signed. [¶2]", "**B.** Much else. [¶2–4]", "**C.** Other. [¶4]"]
    // Of the second most is said elsewhere.
    #expect(
      try beside(
        points,
        exhibits: [
          "kind: timeline, events: [{ date: 2019, label: Treaty, source: ¶2 }, { date: 2020, label: Work, source: ¶2 }]"
        ]) == [[0]])
  }

  @Test func thePackPutsPointsWhereItWants() throws {
    let points = ["**Sales.** They were {sales}. [¶3]", "**Work.** {jobs} are new. [¶3]"]
    #expect(
      try beside(
        points,
        exhibits: [
          "kind: bars, figures: [jobs], points: 1", "kind: bars, figures: [sales], points: []",
          "kind: bars, figures: [jobs]",
        ]) == [[0], [], [1]])
  }

  @Test(arguments: ["0", "3", "[1, 9]"])
  func aPointThatTheSummaryLacksIsAnError(number: String) throws {
    let files = try pack(
      ["**Sales.** They were {sales}. [¶3]", "**Work.** Much. [¶3]"],
      exhibits: ["kind: bars, figures: [sales], points: \(number)"])
    let said = messages { _ = try LoadedPack(files.path, atlas: try shippedAtlas()) }.joined()
    #expect(said.contains("pack.yml:7:"), "\(said)")
    #expect(said.contains("error: the summary has no point"))
    #expect(said.contains("has 2, counted from 1 at its first paragraph"))
  }
}
