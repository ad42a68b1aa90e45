import Graphics

/// Where chosen labels stand, in square cells, so that only those near each other are compared.
struct LabelBoard {
  private let origin: Point
  private let columns: Int
  private let rows: Int
  /// Numbers of labels whose extents reach into each cell.
  private var cells: [[Int]]
  /// Of each label on the board.
  private var extents: [Rect]

  /// Points: labels are about as high as a half and two or three times as wide.
  private static let cell = 24.0

  /// An empty board with room for any of these candidates.
  init(holding candidates: [[LabelCandidate]]) {
    let all = candidates.joined().lazy.map(\.extent)
    let bounds = all.dropFirst().reduce(all.first ?? Rect(size: .zero)) { $0.union($1) }
    origin = Point(bounds.minX, bounds.minY)
    columns = Int(bounds.width / Self.cell) + 1
    rows = Int(bounds.height / Self.cell) + 1
    cells = [[Int]](repeating: [], count: columns * rows)
    extents = [Rect](repeating: Rect(size: .zero), count: candidates.count)
  }

  mutating func add(_ number: Int, _ extent: Rect) {
    extents[number] = extent
    for cell in cells(of: extent) { cells[cell].append(number) }
  }

  mutating func remove(_ number: Int, _ extent: Rect) {
    for cell in cells(of: extent) {
      guard let place = cells[cell].firstIndex(of: number) else { continue }
      cells[cell].swapAt(place, cells[cell].count - 1)
      cells[cell].removeLast()
    }
  }

  /// Visits those whose extents overlap one, each once, in no order that means anything, until one says `false`.
  @inline(__always)
  func each(near extent: Rect, _ visit: (Int) -> Bool) {
    let (firstColumn, lastColumn) = (column(extent.minX), column(extent.maxX))
    let (firstRow, lastRow) = (row(extent.minY), row(extent.maxY))
    for row in firstRow...lastRow {
      for column in firstColumn...lastColumn {
        for number in cells[row * columns + column] {
          let other = extents[number]
          // In the cell where what both share begins, and in no other.
          guard other.overlaps(extent), self.column(max(other.minX, extent.minX)) == column,
            self.row(max(other.minY, extent.minY)) == row
          else { continue }
          if !visit(number) { return }
        }
      }
    }
  }

  private func cells(of extent: Rect) -> [Int] {
    let across = column(extent.minX)...column(extent.maxX)
    return (row(extent.minY)...row(extent.maxY)).flatMap { row in across.map { row * columns + $0 } }
  }

  private func column(_ x: Double) -> Int { max(0, min(columns - 1, Int((x - origin.x) / Self.cell))) }
  private func row(_ y: Double) -> Int { max(0, min(rows - 1, Int((y - origin.y) / Self.cell))) }
}
