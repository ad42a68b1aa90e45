import Atlas
import Graphics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What must be seen of countries, where no extent is fixed.
struct Framing {
  var points: [GeoPoint]
  /// Codes of the countries that reach beyond it.
  var cut: [String] = []
}

extension MapDescription {
  /// What must be seen beside the places: `framing`, the countries that it tells about, and the two of its boundary where
  /// they cost little room.
  ///
  /// A country of which most lies far from all the others would make those small: it is cut, and seen as far as they reach
  /// and as far as its own capital.
  var framed: Framing {
    if extent != nil || outlines.isEmpty && neighbours.isEmpty { return Framing(points: framing) }
    var places = sites.map(\.position) + framing
    let middles = outlines.map { mean(of: $0.points) }
    let plane = Plane(around: mean(of: middles + places))
    var result = Framing(points: framing)
    var whole = outlines
    // Of each country on the plane, so that it is measured once.
    var boxes = whole.map { plane.box(of: $0.points) }
    let placed = plane.box(of: places)
    for _ in 0..<outlines.count / Self.countriesForOneCut {
      let all = boxes.reduce(placed, Rect.around)
      let limits = whole.indices.map { index in
        let capital = plane.box(of: whole[index].capital.map { [$0] } ?? [])
        let rest = boxes.indices.filter { $0 != index }.map { boxes[$0] }
        return rest.reduce(.around(placed, capital), Rect.around)
      }
      guard let far = whole.indices.min(by: { (limits[$0]?.area ?? 0) < (limits[$1]?.area ?? 0) }),
        let limit = limits[far], let all, limit.area < Self.mostOfRoom * all.area
      else { break }
      result.cut.append(whole[far].country)
      let seen = whole[far].points.filter { plane.box(of: [$0]).map { limit.contains($0) } ?? false }
      result.points += seen + [whole[far].capital].compactMap { $0 }
      whole.remove(at: far)
      boxes.remove(at: far)
    }
    result.points += whole.flatMap(\.points)
    places += result.points
    for country in neighbours {
      let (now, then) = (plane.box(of: places), plane.box(of: places + country.points))
      guard let now, let then, max(then.width, then.height) <= Self.mostWidening * max(now.width, now.height)
      else { continue }
      result.points += country.points
      places += country.points
    }
    return result
  }

  /// One in so many countries may be cut: where there are few, each is what the map is about.
  private static let countriesForOneCut = 8
  /// A country is cut where the others need less than this of the room that they need with it.
  private static let mostOfRoom = 0.65
  /// How much larger a map may become for a neighbour to be seen whole.
  private static let mostWidening = 1.5
}

/// Lambert's azimuthal equal-area plane of a sphere of radius 1.
private struct Plane {
  private let east: Direction
  private let north: Direction
  private let middle: Direction

  init(around center: GeoPoint) {
    let (longitude, latitude) = (center.longitude * .pi / 180, center.latitude * .pi / 180)
    middle = direction(of: center)
    east = (-sin(longitude), cos(longitude), 0)
    north = (-sin(latitude) * cos(longitude), -sin(latitude) * sin(longitude), cos(latitude))
  }

  private func point(_ place: GeoPoint) -> Point {
    let way = direction(of: place)
    func dot(_ a: Direction, _ b: Direction) -> Double { a.x * b.x + a.y * b.y + a.z * b.z }
    let scale = (2 / max(1e-6, 1 + dot(way, middle))).squareRoot()
    return Point(scale * dot(way, east), scale * dot(way, north))
  }

  func box(of places: [GeoPoint]) -> Rect? {
    places.isEmpty ? nil : Path.polyline(places.map(point)).bounds
  }
}

extension Rect {
  fileprivate static func around(_ first: Rect?, _ second: Rect?) -> Rect? {
    guard let first, let second else { return first ?? second }
    return first.union(second)
  }

  fileprivate var area: Double { width * height }
}
