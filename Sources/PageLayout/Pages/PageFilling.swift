import Graphics

/// What flows into the areas of a template, by area, and what has not found room yet.
typealias Queues = [String: [Block]]

extension Queues {
  /// How much is in them: lines and other pieces.
  var amount: Int {
    values.reduce(0) { sum, blocks in
      sum
        + blocks.reduce(0) { count, block in
          if case .lines(let lines) = block.content { count + lines.lines.count } else { count + 1 }
        }
    }
  }
}

/// A page's body and what of the queues is left.
struct PageFilling {
  var frame: Frame
  var rest: Queues
  var figures: [String]
  var exhibits: [DrawnExhibit]
  var overfull: [Overfull]
  /// Exhibits that found no room, and how much there was.
  var waiting: [Overfull]

  var isFinished: Bool { rest.values.allSatisfy(\.isEmpty) }

  /// What stands on it, without what waits for other pages: pages that are kept would else each hold all that follows.
  var placed: PageFilling {
    var placed = self
    placed.rest = [:]
    return placed
  }
}

/// Lays out one page of a template: gives each row its height, then fills the areas.
///
/// Rows take their place from the top; a row that doesn't fit is divided where its blocks can be, and what comes
/// after it waits for the next page. Rows at the foot are placed first. Free room goes to rows with a share.
struct PageFiller {
  let template: PageTemplate
  let layout: Layout
  let continues: Bool
  var queues: Queues
  /// Place something of every area, fit or not, since a page before took nothing.
  var forces = false
  /// What the page is called in the document.
  var name = ""
  /// Height kept free at the foot, where it is more than what stands there.
  var footReserve = 0.0

  private var bodyHeight: Double { layout.body.height }
  private var baseline: Double { layout.grid.baseline }

  /// Height that stays white above the foot, before anything is drawn; `nil` where not all finds room on this page.
  var freeRoom: Double? {
    let available = roomAboveFoot
    let plan = plan(room: available)
    let rows = template.rows.filter { !$0.isAtFoot && !isEmpty($0) }
    guard plan.count == rows.count, let last = plan.last,
      plan.allSatisfy({ leastHeight(of: $0.row) <= $0.height + 0.01 })
    else { return nil }
    return available - plan.reduce(0) { $0 + $1.height + $1.after } + last.after
  }

  /// Height that an area may have on a first page where all other rows have what they need.
  func mostRoom(in area: String) -> Double {
    guard let row = template.areas.first(where: { $0.name == area })?.row else { return 0 }
    let rows = template.rows.filter { !$0.isAtFoot && ($0.name == row || !isEmpty($0)) }
    return roomAboveFoot - rows.dropLast().reduce(0) { $0 + $1.after }
      - rows.reduce(0) { $0 + ($1.name == row ? 0 : leastHeight(of: $1)) }
  }

  private var foot: [PageTemplate.Row] { template.rows.filter { $0.isAtFoot && !isEmpty($0) } }
  private var footHeight: Double { foot.reduce(0) { $0 + self.footHeight(of: $1) + $1.after } }
  private var roomAboveFoot: Double {
    let reserve = max(footHeight, footReserve)
    return max(bodyHeight - reserve - (reserve > 0 ? baseline : 0), 0)
  }

  func page() -> PageFilling {
    var page = Page(body: layout.body.size, queues: queues)
    let plan = plan(room: roomAboveFoot)
    var y = 0.0
    for planned in plan {
      let row = planned.row
      fill(row, at: y, height: planned.height, into: &page)
      y += planned.height + planned.after
      // What comes after it must not stand before the rest of it.
      if !row.floats, areas(of: row).contains(where: { page.queues[$0.name]?.isEmpty == false }) { break }
    }
    var footY = bodyHeight - footHeight
    for row in foot {
      let height = self.footHeight(of: row)
      fill(row, at: footY, height: height, into: &page)
      footY += height + row.after
    }
    return PageFilling(
      frame: page.frame, rest: gathered(page.queues), figures: page.figures, exhibits: page.exhibits,
      overfull: page.overfull, waiting: page.waiting)
  }

  private struct Page {
    var frame: Frame
    var queues: Queues
    var figures: [String] = []
    var exhibits: [DrawnExhibit] = []
    var overfull: [Overfull] = []
    var waiting: [Overfull] = []
    var hasContent = false

    init(body: Size, queues: Queues) {
      frame = Frame(size: body)
      self.queues = queues
    }

    mutating func lay(_ ground: Ground?, below place: Rect) {
      if let ground { frame.add(ground.frame(place.size), at: place.origin, tag: .artifact) }
    }
  }

  // MARK: Heights

  /// A row of this page with its height and the room below it.
  private struct PlannedRow {
    var row: PageTemplate.Row
    var height: Double
    var after: Double
  }

  /// The rows of this page, from the top; rows that find no room are left out.
  private func plan(room: Double) -> [PlannedRow] {
    let rows = template.rows.filter { !$0.isAtFoot && !isEmpty($0) }
    let gaps = gapScale(rows, room: room)
    var plan: [PlannedRow] = []
    var used = 0.0
    for row in rows {
      let least = leastHeight(of: row)
      let left = room - used
      let after = row.after * gaps
      if least <= left + 0.01 {
        plan.append(PlannedRow(row: row, height: least, after: after))
        used += least + after
      } else if row.floats, !plan.isEmpty, !canBegin(row, height: left) {
        continue
      } else {
        // The row is divided, or waits for the next page: nothing may stand below it before that.
        if left >= 2 * baseline || plan.isEmpty {
          plan.append(PlannedRow(row: row, height: max(left, 0), after: 0))
        }
        break
      }
    }
    grow(&plan, room: room)
    return plan
  }

  /// Where little is wanting for all rows to stand on the page, the room between them gives way, down to two fifths.
  private func gapScale(_ rows: [PageTemplate.Row], room: Double) -> Double {
    let gaps = rows.dropLast().reduce(0) { $0 + $1.after }
    let over = rows.reduce(0) { $0 + leastHeight(of: $1) } + gaps - room
    if over <= 0 || gaps <= 0 { return 1 }
    let scale = (gaps - over) / gaps
    return scale >= 0.4 ? scale : 1
  }

  /// Whether at least the first block of the row has room.
  private func canBegin(_ row: PageTemplate.Row, height: Double) -> Bool {
    areas(of: row).contains { area in
      guard let blocks = queues[area.name], blocks.count > 1, let first = blocks.first else { return false }
      return first.least <= height
    }
  }

  /// Hands the free room to rows with a share, up to what each can take; heights stay on the baseline grid.
  private func grow(_ plan: inout [PlannedRow], room: Double) {
    guard let last = plan.last else { return }
    var free = room - plan.reduce(0) { $0 + $1.height + $1.after } + last.after
    var open = plan.indices.filter { plan[$0].row.shareOfRest > 0 }
    while free > 0.01, !open.isEmpty {
      let shares = open.reduce(0) { $0 + plan[$1].row.shareOfRest }
      var taken = 0.0
      for index in open {
        let most = mostHeight(of: plan[index].row)
        let growth = min(free * plan[index].row.shareOfRest / shares, most - plan[index].height)
        plan[index].height += max(growth, 0)
        taken += max(growth, 0)
      }
      open = open.filter { mostHeight(of: plan[$0].row) - plan[$0].height > 0.01 }
      free -= taken
      if taken <= 0.01 { break }
    }
  }

  private func areas(of row: PageTemplate.Row) -> [PageTemplate.Area] {
    template.areas.filter { $0.row == row.name }
  }

  private func isEmpty(_ row: PageTemplate.Row) -> Bool {
    if case .fixed = row.height { return false }
    return areas(of: row).allSatisfy { (queues[$0.name] ?? []).isEmpty }
  }

  private func naturalHeight(of row: PageTemplate.Row) -> Double {
    onGrid(areas(of: row).map { contentHeight(of: $0, in: row).least }.max() ?? 0)
  }

  /// Notes take two fifths of the body at most, or what all that stands above them leaves; longer ones go on at the foot
  /// of the next page.
  private func footHeight(of row: PageTemplate.Row) -> Double {
    let natural = naturalHeight(of: row)
    let usual = bodyHeight * 0.4
    return natural <= usual ? natural : min(natural, max(usual, roomBelowAll))
  }

  /// Height that is left at the foot where all of the queues is to stand above it.
  private var roomBelowAll: Double {
    let rows = template.rows.filter { !$0.isAtFoot && !isEmpty($0) }
    return bodyHeight - baseline - rows.reduce(0) { $0 + leastHeight(of: $1) }
      - rows.dropLast().reduce(0) { $0 + $1.after }
  }

  private func leastHeight(of row: PageTemplate.Row) -> Double {
    switch row.height {
    case .fixed(let height): height
    case .content: naturalHeight(of: row)
    case .share: max(row.least, areas(of: row).map { contentHeight(of: $0, in: row).least }.max() ?? 0)
    }
  }

  private func mostHeight(of row: PageTemplate.Row) -> Double {
    let content = areas(of: row).map { contentHeight(of: $0, in: row).most }.max() ?? 0
    return min(row.most, max(content, row.least))
  }

  /// Height that an area's blocks want; with areas that follow each other in one row, of their balanced columns.
  private func contentHeight(of area: PageTemplate.Area, in row: PageTemplate.Row) -> (
    least: Double, most: Double
  ) {
    let blocks = queues[area.name] ?? []
    guard area.next != nil else {
      let head = continues ? blocks.first?.repeatedHead?.size.height ?? 0 : 0
      let height = heights(of: blocks)
      let around = blocks.isEmpty ? 0 : 2 * area.padding
      return (head + height.least + around, head + height.most + around)
    }
    let columns = chain(from: area)
    let around = blocks.isEmpty ? 0 : 2 * (columns.map(\.padding).max() ?? 0)
    let balanced = balancedHeight(of: blocks, in: columns) + around
    return (balanced, balanced)
  }

  private func onGrid(_ height: Double) -> Double {
    (height / baseline - 0.01).rounded(.up) * baseline
  }

  // MARK: Columns that follow each other

  private func chain(from area: PageTemplate.Area) -> [PageTemplate.Area] {
    var chain = [area]
    while let name = chain.last?.next, let next = template.areas.first(where: { $0.name == name }),
      !chain.contains(where: { $0.name == name })
    {
      chain.append(next)
    }
    return chain
  }

  /// The least height, in lines of the grid, at which the columns together hold all blocks.
  private func balancedHeight(of blocks: [Block], in columns: [PageTemplate.Area]) -> Double {
    let total = heights(of: blocks).most
    // More than a page of them: they fill it, and there is nothing to balance.
    if total > bodyHeight * Double(columns.count) { return total / Double(columns.count) }
    var (low, high) = (Int(total / baseline / Double(columns.count)), Int(total / baseline) + 2)
    while low < high {
      let middle = (low + high) / 2
      if fits(blocks, columns: columns, height: Double(middle) * baseline) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return Double(high) * baseline
  }

  private func fits(_ blocks: [Block], columns: [PageTemplate.Area], height: Double) -> Bool {
    var rest = blocks
    for area in columns {
      let width = layout.width(of: area)
      rest = PageLayout.fill(rest, size: Size(width, height)).rest
    }
    return rest.isEmpty
  }

  /// What is left in areas that follow others, back to where it goes on from.
  private func gathered(_ queues: Queues) -> Queues {
    var result = queues
    let followers = Set(template.areas.compactMap(\.next))
    for area in template.areas where area.next != nil && !followers.contains(area.name) {
      let members = chain(from: area)
      result[area.name] = members.flatMap { queues[$0.name] ?? [] }
      for member in members.dropFirst() { result[member.name] = [] }
    }
    return result
  }

  // MARK: Filling

  private func fill(_ row: PageTemplate.Row, at y: Double, height: Double, into page: inout Page) {
    for area in areas(of: row) {
      let extent = layout.extent(of: area.columns)
      let blocks = page.queues[area.name] ?? []
      let place = Rect(x: extent.x, y: y, width: extent.width, height: height)
      if blocks.isEmpty {
        if case .fixed = row.height { page.lay(area.background, below: place) }
        continue
      }
      let padding = area.padding
      let filling = PageLayout.fill(
        blocks, size: Size(layout.width(of: area), max(height - 2 * padding, 0)), continues: continues,
        mustPlace: forces || !page.hasContent,
        looseness: looseness(of: blocks, in: area, row, height: height),
        name: "\(name)-\(area.name)")
      if filling.used > 0 { page.lay(area.background, below: place) }
      page.frame.add(filling.frame, at: Point(extent.x + padding, y + padding))
      page.figures += filling.figures
      page.exhibits += filling.exhibits
      if var overfull = filling.overfull {
        overfull.area = area.name
        page.overfull.append(overfull)
      }
      if let next = filling.rest.first, next.exhibits != nil {
        page.waiting.append(Overfull(block: next, room: filling.room, area: area.name))
      }
      page.hasContent = page.hasContent || filling.used > 0
      page.queues[area.name] = area.next == nil ? filling.rest : []
      if let next = area.next { page.queues[next] = filling.rest + (page.queues[next] ?? []) }
    }
  }
}

extension PageFiller {
  /// Where key figures and the like stand beside something higher, room between them lets both end about together.
  private func looseness(
    of blocks: [Block], in area: PageTemplate.Area, _ row: PageTemplate.Row, height: Double
  ) -> Double {
    guard case .content = row.height, areas(of: row).count > 1, area.next == nil, blocks.count > 1,
      blocks.allSatisfy(\.isApart)
    else { return 0 }
    let free = height - 2 * area.padding - heights(of: blocks).most
    let halves = (free / Double(blocks.count - 1) / (baseline / 2)).rounded(.down)
    return min(max(halves, 0), Self.mostLooseness) * baseline / 2
  }

  /// In half lines of the grid: what stands farther apart seems to have lost something.
  private static let mostLooseness = 4.0
}

extension Block {
  /// Whether it stands by itself, unlike a paragraph of running text or a heading.
  fileprivate var isApart: Bool {
    if case .lines = content { return false }
    return !keepsWithNext && repeatedHead == nil
  }
}

extension PageTemplate.Row {
  var shareOfRest: Double { if case .share(let share) = height { share } else { 0 } }
}
