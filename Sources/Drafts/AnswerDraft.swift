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
}

/// What is proposed to be said of one answer, in its own sentences.
struct AnswerDraft {
  var headline: Sentence?
  var points: [Sentence]
  /// Word for word.
  var quotation: Sentence?

  /// In characters.
  private static let (longestHeadline, longestQuotation, longestPoint) = (110, 190, 420)
  private static let mostPoints = 6
  /// Sentences that are more alike than this say the same.
  private static let alike = 0.5

  init(_ question: Question) {
    // What means something in a pack's own texts (references, marks) can't be said in its sentences.
    let sentences = question.answer.flatMap(Self.sentences).filter { sentence in
      sentence.text.count > 24 && !sentence.text.contains { "{}[]<>".contains($0) }
    }
    let ranking = SentenceRanking(sentences.map(\.text))
    let order = sentences.indices.sorted {
      (ranking.scores[$0], $1) > (ranking.scores[$1], $0)
    }
    func stands(_ index: Int) -> Bool { !Self.leansOnOthers(sentences[index].text) }
    let first = order.first { stands($0) && sentences[$0].text.count <= Self.longestHeadline }
    headline = (first ?? order.first { stands($0) } ?? order.first).map { sentences[$0] }
    let quoted = order.first { index in
      let text = sentences[index].text
      return index != first && stands(index) && text.count <= Self.longestQuotation && text.count >= 40
        && !text.contains(where: \.isNumber) && !text.contains("\"") && !text.contains("“")
    }
    quotation = quoted.map { sentences[$0] }
    // Points: the most telling ones that don't repeat each other, in the order in which they were said; those that lean on a
    // sentence that isn't there only where no others are left.
    var chosen: [Int] = []
    for index in order.filter(stands) + order.filter({ !stands($0) })
    where chosen.count < min(Self.mostPoints, max(1, sentences.count * 2 / 3 + 1)) {
      if index == first || sentences[index].text.count > Self.longestPoint { continue }
      if chosen.contains(where: { ranking.similarity($0, index) > Self.alike }) { continue }
      chosen.append(index)
    }
    points = chosen.sorted().map { sentences[$0] }
    if points.isEmpty, let headline { points = [headline] }
  }

  private static func sentences(of paragraph: Paragraph) -> [Sentence] {
    let scalars = Array(paragraph.text.unicodeScalars)
    return Sentences.ranges(of: scalars).map { range in
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
      "as an outcome", "during these",
    ].contains { first.hasPrefix($0) }
  }
}
