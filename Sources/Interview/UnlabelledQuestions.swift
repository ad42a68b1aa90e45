/// Paragraphs that ask, each followed by one that does not; a question has no more words than this.
private let longestQuestion = 80

/// Questions that bear neither numbers nor labels: bold ones, else paragraphs that end in a question mark and do
/// not look like the expert's own.
func unlabelledQuestions(_ passages: [Passage]) -> FoundQuestions {
  var found = FoundQuestions(form: .unlabelled)
  let bold = passages.indices.filter { passages[$0].isBold && passages[$0].opening == nil }
  let asking = bold.count { passages[$0].text.asksQuestion }
  if bold.count >= 2, asking * 2 >= bold.count {
    found.form = .bold
    found.turns = turns(bold.filter { $0 + 1 < passages.count && !passages[$0 + 1].isBold }, passages)
    return found
  }
  var starts: [Int] = []
  for index in passages.indices where asksSomebody(passages[index]) && index + 1 < passages.count {
    // Of several in a row the last asks, unless it is where the answer begins.
    if asksSomebody(passages[index + 1]) { continue }
    if isOwn(passages[index].text) { continue }
    starts.append(index)
  }
  found.turns = turns(starts, passages)
  return found
}

private func turns(_ starts: [Int], _ passages: [Passage]) -> [Turn] {
  starts.enumerated().map { position, start in
    let limit = position + 1 < starts.count ? starts[position + 1] : passages.count
    return Turn(number: position + 1, question: start..<(start + 1), answer: (start + 1)..<limit)
  }
}

private func asksSomebody(_ passage: Passage) -> Bool {
  passage.opening.map { $0.isWeak } ?? true && passage.text.asksQuestion && !isOwn(passage.text)
    && passage.text.split(whereSeparator: \.isBlank).count <= longestQuestion
}

/// The speaker's own question: "We did, and they came. What more could one ask?" speaks of "we", and of no "you".
func isOwn(_ text: Scalars) -> Bool {
  var speaksOfSelf = false
  for word in text.split(whereSeparator: { !$0.isLetter && $0 != "’" && $0 != "'" }) {
    let word = word.string.lowercased()
    if addressed.contains(word) { return false }
    if own.contains(word) { speaksOfSelf = true }
  }
  return speaksOfSelf && text.dropLast().contains(where: \.endsSentence)
}

/// The text speaks to somebody: "you".
func addresses(_ text: Scalars) -> Bool {
  text.split(whereSeparator: { !$0.isLetter }).contains { addressed.contains($0.string.lowercased()) }
}

private let own = pronouns(
  "i we our us my я мы нас наш наша мой ich wir unser uns nous notre je nosotros nuestro yo biz biz men біз мен біздің"
)
private let addressed = pronouns(
  """
  you your yours вы вас вам вами ваш ваша ваше ваши вашей вашу sie ihnen ihr ihre ihrem ihren ihrer vous votre vos usted \
  ustedes su sus siz sizning sizga sizni siz сіз сіздің сізге сиз
  """)

private func pronouns(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
