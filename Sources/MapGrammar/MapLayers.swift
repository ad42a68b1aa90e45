import Atlas
import Evidence

/// What a map tells about places and countries, a layer each.
extension MapDescription {
  /// A way from stop to stop, drawn dashed along great circles.
  public struct Route: Hashable, Sendable {
    /// In the order of travel; they need not be sites.
    public var stops: [GeoPoint]
    /// Before the distance; without one the distance stands alone.
    public var label: String?
    /// Ids of the figures that the label was made from.
    public var figures: [String]

    public init(stops: [GeoPoint], label: String? = nil, figures: [String] = []) {
      self.stops = stops
      self.label = label
      self.figures = figures
    }
  }

  /// What goes from one place to another: an arrow as wide as its value.
  public struct Flow: Hashable, Sendable {
    public var from: GeoPoint
    public var to: GeoPoint
    public var value: Value

    public init(from: GeoPoint, to: GeoPoint, value: Value) {
      self.from = from
      self.to = to
      self.value = value
    }
  }

  /// A country or region whose ground shows a value.
  public struct Shade: Hashable, Sendable {
    /// ISO 3166-1 alpha-2, or ISO 3166-2 for a region.
    public var country: String
    public var name: String
    public var value: Value

    public init(country: String, name: String, value: Value) {
      self.country = country
      self.name = name
      self.value = value
    }

    /// Whether it is a part of a country.
    public var isRegion: Bool { country.count > 2 }
  }

  /// The land boundary of two countries, drawn strong.
  public struct Border: Hashable, Sendable {
    /// ISO 3166-1 alpha-2 codes.
    public var first: String
    public var second: String
    public var label: String
    /// The two countries' names, as the alternative text says them; none where they need not be said.
    public var names: [String]
    /// Ids of the figures that the label was made from.
    public var figures: [String]

    public init(
      between first: String, and second: String, label: String, names: [String] = [], figures: [String] = []
    ) {
      self.first = first
      self.second = second
      self.label = label
      self.names = names
      self.figures = figures
    }
  }

  /// An entry of the list below the map; its number stands at a site.
  public struct Event: Hashable, Sendable {
    public var number: Int
    public var label: String
    /// Said after the label.
    public var period: Period?
    public var sources: [Source]
    /// Ids of the figures that the label was made from.
    public var figures: [String]

    public init(
      number: Int, label: String, period: Period? = nil, sources: [Source] = [], figures: [String] = []
    ) {
      self.number = number
      self.label = label
      self.period = period
      self.sources = sources
      self.figures = figures
    }
  }
}
