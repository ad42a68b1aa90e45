import Interview

/// Whether a quotation stands word for word in a paragraph. White space, quotation marks and apostrophes may
/// differ in form; "[…]" or "[...]" stands for words left out.
public func quotationStands(_ text: String, in paragraph: Paragraph) -> Bool {
  let source = folded(paragraph.text)
  let parts = text.replacing("[...]", with: "[…]").split(separator: "[…]").map(folded).filter { !$0.isEmpty }
  var from = 0
  for part in parts {
    guard let end = end(of: part, in: source, from: from) else { return false }
    from = end
  }
  return !parts.isEmpty
}

/// One space for white space (none at the ends), one mark for all quotes and apostrophes.
private func folded(_ text: some StringProtocol) -> [Unicode.Scalar] {
  var result: [Unicode.Scalar] = []
  for scalar in text.unicodeScalars {
    if scalar.properties.isWhitespace {
      if let last = result.last, last != " " { result.append(" ") }
    } else if quotes.contains(scalar) {
      result.append("'")
    } else {
      result.append(scalar)
    }
  }
  if result.last == " " { result.removeLast() }
  return result
}

private let quotes: Set<Unicode.Scalar> = [
  "\"", "'", "“", "”", "„", "‟", "«", "»", "‘", "’", "‚", "‹", "›", "´", "`", "ʼ",
]

/// Where the first occurrence as whole words ends.
private func end(of part: [Unicode.Scalar], in text: [Unicode.Scalar], from start: Int) -> Int? {
  func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
  func isWord(at index: Int) -> Bool { text.indices.contains(index) && isWord(text[index]) }
  guard let first = part.first, let last = part.last, text.count - start >= part.count else { return nil }
  for index in start...(text.count - part.count)
  where text[index] == first && text[index...].starts(with: part) {
    let end = index + part.count
    if !(isWord(at: index - 1) && isWord(first)), !(isWord(at: end) && isWord(last)) { return end }
  }
  return nil
}
