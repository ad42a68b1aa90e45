import Graphics
import Testing

@testable import Typesetting

@Suite struct ParagraphTests {
  @Test func aLineIsAsWideAsItsGlyphs() throws {
    let typesetter = try makeTypesetter()
    let line = typesetter.line(RichText("HH", serif))
    // Charis SIL: H is 1522 of 2048 units wide.
    #expect(abs(line.width - 2 * 1522.0 / 2048 * 10) < 1e-6)
    #expect(line.text == "HH")
    #expect(line.runs.map(\.run.text) == ["HH"])
    #expect(typesetter.log.diagnostics.isEmpty)
  }

  @Test func noTextIsLost() throws {
    let typesetter = try makeTypesetter()
    let text = "The quick brown fox jumps over the lazy dog and runs away from it as fast as it can."
    let lines = typesetter.paragraph(
      RichText(text, serif), ParagraphSetting(alignment: .justified), measures: Measures(width: 100))
    #expect(lines.map(\.text).joined(separator: " ") == text)
    for line in lines.dropLast() {
      let right = line.runs.map { $0.x + $0.run.advance }.max() ?? 0
      #expect(abs(right - 100) < 1e-6)
    }
  }
}
