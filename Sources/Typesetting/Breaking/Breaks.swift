import Graphics

/// How wide something is and how far it gives, in points.
struct Extent {
  var width = 0.0
  /// How far the spaces may stretch and shrink.
  var stretch = 0.0
  var shrink = 0.0
  /// How far the glyphs may be widened or narrowed by scaling and tracking, each way.
  var flex = 0.0
  var spaces = 0

  static func + (a: Extent, b: Extent) -> Extent {
    Extent(
      width: a.width + b.width, stretch: a.stretch + b.stretch, shrink: a.shrink + b.shrink,
      flex: a.flex + b.flex, spaces: a.spaces + b.spaces)
  }

  static func - (a: Extent, b: Extent) -> Extent {
    Extent(
      width: a.width - b.width, stretch: a.stretch - b.stretch, shrink: a.shrink - b.shrink,
      flex: a.flex - b.flex, spaces: a.spaces - b.spaces)
  }
}

/// A place where a line may end.
struct Break {
  enum Kind {
    /// The paragraph's beginning, where no line ends.
    case start
    case space, plain, hyphen, forced, end
  }

  var kind: Kind
  /// Where the line's text ends, and where the next line's begins (after the space), in bytes.
  var end: Int
  var next: Int
  /// The piece in which the next line begins.
  var nextPiece: Int
  /// All that stands before `end`, and all that stands before `next`.
  var before = Extent()
  var after = Extent()
  var penalty = 0.0
  /// Width of the hyphen that is added, 0 where none is.
  var hyphen = 0.0
  /// How far what ends the line, and what begins the next, hang into the margins. Points.
  var hangRight = 0.0
  var hangLeft = 0.0
  /// Whether a hyphen stands here, added or the text's own.
  var isFlagged = false

  /// Whether a line that ends here is not filled.
  var isLast: Bool { kind == .end || kind == .forced }
}

/// Makes the breaks of a paragraph from its pieces and opportunities.
struct BreakList {
  private(set) var start = Break(kind: .start, end: 0, next: 0, nextPiece: 0)
  private(set) var breaks: [Break] = []

  private let prepared: Prepared
  private let allowed: [Opportunity]
  private let setting: ParagraphSetting
  private let shaper: Shaper
  /// How far marks hang out. Centred text has no margin to hang into, and the amounts are for text that runs
  /// from left to right.
  private let hanging: Double
  /// Sums before each piece, and one for the end.
  private var sums: [Extent] = []

  /// - Parameters:
  ///   - prepared: the paragraph.
  ///   - allowed: its opportunities, with or without hyphenation.
  ///   - setting: how it is set.
  ///   - narrowest: the narrowest measure; what is wider without a break is broken where it should not.
  ///   - shaper: that has shaped the paragraph.
  init(
    _ prepared: Prepared, allowed: [Opportunity], _ setting: ParagraphSetting, narrowest: Double,
    shaper: Shaper
  ) {
    self.prepared = prepared
    self.allowed = allowed
    self.setting = setting
    self.shaper = shaper
    hanging = setting.alignment == .center || prepared.isRightToLeft ? 0 : setting.protrusion
    sums.reserveCapacity(prepared.pieces.count + 1)
    var sum = Extent()
    for piece in prepared.pieces {
      sums.append(sum)
      sum = sum + extent(of: piece)
    }
    sums.append(sum)
    start.hangLeft = hangLeft(at: 0, piece: 0)
    var last = start
    for end in breaks(
      from: 0, to: prepared.text.bytes.count, piece: 0, { $0.rawValue >= Opportunity.plain.rawValue })
      + [finalBreak]
    {
      append(between: last, and: end, narrowest: narrowest, { $0 == .joined || $0 == .cluster })
      breaks.append(end)
      last = end
    }
  }

  private var finalBreak: Break {
    let count = prepared.text.bytes.count
    var last = Break(kind: .end, end: count, next: count, nextPiece: prepared.pieces.count)
    finish(&last, endPiece: prepared.pieces.count - 1, before: sums[prepared.pieces.count], after: Extent())
    return last
  }

  /// Adds breaks inside a stretch without breaks that is wider than the narrowest measure: first those that a
  /// typographer avoids, and between clusters where that is not enough.
  private mutating func append(
    between last: Break, and end: Break, narrowest: Double, _ wanted: (Opportunity) -> Bool
  ) {
    guard end.before.width - last.after.width + end.hyphen > narrowest else { return }
    var from = last
    let joined = breaks(from: last.next, to: end.end, piece: last.nextPiece) { $0 == .joined }
    for next in joined + [end] {
      if next.before.width - from.after.width > narrowest {
        breaks += breaks(from: from.next, to: next.end, piece: from.nextPiece) { $0 == .cluster }
      }
      if next.kind != end.kind || next.end != end.end { breaks.append(next) }
      from = next
    }
  }

  // MARK: - Breaks

  /// The breaks strictly between two places whose opportunity is wanted.
  private func breaks(
    from start: Int, to end: Int, piece first: Int, _ wanted: (Opportunity) -> Bool
  ) -> [Break] {
    var result: [Break] = []
    var index = first
    while index < prepared.pieces.count, prepared.pieces[index].start < end {
      let piece = prepared.pieces[index]
      if piece.start > start, wanted(allowed[piece.start]), piece.kind != .space {
        result.append(breakBefore(index))
      } else if piece.kind == .space, piece.start > start, allowed[piece.start] == .forced {
        result.append(breakBefore(index))
      }
      if piece.kind == .word { addInner(&result, index, from: start, to: end, wanted) }
      index += 1
    }
    return result
  }

  private func breakBefore(_ index: Int) -> Break {
    let piece = prepared.pieces[index]
    let place = allowed[piece.start]
    let previous = prepared.pieces[index - 1]
    var result = Break(kind: .plain, end: piece.start, next: piece.start, nextPiece: index)
    if place == .forced {
      result.kind = .forced
      result.end = previous.start
      finish(&result, endPiece: index - 2, before: sums[index - 1], after: sums[index])
    } else if previous.kind == .space {
      result.kind = .space
      result.end = previous.start
      finish(&result, endPiece: index - 2, before: sums[index - 1], after: sums[index])
    } else {
      if place == .hyphen { result.kind = .hyphen }
      finish(&result, endPiece: index - 1, before: sums[index], after: sums[index])
    }
    return result
  }

  /// Breaks inside a word: between clusters their widths add up; where a break would cut a ligature, both
  /// parts are shaped.
  private func addInner(
    _ result: inout [Break], _ index: Int, from start: Int, to end: Int, _ wanted: (Opportunity) -> Bool
  ) {
    let piece = prepared.pieces[index]
    var advance = 0.0
    var count = 0
    for cluster in shaper.clusters[piece.shaped.clusters] {
      let place = piece.start + cluster.start
      if cluster.start > 0, place > start, place < end, wanted(allowed[place]) {
        let sum = sums[index] + extent(ofWord: advance, clusters: count, piece)
        result.append(innerBreak(at: place, index, before: sum, after: sum))
      }
      for inside in (place + 1)..<(place + max(1, cluster.bytes))
      where inside > start && inside < end && wanted(allowed[inside]) && allowed[inside] != .cluster {
        let left = shape(piece, piece.start, inside)
        let right = shape(piece, inside, piece.end)
        result.append(
          innerBreak(
            at: inside, index,
            before: sums[index] + extent(ofWord: left.advance, clusters: left.clusters.count, piece),
            after: sums[index + 1] - extent(ofWord: right.advance, clusters: right.clusters.count, piece)))
      }
      advance += cluster.advance
      count += 1
    }
  }

  private func innerBreak(at place: Int, _ index: Int, before: Extent, after: Extent) -> Break {
    let isHyphenated = allowed[place] == .hyphen || isWithinLetters(place)
    var result = Break(kind: isHyphenated ? .hyphen : .plain, end: place, next: place, nextPiece: index)
    finish(&result, endPiece: index, before: before, after: after)
    return result
  }

  /// Whether a word that is too long for a line is divided there between letters of a script that has hyphens.
  private func isWithinLetters(_ place: Int) -> Bool {
    func isCased(_ scalar: UInt32) -> Bool { Unicode.Scalar(scalar)?.properties.isCased ?? false }
    return allowed[place] == .cluster && !prepared.isAddress(at: place)
      && isCased(prepared.text.scalar(before: place)) && isCased(prepared.text.scalar(at: place))
  }

  /// Fills in what follows from a break's place.
  private func finish(_ result: inout Break, endPiece: Int, before: Extent, after: Extent) {
    result.before = before
    result.after = after
    guard endPiece >= 0 else { return }
    let piece = prepared.pieces[endPiece]
    let style = prepared.spans[piece.item.span].style
    result.before.width -= style.size / 1000 * style.tracking
    if result.kind == .hyphen {
      let hyphen = shaper.shape("-", piece.item.setting).advance * style.size
      result.hyphen = hyphen + style.size / 1000 * style.tracking
      result.hangRight = hyphen * protrusion(0x2D).right * hanging
      result.isFlagged = true
    } else if result.end > 0 {
      let scalar = prepared.text.scalar(before: result.end)
      result.hangRight = hangRight(scalar, before: result.end, piece: endPiece)
      result.isFlagged =
        result.kind == .plain && (scalar == 0x2D || (0x2010...0x2014).contains(scalar))
        && !prepared.isAddress(at: result.next)
    }
    if result.kind != .end { result.hangLeft = hangLeft(at: result.next, piece: result.nextPiece) }
    result.penalty = penalty(result)
  }

  private func penalty(_ result: Break) -> Double {
    switch (result.kind, allowed[result.next]) {
    case (.end, _), (.forced, _): 0
    case (_, .joined): Demerits.joinedPenalty
    case (_, .cluster): Demerits.clusterPenalty
    case (.hyphen, _): setting.alignment == .justified ? Demerits.hyphenPenalty : Demerits.raggedHyphenPenalty
    case (.plain, _):
      prepared.isAddress(at: result.next)
        ? Demerits.addressPenalty : result.isFlagged ? Demerits.hyphenPenalty : 0
    default: 0
    }
  }

  // MARK: - Widths

  private func extent(of piece: Piece) -> Extent {
    switch piece.kind {
    case .newline: return Extent()
    case .word: return extent(ofWord: piece.shaped.advance, clusters: piece.shaped.clusters.count, piece)
    case .space:
      let style = prepared.spans[piece.item.span].style
      let width = piece.shaped.advance * style.size
      // TeX's Computer Modern gives a third of an em ± a half and a third: the same shares.
      return Extent(
        width: width + style.size / 1000 * style.tracking, stretch: width / 2, shrink: width / 3, spaces: 1)
    }
  }

  private func extent(ofWord advance: Double, clusters: Int, _ piece: Piece) -> Extent {
    let style = prepared.spans[piece.item.span].style
    let width = advance * style.size
    let em = Double(clusters) * style.size / 1000
    return Extent(
      width: width + em * style.tracking, flex: width * setting.expansion + em * setting.tracking)
  }

  private func shape(_ piece: Piece, _ from: Int, _ to: Int) -> ShapedText {
    shaper.shape(prepared.text.bytes, from..<to, piece.item.setting)
  }

  private func hangRight(_ scalar: UInt32, before place: Int, piece index: Int) -> Double {
    let share = protrusion(scalar).right * hanging
    let piece = prepared.pieces[index]
    guard share > 0, piece.kind == .word else { return 0 }
    let clusters = piece.shaped.clusters
    let following = cluster(at: place, of: piece)
    guard following > clusters.lowerBound else { return 0 }
    return shaper.clusters[following - 1].advance * prepared.spans[piece.item.span].style.size * share
  }

  private func hangLeft(at place: Int, piece index: Int) -> Double {
    guard hanging > 0, index < prepared.pieces.count else { return 0 }
    let piece = prepared.pieces[index]
    let share = protrusion(prepared.text.scalar(at: place)).left * hanging
    guard share > 0, piece.kind == .word else { return 0 }
    let found = cluster(at: place, of: piece)
    guard found < piece.shaped.clusters.upperBound else { return 0 }
    return shaper.clusters[found].advance * prepared.spans[piece.item.span].style.size * share
  }

  /// The first cluster of a piece that begins at or after a place, halving the piece: one without a space may
  /// be as long as a text, with a break at each cluster.
  private func cluster(at place: Int, of piece: Piece) -> Int {
    var range = piece.shaped.clusters
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if piece.start + shaper.clusters[middle].start >= place {
        range = range.lowerBound..<middle
      } else {
        range = middle + 1..<range.upperBound
      }
    }
    return range.lowerBound
  }
}
