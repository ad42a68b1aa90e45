import Foundation
import TestSupport
import Testing

/// A pack of one exhibit with figures of 60 parts: values of two years, and a goal.
private func packOfParts(_ keys: String) throws -> PackCopy {
  let pack = try PackCopy(of: "Tests/Packs/charts")
  let rows = (1...60).flatMap { number in
    [
      ("2019", "2019,,actual,,"), ("2020", "2020,,actual,,"), ("2024", "2024,,target,,"),
      ("in", "2020,,actual,,In"), ("out", "2020,,actual,,Out"),
    ].map { id, rest in
      "part-\(number)-\(id),Part \(number),\(10 + number),km,\(rest),https://example.org,\n"
    }
  }
  try pack.write(
    "id,label,value,unit,period,qualifier,status,formula,reporter,source,note\n" + rows.joined(),
    to: "figures.csv")
  try pack.write(
    "title: T\nquestions:\n  - headline: H\n    exhibits:\n      - title: All parts\n"
      + keys.split(separator: "\n").map { "        \($0)\n" }.joined(), to: "pack.yml")
  return pack
}

private func ids(_ year: Int) -> String {
  "[\((1...60).map { "part-\($0)-\(year)" }.joined(separator: ", "))]"
}

/// The exhibits of a finished document, and the words of its pages.
private struct Made {
  var drawn: [DrawnChart]
  var pages: [String]

  init(_ pack: PackCopy, layout: String, paper: String) throws {
    let folder = try TemporaryFolder()
    let run = try bayan(
      "build", pack.path, "--layout", layout, "--paper", paper, "--output", folder.path)
    try #require(run.status == 0, "\(run.errors)")
    let file = folder.path + "/\(layout).pdf"
    let read = try tool(projectPath("Scripts/chart-values"), file)
    drawn = try JSONDecoder().decode([DrawnChart].self, from: Data(read.output.utf8)).sorted {
      $0.page < $1.page
    }
    pages = try pdfPages(file)
  }
}

private let papers = [("slides", "16:9"), ("slides", "4:3"), ("report", "a4"), ("report", "a5")]

private let kinds: [(keys: String, columns: [[Double]])] = {
  let values = (1...60).map { Double(10 + $0) }
  return [
    ("kind: bars\nfigures: \(ids(2020))\nreference: { value: 50, label: goal }", [values]),
    ("kind: grouped-bars\nfigures: [part-*-in, part-*-out]\nsplit: reporter", [values, values]),
    ("kind: stacked-bars\nfigures: [part-*-in, part-*-out]\nsplit: reporter", [values, values]),
    ("kind: bullet\nfigures: \(ids(2020))\ntargets: \(ids(2024))", [values, values]),
  ]
}()

@Test(arguments: kinds.indices, papers)
func rowsThatAreHigherThanAPageGoOverSeveralOnOneScale(_ kind: Int, paper: (String, String)) throws {
  let (keys, columns) = kinds[kind]
  let made = try Made(packOfParts(keys), layout: paper.0, paper: paper.1)
  let isDivided = made.drawn.count > 1
  if paper.0 == "slides" || paper.1 == "a5" { #expect(isDivided) }
  // Each part once, and as long as its value on whichever page it stands.
  let lengths = made.drawn.flatMap { chart in
    // Without the key, which stands above all, in swatches of three to two.
    let top = chart.marks.map(\.y).min() ?? 0
    return chart.marks.filter { $0.y > top + 1 || abs($0.width / $0.height - 1.5) > 0.01 }.map(\.width)
  }
  try expectValues(lengths.sorted(), columns.joined().sorted(), "all parts")
  let names = made.drawn.flatMap { $0.table.dropFirst() }.compactMap { row in
    row.first.map { String($0.replacing("\u{A0}", with: " ").split(separator: ",")[0]) }
  }
  var unique: [String] = []
  for name in names where unique.last != name { unique.append(name) }
  #expect(unique == (1...60).map { "Part \($0)" })
  // Every further page says what it goes on from.
  let withParts = made.pages.filter { $0.contains(#/Part \d/#) && !$0.contains("where they come from") }
    .prefix(made.drawn.count)
  for page in withParts.dropFirst() { #expect(page.contains("(continued)"), "\(page)") }
}

@Test(arguments: papers)
func eventsThatAreHigherThanAPageGoOverSeveral(_ layout: String, paper: String) throws {
  let events = (1...80).map {
    "  - { date: \(1900 + $0), label: Event \($0) of a story that is long and was told }"
  }
  let made = try Made(
    packOfParts("kind: timeline\nevents:\n" + events.joined(separator: "\n")), layout: layout, paper: paper)
  let ofQuestion = made.drawn.filter { $0.isCalled("Timeline (events ") }
  if layout == "slides" { #expect(ofQuestion.count > 1) }
  let dates = ofQuestion.flatMap { $0.table.dropFirst() }.compactMap(\.first)
  if !ofQuestion.isEmpty { #expect(dates == (1...80).map { String(1900 + $0) }) }
}

@Test func multiplesThatAreHigherThanAPageGoOverSeveralOnOneScale() throws {
  let made = try Made(
    packOfParts("kind: bars\nfigures: [part-*-2019, part-*-2020]\nmultiples: label"), layout: "slides",
    paper: "16:9")
  #expect(made.drawn.count > 1)
  #expect(made.drawn.allSatisfy { $0.alternative.contains(" of 60 charts on the same scale") })
  // Each part once, and as high as its value on whichever page it stands.
  let heights = made.drawn.flatMap(\.data).map(\.height).sorted()
  try expectValues(heights, (1...60).flatMap { [Double(10 + $0), Double(10 + $0)] }, "all parts")
}

/// A page made for one exhibit goes on under that exhibit's title.
@Test func furtherSlidesOfAnExhibitStandUnderItsTitle() throws {
  let pack = try packOfParts(
    "kind: bars\nfigures: [part-1-2020, part-2-2020]\n")
  let first = try String(contentsOfFile: pack.path + "/pack.yml", encoding: .utf8)
  try pack.write(
    first + "      - title: The second\n        kind: bars\n        figures: \(ids(2019))\n", to: "pack.yml")
  let made = try Made(pack, layout: "slides", paper: "16:9")
  let further = made.pages.filter { $0.contains("The second (continued)") }
  #expect(further.count == made.drawn.count - 2)
  #expect(further.count > 1)
}

/// In the handout, each of the slides has its place.
@Test func theHandoutShowsAllSlidesOfADividedExhibit() throws {
  let pack = try packOfParts("kind: bars\nfigures: \(ids(2020))")
  let folder = try TemporaryFolder()
  let run = try bayan(
    "build", pack.path, "--layout", "slides", "--layout", "handout", "--output", folder.path)
  try #require(run.status == 0, "\(run.errors)")
  let words = try pdfText(folder.path + "/handout.pdf")
  for number in 1...60 { #expect(words.contains("Part \(number)\n"), "\(number)") }
}

/// What can't be divided is told with its place; nothing is cut at the page's edge.
@Test func oneRowThatIsHigherThanAPageIsAnErrorThatSaysSo() throws {
  let pack = try packOfParts("kind: bars\nfigures: [part-1-2020, part-2-2020]")
  let table = try String(contentsOfFile: pack.path + "/figures.csv", encoding: .utf8)
  try pack.write(
    table.replacing("Part 1,", with: String(repeating: "a name without end ", count: 200) + ","),
    to: "figures.csv")
  let run = try bayan("check", pack.path)
  #expect(run.status == 1)
  #expect(
    run.errors.contains(
      #/pack\.yml:5:9: error: this exhibit is \d+ mm high .* slides .*: not one of its 2 rows fits/#),
    "\(run.errors)")
}
