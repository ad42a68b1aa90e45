import Graphics
import Platform

extension GlyphRun {
  /// The run as readers should get it: spaces and hyphens that differ from the plain ones only in how lines may
  /// break read as the plain ones, so that a search for "EXPO-2017" or "5 000" finds them. A font has one glyph for
  /// both, and a PDF can give a glyph one character only without a span around it.
  var readable: GlyphRun {
    // All of these begin with the byte C2 or E2, which most runs don't have.
    guard text.utf8.contains(where: { $0 == 0xC2 || $0 == 0xE2 }),
      text.unicodeScalars.contains(where: { Self.plain($0) != nil })
    else { return self }
    var result = self
    result.text = ""
    result.clusters.removeAll(keepingCapacity: true)
    var rest = Substring(text).unicodeScalars
    for cluster in clusters {
      var (read, written) = (0, 0)
      while read < cluster.bytes, let scalar = rest.popFirst() {
        let plain = Self.plain(scalar) ?? scalar
        read += UTF8.width(scalar)
        written += UTF8.width(plain)
        result.text.unicodeScalars.append(plain)
      }
      result.clusters.append(GlyphCluster(bytes: written, glyphs: cluster.glyphs))
    }
    return result
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    // No-break space, figure space, narrow no-break space.
    case "\u{A0}", "\u{2007}", "\u{202F}": " "
    // Soft hyphen (one that is painted), hyphen, no-break hyphen.
    case "\u{AD}", "\u{2010}", "\u{2011}": "-"
    default: nil
    }
  }

  /// Whether readers couldn't put its glyphs together.
  var isReadWhole: Bool { !turns.isEmpty || isSpacedWide }

  /// The clusters of a run whose glyphs are turned, each upright from its own first glyph on, and how it comes to lie on
  /// the run.
  var pieces: [(run: GlyphRun, place: Transform)] {
    var bytes = Substring(text).utf8
    var rest = zip(glyphs, turns).map { $0 }[...]
    return clusters.compactMap { cluster in
      // Clusters of a run from right to left begin with its last glyphs.
      let own = isRightToLeft ? rest.suffix(cluster.glyphs) : rest.prefix(cluster.glyphs)
      rest = isRightToLeft ? rest.dropLast(cluster.glyphs) : rest.dropFirst(cluster.glyphs)
      var piece = self
      (piece.text, piece.clusters) = (String(decoding: bytes.prefix(cluster.bytes), as: UTF8.self), [cluster])
      bytes = bytes.dropFirst(cluster.bytes)
      guard let (first, turn) = own.first else { return nil }
      piece.glyphs = own.map { Glyph(id: $0.0.id, x: $0.0.x - first.x, y: $0.0.y - first.y) }
      (piece.turns, piece.halo) = ([], nil)
      let (x, y) = (cos(turn), sin(turn))
      return (piece, Transform(xx: x, xy: -y, yx: y, yy: x, dx: first.x, dy: first.y))
    }
  }

  /// The run without, and only, the hyphen that was added at its end; either may be missing.
  ///
  /// The text of an added hyphen is a soft hyphen (ISO 32000-1, 14.8.2.2.3).
  var splitBeforeAddedHyphen: (text: GlyphRun?, hyphen: GlyphRun?) {
    guard text.utf8.last == 0xAD, text.unicodeScalars.last == "\u{AD}", !isRightToLeft,
      let last = clusters.last,
      last.bytes == 2, last.glyphs >= 1, last.glyphs <= glyphs.count
    else { return (self, nil) }
    if clusters.count == 1 { return (nil, self) }
    var (before, hyphen) = (self, self)
    before.text.unicodeScalars.removeLast()
    before.clusters.removeLast()
    before.glyphs.removeLast(last.glyphs)
    hyphen.text = "\u{AD}"
    hyphen.clusters = [last]
    hyphen.glyphs = Array(glyphs.suffix(last.glyphs))
    return (before, hyphen)
  }
}
