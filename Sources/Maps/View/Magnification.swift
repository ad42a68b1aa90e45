import Graphics
import Typesetting

/// A group of places that are too close together, and how they are brought apart.
struct Magnification {
  private(set) var factor: Double
  /// On the larger map.
  private(set) var center: Point
  private(set) var size: Size
  /// How many places can be told apart, or have room for their names, thanks to it; those that lie on each other count
  /// twice.
  private(set) var worth: Int
  /// Whether its dots would be a blot on the larger map: they are drawn in the inset only.
  private(set) var isBlot: Bool

  /// What it shows, on the larger map.
  var outline: Rect {
    Rect(
      x: center.x - size.width / factor / 2, y: center.y - size.height / factor / 2,
      width: size.width / factor, height: size.height / factor)
  }

  /// Between the closest two of its places, points.
  private let nearest: Double

  private var area: Double { size.width * size.height }

  /// Less magnification is not worth its room.
  private static let leastFactor = 2.5
  /// Kilometres for a point: the atlas doesn't know the ground more finely.
  private static let finestGround = 0.12
  /// A smaller box on the map would not be seen as one, points.
  private static let leastOutline = 8.0

  /// All that a map has room for, the one that frees the most places first, else the closest ones. None on a small map.
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
          magnification.growOffDots(dots, most: most, crowding)
        else { continue }
        magnification.worth = crowding.freed(by: magnification.factor, in: magnification.outline, of: points)
        let isKnown = found.contains {
          $0.size == magnification.size && $0.center == magnification.center
            && $0.factor == magnification.factor
        }
        if magnification.worth > 1, !isKnown { found.append(magnification) }
      }
    }
    return found.enumerated().sorted { a, b in
      (-a.element.worth, a.element.nearest, a.element.area, a.offset)
        < (-b.element.worth, b.element.nearest, b.element.area, b.offset)
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
    // Between a dot and the box on the larger map.
    let gap = dotRadius(style.city, isNamed: true) + 1.4
    var nearest = Double.infinity
    for (index, point) in points.enumerated() {
      for other in points[..<index] {
        let distance = distance(from: point, to: other)
        if distance > Crowding.oneSpot { nearest = min(nearest, distance) }
      }
    }
    guard nearest.isFinite else { return nil }
    self.nearest = nearest
    var limits = [
      2 * style.city.size / nearest, (most.width - 2 * wide) / max(bounds.width, 0.01),
      (most.height - 2 * high) / max(bounds.height, 0.01), view.kilometresPerPoint / Self.finestGround,
      most.width / (bounds.width + 2 * gap), most.height / (bounds.height + 2 * gap),
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
      max(bounds.width * factor + 2 * max(wide, gap * factor), min(most.width, 11 * style.city.size))
        .rounded(),
      max(bounds.height * factor + 2 * max(high, gap * factor), min(most.height, 7 * style.city.size))
        .rounded())
    (worth, isBlot) = (0, false)
  }

  /// No dot is to lie on the box that shows what is magnified: it grows until each is well within or without.
  ///
  /// - Returns: whether there is such a box that an inset can show.
  private mutating func growOffDots(_ dots: [Marks.Dot], most: Size, _ crowding: Crowding) -> Bool {
    for _ in 0..<12 {
      let box = outline
      isBlot = crowding.isBlot(dots.map(\.center).filter { box.distance(to: $0) == 0 })
      // What is drawn in the inset only need lie within its frame alone.
      func gap(_ dot: Marks.Dot) -> Double {
        isBlot && box.distance(to: dot.center) == 0 ? 1.5 * (dot.radius + 1) / factor : dot.radius + 1.2
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
      let groups = linked(points, within: step * crowding.touching).filter { $0.count > 1 }
      if step == 1, groups.count > 1 { result.append(groups.flatMap { $0 }.sorted()) }
      result += groups
    }
    return result.enumerated().filter { !result[..<$0.offset].contains($0.element) }.map(\.element)
  }
}

/// Whether places are told apart and their names have room.
private struct Crowding {
  /// Nearer dots touch, points.
  let touching: Double
  /// Nearer dots lie on each other, points.
  let hiding: Double
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
    hiding = twinShare * dotRadius(style.city, isNamed: true)
    apart = touching + 0.25 * style.city.size
    reach = 2.4 * style.city.size
  }

  /// With all distances times `factor`.
  func isPressed(_ index: Int, among points: [Point], factor: Double = 1) -> Bool {
    let least = factor == 1 ? touching : apart
    var neighbours = 0
    for (other, point) in points.enumerated() where other != index {
      let distance = distance(from: point, to: points[index])
      if distance > Self.oneSpot, distance * factor < least { return true }
      if distance * factor < reach { neighbours += 1 }
    }
    return neighbours >= Self.mostNeighbours
  }

  /// Whether more dots touch each other than are seen for themselves.
  func isBlot(_ points: [Point]) -> Bool {
    linked(points, within: touching).contains { $0.count > mostBesideOutline }
  }

  /// How many of the places in a box are pressed, and no more in an inset that shows it: twice those that lie on another.
  func freed(by factor: Double, in box: Rect, of points: [Point]) -> Int {
    let within = points.filter { box.distance(to: $0) == 0 }
    return within.indices.reduce(0) { sum, index in
      guard isPressed(index, among: within), !isPressed(index, among: within, factor: factor) else {
        return sum
      }
      let isHidden = within.indices.contains { other in
        other != index && distance(from: within[other], to: within[index]) < hiding
      }
      return sum + (isHidden ? 2 : 1)
    }
  }
}
