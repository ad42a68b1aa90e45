import Graphics
import Testing

@testable import Maps

private func candidates(_ count: Int, _ generator: inout SplitMix64) -> [LabelCandidate] {
  (0..<count).map { _ in
    let corner = Point(generator.unit() * 300, generator.unit() * 200)
    let size = Size(10 + generator.unit() * 60, 8 + generator.unit() * 6)
    let isLed = generator.unit() < 0.4
    let far = Point(corner.x + generator.unit() * 80 - 40, corner.y + generator.unit() * 80 - 40)
    return LabelCandidate(
      box: Rect(origin: corner, size: size), leader: isLed ? Leader(start: far, end: corner) : nil, cost: 0)
  }
}

@Test func theBoardNamesThoseThatOverlapAndEachOnce() {
  var generator = SplitMix64(state: 21)
  let all = candidates(200, &generator)
  var board = LabelBoard(holding: all.map { [$0] })
  var standing = Set<Int>()
  for _ in 0..<600 {
    let index = Int(generator.next() % 200)
    if standing.insert(index).inserted {
      board.add(index, all[index].extent)
    } else {
      board.remove(index, all[index].extent)
      standing.remove(index)
    }
    let probe = all[Int(generator.next() % 200)].extent
    var seen: [Int] = []
    board.each(near: probe) {
      seen.append($0); return true
    }
    #expect(seen.sorted() == standing.filter { all[$0].extent.overlaps(probe) }.sorted())
  }
}

@Test func aBoardIsLeftAsSoonAsEnoughIsSeen() {
  var generator = SplitMix64(state: 22)
  let all = candidates(100, &generator)
  var board = LabelBoard(holding: all.map { [$0] })
  for index in all.indices { board.add(index, all[index].extent) }
  var visits = 0
  board.each(near: Rect(x: 0, y: 0, width: 300, height: 200)) { _ in
    visits += 1
    return visits < 3
  }
  #expect(visits == 3)
}

@Test func theGridOfDotsSeesEachDotUnderALabel() {
  var generator = SplitMix64(state: 23)
  let labels = (0..<80).map { _ in
    Label(
      dot: Point(generator.unit() * 300, generator.unit() * 200), radius: 2 + generator.unit() * 10,
      core: 1 + generator.unit() * 3, size: Size(30, 10), axis: 5, isNamed: true)
  }
  let grid = SpotGrid(labels.enumerated().map { Spot(of: $1, number: $0) })
  var covered = 0
  for candidate in candidates(500, &generator) {
    let own = Int(generator.next() % 80)
    let isCovered = labels.indices.contains { index in
      index != own && candidate.box.distance(to: labels[index].dot) - labels[index].core < 0.8
    }
    #expect(grid.isCovered(by: candidate.box, but: own) == isCovered)
    covered += isCovered ? 1 : 0
  }
  #expect(covered > 100 && covered < 490)
}

@Test func pointsAreLinkedByStepsNoLongerThanTheReach() {
  var generator = SplitMix64(state: 24)
  for round in 0..<60 {
    let points = (0..<Int(generator.next() % 60)).map { _ in
      Point(generator.unit() * 200 - 50, generator.unit() * 100 - 50)
    }
    let reach = [4.0, 9, 20, 40][round % 4]
    // Each in turn joins all groups that it reaches.
    var groups: [[Int]] = []
    for index in points.indices {
      let near = groups.filter { group in
        group.contains { distance(from: points[$0], to: points[index]) < reach }
      }
      groups.removeAll(where: near.contains)
      groups.append((near.flatMap { $0 } + [index]).sorted())
    }
    #expect(linked(points, within: reach) == groups)
  }
}
