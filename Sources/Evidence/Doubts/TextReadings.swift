import Keeping

/// The numbers in texts, read once however often a text is asked about: while a pack is read each of its texts is looked
/// through for typed numbers, for stale ones and for claims, and the next time most of them are the same.
///
/// Not `Sendable`: one reader has it at a time.
public final class TextReadings {
  /// A text's words and the numbers among them.
  struct Numbers {
    var scalars: [Unicode.Scalar]
    var tokens: [TextToken]
    var mentions: [NumberMention]
  }

  /// A passage's sentences, each with what it claims.
  typealias Claims = [(sentence: ClaimSentence, claims: [TypedClaim])]

  private struct ClaimText: Hashable {
    var text: String
    var runIn: Int
  }

  /// What a passage's claims are read by: words, and the ids that references can name.
  private struct ClaimContext: Equatable {
    var vocabulary: ClaimVocabulary
    var ids: [String]
  }

  private var numbers = Kept<String, Numbers>()
  private var paragraphs = Kept<String, ParagraphReading>()
  private var passages = Kept<ClaimText, Claims>()
  private var context: ClaimContext?

  public init() {}

  /// How many texts were read, and how many were known.
  public var tally: Tally { numbers.tally + paragraphs.tally }

  /// Begins another reading of a pack: forgets what the last one did not ask for.
  public func turn() {
    numbers.turn()
    paragraphs.turn()
    passages.turn()
  }

  /// Forgets what passages claim where it was read by other words.
  func beginClaims(of vocabulary: ClaimVocabulary, about figures: FigureTable) {
    let context = ClaimContext(vocabulary: vocabulary, ids: figures.figures.map(\.id))
    if context != self.context { passages = Kept() }
    self.context = context
  }

  /// What a passage claims, by the words and the figures of `beginClaims`.
  func passage(_ passage: Passage, figures: FigureTable, vocabulary: ClaimVocabulary) -> Claims {
    let text = ClaimText(text: passage.text, runIn: passage.runIn)
    if let known = passages.take(text) { return known }
    let sentences = ClaimScanner.sentences(of: passage, figures: figures, vocabulary: vocabulary)
    let read = sentences.map { (sentence: $0, claims: vocabulary.claims(in: $0)) }
    passages.keep(read, for: text)
    return read
  }

  /// Of a text that a person typed; what stands in quotation marks is left out.
  func typedNumbers(of text: String) -> Numbers {
    if let known = numbers.take(text) { return known }
    let scalars = Array(text.unicodeScalars)
    let tokens = TextToken.tokens(of: TextVeil(scalars).veiled)
    let read = Numbers(
      scalars: scalars, tokens: tokens, mentions: NumberFinder.mentions(in: TokenRow(tokens)))
    numbers.keep(read, for: text)
    return read
  }

  /// Of a paragraph or a footnote of the transcript.
  func paragraph(_ text: String) -> ParagraphReading {
    if let known = paragraphs.take(text) { return known }
    let read = ParagraphReading(text)
    paragraphs.keep(read, for: text)
    return read
  }
}
