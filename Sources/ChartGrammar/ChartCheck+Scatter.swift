import Diagnostics
import Evidence
import struct Foundation.Decimal

/// Mistakes of scatter charts: what has no place on both axes.
extension ChartCheck {
  mutating func checkScatter(_ scatter: ChartDescription.Scatter) {
    let measures: [(name: String, measure: ChartDescription.Scatter.Measure)] =
      [("x", scatter.x), ("y", scatter.y)] + (scatter.size.map { [("size", $0)] } ?? [])
    for (name, measure) in measures { check(measure, name, scatter.trait) }
    let names = measures.map { Set($0.measure.figures.map(scatter.trait.name)) }
    for (index, (name, measure)) in measures.enumerated() {
      for figure in measure.figures {
        let point = scatter.trait.name(of: figure)
        for other in measures.indices where other != index && !names[other].contains(point) {
          // What a third measure lacks is said of the first.
          if index == 1, other == 2, names[0].contains(point) { continue }
          log.error(
            "'\(point)' has a figure for '\(name)' ('\(figure.id)') and none for '\(measures[other].name)'",
            at: place(figure),
            advice:
              "name one whose \(scatter.trait.rawValue) is the same, such as { figure: id, label: \(point) }, or leave this one out"
          )
        }
      }
    }
    let same = Set(scatter.x.figures.map(\.id)).intersection(scatter.y.figures.map(\.id))
    if let figure = scatter.y.figures.first(where: { same.contains($0.id) }) {
      log.error(
        "'\(figure.id)' is on both axes: a figure against itself says nothing", at: places.first(of: .y),
        advice: "name another figure of the same thing for 'x' or for 'y', or show these as bars")
    }
    if chart.points.count == 1 {
      log.error(
        "there is one point only", at: places.first(of: .x),
        advice: "name at least two things, or say it in words")
    }
    checkHighlighted()
  }

  private mutating func check(
    _ measure: ChartDescription.Scatter.Measure, _ name: String, _ trait: Series.Trait
  ) {
    var first: [String: Figure] = [:]
    for figure in measure.figures {
      if let other = first[trait.name(of: figure)] {
        log.error(
          "'\(other.id)' and '\(figure.id)' are two values of '\(trait.name(of: figure))' for '\(name)'",
          at: place(figure), advice: "leave one out, or give it a label of its own: { figure: id, label: … }")
      } else {
        first[trait.name(of: figure)] = figure
      }
      if name == "size", figure.value < 0 {
        log.error(
          "'\(figure.id)' is negative, and no area is less than nothing", at: place(figure),
          advice: "leave 'size' out, or show these figures along an axis")
      }
      if let start = measure.start, figure.value < start {
        log.error(
          "'\(figure.id)' lies below the axis, which begins at \(figure.withValue(start).words(.value, inDigits: true))",
          at: place(figure), advice: "let the axis begin lower, or leave 'from' out")
      }
    }
    checkUnits(of: measure.figures)
  }
}
