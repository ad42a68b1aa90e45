import Diagnostics
import Evidence
import Foundation
import Testing

private func edition(
  _ rows: String = sample, title: String = "A pack", asOf: String? = "2018-11-20",
  statements: [Statement] = []
) throws -> Edition {
  Edition(title: title, figuresAsOf: asOf, figures: try table(rows), statements: statements)
}

/// The sample with one row's part replaced; fails where there is none.
private func sample(_ old: String, _ new: String) throws -> String {
  try #require(sample.contains(old))
  return sample.replacing(old, with: new)
}

private func changes(_ old: String, _ new: String) throws -> EditionChanges {
  EditionChanges(from: try edition(), to: try edition(sample(old, new)))
}

@Test func aRecordIsReadBackAsItWasWritten() throws {
  var record = EditionRecord(
    try edition(statements: [
      Statement(
        place: "question 1, point 2",
        pieces: [
          .init("“Quoted” \\ \n\t"), .init("more than $2 bn", figures: ["trade-9m"]), .init(" №\u{1F600}"),
        ])
    ]), previous: try edition(asOf: nil))
  record.document = "report"
  record.pages = ["trade-9m": ["1", "iv"]]
  let bytes = try record.encoded()
  #expect(try EditionRecord(decoding: bytes) == record)
  #expect(try record.encoded() == bytes)
}

@Test func valuesAreRecordedExactlyAndWithAllDecimalsThatAreShown() throws {
  let recorded = try edition(
    """
    a,A,3.10,USD bn,2018,exact,actual,,¶1,
    b,B,10 000,t,2018-01/2018-09,exact,actual,,¶1,
    c,C,-0.5,%,2017/2019,about,estimate,,fn2,
    d,D,,USD bn,,exact,derived,a / 3,https://example.org/a,

    """)
  #expect(recorded.figures.map(\.value) == ["3.10", "10000", "-0.5", "1.03333333333333333333333333333"])
  #expect(recorded.figures.map(\.period) == ["2018", "2018-01/2018-09", "2017/2019", nil])
  #expect(recorded.figures.map(\.sources) == [["¶1"], ["¶1"], ["fn2"], ["https://example.org/a"]])
}

@Test(arguments: ["", "{}", "[1]", "{\"bayan_edition\":1}", "{\"bayan_edition\":\"1\"}", "\u{0}\u{1}"])
func whatIsNoRecordIsTold(text: String) {
  let error = #expect(throws: DiagnosticError.self) { try EditionRecord(decoding: Array(text.utf8)) }
  #expect(error?.diagnostics.first?.message == "its record of figures can't be read")
}

@Test func aRecordOfALaterFormIsNotGuessedAt() throws {
  let bytes = try EditionRecord(edition()).encoded()
  let text = String(decoding: bytes, as: UTF8.self).replacing(
    "\"bayan_edition\":1", with: "\"bayan_edition\":2")
  let error = #expect(throws: DiagnosticError.self) { try EditionRecord(decoding: Array(text.utf8)) }
  #expect(error?.diagnostics.first?.message.contains("later version") == true)
}

@Test func editionsOfTheSameFiguresDifferInNothing() throws {
  #expect(EditionChanges(from: try edition(asOf: nil), to: try edition(title: "Other")).isEmpty)
  // Labels and notes are words.
  #expect(try changes("Grants,10 000", "Grants given,10 000").isEmpty)
}

@Test func aDerivedFigureFollowsTheOneItIsMadeFrom() throws {
  let changes = try changes("trade-9m,Mutual trade,2,", "trade-9m,Mutual trade,3,")
  #expect(changes.changes.map(\.id) == ["trade-9m", "trade-9m-before"])
  #expect(changes.changes.map(\.follows) == [[], ["trade-9m"]])
  #expect(changes.changes.map(\.aspects) == [[.value], [.value]])
  #expect(changes.changes.map(\.movement) == ["up about 50%", "up about 50%"])
}

@Test func aDerivedFigureWhoseFormulaChangedFollowsNothing() throws {
  let changes = try changes("trade-9m / 1.40", "trade-9m / 1.50")
  #expect(changes.changes.map(\.id) == ["trade-9m-before"])
  #expect(changes.changes.first?.aspects == [.value, .formula])
  #expect(changes.changes.first?.follows == [])
}

@Test func chainsOfDerivedFiguresStandBeneathTheirCause() throws {
  let rows = """
    c,C,,USD bn,,exact,derived,b + 1 * a,¶1,
    b,B,,USD bn,,exact,derived,a / 2,¶1,
    x,X,7,USD bn,,exact,actual,,¶1,
    a,A,1,USD bn,,exact,actual,,¶1,

    """
  let changes = EditionChanges(
    from: try edition(rows),
    to: try edition(rows.replacing("A,1,", with: "A,5,").replacing("X,7,", with: "X,8,")))
  #expect(changes.changes.map(\.id) == ["x", "a", "b", "c"])
  #expect(changes.changes.map(\.follows) == [[], [], ["a"], ["b", "a"]])
}

@Test func newAndRemovedFiguresAndThoseOfAnotherSourceComeInTheirOrder() throws {
  let new =
    try sample("agreements,Agreements in force,200,agreements,,more-than,actual,,¶4,\n", "")
    .replacing(
      "grants,Grants,10 000,grants,,exact,actual,,¶20,",
      with: "grants,Grants,10 000,grants,,exact,actual,,¶21,"
    )
    .replacing("offices,Offices,1,", with: "offices,Offices,3,") + "loans,Loans,5,USD m,,exact,actual,,¶1,\n"
  let changes = EditionChanges(from: try edition(), to: try edition(new))
  #expect(changes.changes.map(\.id) == ["offices", "loans", "grants", "agreements"])
  #expect(changes.changes.map { $0.was == nil } == [false, true, false, false])
  #expect(changes.changes.map { $0.now == nil } == [false, false, false, true])
  #expect(changes.changes[2].aspects == [.source])
  #expect(changes.changes[2].movement == "")
  // What only has another source is said as before.
  #expect(!changes.isChanged("10 000", of: ["grants"]))
}

@Test(arguments: [
  (
    "border-open,Border not yet settled,4,", "border-open,Border not yet settled,6,",
    "up about 2 percentage points"
  ),
  ("trade-2018,Mutual trade,3,", "trade-2018,Mutual trade,-1,", "down $4\u{A0}bn"),
  ("trade-2018,Mutual trade,3,", "trade-2018,Mutual trade,0,", "down 100%"),
  ("trade-2018,Mutual trade,3,USD bn", "trade-2018,Mutual trade,3000,USD m", "unchanged"),
  ("trade-2018,Mutual trade,3,USD bn", "trade-2018,Mutual trade,3,t", ""),
  ("trade-2018,Mutual trade,3,USD bn,2018,", "trade-2018,Mutual trade,2,USD bn,2018-01/2018-06,", ""),
  ("trade-2018,Mutual trade,3,", "trade-2018,Mutual trade,4.5,", "up 50%"),
  // A goal for another time, or for none, is another goal.
  ("trade-2018,Mutual trade,3,USD bn,2018,", "trade-2018,Mutual trade,5,USD bn,2020,", ""),
  ("trade-2018,Mutual trade,3,USD bn,2018,", "trade-2018,Mutual trade,5,USD bn,,", ""),
])
func howFarAFigureWentIsSaid(old: String, new: String, movement: String) throws {
  #expect(try changes(old, new).changes.first?.movement == movement)
}

@Test func aStatusThatChangesIsAChange() throws {
  let changes = try changes(
    "trade-2018,Mutual trade,3,USD bn,2018,exact,target", "trade-2018,Mutual trade,3,USD bn,2018,exact,actual"
  )
  #expect(changes.changes.first?.aspects == [.status])
  #expect(changes.isChanged("trade-2018"))
}

@Test func wordsThatTheOldEditionHadAreNotNew() throws {
  let old = try edition(statements: [
    Statement(
      place: "p", pieces: [.init("2018", figures: ["trade-2018"]), .init("$3 bn", figures: ["trade-2018"])])
  ])
  let changes = EditionChanges(
    from: old, to: try edition(sample("trade-2018,Mutual trade,3,", "trade-2018,Mutual trade,4,")))
  #expect(!changes.isChanged("2018", of: ["trade-2018"]))
  #expect(changes.isChanged("$4 bn", of: ["trade-2018"]))
  #expect(changes.isChanged("up 4%", of: ["trade-2017", "trade-2018"]))
  #expect(!changes.isChanged("$9 bn", of: ["trade-2017"]))
}

@Test(arguments: [
  ("a / 1.40", ["<a>", " ÷ 1.4"]),
  ("100% - a", ["100% − ", "<a>"]),
  ("(a + b) / 2", ["(", "<a>", " + ", "<b>", ") ÷ 2"]),
  ("a - (b - c)", ["<a>", " − (", "<b>", " − ", "<c>", ")"]),
  ("a - b - c", ["<a>", " − ", "<b>", " − ", "<c>"]),
  ("a / (b * c)", ["<a>", " ÷ (", "<b>", " × ", "<c>", ")"]),
  ("-a * 2", ["−", "<a>", " × 2"]),
  ("change(a, b)", ["change from ", "<b>", " to ", "<a>"]),
  ("share(a, b)", ["<a>", " in % of ", "<b>"]),
  ("2 * sum(a, b, c)", ["2 × (", "<a>", " + ", "<b>", " + ", "<c>", ")"]),
  ("cagr(a, b)", ["growth a year from ", "<b>", " to ", "<a>"]),
  ("a /", ["a /"]),
])
func aFormulaIsSaidInWords(formula: String, expected: [String]) {
  let pieces = formulaPieces(formula).map { piece in
    switch piece {
    case .text(let text): text
    case .figure(let id): "<\(id)>"
    }
  }
  #expect(pieces == expected)
}

@Test func theSentenceThatHoldsANumberIsFound() throws {
  func sentences(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return Sentences.ranges(of: scalars).map { range in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view)
    }
  }
  #expect(
    sentences("Dr. Smith paid $2.5 m. “Why?” he asked. 30 came!  No. 5 did not… Then e.g. this")
      == ["Dr. Smith paid $2.5 m.", "“Why?” he asked.", "30 came!", "No. 5 did not…", "Then e.g. this"])
  #expect(sentences("") == [""])
}
