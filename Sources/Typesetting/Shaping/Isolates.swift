/// What was put into a paragraph (marks, references, figures) must not take part in the direction of the words around
/// it. For itemising it stands between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (Unicode Standard Annex 9);
/// nothing of these is left in the items, in what is painted or in what is copied.
extension CollectedText {
  /// Whether any of it runs from right to left.
  var hasRightToLeft: Bool { scalars.contains(where: isRightToLeftScalar) }

  /// The text with isolates around the spans that ask for them.
  ///
  /// - Returns: the text for itemising, and the byte ranges in it that were put there, ascending.
  func isolating(_ spans: [RichText.Span]) -> (text: CollectedText, insertions: [Range<Int>]) {
    var result = CollectedText()
    var insertions: [Range<Int>] = []
    func append(_ scalar: UInt32) {
      result.offsets.append(result.bytes.count)
      result.scalars.append(scalar)
      let scalar = Unicode.Scalar(scalar) ?? "\u{FFFD}"
      result.bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    func insert(_ scalar: UInt32) {
      let start = result.bytes.count
      append(scalar)
      insertions.append(start..<result.bytes.count)
    }
    for extent in extents {
      let start = result.bytes.count
      if spans[extent.span].isIsolated { insert(firstStrongIsolate) }
      for index in index(of: extent.start)..<index(of: extent.end) { append(scalars[index]) }
      if spans[extent.span].isIsolated { insert(popIsolate) }
      result.extents.append(.init(start: start, end: result.bytes.count, span: extent.span))
    }
    result.offsets.append(result.bytes.count)
    return (result, insertions)
  }
}

extension ShapingItem {
  /// The item in the text without what was put into it: in as many parts as that leaves.
  func without(_ insertions: [Range<Int>]) -> [ShapingItem] {
    var parts: [ShapingItem] = []
    var (from, removed) = (start, 0)
    func add(until end: Int) {
      guard from < end else { return }
      var part = self
      (part.start, part.end) = (from - removed, end - removed)
      parts.append(part)
    }
    for insertion in insertions {
      if insertion.lowerBound >= end { break }
      if insertion.lowerBound >= start {
        add(until: insertion.lowerBound)
        from = insertion.upperBound
      }
      removed += insertion.count
    }
    add(until: end)
    return parts
  }
}

private let (firstStrongIsolate, popIsolate): (UInt32, UInt32) = (0x2068, 0x2069)

/// Whether it belongs to a script that runs from right to left.
///
/// - Parameter scalar: a Unicode scalar's value.
/// - Returns: true for Arabic, Hebrew and their like.
public func isRightToLeftScalar(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x1_0800...0x1_0FFF, 0x1_E800...0x1_EFFF: true
  default: false
  }
}
