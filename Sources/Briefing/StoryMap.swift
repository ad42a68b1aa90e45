import Atlas
import Evidence

/// A map to be drawn: names made into places, ids into figures.
public struct StoryMap: Hashable, Sendable {
  /// A way from place to place.
  public struct Route: Hashable, Sendable {
    public var stops: [Site]
    public var label: InlineText?
  }

  /// What goes from one place to another.
  public struct Flow: Hashable, Sendable {
    public var from: Site
    public var to: Site
    public var figure: Figure
  }

  /// A figure of a place.
  public struct Symbol: Hashable, Sendable {
    public var site: Site
    public var figure: Figure
  }

  /// A figure of a country.
  public struct Shade: Hashable, Sendable {
    /// ISO 3166-1 alpha-2.
    public var country: String
    public var name: String
    public var figure: Figure
  }

  /// The common land boundary of two countries and what is said of it.
  public struct Border: Hashable, Sendable {
    public var first: String
    public var second: String
    public var label: InlineText
    public var figure: Figure?
  }

  /// Something that happened at a place or at several.
  public struct Event: Hashable, Sendable {
    public var sites: [Site]
    public var label: InlineText
    public var period: Period?
    public var sources: [Source]
  }

  /// What part of the globe is shown.
  public enum Extent: Hashable, Sendable {
    case box(GeoBox)
    case around(GeoPoint, kilometres: Double)
    case world
  }

  public enum Projection: String, Hashable, Sendable, CaseIterable {
    case azimuthal, conic
    case equalEarth = "equal-earth"
  }

  /// Bold and filled; those of routes, flows, symbols and events are among them.
  public var named: [Site]
  /// Context, hollow and light.
  public var also: [Site]
  public var routes: [Route] = []
  public var flows: [Flow] = []
  public var symbols: [Symbol] = []
  public var shades: [Shade] = []
  public var border: Border?
  public var events: [Event] = []
  public var extent: Extent?
  /// What must be seen beside the places, where no extent is fixed: the countries that it tells about.
  public var framing: [GeoPoint] = []
  public var projection: Projection?
  public var showsGraticule = false
  public var showsRegions = false
  public var allowsInsets = true

  public init(named: [Site], also: [Site] = []) {
    self.named = named
    self.also = also
  }

  /// All that is written on it and below it.
  public var texts: [InlineText] {
    routes.compactMap(\.label) + [border?.label].compactMap { $0 } + events.map(\.label)
  }

  /// All that it shows.
  public var figures: [Figure] {
    flows.map(\.figure) + symbols.map(\.figure) + shades.map(\.figure) + [border?.figure].compactMap { $0 }
  }
}
