import Graphics

/// How a piece of text is set.
public struct TextStyle: Hashable, Sendable {
  public enum Slant: Hashable, Sendable { case upright, italic }

  /// Name of a family that the font library was opened with.
  public var family: String
  /// Points.
  public var size: Double
  /// 100 (thin) to 900 (black), as in CSS and OpenType; 400 is regular, 700 bold.
  public var weight: Int
  public var slant: Slant
  public var color: Color
  /// OpenType features that are switched on ("tnum", "smcp", "sups").
  public var features: [String]
  /// Space added after each glyph, in thousandths of an em.
  public var tracking: Double
  /// How far the baseline is raised, points.
  public var rise: Double
  /// BCP 47 language of the text, for shaping and hyphenation.
  public var language: String
  public var halo: Stroke?

  public init(
    family: String, size: Double, weight: Int = 400, slant: Slant = .upright, color: Color = .black,
    features: [String] = [], tracking: Double = 0, rise: Double = 0, language: String = "en",
    halo: Stroke? = nil
  ) {
    self.family = family
    self.size = size
    self.weight = weight
    self.slant = slant
    self.color = color
    self.features = features
    self.tracking = tracking
    self.rise = rise
    self.language = language
    self.halo = halo
  }
}

/// Text of one paragraph in several styles.
public struct RichText: Hashable, Sendable {
  public struct Span: Hashable, Sendable {
    public var text: String
    public var style: TextStyle
    public var link: LinkTarget?
    /// A name that links can lead to, placed where the span begins; whoever has the pages finds by it on
    /// which page (and line) the span stands.
    public var anchor: Anchor?
    /// Whether it was put into text that others wrote, whose direction it must not share: set as an isolate (Unicode
    /// Standard Annex 9), so that a mark after an Arabic word stands after the sentence and reads from left to right.
    public var isIsolated = false
    /// What it is beside a link, where it is more than text: a note's number, a reference.
    public var role: StructureTag.Kind?

    public init(_ text: String, _ style: TextStyle, link: LinkTarget? = nil, anchor: Anchor? = nil) {
      self.text = text
      self.style = style
      self.link = link
      self.anchor = anchor
    }
  }

  public var spans: [Span]
  /// Where the text comes from, for messages about it ("summaries/1.md").
  public var file: String?

  public init(_ spans: [Span], file: String? = nil) {
    self.spans = spans.filter { !$0.text.isEmpty }
    self.file = file
  }

  public init(_ text: String, _ style: TextStyle, file: String? = nil) {
    self.init([Span(text, style)], file: file)
  }

  public var text: String { spans.map(\.text).joined() }

  // What is set in the same words is mostly set in the same way: to hash all of the styles takes longer than to compare them.
  public func hash(into hasher: inout Hasher) {
    for span in spans {
      hasher.combine(span.text)
      hasher.combine(span.style.size)
    }
  }
}
