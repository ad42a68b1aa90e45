/// Whether a typed time is surely that of the figure after it.
extension ClaimCheck {
  /// "In 2018 the catch was {a}", "2018: {a}", "Sales in 2018: {a}", "the 2018 catch of {a}", "by the end of 2018".
  func isAhead(_ index: Int, of sentence: ClaimSentence) -> Bool {
    let after = sentence.references(in: (index + 1)..<sentence.tokens.count)
    guard let next = after.first, next.reference.others.isEmpty,
      let figure = ground.figure(next.reference.id),
      !ground.isGoal(figure) || isGoalOf(index, sentence),
      !sentence.tokens.contains(where: { $0.reference.map(saysTime(of: figure)) ?? false })
    else { return false }
    let between = sentence.tokens[(index + 1)..<next.index]
    let mark = between.first.map { [":", "–", "—"].contains($0.key) } ?? false
    let isComma = between.first?.key == ","
    guard !between.dropFirst(mark || isComma ? 1 : 0).contains(where: { isDivider($0) }) else { return false }
    if mark, index == 0 { return true }
    let speaksBefore = ground.speaks(words(sentence.tokens[..<index]), of: figure)
    if mark { return speaksBefore && ["in", "of", "for", "during"].contains(sentence.key(index - 1)) }
    if opens(index, sentence) { return true }
    if isComma { return false }
    // "the 2018 catch was {a}", "the catch of 2018 was {a}"
    if ["the", "its", "their", "s"].contains(sentence.key(index - 1)), let noun = between.first {
      return ground.speaks(words([noun]), of: figure)
    }
    return index > 1 && ["in", "of", "for"].contains(sentence.key(index - 1))
      && (ground.speaks(words([sentence.tokens[index - 2]]), of: figure) || isGoalOf(index, sentence))
  }

  /// "The goal for 2018"
  private func isGoalOf(_ index: Int, _ sentence: ClaimSentence) -> Bool {
    ["for", "of"].contains(sentence.key(index - 1))
      && sentence.phrases(at: index - 2).contains { $0.sense == .goal }
  }

  private func saysTime(of figure: Figure) -> (ClaimReference) -> Bool {
    { reference in reference.saysPeriod && ground.original(reference.id)?.id == ground.original(figure.id)?.id
    }
  }

  /// Whether the time is the first thing in its clause: "In 2018", "In the whole of 2018", "By the end of 2018".
  private func opens(_ index: Int, _ sentence: ClaimSentence) -> Bool {
    let start = sentence.clause(at: index).lowerBound
    var first = index
    while first > start, Self.wordsOfTime.contains(sentence.key(first - 1)) { first -= 1 }
    let leading = sentence.tokens[start..<first].map(\.key)
    guard first < index, leading.allSatisfy({ ["already", "back", "still", "even", "again"].contains($0) })
    else {
      return false
    }
    return ["in", "for", "during", "throughout", "by", "at", "all"].contains(sentence.key(first))
  }

  /// "In the first half of 2023 the port handled {a}": a time that the sentence opens with, and right after it a figure.
  func opensWithFigure(_ index: Int, upTo end: Int, of sentence: ClaimSentence) -> Bool {
    let start = sentence.clause(at: index).lowerBound
    let ordinals = ["first", "second", "third", "fourth", "last"]
    guard
      sentence.tokens[start..<index].allSatisfy({
        Self.wordsOfTime.contains($0.key) || ordinals.contains($0.key)
      }),
      let next = sentence.references(in: end..<sentence.tokens.count).first, next.reference.others.isEmpty
    else { return false }
    let isComma = sentence.key(end) == ","
    return !sentence.tokens[(end + (isComma ? 1 : 0))..<next.index].contains { isDivider($0) }
  }

  private static let wordsOfTime: Set<String> = [
    "in", "for", "during", "throughout", "by", "at", "the", "of", "whole", "all", "end", "course", "year",
    "full",
    "entire", "close",
  ]

  /// What another thing than the one of the time may be said after.
  private func isDivider(_ token: ClaimToken) -> Bool {
    token.kind == .mark && !["'", "’", "-", "%"].contains(token.key) || token.kind == .digits
      || token.reference != nil || Self.dividers.contains(token.key)
  }

  private static let dividers: Set<String> = [
    "but", "yet", "while", "whereas", "although", "though", "because", "when", "which", "who", "so", "after",
    "before", "then", "despite", "that", "where", "since", "until", "than", "from", "against", "whose",
    "whom",
    "now", "today", "still", "later", "goal", "target", "agreed", "promised", "planned", "aimed", "pledged",
  ]

  private func words(_ tokens: some Sequence<ClaimToken>) -> Set<String> {
    ground.contentWords(of: tokens.filter { $0.kind == .word }.map(\.text).joined(separator: " "))
  }
}

extension ClaimSentence {
  /// "The first half of 2023", "the third quarter of the year {a|year}", by its noun: which months it is, and where it ends.
  func partOfYear(at index: Int, _ ground: ClaimGround) -> (period: Period, words: String, end: Int)? {
    let lengths = ["half": 6, "quarter": 3]
    guard let length = lengths[key(index)], key(index + 1) == "of",
      let ordinal = ["first": 1, "second": 2, "third": 3, "fourth": 4, "last": 12 / length][key(index - 1)],
      ordinal * length <= 12
    else { return nil }
    var place = index + 2
    while ["the", "year"].contains(key(place)) { place += 1 }
    guard tokens.indices.contains(place) else { return nil }
    let typed = tokens[place].kind == .digits && key(place).utf8.count == 4 ? Int(key(place)) : nil
    let named = tokens[place].reference.flatMap {
      $0.saysPeriod ? ground.original($0.id)?.period : nil
    }.flatMap { $0.firstYear == $0.lastYear ? $0.firstYear : nil }
    guard let year = typed ?? named else { return nil }
    let start = year * 12 + (ordinal - 1) * length
    return (
      Period(firstMonth: start, lastMonth: start + length - 1), "\(key(index - 1)) \(key(index))", place + 1
    )
  }
}
