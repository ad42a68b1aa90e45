import Atlas
import Diagnostics
import Graphics
import MapGrammar
import Platform

extension Ground {
  /// A corridor or an area as it is drawn: pieces that lie over each other and are painted as one.
  struct Zone {
    /// All of one direction, so that together they are filled without holes.
    var pieces: [[Point]]
    /// Along its outline, each with the way out.
    var outline: [Label.Anchor]
    /// Its outline in lines.
    var edges: [[Point]]
    /// Whether it lies around places rather than along them.
    var isArea: Bool

    /// Of the rectangle around it, square points.
    var extent: Double {
      let points = pieces.joined()
      let (x, y) = (points.map(\.x), points.map(\.y))
      return ((x.max() ?? 0) - (x.min() ?? 0)) * ((y.max() ?? 0) - (y.min() ?? 0))
    }
  }

  static func zones(
    of map: MapDescription, _ projecting: Projecting, _ clipper: Clipper, _ view: View, unit: Double
  ) throws(DiagnosticError) -> [Zone] {
    var zones: [Zone] = []
    for zone in map.zones {
      var isArea = true
      var drawing = ZoneDrawing(zone, view: view, least: leastHalfWidth * unit)
      if case .corridor = zone.form {
        isArea = false
        let lines = try projecting.lines([[greatCircles(zone.stops, in: view)]])
        for part in lines.parts { drawing.add(along: evened(Array(lines.points[part.range]), step: 6)) }
      } else {
        for stop in zone.stops { drawing.add(around: stop) }
      }
      if drawing.isTorn {
        let name = zone.label.isEmpty ? "this corridor or area" : "'\(zone.label)'"
        throw DiagnosticError(
          "\(name) lies across the edge at which this map cuts the globe",
          advice: "leave out 'extent', make it smaller, or part it in two")
      }
      // With room beyond the frame, where an outline would seem to be one along its edge.
      let room = view.rect.insetBy(-6)
      var pieces: [[Point]] = []
      for piece in drawing.pieces {
        pieces += try clipper.clip(polygon: [piece], to: room).map { oriented($0)[0] }
      }
      var edges: [[Point]] = []
      for edge in drawing.edges { edges += try clipper.clip(line: edge, to: view.rect) }
      zones.append(
        Zone(pieces: pieces, outline: drawing.anchors(areInside: isArea), edges: edges, isArea: isArea))
    }
    return zones
  }

  /// Half of a corridor's width where none is told, and the least that is seen as a band.
  private static let leastHalfWidth = 3.5
}

/// Puts a zone together on the frame.
private struct ZoneDrawing {
  let zone: MapDescription.Zone
  let view: View
  /// Points.
  let least: Double
  var pieces: [[Point]] = []
  private var sides: [[Point]] = []
  private var middles: [(center: Point, reach: Double)] = []
  /// Whether a disc that is to be seen goes over the edge of the globe.
  private var hasTornDisc = false

  /// Whether a part of it would go across the whole map, since the map cuts the globe there.
  var isTorn: Bool {
    if hasTornDisc { return true }
    let reaches = middles.map(\.reach).sorted()
    guard !reaches.isEmpty else { return false }
    let most = 8 * reaches[reaches.count / 2] + 24
    return pieces.contains { piece in
      let (x, y) = (piece.map(\.x), piece.map(\.y))
      return (x.max() ?? 0) - (x.min() ?? 0) > most || (y.max() ?? 0) - (y.min() ?? 0) > most
    }
  }

  init(_ zone: MapDescription.Zone, view: View, least: Double) {
    self.zone = zone
    self.view = view
    self.least = least
  }

  /// A disc of all places that are near to one; of those on the globe's other side no piece.
  mutating func add(around place: GeoPoint) {
    let metres = (zone.reach ?? 0) * 1000
    let ring = (0..<Self.corners).map { step in
      view.onFrame(
        Geodesic.place(from: place, azimuth: Double(step) * 360 / Double(Self.corners), metres: metres))
    }
    add(disc: ring, around: view.onFrame(place))
  }

  private mutating func add(disc ring: [Point], around center: Point) {
    let reaches = ring.map { distance(from: center, to: $0) }
    // Torn at the globe's edge it would go across the whole map.
    guard let widest = reaches.max(), let narrowest = reaches.min(), widest < 4 * narrowest else {
      if view.rect.distance(to: center) == 0 { hasTornDisc = true }
      return
    }
    pieces.append(ring)
    sides.append(ring + ring.prefix(1))
    middles.append((center, (widest + narrowest) / 2))
  }

  /// A band on both sides of a line, round at its ends and bends.
  mutating func add(along line: [Point]) {
    guard line.count > 1 else { return }
    let reaches = line.map(reach(at:))
    var (left, right): ([Point], [Point]) = ([], [])
    for index in line.indices {
      let (a, b) = (line[max(0, index - 1)], line[min(line.count - 1, index + 1)])
      let length = max(1e-6, distance(from: a, to: b))
      let (nx, ny) = (-(b.y - a.y) / length * reaches[index], (b.x - a.x) / length * reaches[index])
      left.append(Point(line[index].x - nx, line[index].y - ny))
      right.append(Point(line[index].x + nx, line[index].y + ny))
      middles.append((line[index], reaches[index]))
    }
    for index in line.indices.dropLast() {
      pieces.append([left[index], left[index + 1], right[index + 1], right[index]])
    }
    let bends = line.indices.filter { index in
      index == 0 || index == line.count - 1 || Self.isBend(line[index - 1], line[index], line[index + 1])
    }
    for index in bends {
      let ring = Self.circle(around: line[index], radius: reaches[index])
      pieces.append(ring)
      sides.append(ring + ring.prefix(1))
    }
    sides += [left, right]
  }

  private static let corners = 72

  private static func circle(around center: Point, radius: Double) -> [Point] {
    (0..<corners).map { step in
      let angle = Double(step) * 2 * .pi / Double(corners)
      return Point(center.x + radius * cos(angle), center.y + radius * sin(angle))
    }
  }

  private static func isBend(_ a: Point, _ b: Point, _ c: Point) -> Bool {
    let turn = abs(atan2(c.y - b.y, c.x - b.x) - atan2(b.y - a.y, b.x - a.x))
    return min(turn, 2 * .pi - turn) > 0.05
  }

  /// How far a corridor reaches to either side of a point, points: its kilometres at the scale that the map has there.
  private func reach(at point: Point) -> Double {
    guard let kilometres = zone.reach, let place = view.places(at: [point])[0] else { return least }
    let ends = [0.0, 90, 180, 270].map { azimuth in
      distance(
        from: point,
        to: view.onFrame(Geodesic.place(from: place, azimuth: azimuth, metres: kilometres * 1000)))
    }
    return max(least, ends.sorted()[1...2].reduce(0, +) / 2)
  }

  // MARK: The outline

  /// Whether a point of a side lies within another part of it.
  private func isInside(_ point: Point) -> Bool {
    middles.contains { distance(from: $0.center, to: point) < 0.985 * $0.reach - 0.05 }
  }

  var edges: [[Point]] {
    sides.flatMap { side in
      side.split(whereSeparator: isInside).map(Array.init).filter { $0.count > 1 }
    }
  }

  /// What a label outside of an area costs: inside, nobody takes it for another's.
  private static let outside = 6.0
  /// In points: a smaller area has no room for words.
  private static let leastForWords = 40.0

  /// Where its label may stand: beside the middle of its longest edge first.
  func anchors(areInside: Bool) -> [Label.Anchor] {
    let edges = edges.filter { edge in edge.contains { view.rect.insetBy(8).distance(to: $0) == 0 } }
    let longest = edges.sorted { $0.count > $1.count }.prefix(6)
    return longest.flatMap { edge in
      [0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95].compactMap { share -> Label.Anchor? in
        let point = edge[min(edge.count - 1, Int(share * Double(edge.count)))]
        guard view.rect.insetBy(4).distance(to: point) == 0,
          let middle = middles.min(by: {
            distance(from: $0.center, to: point) < distance(from: $1.center, to: point)
          })
        else { return nil }
        let out = Point(point.x - middle.center.x, point.y - middle.center.y)
        let length = max(1e-6, distance(from: point, to: middle.center))
        return Label.Anchor(
          point: point, normal: Point(out.x / length, out.y / length),
          inner: areInside && middle.reach >= Self.leastForWords ? Self.outside : 0)
      }
    }
  }
}
