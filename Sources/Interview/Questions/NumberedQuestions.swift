/// Questions of the form "1. …?" or "Question 1: …".
struct NumberedQuestions {
  /// What stands before the number; empty for a number alone.
  private(set) var label = ""
  /// Index of the passage that each question begins with.
  private(set) var starts: [Int] = []

  init(_ passages: [Passage]) {
    var candidates = passages.indices.filter { isCandidate(passages[$0]) }
    // Where questions are bold, a list in an answer is not.
    let bold = candidates.filter { passages[$0].isEmphasised }
    if bold.count >= 2 { candidates = bold }
    if candidates.isEmpty { return }
    var groups: [String: [Int]] = [:]
    var labels: [String] = []
    for index in candidates {
      guard let key = passages[index].opening?.key else { continue }
      if groups[key] == nil { labels.append(key) }
      groups[key, default: []].append(index)
    }
    var best = 0
    for label in labels {
      let (starts, asking) = NumberedQuestions.choose(groups[label] ?? [], label: label, passages)
      if asking > best { (self.label, self.starts, best) = (label, starts, asking) }
    }
    if starts.isEmpty {
      label = ""
      starts = NumberedQuestions.requests(groups[""] ?? [], passages)
    }
  }

  func questions(_ passages: [Passage]) -> FoundQuestions {
    var found = FoundQuestions(form: .numbered)
    let before = numbersBefore(passages)
    for (position, start) in starts.enumerated() {
      let limit = position + 1 < starts.count ? starts[position + 1] : passages.count
      let end = endOfQuestion(start, limit: limit, passages)
      found.turns.append(
        Turn(
          number: (passages[start].opening?.number ?? 0) - before, question: start..<end, answer: end..<limit)
      )
    }
    return found
  }

  /// Where numbers go on from an earlier sitting ("Q152"), how many that had; a small first number is a question missed.
  func numbersBefore(_ passages: [Passage]) -> Int {
    let first = starts.first.flatMap { passages[$0].opening?.number } ?? 1
    return !label.isEmpty && first >= 10 ? first - 1 : 0
  }

  /// The questions among the passages numbered in one way, and how many of them ask or are answered.
  private static func choose(_ group: [Int], label: String, _ passages: [Passage]) -> (
    starts: [Int], asking: Int
  ) {
    let labelled = !label.isEmpty
    let answered = group.map { isAnswered($0, passages) }
    let asking = zip(group, answered).map {
      asks($0, passages) || $1 || LabelWords.role(ofWhole: label) == .asks
    }
    let count = asking.count { $0 }
    // Where answers bear a label, a number without one is a question only if it goes on in order.
    let answersAreLabelled = zip(answered, asking).count { $0 && $1 } * 2 >= count
    var starts: [Int] = []
    var skipped: [Int] = []
    for (position, index) in group.enumerated() {
      let last = starts.last.flatMap { passages[$0].opening?.number } ?? 0
      let number = passages[index].opening?.number ?? 0
      if !asking[position] {
        skipped.append(index)
        continue
      }
      if answersAreLabelled, !labelled, !answered[position], number <= last { continue }
      // A number of four digits is a year, unless all numbers before it were there.
      if number > 999, number > last + 1 { continue }
      // A question that only requests ("3. Please tell us …") is missed by the next one.
      // Of two with its number the later is meant; before it stands a list.
      let requests = Dictionary(
        skipped.filter { isSentence(passages[$0]) }.map { (passages[$0].opening?.number ?? 0, $0) },
        uniquingKeysWith: { $1 })
      for expected in (last + 1)..<max(number, last + 1) {
        guard let request = requests[expected], request > starts.last ?? -1 else { break }
        starts.append(request)
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
    return (starts, count)
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

/// The text after the number begins as a sentence does.
private func isSentence(_ passage: Passage) -> Bool {
  passage.body.first.map { !$0.isLower } ?? true
}

private func isCandidate(_ passage: Passage) -> Bool {
  guard let opening = passage.opening, opening.number != nil,
    LabelWords.role(ofWhole: opening.key) != .answers
  else {
    return false
  }
  return !opening.isWeak || (passage.followsGap && passage.text.asksQuestion)
}

/// The passage asks, or it is a bare number over the passage that does.
func asks(_ index: Int, _ passages: [Passage]) -> Bool {
  let body = passages[index].body
  if !body.isEmpty { return body.asksQuestion }
  return index + 1 < passages.count && passages[index + 1].text.asksQuestion
}

/// The next passage that does not ask begins with the label of somebody who answers.
private func isAnswered(_ question: Int, _ passages: [Passage]) -> Bool {
  var next = question + 1
  while next < passages.count, passages[next].opening == nil, passages[next].text.asksQuestion { next += 1 }
  return next < passages.count && passages[next].answers
}

/// Where the answer begins: at the first speaker, if all before it still asks, else with the next passage.
private func endOfQuestion(_ start: Int, limit: Int, _ passages: [Passage]) -> Int {
  var next = start + 1
  if passages[start].body.isEmpty, next < limit { next += 1 }
  for index in next..<max(next, limit) {
    guard passages[index].answers else { continue }
    return index == next || passages[index - 1].text.asksQuestion ? index : next
  }
  return min(next, limit)
}

extension Passage {
  /// It begins with the label of somebody who answers, with or without a number.
  var answers: Bool {
    guard let opening else { return false }
    if opening.isSpeaker { return opening.role == .answers }
    return LabelWords.role(ofWhole: opening.key) == .answers
  }

  /// It begins with the label of somebody who asks, or leads the talk.
  var isAsked: Bool { opening?.role == .asks || opening?.role == .chairs }

  var isSpoken: Bool { opening.map { $0.isSpeaker && $0.role != nil } ?? false }

  var words: Int { body.split(whereSeparator: \.isBlank).count }
}
