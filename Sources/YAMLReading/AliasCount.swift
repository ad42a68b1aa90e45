import Diagnostics

/// Counts aliases (`*name`) before YAML is composed: a few dozen that stand in each other are more values than a machine
/// has memory for, and where they are a key they are gone through one by one.
enum AliasCount {
  /// So many can't be multiplied to more than some 100,000 values.
  static let most = 32

  /// Where the first stands that is one too many; `nil` where there are few, or no anchors that they could stand for.
  ///
  /// Quotation marks are not followed, since an apostrophe in a text or a comment would hide what comes after it: where
  /// something stands in its line tells an alias from a star in a text well enough.
  static func tooMany(in text: String, file: String) -> SourceLocation? {
    guard text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: "*")) else { return nil }
    var place = SourceLocation(file: file, line: 1, column: 1)
    var (aliases, hasAnchors) = (0, false)
    var found: SourceLocation?
    // Before this scalar: the one just before it, and the last in its line that is no blank.
    var (before, last): (Unicode.Scalar, Unicode.Scalar?) = ("\n", nil)
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if index + 1 < scalars.count, isOfName(scalars[index + 1]) {
        if scalar == "&", " \t\n\r[{,".unicodeScalars.contains(before) { hasAnchors = true }
        // An alias is a whole value or key.
        if scalar == "*", last.map(":-,[{?".unicodeScalars.contains) ?? true {
          aliases += 1
          if aliases > most, found == nil { found = place }
        }
      }
      before = scalar
      if scalar == "\n" || scalar == "\r" {
        last = nil
      } else if scalar != " ", scalar != "\t" {
        last = scalar
      }
      place.column = scalar == "\n" ? 1 : (place.column ?? 1) + 1
      place.line = (place.line ?? 1) + (scalar == "\n" ? 1 : 0)
    }
    return hasAnchors ? found : nil
  }

  /// Of which libyaml makes the names of anchors.
  private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      && (scalar.properties.isAlphabetic || scalar == "_" || scalar == "-" || ("0"..."9").contains(scalar))
  }
}
