import CCairo
import Diagnostics
import Graphics

/// The fonts of a PDF, as its pages use them.
final class PDFFonts {
  private var known: [FontFace: PDFFont] = [:]
  /// In the order of their first use.
  private(set) var fonts: [PDFFont] = []
  /// By the numbers that the faces have among the pages' resources.
  private var byNumber: [PDFFont] = []
  let paths: GlyphPaths
  fileprivate let notesReadings: Bool

  /// - Parameters:
  ///   - paths: of glyphs that are drawn.
  ///   - notesReadings: whether each page's are noted.
  init(_ paths: GlyphPaths, notesReadings: Bool = false) {
    (self.paths, self.notesReadings) = (paths, notesReadings)
  }

  func beginPage() { if notesReadings { for font in fonts { font.noted = [:] } } }

  /// - Throws: a font file that can't be read.
  func font(_ face: FontFace) throws(DiagnosticError) -> PDFFont {
    if let font = known[face] { return font }
    let font = try PDFFont(face, in: self)
    known[face] = font
    fonts.append(font)
    return font
  }

  /// Of a font among the pages' resources; some faces need several.
  fileprivate func nextNumber(for font: PDFFont) -> Int {
    byNumber.append(font)
    return byNumber.count - 1
  }

  func font(_ number: Int) -> PDFFont { byNumber[number] }

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
  /// On the page at hand, where readings are noted.
  fileprivate var noted: [UInt32: NotedReading] = [:]
  private unowned let fonts: PDFFonts
  /// Of the last font among the pages' resources that has glyphs of this face.
  private(set) var number = 0
  /// For its own numbers of glyphs; `nil` where these are HarfBuzz's.
  private let characters: FontFile?

  fileprivate init(_ face: FontFace, in fonts: PDFFonts) throws(DiagnosticError) {
    (self.face, self.fonts) = (face, fonts)
    program = try FontProgram(face)
    var isKeyed: FT_Bool = 0
    let file = program.format == .compact ? try FontFile(face) : nil
    if let file { FT_Get_CID_Is_Internally_CID_Keyed(file.face, &isKeyed) }
    characters = isKeyed != 0 ? file : nil
    number = fonts.nextNumber(for: self)
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
      if codes.count > 0, codes.count % 256 == 0 { number = fonts.nextNumber(for: self) }
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
    for glyph in glyphs {
      if fonts.notesReadings { noted[glyph.id, default: NotedReading()].notePart(text) }
      if parts[glyph.id] == nil { parts[glyph.id] = String(text) }
    }
    return false
  }

  private func reads(_ glyph: UInt32, as text: Substring) -> Bool {
    if fonts.notesReadings { noted[glyph, default: NotedReading()].note(text) }
    if let known = texts[glyph] { return known == text }
    texts[glyph] = String(text)
    return true
  }

  /// What a glyph reads as where nothing is said beside it.
  func text(of glyph: UInt32) -> String { texts[glyph] ?? parts[glyph] ?? "\u{FFFD}" }
}

// MARK: Pages that are kept

/// What a page first takes a glyph for, and what it read as in the end.
struct NotedReading {
  /// By itself, and as a part of something.
  var first: String?
  var part: String?
  var reading: String?

  fileprivate mutating func note(_ text: Substring) { if first == nil { first = String(text) } }
  fileprivate mutating func notePart(_ text: Substring) { if part == nil { part = String(text) } }
}

extension PDFFont {
  /// What a page shows of a face.
  struct PageUse {
    var face: FontFace
    var glyphs: Set<UInt32>
    var readings: [UInt32: NotedReading]
  }

  /// Of the page that was painted last.
  func use(ofPage glyphs: Set<UInt32>) -> PageUse {
    var readings = noted
    for (glyph, noted) in noted where noted.first != nil { readings[glyph]?.reading = texts[glyph] }
    return PageUse(face: face, glyphs: glyphs, readings: readings)
  }

  /// Whether all glyphs would read as they did when the page was painted.
  func readsTheSame(in use: PageUse) -> Bool {
    use.readings.allSatisfy { glyph, noted in noted.first.map { texts[glyph] ?? $0 } == noted.reading }
  }

  /// Takes a page's use as its own, as if the page were painted.
  func take(_ use: PageUse) {
    for glyph in use.glyphs where codes[glyph] == nil {
      codes[glyph] = Code(font: number, value: glyph, digits: 4)
    }
    for (glyph, noted) in use.readings {
      if texts[glyph] == nil { texts[glyph] = noted.first }
      if parts[glyph] == nil { parts[glyph] = noted.part }
    }
  }
}
