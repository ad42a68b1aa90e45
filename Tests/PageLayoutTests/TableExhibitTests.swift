import ChartGrammar
import Diagnostics
import Evidence
import Foundation
import Graphics
import TestSupport
import Testing
import Typesetting

@testable import Briefing
@testable import PageLayout

private let place = SourceLocation(file: "pack.yml", line: 3, column: 9)

private func studio(
  _ name: String = "report", paper: Paper = .a4, language: String = "en"
) throws -> ExhibitStudio {
  let layout = try ShippedFiles().layout("\(name).yml", paper: paper)
  var stories = StoryGenerator(seed: 1)
  var story = stories.story()
  story.language = language
  return ExhibitStudio(
    layout: layout, typesetter: try shippedTypesetter(), atlas: try shippedAtlas(), story: story)
}

private func table(_ figures: [Figure], _ change: (inout TableOrder) -> Void = { _ in }) -> TableDescription {
  var order = TableOrder(series: [Series(figures: figures)])
  change(&order)
  return makeTable(order, at: TablePlaces(table: place, keys: [:], figures: [:])).0
}

private func exhibit(_ table: TableDescription) -> Exhibit {
  Exhibit(content: .table(table), sources: [], location: place)
}

/// The table as it stands in this width, as high as it wants to be.
private func draw(_ table: TableDescription, width: Double, _ studio: ExhibitStudio) throws -> Frame {
  let form = TableExhibit(table, of: exhibit(table), in: studio)
  let heights = try #require(form.heights(width: width))
  return try form.paint(size: Size(width, heights.most)).frame
}

/// Texts of the runs that stand in one line, from the left, line after line.
private func lines(_ frame: Frame) -> [[PlacedText]] {
  let placed = texts(on: frame).sorted { ($0.box.maxY, $0.box.minX) < ($1.box.maxY, $1.box.minX) }
  return placed.reduce(into: []) { lines, text in
    if let last = lines.last?.last, abs(last.box.maxY - text.box.maxY) < 1 {
      lines[lines.count - 1].append(text)
    } else {
      lines.append([text])
    }
  }
}

private let decimals = [
  figure("a1", "1.5", "2019", label: "A"), figure("b1", "123.25", "2019", label: "B"),
  figure("c1", "-40", "2019", qualifier: .about, label: "C"),
  figure("a2", "7", "2020", status: .estimate, label: "A"), figure("b2", "1234", "2020", label: "B"),
]

/// Where the digits before the point end, by how many stand after it: all of a digit's width.
@Test func pointsOfATablesNumbersStandBelowEachOther() throws {
  let frame = try draw(table(decimals), width: 300, studio())
  let numbers = texts(on: frame).filter { ["1.5", "123.25", "≈−40"].contains($0.text) }
  try #require(numbers.count == 3, "\(texts(on: frame).map(\.text))")
  let ends = Dictionary(uniqueKeysWithValues: numbers.map { ($0.text, $0.box.maxX) })
  let (one, two, none) = (ends["1.5"] ?? 0, ends["123.25"] ?? 0, ends["≈−40"] ?? 0)
  let digit = two - one
  #expect(digit > 2 && one - none > digit && one - none < 2 * digit)
}

@Test func namesOverColumnsEndWhereTheirNumbersDo() throws {
  let frame = try draw(table(decimals), width: 300, studio())
  let all = texts(on: frame)
  func end(_ text: String) throws -> Double {
    try #require(all.first { $0.text == text }, "\(all.map(\.text))").box.maxX
  }
  #expect(abs(try end("2019") - end("123.25")) < 0.1)
  // The mark of an estimate hangs beyond the edge.
  #expect(abs(try end("2020") - end("1234")) < 0.1)
  #expect(try end("e") > end("7"))
}

@Test func onAMirroredPageDecimalPointsStandBelowEachOtherToo() throws {
  let frame = try draw(table(decimals), width: 300, studio(language: "ar")).mirrored
  let numbers = texts(on: frame).filter { ["1.5", "123.25"].contains($0.text) }
  try #require(numbers.count == 2)
  let widths = numbers.map { $0.box.width }
  #expect(abs(abs(numbers[0].box.maxX - numbers[1].box.maxX)) < widths.max() ?? 0)
  #expect(overlap(on: frame) == nil)
}

@Test func aTableThatIsTooWideGoesOnBelowItselfWithItsNames() throws {
  let figures = (2010..<2022).flatMap { year in
    ["Exports", "Imports"].map { figure("\($0)\(year)", "\(year * 7).5", "\(year)", label: $0) }
  }
  let (studio, made) = (try studio(paper: .a5), table(figures))
  let form = TableExhibit(made, of: exhibit(made), in: studio)
  #expect(form.leastWidth > 300)
  let frame = try draw(made, width: 300, studio)
  #expect(texts(on: frame).count { $0.text == "Imports" } == 2)
  // The same columns below each other.
  let heads = ["2010", "2016"].compactMap { head in texts(on: frame).first { $0.text == head } }
  #expect(heads.count == 2 && abs(heads[0].box.maxX - heads[1].box.maxX) < 0.1)
  for figure in figures { #expect(texts(on: frame).contains { $0.text == figure.words(.number) }) }
}

@Test func aColumnThatFindsNoRoomIsAnErrorThatSaysHowMuchItNeeds() throws {
  let made = table([figure("a", "1234567890", "2019", label: "Agriculture")])
  let drawn = try studio().draw(.init(exhibit: exhibit(made), size: Size(40, 100)))
  let told = try #require(drawn.diagnostics.first)
  #expect(told.location == place && told.severity == .error)
  #expect(
    told.message.contains(#/names of this table and one of its columns are \d+ mm wide .* has 14 mm/#),
    "\(told.message)")
}

@Test func aTableHigherThanItsPageGoesOverSeveralWithItsHead() throws {
  let figures = (0..<60).map { figure("f\($0)", "\($0)", "2020", label: "Row \($0)") }
  let (studio, made) = (try studio(), table(figures) { $0.hasTotal = true })
  let form = TableExhibit(made, of: exhibit(made), in: studio)
  let division = try #require(form.division(width: 300, height: 400))
  let parts = form.pieces(division)
  #expect(parts.count > 1)
  var rows: [String] = []
  for part in parts {
    guard case .table(let part) = part.content else { continue }
    #expect(try #require(TableExhibit(part, of: exhibit(part), in: studio).heights(width: 300)).least <= 400)
    let frame = try draw(part, width: 300, studio)
    #expect(texts(on: frame).contains { $0.text == "2020" })
    rows += lines(frame).compactMap(\.first?.text).filter { $0.hasPrefix("Row ") }
  }
  #expect(rows == (0..<60).map { "Row \($0)" })
}

/// Rows of the structure have a cell for each column.
@Test func everyRowOfATablesStructureHasACellForEachColumn() throws {
  let figures = [
    figure("a", "1", "2019", label: "Coal"), figure("b", "2", "2020", label: "Oil"),
    figure("c", "3", "2019", label: "Cars"),
  ]
  var order = TableOrder(series: [
    Series(name: "Sold", figures: Array(figures.prefix(2))), Series(name: "Bought", figures: [figures[2]]),
  ])
  order.hasTotal = true
  let made = makeTable(order, at: TablePlaces(table: place, keys: [:], figures: [:])).0
  let counts = cells(of: try draw(made, width: 300, studio()))
  // The head, two groups with three rows, the sum.
  #expect(counts == Array(repeating: 3, count: 7))
}

private func cells(of frame: Frame) -> [Int] {
  frame.items.flatMap { placed -> [Int] in
    guard case .group(let inner, let tag) = placed.item else { return [] }
    if case .structure(let tag) = tag, tag.kind == .row { return [inner.items.count] }
    return cells(of: inner)
  }
}

/// Nothing overlaps, nothing lies outside, each value is there as often as it should, in any width.
@Test func generatedTablesShowEachValueAndOverlapNothing() throws {
  let studios = try [studio(), studio(paper: .a5), studio("slides", paper: .wide)]
  var drawn = 0
  for seed in 0..<120 {
    var random = SeededGenerator(seed: UInt64(seed))
    let made = generated(using: &random)
    let studio = studios[seed % studios.count]
    let width = Double.random(in: 90...700, using: &random)
    let form = TableExhibit(made, of: exhibit(made), in: studio)
    guard let heights = form.heights(width: width) else { continue }
    drawn += 1
    for height in [heights.least, heights.most, heights.most * 2] {
      let frame = try form.paint(size: Size(width, height)).frame
      #expect(frame.size.height <= height + 0.02)
      if let pair = overlap(on: frame) { Issue.record("\(seed), \(width): \(pair) overlap") }
      let area = Rect(size: frame.size).insetBy(-1)
      for text in texts(on: frame) where !area.contains(text.box) {
        Issue.record("\(seed), \(width): “\(text.text)” stands out")
      }
      let shown = texts(on: frame).map(\.text)
      let joined = shown.joined(separator: " ")
      for cell in made.cells where !joined.contains(cell.figure.words(.number)) {
        Issue.record("\(seed), \(width): \(cell.figure.words(.number)) is lost")
      }
    }
  }
  #expect(drawn > 75)
}

private func generated(using random: inout SeededGenerator) -> TableDescription {
  let names = [
    "Trade", "Совместные предприятия в приграничных областях", "Oʻzbekiston", "Ғылым", "ß",
    "Agreements signed between the two states since independence, by year of signature",
  ]
  let rows = [1, 2, 8, 25].randomElement(using: &random) ?? 1
  let columns = Int.random(in: 1...12, using: &random)
  var figures: [Figure] = []
  for row in 0..<rows {
    let size = [1, 1, 1000, 100_000_000].randomElement(using: &random) ?? 1
    for column in 0..<columns where Int.random(in: 0..<9, using: &random) > 0 {
      figures.append(
        figure(
          "f\(row)-\(column)", "\(Int.random(in: -99...999, using: &random) * size).\(row % 3)",
          "\(2001 + column)", unit: row % 7 == 6 ? "%" : "USD m",
          qualifier: Qualifier.allCases.randomElement(using: &random) ?? .exact,
          status: Int.random(in: 0..<4, using: &random) == 0 ? .estimate : .actual,
          label: names[row % names.count] + " \(row)"))
    }
  }
  if figures.isEmpty { figures = [figure("only", "1", "2001")] }
  return table(figures) { order in
    order.hasTotal = rows < 7 && Bool.random(using: &random)
    if columns > 3 { order.changes = [.before, .first] }
    if Bool.random(using: &random) { order.rows = [.period] }
  }
}

// MARK: Lines

/// As high as the values are, broken at the gap.
@Test func smallLinesGoThroughTheValuesInTrueTime() throws {
  let values = [("2010", "10"), ("2011", "30"), ("2014", "20"), ("2015", "25"), ("2016", "10")]
  let figures =
    values.map { figure("a\($0.0)", $0.1, $0.0, label: "A") }
    + [figure("b", "1", "2012", label: "B"), figure("c", "2", "2016", label: "B")]
  let made = table(figures) { $0.hasLines = true }
  #expect(made.columns.last?.isCourse == true && made.rows[0].cells.last == .some(nil))
  let runs = made.course(of: made.rows[0].cells)
  #expect(runs.map { $0.map(\.value) } == [[10, 30], [20, 25, 10]])
  let times = try #require(made.courseTimes)
  #expect(times.upperBound - times.lowerBound == 72)
  let line = CourseLine(
    table: made, cells: made.rows[0].cells, size: Size(60, 10), layout: try studio().layout)
  let points = line.frame.leaves.compactMap { leaf -> [Point]? in
    guard case .shape(let path, _, let stroke?) = leaf.item, stroke.width > 0 else { return nil }
    return path.points
  }
  #expect(points.map(\.count) == [2, 3])
  let all = points.joined().map { $0 }
  try #require(all.count == 5)
  let height = all[0].y - all[1].y
  #expect(height > 5 && abs(all[2].y - (all[0].y - height / 2)) < 0.01)
  #expect(abs((all[2].x - all[0].x) / (all[1].x - all[0].x) - 4) < 0.01)
  #expect(abs(all[4].y - all[0].y) < 0.01)
}

// MARK: Tints

@Test func numbersOnTintedCellsCanBeReadAndTintsStayApartInGreys() throws {
  let values = ["-30", "-20", "-10", "0", "5", "10", "15", "20", "25", "30"]
  let made = table(
    values.enumerated().map { figure("f\($0)", $1, "2020", label: "Row \($0)") }
  ) { $0.isHeated = true }
  let layout = try ShippedFiles().layout("report.yml", paper: .a4)
  let heat = try #require(TableHeat(made, layout: layout))
  let looks = made.figures.compactMap(heat.look)
  #expect(looks.count == values.count)
  for look in looks { #expect(look.ground.contrast(with: look.ink) >= 4.5) }
  let above = looks.dropFirst(3).map(\.ground)
  #expect(Set(above).count == TableHeat.steps)
  for (pale, dark) in zip(above, above.dropFirst()) where pale != dark {
    #expect(pale.lightness - dark.lightness > 4)
  }
  // As far from nothing, in another colour.
  #expect(looks[0].ground != looks[9].ground)
  let frame = try draw(made, width: 300, studio())
  let fills = frame.leaves.count { if case .shape = $0.item { true } else { false } }
  #expect(fills >= values.count)
}

@Test func aNewNumberIsMarkedByItsLinkAndTheOthersAreNot() throws {
  let frame = try draw(table(decimals), width: 300, studio()).markingNew { $0 == "b1" }
  let roles = frame.linkedAnchors.map { "\($0.anchor.name) \($0.role)" }
  #expect(Set(roles) == Set(["a1", "c1", "a2", "b2"].map { "figure-\($0) plain" } + ["figure-b1 changed"]))
}
