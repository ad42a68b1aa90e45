import Atlas
import Diagnostics
import Evidence
import Foundation
import Interview
import Tables

/// Asks an assistant about each answer of an interview.
struct AssistedDraft {
  let ask: AskAssistant
  let atlas: Atlas
  /// BCP 47.
  let language: String
  /// By answer.
  var drafts: [AnswerDraft]
  var figures: [FigureDraft]
  private(set) var refusals: [Diagnostic] = []

  init(
    _ ask: @escaping AskAssistant, drafts: [AnswerDraft], figures: [FigureDraft], atlas: Atlas,
    language: String
  ) {
    (self.ask, self.atlas, self.language) = (ask, atlas, language)
    (self.drafts, self.figures) = (drafts, figures)
  }

  /// - Parameters:
  ///   - questions: with their answers, one for each draft.
  ///   - places: that each answer names.
  /// - Throws: an atlas that can't be read.
  mutating func ask(about questions: [Question], places: [[String]]) throws(DiagnosticError) {
    for (index, question) in questions.enumerated() {
      let paragraphs = Set(question.answer.map(\.number))
      // What is computed stands in no paragraph, so that nothing could be held against it.
      let own = figures.filter { paragraphs.contains($0.paragraph) && $0.formula.isEmpty }
      let request = request(question, drafts[index], own, places[index])
      guard let said = answer(to: request, question) else { continue }
      var check = AssistantCheck(
        question, figures: own, places: Set(places[index]), atlas: atlas, language: language)
      drafts[index] = try check.apply(said, to: drafts[index])
      let labels = try check.labels(said.labels ?? [:])
      for place in figures.indices {
        figures[place].label = labels[figures[place].id] ?? figures[place].label
      }
      refusals += check.refusals
    }
  }

  private func request(
    _ question: Question, _ draft: AnswerDraft, _ figures: [FigureDraft], _ places: [String]
  ) -> AssistantRequest {
    func text(_ sentence: Sentence) -> AssistantAnswer.Text {
      AssistantAnswer.Text(text: sentence.text, paragraph: sentence.paragraph)
    }
    func words(_ figure: FigureDraft) -> String {
      let scalars = Array(
        question.answer.first { $0.number == figure.paragraph }?.text.unicodeScalars ?? "".unicodeScalars)
      return figure.range.upperBound <= scalars.count ? String(scalars: scalars[figure.range]) : ""
    }
    return AssistantRequest(
      language: language, question: .init(number: question.number, text: question.text),
      answer: question.answer.map {
        .init(paragraph: $0.number, speaker: $0.speaker ?? question.speaker, text: $0.text)
      },
      figures: figures.map {
        .init(
          id: $0.id, label: $0.label, value: $0.value, unit: $0.unit, period: $0.period,
          qualifier: $0.qualifier, status: $0.status, paragraph: $0.paragraph, words: words($0))
      }, places: places,
      draft: AssistantAnswer(
        headline: draft.headline.map(text), points: draft.points.map(text),
        quotation: draft.quotation.map(text)))
  }

  private mutating func answer(to request: AssistantRequest, _ question: Question) -> AssistantAnswer? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let reason: String
    do {
      let bytes = try ask(Array(encoder.encode(request)))
      let said = try JSONDecoder().decode(AssistantAnswer.self, from: Data(bytes))
      if said.saysSomething { return said }
      reason = "it holds none of the keys headline, points, quotation and labels"
    } catch let failure as AssistantFailure {
      reason = failure.reason
    } catch {
      reason =
        "what it says is no JSON of this form: { \"headline\": { \"text\": …, \"paragraph\": … }, \"points\": […], … }"
    }
    refusals.append(
      Diagnostic(
        .warning, "the assistant says nothing of question \(question.number) that can be used: \(reason)",
        at: question.location, advice: "what the interview's own words give stands there (Docs/new.md)"))
    return nil
  }
}
