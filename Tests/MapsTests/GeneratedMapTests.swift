import Atlas
import Diagnostics
import Graphics
import MapGrammar
import TestSupport
import Testing
import Typesetting

@testable import Maps

private let sizes = [Size(325, 230), Size(230, 300), Size(420, 300)]

@Test func noLabelTouchesAnotherADotOrTheFrameOrIsTakenForAnothers() throws {
  let typesetter = try shippedTypesetter()
  var refused: [UInt64] = []
  for seed in 1...500 as ClosedRange<UInt64> {
    let map = generatedMap(seed)
    let size = sizes[Int(seed) % sizes.count]
    let view = try chooseView(of: map.sites.map(\.position), size: size)
    guard
      let frame = try draw(
        map, view: view, data: MapData(), typesetter: typesetter, style: makeStyle(), withoutRoom: .notAllowed
      )?.map.frame
    else {
      refused.append(seed)
      continue
    }
    let reading = MapReading(frame, sites: map.sites)
    expectClearLabels(of: map, in: view, reading, frame, "seed \(seed)")
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

/// Each label is nearer to its own dot than to any other, or a line leads to it.
private func expectClearLabels(
  of map: MapDescription, in view: View, _ reading: MapReading, _ frame: Frame, _ name: Comment
) {
  let lines = frame.leaves.compactMap { leaf -> Point? in
    guard case .shape(let path, nil, .some) = leaf.item, path.elements.count == 2,
      case .move(let start) = path.elements[0]
    else { return nil }
    return start
  }
  func nearest(_ point: Point) -> Rect? {
    reading.dots.min {
      Rect(center: point, radius: 0).distance(to: Point($0.midX, $0.midY))
        < Rect(center: point, radius: 0).distance(to: Point($1.midX, $1.midY))
    }
  }
  for site in map.sites {
    let center = view.onFrame(site.position)
    guard let own = nearest(center), let box = reading.labels.first(where: { $0.text == site.label })?.box,
      !lines.contains(where: { own.insetBy(-0.6).distance(to: $0) == 0 })
    else { continue }
    let distance = box.distance(to: center) - own.width / 2
    for other in map.sites where other != site {
      let point = view.onFrame(other.position)
      // What lies on one spot nothing can tell apart.
      if Rect(center: point, radius: 0).distance(to: center) < 1.2 { continue }
      let radius = (nearest(point)?.width ?? 0) / 2
      #expect(box.distance(to: point) - radius > distance, name)
    }
  }
}

@Test func theSameMapComesOutTheSame() throws {
  let map = generatedMap(5)
  let view = try chooseView(of: map.sites.map(\.position), size: sizes[0])
  let frames = try (0..<2).map { _ in
    try drawAll(map, view: view, data: MapData(), typesetter: shippedTypesetter(), style: makeStyle())
  }
  #expect(frames[0] == frames[1])
}

@Test func aMapOfWhichNotAllLabelsHaveRoomIsNotDrawnWhereAllMust() throws {
  let sites = (0..<120).map { index in
    Site(position: GeoPoint(longitude: 10, latitude: 10), label: "A long name \(index)")
  }
  let view = try chooseView(of: sites.map(\.position), size: Size(120, 120))
  func drawn(_ withoutRoom: LabelsWithoutRoom) throws -> [String]? {
    try draw(
      MapDescription(sites: sites), view: view, data: MapData(), typesetter: shippedTypesetter(),
      style: makeStyle(), withoutRoom: withoutRoom)?.written.leftOut
  }
  #expect(try drawn(.notAllowed) == nil)
  let leftOut = try drawn(.leftOut)
  #expect(try #require(leftOut).count > 60)
}

@Test func aMapWithoutRoomForASingleLabelIsAnError() throws {
  let site = Site(
    position: GeoPoint(longitude: 10, latitude: 10), label: String(repeating: "Long", count: 40))
  let error = #expect(throws: DiagnosticError.self) {
    let atlas = try shippedAtlas()
    _ = try drawMap(
      MapDescription(sites: [site]), size: Size(120, 120), atlas: atlas, typesetter: shippedTypesetter(),
      style: makeStyle())
  }
  #expect(
    error?.diagnostics.first?.message == "A map of 120 × 120 pt has no room for the labels of 1 place")
}
