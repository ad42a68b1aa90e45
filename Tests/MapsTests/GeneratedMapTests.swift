import Atlas
import Diagnostics
import Graphics
import Testing
import Typesetting

@testable import Maps

private let sizes = [Size(325, 230), Size(230, 300), Size(420, 300)]

@Test func noLabelTouchesAnotherADotOrTheFrame() throws {
  let typesetter = try makeTypesetter()
  var refused: [UInt64] = []
  for seed in 1...500 as ClosedRange<UInt64> {
    let map = generatedMap(seed)
    let size = sizes[Int(seed) % sizes.count]
    let view = try chooseView(of: map.sites.map(\.position), size: size)
    guard
      let frame = try? draw(map, view: view, data: MapData(), typesetter: typesetter, style: makeStyle())
    else {
      refused.append(seed)
      continue
    }
    let reading = MapReading(frame, sites: map.sites)

    #expect(reading.labels.map(\.text).sorted() == map.sites.map(\.label).sorted(), "seed \(seed)")
    #expect(reading.dots.count == map.sites.count, "seed \(seed)")
    for (index, box) in reading.boxes.enumerated() {
      #expect(Rect(size: size).contains(box), "seed \(seed): \(box)")
      for other in reading.boxes.dropFirst(index + 1) {
        #expect(!box.overlaps(other, tolerance: 0.02), "seed \(seed)")
      }
      for dot in reading.dots {
        let center = Point(dot.midX, dot.midY)
        #expect(box.distance(to: center) > dot.width / 2, "seed \(seed): \(box) on the dot at \(center)")
      }
    }
  }
  // Very few, forty places crowded at a pole on the narrowest frame, find no room: they say so instead of overlapping.
  #expect(refused.count <= 3, "\(refused)")
}

@Test func theSameMapComesOutTheSame() throws {
  let map = generatedMap(5)
  let view = try chooseView(of: map.sites.map(\.position), size: sizes[0])
  let frames = try (0..<2).map { _ in
    try draw(map, view: view, data: MapData(), typesetter: makeTypesetter(), style: makeStyle())
  }
  #expect(frames[0] == frames[1])
}

@Test func moreLabelsThanAMapCanHoldAreAnError() throws {
  let sites = (0..<120).map { index in
    MapDescription.Site(position: GeoPoint(longitude: 10, latitude: 10), label: "A long name \(index)")
  }
  let typesetter = try makeTypesetter()
  let view = try chooseView(of: sites.map(\.position), size: Size(120, 120))
  let error = #expect(throws: DiagnosticError.self) {
    try draw(
      MapDescription(sites: sites), view: view, data: MapData(), typesetter: typesetter, style: makeStyle())
  }
  #expect(
    error?.diagnostics.first?.message == "A map of 120 × 120 pt has no room for the labels of 120 places")
}
