import Briefing
import ChartGrammar
import Charts
import Graphics
import Typesetting

extension ChartExhibit {
  /// The chart's data as a table that takes no room and no ink: readers of the PDF's structure walk through its rows,
  /// where the alternative text says all at once. It stands after the figure, since nothing within one is read. Its words
  /// are said twice, for those who know replacement text and for those who read glyphs.
  func dataTable(size: Size) -> Frame {
    let data = chart.data
    var style = studio.chartStyle.values
    // Small, so that it lies within the figure whatever its number of rows.
    style.size = min(1, size.height / Double(data.count + 3))
    var table = Frame(size: .zero)
    if let title = exhibit.title?.text { table.add(words(title, .caption, style), at: .zero) }
    let rows = [(chart.dataHead, StructureTag.Kind.headerCell)] + data.map { ($0, .cell) }
    for (index, (row, kind)) in rows.enumerated() {
      var frame = Frame(size: .zero)
      frame.add(words(row.name, .headerCell, style), at: .zero)
      frame.add(words(row.value, kind, style), at: Point(size.width / 2, 0))
      let place = Point(0, Double(index + 1) * style.size)
      table.add(frame, at: place, tag: .structure(StructureTag(.row)))
    }
    return table.tagged(.structure(StructureTag(.table)))
  }

  private func words(_ text: String, _ kind: StructureTag.Kind, _ style: TextStyle) -> Frame {
    studio.typesetter.line(RichText(text, style)).frame.unseen
      .tagged(.structure(StructureTag(kind, actualText: text)))
  }
}
