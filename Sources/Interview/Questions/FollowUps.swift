/// Questions that belong to the one before them: "And?", "In what way?".
extension FoundQuestions {
  /// Lets questions that say one of some words, or begin with them, be part of the answer before; the others are counted anew.
  ///
  /// - Returns: the words that no question but the first says, and those of questions whose own numbers or looks are all
  ///   that tells them.
  mutating func join(_ words: [String], _ passages: [Passage]) -> [String] {
    guard !words.isEmpty else { return [] }
    guard form == .spoken else { return words }
    let keys = words.map(FollowUps.key)
    var said: Set<Int> = []
    var joined: [Turn] = []
    for turn in turns {
      let text = FollowUps.key(passages[turn.question].map { $0.body.string }.joined(separator: " "))
      let matching = keys.indices.filter { !keys[$0].isEmpty && text.hasPrefix(keys[$0]) }
      let isLabelled = passages[turn.question.lowerBound].opening.map { !$0.label.isEmpty } ?? false
      guard !matching.isEmpty, isLabelled, var before = joined.last else {
        joined.append(turn)
        continue
      }
      said.formUnion(matching)
      followUps.insert(turn.question.lowerBound)
      before.answer = before.answer.lowerBound..<turn.answer.upperBound
      joined[joined.count - 1] = before
    }
    for index in joined.indices { joined[index].number = index + 1 }
    turns = joined
    return words.indices.filter { !said.contains($0) }.map { words[$0] }
  }
}

enum FollowUps {
  /// How words are compared: letters and digits alone, in small letters.
  static func key(_ text: String) -> String {
    String(String.UnicodeScalarView(text.lowercased().unicodeScalars.filter { $0.isLetter || $0.isDigit }))
  }
}
