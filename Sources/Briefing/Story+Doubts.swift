import Diagnostics
import Evidence
import Foundation
import Tables

extension Story {
  /// The words of claims are English, as all wording is.
  fileprivate var isEnglish: Bool { language.lowercased().hasPrefix("en") }

  /// What was typed and agreed with the figures of an edition before, and no longer does.
  public func doubts(since edition: Edition, words: ClaimVocabulary) -> [Diagnostic] {
    let check = ClaimCheck(
      figures, before: [FigureTable(recorded: edition)], asOf: figuresAsOf,
      vocabulary: isEnglish ? words : ClaimVocabulary())
    return check.doubts(about: passages)
  }
}

extension PackFolder {
  /// What a person typed into the pack that its figures contradict.
  func doubts(about story: Story, words: ClaimVocabulary, isStrict: Bool) -> [Diagnostic] {
    var log = DiagnosticLog()
    let words = ownWords(beside: words, log: &log)
    let check = ClaimCheck(
      story.figures, before: [ownFigures].compactMap(\.self), asOf: story.figuresAsOf,
      vocabulary: story.isEnglish ? words : ClaimVocabulary(), readings: memory.readings)
    return log.diagnostics + check.doubts(about: story.passages, isStrict: isStrict)
  }

  /// With those of the pack's own words.csv.
  private func ownWords(beside words: ClaimVocabulary, log: inout DiagnosticLog) -> ClaimVocabulary {
    let file = name("words.csv")
    guard FileManager.default.fileExists(atPath: file) else { return words }
    var words = words
    if let table = log.collect({ () throws(DiagnosticError) in try Table.open(file, in: path) }) {
      words.add(table, log: &log)
    }
    return words
  }
}
