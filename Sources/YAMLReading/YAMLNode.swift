import Diagnostics
import Yams

/// A value in a YAML file, with its place.
public struct YAMLNode {
  let node: Node
  public let file: YAMLFile

  public var location: SourceLocation {
    SourceLocation(file: file.path, line: node.mark?.line, column: node.mark?.column)
  }

  /// Notes a mistake about this value.
  public func error(_ message: String, advice: String? = nil) {
    file.error(message, at: location, advice: advice)
  }

  /// Notes a doubt about this value.
  public func warning(_ message: String, advice: String? = nil) {
    file.warning(message, at: location, advice: advice)
  }

  /// Whether nothing stands here ("key:" with no value, or "~").
  public var isEmpty: Bool {
    guard let scalar = node.scalar else { return false }
    return scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
  }

  /// Whether true or false stands here, without quotes.
  public var isFlag: Bool {
    guard let scalar = node.scalar else { return false }
    return scalar.style == .plain && ["true", "yes", "on", "false", "no", "off"].contains(scalar.string)
  }

  public var isMapping: Bool { node.mapping != nil }
  public var isSequence: Bool { node.sequence != nil }

  /// Any scalar by its text, so that a year or a date need no quotes; one that is empty counts as a mistake.
  public func string() -> String? {
    guard let scalar = node.scalar, !isEmpty else {
      return wrongType(
        "a text",
        advice:
          "write it in one line after the key, in quotes where it holds ': ' or begins with a bracket or brace"
      )
    }
    return scalar.string
  }

  public func number() -> Double? {
    guard let text = node.scalar?.string, let value = Double(plain: text) else {
      return wrongType("a number", advice: "write digits with a decimal point, such as 2.5")
    }
    return value
  }

  public func integer() -> Int? {
    guard let text = node.scalar?.string, let value = Int(text) else {
      return wrongType("a whole number", advice: "write digits alone, such as 3")
    }
    return value
  }

  public func flag() -> Bool? {
    switch node.scalar?.string {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default: return wrongType("true or false", advice: "write true or false, without quotes")
    }
  }

  public func sequence() -> [YAMLNode]? {
    guard let sequence = node.sequence else {
      return wrongType("a list", advice: "write [one, two], or each entry in a line of its own after '- '")
    }
    return sequence.map { YAMLNode(node: $0, file: file) }
  }

  /// The texts of a list; a single text counts as a list of one.
  public func strings() -> [YAMLText]? {
    if node.scalar != nil { return text().map { [$0] } }
    return sequence()?.compactMap { $0.text() }
  }

  /// A text together with its place; one of nothing but white space counts as a mistake.
  public func text() -> YAMLText? {
    guard let text = string() else { return nil }
    if text.allSatisfy(\.isWhitespace) {
      error("nothing stands here", advice: "write a text between the quotes or leave the key out")
      return nil
    }
    guard text.utf8.count <= Self.longestText else {
      error(
        "this text is longer than \(Self.longestText / 1000) kB",
        advice: "say it in a sentence or two; summaries hold more")
      return nil
    }
    return YAMLText(text, location: textLocation)
  }

  /// In bytes: a title or note of several pages is a mistake, and setting it as a headline takes long.
  private static let longestText = 8_000

  /// One of a fixed set of words.
  public func choice<Value: RawRepresentable & CaseIterable>(of type: Value.Type) -> Value?
  where Value.RawValue == String {
    guard let text = string() else { return nil }
    if let value = Value(rawValue: text) { return value }
    error(
      "'\(text)' is not allowed here", advice: adviceForUnknown(text, among: Value.allCases.map(\.rawValue)))
    return nil
  }

  /// A mapping; keys other than these are mistakes, named with the nearest allowed one or, where one is known for what it
  /// is meant to do, with how that is done (`elsewhere`, by keys).
  public func mapping(keys allowed: [String], elsewhere: [String: String] = [:]) -> YAMLMapping? {
    guard let mapping = anyMapping() else { return nil }
    for (key, _) in mapping.entries where !allowed.contains(key.text) {
      file.error(
        "unknown key '\(key.text)'", at: key.location,
        advice: elsewhere[key.text] ?? adviceForUnknown(key.text, among: allowed))
    }
    return mapping
  }

  /// A mapping whose keys are names that the file makes up.
  public func anyMapping() -> YAMLMapping? {
    guard let mapping = node.mapping else {
      return wrongType(
        "keys and values ('key: value')",
        advice: "write each key and its value in a line of its own, indented")
    }
    let entries = mapping.map { key, value in
      (YAMLNode(node: key, file: file).keyText, YAMLNode(node: value, file: file))
    }
    return YAMLMapping(entries: entries, location: location, file: file)
  }

  private var keyText: YAMLText { YAMLText(node.scalar?.string ?? "", location: location) }

  /// Where the text itself begins: after an opening quote.
  var textLocation: SourceLocation {
    var place = location
    if let style = node.scalar?.style, style == .doubleQuoted || style == .singleQuoted {
      place.column = place.column.map { $0 + 1 }
    }
    return place
  }

  private func wrongType<Value>(_ wanted: String, advice: String) -> Value? {
    let found =
      node.mapping != nil
      ? "keys and values" : node.sequence != nil ? "a list" : "'\(node.scalar?.string ?? "")'"
    let message = isEmpty ? "nothing stands here" : "\(wanted) is wanted here, not \(found)"
    error(message, advice: isEmpty ? "write \(wanted) or leave the key out" : advice)
    return nil
  }
}

/// A text and where it stands.
public struct YAMLText: Hashable, Sendable {
  public var text: String
  public var location: SourceLocation

  public init(_ text: String, location: SourceLocation) {
    self.text = text
    self.location = location
  }
}

/// Keys and values in the order in which they stand in the file.
public struct YAMLMapping {
  public let entries: [(key: YAMLText, value: YAMLNode)]
  public let location: SourceLocation
  let file: YAMLFile

  public subscript(key: String) -> YAMLNode? {
    entries.first { $0.key.text == key }?.value
  }

  /// The value of a key that must be there; that it is missing is noted as a mistake.
  public func required(_ key: String) -> YAMLNode? {
    if let value = self[key] { return value }
    file.error("the key '\(key)' is missing", at: location, advice: "add '\(key): …'")
    return nil
  }
}
