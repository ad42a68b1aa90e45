/// Questions of the form "Q: … A: …" or "Interviewer: … Dr Smith: …".
struct SpokenQuestions {
  private let passages: [Passage]
  private let speakers: Speakers
  /// Answers begin with a label, mostly.
  private let answersAreLabelled: Bool
  /// Index of the passage that each question begins with.
  private(set) var starts: [Int] = []
  /// Of those the ones that bear no label, but are answered by one.
  private(set) var unlabelled: Set<Int> = []

  init(_ passages: [Passage], speakers: Speakers) {
    self.passages = passages
    self.speakers = speakers
    let turns = passages.indices.filter { passages[$0].isSpoken }
    let replies = zip(turns, turns.dropFirst()).filter { passages[$0].isAsked && !passages[$1].isAsked }.count
    let asked = turns.count { passages[$0].isAsked }
    answersAreLabelled = replies * 2 >= asked
    findStarts(turns)
  }

  private mutating func findStarts(_ turns: [Int]) {
    /// The turn before, if it belongs to the question that was asked last.
    var asking: Int?
    var answering: String?
    for (position, turn) in turns.enumerated() {
      let next = position + 1 < turns.count ? turns[position + 1] : nil
      if passages[turn].isAsked, isProcedure(turn, next: next) || isNotAnswered(position, turns) { continue }
      guard passages[turn].isAsked else {
        if asking == nil,
          let missed = missedQuestion(
            before: turn, answering: answering, since: position > 0 ? turns[position - 1] : -1)
        {
          starts.append(missed)
          unlabelled.insert(missed)
        }
        answering = speaker(of: turn)
        asking = nil
        continue
      }
      if let before = asking {
        // What stands between two who ask is an answer without its label.
        let isUnanswered = turn - before == 1 || (passages[before].body.isEmpty && turn - before == 2)
        let goesOn =
          isUnanswered && (speaker(of: before) != speaker(of: turn) || !passages[before].text.asksQuestion)
        if !goesOn { starts.append(turn) }
        asking = turn
      } else if starts.isEmpty ? !opensTalk(turn, next: next) : !isInterjection(turn, next: next) {
        starts.append(turn)
        asking = turn
      }
    }
  }

  /// It greets, thanks, or hands the word on, in all its paragraphs; one without a label that follows may be an answer.
  private func isProcedure(_ turn: Int, next: Int?) -> Bool {
    let said = passages[turn..<(next ?? passages.count)]
    // "Good morning. How are you doing?" is a question to whoever answers at length.
    if let next, !passages[next].isAsked, said.contains(where: { $0.text.contains(where: \.asksQuestion) }),
      passages[next].words >= Self.shortReport, !passages[next].body.isProcedure
    {
      return false
    }
    if said.count == 1 { return passages[turn].body.isProcedure }
    if passages[turn].body.isEmpty { return said.dropFirst().allSatisfy { $0.text.isProcedure } }
    return said.allSatisfy { $0.body.isProcedure }
      || passages[turn].opening?.role == .chairs && (said.last?.body.isProcedure ?? false)
        && !said.contains { $0.body.asksQuestion }
  }

  /// In words.
  private static let shortReport = 15

  /// It asks nothing, and until somebody asks there are greetings and words of those who ask alone: "Our guest is Ann Ash. Good
  /// morning." – "Good morning!"
  private func isNotAnswered(_ position: Int, _ turns: [Int]) -> Bool {
    let turn = turns[position]
    let following = turns[(position + 1)...]
    guard let next = following.first, next == turn + 1, !passages[turn].body.isEmpty,
      !passages[turn].text.contains(where: \.asksQuestion), !passages[turn].body.requestsAnswer
    else { return false }
    for (offset, reply) in following.enumerated() {
      let after = following.dropFirst(offset + 1).first
      if isProcedure(reply, next: after) { continue }
      return passages[reply].isAsked && offset > 0
    }
    return false
  }

  private func speaker(of passage: Int) -> String? {
    passages[passage].opening.map { speakers.speaker($0.label) ?? $0.label }
  }

  /// Who leads opens the talk before anybody else is asked: "The Chair: Welcome." So does whoever asks by paragraphs
  /// without a question; one alone is more likely an answer whose label is missing.
  private func opensTalk(_ turn: Int, next: Int?) -> Bool {
    guard let next, passages[next].isAsked, !passages[turn].text.asksQuestion else { return false }
    if passages[turn].opening?.role == .chairs { return true }
    return next > turn + 2 && speaker(of: turn) == speaker(of: next)
      && !passages[turn..<next].contains { $0.text.contains(where: \.asksQuestion) }
  }

  /// "Host: I see.", and "Host: Thank you." at the end: nothing is asked, and the answer goes on or is over.
  private func isInterjection(_ turn: Int, next: Int?) -> Bool {
    let text = passages[turn].body
    if text.contains(where: \.asksQuestion) || text.first == "[" || text.first == "(" || text.isEmpty {
      return false
    }
    let words = text.split(whereSeparator: \.isBlank)
    let first = words.first.map { $0.filter(\.isLetter).string.lowercased() } ?? ""
    if next == nil { return turn + 1 == passages.count || LabelWords.thanks(first) }
    if LabelWords.thanks(first) {
      return words.count <= 8
        || (!hasSeveralSentences(text) && !passages[(turn + 1)...].contains { $0.isAsked })
    }
    if passages[turn].opening.map({
      LabelWords.role(ofWhole: $0.key) != nil && officeRole($0.key) == .asks
        && LabelWords.role(ofWord: $0.key) == nil
    }) ?? false {
      return false
    }
    return text.first?.isUnspaced ?? false ? text.count <= 4 : words.count <= 2
  }

  private func hasSeveralSentences(_ text: Scalars) -> Bool {
    text.indices.dropFirst(3).dropLast(2).contains {
      text[$0].endsSentence && text[$0 + 1].isBlank && text[($0 - 3)..<$0].allSatisfy(\.isLetter)
    }
  }

  /// A paragraph without a label that asks, right before the one who speaks anyhow is named anew: a question
  /// whose label is missing.
  private func missedQuestion(before turn: Int, answering: String?, since last: Int) -> Int? {
    // The first question's label may be missing as well.
    let isFirst = starts.isEmpty
    guard answersAreLabelled, isFirst || answering == speaker(of: turn), turn - 1 > last || isFirst, turn > 0,
      passages[turn - 1].opening == nil, passages[turn - 1].text.asksQuestion, passages[turn - 1].words <= 60
    else { return nil }
    return turn - 1
  }

  func questions() -> FoundQuestions {
    var found = FoundQuestions(form: .spoken)
    found.unlabelled = unlabelled
    for (position, start) in starts.enumerated() {
      let limit = position + 1 < starts.count ? starts[position + 1] : passages.count
      let end = endOfQuestion(start, limit: limit)
      found.turns.append(Turn(number: position + 1, question: start..<end, answer: end..<limit))
    }
    return found
  }

  private func endOfQuestion(_ start: Int, limit: Int) -> Int {
    var last = start
    // Others who ask before anybody answers take part in the question.
    for index in start..<limit where passages[index].isSpoken {
      if !passages[index].isAsked || index > start && passages[index].body.isProcedure { break }
      last = index
    }
    var end = last + 1
    if passages[last].body.isEmpty, end < limit, !passages[end].isSpoken { end += 1 }
    let answer = (end..<max(end, limit)).first { passages[$0].isSpoken && !passages[$0].isAsked }
    if let answer, answersAreLabelled || passages[end..<answer].allSatisfy({ $0.text.asksQuestion }) {
      end = answer
    }
    return min(end, limit)
  }
}
