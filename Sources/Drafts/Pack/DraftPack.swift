import Atlas
import Diagnostics
import Evidence
import Foundation
import Interview

/// A first pack made of an interview's text alone: everything in it stands in the text, and all of it is to be looked at.
public struct DraftPack: Sendable {
  /// What pack.yml is written against: a file beside it, which is one of Layouts/.
  public static let schema = "pack.schema.json"
  /// The pack's files, by their paths in its folder.
  public private(set) var files: [(name: String, bytes: [UInt8])] = []
  public private(set) var transcript: Transcript
  public private(set) var figures: [FigureDraft] = []
  /// Towns that answers name, each once.
  public private(set) var towns: [String] = []
  /// Questions that stand with the one before them, by their words.
  public private(set) var followUps: [String] = []
  /// What the reader of the interview doubts.
  public private(set) var doubts: [Diagnostic] = []

  /// - Parameters:
  ///   - text: the interview as it is kept in the pack (transcript.txt).
  ///   - file: as messages name it.
  ///   - name: of the file that it was taken from, without its ending: what the pack is called where the text has no title.
  ///   - labels: what is said of who speaks, where the text leaves it open; pack.yml says it as well.
  ///   - atlas: where places are looked up.
  ///   - assistant: is asked about each answer; what the answer doesn't bear out is refused, as `doubts` say.
  /// - Throws: an interview that can't be read, with what it is taken for; an atlas that can't be read.
  public init(
    _ text: String, file: String, name: String, labels: [String: LabelRole] = [:], atlas: Atlas,
    assistant: AskAssistant? = nil
  ) throws(DiagnosticError) {
    var log = DiagnosticLog()
    transcript = try Transcript.read(text, file: file, labels: labels, log: &log)
    followUps = transcript.proposedFollowUps
    if !followUps.isEmpty {
      log = DiagnosticLog()
      transcript = try Transcript.read(text, file: file, labels: labels, followUps: followUps, log: &log)
    }
    try Self.check(labels, transcript)
    doubts = log.diagnostics
    // Numbers in words, scales and qualifiers are read in English alone.
    let language = draftLanguage(of: text)
    let said = transcript.saidInAnswer
    figures = language == "en" ? draftFigures(of: said) : []
    let texts =
      said.questions.map { question in question.answer.map(\.text).joined(separator: "\n") }
      + [transcript.footnotes.map(\.text).joined(separator: "\n")]
    let mentions = try atlas.mentions(in: texts, hints: PlaceHints(language: language))
    let named = try NamedTowns(mentions, texts: texts, atlas: atlas)
    var answers = said.questions.map { [figures] in AnswerDraft($0, figures: figures) }
    if let assistant {
      var assisted = AssistedDraft(
        assistant, drafts: answers, figures: figures, atlas: atlas, language: language)
      try assisted.ask(about: said.questions, places: named.towns)
      (answers, figures) = (assisted.drafts, assisted.figures)
      doubts += assisted.refusals
    }
    let writer = PackWriter(
      transcript: said, figures: figures, answers: answers, name: name, labels: labels, followUps: followUps,
      language: language,
      towns: named.towns.dropLast(), notedTowns: named.towns.last ?? [],
      events: said.questions.map { language == "en" ? draftEvents(in: $0.answer) : [] })
    towns = writer.allTowns
    files = [("transcript.txt", Array(text.utf8))] + writer.files
    if let table = named.table { files.append(("places.csv", table)) }
  }

  /// Whoever is said to speak does.
  private static func check(_ labels: [String: LabelRole], _ transcript: Transcript) throws(DiagnosticError) {
    guard let unknown = transcript.unknownLabels.first else { return }
    let known = transcript.labels.map { "'\($0.label)'" }.joined(separator: ", ")
    throw DiagnosticError(
      "no turn of the interview begins with '\(unknown)'", at: SourceLocation(file: transcript.file),
      advice: known.isEmpty
        ? "write the name as it stands before what is said" : "these words begin turns: \(known)")
  }
}

extension Transcript {
  /// The same without what those who ask say within answers: no draft takes it for the answer's.
  fileprivate var saidInAnswer: Transcript {
    var said = self
    for index in said.introduction.indices where said.introduction[index].isAsked {
      said.introduction[index].text = ""
    }
    for index in said.biography.indices where said.biography[index].isAsked {
      said.biography[index].text = ""
    }
    for question in said.questions.indices {
      for paragraph in said.questions[question].answer.indices
      where said.questions[question].answer[paragraph].isAsked {
        said.questions[question].answer[paragraph].text = ""
      }
    }
    return said
  }
}
