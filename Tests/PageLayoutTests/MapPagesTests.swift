import Atlas
import Diagnostics
import Evidence
import Foundation
import Graphics
import MapGrammar
import TestSupport
import Testing
import Typesetting

@testable import Briefing
@testable import Maps
@testable import PageLayout

private func site(_ name: String, _ longitude: Double, _ latitude: Double) -> Site {
  Site(
    label: name,
    place: Place(
      name: name, country: "KZ", position: GeoPoint(longitude: longitude, latitude: latitude), population: 0))
}

private func map(_ sites: [Site], line: Int, column: Int = 9) -> Exhibit {
  Exhibit(
    title: InlineText("Map of \(sites[0].label)", file: "pack.yml"),
    content: .map(MapDescription(sites: sites)),
    sources: [], location: SourceLocation(file: "pack.yml", line: line, column: column))
}

/// A story of questions that have these exhibits and hardly a word.
private func story(_ exhibits: [[Exhibit]]) -> Story {
  var generator = StoryGenerator(seed: 1)
  var story = generator.story()
  (story.keyFigures, story.map) = ([], nil)
  story.questions = exhibits.enumerated().map { index, exhibits in
    QuestionStory(
      number: index + 1, question: InlineText("Asked", file: "pack.yml"),
      headline: InlineText("Headline", file: "pack.yml"), statement: nil, points: [], keyFigures: [],
      exhibits: exhibits, quotation: nil)
  }
  return story
}

private let (astana, taraz) = (site("Astana", 71.43, 51.18), site("Taraz", 71.37, 42.9))

@Test func theTableOfPlacesSaysOnWhichPagesTheirMapsStand() throws {
  let workshop = try Workshop()
  let layout = try workshop.layout("report", paper: .a4, questionsOnly: false)
  let told = story([[map([astana], line: 5)], [map([astana, taraz], line: 9)]])
  let pages = try layOut(told, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
    .document
    .pages.map(\.frame)
  // Pages are numbered from 1.
  let maps = pages.indices.filter { index in pages[index].anchors.contains(where: \.isExhibit) }.map {
    $0 + 1
  }
  try #require(maps.count == 2)
  let table = try #require(pages.last { $0.text.contains("All places on the maps") })
  func cells(of place: String) throws -> [String] {
    let row = try #require(texts(on: table).last { $0.text == place })
    return texts(on: table).filter { abs($0.box.midY - row.box.midY) < 2 && $0.box.minX > row.box.minX }.map(
      \.text)
  }
  #expect(try cells(of: "Astana").joined().hasSuffix("\(maps[0]), \(maps[1])"))
  #expect(try cells(of: "Taraz").joined().hasSuffix("E\(maps[1])"))
  // Each number leads to its map.
  let anchors = Set(pages.flatMap(\.anchors))
  let links = table.linkedAnchors.map(\.anchor).filter(\.isExhibit)
  #expect(links.count == 3 && Set(links).count == 2 && links.allSatisfy(anchors.contains))
}

@Test func theTableOfPlacesHasOneRowForATownOfTwoNamesAndThePagesThatShowItBeside() throws {
  let workshop = try Workshop()
  let layout = try workshop.layout("report", paper: .a4, questionsOnly: false)
  // The second map calls the town otherwise; the third shows it beside its own places only.
  let before = Site(label: "Tselinograd", place: astana.place)
  var hollow = before
  hollow.isNamed = false
  let third = MapDescription(sites: [taraz, hollow])
  let beside = Exhibit(
    title: InlineText("Beside", file: "pack.yml"), content: .map(third), sources: [],
    location: SourceLocation(file: "pack.yml", line: 13, column: 9))
  let told = story([[map([astana], line: 5)], [map([before], line: 9)], [beside]])
  let pages = try layOut(told, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
    .document.pages.map(\.frame)
  let maps = pages.indices.filter { index in pages[index].anchors.contains(where: \.isExhibit) }
  try #require(maps.count == 3)
  let table = try #require(pages.last { $0.text.contains("All places on the maps") })
  let row = try #require(texts(on: table).first { $0.text == "Astana (Tselinograd)" })
  let cells = texts(on: table).filter { abs($0.box.midY - row.box.midY) < 2 }.map(\.text)
  #expect(cells.joined().hasSuffix("\(maps[0] + 1), \(maps[1] + 1), \(maps[2] + 1)"), "\(cells)")
  #expect(!texts(on: table).contains { $0.text == "Tselinograd" })
}

@Test func twoPlacesOfThePackAtOneSpotAreBothNamed() throws {
  var (first, second, alias) = (
    Site(label: "Alpha", place: astana.place), Site(label: "Beta", place: astana.place),
    Site(label: "Akmola", place: astana.place)
  )
  (first.isOwn, second.isOwn) = (true, true)
  alias.otherNames = []
  var sites: [Site] = []
  for site in [first, second, alias] { sites.join(site) }
  #expect(sites.map(\.besides) == [["Beta"]] && sites.map(\.otherNames) == [["Akmola"]])
  sites[0].caption = "Alpha, Beta"
  let workshop = try Workshop()
  let layout = try workshop.layout("report", paper: .a4, questionsOnly: false)
  let exhibit = Exhibit(
    title: InlineText("Where", file: "pack.yml"), content: .map(MapDescription(sites: sites)), sources: [],
    location: SourceLocation(file: "pack.yml", line: 5, column: 9))
  let pages = try layOut(
    story([[exhibit]]), layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas
  ).document.pages.map(\.frame)
  let text = pages.map(\.text).joined(separator: "\n")
  #expect(text.contains("Alpha, Beta"))
  #expect(text.contains("Alpha, Beta (Akmola)"), "the table of places")
}

@Test func whatNoFontHasOfTheAtlassNamesIsToldOfThePack() throws {
  let workshop = try Workshop()
  let layout = try workshop.layout("report", paper: .a4, questionsOnly: false)
  var shown = MapDescription(sites: [astana], language: "ja")
  shown.tinted = ["KZ"]
  var exhibit = map([astana], line: 5)
  exhibit.content = .map(shown)
  var told = story([[exhibit]])
  told.language = "ja"
  let error = #expect(throws: DiagnosticError.self) {
    try layOut(told, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
  }
  let missing = error?.diagnostics.filter { $0.message.contains("no font for") } ?? []
  #expect(!missing.isEmpty && missing.allSatisfy { $0.location?.file == told.packFile })
}

@Test func twoMapsOnOneLineHaveAnchorsOfTheirOwn() throws {
  let workshop = try Workshop()
  let layout = try workshop.layout("slides", paper: .wide)
  let told = story([[map([astana], line: 5, column: 9), map([taraz], line: 5, column: 60)]])
  let pages = try layOut(told, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
    .document
    .pages.map(\.frame)
  let anchors = pages.flatMap(\.anchors).filter(\.isExhibit)
  #expect(anchors.count == 2 && Set(anchors).count == 2)
}

/// Forty towns on half a page: what has no room is told, and all others are named.
@Test func aMapOfFortyPlacesNamesThemAllOrTellsWhichItDoesNot() throws {
  let workshop = try Workshop()
  var generator = SeededGenerator(seed: 7)
  let sites = (0..<40).map { index in
    site(
      "Townlet \(index)", Double.random(in: 66...72, using: &generator),
      Double.random(in: 40...44, using: &generator))
  }
  for (name, paper) in [("report", Paper.a4), ("report", .a5), ("slides", .wide)] {
    let layout = try workshop.layout(name, paper: paper)
    let made = try layOut(
      story([[map(sites, line: 5), map([astana], line: 9)]]), layout: layout, typesetter: workshop.typesetter,
      atlas: workshop.atlas)
    let pages = made.document.pages.map(\.frame)
    let named = Set(pages.flatMap(texts).map(\.text))
    let warning = made.warnings.first { $0.message.contains("has no room for") }
    let missing = sites.map(\.label).filter { !named.contains($0) }
    let count = missing.count
    #expect(
      count == 0 || warning?.message.contains("no room for \(count) of its labels") == true,
      "\(name) on \(paper)")
    #expect(missing.isEmpty == (warning == nil), "\(name) on \(paper): \(missing)")
    #expect(missing.count < 20, "\(name) on \(paper): \(missing)")
    for page in pages { #expect(overlap(on: page) == nil) }
  }
}

private let codes = [
  "countries": "AL AT BE BG BY CH CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MD NL NO PL PT RO RS SE",
  "regions":
    "US-AL US-AZ US-AR US-CA US-CO US-CT US-DE US-FL US-GA US-ID US-IL US-IN US-IA US-KS US-KY US-LA US-ME US-MD US-MA US-MI US-MN US-MS US-MO US-MT US-NE US-NV US-NH US-NJ US-NM US-NY",
]

@Test(arguments: ["countries", "regions"])
func valuesForWhichAMapHasNoRoomStandOnAFurtherPageWithItsKey(kind: String) throws {
  let workshop = try Workshop()
  let areas = try #require(codes[kind]).split(separator: " ").map(String.init)
  var shown = MapDescription(sites: [])
  shown.figures = areas.enumerated().map { index, code in
    Figure(
      id: code, label: "Harvest", value: Decimal(1201 + 317 * index), unit: Unit("tonnes"), sources: [],
      location: SourceLocation(file: "figures.csv", line: index + 2))
  }
  shown.shades = shown.figures.map { figure in
    .init(
      country: figure.id, name: "Area \(figure.id)",
      value: .init(figure, among: shown.figures, language: "en"))
  }
  shown.classify(shown.figures)
  let countries = Set(areas.map { String($0.prefix(2)) })
  shown.outlines = try workshop.atlas.outlines(of: countries.sorted())
  func exhibit(_ line: Int) -> Exhibit {
    Exhibit(
      title: InlineText("Harvest by area", file: "pack.yml"), content: .map(shown), sources: [],
      location: SourceLocation(file: "pack.yml", line: line, column: 9))
  }
  // The first stands on the question's slide, the other on one of its own.
  let told = story([[exhibit(5), exhibit(9)]])
  for (name, paper) in [("slides", Paper.wide), ("slides", .standard), ("report", .a4), ("report", .a5)] {
    let layout = try workshop.layout(name, paper: paper)
    let made = try layOut(told, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
    let pages = made.document.pages.map(\.frame)
    let text = pages.flatMap(texts).map(\.text).joined(separator: " ")
    for figure in shown.figures {
      let number = figure.words(.number)
      #expect(
        text.components(separatedBy: number).count == 3, "\(figure.id) \(number) in \(name) (\(paper))")
    }
    #expect(!made.warnings.contains { $0.message.contains("no room") }, "\(name) (\(paper))")
    for page in pages { #expect(overlap(on: page) == nil, "\(name) (\(paper))") }
    // Each map is led to once, wherever its key stands.
    #expect(pages.flatMap(\.anchors).filter(\.isExhibit).count == 2)
    for page in pages where name == "slides" {
      let hasMap = page.anchors.contains { $0.isExhibit }
      #expect(page.text.contains("(continued)") == !hasMap)
    }
  }
}

@Test func theTableOfPlacesCountsTheOverviewsMap() throws {
  let workshop = try Workshop()
  let layout = try workshop.layout("report", paper: .a4, questionsOnly: false)
  var told = story([[map([astana], line: 9)]])
  told.map = map([astana, taraz], line: 3)
  let pages = try layOut(told, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
    .document.pages.map(\.frame)
  let maps = pages.indices.filter { index in pages[index].anchors.contains { $0.isExhibit } }
  try #require(maps.count == 2)
  let table = try #require(pages.last { $0.text.contains("All places on the maps") })
  func cells(of place: String) throws -> String {
    let row = try #require(texts(on: table).last { $0.text == place })
    return texts(on: table).filter { abs($0.box.midY - row.box.midY) < 2 && $0.box.minX > row.box.minX }
      .map(\.text).joined()
  }
  #expect(try cells(of: "Astana").hasSuffix("\(maps[0] + 1), \(maps[1] + 1)"))
  #expect(try cells(of: "Taraz").hasSuffix("E\(maps[0] + 1)"))
}

extension Anchor {
  fileprivate var isExhibit: Bool { if case .exhibit = self { true } else { false } }
}
