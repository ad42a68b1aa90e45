import Diagnostics
import Graphics

/// The outlines of glyphs, as FreeType makes them. Belongs to one thread at a time.
final class GlyphPaths {
  private var canvas: PictureCanvas?

  /// The outline of a glyph by its number in the font file, from the glyph's origin, y downwards; empty for a blank. It throws
  /// where the font file can't be read.
  func path(of glyph: UInt32, in face: FontFace, size: Double) throws(DiagnosticError) -> Path {
    let canvas: PictureCanvas
    if let known = self.canvas { canvas = known } else { canvas = try PictureCanvas(Size(1, 1), scale: 1) }
    self.canvas = canvas
    let single = GlyphRun(
      face: face, fontSize: size, color: .black, text: "", glyphs: [Glyph(id: glyph, x: 0, y: 0)],
      clusters: [], advance: 0, ascent: 0, descent: 0)
    let path = try canvas.outline(of: single, at: .zero)
    // Cairo ends an outline by a move to nowhere; a path that is only moves has no ink.
    return path.verbs.contains { $0 != .move } ? path : Path()
  }
}
