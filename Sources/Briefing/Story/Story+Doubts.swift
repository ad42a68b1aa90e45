import Diagnostics
import Evidence

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
    var words = words
    // Their mistakes were told when the pack was read.
    var told = DiagnosticLog()
    if let ownWords { words.add(ownWords, log: &told) }
    let check = ClaimCheck(
      story.figures, before: [ownFigures].compactMap(\.self), asOf: story.figuresAsOf,
      vocabulary: story.isEnglish ? words : ClaimVocabulary(), readings: memory.readings)
    return check.doubts(about: story.passages, isStrict: isStrict)
  }

  /// Numbers that are typed where a figure has that value: they would stay old when the figure changes.
  func typedNumbers(in texts: [PlacedText]) -> [Diagnostic] {
    texts.flatMap { text in
      let numbers = figures?.typedNumbers(in: text.text, readings: memory.readings) ?? []
      return numbers.map { number in
        let names = number.figures.map { "'\($0)'" }.joined(separator: " and ")
        let have = number.figures.count == 1 ? "the figure \(names) has" : "the figures \(names) have"
        return Diagnostic(
          .warning, "'\(number.text)' is typed, and \(have) that value", at: text.location(at: number.offset),
          advice: "write \(number.references.joined(separator: " or ")), so that it changes with the figure")
      }
    }
  }
}
