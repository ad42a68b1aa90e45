import Foundation
import TestSupport
import Testing

/// What Scripts/chart-values reads in a PDF.
struct DrawnChart: Decodable {
  var page: Int
  var alternative: String
  var box: [Double]
  var marks: [Mark]
  var points: [[Double]]
  /// Corners of polygons that are no rectangles.
  var areas: [[[Double]]]
  /// The table of data that follows the figure.
  var table: [[String]]

  struct Mark: Decodable {
    var x, y, width, height: Double
    var colour: String

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      (x, y) = (try values.decode(Double.self), try values.decode(Double.self))
      (width, height) = (try values.decode(Double.self), try values.decode(Double.self))
      colour = try values.decode(String.self)
    }
  }

  /// Whether its alternative text begins so, after the chart's title.
  func isCalled(_ beginning: String) -> Bool {
    alternative.hasPrefix(beginning) || [". ", "! ", "? "].contains { alternative.contains($0 + beginning) }
  }

  /// Without the swatches of the key, which are 1.2 by 0.8 sizes of the axis' type.
  var data: [Mark] { marks.filter { abs($0.width - 7.8) > 0.1 || abs($0.height - 5.2) > 0.1 } }
}

/// The charts of a pack as a PDF has them, by the beginning of their alternative texts.
private struct DrawnCharts {
  private let charts: [DrawnChart]

  init() throws {
    let folder = try TemporaryFolder()
    let run = try bayan(
      "build", "Tests/Packs/charts", "--layout", "Tests/Packs/charts/kinds.yml", "--output", folder.path)
    try #require(run.status == 0, "\(run.errors)")
    // By its own path: it wants the system's Python, for which Scripts/setup installs PyMuPDF.
    let read = try tool(projectPath("Scripts/chart-values"), folder.path + "/kinds.pdf")
    try #require(read.status == 0, "\(read.errors)")
    charts = try JSONDecoder().decode([DrawnChart].self, from: Data(read.output.utf8))
  }

  subscript(_ beginning: String) -> DrawnChart {
    get throws {
      try #require(charts.first { $0.isCalled(beginning) }, "\(charts.map(\.alternative))")
    }
  }
}

/// Lengths in the PDF are to the values as the longest is to the largest. Cairo writes coordinates to some thousandths of
/// a point.
func expectValues(_ lengths: [Double], _ values: [Double], _ name: String) throws {
  try #require(lengths.count == values.count, "\(name): \(lengths) for \(values)")
  let scale = try #require(lengths.max()) / #require(values.max())
  for (length, value) in zip(lengths, values) {
    #expect(abs(length - value * scale) < 0.05, "\(name): \(length / scale) for \(value)")
  }
}

@Test func theValuesReadBackFromThePDFAreTheFigures() throws {
  let charts = try DrawnCharts()
  let bars = try charts["Bar chart: Cargo handled"].data.sorted { ($0.x, $0.height) < ($1.x, $1.height) }
  // The target of 2020 stands behind its nine months, farther to the left.
  try expectValues(bars.map(\.height), [2.1, 3.2, 2.6, 3, 2.2, 3.6, 5], "bars by period")
  try expectValues(charts["Bar chart, 2020"].data.map(\.width), [320, 260, 210, 140], "rows")
  try expectValues(
    charts["Grouped bar chart"].data.map(\.height), [410, 436, 455, 490, 380, 402], "grouped bars")
  try expectValues(
    charts["Stacked bar chart"].data.map(\.height), [14, 9, 5, 17, 11, 4, 12, 15, 6], "stacked bars")
  try expectValues(
    charts["Actual against target"].data.map(\.width), [350, 320, 280, 210, 140, 140], "bullets")
  // Bars are drawn from the values, which labels round: 2 of 12 hours, 11 of 26, 5 of 9.
  try expectValues(
    charts["Changes"].data.map(\.width), [200.0 / 12, 1100.0 / 26, 500.0 / 9], "changes")
  try expectValues(
    charts["From one total to another by steps"].data.map(\.width), [84, 31, 12.5, 26, 9.5, 92], "waterfall")
  try expectValues(
    charts["Two sides mirrored"].data.map(\.width), [402, 380, 210, 96, 74, 118, 35], "pyramid")
  try expectValues(charts["Parts of a whole"].data.map(\.width), [100, 41, 38, 9], "shares")
  try expectValues(
    charts["Two-way flow. Northland to Southland: Wine"].data.map(\.width), [34, 21, 8, 45, 26], "flow")
  try expectValues(
    charts["2 charts on the same scale"].data.map(\.height), [410, 455, 380, 436, 490, 402],
    "multiples of bars")
}

/// Coordinates in the PDF lie as the values do; the two that lie farthest apart give the scale.
private func expectPlaces(_ places: [Double], _ values: [Double], _ name: String) throws {
  try #require(places.count == values.count, "\(name): \(places)")
  let low = try #require(values.indices.min { values[$0] < values[$1] })
  let high = try #require(values.indices.max { values[$0] < values[$1] })
  let scale = (places[high] - places[low]) / (values[high] - values[low])
  for (place, value) in zip(places, values) {
    let expected = places[low] + (value - values[low]) * scale
    #expect(abs(place - expected) < 0.05, "\(name): \(place), not \(expected), for \(value)")
  }
}

@Test func thePointsReadBackFromThePDFAreTheFigures() throws {
  let charts = try DrawnCharts()
  func expect(_ points: [[Double]], axis: Int, _ values: [Double], _ name: String) throws {
    try expectPlaces(points.map { $0[axis] }, values, name)
  }
  try expect(charts["Line chart"].points, axis: 1, [14, 17, 12, 9, 11, 15, 5, 4, 6], "lines")
  try expect(charts["Slope chart"].points, axis: 1, [9, 4, 26, 15, 12, 14], "slope")
  // The first is the key's; then the large ones before the small.
  let harbours = Array(try charts["Scatter chart"].points.dropFirst())
  try expect(harbours, axis: 0, [6.9, 4.8, 2.6, 3.4, 2.9, 1.2, 0.7], "scatter, along")
  try expect(harbours, axis: 1, [11, 14, 9, 19, 8, 5, 12], "scatter, upwards")
  try expect(charts["Dot chart"].points, axis: 0, [31, 44, 58, 22, 36, 27], "dots")
  // Two panels stand side by side, the third below them.
  let panels = try charts["3 charts on the same scale"].points
  try expect(Array(panels.prefix(6)), axis: 1, [14, 17, 12, 9, 11, 15], "multiples of lines")
  try expect(Array(panels.dropFirst(6)), axis: 1, [5, 4, 6], "multiples of lines, below")
}

@Test func rangesReadBackFromThePDFReachFromTheirLowToTheirHighFigures() throws {
  let chart = try DrawnCharts()["Line chart: Counted, With a new quay"]
  let corners = try #require(chart.areas.first { $0.count == 8 }, "\(chart.areas)")
  // From the last that was counted along the high ends, and back along the low ones. The first disc is the key's.
  let counted = chart.points[1...5].map { $0[1] }
  try expectPlaces(
    counted + corners.map { $0[1] },
    [110, 118, 131, 127, 140, 140, 166, 205, 250, 180, 165, 150, 140], "a range")
}

@Test func pointsOnALogarithmicAxisReadBackFromThePDFLieAsTheLogarithmsOfTheFigures() throws {
  let ships: [Double] = [2400, 900, 150, 12, 40, 700, 1600, 90, 3, 400, 2100]
  try expectPlaces(
    DrawnCharts()["Line chart on a logarithmic scale"].points.map { $0[1] }, ships.map(log10), "ships")
}

@Test func theHeightsOfAreasReadBackFromThePDFAreTheFigures() throws {
  let charts = try DrawnCharts()
  let values: [[Double]] = [
    [30, 28, 31, 26, 22, 20], [8, 12, 15, 19, 24, 29], [5, 5, 4, 6, 7, 6.5],
  ]
  let sums = values[0].indices.map { index in values.reduce(0) { $0 + $1[index] } }
  /// Of all areas that stand there, from below.
  func heights(_ chart: DrawnChart) throws -> [[Double]] {
    let corners = chart.areas.flatMap(\.self)
    let xs = Set(corners.map { ($0[0] * 10).rounded() / 10 }).sorted()
    try #require(xs.count == 6, "\(xs)")
    return xs.map { x in
      let ys = Set(corners.filter { abs($0[0] - x) < 0.2 }.map { ($0[1] * 50).rounded() / 50 }).sorted(by: >)
      return zip(ys, ys.dropFirst()).map { $0 - $1 }
    }
  }
  for (name, isShare) in [("Areas over time: ", false), ("Areas over time, as parts of their sum", true)] {
    let drawn = try heights(charts[name])
    try #require(drawn.allSatisfy { $0.count == 3 }, "\(name): \(drawn)")
    let scale = drawn[0][0] / (isShare ? values[0][0] / sums[0] : values[0][0])
    for (index, column) in drawn.enumerated() {
      for (series, height) in column.enumerated() {
        let value = values[series][index] / (isShare ? sums[index] : 1)
        #expect(abs(height - value * scale) < 0.15, "\(name): \(height) for \(value * scale)")
      }
    }
  }
}

@Test func theDataOfAChartFollowItAsATableThatIsReadAloud() throws {
  let charts = try DrawnCharts()
  func expect(_ beginning: String, _ rows: [[String]]) throws {
    let table = try charts[beginning].table.map { $0.map { $0.replacing("\u{A0}", with: " ") } }
    #expect(table == rows)
  }
  try expect(
    "Bar chart: Cargo handled",
    [
      ["When", "Value"], ["2016", "about 2.1 million t"], ["2018", "more than 3.2 million t"],
      ["2019", "2.6 million t"], ["January–September 2020", "more than 2.2 million t"],
      ["2020", "3 million t (target)"], ["2021", "3.6 million t (estimate)"],
      ["2023", "5 million t (target)"],
    ])
  try expect(
    "Changes",
    [
      ["Figure", "Change"], ["Cranes", "17% (from 12 hours to 14 hours)"],
      ["Customs", "about −42% (from about 26 hours to 15 hours)"],
      ["Pilots", "−56% (from 9 hours to 4 hours)"],
    ])
  try expect(
    "Timeline",
    [
      ["When", "What"], ["1974", "The old quay"], ["2009–2012", "The breakwater is built"],
      ["March 2015", "First crane"], ["2019", "Rail to the quay"],
    ])
  try expect(
    "Two-way flow. Northland to Southland: Wine",
    [
      ["Direction", "What"], ["Northland to Southland", "Wine: €34 m"],
      ["Northland to Southland", "Cork: more than €21 m"], ["Northland to Southland", "Tinned fish: €8 m"],
      ["Southland to Northland", "Cars: €45 m"], ["Southland to Northland", "Steel: about €26 m"],
    ])
}

@Test func everyExampleOfTheGuideIsDrawn() throws {
  let guide = try contents("Docs/charts.md")
  let examples = guide.components(separatedBy: "```yaml\n").dropFirst().map {
    $0.components(separatedBy: "```")[0]
  }
  let exhibits = examples.joined().split(separator: "\n").map { "      " + $0 }.joined(separator: "\n")
  let pack = try PackCopy(of: "Tests/Packs/charts")
  try pack.write(
    "title: Guide\nquestions:\n  - headline: Examples\n    exhibits:\n" + exhibits + "\n", to: "pack.yml")
  let folder = try TemporaryFolder()
  let run = try bayan("build", pack.path, "--layout", "report", "--layout", "slides", "--output", folder.path)
  try #require(run.status == 0, "\(run.errors)")
  let read = try tool(projectPath("Scripts/chart-values"), folder.path + "/slides.pdf")
  let drawn = try JSONDecoder().decode([DrawnChart].self, from: Data(read.output.utf8))
  let kinds = [
    "Bar chart: ", "Bar chart, ", "Grouped bar chart", "Stacked bar chart", "Line chart", "Slope chart",
    "Dot chart",
    "Actual against target", "Changes", "From one total to another by steps", "Scatter chart",
    "Two sides mirrored", "Areas over time: ", "Areas over time, as parts of their sum",
    "Parts of a whole", "Timeline",
    "Two-way flow",
    "3 charts on the same scale",
    "2 charts on the same scale",
  ]
  for kind in kinds { #expect(drawn.contains { $0.isCalled(kind) }, "\(kind)") }
}

/// What `bayan check` says about a chart of the pack of charts.
private func errors(_ exhibit: String) throws -> String {
  let pack = try PackCopy(of: "Tests/Packs/charts")
  let lines = exhibit.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n")
  try pack.write("title: T\nquestions:\n  - headline: H\n    exhibits:\n" + lines + "\n", to: "pack.yml")
  return try bayan("check", pack.path).errors
}

@Test(
  arguments: [
    (
      "- kind: bars\n  figures: [cargo-*]\n  on: [report, slide]",
      "7:22: error: there is no layout 'slide'\n  → did you mean 'slides' or 'slides-portrait'?"
    ),
    (
      "- kind: bars\n  figures: [kargo-*]",
      "6:19: error: no figure's id matches 'kargo-*'\n  → did you mean 'cargo-*'"
    ),
    (
      "- kind: bars\n  figures: [cargo-2016, quay-north]",
      "6:31: error: the chart mixes units: 'million t' (cargo-2016), 'm' (quay-north)"
    ),
    ("- kind: slope\n  figures: [wait-2015-pilots]", "6:19: error: the slope has one value only"),
    (
      "- kind: bullet\n  figures: [cargo-2021]\n  targets: [cargo-2020]",
      "7:19: error: the target 'cargo-2020' is of 2020, before its base 'cargo-2021' of 2021"
    ),
    (
      "- kind: bars\n  figures: [sales-*]",
      "error: 'sales-ours-2018' and 'sales-theirs-2018' are two values of 2018 (by Northland and by Southland)\n  → add 'split: reporter'"
    ),
    (
      "- kind: bars\n  figures: [cargo-*]\n  axis: { from: 1 }",
      "7:15: error: the axis of this chart can't begin at 1: the lengths of cut bars lie"
    ),
    ("- kind: lines\n  figures: [cargo-*]\n  sort: value", "7:9: error: unknown key 'sort'"),
    (
      "- kind: lies\n  figures: [cargo-*]",
      "5:15: error: 'lies' is not allowed here\n  → did you mean 'lines'"
    ),
    (
      "- kind: bars\n  figures: [cargo-*]\n  highlight: [quay-north]",
      "7:21: error: the highlighted figure 'quay-north' is not in the chart"
    ),
    (
      "- kind: heatmap\n  figures: [cargo-*]",
      "5:15: error: 'heatmap' is not allowed here\n  → write 'kind: table' with 'heat: true'"
    ),
    ("- kind: bars\n  figures: [cargo-*]\n  sort: size", "7:15: error: 'size' is not allowed here\n  → "),
    (
      "- kind: bars\n  figures: [cargo-*]\n  reference: { value: 3 }",
      "7:20: error: the key 'label' is missing"
    ),
    (
      "- kind: bars\n  figures: [cargo-*]\n  reference: { value: 3 bn, label: x }",
      "7:29: error: '3 bn' is no number"
    ),
    (
      "- kind: flow\n  flows:\n    - { from: A, to: B, goods: [x] }",
      "7:11: error: a flow has two directions, not 1"
    ),
    (
      "- kind: grouped-bars\n  figures: [cargo-*]\n  split: label",
      "7:16: error: the chart has one series only"
    ),
    (
      "- kind: bars\n  figures: [sales-*]\n  split: colour", "7:16: error: 'colour' is not allowed here"
    ),
    (
      "- kind: bars\n  series:\n"
        + ["2016", "2018", "2019", "2020-9m", "2021"].map {
          "    - { label: In \($0), figures: [cargo-\($0)] }"
        }.joined(separator: "\n"),
      "7:11: error: the chart has 5 series, more than 4 can't be told apart"
    ),
    (
      "- kind: bars\n  figures: [cargo-*]\n  multiples: label", "7:20: error: there is one panel only"
    ),
    (
      "- kind: lines\n  figures: [tonnes-*]\n  axis: { from: 3 }\n  reference: { value: 2, label: x }",
      "8:20: error: the reference 'x' lies below the axis, which begins at 3"
    ),
    (
      "- kind: lines\n  figures: [tonnes-*]\n  axis: { from: 5 }",
      "6:19: error: 'tonnes-timber-2020' lies below the axis"
    ),
    (
      "- kind: lines\n  figures: [tonnes-*]\n  axis: { from: x }", "7:23: error: 'x' is no number"
    ),
    (
      "- kind: bars\n  figures: [cargo-*]\n  reference: { value: 400, label: x }",
      "7:20: warning: the reference 'x' lies at 400\u{A0}million\u{A0}t, so far off the figures"
    ),
    (
      "- kind: bars\n  figures: [cargo-*]\n  reference: [{ value: 4, label: x }, { figure: quay-north }]",
      "7:45: error: the chart mixes units"
    ),
    (
      "- kind: bullet\n  figures: [quay-north, quay-south, quay-oil]\n  targets: [goal-north, goal-south]",
      "7:18: error: there are 3 figures and 2 targets"
    ),
    (
      "- kind: change\n  figures: [wait-*]\n  as: half", "7:13: error: 'half' is not allowed here"
    ),
    (
      "- kind: waterfall\n  start: tonnes-grain-2019\n  steps: [tonnes-steel-2019, tonnes-timber-2019]\n  end: tonnes-grain-2020",
      "8:14: error: the steps add up to 28\u{A0}thousand\u{A0}t, and the end 'tonnes-grain-2020' is 17\u{A0}thousand\u{A0}t: 11\u{A0}thousand\u{A0}t too much"
    ),
    (
      "- kind: waterfall\n  start: debt-2019\n  steps: [debt-quay, debt-paid]\n  end: debt-2020",
      "8:14: warning: the steps add up to €89\u{A0}m, and the end 'debt-2020' is €92\u{A0}m: €3\u{A0}m is missing"
    ),
    (
      "- kind: waterfall\n  start: debt-2020\n  steps: [debt-crane]\n  end: debt-2019",
      "8:14: error: the end 'debt-2019' is of 2019, before the start 'debt-2020' of 2020"
    ),
    (
      "- kind: waterfall\n  steps: [debt-crane]",
      "error: a waterfall of 'debt-crane' alone leads from nothing to its one step"
    ),
    (
      "- kind: scatter\n  x: { label: X, figures: [port-cargo-*] }\n  y: { label: Y, figures: [port-cargo-*] }",
      "error: 'port-cargo-northhaven' is on both axes: a figure against itself says nothing"
    ),
    (
      "- kind: waterfall\n  start: debt-20*\n  steps: [debt-crane]",
      "6:16: error: there are 2 figures, and a waterfall has one start"
    ),
    (
      "- kind: scatter\n  x: { label: X, figures: [port-cargo-*, cargo-2016] }\n  y: { label: Y, figures: [port-wait-*] }",
      "6:48: error: 'Cargo handled' has a figure for 'x' ('cargo-2016') and none for 'y'"
    ),
    (
      "- kind: scatter\n  x: { label: X, figures: [port-cargo-*], from: 2 }\n  y: { label: Y, figures: [port-wait-*] }",
      "6:34: error: 'port-cargo-saltmouth' lies below the axis, which begins at 2\u{A0}million\u{A0}t"
    ),
    (
      "- kind: scatter\n  x: { label: X, figures: [port-cargo-*] }\n  y: { label: Y, figures: [port-wait-*], form: 1 }",
      "error: unknown key 'form'\n  → did you mean 'from'?"
    ),
    (
      "- kind: scatter\n  x: { label: X, figures: [port-cargo-*] }\n  y: { label: Y, figures: [wait-*] }",
      "error: 'wait-2015-pilots' and 'wait-2020-pilots' are two values of 'Pilots' for 'y'"
    ),
    (
      "- kind: lines\n  series:\n    - { label: A, figures: [boxes-2*] }\n    - { label: B, figures: [boxes-new-*], after: a }",
      "8:22: error: 'B' goes on from 'a', which is none of the series\n  → did you mean 'A'"
    ),
    (
      "- kind: lines\n  series:\n    - { label: A, figures: [boxes-new-*], low: [boxes-low-2021], high: [boxes-high-*] }",
      "error: 'boxes-high-2022' is a high value of 2022 without a low one"
    ),
    (
      "- kind: lines\n  series:\n    - { label: A, figures: [boxes-new-*], low: [boxes-high-*], high: [boxes-low-*] }",
      "error: 'boxes-high-2021' is more than 'boxes-low-2021'"
    ),
    (
      "- kind: bars\n  figures: [cargo-*]\n  axis: { scale: log }",
      "error: the axis of this chart can't be logarithmic: lengths and areas lie on it"
    ),
    (
      "- kind: bars\n  series:\n    - { label: A, figures: [cargo-*], low: [cargo-2016] }",
      "error: unknown key 'low'"
    ),
    (
      "- kind: pyramid\n  series:\n    - { label: A, figures: [sold-*] }",
      "7:11: error: a pyramid has two sides, not 1"
    ),
    (
      "- kind: pyramid\n  series:\n    - { label: A, figures: [debt-quay] }\n    - { label: B, figures: [debt-paid] }",
      "error: 'debt-paid' is negative, and each side of a pyramid measures from the middle outwards"
    ),
    (
      "- kind: pyramid\n  series:\n    - { label: A, figures: [cargo-2016] }\n    - { label: B, figures: [{ figure: cargo-2018, label: Cargo handled }] }",
      "error: 'cargo-2016' and 'cargo-2018' are the two sides of 'Cargo handled' at different times"
    ),
    (
      "- kind: area\n  figures: [tonnes-grain-*, tonnes-steel-2019, tonnes-steel-2021]",
      "error: 'Steel' has no figure of 2020, and the areas on top of it would sink"
    ),
    (
      "- kind: area\n  figures: [tonnes-*]\n  as: shares",
      "7:13: error: 'shares' is not allowed here\n  → did you mean 'share'"
    ),
    (
      "- kind: waterfall\n  step: [debt-crane]", "6:9: error: unknown key 'step'\n  → did you mean 'steps'"
    ),
    (
      "- kind: slope\n  figures: [cargo-2016, cargo-2018, cargo-2019]",
      "6:18: error: a slope has two dates, not 3"
    ),
    (
      "- kind: timeline\n  events:\n    - { date: 2015, label: A }\n    - { date: 2015, label: B }",
      "7:11: error: all events of the timeline have the same date"
    ),
    (
      "- kind: timeline\n  events:\n    - { date: 2014, label: Z }\n    - { date: 2015, label: A }\n    - { date: 2015, label: A }",
      "9:34: error: the event 'A' is in the timeline twice"
    ),
    (
      "- kind: flow\n  flows:\n    - { from: A, to: B, goods: [x] }\n    - { from: A, to: B, goods: [x] }",
      "8:21: error: the two directions are not opposite"
    ),
    (
      "- kind: share\n  figures: [cargo-2016]", "6:19: error: 'cargo-2016' is no share"
    ),
    (
      "- kind: bars\n  figures: [tonnes-*, wage-clerks]\n  multiples: colour",
      "7:20: error: 'colour' is not allowed here\n  → allowed: label, reporter, status, period, series"
    ),
  ])
func whatIsWrongWithAChartIsSaidWithItsPlaceAndAdvice(_ exhibit: String, _ message: String) throws {
  let said = try errors(exhibit)
  #expect(said.contains(message), "\(said)")
  #expect(said.contains("\n  → "))
}
