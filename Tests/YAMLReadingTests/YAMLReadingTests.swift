import Diagnostics
import Testing
import YAMLReading

private func messages(_ text: String, read: (YAMLNode) -> Void) -> [String] {
  let file = YAMLFile(text, path: "pack.yml")
  if let root = file.root { read(root) }
  return file.log.diagnostics.map(\.description)
}

@Test func anUnknownKeyIsNamedWithLineColumnAndTheNearestOne() {
  let found = messages("title: A\ntittle: B\n") { _ = $0.mapping(keys: ["title", "date"]) }
  #expect(found == ["pack.yml:2:1: error: unknown key 'tittle'\n  → did you mean 'title'?"])
}

@Test func aSyntaxErrorSaysWhereItIs() {
  let found = messages("title: [A\ndate: 2\n") { _ in }
  #expect(found.count == 1)
  #expect(found.first?.hasPrefix("pack.yml:2:") == true)
  #expect(found.first?.contains("this is no YAML") == true)
  #expect(found.first?.split(separator: "\n").count == 2)
  #expect(found.first?.contains("\n  → ") == true)
}

@Test func aCharacterThatYAMLDoesNotAllowIsNamedWhereItStands() {
  #expect(
    messages("title: A\nb: \u{1}\n") { _ in } == [
      "pack.yml:2:4: error: the character U+0001 stands here, which YAML does not allow\n  → remove it"
    ])
}

@Test func aliasesInEachOtherAreNotMultiplied() {
  let bomb =
    "a0: &a0 {x: 1}\n" + (1..<40).map { "a\($0): &a\($0) {p: *a\($0 - 1), q: *a\($0 - 1)}\n" }.joined()
    + "? *a39\n: 1\n"
  #expect(
    messages(bomb) { _ in } == [
      "pack.yml:18:15: error: more than 32 aliases stand in this file\n  → write out what they stand for"
    ])
  let few = "a: &a 1\n" + (0..<30).map { "b\($0): *a\n" }.joined()
  #expect(messages(few) { _ in }.isEmpty)
  // Nothing in a text before it hides the bomb.
  for text in ["z: 'a\\'\n", "# the 'old way\n", "z: the 'tis\n", "z: \"a\\\\\"\n"] {
    #expect(messages(text + bomb) { _ in }.first?.contains("more than 32 aliases") == true, "\(text)")
  }
  let block = "a: R & D\nb: |\n" + (0..<40).map { "  the *old* quay \($0) * 2\n" }.joined()
  #expect(messages(block) { _ in }.isEmpty)
  let stars = "a: 'R & D'\n" + (0..<99).map { "b\($0): 'an *old* quay'\n" }.joined()
  #expect(messages(stars) { _ in }.isEmpty)
}

@Test func aKeyThatStandsTwiceIsAMistake() {
  let found = messages("a: 1\nb: 2\na: 3\n") { _ in }
  #expect(found.first?.contains("'a' stands twice") == true)
}

@Test func wrongTypesAreAllReported() {
  let found = messages("a: [1]\nb: text\nc:\n") { root in
    let mapping = root.mapping(keys: ["a", "b", "c"])
    _ = mapping?["a"]?.string()
    _ = mapping?["b"]?.integer()
    _ = mapping?["c"]?.string()
    _ = mapping?.required("d")
  }
  #expect(
    found.map { $0.prefix(13) } == ["pack.yml:1:4:", "pack.yml:2:4:", "pack.yml:3:3:", "pack.yml:1:1:"])
  #expect(found[0].contains("a text is wanted here, not a list"))
  #expect(found[1].contains("a whole number is wanted here, not 'text'"))
  #expect(found[3].contains("the key 'd' is missing"))
}

@Test func scalarsAreReadByTheirText() {
  var read: [String?] = []
  _ = messages("year: 2018\nmonth: 2018-10\nyes: \"yes\"\n") { root in
    let mapping = root.anyMapping()
    read = ["year", "month", "yes"].map { mapping?[$0]?.string() }
  }
  #expect(read == ["2018", "2018-10", "yes"])
}

@Test func everyWrongTypeSaysWhatToWrite() {
  let found = messages("a: [1]\nb: x\nc: x\nd: x\ne: x\nf: x\n") { root in
    let mapping = root.anyMapping()
    _ = mapping?["a"]?.string()
    _ = mapping?["b"]?.number()
    _ = mapping?["c"]?.integer()
    _ = mapping?["d"]?.flag()
    _ = mapping?["e"]?.sequence()
    _ = mapping?["f"]?.anyMapping()
  }
  #expect(found.count == 6)
  #expect(found.allSatisfy { $0.contains("\n  → write ") })
}

@Test func aTextOfWhiteSpaceIsNothing() {
  let found = messages("a: ''\nb: \"  \"\n") { root in
    _ = root.anyMapping()?["a"]?.text()
    _ = root.anyMapping()?["b"]?.text()
  }
  let advice = "error: nothing stands here\n  → write a text between the quotes or leave the key out"
  #expect(found == ["pack.yml:1:4: \(advice)", "pack.yml:2:4: \(advice)"])
}

@Test func anEmptyFileIsSaidWithWhatToDo() {
  #expect(
    messages("") { _ in } == [
      "pack.yml: error: the file is empty\n  → write 'key: value' into it, a line each"
    ])
}

@Test func aTextOfPagesIsRefusedWithItsPlace() {
  let long = String(repeating: "word ", count: 1_700)
  let found = messages("title: \(long)\nsubtitle: \(long.prefix(4_000))\n") { root in
    guard let pack = root.mapping(keys: ["title", "subtitle"]) else { return }
    _ = pack["title"]?.text()
    _ = pack["subtitle"]?.text()
  }
  #expect(
    found == [
      "pack.yml:1:8: error: this text is longer than 8 kB\n  → say it in a sentence or two; summaries hold more"
    ])
}
