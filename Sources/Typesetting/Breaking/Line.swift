import Graphics

/// A line of set text: what paragraphs are broken into, and what labels are.
public struct Line: Hashable, Sendable {
  /// The line with its baseline's left end at (0, `ascent`); text that hangs into the margin has negative x or
  /// goes beyond `width`. Links are groups tagged `.link` that hold the text and its link area; anchors of
  /// spans are `.anchor` items.
  public var frame: Frame
  /// Natural width for labels; the measure it was set to for justified lines. Points.
  public var width: Double
  /// Greatest ascent and descent of the styles in the line, points.
  public var ascent: Double
  public var descent: Double
  /// What stands in the line as it reads, a hyphen that was added at its end left out.
  public var text: String
  /// How far the line begins to the right of its measure's left edge (first-line indent, centring). Points.
  public var indent: Double

  public init(frame: Frame, width: Double, ascent: Double, descent: Double, text: String, indent: Double = 0)
  {
    self.frame = frame
    self.width = width
    self.ascent = ascent
    self.descent = descent
    self.text = text
    self.indent = indent
  }
}
