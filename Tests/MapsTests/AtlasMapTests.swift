import Atlas
import Graphics
import Testing

@testable import Maps

private func atlas() throws -> Atlas { try Atlas(path: root + "/Atlas/atlas.gpkg") }

private func reading(_ map: MapDescription, _ size: Size) throws -> (frame: Frame, reading: MapReading) {
  let frame = try drawMap(map, size: size, atlas: atlas(), typesetter: makeTypesetter(), style: makeStyle())
  return (frame, MapReading(frame, sites: map.sites))
}

private let interview = MapDescription(sites: sites(towns.map(\.0)), tinted: ["KZ", "UZ"])

@Test func theTownsOfTheInterviewAreAllLabelledAndNothingTouches() throws {
  for size in [Size(325, 230), Size(230, 300), Size(493, 254), Size(520, 262)] {
    let (frame, reading) = try reading(interview, size)
    #expect(reading.labels.map(\.text) == towns.map(\.0))
    #expect(reading.dots.count == towns.count)
    for (index, box) in reading.boxes.enumerated() {
      #expect(Rect(size: size).contains(box), "\(size)")
      for other in reading.boxes.dropFirst(index + 1) {
        #expect(!box.overlaps(other, tolerance: 0.02), "\(size)")
      }
      for dot in reading.dots {
        #expect(box.distance(to: Point(dot.midX, dot.midY)) > dot.width / 2, "\(size)")
      }
    }
    #expect(frame.text.contains("KAZAKHSTAN") && frame.text.contains("UZBEKISTAN"))
  }
}

@Test func theDotsAreWithinAKilometreOfTheirTowns() throws {
  let size = Size(325, 230)
  let view = try chooseView(of: interview.sites.map(\.position), size: size)
  let dots = try reading(interview, size).reading.dots
  for (dot, site) in zip(dots, interview.sites) {
    let place = try #require(view.places(at: [Point(dot.midX, dot.midY)])[0])
    #expect(Geodesic.distance(from: place, to: site.position) < 1000, "\(site.label)")
  }
}

@Test func everyShapeEndsAtTheFrame() throws {
  for map in [interview, generatedMap(26), generatedMap(7)] {
    let size = Size(325, 230)
    for leaf in try reading(map, size).frame.leaves {
      guard case .shape = leaf.item, let bounds = leaf.bounds else { continue }
      #expect(Rect(size: size).contains(bounds, tolerance: 0.01))
    }
  }
}

/// 60 KB of a PDF are some 11,000 points.
@Test func aMapOfAnyScaleHasFewPoints() throws {
  for seed in [7, 13, 26, 39, 52, 5, 11] as [UInt64] {
    let frame = try reading(generatedMap(seed), Size(420, 300)).frame
    let points = frame.leaves.reduce(0) { sum, leaf in
      if case .shape(let path, _, _) = leaf.item { sum + path.elements.count } else { sum }
    }
    #expect(points < 11_000, "seed \(seed): \(points)")
  }
}

@Test func countriesAreNamedInTheMapsLanguage() throws {
  var map = MapDescription(sites: sites(["Tashkent", "Almaty"]), tinted: ["KZ", "UZ"])
  map.language = "ru-KZ"
  let text = try reading(map, Size(325, 230)).frame.text
  #expect(text.contains("КАЗАХСТАН") && text.contains("УЗБЕКИСТАН"))
}

@Test func aNameOfACountryLiesInItsCountry() throws {
  let (frame, _) = try reading(interview, Size(493, 254))
  let view = try chooseView(of: interview.sites.map(\.position), size: Size(493, 254))
  let ground = try Ground(fetch(view, from: atlas()), routes: [], in: view)
  let areas = AreaMap(of: ground, ink: SummedGrid(Grid<Float>(size: view.size, cell: 2, filled: 0)) { $0 })
  var named = 0
  for leaf in frame.leaves {
    guard case .text(let run) = leaf.item, let box = leaf.bounds,
      let index = ground.lands.firstIndex(where: { $0.country.names["en"]?.uppercased() == run.text })
    else { continue }
    named += 1
    for x in [box.minX + 1, box.midX, box.maxX - 1] {
      #expect(areas.area(at: Point(x, box.midY)) == index, "\(run.text)")
    }
  }
  #expect(named >= 6)
}

@Test func aRouteFollowsTheGreatCircle() throws {
  let stops = [GeoPoint(longitude: 10, latitude: 50), GeoPoint(longitude: 120, latitude: 50)]
  let sites = stops.map { MapDescription.Site(position: $0, label: "Stop") }
  let map = MapDescription(sites: sites, routes: [.init(stops: stops)])
  let view = try chooseView(of: stops, size: Size(420, 300))
  let ground = try Ground(MapData(), routes: map.routes, in: view)
  let middle = Geodesic.path(
    from: stops[0], to: stops[1], step: Geodesic.distance(from: stops[0], to: stops[1]) / 2)[1]
  let point = view.onFrame(middle)
  let nearest = ground.routes.flatMap {
    zip($0, $0.dropFirst()).map { squaredDistance(from: point, to: $0, $1) }
  }.min()
  #expect((nearest ?? .infinity).squareRoot() < 0.2)
}
