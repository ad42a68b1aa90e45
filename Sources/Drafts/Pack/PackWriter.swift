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
  /// Questions that stand with the one before them.
  let followUps: [String]
  /// BCP 47.
  let language: String
  /// That each answer names.
  let towns: [[String]]
  /// That footnotes name.
  let notedTowns: [String]

  /// Of each answer.
  let events: [[EventDraft]]

  private static let mostKeyFigures = 4

  var files: [(name: String, bytes: [UInt8])] {
    let summaries = answers.enumerated().map { index, answer in
      (name: "summaries/\(index + 1).md", bytes: Array(summary(answer).utf8))
    }
    return [("pack.yml", Array(pack.utf8)), ("figures.csv", table)] + summaries
  }

  var allTowns: [String] {
    var seen = Set<String>()
    return (towns.joined() + notedTowns).filter { seen.insert($0).inserted }
  }

  // MARK: figures.csv

  private var table: [UInt8] {
    Table.csv(
      [["id", "label", "value", "unit", "period", "qualifier", "status", "formula", "source", "note"]]
        + figures.map { draft in
          [
            draft.id, draft.label, draft.value, draft.unit, draft.period, draft.qualifier, draft.status,
            draft.formula, "¶\(draft.paragraph)", draft.note,
          ]
        })
  }

  // MARK: Summaries

  private var texts: DraftTexts { DraftTexts(figures: figures) }

  private func summary(_ answer: AnswerDraft) -> String {
    answer.points.map(texts.point).joined(separator: "\n\n") + "\n"
  }

  // MARK: pack.yml

  private var pack: String {
    var lines = draftHead(
      questions: transcript.questions.count, figures: figures.map(\.id), outOf: "the interview's own words")
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

  private var interview: [String] {
    var lines = expert.map { ["  expert: \(quoted($0))"] } ?? []
    if !labels.isEmpty {
      lines.append("  labels:")
      lines += labels.sorted { $0.key < $1.key }.map { "    \(quoted($0.key)): \($0.value.rawValue)" }
    }
    if !followUps.isEmpty {
      lines.append("  # They stand with the question before them; take out what is a question of its own.")
      lines.append("  follow_ups:")
      lines += followUps.map { "    - \(quoted($0))" }
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
      lines.append(
        "  # Those that a reader would miss most: of several years, in money, of what the answers come back to."
      )
      lines.append("  key_figures:")
      lines += chosen.map { "    - { figure: \($0.id) }" }
    }
    if allTowns.count > 1 {
      lines += ["  map:", "    title: Places named in the interview"]
      let shown = allTowns.prefix(DraftExhibits.mostTowns)
      let answered = Set(towns.joined())
      func list(_ key: String, _ towns: [String]) -> [String] {
        towns.isEmpty ? [] : ["    \(key): [\(towns.map(quoted).joined(separator: ", "))]"]
      }
      lines += list("places", shown.filter(answered.contains))
      // Named in footnotes alone: drawn light.
      lines += list("also", shown.filter { !answered.contains($0) })
    }
    return lines
  }

  /// One of each subject, what a reader would miss most first.
  private func keyFigures(of drafts: [FigureDraft]) -> [FigureDraft] {
    let weights = drafts.map { KeyFigures.weight($0, among: figures) }
    let order = drafts.indices.sorted { (weights[$0], $1) > (weights[$1], $0) }.map { drafts[$0] }
    var seen = Set<String>()
    return Array(
      order.filter { !$0.isRangeEnd && $0.formula.isEmpty && seen.insert($0.label).inserted }.prefix(
        Self.mostKeyFigures))
  }

  private func question(_ index: Int) -> [String] {
    let (question, answer) = (transcript.questions[index], answers[index])
    let paragraphs = Set(question.answer.map(\.number))
    let own = figures.filter { paragraphs.contains($0.paragraph) }
    var lines = [
      "  # \(question.number). \(question.text.split(whereSeparator: \.isWhitespace).prefix(24).joined(separator: " "))",
      "  - headline: \(quoted(headline(of: answer, to: question)))",
    ]
    let chosen = keyFigures(of: own)
    if !chosen.isEmpty {
      lines.append("    key_figures:")
      lines += chosen.map { "      - { figure: \($0.id) }" }
    }
    let exhibits = DraftExhibits(
      figures: own, events: events[index], towns: towns[index],
      answer: question.answer.map { (text: $0.text, paragraph: $0.number) }
    ).lines
    if !exhibits.isEmpty { lines += ["    exhibits:"] + exhibits }
    if let quotation = answer.quotation {
      lines += [
        "    quotation:", "      text: \(quoted(withoutStop(quotation.text)))",
        "      source: ¶\(quotation.paragraph)",
      ]
    }
    return lines + [""]
  }

  /// "Bo Birch: We dig it every spring": one that speaks of "us" says whose words it is.
  private func headline(of answer: AnswerDraft, to question: Question) -> String {
    guard let headline = answer.headline else { return answer.asked ?? "Question \(question.number)" }
    let text = withoutStop(texts.referenced(headline))
    let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
    let speaker = question.answer.first { $0.number == headline.paragraph }?.speaker
    guard !words.isDisjoint(with: AnswerDraft.speakers), let name = speaker?.capitalizedName,
      name.count > 4, !name.contains(where: \.isNumber), name.contains(where: \.isLowercase)
    else { return text }
    return "\(name.prefix { $0 != "," && $0 != "(" }.trimmed): \(text)"
  }

  private func withoutStop(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }

}

/// A text as YAML has it between quotation marks.
func quoted(_ text: String) -> String {
  "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
}

extension String {
  /// "MARY VELA" as "Mary Vela".
  fileprivate var capitalizedName: String {
    guard filter(\.isLetter).allSatisfy(\.isUppercase) else { return self }
    return split(separator: " ").map { $0.count > 2 ? $0.prefix(1) + $0.dropFirst().lowercased() : $0 }
      .joined(separator: " ")
  }
}
