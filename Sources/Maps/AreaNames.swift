import Graphics

/// Which area (a country, a water) each cell of the frame belongs to, and what stands there already.
struct AreaMap {
  static let cell = 2.5
  static let none: Int16 = -1

  private(set) var areas: Grid<Int16>
  private var isTaken: Grid<Bool>
  private let ink: SummedGrid
  private let frame: Rect

  init(size: Size, ink: SummedGrid) {
    areas = Grid(size: size, cell: Self.cell, filled: Self.none)
    isTaken = Grid(size: size, cell: Self.cell, filled: false)
    self.ink = ink
    frame = Rect(size: size)
  }

  /// The lands, by their numbers.
  init(of ground: Ground, ink: SummedGrid) {
    self.init(size: ground.size, ink: ink)
    for (index, land) in ground.lands.enumerated() {
      for polygon in land.polygons { add(polygon, area: index) }
    }
  }

  mutating func add(_ polygon: [[Point]], area: Int) { areas.fill(polygon, with: Int16(area)) }

  mutating func take(_ rect: Rect) { isTaken.set(rect, to: true) }

  mutating func take(_ leader: Leader) { isTaken.set([leader.start, leader.end], to: true) }

  /// The area at a point.
  func area(at point: Point) -> Int? {
    let area = areas[point]
    return area == Self.none ? nil : Int(area)
  }

  /// Where the area of a point is, each cell 1 or 0.
  func extent(ofAreaAt point: Point) -> SummedGrid {
    let area = areas[point]
    return SummedGrid(areas) { $0 == area ? 1 : 0 }
  }

  /// Where a name of that size stands best in its area: inside it by `share`, free of all that is taken, with as
  /// much air as there is, near the middle of what is seen of the area.
  func place(_ size: Size, in area: Int, share: Double = 1) -> Rect? {
    guard let middle = middle(of: area) else { return nil }
    let inside = SummedGrid(areas) { $0 == Int16(area) ? 1 : 0 }
    let taken = SummedGrid(isTaken) { $0 ? 1 : 0 }
    let room = frame.insetBy(4)
    var best: (rect: Rect, score: Double)?
    for row in 0..<areas.rows {
      for column in 0..<areas.columns {
        let center = Point((Double(column) + 0.5) * Self.cell, (Double(row) + 0.5) * Self.cell)
        let rect = Rect(
          x: center.x - size.width / 2, y: center.y - size.height / 2, width: size.width, height: size.height)
        guard room.contains(rect), taken.mean(over: rect.insetBy(-1.5)) == 0,
          inside.mean(over: rect) >= share - 1e-6
        else { continue }
        let (dx, dy) = (center.x - middle.x, center.y - middle.y)
        var score = -0.06 * (dx * dx + dy * dy).squareRoot() - 40 * ink.mean(over: rect)
        score += air(around: rect, inside: inside, taken: taken)
        if best.map({ score > $0.score }) ?? true { best = (rect, score) }
      }
    }
    return best?.rect
  }

  /// How far the name is from its area's edge and from what stands around it, in points; more than 14 is no gain.
  private func air(around rect: Rect, inside: SummedGrid, taken: SummedGrid) -> Double {
    for air in [14.0, 9, 5, 2.5] {
      let grown = rect.insetBy(-air)
      if inside.mean(over: grown) > 0.99, taken.mean(over: grown) == 0 { return air }
    }
    return 0
  }

  private func middle(of area: Int) -> Point? {
    var (x, y, count) = (0, 0, 0)
    for row in 0..<areas.rows {
      for column in 0..<areas.columns where areas.values[row * areas.columns + column] == Int16(area) {
        x += column
        y += row
        count += 1
      }
    }
    guard count > 0 else { return nil }
    let scale = Self.cell / Double(count)
    return Point((Double(x) + 0.5) * scale, (Double(y) + 0.5) * scale)
  }
}
