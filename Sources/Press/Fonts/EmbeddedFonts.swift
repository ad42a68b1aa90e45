import Diagnostics
import Graphics
import Keeping

extension PDFFonts {
  /// Puts the fonts into a file, each with the glyphs that are shown and no others.
  ///
  /// - Parameters:
  ///   - file: that is made.
  ///   - memory: subsets that were made before.
  /// - Returns: them by their numbers.
  /// - Throws: a font that can't be taken apart; what can't be compressed.
  func embed(in file: PDFFile, _ memory: PaintingMemory?) throws(DiagnosticError) -> [Int: EmbeddedFont] {
    var embedded: [Int: EmbeddedFont] = [:]
    for font in fonts where !font.codes.isEmpty {
      if font.program.format == .other {
        let fonts = Dictionary(grouping: font.codes) { $0.value.font }
        for (number, codes) in fonts.sorted(by: { $0.key < $1.key }) {
          let glyphs = codes.map { (code: $0.value.value, glyph: $0.key) }.sorted { $0.code < $1.code }
          embedded[number] = EmbeddedFont(object: try font.outlines(glyphs, paths, in: file))
        }
      } else if let number = font.codes.first?.value.font {
        embedded[number] = try font.composite(in: file, memory)
      }
    }
    return embedded
  }
}

/// A font's file with some of its glyphs.
struct FontSubset {
  struct Wanted: Hashable {
    var face: FontFace
    var glyphs: [UInt32]
  }

  var prefix: String
  /// That glyphs have in it, by their own.
  var numbers: [UInt32: UInt32]
  /// In bytes, before it is made short.
  var length: Int
  var deflated: [UInt8]
}

/// A font of a PDF that is written.
struct EmbeddedFont {
  var object: PDFObject
  /// By the glyphs' numbers in the font file; empty where they were known when pages were painted.
  var codes: [UInt32: UInt32] = [:]
}

extension PDFFont {
  /// A font whose codes are the numbers of glyphs (ISO 32000-1, 9.7): those of the subset, or the font's own characters where
  /// it has such.
  ///
  /// Outlines in a table 'CFF ' are embedded with the file around them: by themselves they would have to be keyed by characters.
  fileprivate func composite(
    in file: PDFFile, _ memory: PaintingMemory?
  ) throws(DiagnosticError) -> EmbeddedFont {
    let isTrueType = program.format == .trueType
    let subset = try subset(in: file, memory)
    let shown = codes.keys.map { glyph in
      (code: character(of: glyph) ?? subset.numbers[glyph] ?? 0, glyph: glyph)
    }.sorted { $0.code < $1.code }
    let name = PDFValue.name("/\(subset.prefix)+\(program.postScriptName)")
    let stream = file.addStream(
      subset.deflated, filter: "/FlateDecode",
      isTrueType ? [("/Length1", .integer(subset.length))] : [("/Subtype", .name("/OpenType"))])
    let descriptor = file.add(
      .dictionary(
        measures(name) + [(isTrueType ? "/FontFile2" : "/FontFile3", .object(stream))]))
    let system = PDFValue.dictionary([
      ("/Registry", .text("Adobe")), ("/Ordering", .text("Identity")), ("/Supplement", .integer(0)),
    ])
    var descendant: [(key: String, value: PDFValue)] = [
      ("/Type", .name("/Font")), ("/Subtype", .name(isTrueType ? "/CIDFontType2" : "/CIDFontType0")),
      ("/BaseFont", name), ("/CIDSystemInfo", system), ("/FontDescriptor", .object(descriptor)),
      ("/DW", .integer(0)), ("/W", widths(of: shown)),
    ]
    if isTrueType { descendant.append(("/CIDToGIDMap", .name("/Identity"))) }
    let font = file.add(
      .dictionary([
        ("/Type", .name("/Font")), ("/Subtype", .name("/Type0")), ("/BaseFont", name),
        ("/Encoding", .name("/Identity-H")),
        ("/DescendantFonts", .array([.object(file.add(.dictionary(descendant)))])),
        ("/ToUnicode", .object(try readings(of: shown, digits: 4, in: file))),
      ]))
    return EmbeddedFont(
      object: font, codes: Dictionary(shown.map { ($0.glyph, $0.code) }) { first, _ in first })
  }

  /// The font's file with the glyphs that are shown.
  private func subset(
    in file: PDFFile, _ memory: PaintingMemory?
  ) throws(DiagnosticError) -> FontSubset {
    let wanted = FontSubset.Wanted(face: face, glyphs: codes.keys.sorted())
    if let known = memory?.subsets.take(wanted) { return known }
    let made = try program.subset(wanted.glyphs)
    let subset = FontSubset(
      prefix: Self.prefix(of: made.bytes), numbers: made.numbers, length: made.bytes.count,
      deflated: try file.shortened(made.bytes))
    memory?.subsets.keep(subset, for: wanted)
    return subset
  }

  /// Six letters that tell one subset from another (9.6.4).
  private static func prefix(of subset: [UInt8]) -> String {
    var hash = hashes(of: subset[...]).0
    var letters = ""
    for _ in 0..<6 {
      letters.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "A") + UInt8(hash % 26)))
      hash /= 26
    }
    return letters
  }

  /// Of the whole font (9.8), from the tables 'head', 'hhea' and 'post'.
  private func measures(_ name: PDFValue) -> [(key: String, value: PDFValue)] {
    func thousandths(_ table: StaticString, _ offset: Int) -> PDFValue {
      .integer(Int((Double(program.integer(in: table, at: offset)) * 1000 / program.unitsPerEm).rounded()))
    }
    let (ascent, descent) = (thousandths("hhea", 4), thousandths("hhea", 6))
    return [
      ("/Type", .name("/FontDescriptor")), ("/FontName", name),
      // Its characters are none of Latin's standard set (4).
      ("/Flags", .integer(4)), ("/FontBBox", .array([36, 38, 40, 42].map { thousandths("head", $0) })),
      ("/ItalicAngle", .integer(program.integer(in: "post", at: 4))), ("/Ascent", ascent),
      ("/Descent", descent), ("/CapHeight", ascent), ("/StemV", .integer(80)),
    ]
  }

  /// Each row of codes that follow each other with its widths (9.7.4.3).
  private func widths(of shown: [(code: UInt32, glyph: UInt32)]) -> PDFValue {
    var entries: [PDFValue] = []
    var row: [PDFValue] = []
    for (index, one) in shown.enumerated() {
      if row.isEmpty { entries.append(.integer(Int(one.code))) }
      row.append(.real(advance(of: one.glyph)))
      if index + 1 == shown.count || shown[index + 1].code != one.code + 1 {
        entries.append(.array(row))
        row = []
      }
    }
    return .array(entries)
  }

  /// What codes read as (9.10.3).
  private func readings(
    of shown: [(code: UInt32, glyph: UInt32)], digits: Int, in file: PDFFile
  ) throws(DiagnosticError) -> PDFObject {
    var writer = ContentWriter()
    writer.write(
      """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
      /CMapName /Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <\(String(repeating: "0", count: digits))> <\(String(repeating: "F", count: digits))>
      endcodespacerange

      """)
    // No more than a hundred at once.
    for start in stride(from: 0, to: shown.count, by: 100) {
      let some = shown[start..<min(start + 100, shown.count)]
      writer.write("\(some.count) beginbfchar\n")
      for one in some {
        writer.write("<")
        writer.write(hexadecimal: one.code, digits: digits)
        writer.write("> <")
        for unit in text(of: one.glyph).utf16 { writer.write(hexadecimal: UInt32(unit), digits: 4) }
        writer.write(">\n")
      }
      writer.write("endbfchar\n")
    }
    writer.write("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
    return try file.addDeflated(writer.content)
  }

  /// A font whose glyphs are drawn by their outlines (9.6.5).
  fileprivate func outlines(
    _ shown: [(code: UInt32, glyph: UInt32)], _ paths: GlyphPaths, in file: PDFFile
  ) throws(DiagnosticError) -> PDFObject {
    var procedures: [(key: String, value: PDFValue)] = []
    var around = Rect(size: .zero)
    for one in shown {
      let path = try paths.path(of: one.glyph, in: face, size: 1000)
      let box = path.bounds ?? Rect(size: .zero)
      around = around.union(box)
      var writer = ContentWriter()
      writer.write(advance(of: one.glyph), .fine)
      writer.write("0 ")
      for edge in [box.minX, -box.maxY, box.maxX, -box.minY] { writer.write(edge, .fine) }
      writer.write("d1\n1 0 0 -1 0 0 cm\n")
      writer.add(path, from: .zero)
      if !path.isEmpty { writer.write("f\n") }
      let stream = try file.addDeflated(writer.content)
      procedures.append(("/g\(one.code)", .object(stream)))
    }
    let box = PDFValue.rectangle(around.minX, -around.maxY, around.maxX, -around.minY)
    let names = shown.map { PDFValue.name("/g\($0.code)") }
    let thousandth = PDFValue.fraction(0.001)
    return file.add(
      .dictionary([
        ("/Type", .name("/Font")), ("/Subtype", .name("/Type3")), ("/FontBBox", box),
        (
          "/FontMatrix",
          .array([thousandth, .integer(0), .integer(0), thousandth, .integer(0), .integer(0)])
        ), ("/Resources", .dictionary([])), ("/CharProcs", .dictionary(procedures)),
        (
          "/Encoding",
          .dictionary([
            ("/Type", .name("/Encoding")), ("/Differences", .array([.integer(0)] + names)),
          ])
        ), ("/FirstChar", .integer(0)), ("/LastChar", .integer(shown.count - 1)),
        ("/Widths", .array(shown.map { .real(advance(of: $0.glyph)) })),
        ("/ToUnicode", .object(try readings(of: shown, digits: 2, in: file))),
      ]))
  }
}
