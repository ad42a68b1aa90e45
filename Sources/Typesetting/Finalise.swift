import Graphics

/// A piece of a line that is being made.
struct LinePiece {
  var start: Int
  var end: Int
  var item: ShapingItem
  var shaped: ShapedText
  var isSpace: Bool
  /// Text other than the paragraph's own, for an added hyphen.
  var replacement: String?
  /// Left edge and width on the line, points.
  var x = 0.0
  var width = 0.0
}

/// How a line's glyphs and spaces are changed to fill its measure.
struct Adjustment {
  /// Horizontal scaling of the glyphs.
  var stretch = 1.0
  /// Added after each cluster, thousandths of an em.
  var tracking = 0.0
  /// Added to each space, points.
  var space = 0.0
}

extension Typesetter {
  /// Fifth stage: glyphs at their places.
  func finalise(
    _ prepared: Prepared, _ chosen: [Int], _ setting: ParagraphSetting, _ measures: Measures
  ) -> [Line] {
    var lines: [Line] = []
    var start = 0
    var piece = 0
    for (number, index) in chosen.enumerated() {
      let end = prepared.breaks[index]
      var content = linePieces(prepared, from: start, piece: piece, to: end)
      let measure = measures[number]
      let natural = place(&content, prepared, Adjustment())
      var line: Line
      if setting.alignment == .justified, end.kind != .end, end.kind != .forced {
        let adjustment = fill(content, prepared, setting, missing: measure.width - natural)
        _ = place(&content, prepared, adjustment)
        line = make(content, prepared, adjustment, width: measure.width)
        line.indent = measure.indent
      } else {
        line = make(content, prepared, Adjustment(), width: natural)
        let free = measure.width - natural
        let toEnd = setting.alignment == .justified && prepared.isRightToLeft
        line.indent =
          measure.indent
          + (setting.alignment == .right || toEnd ? free : setting.alignment == .center ? free / 2 : 0)
      }
      line.text = prepared.text.string(start, end.end)
      lines.append(line)
      start = end.next
      piece = end.nextPiece
    }
    return lines
  }

  /// The pieces between two breaks: words that a break cuts are shaped again in part, and what the break adds
  /// (a hyphen, or the space that nobody sees but who copies the text) comes last.
  func linePieces(_ prepared: Prepared, from start: Int, piece first: Int, to end: Break) -> [LinePiece] {
    var result: [LinePiece] = []
    var index = first
    while index < prepared.pieces.count, prepared.pieces[index].start < end.end {
      let piece = prepared.pieces[index]
      let from = max(piece.start, start)
      let to = min(piece.end, end.end)
      if from == piece.start, to == piece.end {
        if piece.kind != .newline {
          result.append(
            LinePiece(
              start: from, end: to, item: piece.item, shaped: piece.shaped, isSpace: piece.kind == .space))
        }
      } else if from < to {
        let shaped = prepared.text.bytes.withUnsafeBufferPointer {
          shaper.shape(UnsafeBufferPointer(rebasing: $0[from..<to]), piece.item.setting)
        }
        result.append(LinePiece(start: from, end: to, item: piece.item, shaped: shaped, isSpace: false))
      }
      index += 1
    }
    guard let last = result.last else { return result }
    if end.kind == .hyphen {
      result.append(added("-", reads: "\u{AD}", after: last))
    } else if end.kind == .space {
      result.append(added(" ", reads: " ", after: last))
    }
    return result
  }

  private func added(_ glyph: StaticString, reads: String, after last: LinePiece) -> LinePiece {
    let shaped = shaper.shape(
      UnsafeBufferPointer(start: glyph.utf8Start, count: glyph.utf8CodeUnitCount), last.item.setting)
    return LinePiece(
      start: last.end, end: last.end, item: last.item, shaped: shaped, isSpace: reads == " ",
      replacement: reads)
  }

  /// Gives each piece its place.
  ///
  /// - Returns: the line's width.
  func place(_ content: inout [LinePiece], _ prepared: Prepared, _ adjustment: Adjustment) -> Double {
    var x = 0.0
    for index in visualOrder(content, isRightToLeft: prepared.isRightToLeft) {
      let piece = content[index]
      let style = prepared.spans[piece.item.span].style
      let em = style.size / 1000
      var width = piece.shaped.advance * style.size
      if piece.isSpace {
        // The space at the line's end takes no room.
        width += em * style.tracking + adjustment.space
        if piece.replacement != nil { width = 0 }
      } else {
        width *= adjustment.stretch
        width += Double(piece.shaped.clusters.count) * em * (style.tracking + adjustment.tracking)
      }
      content[index].x = x
      content[index].width = width
      x += width
    }
    return x
  }

  /// The order of the pieces from left to right, after Unicode Standard Annex 9, rule L2.
  private func visualOrder(_ content: [LinePiece], isRightToLeft: Bool) -> [Int] {
    var order = Array(content.indices)
    guard let highest = content.map(\.item.level).max(), highest > 0 else { return order }
    var level = highest
    while level > 0 {
      var start = 0
      while start < order.count {
        guard content[order[start]].item.level >= level else {
          start += 1
          continue
        }
        var end = start
        while end < order.count, content[order[end]].item.level >= level { end += 1 }
        order[start..<end].reverse()
        start = end
      }
      level -= 1
    }
    return order
  }

  /// What fills `missing` points (negative: what must go).
  private func fill(
    _ content: [LinePiece], _ prepared: Prepared, _ setting: ParagraphSetting, missing: Double
  ) -> Adjustment {
    var adjustment = Adjustment()
    let spaces = content.count { $0.isSpace && $0.replacement == nil }
    if spaces > 0 { adjustment.space = missing / Double(spaces) }
    return adjustment
  }

  /// The line from its placed pieces.
  func make(
    _ content: [LinePiece], _ prepared: Prepared, _ adjustment: Adjustment, width: Double
  ) -> Line {
    var ascent = 0.0
    var descent = 0.0
    for span in Set(content.map(\.item.span)) {
      let style = prepared.spans[span].style
      guard let font = shaper.primaryFont(of: style) else { continue }
      ascent = max(ascent, shaper.fonts[font].ascent * style.size + style.rise)
      descent = max(descent, shaper.fonts[font].descent * style.size - style.rise)
    }
    var frame = Frame(size: Size(width, ascent + descent))
    var index = 0
    while index < content.count {
      let span = prepared.spans[content[index].item.span]
      if let anchor = span.anchor, content[index].start == prepared.start(of: content[index].item.span) {
        frame.add(.anchor(anchor), at: Point(content[index].x, 0))
      }
      var end = index + 1
      while end < content.count, content[end].item.span == content[index].item.span,
        content[end].item.font == content[index].item.font,
        content[end].item.level == content[index].item.level,
        content[end].replacement == content[index].replacement || content[end].replacement == " "
      {
        end += 1
      }
      let run = glyphRun(content[index..<end], prepared, adjustment)
      frame.add(.text(run.run), at: Point(run.x, ascent - span.style.rise))
      index = end
    }
    return Line(frame: frame, width: width, ascent: ascent, descent: descent, text: "")
  }

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
  /// Where a span's text begins.
  func start(of span: Int) -> Int { text.extents.first { $0.span == span }?.start ?? 0 }
}
