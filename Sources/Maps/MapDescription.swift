import Atlas
import Graphics

/// What a map shows: marked places, and the countries that stand out.
public struct MapDescription: Hashable, Sendable {
  /// A marked and labelled place.
  public struct Site: Hashable, Sendable {
    public var position: GeoPoint
    public var label: String
    /// Drawn bold and filled; otherwise hollow and light, for orientation.
    public var isNamed: Bool
    /// The country's name as the alternative text says it; empty where it need not be said.
    public var country: String

    public init(position: GeoPoint, label: String, isNamed: Bool = true, country: String = "") {
      self.position = position
      self.label = label
      self.isNamed = isNamed
      self.country = country
    }
  }

  /// A way from stop to stop, drawn dashed along great circles.
  public struct Route: Hashable, Sendable {
    /// In the order of travel; they need not be sites.
    public var stops: [GeoPoint]

    public init(stops: [GeoPoint]) { self.stops = stops }
  }

  public var sites: [Site]
  /// ISO 3166-1 alpha-2 codes of the countries that stand out: the first in tint one, the others in tint two.
  public var tinted: [String]
  /// BCP 47 language of the countries' names; English where the atlas lacks it.
  public var language: String
  public var routes: [Route]

  public init(sites: [Site], tinted: [String] = [], language: String = "en", routes: [Route] = []) {
    self.sites = sites
    self.tinted = tinted
    self.language = language
    self.routes = routes
  }
}
