import Diagnostics

/// Counts lines and columns (in Unicode scalars) on through a text that begins at a known place.
struct SourcePosition {
  private(set) var location: SourceLocation

  init(_ location: SourceLocation) { self.location = location }

  /// Goes over the first `offset` scalars of the text; in CSV each quotation mark of it stands doubled in the file.
  func advanced(over text: String, by offset: Int, doublesQuotes: Bool = false) -> SourcePosition {
    guard let line = location.line, let column = location.column else { return self }
    var position = (line: line, column: column)
    for scalar in text.unicodeScalars.prefix(offset) {
      if scalar == "\n" {
        position = (position.line + 1, 1)
      } else {
        position.column += doublesQuotes && scalar == "\"" ? 2 : 1
      }
    }
    var result = self
    result.location.line = position.line
    result.location.column = position.column
    return result
  }
}

extension StringProtocol {
  /// Nothing but white space.
  var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }

  /// Without white space at its ends.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars: scalars[first...last])
  }

  var trimmedLowercase: String { trimmed.lowercased() }
}
