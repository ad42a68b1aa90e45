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

  private var numbers = Kept<String, Numbers>()
  private var paragraphs = Kept<String, ParagraphReading>()

  public init() {}

  /// How many texts were read, and how many were known.
  public var tally: Tally { numbers.tally + paragraphs.tally }

  /// Begins another reading of a pack: forgets what the last one did not ask for.
  public func turn() {
    numbers.turn()
    paragraphs.turn()
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
