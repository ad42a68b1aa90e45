import Diagnostics
import Evidence
import Foundation
import Tables
import TestSupport
import Testing

/// Docs/figures.md, so that what it says is true.
private struct FiguresPage {
  let lines: [String]

  init() throws {
    lines = try contents("Docs/figures.md").split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map(String.init)
  }

  /// What stands between ```csv and ```.
  var csv: String { block("```csv") }

  func block(_ opening: String) -> String {
    lines.drop { $0 != opening }.dropFirst().prefix { $0 != "```" }.joined(separator: "\n") + "\n"
  }

  /// The rows of the table under this header, without code marks.
  func rows(under header: String) -> [[String]] {
    lines.drop { $0 != header }.dropFirst(2).prefix { $0.hasPrefix("|") }.map { line in
      line.replacing("\\|", with: "\u{1}").dropFirst().dropLast().split(
        separator: "|", omittingEmptySubsequences: false
      )
      .map { $0.replacing("\u{1}", with: "|").replacing("`", with: "").trimmingCharacters(in: .whitespaces) }
    }
  }
}

/// As written in the page, where all spaces are ordinary ones.
private func plain(_ words: String) -> String {
  words.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
}

@Test func thePageOnFiguresTellsWhatReferencesGive() throws {
  let page = try FiguresPage()
  let figures = try FigureTable.read(page.csv, file: "Docs/figures.md")
  let rows = page.rows(under: "| written | gives |")
  #expect(rows.count == 37)
  for row in rows {
    let pieces = try figures.pieces(
      of: row[0], at: Diagnostics.SourceLocation(file: "Docs/figures.md"), continuing: "So ")
    #expect(plain(pieces.map(\.words).joined()) == row[1], "\(row[0])")
  }
}

@Test func thePageOnFiguresTellsWhatClaimsGiveBeforeAndAfterAnUpdate() throws {
  let page = try FiguresPage()
  let own = try Table.read(page.csv, file: "Docs/figures.md")
  let later = try Table.read(page.block("```csv later"), file: "later.csv")
  var before = try FigureTable.read(own).figures
  var after = try FigureTable.read(own, updates: [later]).figures
  (before.asOf, after.asOf) = (Period("2018-11"), Period("2021"))
  let rows = page.rows(under: "| written | as of November 2018 | with those rows, as of 2021 |")
  for row in rows {
    let words = try [before, after].map { figures in
      try figures.pieces(
        of: row[0], at: Diagnostics.SourceLocation(file: "Docs/figures.md"), continuing: "So "
      ).map(\.words).joined()
    }
    #expect(words.map(plain) == Array(row[1...]), "\(row[0])")
  }
  // Every form has a row.
  for form in ClaimForm.allCases {
    #expect(rows.contains { $0[0].contains("|\(form.rawValue)") }, "\(form.rawValue)")
  }
}

@Test func thePageOnFiguresTellsWhatFormulasGive() throws {
  let page = try FiguresPage()
  let rows = page.rows(under: "| formula | unit | gives |")
  #expect(rows.count == 13)
  for row in rows {
    let figures = try FigureTable.read(
      page.csv + "derived,D,,\(row[1]),,,derived,\"\(row[0])\",,\n", file: "Docs/figures.md")
    #expect(plain(try #require(figures["derived"]).words(.full)) == row[2], "\(row[0])")
  }
}

@Test func thePageOnFiguresTellsWhatAnUpdateDoes() throws {
  let page = try FiguresPage()
  let own = try Table.read(page.csv, file: "Docs/figures.md")
  let rows = page.rows(under: "| an update's row | what it does |")
  #expect(rows.count == 8)
  for row in rows {
    let update = try Table.read("id,value,status,source,formula\n\(row[0])\n", file: "trade.csv")
    let found = messages {
      let warnings = try FigureTable.read(own, updates: [update]).warnings
      #expect(warnings.isEmpty != row[1].contains("warning"), "\(row[0]): \(warnings)")
    }
    #expect(found.isEmpty != row[1].hasPrefix("an error"), "\(row[0]): \(found)")
  }
}

@Test func thePageOnFiguresTellsWhatPeriodsAndUnitsAreCalled() throws {
  let page = try FiguresPage()
  let periods = page.rows(under: "| written | long | short |")
  #expect(periods.count == 6)
  for row in periods {
    let period = try #require(Period(row[0]))
    #expect([period.words(), period.words(short: true)] == Array(row[1...]))
  }
  let units = page.rows(under: "| unit | with 1 | with 12500 |")
  #expect(units.count == 15)
  for row in units {
    let figures = try table("one,O,1,\(row[0]),,,,,¶1,\nmany,M,12500,\(row[0]),,,,,¶1,\n")
    #expect(figures.figures.map { plain($0.words(.full)) } == Array(row[1...]))
  }
}

@Test func thePageOnFiguresListsEveryColumnQualifierAndStatus() throws {
  let page = try FiguresPage()
  let columns = page.rows(under: "| column | what stands there |")
  #expect(columns.map { $0[0] } == header.dropLast().split(separator: ",").map(String.init) + ["reporter"])
  let qualifiers = columns.first { $0[0] == "qualifier" }?[1] ?? ""
  #expect(Qualifier.allCases.allSatisfy { qualifiers.contains($0.rawValue) })
  let statuses = columns.first { $0[0] == "status" }?[1] ?? ""
  #expect(Status.allCases.allSatisfy { statuses.contains($0.rawValue) })
}

@Test func thePageOnFiguresTellsWhatSentencesBearOut() throws {
  let rows = try FiguresPage().rows(under: "| the row | the sentence | `check` |")
  #expect(rows.count == 27)
  let verdicts: [String: SentenceCase.Verdict] = [
    "bears it out": .accept, "an error": .refuse, "a warning": .warn,
  ]
  for row in rows {
    let figure = row[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let verdict = try #require(verdicts[row[2]])
    for text in row[1].split(separator: ";") {
      let sentence = SentenceCase(
        verdict: verdict, value: figure[0], unit: figure[1], text: text.trimmingCharacters(in: .whitespaces))
      let found = try sentence.diagnostics()
      #expect(sentence.isMet(by: found), "\(row[0]): \(text): \(found.map(\.message))")
    }
  }
}

@Test func thePageOnFiguresTellsWhichClaimsThereAre() throws {
  let page = try FiguresPage()
  var words = ClaimVocabulary()
  var log = DiagnosticLog()
  words.add(try Table.read(page.block("```csv words"), file: "words.csv"), log: &log)
  let names = page.rows(under: "| claim | says |").flatMap { $0[0].split(separator: ", ").map(String.init) }
  let all = names.map { "\($0),word\n" }.joined()
  words.add(try Table.read("claim,words\n" + all, file: "words.csv"), log: &log)
  #expect(log.diagnostics.map(\.description) == [])
  words.add(try Table.read("claim,words\nnone,word\n", file: "words.csv"), log: &log)
  #expect(log.diagnostics.map(\.message) == ["unknown claim 'none'"])
}
