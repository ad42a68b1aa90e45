import Briefing
import Graphics
import Typesetting

/// Sets a page that the pack writes itself.
struct FreePageMaker {
  let maker: ContentMaker
  let page: FreePage

  private var setter: Setter { maker.setter }
  private var layout: Layout { maker.layout }

  func blocks(width: Double) -> [Block] {
    var head = setter.block(
      page.title, .section, width: width, tag: .heading1,
      anchor: maker.continues ? nil : page.anchor)
    head.keepsWithNext = true
    return [head]
      + page.blocks.enumerated().flatMap { index, block in blocks(of: block, index, width: width) }
  }

  private func blocks(of block: FreePage.Block, _ index: Int, width: Double) -> [Block] {
    switch block {
    case .heading(let text, let level):
      var head = setter.block(
        text, level == 2 ? .subsection : .exhibitTitle, width: width, tag: level == 2 ? .heading2 : .heading3)
      if level > 2 { (head.before, head.after) = (layout.grid.baseline, layout.grid.baseline / 4) }
      head.keepsWithNext = true
      return [head]
    case .paragraph(let text): return [setter.block(text, .interviewText, width: width)]
    case .item(let item): return [self.item(item, index, width: width)]
    case .table(let table): return self.table(table, index, width: width)
    case .exhibit(let exhibit): return maker.exhibits.rows([exhibit], width: width, setter: setter)
    }
  }

  // MARK: Lists

  /// The marker hangs in an indentation of 1.8 ems for each list that the item stands in.
  private func item(_ item: FreePage.Item, _ index: Int, width: Double) -> Block {
    let style = layout.style(.interviewText)
    let step = style.text.size * 1.8
    let left = min(step * Double(item.depth + 1), width / 2)
    let lines = setter.lines(setter.rich(item.text, .interviewText), .interviewText, width: width - left)
    if lines.height > layout.body.height * Self.highest { return divided(item, width: width) }
    var frame = Frame(size: Size(width, lines.height))
    if let marker = item.marker {
      let line = setter.typesetter.line(setter.rich(marker, .interviewText, file: item.text.file))
      frame.add(
        line.frame, at: Point(left - step, lines.firstBaseline - line.ascent),
        tag: .structure(StructureTag(.label, id: "\(page.name)-\(index)-label")))
    }
    frame.add(lines.frame, at: Point(left, 0))
    let entry = ListEntry(list: "\(page.name)-list-\(item.list)", index: index)
    let isLast = !isItem(index + 1, of: item.list)
    return Block(
      content: .piece(frame.listed(as: entry)), before: 0,
      after: isLast ? style.after : layout.grid.baseline / 4, figures: item.text.comparedFigures)
  }

  /// Of a page's body: a higher item may go on in another column or on another page, without its indentation.
  private static let highest = 0.3

  private func divided(_ item: FreePage.Item, width: Double) -> Block {
    var text = item.text
    if let marker = item.marker { text.pieces.insert(Inline(marker + "\u{2002}"), at: 0) }
    return setter.block(text, .interviewText, width: width)
  }

  private func isItem(_ index: Int, of list: Int) -> Bool {
    guard page.blocks.indices.contains(index), case .item(let next) = page.blocks[index] else { return false }
    return next.list == list
  }

  // MARK: Tables

  private func table(_ table: FreePage.Table, _ index: Int, width: Double) -> [Block] {
    let row = TableRow(
      layout: layout, table: "\(page.name)-table-\(index)", widths: widths(of: table, in: width))
    func frame(_ cells: [InlineText], head isHead: Bool = false) -> Frame {
      row.frame(
        cells.enumerated().map { column, text in
          cell(
            text, isHead ? .tableHead : .tableCell, width: row.room(column), isRight: table.isRight[column])
        }, head: isHead)
    }
    let head = frame(table.head, head: true)
    var blocks = TableRow.table(head: head, continued: head, rows: table.rows.map { frame($0) })
    for (index, cells) in table.rows.enumerated() where blocks.indices.contains(index + 1) {
      blocks[index + 1].figures = cells.flatMap(\.comparedFigures)
    }
    if !blocks.isEmpty {
      blocks[0].before = layout.grid.baseline / 2
      blocks[blocks.count - 1].after = layout.grid.baseline
    }
    return blocks
  }

  private func cell(_ text: InlineText, _ role: StyleRole, width: Double, isRight: Bool) -> Frame {
    let set = setter.cell(setter.rich(text, role), role, width: width)
    guard isRight else { return set }
    // Line by line would be finer; numbers have one.
    let own = min(setter.widest([setter.rich(text, role)]), width)
    var frame = Frame(size: set.size)
    frame.add(set, at: Point(width - own, 0))
    return frame
  }

  /// As wide as what stands in them, the last as wide as there is room; where that is too much, those that are wider than their
  /// share share what the others leave.
  private func widths(of table: FreePage.Table, in width: Double) -> [Double] {
    let padding = 2 * TableRow.padding(layout)
    let wanted = table.head.indices.map { column in
      let cells = table.rows.map { setter.rich($0[column], .tableCell) }
      return max(setter.widest(cells), setter.widest([setter.rich(table.head[column], .tableHead)])) + padding
        + 0.5
    }
    if wanted.reduce(0, +) <= width { return wanted }
    var (widths, left) = (wanted, width)
    var open = Array(wanted.indices)
    while let narrow = open.first(where: { wanted[$0] <= left / Double(open.count) }) {
      left -= wanted[narrow]
      open.removeAll { $0 == narrow }
    }
    let sum = open.reduce(0) { $0 + wanted[$1].squareRoot() }
    for column in open { widths[column] = left * wanted[column].squareRoot() / sum }
    return widths
  }
}

extension FreePage {
  /// Where its title stands.
  var anchor: Anchor { .page("page \(name)") }
}
