import Atlas
import Graphics
import Testing

@testable import Maps

private func ring(_ points: (Double, Double)...) -> [Point] { points.map { Point($0.0, $0.1) } }

private func shapes(_ rings: [[Point]]) -> Shapes {
  var shapes = Shapes()
  for (index, ring) in rings.enumerated() {
    let start = shapes.points.count
    shapes.points += ring
    shapes.isSeam += ring.map { _ in false }
    shapes.parts.append(
      Shapes.Part(feature: index, polygon: index, isRing: true, range: start..<shapes.points.count))
  }
  return shapes
}

/// Two countries side by side, their boundary a wriggling line from (50, 0) to (50, 100).
private func neighbours() -> (left: [Point], right: [Point], boundary: [Point]) {
  var generator = SplitMix64(state: 4)
  let boundary = (0...200).map {
    Point($0 == 0 || $0 == 200 ? 50 : 49 + generator.unit() * 2, Double($0) / 2)
  }
  return (
    ring((0, 100), (0, 0)) + boundary, ring((100, 0), (100, 100)) + boundary.reversed(), boundary
  )
}

@Test func whatNeighboursShareStaysSharedWhenSimplified() {
  let (left, right, boundary) = neighbours()
  let result = simplify(shapes([left, right]), tolerance: 0.7, leastArea: 0)
  let kept = Set(result.parts[0]).intersection(boundary)
  #expect(kept.count > 2 && kept.count < 150)
  #expect(kept == Set(result.parts[1]).intersection(boundary))
}

@Test func noPointLeftOutLiesFartherOffThanTheTolerance() {
  let (left, right, boundary) = neighbours()
  let result = simplify(shapes([left, right]), tolerance: 0.7, leastArea: 0)
  let kept = boundary.filter { Set(result.parts[0]).contains($0) }
  for point in boundary {
    let nearest =
      zip(kept, kept.dropFirst()).map { squaredDistance(from: point, to: $0, $1) }.min() ?? .infinity
    #expect(nearest <= 0.49 + 1e-9)
  }
}

@Test func onlyWhatNoNeighbourSharesIsCoast() {
  let (left, right, boundary) = neighbours()
  let coast = simplify(shapes([left, right]), tolerance: 0.1, leastArea: 0).coast
  let inner = Set(boundary.dropFirst().dropLast())
  #expect(coast.count == 2)
  #expect(coast.allSatisfy { line in line.allSatisfy { !inner.contains($0) } })
}

@Test func anIslandSmallerThanTheLeastAreaDisappears() {
  let island = ring((10, 10), (10.4, 10), (10.4, 10.4), (10, 10.4))
  let result = simplify(shapes([island]), tolerance: 0.01, leastArea: 0.2)
  #expect(result.parts == [[]] && result.coast.isEmpty)
}

@Test func clippingKeepsTheAreaInsideAndNothingElse() throws {
  let clipper = try Clipper()
  let window = Rect(x: 0, y: 0, width: 10, height: 10)
  // A square with a hole, half of it outside.
  let square = [ring((5, 2), (15, 2), (15, 8), (5, 8)), ring((6, 4), (6, 6), (8, 6), (8, 4))]
  let pieces = try clipper.clip(polygon: square, to: window)
  let area = pieces.reduce(0) {
    $0 + abs(signedArea(of: $1[0])) - $1.dropFirst().reduce(0) { $0 + abs(signedArea(of: $1)) }
  }
  #expect(abs(area - 26) < 1e-9)
  for point in pieces.joined().joined() { #expect(window.contains(Rect(origin: point, size: .zero))) }
  // One that covers the window, and one that is apart from it.
  #expect(try clipper.clip(polygon: [ring((-5, -5), (20, -5), (20, 20), (-5, 20))], to: window).count == 1)
  #expect(try clipper.clip(polygon: [ring((20, 20), (30, 20), (30, 30))], to: window).isEmpty)
}

@Test func anOutlineThatCrossesItselfIsStillClipped() throws {
  let bow = [ring((-5, 2), (8, 8), (8, 2), (-5, 8))]
  let pieces = try Clipper().clip(polygon: bow, to: Rect(x: 0, y: 0, width: 10, height: 10))
  #expect(!pieces.isEmpty)
}

@Test func aLineIsCutWhereItLeavesTheFrame() throws {
  let window = Rect(x: 0, y: 0, width: 10, height: 10)
  let pieces = try Clipper().clip(line: ring((-5, 5), (5, 5), (5, 15), (8, 15), (8, 5)), to: window)
  #expect(pieces == [ring((0, 5), (5, 5), (5, 10)), ring((8, 10), (8, 5))])
}

@Test func aShapeAcrossTheAntimeridianComesOutInOnePiece() throws {
  func box(_ west: Double, _ east: Double) -> GeoPolygon {
    let corners = [(west, -20.0), (west, -15), (east, -15), (east, -20), (west, -20)]
    return GeoPolygon(rings: [corners.map { GeoPoint(longitude: $0.0, latitude: $0.1) }])
  }
  let view = try chooseView(
    of: [GeoPoint(longitude: 178, latitude: -18), GeoPoint(longitude: -178, latitude: -16)],
    size: Size(300, 200))
  var country = Country(
    code: "XX", names: ["en": "X"], polygons: [], labelPoint: GeoPoint(longitude: 0, latitude: 0))
  country.polygons = [box(177, 180), box(-180, -177)]
  let ground = try Ground(MapData(countries: [country]), routes: [], in: view)
  let points = ground.lands.flatMap { $0.polygons.joined().joined() }
  #expect((points.map(\.x).max() ?? 0) - (points.map(\.x).min() ?? 0) > 150)
  // The cut along the antimeridian is no coast.
  let seam = view.onFrame(GeoPoint(longitude: 180, latitude: -17.5)).x
  for line in ground.coast {
    for (a, b) in zip(line, line.dropFirst()) where abs(a.y - b.y) > 5 {
      #expect(abs((a.x + b.x) / 2 - seam) > 5)
    }
  }
}
