import Platform

/// A face in a font file. Whoever paints loads the file itself; nothing else travels with a frame.
public struct FontFace: Hashable, Sendable {
  /// Path of the font file.
  public var file: String
  /// Index of the face in a collection; 0 in most files.
  public var index: Int
  /// Family and style as fontconfig names them ("Inter Semi Bold"), for dumps and messages.
  public var name: String

  public init(file: String, index: Int = 0, name: String) {
    self.file = file
    self.index = index
    self.name = name
  }
}

/// One glyph at its place, relative to the run's origin on the baseline, in points.
public struct Glyph: Hashable, Sendable {
  public var id: UInt32
  public var x: Double
  public var y: Double

  public init(id: UInt32, x: Double, y: Double) {
    self.id = id
    self.x = x
    self.y = y
  }
}

/// So many bytes of text that belong to so many glyphs, in reading order.
public struct GlyphCluster: Hashable, Sendable {
  public var bytes: Int
  public var glyphs: Int

  public init(bytes: Int, glyphs: Int) {
    self.bytes = bytes
    self.glyphs = glyphs
  }
}

/// Shaped text in one face, size and colour, with what it reads as.
public struct GlyphRun: Hashable, Sendable {
  public var face: FontFace
  /// Points.
  public var fontSize: Double
  /// Horizontal scaling of the glyphs; 1 is as designed.
  public var stretch: Double = 1
  public var color: Color
  /// What a reader gets who copies or searches.
  public var text: String
  public var glyphs: [Glyph]
  /// By how much each glyph is turned clockwise about its own place, radians; empty where all stand upright. For names
  /// along a river: such a run reads as one piece of text whatever way its glyphs go.
  public var turns: [Double] = []
  /// Cover `text` and `glyphs` from start to end. For right-to-left runs glyphs are in visual order and the
  /// clusters run backwards over them.
  public var clusters: [GlyphCluster]
  public var isRightToLeft = false
  /// Whether its letters stand so far apart that a reader of PDFs would take each for a word: it says what it reads as.
  public var isSpacedWide = false
  /// Whether its ink darkens what it stands on instead of covering it, as ink on paper does.
  public var isTransparent = false
  /// Width from the origin to the next run's origin, points.
  public var advance: Double
  /// Height above and depth below the baseline that the face asks for at this size, points.
  public var ascent: Double
  public var descent: Double
  /// An outline painted under the glyphs, for labels on maps.
  public var halo: Stroke?

  public init(
    face: FontFace, fontSize: Double, color: Color, text: String, glyphs: [Glyph],
    clusters: [GlyphCluster], advance: Double, ascent: Double, descent: Double
  ) {
    self.face = face
    self.fontSize = fontSize
    self.color = color
    self.text = text
    self.glyphs = glyphs
    self.clusters = clusters
    self.advance = advance
    self.ascent = ascent
    self.descent = descent
  }

  /// The rectangle around the run from its origin: its advance, ascent and descent, or where its glyphs are turned what
  /// all of these take.
  public var bounds: Rect {
    if turns.isEmpty { return Rect(x: 0, y: -ascent, width: advance, height: ascent + descent) }
    let boxes = turnedBoxes
    return boxes.dropFirst().reduce(boxes.first ?? Rect(size: .zero)) { $0.union($1) }
  }

  /// The upright rectangle around each turned glyph, from the run's origin: as wide as the way to the next one, the last
  /// as an average letter.
  public var turnedBoxes: [Rect] {
    zip(glyphs, turns).enumerated().map { index, glyph in
      let (place, turn) = glyph
      let (x, y) = (cos(turn), sin(turn))
      let next = index + 1 < glyphs.count ? glyphs[index + 1] : nil
      let width = next.map { hypot($0.x - place.x, $0.y - place.y) } ?? fontSize * 0.6
      return Transform(xx: x, xy: -y, yx: y, yy: x, dx: place.x, dy: place.y).apply(
        to: Rect(x: 0, y: -ascent, width: width, height: ascent + descent))
    }
  }
}
