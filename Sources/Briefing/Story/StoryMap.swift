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

  /// A figure of a country or of one of its regions.
  public struct Shade: Hashable, Sendable {
    /// ISO 3166-1 alpha-2, or ISO 3166-2 of a region.
    public var country: String
    public var name: String
    public var figure: Figure
    /// 0 for a country, 1 for a region, 2 for a part of one, 3 for a region beside both.
    public var level = 0
    /// Of a region, along its largest part.
    public var outline: [GeoPoint] = []
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

  /// A piece of a map that goes over several pages.
  public enum Part: Hashable, Sendable {
    /// The map, with marks for what is shaded.
    case ground
    /// What the marks of these shades stand for.
    case key(Range<Int>)
  }

  /// What is written in countries and waters.
  public enum Labels: String, Hashable, Sendable, CaseIterable { case all, values, none }

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
  /// Where no extent is fixed, all along the boundary that it tells about.
  public var line: [GeoPoint] = []
  /// The countries that it tells about, and those of its boundary, where no extent is fixed.
  public var outlines: [CountryOutline] = []
  public var neighbours: [CountryOutline] = []
  public var projection: Projection?
  public var showsGraticule = false
  public var showsRegions = false
  public var allowsInsets = true
  public var labels = Labels.all
  /// What of it stands here, where its values have no room on it or beside it.
  public var part: Part?

  public init(named: [Site], also: [Site] = []) {
    self.named = named
    self.also = also
  }

  /// What must be seen beside the places, where no extent is fixed.
  public var framing: [GeoPoint] { outlines.flatMap(\.points) + line }

  /// All that is written on it and below it.
  public var texts: [InlineText] {
    routes.compactMap(\.label) + [border?.label].compactMap { $0 } + events.map(\.label)
  }

  /// All that it shows.
  public var figures: [Figure] {
    flows.map(\.figure) + symbols.map(\.figure) + shades.map(\.figure) + [border?.figure].compactMap { $0 }
  }
}
