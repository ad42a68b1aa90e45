import Atlas
import Evidence
import Graphics
import MapGrammar
import TestSupport
import Testing

@testable import Maps

private func place(_ longitude: Double, _ latitude: Double) -> GeoPoint {
  GeoPoint(longitude: longitude, latitude: latitude)
}

private let (tokyo, sanFrancisco) = (place(139.69, 35.69), place(-122.42, 37.77))
private let (shanghai, losAngeles) = (place(121.47, 31.23), place(-118.24, 34.05))

/// No side of a route is longer than its steps are on the map: 8 points, somewhat more where the map stretches.
@Test(arguments: [
  [tokyo, sanFrancisco], [place(178.44, -18.14), place(-171.76, -13.83)],
  [place(174.76, -36.85), place(-157.86, 21.31), losAngeles],
  [place(-0.13, 51.5), tokyo, sanFrancisco, place(-74, 40.7)],
])
func aRouteAcrossTheAntimeridianIsNoLineOverTheWholeMap(stops: [GeoPoint]) throws {
  for extent in [nil, MapDescription.Extent.world] {
    var map = MapDescription(sites: [], routes: [.init(stops: stops)])
    map.extent = extent
    let view = try chooseView(of: map.positions, size: Size(493, 260), extent: extent, ways: map.ways)
    let ground = try Ground(fetch(view, from: shippedAtlas()), of: map, in: view)
    #expect(!ground.routes.isEmpty)
    for line in ground.routes {
      for (a, b) in zip(line.points, line.points.dropFirst()) where abs(a.x - b.x) > 100 {
        // What is left of a long side is straight on the map: its middle is on the great circle.
        let middle = view.places(at: [Point((a.x + b.x) / 2, (a.y + b.y) / 2)])[0]
        let way = zip(stops, stops.dropFirst()).flatMap { Geodesic.path(from: $0, to: $1, step: 50_000) }
        let nearest = try way.map { Geodesic.distance(from: $0, to: try #require(middle)) }.min() ?? .infinity
        #expect(nearest < 100_000, "\(a) to \(b)")
      }
    }
  }
}

@Test func aWorldMapIsCutWhereNoFlowCrosses() throws {
  var map = MapDescription(sites: [shanghai, losAngeles].map { .init(position: $0, label: "Port") })
  map.flows = [.init(from: shanghai, to: losAngeles, value: .init(1, "1 t"))]
  let view = try chooseView(of: map.positions, size: Size(493, 260), extent: .world, ways: map.ways)
  // Over the Pacific, eastward.
  #expect(view.onFrame(shanghai).x < view.onFrame(losAngeles).x)
  let usual = try chooseView(of: [tokyo, place(0, 50)], size: Size(493, 260), extent: .world)
  #expect(usual.projection.kind == .world(longitude: 11))
}

@Test func anExtentAllAroundAPoleIsSeenFromThere() throws {
  let north = MapDescription.Extent.box(GeoBox(west: -180, south: 60, east: 180, north: 90))
  for choice in [nil, MapDescription.ProjectionChoice.azimuthal] {
    let view = try chooseView(
      of: [place(15.6, 78.2)], size: Size(325, 230), extent: north, projection: choice)
    #expect(view.projection.kind == .azimuthal(center: place(0, 90)))
    #expect(!view.isWorld)
    // The parallel of 60° touches the frame's shorter sides; the pole is in the middle.
    #expect(
      abs(view.onFrame(place(0, 90)).x - 162.5) < 0.01 && abs(view.onFrame(place(0, 90)).y - 115) < 0.01)
    #expect(abs(view.onFrame(place(0, 60)).y - 229) < 0.5 && abs(view.onFrame(place(180, 60)).y - 1) < 0.5)
  }
  let south = MapDescription.Extent.box(GeoBox(west: 0, south: -90, east: 360, north: -60))
  let view = try chooseView(of: [], size: Size(230, 300), extent: south)
  #expect(
    view.projection.kind == .azimuthal(center: place(180, -90))
      || view.projection.kind == .azimuthal(center: place(-180, -90)))
  // Both sides of the equator are no cap.
  let all = MapDescription.Extent.box(GeoBox(west: -180, south: -60, east: 180, north: 80))
  #expect(try chooseView(of: [], size: Size(230, 300), extent: all).isWorld)
}

@Test func whetherAMapCanBeConicDoesNotDependOnTheFrame() throws {
  let places = [place(177.5, 64.73), place(-165.4, 64.5), place(-149.9, 61.2)]
  for size in frames {
    let view = try chooseView(of: places, size: size, projection: .conic)
    guard case .conic = view.projection.kind else {
      Issue.record("\(size)")
      continue
    }
    for place in places { #expect(view.rect.contains(Rect(origin: view.onFrame(place), size: .zero))) }
  }
  for size in frames {
    #expect(throws: (any Error).self) {
      try chooseView(of: [place(30, 5), place(20, -10)], size: size, projection: .conic)
    }
  }
}

private let frames = [
  Size(155, 233), Size(230, 300), Size(300, 300), Size(325, 230), Size(493, 180), Size(780, 320),
]

@Test func aMapWithoutPlacesHasAnAlternativeText() {
  var map = MapDescription(sites: [])
  #expect(map.alternativeText() == "Map.")
  map.extent = .world
  #expect(map.alternativeText() == "Map of the world.")
  map.extent = .box(GeoBox(west: 165, south: -48.5, east: -165, north: 0))
  #expect(map.alternativeText() == "Map of the area from 48.5° S to 0° and from 165° E to 165° W.")
  map.extent = .around(place(-9.14, 38.72), kilometres: 300)
  #expect(map.alternativeText() == "Map of the area within 300 km of 38.7° N, 9.1° W.")
}

@Test func thinFlowsAreSeenAndAGreaterOneIsWider() throws {
  var map = MapDescription(sites: [])
  let (north, south) = (place(71.43, 51.18), place(69.22, 41.26))
  let values: [(Double, Status)] = [
    (1000, .actual), (400, .estimate), (390, .target), (2, .actual), (1, .estimate),
  ]
  map.flows = values.map { .init(from: north, to: south, value: .init($0.0, "1 t", status: $0.1)) }
  let view = try chooseView(of: map.positions, size: Size(325, 230))
  let marks = Marks(of: map, in: view, style: makeStyle())
  var frame = Frame(size: view.size)
  paint(marks, over: [], style: makeStyle(), on: &frame)
  // Each arrow's own paint, the halo of white behind it left aside.
  let edges = frame.leaves.compactMap { leaf -> Stroke? in
    guard case .shape(_, .some, let stroke?) = leaf.item else { return nil }
    return stroke
  }
  #expect(edges.count == values.count)
  #expect(edges.allSatisfy { $0.width == edges[0].width })
  let widths = marks.flows.map(\.shape.width)
  #expect(widths == widths.sorted(by: >))
  #expect(try #require(widths.last) >= 0.8)
}

@Test func aDisputedSectionOfTheStrongBoundaryStaysDashed() throws {
  var map = MapDescription(
    sites: [place(77.2, 28.6), place(73.05, 33.7)].map { .init(position: $0, label: "Town") })
  map.border = .init(between: "IN", and: "PK", label: "open")
  let view = try chooseView(of: map.positions, framing: [place(68, 23), place(79, 36)], size: Size(325, 300))
  let ground = try Ground(fetch(view, from: shippedAtlas()), of: map, in: view)
  let kinds = Set(ground.borderSections.map(\.kind))
  #expect(kinds.contains(.international) && kinds.contains(.disputed), "\(kinds)")
}

@Test func noDotLiesOnTheBoxOfWhatAnInsetShowsAndNoNameFromOutsideInIt() throws {
  var boxes = 0
  for seed in 0..<12 {
    // A crowd, and a town that comes nearer and nearer to it.
    var sites = (0..<3).map { index in
      Site(
        position: place(-71 + Double(index) * 0.12, -17 - Double(index) * 0.1), label: "Crowd \(index)")
    }
    sites.append(.init(position: place(-70.6 + 0.12 * Double(seed), -17.4), label: "Near"))
    sites += [
      .init(position: place(-77, -12), label: "Far"), .init(position: place(-63.2, -17.8), label: "East"),
    ]
    let map = MapDescription(sites: sites)
    let view = try chooseView(of: map.positions, size: Size(420, 300))
    let setting = try insetSetting(of: map, in: view, shippedAtlas())
    let (marks, insets) = (setting.marks, try placeInsets(setting))
    for box in insets.compactMap(\.outline) {
      boxes += 1
      for dot in marks.dots {
        let isHidden = insets.contains(where: \.hidesDots)
        let isWithin = box.insetBy(isHidden ? 0.01 : dot.radius).distance(to: dot.center) == 0
        #expect(isWithin || box.distance(to: dot.center) > dot.radius, "\(dot.site.label), \(seed)")
      }
    }
  }
  #expect(boxes > 5)
}

@Test func whereLabelsHaveNoRoomTheLeastImportantAreLeftOut() throws {
  var map = MapDescription(
    sites: (0..<60).map { index in
      Site(
        position: place(7 + Double(index % 8) * 0.06, 51.4 + Double(index / 8) * 0.04),
        label: "A town \(index)",
        isNamed: index < 50)
    })
  map.allowsInsets = false
  var leftOut: [String] = []
  let frame = try drawMap(
    map, size: Size(150, 130), atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: makeStyle(),
    leftOut: &leftOut
  ).frame
  #expect(!leftOut.isEmpty && leftOut.count < 60)
  let words = frame.text
  // Those for orientation first, then the last.
  #expect(leftOut.contains("A town 59") && !leftOut.contains("A town 0"))
  #expect(words.contains("A town 0"))
}
