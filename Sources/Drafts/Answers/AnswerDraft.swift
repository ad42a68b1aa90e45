import Evidence
import Interview
import Tables

/// A sentence of an answer, with where it stands.
struct Sentence {
  var text: String
  /// ¶
  var paragraph: Int
  /// In Unicode scalars of the paragraph's text.
  var range: Range<Int>
  /// Whether its numbers are references already: an assistant's text.
  var hasReferences = false
}

/// What is proposed to be said of one answer, in its own sentences.
struct AnswerDraft {
  var headline: Sentence?
  /// What was asked, in few words: heads a page whose answer has no sentence that does.
  var asked: String?
  var points: [Sentence]
  /// Word for word.
  var quotation: Sentence?

  /// In characters.
  private static let (longestHeadline, longestQuotation, longestPoint, longestText) = (92, 190, 300, 950)
  /// Of a headline, where none is shorter.
  private static let longestEver = 130
  /// A figure heads the page rather than more.
  private static let longestOfAll = 170
  private static let mostPoints = 5
  /// An answer of more sentences than this is a speech; what is told of it is taken from its beginning.
  private static let mostSentences = 1000
  /// In scalars; what goes on longer without a full stop is no sentence that could be quoted or shortened.
  private static let longestSentence = 2000
  /// What is less colourful than this is not worth a quotation.
  private static let colourful = 1.35
  /// Sentences that are more alike than this say the same.
  private static let alike = 0.5

  /// - Parameters:
  ///   - question: with its answer.
  ///   - figures: of all answers; sentences that hold some tell more.
  init(_ question: Question, figures: [FigureDraft]) {
    let paragraphs = Set(question.answer.map(\.number))
    let texts = DraftTexts(figures: figures.filter { paragraphs.contains($0.paragraph) })
    // What means something in a pack's own texts (references, marks) can't be said in its sentences.
    let sayable = question.answer.flatMap(Self.sentences).prefix(Self.mostSentences).filter { sentence in
      !texts.figures(in: sentence).contains(where: \.isVerb)
        && !sentence.text.contains { "{}[]<>".contains($0) } && !isProcedure(sentence.text)
    }
    let telling = sayable.filter {
      let text = SentenceCuts.withoutConnective($0).text
      return $0.text.count > 24 && !text.hasSuffix("?") && Self.isWhole(text)
        && (text.split(separator: " ").count > 4 || texts.hasVerb(text[...]))
    }
    // "Yes." is little, but all that was answered.
    let sentences = telling.isEmpty ? sayable : telling
    let ranking = SentenceRanking(sentences.map(\.text))
    let askers = Set(
      ([question.asker] + question.answer.filter(\.isAsked).map(\.speaker)).compactMap { $0?.lowercased() }
        .flatMap { $0.split { !$0.isLetter && $0 != "-" }.map(String.init) })
    let cut = sentences.map { SentenceCuts.withoutConnective($0, askers: askers) }
    func numbers(_ index: Int) -> Int { texts.figures(in: sentences[index]).count }
    // A sentence with a figure tells more, up to as much again; on a page "we" are nobody.
    let weights = sentences.indices.map {
      ranking.scores[$0] * (numbers($0) > 0 ? 1.6 : 1) * (texts.hasGoodRunIn(cut[$0]) ? 1 : 0.4)
        * (Self.has(Self.speakers, cut[$0].text) ? 0.8 : 1)
    }
    let order = sentences.indices.sorted { (weights[$0], $1) > (weights[$1], $0) }
    func stands(_ index: Int) -> Bool { !Self.leansOnOthers(cut[index].text) }
    func short(_ index: Int) -> Sentence { SentenceCuts.mainClause(cut[index], within: Self.longestHeadline) }
    asked = question.text.shortQuestion(within: Self.longestHeadline)
    let fitting = order.filter { index in
      stands(index) && ![" it.", " them.", " him.", " her."].contains(where: short(index).text.hasSuffix)
        && !cut[index].text.hasPrefix("There ") && numbers(index) <= 2
        && short(index).text.count <= Self.longestHeadline
        && !SentenceCuts.subordinate.contains(where: cut[index].text.lowercased().hasPrefix)
    }
    func shortest(_ indices: [Int]) -> Int? {
      indices.min { (short($0).text.count, $0) < (short($1).text.count, $1) }
    }
    let least = shortest(order.filter(stands)).flatMap { short($0).text.count <= Self.longestEver ? $0 : nil }
    let headed =
      Self.head(fitting, asked: asked) { short($0).text } ?? (asked == nil ? least ?? shortest(order) : nil)
    headline = headed.map(short)
    if let long = headline, long.text.count > Self.longestOfAll {
      headline = texts.headline(of: order.map { sentences[$0] }) ?? long
    }
    // Points: the most telling ones that don't repeat each other, in the order in which they were said; those that lean on a
    // sentence that isn't there only where no others are left.
    var chosen: [Int] = []
    var length = 0
    for index in order.filter(stands) + order.filter({ !stands($0) })
    where chosen.count < min(Self.mostPoints, max(1, sentences.count * 2 / 3 + 1)) {
      let text = point(cut[index]).text
      if index == headed && sentences.count > 1 || text.count > Self.longestPoint { continue }
      if !stands(index) && chosen.count > 1 { continue }
      if chosen.count > 1, length + text.count > Self.longestText { continue }
      if chosen.contains(where: { ranking.similarity($0, index) > Self.alike }) { continue }
      chosen.append(index)
      length += text.count
    }
    let isEnglish = sentences.contains { $0.text.contains(" the ") }
    // What a page says already is not said again beside it.
    let quotable = order.filter { index in
      let text = sentences[index].text
      return index != headed && text.count <= Self.longestQuotation && text.count >= 40
        && !Self.leansOnOthers(text) && !text.contains(where: \.isNumber) && !text.contains("\"")
        && !text.contains("“") && (Self.colour(text) > Self.colourful || !isEnglish)
        && !(chosen + [headed].compactMap { $0 }).contains { ranking.similarity($0, index) > Self.alike }
    }
    func quotability(_ index: Int) -> Double { weights[index] * Self.colour(sentences[index].text) }
    var best = quotable.filter { !chosen.contains($0) }.max {
      (quotability($0), $1) < (quotability($1), $0)
    }
    // Of more than two points one may be quoted instead.
    if best == nil, chosen.count > 2 {
      best = order.first { index in
        let text = sentences[index].text
        return chosen.contains(index) && numbers(index) == 0 && text.count <= Self.longestQuotation
          && text.count >= 40
          && !Self.leansOnOthers(text) && !text.contains(where: \.isNumber)
          && !text.contains { "\"“".contains($0) }
          && Self.colour(text) > Self.colourful
      }
      chosen.removeAll { $0 == best }
    }
    quotation = best.map { sentences[$0] }
    points = chosen.sorted().map { point(cut[$0]) }
    if points.isEmpty, let headed { points = [cut[headed]] }
    // What was asked heads better than the only point once more.
    if asked != nil, points.count == 1, let only = points.first, only.text == headline?.text,
      texts.figures(in: only).isEmpty
    {
      headline = nil
    }

    func point(_ sentence: Sentence) -> Sentence {
      SentenceCuts.mainClause(sentence, within: Self.longestPoint)
    }
  }

  /// The sentence that heads a page: one that speaks of nobody who isn't named, else of "us"; where what was asked may head it,
  /// none of those that speak of somebody unnamed.
  private static func head(_ fitting: [Int], asked: String?, text: (Int) -> String) -> Int? {
    let whole = fitting.filter {
      !has(["it", "they", "he", "she"], text($0).split(separator: " ").prefix(6).joined(separator: " "))
    }
    let first = whole.first { !has(speakers, text($0)) }
    let ours = first ?? whole.first { !has(["i", "me", "my"], text($0)) }
    return asked == nil ? ours ?? whole.first ?? fitting.first : ours
  }

  /// Words of somebody who speaks of himself or to somebody: whoever reads a page doesn't know who that is.
  static let speakers: Set<String> = ["i", "we", "our", "us", "my", "me", "you", "your", "ours", "mine"]

  /// Nobody cut in, and it ends with no abbreviation ("growth of Rs.").
  private static func isWhole(_ text: String) -> Bool {
    let text = text.trimmingSuffix { $0 == "”" || $0 == "\"" || $0 == ")" }
    if ["…", "...", "—", "–", "-", ":", ","].contains(where: text.hasSuffix) { return false }
    guard text.hasSuffix("."), let last = text.dropLast().split(separator: " ").last else { return true }
    return !["Rs", "No", "Mr", "Mrs", "Ms", "Dr", "St", "vs", "approx", "Lt", "Gen", "Sen", "Rep", "Prof"]
      .contains(String(last))
  }

  private static func has(_ words: Set<String>, _ text: String) -> Bool {
    !words.isDisjoint(with: text.lowercased().split { !$0.isLetter }.map(String.init))
  }

  /// How quotable a sentence is: opinions, contrasts and what somebody would say, more than lists.
  private static func colour(_ text: String) -> Double {
    let words = text.lowercased().split { !$0.isLetter && $0 != "’" && $0 != "'" }.map(String.init)
    var colour = 1.0
    if !Set(words).isDisjoint(with: ["i", "we", "our", "us", "my", "nobody", "everybody", "you"]) {
      colour += 0.3
    }
    if !Set(words).isDisjoint(with: [
      "must", "should", "never", "always", "nothing", "only", "every", "best", "worst", "need", "confident",
      "believe", "hope",
      "important", "crucial", "vital", "cannot", "can’t", "won’t", "impossible", "unacceptable",
      "unprecedented", "afraid", "proud",
      "wrong", "tough", "challenge", "opportunity", "future", "terrible", "great", "dream",
    ]) {
      colour += 0.4
    }
    if words.contains("not"), words.contains("but") { colour += 0.6 }
    if text.count > 150 { colour -= 0.3 }
    return max(0.3, colour - 0.2 * Double(text.count { $0 == "," }))
  }

  private static func sentences(of paragraph: Paragraph) -> [Sentence] {
    let scalars = Array(paragraph.text.unicodeScalars)
    return Sentences.ranges(of: scalars).filter { $0.count <= longestSentence }.map { range in
      Sentence(text: String(scalars: scalars[range]), paragraph: paragraph.number, range: range)
    }
  }

  /// Whether a sentence can't be understood without the one before it.
  private static func leansOnOthers(_ text: String) -> Bool {
    let text = text.replacing(/[’'](?:s|ve|re|ll|d|m)\b/, with: "")
    let first = text.lowercased().prefix { $0.isLetter || $0 == " " || $0 == "," }
    if pointsBack(text) { return true }
    return [
      "it ", "this ", "that ", "these ", "those ", "they ", "he ", "she ", "however", "moreover", "therefore",
      "but ", "and ", "so ",
      "also", "furthermore", "in addition", "besides", "thus", "hence", "such ", "for instance",
      "for example", "as a result", "yes", "no,",
      "well", "then ", "another ", "in this", "at the same time", "meanwhile", "nevertheless",
      "as an outcome", "during these", "there is no other", "ah", "um", "oh", "in return", "in other words",
      "among them",
      "some of them", "one of them", "instead", "otherwise", "opportunities not", "the fact that",
      "discussing", "see ", "call ", "tell ", "let me", "thank", "in my opinion",
      "i think so", "later",
      "afterwards", "here ", "both ", "its ", "their ", "his ", "her ", "of these", "of them", "that year",
      "by contrast", "the first is", "the second is", "the third is", "the other is", "the other one",
    ].contains { first.hasPrefix($0) }
  }

  /// "In 2014 it amounted to", "We want to double that number": among its first words one points to what was said before.
  private static func pointsBack(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && $0 != "’" && $0 != "'" }.map(String.init).prefix(9)
    if let last = text.lowercased().split(whereSeparator: { !$0.isLetter }).last,
      ["that", "this", "so"].contains(last)
    {
      return true
    }
    for (index, word) in words.enumerated() {
      // "Some of these are".
      if index < 4, word == "of", index + 1 < words.count,
        ["these", "those", "them", "this", "it"].contains(words[index + 1])
      {
        return true
      }
      let next = index + 1 < words.count ? words[index + 1] : ""
      if index > 0, index < 7, pointing.contains(word), !times.contains(next) { return true }
      if index < 8, word == "that", things.contains(next) { return true }
      if index < 5, index > 0, word == "it" || word == "they", words[..<index].allSatisfy(isOfTime) {
        return true
      }
    }
    return false
  }

  private static func isOfTime(_ word: String) -> Bool {
    times.contains(word)
      || ["in", "by", "at", "the", "last", "next", "first", "end", "of", "for", "then", "now", "as", "today"]
        .contains(word)
  }

  private static let pointing: Set = ["those", "such"]
  private static let times: Set = [
    "year", "years", "month", "months", "week", "weeks", "season", "quarter", "day", "days", "time", "decade",
    "morning", "summer",
    "winter", "spring", "autumn", "moment", "who",
  ]
  private static let things: Set = [
    "number", "figure", "amount", "year", "volume", "area", "project", "plan", "question", "point", "context",
    "regard", "respect",
    "sense", "target", "goal", "share", "price", "problem", "issue", "decision", "process", "law",
    "programme", "program",
  ]
}

extension String {
  /// Its last sentence that asks, where that is short and understood by itself.
  fileprivate func shortQuestion(within longest: Int) -> String? {
    let scalars = Array(unicodeScalars)
    for range in Sentences.ranges(of: scalars).reversed() {
      let sentence = Sentence(text: String(scalars: scalars[range]), paragraph: 0, range: range)
      let text = SentenceCuts.withoutConnective(sentence).text
      let words = text.lowercased().replacing("’", with: "'").split { !$0.isLetter && $0 != "'" }.map(
        String.init)
      let isEnglish =
        unicodeScalars.allSatisfy { $0.isASCII || !$0.properties.isAlphabetic } && !contains("¿")
      let begins = words.first.map { !isEnglish || Self.asking.contains($0) || $0.hasSuffix("n't") } ?? false
      if text.hasSuffix("?"), begins, (4...16).contains(words.count), text.count <= longest,
        !Self.isUnclear(words), !text.contains(where: { "{}[]<>".contains($0) })
      {
        return text
      }
    }
    return nil
  }

  /// "It" is something that was said before; "those stations" may stand.
  private static func isUnclear(_ words: [String]) -> Bool {
    words.indices.contains { index in
      let next = index + 1 < words.count ? words[index + 1] : ""
      return ["it", "they", "them", "he", "she", "him"].contains(words[index])
        || words[index] == "that" && (next.isEmpty || asking.contains(next) || next.count < 2)
        || ["this", "those", "these"].contains(words[index]) && next.count < 4
    }
  }

  private static let asking: Set = [
    "why", "what", "how", "when", "where", "who", "which", "whose", "will", "would", "is", "are", "was",
    "were",
    "do", "does", "did",
    "can", "could", "should", "must", "have", "has", "had", "may", "might",
  ]

  fileprivate func trimmingSuffix(while isCut: (Character) -> Bool) -> Substring {
    var rest = self[...]
    while let last = rest.last, isCut(last) { rest.removeLast() }
    return rest
  }
}
