import Diagnostics
import Testing

@Test func aDiagnosticSaysWhereWhatAndWhatToDo() {
  let diagnostic = Diagnostic(
    .error, "unknown key 'tittle'", at: SourceLocation(file: "pack.yml", line: 3, column: 1),
    advice: adviceForUnknown("tittle", among: ["title", "date"]))
  #expect(
    diagnostic.description == "pack.yml:3:1: error: unknown key 'tittle'\n  → did you mean 'title'?")
}

@Test func diagnosticsAreReadByFileAndPlaceThoseWithoutOneFirst() {
  func at(_ file: String?, _ line: Int?, _ message: String) -> Diagnostic {
    Diagnostic(.error, message, at: file.map { SourceLocation(file: $0, line: line) })
  }
  let found = [
    at("b", 2, "1"), at("b", 2, "0"), at("b", nil, "2"), at("a", 9, "3"), at(nil, nil, "4"), at("b", 1, "5"),
  ]
  #expect(found.inReadingOrder.map(\.message) == ["4", "3", "2", "5", "1", "0"])
}

@Test func aLogKeepsEachDiagnosticOnceInOrder() {
  var log = DiagnosticLog()
  for message in ["b", "a", "b", "c", "a"] { log.error(message) }
  #expect(log.diagnostics.map(\.message) == ["b", "a", "c"])
}

@Test(arguments: [
  ("\u{1B}[2J", #"\u{1B}[2J"#), ("a\u{7}b\r\n", #"a\u{7}b\u{D}\u{A}"#),
  ("\u{9B}31m\u{85}", #"\u{9B}31m\u{85}"#),
  ("\u{202E}fdp.exe", #"\u{202E}fdp.exe"#), ("\u{2066}a\u{2069}\u{200F}", #"\u{2066}a\u{2069}\u{200F}"#),
  ("\u{2028}\u{FEFF}\u{7F}\u{0}", #"\u{2028}\u{FEFF}\u{7F}\u{0}"#), ("\u{E0041}", #"\u{E0041}"#),
])
func whatSteersATerminalIsShown(hostile: String, shown: String) {
  #expect(hostile.visible == shown)
  let place = SourceLocation(file: "a\(hostile)", line: 1)
  let said = Diagnostic(.error, "'\(hostile)'", at: place, advice: "not \(hostile)").description
  #expect(said == "a\(shown):1: error: '\(shown)'\n  → not \(shown)")
}

@Test func wordsOfAllScriptsAreSaidAsTheyAre() {
  let words = "Қазақстан 中国 می\u{200C}خواهم क्\u{200D}ष café “quoted” – ¶3 👩\u{200D}🌾"
  #expect(words.visible == words)
  #expect("one\ntwo\u{1B}".visibleLines == "one\ntwo\\u{1B}")
}
