import Atlas
import Graphics
import MapGrammar
import Typesetting

/// Where an inset can stand.
struct InsetRoom {
  var taken: [Rect] = []
  private let map: MapDescription
  private let marks: Marks
  private let view: View
  private let ink: SummedGrid
  private let areas: AreaMap
  /// How far a name reaches from its dot, points.
  private let labelReach: Double
  /// The lands that stand out.
  private let ours: Set<Int>
  /// What is told with lines: routes, flows, the strong boundary.
  private let lines: [Leader]
  /// Where the frame shows beyond the globe: what is paper, each cell 1 or 0.
  private let paper: SummedGrid?

  init(_ setting: InsetSetting) {
    (map, marks, view) = (setting.map, setting.marks, setting.view)
    (ink, areas) = (setting.ink, setting.areas)
    labelReach = 6 * setting.style.city.size
    let (map, ground) = (setting.map, setting.ground)
    ours = Set(
      ground.lands.indices.filter { index in
        let code = ground.lands[index].country.code
        return map.tinted.contains(code) || map.shades.contains { $0.country == code }
      })
    let told =
      ground.routes.map(\.points) + ground.border
      + marks.flows.map { $0.shape.outline + $0.shape.outline.prefix(1) }
    lines = told.flatMap { line in zip(line, line.dropFirst()).map { Leader(start: $0, end: $1) } }
    paper = ground.globe.map { globe in
      var grid = Grid<Float>(size: setting.view.size, cell: 2, filled: 1)
      for polygon in globe { grid.fill(polygon, with: 0) }
      return SummedGrid(grid) { $0 }
    }
  }

  /// At the frame's edge, in a corner rather than between; in the open sea too where the map is one of the world. Away
  /// from all dots and what is told with lines, from what it shows and from other insets; rather over the sea than over
  /// land, least over the countries that stand out. It never hangs out of the globe.
  func place(_ size: Size, away: Rect?) -> Rect? {
    let ownShare = covered(view.rect, ours.contains)
    var best: (rect: Rect, cost: Double)?
    for (rect, isCorner) in spots(for: size) {
      if let away, away.insetBy(-6).overlaps(rect) { continue }
      guard isFree(rect) else { continue }
      let paper = paper?.mean(over: rect.insetBy(-edgeOfGlobe)) ?? 0
      guard paper < 0.001 || paper > 0.999 else { continue }
      let land = covered(rect) { _ in true }
      let own = covered(rect, ours.contains)
      // More than so much land hides what the map is about, unless the map shows little else.
      guard own < 0.35 || ownShare > 0.6, !view.isWorld || land < 0.08 else { continue }
      var cost =
        1.5 * ink.mean(over: rect).squareRoot() + (view.isWorld ? 12 : 0.4) * land + 0.6 * own
        + (isCorner ? 0 : 0.6) + 0.1 * crowd(around: rect, but: away)
      if let away {
        cost += 0.4 * away.distance(to: Point(rect.midX, rect.midY)) / max(view.size.width, view.size.height)
      }
      if best.map({ cost < $0.cost - 1e-9 }) ?? true { best = (rect, cost) }
    }
    return best?.rect
  }

  private func isFree(_ rect: Rect) -> Bool {
    !taken.contains { $0.insetBy(-4).overlaps(rect) }
      && marks.dots.allSatisfy {
        rect.distance(to: $0.center) > max($0.radius + 5, $0.symbolRadius + 1, 9)
      } && !lines.contains { $0.touches(rect.insetBy(-3)) }
  }

  /// How many dots stand where their names would need an inset's room, the near ones the more.
  private func crowd(around rect: Rect, but outline: Rect?) -> Double {
    marks.dots.reduce(0) { sum, dot in
      if let outline, outline.distance(to: dot.center) == 0 { return sum }
      return sum + max(0, 1 - rect.distance(to: dot.center) / labelReach)
    }
  }

  private func spots(for size: Size) -> [(rect: Rect, isCorner: Bool)] {
    let room = view.rect.insetBy(5)
    let (wide, high) = (room.width - size.width, room.height - size.height)
    guard wide >= 0, high >= 0 else { return [] }
    let steps = view.isWorld ? 20 : 8
    var spots: [(rect: Rect, isCorner: Bool)] = []
    for row in 0...steps {
      for column in 0...steps {
        let ends = [row % steps == 0, column % steps == 0].filter { $0 }.count
        guard view.isWorld || ends > 0 else { continue }
        let (x, y) = (Double(column) / Double(steps), Double(row) / Double(steps))
        let rect = Rect(
          x: room.minX + wide * x, y: room.minY + high * y, width: size.width, height: size.height)
        spots.append((rect, ends == 2))
      }
    }
    return spots
  }

  /// How much of a rectangle lies over the lands that are meant.
  private func covered(_ rect: Rect, _ isMeant: (Int) -> Bool) -> Double {
    var (count, hits) = (0, 0)
    for row in 0..<12 {
      for column in 0..<12 {
        let point = Point(
          rect.minX + rect.width * (Double(column) + 0.5) / 12,
          rect.minY + rect.height * (Double(row) + 0.5) / 12)
        count += 1
        if let area = areas.area(at: point), isMeant(area) { hits += 1 }
      }
    }
    return Double(hits) / Double(count)
  }
}

/// Between an inset and the globe's outline, points.
private let edgeOfGlobe = 3.0
