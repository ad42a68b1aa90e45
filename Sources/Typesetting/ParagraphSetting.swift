/// How a paragraph is broken into lines.
public struct ParagraphSetting: Hashable, Sendable {
  public enum Alignment: String, Hashable, Sendable { case justified, left, right, center }

  public var alignment: Alignment
  public var hyphenates: Bool
  /// Words that begin with a capital are hyphenated only where lines can't be made otherwise: names are read as
  /// they are. In German, where nouns begin with one, it has no effect.
  public var keepsNames = false
  /// How far marks at the line's ends hang into the margin, as a share of the built-in amounts; 0 is off.
  public var protrusion: Double
  /// Largest change of the glyphs' width that may even the spaces, as a share; 0.02 is ±2%, 0 is off.
  public var expansion: Double
  /// Largest change of tracking that may even the spaces, in thousandths of an em; 0 is off.
  public var tracking: Double

  public init(
    alignment: Alignment = .left, hyphenates: Bool = false, protrusion: Double = 0, expansion: Double = 0,
    tracking: Double = 0
  ) {
    self.alignment = alignment
    self.hyphenates = hyphenates
    self.protrusion = protrusion
    self.expansion = expansion
    self.tracking = tracking
  }
}

/// The width and the left edge of each line of a paragraph, in points.
public struct Measures: Hashable, Sendable {
  public struct Measure: Hashable, Sendable {
    public var indent: Double
    public var width: Double

    public init(indent: Double = 0, width: Double) {
      self.indent = indent
      self.width = width
    }
  }

  /// The first lines, where they differ (an indent, an exhibit beside the text).
  public var first: [Measure]
  public var rest: Measure

  public init(first: [Measure] = [], rest: Measure) {
    self.first = first
    self.rest = rest
  }

  public init(width: Double) { self.init(rest: Measure(width: width)) }

  public subscript(line: Int) -> Measure { line < first.count ? first[line] : rest }
}
