import Graphics

/// A group of places that are too close together, and how they are brought apart.
struct Magnification {
  private(set) var factor: Double
  /// On the larger map.
  private(set) var center: Point
  private(set) var size: Size
  /// How many places can be told apart, or have room for their names, thanks to it.
  private(set) var worth: Int

  /// What it shows, on the larger map.
  var outline: Rect {
    Rect(
      x: center.x - size.width / factor / 2, y: center.y - size.height / factor / 2,
      width: size.width / factor, height: size.height / factor)
  }

  private var area: Double { size.width * size.height }

  /// Less magnification is not worth its room.
  private static let leastFactor = 2.5
  /// Kilometres for a point: the atlas doesn't know the ground more finely.
  private static let finestGround = 0.12
  /// A smaller box on the map would not be seen as one, points.
  private static let leastOutline = 8.0

  /// All that a map has room for, the one that frees the most places first. None on a small map.
  static func all(for marks: Marks, in view: View, _ style: MapStyle) -> [Magnification] {
    guard view.size.width >= 220, view.size.height >= 160 else { return [] }
    let crowding = Crowding(style)
    let dots = marks.dots.filter(\.isSpot)
    let points = dots.map(\.center)
    guard points.indices.contains(where: { crowding.isPressed($0, among: points) }) else { return [] }
    var found: [Magnification] = []
    for members in groups(of: points, crowding) {
      let group = members.map { points[$0] }
      for (share, margin) in members.count > 4 ? sharesOfCrowds : shares {
        let most = Size(view.size.width * share.width, view.size.height * share.height)
        guard
          var magnification = Magnification(
            of: group, most: most,
            margin: Size(margin.width * style.city.size, margin.height * style.city.size), view: view, style),
          magnification.growOffDots(dots, most: most)
        else { continue }
        magnification.worth = crowding.freed(by: magnification.factor, in: magnification.outline, of: points)
        if magnification.worth > 1 { found.append(magnification) }
      }
    }
    return found.enumerated().sorted { a, b in
      (-a.element.worth, a.element.area, a.offset) < (-b.element.worth, b.element.area, b.offset)
    }.map(\.element)
  }

  /// How much of the map an inset may take at most, and the room around its places in ems, for their names: those of a
  /// crowd stand between its places too, and much room around it would show others that stand in the way.
  private static let shares = [
    (Size(0.42, 0.5), Size(5.5, 2.4)), (Size(0.42, 0.5), Size(3, 1.8)), (Size(0.3, 0.4), Size(3, 1.8)),
  ]
  private static let sharesOfCrowds =
    shares + [
      (Size(0.5, 0.62), Size(5.5, 2.4)), (Size(0.5, 0.62), Size(3, 1.8)), (Size(0.5, 0.62), Size(1.5, 1.2)),
    ]

  private init?(of points: [Point], most: Size, margin: Size, view: View, _ style: MapStyle) {
    guard let bounds = Path.polyline(points).bounds else { return nil }
    let (wide, high) = (margin.width, margin.height)
    var nearest = Double.infinity
    for (index, point) in points.enumerated() {
      for other in points[..<index] {
        let distance = distance(point, other)
        if distance > Crowding.oneSpot { nearest = min(nearest, distance) }
      }
    }
    guard nearest.isFinite else { return nil }
    var limits = [
      2 * style.city.size / nearest, (most.width - 2 * wide) / max(bounds.width, 0.01),
      (most.height - 2 * high) / max(bounds.height, 0.01), view.kilometresPerPoint / Self.finestGround,
    ]
    // A crowd's names have room in a large inset only, however far apart its closest two are.
    if points.count > 4 { limits[0] = .infinity }
    if bounds.width < Self.leastOutline {
      limits.append(2 * wide / (Self.leastOutline - bounds.width))
    }
    factor = limits.min() ?? 0
    guard factor >= Self.leastFactor else { return nil }
    center = Point(bounds.midX, bounds.midY)
    size = Size(
      max(bounds.width * factor + 2 * wide, min(most.width, 11 * style.city.size)).rounded(),
      max(bounds.height * factor + 2 * high, min(most.height, 7 * style.city.size)).rounded())
    worth = 0
  }

  /// No dot is to lie on the box that shows what is magnified: it grows until each is well within or without.
  ///
  /// - Returns: whether there is such a box that an inset can show.
  private mutating func growOffDots(_ dots: [Marks.Dot], most: Size) -> Bool {
    for _ in 0..<12 {
      let box = outline
      // A crowd is drawn in the inset only, where its dots lie within the frame.
      let isCrowd = dots.filter { box.distance(to: $0.center) == 0 }.count > mostBesideOutline
      func gap(_ dot: Marks.Dot) -> Double {
        isCrowd && box.distance(to: dot.center) == 0 ? 1.5 * (dot.radius + 1) / factor : dot.radius + 1.2
      }
      let cut = dots.first { dot in
        box.insetBy(-gap(dot)).distance(to: dot.center) == 0
          && box.insetBy(gap(dot)).distance(to: dot.center) > 0
      }
      guard let cut else { return true }
      let wanted = box.union(Rect(center: cut.center, radius: gap(cut) + 0.1))
      center = Point(wanted.midX, wanted.midY)
      size = Size((wanted.width * factor).rounded(.up), (wanted.height * factor).rounded(.up))
      if size.width > most.width || size.height > most.height { return false }
    }
    return false
  }

  /// Places that are linked by ever longer steps, and all that are too close together; each group once.
  private static func groups(of points: [Point], _ crowding: Crowding) -> [[Int]] {
    var result: [[Int]] = []
    for step in [1.0, 2, 4, 8] {
      var linked: [[Int]] = []
      for index in points.indices {
        let near = linked.filter { group in
          group.contains { distance(points[$0], points[index]) < step * crowding.touching }
        }
        linked.removeAll(where: near.contains)
        linked.append(near.flatMap { $0 } + [index])
      }
      let groups = linked.filter { $0.count > 1 }
      if step == 1, groups.count > 1 { result.append(groups.flatMap { $0 }.sorted()) }
      result += groups.map { $0.sorted() }
    }
    return result.enumerated().filter { !result[..<$0.offset].contains($0.element) }.map(\.element)
  }
}

/// Whether places are told apart and their names have room.
private struct Crowding {
  /// Nearer dots touch, points.
  let touching: Double
  /// In an inset the closest dots are to be so far apart at least.
  let apart: Double
  /// As far as labels stand from their dots without a line.
  let reach: Double

  /// What is nearer stays on one spot in any magnification, points.
  static let oneSpot = 0.15
  /// A dot with more neighbours in reach has no side left for its name.
  private static let mostNeighbours = 4

  init(_ style: MapStyle) {
    touching = 2 * dotRadius(style.city, isNamed: true) + 0.6
    apart = touching + 0.25 * style.city.size
    reach = 2.4 * style.city.size
  }

  /// With all distances times `factor`.
  func isPressed(_ index: Int, among points: [Point], factor: Double = 1) -> Bool {
    let least = factor == 1 ? touching : apart
    var neighbours = 0
    for (other, point) in points.enumerated() where other != index {
      let distance = distance(point, points[index])
      if distance > Self.oneSpot, distance * factor < least { return true }
      if distance * factor < reach { neighbours += 1 }
    }
    return neighbours >= Self.mostNeighbours
  }

  /// How many of the places in a box are pressed, and no more in an inset that shows it.
  func freed(by factor: Double, in box: Rect, of points: [Point]) -> Int {
    let within = points.filter { box.distance(to: $0) == 0 }
    return points.indices.filter { box.distance(to: points[$0]) == 0 && isPressed($0, among: points) }.count
      - within.indices.filter { isPressed($0, among: within, factor: factor) }.count
  }
}

private func distance(_ a: Point, _ b: Point) -> Double { Rect(origin: a, size: .zero).distance(to: b) }
