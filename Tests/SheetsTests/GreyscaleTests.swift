import Diagnostics
import Graphics
import Testing

@testable import Sheets

private func color(_ hex: String) -> Color { Color(hex: hex) ?? .black }

/// L* of the sRGB primaries and of middle grey under D65, as Bruce Lindbloom's and the CIE's tables have them.
@Test(arguments: [
  ("#000000", 0.0), ("#FF0000", 53.24), ("#00FF00", 87.73), ("#0000FF", 32.30), ("#FFFF00", 97.14),
  ("#777777", 50.03), ("#FFFFFF", 100),
])
func aGreyHasTheLightnessOfItsColour(hex: String, lightness: Double) {
  #expect(near(color(hex).lightness, lightness, 0.02))
  let grey = GreyPalette(areas: []).grey(color(hex))
  #expect(grey.isGrey)
  // Rounded to 8 bits.
  #expect(near(grey.lightness, lightness, 0.3))
}

@Test func areasThatWouldLookAlikeAreMovedApart() {
  // Two tints of one lightness, as far as print can tell.
  let (blue, amber) = (color("#DCE8EF"), color("#FBE6D2"))
  #expect(abs(blue.lightness - amber.lightness) < 1.5)
  let palette = GreyPalette(areas: [blue, amber])
  let difference = palette.grey(amber).lightness - palette.grey(blue).lightness
  #expect(difference > 6.6 && difference < 7.4, "in the order that they had, and no further")
}

@Test func areasThatAreToldApartKeepTheirLightness() {
  let colors = ["#0B4F6C", "#E08E45", "#DCE8EF"].map(color)
  let palette = GreyPalette(areas: Set(colors))
  for color in colors { #expect(near(palette.grey(color).lightness, color.lightness, 0.3)) }
}

@Test func coloursOfOneFigureArePartedAndThoseOfDifferentOnesAreNot() {
  // Land, two tints and water of a map; a bar's ground, which only a chart has.
  let map = ["#F5F4EF", "#FBE6D2", "#DCE8EF", "#BBD8E8"].map(color)
  let bar = color("#E3E7EC")
  let palette = GreyPalette(groups: [Set(map), [bar]])
  let greys = map.map { palette.grey($0).lightness }
  #expect(greys[0] <= 96.3, "paper stays apart from land")
  for (lighter, darker) in zip(greys, greys.dropFirst()) { #expect(lighter - darker > 6.6) }
  #expect(near(palette.grey(bar).lightness, bar.lightness, 0.3))
}

@Test func anyColoursArePartedInTheirOrderAndNoneIsDarkerThanBlack() {
  for (count, stride) in [(2, 1), (3, 0), (5, 2), (9, 37), (20, 3), (40, 61)] {
    let colors = Set((0..<count).map { Color(lightness: Double(($0 * stride) % 101)) })
    let palette = GreyPalette(areas: colors)
    let sorted = colors.subtracting([.white]).sorted { $0.lightness < $1.lightness }
    let greys = sorted.map { palette.grey($0).lightness }
    let count = Double(max(1, sorted.count))
    let least = min(max(4, min(7, 32 / count)), 96 / count)
    for (darker, lighter) in zip(greys, greys.dropFirst()) {
      #expect(lighter - darker > least - 0.7, "\(sorted.map(\.lightness)) became \(greys)")
    }
  }
}

@Test func everyColourOfADocumentBecomesAGreyAndHatchesStay() {
  var frame = Frame(size: Size(100, 100))
  frame.add(
    .shape(
      .rectangle(Rect(size: Size(50, 50))),
      fill: .hatch(color("#E08E45"), ground: color("#FBE6D2"), spacing: 4, width: 1),
      stroke: Stroke(color("#0B4F6C"), width: 1)))
  frame.fill(.rectangle(Rect(size: Size(10, 10))), color("#DCE8EF"))
  var pages = document(0)
  pages.pages = [Document.Page(frame, label: "1")]
  let grey = pages.greyscale(GreyPalette(for: [pages]))
  #expect(grey.isGrey)
  guard
    case .shape(_, .hatch(let line, let ground, let spacing, _)?, let stroke?) = grey.pages[0].frame.items[0]
      .item,
    case .shape(_, .solid(let fill)?, nil) = grey.pages[0].frame.items[1].item
  else {
    Issue.record("shapes changed their kind")
    return
  }
  #expect([line, ground, stroke.color, fill].allSatisfy { $0.isGrey })
  #expect(spacing == 4 && ground != fill && line.lightness < ground.lightness - 15)
}

@Test func thinPaleRulesAreBlackAndThinnerAndCoastsStayAsPale() {
  let palette = GreyPalette(areas: [])
  let rule = palette.inkLine(Stroke(color("#D5DAE0"), width: 0.6), grey: palette.grey)
  #expect(rule.color == .black && rule.width == 0.12)
  let coast = Stroke(color("#7FA9C2"), width: 0.4)
  #expect(palette.inkLine(coast, grey: palette.grey) == Stroke(palette.grey(coast.color), width: 0.4))
  // Paper between two areas stays paper, and what is no rule keeps its weight.
  for stroke in [Stroke(.white, width: 0.6), Stroke(color("#D5DAE0"), width: 3)] {
    #expect(
      palette.inkLine(stroke, grey: palette.grey)
        == Stroke(palette.grey(stroke.color), width: stroke.width))
  }
}

@Test func aRuleIsAsThinOnASheetAsOnThePage() {
  var page = Frame(size: Size(100, 100))
  page.stroke(.line(from: .zero, to: Point(50, 0)), Stroke(color("#D5DAE0"), width: 0.6))
  var side = Frame(size: Size(100, 100))
  side.add(.imposed(page, Placement(scale: 0.5, quarterTurns: 0)))
  var pages = document(0)
  pages.pages = [Document.Page(side, label: "1")]
  let lines = pages.greyscale(GreyPalette(areas: [])).pages[0].frame.leaves.compactMap { leaf -> Double? in
    if case .shape(_, _, let stroke?) = leaf.item { stroke.width * 0.5 } else { nil }
  }
  // No printer's dot is finer.
  #expect(lines == [0.12])
}

@Test func smallDarkMarksAreBlackAndAreasAreNot() {
  let blue = color("#0B4F6C")
  var frame = Frame(size: Size(100, 100))
  for size in [8.0, 40] { frame.fill(.circle(center: Point(50, 50), radius: size / 2), blue) }
  frame.fill(.rectangle(Rect(size: Size(8, 8))), blue)
  var pages = document(0)
  pages.pages = [Document.Page(frame, label: "1")]
  let fills = pages.greyscale(GreyPalette(for: [pages])).pages[0].frame.leaves.compactMap { leaf -> Color? in
    if case .shape(_, .solid(let color)?, _) = leaf.item { color } else { nil }
  }
  #expect(fills[0] == .black)
  #expect(fills[1] != .black && fills[2] == fills[1], "a key's box is as grey as its bars")
}

@Test func aLaserPrinterLosesLightTintsAndFillsDarkOnes() {
  func printed(_ value: Double) -> Double {
    LaserProof.printed(Color(red: value, green: value, blue: value)).red
  }
  #expect(printed(1) == 1 && printed(0.97) == 1)
  #expect(printed(0) == 0 && printed(0.05) == 0)
  #expect(near(printed(0.5), 0.35, 0.01), "half covered comes out as 65 %")
  let steps = stride(from: 0.0, through: 1, by: 0.01).map(printed)
  #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 <= $1 }, "what is lighter stays lighter")
}

// MARK: What is lost

private func losses(_ draw: (inout Frame) -> Void) -> [Loss] {
  var figure = Frame(size: Size(400, 400))
  draw(&figure)
  var page = Frame(size: Size(500, 500))
  page.add(figure, at: Point(50, 50), tag: .structure(StructureTag(.figure, alternative: "A chart")))
  var pages = document(0)
  pages.pages = [Document.Page(page, label: "1")]
  return losses(of: pages, in: GreyPalette(for: [pages]))
}

private func text(_ words: String, _ color: Color, halo: Color? = nil) -> Frame.Item {
  var run = GlyphRun(
    face: FontFace(file: "f", name: "F"), fontSize: 10, color: color, text: words,
    glyphs: [Glyph(id: 1, x: 0, y: 0)], clusters: [GlyphCluster(bytes: words.utf8.count, glyphs: 1)],
    advance: 50, ascent: 9, descent: 3)
  run.halo = halo.map { Stroke($0, width: 2) }
  return .text(run)
}

private func box(_ x: Double, _ y: Double, _ width: Double = 60, _ height: Double = 60) -> Path {
  .rectangle(Rect(x: x, y: y, width: width, height: height))
}

@Test func paleTextIsSaidWithItsWordsAndGround() {
  let found = losses {
    $0.fill(box(0, 0), color("#E08E45"))
    $0.add(text("on amber", color("#0B4F6C")), at: Point(5, 20))
    $0.add(text("pale", color("#AABBCC")), at: Point(100, 20))
    $0.add(text("paler still", color("#CCDDEE")), at: Point(100, 60))
    $0.add(text("dark", color("#1A2230")), at: Point(100, 100))
  }
  let texts = found.filter { if case .text = $0.kind { true } else { false } }
  #expect(texts.map(\.kind) == [.text(color("#AABBCC")), .text(color("#CCDDEE"))])
  #expect(
    texts[0].diagnostic(in: "report", "page", at: nil).description == """
      warning: report, page 1: text of #AABBCC on #FFFFFF is too pale in greys (1.9:1): “pale”
        → make the colour darker or its ground lighter in the theme; 3:1 is wanted
      """)
}

@Test func textIsHeldAgainstWhatItStandsOnOrItsHalo() {
  let dark = color("#1A2230")
  let found = losses {
    $0.fill(box(0, 0), dark)
    $0.add(text("lost on black", dark), at: Point(5, 20))
    $0.add(text("white on black", .white), at: Point(5, 40))
    $0.add(text("with a halo", dark, halo: .white), at: Point(5, 55))
  }
  #expect(found.map(\.kind) == [.text(dark)])
  #expect(found.first?.what == "“lost on black”")
}

@Test func paleMarksAreSaidButNotGridsAndGrounds() {
  let found = losses {
    // A map's ground with a darker country on it, a grid, and a halo: all meant to be pale.
    $0.fill(box(200, 0, 200, 400), color("#F5F4EF"))
    $0.fill(box(220, 50), color("#8AA0B8"))
    $0.stroke(.line(from: Point(0, 300), to: Point(190, 300)), Stroke(color("#D5DAE0"), width: 0.5))
    $0.stroke(.line(from: Point(210, 200), to: Point(390, 200)), Stroke(.white, width: 3))
    // A pale bar, a pale line of data and a dot.
    $0.fill(box(10, 10), color("#FFE08A"))
    $0.stroke(.line(from: Point(0, 200), to: Point(190, 210)), Stroke(color("#9AD0A0"), width: 1.5))
    $0.fill(.circle(center: Point(150, 350), radius: 3), color("#F0B0C0"))
  }
  #expect(
    Set(found.map(\.kind)) == [.mark(color("#FFE08A")), .mark(color("#9AD0A0")), .mark(color("#F0B0C0"))])
  #expect(found.allSatisfy { $0.what == "A chart" && $0.measure < 3 })
}

@Test func aPaleBarWithADarkOutlineSurvives() {
  let found = losses {
    $0.add(.shape(box(10, 10), fill: .solid(color("#FFE08A")), stroke: Stroke(.black, width: 1)))
  }
  #expect(found.isEmpty)
}

@Test func thinLinesAreMeasuredAsTheyStandOnTheSheet() throws {
  var page = Frame(size: a4)
  page.stroke(.line(from: .zero, to: Point(100, 0)), Stroke(.black, width: 0.5))
  var pages = document(0)
  pages.pages = (1...6).map { Document.Page(page, label: "\($0)") }
  let palette = GreyPalette(for: [pages])
  #expect(losses(of: pages, in: palette).isEmpty)
  var sheets = Sheets(name: "6up")
  sheets.arrangement = .grid(.init(perSide: 6))
  let imposed = try impose(pages, on: sheets)
  let found = losses(of: imposed, in: palette)
  #expect(found.map(\.kind) == [.thinLines])
  #expect(near(found[0].measure, 0.5 * 0.3535, 0.001))
  #expect(found[0].diagnostic(in: "report-6up", "side", at: nil).message.contains("lines of 0.17 pt"))
}

@Test func areasAreAlikeWhereThereAreTooManyToTellApart() {
  let few = losses { figure in
    for index in 0..<5 {
      figure.fill(box(Double(index) * 70, 0), Color(red: 0.1 * Double(index), green: 0.3, blue: 0.2))
    }
  }
  #expect(!few.contains { if case .alike = $0.kind { true } else { false } })
  let many = losses { figure in
    for index in 0..<60 {
      figure.fill(
        box(Double(index % 20) * 20, Double(index / 20) * 20, 15, 15),
        Color(red: Double(index) / 60, green: 1 - Double(index) / 60, blue: 0.5))
    }
  }
  #expect(many.contains { if case .alike = $0.kind { true } else { false } })
}

@Test func whatIsCutOffIsNotLookedAt() {
  let found = losses { figure in
    var window = Frame(size: Size(50, 50), clips: true)
    window.stroke(.line(from: Point(100, 0), to: Point(200, 0)), Stroke(.black, width: 0.1))
    window.add(text("outside", color("#EEEEEE")), at: Point(100, 100))
    figure.add(window, at: .zero)
  }
  #expect(found.isEmpty)
}
