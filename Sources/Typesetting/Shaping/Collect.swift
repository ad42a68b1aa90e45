import Graphics

/// The text of a paragraph as the later stages want it: UTF-8, white space collapsed, controls taken out.
struct CollectedText {
  /// A span's share of `bytes`.
  struct SpanExtent {
    var start: Int
    var end: Int
    /// Which of the paragraph's spans.
    var span: Int
  }

  /// What a control character that was taken out asks for at a place.
  enum Control {
    /// U+00AD
    case softHyphen
    /// U+200B
    case breakHere
    /// U+2060, U+FEFF
    case noBreak
  }

  var bytes: [UInt8] = []
  /// The scalars of `bytes` and where each begins; `offsets` has one more for the end.
  var scalars: [UInt32] = []
  var offsets: [Int] = []
  var extents: [SpanExtent] = []
  /// By ascending scalar index: what is asked for before that scalar.
  var controls: [(index: Int, control: Control)] = []

  /// Whether its first letter belongs to a script that runs from right to left (Unicode Standard Annex 9, P2).
  var isRightToLeft: Bool {
    for scalar in scalars {
      if isRightToLeftScalar(scalar) { return true }
      switch scalar {
      case 0x00...0x40, 0x5B...0x60, 0x7B...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0x2000...0x20FF:
        continue
      default: return false
      }
    }
    return false
  }

  /// The scalar that begins at a byte, and the one that ends before it.
  func scalar(at place: Int) -> UInt32 {
    bytes[place] < 0x80 ? UInt32(bytes[place]) : scalars[index(of: place)]
  }

  func scalar(before place: Int) -> UInt32 {
    bytes[place - 1] < 0x80 ? UInt32(bytes[place - 1]) : scalars[index(of: place) - 1]
  }

  /// Number of scalars before a byte.
  func index(of place: Int) -> Int {
    var low = 0
    var high = offsets.count - 1
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What stands between spaces around a byte, cut where it is long.
  func word(around place: Int) -> String {
    let index = self.index(of: place)
    let isSpace = { (scalar: UInt32) in scalar == 0x20 || scalar == 0x0A }
    var start = index
    while start > max(0, index - 20), !isSpace(scalars[start - 1]) { start -= 1 }
    var end = index + 1
    while end < min(scalars.count, index + 20), !isSpace(scalars[end]) { end += 1 }
    return string(offsets[start], offsets[end])
  }

  func string(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }
}

/// First stage: the spans' text in one piece.
///
/// - Parameters:
///   - text: the spans.
///   - collapsing: whether white space becomes one space, and none around forced breaks and at the ends (a
///     paragraph), or each white space becomes a space (a line of its own).
/// - Returns: the text, with the controls that stood in it.
func collect(_ text: RichText, collapsing: Bool) -> CollectedText {
  var result = CollectedText()
  // A space is held back until something follows it in the same line, newlines until something follows at all.
  var pending: Int?
  var newlines: [Int] = []
  func append(_ scalar: Unicode.Scalar, span: Int) {
    result.offsets.append(result.bytes.count)
    result.scalars.append(scalar.value)
    let start = result.bytes.count
    result.bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    if let last = result.extents.last, last.span == span {
      result.extents[result.extents.count - 1].end = result.bytes.count
    } else {
      result.extents.append(.init(start: start, end: result.bytes.count, span: span))
    }
  }
  func release() {
    if let held = pending { append(" ", span: held) }
    for held in newlines { append("\n", span: held) }
    pending = nil
    newlines = []
  }
  for (index, span) in text.spans.enumerated() {
    for scalar in span.text.unicodeScalars {
      switch scalar.value {
      case 0x20, 0x09, 0x0D, 0x0A, 0x0B, 0x0C, 0x85, 0x2028, 0x2029:
        let forced = scalar.value == 0x0A || scalar.value == 0x2028 || scalar.value == 0x2029
        if !collapsing {
          append(" ", span: index)
        } else if forced {
          pending = nil
          // A newline before all text or after it ends no line.
          if !result.scalars.isEmpty { newlines.append(index) }
        } else if !result.scalars.isEmpty, newlines.isEmpty, pending == nil {
          pending = index
        }
      case 0xAD, 0x200B, 0x2060, 0xFEFF:
        let control: CollectedText.Control =
          scalar.value == 0xAD ? .softHyphen : scalar.value == 0x200B ? .breakHere : .noBreak
        // Beside a space they have nothing to say.
        if pending == nil, newlines.isEmpty { result.controls.append((result.scalars.count, control)) }
      case 0:
        // To C it would be the text's end.
        release()
        append("\u{FFFD}", span: index)
      default:
        release()
        append(scalar, span: index)
      }
    }
  }
  result.offsets.append(result.bytes.count)
  return result
}
