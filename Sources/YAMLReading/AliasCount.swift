import Diagnostics

/// Counts aliases (`*name`) before YAML is composed: a few dozen that stand in each other are more values than a machine
/// has memory for, and where they are a key they are gone through one by one.
enum AliasCount {
  /// So many can't be multiplied to more than some 100,000 values.
  static let most = 32

  /// Where the first stands that is one too many; `nil` where there are few, or no anchors that they could stand for.
  static func tooMany(in text: String, file: String) -> SourceLocation? {
    var place = SourceLocation(file: file, line: 1, column: 1)
    var (aliases, hasAnchors) = (0, false)
    var found: SourceLocation?
    var before: Unicode.Scalar = "\n"
    var quote: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      let begins = " \t\n\r[{,".unicodeScalars.contains(before)
      if let open = quote {
        if scalar == open, before != "\\" { quote = nil }
      } else if begins, scalar == "'" || scalar == "\"" {
        quote = scalar
      } else if begins, scalar == "&" {
        hasAnchors = true
      } else if begins, scalar == "*" {
        aliases += 1
        if aliases > most, found == nil { found = place }
      }
      before = scalar
      place.column = scalar == "\n" ? 1 : (place.column ?? 1) + 1
      place.line = (place.line ?? 1) + (scalar == "\n" ? 1 : 0)
    }
    return hasAnchors ? found : nil
  }
}
