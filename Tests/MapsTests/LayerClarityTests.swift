import Atlas
import Graphics
import MapGrammar
import TestSupport
import Testing
import Typesetting

@testable import Maps

/// A map with a few towns of which some have circles, flows and routes between them, and town names for orientation.
private func layeredMap(_ seed: UInt64) -> MapDescription {
  var generator = SplitMix64(state: seed)
  var map = MapDescription(sites: [])
  let count = 5 + Int(generator.next() % 8)
  map.sites = (0..<count).map { index in
    var site = Site(
      position: GeoPoint(longitude: 8 + generator.unit() * 14, latitude: 42 + generator.unit() * 9),
      label: "Town \(index)", isNamed: index < 8)
    if index.isMultiple(of: 2) {
      let value = 1 + (generator.unit() * 40).rounded()
      site.symbol = .init(value, "\(Int(value))%")
    }
    return site
  }
  func town() -> GeoPoint { map.sites[Int(generator.next() % UInt64(count))].position }
  for index in 0..<2 {
    let (from, to) = (town(), town())
    if from == to { continue }
    map.flows.append(.init(from: from, to: to, value: .init(1 + generator.unit() * 9, "$\(index) m")))
    if index == 0 {
      map.flows.append(.init(from: to, to: from, value: .init(1 + generator.unit() * 9, "$9 m")))
    }
  }
  for _ in 0..<2 {
    let stops = [town(), town()]
    if stops[0] != stops[1] { map.routes.append(.init(stops: stops)) }
  }
  return map
}

private struct Layered {
  let labels: [SetLabel]
  /// The lines in the order of their labels.
  let lines: [(points: [[Point]], radius: Double)]
  let marks: Marks

  init?(_ seed: UInt64, _ typesetter: Typesetter) throws {
    let (map, size) = (layeredMap(seed), Size(325, 230))
    let view = try chooseView(of: map.positions, size: size, ways: map.ways)
    let ground = try Ground(MapData(), of: map, in: view)
    marks = Marks(of: map, in: view, style: makeStyle())
    let ink = inkGrid(of: ground, marks: marks, size: size)
    let setting = LabelSetting(
      map: map, marks: marks, ground: ground, taken: [], outlines: [], ink: ink,
      areas: AreaMap(of: ground, ink: ink), view: view, typesetter: typesetter, style: makeStyle())
    guard let set = setting.setAll() else { return nil }
    labels = set.labels
    lines =
      marks.flows.map { ([$0.shape.spine], $0.shape.width / 2) }
      + map.routes.indices.map { index in
        (ground.routes.filter { $0.kind == index }.map(\.points), 0.7)
      }
  }

  /// From the nearest edge of a line; by points half a point apart.
  func distance(from box: Rect, to line: Int) -> Double {
    let points = lines[line].points.flatMap { evened($0, step: 0.5) }
    return (points.map { box.distance(to: $0) }.min() ?? .infinity) - lines[line].radius
  }
}

@Test func labelsOfLayersKeepClearOfEachOtherAndAreNearestToTheirOwnMarks() throws {
  let typesetter = try shippedTypesetter()
  var refused = 0
  var values = 0
  var astray: [String] = []
  for seed in 1...150 as ClosedRange<UInt64> {
    guard let map = try Layered(seed, typesetter) else {
      refused += 1
      continue
    }
    for (index, a) in map.labels.enumerated() {
      for b in map.labels.dropFirst(index + 1) where a.number != nil || b.number != nil {
        let air =
          (a.number != nil && b.number != nil ? 1 : 0.45) * min(a.place.box.height, b.place.box.height)
        #expect(
          !a.place.box.grown(across: 0, down: air - 0.01).overlaps(b.place.box),
          "seed \(seed): \(a.place.box) and \(b.place.box)")
      }
      if let own = a.number, a.place.leader == nil {
        values += 1
        let distance = map.distance(from: a.place.box, to: own)
        for other in map.lines.indices where other != own {
          if map.distance(from: a.place.box, to: other) <= distance { astray.append("\(seed): line \(own)") }
        }
      }
    }
    for label in map.labels where label.label.kind == .dot && label.place.leader == nil {
      guard label.label.radius > label.label.core else { continue }
      values += 1
      let distance = label.place.box.distance(to: label.label.dot) - label.label.radius
      for other in map.marks.dots where other.symbolRadius > 0 && other.center != label.label.dot {
        if label.place.box.distance(to: other.center) - other.symbolRadius <= distance {
          astray.append("\(seed): circle at \(label.label.dot)")
        }
      }
    }
  }
  #expect(values > 700 && refused <= 3, "\(values) values, \(refused) refused")
  // Where many lines meet there may be no other place.
  #expect(astray.count <= values / 100, "\(astray)")
}

extension SetLabel {
  /// Of its line.
  fileprivate var number: Int? {
    guard case .line(let number, _) = label.kind else { return nil }
    return number
  }
}

@Test func twoValuesBetweenTheSamePlacesStandAtTheirOwnArrows() throws {
  let size = Size(200, 200)
  func line(_ x: Double) -> [Point] { stride(from: 40.0, through: 160, by: 4).map { Point(x, $0) } }
  func label(_ number: Int, _ x: Double) -> Label {
    let places = anchors(along: line(x))
    return Label(
      .line(number, places), dot: places[0].point, radius: 1, size: Size(40, 10), axis: 5, isNamed: true)
  }
  let nothing = SummedGrid(Grid<Float>(size: size, cell: 2, filled: 0)) { $0 }
  let labels = [label(0, 95), label(1, 105)]
  let surroundings = LabelSurroundings(
    frame: Rect(size: size), taken: [], ink: nothing, homes: [nothing, nothing],
    lines: [95, 105].map { [DrawnLine(line($0), radius: 1)] })
  let places = try #require(placeLabels(labels, in: surroundings))
  #expect(places[0].box.maxX < 95 && places[1].box.minX > 105)
}

@Test func aLineIsAsFarFromARectangleAsItsNearestPoint() {
  let line = DrawnLine([Point(0, 0), Point(100, 0), Point(100, 50)], radius: 2)
  #expect(line.distance(to: Rect(x: 20, y: 10, width: 10, height: 10), most: 50) == 8)
  #expect(line.distance(to: Rect(x: 103, y: 60, width: 10, height: 10), most: 50) == 109.0.squareRoot() - 2)
  #expect(line.distance(to: Rect(x: 90, y: 20, width: 20, height: 10), most: 50) == -2)
  #expect(line.distance(to: Rect(x: 20, y: 10, width: 10, height: 10), most: 5) == .infinity)
}

@Test func noLabelLiesOnAnArrow() throws {
  let typesetter = try shippedTypesetter()
  var (set, covered) = (0, 0)
  for seed in 0..<40 {
    guard let layered = try Layered(UInt64(seed), typesetter) else { continue }
    for label in layered.labels {
      set += 1
      let isOnOne = layered.marks.flows.contains { flow in
        var grid = Grid<Float>(size: Size(325, 230), cell: 1, filled: 0)
        grid.fill([flow.shape.outline], with: 1)
        return SummedGrid(grid) { $0 }.mean(over: label.place.box) > 0
      }
      if isOnOne { covered += 1 }
    }
  }
  // A town whose every side has an arrow has no other place.
  #expect(set > 200 && covered * 100 <= set, "\(covered) of \(set)")
}

/// Values of what goes and comes stand outside of both arrows, close to their own.
@Test func valuesOfTwoArrowsStandCloseToTheirOwnAndNotBetweenThem() throws {
  let atlas = try shippedAtlas()
  let towns = [(76.93, 43.26), (69.22, 41.26), (71.43, 51.18), (37.6, 55.75), (28.98, 41.0)]
  for (index, one) in towns.enumerated() {
    for other in towns[(index + 1)...] {
      let places = [one, other].map { GeoPoint(longitude: $0.0, latitude: $0.1) }
      var map = MapDescription(
        sites: places.enumerated().map { Site(position: $0.element, label: "Town \($0.offset)") })
      map.flows = [
        .init(from: places[0], to: places[1], value: .init(12, "$12 bn")),
        .init(from: places[1], to: places[0], value: .init(3, "$3 bn")),
      ]
      let size = Size(493, 300)
      let view = try chooseView(of: map, size: size, atlas: atlas, style: makeStyle())
      let marks = Marks(of: map, in: view, style: makeStyle())
      let frame = try drawAll(
        map, view: view, data: fetch(view, from: atlas), typesetter: shippedTypesetter(), style: makeStyle())
      for (flow, shape) in marks.flows {
        let words = map.words(of: flow.value)
        let box = try #require(
          frame.leaves.first { leaf in
            if case .text(let run) = leaf.item { run.text == words } else { false }
          }?.bounds, "\(words)")
        let line = DrawnLine(shape.spine, radius: shape.width / 2)
        #expect(line.distance(to: box, most: 50) < 5, "\(words) \(one) \(other)")
        let others = marks.flows.filter { $0.flow != flow }.map { DrawnLine($0.shape.spine, radius: 0) }
        let own = DrawnLine(shape.spine, radius: 0).distance(to: box, most: 400)
        #expect(others.allSatisfy { $0.distance(to: box, most: 400) > own + 8 }, "\(words) \(one) \(other)")
      }
    }
  }
}
