import Diagnostics
import TestSupport
import Testing
import YAMLReading

/// The texts of a file, keys aside, as a pack's reader asks for them.
private func texts(_ yaml: String) -> [YAMLText] {
  var found: [YAMLText] = []
  func collect(_ node: YAMLNode) {
    if node.isMapping {
      for (_, value) in node.anyMapping()?.entries ?? [] { collect(value) }
    } else if node.isSequence {
      for element in node.sequence() ?? [] { collect(element) }
    } else if let text = node.text() {
      found.append(text)
    }
  }
  if let root = YAMLFile(yaml, path: "pack.yml").root { collect(root) }
  return found
}

private func replaced(_ index: Int, by words: String, in yaml: String) throws -> String {
  try replacingText(texts(yaml)[index], by: words, in: yaml)
}

@Test func aTextKeepsItsQuotesAndEverythingElseStays() throws {
  let yaml = "# the pack\ntitle:  Trade   # short\nnote: \"{a}, \\\"so\\\"\"  # why\nlast: 'It''s so'\n"
  #expect(try replaced(0, by: "Trade, again", in: yaml) == yaml.replacing("Trade  ", with: "Trade, again  "))
  #expect(
    try replaced(1, by: "a \"b\" \\ c", in: yaml)
      == yaml.replacing("\"{a}, \\\"so\\\"\"", with: "\"a \\\"b\\\" \\\\ c\""))
  #expect(try replaced(2, by: "It's not", in: yaml) == yaml.replacing("'It''s so'", with: "'It''s not'"))
}

@Test func plainWordsThatYAMLWouldReadOtherwiseGetQuotes() throws {
  for words in [
    "trade: up", "{a} first", "[one]", "yes # no", "- list", "'tis", "\"so\" it says", "a\nb", "*star", "~",
  ] {
    let yaml = "title: Trade\nlast: x\n"
    let result = try replaced(0, by: words, in: yaml)
    #expect(texts(result).map(\.text) == [words, "x"])
    #expect(result.hasSuffix("\nlast: x\n"))
  }
}

@Test func textsOverSeveralLinesAndBlocksAreReplacedWhole() throws {
  let yaml =
    "a: one two\n  three\n  four # no\nb: |\n  first\n  second\nc: >-\n  fold\n  ed\n\nd: \"x\n  y\"\ne: end\n"
  for (index, words) in ["new", "new\nline", "folded anew", "quoted"].enumerated() {
    let result = try replaced(index, by: words, in: yaml)
    var wanted = texts(yaml).map(\.text)
    wanted[index] = words + (index == 1 ? "\n" : "")
    #expect(texts(result).map(\.text) == wanted)
    #expect(result.hasSuffix("e: end\n"))
  }
}

@Test func linesOfWindowsAndTextsInBracketsAreReplaced() throws {
  let yaml = "a: { x: one, y: 'two' }\r\nb: [three, \"four\"]\r\nc: five\r\n"
  for index in 0..<5 {
    let result = try replaced(index, by: "new, {a}", in: yaml)
    var wanted = texts(yaml).map(\.text)
    wanted[index] = "new, {a}"
    #expect(texts(result).map(\.text) == wanted)
    #expect(result.matches(of: /\r\n/).count == 3)
  }
}

@Test func whatHasChangedMeanwhileOrIsSharedIsNotReplaced() {
  let yaml = "title: Trade\nsame: &a Words\nother: *a\n"
  let place = SourceLocation(file: "pack.yml", line: 1, column: 8)
  for text in [
    YAMLText("Trades", location: place),
    YAMLText("Words", location: SourceLocation(file: "pack.yml", line: 2, column: 7)),
  ] {
    #expect(throws: DiagnosticError.self) { try replacingText(text, by: "new", in: yaml) }
  }
}

@Test(arguments: 0..<40) func anyTextOfAnyFileIsReplacedAloneOrNotAtAll(seed: Int) throws {
  var generator = SeededGenerator(seed: UInt64(seed))
  let words = [
    "trade", "{turnover-2018}", "it's", "\"so\"", "up: 40%", "#1", "— Узбекистан", "100 %", "a, b", "\\",
    "[¶4]", "- x",
  ]
  func phrase() -> String {
    (0..<Int.random(in: 1...5, using: &generator)).map { _ in words.randomElement(using: &generator) ?? "" }
      .joined(separator: " ")
  }
  func scalar(_ text: String, _ indent: String) -> String {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: "'\(text.replacing("'", with: "''"))'  # why"
    case 1: "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    case 2: "|\n\(indent)  \(text)\n\(indent)  \(text)"
    default: "plain words {a}, so\n\(indent)  and more"
    }
  }
  let end = Bool.random(using: &generator) ? "\n" : "\r\n"
  var yaml = "# head\n"
  for number in 0..<4 {
    yaml +=
      "key-\(number): \(scalar(phrase(), ""))\nlist-\(number):\n  - x: \(scalar(phrase(), "    "))\n    y: [a, 'b']\n"
  }
  yaml = yaml.replacing("\n", with: end)
  let before = texts(yaml)
  #expect(before.count == 16)
  for index in before.indices {
    let new = phrase()
    guard let result = try? replacingText(before[index], by: new, in: yaml) else {
      // Blocks with line ends of Windows are the reader's to refuse, quoted and plain texts are not.
      #expect(before[index].text.contains("\n"))
      continue
    }
    var wanted = before.map(\.text)
    wanted[index] = new + (before[index].text.hasSuffix("\n") ? "\n" : "")
    #expect(texts(result).map(\.text) == wanted)
    #expect(result.matches(of: /#/).count >= yaml.matches(of: /# (head|why)/).count)
  }
}
