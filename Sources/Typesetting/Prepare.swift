import Graphics

/// A piece of a paragraph that stands or moves as one: a word (or its part in one style), or a space.
struct Piece {
  enum Kind { case word, space, newline }

  var kind: Kind
  /// Bytes of the text.
  var start: Int
  var end: Int
  var item: ShapingItem
  var shaped: ShapedText
}

/// How wide something is and how far it gives, in points.
struct Extent {
  var width = 0.0
  /// How far the spaces may stretch and shrink.
  var stretch = 0.0
  var shrink = 0.0
  /// How far the glyphs may be widened or narrowed by scaling and tracking, each way.
  var flex = 0.0

  static func + (a: Extent, b: Extent) -> Extent {
    Extent(
      width: a.width + b.width, stretch: a.stretch + b.stretch, shrink: a.shrink + b.shrink,
      flex: a.flex + b.flex)
  }

  static func - (a: Extent, b: Extent) -> Extent {
    Extent(
      width: a.width - b.width, stretch: a.stretch - b.stretch, shrink: a.shrink - b.shrink,
      flex: a.flex - b.flex)
  }
}

/// A place where a line may end.
struct Break {
  enum Kind { case space, plain, hyphen, forced, end }

  var kind: Kind
  /// Where the line's text ends, and where the next line's begins (after the space).
  var end: Int
  var next: Int
  /// The piece in which the next line begins.
  var nextPiece: Int
  /// All that stands before `end`, and all that stands before `next`.
  var before: Extent
  var after: Extent
  var penalty = 0.0
  /// Width of the hyphen that is added, 0 where none is.
  var hyphen = 0.0
}

/// A paragraph as boxes, glue and penalties (Knuth and Plass 1981), with sums from its beginning.
struct Prepared {
  var text: CollectedText
  var spans: [RichText.Span]
  var pieces: [Piece]
  var breaks: [Break]
  var isRightToLeft: Bool
}

/// Cuts items at spaces and newlines and shapes what lies between.
func pieces(_ text: CollectedText, _ items: [ShapingItem], _ shaper: Shaper) -> [Piece] {
  var result: [Piece] = []
  text.bytes.withUnsafeBufferPointer { bytes in
    func add(_ kind: Piece.Kind, _ start: Int, _ end: Int, _ item: ShapingItem) {
      let shaped = shaper.shape(UnsafeBufferPointer(rebasing: bytes[start..<end]), item.setting)
      result.append(Piece(kind: kind, start: start, end: end, item: item, shaped: shaped))
    }
    for item in items {
      var start = item.start
      var index = start
      while index < item.end {
        // A space, a newline, or the first byte of a no-break space.
        let length =
          bytes[index] == 0x20 || bytes[index] == 0x0A
          ? 1 : bytes[index] == 0xC2 && index + 1 < item.end && bytes[index + 1] == 0xA0 ? 2 : 0
        guard length > 0 else {
          index += 1
          continue
        }
        if start < index { add(.word, start, index, item) }
        add(bytes[index] == 0x0A ? .newline : .space, index, index + length, item)
        index += length
        start = index
      }
      if start < item.end { add(.word, start, item.end, item) }
    }
  }
  return result
}

extension Typesetter {
  /// Third stage: the sums and the places to break.
  func prepare(_ text: RichText, _ setting: ParagraphSetting, collapsing: Bool) -> Prepared {
    let collected = collect(text, collapsing: collapsing)
    let (items, isRightToLeft) = shaper.itemise(collected, styles: text.spans.map(\.style))
    let allowed = opportunities(collected, language: text.spans.first?.style.language ?? "en")
    let pieces = pieces(collected, items, shaper)
    for piece in pieces where piece.shaped.isIncomplete && piece.kind == .word {
      reportMissing(
        shaper.clusters[piece.shaped.clusters], collected.string(piece.start, piece.end), in: text.file)
    }
    var breaks: [Break] = []
    var sum = Extent()
    var beforeSpace: (extent: Extent, end: Int)?
    for (index, piece) in pieces.enumerated() {
      let style = text.spans[piece.item.span].style
      let place = allowed[piece.start]
      if place == .forced || place == .plain || place == .hyphen {
        let space = place == .plain ? beforeSpace : nil
        breaks.append(
          Break(
            kind: place == .forced ? .forced : space != nil ? .space : place == .hyphen ? .hyphen : .plain,
            end: space?.end ?? (place == .forced ? piece.start - 1 : piece.start), next: piece.start,
            nextPiece: index, before: space?.extent ?? sum, after: sum,
            hyphen: place == .hyphen ? hyphenWidth(style) : 0))
      }
      beforeSpace = piece.kind == .space ? (sum, piece.start) : nil
      if piece.kind == .word {
        addInner(&breaks, piece, index, sum, style, setting, allowed)
      }
      if piece.kind != .newline { sum = sum + extent(piece, style, setting) }
    }
    breaks.append(
      Break(
        kind: .end, end: collected.bytes.count, next: collected.bytes.count, nextPiece: pieces.count,
        before: sum,
        after: sum))
    return Prepared(
      text: collected, spans: text.spans, pieces: pieces, breaks: breaks, isRightToLeft: isRightToLeft)
  }

  /// Adds the breaks inside a word.
  private func addInner(
    _ breaks: inout [Break], _ piece: Piece, _ index: Int, _ sum: Extent, _ style: TextStyle,
    _ setting: ParagraphSetting, _ allowed: [Opportunity]
  ) {
    var reached = sum
    for cluster in shaper.clusters[piece.shaped.clusters] {
      let place = piece.start + cluster.start
      if place > piece.start, allowed[place] == .plain || allowed[place] == .hyphen {
        breaks.append(
          Break(
            kind: allowed[place] == .hyphen ? .hyphen : .plain, end: place, next: place, nextPiece: index,
            before: reached, after: reached, hyphen: allowed[place] == .hyphen ? hyphenWidth(style) : 0))
      }
      reached = reached + extent(ofWord: cluster.advance, clusters: 1, style, setting)
    }
  }

  private func hyphenWidth(_ style: TextStyle) -> Double { 0.3 * style.size }

  private func extent(_ piece: Piece, _ style: TextStyle, _ setting: ParagraphSetting) -> Extent {
    guard piece.kind == .space else {
      return extent(ofWord: piece.shaped.advance, clusters: piece.shaped.clusters.count, style, setting)
    }
    let width = piece.shaped.advance * style.size + style.size * style.tracking / 1000
    return Extent(width: width, stretch: width / 2, shrink: width / 3)
  }

  private func extent(
    ofWord advance: Double, clusters: Int, _ style: TextStyle, _ setting: ParagraphSetting
  ) -> Extent {
    let width = advance * style.size
    let em = Double(clusters) * style.size / 1000
    return Extent(
      width: width + em * style.tracking, flex: width * setting.expansion + em * setting.tracking)
  }
}
