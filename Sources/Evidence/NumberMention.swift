import Foundation

/// A number that stands in a text, in digits or words.
struct NumberMention: Hashable {
  /// Scales multiplied out: "3.2 billion" is 3 200 000 000; "4%" is 4.
  var value: Decimal
  /// The power of ten that was written ("million"); 1 where none was.
  var scale: Decimal
  var kind: Kind
  /// What the words around it claim; several where they are not clear ("almost").
  var qualifiers: Set<Qualifier>
  /// Whether the words around it say that something became or is less by it: "fell by 12%", "12% lower".
  var isDecrease = false
  /// What is said right after it; of the first end of a range, what is said after the second.
  var after = WordsAfterNumber.none
  /// In Unicode scalars, currency, scale and qualifying words included.
  var range: Range<Int>

  enum Kind: Hashable {
    case percent
    /// By its ISO 4217 code.
    case currency(String)
    /// Neither is said.
    case other
  }

  /// Whether this can be the figure's number: the same value, and no other unit than the figure's.
  func states(_ figure: Figure) -> Bool {
    let wanted = figure.value * figure.unit.scale.factor
    // A figure of −12% stands where the text says "12% lower", one of −15 thousand where it says "fell by 15 thousand".
    guard value == wanted || (isDecrease && wanted < 0 && value == -wanted) else { return false }
    if kind == .other, after.contradicts(figure.unit.kind) { return false }
    return switch (figure.unit.kind, kind) {
    case (.percent, .percent): true
    case (.percent, _), (_, .percent): false
    case (.currency(let own), .currency(let written)): own == written
    case (_, .currency): false
    default: true
    }
  }
}

/// A piece of a text on the way to its numbers.
struct TextToken {
  enum Kind {
    case word, digits, mark
  }
  var kind: Kind
  /// As written.
  var text: String
  /// In lower case.
  var key: String
  var range: Range<Int>

  /// Runs of letters, runs of digits, and every other character but white space by itself.
  static func tokens(of scalars: [Unicode.Scalar]) -> [TextToken] {
    var tokens: [TextToken] = []
    var index = 0
    while index < scalars.count {
      let kind = kind(of: scalars[index])
      let start = index
      index += 1
      guard let kind else { continue }
      if kind != .mark {
        while index < scalars.count, self.kind(of: scalars[index]) == kind { index += 1 }
      }
      let text = String(scalars: scalars[start..<index])
      tokens.append(TextToken(kind: kind, text: text, key: text.lowercased(), range: start..<index))
    }
    return tokens
  }

  /// `nil` for white space.
  private static func kind(of scalar: Unicode.Scalar) -> Kind? {
    if scalar.isASCII {
      switch scalar {
      case "0"..."9": return .digits
      case "a"..."z", "A"..."Z": return .word
      default: return scalar.value <= 0x20 ? nil : .mark
      }
    }
    if scalar.properties.isAlphabetic { return .word }
    return scalar.properties.isWhitespace ? nil : .mark
  }
}
