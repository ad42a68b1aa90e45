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
