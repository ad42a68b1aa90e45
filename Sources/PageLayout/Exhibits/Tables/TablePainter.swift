import ChartGrammar
import Graphics
import Typesetting

/// Puts a table's rows below each other: hairlines between them, the names at the left, numbers at their columns' edges.
struct TablePainter {
  let sheet: TableSheet
  let band: TableBand
  /// More room between rows than they need.
  let air: Double

  private var setter: Setter { sheet.setter }
  private var layout: Layout { sheet.layout }
  private var words: TableWords { sheet.words }
  private var width: Double { band.width }

  /// What stands in one row, and how the line below it looks.
  private struct Line {
    enum Kind { case head, group, figures, total }

    var kind: Kind
    /// As high as its words.
    var height: Double
    var cells: [Placed]
    /// Of its columns, where they are tinted.
    var grounds: [Color?] = []
  }

  private struct Placed {
    var frame: Frame
    var x: Double
    var isHeading: Bool
  }

  // MARK: Rows

  private var lines: [Line] {
    var lines = [head]
    var group = ""
    for row in sheet.table.rowsHere {
      if row.group != group { lines.append(groupHead(row.group)) }
      group = row.group
      lines.append(line(.figures, words.name(of: row), row.cells))
    }
    if let totals = sheet.table.totalsHere { lines.append(line(.total, words.totalName, totals)) }
    return lines
  }

  /// Names on one line, what belongs to them below.
  private var head: Line {
    let heads = band.range.enumerated().map { index, column in
      SetHead(
        words.head(of: sheet.table.columns[column]),
        width: band.heads[index] - sheet.numbers[column].overhang, setter: setter)
    }
    let corner = setter.lines(words.corner, .tableCell, width: band.names)
    let details = heads.map(\.details.size.height).max() ?? 0
    let names = max(heads.map(\.name.size.height).max() ?? 0, corner.height - details)
    let height = names + details
    var cells = [Placed(frame: corner.frame.below(height - corner.height), x: 0, isHeading: true)]
    for (index, column) in band.range.enumerated() {
      let head = heads[index]
      var frame = Frame(size: Size(head.width, height))
      frame.add(head.name, at: Point(0, names - head.name.size.height))
      frame.add(head.details, at: Point(0, names))
      let edge = band.edges[index] - sheet.numbers[column].overhang
      cells.append(Placed(frame: frame, x: edge - head.width, isHeading: true))
    }
    return Line(kind: .head, height: height, cells: cells)
  }

  private func groupHead(_ name: String) -> Line {
    let lines = setter.lines(words.group(name), .tableHead, width: width)
    let empty = band.edges.map { Placed(frame: Frame(size: .zero), x: $0, isHeading: false) }
    return Line(
      kind: .group, height: lines.height, cells: [Placed(frame: lines.frame, x: 0, isHeading: true)] + empty)
  }

  private func line(_ kind: Line.Kind, _ name: RichText, _ cells: [TableDescription.Cell?]) -> Line {
    let role = kind == .total ? StyleRole.tableNumber : .tableCell
    let lines = setter.lines(name, role, width: band.names)
    let style = layout.style(.tableCell)
    var placed = [Placed(frame: lines.frame, x: 0, isHeading: true)]
    var grounds: [Color?] = []
    for (index, column) in band.range.enumerated() {
      if sheet.table.columns[column].isCourse {
        placed.append(course(of: cells, band.heads[index], edge: band.edges[index]))
        grounds.append(nil)
        continue
      }
      let look = cells[column].flatMap { $0.isComputed ? nil : sheet.heat?.look(of: $0.figure) }
      grounds.append(look?.ground)
      let text = words.number(
        cells[column], in: sheet.table.columns[column], isStrong: kind == .total, ink: look?.ink)
      let line = setter.typesetter.line(text)
      var frame = Frame(size: Size(line.width, style.leading))
      frame.add(line.frame, at: Point(0, style.firstBaseline - line.ascent))
      placed.append(
        Placed(
          frame: frame.tagged(.structure(StructureTag(.paragraph))),
          x: sheet.numbers[column].start(of: text, edge: band.edges[index]), isHeading: false))
    }
    return Line(kind: kind, height: max(lines.height, style.leading), cells: placed, grounds: grounds)
  }

  /// The small line beside a row's numbers; who listens has heard them.
  private func course(of cells: [TableDescription.Cell?], _ room: Double, edge: Double) -> Placed {
    let style = layout.style(.tableCell)
    let size = Size(min(room, style.text.size * Self.widestCourse), style.leading)
    let line = CourseLine(table: sheet.table, cells: cells, size: size, layout: layout)
    return Placed(frame: line.frame.tagged(.artifact), x: edge - size.width, isHeading: false)
  }

  /// In ems.
  private static let widestCourse = 9.0

  // MARK: Heights

  private func padding(_ line: Line) -> (above: Double, below: Double) {
    let padding = sheet.padding
    return switch line.kind {
    case .head: (0, padding)
    // Nearer to its rows than to those before.
    case .group: (1.5 * padding + air, padding / 2)
    case .figures, .total: (padding + air / 2, padding + air / 2)
    }
  }

  private func height(of line: Line) -> Double {
    let padding = padding(line)
    return padding.above + line.height + padding.below
  }

  var height: Double { lines.reduce(0) { $0 + height(of: $1) } }

  // MARK: Painting

  /// `words` are said before its rows, if anything is.
  func paint(on frame: inout Frame, at top: Double, words: String?) {
    let size = Size(frame.size.width, height)
    var (table, rules) = (Frame(size: size), Frame(size: size))
    let lines = lines
    var y = 0.0
    for (index, line) in lines.enumerated() {
      let padding = padding(line)
      var row = Frame(size: Size(size.width, height(of: line)))
      for cell in line.cells {
        var content = Frame(size: row.size)
        content.add(cell.frame, at: Point(cell.x, padding.above))
        row.add(content, at: .zero, tag: .structure(StructureTag(cell.isHeading ? .headerCell : .cell)))
      }
      table.add(row, at: Point(0, y), tag: .structure(StructureTag(.row)))
      tint(line, at: y, on: &rules)
      y += row.size.height
      rule(below: line, above: lines.dropFirst(index + 1).first, at: y, on: &rules)
    }
    frame.add(rules, at: Point(0, top), tag: .artifact)
    frame.add(table, at: Point(0, top), tag: .structure(StructureTag(.table, alternative: words)))
  }

  /// The ground of a row's cells, with a little paper between them.
  private func tint(_ line: Line, at y: Double, on frame: inout Frame) {
    for (index, ground) in line.grounds.enumerated() {
      guard let ground else { continue }
      let left = band.edges[index] - band.heads[index] - band.gap / 2
      let right = band.edges[index] + band.gap / 2
      frame.fill(
        .rectangle(
          Rect(
            x: left + Self.seam / 2, y: y + Self.seam / 2, width: right - left - Self.seam,
            height: height(of: line) - Self.seam)), ground)
    }
  }

  /// Between tinted cells.
  private static let seam = 0.8

  private func rule(below line: Line, above next: Line?, at y: Double, on frame: inout Frame) {
    if line.kind == .group { return }
    let stroke =
      line.kind == .head
      ? Stroke(layout.color(.ink), width: 0.8)
      : Stroke(layout.color(next?.kind == .total ? .ink : .hairline), width: 0.4)
    frame.stroke(.line(from: Point(0, y), to: Point(width, y)), stroke)
  }
}

/// The words over a column, each line ending at its edge.
private struct SetHead {
  let name: Frame
  let details: Frame
  let width: Double

  init(_ head: TableWords.Head, width: Double, setter: Setter) {
    self.width = width
    func set(_ text: RichText, _ role: StyleRole) -> Frame {
      let lines = setter.lines(text, role, width: width).lines
      let style = setter.layout.style(role)
      var frame = Frame(size: Size(width, Double(lines.count) * style.leading))
      for (index, line) in lines.enumerated() {
        let baseline = style.firstBaseline + Double(index) * style.leading
        frame.add(line.frame, at: Point(width - line.width, baseline - line.ascent))
      }
      return frame.tagged(.structure(StructureTag(.paragraph)))
    }
    name = set(head.name, .tableHead)
    details = set(head.details, .tableCell)
  }
}

extension Frame {
  /// The same with so much above it.
  fileprivate func below(_ depth: Double) -> Frame {
    var frame = Frame(size: Size(size.width, size.height + depth))
    for placed in items { frame.add(placed.item, at: placed.origin + Point(0, depth)) }
    return frame
  }
}
