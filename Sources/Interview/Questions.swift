import Diagnostics

/// A question and its answer, as ranges of passages.
struct Turn {
  var number: Int
  var question: Range<Int>
  var answer: Range<Int>
}

/// Where the questions are, and by what they were recognised.
struct FoundQuestions {
  var turns: [Turn] = []
  /// Labels of those who answer, as `Opening.key`.
  var speakers: Set<String> = []
}

/// Finds the questions: by their numbers, else by who speaks, else by their question marks.
///
/// A question is a number in order at the start of a paragraph whose text asks, or that somebody answers. A
/// numbered list within an answer neither asks nor goes on in order.
func findQuestions(_ passages: [Passage], _ lines: [SourceLine], file: String, log: inout DiagnosticLog)
  -> FoundQuestions
{
  let numbered = NumberedQuestions(passages)
  let spoken = spokenQuestions(passages)
  let generic = passages.contains { $0.opening.map { $0.isSpeaker && asksGenerically($0.label) } ?? false }
  if !numbered.starts.isEmpty, !(generic && numbered.label.isEmpty) || spoken == nil {
    reportOrder(numbered, passages, lines, file: file, log: &log)
    return numbered.questions(passages)
  }
  return spoken ?? unlabelledQuestions(passages)
}

private func reportOrder(
  _ numbered: NumberedQuestions, _ passages: [Passage], _ lines: [SourceLine], file: String,
  log: inout DiagnosticLog
) {
  var last = 0
  for start in numbered.starts {
    let location = lines[passages[start].line].location(in: file)
    let number = passages[start].opening?.number ?? 0
    let advice = "number the questions 1, 2, 3 … in order"
    if last == 0, number != 1 {
      log.error("the first question has the number \(number)", at: location, advice: advice)
    } else if number == last {
      log.error("question \(number) comes twice", at: location, advice: advice)
    } else if number != last + 1 {
      log.error("question \(number) follows question \(last)", at: location, advice: advice)
    }
    last = number
  }
}

// MARK: - Numbered

/// Questions of the form "1. …?" or "Question 1: …".
private struct NumberedQuestions {
  /// What stands before the number; empty for a number alone.
  var label = ""
  /// Index of the passage that each question begins with.
  var starts: [Int] = []
  private var speakers: Set<String> = []

  init(_ passages: [Passage]) {
    let candidates = passages.indices.filter { isCandidate(passages[$0]) }
    if candidates.isEmpty { return }
    let followers = AnsweringLabels(passages, after: candidates)
    var labels: [String] = []
    for index in candidates {
      if let key = passages[index].opening?.key, !labels.contains(key) { labels.append(key) }
    }
    var best = 0
    for label in labels {
      let group = candidates.filter { passages[$0].opening?.key == label }
      let (starts, asking) = NumberedQuestions.choose(group, label: label, passages, followers)
      if asking > best {
        (self.label, self.starts, best) = (label, starts, asking)
      }
    }
    if starts.isEmpty {
      label = ""
      starts = NumberedQuestions.requests(candidates.filter { passages[$0].opening?.label == "" }, passages)
    }
    speakers = followers.recognised(labelledQuestions: !label.isEmpty)
  }

  func questions(_ passages: [Passage]) -> FoundQuestions {
    var found = FoundQuestions(speakers: speakers)
    for (position, start) in starts.enumerated() {
      let limit = position + 1 < starts.count ? starts[position + 1] : passages.count
      let end = endOfQuestion(start, limit: limit, passages, speakers: speakers)
      found.turns.append(
        Turn(number: passages[start].opening?.number ?? 0, question: start..<end, answer: end..<limit))
    }
    return found
  }

  /// The questions among the passages numbered in one way, and how many of them ask or are answered.
  private static func choose(
    _ group: [Int], label: String, _ passages: [Passage], _ followers: AnsweringLabels
  ) -> (starts: [Int], asking: Int) {
    let labelled = !label.isEmpty
    func isAnswered(_ index: Int) -> Bool { followers.isAnswered(index, labelledQuestions: labelled) }
    let asking = group.filter { asks($0, passages) || isAnswered($0) || asksGenerically(label) }
    // Where answers bear a label, a number without one is a question only if it goes on in order.
    let answersAreLabelled = asking.count(where: isAnswered) * 2 >= asking.count
    var starts: [Int] = []
    var skipped: [Int] = []
    for index in group {
      let last = starts.last.flatMap { passages[$0].opening?.number } ?? 0
      let number = passages[index].opening?.number ?? 0
      if !asking.contains(index) {
        skipped.append(index)
        continue
      }
      if answersAreLabelled, !labelled, !isAnswered(index), number <= last { continue }
      // A question that only requests ("3. Please tell us …") is missed by the next one.
      var expected = last + 1
      for request in skipped where passages[request].opening?.number == expected && expected < number {
        starts.append(request)
        expected += 1
      }
      starts.append(index)
      skipped.removeAll()
    }
    if let last = starts.last, let request = skipped.first, skipped.count == 1,
      let number = passages[last].opening?.number, passages[request].opening?.number == number + 1,
      request + 1 < passages.count, request > last + 1
    {
      starts.append(request)
    }
    return (starts, asking.count)
  }

  /// Numbers in perfect order from 1 to the end, each with something after it, none of which asks.
  private static func requests(_ group: [Int], _ passages: [Passage]) -> [Int] {
    guard group.count >= 2, let last = group.last, last + 1 < passages.count else { return [] }
    for (position, index) in group.enumerated() {
      guard passages[index].opening?.number == position + 1, passages[index].followsGap else { return [] }
      if position > 0, group[position - 1] + 1 == index { return [] }
    }
    return group
  }
}

private func isCandidate(_ passage: Passage) -> Bool {
  guard let opening = passage.opening, opening.number != nil, !answersGenerically(opening.label) else {
    return false
  }
  return !opening.isWeak || (passage.followsGap && passage.text.asksQuestion)
}

/// The passage asks, or it is a bare number over the passage that does.
private func asks(_ index: Int, _ passages: [Passage]) -> Bool {
  let body = passages[index].body
  if !body.isEmpty { return body.asksQuestion }
  return index + 1 < passages.count && passages[index + 1].text.asksQuestion
}

/// Where the answer begins: at the first speaker, if all before it still asks, else with the next passage.
private func endOfQuestion(_ start: Int, limit: Int, _ passages: [Passage], speakers: Set<String>) -> Int {
  var next = start + 1
  if passages[start].body.isEmpty, next < limit { next += 1 }
  for index in next..<max(next, limit) {
    guard let opening = passages[index].opening, speakers.contains(opening.key) else { continue }
    return index == next || passages[index - 1].text.asksQuestion ? index : next
  }
  return min(next, limit)
}

// MARK: - Who answers

/// The labels that stand right after questions, and how often each does.
private struct AnsweringLabels {
  private var byQuestion: [Int: Opening] = [:]
  private var counts: [String: Int] = [:]
  private var inOrder: [Opening] = []
  private var prefaceNames: Set<String> = []

  init(_ passages: [Passage], after questions: [Int]) {
    for question in questions {
      var next = question + 1
      while next < passages.count, passages[next].opening == nil, passages[next].text.asksQuestion {
        next += 1
      }
      guard next < passages.count, let opening = passages[next].opening,
        opening.isSpeaker || answersGenerically(opening.label)
      else { continue }
      byQuestion[question] = opening
      counts[opening.key, default: 0] += 1
      inOrder.append(opening)
    }
    let preface = passages[..<(questions.first ?? 0)]
    for word in preface.lazy.flatMap({ $0.text.split(whereSeparator: { !$0.isLetter }) })
    where word.first?.isUpper ?? false {
      prefaceNames.insert(word.string)
    }
  }

  func isAnswered(_ question: Int, labelledQuestions: Bool) -> Bool {
    byQuestion[question].map { isRecognised($0, labelledQuestions: labelledQuestions) } ?? false
  }

  func recognised(labelledQuestions: Bool) -> Set<String> {
    Set(inOrder.filter { isRecognised($0, labelledQuestions: labelledQuestions) }.map(\.key))
  }

  /// "Economy: trade has grown" opens a sentence; initials, names and what comes again open an answer.
  private func isRecognised(_ opening: Opening, labelledQuestions: Bool) -> Bool {
    if labelledQuestions || answersGenerically(opening.label) || counts[opening.key, default: 0] > 1 {
      return true
    }
    let words = opening.label.split(separator: " ")
    if words.count > 1 { return words.allSatisfy { $0.first?.isUppercase ?? false } }
    if prefaceNames.contains(opening.label) { return true }
    let letters = opening.label.unicodeScalars.filter { $0 != "." }
    return letters.count <= 4 && letters.allSatisfy(\.isUpper)
  }
}

// MARK: - Spoken

/// Questions of the form "Q: … A: …" or "Interviewer: … Dr Smith: …".
private func spokenQuestions(_ passages: [Passage]) -> FoundQuestions? {
  let turns = passages.indices.filter { passages[$0].opening?.isSpeaker ?? false }
  guard let asker = findAsker(turns, passages) else { return nil }
  var starts: [Int] = []
  for index in turns where passages[index].opening?.key == asker {
    // A question goes on in its asker's next turn if it has not asked yet.
    if let last = starts.last, index == last + 1, !passages[last].text.asksQuestion { continue }
    starts.append(index)
  }
  var found = FoundQuestions()
  for (position, start) in starts.enumerated() {
    let limit = position + 1 < starts.count ? starts[position + 1] : passages.count
    var end = start + 1
    while end < limit, passages[end].opening?.key == asker { end += 1 }
    if let answer = (end..<max(end, limit)).first(where: { passages[$0].opening?.isSpeaker ?? false }),
      passages[end..<answer].allSatisfy({ $0.text.asksQuestion })
    {
      end = answer
    }
    if end < limit, let opening = passages[end].opening, opening.isSpeaker {
      found.speakers.insert(opening.key)
    }
    found.turns.append(Turn(number: position + 1, question: start..<end, answer: end..<limit))
  }
  return found
}

/// The label whose turns ask: a generic one, else the one of which most turns (at least half) end in "?".
private func findAsker(_ turns: [Int], _ passages: [Passage]) -> String? {
  var labels: [(key: String, turns: Int, asking: Int)] = []
  for index in turns {
    guard let opening = passages[index].opening else { continue }
    if asksGenerically(opening.label) { return opening.key }
    let asking = passages[index].text.asksQuestion ? 1 : 0
    if let known = labels.firstIndex(where: { $0.key == opening.key }) {
      labels[known].turns += 1
      labels[known].asking += asking
    } else {
      labels.append((opening.key, 1, asking))
    }
  }
  if labels.count < 2 { return nil }
  let asking = labels.filter { $0.asking * 2 >= $0.turns && $0.asking > 0 }
  return asking.max { ($0.asking * $1.turns, $0.turns) < ($1.asking * $0.turns, $1.turns) }?.key
}

// MARK: - Unlabelled

/// Paragraphs that ask, each followed by one that does not; a question has no more words than this.
private let longestQuestion = 80

private func unlabelledQuestions(_ passages: [Passage]) -> FoundQuestions {
  var found = FoundQuestions()
  let starts = passages.indices.filter { index in
    passages[index].opening == nil && passages[index].text.asksQuestion
      && index + 1 < passages.count && !passages[index + 1].text.asksQuestion
      && passages[index].text.split(whereSeparator: \.isBlank).count <= longestQuestion
  }
  for (position, start) in starts.enumerated() {
    let limit = position + 1 < starts.count ? starts[position + 1] : passages.count
    if let opening = passages[start + 1].opening, opening.isSpeaker { found.speakers.insert(opening.key) }
    found.turns.append(Turn(number: position + 1, question: start..<(start + 1), answer: (start + 1)..<limit))
  }
  return found
}
