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

/// A paragraph as boxes, glue and penalties (Knuth and Plass 1981), with sums from its beginning.
struct Prepared {
  var text: CollectedText
  var spans: [RichText.Span]
  var pieces: [Piece]
  /// Where a line may end between two bytes, before hyphenation.
  var allowed: [Opportunity]
  /// The scalars that are addresses, which aren't hyphenated.
  var addresses: [Range<Int>]
  var isRightToLeft: Bool

  /// Whether a byte stands inside an address.
  func isAddress(at place: Int) -> Bool {
    guard !addresses.isEmpty else { return false }
    let index = text.index(of: place)
    return addresses.contains { $0.contains(index) }
  }
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
  /// Third stage: words and spaces, shaped, and where lines may end.
  func prepare(_ text: RichText, collapsing: Bool) -> Prepared {
    reportUnknownFamilies(text)
    let spans = resolvingScripts(text.spans)
    let collected = collect(text, collapsing: collapsing)
    let (items, isRightToLeft) = shaper.itemise(collected, spans)
    let pieces = pieces(collected, items, shaper)
    for piece in pieces where piece.shaped.isIncomplete && piece.kind == .word {
      for cluster in shaper.clusters[piece.shaped.clusters] where cluster.isMissing {
        let start = piece.start + cluster.start
        reportMissing(
          collected.string(start, start + cluster.bytes), of: collected.word(around: start), in: text.file)
      }
    }
    var allowed: [Opportunity] = []
    var addresses: [Range<Int>] = []
    if collapsing {
      allowed = opportunities(collected, language: text.spans.first?.style.language ?? "en")
      joinWhatBelongsTogether(collected, &allowed)
      holdRaised(spans, to: collected, &allowed)
      addresses = breakAddresses(collected, &allowed)
    }
    return Prepared(
      text: collected, spans: spans, pieces: pieces, allowed: allowed, addresses: addresses,
      isRightToLeft: isRightToLeft)
  }
}
