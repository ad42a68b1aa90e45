import Tables

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
  /// In Unicode scalars.
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

/// The tokens of a text, asked by place; places outside of it are empty.
struct TokenRow {
  let all: [TextToken]

  init(_ tokens: [TextToken]) { all = tokens }

  var count: Int { all.count }

  subscript(index: Int) -> TextToken? { all.indices.contains(index) ? all[index] : nil }

  /// In lower case; empty outside of the text.
  func key(_ index: Int) -> String { all.indices.contains(index) ? all[index].key : "" }

  /// As written; empty outside of the text.
  func text(_ index: Int) -> String { all.indices.contains(index) ? all[index].text : "" }

  func isDigits(_ index: Int) -> Bool { self[index]?.kind == .digits }

  func isWord(_ index: Int) -> Bool { self[index]?.kind == .word }

  /// Whether nothing stands between a token and the next.
  func isGlued(_ left: Int) -> Bool {
    left >= 0 && left + 1 < all.count && all[left].range.upperBound == all[left + 1].range.lowerBound
  }

  func has(_ keys: [String], at index: Int) -> Bool {
    index >= 0 && index + keys.count <= all.count
      && zip(all[index..<(index + keys.count)], keys).allSatisfy { $0.key == $1 }
  }

  /// The place after one hyphen that joins a token to the last, else the same place: "62-million", "a 5-percent rise".
  func skippingHyphen(_ index: Int) -> Int {
    Self.hyphens.contains(key(index)) && isGlued(index - 1) && isGlued(index) && isWord(index + 1)
      ? index + 1 : index
  }

  static let hyphens: Set<String> = ["-", "\u{2010}", "\u{2011}"]
}
