import Diagnostics
import Platform

/// What of a country must be seen on a map that tells about it.
public struct CountryOutline: Hashable, Sendable {
  /// ISO 3166-1 alpha-2.
  public var country: String
  /// Along the coarse outline of its main part, without far islands; of an archipelago along all of it.
  public var points: [GeoPoint]
  /// The seat of its government, where whoever frames the map has put it (``Atlas/capital(of:)``).
  public var capital: GeoPoint?

  public init(country: String, points: [GeoPoint], capital: GeoPoint? = nil) {
    self.country = country
    self.points = points
    self.capital = capital
  }
}

extension Atlas {
  /// The coarse outline of a country's main part.
  ///
  /// - Returns: nothing where the code is not known.
  public func outline(of code: String) throws(DiagnosticError) -> [GeoPoint] {
    try outlines(of: [code]).first?.points ?? []
  }

  /// The outlines of the main parts of countries: the largest land and what lies near to it, without far islands and lands
  /// overseas; of archipelagos all islands. Codes that are not known have none.
  public func outlines(of codes: [String]) throws(DiagnosticError) -> [CountryOutline] {
    let rings = try rings(of: codes)
    var outlines: [CountryOutline] = []
    for code in codes {
      if let own = rings[code] {
        let islands = Archipelago.mayBe(of: own) ? try islands(of: code) : []
        let points =
          islands.isEmpty ? mainPart(of: own) : Archipelago.seen(of: islands.compactMap(\.rings.first))
        outlines.append(CountryOutline(country: code, points: points))
      } else if let point = try labelPoint(of: code) {
        outlines.append(CountryOutline(country: code, points: [point]))
      }
    }
    return outlines
  }

  /// The coarse outlines of all large parts of countries, however far they lie from each other: of the United States
  /// Alaska, too.
  public func largeParts(of codes: [String]) throws(DiagnosticError) -> [GeoPoint] {
    let rings = try rings(of: codes)
    return codes.flatMap { code -> [GeoPoint] in
      let own = rings[code] ?? []
      let most = own.map(area).max() ?? 0
      return own.filter { area(of: $0) >= 0.05 * most }.flatMap { $0 }
    }
  }

  /// All lands of an archipelago, as near maps have them: of a country of islands of which none is large and none is most of
  /// it, so that it has no main part.
  ///
  /// - Returns: nothing of other countries.
  public func islands(of code: String) throws(DiagnosticError) -> [GeoPolygon] {
    try answer([code]) { () throws(DiagnosticError) -> [GeoPolygon] in
      let id = try read { db in
        try db.first("SELECT id FROM countries WHERE code = ?", [.text(code)]) { try $0.integer(0) }
      }
      guard let id else { return [] }
      let lands = try read(beside: "near.gpkg", of: "shapes for near maps") { db in
        var lands: [GeoPolygon] = []
        try db.each("SELECT id, geom FROM countries_near WHERE country = ? ORDER BY id", [.integer(id)]) {
          row in
          lands += try polygons(of: row, in: "countries_near")
        }
        return lands
      }
      return Archipelago.isOne(lands.compactMap(\.rings.first)) ? lands : []
    }
  }

  /// By their codes.
  private func rings(of codes: [String]) throws(DiagnosticError) -> [String: [[GeoPoint]]] {
    let wanted = Set(codes).sorted()
    return try read { db in
      let marks = wanted.map { _ in "?" }.joined(separator: ", ")
      // Sorted, so that those of a country come together, in the order of the file.
      let sql = """
        SELECT countries_coarse.id, code, geom FROM countries JOIN countries_coarse ON country = countries.id
        WHERE code IN (\(marks)) ORDER BY countries_coarse.id
        """
      var rings: [String: [[GeoPoint]]] = [:]
      try db.each(sql, wanted.map { .text($0) }) { row in
        let polygons = try polygons(of: row, in: "countries_coarse")
        rings[try row.text(1), default: []] += polygons.compactMap(\.rings.first)
      }
      return rings
    }
  }
}

/// Lands nearer to the main part than this belong to it (Bioko, Papua); large ones may be farther (Borneo is 600 km from
/// the Malay peninsula). Alaska is 830 km from the other states, Svalbard 600 km from Norway.
private let (nearKilometres, farKilometres) = (500.0, 700.0)
/// What a land has of the largest one's area: less is not looked at; from there on it is large.
private let (leastShare, largeShare) = (0.01, 0.3)

/// The points of the largest ring and of those that lie near to it, or to one that does.
private func mainPart(of rings: [[GeoPoint]]) -> [GeoPoint] {
  let areas = rings.map(area)
  guard let most = areas.max(), let first = areas.firstIndex(of: most) else { return [] }
  var main = [first]
  var rest = rings.indices.filter { $0 != first && areas[$0] >= leastShare * most }
  var next = 0
  while next < main.count {
    let (near, far) = rest.partitioned { index in
      let reach = areas[index] >= largeShare * most ? farKilometres : nearKilometres
      return isNear(rings[index], rings[main[next]], kilometres: reach)
    }
    main += near
    rest = far
    next += 1
  }
  return main.sorted().flatMap { rings[$0] }
}

/// A country of islands that has no main part: Kiribati, the Maldives, Fiji, Cape Verde; not Malta, nor Japan.
private enum Archipelago {
  /// Square kilometres: of larger lands the main part is what a map is about.
  private static let largest = 20_000.0
  /// Of all its land: Mauritius is one island and some far ones.
  private static let mostOfAll = 0.65
  /// Of the largest island's area: smaller ones don't widen a map.
  private static let leastSeen = 0.002

  static func mayBe(of rings: [[GeoPoint]]) -> Bool {
    rings.count > 1 && (rings.map(area).max() ?? 0) * squareKilometres < largest
  }

  static func isOne(_ rings: [[GeoPoint]]) -> Bool {
    let areas = rings.map(area)
    return mayBe(of: rings) && (areas.max() ?? 0) < mostOfAll * areas.reduce(0, +)
  }

  static func seen(of rings: [[GeoPoint]]) -> [GeoPoint] {
    let areas = rings.map(area)
    let most = areas.max() ?? 0
    return zip(rings, areas).filter { $1 >= leastSeen * most }.flatMap(\.0)
  }
}

/// Of what `area` measures.
private let squareKilometres = 6371.0 * 6371 * Double.pi / 180

extension [Int] {
  fileprivate func partitioned(_ holds: (Int) -> Bool) -> ([Int], [Int]) {
    var (yes, no): ([Int], [Int]) = ([], [])
    for element in self { if holds(element) { yes.append(element) } else { no.append(element) } }
    return (yes, no)
  }
}

/// In squared degrees of the equator, roughly: for comparing lands of one country.
private func area(of ring: [GeoPoint]) -> Double {
  var sum = 0.0
  for (a, b) in zip(ring, ring.dropFirst()) {
    let middle = (a.latitude + b.latitude) / 2 * .pi / 180
    sum += (b.longitude - a.longitude) * sin(middle)
  }
  return abs(sum)
}

/// Whether some of the points of two rings are so near to each other; of long rings every few.
private func isNear(_ first: [GeoPoint], _ second: [GeoPoint], kilometres: Double) -> Bool {
  func some(_ ring: [GeoPoint]) -> [GeoPoint] {
    let step = max(1, ring.count / 120)
    return ring.indices.filter { $0 % step == 0 }.map { ring[$0] }
  }
  let others = some(second)
  return some(first).contains { point in
    others.contains { other in
      // Cheaper than the distance: a degree of latitude has 111 km.
      abs(other.latitude - point.latitude) * 111 <= kilometres && point.kilometres(to: other) <= kilometres
    }
  }
}
