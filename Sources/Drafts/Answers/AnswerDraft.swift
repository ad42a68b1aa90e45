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
  var points: [Sentence]
  /// Word for word.
  var quotation: Sentence?

  /// In characters.
  private static let (longestHeadline, longestQuotation, longestPoint, longestText) = (92, 190, 300, 950)
  private static let mostPoints = 5
  /// An answer of more sentences than this is a speech; what is told of it is taken from its beginning.
  private static let mostSentences = 1000
  /// In scalars; what goes on longer without a full stop is no sentence that could be quoted or shortened.
  private static let longestSentence = 2000
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
        && !sentence.text.contains { "{}[]<>".contains($0) }
    }
    let telling = sayable.filter { $0.text.count > 24 && !$0.text.hasSuffix("?") }
    // "Yes." is little, but all that was answered.
    let sentences = telling.isEmpty ? sayable : telling
    let ranking = SentenceRanking(sentences.map(\.text))
    let cut = sentences.map(SentenceCuts.withoutConnective)
    func numbers(_ index: Int) -> Int { texts.figures(in: sentences[index]).count }
    // A sentence with a figure tells more, up to as much again.
    let weights = sentences.indices.map {
      ranking.scores[$0] * (numbers($0) > 0 ? 1.6 : 1) * (texts.hasGoodRunIn(cut[$0]) ? 1 : 0.4)
    }
    let order = sentences.indices.sorted { (weights[$0], $1) > (weights[$1], $0) }
    func stands(_ index: Int) -> Bool { !Self.leansOnOthers(cut[index].text) }
    func short(_ index: Int) -> Sentence { SentenceCuts.mainClause(cut[index], within: Self.longestHeadline) }
    let heads = order.filter { index in
      stands(index) && !cut[index].text.hasPrefix("There ") && short(index).text.count <= Self.longestHeadline
        && numbers(index) <= 2
        && !SentenceCuts.subordinate.contains(where: cut[index].text.lowercased().hasPrefix)
    }
    // On a page "we" are nobody: what is said without speaking of oneself heads better.
    let whole = heads.filter { !Self.has(["it", "they", "he", "she"], cut[$0].text) }
    let first =
      whole.first { !Self.has(["i", "we", "our", "us", "my", "me", "you", "your"], cut[$0].text) }
      ?? whole.first ?? heads.first
    let headed = first ?? order.first(where: stands) ?? order.first
    headline = headed.map(short)
    let quotable = order.filter { index in
      let text = sentences[index].text
      return index != headed && text.count <= Self.longestQuotation && text.count >= 40
        && !Self.leansOnOthers(text) && !text.contains(where: \.isNumber) && !text.contains("\"")
        && !text.contains("“")
    }
    let quoted = quotable.max { one, other in
      let (a, b) = (
        weights[one] * Self.colour(sentences[one].text), weights[other] * Self.colour(sentences[other].text)
      )
      return (a, other) < (b, one)
    }
    quotation = quoted.map { sentences[$0] }
    // Points: the most telling ones that don't repeat each other, in the order in which they were said; those that lean on a
    // sentence that isn't there only where no others are left.
    var chosen: [Int] = []
    var length = 0
    for index in order.filter(stands) + order.filter({ !stands($0) })
    where chosen.count < min(Self.mostPoints, max(1, sentences.count * 2 / 3 + 1)) {
      let text = point(cut[index]).text
      if index == headed && sentences.count > 1 || text.count > Self.longestPoint { continue }
      if !stands(index) && chosen.count > 1 { continue }
      if chosen.count > 1, length + text.count > Self.longestText || index == quoted { continue }
      if chosen.contains(where: { ranking.similarity($0, index) > Self.alike }) { continue }
      chosen.append(index)
      length += text.count
    }
    points = chosen.sorted().map { point(cut[$0]) }
    if points.isEmpty, let headed { points = [cut[headed]] }

    func point(_ sentence: Sentence) -> Sentence {
      SentenceCuts.mainClause(sentence, within: Self.longestPoint)
    }
  }

  private static func has(_ words: Set<String>, _ text: String) -> Bool {
    !words.isDisjoint(with: text.lowercased().split { !$0.isLetter }.map(String.init))
  }

  /// How quotable a sentence is: opinions, contrasts and what somebody would say, more than lists.
  private static func colour(_ text: String) -> Double {
    let words = text.lowercased().split { !$0.isLetter && $0 != "’" && $0 != "'" }.map(String.init)
    var colour = 1.0
    if !Set(words).isDisjoint(with: ["i", "we", "our", "us", "my", "nobody", "everybody", "you"]) {
      colour += 0.5
    }
    if !Set(words).isDisjoint(with: [
      "must", "should", "never", "always", "nothing", "only", "every", "best", "worst",
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
    let first = text.lowercased().prefix { $0.isLetter || $0 == " " || $0 == "," }
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
      "by contrast",
    ].contains { first.hasPrefix($0) }
  }
}
