import CCairo
import Graphics

/// Sets text a glyph for each character, with the font's own advances: enough to see what the press makes of it.
final class SimpleSetter {
  static let charis = "/usr/share/fonts/truetype/charis/CharisSIL-Regular.ttf"
  static let inter = "/usr/share/fonts/opentype/inter/Inter-Regular.otf"

  let font: FontFace
  private var library: FT_Library?
  private var face: FT_Face?

  init(_ file: String = charis) {
    font = FontFace(file: file, name: "test font")
    FT_Init_FreeType(&library)
    FT_New_Face(library, file, 0, &face)
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
  }

  func glyph(_ scalar: Unicode.Scalar) -> UInt32 { FT_Get_Char_Index(face, FT_ULong(scalar.value)) }

  /// A run at its natural widths; `substitutes` are pieces of text that take one glyph, that of the character.
  func run(
    _ text: String, size: Double = 10, color: Color = .black, substitutes: [String: Unicode.Scalar] = [:]
  ) -> GlyphRun {
    var (glyphs, clusters, x) = ([Glyph](), [GlyphCluster](), 0.0)
    var rest = text[...]
    while let first = rest.unicodeScalars.first {
      let substitute = substitutes.keys.sorted().last { rest.hasPrefix($0) }
      let piece = substitute ?? String(first)
      let id = glyph(substitute.flatMap { substitutes[$0] } ?? first)
      glyphs.append(Glyph(id: id, x: x, y: 0))
      clusters.append(GlyphCluster(bytes: piece.utf8.count, glyphs: 1))
      x += advance(id) * size
      rest.unicodeScalars.removeFirst(piece.unicodeScalars.count)
    }
    return GlyphRun(
      face: font, fontSize: size, color: color, text: text, glyphs: glyphs, clusters: clusters, advance: x,
      ascent: size * 0.9, descent: size * 0.3)
  }

  /// In ems.
  private func advance(_ glyph: UInt32) -> Double {
    // FT_LOAD_NO_SCALE is 1.
    guard let face, FT_Load_Glyph(face, glyph, 1) == 0 else { return 0.5 }
    return Double(face.pointee.glyph.pointee.advance.x) / Double(face.pointee.units_per_EM)
  }
}
