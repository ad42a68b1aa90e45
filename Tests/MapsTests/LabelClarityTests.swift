import Atlas
import Diagnostics
import Graphics
import MapGrammar
import TestSupport
import Testing
import Typesetting

@testable import Maps

private func label(_ x: Double, _ y: Double, width: Double = 40) -> Label {
  Label(dot: Point(x, y), radius: 2, size: Size(width, 10), axis: 5, isNamed: true)
}

private func surroundings(_ labels: [Label], silent: [Label] = []) -> LabelSurroundings {
  let size = Size(200, 200)
  let ink = SummedGrid(Grid<Float>(size: size, cell: 2, filled: 0)) { $0 }
  let home = SummedGrid(Grid<Float>(size: size, cell: 2, filled: 1)) { $0 }
  return LabelSurroundings(
    frame: Rect(size: size), taken: [], ink: ink, homes: labels.map { _ in home }, silent: silent)
}

@Test func aLabelDoesNotStandLevelWithAForeignDotAtItsEnd() throws {
  // To the right of its dot it would end just before the other one.
  let labels = [label(60, 100), label(110, 100)]
  let places = try #require(placeLabels(labels, in: surroundings(labels)))
  #expect(abs(places[0].box.midY - 100) > 3 || places[0].box.maxX < 60)
}

@Test func aDotWithoutALabelKeepsOthersLabelsAway() throws {
  let labels = [label(60, 100)]
  for x in stride(from: 62.0, through: 108, by: 2) {
    let silent = label(x, 103)
    let place = try #require(placeLabels(labels, in: surroundings(labels, silent: [silent]))?[0])
    #expect(place.box.distance(to: silent.dot) - 2 >= 0.8, "\(x)")
    if place.leader == nil {
      #expect(
        place.box.distance(to: silent.dot) > place.box.distance(to: labels[0].dot) + 0.5, "\(x): \(place.box)"
      )
    }
  }
}

@Test func namesOfTownsInTheBoxOfAnInsetKeepOffItsEdge() throws {
  let atlas = try shippedAtlas()
  let map = MapDescription(sites: sites(towns.map(\.0)), tinted: ["KZ", "UZ"])
  var boxes = 0
  for size in [Size(493, 254), Size(520, 262), Size(460, 300), Size(360, 240)] {
    let frame = try drawMap(
      map, size: size, atlas: atlas, typesetter: shippedTypesetter(), style: makeStyle())
    let texts = frame.leaves.compactMap { leaf -> Rect? in
      guard case .text(let run) = leaf.item, towns.contains(where: { $0.0 == run.text }) else { return nil }
      return leaf.bounds
    }
    // Boxes are stroked rectangles: white, then ink.
    let outlines = frame.leaves.compactMap { leaf -> Rect? in
      guard case .shape(let path, nil, let stroke?) = leaf.item, path.elements.count == 5,
        stroke.color == makeStyle().ink
      else { return nil }
      return leaf.bounds
    }
    for outline in outlines {
      boxes += 1
      for text in texts {
        #expect(outline.contains(text) || !outline.overlaps(text), "\(text) crosses \(outline) on \(size)")
      }
    }
  }
  #expect(boxes >= 4)
}

@Test func asManyLabelsAsThereIsRoomForArePlacedAndNoneOverlap() {
  var generator = SplitMix64(state: 11)
  var labels = (0..<60).map { _ in label(20 + generator.unit() * 160, 20 + generator.unit() * 160) }
  // One has no place at all: the others stand for all that.
  labels[3].size = Size(300, 10)
  for index in labels.indices where index % 3 == 0 { labels[index].isNamed = false }
  let places = placeMostLabels(labels, in: surroundings(labels))
  #expect(places[3] == nil)
  let placed = places.compactMap { $0 }
  #expect(placed.count > 20 && placed.count < 60)
  for (index, place) in placed.enumerated() {
    for other in placed.dropFirst(index + 1) { #expect(!place.box.overlaps(other.box)) }
    for dot in labels { #expect(place.box.distance(to: dot.dot) >= dot.core) }
  }
}
