import Diagnostics

/// A text of the pack as it was written, and as pages say it: for who shows the one beside the other.
public struct WrittenText: Hashable, Sendable {
  /// As written, with its references; `nil` for a point of a summary, whose Markdown stands in its file.
  public var source: String?
  /// Where the text begins; of a point, its first line.
  public var location: SourceLocation
  public var inline: InlineText
}
