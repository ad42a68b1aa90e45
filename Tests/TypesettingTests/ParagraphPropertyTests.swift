import Diagnostics
import Graphics
import TestSupport
import Testing

@testable import Typesetting

/// What holds for every paragraph, on generated ones.
@Suite struct ParagraphPropertyTests {
  private static let words = [
    "a", "of", "the", "relations", "cooperation", "Kazakhstan", "Uzbekistan", "Қазақстан", "Өзбекстан",
    "Ўзбекистон",
    "O‘zbekiston", "international", "“quoted”", "(1998),", "2017–2019.", "$2", "bn", "40", "%", "Dr",
    "Baydarov",
    "Kazakh-Uzbek", "https://example.org/a_long/path-with/parts?x=1&y=2", "efficient", "office—and", "naïve",
    "internationalisation-of-everything", "שלום", "العربية", "ﬁ", "e\u{301}te\u{301}",
    "un\u{AD}break\u{AD}able",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "½", "N.", "A.", "¶",
    "5",
  ]

  private func generated(_ generator: inout SeededGenerator) -> RichText {
    let count = Int.random(in: 0...60, using: &generator)
    var spans: [RichText.Span] = []
    for index in 0..<count {
      var style = serif
      style.language = ["en", "ru", "kk"].randomElement(using: &generator) ?? "en"
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: style.weight = 700
      case 1: style.slant = .italic
      case 2: style.features = ["smcp"]
      case 3: style.tracking = 40
      default: break
      }
      let space =
        ["", " ", " ", " ", " ", " ", "  ", "\t", "\u{A0}", "\n"].randomElement(using: &generator) ?? " "
      spans.append(
        RichText.Span(
          (Self.words.randomElement(using: &generator) ?? "") + space, style,
          link: index % 9 == 0 ? .url("https://example.org") : nil))
    }
    return RichText(spans)
  }

  private func generatedSetting(_ generator: inout SeededGenerator) -> ParagraphSetting {
    ParagraphSetting(
      alignment: [.justified, .justified, .left, .right, .center].randomElement(using: &generator) ?? .left,
      hyphenates: Bool.random(using: &generator), protrusion: Bool.random(using: &generator) ? 1 : 0,
      expansion: Bool.random(using: &generator) ? 0.02 : 0, tracking: Bool.random(using: &generator) ? 5 : 0)
  }

  /// Calls the check with 200 paragraphs and their lines.
  private func forEachParagraph(
    _ check: (RichText, ParagraphSetting, Measures, [Line], Int) throws -> Void
  ) throws {
    let typesetter = try makeTypesetter()
    for seed in 0..<200 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let text = generated(&generator)
      let setting = generatedSetting(&generator)
      let first = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        Measures.Measure(
          indent: Double.random(in: 0...20, using: &generator),
          width: Double.random(in: 30...300, using: &generator))
      }
      let measures = Measures(
        first: first, rest: .init(width: Double.random(in: 30...350, using: &generator)))
      try check(text, setting, measures, typesetter.paragraph(text, setting, measures: measures), seed)
    }
    #expect(!typesetter.log.hasErrors)
  }

  @Test func nothingIsLost() throws {
    try forEachParagraph { text, _, _, lines, seed in
      func letters(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !$0.properties.isWhitespace && $0.value != 0xAD }
      }
      #expect(letters(lines.map(\.text).joined()) == letters(text.text), "seed \(seed)")
      #expect(letters(lines.map(\.frame.text).joined()) == letters(text.text), "seed \(seed)")
    }
  }

  @Test func noLineIsWiderThanItsMeasure() throws {
    try forEachParagraph { _, setting, measures, lines, seed in
      for (number, line) in lines.enumerated() {
        let hang = setting.protrusion * 7
        let left = line.runs.map(\.x).min() ?? 0
        let right = line.runs.map { $0.x + $0.run.advance }.max() ?? 0
        let measure = measures[number]
        let begin = line.indent - measure.indent
        #expect(begin + left >= -hang - 1e-6, "seed \(seed), line \(number): \(line.text)")
        #expect(begin + right <= measure.width + hang + 1e-6, "seed \(seed), line \(number): \(line.text)")
      }
    }
  }

  @Test func clustersCoverTextAndGlyphs() throws {
    try forEachParagraph { _, _, _, lines, seed in
      for (run, _) in lines.flatMap(\.runs) {
        #expect(run.clusters.reduce(0) { $0 + $1.bytes } == run.text.utf8.count, "seed \(seed): \(run.text)")
        #expect(run.clusters.reduce(0) { $0 + $1.glyphs } == run.glyphs.count, "seed \(seed): \(run.text)")
      }
    }
  }

  @Test func anotherTypesetterMakesTheSameLines() throws {
    // One that has set other text before.
    let other = try makeTypesetter()
    _ = other.line(RichText("Something else, 2018", sans))
    try forEachParagraph { text, setting, measures, lines, seed in
      #expect(other.paragraph(text, setting, measures: measures) == lines, "seed \(seed)")
    }
  }

  @Test func wordsOfTwoLinesDoNotRunTogether() throws {
    try forEachParagraph { text, _, _, lines, seed in
      guard !text.text.contains("\n") else { return }
      func collapsed(_ text: String) -> String {
        text.split(whereSeparator: { $0.isWhitespace && $0 != "\u{A0}" }).joined(separator: " ")
      }
      let copied = lines.map(\.frame.text).joined().filter { $0 != "\u{AD}" }
      #expect(collapsed(copied) == collapsed(text.text.filter { $0 != "\u{AD}" }), "seed \(seed)")
    }
  }

  @Test func anyCharactersCanBeSet() throws {
    let typesetter = try makeTypesetter()
    let ranges: [ClosedRange<UInt32>] = [
      0...0x7F, 0x80...0x24F, 0x300...0x36F, 0x400...0x6FF, 0x900...0xDFF, 0x2000...0x206F, 0x3000...0x30FF,
      0xE000...0xFFFF, 0x1F300...0x1FAFF,
    ]
    for seed in 0..<150 {
      var generator = SeededGenerator(seed: UInt64(seed))
      var text = String.UnicodeScalarView()
      for _ in 0..<40 {
        let range = ranges.randomElement(using: &generator) ?? 0...0x7F
        if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) { text.append(scalar) }
      }
      let lines = typesetter.paragraph(
        RichText(String(text), serif), generatedSetting(&generator), measures: Measures(width: 60))
      for (run, _) in lines.flatMap(\.runs) {
        #expect(run.clusters.reduce(0) { $0 + $1.bytes } == run.text.utf8.count, "seed \(seed)")
        #expect(run.clusters.reduce(0) { $0 + $1.glyphs } == run.glyphs.count, "seed \(seed)")
      }
    }
  }
}
