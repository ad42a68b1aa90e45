import Foundation
import Graphics
import Testing

@testable import Maps

private func surroundings(_ labels: [Label], size: Size, taken: [Rect] = [], river: [Point] = [])
  -> LabelSurroundings
{
  var ink = Grid<Float>(size: size, cell: 2, filled: 0)
  ink.set(river, to: 1)
  let home = SummedGrid(Grid<Float>(size: size, cell: 2, filled: 1)) { $0 }
  return LabelSurroundings(
    frame: Rect(size: size), taken: taken, ink: SummedGrid(ink) { $0 }, homes: labels.map { _ in home })
}

private func label(_ x: Double, _ y: Double, width: Double = 40) -> Label {
  Label(dot: Point(x, y), radius: 2, size: Size(width, 10), axis: 5, isNamed: true)
}

@Test func aLabelAloneStandsToTheRightLevelWithItsDot() throws {
  let labels = [label(100, 100)]
  let place = try #require(placeLabels(labels, in: surroundings(labels, size: Size(200, 200)))?[0])
  #expect(place.leader == nil)
  #expect(place.box.minX > 102 && place.box.minX < 106 && place.box.midY == 100)
}

@Test func aLabelAtTheRightEdgeTurnsLeft() throws {
  let labels = [label(190, 100)]
  let place = try #require(placeLabels(labels, in: surroundings(labels, size: Size(200, 200)))?[0])
  #expect(place.box.maxX < 188)
}

@Test func aLabelGivesWayToABoundary() throws {
  let labels = [label(100, 100)]
  let place = try #require(
    placeLabels(
      labels, in: surroundings(labels, size: Size(200, 200), river: [Point(125, 0), Point(125, 200)]))?[0])
  #expect(place.box.maxX < 125 || place.box.minX > 125)
}

@Test func aPairSideBySideIsLabelledOutwards() throws {
  let labels = [label(100, 100), label(105, 100)]
  let places = try #require(placeLabels(labels, in: surroundings(labels, size: Size(200, 200))))
  #expect(places[0].box.maxX < 100 && places[1].box.minX > 105)
}

/// Whichever way a pair lies, each label stands on its own dot's side, or a line leaves its dot there.
@Test func thePartnersOfAPairAreToldApartByTheirLabels() throws {
  for step in 0..<24 {
    let angle = Double(step) * .pi / 12
    let (dx, dy) = (3 * cos(angle), 3 * sin(angle))
    let labels = [label(100, 100), label(100 + dx, 100 + dy)]
    let places = try #require(placeLabels(labels, in: surroundings(labels, size: Size(200, 200))))
    for (index, place) in places.enumerated() {
      let (own, other) = (labels[index].dot, labels[1 - index].dot)
      let nearest =
        place.leader?.start
        ?? Point(
          min(max(own.x, place.box.minX), place.box.maxX), min(max(own.y, place.box.minY), place.box.maxY))
      let along = (nearest.x - own.x) * (other.x - own.x) + (nearest.y - own.y) * (other.y - own.y)
      #expect(along <= 0.31 * 3 * 2, "step \(step): \(place)")
      if place.leader == nil {
        #expect(place.box.distance(to: other) > place.box.distance(to: own) + 1.5, "step \(step): \(place)")
      }
    }
  }
}

@Test func labelsOnALineKeepApart() {
  func candidate(_ x: Double, _ y: Double) -> LabelCandidate {
    LabelCandidate(box: Rect(x: x, y: y, width: 40, height: 10), cost: 0)
  }
  #expect(conflict(candidate(0, 0), candidate(46, 0)))
  #expect(conflict(candidate(46, 3), candidate(0, 0)))
  #expect(!conflict(candidate(0, 0), candidate(47, 0)))
  #expect(!conflict(candidate(0, 0), candidate(42, 8)))
}

@Test func aDotAmongOthersGetsALeaderLine() throws {
  // The middle dot's neighbours leave no room for a label at its side.
  var labels = [label(100, 100)]
  for x in stride(from: 76.0, through: 124, by: 12) {
    for y in stride(from: 82.0, through: 118, by: 12) { labels.append(label(x, y, width: 12)) }
  }
  let places = try #require(placeLabels(labels, in: surroundings(labels, size: Size(200, 200))))
  let leader = try #require(places[0].leader)
  #expect(abs(labels[0].dot.x - leader.start.x) <= 2.001 && places[0].box.distance(to: leader.end) < 2)
}

@Test func whereThereIsNoRoomThereIsNoPlacement() {
  let labels = (0..<30).map { _ in label(50, 50, width: 60) }
  #expect(placeLabels(labels, in: surroundings(labels, size: Size(100, 100))) == nil)
}

@Test func theShortestAssignmentIsThatOfAnExhaustiveSearch() throws {
  var generator = SplitMix64(state: 9)
  for _ in 0..<60 {
    let costs = (0..<4).map { _ in
      (0..<6).map { _ in generator.unit() < 0.15 ? Double.infinity : (generator.unit() * 100).rounded() }
    }
    func least(_ row: Int, _ used: Set<Int>) -> Double {
      guard row < costs.count else { return 0 }
      return (0..<6).filter { !used.contains($0) }.map { costs[row][$0] + least(row + 1, used.union([$0])) }
        .min()
        ?? .infinity
    }
    let expected = least(0, [])
    guard let assigned = assign(costs) else {
      #expect(expected == .infinity)
      continue
    }
    #expect(Set(assigned).count == 4)
    #expect(zip(costs, assigned).reduce(0) { $0 + $1.0[$1.1] } == expected)
  }
}

@Test func columnsOfNamesHaveLinesThatDontCross() throws {
  var generator = SplitMix64(state: 2)
  let labels = (0..<30).map { _ in label(160 + generator.unit() * 3, 115 + generator.unit() * 3) }
  let places = try #require(
    placeInColumns(
      Array(labels.indices), in: LabelField(labels, in: surroundings(labels, size: Size(325, 230)))))
  for (index, place) in places.enumerated() {
    for other in places.dropFirst(index + 1) { #expect(!conflict(place, other)) }
  }
}

@Test func aSummedGridGivesTheMeanOfItsCells() {
  var grid = Grid<Float>(size: Size(20, 20), cell: 2, filled: 0)
  grid.fill([[Point(4, 4), Point(12, 4), Point(12, 12), Point(4, 12)]], with: 1)
  let summed = SummedGrid(grid) { $0 }
  #expect(summed.mean(over: Rect(x: 4, y: 4, width: 8, height: 8)) == 1)
  #expect(summed.mean(over: Rect(x: 0, y: 0, width: 20, height: 20)) == 0.16)
  #expect(summed.mean(over: Rect(x: 12, y: 0, width: 8, height: 20)) == 0)
}
