/// Paragraphs that ask, each followed by one that does not; a question has no more words than this.
private let longestQuestion = 80
/// "Tell us about the schools": nobody answers with so few words that begin so.
private let longestRequest = 20

/// Questions that bear neither numbers nor labels: bold ones or headings, else paragraphs that end in a question mark and do
/// not look like the expert's own, or that request an answer in few words.
func unlabelledQuestions(_ passages: [Passage]) -> FoundQuestions {
  var found = FoundQuestions(form: .unlabelled)
  let bold = passages.indices.filter { passages[$0].isEmphasised && passages[$0].opening == nil }
  let asking = bold.count { passages[$0].text.asksQuestion }
  if bold.count >= 2, asking * 2 >= bold.count {
    found.form = .bold
    found.turns = turns(bold.filter { $0 + 1 < passages.count && !passages[$0 + 1].isEmphasised }, passages)
    return found
  }
  let headings = passages.indices.filter { passages[$0].isHeading && $0 + 1 < passages.count }
  let asked = headings.filter { passages[$0].text.asksQuestion || passages[$0].text.requestsAnswer }
  if asked.count >= 2, asked.count * 2 >= headings.count {
    found.form = .bold
    found.turns = turns(asked.filter { !passages[$0 + 1].isHeading }, passages)
    return found
  }
  var starts: [Int] = []
  for index in passages.indices where asksSomebody(passages[index]) && index + 1 < passages.count {
    // Of several in a row the last asks, unless it is where the answer begins.
    if asksSomebody(passages[index + 1]) { continue }
    if isOwn(passages[index].text), !passages[index].text.asksForLeave { continue }
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
  guard passage.opening.map({ $0.isWeak }) ?? true, !isOwn(passage.text) || passage.text.asksForLeave else {
    return false
  }
  let words = passage.text.split(whereSeparator: \.isBlank).count
  if passage.text.asksForLeave { return words <= longestQuestion + longestRequest }
  return passage.text.asksQuestion && words <= longestQuestion
    || passage.text.requestsAnswer && words <= longestRequest
}

/// The speaker's own question: "What will I see there?" speaks of "I", and of no "you"; "We came. What more could one
/// ask?" has an answer before it.
func isOwn(_ text: Scalars) -> Bool {
  var speaksOfSelf = false
  var speaksOfOneself = false
  for word in text.split(whereSeparator: { !$0.isLetter && $0 != "’" && $0 != "'" }) {
    let word = word.string.lowercased()
    if addressed.contains(word) { return false }
    if asking.contains(word), speaksOfOneself { return false }
    if singular.contains(word) { speaksOfOneself = true }
    if own.contains(word) { speaksOfSelf = true }
  }
  return speaksOfOneself || (speaksOfSelf && text.dropLast().contains(where: \.endsSentence))
}

/// The text speaks to somebody: "you".
func addresses(_ text: Scalars) -> Bool {
  text.split(whereSeparator: { !$0.isLetter }).contains { addressed.contains($0.string.lowercased()) }
}

private let singular = pronouns(
  "i me my mine я мне меня мой моя ich mir mich mein je moi mon yo mi men мен маған ben bana")
private let own = pronouns(
  "we our us мы нас нам наш наша wir unser uns nous notre nosotros nuestro biz bizning біз біздің")
/// "May I ask about the bridge?"
private let asking = pronouns("ask спросить fragen demander preguntar soʻrash soray")
private let addressed = pronouns(
  """
  you your yours вы вас вам вами ваш ваша ваше ваши вашей вашу sie ihnen ihr ihre ihrem ihren ihrer vous votre vos usted \
  ustedes su sus siz sizning sizga sizni siz сіз сіздің сізге сиз
  """)

private func pronouns(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
