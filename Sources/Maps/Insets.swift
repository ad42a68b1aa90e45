import Atlas
import Diagnostics
import Graphics
import Typesetting

/// A small map in the larger one.
struct PlacedInset {
  var rect: Rect
  var frame: Frame
  /// What it shows, on the larger map; empty for a locator.
  var outline: Rect?
  /// The sites whose names stand in it only: those within its outline.
  var silenced: [Int] = []
  /// The site whose name stands beside an outline as small as a dot, as well as in the inset.
  var named: Int?

  /// What it shows; dots come over it.
  func paintOutline(style: MapStyle, on map: inout Frame) {
    let unit = style.city.size / 8
    guard let outline else { return }
    map.stroke(.rectangle(outline), Stroke(.white, width: 1.6 * unit))
    map.stroke(.rectangle(outline), Stroke(style.ink, width: 0.6 * unit))
  }

  func paint(style: MapStyle, on map: inout Frame) {
    let unit = style.city.size / 8
    let edge = Path.rectangle(rect)
    map.stroke(edge, Stroke(.white, width: 3 * unit))
    map.add(frame, at: rect.origin)
    map.stroke(edge, Stroke(style.ink, width: 0.6 * unit))
  }
}

/// The small maps that the map needs and has room for: a magnified one of places that stand too close to be told apart,
/// and, where the view is small, one that says where it lies.
func placeInsets(
  for map: MapDescription, marks: Marks, in view: View, ground: Ground, ink: SummedGrid, areas: AreaMap,
  atlas: Atlas, _ typesetter: Typesetter, _ style: MapStyle
) throws(DiagnosticError) -> [PlacedInset] {
  var room = InsetRoom(map: map, marks: marks, view: view, ground: ground, ink: ink, areas: areas)
  var insets: [PlacedInset] = []
  if let magnified = Magnification.find(in: marks, view: view, style),
    let rect = room.place(magnified.size, away: magnified.outline)
  {
    let close = view.magnified(by: magnified.factor, about: magnified.center, size: magnified.size)
    var part = map
    part.sites = map.sites.filter { site in
      magnified.outline.contains(Rect(origin: view.onFrame(site.position), size: .zero))
    }
    (part.flows, part.border, part.allowsInsets) = ([], nil, false)
    let data = try fetch(close, from: atlas, language: map.language)
    if let frame = try? draw(part, view: close, data: data, typesetter: typesetter, style: style) {
      room.taken.append(rect)
      insets.append(inset(rect, frame, of: magnified, marks))
    }
  }
  if let size = locatorSize(in: view), let rect = room.place(size, away: nil),
    let frame = try locator(of: view, size: size, map: map, atlas: atlas, style)
  {
    insets.append(PlacedInset(rect: rect, frame: frame))
  }
  return insets
}

extension Marks {
  /// The same with no name in the outlines of insets; `isNamed` lets one stand beside a small outline.
  func silenced(by insets: [PlacedInset], isNamed: Bool = true) -> Marks {
    var result = self
    for inset in insets {
      for index in inset.silenced { result.dots[index].isSilent = true }
      guard isNamed, let named = inset.named else { continue }
      result.dots[named].isSilent = false
      result.dots[named].box = inset.outline
    }
    return result
  }
}

private func inset(_ rect: Rect, _ frame: Frame, of magnified: Magnification, _ marks: Marks) -> PlacedInset {
  let outline = magnified.outline
  let within = marks.dots.indices.filter { index in
    marks.dots[index].isSpot && outline.distance(to: marks.dots[index].center) == 0
  }
  var inset = PlacedInset(rect: rect, frame: frame, outline: outline, silenced: within)
  if max(outline.width, outline.height) < smallOutline {
    inset.named = within.first { marks.dots[$0].site.isNamed } ?? within.first
  }
  return inset
}

/// A box smaller than this, points, is a spot on the map: a name beside it says where that is.
private let smallOutline = 26.0

/// Which places are too close, and how they are brought apart.
private struct Magnification {
  var factor: Double
  /// On the larger map.
  var center: Point
  var size: Size

  var outline: Rect {
    Rect(
      x: center.x - size.width / factor / 2, y: center.y - size.height / factor / 2,
      width: size.width / factor, height: size.height / factor)
  }

  /// In an inset the closest dots are to be so far apart, points.
  private static let apart = 16.0
  /// Less magnification is not worth its room; more than this leads to ground that the atlas doesn't know so finely.
  private static let factors = 2.5...9.0

  /// All places that are too close together, else the group with the most of them; `nil` where there is none, or no
  /// inset can be large enough.
  static func find(in marks: Marks, view: View, _ style: MapStyle) -> Magnification? {
    guard view.size.width >= 260, view.size.height >= 160 else { return nil }
    let limit = 2 * dotRadius(style.city, isNamed: true) + 1.5
    let pairs = closePairs(marks, within: limit)
    guard !pairs.isEmpty else { return nil }
    let groups = joined(pairs.map { ($0.first, $0.second) })
    let ranked = groups.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    for members in [groups.flatMap { $0 }] + (groups.count > 1 ? ranked : []) {
      let nearest = pairs.filter { members.contains($0.first) }.map(\.distance).min() ?? limit
      guard let found = fit(members.map { marks.dots[$0].center }, nearest: nearest, view: view, style)
      else { continue }
      var magnification = found
      if magnification.growOffDots(marks, view: view) { return magnification }
    }
    return nil
  }

  /// No dot is to lie on the box that shows what is magnified: it grows until each is well within or without.
  ///
  /// - Returns: whether there is such a box that an inset can show.
  private mutating func growOffDots(_ marks: Marks, view: View) -> Bool {
    let dots = marks.dots.filter(\.isSpot)
    let most = Size(view.size.width * 0.42, view.size.height * 0.5)
    for _ in 0..<12 {
      let box = outline
      let cut = dots.first { dot in
        let gap = dot.radius + 1.2
        return box.insetBy(-gap).distance(to: dot.center) == 0
          && box.insetBy(gap).distance(to: dot.center) > 0
      }
      guard let cut else { return true }
      let gap = cut.radius + 1.3
      let wanted = box.union(
        Rect(
          x: cut.center.x - gap, y: cut.center.y - gap, width: 2 * gap, height: 2 * gap))
      center = Point(wanted.midX, wanted.midY)
      size = Size((wanted.width * factor).rounded(.up), (wanted.height * factor).rounded(.up))
      if size.width > most.width || size.height > most.height { return false }
    }
    return false
  }

  private static func fit(_ points: [Point], nearest: Double, view: View, _ style: MapStyle)
    -> Magnification?
  {
    guard let bounds = Path.polyline(points).bounds else { return nil }
    let (wide, high) = (style.city.size * 5.5, style.city.size * 2.4)
    let most = Size(view.size.width * 0.42, view.size.height * 0.5)
    let wanted = min(apart / nearest, factors.upperBound)
    let factor =
      [
        wanted, (most.width - 2 * wide) / max(bounds.width, 0.01),
        (most.height - 2 * high) / max(bounds.height, 0.01),
      ].min() ?? wanted
    guard factors.contains(factor), nearest * factor >= 0.55 * apart else { return nil }
    let size = Size(
      max(bounds.width * factor + 2 * wide, min(most.width, 104)),
      max(bounds.height * factor + 2 * high, min(most.height, 66)))
    return Magnification(
      factor: factor, center: Point(bounds.midX, bounds.midY),
      size: Size(size.width.rounded(), size.height.rounded()))
  }

  private static func closePairs(_ marks: Marks, within limit: Double) -> [(
    first: Int, second: Int, distance: Double
  )] {
    var pairs: [(first: Int, second: Int, distance: Double)] = []
    let rect = Rect(size: .zero)
    for (first, dot) in marks.dots.enumerated() where dot.isSpot {
      for second in marks.dots.indices.dropFirst(first + 1) where marks.dots[second].isSpot {
        let other = marks.dots[second].center
        let distance = rect.offset(by: other).distance(to: dot.center)
        // What lies on the same spot stays so in any magnification.
        if distance > 0.15, distance < limit { pairs.append((first, second, distance)) }
      }
    }
    return pairs
  }

  /// Groups of what is linked, each in order.
  private static func joined(_ links: [(Int, Int)]) -> [[Int]] {
    var groups: [Set<Int>] = []
    for (a, b) in links {
      let touching = groups.filter { $0.contains(a) || $0.contains(b) }
      groups.removeAll { $0.contains(a) || $0.contains(b) }
      groups.append(touching.reduce(into: [a, b]) { $0.formUnion($1) })
    }
    return groups.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }
}

/// Where an inset can stand.
private struct InsetRoom {
  let map: MapDescription
  let marks: Marks
  let view: View
  let ground: Ground
  let ink: SummedGrid
  let areas: AreaMap
  var taken: [Rect] = []

  /// At the frame's edge, in a corner rather than between: away from all dots, from what it shows and from other insets,
  /// and rather over the sea and neighbours than over the countries that stand out.
  func place(_ size: Size, away: Rect?) -> Rect? {
    let room = view.rect.insetBy(5)
    let (wide, high) = (room.width - size.width, room.height - size.height)
    guard wide >= 0, high >= 0 else { return nil }
    let ours = Set(ground.lands.indices.filter { stands(ground.lands[$0].country.code) })
    var best: (rect: Rect, cost: Double)?
    let steps = 8
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      for (x, y) in [(0.0, share), (1, share), (share, 0), (share, 1)] {
        let rect = Rect(
          x: room.minX + wide * x, y: room.minY + high * y, width: size.width, height: size.height)
        if let away, away.insetBy(-4).overlaps(rect) { continue }
        guard !taken.contains(where: { $0.insetBy(-4).overlaps(rect) }),
          marks.dots.allSatisfy({
            rect.distance(to: $0.center) > max($0.radius + 5, $0.symbolRadius + 1, 9)
          })
        else { continue }
        let isCorner = (x == 0 || x == 1) && (y == 0 || y == 1)
        let cost = 3 * ink.mean(over: rect) + 2 * covered(rect, ours) + (isCorner ? 0 : 0.35)
        if best.map({ cost < $0.cost - 1e-9 }) ?? true { best = (rect, cost) }
      }
    }
    // More than a third of it over the countries that the map is about hides too much.
    guard let best, covered(best.rect, ours) < 0.35 else { return nil }
    return best.rect
  }

  private func stands(_ code: String) -> Bool {
    map.tinted.contains(code) || map.shades.contains { $0.country == code }
  }

  /// How much of a rectangle lies over such lands.
  private func covered(_ rect: Rect, _ lands: Set<Int>) -> Double {
    var (count, hits) = (0, 0)
    for row in 0..<6 {
      for column in 0..<6 {
        let point = Point(
          rect.minX + rect.width * (Double(column) + 0.5) / 6,
          rect.minY + rect.height * (Double(row) + 0.5) / 6)
        count += 1
        if let area = areas.area(at: point), lands.contains(area) { hits += 1 }
      }
    }
    return Double(hits) / Double(count)
  }
}

/// The side of a locator; `nil` where the view is so large that a reader knows it, or has no room.
private func locatorSize(in view: View) -> Size? {
  let shorter = min(view.size.width, view.size.height)
  let diagonal =
    view.kilometresPerPoint
    * (view.size.width * view.size.width + view.size.height * view.size.height).squareRoot()
  guard !view.isWorld, diagonal < 1300, shorter >= 150, view.size.width >= 200 else { return nil }
  let side = min(84, max(60, 0.26 * shorter)).rounded()
  return Size(side, side)
}

/// A map without words of the wider region, with the view's outline; `nil` where there is only sea far and wide.
private func locator(
  of view: View, size: Size, map: MapDescription, atlas: Atlas, _ style: MapStyle
) throws(DiagnosticError) -> Frame? {
  let corners = [
    Point(0, 0), Point(view.size.width, 0), Point(view.size.width, view.size.height),
    Point(0, view.size.height),
  ]
  let found = view.places(at: corners).compactMap { $0 }
  let middle = view.places(at: [Point(view.size.width / 2, view.size.height / 2)])[0] ?? mean(of: found)
  var outer = map
  (outer.sites, outer.routes, outer.border, outer.showsGraticule) = ([], [], nil, false)
  for kilometres in [2400.0, 3600, 5000, 6500] {
    let wide = try chooseView(of: [], size: size, extent: .around(middle, kilometres: kilometres))
    let ground = try Ground(try fetch(wide, from: atlas), of: outer, in: wide)
    guard ground.landShare >= leastLand else { continue }
    return paintLocator(ground, of: found.map(wide.onFrame), map: map, style)
  }
  return nil
}

/// A reader knows a region by its coasts: so much of a locator is land at least.
private let leastLand = 0.03

private func paintLocator(_ ground: Ground, of corners: [Point], map: MapDescription, _ style: MapStyle)
  -> Frame
{
  var frame = Frame(size: ground.size, clips: true)
  var thin = style
  thin.city.size = style.city.size * 0.6
  paint(ground, looks: LandLook.looks(of: ground, map: map, style: style), style: thin, on: &frame)
  var box = Path.polyline(corners).bounds ?? Rect(size: .zero)
  // No smaller than can be seen.
  let (across, down) = (max(0, 6 - box.width) / 2, max(0, 6 - box.height) / 2)
  box = box.grown(across: across, down: down)
  frame.stroke(.rectangle(box), Stroke(.white, width: 2))
  frame.stroke(.rectangle(box), Stroke(style.routeColor, width: 1.2))
  return frame
}

extension Ground {
  /// How much of the frame is land.
  fileprivate var landShare: Double {
    let area = lands.flatMap(\.polygons).joined().reduce(0) { $0 + signedArea(of: $1) }
    return abs(area) / (size.width * size.height)
  }
}
