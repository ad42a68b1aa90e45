import Atlas
import Briefing
import ChartGrammar
import Dispatch
import Evidence
import Foundation
import Interview
import Synchronization
import TestSupport
import Testing

/// A pack as it is told and as it is printed.
private struct Printed: Sendable {
  let story: Story
  /// By document, as pdftotext reads it, without white space and hyphens, since lines are broken anew.
  let documents: [String: String]

  init(_ pack: String, report: String, atlas: Atlas) throws {
    story = try LoadedPack(pack, atlas: atlas).story
    let folder = try TemporaryFolder()
    let run = try bayan(
      "build", pack, "--layout", report, "--layout", "slides", "--layout", "handout", "--output", folder.path)
    guard run.status == 0 else { throw Failure(said: run.errors) }
    var documents: [String: String] = [:]
    for name in ["report", "slides", "handout"] {
      documents[name] = squeezed(try pdfText("\(folder.path)/\(name).pdf"))
    }
    self.documents = documents
    try FileManager.default.removeItem(at: folder.url)
  }

  /// Whether a document may show the place: an exhibit can be meant for some layouts alone. A handout shows the slides.
  func shows(_ place: String, in document: String) -> Bool {
    guard let found = place.firstMatch(of: /question (\d+), exhibit (\d+)/), let question = Int(found.1),
      let exhibit = Int(found.2)
    else { return true }
    let layouts = story.questions[question - 1].exhibits[exhibit - 1].layouts
    return layouts.isEmpty || layouts.contains(document == "handout" ? "slides" : document)
  }

  struct Failure: Error { var said: String }

  /// All that the pages may say whatever the figures are, and all that they say of them.
  var everything: String {
    var texts: [String] = [story.edition.title, story.figuresAsOf ?? "", story.interviewDate ?? ""]
    texts += story.edition.statements.map(\.text)
    for figure in story.figures.figures {
      texts += [figure.label, figure.note ?? "", figure.formula ?? "", figure.period?.words() ?? ""]
      for form in [WordingForm.full, .value, .short, .shortNumber, .count] {
        texts.append(figure.words(form))
      }
    }
    texts += story.sentences.values.map(\.text) + story.transcript.footnotes.map(\.text)
    for question in story.questions {
      texts += question.points.map(\.text) + [question.headline.text, question.question.text]
      texts += [question.statement?.text ?? "", question.quotation?.text ?? ""]
      for key in question.keyFigures { texts += [key.label.text, key.note?.text ?? ""] }
      for exhibit in question.exhibits {
        texts += [exhibit.title?.text ?? "", exhibit.subtitle?.text ?? "", exhibit.note?.text ?? ""]
        if case .chart(let chart) = exhibit.content {
          texts += chart.events.flatMap { [$0.label, $0.period.words(short: true)] }
        }
      }
    }
    return texts.map(squeezed).joined(separator: " ")
  }
}

/// A figure and all that are computed from it, by the formulas' text alone.
private func dependents(of id: String, in figures: FigureTable) -> Set<String> {
  var found: Set<String> = [id]
  while true {
    let more = figures.figures.filter { figure in
      let names = (figure.formula ?? "").split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" }
      return !found.contains(figure.id) && names.contains { found.contains(String($0)) }
    }
    if more.isEmpty { return found }
    found.formUnion(more.map(\.id))
  }
}

/// Another value of the figure that a pack can hold: three times as much, and less or of the other sign.
private func otherValues(of figure: Figure) -> [String] {
  let value = figure.value
  let isChange = figure.label.contains("Change")
  var larger = value * 3
  var smaller = isChange ? -value : value / 2
  if figure.unit.isPercent, !isChange {
    larger = value < 33 ? value * 3 : 100 - (100 - value) / 3
  } else if !isChange, value == Decimal(Int(truncating: value as NSDecimalNumber)) {
    smaller = Decimal(max(1, Int(truncating: value as NSDecimalNumber) / 2))
  }
  return [larger, smaller].map { value in
    var (value, rounded) = (value, Decimal())
    NSDecimalRound(&rounded, &value, 2, .plain)
    return rounded.description
  }
}

private struct Case: Sendable {
  var id: String
  var value: String
}

/// Changes every figure of a pack in turn. Every place that shows it, or what is derived from it, must say the new
/// thing in each document that showed the old; and the old words are nowhere where they were only this figure's.
@Test(.timeLimit(.minutes(20)), arguments: ["seeds/kazakh-uzbek", "Tests/Packs/andes"])
func aChangedFigureIsNewEverywhereAndOldNowhere(name: String) throws {
  let layouts = try TemporaryFolder()
  // The interview's pages, the last of the file, are left out: it goes on saying what was said.
  let report = try layoutCopy(in: layouts, replacing: "\n  interview:\n", with: "\n  # end\n")
  let text = try String(contentsOf: report, encoding: .utf8)
  let end = try #require(text.range(of: "\n  # end\n"))
  try String(text[..<end.lowerBound]).write(to: report, atomically: true, encoding: .utf8)

  let atlasFile = projectPath("Atlas/atlas.gpkg")
  let pack = projectPath(name)
  let before = try Printed(pack, report: report.path, atlas: Atlas(path: atlasFile))
  let figures = before.story.figures
  let cases = figures.figures.filter { $0.formula == nil }.flatMap { figure in
    otherValues(of: figure).map { Case(id: figure.id, value: $0) }
  }
  try #require(cases.count > 20)
  let problems = Mutex<[String]>([])
  DispatchQueue.concurrentPerform(iterations: cases.count) { index in
    let one = cases[index]
    var found: [String]
    do {
      let copy = try PackCopy(of: name)
      try copy.setFigure(one.id, to: one.value)
      let after = try Printed(copy.path, report: report.path, atlas: Atlas(path: atlasFile))
      found =
        differences(before, after, changed: dependents(of: one.id, in: figures))
        + (try wrongDiff(pack, copy.path, dependents(of: one.id, in: figures)))
      try FileManager.default.removeItem(at: copy.url.deletingLastPathComponent())
    } catch let failure as Printed.Failure {
      found = [failure.said]
    } catch {
      found = ["\(error)"]
    }
    problems.withLock { $0 += found.map { "\(one.id) = \(one.value): \($0)" } }
  }
  for problem in problems.withLock({ $0 }) { Issue.record("\(problem)") }
}

private func differences(_ before: Printed, _ after: Printed, changed: Set<String>) -> [String] {
  var problems: [String] = []
  var compared = 0
  let everything = after.everything
  let old = Dictionary(uniqueKeysWithValues: before.story.edition.statements.map { ($0.place, $0) })
  for statement in after.story.edition.statements where changed.contains(where: statement.shows) {
    guard let was = old[statement.place] else { continue }
    // Of a chart each label stands by itself.
    let isChart = statement.place.hasSuffix("chart")
    let pairs =
      isChart
      ? Array(zip(was.pieces, statement.pieces)).map { ($0.text, $1.text) } : [(was.text, statement.text)]
    for (oldText, newText) in pairs where oldText != newText {
      compared += 1
      let (oldWords, newWords) = (squeezed(oldText), squeezed(newText))
      for (name, text) in after.documents where after.shows(statement.place, in: name) {
        let stood = before.documents[name]?.contains(oldWords) == true
        if name == "report" || stood, !text.contains(newWords) {
          problems.append("\(name).pdf does not say “\(newText)” (\(statement.place))")
        }
        if oldWords.count > 2, !everything.contains(oldWords), text.contains(oldWords) {
          problems.append("\(name).pdf still says “\(oldText)” (\(statement.place))")
        }
      }
    }
  }
  // A test that compares nothing can't fail.
  if compared == 0, before.story.edition.statements.contains(where: { changed.contains(where: $0.shows) }) {
    problems.append("no place says anything new")
  }
  for id in changed {
    guard let figure = before.story.figures[id] else { continue }
    for form in [WordingForm.full, .value, .short, .shortNumber, .count] {
      let words = squeezed(figure.words(form))
      guard words.count > 2, !everything.contains(words) else { continue }
      for (name, text) in after.documents where text.contains(words) {
        problems.append("\(name).pdf still has the old “\(figure.words(form))” of \(id)")
      }
    }
  }
  return problems
}

/// What `bayan diff` lists other than the figure and what is computed from it.
private func wrongDiff(_ old: String, _ new: String, _ expected: Set<String>) throws -> [String] {
  let output = try bayan("diff", old, new, "--json").output
  let json = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
  let listed = (json?["changes"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
  return Set(listed) == expected && listed.count == expected.count
    ? [] : ["bayan diff lists \(listed), not \(expected)"]
}

@Test(arguments: [
  ("f1 + f0", "the answer says {f2}", "in a formula: 2"),
  ("f1 + f0", "the answer says nothing", "in a formula"),
  ("f1 * 2", "the answer says {f2}", "–"),
])
func aFigureThatOnlyAFormulaHasSaysWhereThatStands(formula: String, text: String, said: String) throws {
  let pack = try SmallPack(
    pack: "title: Ships\nquestions:\n  - headline: Ships came\n",
    transcript: "1. Did ships come?\n\nThey came.\n", summaries: ["**Ships.** Of \(text).\n"],
    figures: [
      "f0,Ships of the north,3,ships,2018,exact,actual,,https://example.org/,",
      "f1,Ships of the south,4,ships,2018,exact,actual,,https://example.org/,",
      "f2,Ships of both,,ships,2018,exact,derived,\(formula),https://example.org/,",
    ])
  let (run, file) = try pack.build("report")
  try #require(run.status == 0, "\(run.errors)")
  let lines = try pdfText(file, "-layout").split(separator: "\n")
  let row = try #require(lines.first { $0.contains("Ships of the north") && $0.contains("actual") })
  #expect(row.hasSuffix("  " + said), "\(row)")
}
