import Atlas
import Diagnostics
import Evidence
import Foundation
import MapGrammar
import TestSupport
import Testing

@testable import Briefing

private let figures = """
  cargo-in,Cargo,4,m t,2023,exact,actual,,https://example.org,
  cargo-out,Cargo,1,m t,2023,about,target,,https://example.org,
  cargo-sines,Cargo,3,m t,2023,exact,actual,,https://example.org,
  cargo-porto,Cargo,-1,m t,2023,exact,actual,,https://example.org,
  border-share,Share of the border,4,%,2023,about,actual,,https://example.org,
  growth-pt,Growth,2,%,2023,exact,actual,,https://example.org,
  growth-es,Growth,3,%,2023,exact,actual,,https://example.org,
  """

/// A pack with one question and these exhibits (YAML from column 1), loaded; what is wrong with it otherwise.
private func load(_ exhibits: String) throws -> (maps: [MapDescription], told: [String]) {
  let lines = exhibits.split(separator: "\n", omittingEmptySubsequences: false)
  let pack = try SmallPack(
    pack: "title: Harbours\ncountries: [PT, ES]\nquestions:\n  - headline: A quay\n    exhibits:\n"
      + lines.map { "      " + $0 + "\n" }.joined(),
    transcript: "An introduction.\n\n1. What does the quay change?\n\nA quay is a promise.\n",
    summaries: ["**A.** B [¶2]\n"], figures: [figures])
  let atlas = try shippedAtlas()
  do {
    let loaded = try LoadedPack(pack.path, atlas: atlas)
    let (story, warnings) = (loaded.story, loaded.warnings)
    let maps = story.questions[0].exhibits.compactMap { exhibit in
      if case .map(let map) = exhibit.content { map } else { nil }
    }
    return (maps, warnings.filter { $0.severity != .note }.map(\.description))
  } catch {
    return ([], error.diagnostics.map(\.description))
  }
}

/// The message of the only complaint that is about the map, with its advice.
private func complaint(_ keys: String) throws -> String {
  let told = try load("- kind: map\n" + keys.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
    .told
  #expect(told.count == 1, "\(told)")
  return told.first ?? ""
}

@Test func theExamplesOfTheDocumentationAreRead() throws {
  let page = try contents("Docs/maps.md")
  let examples = page.components(separatedBy: "```yaml\n").dropFirst().compactMap {
    $0.components(separatedBy: "```").first
  }
  #expect(examples.count == 7)
  let (maps, told) = try load(examples.joined())
  // The atlas has regions of Spain only.
  #expect(told.count == 1 && told.allSatisfy { $0.contains("none of Portugal") }, "\(told)")
  try #require(maps.count == 7)
  #expect(maps[0].named.map(\.label) == ["Sines", "Lisbon", "Madrid", "Porto"])
  #expect(maps[0].also.map(\.label) == ["Badajoz"] && maps[0].showsRegions)
  #expect(maps[0].routes.map(\.stops.count) == [3, 2])
  #expect(maps[1].figures.map(\.id) == ["cargo-in", "cargo-out"])
  #expect(
    maps[2].sites.compactMap(\.symbol).count == 2 && maps[2].border?.label == "Share of the border: about 4%")
  #expect(!maps[2].framing.isEmpty)
  #expect(!maps[3].zones.isEmpty)
  #expect(maps[4].shades.map(\.name) == ["Portugal", "Spain"] && maps[4].projection == .azimuthal)
  #expect(maps[5].sites.map(\.numbers) == [[1], [2], [2]])
  #expect(maps[6].shades.map(\.country) == ["ES-AN", "ES-GA"])
}

@Test(arguments: [
  (
    "places: [Lisbonn]", ":error: no place is called 'Lisbonn'", "did you mean 'Lisbon'"
  ),
  (
    "places: [Lisbon]\nroutes:\n  - [Lisbon]", ":error: a route leads from one place to another",
    "name two places or more"
  ),
  (
    "places: [Lisbon]\nroutes:\n  - [Lisbon, Lisbon]", ":error: the route stays at 'Lisbon'",
    "name each stop once"
  ),
  (
    "flows:\n  - { from: Lisbon, to: Porto, figure: cargo-porto }",
    ":error: a flow can't be negative, and 'cargo-porto' is −1", "exchange 'from' and 'to'"
  ),
  (
    "symbols:\n  - { place: Lisbon, figure: cargo-in }\n  - { place: Porto, figure: border-share }",
    ":error: 'border-share' is in % and 'cargo-in' in m t", "symbols of one map share a scale"
  ),
  ("shade: { PRT: growth-pt }", ":error: 'PRT' is no country of the atlas", "ISO 3166"),
  (
    "shade: { ES-XX: growth-es }", ":error: 'ES-XX' is no country and no region of Spain",
    "ES-EX (Extremadura)"
  ),
  (
    "shade: { Galizia: growth-es }", ":error: 'Galizia' is no country and no region of the pack's countries",
    "did you mean ES-GA (Galicia)?"
  ),
  (
    "shade: { IN-AP: growth-es }",
    ":7:18: warning: the atlas draws IN-AP (Andhra Pradesh) as it was before IN-TS became a region of its own",
    "say so in the map's note"
  ),
  ("shade: { IN-TS: growth-es }", ":error: the atlas has no outline of 'IN-TS'", "shade IN-AP"),
  (
    "shade: { ES-AN: growth-es, ES-SE: growth-pt }",
    ":error: ES-SE (Sevilla) and ES-AN (Andalucía) are of different levels", "on a map of its own"
  ),
  (
    "shade: { ES-AN: growth-es, ES: growth-pt }",
    ":error: ES (Spain) and ES-AN (Andalucía) are of different levels", "on a map of its own"
  ),
  (
    "shade: { ES-GA: growth-es, Galicia: growth-pt }",
    ":error: 'Galicia' is Galicia, which has a figure already",
    "one figure of each"
  ),
  ("shade: { Spain: growth-es }", ":error: 'Spain' is no country of the atlas", "did you mean ES?"),
  (
    "flows:\n  - { from: Lisbon, to: Porto, figure: cargo-in }\n  - { from: Lisbon, to: Porto, figure: cargo-out }",
    ":error: there is a flow from 'Lisbon' to 'Porto' already", "a map of its own"
  ),
  (
    "symbols:\n  - { place: Lisbon, figure: cargo-in }\n  - { place: Lisboa, figure: cargo-out }",
    ":error: 'Lisboa' is the same place as 'Lisbon'", "a map of its own"
  ),
  (
    "places: [Lisbon]\nshade: { KZ: growth-pt }\nextent: { west: -11, south: 36, east: -6, north: 43 }",
    ":error: 'KZ' lies outside the map", "widen 'extent:'"
  ),
  (
    "places: [Lisbon]\nboundary: { between: [KZ, UZ], label: open }\nextent: { around: Lisbon, km: 200 }",
    ":error: the boundary of KZ and UZ lies outside the map", "widen 'extent:'"
  ),
  ("shade: { XX: growth-pt }", ":error: 'XX' is no country of the atlas", "ISO 3166"),
  ("shade: { GP: growth-pt }", ":error: Guadeloupe (GP) has no outline of its own", "as a circle"),
  ("shade: { PT: growth }", ":error: there is no figure 'growth'", "did you mean"),
  (
    "boundary: { between: [PT], figure: border-share }", ":error: a boundary lies between two countries",
    "between: [FR, ES]"
  ),
  (
    "boundary: { between: [KE, EG], label: open }", ":error: KE and EG have no common land boundary",
    "name two neighbours"
  ),
  (
    "boundary: { between: [PT, ES] }", ":error: nothing is said of this boundary", "figure: … or label: …"
  ),
  (
    "places: [Madrid]\nextent: { west: -11, south: 36, east: -6, north: 43 }",
    ":error: 'Madrid' lies outside the map: it lies east or west of it", "widen 'extent:'"
  ),
  (
    "places: [Madrid]\nextent: { around: Lisbon, km: 300 }",
    ":error: 'Madrid' lies outside the map: it lies 50", "widen 'extent:'"
  ),
  ("places: [Lisbon]\nextent: [PT, Spain]", ":error: 'Spain' is no country of the atlas", "did you mean ES?"),
  ("places: [Lisbon]\nextent: [PT, ES-XX]", ":error: 'ES-XX' is no country and no region of Spain", "ES-"),
  ("places: [Lisbon]\nextent: []", ":error: no country is named here", "[FR, ES]"),
  (
    "places: [Madrid]\nextent: [PT]", ":error: 'Madrid' lies outside the map: it lies east or west of it",
    "widen 'extent:'"
  ),
  (
    "corridors:\n  - { along: [Lisbon], label: A }", ":error: a corridor leads from one place to another",
    "two places or more"
  ),
  (
    "corridors:\n  - { along: [Lisbon, Porto] }", ":error: nothing is said of this corridor",
    "add 'label: …' or 'figure: …'"
  ),
  (
    "corridors:\n  - { along: [Lisbon, Porto], km: 9000, label: A }",
    ":error: 1 to 3000 km wide can be shown",
    "such a distance"
  ),
  (
    "corridors:\n  - { along: [Lisbon, Porto, Lisbon], label: A }", ":error: 'Lisbon' is named here already",
    "each place once"
  ),
  ("areas:\n  - { around: Lisbon, label: A }", ":error: the key 'km' is missing", "km"),
  ("areas:\n  - { around: [], km: 10, label: A }", ":error: no place is named here", "around: A town"),
  (
    "areas:\n  - { around: Lisboaaa, km: 10, label: A }", ":error: no place is called 'Lisboaaa'", "Lisboa"
  ),
  (
    "areas:\n  - { around: Lisbon, km: 50, figure: growth }", ":error: there is no figure 'growth'",
    "did you mean"
  ),
  (
    "shade: { PT: growth-pt }\nareas:\n  - { around: Lisbon, km: 50, label: A }",
    ":error: a map that shades countries has no ground left for corridors and areas", "map of its own"
  ),
  ("places: [Madrid]\nextent: globe", ":error: 'globe' is no extent", "write 'world'"),
  (
    "extent: { west: -11, south: 46, east: -6, north: 43 }", ":error: south is not south of north",
    "exchange the two"
  ),
  ("places: [Madrid]\nprojection: mercator", ":error: 'mercator' is not allowed here", "conic"),
  (
    "events:\n  - { place: Porto, label: A, date: May }", ":error: 'May' is no date or period", "write 2018"
  ),
])
func aMistakeInAMapIsSaidWithItsPlaceAndAdvice(keys: String, message: String, advice: String) throws {
  let told = try complaint(keys)
  let plain = told.replacing(/:(\d+):(\d+): error/, with: ":error")
  #expect(plain.contains("pack.yml" + message), "\(told)")
  #expect(
    told.contains(advice.replacing("figure: … or label: …", with: "add 'figure: …' or 'label: …'")), "\(told)"
  )
}

@Test func anExtentAcrossTheAntimeridianHoldsPlacesOnBothSides() throws {
  let (maps, told) = try load(
    "- kind: map\n  places: [Suva, Apia]\n  extent: { west: 170, south: -25, east: -165, north: -5 }\n")
  #expect(told.allSatisfy { !$0.contains("error") })
  #expect(maps.first?.named.count == 2)
}

@Test func aMapOfABoundaryIsFramedByItAndNotByTheWholeCountries() throws {
  let (maps, told) = try load(
    "- { kind: map, places: [Porto], boundary: { between: [PT, ES], label: The border } }")
  #expect(told == [])
  let framing = try #require(maps.first?.framing)
  let longitudes = framing.map(\.longitude)
  #expect(framing.count > 10)
  // From the Minho to the Guadiana, and not to the Mediterranean.
  #expect(try #require(longitudes.min()) < -8.7 && #require(longitudes.max()) < -6)
}

@Test func aForeignTownBesideItsNeighboursIsNotDoubted() throws {
  let beside = try load("- { kind: map, places: [Jerusalem, Amman, Jericho, Ramallah, Bethlehem] }")
  #expect(!beside.told.contains { $0.contains("is taken for") }, "\(beside.told)")
  let alone = try load("- { kind: map, places: [Jericho] }")
  #expect(
    alone.told.contains { $0.contains("'Jericho' is taken for Jericho, West Bank (PS)") }, "\(alone.told)")
}

/// A name that several towns have is that of the one that the map shows.
@Test(arguments: [
  ("places: [Cambridge]\nextent: [US-MA]", "US"), ("places: [Brest, Minsk]\nextent: [FR-BRE, BY]", "BY"),
  ("places: [Brest]\nextent: [FR-BRE, FR-PDL]", "FR"), ("places: [Brest]\nextent: [BY]", "BY"),
  ("places: [Valencia]\nextent: [VE]", "VE"),
  ("places: [Cordoba]\nextent: { around: Buenos Aires, km: 900 }", "AR"),
  ("places: [Birmingham]\nextent: { west: -90, south: 30, east: -84, north: 36 }", "US"),
])
func aNameMeansThePlaceThatTheMapShows(keys: String, country: String) throws {
  let (maps, told) = try load("- kind: map\n" + keys.split(separator: "\n").map { "  \($0)\n" }.joined())
  #expect(maps.first?.sites.first?.place.country == country, "\(told)")
  #expect(
    !told.contains { $0.contains("error") || $0.contains("is taken for") && !keys.contains("BY]") }, "\(told)"
  )
}

@Test func aZoneThatReachesBeyondAFixedExtentIsWarnedOf() throws {
  func told(_ keys: String) throws -> [String] {
    try load("- kind: map\n" + keys.split(separator: "\n").map { "  \($0)\n" }.joined()).told
  }
  let area = "areas: [{ around: Lisbon, km: 300, label: A }]"
  let corridor = "corridors: [{ along: [Lisbon, Porto], km: 60, label: A }]"
  let cut = try told(area + "\nextent: [PT]")
  #expect(cut.count == 1 && cut[0].contains("this area reaches beyond the map's 'extent'"), "\(cut)")
  let wide = try told(corridor.replacing("60", with: "900") + "\nextent: { around: Porto, km: 400 }")
  #expect(wide.count == 1 && wide[0].contains("this corridor reaches beyond"), "\(wide)")
  for fitting in [
    area, corridor, area + "\nextent: { around: Lisbon, km: 310 }", corridor + "\nextent: [PT, ES]",
  ] {
    #expect(try told(fitting).isEmpty, "\(fitting)")
  }
}

@Test func aMapSaysForItselfWhetherItShowsRelief() throws {
  for (keys, shows) in [("relief: true", true), ("relief: false", false), ("graticule: true", nil)] {
    let (maps, told) = try load("- { kind: map, places: [Porto, Madrid], \(keys) }")
    #expect(told.isEmpty && maps.first?.showsRelief == shows, "\(told)")
  }
  let shaded = try load("- { kind: map, shade: { PT: growth-pt, ES: growth-es }, relief: true }").told
  #expect(shaded.count == 1 && shaded[0].contains("so it shows no relief"), "\(shaded)")
}

@Test func whatTheAtlasLacksIsSaid() throws {
  func told(_ keys: String) throws -> [String] {
    try load("- kind: map\n" + keys.split(separator: "\n").map { "  \($0)\n" }.joined()).told
  }
  let regions = try told("places: [Lisbon, Oslo]\nregions: true")
  #expect(regions.contains { $0.contains("the atlas has none of ") && $0.contains("Norway") }, "\(regions)")
  #expect(try told("places: [Lisbon, Oslo]").isEmpty)
  let old = try told("places: [Lisbon, Hyderabad]\nregions: true")
  #expect(
    old.contains { $0.contains("draws Andhra Pradesh as it was before IN-TS became a region of its own") },
    "\(old)")
  #expect(try told("places: [Lisbon, Karaganda]\nregions: true").allSatisfy { !$0.contains("before") })
  let near = try told("places: [Porto]\nextent: { around: Porto, km: 15 }")
  #expect(near.contains { $0.contains("some 30 km across") && $0.contains("no streets") }, "\(near)")
  #expect(try told("places: [Singapore, Batam, Johor Bahru]").isEmpty)
  let island = try told("places: [Singapore, Batam]")
  #expect(island.contains { $0.contains("a few straight edges") }, "\(island)")
  #expect(try told("places: [Porto]\nextent: { around: Porto, km: 60 }").isEmpty)
  for code in ["SG", "MC", "SM"] {
    let small = try told("extent: [\(code)]")
    #expect(small.contains { $0.contains("a few straight edges") }, "\(small)")
  }
  for codes in ["LU", "MV", "FJ", "SG, MY"] { #expect(try told("extent: [\(codes)]").isEmpty) }
  #expect(try told("places: [Porto]").isEmpty)
}

@Test(arguments: [
  ("footnotes: true", 0), ("notes: true", 0), ("notes: Begin here.", 1), ("notes: [One., Two.]", 2),
])
func aMapsNotesAreForWhoSpeaksUnlessTheySayTrue(key: String, notes: Int) throws {
  let pack = try SmallPack(
    pack: """
      title: Harbours
      questions:
        - headline: A quay
          exhibits:
            - { kind: map, places: [Porto], title: Where it is, \(key) }

      """,
    transcript: "An introduction.\n\n1. What does the quay change?\n\nA quay of Porto is a promise.\n",
    summaries: ["**A.** B [¶2]\n"])
  let story = try LoadedPack(pack.path, atlas: shippedAtlas()).story
  #expect(story.questions[0].exhibits[0].notes.count == notes)
}

@Test(arguments: [("4", true), ("-1", true), ("0", false)])
func aNoteThatStandsWhileAFigureIsNotZeroGoesWithIt(value: String, stands: Bool) throws {
  let pack = try SmallPack(
    pack: """
      title: Harbours
      questions:
        - headline: A quay
          exhibits:
            - kind: bars
              figures: [cargo, open]
              note: Which quays are open is not said.
              note-while: open
            - kind: bars
              figures: [cargo, open]
              note: Always so.

      """,
    transcript: "An introduction.\n\n1. What does the quay change?\n\nA quay is a promise.\n",
    summaries: ["**A.** B [¶2]\n"],
    figures: [
      """
      cargo,Cargo,4,m t,2023,exact,actual,,https://example.org,
      open,Open,\(value),m t,2023,exact,actual,,https://example.org,

      """
    ])
  let story = try LoadedPack(pack.path, atlas: shippedAtlas()).story
  let notes = story.questions[0].exhibits.map { $0.note?.text }
  #expect(notes == [stands ? "Which quays are open is not said." : nil, "Always so."])
}

@Test func corridorsAndAreasHaveTheirFiguresAndPlaces() throws {
  let (maps, told) = try load(
    """
    - kind: map
      corridors:
        - { along: [Lisbon, Porto], km: 60, figure: cargo-in }
      areas:
        - { around: [Madrid], km: 120, label: "{cargo-out} leave" }

    """)
  #expect(told.allSatisfy { !$0.contains("error") }, "\(told)")
  let map = try #require(maps.first)
  #expect(map.zones.map(\.form) == [.corridor(width: 60), .area(radius: 120)])
  #expect(map.sites.map(\.label) == ["Lisbon", "Porto", "Madrid"])
  #expect(map.figures.map(\.id).contains("cargo-in") && map.figuresInWords.contains("cargo-out"))
  #expect(map.zones[0].label.contains(": "))
  #expect(!map.framing.isEmpty)
}

@Test func countriesAreCalledAsThePackSaysInShadesAndTablesOfPlaces() throws {
  let pack = try SmallPack(
    pack: """
      title: Harbours
      countries: [PT, ES]
      country_names: { ES: Kingdom of Spain, XY: Nowhere, spain: Spain }
      questions:
        - headline: A quay
          exhibits:
            - { kind: map, places: [Madrid], shade: { PT: growth-pt, ES: growth-es } }

      """,
    transcript: "An introduction.\n\n1. What does the quay change?\n\nA quay is a promise.\n",
    summaries: ["**A.** B [¶2]\n"], figures: [figures])
  let wrong = #expect(throws: DiagnosticError.self) {
    try LoadedPack(pack.path, atlas: shippedAtlas())
  }
  let told = (wrong?.diagnostics ?? []).map(\.description).filter { $0.contains("error:") }
  #expect(told.count == 2, "\(told)")
  #expect(told.contains { $0.contains("3:") && $0.contains("'XY' is no country of the atlas") }, "\(told)")
  #expect(told.contains { $0.contains("'spain' is no country code") }, "\(told)")

  try pack.replace(", XY: Nowhere, spain: Spain", with: "", in: "pack.yml")
  let story = try LoadedPack(pack.path, atlas: shippedAtlas()).story
  guard case .map(let map) = story.questions[0].exhibits[0].content else {
    Issue.record("no map")
    return
  }
  #expect(map.shades.map(\.name) == ["Portugal", "Kingdom of Spain"])
  #expect(map.sites.map(\.countryName) == ["Kingdom of Spain"])
}
