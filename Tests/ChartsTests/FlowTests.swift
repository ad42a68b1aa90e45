import ChartGrammar
import Evidence
import Graphics
import TestSupport
import Testing
import Typesetting

@testable import Charts

private typealias Item = ChartDescription.Flow.Item

private func draw(_ chart: ChartDescription, _ size: Size = Size(360, 220)) throws -> Frame {
  try drawChart(chart, size: size, typesetter: shippedTypesetter(), style: style())
}

private func flow(_ there: [Item], _ back: [Item]) -> ChartDescription {
  ChartDescription(
    .flow([.init(from: "Here", to: "There", items: there), .init(from: "There", to: "Here", items: back)]))
}

private func weighed(_ label: String, _ value: String, _ status: Status = .actual) -> Item {
  Item(label: label, figure: figure(label, value, unit: "EUR m", status: status))
}

@Test(arguments: [Status.estimate, .target, .derived])
func aFlowSaysWhatIsNoActualValue(status: Status) throws {
  let asBars = try draw(
    flow([weighed("wine", "34"), weighed("cork", "21", status)], [weighed("cars", "45")])
  )
  .writtenLines
  #expect(asBars.contains("21 \(status.rawValue)"), "\(asBars)")
  #expect(!asBars.contains { $0.hasPrefix("34") && $0.hasSuffix(status.rawValue) })
  let asList = try draw(flow([weighed("cork", "21", status), Item(label: "fish")], [weighed("cars", "45")]))
    .writtenLines
  #expect(
    asList.contains { $0.hasPrefix("cork") && $0.hasSuffix("21\u{A0}m \(status.rawValue)") }, "\(asList)")
}

@Test func goodsFillTheColumnsOfAListEvenly() throws {
  let goods = (1...7).map { Item(label: "good \($0)") }
  let frame = try draw(flow(goods, [Item(label: "cars")]))
  let places = frame.writings.filter { $0.text.hasPrefix("good") }
  let columns = Dictionary(grouping: places) { $0.box.minX.rounded() }
  #expect(columns.keys.sorted().map { columns[$0]?.count } == [3, 2, 2])
  // Down the first column, then the next.
  let read = places.sorted { ($0.box.minX.rounded(), $0.box.minY) < ($1.box.minX.rounded(), $1.box.minY) }
  #expect(read.map(\.text) == goods.map(\.label))
}

@Test func barsOfAFlowStayInTheirAreaAtEveryHeight() throws {
  let chart = flow([weighed("wine", "34"), weighed("cork", "21")], [weighed("cars", "45")])
  let least = try #require(chart.smallestSize(width: 360, typesetter: shippedTypesetter(), style: style()))
  for more in stride(from: 0.0, through: 160, by: 8) {
    let frame = try draw(chart, Size(360, least.height + more))
    #expect(frame.labelFaults == [], "\(more) pt more")
    #expect(
      frame.leaves.compactMap(\.bounds).allSatisfy { $0.maxY <= frame.size.height + 0.01 }, "\(more) pt more")
  }
}

@Test func stackedPanelsShareTheirScaleAndKey() throws {
  func stacks(_ grain: [(String, String)], _ steel: [(String, String)]) -> ChartDescription {
    func series(_ name: String, _ values: [(String, String)]) -> Series {
      Series(
        name: name,
        figures: values.map { figure(name + $0 + $1, $1, $0, unit: "k t", label: name) })
    }
    return ChartDescription(.stackedBars, series: [series("Grain", grain), series("Steel", steel)])
  }
  let panels = [
    ChartDescription.Panel(
      title: "North", chart: stacks([("2019", "10"), ("2020", "12")], [("2019", "5"), ("2020", "8")])),
    .init(title: "South", chart: stacks([("2020", "20")], [("2020", "16")])),
  ]
  let frame = try draw(ChartDescription(.multiples(panels)), Size(460, 200))
  #expect(frame.labelFaults == [])
  // Each series is named once, in the key, and each sum stands over its column.
  let lines = frame.writtenLines.map { $0.replacing("\u{A0}", with: " ") }
  for text in ["Grain", "Steel", "North", "South", "Σ 15", "Σ 20", "Σ 36"] {
    #expect(lines.filter { $0 == text }.count == 1, "\(text): \(lines)")
  }
  for (index, values) in [[10.0, 12, 20], [5, 8, 16]].enumerated() {
    let color = style().color(ofSeries: index)
    let parts = frame.filled { if case .solid(let fill) = $0 { fill == color } else { false } }
      .filter { $0.height > 8 }.sorted { $0.minX < $1.minX }
    #expect(parts.count == values.count)
    for (part, value) in zip(parts, values) {
      #expect(abs(part.height / parts[0].height - value / values[0]) < 0.02, "\(parts.map(\.height))")
    }
  }
}
