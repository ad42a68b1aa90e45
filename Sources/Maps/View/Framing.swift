import Atlas
import Graphics
import MapGrammar

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
    var places = sites.map(\.position) + framing
    let outlines = outlines.filter { !$0.points.isEmpty }
    let middles = outlines.map { mean(of: $0.points) } + places
    if extent != nil || middles.isEmpty || outlines.isEmpty && neighbours.isEmpty {
      return Framing(points: framing)
    }
    let plane = Projection(.azimuthal(center: mean(of: middles)))
    func box(of places: [GeoPoint]) -> Rect? { places.isEmpty ? nil : bounds(of: places, in: plane) }
    var result = Framing(points: framing)
    var whole = outlines
    // Of each country on the plane, so that it is measured once.
    var boxes = whole.map { box(of: $0.points) }
    let placed = box(of: places)
    // A region's country is seen whole.
    let countries = Set(outlines.map { $0.country.prefix(2) })
    for _ in 0..<countries.count / Self.countriesForOneCut {
      let all = boxes.reduce(placed, Rect.around)
      let limits = whole.indices.map { index in
        let capital = box(of: whole[index].capital.map { [$0] } ?? [])
        let rest = boxes.indices.filter { $0 != index }.map { boxes[$0] }
        return rest.reduce(.around(placed, capital), Rect.around)
      }
      guard let far = whole.indices.min(by: { (limits[$0]?.area ?? 0) < (limits[$1]?.area ?? 0) }),
        let limit = limits[far], let all, limit.area < Self.mostOfRoom * all.area
      else { break }
      result.cut.append(whole[far].country)
      let seen = whole[far].points.filter { box(of: [$0]).map { limit.contains($0) } ?? false }
      result.points += seen + [whole[far].capital].compactMap { $0 }
      whole.remove(at: far)
      boxes.remove(at: far)
    }
    result.points += whole.flatMap(\.points)
    places += result.points
    for country in neighbours {
      let (now, then) = (box(of: places), box(of: places + country.points))
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

extension Rect {
  fileprivate static func around(_ first: Rect?, _ second: Rect?) -> Rect? {
    guard let first, let second else { return first ?? second }
    return first.union(second)
  }

  fileprivate var area: Double { width * height }
}
