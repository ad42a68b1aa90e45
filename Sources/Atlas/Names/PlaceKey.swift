import Foundation

/// What a name is found by: without case, marks, spaces and punctuation, and in Latin letters where it is Cyrillic,
/// so that "Türkistan", "TURKISTAN" and "Түркістан" are one.
///
/// `Scripts/atlas/gazetteer.py` makes the index with the same rules; a test compares the two over the whole gazetteer.
public func placeKey(_ name: String) -> String {
  if name.utf8.allSatisfy({ $0 < 0x80 }) { return asciiKey(name) }
  var key = ""
  for scalar in name.decomposedStringWithCompatibilityMapping.lowercased()
    .decomposedStringWithCompatibilityMapping
    .unicodeScalars
  {
    if let plain = plainLetters[scalar] {
      key += plain
    } else {
      switch scalar.properties.generalCategory {
      case .lowercaseLetter, .otherLetter, .decimalNumber: key.unicodeScalars.append(scalar)
      default: break
      }
    }
  }
  return key
}

/// A name by its letters and by where spaces and hyphens divide them, without case and marks: "Basse-Terre" is not
/// "Basseterre", though they have one key.
public func placeSpelling(_ name: String) -> String {
  var spelling = ""
  var part = ""
  var gap = ""
  func end() {
    let key = placeKey(part)
    if key.isEmpty { return }
    spelling += (spelling.isEmpty ? "" : gap) + key
    (part, gap) = ("", "")
  }
  for character in name {
    if hyphens.contains(character) || character.isWhitespace {
      end()
      if gap.isEmpty { gap = character.isWhitespace ? " " : "-" }
    } else {
      part.append(character)
    }
  }
  end()
  return spelling
}

private let hyphens: Set<Character> = ["-", "\u{2010}", "\u{2011}"]

private func asciiKey(_ name: String) -> String {
  var key: [UInt8] = []
  for byte in name.utf8 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): key.append(byte | 0x20)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): key.append(byte)
    default: break
    }
  }
  return String(decoding: key, as: UTF8.self)
}

/// Letters that have no decomposition, and Cyrillic as newspapers romanise it (BGN/PCGN 1947 without its marks).
private let plainLetters: [Unicode.Scalar: String] = {
  let latin = "ı i ł l ø o đ d ð d þ th ß ss æ ae œ oe ə a ŋ n ħ h"
  let cyrillic =
    "а a б b в v г g д d е e з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы y "
    + "э e ю yu я ya ж zh ђ dj ј j љ lj њ nj ћ c џ dz ґ g є ye і i қ k ғ g ү u ұ u һ h ә a ө o ң n ҳ h ў o ҷ j ӣ i ӯ u"
  let words = (latin + " " + cyrillic).split(separator: " ")
  var letters: [Unicode.Scalar: String] = ["ъ": "", "ь": ""]
  for index in stride(from: 0, to: words.count, by: 2) {
    if let letter = words[index].unicodeScalars.first { letters[letter] = String(words[index + 1]) }
  }
  return letters
}()
