import Diagnostics
import Foundation

/// Holds the words of passages against figures, and what was typed of older figures against newer ones.
public struct ClaimCheck {
  let ground: ClaimGround
  /// The same figures before an update, and in an edition before.
  let before: [ClaimGround]
  /// Of each of those tables the figures that have another value now.
  let changed: [FigureTable]
  let vocabulary: ClaimVocabulary
  /// As of when the figures are.
  let asOf: Period?
  let readings: TextReadings

  /// `before` are tables of the same ids with older values. A goal whose period ends before `asOf` (ISO 8601) is over.
  /// `readings` are of texts that were looked through before.
  public init(
    _ figures: FigureTable, before: [FigureTable] = [], asOf: String? = nil, vocabulary: ClaimVocabulary,
    readings: TextReadings = TextReadings()
  ) {
    self.readings = readings
    readings.beginClaims(of: vocabulary, about: figures)
    ground = ClaimGround(figures, vocabulary)
    self.before = before.map { ClaimGround($0, vocabulary) }
    changed = before.map { old in
      FigureTable(old.figures.filter { was in figures[was.id].map { !$0.hasSameValue(as: was) } ?? false })
    }
    self.vocabulary = vocabulary
    self.asOf = asOf.flatMap { Period(String($0.prefix(7))) }
  }

  /// Warnings of what is contradicted, each at its word; with `isStrict` notes of what can't be linked to figures, one
  /// for each text.
  public func doubts(about passages: [Passage], isStrict: Bool = false) -> [Diagnostic] {
    passages.flatMap { staleNumbers(in: $0) + doubts(about: $0, isStrict: isStrict) } + staleLabels()
      + staleNotes()
  }

  private func doubts(about passage: Passage, isStrict: Bool) -> [Diagnostic] {
    if vocabulary.isEmpty { return [] }
    let read = readings.passage(passage, figures: ground.table, vocabulary: vocabulary)
    let sentences = read.map(\.sentence)
    let refers = sentences.contains { $0.tokens.contains { $0.reference != nil } }
    if passage.figures.isEmpty, !refers { return [] }
    var found: [Diagnostic] = []
    var unlinked: [(text: String, offset: Int)] = []
    for (sentence, all) in read {
      let count = found.count
      let multiples = multiples(in: sentence, besides: all)
      // "Twice as much as" is no "twice" of what was, whatever its figures.
      let claims = all.filter { claim in !multiples.contains { $0.range.overlaps(claim.range) } }
      found += multiples.compactMap { doubt($0, of: sentence, in: passage) }
      for (index, claim) in claims.enumerated() {
        var others = claims
        others.remove(at: index)
        func judged(in ground: ClaimGround) -> ClaimJudgement {
          ClaimCase(
            claim: claim, sentence: sentence, passage: passage, sentences: sentences, others: others,
            ground: ground, origin: before.first ?? self.ground
          ).judged
        }
        let one = ClaimCase(
          claim: claim, sentence: sentence, passage: passage, sentences: sentences, others: others,
          ground: ground, origin: before.first ?? self.ground)
        let offset = sentence.tokens[claim.range.lowerBound].range.lowerBound
        switch one.judged {
        case .agrees: break
        case .none: if one.isLeftToReaders { unlinked.append((one.text, offset)) }
        case .unlinked: unlinked.append((one.text, offset))
        case .contradicted(let words, let advice, let isSure):
          let wasTrue = before.contains { if case .agrees = judged(in: $0) { true } else { false } }
          if isSure || wasTrue {
            found.append(
              Diagnostic(
                .warning, "'\(one.text)' is typed, and \(words)", at: passage.location(at: offset),
                advice: advice))
          } else {
            unlinked.append((one.text, offset))
          }
        }
      }
      found += tense(of: sentence, in: passage) + periodDoubts(of: sentence, in: passage, sentences)
      found += timesApart(of: sentence, in: passage) + unitDoubts(of: sentence, in: passage)
      found += statusDoubts(of: sentence, in: passage) + sourceDoubts(of: sentence, in: passage)
      found += signDoubts(of: sentence, in: passage) + turnDoubts(of: sentence, in: passage)
      found += ratioDoubts(of: sentence, in: passage)
      found += qualifierDoubts(of: sentence, in: passage) + shareDoubts(of: sentence, in: passage)
      if found.count == count { found += toldAsFact(in: sentence, of: passage) }
    }
    if isStrict, let first = unlinked.first {
      let names = unlinked.map { "'\($0.text)'" }.joined(separator: ", ")
      found.append(
        Diagnostic(
          .note, "\(names): no figure tells whether this is so", at: passage.location(at: first.offset),
          advice: "say it by a reference, or read it again whenever the figures change"))
    }
    return found
  }

  // MARK: Goals whose time is over

  /// "is the goal for 2020", "will reach {goal}" after 2020.
  private func tense(of sentence: ClaimSentence, in passage: Passage) -> [Diagnostic] {
    guard let asOf else { return [] }
    for clause in sentence.clauses {
      let goals =
        sentence.references(in: clause).flatMap { $0.reference.ids } + periods(in: clause, of: sentence)
      let over = goals.compactMap { ground.original($0) }.first { goal in
        goal.status == .target && (goal.period.map { $0.lastMonth < asOf.firstMonth } ?? false)
      }
      guard let over, let index = clause.first(where: { speaksOfFuture(sentence, at: $0, in: clause) }) else {
        continue
      }
      let word = sentence.tokens[index].text
      return [
        Diagnostic(
          .warning,
          "'\(word)' speaks of the goal '\(over.id)' as of one to come, and its time, \(over.words(.period)), is over "
            + "as of \(asOf.words())", at: passage.location(at: sentence.tokens[index].range.lowerBound),
          advice: "say what came of it, or write 'was'")
      ]
    }
    return []
  }

  private func periods(in clause: Range<Int>, of sentence: ClaimSentence) -> [String] {
    clause.compactMap { sentence.tokens[$0].reference?.id }
  }

  private func speaksOfFuture(_ sentence: ClaimSentence, at index: Int, in clause: Range<Int>) -> Bool {
    let senses = sentence.phrases(at: index).map(\.sense)
    let isPast = clause.contains { ["was", "were", "had", "wanted", "set"].contains(sentence.key($0)) }
    if isPast { return false }
    if senses.contains(.ahead) { return true }
    let namesGoal = clause.contains { place in
      sentence.phrases(at: place).contains { $0.sense == .goal }
    }
    // "Is ahead of the goal" tells what came of it.
    let isOutcome = sentence.phrases(at: index + 1).contains {
      [.reached, .passed, .missed, .more, .less].contains($0.sense)
    }
    return ["is", "are", "remains", "remain", "stands"].contains(sentence.key(index)) && namesGoal
      && !isOutcome
      || senses.contains(.underway)
        && ["on", "heading", "nearing", "approaching", "nears", "heads", "closing", "yet", "still"]
          .contains(sentence.key(index))
  }
}

extension ClaimCase {
  /// Whether it says how something moved or compares, though nothing that it could be held against was found.
  var isLeftToReaders: Bool {
    claim.phrase([.up, .down, .times, .more, .less, .most, .least, .faster, .slower]) != nil
      && !claim.isSupposed
  }

  /// Of the kinds of claim that a phrase can be, the first that is one here.
  var judged: ClaimJudgement {
    for judge in [
      judgeGoal, judgeShare, judgeComparison, judgeLead, judgeExtreme, judgePace, judgeDirection,
      judgeRemainder,
    ] {
      let judgement = judge()
      if case .none = judgement { continue }
      return judgement
    }
    return .none
  }
}
