import Briefing
import Charts
import Evidence
import Graphics
import Typesetting

extension ExhibitStudio {
  func chart(_ exhibit: Exhibit) -> ChartDescription? {
    switch exhibit.content {
    case .bars(let figures): ChartDescription(.bars, figures: figures)
    case .share(let figures): ChartDescription(.share, figures: figures)
    case .timeline(let events):
      ChartDescription(.timeline, events: events.map { .init(period: $0.period, label: $0.label.text) })
    case .map: nil
    }
  }

  var chartStyle: ChartStyle {
    ChartStyle(
      values: text(.chartValue), axisLabels: text(.chartAxis), eventLabels: text(.chartAxis),
      ink: layout.color(.ink),
      grey: layout.color(.grey), hairline: layout.color(.hairline), primary: layout.color(.one),
      primaryTint: layout.color(.oneTint), secondary: layout.color(.two),
      secondaryTint: layout.color(.twoTint),
      paper: layout.color(.paper))
  }
}
