import Atlas
import Graphics

/// What a map shows: marked places, the countries that stand out, and what is told about them.
public struct MapDescription: Hashable, Sendable {
  /// A marked and labelled place.
  public struct Site: Hashable, Sendable {
    public var position: GeoPoint
    public var label: String
    /// Drawn bold and filled; otherwise hollow and light, for orientation.
    public var isNamed: Bool
    /// The country's name as the alternative text says it; empty where it need not be said.
    public var country: String
    /// A region has no dot: its name stands about its middle.
    public var isRegion: Bool
    /// Numbers of `events` that happened here; they stand before the label.
    public var numbers: [Int] = []
    /// A value shown as a circle around the place.
    public var symbol: Value?

    public init(
      position: GeoPoint, label: String, isNamed: Bool = true, country: String = "", isRegion: Bool = false
    ) {
      self.position = position
      self.label = label
      self.isNamed = isNamed
      self.country = country
      self.isRegion = isRegion
    }
  }

  /// A number that is drawn, and as it is said.
  public struct Value: Hashable, Sendable {
    /// How a value is drawn, by what is claimed about it.
    public enum Look: Hashable, Sendable {
      case actual
      /// Hatched.
      case target
      /// With a dashed outline.
      case estimate
    }

    public var amount: Double
    /// With qualifier and unit: "> $2 bn".
    public var text: String
    /// The same without the unit, where that is shorter and the legend says the unit.
    public var bare: String?
    public var look: Look

    public init(_ amount: Double, _ text: String, bare: String? = nil, look: Look = .actual) {
      self.amount = amount
      self.text = text
      self.bare = bare
      self.look = look
    }
  }

  /// A way from stop to stop, drawn dashed along great circles.
  public struct Route: Hashable, Sendable {
    /// In the order of travel; they need not be sites.
    public var stops: [GeoPoint]
    /// Before the distance; without one the distance stands alone.
    public var label: String?

    public init(stops: [GeoPoint], label: String? = nil) {
      self.stops = stops
      self.label = label
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
    var isRegion: Bool { country.count > 2 }
  }

  /// A step of a legend: the values up to and with `most`, and their words.
  public struct ShadeClass: Hashable, Sendable {
    public var most: Double
    public var text: String
    /// Whether its values are below zero.
    public var isNegative: Bool

    public init(most: Double, text: String, isNegative: Bool = false) {
      self.most = most
      self.text = text
      self.isNegative = isNegative
    }
  }

  /// The land boundary of two countries, drawn strong.
  public struct Border: Hashable, Sendable {
    /// ISO 3166-1 alpha-2 codes.
    public var first: String
    public var second: String
    public var label: String
    /// The two countries' names, as the alternative text says them; none where they need not be said.
    public var names: [String]

    public init(between first: String, and second: String, label: String, names: [String] = []) {
      self.first = first
      self.second = second
      self.label = label
      self.names = names
    }
  }

  /// An entry of the list below the map; its number stands at a site.
  public struct Event: Hashable, Sendable {
    public var number: Int
    public var text: String

    public init(number: Int, text: String) {
      self.number = number
      self.text = text
    }
  }

  /// What part of the globe is shown, where the places don't say it.
  public enum Extent: Hashable, Sendable {
    /// `west` may exceed `east` across the antimeridian.
    case box(GeoBox)
    /// A circle of that radius lies within the map.
    case around(GeoPoint, kilometres: Double)
    case world
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

  public var sites: [Site]
  /// ISO 3166-1 alpha-2 codes of the countries that stand out: the first in tint one, the others in tint two.
  public var tinted: [String]
  /// BCP 47 language of the countries' names; English where the atlas lacks it.
  public var language: String
  public var routes: [Route]
  public var flows: [Flow] = []
  /// Values of countries, shown by their ground; then no country is tinted, and those without a value are hatched.
  public var shades: [Shade] = []
  /// From the lowest values to the highest; negative ones are in the second country's colour.
  public var shadeClasses: [ShadeClass] = []
  /// Values of the circles in the legend, the greatest first.
  public var symbolSizes: [Value] = []
  /// The unit that the classes' numbers are in, which the legend says before them; empty where each has its own.
  public var shadeUnit = ""
  public var labels = Labels.all
  public var border: Border?
  public var events: [Event] = []
  public var extent: Extent?
  /// What must be seen beside the places, where no extent is fixed.
  public var framing: [GeoPoint] = []
  /// The countries that it tells about: seen as a whole, but for one whose far parts would make the others small.
  public var outlines: [CountryOutline] = []
  /// Countries that are seen as a whole where that costs little room.
  public var neighbours: [CountryOutline] = []
  public var projection: ProjectionChoice?
  public var showsGraticule = false
  /// States, provinces and oblasts, where the scale allows.
  public var showsRegions = false
  /// Where places stand too close and where a small view lies, shown in small maps in its corners.
  public var allowsInsets = true
  /// How much of its values stands on their grounds.
  var telling = ShadeTelling.inFull
  /// Whether what is shaded has marks whose key does not stand with the map.
  public var keyStandsElsewhere = false
  /// Whether routes say their distances.
  var namesRoutes = true
  /// Whether its own countries are named however tight it is.
  var insistsOnNames = true
  /// What the legend says of countries without a value.
  public var noValue = "no figure"
  /// What it says of countries whose values are no actual ones.
  public var targetWord = "target"
  public var estimateWord = "estimate"
  /// What it says of circles of negative values.
  public var negativeWord = "negative"

  public init(sites: [Site], tinted: [String] = [], language: String = "en", routes: [Route] = []) {
    self.sites = sites
    self.tinted = tinted
    self.language = language
    self.routes = routes
  }

  /// Whether so many countries show values that lines to those without room would cover the map: a legend lists them.
  var isDense: Bool { shades.count > 12 && telling != .marked }

  /// From place to place, as routes and flows go.
  var ways: [(GeoPoint, GeoPoint)] {
    routes.flatMap { Array(zip($0.stops, $0.stops.dropFirst())) } + flows.map { ($0.from, $0.to) }
  }
}
