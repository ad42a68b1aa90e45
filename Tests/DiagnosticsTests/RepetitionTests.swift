import Diagnostics
import Testing

private func unknown(_ id: String, _ file: String, _ line: Int, _ column: Int) -> Diagnostic {
  Diagnostic(
    .error, "unknown figure '\(id)'", at: SourceLocation(file: file, line: line, column: column),
    advice: "name another")
}

@Test func aMistakeIsSaidOnceWithItsOtherPlaces() {
  let said = [
    unknown("a", "pack.yml", 3, 7), unknown("b", "pack.yml", 4, 1), unknown("a", "pack.yml", 9, 2),
    unknown("a", "summaries/1.md", 5, 9), unknown("a", "summaries/1.md", 5, 30),
  ].saidOnce
  #expect(
    said.map(\.description) == [
      "pack.yml:3:7: error: unknown figure 'a'; the same at pack.yml:9:2, "
        + "summaries/1.md:5:9, summaries/1.md:5:30\n  → name another",
      "pack.yml:4:1: error: unknown figure 'b'\n  → name another",
    ])
}

@Test func veryManyPlacesOfAMistakeAreCounted() {
  let said = (1...40).map { unknown("a", "pack.yml", $0, 1) }.saidOnce
  #expect(said.count == 1)
  #expect(said[0].message.hasSuffix("pack.yml:12:1, pack.yml:13:1 and 27 more places"))
}

@Test func whatHasNoPlaceOrAnotherAdviceIsNoRepetition() {
  var other = unknown("a", "pack.yml", 8, 1)
  other.advice = nil
  let all = [Diagnostic(.error, "no file"), unknown("a", "pack.yml", 3, 1), other]
  #expect(all.saidOnce == all)
  let files = ["a.pdf", "b.pdf"].map { Diagnostic(.warning, "damaged", at: SourceLocation(file: $0)) }
  #expect(files.saidOnce == files)
  let empty = [3, 5].map {
    Diagnostic(.error, "nothing stands here", at: SourceLocation(file: "pack.yml", line: $0, column: 1))
  }
  #expect(empty.saidOnce == empty)
  let doubts = [3, 5].map {
    Diagnostic(.warning, "'rose' is doubtful", at: SourceLocation(file: "pack.yml", line: $0, column: 1))
  }
  #expect(doubts.saidOnce == doubts)
}
