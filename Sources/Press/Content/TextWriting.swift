import Diagnostics
import Graphics

/// Glyphs that read as a piece of text, in the order in which they are painted.
private struct ReadGlyphs {
  var glyphs: Range<Int>
  var text: Substring
}

extension ContentWriter {
  /// Writes a run of glyphs as text (ISO 32000-1, 9.4). `transform` leads from the run, whose origin is on the baseline and
  /// whose y grows downwards; `used` takes the fonts. It throws where a font file can't be read.
  mutating func set(
    _ run: GlyphRun, in transform: Transform, _ fonts: PDFFonts, used: inout PageResources
  ) throws(DiagnosticError) {
    let font = try fonts.font(run.face)
    write("BT ")
    var line = TextLine(run: run, font: font, transform: transform)
    for piece in run.read {
      let isTold = font.reads(run.glyphs[piece.glyphs], as: piece.text, isRightToLeft: run.isRightToLeft)
      if !isTold {
        line.end(&self)
        write("/Span <</ActualText \(hexadecimal(utf16: String(piece.text)))>> BDC\n")
      }
      for index in piece.glyphs { try line.show(run.glyphs[index], on: &self, used: &used) }
      if !isTold {
        line.end(&self)
        write("EMC\n")
      }
    }
    line.end(&self)
    write("ET\n")
  }
}

/// Glyphs that are shown one after the other.
private struct TextLine {
  private let run: GlyphRun
  private let font: PDFFont
  private let transform: Transform
  /// Where the next glyph comes to stand by itself, in points of the run before it is stretched; `nil` before the first.
  private var pen: Point?
  private var number: Int?
  /// By the page's own number.
  private var ownNumber = 0
  /// Whether a string of glyphs has begun.
  private var isOpen = false

  init(run: GlyphRun, font: PDFFont, transform: Transform) {
    (self.run, self.font, self.transform) = (run, font, transform)
  }

  /// Distances are given in thousandths of the type size; half of one is nowhere to be seen.
  private var unit: Double { run.fontSize / 1000 }

  mutating func show(
    _ glyph: Glyph, on writer: inout ContentWriter, used: inout PageResources
  ) throws(DiagnosticError) {
    let code = try font.code(of: glyph.id)
    if number != code.font {
      end(&writer)
      ownNumber = used.fonts.number(of: code.font)
      writer.setFont(ownNumber, size: run.fontSize)
      if code.digits == 2 { used.isOfThisDocument = true }
      number = code.font
    }
    let place = Point(glyph.x / run.stretch, glyph.y)
    var pen = pen ?? Point(.infinity, .infinity)
    if abs(pen.y - place.y) >= unit / 2 {
      end(&writer)
      move(to: place, &writer)
      pen = place
    }
    let distance = ((pen.x - place.x) / unit).rounded()
    if !isOpen { writer.write(distance == 0 ? "[<" : "[") } else if distance != 0 { writer.write(">") }
    if distance != 0 {
      writer.write(whole: distance)
      writer.write("<")
    }
    writer.write(code, font: ownNumber)
    isOpen = true
    self.pen = Point(pen.x + (font.advance(of: glyph.id) - distance) * unit, pen.y)
  }

  /// Sets the text matrix: from text, whose y grows upwards, to the content around.
  private func move(to place: Point, _ writer: inout ContentWriter) {
    let origin = transform.apply(to: Point(place.x * run.stretch, place.y))
    writer.write(
      Transform(
        xx: transform.xx * run.stretch, xy: -transform.xy, yx: transform.yx * run.stretch, yy: -transform.yy,
        dx: origin.x, dy: origin.y))
    writer.write("Tm ")
  }

  mutating func end(_ writer: inout ContentWriter) {
    if isOpen { writer.write(">] TJ\n") }
    isOpen = false
  }
}

extension GlyphRun {
  /// The pieces that read as pieces of its text, in the order of its glyphs. Text without a glyph goes with what stands
  /// before it.
  fileprivate var read: [ReadGlyphs] {
    var pieces: [ReadGlyphs] = []
    pieces.reserveCapacity(clusters.count)
    let bytes = text.utf8
    var (start, next) = (bytes.startIndex, isRightToLeft ? glyphs.count : 0)
    for cluster in clusters {
      let end = bytes.index(start, offsetBy: cluster.bytes, limitedBy: bytes.endIndex) ?? bytes.endIndex
      if cluster.glyphs == 0, let last = pieces.indices.last {
        pieces[last].text = text[pieces[last].text.startIndex..<end]
      } else {
        let upper = isRightToLeft ? next : min(next + cluster.glyphs, glyphs.count)
        let lower = isRightToLeft ? max(next - cluster.glyphs, 0) : next
        // Text before the first glyph goes with that.
        let from = pieces.isEmpty ? text.startIndex : start
        if lower < upper { pieces.append(ReadGlyphs(glyphs: lower..<upper, text: text[from..<end])) }
        next = isRightToLeft ? lower : upper
      }
      start = end
    }
    return isRightToLeft ? pieces.reversed() : pieces
  }
}
