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
  /// A space between this line's last word and the next line's first: nobody sees it.
  var isTrailingSpace: Bool { isSpace && replacement != nil }
  var isHyphen: Bool { !isSpace && replacement != nil }
  /// Left edge and width on the line, points.
  var x = 0.0
  var width = 0.0
}

extension Typesetter {
  /// Fifth stage: glyphs at their places.
  func finalise(
    _ prepared: Prepared, _ chosen: ChosenBreaks, _ setting: ParagraphSetting, _ measures: Measures
  ) -> [Line] {
    var lines: [Line] = []
    var start = chosen.start
    for (number, end) in chosen.ends.enumerated() {
      lines.append(line(prepared, from: start, to: end, setting, measures[number]))
      start = end
    }
    return lines
  }

  private func line(
    _ prepared: Prepared, from start: Break, to end: Break, _ setting: ParagraphSetting,
    _ measure: Measures.Measure
  ) -> Line {
    var content = linePieces(prepared, from: start.next, piece: start.nextPiece, to: end)
    let natural = place(&content, prepared, Adjustment(), from: -start.hangLeft)
    let missing = measure.width - (natural - end.hangRight)
    // Of a word that a break cuts the widths of both parts are known exactly only now.
    let isFilled = missing < -Demerits.hair || setting.alignment == .justified && !end.isLast
    let adjustment =
      isFilled ? fill(content, prepared, setting, missing: missing) : Adjustment()
    if isFilled { _ = place(&content, prepared, adjustment, from: -start.hangLeft) }
    var line = make(
      content, prepared, adjustment, width: isFilled ? measure.width : natural,
      extent: start.end..<max(start.end, end.end))
    line.text = prepared.text.string(start.next, max(start.next, end.end))
    line.indent = measure.indent
    if !isFilled {
      switch setting.alignment {
      case .left: break
      case .right: line.indent += missing
      case .center: line.indent += missing / 2
      case .justified:
        // Its last line begins where its letters do; on a page that is mirrored, left means where reading begins.
        let isMirrored = prepared.spans.first.map { readsRightToLeft(language: $0.style.language) } ?? false
        line.indent += prepared.isRightToLeft != isMirrored ? missing : 0
      }
    }
    return line
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
        let shaped = shaper.shape(prepared.text.bytes, from..<to, piece.item.setting)
        result.append(LinePiece(start: from, end: to, item: piece.item, shaped: shaped, isSpace: false))
      }
      index += 1
    }
    guard let last = result.last else { return result }
    if end.kind == .hyphen {
      result.append(added("-", reads: "\u{AD}", after: last))
    } else if end.kind == .space {
      result.append(added(" ", reads: prepared.text.string(end.end, end.next), after: last))
    }
    return result
  }

  private func added(_ glyph: StaticString, reads: String, after last: LinePiece) -> LinePiece {
    let shaped = shaper.shape(glyph, last.item.setting)
    return LinePiece(
      start: last.end, end: last.end, item: last.item, shaped: shaped, isSpace: reads != "\u{AD}",
      replacement: reads)
  }

  /// Gives each piece its place; there is no tracking after the last one.
  ///
  /// - Returns: where the last one ends.
  func place(
    _ content: inout [LinePiece], _ prepared: Prepared, _ adjustment: Adjustment, from start: Double = 0
  ) -> Double {
    var x = start
    var trailing = 0.0
    var last: Int?
    for index in visualOrder(content, isRightToLeft: prepared.isRightToLeft) {
      let piece = content[index]
      let style = prepared.spans[piece.item.span].style
      let em = style.size / 1000
      content[index].x = x
      // The space at the line's end takes no room.
      if piece.isTrailingSpace { continue }
      let advance = piece.shaped.advance * style.size
      if piece.isSpace {
        content[index].width = advance + em * style.tracking + adjustment.space
        trailing = em * style.tracking
      } else {
        let tracking = em * (style.tracking + adjustment.tracking)
        content[index].width = advance * adjustment.stretch + Double(piece.shaped.clusters.count) * tracking
        trailing = tracking
      }
      x += content[index].width
      last = index
    }
    if let last { content[last].width -= trailing }
    if let end = content.last, end.isTrailingSpace, end.x == x { content[content.count - 1].x -= trailing }
    return x - trailing
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
}
