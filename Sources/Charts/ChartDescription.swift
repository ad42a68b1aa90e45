import Diagnostics
import Evidence

/// What a chart shows; how it looks follows from the data, the size and the style.
public struct ChartDescription: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Figures by period in true time distance, or side by side where they have the same period or none.
    case bars
    /// Dated events.
    case timeline
    /// Parts of a whole, in per cent.
    case share
  }

  /// Something that happened (or is to happen), dated as exactly or as vaguely as its source dates it.
  public struct Event: Hashable, Sendable {
    /// A month, a year, or a span of several years.
    public var period: Period
    public var label: String
    public var isHighlighted: Bool

    public init(period: Period, label: String, isHighlighted: Bool = false) {
      self.period = period
      self.label = label
      self.isHighlighted = isHighlighted
    }
  }

  public var kind: Kind
  /// Of bars and shares, in the order of their rows or parts; bars by period are put in order of time.
  public var figures: [Figure]
  /// Of a timeline, in any order.
  public var events: [Event]
  /// Identifiers of figures that stand out; the others recede. Empty: all alike.
  public var highlighted: Set<String>

  public init(_ kind: Kind, figures: [Figure] = [], events: [Event] = [], highlighted: Set<String> = []) {
    self.kind = kind
    self.figures = figures
    self.events = events
    self.highlighted = highlighted
  }
}
