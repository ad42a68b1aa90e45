import Diagnostics
import Graphics
import Keeping

/// Sets text: labels of one line and paragraphs.
///
/// Not `Sendable`: it keeps the words it has shaped.
public final class Typesetter {
  /// Missing glyphs as errors, missing hyphenation dictionaries as notes, each once.
  public var log: DiagnosticLog {
    var log = notes
    for diagnostic in diagnostics(of: missing) { log.add(diagnostic) }
    return log
  }
  private var notes = DiagnosticLog()
  private var missing: [MissingCharacter] = []
  let shaper: Shaper
  private let dictionaries: HyphenationDictionaries
  /// By language; `nil` where there is no dictionary of it.
  private var hyphenators: [String: Hyphenator?] = [:]
  private var knownFamilies: Set<String> = []
  /// Words that have been looked up.
  var hyphenations: [Word: [Int]] = [:]
  /// What has been set: exhibits and pages are measured again and again before they stand.
  private var lines = Kept<RichText, Line>()
  private var paragraphs = Kept<Paragraph, [Line]>()
  /// The paragraphs that have been broken to any measure.
  private var prepared = Kept<RichText, Prepared>()
  /// Bytes; longer paragraphs are rarely set twice and are not kept.
  private static let mostKept = 400

  private struct Paragraph: Hashable {
    var text: RichText
    var setting: ParagraphSetting
    var measures: Measures

    func hash(into hasher: inout Hasher) {
      hasher.combine(text)
      hasher.combine(measures)
    }
  }

  /// - Parameters:
  ///   - fonts: the families that styles name.
  ///   - dictionaries: for hyphenation; of a language where it is first needed, if nobody began to read it.
  public init(fonts: FontLibrary, dictionaries: HyphenationDictionaries = HyphenationDictionaries()) {
    shaper = Shaper(library: fonts)
    self.dictionaries = dictionaries
  }

  /// - Returns: `nil` if there is no dictionary of the language.
  func hyphenator(for language: String) -> Hyphenator? {
    if let known = hyphenators[language] { return known }
    let hyphenator = dictionaries.dictionary(of: language).flatMap(Hyphenator.init)
    hyphenators[language] = .some(hyphenator)
    return hyphenator
  }

  /// Begins another document: what was set neither for it nor for the one before is forgotten.
  public func turn() {
    lines.turn()
    paragraphs.turn()
    prepared.turn()
    if hyphenations.count > Self.mostWords { hyphenations = [:] }
  }

  /// Of hyphenated words.
  private static let mostWords = 50_000

  /// One unbroken line at its natural width, for labels, numerals and headings of one line.
  ///
  /// White space stays as it is; a newline becomes a space.
  public func line(_ text: RichText) -> Line {
    if let known = lines.take(text) { return known }
    let line = make(text)
    lines.keep(line, for: text)
    return line
  }

  private func make(_ text: RichText) -> Line {
    let prepared = prepare(text, collapsing: false)
    let end = Break(
      kind: .end, end: prepared.text.bytes.count, next: prepared.text.bytes.count,
      nextPiece: prepared.pieces.count)
    var content = linePieces(prepared, from: 0, piece: 0, to: end)
    let width = place(&content, prepared, Adjustment())
    var line = make(
      content, prepared, Adjustment(), width: width, extent: 0..<max(1, prepared.text.bytes.count))
    line.text = prepared.text.string(0, prepared.text.bytes.count)
    return line
  }

  /// The lines of a paragraph.
  ///
  /// Nothing is lost. No line is wider than its measure where it can be broken: a word that is wider than the
  /// measure is broken between clusters as a last resort. White space counts as one space, a newline ends a
  /// line; U+00AD, U+200B, U+2060 and the no-break spaces do as Unicode says.
  ///
  /// - Returns: no lines for text without anything but white space.
  public func paragraph(_ text: RichText, _ setting: ParagraphSetting, measures: Measures) -> [Line] {
    if text.spans.reduce(0, { $0 + $1.text.utf8.count }) > Self.mostKept {
      return set(prepare(text, collapsing: true), setting, measures)
    }
    let paragraph = Paragraph(text: text, setting: setting, measures: measures)
    if let known = paragraphs.take(paragraph) { return known }
    let prepared = prepared.take(text) ?? prepare(text, collapsing: true)
    self.prepared.keep(prepared, for: text)
    let lines = set(prepared, setting, measures)
    paragraphs.keep(lines, for: paragraph)
    return lines
  }

  private func set(_ prepared: Prepared, _ setting: ParagraphSetting, _ measures: Measures) -> [Line] {
    prepared.text.bytes.isEmpty
      ? [] : finalise(prepared, chooseBreaks(prepared, setting, measures), setting, measures)
  }

  func note(_ message: String, advice: String) {
    notes.add(Diagnostic(.note, message, advice: advice))
  }

  /// Says once that a style names a family the library was not opened with.
  func reportUnknownFamilies(_ text: RichText) {
    for span in text.spans where !knownFamilies.contains(span.style.family) {
      knownFamilies.insert(span.style.family)
      guard !shaper.library.families.contains(span.style.family.lowercased()) else { continue }
      let substitute = shaper.primaryFont(of: span.style).map { shaper.fonts[$0].face.name }
      notes.error(
        "the font family '\(span.style.family)' is not among the fonts of the layout, "
          + "'\(substitute ?? "none")' would stand in for it",
        at: text.file.map { SourceLocation(file: $0) }, advice: "name it among the theme's fonts")
    }
  }

  /// Says once that no font has a character, with a file if any of the texts it is in has one.
  func reportMissing(_ character: String, of word: String, in file: String?) {
    let found = MissingCharacter(character: character, word: word, file: file)
    guard let known = missing.firstIndex(where: { $0.character == character }) else {
      return missing.append(found)
    }
    if missing[known].file == nil, file != nil { missing[known] = found }
  }
}
