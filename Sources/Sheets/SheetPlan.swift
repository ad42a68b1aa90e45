import Diagnostics
import Graphics

/// Where each page comes to stand: the sides of the sheets with their slots, as a reader sees them.
struct SheetPlan {
  /// Room for one page.
  struct Slot: Hashable {
    /// Index among the pages; `nil` for a blank.
    var page: Int?
    /// The page stands inside.
    var cell: Rect
    /// What of the side is the page's: nothing of it is painted outside.
    var limit: Rect
    /// Where the page stands in its cell: 0 at the left, 0.5 in the middle, 1 at the right.
    var alignment: Double
    /// How far it is moved to the right: creep, or room for the binding.
    var shift: Double
  }

  struct Side: Hashable {
    var slots: [Slot]
    var isBack: Bool
    /// Where it is folded.
    var fold: Double?
  }

  let sheets: Sheets
  /// Of a side as it is read.
  let size: Size
  private(set) var sides: [Side] = []
  /// Room for marks and bleed around what is kept.
  let surround: Double

  /// - Parameters:
  ///   - pages: sizes of the pages.
  ///   - sheets: how they stand.
  /// - Throws: paper that is too small for them.
  init(_ pages: [Size], _ sheets: Sheets) throws(DiagnosticError) {
    self.sheets = sheets
    surround = Marks.surround(sheets)
    let largest = Size(pages.map(\.width).max() ?? 0, pages.map(\.height).max() ?? 0)
    let grid = Self.choose(largest, sheets, surround: surround)
    size = grid.side
    if pages.isEmpty { return }
    let room = grid.room(sheets)
    guard room.width >= Self.leastCell, room.height >= Self.leastCell else {
      throw DiagnosticError(
        "\(describe(size)) leave no room for pages", at: sheets.location,
        advice: "make the margins, gutters and bleed smaller or the paper larger")
    }
    if sheets.fit == .actual,
      largest.width > room.width + Self.tolerance || largest.height > room.height + Self.tolerance
    {
      throw DiagnosticError(
        "a page of \(describe(largest)) does not fit \(describe(size)) with \(grid.columns * grid.rows) on a side",
        at: sheets.location,
        advice: "take larger paper, or write 'size: fit' so that pages are made smaller")
    }
    switch sheets.arrangement {
    case .grid(let wanted): sides = gridSides(grid, order: wanted.order, pages: pages.count)
    case .booklet(let booklet): sides = bookletSides(grid, booklet, pages: pages.count)
    }
  }

  /// Smaller, a page can't be seen, in points.
  private static let leastCell = 20.0
  /// Sizes of paper are rounded, so pages may be this much larger than their room, in points.
  private static let tolerance = 1.5

  // MARK: The side

  /// Columns and rows on a side of paper.
  struct GridShape: Hashable {
    var columns: Int
    var rows: Int
    var side: Size
    var surround: Double

    /// What the margins leave, on a front.
    func area(_ sheets: Sheets, isBack: Bool = false) -> Rect {
      let margins = sheets.margins.edges(on: sheets.isMirrored && isBack, sheets.bindingEdge(of: side))
      return Rect(
        x: surround + margins.left, y: surround + margins.top,
        width: side.width - 2 * surround - margins.left - margins.right,
        height: side.height - 2 * surround - margins.top - margins.bottom)
    }

    /// The size of a cell.
    func room(_ sheets: Sheets) -> Size {
      let area = area(sheets)
      return Size(
        (area.width - Double(columns - 1) * sheets.gutter) / Double(columns),
        (area.height - Double(rows - 1) * sheets.gutter) / Double(rows))
    }
  }

  /// The columns and rows, and the way the paper lies, that make pages largest; of equals upright paper.
  private static func choose(_ page: Size, _ sheets: Sheets, surround: Double) -> GridShape {
    var best: (shape: GridShape, scale: Double)?
    for (columns, rows) in shapes(sheets) {
      for side in paper(page, sheets, columns: columns, rows: rows, surround: surround) {
        let shape = GridShape(columns: columns, rows: rows, side: side, surround: surround)
        let room = shape.room(sheets)
        var scale = min(room.width / page.width, room.height / page.height)
        if columns * rows > sheets.perSide { scale *= costOfHoles }
        if let best, scale <= best.scale * 1.0001 { continue }
        best = (shape, scale)
      }
    }
    return best?.shape ?? GridShape(columns: 1, rows: 1, side: page, surround: surround)
  }

  /// Cells that stay empty must make pages larger by a seventh to be worth it: nine slides look better as three by
  /// three than as two by five.
  private static let costOfHoles = 7.0 / 8

  private static func shapes(_ sheets: Sheets) -> [(columns: Int, rows: Int)] {
    guard case .grid(let grid) = sheets.arrangement else { return [(2, 1)] }
    if let columns = grid.columns, let rows = grid.rows { return [(columns, rows)] }
    let count = grid.perSide
    if let columns = grid.columns { return [(columns, (count + columns - 1) / columns)] }
    if let rows = grid.rows { return [((count + rows - 1) / rows, rows)] }
    return (1...count).map { ($0, (count + $0 - 1) / $0) }
  }

  /// The sizes that a side may have: paper both ways; around a page's own paper the marks come on top.
  private static func paper(
    _ page: Size, _ sheets: Sheets, columns: Int, rows: Int, surround: Double
  ) -> [Size] {
    let paper = sheets.paper.size(for: page)
    let around = sheets.paper == .page || sheets.paper == .double ? 2 * surround : 0
    return [paper, paper.turned].map { Size($0.width + around, $0.height + around) }
  }

  // MARK: Pages in columns and rows

  private func gridSides(_ grid: GridShape, order: Sheets.Order, pages: Int) -> [Side] {
    let perSide = sheets.perSide
    return stride(from: 0, to: pages, by: perSide).enumerated().map { number, first in
      let isBack = sheets.duplex != nil && number % 2 == 1
      let area = grid.area(sheets, isBack: isBack)
      let room = grid.room(sheets)
      let slots = (0..<perSide).map { index in
        let (column, row) =
          order == .across
          ? (index % grid.columns, index / grid.columns) : (index / grid.rows, index % grid.rows)
        // Where a language is read from the right, so are pages.
        let place = sheets.readsFromRight || sheets.binding == .right ? grid.columns - 1 - column : column
        let cell = Rect(
          x: area.minX + Double(place) * (room.width + sheets.gutter),
          y: area.minY + Double(row) * (room.height + sheets.gutter), width: room.width, height: room.height)
        return Slot(
          page: first + index < pages ? first + index : nil, cell: cell,
          limit: limit(cell, column: place, row: row, of: grid), alignment: 0.5, shift: 0)
      }
      return Side(slots: slots, isBack: isBack, fold: nil)
    }
  }

  /// Up to the middle of the gutters, and at the edges as far as paper goes.
  private func limit(_ cell: Rect, column: Int, row: Int, of grid: GridShape) -> Rect {
    let half = sheets.gutter / 2
    let left = column == 0 ? 0 : cell.minX - half
    let right = column == grid.columns - 1 ? size.width : cell.maxX + half
    let top = row == 0 ? 0 : cell.minY - half
    let bottom = row == grid.rows - 1 ? size.height : cell.maxY + half
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }

  // MARK: Booklets

  private func bookletSides(_ grid: GridShape, _ booklet: Sheets.Booklet, pages: Int) -> [Side] {
    let area = grid.area(sheets)
    let room = grid.room(sheets)
    let fold = area.midX
    let cells = [
      Rect(x: area.minX, y: area.minY, width: room.width, height: room.height),
      Rect(x: area.maxX - room.width, y: area.minY, width: room.width, height: room.height),
    ]
    let limits = [
      Rect(x: 0, y: 0, width: fold, height: size.height),
      Rect(x: fold, y: 0, width: size.width - fold, height: size.height),
    ]
    let sides = signatureSides(pages: pages, sheetsPerSignature: booklet.sheetsPerSignature)
    return sides.map { side in
      // Each sheet around another pushes it out by its thickness; its pages are moved as far towards the fold, so
      // that all outer margins are the same after trimming.
      let creep = Double(side.depth) * booklet.thickness
      let both =
        sheets.bindingEdge(of: size) == .right ? [side.second, side.first] : [side.first, side.second]
      let slots = both.enumerated().map { place, page in
        Slot(
          page: page, cell: cells[place], limit: limits[place], alignment: place == 0 ? 1 : 0,
          shift: place == 0 ? creep : -creep)
      }
      return Side(slots: slots, isBack: side.isBack, fold: fold)
    }
  }
}

/// "210 × 297 mm", with a tenth where it matters.
func describe(_ size: Size) -> String { "\(millimetres(size.width)) × \(millimetres(size.height)) mm" }

/// Points as millimetres with one decimal at most.
func millimetres(_ points: Double) -> String {
  let tenths = (points / Length.pointsPerMillimetre * 10).rounded()
  return tenths.remainder(dividingBy: 10) == 0 ? "\(Int(tenths / 10))" : "\(tenths / 10)"
}
