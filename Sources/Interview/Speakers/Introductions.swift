/// "Reporter Ann Ash (below: Reporter):", "Minister of Trade of the North (M.):" are what they say that they are called later, where
/// that label begins another line.
func shortenIntroductions(_ lines: inout [SourceLine]) {
  var counts: [String: Int] = [:]
  for line in lines {
    guard let opening = Opening(line.text), opening.form == .colon else { continue }
    counts[opening.key, default: 0] += 1
  }
  for index in lines.indices {
    guard let (label, end) = introduced(lines[index].text), counts[Opening.key(label), default: 0] > 0 else {
      continue
    }
    lines[index].text = Scalars(label.unicodeScalars) + lines[index].text[end...]
  }
}

/// What stands last in the brackets before a line's first colon, and where that colon is.
private func introduced(_ text: Scalars) -> (label: String, colon: Int)? {
  guard let close = text.prefix(160).firstIndex(of: ")"),
    let open = text[..<close].lastIndex(of: "("), open > 2
  else { return nil }
  let colon = text.skippingBlanks(from: close + 1)
  guard text.element(colon) == ":", text[..<open].allSatisfy({ !$0.endsSentence || $0 == "." }) else {
    return nil
  }
  let words = text[(open + 1)..<close].split { $0.isBlank || $0 == "–" || $0 == ":" }
  guard let last = words.last, last.count > 1, last.first?.isLetter ?? false else { return nil }
  return (last.string, colon)
}
