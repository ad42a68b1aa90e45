import Graphics

extension Typesetter {
  /// The frame of a line from its placed pieces.
  ///
  /// - Parameters:
  ///   - content: the pieces; their places are those of the line.
  ///   - prepared: the paragraph.
  ///   - adjustment: how the pieces were placed.
  ///   - width: of the line.
  ///   - extent: the bytes from the end of the line before to the end of this, to find the anchors by.
  /// - Returns: the line, its text still to be set.
  func make(
    _ content: [LinePiece], _ prepared: Prepared, _ adjustment: Adjustment, width: Double, extent: Range<Int>
  ) -> Line {
    var (ascent, descent) =
      content.isEmpty ? prepared.style(at: extent.lowerBound).map(height) ?? (0, 0) : (0, 0)
    var seen = -1
    for piece in content where piece.item.span != seen {
      seen = piece.item.span
      let height = height(of: prepared.spans[seen].style)
      ascent = max(ascent, height.ascent)
      descent = max(descent, height.descent)
    }
    var frame = Frame(size: Size(width, ascent + descent))
    frame.isOfOnePiece = true
    addAnchors(to: &frame, content, prepared, extent)
    var index = 0
    while index < content.count {
      let (link, role) = prepared.meaning(of: content[index])
      var end = index + 1
      while end < content.count, prepared.meaning(of: content[end]) == (link, role) { end += 1 }
      var part = Frame(size: frame.size)
      if let link {
        addLink(link, content[index..<end], to: &part, prepared, adjustment, baseline: ascent)
      } else {
        for (run, place) in runs(content[index..<end], prepared, adjustment, baseline: ascent) {
          part.add(.text(run), at: place)
        }
      }
      if let role {
        frame.add(part, at: .zero, tag: .structure(StructureTag(role)))
      } else {
        frame.items += part.items
      }
      index = end
    }
    return Line(frame: frame, width: width, ascent: ascent, descent: descent, text: "")
  }

  private func addAnchors(
    to frame: inout Frame, _ content: [LinePiece], _ prepared: Prepared, _ extent: Range<Int>
  ) {
    for start in prepared.text.extents where extent.contains(start.start) {
      guard let anchor = prepared.spans[start.span].anchor else { continue }
      let first = content.first { $0.start >= start.start }
      frame.add(.anchor(anchor), at: Point(first?.x ?? content.last.map { $0.x + $0.width } ?? 0, 0))
    }
  }

  /// Adds a link's text and the area that leads to its target, as high as the text's styles.
  private func addLink(
    _ link: LinkTarget, _ content: ArraySlice<LinePiece>, to frame: inout Frame, _ prepared: Prepared,
    _ adjustment: Adjustment, baseline: Double
  ) {
    let heights = content.map { height(of: prepared.spans[$0.item.span].style) }
    let ascent = heights.map(\.ascent).max() ?? 0
    let descent = heights.map(\.descent).max() ?? 0
    let left = content.map(\.x).min() ?? 0
    let right = content.map { $0.x + $0.width }.max() ?? 0
    let size = Size(right - left, ascent + descent)
    var group = Frame(size: size)
    for (run, place) in runs(content, prepared, adjustment, baseline: ascent) {
      group.add(.text(run), at: Point(place.x - left, place.y))
    }
    group.add(.link(size, link), at: .zero)
    frame.add(group, at: Point(left, baseline - ascent), tag: .structure(StructureTag(.link)))
  }

  /// The pieces as runs, one for each span, font and direction, in reading order.
  private func runs(
    _ content: ArraySlice<LinePiece>, _ prepared: Prepared, _ adjustment: Adjustment, baseline: Double
  ) -> [(GlyphRun, Point)] {
    var result: [(GlyphRun, Point)] = []
    var index = content.startIndex
    while index < content.endIndex {
      let first = content[index]
      var end = index + 1
      while end < content.endIndex, content[end].item.span == first.item.span,
        content[end].item.font == first.item.font, content[end].item.level == first.item.level,
        !content[end].isHyphen
      {
        end += 1
      }
      let (run, x) = glyphRun(content[index..<end], prepared, adjustment)
      result.append((run, Point(x, baseline - prepared.spans[first.item.span].style.rise)))
      index = end
    }
    return result
  }

  /// What a style takes above and below the line's baseline.
  func height(of style: TextStyle) -> (ascent: Double, descent: Double) {
    guard let index = shaper.primaryFont(of: style) else { return (style.size, 0) }
    let font = shaper.fonts[index]
    return (font.ascent * style.size + style.rise, font.descent * style.size - style.rise)
  }

  /// Readers of PDFs begin a word after a gap of more than a tenth of an em (poppler, pdfminer); positions are rounded.
  private static let mostReadTracking = 95.0

  /// One run of the pieces, which share span, font and direction.
  private func glyphRun(
    _ content: ArraySlice<LinePiece>, _ prepared: Prepared, _ adjustment: Adjustment
  ) -> (run: GlyphRun, x: Double) {
    let item = content[content.startIndex].item
    let style = prepared.spans[item.span].style
    let font = shaper.fonts[item.font]
    let isRightToLeft = item.level % 2 == 1
    let left = content.map(\.x).min() ?? 0
    let right = content.map { $0.x + $0.width }.max() ?? 0
    var glyphs: [Glyph] = []
    var clusters: [GlyphCluster] = []
    var text = ""
    // Exactly, since runs are what most of a document's memory is for.
    glyphs.reserveCapacity(content.reduce(0) { $0 + $1.shaped.glyphs.count })
    clusters.reserveCapacity(
      content.reduce(0) { $0 + ($1.replacement == nil ? $1.shaped.clusters.count : 1) })
    for piece in isRightToLeft ? Array(content.reversed()) : Array(content) {
      append(piece, style, adjustment, from: piece.x - left, to: &glyphs)
    }
    for piece in content {
      text += piece.replacement ?? prepared.text.string(piece.start, piece.end)
      if let replacement = piece.replacement {
        clusters.append(GlyphCluster(bytes: replacement.utf8.count, glyphs: piece.shaped.glyphs.count))
      } else {
        for cluster in shaper.clusters[piece.shaped.clusters] {
          clusters.append(GlyphCluster(bytes: cluster.bytes, glyphs: cluster.glyphs))
        }
      }
    }
    var run = GlyphRun(
      face: font.face, fontSize: style.size, color: style.color, text: text, glyphs: glyphs,
      clusters: clusters,
      advance: right - left, ascent: font.ascent * style.size, descent: font.descent * style.size)
    run.stretch = adjustment.stretch
    run.isRightToLeft = isRightToLeft
    run.isSpacedWide = style.tracking > Self.mostReadTracking
    run.halo = style.halo
    return (run, left)
  }

  /// Adds a piece's glyphs, which are in visual order.
  private func append(
    _ piece: LinePiece, _ style: TextStyle, _ adjustment: Adjustment, from start: Double,
    to glyphs: inout [Glyph]
  ) {
    var x = start
    let scale = style.size * (piece.isSpace ? 1 : adjustment.stretch)
    let track = piece.isSpace ? 0 : style.size / 1000 * (style.tracking + adjustment.tracking)
    let clusters = shaper.clusters[piece.shaped.clusters]
    var first = piece.shaped.glyphs.lowerBound
    for cluster in piece.item.level % 2 == 1 ? Array(clusters.reversed()) : Array(clusters) {
      for glyph in shaper.glyphs[first..<first + cluster.glyphs] {
        glyphs.append(Glyph(id: glyph.id, x: x + glyph.x * scale, y: glyph.y * style.size))
        x += glyph.advance * scale
      }
      x += track
      first += cluster.glyphs
    }
  }
}

extension Prepared {
  /// The style that holds at a byte, the last one's at the text's end.
  func style(at place: Int) -> TextStyle? {
    (text.extents.first { $0.end > place } ?? text.extents.last).map { spans[$0.span].style }
  }
}

extension Prepared {
  fileprivate func meaning(of piece: LinePiece) -> (LinkTarget?, StructureTag.Kind?) {
    (spans[piece.item.span].link, spans[piece.item.span].role)
  }
}
