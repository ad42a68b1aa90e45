import Foundation
import Graphics
import Press
import TestSupport
import Testing

/// What pdftotext makes of one run in a paragraph.
private func read(_ run: GlyphRun) throws -> String {
  let pdf = try ReadPDF(
    document { frame in frame.addElement(.paragraph) { $0.add(.text(run), at: Point(20, 40)) } })
  return try pdfText(pdf.file, "-layout").trimmingCharacters(
    in: .whitespacesAndNewlines)
}

@Test func textReadsAsItStands() throws {
  let text = "Шымкент, Oʻzbekiston: 12,345 ≈ 40% “quoted” 2018–2020"
  #expect(try read(SimpleSetter().run(text)) == text)
  #expect(try read(SimpleSetter(SimpleSetter.inter).run(text)) == text)
}

@Test(arguments: [SimpleSetter.charis, SimpleSetter.inter])
func aLigatureReadsAsItsLettersWithoutASpanAroundIt(font: String) throws {
  // Whatever the glyph is: the font's own idea of its character must not show.
  let run = SimpleSetter(font).run("officials find", substitutes: ["ffi": "æ", "fi": "ß"])
  #expect(try read(run) == "officials find")
  let pdf = try ReadPDF(
    document { frame in frame.addElement(.paragraph) { $0.add(.text(run), at: Point(20, 40)) } })
  #expect(try !pdf.content(of: 0).contains("ActualText"))
}

@Test func spacesAndHyphensThatForbidBreaksReadAsPlainOnes() throws {
  let run = SimpleSetter().run(
    "5\u{A0}000\u{202F}km EXPO\u{2011}2017 a\u{2010}b c d-e",
    substitutes: ["\u{A0}": " ", "\u{202F}": " ", "\u{2011}": "-", "\u{2010}": "-"])
  #expect(try read(run) == "5 000 km EXPO-2017 a-b c d-e")
}

@Test func aSuperscriptReadsAsItsDigit() throws {
  let run = SimpleSetter().run("cooperation1 2", substitutes: ["1": "\u{B9}"])
  #expect(try read(run) == "cooperation1 2")
}

@Test func wordsOfTwoLinesStayApartAndAddedHyphensVanish() throws {
  let setter = SimpleSetter()
  let lines = [
    "We see that the region gains from ", "cooperation and from more interde\u{AD}",
    "pendence of its countries",
  ]
  let pdf = try ReadPDF(
    document { frame in
      frame.addElement(.paragraph) { paragraph in
        for (index, line) in lines.enumerated() {
          let run = setter.run(line, substitutes: ["\u{AD}": "-"])
          paragraph.add(.text(run), at: Point(20, 40 + 13 * Double(index)))
        }
      }
    })
  let text = try pdf.text().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  #expect(
    text == "We see that the region gains from cooperation and from more interdependence of its countries")
}

@Test func rightToLeftTextReadsFromItsBeginning() throws {
  var run = SimpleSetter("/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf").run("سلام")
  // Visual order: the last letter stands leftmost.
  let ends = run.glyphs.dropFirst().map(\.x) + [run.advance]
  run.glyphs = zip(run.glyphs, ends).map { Glyph(id: $0.id, x: run.advance - $1, y: 0) }.reversed()
  run.isRightToLeft = true
  // pdftotext puts marks of direction around it.
  #expect(
    try read(run).unicodeScalars.filter { !$0.properties.isBidiControl }.map(String.init).joined() == "سلام")
}

@Test func aHaloLeavesTextTextAndOnce() throws {
  var run = SimpleSetter().run("Tashkent")
  run.halo = Stroke(.white, width: 2)
  #expect(try read(run) == "Tashkent")
}

@Test func fontsAreEmbeddedInPart() throws {
  let pdf = try ReadPDF(
    document { frame in
      frame.addElement(.paragraph) { $0.add(.text(SimpleSetter().run("Text Шы")), at: Point(0, 20)) }
      frame.addElement(.paragraph) {
        $0.add(.text(SimpleSetter(SimpleSetter.inter).run("Text")), at: Point(0, 40))
      }
    })
  let fonts = try tool("pdffonts", pdf.file).output.split(separator: "\n").dropFirst(2)
  #expect(fonts.count >= 2)
  // Embedded, in part, with a way to Unicode.
  for font in fonts { #expect(font.contains("yes yes yes"), "\(font)") }
  #expect(try Data(contentsOf: URL(fileURLWithPath: pdf.file)).count < 40_000)
}

@Test func thePageLooksLikeThePicture() throws {
  let pdf = try ReadPDF(
    document { frame in
      frame.fill(.rectangle(Rect(x: 20, y: 30, width: 50, height: 40)), Color(red: 0, green: 0, blue: 1))
      var inner = Frame(size: Size(10, 10), clips: true)
      inner.fill(.rectangle(Rect(x: -50, y: -50, width: 200, height: 200)), Color(red: 1, green: 0, blue: 0))
      frame.add(inner, at: Point(100, 100))
    })
  let stem = pdf.file + "-page"
  #expect(try tool("pdftoppm", "-png", "-r", "72", "-singlefile", pdf.file, stem).status == 0)
  defer { try? FileManager.default.removeItem(atPath: stem + ".png") }
  let picture = try #require(
    Picture(png: Array(Data(contentsOf: URL(fileURLWithPath: stem + ".png")))))
  #expect(picture.width == 300)
  #expect(picture.count("#0000FF", x: 20..<70, y: 30..<70) == 50 * 40)
  #expect(picture.count("#FF0000", x: 100..<110, y: 100..<110) == 100)
  #expect(picture.count("#FF0000", x: 0..<300, y: 0..<400) == 100)
}

@Test(arguments: [false, true])
func lettersTurnedAlongALineReadAsTheirWords(hasHalo: Bool) throws {
  var run = SimpleSetter().run("Amu Darya")
  if hasHalo { run.halo = Stroke(.white, width: 2) }
  run.turns = run.glyphs.indices.map { Double($0) * 0.15 - 0.6 }
  for index in run.glyphs.indices {
    let x = run.glyphs[index].x - 22
    run.glyphs[index].y = -0.01 * x * x
  }
  let pdf = try ReadPDF(
    document { frame in
      frame.add(
        page { $0.add(.text(run), at: Point(60, 60)) },
        at: .zero, tag: .structure(StructureTag(.figure, alternative: "A river.")))
    })
  #expect(try pdf.text().trimmingCharacters(in: .whitespacesAndNewlines) == "Amu Darya")
}
