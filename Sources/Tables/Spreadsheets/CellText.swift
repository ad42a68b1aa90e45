/// The text of a cell: plain, or runs in styles of their own.
struct CellText: Hashable {
  /// What a person reads there, without what is struck out; raised and lowered digits as the characters for them (km²).
  var text = ""
  /// What is struck out.
  var struckOut = ""

  init(_ text: String = "") { self.text = decodedEscapes(text) }

  /// Of an `si` or `is`: `t`, or `r` with `t` and its style in `rPr`. Readings of Chinese characters (`rPh`) are left out.
  init(_ element: XMLElement) {
    for part in element.children {
      switch part.name {
      case "t": text += decodedEscapes(part.text)
      case "r": add(part)
      default: break
      }
    }
  }

  private mutating func add(_ run: XMLElement) {
    let words = run.all("t").map { decodedEscapes($0.text) }.joined()
    let style = run.first("rPr")
    if style?.first("strike")?.flag("val", standard: true) == true {
      struckOut += words
      return
    }
    switch style?.first("vertAlign")?["val"] {
    case "superscript": text += shifted(words, to: raisedDigits)
    case "subscript": text += shifted(words, to: loweredDigits)
    default: text += words
    }
  }
}

private let raisedDigits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
private let loweredDigits: [Character] = ["₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"]

private func shifted(_ text: String, to digits: [Character]) -> String {
  String(text.map { $0.isASCII ? $0.wholeNumberValue.map { digits[$0] } ?? $0 : $0 })
}

/// SpreadsheetML writes characters that XML can't hold, or would change, as `_xHHHH_` (ECMA-376, 22.9.2.19, ST_Xstring):
/// `_x000D_` is a carriage return, `_x005F_` the underscore of what only looks like one. Line ends become newlines.
func decodedEscapes(_ text: String) -> String {
  var units: [UInt16] = []
  let all = Array(text.utf16)
  guard text.utf8.contains(0x5F) || text.utf8.contains(0x0D) else { return text }
  var index = 0
  while index < all.count {
    if let unit = escapedUnit(all, at: index) {
      units.append(unit)
      index += 7
    } else {
      units.append(all[index])
      index += 1
    }
  }
  return String(decoding: units, as: UTF16.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
}

private func escapedUnit(_ units: [UInt16], at index: Int) -> UInt16? {
  guard index + 7 <= units.count, units[index] == 0x5F, units[index + 1] == 0x78, units[index + 6] == 0x5F
  else { return nil }
  var value: UInt16 = 0
  for unit in units[(index + 2)..<(index + 6)] {
    guard
      let digit = Unicode.Scalar(unit).flatMap({ Character($0).isASCII ? Character($0).hexDigitValue : nil })
    else { return nil }
    value = value << 4 | UInt16(digit)
  }
  return value
}
