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

/// How finely shapes are drawn: `.fine` from 1:10 million, `.coarse` from 1:50 million.
public enum Detail: String, Hashable, Sendable { case fine, coarse }

/// An outline with holes: the first ring is the outside. Rings are closed (the last point repeats the first).
public struct GeoPolygon: Hashable, Sendable {
  public var rings: [[GeoPoint]]

  public init(rings: [[GeoPoint]]) { self.rings = rings }
}

public struct Country: Hashable, Sendable {
  /// ISO 3166-1 alpha-2.
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

/// A land boundary between countries.
public struct Boundary: Hashable, Sendable {
  public enum Status: String, Hashable, Sendable { case international, disputed, indefinite }

  public var status: Status
  public var lines: [[GeoPoint]]

  public init(status: Status, lines: [[GeoPoint]]) {
    self.status = status
    self.lines = lines
  }
}

/// A lake, or a sea.
public struct Water: Hashable, Sendable {
  /// English; empty where it has no name.
  public var name: String
  public var polygons: [GeoPolygon]
  /// Natural Earth's scale rank: the smaller, the more important (0 … 12).
  public var rank: Int

  public init(name: String, polygons: [GeoPolygon], rank: Int) {
    self.name = name
    self.polygons = polygons
    self.rank = rank
  }
}

public struct River: Hashable, Sendable {
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
