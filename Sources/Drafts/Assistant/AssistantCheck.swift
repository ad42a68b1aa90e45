import Atlas
import Diagnostics
import Evidence
import Foundation
import Interview
import Tables

/// What an assistant says of an answer, held against the answer: what that doesn't bear out is refused and said.
struct AssistantCheck {
  let question: Question
  let figures: [FigureDraft]
  /// Towns and regions that the answer names.
  let places: Set<String>
  let atlas: Atlas
  /// BCP 47.
  let language: String
  private(set) var refusals: [Diagnostic] = []

  /// In characters.
  private static let (longestText, longestHeadline, longestLabel) = (700, 160, 90)
  private static let mostPoints = 8
  /// What a reference may ask of a figure beside its value.
  private static let forms: Set<String> = ["number", "value", "period", "period short"]

  init(_ question: Question, figures: [FigureDraft], places: Set<String>, atlas: Atlas, language: String) {
    (self.question, self.figures, self.places) = (question, figures, places)
    (self.atlas, self.language) = (atlas, language)
  }

  /// A draft with what is borne out in place of its own.
  mutating func apply(_ said: AssistantAnswer, to draft: AnswerDraft) throws(DiagnosticError) -> AnswerDraft {
    var result = draft
    if let headline = said.headline,
      let text = try accepted(headline, "headline", longest: Self.longestHeadline)
    {
      result.headline = text
    }
    var points: [Sentence] = []
    for point in (said.points ?? []).prefix(Self.mostPoints) {
      if let text = try accepted(point, "point", longest: Self.longestText) { points.append(text) }
    }
    if !points.isEmpty { result.points = points }
    if let quotation = said.quotation {
      let paragraph = paragraph(quotation.paragraph)
      if let paragraph, isSettable(quotation.text), quotationStands(quotation.text, in: paragraph) {
        result.quotation = Sentence(text: quotation.text, paragraph: paragraph.number, range: 0..<0)
      } else {
        refuse("quotation", quotation, "it does not stand in ¶\(quotation.paragraph), word for word")
      }
    }
    return result
  }

  /// The labels among those said that hold no number and no name that the answer doesn't.
  mutating func labels(_ said: [String: String]) throws(DiagnosticError) -> [String: String] {
    var result: [String: String] = [:]
    for (id, label) in said.sorted(by: { $0.key < $1.key }) {
      let text = AssistantAnswer.Text(text: label, paragraph: question.answer.first?.number ?? 0)
      guard let figure = figures.first(where: { $0.id == id }), let paragraph = paragraph(figure.paragraph)
      else {
        refuse("label", text, "there is no figure '\(id)'")
        continue
      }
      if let reason = try reason(against: label, [paragraph], longest: Self.longestLabel) {
        refuse("label", text, reason)
      } else {
        result[id] = label
      }
    }
    return result
  }

  private func paragraph(_ number: Int) -> Paragraph? { question.answer.first { $0.number == number } }

  private mutating func refuse(_ what: String, _ text: AssistantAnswer.Text, _ reason: String) {
    let start = text.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let shown = start.count > 60 ? start.prefix(60) + "…" : start[...]
    refusals.append(
      Diagnostic(
        .warning, "the assistant's \(what) ‘\(shown)’ is not used: \(reason)",
        at: paragraph(text.paragraph)?.location ?? question.location,
        advice: "what the interview's own words give stands there"))
  }

  // MARK: Texts

  private mutating func accepted(
    _ said: AssistantAnswer.Text, _ what: String, longest: Int
  ) throws(DiagnosticError) -> Sentence? {
    guard let paragraph = paragraph(said.paragraph) else {
      refuse(what, said, "this answer has no ¶\(said.paragraph)")
      return nil
    }
    let text = said.text.trimmingCharacters(in: .whitespacesAndNewlines)
    let reason: String?
    switch plain(text, of: paragraph) {
    case .success(let plain): reason = try self.reason(against: plain, [paragraph], longest: longest)
    case .failure(let refusal): reason = refusal.reason
    }
    if let reason {
      refuse(what, said, reason)
      return nil
    }
    return Sentence(text: text, paragraph: paragraph.number, range: 0..<0, hasReferences: true)
  }

  private struct Refusal: Error {
    var reason: String
  }

  /// A text with what the paragraph says in place of references.
  private func plain(_ text: String, of paragraph: Paragraph) -> Result<String, Refusal> {
    var result = ""
    var rest = text[...]
    let scalars = Array(paragraph.text.unicodeScalars)
    while let start = rest.firstIndex(of: "{") {
      guard let end = rest[start...].firstIndex(of: "}") else {
        return .failure(Refusal(reason: "a brace is not closed"))
      }
      let parts = rest[rest.index(after: start)..<end].split(separator: "|", maxSplits: 1)
      let id = parts.first.map(String.init) ?? ""
      guard let figure = figures.first(where: { $0.id == id }) else {
        return .failure(Refusal(reason: "there is no figure '\(id)'"))
      }
      if parts.count > 1, !Self.forms.contains(String(parts[1])) {
        return .failure(Refusal(reason: "'\(parts[1])' is no form that a draft may have"))
      }
      guard figure.paragraph == paragraph.number, figure.range.upperBound <= scalars.count else {
        return .failure(Refusal(reason: "'\(id)' is from ¶\(figure.paragraph)"))
      }
      result += rest[..<start]
      result += parts.count > 1 && parts[1].hasPrefix("period") ? "" : String(scalars: scalars[figure.range])
      rest = rest[rest.index(after: end)...]
    }
    return .success(result + rest)
  }

  /// Why a text is refused; `nil` where its paragraphs bear it out.
  private func reason(
    against text: String, _ paragraphs: [Paragraph], longest: Int
  ) throws(DiagnosticError) -> String? {
    if text.count < 3 { return "it says nothing" }
    if text.count > longest { return "it is longer than \(longest) characters" }
    if !isSettable(text) { return "it holds marks that mean something in a pack's texts" }
    if let number = numberNotBorneOut(in: text, by: paragraphs) {
      return "¶\(paragraphs.first?.number ?? 0) doesn't bear ‘\(number)’ out"
    }
    if let name = try unsaidName(in: text) { return "the answer names no ‘\(name)’" }
    return nil
  }

  /// References apart, a pack's texts have marks of their own.
  private func isSettable(_ text: String) -> Bool {
    !text.contains { "{}[]<>*_`\\".contains($0) } && !text.unicodeScalars.contains { $0.value < 32 }
  }

  // MARK: Names

  /// A place that the answer doesn't name, or a word with a capital within a sentence that it doesn't hold.
  private func unsaidName(in text: String) throws(DiagnosticError) -> String? {
    let said = ([question.text] + question.answer.map(\.text)).joined(separator: " ")
    let known = Set(words(of: said).map { String($0.text) })
    for mention in try atlas.mentions(in: [text], hints: PlaceHints(language: language))
    where !places.contains(mention.label) && !said.contains(mention.written) {
      return mention.written
    }
    for word in words(of: text) where word.text.first?.isUppercase == true && !known.contains(word.text) {
      if !word.opens { return word.text }
      if try !atlas.countryCodes(named: word.text).isEmpty { return word.text }
    }
    return nil
  }

  /// With whether a sentence begins with it.
  private func words(of text: String) -> [(text: String, opens: Bool)] {
    var result: [(text: String, opens: Bool)] = []
    var (word, opens) = ("", true)
    for character in text + " " {
      if character.isLetter {
        word.append(character)
        continue
      }
      if !word.isEmpty {
        result.append((word, opens))
        (word, opens) = ("", false)
      }
      if ".!?:".contains(character) { opens = true }
    }
    return result
  }
}
