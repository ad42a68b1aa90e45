import ChartGrammar
import Evidence
import Graphics
import Typesetting

/// Lines across a plot at values that the figures are compared with, named in the margin.
struct ReferenceLines {
  let references: [ChartDescription.Reference]
  let labels: [Label]
  private let style: ChartStyle

  /// Of the chart's width, for their names.
  private static let widest = 0.3

  /// The numbers of figures that are said at their marks are not said again; `nil` where a name is too wide.
  init?(
    _ chart: ChartDescription, saidAtMarks: Set<String>, width: Double, lettering: Lettering,
    style: ChartStyle
  ) {
    references = chart.references
    self.style = style
    var labels: [Label] = []
    for var reference in chart.references {
      if let figure = reference.figure, saidAtMarks.contains(figure.id) { reference.figure = nil }
      guard let label = Self.label(reference, width: width * Self.widest, lettering, style) else {
        return nil
      }
      labels.append(label)
    }
    self.labels = labels
  }

  /// The name, and the number where it is a figure's.
  static func label(
    _ reference: ChartDescription.Reference, width: Double, _ lettering: Lettering, _ style: ChartStyle
  ) -> Label? {
    lettering.wrapped(
      RichText(reference.words, style.axisLabels.colored(style.ink)), width: width,
      breaksWords: width > 5 * style.axisLabels.size)
  }

  /// Width of the margin that they need, 0 without references.
  var margin: Double { (labels.map(\.width).max()).map { $0 + MarginLabels.gap } ?? 0 }

  var needs: [Double] { references.map(\.value.double) }

  func paintLines(_ ys: [Double], from left: Double, to right: Double, on frame: inout Frame) {
    for (reference, y) in zip(references, ys) {
      frame.stroke(Self.level(y, from: left, to: right, sparing: frame), Self.stroke(reference, style))
    }
  }

  /// A line that is interrupted where text stands.
  private static func level(_ y: Double, from left: Double, to right: Double, sparing frame: Frame) -> Path {
    let boxes = frame.textBoxes.filter { $0.minY - 0.5 < y && y < $0.maxY + 0.5 }
    var path = Path()
    for (a, b) in gaps(from: left, to: right, between: boxes.map { ($0.minX - 1, $0.maxX + 1) }) {
      path.append(.line(from: Point(a, y), to: Point(b, y)))
    }
    return path
  }

  static func upright(_ x: Double, from top: Double, to bottom: Double, sparing frame: Frame) -> Path {
    let boxes = frame.textBoxes.filter { $0.minX - 1 < x && x < $0.maxX + 1 }
    var path = Path()
    for (a, b) in gaps(from: top, to: bottom, between: boxes.map { ($0.minY, $0.maxY) }) {
      path.append(.line(from: Point(x, a), to: Point(x, b)))
    }
    return path
  }

  private static func gaps(
    from start: Double, to end: Double, between taken: [(Double, Double)]
  ) -> [(Double, Double)] {
    var result: [(Double, Double)] = []
    var place = start
    for (a, b) in taken.sorted(by: { $0 < $1 }) where b > place && a < end {
      if a > place { result.append((place, a)) }
      place = b
    }
    if place < end { result.append((place, end)) }
    return result
  }

  /// That of a target is dashed like no grid line.
  static func stroke(_ reference: ChartDescription.Reference, _ style: ChartStyle) -> Stroke {
    Stroke(style.ink, width: 0.8, dash: reference.figure?.status == .target ? [3, 2] : [])
  }
}

extension ChartDescription.Reference {
  /// "goal 5"
  var words: String { figure.map { "\(label) \($0.words(.shortNumber))" } ?? label }
}

extension Frame {
  fileprivate var textBoxes: [Rect] {
    leaves.compactMap { leaf in
      if case .text = leaf.item { leaf.bounds } else { nil }
    }
  }
}
