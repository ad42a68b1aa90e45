import Foundation

/// A number that stands in a text, in digits or words.
struct NumberMention: Hashable {
  /// Scales multiplied out: "3.2 billion" is 3 200 000 000; "4%" is 4; "two thirds" is 2/3; "tenfold" is 10.
  var value: Decimal
  /// The other number that the digits may stand for: "6.500" is 6.5 or 6500.
  var alternative: Decimal?
  /// The power of ten that was written ("million"); 1 where none was.
  var scale: Decimal = 1
  var kind: Kind = .other
  /// The currencies that it may be in.
  var money: Money?
  var form: Form = .amount
  /// What the words around it claim; several where they are not clear ("almost").
  var qualifiers: Set<Qualifier> = [.exact]
  var movement: Movement = .none
  /// Whether the words around it say that it lies below zero: "a deficit of 5", "5 in the red".
  var isBelowZero = false
  /// What is said right after it; of the first end of a range, what is said after the second.
  var after = WordsAfterNumber.none
  /// In Unicode scalars, currency, scale and qualifying words included.
  var range: Range<Int>
  /// The tokens of the number with its currency and scale.
  var tokens: Range<Int>
  /// As `range`; of an end of a range, both ends.
  var statement: Range<Int>
  /// Whether it is the first end of "from 5 to 10".
  var isOrigin = false

  enum Kind: Hashable {
    case percent
    /// Basis points are hundredths of one.
    case percentagePoints
    /// By its ISO 4217 code.
    case currency(String)
    /// Neither is said.
    case other
  }

  /// How a number is meant.
  enum Form: Hashable {
    case amount
    /// A part of a whole: "two thirds", "nine out of ten".
    case share
    /// "doubled", "tenfold", "three times".
    case multiple
    /// "17th", "third".
    case ordinal
    case year
    /// A number that names something and counts nothing; what it is, with its article: "a date".
    case name(String)
  }

  /// Whether the words around a number say that something became more or less by it: "rose by 5 million", "12% lower".
  enum Movement: Hashable {
    case none, up, down
  }

  var isDecrease: Bool { movement == .down }
}
