import Diagnostics
import Evidence

/// Mistakes of bands and scenarios: what is no range, and what goes on from nothing.
extension ChartCheck {
  mutating func checkBands() {
    for series in chart.series {
      checkPairs(series.low, series.high, "low", "high")
      checkPairs(series.high, series.low, "high", "low")
      for bounds in series.band { check(bounds, of: series) }
      checkOrigin(of: series)
    }
  }

  private mutating func checkPairs(_ figures: [Figure], _ others: [Figure], _ name: String, _ other: String) {
    for figure in figures where !others.contains(where: { $0.period == figure.period }) {
      log.error(
        "'\(figure.id)' is a \(name) value of \(figure.words(.period)) without a \(other) one",
        at: place(figure), advice: "name a figure of the same period under '\(other)', or leave this one out")
    }
  }

  private mutating func check(_ bounds: Series.Bounds, of series: Series) {
    if bounds.low.value > bounds.high.value {
      log.error(
        "'\(bounds.low.id)' is more than '\(bounds.high.id)'", at: place(bounds.low),
        advice: "exchange 'low' and 'high', or correct a value")
    }
    for figure in series.figures
    where figure.period == bounds.period
      && (figure.value < bounds.low.value || figure.value > bounds.high.value)
    {
      log.error(
        "'\(figure.id)' does not lie between '\(bounds.low.id)' and '\(bounds.high.id)'", at: place(figure),
        advice: "correct a value, or leave the range out")
    }
  }

  private mutating func checkOrigin(of series: Series) {
    guard let name = series.after else { return }
    let others = chart.series.map(\.name).filter { $0 != series.name }
    let location = places.series[series.name] ?? data
    guard others.contains(name) else {
      return log.error(
        "'\(series.name)' goes on from '\(name)', which is none of the series", at: location,
        advice: adviceForUnknown(name, among: others))
    }
    if chart.origin(of: series) == nil {
      log.error(
        "'\(name)' has no figure before those of '\(series.name)'", at: location,
        advice: "name one under 'figures' of '\(name)', or leave 'after' out")
    }
  }
}
