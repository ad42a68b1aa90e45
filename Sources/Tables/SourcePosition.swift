import Diagnostics

/// Counts lines and columns (in Unicode scalars) on through a text that begins at a known place.
package struct SourcePosition {
  package private(set) var location: SourceLocation

  package init(_ location: SourceLocation) { self.location = location }

  /// Goes over the first `offset` scalars of the text; in CSV each quotation mark of it stands doubled in the file.
  package func advanced(over text: String, by offset: Int, doublesQuotes: Bool = false) -> SourcePosition {
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
