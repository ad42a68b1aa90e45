import Diagnostics
import Tables

/// A text that a person typed and that stands with figures: what its words claim is held against them.
public struct Passage: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Of an exhibit: it speaks of all that the exhibit shows.
    case title
    /// Under a title: names what is measured, in which unit.
    case subtitle
    /// A headline or statement, which stands over a page's key figures.
    case statement
    /// A paragraph of a summary.
    case point
    /// A label or note beside one figure or exhibit.
    case label
  }

  /// Where a stretch of the text stands in its file.
  public struct Stretch: Hashable, Sendable {
    /// How many Unicode scalars of the text stand before it.
    public var offset: Int
    public var location: SourceLocation

    public init(offset: Int, location: SourceLocation) {
      self.offset = offset
      self.location = location
    }
  }

  /// As written, with its references.
  public var text: String
  public var kind: Kind
  /// Ids of the figures that it stands with, besides those that it refers to.
  public var figures: [String]
  /// When what it says happened, where a date stands beside it.
  public var time: Period?
  /// How many Unicode scalars the run-in has that the text begins with.
  public var runIn: Int
  private let stretches: [Stretch]

  /// The stretches stand in the order of their offsets; what follows one stands right after it in the file.
  public init(
    _ text: String, kind: Kind, figures: [String] = [], time: Period? = nil, runIn: Int = 0,
    stretches: [Stretch]
  ) {
    self.text = text
    self.kind = kind
    self.figures = figures
    self.time = time
    self.runIn = runIn
    self.stretches = stretches
  }

  /// What some tokens of it stand for, as written.
  func words(of tokens: ArraySlice<ClaimToken>) -> String {
    guard let first = tokens.first, let last = tokens.last else { return "" }
    return String(scalars: Array(text.unicodeScalars)[first.range.lowerBound..<last.range.upperBound])
  }

  /// Where the scalar at an offset stands.
  func location(at offset: Int) -> SourceLocation {
    let start = stretches.last { $0.offset <= offset } ?? stretches.first
    guard var place = start?.location else { return SourceLocation(file: "") }
    place.column = place.column.map { $0 + max(0, offset - (start?.offset ?? 0)) }
    return place
  }
}
