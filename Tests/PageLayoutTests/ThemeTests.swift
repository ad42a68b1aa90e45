import Diagnostics
import Foundation
import Graphics
import Maps
import Testing
import Typesetting

@testable import PageLayout

/// The files of a style that comes with Bayan, over those in Layouts/.
private struct StyleFiles: LayoutFiles {
  let style: String

  func file(_ name: String, at place: Diagnostics.SourceLocation) throws(DiagnosticError) -> LayoutFile {
    let own = "\(style)/\(name)"
    let names =
      place.file == own || !place.file.hasPrefix(style) && name == "theme.yml" ? [name] : [own, name]
    for name in place.file == own ? [name] : [own] + names {
      let url = ShippedFiles.folder.appendingPathComponent(name)
      if let text = try? String(contentsOf: url, encoding: .utf8) {
        return LayoutFile(text: text, path: name, identity: name)
      }
    }
    throw DiagnosticError("missing \(name)", at: place)
  }

  func picture(_ name: String, at place: Diagnostics.SourceLocation) throws(DiagnosticError) -> Picture {
    throw DiagnosticError("no picture \(name)", at: place)
  }

  func layout(_ name: String) throws -> Layout {
    try Layout.read(file("\(name).yml", at: SourceLocation(file: "")), paper: nil, files: self)
  }
}

@Test(
  arguments: ["bank", "ministry"], ["report", "slides", "brief", "handout", "speaker", "agenda", "cards"])
func textOfTheShippedStylesStandsOutFromItsGround(style: String, name: String) throws {
  let layout = try StyleFiles(style: style).layout(name)
  let paper = try #require(layout.colors["paper"])
  for (role, style) in layout.styles {
    let contrast = style.text.color.contrast(with: paper)
    #expect(contrast >= 4.5, "\(role.rawValue): \(contrast)")
  }
  // Names and values stand on these grounds of maps, countries' names in the second colour darkened.
  for ground in ["land", "one-tint", "two-tint"] {
    let ground = try #require(layout.colors[ground])
    #expect(layout.color(.ink).contrast(with: ground) >= 4.5)
    #expect(layout.color(.one).contrast(with: ground) >= 3)
  }
}

private func read(_ files: [String: String]) throws -> Layout {
  try ShippedFiles(changed: files).layout("mine.yml")
}

private func said(_ files: [String: String]) -> String {
  do {
    _ = try read(files)
    return ""
  } catch { return (error as? DiagnosticError)?.diagnostics.map(\.description).joined(separator: "\n") ?? "" }
}

private let mine = "extends: report.yml\ntheme: house.yml\n"

@Test func aThemeSaysOnlyWhatIsDifferent() throws {
  let shipped = try ShippedFiles().layout("report.yml")
  let layout = try read([
    "mine.yml": mine,
    "house.yml": "extends: base.yml\ncolours: { one: \"#112233\", gold: \"#AA8800\" }\n",
    "base.yml":
      "extends: theme.yml\nfonts: { head: Noto Sans }\ncolours: { one: \"#445566\", two: \"#778899\" }\n",
  ])
  #expect(layout.colors["one"] == Color(hex: "#112233") && layout.colors["two"] == Color(hex: "#778899"))
  #expect(layout.colors["gold"] == Color(hex: "#AA8800"))
  #expect(layout.colors["paper"] == shipped.colors["paper"])
  #expect(layout.styles[.headline]?.text.family == "Noto Sans")
  #expect(layout.styles[.point]?.text.family == shipped.styles[.point]?.text.family)
  #expect(layout.fallbacks == shipped.fallbacks)
}

@Test func aThemeHasRulesForChartsAndMapsOneByOne() throws {
  let layout = try read([
    "mine.yml": mine,
    "house.yml": """
    extends: base.yml
    colours: { gold: "#8A6A00", gold-tint: "#F4E9C8" }
    charts: { series: [two, gold], grid: false }
    maps: { names: [countries], tints: [gold-tint, land] }
    """,
    "base.yml":
      "extends: theme.yml\ncharts: { line: 2 pt, bar: 0.8, grid: true }\nmaps: { locator: false, relief: true }\n",
  ])
  let (charts, maps) = (layout.chartRules, layout.mapRules)
  #expect(charts.series == [layout.color(.two), Color(hex: "#8A6A00")])
  #expect(charts.line == 2 && charts.bar == 0.8 && !charts.hasGrid)
  #expect(maps.names == [.countries] && !maps.hasLocator && maps.showsRelief)
  #expect(maps.tints.map(\.ground) == [Color(hex: "#F4E9C8"), layout.color(.land)])
  // In the colour that goes with the ground, and in ink where none does.
  #expect(maps.tints.map(\.name).last == layout.color(.ink))
  #expect(maps.tints[0].name != layout.color(.ink))
  #expect(maps.tints.allSatisfy { $0.name.contrast(with: $0.ground) >= 4.5 })
  let shipped = try ShippedFiles().layout("report.yml")
  #expect(shipped.chartRules == ChartRules() && shipped.mapRules == MapRules())
}

@Test func mistakesInAThemesRulesAreTold() {
  func mistakes(_ rules: String) -> String {
    said(["mine.yml": mine, "house.yml": "extends: theme.yml\n" + rules + "\n"])
  }
  #expect(
    mistakes("charts: { series: [one, gold] }").contains(
      "house.yml:2:25: error: the theme has no colour 'gold'"))
  #expect(
    mistakes("charts: { series: [one, one] }").contains("the colour 'one' stands twice among the series"))
  #expect(
    mistakes("charts: { series: [paper] }").contains(
      "house.yml:2:20: error: marks in 'paper' can't be told from the paper"))
  #expect(
    mistakes("maps: { tints: [one-tint, ink] }").contains(
      "house.yml:2:27: error: on 'ink' names in 'ink' can't be read"))
  #expect(mistakes("charts: { line: 9 pt }").contains("house.yml:2:17: error"))
  #expect(mistakes("charts: { bar: 1.2 }").contains("house.yml:2:16: error"))
  #expect(mistakes("charts: { grids: false }").contains("grid"))
  #expect(mistakes("maps: { names: [lakes] }").contains("house.yml:2:17: error"))
  #expect(mistakes("maps: { tints: [water-tint] }").contains("the theme has no colour 'water-tint'"))
}

@Test func aNameInAThemeThatIsAlmostTheEnginesIsDoubted() throws {
  func doubts(_ theme: String) throws -> [String] {
    try read(["mine.yml": mine, "house.yml": "extends: theme.yml\n" + theme + "\n"]).warnings.map(
      \.description)
  }
  #expect(
    try doubts("colours: { oen: \"#112233\" }") == [
      "house.yml:2:12: warning: 'oen' is a name of your own, and 'one' is left as it is\n  → did you mean 'one'?"
    ])
  #expect(try doubts("fonts: { haed: Noto Sans }").first?.contains("did you mean 'head'?") == true)
  #expect(try doubts("colours: { onee: \"#112233\", one: \"#445566\", gold: \"#AA8800\" }") == [])
}

@Test func mistakesInThemesThatExtendOthersAreTold() {
  let house = "extends: house.yml\ncolours: { one: \"#112233\" }\n"
  #expect(
    said(["mine.yml": mine, "house.yml": house]).contains(
      "house.yml:1:10: error: a theme can't extend itself"))
  #expect(said(["mine.yml": mine, "house.yml": "extends: nowhere.yml\n"]).contains("missing nowhere.yml"))
  let bad = "extends: theme.yml\ncolours: { one: blue }\n"
  #expect(said(["mine.yml": mine, "house.yml": bad]).contains("house.yml:2:17: error: 'blue' is no colour"))
  let whole = "fonts: { text: Charis SIL, head: Inter }\ncolours: { paper: \"#FFFFFF\" }\n"
  #expect(said(["mine.yml": mine, "house.yml": whole]).contains("the colour 'ink' is missing"))
}

@Test func aLayoutSaysOnlyTheWordsThatItChanges() throws {
  let layout = try read(["mine.yml": "extends: report.yml\nwords: { source: Quelle }\n"])
  #expect(layout.word(.source) == "Quelle")
  #expect(try layout.word(.period) == ShippedFiles().layout("report.yml").word(.period))
}

@Test func textThatCannotBeReadOnThePaperIsToldWithoutABackground() throws {
  let pale = "extends: theme.yml\ncolours: { ink: \"#EEEEEE\" }\n"
  #expect(
    said(["mine.yml": mine, "house.yml": pale]).contains(
      "house.yml:2:17: error: on this background text can't be read"))
  #expect(said(["mine.yml": mine, "house.yml": pale]).contains("its colours are 'ink' and 'paper'"))
  // A dark paper is painted.
  let dark =
    "extends: theme.yml\ncolours: { paper: \"#101820\", ink: \"#FFFFFF\", grey: \"#DDDDDD\", one: \"#88CCFF\", two: \"#FFCC88\" }\n"
  let layout = try read(["mine.yml": mine, "house.yml": dark])
  #expect(layout.background?.color == Color(hex: "#101820"))
  #expect(try ShippedFiles().layout("report.yml").background == nil)
}

@Test func aPageThatShowsSlidesOfNoLayoutIsToldAtOnce() {
  let text = """
    extends: report.yml
    pages:
      one:
        each: slide
        rows: { a: content }
        areas: { a: { row: a, columns: 1-12 } }
        flow: { a: slide-notes }
    """
  #expect(said(["mine.yml": text]).contains("this page shows slides, and the layout names none"))
}

/// The pictures in the running lines of a page.
private func logos(_ running: Layout.RunningLine?) -> [Picture] {
  [running?.left.picture?.picture].compactMap(\.self)
}

@Test func aThemesLogoStandsInTheRunningLinesAsTheGroundWantsIt() throws {
  let (dark, light) = (
    Picture(.png, [1], width: 40, height: 20), Picture(.png, [1, 2], width: 40, height: 20)
  )
  func layout(_ base: String, _ theme: String) throws -> Layout {
    try ShippedFiles(
      changed: [
        "mine.yml": "extends: \(base)\ntheme: house.yml\n", "house.yml": "extends: theme.yml\n" + theme,
      ],
      pictures: ["light.png": light, "dark.png": dark]
    ).layout("mine.yml")
  }
  let both = "logo: { light: light.png, dark: dark.png }\n"
  let night =
    "colours: { paper: \"#101820\", ink: \"#FFFFFF\", grey: \"#DDDDDD\", one: \"#88CCFF\", two: \"#FFCC88\" }\n"
  for base in ["report.yml", "brief.yml", "handout.yml", "speaker.yml", "agenda.yml", "factsheet.yml"] {
    #expect(try logos(layout(base, both).header) == [light], "\(base)")
    #expect(try logos(layout(base, both + night).header) == [dark], "\(base)")
    // Words stand there with and without it.
    let plain = try layout(base, "")
    #expect(
      try logos(plain.header).isEmpty && plain.header?.left.text == layout(base, both).header?.left.text)
  }
  #expect(try logos(layout("slides.yml", "logo: light.png\n").footer) == [light])
  #expect(try logos(layout("report.yml", "logo: light.png\n" + night).header) == [light])
  #expect(try logos(layout("report.yml", "logo: { dark: dark.png }\n").header).isEmpty)
  #expect(
    said(["mine.yml": mine, "house.yml": "extends: theme.yml\nlogo: lihgt.png\n"]).contains(
      "house.yml:2:7: error: no picture lihgt.png"))
}
