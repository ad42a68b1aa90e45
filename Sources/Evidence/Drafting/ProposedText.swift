import Foundation
import Interview

/// Holds a proposed text's numbers against an interview's paragraphs.
///
/// A number is borne out by a sentence that says the same value, as the same kind of thing (a currency, a share, the noun that
/// is counted), as qualified, and as much a fact, an aim, a forecast or a denial; years beside it stand in that sentence or next
/// to it. Digits that are no amounts must stand in the paragraphs as they are. Words are read in English; of other languages
/// digits alone are held.
///
/// - Parameters:
///   - text: without references.
///   - paragraphs: what it says that it is from.
/// - Returns: the first number that they don't bear out, as the text says it; `nil` where they bear out all.
public func numberNotBorneOut(in text: String, by paragraphs: [Paragraph]) -> String? {
  let proposed = ParagraphReading(text)
  let said = paragraphs.map { ParagraphReading($0.text) }
  let digits = said.reduce(into: Set<String>()) { $0.formUnion($1.digits(in: 0..<$1.tokens.count)) }
  for token in 0..<proposed.tokens.count where proposed.tokens.isDigits(token) {
    let isAmount = proposed.mentions.contains { $0.tokens.contains(token) && $0.isHeld }
    if !isAmount, !digits.contains(proposed.tokens.text(token)) { return proposed.tokens.text(token) }
  }
  for place in proposed.mentions.indices where proposed.mentions[place].isHeld {
    let number = proposed.statedNumber(at: place)
    let isSaid = said.contains { reading in
      reading.mentions.indices.contains { reading.bears(number, at: $0) }
    }
    if !isSaid { return proposed.words(proposed.mentions[place].range) }
  }
  return nil
}

/// A number as a text states it.
private struct StatedNumber {
  var mention: NumberMention
  /// A fact, an aim, a forecast; denied, under a condition.
  var manner: Set<NumberStatement.Mode>
  /// What is counted.
  var noun: String?
  /// Of its sentence.
  var years: Set<String>
}

extension NumberMention {
  /// Whether it is an amount: years, ordinals and names are held by their digits.
  fileprivate var isHeld: Bool {
    switch form {
    case .amount, .share, .multiple: true
    case .ordinal, .year, .name: false
    }
  }
}

extension ParagraphReading {
  fileprivate func digits(in range: Range<Int>) -> Set<String> {
    Set(range.filter(tokens.isDigits).map(tokens.text))
  }

  fileprivate func statedNumber(at place: Int) -> StatedNumber {
    let mention = mentions[place]
    let sentence = tokens(ofSentence: sentence(of: mention.tokens.lowerBound))
    let statement = NumberStatement(
      tokens, sentence: sentence, number: mention.tokens, others: neighbours(of: place))
    let modes = Set(statement.modes.map(\.mode))
    let isCount = mention.kind == .other && mention.after.unit == nil
    return StatedNumber(
      mention: mention, manner: modes.contains(.aim) ? modes.subtracting([.forecast]) : modes,
      noun: isCount ? DraftWords.noun(in: mention.after.words) : nil,
      years: digits(in: sentence).filter { Int($0).map { (1000...2999).contains($0) } ?? false })
  }

  /// Whether the number at a place of this paragraph is the same one, said in the same way.
  fileprivate func bears(_ number: StatedNumber, at place: Int) -> Bool {
    let (own, other) = (mentions[place], number.mention)
    guard own.value == other.value || own.alternative == other.value || own.value == other.alternative,
      own.kind == other.kind, own.form == other.form, own.movement == other.movement,
      own.isBelowZero == other.isBelowZero, own.after.unit == other.after.unit || other.after.unit == nil,
      !own.qualifiers.isDisjoint(with: other.qualifiers)
    else { return false }
    let said = statedNumber(at: place)
    guard said.manner == number.manner else { return false }
    let index = sentence(of: own.tokens.lowerBound)
    let whole = tokens(ofSentence: index)
    if let noun = number.noun {
      if let counted = said.noun, counted != noun { return false }
      // What is counted may stand before: "of the 40 that came", after "schools".
      if !whole.contains(where: { tokens.key($0) == noun }) { return false }
    }
    let before = index > 0 ? tokens(ofSentence: index - 1).lowerBound : whole.lowerBound
    let after = tokens(ofSentence: index + 1)
    return number.years.isSubset(of: digits(in: before..<max(whole.upperBound, after.upperBound)))
  }
}
