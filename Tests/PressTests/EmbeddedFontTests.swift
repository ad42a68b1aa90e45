import Foundation
import Graphics
import TestSupport
import Testing

@testable import Press

/// Charis as a variable font with one named instance, whose outlines are those of the font itself.
private func variableFont(in folder: TemporaryFolder) throws -> String {
  let font = [UInt8](try Data(contentsOf: URL(fileURLWithPath: SimpleSetter.charis)))
  func number(_ offset: Int, _ bytes: Int) -> Int {
    font[offset..<offset + bytes].reduce(0) { $0 << 8 | Int($1) }
  }
  func bytes(_ numbers: (value: Int, bytes: Int)...) -> [UInt8] {
    numbers.flatMap { number in
      (0..<number.bytes).reversed().map { UInt8(truncatingIfNeeded: number.value >> (8 * $0)) }
    }
  }
  var tables = (0..<number(4, 2)).map { index -> (tag: [UInt8], data: [UInt8]) in
    let record = 12 + 16 * index
    let (start, count) = (number(record + 8, 4), number(record + 12, 4))
    return (Array(font[record..<record + 4]), Array(font[start..<start + count]))
  }
  let profile = try #require(tables.first { $0.tag == Array("maxp".utf8) }).data
  let glyphs = Int(profile[4]) << 8 | Int(profile[5])
  // OpenType 1.9, "fvar": an axis of weight from 400 to 900, and an instance at its end.
  let axis = Array("wght".utf8) + bytes((400 << 16, 4), (400 << 16, 4), (900 << 16, 4), (0, 2), (256, 2))
  let instance = bytes((257, 2), (0, 2), (900 << 16, 4))
  tables.append(
    (
      Array("fvar".utf8),
      bytes((1, 2), (0, 2), (16, 2), (2, 2), (1, 2), (20, 2), (1, 2), (8, 2)) + axis + instance
    ))
  // "gvar": no glyph varies.
  let offsets = [UInt8](repeating: 0, count: 4 * (glyphs + 1))
  let head = bytes((1, 2), (0, 2), (1, 2), (0, 2), (20, 4), (glyphs, 2), (1, 2), (20 + offsets.count, 4))
  tables.append((Array("gvar".utf8), head + offsets))
  tables.sort { $0.tag.lexicographicallyPrecedes($1.tag) }
  var (records, data): ([UInt8], [UInt8]) = ([], [])
  for table in tables {
    records += table.tag + bytes((0, 4), (12 + 16 * tables.count + data.count, 4), (table.data.count, 4))
    data += table.data + [UInt8](repeating: 0, count: (4 - table.data.count % 4) % 4)
  }
  let file = folder.path + "/variable.ttf"
  let whole = Array(font[0..<4]) + bytes((tables.count, 2), (128, 2), (3, 2), (0, 2)) + records + data
  try Data(whole).write(to: URL(fileURLWithPath: file))
  return file
}

private func page(_ runs: [GlyphRun]) throws -> ReadPDF {
  try ReadPDF(
    document { frame in
      for (index, run) in runs.enumerated() {
        frame.addElement(.paragraph) { $0.add(.text(run), at: Point(20, 40 + 20 * Double(index))) }
      }
    })
}

@Test func anInstanceOfAVariableFontIsReadAndLooksAsItIsPainted() throws {
  let folder = try TemporaryFolder()
  let file = try variableFont(in: folder)
  // More glyphs than a font of outlines has codes.
  let texts = [0x20..<0x7F, 0xC0..<0x100, 0x100..<0x17F, 0x410..<0x450].map { range in
    String(String.UnicodeScalarView(range.compactMap { Unicode.Scalar($0) }))
  }
  let runs = texts.map { text in
    var run = SimpleSetter().run(text, size: 4)
    run.face = FontFace(file: file, index: 1 << 16, name: "an instance")
    return run
  }
  let pdf = try page(runs)
  let fonts = try tool("pdffonts", pdf.file).output.split(separator: "\n").dropFirst(2)
  #expect(fonts.count == 2)
  #expect(fonts.allSatisfy { $0.contains("Type 3") })
  #expect(try tool("qpdf", "--check", pdf.file).status == 0)
  let read = try pdf.text().split(separator: "\n").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
  for text in texts { #expect(read.contains(text.trimmingCharacters(in: .whitespaces)), "\(read)") }
  // The same words in the font itself look alike.
  func inked(_ pdf: ReadPDF) throws -> Int {
    let base = pdf.file + "-page"
    defer { try? FileManager.default.removeItem(atPath: base + ".png") }
    _ = try tool("pdftoppm", "-r", "288", "-png", "-singlefile", pdf.file, base)
    let picture = try #require(Picture(png: Array(Data(contentsOf: URL(fileURLWithPath: base + ".png")))))
    let (width, height) = (picture.width, picture.height)
    return width * height - picture.count("#FFFFFF", x: 0..<width, y: 0..<height)
  }
  let (drawn, plain) = (try inked(pdf), try inked(page(texts.map { SimpleSetter().run($0, size: 4) })))
  #expect(plain > 1000 && abs(drawn - plain) * 6 < plain, "\(drawn), \(plain)")
}

@Test(arguments: [SimpleSetter.charis, SimpleSetter.inter])
func aGlyphThatReadsInTwoWaysReadsRightInBoth(font: String) throws {
  let setter = SimpleSetter(font)
  // As small capitals are: one glyph for a letter and its capital, first here, then there.
  let runs = [
    setter.run("abc b", substitutes: ["b": "B"]), setter.run("aBc B"),
    setter.run("xbx", substitutes: ["b": "B"]),
  ]
  let pdf = try page(runs)
  #expect(try pdf.text().split(separator: "\n").prefix(3) == ["abc b", "aBc B", "xbx"])
  #expect(try pdf.faults() == [])
}

@Test func severalGlyphsForSeveralLettersReadAsTheLetters() throws {
  var run = SimpleSetter().run("ab ccc d")
  // Two glyphs for "ab", two for "ccc".
  run.glyphs.remove(at: 5)
  run.clusters = [(2, 2), (1, 1), (3, 2), (1, 1), (1, 1)].map { GlyphCluster(bytes: $0.0, glyphs: $0.1) }
  #expect(try page([run]).text().hasPrefix("ab ccc d\n"))
}

@Test func wordsStandWhereTheyWereSetToTheEndOfALine() throws {
  // A long line, each word of which was moved a little.
  var run = SimpleSetter().run(String(repeating: "measure ", count: 7), size: 9)
  for index in run.glyphs.indices { run.glyphs[index].x *= 0.97 }
  let pdf = try page([run])
  let boxes = try tool("pdftotext", "-bbox", pdf.file, "-").output
  let starts = boxes.matches(of: /xMin="([0-9.]+)"[^>]*>measure/).compactMap { Double($0.1) }
  #expect(starts.count == 7)
  for (index, start) in starts.enumerated() {
    #expect(abs(start - (20 + run.glyphs[8 * index].x)) < 0.02, "word \(index)")
  }
}

@Test func whatIsCutOffIsNotWrittenAndItsNeighboursAre() throws {
  let pdf = try ReadPDF(
    document { frame in
      frame.addElement(.paragraph) { paragraph in
        var inner = Frame(size: Size(60, 30), clips: true)
        inner.add(.text(SimpleSetter().run("inside")), at: Point(5, 20))
        inner.add(.text(SimpleSetter().run("outside")), at: Point(100, 20))
        paragraph.add(inner, at: Point(20, 20))
      }
    })
  #expect(try pdf.text().split(separator: "\n").first == "inside")
  #expect(try !pdf.text().contains("outside"))
}
