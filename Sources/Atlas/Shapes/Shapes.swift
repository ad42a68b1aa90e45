/// A rectangle of longitudes and latitudes, degrees; `west` may exceed `east` across the antimeridian.
public struct GeoBox: Hashable, Sendable {
  public var west: Double
  public var south: Double
  public var east: Double
  public var north: Double

  public init(west: Double, south: Double, east: Double, north: Double) {
    self.west = west
    self.south = south
    self.east = east
    self.north = north
  }
}

/// How finely shapes are drawn. `.fine` is Natural Earth's 1:10 million, off by at most 0.5 km at land boundaries and
/// 1.5 km at coasts (more only where nobody lives near): crisp on a page down to views of 600 km. `.coarse` is the same
/// generalised to about 10 km, for views of more than 5,000 km. `.near` is all that Natural Earth's 1:10 million has of
/// countries and their boundaries, to 0.15 km, for views of less than 500 km.
public enum Detail: String, Hashable, Sendable { case near, fine, coarse }

/// An outline with holes: the first ring is the outside. Rings are closed (the last point repeats the first).
public struct GeoPolygon: Hashable, Sendable {
  public var rings: [[GeoPoint]]

  public init(rings: [[GeoPoint]]) { self.rings = rings }
}

public struct Country: Hashable, Sendable {
  /// ISO 3166-1 alpha-2; "XK" is Kosovo, "XX" land that no country has.
  public var code: String
  /// By BCP 47 language; "en" is always there.
  public var names: [String: String]
  public var polygons: [GeoPolygon]
  /// Where a label sits well.
  public var labelPoint: GeoPoint

  public init(code: String, names: [String: String], polygons: [GeoPolygon], labelPoint: GeoPoint) {
    self.code = code
    self.names = names
    self.polygons = polygons
    self.labelPoint = labelPoint
  }
}

/// A land boundary between countries. Ceasefire lines and lines of control are disputed.
public struct Boundary: Hashable, Sendable {
  public enum Status: String, Hashable, Sendable { case international, disputed, indefinite }

  public var status: Status
  public var lines: [[GeoPoint]]

  public init(status: Status, lines: [[GeoPoint]]) {
    self.status = status
    self.lines = lines
  }
}

/// A lake or reservoir; or a sea, gulf or strait, of which the polygons say only roughly where its name may stand: what a
/// country covers is no sea.
public struct Water: Hashable, Sendable {
  /// English; empty where it has no name.
  public var name: String
  public var polygons: [GeoPolygon]
  /// The smaller, the more important: of lakes Natural Earth's scale rank (0 … 12), of seas by their size, 0 (oceans), 1 (a
  /// million km² and more) … 5 (straits).
  public var rank: Int

  public init(name: String, polygons: [GeoPolygon], rank: Int) {
    self.name = name
    self.polygons = polygons
    self.rank = rank
  }
}

public struct River: Hashable, Sendable {
  /// English; empty where it has no name.
  public var name: String
  public var lines: [[GeoPoint]]
  /// Natural Earth's scale rank: the smaller, the more important (0 … 12).
  public var rank: Int

  public init(name: String, lines: [[GeoPoint]], rank: Int) {
    self.name = name
    self.lines = lines
    self.rank = rank
  }
}

/// A state, province or oblast: where its name stands. Only larger countries' regions are kept.
public struct Region: Hashable, Sendable {
  /// English, without "Region" ("Turkistan").
  public var name: String
  /// ISO 3166-1 alpha-2.
  public var country: String
  /// Well inside its largest part.
  public var labelPoint: GeoPoint
  /// Natural Earth's scale rank, the same for all of a country: 2 (drawn on maps of continents) … 5.
  public var rank: Int

  public init(name: String, country: String, labelPoint: GeoPoint, rank: Int) {
    self.name = name
    self.country = country
    self.labelPoint = labelPoint
    self.rank = rank
  }
}
