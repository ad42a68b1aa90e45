import Atlas
import Graphics
import MapGrammar
import TestSupport
import Testing

@testable import Maps

/// Without insets, which LayerTests look at.
private func reading(_ map: MapDescription, _ size: Size) throws -> (frame: Frame, reading: MapReading) {
  var map = map
  map.allowsInsets = false
  let frame = try drawMap(
    map, size: size, atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: makeStyle())
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
  let ground = try Ground(fetch(view, from: shippedAtlas()), routes: [], in: view)
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

/// Pages, half pages and slides.
@Test func noTwoTextsOnALineReadAsOne() throws {
  let names = Set(towns.map(\.0))
  for size in [Size(325, 230), Size(230, 300), Size(493, 254), Size(520, 262), Size(520, 290)] {
    let frame = try reading(interview, size).frame
    let texts = frame.leaves.compactMap { leaf -> (text: String, size: Double, box: Rect)? in
      guard case .text(let run) = leaf.item, let box = leaf.bounds else { return nil }
      return (run.text, run.fontSize, box)
    }
    for (index, a) in texts.enumerated() {
      for b in texts.dropFirst(index + 1)
      where abs(a.box.midY - b.box.midY) < 0.4 * min(a.box.height, b.box.height) {
        let gap = max(a.box.minX, b.box.minX) - min(a.box.maxX, b.box.maxX)
        let least = names.contains(a.text) && names.contains(b.text) ? 0.75 : 1.3
        #expect(gap >= least * min(a.size, b.size), "\(a.text) \(b.text) on \(size)")
      }
    }
  }
}

/// Two towns 14 km apart on a map of 2000 km: both dots are seen, parted by white.
@Test func dotsThatWouldTouchAreParted() throws {
  for size in [Size(325, 230), Size(493, 254), Size(520, 290)] {
    let reading = try reading(interview, size).reading
    let dots = ["Shymkent", "Sairam"].compactMap { name in
      interview.sites.firstIndex { $0.label == name }.map { reading.dots[$0] }
    }
    try #require(dots.count == 2)
    let apart =
      ((dots[0].midX - dots[1].midX) * (dots[0].midX - dots[1].midX)
      + (dots[0].midY - dots[1].midY) * (dots[0].midY - dots[1].midY)).squareRoot()
    // The later one does not reach past the middle of the other, and its white ring lies between them.
    #expect(apart > max(dots[0].width, dots[1].width) / 2, "\(size): \(apart), \(dots)")
    #expect(dots.allSatisfy { $0.width / 2 >= 0.69 * dotRadius(makeStyle().city, isNamed: true) })
  }
}

@Test func namesOfCountriesCanBeReadOnTheirTints() throws {
  let frame = try reading(interview, Size(493, 254)).frame
  let style = makeStyle()
  var named = 0
  for leaf in frame.leaves {
    guard case .text(let run) = leaf.item, let rank = ["KAZAKHSTAN", "UZBEKISTAN"].firstIndex(of: run.text)
    else { continue }
    named += 1
    #expect(run.color.contrast(with: style.tints[rank]) >= 4.5, "\(run.text)")
  }
  #expect(named == 2)
  let pale = color("#E08E45")
  #expect(legible(pale, on: color("#FBE6D2")).contrast(with: color("#FBE6D2")) >= 4.5)
  #expect(legible(.black, on: .white) == .black)
  // On a dark slide what is too dark becomes lighter.
  for ground in ["#0E2A22", "#1B1D3A", "#000000"].map(color) {
    let name = legible(color("#5C2A28"), on: ground)
    #expect(name.contrast(with: ground) >= 4.5 && name.luminance > ground.luminance)
  }
}

/// Light tints look like the sea: the coast of such a country is drawn in a colour of its own, far darker than both.
@Test func theCoastOfATintedCountryStandsOutFromTheSea() throws {
  let sites = [(-70.65, -33.46), (-70.31, -18.48)].map {
    Site(position: GeoPoint(longitude: $0.0, latitude: $0.1), label: "Town \($0.1)")
  }
  let map = MapDescription(sites: sites, tinted: ["CL"])
  let style = makeStyle()
  let frame = try reading(map, Size(325, 230)).frame
  let coasts = frame.leaves.compactMap { leaf -> Stroke? in
    guard case .shape(_, nil, let stroke?) = leaf.item else { return nil }
    let contrasts = [style.waterColor, style.tints[0]].map { stroke.color.contrast(with: $0) }
    return stroke.color != style.ink && stroke.color != style.boundaryColor
      && contrasts.allSatisfy { $0 > 2.5 }
      ? stroke : nil
  }
  #expect(!coasts.isEmpty)
}

@Test func theScaleBarCrossesNoText() throws {
  var bars = 0
  for seed in [0, 2, 3, 5, 8, 11, 17, 22] as [UInt64] {
    let map = seed == 0 ? interview : generatedMap(seed)
    for size in [Size(230, 300), Size(420, 300)] {
      guard let frame = try? reading(map, size).frame else { continue }
      let texts = frame.leaves.compactMap { leaf -> Rect? in
        if case .text = leaf.item { leaf.bounds } else { nil }
      }
      for leaf in frame.leaves {
        guard case .shape(let path, nil, let stroke?) = leaf.item, path.elements.count == 6,
          stroke.color == makeStyle().ink, let bar = leaf.bounds
        else { continue }
        bars += 1
        for text in texts { #expect(!text.overlaps(bar, tolerance: 0.02), "seed \(seed), \(size)") }
      }
    }
  }
  #expect(bars > 6)
}

@Test func aRouteFollowsTheGreatCircle() throws {
  let stops = [GeoPoint(longitude: 10, latitude: 50), GeoPoint(longitude: 120, latitude: 50)]
  let sites = stops.map { Site(position: $0, label: "Stop") }
  let map = MapDescription(sites: sites, routes: [.init(stops: stops)])
  let view = try chooseView(of: stops, size: Size(420, 300))
  let ground = try Ground(MapData(), routes: map.routes, in: view)
  let middle = Geodesic.path(
    from: stops[0], to: stops[1], step: Geodesic.distance(from: stops[0], to: stops[1]) / 2)[1]
  let point = view.onFrame(middle)
  let nearest = ground.routes.flatMap {
    zip($0.points, $0.points.dropFirst()).map { squaredDistance(from: point, to: $0, $1) }
  }.min()
  #expect((nearest ?? .infinity).squareRoot() < 0.2)
}
