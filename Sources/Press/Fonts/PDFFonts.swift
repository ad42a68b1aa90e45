import CCairo
import Diagnostics
import Graphics

/// The fonts of a PDF, as its pages use them.
final class PDFFonts {
  private var known: [FontFace: PDFFont] = [:]
  /// In the order of their first use.
  private(set) var fonts: [PDFFont] = []
  private var numbers = 0
  let paths: GlyphPaths

  init(_ paths: GlyphPaths) { self.paths = paths }

  /// - Throws: a font file that can't be read.
  func font(_ face: FontFace) throws(DiagnosticError) -> PDFFont {
    if let font = known[face] { return font }
    let font = try PDFFont(face, in: self)
    known[face] = font
    fonts.append(font)
    return font
  }

  /// Of a font among the pages' resources; some faces need several.
  fileprivate func nextNumber() -> Int {
    numbers += 1
    return numbers - 1
  }

  /// What a font is called among a page's resources.
  static func name(of number: Int) -> String { "/F\(number)" }
}

/// A face as the pages of a PDF use it.
final class PDFFont {
  /// How a glyph is written.
  struct Code: Hashable {
    /// Of the font among the pages' resources.
    var font: Int
    var value: UInt32
    var digits: Int
  }

  let face: FontFace
  let program: FontProgram
  /// Of those that were shown.
  private(set) var codes: [UInt32: Code] = [:]
  private var advances: [UInt32: Double] = [:]
  /// What glyphs read as.
  private var texts: [UInt32: String] = [:]
  /// What those read as that are only ever part of something.
  private var parts: [UInt32: String] = [:]
  private let fonts: PDFFonts
  private var number: Int
  /// For its own numbers of glyphs; `nil` where these are HarfBuzz's.
  private let characters: FontFile?

  fileprivate init(_ face: FontFace, in fonts: PDFFonts) throws(DiagnosticError) {
    (self.face, self.fonts) = (face, fonts)
    program = try FontProgram(face)
    number = fonts.nextNumber()
    var isKeyed: FT_Bool = 0
    let file = program.format == .compact ? try FontFile(face) : nil
    if let file { FT_Get_CID_Is_Internally_CID_Keyed(file.face, &isKeyed) }
    characters = isKeyed != 0 ? file : nil
  }

  /// In thousandths of the type size.
  func advance(of glyph: UInt32) -> Double {
    if let known = advances[glyph] { return known }
    // As it is written into the file.
    let advance = (program.advance(of: glyph) * 1000).rounded() / 1000
    advances[glyph] = advance
    return advance
  }

  /// How a glyph is written from now on.
  ///
  /// - Throws: a font file that can't be read.
  func code(of glyph: UInt32) throws(DiagnosticError) -> Code {
    if let known = codes[glyph] { return known }
    var code = Code(font: number, value: glyph, digits: 4)
    if program.format == .other {
      // Fonts of outlines have codes of one byte.
      if codes.count > 0, codes.count % 256 == 0 { number = fonts.nextNumber() }
      code = Code(font: number, value: UInt32(codes.count % 256), digits: 2)
    }
    codes[glyph] = code
    return code
  }

  /// The number of a glyph's character in a font that has numbers of its own.
  func character(of glyph: UInt32) -> UInt32? {
    guard let characters else { return nil }
    var character: FT_UInt = 0
    FT_Get_CID_From_Glyph_Index(characters.face, glyph, &character)
    return character
  }

  /// Whether readers get this text from these glyphs; if not, it is to be said beside them.
  func reads(_ glyphs: ArraySlice<Glyph>, as text: Substring, isRightToLeft: Bool) -> Bool {
    if glyphs.count == 1, let glyph = glyphs.first { return reads(glyph.id, as: text) }
    let scalars = isRightToLeft ? Array(text.unicodeScalars.reversed()) : Array(text.unicodeScalars)
    if scalars.count == glyphs.count {
      var isRead = true
      for (glyph, scalar) in zip(glyphs, scalars) where !reads(glyph.id, as: Substring(String(scalar))) {
        isRead = false
      }
      return isRead
    }
    for glyph in glyphs where parts[glyph.id] == nil { parts[glyph.id] = String(text) }
    return false
  }

  private func reads(_ glyph: UInt32, as text: Substring) -> Bool {
    if let known = texts[glyph] { return known == text }
    texts[glyph] = String(text)
    return true
  }

  /// What a glyph reads as where nothing is said beside it.
  func text(of glyph: UInt32) -> String { texts[glyph] ?? parts[glyph] ?? "\u{FFFD}" }
}
