import ChartGrammar
import Evidence
import Graphics
import Typesetting

/// Ranges within which the true values lie, behind their lines.
extension LineChart {
  /// The places of a band's low and high values, from left to right.
  struct Band {
    var series: Int
    var low: [Point]
    var high: [Point]

    /// What labels keep away from.
    var edges: [Rect] {
      // Above, below, and where it begins and ends.
      let sides = [[low.first, high.first], [low.last, high.last]].map { $0.compactMap(\.self) }
      return ([low, high] + sides).flatMap { points in
        zip(points, points.dropFirst()).flatMap { LabelPlacer.boxes($0, $1) }
      }
    }
  }

  /// Of a range of a single period, points.
  private static let alone = 4.0

  /// A band begins at the last value before it, as far as there is one.
  func bands(_ dots: [[Dot]], _ slots: TimeSlots, _ y: (Double) -> Double) -> [Band] {
    chart.series.enumerated().compactMap { index, series in
      let band = series.band
      guard let first = band.first else { return nil }
      func x(_ period: Period) -> Double {
        let extent = slots.extent(of: period)
        return (extent.left + extent.right) / 2
      }
      var low = band.map { Point(x($0.period), y($0.low.value.double)) }
      var high = band.map { Point(x($0.period), y($0.high.value.double)) }
      let before = dots[index].last { dot in
        dot.isOnLine && (dot.figure.period.map { $0.lastMonth < first.period.firstMonth } ?? false)
      }
      if let before {
        low.insert(before.center, at: 0)
        high.insert(before.center, at: 0)
      } else if band.count == 1 {
        let half = Self.alone / 2
        low = [Point(low[0].x - half, low[0].y), Point(low[0].x + half, low[0].y)]
        high = [Point(high[0].x - half, high[0].y), Point(high[0].x + half, high[0].y)]
      }
      return Band(series: index, low: low, high: high)
    }
  }

  func paint(_ bands: [Band], on frame: inout Frame) {
    for band in bands {
      frame.fill(
        .polyline(band.high + band.low.reversed(), closed: true), style.tint(of: color(ofBand: band.series)))
    }
    // Where bands lie on each other, the edges of all are seen.
    for band in bands {
      for points in [band.low, band.high] {
        frame.stroke(
          .polyline(points, closed: false),
          Stroke(style.edge(of: color(ofBand: band.series)), width: 0.4))
      }
    }
  }

  /// As that of its line.
  private func color(ofBand series: Int) -> Color {
    if chart.recedes(series: series) { return style.receding }
    let shown = chart.series.indices.filter { !chart.recedes(series: $0) }
    return style.color(ofSeries: shown.firstIndex(of: series) ?? series)
  }

  var bandKey: [ChartKey.Entry] {
    guard let series = chart.series.firstIndex(where: { !$0.band.isEmpty }) else { return [] }
    return [ChartKey.Entry(look: .actual, color: style.tint(of: color(ofBand: series)), text: "range")]
  }

  /// ", 4–9" at the end of a line whose last value has a range.
  func rangeInWords(of series: Series) -> String {
    guard let last = series.figuresInTime.last, let bounds = series.band.last, bounds.period == last.period
    else {
      return ""
    }
    return " (\(bounds.low.words(.shortNumber))–\(bounds.high.words(.shortNumber)))"
  }
}
