import Atlas
import Diagnostics
import Graphics
import MapGrammar
import Testing

@testable import Maps

private let page = Size(325, 230)

private func place(_ longitude: Double, _ latitude: Double) -> GeoPoint {
  GeoPoint(longitude: longitude, latitude: latitude)
}

@Test func everyPlaceLiesOnTheFrameWithRoomAroundIt() throws {
  for seed in 1...200 as ClosedRange<UInt64> {
    let places = generatedMap(seed).sites.map(\.position)
    for size in [page, Size(230, 300), Size(700, 200)] {
      let view = try chooseView(of: places, size: size)
      for place in places {
        let point = view.onFrame(place)
        #expect(view.rect.insetBy(8).distance(to: point) == 0, "seed \(seed), \(place)")
      }
    }
  }
}

@Test func aPlaceOnTheFrameLeadsBackToTheGlobe() throws {
  let view = try chooseView(of: [place(179, -17), place(-178, -18)], size: page)
  let back = try #require(view.places(at: [view.onFrame(place(-179.5, -17.5))])[0])
  #expect(Geodesic.distance(from: back, to: place(-179.5, -17.5)) < 0.01)
}

@Test func aSinglePlaceIsShownWithItsRegion() throws {
  let view = try chooseView(of: [place(69.2163, 41.2646)], size: page)
  #expect(abs(view.kilometresPerPoint * page.height - 250) < 2.5)
  #expect(abs(view.onFrame(place(69.2163, 41.2646)).x - 162.5) < 0.01)
}

@Test func theBoxOfAViewHoldsEveryPointOfTheFrame() throws {
  for seed in 1...100 as ClosedRange<UInt64> {
    let view = try chooseView(of: generatedMap(seed).sites.map(\.position), size: page)
    for x in stride(from: 0, through: page.width, by: 13) {
      for y in stride(from: 0, through: page.height, by: 11.5) {
        guard let place = view.places(at: [Point(x, y)])[0] else { continue }
        let longitude = view.projection.unwrap(place.longitude)
        #expect(longitude >= view.box.west - 1e-6 && longitude <= view.box.east + 1e-6, "seed \(seed)")
        #expect(place.latitude >= view.box.south && place.latitude <= view.box.north, "seed \(seed)")
      }
    }
  }
}

@Test func theProjectionFitsWhatIsShown() throws {
  func kind(_ places: GeoPoint...) throws -> Projection.Kind {
    try chooseView(of: places, size: page).projection.kind
  }
  guard case .conic(_, let south, let north) = try kind(place(71.4, 51.2), place(69.2, 41.3)) else {
    Issue.record("Astana and Tashkent ask for a conic projection")
    return
  }
  #expect(south > 40 && south < north && north < 53)
  guard case .azimuthal = try kind(place(30, 0), place(32, 1)) else {
    Issue.record("places at the equator ask for an azimuthal projection")
    return
  }
  guard case .azimuthal = try kind(place(30, 88), place(-150, 85)) else {
    Issue.record("places around the pole ask for an azimuthal projection")
    return
  }
  #expect(try kind(place(-120, 40), place(140, 35), place(20, -30)) == .world(longitude: 11))
}

@Test func aWorldViewIsCutWhereNoPlaceIs() throws {
  let places = [place(-170, -14), place(-100, 40), place(100, 10), place(-30, 0), place(170, -40)]
  let view = try chooseView(of: places, size: page)
  for place in places {
    #expect(abs((place.longitude - view.projection.centralMeridian).remainder(dividingBy: 360)) < 150)
  }
}

@Test func aMapWithoutPlacesSaysSo() {
  let error = #expect(throws: DiagnosticError.self) { try chooseView(of: [], size: page) }
  #expect(
    error?.diagnostics.first?.message == "A map needs at least one place")
}

@Test func aPlaceOffTheGlobeSaysSo() {
  let error = #expect(throws: DiagnosticError.self) { try chooseView(of: [place(10, 91)], size: page) }
  #expect(
    error?.diagnostics.first?.message == "A place on the map has a latitude or longitude that doesn't exist")
}

@Test func aFrameTooSmallForAMapSaysSo() {
  let error = #expect(throws: DiagnosticError.self) { try chooseView(of: [place(0, 0)], size: Size(50, 200)) }
  #expect(
    error?.diagnostics.first?.message == "A map of 50 × 200 pt is too small to be read")
}

/// A small map beside a list: the places fill the middle of it, and not a third.
@Test func placesFillTheMiddleOfASmallFrame() throws {
  let places = sites(["Astana", "Shymkent", "Tashkent", "Almaty"]).map(\.position)
  for size in [Size(172, 81), Size(172, 113), Size(360, 107), Size(140, 100)] {
    let view = try chooseView(of: places, size: size)
    let points = places.map(view.onFrame)
    let (tall, wide) = (
      (points.map(\.y).max() ?? 0) - (points.map(\.y).min() ?? 0),
      (points.map(\.x).max() ?? 0) - (points.map(\.x).min() ?? 0)
    )
    #expect(max(tall / size.height, wide / size.width) > 0.6, "\(size)")
  }
}

@Test func countriesThatFrameAMapNeedLittleRoomAndPlacesMore() throws {
  let places = [place(69, 41), place(71, 51)]
  let framing = [place(68, 44), place(72, 46)]
  let size = Size(200, 200)
  let alone = try chooseView(of: places, size: size)
  let both = try chooseView(of: places, framing: framing, size: size)
  // What lies among the places changes nothing.
  #expect(abs(alone.scale - both.scale) < 1e-3 * alone.scale)
  let wide = try chooseView(of: places, framing: [place(55, 46), place(85, 46)], size: size)
  for point in [place(55, 46), place(85, 46)].map(wide.onFrame) {
    #expect(wide.rect.insetBy(7.5).distance(to: point) == 0 && wide.rect.insetBy(20).distance(to: point) > 0)
  }
}

@Test func aWorldViewOfThePacificIsCutFarFromIt() throws {
  let rim = [place(139.7, 35.7), place(151.2, -33.9), place(174.8, -36.8), place(-118.2, 34.1)]
  for extent in [nil, MapDescription.Extent.world] {
    let view = try chooseView(of: rim, size: page, extent: extent, radius: 20)
    for place in rim {
      #expect(abs((place.longitude - view.projection.centralMeridian).remainder(dividingBy: 360)) < 60)
      #expect(view.rect.insetBy(20).distance(to: view.onFrame(place)) == 0)
    }
  }
  let shaded = try chooseView(of: [], size: page, extent: .world, middles: rim)
  #expect(abs((shaded.projection.centralMeridian + 170).remainder(dividingBy: 360)) < 20)
}

@Test func placesFarApartAreSeenAsNearAsTheyAllow() throws {
  let rim = [place(139.69, 35.69), place(151.21, -33.87), place(-70.65, -33.46), place(172.64, -43.53)]
  let size = Size(493, 260)
  let (part, whole) = (
    try chooseView(of: rim, size: size), try chooseView(of: rim, size: size, extent: .world)
  )
  #expect(part.scale > 1.5 * whole.scale)
  for place in rim { #expect(part.rect.insetBy(18).distance(to: part.onFrame(place)) < 1e-9) }
  // Where they span nearly all of it, the globe is not cut into for a little nearness.
  let all = rim + [place(-0.12, 51.5), place(18.42, -33.9), place(15.6, 78.2), place(-150, 61)]
  let every = try chooseView(of: all, size: size)
  #expect(abs(every.scale / whole.scale - 1) < 1e-9)
}

@Test func twoTownsThatFaceEachOtherAreSeenNearerThanOneAlone() throws {
  let size = Size(230, 230)
  func across(_ places: [GeoPoint]) throws -> Double {
    try chooseView(of: places, size: size).kilometresPerPoint * size.width
  }
  let (brazzaville, kinshasa) = (place(15.27, -4.26), place(15.31, -4.33))
  #expect(abs(try across([kinshasa]) - 250) < 2.5)
  #expect(abs(try across([brazzaville, kinshasa]) - 125) < 2)
  // Farther apart they need what they span.
  #expect(try across([place(69.6, 42.3), place(69.2, 41.3)]) > 249)
}

@Test func noCountryStandsOnItsHeadWhereThePoleLiesBetweenPlaces() throws {
  let across = [place(37.6, 55.8), place(-77, 38.9), place(131.9, 43.1), place(-149.9, 61.2)]
  let view = try chooseView(of: across, size: page)
  #expect(view.isWorld)
  for place in across {
    let north = view.onFrame(GeoPoint(longitude: place.longitude, latitude: place.latitude + 0.5))
    let here = view.onFrame(place)
    // Equal Earth leans by 54° in Alaska, at its edge.
    #expect(here.y > north.y && abs(north.x - here.x) < 1.5 * (here.y - north.y), "\(place)")
  }
  // Asked for, and around the pole itself, it stays azimuthal.
  #expect(try chooseView(of: across, size: page, projection: .azimuthal).projection.isAzimuthal)
  let arctic = [place(18.9, 69.6), place(-156.8, 71.3), place(128.9, 71.6)]
  #expect(try chooseView(of: arctic, size: page).projection.isAzimuthal)
}

extension Projection {
  fileprivate var isAzimuthal: Bool { if case .azimuthal = kind { true } else { false } }
}
