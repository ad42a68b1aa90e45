import Diagnostics
import Foundation
import Interview
import TestSupport
import Testing

/// An interview of Tests/Transcripts: what is read, and how it is read rightly.
struct AnnotatedTranscript: CustomTestStringConvertible, Sendable {
  struct Part {
    var text: String
    /// As in the brackets; empty where there is none.
    var label: String
  }

  var name: String
  /// With their margins and brackets.
  var lines: [String]

  var testDescription: String { name }

  static let all: [AnnotatedTranscript] = {
    let folder = projectFolder.appending(path: "Tests/Transcripts")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.sorted().flatMap { file in
      ((try? contents("Tests/Transcripts/\(file)")) ?? "").split(separator: "=== ").map { section in
        let lines = section.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return AnnotatedTranscript(name: lines[0], lines: Array(lines.dropFirst()))
      }
    }
  }()

  static func named(_ name: String) throws -> AnnotatedTranscript {
    try #require(all.first { $0.name == name })
  }

  /// What stands before `|` on a line, and what behind.
  static func split(_ line: String) -> (margin: Character, text: Substring)? {
    guard let bar = line.firstIndex(of: "|") else { return nil }
    return (line.first ?? " ", line[line.index(after: bar)...])
  }

  /// As the program gets it.
  var input: String {
    lines.compactMap { Self.split($0)?.text.filter { $0 != "⟦" && $0 != "⟧" } }.joined(separator: "\n") + "\n"
  }

  /// The parts with this margin, in order; `upTo` cuts them off at the next part with one of these margins.
  private func parts() -> [(margin: Character, part: Part)] {
    var parts: [(margin: Character, part: Part)] = []
    for line in lines {
      guard let (margin, text) = Self.split(line), margin != "-" else { continue }
      let (kept, label) = Self.unbracketed(text)
      if margin == " " || margin == "Q", let last = parts.last {
        let glue = last.part.text.isEmpty ? "" : " "
        parts[parts.count - 1].part.text += glue + kept
      } else {
        parts.append((margin, Part(text: kept, label: label)))
      }
    }
    return parts
  }

  /// Without brackets and Markdown's marks, white space and apostrophes regular.
  private static func unbracketed(_ text: Substring) -> (kept: String, label: String) {
    var (kept, label, isInside) = ("", "", false)
    for character in text {
      switch character {
      case "⟦": isInside = true
      case "⟧": isInside = false
      case _ where isInside: label.append(character)
      default: kept.append(character)
      }
    }
    kept = kept.trimmingCharacters(in: CharacterSet(charactersIn: "*"))
      .replacing(#/\*(\w+)\*/#, with: { String($0.1) }).replacing(#/^#+ /#, with: "")
    return (regular(kept), label)
  }

  static func regular(_ text: String) -> String {
    text.replacing("'", with: "’").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Question, and answer's paragraphs joined by " / ", of each turn.
  var turns: [[String]] {
    var turns: [[String]] = []
    for (margin, part) in parts() {
      if margin == "q" { turns.append([part.text, ""]) }
      if margin == "a", !turns.isEmpty {
        turns[turns.count - 1][1] += (turns[turns.count - 1][1].isEmpty ? "" : " / ") + part.text
      }
    }
    return turns
  }

  var preface: [String] { parts().filter { "ib".contains($0.margin) }.map(\.part.text) }

  var headings: [String] { parts().filter { $0.margin == "h" }.map(\.part.text) }

  /// The labels before paragraphs of answers that name somebody, without what ends them.
  var speakers: [String] {
    parts().filter { $0.margin == "a" }.map(\.part.label).compactMap { label in
      let name = label.replacing("**", with: "").replacing(#/[\[(]?\d+:\d\d(:\d\d)?[\])]?/#, with: "")
        .trimmingCharacters(in: CharacterSet(charactersIn: " :：\t—–[]"))
      let isGeneric =
        [
          "A", "A.", "Answer", "R", "Ответ", "Antwort", "Javob", "Réponse", "Respuesta", "Cevap", "Жауап",
          "პასუხი",
        ]
        .contains(name) || name.hasPrefix("A1") || name.hasPrefix("A2") || name.hasPrefix("A3")
      return name.isEmpty || isGeneric || !name.unicodeScalars.contains { $0.properties.isCased } ? nil : name
    }
  }

  /// What an interview reads as, in the same form as `turns`.
  static func turns(of transcript: Transcript) -> [[String]] {
    transcript.questions.map { question in
      [regular(question.text), question.answer.map { regular($0.text) }.joined(separator: " / ")]
    }
  }
}
