import Graphics
import Testing
import Typesetting

@testable import Charts

/// The height of the highest run, of all ways to divide a sequence.
private func lowest(_ heights: [Double], gap: Double, over count: Int) -> Double {
  let whole = heights.reduce(-gap) { $0 + $1 + gap }
  guard count > 1, heights.count > 1 else { return whole }
  return (1..<heights.count).reduce(whole) { least, end in
    let first = heights[..<end].reduce(-gap) { $0 + $1 + gap }
    return min(least, max(first, lowest(Array(heights[end...]), gap: gap, over: count - 1)))
  }
}

@Test func columnsAreAsLowAsAnyDivisionMakesThem() {
  var numbers = Numbers(state: 5)
  for _ in 0..<200 {
    let heights = (0..<numbers.next(1...12)).map { _ in Double(numbers.next(4...40)) / 2 }
    let count = numbers.next(1...4)
    let runs = ListTimeline.evenRuns(heights, gap: 2, over: count)
    #expect(runs.flatMap(Array.init) == Array(heights.indices))
    #expect(runs.count <= count)
    let highest = runs.map { heights[$0].reduce(-2) { $0 + $1 + 2 } }.max() ?? 0
    #expect(abs(highest - lowest(heights, gap: 2, over: count)) < 0.002, "\(heights) over \(count)")
  }
}

@Test func ofRoomsBesideBarsOnlyTheOutermostLimitTheScale() {
  var numbers = Numbers(state: 6)
  for _ in 0..<200 {
    let rooms = (0..<numbers.next(1...20)).map { _ in
      RowChart.Room(
        value: Double(numbers.next(-9...9)), left: Double(numbers.next(0...5)),
        right: Double(numbers.next(0...5)))
    }
    func scale(_ left: [RowChart.Room], _ right: [RowChart.Room]) -> Double {
      left.flatMap { a in
        right.filter { $0.value > a.value }.map { max(0, 100 - a.left - $0.right) / ($0.value - a.value) }
      }.min() ?? .infinity
    }
    let left = RowChart.outermost(rooms.sorted { $0.value < $1.value }, \.left)
    let right = RowChart.outermost(rooms.sorted { $0.value > $1.value }, \.right)
    #expect(scale(left, right) == scale(rooms, rooms))
    #expect(left.count <= 6 && right.count <= 6)
  }
}

/// Labels of one to three lines on poles close together, some under each other.
private func flags(_ count: Int, _ numbers: inout Numbers) -> [Flag] {
  (0..<count).map { _ in
    let pole = Double(numbers.next(0...4000)) / 10
    let width = Double(numbers.next(20...90))
    let labels = (1...3).map { lines in
      var label = Label([])
      (label.width, label.height) = (width / Double(lines), 9 * Double(lines))
      return label
    }
    return Flag(rightPole: pole, leftPole: pole, labels: labels)
  }
}

@Test func noFlagTouchesAnotherAndNoPoleRunsThroughOne() {
  var numbers = Numbers(state: 7)
  var arranged = 0
  for _ in 0..<60 {
    let flags = flags(numbers.next(1...40), &numbers)
    // Some stand so close together that nothing is possible.
    guard let placed = FlagLayout(width: 400, lowest: 4, costOfLeft: 4).place(flags) else { continue }
    arranged += 1
    for (index, one) in placed.enumerated() {
      #expect(one.left >= -0.01 && one.left + one.label.width <= 400.01 && one.bottom >= 4)
      for (other, two) in placed.enumerated() where other != index {
        let isBeside = one.left >= two.left + two.label.width || two.left >= one.left + one.label.width
        let isAbove = one.bottom >= two.top || two.bottom >= one.top
        #expect(isBeside || isAbove)
        let runsThrough =
          one.pole > two.left && one.pole < two.left + two.label.width && one.top > two.bottom
        #expect(!runsThrough)
      }
    }
  }
  #expect(arranged > 10)
}
