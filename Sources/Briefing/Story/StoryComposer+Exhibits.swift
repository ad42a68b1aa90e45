import Diagnostics
import Evidence
import Foundation
import YAMLReading

extension StoryComposer {
  mutating func exhibit(_ told: Pack.Exhibit) -> Exhibit? {
    let title = text(told.title)
    let subtitle = text(told.subtitle)
    var note = holds(told) ? text(told.note) : nil
    if case .picture(let picture) = told.content, let credit = text(picture.credit) {
      note =
        note.map { note in InlineText(note.pieces + [Inline(" ")] + credit.pieces, file: note.file) }
        ?? credit
    }
    guard let (content, sources) = content(of: told) else { return nil }
    let shown = content.told.shownFigures.map(\.id)
    self.note(told.title, .title, with: shown)
    self.note(told.subtitle, .subtitle, with: shown)
    if note != nil { self.note(told.note, .label, with: shown) }
    var exhibit = Exhibit(
      title: title, subtitle: subtitle, note: note, content: content, sources: sources,
      location: told.location, layouts: told.layouts.map(\.text))
    exhibit.layoutPlaces = told.layouts.map(\.location)
    exhibit.notes = notes(told.notes, with: shown)
    exhibit.points = told.points?.map { $0.number - 1 }
    return exhibit
  }

  /// Says which points that exhibits name the summary doesn't have.
  mutating func checkPoints(_ told: [Pack.Exhibit], of summary: [InlineText], file: String) {
    for point in told.compactMap(\.points).joined() where !(1...max(summary.count, 1)).contains(point.number)
    {
      ownLog.error(
        "the summary has no point \(point.number)", at: point.location,
        advice: summary.isEmpty
          ? "\(file) is empty" : "\(file) has \(summary.count), counted from 1 at its first paragraph")
    }
  }

  /// Whether what a note says is still so: of nothing there is nothing to say.
  private mutating func holds(_ told: Pack.Exhibit) -> Bool {
    guard let id = told.noteWhile, let figure = figure(id) else { return true }
    return !figure.value.isZero
  }

  private mutating func content(of told: Pack.Exhibit) -> (Exhibit.Content, [Source])? {
    switch told.content {
    case .chart(let chart): content(of: chart, at: told.location).map { (.chart($0), $1) }
    case .map(let map): content(of: map, at: told.location)
    case .table(let table): content(of: table, at: told.location).map { (.table($0), $1) }
    case .picture(let picture): content(of: picture).map { (.picture($0), []) }
    }
  }
}
