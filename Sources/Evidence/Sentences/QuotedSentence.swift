import Tables

/// A sentence of the transcript, and where it stands.
public struct QuotedSentence: Hashable, Sendable {
  public var text: String
  public var source: Source

  public init(text: String, source: Source) {
    self.text = text
    self.source = source
  }
}

/// Finds sentences in a paragraph.
public enum Sentences {
  /// Longer ones are cut to what stands around the number: scalars.
  static let longest = 240

  static func all(of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return ranges(of: scalars).map { String(scalars: scalars[$0]) }
  }

  /// The sentence around a range of the text's scalars; of a long one its part around it, with ellipses.
  /// The sentences are those that `ranges` gives.
  static func excerpt(of scalars: [Unicode.Scalar], sentences: [Range<Int>], around range: Range<Int>)
    -> String
  {
    let first = sentences.first { $0.contains(range.lowerBound) }
    let last = sentences.last { $0.contains(range.upperBound - 1) }
    guard let first, let last else { return String(scalars: scalars) }
    let sentence = first.lowerBound..<last.upperBound
    if sentence.count <= longest { return String(scalars: scalars[sentence]) }
    // As much before as after, at the edges of words.
    let room = max(0, longest - range.count) / 2
    var (start, end) = (max(sentence.lowerBound, range.lowerBound - room), range.upperBound + room)
    if start == sentence.lowerBound { end = sentence.lowerBound + longest }
    end = min(end, sentence.upperBound)
    if end == sentence.upperBound { start = max(sentence.lowerBound, end - longest) }
    if start > sentence.lowerBound {
      start =
        scalars[start..<range.lowerBound].firstIndex(where: \.properties.isWhitespace).map { $0 + 1 } ?? start
    }
    if end < sentence.upperBound {
      end = scalars[range.upperBound..<end].lastIndex(where: \.properties.isWhitespace) ?? end
    }
    return (start > sentence.lowerBound ? "… " : "") + String(scalars: scalars[start..<end])
      + (end < sentence.upperBound ? " …" : "")
  }

  /// Ranges of scalars, without the white space between them.
  public static func ranges(of scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var starts = [0]
    for index in scalars.indices.dropFirst()
    where scalars[index - 1].properties.isWhitespace && !scalars[index].properties.isWhitespace
      && begins(scalars[index])
    {
      let before = scalars[max(0, index - 64)..<index]
      // "As of Sept. 11"
      if scalars[index].properties.numericType != nil, endsInMonth(before) { continue }
      if isSentenceStart(after: "x " + String(scalars: before)) { starts.append(index) }
    }
    return starts.indices.map { position in
      var end = position + 1 < starts.count ? starts[position + 1] : scalars.count
      while end > starts[position], scalars[end - 1].properties.isWhitespace { end -= 1 }
      return starts[position]..<end
    }
  }

  /// A small letter goes on with a sentence.
  private static func begins(_ scalar: Unicode.Scalar) -> Bool { !scalar.properties.isLowercase }
}
