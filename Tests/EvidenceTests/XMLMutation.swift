/// Changes an XML part by its tags and attributes, so that it mostly stays XML: what a random byte seldom reaches.
struct XMLMutation {
  /// Tags and the texts between them, in turn.
  private var pieces: [String] = []

  init(_ bytes: [UInt8]) {
    var piece = ""
    for character in String(decoding: bytes, as: UTF8.self) {
      if character == "<", !piece.isEmpty {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
      if character == ">" {
        pieces.append(piece)
        piece = ""
      }
    }
    if !piece.isEmpty { pieces.append(piece) }
  }

  private static let values = [
    "", "0", "-1", "1", "9223372036854775807", "1048577", "A1", "XFD1048576", "ZZZ9", "a1:b2", "B2:A1",
    "true", "s", "str",
    "inlineStr", "e", "b", "d", "n", "164", "0.0,,&quot;M&quot;", ";;;", "[&gt;=1e9]0", "[h]:mm", "[$€-407]0",
    "_x000D_", "_x0000_",
    "_xD800_", "1e308", "0.1e-400", "99999999999999999999", "../x", "\\xl\\styles.xml", "/", "%00",
    "superscript", "нечто",
  ]

  private static let tags = [
    "<c/>", "<v>1</v>", "<row r=\"3\">", "</row>", "<is><r><rPr><strike/></rPr><t>1</t></r></is>",
    "<f>SUM(A1)</f>",
    "<mergeCell ref=\"A1:B9\"/>", "<x:c xmlns:x=\"y\"/>", "<!DOCTYPE a>", "<![CDATA[x]]>", "<!-- x -->",
    "<?x?>", "&amp;", "&x;", "]]>",
  ]

  func mutated(by generator: inout some RandomNumberGenerator) -> [UInt8] {
    var pieces = pieces
    for _ in 0..<Int.random(in: 1...5, using: &generator) {
      guard let place = pieces.indices.randomElement(using: &generator) else { break }
      switch Int.random(in: 0...7, using: &generator) {
      case 0: pieces.remove(at: place)
      case 1: pieces.insert(pieces[place], at: place)
      case 2: pieces.swapAt(place, pieces.indices.randomElement(using: &generator) ?? place)
      case 3: pieces.insert(Self.tags.randomElement(using: &generator) ?? "", at: place)
      case 4:
        let (tag, count) = (pieces[place], Int.random(in: 2...400, using: &generator))
        pieces.insert(contentsOf: Array(repeating: tag, count: count), at: place)
      case 5: pieces[place] = pieces[place].replacing("<", with: "<x:")
      default: pieces[place] = changed(pieces[place], by: &generator)
      }
    }
    return Array(pieces.joined().utf8)
  }

  /// Another value for an attribute of a tag, or another text.
  private func changed(_ piece: String, by generator: inout some RandomNumberGenerator) -> String {
    let value = Self.values.randomElement(using: &generator) ?? ""
    var parts = piece.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
    guard piece.hasPrefix("<"), parts.count > 2 else { return piece.hasPrefix("<") ? piece : value }
    let attribute = Int.random(in: 0..<(parts.count / 2), using: &generator)
    parts[2 * attribute + 1] = value
    return parts.joined(separator: "\"")
  }
}
