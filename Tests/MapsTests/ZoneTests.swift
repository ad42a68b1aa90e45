import Atlas
import Diagnostics
import Graphics
import MapGrammar
import TestSupport
import Testing
import Typesetting

@testable import Maps

private func place(_ longitude: Double, _ latitude: Double) -> GeoPoint {
  GeoPoint(longitude: longitude, latitude: latitude)
}

private func map(_ zones: [MapDescription.Zone], tinted: [String] = []) -> MapDescription {
  var seen: [GeoPoint] = []
  for stop in zones.flatMap(\.stops) where !seen.contains(stop) { seen.append(stop) }
  var map = MapDescription(
    sites: seen.enumerated().map { Site(position: $0.element, label: "Town \($0.offset)") }, tinted: tinted)
  map.zones = zones
  map.framing = zones.flatMap(\.outline)
  return map
}

private func ground(_ map: MapDescription, _ size: Size) throws -> (View, Ground) {
  let view = try chooseView(of: map, size: size, atlas: shippedAtlas(), style: makeStyle())
  return (view, try Ground(fetch(view, from: shippedAtlas()), of: map, in: view))
}

/// On ways and around places of every continent, and across the antimeridian.
private let ways: [[GeoPoint]] = [
  [place(51.2, 43.65), place(49.87, 40.4), place(44.8, 41.7), place(41.67, 42.15)],
  [place(-4, 5.3), place(-0.2, 5.6), place(3.4, 6.45)],
  [place(174.8, -36.85), place(178.4, -18.1), place(-157.9, 21.3)],
  [place(-70.6, -33.4), place(-58.4, -34.6)], [place(18.9, 69.6), place(15.6, 78.2)],
]

@Test(arguments: ways.indices)
func aCorridorReachesHalfItsWidthToEitherSide(index: Int) throws {
  let stops = ways[index]
  for width in [80.0, 300] {
    let map = map([.init(.corridor(width: width), stops, label: "Corridor")])
    let (view, ground) = try ground(map, Size(493, 400))
    let zone = try #require(ground.zones.first)
    let line = zip(stops, stops.dropFirst()).flatMap { Geodesic.path(from: $0, to: $1, step: 20_000) }
    let all = zone.edges.flatMap { $0 }.filter { view.rect.insetBy(1).distance(to: $0) == 0 }
    let edge = stride(from: 0, to: all.count, by: max(1, all.count / 30)).map { all[$0] }
    #expect(edge.count > 20)
    let thinnest = 2 * 3.5 * view.kilometresPerPoint
    for point in edge {
      let here = try #require(view.places(at: [point])[0])
      let off = line.map { Geodesic.distance(from: here, to: $0) / 1000 }.min() ?? 0
      // What would be no band is as wide as one.
      #expect(
        abs(2 * off - max(width, thinnest)) < 0.05 * max(width, thinnest) + 4 + view.kilometresPerPoint,
        "\(width): \(2 * off)")
    }
  }
}

@Test(arguments: ways.indices)
func anAreaEndsSoManyKilometresFromItsPlaces(index: Int) throws {
  let map = map([.init(.area(radius: 150), ways[index], label: "Area")])
  let (view, ground) = try ground(map, Size(493, 400))
  let edge = try #require(ground.zones.first).edges.flatMap { $0 }
  #expect(edge.count > 20)
  for point in edge {
    let here = try #require(view.places(at: [point])[0])
    let off = ways[index].map { Geodesic.distance(from: here, to: $0) / 1000 }.min() ?? 0
    #expect(abs(off - 150) < 4)
  }
  // Its whole width is seen.
  #expect(map.zones[0].outline.allSatisfy { view.rect.distance(to: view.onFrame($0)) == 0 })
}

/// Generated zones: all of a zone is filled and nothing of it leaves the frame; labels stand on no outline and on no other label.
@Test func zonesAreFilledAndLabelledWhateverTheirWay() throws {
  let typesetter = try shippedTypesetter()
  var generator = SplitMix64(state: 11)
  var told = 0
  for round in 0..<16 {
    let center = [place(20, 48), place(70, 42), place(178, -17), place(-65, -20), place(25, 0)][round % 5]
    let zones = (0..<1 + round % 3).map { number -> MapDescription.Zone in
      let stops = (0..<2 + Int(generator.next() % 3)).map { _ in
        place(
          center.longitude + (generator.unit() - 0.5) * 16, center.latitude + (generator.unit() - 0.5) * 10)
      }
      return number.isMultiple(of: 2)
        ? .init(
          .corridor(width: round % 4 == 0 ? nil : 40 + generator.unit() * 100), stops, label: "Zone \(number)"
        )
        : .init(.area(radius: 60 + generator.unit() * 120), stops, label: "Zone \(number)")
    }
    let map = map(zones)
    let size = [Size(493, 300), Size(240, 180), Size(640, 330)][round % 3]
    let (view, ground) = try ground(map, size)
    for (zone, drawn) in zip(zones, ground.zones) {
      let path = drawn.pieces.reduce(into: Path()) { $0.append(.polyline($1, closed: true)) }
      for stop in zone.stops { #expect(path.contains(view.onFrame(stop)), "\(round)") }
      #expect(drawn.pieces.allSatisfy { signedArea(of: $0) >= 0 })
      #expect(drawn.edges.joined().allSatisfy { view.rect.insetBy(-0.1).distance(to: $0) == 0 })
    }
    let frame = try drawMap(
      map, size: size, atlas: shippedAtlas(), typesetter: typesetter, style: makeStyle())
    let texts = frame.leaves.compactMap { leaf -> (String, Rect)? in
      if case .text(let run) = leaf.item { leaf.bounds.map { (run.text, $0) } } else { nil }
    }
    for (label, box) in texts where label.hasPrefix("Zone") {
      told += 1
      #expect(
        Rect(size: size).insetBy(-0.5).union(box) == Rect(size: size).insetBy(-0.5), "\(round) \(label)")
      for (other, place) in texts where other != label {
        #expect(!box.insetBy(0.5).overlaps(place.insetBy(0.5)), "\(round): \(label) on \(other)")
      }
    }
  }
  #expect(told >= 24)
}

@Test func aZoneLiesUnderTheTownsAndIsTold() throws {
  var zone = MapDescription.Zone(.corridor(width: 80), ways[0], label: "Middle Corridor")
  let style = makeStyle()
  let frame = try drawMap(
    map([zone], tinted: ["KZ", "AZ"]), size: Size(493, 300), atlas: shippedAtlas(),
    typesetter: shippedTypesetter(), style: style)
  let leaves = frame.leaves
  let band = try #require(
    leaves.firstIndex { if case .shape(_, .solid(style.zoneColor)?, _) = $0.item { true } else { false } })
  for label in ["Town 0", "Middle Corridor"] {
    let text = leaves.firstIndex { if case .text(let run) = $0.item { run.text == label } else { false } }
    #expect(try #require(text, "\(label)") > band)
  }
  #expect(
    map([zone]).alternativeText().contains(
      "A corridor 80 km wide leads along Town 0, Town 1, Town 2 and Town 3: Middle Corridor."))
  zone = .init(.area(radius: 150), [ways[0][0]], label: "Held by none")
  #expect(map([zone]).alternativeText().contains("An area of 150 km around Town 0 is marked: Held by none."))
}

/// A smaller one in a larger one, and a corridor into it: whoever looks sees where each of them ends.
@Test func zonesThatLieOverEachOtherKeepTheirOutlines() throws {
  let middle = place(14.5, 35.9)
  let zones: [MapDescription.Zone] = [
    .init(.area(radius: 60), [middle], label: "Inner"), .init(.area(radius: 250), [middle], label: "Outer"),
    .init(.corridor(width: 40), [middle, place(15.1, 37.5)], label: "Ferry"),
  ]
  let style = makeStyle()
  let map = map(zones)
  let (_, ground) = try ground(map, Size(493, 300))
  let frame = try drawMap(
    map, size: Size(493, 300), atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: style)
  var fills: [Int] = []
  var strokes: [(index: Int, dash: [Double])] = []
  for (index, leaf) in frame.leaves.enumerated() {
    guard case .shape(_, let fill, let stroke) = leaf.item else { continue }
    if fill == .solid(style.zoneColor) { fills.append(index) }
    if let stroke, stroke.color == style.zoneLine { strokes.append((index, stroke.dash)) }
  }
  #expect(fills.count == 3 && strokes.count == 3)
  #expect(try #require(fills.last) < strokes[0].index)
  #expect(strokes.filter { !$0.dash.isEmpty }.count == 2)
  // The ring of the inner one is whole.
  let inner = ground.zones[0].edges.joined()
  #expect(Set(inner.map { Int(($0.x).rounded()) }).count > 20)
}

/// A place of many and with an area of its own: a large circle over a small area.
@Test func anAreaUnderACircleKeepsItsOutline() throws {
  var map = map([
    .init(.area(radius: 20), [place(66.98, 39.65)], label: "Near"),
    .init(.area(radius: 500), [place(66.98, 39.65)], label: "Far"),
  ])
  map.sites[0].symbol = .init(9, "9 m")
  map.symbolSizes = [.init(10, "10 m")]
  let style = makeStyle()
  var leftOut: [String] = []
  let frame = try drawMap(
    map, size: Size(493, 300), atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: style,
    leftOut: &leftOut
  ).frame
  let strokes = frame.leaves.compactMap { leaf -> (color: Color, box: Rect)? in
    guard case .shape(_, _, let stroke?) = leaf.item, let box = leaf.bounds else { return nil }
    return (stroke.color, box)
  }
  // Under the circle, and again over it with a halo; of the large one nothing is hidden.
  let near = strokes.filter { $0.color == style.zoneLine && $0.box.width < 60 }
  #expect(near.count == 2, "\(strokes.filter { $0.color == style.zoneLine }.map(\.box))")
  #expect(strokes.filter { $0.color == style.zoneLine && $0.box.width >= 60 }.count == 1)
}

/// What would go across the whole map is an error, whichever way it is torn.
@Test func aZoneAcrossTheEdgeAtWhichTheGlobeIsCutIsRefused() throws {
  let cut: [MapDescription.Zone] = [
    .init(.area(radius: 2500), [place(178.4, -18.1)], label: "A"),
    .init(.area(radius: 2500), [place(15.6, 78.2)], label: "B"),
  ]
  for zone in cut {
    var map = map([zone])
    map.framing = []
    map.extent = .world
    // What draws the map's middle to the other side.
    map.sites += [place(-10, 40), place(10, 0), place(20, 50), place(30, -20)].map {
      Site(position: $0, label: "Far \($0.longitude)")
    }
    map.projection = .equalEarth
    #expect(throws: DiagnosticError.self, "\(zone.label)") { try ground(map, Size(493, 300)) }
  }
}

/// On a print without colours it is no land, no country's tint and no water.
@Test func aZoneIsToldFromAllGroundsInGreys() {
  let style = makeStyle()
  for ground in style.tints + [style.landColor, style.waterColor] {
    #expect(style.zoneLine.contrast(with: ground) > 2)
    #expect(style.zoneLine.contrast(with: style.zoneColor) > 1.8)
  }
}

/// Where nothing fixes what a map shows it shows all of them, in all frames: over the pole's side, along great circles, in
/// narrow frames.
@Test func allOfAZoneIsSeenInAllFrames() throws {
  let zones: [MapDescription.Zone] = [
    .init(.area(radius: 900), [place(10.75, 59.9)], label: "North"),
    .init(.area(radius: 1500), [place(15.6, 78.2)], label: "Arctic"),
    .init(.area(radius: 700), [place(36.8, -1.3), place(32.6, 0.3)], label: "Equator"),
    .init(.corridor(width: 600), [place(-123.1, 49.2), place(37.6, 55.75)], label: "Great circle"),
    .init(.corridor(width: 1500), [place(129.7, 62), place(24.9, 60.2)], label: "Wide"),
    .init(.corridor(width: nil), [place(-0.1, 51.5), place(116.4, 39.9)], label: "No width"),
    .init(.area(radius: 400), [place(178.4, -18.1)], label: "Antimeridian"),
  ]
  for zone in zones {
    let map = map([zone])
    for size in [Size(493, 400), Size(230, 300), Size(493, 180), Size(780, 320)] {
      let (view, ground) = try ground(map, size)
      let pieces = try #require(ground.zones.first).pieces.joined()
      let frame = view.rect.insetBy(-0.01)
      #expect(zone.outline.allSatisfy { frame.distance(to: view.onFrame($0)) == 0 }, "\(zone.label) \(size)")
      // On Equal Earth a band near the pole is drawn as wide as its mean scale there.
      if case .world = view.projection.kind { continue }
      #expect(pieces.allSatisfy { frame.distance(to: $0) == 0 }, "\(zone.label) \(size)")
    }
  }
}

/// Across one a name would seem to be that of what lies within.
@Test func noNameOfACountryOrAWaterStandsAcrossAZonesOutline() throws {
  let zones: [[MapDescription.Zone]] = [
    [
      .init(.area(radius: 400), [place(13.36, 38.1)], label: "A"),
      .init(.corridor(width: 150), ways[0], label: "B"),
    ],
    [.init(.area(radius: 180), [place(24.7, 59.4), place(18, 59.3)], label: "A")],
    [.init(.corridor(width: 200), [place(-17.4, 14.7), place(-8, 12.6), place(2.1, 13.5)], label: "A")],
    [
      .init(.area(radius: 120), [place(14.5, 35.9)], label: "A"),
      .init(.area(radius: 350), [place(14.5, 35.9)], label: "B"),
    ],
  ]
  var names = 0
  for zones in zones {
    let map = map(zones)
    for size in [Size(493, 400), Size(325, 230)] {
      let (_, ground) = try ground(map, size)
      let frame = try drawMap(
        map, size: size, atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: makeStyle())
      let own = Set(map.sites.map(\.label) + zones.map(\.label))
      for writing in frame.writings where !own.contains(writing.text) && writing.text.count > 3 {
        names += 1
        let box = writing.box.insetBy(1)
        for edge in ground.zones.flatMap(\.edges) {
          let crosses = zip(edge, edge.dropFirst()).contains { Leader(start: $0, end: $1).touches(box) }
          #expect(!crosses, "\(writing.text)")
        }
      }
    }
  }
  #expect(names > 40)
}
