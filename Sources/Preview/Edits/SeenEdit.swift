import Diagnostics
import Foundation
import YAMLReading

/// An entry of a draft's list of what nobody has looked at, taken out since a person now has; or put back.
struct SeenEdit: Codable, Hashable, Sendable {
  enum List: String, Codable, Sendable { case questions, figures }

  var list: List
  /// A question's number, a figure's id.
  var entry: String
  var isSeen = true

  /// What takes it back.
  var reversed: SeenEdit { SeenEdit(list: list, entry: entry, isSeen: !isSeen) }

  /// pack.yml with the entry's line taken out, or put first in its list; all other lines stay as they are.
  ///
  /// - Throws: where the list is not written with an entry a line.
  func applied(to bytes: [UInt8], path: String) throws(DiagnosticError) -> [UInt8] {
    let place = SourceLocation(file: path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DiagnosticError(
        "this file is not UTF-8, so nothing is written into it", at: place, advice: "save it as UTF-8")
    }
    // By scalars: CR LF is one character.
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let draft = YAMLFile(text, path: path).root?.anyMapping()?["draft"]?.anyMapping(),
      let key = draft.entries.first(where: { $0.key.text == list.rawValue })
    else {
      throw DiagnosticError(
        "there is no list of \(list.rawValue) to be looked at", at: place, advice: "look at its new state")
    }
    let isListed = key.value.isSequence
    let entries = isListed ? key.value.sequence() ?? [] : []
    let found = entries.first { $0.text()?.text == entry }
    if isSeen {
      guard let line = found?.location.line, lines.indices.contains(line - 1),
        lines[line - 1].prefix(while: { $0 != "#" }).trimmed == "- \(entry)"
      else {
        throw DiagnosticError(
          found == nil ? "'\(entry)' is not listed any more" : "'\(entry)' has no line of its own",
          at: found?.location ?? key.key.location, advice: "take it out in pack.yml itself")
      }
      lines.remove(at: line - 1)
    } else if found == nil, let above = key.key.location.line, isListed || key.value.isEmpty {
      let indent = entries.first?.location.line.map { String(lines[$0 - 1].prefix { $0 == " " }) } ?? "    "
      let end = lines[above - 1].unicodeScalars.last == "\r" ? "\r" : ""
      lines.insert("\(indent)- \(entry)\(end)", at: above)
    }
    return Array(lines.joined(separator: "\n").utf8)
  }
}

extension Substring {
  fileprivate var trimmed: String { String(self).trimmingCharacters(in: .whitespacesAndNewlines) }
}
