import Atlas
import Evidence

/// What a map shows: marked places, the countries that stand out, and what is told about them.
///
/// A value between Briefing, which reads it, and Maps, which draws it.
public struct MapDescription: Hashable, Sendable {
  /// What part of the globe is shown, where the places don't say it.
  public enum Extent: Hashable, Sendable {
    /// `west` may exceed `east` across the antimeridian.
    case box(GeoBox)
    /// A circle of that radius lies within the map.
    case around(GeoPoint, kilometres: Double)
    case world
    /// Countries and regions, by their names and the points that must be seen of them.
    case lands([String], [GeoPoint])
  }

  /// What is written in countries and waters. Places, ways and boundaries that are named keep their labels.
  public enum Labels: String, Hashable, Sendable, CaseIterable {
    /// Names, and values where countries are shaded.
    case all
    /// Values only.
    case values
    case none
  }

  public enum ProjectionChoice: String, Hashable, Sendable, CaseIterable {
    /// Azimuthal equal-area, conformal conic, Equal Earth.
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

  /// Those that are drawn bold, then those for orientation.
  public var sites: [Site]
  /// ISO 3166-1 alpha-2 codes of the countries that stand out: the first in tint one, the others in tint two.
  public var tinted: [String]
  /// BCP 47 language of the countries' names; English where the atlas lacks it.
  public var language: String
  /// What countries are called instead, by their ISO 3166-1 alpha-2 codes.
  public var countryNames: [String: String] = [:]
  public var routes: [Route]
  public var flows: [Flow] = []
  /// Values of countries, shown by their ground; then no country is tinted, and those without a value are hatched.
  public var shades: [Shade] = []
  /// From the lowest values to the highest; negative ones are in the second country's colour.
  public var shadeClasses: [ShadeClass] = []
  /// The unit that the classes' numbers are in, which the legend says before them; empty where each has its own.
  public var shadeUnit = ""
  /// Values of the circles in the legend, the greatest first.
  public var symbolSizes: [Value] = []
  public var border: Border?
  /// Corridors and areas, one over the other.
  public var zones: [Zone] = []
  public var events: [Event] = []
  /// All that its layers show: of flows, circles, shades and the border.
  public var figures: [Figure] = []
  public var extent: Extent?
  /// ISO 3166-1 alpha-2 codes of the countries that the extent names.
  public var extentCountries: [String] = []
  /// What must be seen beside the places, where no extent is fixed.
  public var framing: [GeoPoint] = []
  /// The countries that it tells about: seen as a whole, but for one whose far parts would make the others small.
  public var outlines: [CountryOutline] = []
  /// Countries that are seen as a whole where that costs little room.
  public var neighbours: [CountryOutline] = []
  public var projection: ProjectionChoice?
  public var labels = Labels.all
  public var showsGraticule = false
  /// States, provinces and oblasts, where the scale allows.
  public var showsRegions = false
  /// Shading of the land's relief; `nil` as the layout has it.
  public var showsRelief: Bool?
  /// Where places stand too close and where a small view lies, shown in small maps in its corners.
  public var allowsInsets = true
  /// What of it stands here, where its values have no room on it or beside it.
  public var part: Part?
  /// What the legend and the labels say beside names and values.
  public var layoutWords = LayoutWords()
  /// How much of it is drawn here.
  package var detail = Detail()

  public init(sites: [Site], tinted: [String] = [], language: String = "en", routes: [Route] = []) {
    self.sites = sites
    self.tinted = tinted
    self.language = language
    self.routes = routes
  }

  /// Drawn bold and filled; those of routes, flows, symbols and events are among them.
  public var named: [Site] { sites.filter(\.isNamed) }
  /// Context, hollow and light.
  public var also: [Site] { sites.filter { !$0.isNamed } }

  /// ISO 3166-1 alpha-2 codes of all countries that it is about.
  public var ownCountries: [String] { tinted + extentCountries + shades.map { String($0.country.prefix(2)) } }

  /// Whether it shows more than its places, where no extent is fixed.
  public var isFramed: Bool { !framing.isEmpty || outlines.contains { !$0.points.isEmpty } }

  /// From place to place, as routes and flows go.
  public var ways: [(GeoPoint, GeoPoint)] {
    routes.flatMap { Array(zip($0.stops, $0.stops.dropFirst())) } + flows.map { ($0.from, $0.to) }
  }

  /// Ids of the figures in its words.
  public var figuresInWords: [String] {
    routes.flatMap(\.figures) + zones.flatMap(\.figures) + (border?.figures ?? []) + events.flatMap(\.figures)
  }
}

extension MapDescription {
  /// Words of the layout that a map is drawn in.
  public struct LayoutWords: Hashable, Sendable {
    /// What the legend says of countries without a value.
    public var noValue: String
    /// What it says of circles of negative values.
    public var negative: String
    /// What it says of countries whose values are no actual ones, and labels of such values.
    public var status: StatusWords

    public init(noValue: String = "no figure", negative: String = "negative", status: StatusWords = .init()) {
      self.noValue = noValue
      self.negative = negative
      self.status = status
    }
  }

  /// What a drawing leaves out where it is too tight, or no map of its own.
  package struct Detail: Hashable, Sendable {
    /// How the values of shaded countries and regions are told, from what reads best to what needs least room.
    package enum Telling: Hashable, Sendable {
      /// Name, number and unit on the ground, or outside with a line to it.
      case inFull
      /// The same without the unit, which the legend's classes have.
      case bare
      /// A mark on the ground; what it stands for is listed beside the map or below it.
      case marked
    }

    package var telling = Telling.inFull
    /// Whether routes say their distances.
    package var namesRoutes = true
    /// Whether the map's own countries are named however tight it is.
    package var insistsOnNames = true
  }
}
