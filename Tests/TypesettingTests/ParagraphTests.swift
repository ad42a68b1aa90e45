import Diagnostics
import Graphics
import Testing

@testable import Typesetting

@Suite struct ParagraphTests {
  private func texts(
    _ text: String, width: Double, _ setting: ParagraphSetting = ParagraphSetting(), style: TextStyle = serif
  ) throws -> [String] {
    try makeTypesetter().paragraph(RichText(text, style), setting, measures: Measures(width: width)).map(
      \.text)
  }

  @Test func justifiedLinesFillTheirMeasure() throws {
    let typesetter = try makeTypesetter()
    let text = "The quick brown fox jumps over the lazy dog and runs away from it as fast as it can."
    let lines = typesetter.paragraph(
      RichText(text, serif), ParagraphSetting(alignment: .justified), measures: Measures(width: 100))
    #expect(lines.map(\.text).joined(separator: " ") == text)
    for line in lines.dropLast() {
      let right = line.runs.map { $0.x + $0.run.advance }.max() ?? 0
      #expect(abs(right - 100) < 1e-6)
      #expect(line.width == 100)
    }
    #expect((lines.last?.width ?? 200) <= 100)
  }

  @Test func linesTakeTheirOwnMeasures() throws {
    let typesetter = try makeTypesetter()
    let text = String(repeating: "word ", count: 60)
    let measures = Measures(
      first: [.init(indent: 12, width: 88), .init(indent: 0, width: 60), .init(indent: 40, width: 60)],
      rest: .init(width: 150))
    let lines = typesetter.paragraph(
      RichText(text, serif), ParagraphSetting(alignment: .justified), measures: measures)
    #expect(lines.prefix(5).map(\.indent) == [12, 0, 40, 0, 0])
    #expect(lines.prefix(5).map(\.width) == [88, 60, 60, 150, 150])
  }

  @Test func alignmentMovesLines() throws {
    let typesetter = try makeTypesetter()
    let text = RichText("HHHH HH", serif)
    // H is 1522, the space 584 of 2048 units wide.
    let four = 4 * 15220.0 / 2048
    func indents(_ alignment: ParagraphSetting.Alignment) -> [Double] {
      typesetter.paragraph(text, ParagraphSetting(alignment: alignment), measures: Measures(width: 40)).map(
        \.indent)
    }
    #expect(indents(.left) == [0, 0])
    #expect(abs(indents(.right)[0] - (40 - four)) < 1e-9)
    #expect(abs(indents(.center)[0] - (40 - four) / 2) < 1e-9)
  }

  @Test func emptyTextHasNoLines() throws {
    #expect(try texts("", width: 100).isEmpty)
    #expect(try texts("  \t \n ", width: 100).isEmpty)
    #expect(try makeTypesetter().line(RichText("", serif)).width == 0)
  }

  @Test func whiteSpaceCountsOnceAndNewlinesEndLines() throws {
    #expect(try texts(" a  b\t c \n d\n\ne \n", width: 100) == ["a b c", "d", "", "e"])
    let lines = try makeTypesetter().paragraph(
      RichText("a\n\nb", serif), ParagraphSetting(), measures: Measures(width: 100))
    #expect(lines[1].ascent == lines[0].ascent)
  }

  @Test func aLineOfItsOwnKeepsItsSpaces() throws {
    let typesetter = try makeTypesetter()
    let line = typesetter.line(RichText("a  b ", serif))
    #expect(line.text == "a  b ")
    let parts = ["ab", " ", " ", " "].map { typesetter.line(RichText($0, serif)).width }
    #expect(abs(line.width - parts.reduce(0, +)) < 1e-9)
  }

  @Test func aWordWiderThanTheMeasureIsBrokenBetweenClusters() throws {
    let word = String(repeating: "e\u{301}", count: 30)
    let lines = try texts(word, width: 40)
    #expect(lines.joined() == word)
    #expect(lines.count > 3)
    #expect(lines.allSatisfy { $0.unicodeScalars.first != "\u{301}" })
  }

  @Test func wordsAreHyphenatedByTheirLanguage() throws {
    let setting = ParagraphSetting(alignment: .justified, hyphenates: true)
    let lines = try makeTypesetter().paragraph(
      RichText("international cooperation", serif), setting, measures: Measures(width: 45))
    #expect(lines.map(\.text) == ["interna", "tional co", "operation"])
    #expect(lines[0].runs.map(\.run.text) == ["interna", "\u{AD}"])
    var russian = serif
    russian.language = "ru"
    let parts = try texts("сотрудничество", width: 50, setting, style: russian)
    #expect(parts == ["сотрудни", "чество"])
  }

  @Test func dictionariesThatAreAwaitedHyphenateAlike() throws {
    let library = try FontLibrary(configuration: fontConfiguration, families: ["Charis SIL"])
    let dictionaries = HyphenationDictionaries()
    for language in ["en", "xx", "en"] { dictionaries.begin(language) }
    let typesetter = Typesetter(fonts: library, dictionaries: dictionaries)
    let lines = typesetter.paragraph(
      RichText("international cooperation", serif), ParagraphSetting(alignment: .justified, hyphenates: true),
      measures: Measures(width: 45))
    #expect(lines.map(\.text) == ["interna", "tional co", "operation"])
  }

  @Test func aLanguageWithoutDictionaryIsNotedOnce() throws {
    var style = serif
    style.language = "kk"
    let typesetter = try makeTypesetter()
    for _ in 0..<2 {
      _ = typesetter.paragraph(
        RichText("Қазақстан Республикасының тәуелсіздігі", style), ParagraphSetting(hyphenates: true),
        measures: Measures(width: 60))
    }
    #expect(
      typesetter.log.diagnostics.map(\.description) == [
        """
        note: no hyphenation dictionary for the language 'kk', its words stay whole
          → Debian's hyphen-* packages have the dictionaries that there are
        """
      ])
  }

  @Test func aLastLineIsNoSingleShortWordWhereAvoidable() throws {
    // The first fit would leave "up" alone.
    let lines = try texts("Trade between the two countries is up", width: 158)
    #expect(lines.count == 2)
    #expect(lines.last?.contains(" ") == true)
  }

  @Test func aMissingGlyphNamesCharacterTextAndFile() throws {
    let typesetter = try makeTypesetter(fallbacks: [])
    for _ in 0..<2 {
      _ = typesetter.line(RichText("See \u{13000}x for more", serif, file: "summaries/1.md"))
    }
    #expect(
      typesetter.log.diagnostics.map(\.description) == [
        """
        summaries/1.md: error: no font has the character '\u{13000}' (U+13000)
          → write '\u{13000}x' otherwise, or name a family that has it among the theme's fallbacks
        """
      ])
  }

  @Test func aMissingGlyphIsSaidOnceWithAFileWhereOneIsKnown() throws {
    let typesetter = try makeTypesetter(fallbacks: [])
    for (text, file) in [("a\u{13000}", nil), ("b\u{13000}", "figures.csv"), ("c\u{13000}", "pack.yml")] {
      _ = typesetter.line(RichText(text, serif, file: file))
    }
    let diagnostics = typesetter.log.diagnostics
    #expect(diagnostics.count == 1)
    #expect(diagnostics.first?.location?.file == "figures.csv")
    #expect(diagnostics.first?.advice?.hasPrefix("write 'b\u{13000}' otherwise") == true)
  }

  @Test func cyrillicOfKazakhAndUzbekIsInTheReadingFace() throws {
    let typesetter = try makeTypesetter(fallbacks: [])
    let line = typesetter.line(RichText("Қазақстан, Өзбекстан, Ўзбекистон, O‘zbekiston, Oʻzbekiston", serif))
    #expect(typesetter.log.diagnostics.isEmpty)
    #expect(line.runs.count == 1)
  }
}
