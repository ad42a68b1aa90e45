import Diagnostics
import Graphics

/// The outlines of glyphs as SVG's path data, each made once. Belongs to one thread at a time.
public final class GlyphOutlines {
  /// Of the outlines, whatever the font's own are.
  static let unitsPerEm = 1000.0

  private struct Key: Hashable {
    var face: FontFace
    var glyph: UInt32
  }

  private let canvas: Canvas
  private var known: [Key: [UInt8]] = [:]

  /// - Throws: where Cairo gives no surface.
  public init() throws(DiagnosticError) {
    canvas = try Canvas.picture(Size(1, 1), scale: 1)
  }

  /// Relative path data from the glyph's origin, y downwards; empty for a blank.
  func outline(of glyph: UInt32, in face: FontFace) throws(DiagnosticError) -> [UInt8] {
    let key = Key(face: face, glyph: glyph)
    if let found = known[key] { return found }
    let single = GlyphRun(
      face: face, fontSize: Self.unitsPerEm, color: .black, text: "", glyphs: [Glyph(id: glyph, x: 0, y: 0)],
      clusters: [], advance: 0, ascent: 0, descent: 0)
    var data: [UInt8] = []
    let path = try canvas.outline(of: single, at: .zero)
    // Cairo ends an outline by a move to nowhere; a path that is only moves has no ink.
    if path.verbs.contains(where: { $0 != .move }) { data.write(path, unitsPerPoint: 1) }
    known[key] = data
    return data
  }
}
