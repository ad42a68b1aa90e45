import Diagnostics

/// What may have been misread, each at its place: labels that stand inside answers, questions that bear none,
/// turns far longer than the rest.
struct Doubts {
  let passages: [Passage]
  let found: FoundQuestions
  let speakers: Speakers
  let lines: [SourceLine]
  let file: String

  /// In words, of each turn.
  private let questionLengths: [Int]
  private let answerLengths: [Int]
  /// Most answers begin with who speaks.
  private let answersAreLabelled: Bool

  init(
    _ passages: [Passage], _ found: FoundQuestions, _ speakers: Speakers, _ lines: [SourceLine], file: String
  ) {
    self.passages = passages
    self.found = found
    self.speakers = speakers
    self.lines = lines
    self.file = file
    questionLengths = found.turns.map { passages[$0.question].reduce(0) { $0 + $1.words } }
    let labelled = found.turns.count { passages[$0.answer].first.map(\.answers) ?? false }
    answersAreLabelled =
      labelled * 3 >= found.turns.count * 2 && labelled > 1
      || (labelled > 0 && found.form == .spoken && labelled * 2 >= found.turns.count)
    answerLengths = found.turns.map { passages[$0.answer].reduce(0) { $0 + $1.words } }
  }

  private static let settle = "say what it is under 'interview: labels:' in pack.yml"

  func report(log: inout DiagnosticLog) {
    reportMisspeltLabels(&log)
    reportGuessedAsker(&log)
    reportUndecided(&log)
    reportUnlabelledQuestions(&log)
    reportRecurringLabels(&log)
    reportEarlyAnswer(&log)
    let usual = (question: median(questionLengths), answer: median(answerLengths))
    for (index, turn) in found.turns.enumerated() {
      reportLostQuestions(in: turn, &log)
      reportQuestion(turn, words: questionLengths[index], usual: usual.question, &log)
      reportUnlabelledAnswer(turn, &log)
      reportLengths(index, usual: usual.answer, &log)
      if found.form == .unlabelled { reportOwnQuestion(index, &log) }
    }
    reportUnusedNumbers(&log)
    reportLeftovers(&log)
  }

  private func median(_ lengths: [Int]) -> Int {
    lengths.isEmpty ? 0 : lengths.sorted()[lengths.count / 2]
  }

  private func location(_ passage: Passage) -> SourceLocation { lines[passage.line].location(in: file) }

  // MARK: Labels

  private func reportMisspeltLabels(_ log: inout DiagnosticLog) {
    for label in speakers.misspelt {
      log.warning(
        "'\(label.label)' is taken for a misspelt '\(label.meant)'", at: lines[label.line].location(in: file),
        advice: "if it is somebody else, \(Self.settle): '\(label.label): answers'")
    }
  }

  private func reportGuessedAsker(_ log: inout DiagnosticLog) {
    guard let guessed = speakers.guessed,
      let passage = passages.first(where: { passage in
        passage.opening.map { speakers.speaker($0.label) == guessed } ?? false
      }), let label = passage.opening?.label
    else { return }
    log.warning(
      "who asks is not plain; '\(label)' is taken for the one who does", at: location(passage),
      advice: "look with 'bayan check --transcript', and \(Self.settle) ('\(label): asks')")
  }

  /// Neither a question mark nor an answer's place tells what they are.
  private func reportUndecided(_ log: inout DiagnosticLog) {
    for speaker in speakers.undecided {
      let passage = passages.first { $0.opening.map { speakers.speaker($0.label) == speaker } ?? false }
      guard let passage, let label = passage.opening?.label else { continue }
      log.warning(
        "'\(label)' ends no turn with a question mark, and is taken for somebody who asks",
        at: location(passage),
        advice: "\(Self.settle): '\(label): asks' or 'answers'")
    }
  }

  private func reportUnlabelledQuestions(_ log: inout DiagnosticLog) {
    for index in passages.indices where found.unlabelled.contains(index) {
      log.warning(
        "this paragraph has no label, and is taken for a question since a label answers it",
        at: location(passages[index]), advice: "look with 'bayan check --transcript' whether it is one")
    }
  }

  /// "A:" before any question.
  private func reportEarlyAnswer(_ log: inout DiagnosticLog) {
    let preface = passages[..<(found.turns.first?.question.lowerBound ?? 0)]
    guard
      let answer = preface.first(where: { passage in
        passage.opening.map { LabelWords.role(ofWhole: $0.key) == .answers && passage.answers } ?? false
      })
    else { return }
    log.warning(
      "an answer stands before the first question", at: location(answer),
      advice: "look with 'bayan check --transcript' whether the first question has its number or label")
  }

  /// Words with a colon, a dash or a gap that begin several paragraphs, and were not taken for labels.
  private func reportRecurringLabels(_ log: inout DiagnosticLog) {
    var known: [String: (count: Int, asks: Int, first: Passage, opening: Opening)] = [:]
    var order: [String] = []
    for passage in passages where passage.opening == nil {
      guard let opening = Opening(passage.text), opening.isSpeaker, looksLikeLabel(opening, passage) else {
        continue
      }
      if known[opening.key] == nil { order.append(opening.key) }
      var label = known[opening.key] ?? (0, 0, passage, opening)
      label.count += 1
      if passage.text.asksQuestion, !opening.isLoose { label.asks += 1 }
      known[opening.key] = label
    }
    for key in order {
      guard let label = known[key], label.count > 1 || label.asks > 0 else { continue }
      let times = label.count == 1 ? "begins a paragraph that asks" : "begins \(label.count) paragraphs"
      log.warning(
        "'\(label.opening.label)' \(times), and is taken for words of the text", at: location(label.first),
        advice: "\(Self.settle): '\(label.opening.label): asks', 'answers' or 'text'")
    }
  }

  private func looksLikeLabel(_ opening: Opening, _ passage: Passage) -> Bool {
    guard !speakers.isText(opening.label), passage.text.element(opening.length).map({ !$0.isLower }) ?? false
    else {
      return false
    }
    switch opening.form {
    case .colon: return passage.followsGap
    case .dashed: return passage.followsGap && found.form != .numbered
    case .space: return true
    default: return false
    }
  }

  // MARK: Questions in answers

  /// Within an answer: somebody who asks, or a paragraph without a label that may be a question.
  private func reportLostQuestions(in turn: Turn, _ log: inout DiagnosticLog) {
    var speaker: String?
    for index in turn.answer {
      guard let opening = passages[index].opening, passages[index].isSpoken else {
        if asksOutsideItsTurn(index, in: turn) {
          log.warning(
            "this paragraph asks, and is taken for part of the answer to question \(turn.number)",
            at: location(passages[index]), advice: "if it is a question, it needs its number or label")
        }
        continue
      }
      let current = speakers.speaker(opening.label)
      if found.followUps.contains(index) {
        speaker = current
        continue
      }
      if asksWithin(index, turn, isAnother: speaker.map { $0 != current } ?? false) {
        log.warning(
          "'\(opening.label)' asks within the answer to question \(turn.number)",
          at: location(passages[index]),
          advice: found.form == .spoken
            ? "if it is a question, \(Self.settle): '\(opening.label): asks'"
            : "number it if it is a question of its own; else \(Self.settle): '\(opening.label): answers'")
      } else if index > turn.answer.lowerBound {
        reportUnlabelled(before: index, opening, isSame: current == speaker, in: turn, &log)
      }
      speaker = current
    }
  }

  /// Somebody who answers, but not first, ends his turn with a question; or somebody who asks does, where questions
  /// have numbers; or a turn ends with a question, and the same one is named again.
  private func asksWithin(_ index: Int, _ turn: Turn, isAnother: Bool) -> Bool {
    guard passages[index].body.asksQuestion else { return false }
    if found.form != .spoken { return passages[index].isAsked }
    if isAnother { return true }
    let next = index + 1 < passages.count ? passages[index + 1].opening : nil
    return next.map { speakers.speaker($0.label) == speakers.speaker(passages[index].opening?.label ?? "") }
      ?? false
      && passages[index].opening?.form != .dash
  }

  /// A paragraph without a label, before the same speaker is named again or another follows.
  private func reportUnlabelled(
    before index: Int, _ opening: Opening, isSame: Bool, in turn: Turn, _ log: inout DiagnosticLog
  ) {
    let before = passages[index - 1]
    guard before.opening == nil, !asksOutsideItsTurn(index - 1, in: turn) else { return }
    if isSame {
      log.warning(
        "'\(opening.label)' is named again, though nobody else spoke: this may be a question",
        at: location(before), advice: "if it is one, it needs its number or label")
    } else if before.text.asksQuestion {
      log.warning(
        "this paragraph asks before '\(opening.label)' speaks, and is taken for part of an answer",
        at: location(before), advice: "if it is a question, it needs its number or label")
    }
  }

  /// Without a label, where questions have numbers or are bold: a short paragraph that asks "you".
  private func asksOutsideItsTurn(_ index: Int, in turn: Turn) -> Bool {
    let passage = passages[index]
    switch found.form {
    case .spoken: return false
    case .unlabelled:
      return index + 1 == turn.answer.upperBound && index > turn.answer.lowerBound
        && turn.number < found.turns.count
        && passage.text.asksQuestion
    case .numbered, .bold:
      if found.form == .bold || passages[turn.question.lowerBound].isEmphasised, passage.isEmphasised {
        return true
      }
      guard passage.opening == nil, passage.text.asksQuestion, passage.words <= 40 else { return false }
      let isOneSentence = !passage.text.dropLast(2).contains(where: \.endsSentence)
      return isOneSentence && found.form == .numbered
        ? !isOwn(passage.text) : passage.followsGap && addresses(passage.text)
    }
  }

  /// Where the others begin with who speaks.
  private func reportUnlabelledAnswer(_ turn: Turn, _ log: inout DiagnosticLog) {
    guard answersAreLabelled, let first = passages[turn.answer].first, first.opening == nil else { return }
    log.warning(
      "the answer to question \(turn.number) has no label, where others have one", at: location(first),
      advice: "look with 'bayan check --transcript' whether it is an answer")
  }

  // MARK: Lengths

  /// A question that goes on long after its question mark may hold its answer; one far longer than the rest too.
  private func reportQuestion(_ turn: Turn, words: Int, usual: Int, _ log: inout DiagnosticLog) {
    guard let first = passages[turn.question].first else { return }
    let text = Scalars(passages[turn.question].map { $0.body + [" "] }.joined())
    let after =
      text.lastIndex(where: \.asksQuestion).map { text[$0...].dropLast().count(where: \.isBlank) } ?? 0
    let advice = "look with 'bayan check --transcript' where its answer begins"
    if after > Self.longTail {
      log.warning(
        "question \(turn.number) goes on for \(after) words after its question mark: its answer may be among them",
        at: location(first), advice: advice)
    } else if words > Self.longQuestion, words > 5 * usual {
      log.warning(
        "question \(turn.number) has \(words) words, far more than the others", at: location(first),
        advice: advice)
    } else if let other = unlabelledPart(of: turn) {
      log.warning(
        "this paragraph has no label, and is taken for part of question \(turn.number)", at: location(other),
        advice: "look with 'bayan check --transcript' whether it begins a question or an answer")
    }
  }

  /// A paragraph of a question that does not ask after one that does, or that asks after who leads the talk.
  private func unlabelledPart(of turn: Turn) -> Passage? {
    var hasAsked = false
    for passage in passages[turn.question] {
      let asks = passage.body.asksQuestion
      if passage.opening == nil, hasAsked && !asks { return passage }
      if asks { hasAsked = true }
    }
    guard let first = passages[turn.question].first, first.opening?.role == .chairs, !first.body.isEmpty
    else { return nil }
    return passages[turn.question].first { $0.opening == nil }
  }

  /// In words. A question that explains itself after asking takes a sentence or two.
  private static let longTail = 40
  /// In words; few questions that are printed have more.
  private static let longQuestion = 120
  /// In words: below it, an answer ten times as long as the others is nothing strange.
  private static let longAnswer = 500

  private func reportLengths(_ index: Int, usual: Int, _ log: inout DiagnosticLog) {
    let turn = found.turns[index]
    guard found.turns.count >= 4, let first = passages[turn.answer].first else { return }
    let words = answerLengths[index]
    let advice = "look with 'bayan check --transcript' whether it is one turn"
    if words > Self.longAnswer, words > 10 * usual {
      log.warning(
        "the answer to question \(turn.number) has \(words) words, far more than the others: a question may be lost in it",
        at: location(first), advice: advice)
    } else if !first.answers, words * 10 < usual, words < questionLengths[index] {
      log.warning(
        "the answer to question \(turn.number) has \(words) word\(words == 1 ? "" : "s"), far fewer than the others",
        at: location(first), advice: advice)
    }
  }

  // MARK: Questions without numbers and labels

  /// The speaker may ask and answer it himself: it asks no "you", and begins as an objection.
  private func reportOwnQuestion(_ index: Int, _ log: inout DiagnosticLog) {
    let passage = passages[found.turns[index].question.lowerBound]
    let first = passage.text.prefix(while: \.isLetter).string.lowercased()
    guard objections.contains(first), !addresses(passage.text) else { return }
    log.warning(
      "this paragraph is taken for question \(index + 1), and may be one that the speaker asks himself",
      at: location(passage), advice: "number the questions ('1. …?') if it is no question")
  }

  /// Numbers that were to be questions', where the paragraphs that ask bear none.
  private func reportUnusedNumbers(_ log: inout DiagnosticLog) {
    let numbers = passages.filter { $0.opening.map { $0.number != nil && !$0.isWeak } ?? false }
    guard found.form == .unlabelled, numbers.count > 1, let first = numbers.first else { return }
    log.warning(
      "numbers begin \(numbers.count) paragraphs, and none of them is taken for a question's",
      at: location(first),
      advice: "number the questions 1, 2, 3 … in order, if these are some")
  }

  // MARK: What is left in the text

  /// Labels that stand within a line, and times at its head.
  private func reportLeftovers(_ log: inout DiagnosticLog) {
    for passage in passages {
      guard let label = innerLabel(passage.body) else { continue }
      log.warning(
        "'\(label):' stands within a paragraph, and is taken for words of the text", at: location(passage),
        advice: "begin each turn on a line of its own")
    }
    let dashed = passages.filter {
      $0.opening == nil && $0.text.first?.isDash ?? false && $0.text.asksQuestion
    }
    if dashed.count > 1, let first = dashed.first {
      log.warning(
        "\(dashed.count) paragraphs that ask begin with a dash, and it is taken for words of the text",
        at: location(first),
        advice: "begin each turn with a dash, or with its speaker")
    }
    let timed = passages.filter { beginsWithTime($0.body) }
    if timed.count > 1, let first = timed.first {
      log.warning(
        "\(timed.count) paragraphs begin with a time, and it is taken for words of the text",
        at: location(first),
        advice: "export the transcript without times, or with the times in brackets: [00:12]")
    }
  }

  /// "Why? A: Because": a speaker's label after a sentence.
  private func innerLabel(_ text: Scalars) -> String? {
    for colon in text.indices where text[colon] == ":" && colon > 2 && text.element(colon + 1) == " " {
      var start = colon
      while start > 0, colon - start < 40, !text[start - 1].endsSentence { start -= 1 }
      guard start > 0, text[start - 1].endsSentence, text.element(start) == " " else { continue }
      let label = text[(start + 1)..<colon].string
      if speakers.role(label) != nil { return label }
    }
    return nil
  }

  private func beginsWithTime(_ text: Scalars) -> Bool {
    let word = text.prefix(text.firstWordLength)
    return word.contains(":") && word.count >= 4 && word.allSatisfy { $0.isDigit || $0 == ":" }
  }
}

/// Words that begin an objection, or a question that follows from what was said.
private let objections: Set<String> = [
  "but", "yet", "но", "однако", "aber", "doch", "mais", "pero", "ma", "ama", "лекин", "lekin", "бірақ",
  "biroq", "però",
]
