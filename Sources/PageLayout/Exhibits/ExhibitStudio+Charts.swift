import Briefing
import ChartGrammar
import Charts
import Evidence
import Graphics
import Typesetting

extension ExhibitStudio {
  func chart(_ exhibit: Exhibit) -> ChartDescription? {
    if case .chart(let chart) = exhibit.content { chart } else { nil }
  }

  /// Heights of a chart's plot; `nil` where it would need more width.
  func heights(_ chart: ChartDescription, width: Double) -> Heights? {
    let rules = layout.exhibits
    guard
      let sizes = chart.sizes(width: width, typesetter: typesetter, style: chartStyle, memory: chartMemory)
    else { return nil }
    let (least, best) = (sizes.least.height, sizes.best.height)
    if chart.part != nil { return Heights(least: least, most: least, mostBeside: least) }
    switch chart.kind {
    case .share: return Heights(least: least, most: best, mostBeside: best * 1.25)
    // A list of dates keeps its pitch; beside a map that fills the page it may end a little earlier.
    case .timeline:
      return Heights(
        least: least, most: max(least, min(best, rules.most)),
        mostBeside: max(least, min(1.35 * best, rules.most)))
    case .multiples where chart.isByPeriod:
      return Heights(least: least, most: max(best, rules.most), mostBeside: max(best, rules.most))
    default:
      // Time axes and slopes gain from height; rows and lists only spread.
      guard chart.isByPeriod || chart.kind == .slope else {
        let most = max(least, min(best, rules.most))
        return Heights(least: least, most: most, mostBeside: max(most, rules.least * 1.8))
      }
      let most = max(least, rules.most)
      return Heights(least: max(least, min(rules.least, best)), most: most, mostBeside: most)
    }
  }

  var chartStyle: ChartStyle {
    var style = ChartStyle(
      values: text(.chartValue), axisLabels: text(.chartAxis), eventLabels: text(.chartAxis),
      ink: layout.color(.ink),
      grey: layout.color(.grey), hairline: layout.color(.hairline), primary: layout.color(.one),
      primaryTint: layout.color(.oneTint), secondary: layout.color(.two),
      secondaryTint: layout.color(.twoTint),
      paper: layout.color(.paper))
    style.statusWords = StatusWords(
      target: layout.word(.target), estimate: layout.word(.estimate), derived: layout.word(.derived))
    if let large = layout.exhibits.large { style.enlargement = large / style.values.size }
    return style
  }
}
