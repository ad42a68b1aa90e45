import Evidence
import Foundation
import Interview
import Tables

/// Writes the files of a draft: pack.yml with comments that say what was proposed and why, figures.csv, the summaries.
struct PackWriter {
  let transcript: Transcript
  let figures: [FigureDraft]
  let answers: [AnswerDraft]
  /// What the pack is called.
  let name: String
  /// What was said of who speaks.
  let labels: [String: LabelRole]
  /// BCP 47.
  let language: String
  /// That each answer names.
  let towns: [[String]]

  private static let (mostKeyFigures, mostTowns) = (4, 14)

  var files: [(name: String, bytes: [UInt8])] {
    let summaries = answers.enumerated().map { index, answer in
      (name: "summaries/\(index + 1).md", bytes: Array(summary(answer).utf8))
    }
    return [("pack.yml", Array(pack.utf8)), ("figures.csv", table)] + summaries
  }

  var allTowns: [String] {
    var seen = Set<String>()
    return towns.joined().filter { seen.insert($0).inserted }
  }

  // MARK: figures.csv

  private var table: [UInt8] {
    Table.csv(
      [["id", "label", "value", "unit", "period", "qualifier", "status", "formula", "source", "note"]]
        + figures.map { draft in
          [
            draft.id, draft.label, draft.value, draft.unit, draft.period, draft.qualifier, draft.status, "",
            "¶\(draft.paragraph)", "",
          ]
        })
  }

  // MARK: Summaries

  private func summary(_ answer: AnswerDraft) -> String {
    answer.points.map { point in
      let text = referenced(point)
      let opening = opening(of: text)
      return "**\(text.prefix(opening))**\(text.dropFirst(opening)) [¶\(point.paragraph)]"
    }.joined(separator: "\n\n") + "\n"
  }

  /// How many characters of a point are its run-in: its first words up to a verb or a mark.
  private func opening(of text: String) -> Int {
    var (end, words, depth) = (0, 0, 0)
    for (offset, character) in text.enumerated() {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if depth > 0 { continue }
      // "2,5" is one number.
      let next = text.dropFirst(offset + 1).first ?? " "
      if ",;:–—(".contains(character), next == " ", words > 0 { return offset }
      guard character == " " || offset == text.count - 1 else { continue }
      words += 1
      let word = text.prefix(offset).split(separator: " ").last.map(String.init) ?? ""
      if words > 1, Self.verbs.contains(word) { return end }
      // No run-in ends with a small word.
      if !Self.joints.contains(word.lowercased()) { end = character == " " ? offset : offset + 1 }
      if words == 6 { break }
    }
    return min(max(end, 1), text.count)
  }

  private static let verbs: Set<String> = [
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "should", "must",
    "may", "does", "do", "did", "be",
  ]

  private static let joints: Set<String> = [
    "the", "a", "an", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "as", "that",
    "which", "since", "its", "their",
  ]

  /// A sentence with its numbers as references to their figures.
  private func referenced(_ sentence: Sentence) -> String {
    let own = figures.filter {
      $0.paragraph == sentence.paragraph && sentence.range.contains($0.range.lowerBound)
    }
    let scalars = Array(sentence.text.unicodeScalars)
    var result = ""
    var index = 0
    for draft in own.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      // What is counted stands in the sentence itself, so only its number is the figure's; of a qualifier the words stay.
      let isAmount = draft.unit == "%" || draft.unit.prefix(3).allSatisfy(\.isUppercase)
      let range = isAmount ? draft.range : draft.number
      let (start, end) = (
        range.lowerBound - sentence.range.lowerBound, range.upperBound - sentence.range.lowerBound
      )
      // "4.5 million tonnes" would read "4.5 tonnes": the scale is its unit's, so the words stay as they were said.
      let isScaled = !isAmount && ["thousand ", "m ", "bn ", "trn "].contains { draft.unit.hasPrefix($0) }
      guard start >= index, end <= scalars.count, !isScaled else { continue }
      result +=
        String(scalars: scalars[index..<start]) + (isAmount ? "{\(draft.id)}" : "{\(draft.id)|number}")
      index = end
    }
    return (result + String(scalars: scalars[index...])).replacing("*", with: "\\*").replacing(
      "[", with: "\\[")
  }

  // MARK: pack.yml

  private var pack: String {
    var lines = [
      "# yaml-language-server: $schema=\(DraftPack.schema)",
      "# A draft by 'bayan new', out of the interview's own words. Correct it; 'bayan preview' shows it while you do.",
    ]
    lines += draft
    lines += [
      "title: \(quoted(name))",
      "language: \(language)",
    ]
    lines += interview
    lines += overview
    lines.append("\nquestions:")
    for index in transcript.questions.indices { lines += question(index) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Everything, as nobody has looked at it yet.
  private var draft: [String] {
    let questions = transcript.questions.indices.map { "    - \($0 + 1)" }
    let ids = figures.map { "    - \($0.id)" }
    return [
      "# Take each line out of these lists when you have looked at what it names, and 'draft' itself at last: until then its",
      "# label stands on every page.",
      "draft:", "  label: Draft", "  questions:",
    ] + questions + (ids.isEmpty ? [] : ["  figures:"] + ids)
  }

  private var interview: [String] {
    var lines = expert.map { ["  expert: \(quoted($0))"] } ?? []
    if !labels.isEmpty {
      lines.append("  labels:")
      lines += labels.sorted { $0.key < $1.key }.map { "    \(quoted($0.key)): \($0.value.rawValue)" }
    }
    return lines.isEmpty ? [] : ["interview:"] + lines
  }

  /// Who answers: the name that stands before the answers, or for initials the name in the introduction that has them.
  private var expert: String? {
    guard let speaker = transcript.questions.compactMap(\.speaker).first else { return nil }
    if speaker.contains(" ") { return speaker.capitalizedName }
    let initials = speaker.filter(\.isLetter)
    guard (2...3).contains(initials.count), initials.allSatisfy(\.isUppercase) else { return nil }
    let words = (transcript.introduction + transcript.biography).flatMap {
      $0.text.split { !$0.isLetter && $0 != "-" && $0 != "’" }
    }
    return words.indices.dropLast(initials.count - 1).lazy.map { words[$0..<$0 + initials.count] }
      .first { $0.compactMap(\.first).elementsEqual(initials) && $0.allSatisfy { $0.count > 1 } }?.joined(
        separator: " ")
  }

  private var overview: [String] {
    let chosen = keyFigures(of: figures)
    guard !chosen.isEmpty || allTowns.count > 1 else { return [] }
    var lines = ["", "overview:"]
    if !chosen.isEmpty {
      lines.append("  # Numbers that several answers come back to, or that are said first.")
      lines.append("  key_figures:")
      lines += chosen.map { "    - { figure: \($0.id) }" }
    }
    if allTowns.count > 1 {
      lines += ["  map:", "    title: Places named in the interview"]
      lines.append("    places: [\(allTowns.prefix(Self.mostTowns).map(quoted).joined(separator: ", "))]")
    }
    return lines
  }

  /// One of each subject, amounts before shares before counts.
  private func keyFigures(of drafts: [FigureDraft]) -> [FigureDraft] {
    func rank(_ draft: FigureDraft) -> Int {
      draft.unit.prefix(3).allSatisfy(\.isUppercase) && draft.unit.count >= 3 ? 0 : draft.unit == "%" ? 1 : 2
    }
    var seen = Set<String>()
    let subjects = drafts.filter { seen.insert($0.label).inserted }
    return Array(
      subjects.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(
        \.element
      )
      .prefix(Self.mostKeyFigures))
  }

  private func question(_ index: Int) -> [String] {
    let (question, answer) = (transcript.questions[index], answers[index])
    let paragraphs = Set(question.answer.map(\.number))
    let own = figures.filter { paragraphs.contains($0.paragraph) }
    var lines = [
      "  # \(question.number). \(question.text.split(whereSeparator: \.isWhitespace).prefix(24).joined(separator: " "))",
      "  - headline: \(quoted(answer.headline.map(referenced).map(withoutStop) ?? "Question \(question.number)"))",
    ]
    let chosen = keyFigures(of: own)
    if !chosen.isEmpty {
      lines.append("    key_figures:")
      lines += chosen.map { "      - { figure: \($0.id) }" }
    }
    let exhibits = series(of: own) + map(of: index)
    if !exhibits.isEmpty { lines += ["    exhibits:"] + exhibits }
    if let quotation = answer.quotation {
      lines += [
        "    quotation:", "      text: \(quoted(withoutStop(quotation.text)))",
        "      source: ¶\(quotation.paragraph)",
      ]
    }
    return lines + [""]
  }

  /// One subject in several periods: bars.
  private func series(of drafts: [FigureDraft]) -> [String] {
    var lines: [String] = []
    var seen = Set<String>()
    for draft in drafts where !draft.period.isEmpty && seen.insert(draft.label + draft.unit).inserted {
      let series = drafts.filter { $0.label == draft.label && $0.unit == draft.unit && !$0.period.isEmpty }
        .sorted { $0.period < $1.period }
      guard Set(series.map(\.period)).count > 1 else { continue }
      lines += [
        "      # Proposed since the answer gives it for \(Set(series.map(\.period)).count) periods.",
        "      - kind: bars",
        "        title: \(quoted("\(draft.label), {\(series[0].id)|period short} to {\(series[series.count - 1].id)|period short}"))",
        "        figures: [\(series.map(\.id).joined(separator: ", "))]",
      ]
    }
    return lines
  }

  private func map(of index: Int) -> [String] {
    guard towns[index].count > 1 else { return [] }
    return [
      "      # Proposed since the answer names \(towns[index].count) places.",
      "      - kind: map",
      "        title: Places that this answer names",
      "        places: [\(towns[index].prefix(Self.mostTowns).map(quoted).joined(separator: ", "))]",
    ]
  }

  private func withoutStop(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }

  private func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}

extension String {
  /// "MARY VELA" as "Mary Vela".
  fileprivate var capitalizedName: String {
    guard filter(\.isLetter).allSatisfy(\.isUppercase) else { return self }
    return split(separator: " ").map { $0.count > 2 ? $0.prefix(1) + $0.dropFirst().lowercased() : $0 }
      .joined(separator: " ")
  }
}
