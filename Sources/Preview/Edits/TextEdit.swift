import Diagnostics
import Foundation
import YAMLReading

/// A text of pack.yml or a point of a summary, written anew.
struct TextEdit: Codable, Hashable, Sendable {
  /// "pack.yml" or "summaries/2.md".
  var file: String
  /// Where it begins, from 1.
  var line: Int
  /// `nil` for a point, which begins with its line.
  var column: Int?
  /// What stood there, references and all, when the person began to type.
  var before: String
  var after: String

  static let settings = "pack.yml"

  /// What takes it back.
  var reversed: TextEdit { TextEdit(file: file, line: line, column: column, before: after, after: before) }

  func applied(to bytes: [UInt8], path: String) throws(DiagnosticError) -> [UInt8] {
    let place = SourceLocation(file: path, line: line, column: column)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DiagnosticError(
        "this file is not UTF-8, so nothing is written into it", at: place, advice: "save it as UTF-8")
    }
    let words = after.replacingOccurrences(of: "\r\n", with: "\n")
    guard words.contains(where: { !$0.isWhitespace }) else {
      throw DiagnosticError("nothing would stand here", at: place, advice: "take it out in the file itself")
    }
    if file == Self.settings {
      let old = YAMLText(before, location: place)
      return Array(
        try replacingText(old, by: words.trimmingCharacters(in: .whitespacesAndNewlines), in: text).utf8)
    }
    return Array(try replacingPoint(in: text, by: words, at: place).utf8)
  }

  /// A point is the lines from its first to the next one that is empty, or to the next point.
  private func replacingPoint(
    in text: String, by words: String, at place: SourceLocation
  ) throws(DiagnosticError) -> String {
    var lines = SummaryLines(text)
    let range = lines.point(from: line)
    guard let range, lines.text(range) == before else {
      throw DiagnosticError(
        "this point has changed in its file, so nothing is written", at: place,
        advice: "look at its new state and type again")
    }
    lines.replace(range, by: words.trimmingCharacters(in: .whitespacesAndNewlines))
    return lines.text
  }
}

/// A summary as lines with their ends.
struct SummaryLines {
  private var lines: [(text: Substring, end: Substring)] = []

  init(_ text: String) {
    var rest = Substring(text)
    while !rest.isEmpty {
      let line = rest.prefix { !$0.isNewline }
      rest = rest.dropFirst(line.count)
      // CR LF is one character.
      lines.append((line, rest.prefix(1)))
      rest = rest.dropFirst()
    }
  }

  var text: String { lines.map { $0.text + $0.end }.joined() }

  /// The lines of the point that begins at a line, counted from 1; `nil` where none does.
  func point(from line: Int) -> Range<Int>? {
    guard lines.indices.contains(line - 1), !lines[line - 1].text.allSatisfy(\.isWhitespace) else {
      return nil
    }
    var end = line
    while lines.indices.contains(end), !lines[end].text.allSatisfy(\.isWhitespace),
      !Self.beginsItem(lines[end].text)
    {
      end += 1
    }
    return line - 1..<end
  }

  /// Whether a line begins an entry of a list, which is a point of its own.
  private static func beginsItem(_ line: Substring) -> Bool {
    let mark = line.drop { $0 == " " }.prefix { $0 != " " }
    return ["-", "*", "+"].contains(mark)
      || mark.dropLast().allSatisfy(\.isNumber) && (mark.last == "." || mark.last == ")") && mark.count > 1
  }

  func text(_ range: Range<Int>) -> String { lines[range].map { String($0.text) }.joined(separator: "\n") }

  mutating func replace(_ range: Range<Int>, by words: String) {
    let end = lines[range].last?.end ?? ""
    let between = lines.first { !$0.end.isEmpty }?.end ?? "\n"
    let parts = words.split(separator: "\n", omittingEmptySubsequences: false)
    lines.replaceSubrange(
      range, with: parts.enumerated().map { ($1, $0 + 1 < parts.count ? between : end) })
  }
}
