import Atlas
import Briefing
import Graphics
import MapGrammar
import Typesetting

/// The table of all places on the maps: which country they lie in, where, and on which pages maps show them.
struct PlaceTableMaker {
  let maker: ContentMaker

  private var setter: Setter { maker.setter }
  private var layout: Layout { maker.setter.layout }

  private struct Row {
    var site: Site
    /// The maps that show it; the overview's has no question.
    var maps: [(exhibit: Exhibit, question: Int?)]
  }

  /// A row a place; the head is set again on each page that goes on.
  func rows(width: Double) -> [Block] {
    let rows = places
    if rows.isEmpty { return [] }
    let words = [Word.place, .country, .position, .pages].map(layout.word)
    let heads = words.map { setter.rich($0, .tableHead) }
    let continued = heads.enumerated().map { index, head in
      index == 0 ? setter.rich("\(words[0]) (\(layout.word(.continued)))", .tableHead) : head
    }
    let cells = rows.map(texts)
    let table = TableRow(
      layout: layout, table: "places", widths: widths(of: [heads, continued] + cells, total: width))
    func row(_ texts: [RichText], _ role: StyleRole) -> Frame {
      table.frame(
        texts.enumerated().map { setter.cell($1, role, width: table.room($0)) }, head: role == .tableHead)
    }
    return TableRow.table(
      head: row(heads, .tableHead), continued: row(continued, .tableHead),
      rows: cells.map { row($0, .tableCell) })
  }

  /// Each column in proportion to what it needs.
  private func widths(of rows: [[RichText]], total: Double) -> [Double] {
    let needs = (0..<4).map { column in
      setter.widest(rows.map { $0[column] }) + 2 * TableRow.padding(layout)
    }
    let sum = max(needs.reduce(0, +), 1)
    return needs.map { $0 * total / sum }
  }

  /// The places of all maps, each once, in the order of their names.
  private var places: [Row] {
    var rows: [Row] = []
    func add(_ exhibit: Exhibit, question: Int?) {
      for site in exhibit.content.told.sites {
        let index = rows.firstIndex { $0.site.isSame(as: site) } ?? rows.endIndex
        if index == rows.endIndex { rows.append(Row(site: site, maps: [])) }
        rows[index].site.add(namesOf: site)
        rows[index].maps.append((exhibit, question))
      }
    }
    for question in maker.story.questions {
      for exhibit in question.exhibits { add(exhibit, question: question.number) }
    }
    for exhibit in [maker.story.map].compactMap(\.self) + maker.story.pages.flatMap(\.exhibits) {
      add(exhibit, question: nil)
    }
    return rows.sorted {
      ($0.site.label.lowercased(), $0.site.label) < ($1.site.label.lowercased(), $1.site.label)
    }
  }

  private func texts(of row: Row) -> [RichText] {
    let (place, file) = (row.site.place, maker.story.packFile)
    let style = setter.style(.tableCell)
    var pages: [RichText.Span] = []
    var labels: [String] = []
    // The overview stands before the questions.
    for (exhibit, question) in row.maps.filter({ $0.question == nil })
      + row.maps.filter({ $0.question != nil })
    {
      // A question may take several pages; what leaves out the map itself leads to the question.
      let anchor = exhibit.anchor
      let found = maker.numbers.maps[anchor]
      guard let label = found ?? question.map(maker.numbers.page(ofQuestion:)), !labels.contains(label) else {
        continue
      }
      if !pages.isEmpty { pages.append(.init(setter.comma, style)) }
      labels.append(label)
      let target = found == nil ? question.map(Anchor.question) : anchor
      pages.append(.init(label, style, link: target.map { .anchor($0) }))
    }
    if pages.isEmpty { pages = [.init("–", style)] }
    let others =
      row.site.otherNames.isEmpty ? "" : " (\(row.site.otherNames.joined(separator: setter.comma)))"
    return [
      setter.rich(
        InlineText(
          ([row.site.label] + row.site.besides).joined(separator: setter.comma) + others, file: file),
        .tableCell),
      setter.rich(InlineText(row.site.countryName, file: file), .tableCell),
      setter.rich(InlineText(position(place.position), file: file), .tableCell),
      RichText(pages, file: layout.file),
    ]
  }

  /// "51.18° N, 71.43° E": to a hundredth of a degree, about a kilometre.
  private func position(_ place: GeoPoint) -> String {
    func degrees(_ value: Double, _ plus: String, _ minus: String) -> String {
      let hundredths = Int((abs(value) * 100).rounded())
      let fraction = String(hundredths % 100)
      let digits = "\(hundredths / 100).\(fraction.count < 2 ? "0" : "")\(fraction)"
      return "\(digits)°\u{00A0}\(value < 0 && hundredths > 0 ? minus : plus)"
    }
    return "\(degrees(place.latitude, "N", "S")), \(degrees(place.longitude, "E", "W"))"
  }
}
