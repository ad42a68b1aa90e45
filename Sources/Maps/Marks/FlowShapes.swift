import Atlas
import Graphics
import Platform

/// A flow as it is drawn: an arrow that bends to the left of its way, so that one there and one back lie side by side; the
/// more, the wider they are for their length.
struct FlowShape {
  /// The middle line, from its beginning to the arrow's point.
  var spine: [Point]
  var width: Double
  /// Whether another arrow goes the other way.
  let hasReturn: Bool
  /// From the beginning, where it is half as wide, into the arrow's head.
  var outline: [Point]

  /// `nil` where both ends lie on the same spot. Only what `shows` holds of is drawn. `back` is the width of an arrow the
  /// other way.
  init?(
    from start: Point, to end: Point, gap: Double, width: Double, back: Double? = nil,
    shows: (Point) -> Bool = { _ in true }
  ) {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 2 * gap + 4 else { return nil }
    let bend = Self.bend(length: length, width: width, back: back)
    let control = Point(
      (start.x + end.x) / 2 + dy * bend, (start.y + end.y) / 2 - dx * bend)
    func point(_ t: Double) -> Point {
      let u = 1 - t
      return Point(
        u * u * start.x + 2 * u * t * control.x + t * t * end.x,
        u * u * start.y + 2 * u * t * control.y + t * t * end.y)
    }
    let (from, to) = (gap / length, 1 - gap / length)
    let steps = max(8, Int(length / 6))
    let whole = (0...steps).map { point(from + (to - from) * Double($0) / Double(steps)) }
    self.width = width
    hasReturn = back != nil
    let head = min((length - 2 * gap) * 0.5, width * 1.1 + Self.wing * 2)
    spine = whole.filter(shows)
    guard spine.count > 1 else { return nil }
    outline = Self.outline(of: whole, width: width, head: head, shows: shows)
  }

  /// How far the middle of the way lies beside the straight line, as a share of half its length. One head and the other's
  /// shaft have half a line between them where the head is widest.
  private static func bend(length: Double, width: Double, back: Double?) -> Double {
    let usual = 0.16
    guard let back else { return usual }
    let (wider, other) = (max(width, back), min(width, back))
    // There the two spines are nearly as far apart as in the middle, and the other shaft is about two thirds as wide.
    let apart = wider / 2 + wing + other / 3 + air
    return min(0.6, max(usual, apart / length))
  }

  /// How far a head reaches beyond its shaft on each side, and what is left free between two arrows, points.
  static let wing = 2.0
  private static let air = 3.0

  private static func outline(
    of spine: [Point], width: Double, head: Double, shows: (Point) -> Bool
  ) -> [Point] {
    guard let tip = spine.last else { return [] }
    let shaft = spine.filter { point in
      let (dx, dy) = (tip.x - point.x, tip.y - point.y)
      return (dx * dx + dy * dy).squareRoot() > head
    }
    guard let neck = shaft.last, shaft.count > 1 else { return [] }
    var (left, right): ([Point], [Point]) = ([], [])
    for (index, point) in shaft.enumerated() where shows(point) {
      let normal = normal(at: index, of: shaft)
      let half = width / 2 * (0.5 + 0.5 * Double(index) / Double(shaft.count - 1))
      left.append(Point(point.x + normal.x * half, point.y + normal.y * half))
      right.append(Point(point.x - normal.x * half, point.y - normal.y * half))
    }
    guard shows(tip) else { return left + right.reversed() }
    let (dx, dy) = (tip.x - neck.x, tip.y - neck.y)
    let length = max(0.01, (dx * dx + dy * dy).squareRoot())
    let half = width / 2 + wing
    let (nx, ny) = (-dy / length * half, dx / length * half)
    return left + [Point(neck.x + nx, neck.y + ny), tip, Point(neck.x - nx, neck.y - ny)] + right.reversed()
  }

  /// Places for its label, the middle first: close to the shaft, and rather outside its bend, since an arrow the other way
  /// lies inside.
  var anchors: [Label.Anchor] {
    Maps.anchors(along: spine).map { anchor in
      var anchor = anchor
      let share = spine.firstIndex(of: anchor.point).map { Double($0) / Double(spine.count) } ?? 1
      // Towards its end the head is wider.
      anchor.half = share < 0.7 ? width / 2 * (0.5 + 0.5 * share) + 1 : nil
      anchor.inner = hasReturn ? Self.betweenCost : 0.1
      return anchor
    }
  }

  /// What it costs a label to stand between an arrow and the one that goes back.
  private static let betweenCost = 0.9
}

extension FlowShape {
  /// The arrow of a way in a view: one, or on a map of the world that is cut across its shorter way round the globe two, to
  /// one edge and on from the other.
  static func arrows(
    from start: GeoPoint, to end: GeoPoint, in view: View, gap: Double, width: Double, back: Double? = nil
  ) -> [FlowShape] {
    let (first, last) = (view.onFrame(start), view.onFrame(end))
    let meridian = view.projection.centralMeridian
    func east(_ place: GeoPoint) -> Double { (place.longitude - meridian).remainder(dividingBy: 360) }
    guard view.isWorld, abs(east(end) - east(start)) > 180 else {
      return FlowShape(from: first, to: last, gap: gap, width: width, back: back).map { [$0] } ?? []
    }
    /// Once around the globe on the place's parallel, points.
    func around(_ place: GeoPoint) -> Double {
      let edge = GeoPoint(longitude: meridian + 179.999, latitude: place.latitude)
      return 2
        * (view.onFrame(edge).x - view.onFrame(GeoPoint(longitude: meridian, latitude: place.latitude)).x)
    }
    let turn = east(start) < east(end) ? 1.0 : -1
    func isOnGlobe(_ point: Point) -> Bool {
      guard let place = view.places(at: [point])[0] else { return false }
      return abs(view.onFrame(place).x - point.x) < 1
    }
    return [
      (first, Point(last.x - turn * around(end), last.y)),
      (Point(first.x + turn * around(start), first.y), last),
    ].compactMap { FlowShape(from: $0, to: $1, gap: gap, width: width, back: back, shows: isOnGlobe) }
  }
}

/// Places along a line where its label may stand, its middle first.
func anchors(along line: [Point]) -> [Label.Anchor] {
  guard line.count > 1 else { return [] }
  return [0.5, 0.42, 0.58, 0.34, 0.66, 0.25, 0.75, 0.15, 0.85].map { share in
    let index = min(line.count - 1, max(0, Int((share * Double(line.count - 1)).rounded())))
    return Label.Anchor(point: line[index], normal: normal(at: index, of: line))
  }
}

private func normal(at index: Int, of line: [Point]) -> Point {
  let (a, b) = (line[max(0, index - 1)], line[min(line.count - 1, index + 1)])
  let (dx, dy) = (b.x - a.x, b.y - a.y)
  let length = max(1e-6, (dx * dx + dy * dy).squareRoot())
  return Point(-dy / length, dx / length)
}

/// A line with a point at least every so many points of length, so that places along it are evenly spread.
func evened(_ line: [Point], step: Double) -> [Point] {
  var result: [Point] = []
  for (start, end) in zip(line, line.dropFirst()) {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let count = max(1, Int(((dx * dx + dy * dy).squareRoot() / step).rounded(.up)))
    for index in 0..<count {
      let share = Double(index) / Double(count)
      result.append(Point(start.x + dx * share, start.y + dy * share))
    }
  }
  return result + (line.last.map { [$0] } ?? [])
}
