import Graphics
import Typesetting

/// Sets rows of a table: cells side by side above a rule.
struct TableRow {
  let layout: Layout
  /// The table's name in the document's structure.
  let table: String
  let widths: [Double]

  /// Room between columns, half of it on each side.
  static func padding(_ layout: Layout) -> Double { layout.grid.gutter / 2 }

  /// Width for the text of a column.
  func room(_ column: Int) -> Double {
    max(widths[column] - (column == 0 ? 1 : 2) * Self.padding(layout), 1)
  }

  /// Where the text of a column begins.
  func start(_ column: Int) -> Double {
    widths[..<column].reduce(0, +) + (column == 0 ? 0 : Self.padding(layout))
  }

  /// A row of `cells`, one a column and set to its room; `below` stands under them across several columns and belongs
  /// to the cell of its column.
  func frame(_ cells: [Frame], head isHead: Bool = false, below: (frame: Frame, column: Int)? = nil) -> Frame
  {
    let space = layout.grid.baseline / 4
    let cellsHeight = cells.map(\.size.height).max() ?? 0
    let height = cellsHeight + (below.map { $0.frame.size.height + space / 2 } ?? 0) + 2 * space
    let size = Size(widths.reduce(0, +), height)
    var row = Frame(size: size)
    for (column, cell) in cells.enumerated() {
      var content = Frame(size: size)
      content.add(cell, at: Point(start(column), space))
      if let below, below.column == column {
        content.add(below.frame, at: Point(0, space + cellsHeight + space / 2))
      }
      // What stands first in a row says what the row is about.
      let isHeading = isHead || column == 0
      row.add(content, at: .zero, tag: .structure(StructureTag(isHeading ? .headerCell : .cell)))
    }
    var rule = Frame(size: size)
    rule.stroke(
      .line(from: Point(0, height), to: Point(size.width, height)),
      Stroke(layout.color(isHead ? .ink : .hairline), width: isHead ? 0.8 : 0.4))
    var frame = Frame(size: size)
    frame.add(rule, at: .zero, tag: .artifact)
    frame.add(row, at: .zero, tag: .structure(StructureTag(.row)))
    return frame.tagged(.structure(StructureTag(.table, id: table)))
  }

  /// A table: its head, and rows above which `continued` is set where they open a page that goes on. The last three
  /// rows stay together, so that no page has a lone one.
  static func table(head: Frame, continued: Frame, rows: [Frame]) -> [Block] {
    if rows.isEmpty { return [] }
    // Read aloud once: where the table goes on, its head is there for the eye only.
    let repeated = continued.scaled(by: 1, keepsMeaning: false).tagged(.artifact)
    return [Block(content: .piece(head), keepsWithNext: true)]
      + rows.enumerated().map { index, row in
        Block(
          content: .piece(row), keepsWithNext: (rows.count - 3..<rows.count - 1).contains(index),
          repeatedHead: repeated)
      }
  }
}

extension Setter {
  /// A table's cell: text in the style of a role.
  func cell(_ text: RichText, _ role: StyleRole, width: Double) -> Frame {
    text.spans.isEmpty ? Frame(size: Size(width, 0)) : lines(text, role, width: width).frame
  }

  /// Width of the widest of these on one line.
  func widest(_ texts: [RichText]) -> Double {
    texts.map { typesetter.line($0).width }.max() ?? 0
  }
}
