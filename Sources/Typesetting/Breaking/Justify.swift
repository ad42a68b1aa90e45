import Graphics

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
  /// What fills `missing` points (negative: what must go): scaling and tracking as far as they may, both by the
  /// same share, and the spaces for what is left.
  func fill(
    _ content: [LinePiece], _ prepared: Prepared, _ setting: ParagraphSetting, missing: Double
  ) -> Adjustment {
    var glyphs = 0.0
    var ems = 0.0
    var spaces = 0
    var spaceWidth = 0.0
    for piece in content where !piece.isTrailingSpace {
      let size = prepared.spans[piece.item.span].style.size
      if piece.isSpace {
        spaces += 1
        spaceWidth += piece.shaped.advance * size
      } else {
        glyphs += piece.shaped.advance * size
        ems += Double(piece.shaped.clusters.count) * size / 1000
      }
    }
    // No tracking after the last glyph.
    if let last = content.last(where: { !$0.isTrailingSpace }) {
      ems -= prepared.spans[last.item.span].style.size / 1000
    }
    var adjustment = Adjustment()
    var rest = missing
    let room = glyphs * setting.expansion + ems * setting.tracking
    if room > 0 {
      let share = max(-1, min(1, missing / room))
      adjustment.stretch = 1 + (share * setting.expansion / Self.stretchStep).rounded() * Self.stretchStep
      rest -= glyphs * (adjustment.stretch - 1)
      if setting.tracking > 0, ems > 0 {
        adjustment.tracking = max(-setting.tracking, min(setting.tracking, rest / ems))
        rest -= adjustment.tracking * ems
      }
    }
    // With spaces so wide the line would fall apart; it looks better short.
    if spaces > 0, rest > Self.widestSpaces * spaceWidth { return Adjustment() }
    if spaces > 0 {
      adjustment.space = rest / Double(spaces)
    } else if rest < 0, ems > 0 {
      adjustment.tracking += rest / ems
    }
    return adjustment
  }

  /// How much is added to spaces at most, in widths of a space.
  private static let widestSpaces = 2.5

  /// Scaling goes in steps, as in pdfTeX, so that a document needs few sizes of a font.
  private static let stretchStep = 0.0025
}
