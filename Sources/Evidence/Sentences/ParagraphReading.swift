import Foundation
import Tables

/// A paragraph or footnote read once for all the figures that name it: its numbers, sentences and periods.
final class ParagraphReading {
  let text: String
  let mentions: [NumberMention]
  let tokens: TokenRow
  private let scalars: [Unicode.Scalar]
  /// By scalars.
  private let sentenceScalars: [Range<Int>]
  /// By tokens.
  private let sentences: [Range<Int>]
  /// Places of the mentions by what they may be read as.
  private let byValue: [Decimal: [Int]]
  /// Shares, multiples and measures, which may be other numbers than they say.
  private let others: [Int]
  private var periods: [Int: PeriodsInText] = [:]

  init(_ text: String) {
    self.text = text
    scalars = Array(text.unicodeScalars)
    tokens = TokenRow(TextToken.tokens(of: scalars))
    mentions = NumberFinder.mentions(in: tokens)
    sentenceScalars = Sentences.ranges(of: scalars)
    sentences = Self.byTokens(sentenceScalars, tokens)
    var byValue: [Decimal: [Int]] = [:]
    var others: [Int] = []
    for (place, mention) in mentions.enumerated() {
      if mention.isMeasured {
        others.append(place)
      } else {
        for value in Set([mention.value, -mention.value] + (mention.alternative.map { [$0] } ?? [])) {
          byValue[value, default: []].append(place)
        }
      }
    }
    self.byValue = byValue
    self.others = others
  }

  private static func byTokens(_ sentences: [Range<Int>], _ tokens: TokenRow) -> [Range<Int>] {
    var place = 0
    return sentences.map { sentence in
      let start = place
      while place < tokens.count, tokens.all[place].range.lowerBound < sentence.upperBound { place += 1 }
      return start..<place
    }
  }

  /// The mentions that may be a figure's number, in the text's order.
  func candidates(for figure: Figure) -> [Int] {
    let wanted = figure.value * figure.unit.factor
    return ((byValue[wanted] ?? []) + others).sorted()
  }

  /// Which sentence a token stands in.
  func sentence(of token: Int) -> Int {
    var (low, high) = (0, sentences.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The tokens of a sentence; empty where there is none of that number.
  func tokens(ofSentence index: Int) -> Range<Int> {
    sentences.indices.contains(index) ? sentences[index] : 0..<0
  }

  func periods(ofSentence index: Int) -> PeriodsInText {
    if let known = periods[index] { return known }
    let read = PeriodsInText(tokens, in: tokens(ofSentence: index))
    periods[index] = read
    return read
  }

  /// The numbers near a mention, by their tokens.
  func neighbours(of place: Int) -> [Range<Int>] {
    let near = interval(max(0, place - Self.near), upTo: min(mentions.count, place + Self.near))
    return near.filter { $0 != place && !mentions[$0].tokens.overlaps(mentions[place].tokens) }.map {
      mentions[$0].tokens
    }
  }

  /// How many numbers on either side may matter.
  private static let near = 12

  /// The currency that the paragraph names last before a bare number, in its sentence if there is one, else the next after it.
  func currency(near place: Int) -> (money: Money, isInSentence: Bool)? {
    let sentence = tokens(ofSentence: sentence(of: mentions[place].tokens.lowerBound))
    let near = interval(max(0, place - Self.near), upTo: min(mentions.count, place + Self.near))
    let order = near.filter { $0 < place }.reversed() + near.filter { $0 > place }
    let named = order.filter { mentions[$0].money != nil }
    let inSentence = named.first { sentence.contains(mentions[$0].tokens.lowerBound) }
    return (inSentence ?? named.first).flatMap { index in
      mentions[index].money.map { ($0, inSentence != nil) }
    }
  }

  /// The words of a range of scalars.
  func words(_ range: Range<Int>) -> String { String(scalars: scalars[range]) }

  /// The sentence around a range of scalars; of a long one its part around it, with ellipses.
  func excerpt(around range: Range<Int>) -> String {
    Sentences.excerpt(of: scalars, sentences: sentenceScalars, around: range)
  }

  /// The first words, up to 60 characters.
  var beginning: String {
    guard text.count > 60 else { return text }
    let start = text.prefix(60)
    return String(start[..<(start.lastIndex(of: " ") ?? start.endIndex)]) + " …"
  }

  /// Up to eight of the numbers, as they stand there.
  var numbers: [String] {
    mentions.lazy.filter { mention in
      // "No numbers" is a zero, but none that stands there.
      [.amount, .year, .share, .multiple].contains(mention.form)
        && self.tokens.key(mention.tokens.lowerBound) != "no"
    }.prefix(8).map {
      self.words($0.range)
    }
  }
}

extension NumberMention {
  /// Whether its value depends on the figure's unit.
  fileprivate var isMeasured: Bool {
    if form == .share || form == .multiple || kind == .percentagePoints { return true }
    if after.unit != nil { return true }
    return after.words.first == "times"
  }
}
