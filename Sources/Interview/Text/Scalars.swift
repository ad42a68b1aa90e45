/// Text while it is read: Unicode scalars, since everything decided here is decided by single scalars.
typealias Scalars = [Unicode.Scalar]

extension Unicode.Scalar {
  var isBlank: Bool {
    isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }

  var isDigit: Bool { digitValue != nil }

  /// The value of a digit of any script, from 0 to 9.
  var digitValue: Int? {
    if isASCII { return (0x30...0x39).contains(value) ? Int(value) - 0x30 : nil }
    // Superscripts are digits, but not decimal ones.
    guard properties.generalCategory == .decimalNumber, let digit = properties.numericValue else {
      return nil
    }
    return Int(digit)
  }

  /// A letter, or a mark that stands on one (decomposed accents).
  var isLetter: Bool {
    isASCII ? (0x61...0x7A).contains(value | 0x20) : properties.isAlphabetic || isCombining
  }

  var isCombining: Bool {
    if isASCII { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }

  var isUpper: Bool { isASCII ? (0x41...0x5A).contains(value) : properties.isUppercase }
  var isLower: Bool { isASCII ? (0x61...0x7A).contains(value) : properties.isLowercase && !isGeorgian }

  /// Georgian sentences begin with the letters that Unicode calls small.
  private var isGeorgian: Bool { (0x10D0...0x10FF).contains(value) }

  /// A capital, or a letter of a script that has none: Arabic, Chinese, Devanagari, Georgian, Hebrew, Thai …
  var beginsSentence: Bool { isUpper || (!isASCII && isLetter && !isLower && !isCombining) }

  /// A letter of a script that has spaces between sentences only, if at all.
  var isUnspaced: Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true
    default: isIdeograph
    }
  }

  /// A letter of Chinese or Japanese, which write no spaces.
  var isIdeograph: Bool {
    switch value {
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// What may stand after the full stop and still belong to its sentence.
  var closesQuote: Bool {
    switch self {
    case "\"", "'", ")", "]", "}", "”", "’", "»", "›", "´", "」", "』", "）": true
    default: false
    }
  }

  var opensQuote: Bool {
    switch self {
    case "\"", "'", "(", "[", "“", "‘", "„", "«", "‹", "「", "『", "（", "¿", "¡": true
    default: false
    }
  }

  var endsSentence: Bool {
    switch self {
    case ".", "!", "?", "…", "。", "！", "？", "؟", "｡", "।", "॥", "۔", "։", "።", "፧", "။", "។", "\u{37E}": true
    default: false
    }
  }

  var asksQuestion: Bool {
    switch self {
    case "?", "？", "؟", "፧", "՞", "\u{37E}", "⁇", "⁈", "‽": true
    default: false
    }
  }

  /// The value of a superscript digit.
  var superscriptDigit: Int? {
    switch value {
    case 0xB9: 1
    case 0xB2: 2
    case 0xB3: 3
    case 0x2070, 0x2074...0x2079: Int(value) - 0x2070
    default: nil
    }
  }
}

extension Collection where Element == Unicode.Scalar {
  /// The string of these scalars.
  var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: self)
    return String(view)
  }
}

extension Array where Element == Unicode.Scalar {
  /// The last scalar that is neither a closing quote nor a footnote mark after the sentence's end
  /// ("… the region.”12").
  var lastOfSentence: Unicode.Scalar? {
    var end = count
    while end > 0, self[end - 1].superscriptDigit != nil { end -= 1 }
    var digits = end
    while digits > 0, end - digits < 3, self[digits - 1].isDigit { digits -= 1 }
    if digits < end, digits > 1, self[digits - 1].endsSentence || self[digits - 1].closesQuote,
      !self[digits - 2].isDigit
    {
      end = digits
    }
    while end > 0, self[end - 1].closesQuote { end -= 1 }
    return end > 0 ? self[end - 1] : nil
  }

  var endsSentence: Bool { lastOfSentence?.endsSentence ?? false }
  var asksQuestion: Bool { lastOfSentence?.asksQuestion ?? false }

  /// How many scalars the first word has.
  var firstWordLength: Int { firstIndex(where: \.isBlank) ?? count }

  /// The number that is written at a position, of at most so many digits (of any script), and where it ends.
  func number(at start: Int, digits: Int = 3) -> (value: Int, end: Int)? {
    var end = start
    var value = 0
    while end < count, let digit = self[end].digitValue {
      value = value * 10 + digit
      end += 1
      if end - start > digits { return nil }
    }
    return end > start && value > 0 ? (value, end) : nil
  }

  func skippingBlanks(from start: Int) -> Int {
    var index = start
    while index < count, self[index].isBlank { index += 1 }
    return index
  }
}
