import Diagnostics
import Evidence

/// A text and where each stretch of it stands in its file, which may hold more than the text does (line ends,
/// indentation, escapes). Offsets and columns count Unicode scalars.
struct PlacedText {
  private(set) var text = ""
  /// In Unicode scalars.
  private(set) var length = 0
  private var starts: [(offset: Int, location: SourceLocation)] = []

  init() {}

  /// A text that stands in its file as it is.
  init(_ text: String, at location: SourceLocation) {
    var place = location
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if length > 0 || !starts.isEmpty { append("\n") }
      append(String(line), at: place)
      place.line = place.line.map { $0 + 1 }
      place.column = place.column.map { _ in 1 }
    }
  }

  /// Adds what stands right after the text so far.
  mutating func append(_ more: String) {
    text += more
    length += more.unicodeScalars.count
  }

  mutating func append(_ more: String, at location: SourceLocation) {
    starts.append((length, location))
    append(more)
  }

  mutating func append(_ more: PlacedText) {
    for start in more.starts { starts.append((length + start.offset, start.location)) }
    append(more.text)
  }

  /// As a text whose words are held against figures.
  func passage(
    _ kind: Passage.Kind, figures: [String] = [], time: Period? = nil, runIn: Int = 0
  ) -> Passage {
    Passage(
      text, kind: kind, figures: figures, time: time, runIn: runIn,
      stretches: starts.map { Passage.Stretch(offset: $0.offset, location: $0.location) })
  }

  /// Where the scalar at this offset stands.
  func location(at offset: Int) -> SourceLocation {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return starts.first?.location ?? SourceLocation(file: "") }
    var location = starts[low - 1].location
    location.column = location.column.map { $0 + offset - starts[low - 1].offset }
    return location
  }
}
