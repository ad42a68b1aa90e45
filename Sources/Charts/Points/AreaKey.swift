import ChartGrammar
import Evidence
import struct Foundation.Decimal
import Graphics
import Typesetting

/// Rings of two round values, which say how large an area is that much.
struct AreaKey {
  private var rings: [(radius: Double, label: Label)]
  private let title: Label
  private let style: ChartStyle
  private let gap: Double
  private let gapBetween: Double

  /// `radius` is that of the largest value; `nil` where all are nothing.
  init?(
    _ measure: ChartDescription.Scatter.Measure, radius: Double, _ lettering: Lettering, _ style: ChartStyle
  ) {
    let most = measure.figures.map(\.value.double).max() ?? 0
    guard most > 0, let figure = measure.figures.first else { return nil }
    let text = style.axisLabels.colored(style.grey)
    let round = Ticks.best(from: 0, to: most, wanted: 4).values.filter { $0 > 0 && $0.double <= most }
    // Not the largest of them: it needs no more room than it must.
    var shown = [round.first, round.count > 2 ? round[round.count - 2] : round.last].compactMap(\.self)
    if shown.first == shown.last { shown = Array(shown.prefix(1)) }
    // Values all of one size may have no round number among them.
    let values = shown.isEmpty ? [figure.value] : shown
    rings = values.map { value in
      (
        radius * (max(0, value.double) / most).squareRoot(),
        lettering.line(figure.withValue(value).words(.value, inDigits: true), text)
      )
    }
    title = lettering.line(
      ([measure.title] + [measure.period?.words(short: true)].compactMap(\.self)).joined(
        separator: style.comma(after: measure.title)) + ":", text)
    self.style = style
    gap = 0.6 * text.size
    gapBetween = 1.4 * text.size
  }

  var height: Double { max(title.height, 2 * (rings.map(\.radius).max() ?? 0) + 1) }

  var width: Double {
    rings.reduce(title.width + gap) {
      $0 + 2 * $1.radius + gap + $1.label.width + gapBetween
    } - gapBetween
  }

  func paint(on frame: inout Frame, at origin: Point) {
    let middle = origin.y + height / 2
    frame.add(title, at: Point(origin.x, middle - title.height / 2))
    var x = origin.x + title.width + gap
    for ring in rings {
      let width = min(0.6, ring.radius)
      frame.stroke(
        .circle(center: Point(x + ring.radius, middle), radius: ring.radius - width / 2),
        Stroke(style.grey, width: width))
      x += 2 * ring.radius + gap
      frame.add(ring.label, at: Point(x, middle - ring.label.height / 2))
      x += ring.label.width + gapBetween
    }
  }
}
