import Diagnostics
import Testing

@Test func aDiagnosticSaysWhereWhatAndWhatToDo() {
  let diagnostic = Diagnostic(
    .error, "unknown key 'tittle'", at: SourceLocation(file: "pack.yml", line: 3, column: 1),
    advice: adviceForUnknown("tittle", among: ["title", "date"]))
  #expect(
    diagnostic.description == "pack.yml:3:1: error: unknown key 'tittle'\n  → did you mean 'title'?")
}
