import Atlas
import Graphics
import MapGrammar
import TestSupport
import Testing
import Typesetting

@testable import Maps

private func place(_ longitude: Double, _ latitude: Double) -> GeoPoint {
  GeoPoint(longitude: longitude, latitude: latitude)
}

private func site(_ label: String, _ longitude: Double, _ latitude: Double) -> Site {
  Site(position: place(longitude, latitude), label: label)
}

private func drawn(_ map: MapDescription, _ size: Size) throws -> Frame {
  try drawMap(map, size: size, atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: makeStyle())
}

/// Maps with crowds: a few towns far apart, some of them with many others around.
private func crowdedMap(_ seed: UInt64) -> MapDescription {
  var generator = SplitMix64(state: seed)
  let reach = seed % 3 == 0 ? 150.0 : seed % 3 == 1 ? 40 : 8
  let middle = (generator.unit() * 240 - 120, generator.unit() * 90 - 40)
  var sites: [Site] = []
  for hub in 0..<5 {
    let (x, y) = (
      middle.0 + (generator.unit() - 0.5) * reach, middle.1 + (generator.unit() - 0.5) * min(reach, 60)
    )
    let crowd = hub == 0 ? 5 + Int(generator.next() % 6) : hub == 1 ? 2 : 1
    for town in 0..<crowd {
      let (dx, dy) = ((generator.unit() - 0.5) * reach / 12, (generator.unit() - 0.5) * reach / 16)
      sites.append(site("Town \(hub)\(town)", wrap(x + dx), max(-75, min(80, y + dy))))
    }
  }
  return MapDescription(sites: sites)
}

@Test func insetsLieInTheFrameAndCoverNoDotNoRouteAndNoLandOfAWorldMap() throws {
  let atlas = try shippedAtlas()
  var (magnified, world) = (0, 0)
  for seed in 1...90 as ClosedRange<UInt64> {
    var map = crowdedMap(seed)
    let ends = [map.sites.first, map.sites.last].compactMap { $0?.position }
    if seed % 4 == 0 { map.routes = [.init(stops: ends)] }
    let size = [Size(493, 260), Size(325, 230), Size(420, 300)][Int(seed / 3 % 3)]
    let view = try chooseView(of: map.positions, size: size, ways: map.ways)
    let setting = try insetSetting(of: map, in: view, atlas)
    let insets = try placeInsets(setting)
    for inset in insets {
      #expect(view.rect.insetBy(4.9).contains(inset.rect), "seed \(seed)")
      for dot in setting.marks.dots {
        #expect(inset.rect.distance(to: dot.center) > dot.radius + 4, "seed \(seed)")
      }
      for line in setting.ground.routes {
        for (start, end) in zip(line.points, line.points.dropFirst()) {
          #expect(!Leader(start: start, end: end).touches(inset.rect), "seed \(seed)")
        }
      }
      if let outline = inset.outline {
        magnified += 1
        #expect(!outline.overlaps(inset.rect), "seed \(seed)")
        #expect(view.rect.contains(outline, tolerance: 0.1), "seed \(seed)")
      }
      if view.isWorld { world += 1 }
      expectWater(under: inset.rect, setting, "seed \(seed)")
    }
    for (index, inset) in insets.enumerated() {
      for other in insets[..<index] { #expect(!inset.rect.overlaps(other.rect), "seed \(seed)") }
    }
  }
  #expect(magnified > 30 && world > 3, "\(magnified) \(world)")
}

/// On a map of the world an inset lies in the open sea, or wholly on the paper beside the globe.
private func expectWater(under rect: Rect, _ setting: InsetSetting, _ name: Comment) {
  guard setting.view.isWorld else { return }
  let globe = setting.ground.globe.map {
    $0.reduce(into: Path()) { $0.append(.polyline($1[0], closed: true)) }
  }
  var (land, paper, count) = (0, 0, 0)
  for x in stride(from: rect.minX, through: rect.maxX, by: 4) {
    for y in stride(from: rect.minY, through: rect.maxY, by: 4) {
      count += 1
      if setting.areas.area(at: Point(x, y)) != nil { land += 1 }
      if globe?.contains(Point(x, y)) == false { paper += 1 }
    }
  }
  #expect(Double(land) < 0.15 * Double(count), name)
  #expect(paper == 0 || paper == count, name)
}

@Test func noLabelOfTheMapTouchesAnInsetOrWhatItShows() throws {
  let atlas = try shippedAtlas()
  var count = 0
  for seed in 1...45 as ClosedRange<UInt64> {
    let map = crowdedMap(seed)
    let size = [Size(493, 260), Size(325, 230)][Int(seed % 2)]
    let view = try chooseView(of: map.positions, size: size)
    let setting = try insetSetting(of: map, in: view, atlas)
    let frame = try drawMap(
      map, size: size, atlas: atlas, typesetter: shippedTypesetter(), style: makeStyle())
    // Insets are groups that clip; where labels needed their room there are none.
    let shown = frame.items.compactMap { item -> Rect? in
      guard case .group(let inner, _) = item.item, inner.clips else { return nil }
      return Rect(origin: item.origin, size: inner.size)
    }
    for inset in try placeInsets(setting) where shown.contains(inset.rect) {
      count += 1
      for (text, box) in texts(frame) where !inset.rect.contains(box, tolerance: 0.5) {
        #expect(!inset.rect.overlaps(box), "seed \(seed): \(text)")
        if let outline = inset.outline {
          #expect(!outline.overlaps(box, tolerance: 0.05), "seed \(seed): \(text)")
        }
      }
    }
    for site in map.sites { #expect(texts(frame).contains { $0.text == site.label }, "seed \(seed)") }
  }
  #expect(count > 15)
}

@Test func theMostCrowdedGroupIsMagnified() throws {
  // A pair in the west, five towns in the east.
  var sites = [site("West 1", 60, 45), site("West 2", 60.1, 45.05)]
  sites += (0..<5).map { site("East \($0)", 80 + 0.22 * Double($0), 45 + 0.2 * Double($0 % 2)) }
  let map = MapDescription(sites: sites)
  let view = try chooseView(of: map.positions, size: Size(493, 260))
  let setting = try insetSetting(of: map, in: view, shippedAtlas())
  let inset = try #require(try placeInsets(setting).first { $0.outline != nil })
  #expect(inset.silenced == [2, 3, 4, 5, 6])
}

@Test func townsThatLieOnEachOtherAreMagnifiedRatherThanOnesThatTouch() throws {
  // Both pairs have room; the eastern one is a spot on the map, the western one two dots side by side.
  let map = MapDescription(
    sites: [
      site("West 1", 60, 45), site("West 2", 60.3, 45), site("East 1", 80, 45), site("East 2", 80.06, 45.04),
    ])
  let view = try chooseView(of: map.positions, size: Size(493, 260))
  let setting = try insetSetting(of: map, in: view, shippedAtlas())
  #expect(setting.marks.dots.map(\.twins.isEmpty) == [true, true, false, false])
  let inset = try #require(try placeInsets(setting).first { $0.outline != nil })
  #expect(inset.silenced == [2, 3])
}

/// So that the two are seen to belong together.
@Test func aLineTiesAnInsetToWhatItShowsAndNoNameStandsOnIt() throws {
  let map = MapDescription(sites: sites(towns.map(\.0)), tinted: ["KZ", "UZ"])
  let size = Size(493, 290)
  let view = try chooseView(of: map.positions, size: size)
  let setting = try insetSetting(of: map, in: view, shippedAtlas())
  let inset = try #require(try placeInsets(setting).first { $0.outline != nil })
  let outline = try #require(inset.outline)
  let frame = try drawMap(
    map, size: size, atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: makeStyle())
  let ties = frame.leaves.compactMap { leaf -> Leader? in
    guard case .shape(let path, nil, let stroke?) = leaf.item, stroke.width == 0.35, path.elements.count == 2,
      case .move(let start) = path.elements[0], case .line(let end) = path.elements[1]
    else { return nil }
    return Leader(start: start, end: end)
  }
  #expect(!ties.isEmpty)
  for tie in ties {
    #expect(tie.touches(outline.insetBy(-0.1)) && tie.touches(inset.rect.insetBy(-0.1)))
    #expect(!tie.touches(outline.insetBy(0.2)) && !tie.touches(inset.rect.insetBy(0.2)))
    for (text, box) in texts(frame) { #expect(!tie.touches(box.insetBy(0.1)), "\(text)") }
  }
  // Two pairs, each of which is seen as two dots: they stay on the map as well.
  #expect(!inset.hidesDots && MapReading(frame, sites: map.sites).dots.count == 12 + inset.silenced.count)
}

@Test func namesInAnInsetAreAsLargeAsOnTheMap() throws {
  let atlas = try shippedAtlas()
  var count = 0
  for seed in 1...45 as ClosedRange<UInt64> {
    let map = crowdedMap(seed)
    let view = try chooseView(of: map.positions, size: Size(493, 260))
    for inset in try placeInsets(insetSetting(of: map, in: view, atlas)) {
      for leaf in inset.frame.leaves {
        guard case .text(let run) = leaf.item, map.sites.contains(where: { $0.label == run.text }) else {
          continue
        }
        count += 1
        #expect(run.fontSize >= 0.85 * makeStyle().otherCity.size, "seed \(seed): \(run.text)")
      }
    }
  }
  #expect(count > 40)
}

@Test func aCrowdThatFarTownsMakeSmallIsShownInAnInset() throws {
  var sites = (0..<12).map { index in
    site("Town \(index)", 33 + 0.9 * Double(index % 4), -4 + 0.9 * Double(index / 4))
  }
  sites += [site("London", -0.1, 51.5), site("Rome", 12.5, 41.9)]
  let map = MapDescription(sites: sites)
  let size = Size(493, 355)
  let view = try chooseView(of: map.positions, size: size)
  let setting = try insetSetting(of: map, in: view, shippedAtlas())
  let inset = try #require(try placeInsets(setting).first { $0.outline != nil })
  #expect(inset.silenced.count == 12)
  let frame = try drawMap(
    map, size: size, atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: makeStyle())
  for site in sites { #expect(texts(frame).filter { $0.text == site.label }.count == 1, "\(site.label)") }
  // Their dots stand in the inset only, where each is seen for itself.
  #expect(MapReading(frame, sites: sites).dots.count == 14)
}

/// As on a card: 50 × 40 mm.
@Test func aSmallMapHasNoInsets() throws {
  for count in 1...8 {
    let sites = towns.prefix(count).map { site($0.0, $0.1, $0.2) }
    let map = MapDescription(sites: sites)
    let view = try chooseView(of: map.positions, size: Size(141.7, 113.4))
    #expect(try placeInsets(insetSetting(of: map, in: view, shippedAtlas())).isEmpty, "\(count)")
  }
}

@Test func aRouteSaysItsDistanceOnceBesideItsInset() throws {
  var map = MapDescription(sites: sites(["Shymkent", "Sairam", "Samarkand", "Taraz"]))
  map.routes = [.init(stops: [map.sites[2].position, map.sites[0].position, map.sites[3].position])]
  let frame = try drawMap(
    map, size: Size(420, 300), atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: makeStyle())
  #expect(texts(frame).filter { $0.text.contains("≈") }.count == 1)
}

// MARK: Locators

@Test func aLocatorShowsACoastThatIsKnown() throws {
  // Fiji, Tashkent, Nairobi, the Marquesas.
  for (longitude, latitude) in [(178.0, -17.8), (69.2, 41.3), (36.8, -1.3), (-139.5, -9.5)] {
    let map = MapDescription(sites: [site("Town", longitude, latitude)])
    let view = try chooseView(of: map.positions, size: Size(325, 230))
    let setting = try insetSetting(of: map, in: view, shippedAtlas())
    let frame = try #require(try locator(setting, size: Size(60, 60)))
    let land = frame.leaves.compactMap { leaf -> Rect? in
      guard case .shape(_, .solid(makeStyle().landColor)?, nil) = leaf.item else { return nil }
      return leaf.bounds
    }.first
    #expect((land?.width ?? 0) > 30 && (land?.height ?? 0) > 20, "\(longitude)")
  }
}

@Test func namesInALocatorAreInFullType() throws {
  let map = MapDescription(sites: [site("Town", -48, -16)])
  let view = try chooseView(of: map.positions, size: Size(325, 300))
  let setting = try insetSetting(of: map, in: view, shippedAtlas())
  let frame = try #require(try locator(setting, size: Size(84, 84)))
  let names = texts(frame)
  #expect(names.contains { $0.text == "BRAZIL" })
  for leaf in frame.leaves {
    if case .text(let run) = leaf.item { #expect(run.fontSize >= makeStyle().leastType) }
  }
}

// MARK: Twins

@Test func townsThatTheScaleCantPartAreTheHalvesOfOneDot() throws {
  let sites = [
    site("Brazzaville", 15.27, -4.26), site("Kinshasa", 15.31, -4.33), site("Kisangani", 25.19, 0.52),
    site("Lubumbashi", 27.48, -11.66),
  ]
  var map = MapDescription(sites: sites)
  map.allowsInsets = false
  let view = try chooseView(of: map.positions, size: Size(235, 200))
  let marks = Marks(of: map, in: view, style: makeStyle())
  #expect(marks.dots[0].twins == [marks.dots[1].center] && marks.dots[2].twins.isEmpty)
  // Each on its own side of the line half-way between them, and both as much as half a dot.
  let halves = marks.dots.prefix(2).map { $0.cutOffTwins(gap: 0.3) }
  let (a, b) = (marks.dots[0].center, marks.dots[1].center)
  func distance(_ a: Point, _ b: Point) -> Double { Rect(origin: a, size: .zero).distance(to: b) }
  for point in halves[0] { #expect(distance(point, a) < distance(point, b)) }
  for point in halves[1] { #expect(distance(point, b) < distance(point, a)) }
  for (half, dot) in zip(halves, marks.dots) {
    #expect(abs(signedArea(of: half)) > 0.35 * .pi * dot.radius * dot.radius)
    // Nothing is moved: the outline is that of a dot at the town.
    for point in half { #expect(distance(point, dot.center) < dot.radius + 1e-9) }
  }
}

private let interview = MapDescription(sites: sites(towns.map(\.0)), tinted: ["KZ", "UZ"])

@Test func closePlacesAreTakenApartInAnInset() throws {
  let size = Size(493, 254)
  let view = try chooseView(of: interview.positions, size: size)
  let setting = try insetSetting(of: interview, in: view, shippedAtlas())
  let (marks, insets) = (setting.marks, try placeInsets(setting))
  let inset = try #require(insets.first)
  #expect(view.rect.contains(inset.rect))
  // Over no town, and not over what it shows.
  for dot in marks.dots { #expect(inset.rect.distance(to: dot.center) > dot.radius) }
  #expect(inset.outline.map { !$0.overlaps(inset.rect) } == true)
  // The pair is told apart in it, with a scale bar of its own.
  let words = texts(inset.frame).map(\.text)
  #expect(words.contains("Shymkent") && words.contains("Sairam") && words.contains { $0.hasSuffix(" km") })
  // All that the inset shows is named there and not on the large map.
  let outline = try #require(inset.outline)
  for (index, dot) in marks.dots.enumerated() {
    #expect(inset.silenced.contains(index) == (outline.distance(to: dot.center) == 0), "\(dot.site.label)")
  }
  // On the whole map each town is named, and nothing stands on anything else.
  let found = texts(try drawn(interview, size))
  for town in towns { #expect(found.contains { $0.text == town.0 }, "\(town.0)") }
  for (index, a) in found.enumerated() {
    for b in found.dropFirst(index + 1) { #expect(!a.box.overlaps(b.box, tolerance: 0.05), "\(a) \(b)") }
  }
}

@Test func aSmallViewSaysWhereItLies() throws {
  let map = MapDescription(sites: sites(["Tashkent", "Samarkand"]), tinted: ["KZ", "UZ"])
  let size = Size(325, 230)
  var without = map
  without.allowsInsets = false
  let (with, plain) = (try drawn(map, size), try drawn(without, size))
  #expect(with.leaves.count > plain.leaves.count)
  // A large view needs none.
  var large = MapDescription(sites: sites(["Astana", "Bukhara"]))
  let shown = try drawn(large, size)
  large.allowsInsets = false
  #expect(shown == (try drawn(large, size)))
}

@Test func noInsetStandsOnALabelOrADotOfGeneratedMaps() throws {
  var count = 0
  for seed in 1...60 as ClosedRange<UInt64> {
    let map = generatedMap(seed)
    let size = [Size(325, 230), Size(493, 254)][Int(seed % 2)]
    guard let frame = try? drawn(map, size) else { continue }
    // The box around a river's slanting name says little; what such names keep off is tested with them.
    let turned = frame.leaves.compactMap { leaf -> Rect? in
      guard case .text(let run) = leaf.item, !run.turns.isEmpty else { return nil }
      return leaf.bounds
    }
    let labels = texts(frame).filter { !turned.contains($0.box) }
    for (index, a) in labels.enumerated() {
      for b in labels.dropFirst(index + 1) {
        #expect(!a.box.overlaps(b.box, tolerance: 0.05), "seed \(seed): \(a) \(b)")
      }
    }
    for site in map.sites where !labels.contains(where: { $0.text == site.label }) {
      Issue.record("seed \(seed): \(site.label) is not named")
    }
    count += 1
  }
  #expect(count > 50)
}

@Test func aLocatorShowsACoast() throws {
  // Rarotonga: for 2400 km around there is only sea.
  let map = MapDescription(
    sites: [.init(position: GeoPoint(longitude: -159.8, latitude: -21.2), label: "Avarua")])
  let frame = try drawn(map, Size(325, 230))
  // Insets are groups that clip.
  let insets = frame.items.compactMap { item -> Frame? in
    guard case .group(let inner, _) = item.item, inner.clips else { return nil }
    return inner
  }
  #expect(insets.count == 1)
  for inset in insets {
    let land = inset.leaves.contains { leaf in
      guard case .shape(_, .solid(let color)?, _) = leaf.item, let bounds = leaf.bounds else { return false }
      return color == makeStyle().landColor && bounds.width * bounds.height > 0.02 * 60 * 60
    }
    #expect(land)
  }
}
