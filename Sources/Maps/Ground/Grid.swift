import Graphics

/// The frame in square cells, each with a value: a rough picture that labels are placed by.
struct Grid<Value: Equatable> {
  let cell: Double
  let columns: Int
  let rows: Int
  var values: [Value]

  init(size: Size, cell: Double, filled value: Value) {
    self.cell = cell
    columns = max(1, Int((size.width / cell).rounded(.up)))
    rows = max(1, Int((size.height / cell).rounded(.up)))
    values = [Value](repeating: value, count: columns * rows)
  }

  subscript(point: Point) -> Value { values[index(of: point)] }

  /// Of the cell at a point, or the nearest to it.
  func index(of point: Point) -> Int {
    let column = max(0, min(columns - 1, Int(point.x / cell)))
    let row = max(0, min(rows - 1, Int(point.y / cell)))
    return row * columns + column
  }

  /// The cells that a rectangle touches, cut off at the frame; empty ranges outside it.
  func cells(touching rect: Rect) -> (columns: Range<Int>, rows: Range<Int>) {
    func range(_ low: Double, _ high: Double, _ count: Int) -> Range<Int> {
      let first = max(0, min(count, Int((low / cell).rounded(.down))))
      let end = max(first, min(count, Int((high / cell).rounded(.up))))
      return first..<end
    }
    return (range(rect.minX, rect.maxX, columns), range(rect.minY, rect.maxY, rows))
  }

  mutating func set(_ rect: Rect, to value: Value) {
    let (columns, rows) = cells(touching: rect)
    for row in rows {
      for column in columns { values[row * self.columns + column] = value }
    }
  }

  /// Sets the cells along a line.
  mutating func set(_ line: [Point], to value: Value) {
    for (start, end) in zip(line, line.dropFirst()) {
      let steps = max(1, Int((max(abs(end.x - start.x), abs(end.y - start.y)) / cell * 2).rounded(.up)))
      for step in 0...steps {
        let share = Double(step) / Double(steps)
        let column = Int(((start.x + (end.x - start.x) * share) / cell).rounded(.down))
        let row = Int(((start.y + (end.y - start.y) * share) / cell).rounded(.down))
        if column >= 0, column < columns, row >= 0, row < rows { values[row * columns + column] = value }
      }
    }
  }

  /// Sets the cells whose centres lie inside the rings (even-odd): all of them, or those that have the value `only`.
  mutating func fill(_ rings: [[Point]], with value: Value, only: Value? = nil) {
    var crossings: [Crossing] = []
    for ring in rings {
      guard var last = ring.last else { continue }
      for point in ring {
        let (upper, lower) = last.y < point.y ? (last, point) : (point, last)
        let first = max(0, Int((upper.y / cell - 0.5).rounded(.up)))
        let end = min(rows, Int((lower.y / cell - 0.5).rounded(.up)))
        if first < end {
          let slope = (lower.x - upper.x) / (lower.y - upper.y)
          for row in first..<end {
            crossings.append(
              Crossing(row: row, x: upper.x + ((Double(row) + 0.5) * cell - upper.y) * slope))
          }
        }
        last = point
      }
    }
    crossings.sort { ($0.row, $0.x) < ($1.row, $1.x) }
    // An outline is closed: each row is crossed an even number of times.
    for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
      let (enter, leave) = (crossings[pair], crossings[pair + 1])
      let first = max(0, Int((enter.x / cell - 0.5).rounded(.up)))
      let end = min(columns, Int((leave.x / cell - 0.5).rounded(.up)))
      if first < end {
        let row = enter.row * columns
        for cell in row + first..<row + end where only == nil || values[cell] == only { values[cell] = value }
      }
    }
  }

  private struct Crossing {
    var row: Int
    var x: Double
  }
}

/// Sums over any rectangle of a grid in constant time (Crow, Summed-area tables, 1984).
struct SummedGrid {
  private let cell: Double
  private let columns: Int
  private let rows: Int
  private let sums: [Float]

  /// `measure` says what a cell counts.
  @inline(__always)
  init<Value>(_ grid: Grid<Value>, _ measure: (Value) -> Float) {
    cell = grid.cell
    columns = grid.columns
    rows = grid.rows
    let width = columns + 1
    sums = [Float](unsafeUninitializedCapacity: width * (rows + 1)) { sums, count in
      grid.values.withUnsafeBufferPointer { values in
        count = width * (grid.rows + 1)
        for column in 0..<width { sums[column] = 0 }
        for row in 0..<grid.rows {
          var line: Float = 0
          var (next, value) = ((row + 1) * width, row * grid.columns)
          sums[next] = 0
          for _ in 0..<grid.columns {
            line += measure(values[value])
            next += 1
            value += 1
            sums[next] = sums[next - width] + line
          }
        }
      }
    }
  }

  /// The mean over the cells that the rectangle touches; cells beyond the frame don't count.
  func mean(over rect: Rect) -> Double {
    let left = max(0, min(columns - 1, Int((rect.minX / cell).rounded(.down))))
    let top = max(0, min(rows - 1, Int((rect.minY / cell).rounded(.down))))
    let right = max(left + 1, min(columns, Int((rect.maxX / cell).rounded(.up))))
    let bottom = max(top + 1, min(rows, Int((rect.maxY / cell).rounded(.up))))
    let width = columns + 1
    let sum =
      sums[bottom * width + right] - sums[top * width + right] - sums[bottom * width + left]
      + sums[top * width + left]
    // Rounding may leave a little less than nothing.
    return max(0, Double(sum)) / Double((right - left) * (bottom - top))
  }
}
