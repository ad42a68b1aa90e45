import Diagnostics
import Yams

/// A YAML file's text with one of its texts written anew, and everything else as it is: comments, indentation, quotes.
///
/// It keeps its style (plain, in quotes, in a block) where the new words allow it, else it gets double quotes. What is
/// returned has been read again: all other values are what they were.
///
/// - Parameters:
///   - old: as `YAMLNode.text` has read it from this file.
///   - new: what it says from now on.
///   - text: the file's.
/// - Returns: the file's new text.
/// - Throws: where the file holds no such text there, or something else would change with it (an alias).
public func replacingText(_ old: YAMLText, by new: String, in text: String) throws(DiagnosticError) -> String
{
  let scalars = values(of: text, path: old.location.file)
  guard let index = place(of: old, in: scalars) else {
    throw DiagnosticError(
      "this text has changed in its file, so nothing is written", at: old.location,
      advice: "look at its new state and type again")
  }
  let characters = Array(text.unicodeScalars)
  let written = WrittenScalar(scalars[index], in: characters)
  for words in written?.candidates(for: new) ?? [] {
    guard let written else { break }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: characters[..<written.range.lowerBound])
    result.append(contentsOf: words.unicodeScalars)
    result.append(contentsOf: characters[written.range.upperBound...])
    let changed = values(of: String(result), path: old.location.file)
    var wanted = scalars.map(\.text.text)
    wanted[index] = new + written.ending
    if changed.map(\.text.text) == wanted, !changed[index].saysNothing { return String(result) }
  }
  throw DiagnosticError(
    "this text can't be written anew here", at: old.location, advice: "change it in the file itself")
}

/// Where a text stands: at its place, else on its line, which quotation marks may have moved it along, else the only one of
/// its words.
private func place(of text: YAMLText, in scalars: [Scalar]) -> Int? {
  let same = scalars.indices.filter { scalars[$0].text.text == text.text }
  let onLine = same.filter { scalars[$0].text.location.line == text.location.line }
  return same.first { scalars[$0].text.location == text.location } ?? (onLine.count == 1 ? onLine[0] : nil)
    ?? (same.count == 1 ? same[0] : nil)
}

/// A scalar of a file with its style.
private struct Scalar {
  var text: YAMLText
  var style: Node.Scalar.Style
  /// "~" and the like, without quotes.
  var saysNothing: Bool
}

/// All scalars, keys too, in the file's order.
private func values(of text: String, path: String) -> [Scalar] {
  guard let root = YAMLFile(text, path: path).root else { return [] }
  var found: [Scalar] = []
  func collect(_ node: YAMLNode) {
    if let scalar = node.node.scalar {
      let text = YAMLText(scalar.string, location: node.textLocation)
      found.append(Scalar(text: text, style: scalar.style, saysNothing: node.isEmpty))
    }
    for element in node.node.sequence ?? [] { collect(YAMLNode(node: element, file: node.file)) }
    for (key, value) in node.node.mapping ?? [:] {
      collect(YAMLNode(node: key, file: node.file))
      collect(YAMLNode(node: value, file: node.file))
    }
  }
  collect(root)
  return found
}

/// Where a scalar stands among a file's characters, and how it is written there.
private struct WrittenScalar {
  let range: Range<Int>
  /// The line ends that a block's text has at its end, which a person doesn't type.
  let ending: String
  private let style: Node.Scalar.Style
  private let indentation: String

  /// `nil` where it is written in a way that isn't known.
  init?(_ scalar: Scalar, in characters: [Unicode.Scalar]) {
    guard let start = Self.index(of: scalar.text.location, in: characters) else { return nil }
    style = scalar.style
    var indentation = ""
    var ending = ""
    switch scalar.style {
    case .doubleQuoted, .singleQuoted:
      let quote: Unicode.Scalar = scalar.style == .doubleQuoted ? "\"" : "'"
      guard start > 0, characters[start - 1] == quote else { return nil }
      var end = start
      while end < characters.count,
        characters[end] != quote
          || (quote == "'" && end + 1 < characters.count && characters[end + 1] == quote)
      {
        let isPair = characters[end] == "\\" && quote == "\"" || characters[end] == quote
        end += isPair ? 2 : 1
      }
      guard end < characters.count else { return nil }
      range = start - 1..<end + 1
    case .literal, .folded:
      guard let block = Self.block(from: start, in: characters) else { return nil }
      (range, indentation) = block
      ending = String(scalar.text.text.reversed().prefix { $0 == "\n" })
    default:
      guard let end = Self.end(ofPlain: scalar.text.text, from: start, in: characters) else { return nil }
      range = start..<end
    }
    (self.indentation, self.ending) = (indentation, ending)
  }

  /// How the words may stand there, the one most like before first.
  func candidates(for words: String) -> [String] {
    let plain = words.contains(where: \.isNewline) ? [] : [words]
    let double = ["\"\(words.unicodeScalars.map(Self.escaped).joined())\""]
    switch style {
    case .singleQuoted: return plain.map { "'\($0.replacing("'", with: "''"))'" } + double
    case .doubleQuoted: return double
    case .literal: return [block(words)]
    case .folded: return [block(words.replacing("\n", with: "\n\n"))]
    default: return plain + double
    }
  }

  private func block(_ words: String) -> String {
    words.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : indentation + $0 }
      .joined(separator: "\n") + "\n"
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\t": "\\t"
    default: String(scalar)
    }
  }

  /// Lines end in LF, CR LF or CR.
  private static func index(of place: SourceLocation, in characters: [Unicode.Scalar]) -> Int? {
    guard let line = place.line, let column = place.column else { return nil }
    var (number, index) = (1, 0)
    while number < line, index < characters.count {
      if characters[index] == "\r", index + 1 < characters.count, characters[index + 1] == "\n" { index += 1 }
      if characters[index] == "\n" || characters[index] == "\r" { number += 1 }
      index += 1
    }
    // A byte order mark is no character of the first line.
    let mark = line == 1 && characters.first == "\u{FEFF}" ? 1 : 0
    let result = index + column - 1 + mark
    return number == line && result <= characters.count ? result : nil
  }

  /// The lines of a block after its indicator, and how far they are indented.
  private static func block(from start: Int, in characters: [Unicode.Scalar]) -> (Range<Int>, String)? {
    guard let head = characters[start...].firstIndex(of: "\n") else { return nil }
    var (next, end, indentation) = (head + 1, head + 1, "")
    while next < characters.count {
      let stop = characters[next...].firstIndex(of: "\n").map { $0 + 1 } ?? characters.count
      let line = characters[next..<stop]
      let blank = line.prefix { $0 == " " }
      let isEmpty = line.allSatisfy { $0 == " " || $0 == "\n" || $0 == "\r" }
      if indentation.isEmpty, !isEmpty { indentation = String(String.UnicodeScalarView(blank)) }
      if !isEmpty, blank.count < max(1, indentation.unicodeScalars.count) { break }
      next = stop
      if !isEmpty { end = stop }
    }
    return indentation.isEmpty ? nil : (head + 1..<end, indentation)
  }

  /// Where a plain scalar ends: its words as they stand, any white space between them being one blank.
  private static func end(ofPlain text: String, from start: Int, in characters: [Unicode.Scalar]) -> Int? {
    var index = start
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { " \t\r\n".unicodeScalars.contains(scalar) }
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "\n" {
        guard index < characters.count, isBlank(characters[index]) else { return nil }
        if scalar == " ", characters[index] == " ", index + 1 < characters.count,
          !isBlank(characters[index + 1])
        {
          index += 1
        } else {
          let isLine = characters[index...].prefix(while: isBlank).contains { $0 == "\n" || $0 == "\r" }
          if isLine {
            while index < characters.count, isBlank(characters[index]) { index += 1 }
          } else {
            index += 1
          }
        }
      } else {
        guard index < characters.count, characters[index] == scalar else { return nil }
        index += 1
      }
    }
    return index
  }
}
