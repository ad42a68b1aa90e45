import Atlas
import Graphics
import MapGrammar
import TestSupport
import Testing

@testable import Maps

@Test func theScaleBarIsTrueAtTheMapsCentre() throws {
  for seed in 1...200 as ClosedRange<UInt64> {
    let view = try chooseView(of: generatedMap(seed).sites.map(\.position), size: Size(325, 230))
    guard !view.isWorld else { continue }
    let bar = ScaleBar(for: view)
    let (x, y) = (view.size.width / 2, view.size.height / 2)
    let ends = view.places(at: [Point(x - bar.length / 2, y), Point(x + bar.length / 2, y)])
    let metres = Geodesic.distance(from: try #require(ends[0]), to: try #require(ends[1]))
    #expect(abs(metres / 1000 / bar.distance - 1) < 0.001, "seed \(seed)")
    #expect(bar.length > 30 && bar.length < 90, "seed \(seed)")
    let first = "\(Int(bar.distance))".first
    #expect(first == "1" || first == "2" || first == "5")
  }
}

@Test func theScaleBarKeepsClearOfDots() {
  let ink = SummedGrid(Grid<Float>(size: Size(300, 200), cell: 2, filled: 0)) { $0 }
  let frame = Rect(size: Size(300, 200))
  let free = placeScaleBar(Size(80, 9), dots: [Point(280, 20)], radius: 2, ink: ink, frame: frame)
  #expect(free?.minX == 7 && free?.maxY == 193)
  let moved = placeScaleBar(Size(80, 9), dots: [Point(20, 190)], radius: 2, ink: ink, frame: frame)
  #expect(moved.map { $0.distance(to: Point(20, 190)) > 5 } == true)
}

@Test func theScaleBarStandsOnNoLineWhereThereIsRoomBesideIt() throws {
  var grid = Grid<Float>(size: Size(300, 200), cell: 2, filled: 0)
  // A boundary through the lower left corner, one through the upper.
  grid.set([Point(40, 0), Point(40, 200)], to: 1)
  let ink = SummedGrid(grid) { $0 }
  let box = try #require(
    placeScaleBar(Size(80, 9), dots: [], radius: 2, ink: ink, frame: Rect(size: Size(300, 200))))
  #expect(box.minX > 42)
}

/// Across 120° of the globe lengths differ by a seventh and more, and beyond the globe's edge there are none.
@Test func aMapOfHalfTheGlobeHasNoScaleBar() throws {
  let typesetter = try shippedTypesetter()
  let maps = [
    ([(-178.0, -18.0), (-118, 34)], false), ([(139.7, 35.7), (177.4, -17.8), (-70.7, -33.4)], false),
    ([(71.4, 51.2), (69.2, 41.3)], true),
  ]
  for (places, isNear) in maps {
    let points = places.map { GeoPoint(longitude: $0.0, latitude: $0.1) }
    let map = MapDescription(sites: points.map { .init(position: $0, label: "Town") })
    let view = try chooseView(of: points, size: Size(352, 205))
    let frame = try drawAll(map, view: view, data: MapData(), typesetter: typesetter, style: makeStyle())
    #expect(frame.text.contains("km") == isNear)
  }
}
