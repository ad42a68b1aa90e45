import Atlas
import Briefing
import Graphics
import Typesetting

/// The table of all places on the maps: which country they lie in, where, and on which questions' pages they are named.
struct PlaceTableMaker {
  let maker: ContentMaker

  private var setter: Setter { maker.setter }
  private var layout: Layout { maker.setter.layout }

  private struct Row {
    var site: Site
    var questions: [Int]
  }

  /// A row a place; the head is set again on each page that goes on.
  func rows(width: Double) -> [Block] {
    let rows = places
    if rows.isEmpty { return [] }
    let heads = [Word.place, .country, .position, .pages].map { setter.rich(layout.word($0), .tableHead) }
    let cells = rows.map(texts)
    let widths = TableRow.widths([heads] + cells, total: width, setter: setter)
    let head = TableRow(heads, widths: widths, isHead: true, table: "places").frame(setter)
    // Read aloud once: where the table goes on, its head is there for the eye only.
    let repeated = head.scaled(by: 1, keepsMeaning: false).tagged(.artifact)
    return [Block(content: .piece(head), keepsWithNext: true)]
      + cells.map { cells in
        let frame = TableRow(cells, widths: widths, isHead: false, table: "places").frame(setter)
        return Block(content: .piece(frame), repeatedHead: repeated)
      }
  }

  /// The places of all maps, each once, in the order of their names.
  private var places: [Row] {
    var rows: [Row] = []
    func add(_ map: StoryMap, question: Int?) {
      for site in map.named + map.also {
        let index = rows.firstIndex { $0.site.label == site.label } ?? rows.endIndex
        if index == rows.endIndex { rows.append(Row(site: site, questions: [])) }
        guard let question, map.named.contains(where: { $0.label == site.label }) else { continue }
        if !rows[index].questions.contains(question) { rows[index].questions.append(question) }
      }
    }
    for question in maker.story.questions {
      for case .map(let map) in question.exhibits.map(\.content) { add(map, question: question.number) }
    }
    if case .map(let map) = maker.story.map?.content { add(map, question: nil) }
    return rows.sorted {
      ($0.site.label.lowercased(), $0.site.label) < ($1.site.label.lowercased(), $1.site.label)
    }
  }

  private func texts(of row: Row) -> [RichText] {
    let (place, file) = (row.site.place, maker.story.packFile)
    let style = setter.style(.tableCell)
    var pages: [RichText.Span] = []
    for number in row.questions {
      if !pages.isEmpty { pages.append(.init(", ", style)) }
      pages.append(
        .init(
          maker.numbers.page(ofQuestion: number), style, link: .anchor(Anchors.question(number))))
    }
    if pages.isEmpty { pages = [.init("–", style)] }
    return [
      setter.rich(InlineText(row.site.label, file: file), .tableCell),
      setter.rich(InlineText(maker.exhibits.countryName(place.country), file: file), .tableCell),
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

/// A row of a table: cells side by side, a rule below.
struct TableRow {
  let cells: [RichText]
  let widths: [Double]
  let isHead: Bool
  /// The table's identifier in the document's structure.
  let table: String

  init(_ cells: [RichText], widths: [Double], isHead: Bool, table: String) {
    self.cells = cells
    self.widths = widths
    self.isHead = isHead
    self.table = table
  }

  private static func padding(_ layout: Layout) -> Double { layout.grid.gutter / 2 }

  /// What each column needs and a part of what is left, as its need; narrower in proportion where all need more.
  static func widths(_ rows: [[RichText]], total: Double, setter: Setter) -> [Double] {
    let count = rows.first?.count ?? 0
    let needs = (0..<count).map { column in
      (rows.map { setter.typesetter.line($0[column]).width }.max() ?? 0) + 2 * padding(setter.layout)
    }
    let sum = needs.reduce(0, +)
    return needs.map { $0 * total / max(sum, 1) }
  }

  func frame(_ setter: Setter) -> Frame {
    let layout = setter.layout
    let padding = Self.padding(layout)
    let role: StyleRole = isHead ? .tableHead : .tableCell
    let parts = zip(cells, widths).map { cell, width in
      setter.lines(cell, role, width: width - 2 * padding, tag: .paragraph)
    }
    let space = layout.grid.baseline / 4
    let height = (parts.map(\.height).max() ?? 0) + 2 * space
    var row = Frame(size: Size(widths.reduce(0, +), height))
    var x = 0.0
    for (part, width) in zip(parts, widths) {
      var lines = part
      lines.tag = StructureTag(isHead ? .headerCell : .cell)
      row.add(lines.frame, at: Point(x + (x == 0 ? 0 : padding), space))
      x += width
    }
    var rule = Frame(size: row.size)
    rule.stroke(
      .line(from: Point(0, height), to: Point(x, height)),
      Stroke(layout.color(isHead ? .ink : .hairline), width: isHead ? 0.8 : 0.4))
    var frame = Frame(size: row.size)
    frame.add(rule, at: .zero, tag: .artifact)
    frame.add(row, at: .zero, tag: .structure(StructureTag(.row)))
    return frame.tagged(.structure(StructureTag(.table, id: table)))
  }
}
