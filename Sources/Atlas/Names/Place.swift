import Platform

/// A place on the globe in degrees, WGS 84.
public struct GeoPoint: Hashable, Sendable {
  /// East positive, −180 to 180.
  public var longitude: Double
  /// North positive, −90 to 90.
  public var latitude: Double

  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }

  /// Along a great circle of the sphere of the ellipsoid's mean radius: true to half a percent. Maps measure on the
  /// ellipsoid.
  public func kilometres(to other: GeoPoint) -> Double {
    let degree = Double.pi / 180
    let across = sin((other.longitude - longitude) * degree / 2)
    let up = sin((other.latitude - latitude) * degree / 2)
    let share = up * up + cos(latitude * degree) * cos(other.latitude * degree) * across * across
    return 2 * 6371.0088 * asin(min(1, share.squareRoot()))
  }
}

/// A named town of the gazetteer or of a pack's places.csv.
public struct Place: Hashable, Sendable {
  /// As the gazetteer spells it ("Saryaghash").
  public var name: String
  /// ISO 3166-1 alpha-2.
  public var country: String
  public var position: GeoPoint
  /// 0 where it is not known.
  public var population: Int
  /// The name of its first-order region (state, province, oblast); empty where it is not known.
  public var division: String

  public init(
    name: String, country: String, position: GeoPoint, population: Int, division: String = ""
  ) {
    self.division = division
    self.name = name
    self.country = country
    self.position = position
    self.population = population
  }
}
