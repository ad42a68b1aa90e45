import Graphics
import Testing

@testable import Typesetting

/// What a line's frame holds.
@Suite struct RunTests {
  @Test func aLineIsAsWideAsItsGlyphs() throws {
    let typesetter = try makeTypesetter()
    let line = typesetter.line(RichText("HH", serif))
    // Charis SIL: H is 1522 of 2048 units wide.
    #expect(abs(line.width - 2 * 1522.0 / 2048 * 10) < 1e-6)
    #expect(line.text == "HH")
    #expect(line.frame.size == Size(line.width, line.ascent + line.descent))
    #expect(line.runs.map(\.run.text) == ["HH"])
    #expect(line.runs[0].run.glyphs.map(\.x) == [0, 15220.0 / 2048])
    #expect(line.frame.items[0].origin == Point(0, line.ascent))
  }

  @Test func ligaturesAndAccentsAreClusters() throws {
    let typesetter = try makeTypesetter()
    let run = typesetter.line(RichText("ffie\u{301}", serif)).runs[0].run
    #expect(run.clusters == [GlyphCluster(bytes: 3, glyphs: 1), GlyphCluster(bytes: 3, glyphs: 1)])
  }

  @Test func rightToLeftTextStandsInVisualOrder() throws {
    let typesetter = try makeTypesetter()
    let line = typesetter.line(RichText("ab שלום גדי cd", serif))
    #expect(line.runs.map(\.run.text) == ["ab ", "שלום גדי", " cd"])
    let hebrew = line.runs[1].run
    #expect(hebrew.isRightToLeft)
    #expect(hebrew.glyphs.map(\.x) == hebrew.glyphs.map(\.x).sorted())
    #expect(hebrew.clusters == [2, 2, 2, 2, 1, 2, 2, 2].map { GlyphCluster(bytes: $0, glyphs: 1) })
    #expect(line.runs.map(\.x) == line.runs.map(\.x).sorted())
    // The last glyph of the run is the first letter, shin.
    #expect(hebrew.glyphs.last?.id == typesetter.line(RichText("ש", serif)).runs[0].run.glyphs[0].id)
  }

  @Test func aParagraphFromRightToLeftEndsAtTheLeft() throws {
    let typesetter = try makeTypesetter()
    let lines = typesetter.paragraph(
      RichText("שלום עולם abc", serif), ParagraphSetting(alignment: .justified),
      measures: Measures(width: 200))
    #expect(lines[0].runs.map(\.run.text) == ["שלום עולם ", "abc"])
    #expect(lines[0].runs[1].x == 0)
    #expect(abs(lines[0].indent + lines[0].width - 200) < 1e-9)
  }

  @Test func stylesAreRunsOfTheirFaces() throws {
    var bold = serif
    bold.weight = 700
    var heading = sans
    heading.weight = 600
    var light = sans
    light.weight = 300
    var italic = serif
    italic.slant = .italic
    let line = try makeTypesetter().line(
      RichText([
        .init("a", serif), .init("b", bold), .init("c", italic), .init("d", heading), .init("e", light),
        .init("ж", TextStyle(family: "Inter", size: 10, weight: 500)),
        .init("f", TextStyle(family: "Inter", size: 10, weight: 700)),
      ]))
    #expect(
      line.runs.map(\.run.face.name) == [
        "Charis SIL", "Charis SIL Bold", "Charis SIL Italic", "Inter Semi Bold", "Inter Light",
        "Inter Medium",
        "Inter Bold",
      ])
  }

  @Test func fallbacksGoInOrder() throws {
    let text = RichText("ש", serif)
    let first = try makeTypesetter(fallbacks: ["Noto Sans", "Noto Serif Hebrew", "Noto Sans Hebrew"]).line(
      text)
    let second = try makeTypesetter(fallbacks: ["Noto Sans", "Noto Sans Hebrew", "Noto Serif Hebrew"]).line(
      text)
    #expect(first.runs.map(\.run.face.name) == ["Noto Serif Hebrew Regular"])
    #expect(second.runs.map(\.run.face.name) == ["Noto Sans Hebrew Regular"])
    // The style's own face says how high the line is.
    #expect(first.ascent == second.ascent)
  }

  @Test func trackingStandsBetweenGlyphsOnly() throws {
    let typesetter = try makeTypesetter()
    var tracked = serif
    tracked.tracking = 100
    let plain = typesetter.line(RichText("HHH", serif))
    let wide = typesetter.line(RichText("HHH", tracked))
    #expect(abs(wide.width - plain.width - 2) < 1e-9)
    // Letters that are set apart don't melt into ligatures.
    #expect(typesetter.line(RichText("ffi", tracked)).runs[0].run.glyphs.count == 3)
  }

  /// A gap of more than a tenth of an em is a space to readers of PDFs: poppler and pdfminer made "FINL AND" of a name
  /// whose capitals are kerned apart.
  @Test(arguments: [sans, serif])
  func spacedCapitalsAreOneWordToReaders(style: TextStyle) throws {
    let typesetter = try makeTypesetter()
    var spaced = style
    spaced.tracking = 90
    let letters =
      (0x41...0x5A).compactMap(Unicode.Scalar.init) + (0x410...0x42F).compactMap(Unicode.Scalar.init)
    let widths = letters.map { typesetter.line(RichText(String($0), style)).width }
    for (first, width) in zip(letters, widths) {
      for second in letters {
        let run = try #require(typesetter.line(RichText("\(first)\(second)", spaced)).runs.first?.run)
        try #require(run.glyphs.count == 2)
        let gap = run.glyphs[1].x - width
        #expect(gap <= 0.905, "\(first)\(second): \(gap)")
      }
    }
  }

  @Test func lettersFarApartSayWhatTheyReadAs() throws {
    let typesetter = try makeTypesetter()
    var style = sans
    #expect(typesetter.line(RichText("FINLAND", style)).runs.map(\.run.isSpacedWide) == [false])
    style.tracking = 90
    #expect(typesetter.line(RichText("FINLAND", style)).runs.map(\.run.isSpacedWide) == [false])
    style.tracking = 200
    #expect(typesetter.line(RichText("FINLAND", style)).runs.map(\.run.isSpacedWide) == [true])
  }

  /// What Bayan puts into others' words is no part of their direction.
  @Test(arguments: ["They call it قازاقستان.", "They call it ישראל.", "They (قازاقستان)"])
  func aMarkAfterWordsFromRightToLeftStandsAfterTheSentence(text: String) throws {
    var mark = RichText.Span("¶1", sans)
    mark.isIsolated = true
    let line = try makeTypesetter().line(RichText([.init(text + "\u{A0}", serif), mark]))
    let found = try #require(line.runs.first { $0.run.text == "¶1" })
    #expect(!found.run.isRightToLeft)
    #expect(line.runs.allSatisfy { $0.x <= found.x })
    #expect(line.text == text + "\u{A0}¶1")
    #expect(line.runs.map(\.run.text).joined() == line.text)
  }

  @Test func aMarkAfterASentenceFromRightToLeftStandsAtItsLeft() throws {
    var mark = RichText.Span("¶12", sans)
    mark.isIsolated = true
    let line = try makeTypesetter().line(RichText([.init("هذا صحيح.\u{A0}", serif), mark]))
    let found = try #require(line.runs.first { $0.run.text == "¶12" })
    #expect(!found.run.isRightToLeft && line.runs.allSatisfy { $0.x >= found.x })
  }

  @Test func superscriptsAreTheFontsOrMade() throws {
    let typesetter = try makeTypesetter()
    func superscript(_ style: TextStyle) -> GlyphRun {
      var style = style
      style.features = ["sups"]
      return typesetter.line(RichText("1", style)).runs[0].run
    }
    #expect(superscript(sans).fontSize == 10)
    #expect(superscript(sans).glyphs[0].id != typesetter.line(RichText("1", sans)).runs[0].run.glyphs[0].id)
    #expect(superscript(serif).fontSize == 6.5)
    var style = serif
    style.features = ["sups"]
    let line = typesetter.line(RichText([.init("a", serif), .init("1", style)]))
    #expect(line.frame.items.map(\.origin.y) == [line.ascent, line.ascent - 3.6])
  }

  @Test func smallCapitalsReadAsWritten() throws {
    let typesetter = try makeTypesetter()
    var style = serif
    style.features = ["smcp"]
    let run = typesetter.line(RichText("ab", style)).runs[0].run
    #expect(run.text == "ab")
    #expect(run.glyphs.map(\.id) != typesetter.line(RichText("ab", serif)).runs[0].run.glyphs.map(\.id))
  }

  @Test func aLinkIsAGroupWithItsTextAndArea() throws {
    let target = LinkTarget.url("https://example.org")
    var bold = serif
    bold.weight = 700
    let line = try makeTypesetter().line(
      RichText([.init("see ", serif), .init("the ", serif, link: target), .init("site", bold, link: target)]))
    #expect(line.frame.items.count == 2)
    guard case .group(let frame, let tag) = line.frame.items[1].item else {
      Issue.record("no group")
      return
    }
    #expect(tag == .structure(StructureTag(.link)))
    #expect(frame.text == "the site")
    guard case .link(let size, target)? = frame.items.last?.item else {
      Issue.record("no link area")
      return
    }
    let origin = line.frame.items[1].origin
    #expect(origin.y == 0)
    #expect(abs(origin.x + size.width - line.width) < 1e-9)
    #expect(size.height == line.ascent + line.descent)
  }

  @Test func aLinkOverTwoLinesHasAnAreaOnEach() throws {
    let lines = try makeTypesetter().paragraph(
      RichText([.init("one two three four", serif, link: .anchor(.page("note-1")))]), ParagraphSetting(),
      measures: Measures(width: 50))
    #expect(lines.count == 2)
    for line in lines {
      #expect(
        line.frame.leaves.contains { leaf in
          if case .link(let size, .anchor(.page("note-1"), .plain)) = leaf.item {
            abs(size.width - line.width) < 3
          } else {
            false
          }
        })
    }
  }

  @Test func anchorsStandWhereTheirSpanBegins() throws {
    let lines = try makeTypesetter().paragraph(
      RichText([.init("some words before", serif), .init(" here it is", serif, anchor: .page("here"))]),
      ParagraphSetting(), measures: Measures(width: 85))
    let anchors = lines.map { line in
      line.frame.items.filter { if case .anchor(.page("here")) = $0.item { true } else { false } }.count
    }
    // Its space is lost between the lines; the anchor is not.
    #expect(lines.map(\.text) == ["some words before", "here it is"])
    #expect(anchors == [0, 1])
  }
}

/// A minus before a number.
@Suite struct SignTests {
  @Test(arguments: ["−9.5", "−€9.5", "−$2", "−£3", "(−4"])
  func aMinusStandsAsNearToItsNumberAsDigitsDo(text: String) throws {
    for style in [serif, sans] {
      let line = try makeTypesetter().line(RichText("of " + text, style))
      let spaced = try makeTypesetter().line(RichText("5 − 3", style))
      #expect(line.text == "of " + text)
      func advance(_ line: Line) throws -> Double {
        let run = try #require(line.runs.first { $0.run.text.contains("−") }).run
        let index = run.text.distance(
          from: run.text.startIndex, to: try #require(run.text.firstIndex(of: "−")))
        return run.glyphs[index + 1].x - run.glyphs[index].x
      }
      // Charis draws the stroke 0.6 em wide, between twice 0.2 em; what is left out before it counts here as well.
      #expect(try advance(line) < 0.9 * style.size)
      if style == serif { #expect(try advance(spaced) > 0.95 * style.size) }
    }
  }
}

@Test(arguments: ["Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", "Электрификацияжелезныхдороги"])
func aWordWiderThanItsLineIsDividedWithHyphens(word: String) throws {
  let lines = try makeTypesetter().paragraph(
    RichText(word, serif), ParagraphSetting(), measures: Measures(width: 90))
  try #require(lines.count > 1)
  for line in lines { #expect(line.width <= 90.01) }
  func written(_ line: Line) -> String { line.runs.map(\.run.text).joined() }
  for line in lines.dropLast() {
    #expect(written(line).hasSuffix("-") || written(line).hasSuffix("\u{AD}"), "\(written(line))")
  }
  let address = try makeTypesetter().paragraph(
    RichText("https://example.org/" + word, serif), ParagraphSetting(), measures: Measures(width: 90))
  #expect(!address.contains { written($0).hasSuffix("-") })
}
