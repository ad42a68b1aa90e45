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

  private let paths = GlyphPaths()
  private var known: [Key: [UInt8]] = [:]

  public init() {}

  /// Relative path data from the glyph's origin, y downwards; empty for a blank.
  func outline(of glyph: UInt32, in face: FontFace) throws(DiagnosticError) -> [UInt8] {
    let key = Key(face: face, glyph: glyph)
    if let found = known[key] { return found }
    var data: [UInt8] = []
    data.write(try paths.path(of: glyph, in: face, size: Self.unitsPerEm), unitsPerPoint: 1)
    known[key] = data
    return data
  }
}
