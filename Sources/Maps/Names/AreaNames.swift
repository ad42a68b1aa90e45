import Graphics

/// Which area (a country, a water) each cell of the frame belongs to, and what stands there already.
struct AreaMap {
  static let cell = 2.5
  static let none: Int16 = -1

  private(set) var areas: Grid<Int16>
  private var isTaken: Grid<Bool>
  private var taken: SummedGrid
  private let ink: SummedGrid
  private let frame: Rect

  init(size: Size, ink: SummedGrid) {
    areas = Grid(size: size, cell: Self.cell, filled: Self.none)
    isTaken = Grid(size: size, cell: Self.cell, filled: false)
    taken = SummedGrid(isTaken) { _ in 0 }
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

  /// Areas by their polygons, numbered from `first`.
  mutating func add(_ polygons: [[Ground.Polygon]], from first: Int) {
    for (index, polygons) in polygons.enumerated() {
      for polygon in polygons { add(polygon, area: first + index) }
    }
  }

  /// Seas, numbered from `first`: where no area is yet. Where two reach into each other the smaller, which comes later,
  /// has its name.
  mutating func add(seas: [[Ground.Polygon]], from first: Int) {
    for (index, polygons) in seas.enumerated().reversed() {
      for polygon in polygons { areas.fill(polygon, with: Int16(first + index), only: Self.none) }
    }
  }

  /// Makes regions the areas, by the numbers of these places in them: what of the place's land lies around it within
  /// boundaries, coasts and shores. The lines belong to none, so a name inside keeps off them.
  mutating func setRegions(around places: [Point], on ground: Ground, lands: AreaMap) {
    var isOpen = Grid(size: frame.size, cell: Self.cell, filled: true)
    let lines = ground.regions + ground.boundaries.map(\.points) + ground.coast + ground.lakes.shores
    for line in lines { isOpen.set(line, to: false) }
    for lake in ground.lakes.lakes {
      for polygon in lake.polygons { isOpen.fill(polygon, with: false) }
    }
    areas = Grid(size: frame.size, cell: Self.cell, filled: Self.none)
    // All at once, so that where a line has a gap two regions meet in it.
    var reached: [Int] = []
    func reach(_ cell: Int, _ land: Int16, _ region: Int16) {
      guard isOpen.values[cell], areas.values[cell] == Self.none, lands.areas.values[cell] == land,
        land != Self.none
      else { return }
      areas.values[cell] = region
      reached.append(cell)
    }
    for (number, place) in places.enumerated() where frame.distance(to: place) == 0 {
      let cell = areas.index(of: place)
      reach(cell, lands.areas.values[cell], Int16(number))
    }
    var next = 0
    while next < reached.count {
      let cell = reached[next]
      let (land, region) = (lands.areas.values[cell], areas.values[cell])
      let (row, column) = (cell / areas.columns, cell % areas.columns)
      if column > 0 { reach(cell - 1, land, region) }
      if column + 1 < areas.columns { reach(cell + 1, land, region) }
      if row > 0 { reach(cell - areas.columns, land, region) }
      if row + 1 < areas.rows { reach(cell + areas.columns, land, region) }
      next += 1
    }
  }

  /// Whether nothing stands in a rectangle, and it lies in the frame.
  func isFree(_ rect: Rect, gap: Double) -> Bool {
    frame.insetBy(3).contains(rect) && taken.mean(over: rect.grown(across: gap, down: gap / 2)) == 0
  }

  /// Whether no line is drawn in a rectangle.
  func isBlank(_ rect: Rect) -> Bool { ink.mean(over: rect) == 0 }

  /// Marks what stands on the map already.
  mutating func take(_ rects: [Rect], leaders: [Leader] = []) {
    for rect in rects { isTaken.set(rect, to: true) }
    for leader in leaders { isTaken.set([leader.start, leader.end], to: true) }
    taken = SummedGrid(isTaken) { $0 ? 1 : 0 }
  }

  /// The area at a point.
  func area(at point: Point) -> Int? {
    let area = areas[point]
    return area == Self.none ? nil : Int(area)
  }

  /// Whether a point lies well inside an area: its edge is drawn by neighbours, too.
  func isWithin(_ area: Int, around point: Point) -> Bool {
    [(-4.0, 0.0), (4, 0), (0, -4), (0, 4)].allSatisfy { dx, dy in
      let near = Point(point.x + dx, point.y + dy)
      return frame.distance(to: near) == 0 && self.area(at: near) == area
    }
  }

  /// Where the area of a point is, each cell 1 or 0; one grid for all points of an area.
  func extents(ofAreasAt points: [Point]) -> [SummedGrid] {
    var known: [Int16: SummedGrid] = [:]
    return points.map { point in
      let area = areas[point]
      if let extent = known[area] { return extent }
      let extent = SummedGrid(areas) { $0 == area ? 1 : 0 }
      known[area] = extent
      return extent
    }
  }

  /// Where the areas are that `isMeant` holds of, and what is no area, each cell 1 or 0.
  func extent(_ isMeant: (Int) -> Bool) -> SummedGrid {
    SummedGrid(areas) { $0 == Self.none || isMeant(Int($0)) ? 1 : 0 }
  }

  /// Where the areas are that `isMeant` holds of, each cell 1 or 0: of lands, without lakes and seas.
  func ground(where isMeant: (Int) -> Bool) -> SummedGrid {
    SummedGrid(areas) { $0 != Self.none && isMeant(Int($0)) ? 1 : 0 }
  }

  /// Where each area lies, by its number.
  func spans() -> [Int: Span] {
    var spans: [Span?] = []
    areas.values.withUnsafeBufferPointer { cells in
      for row in 0..<areas.rows {
        let start = row * areas.columns
        var column = 0
        while column < areas.columns {
          let area = Int(cells[start + column])
          let first = column
          repeat { column += 1 } while column < areas.columns && Int(cells[start + column]) == area
          guard area >= 0 else { continue }
          while spans.count <= area { spans.append(nil) }
          var span = spans[area] ?? Span(column: first, row: row)
          span.add(first..<column, row)
          spans[area] = span
        }
      }
    }
    var result: [Int: Span] = [:]
    for (area, span) in spans.enumerated() { result[area] = span }
    return result
  }

  /// The cells of an area: how many, their sum for the middle, and the rectangle around them.
  struct Span {
    private(set) var count = 0
    private(set) var columns: ClosedRange<Int>
    private(set) var rows: ClosedRange<Int>
    private var sum = (column: 0, row: 0)

    init(column: Int, row: Int) {
      columns = column...column
      rows = row...row
    }

    mutating func add(_ run: Range<Int>, _ row: Int) {
      count += run.count
      sum.column += (run.lowerBound + run.upperBound - 1) * run.count / 2
      sum.row += row * run.count
      columns = min(columns.lowerBound, run.lowerBound)...max(columns.upperBound, run.upperBound - 1)
      rows = min(rows.lowerBound, row)...max(rows.upperBound, row)
    }

    /// The middle of what is seen of the area, in points.
    var middle: Point {
      let scale = AreaMap.cell / Double(count)
      return Point(
        Double(sum.column) * scale + AreaMap.cell / 2, Double(sum.row) * scale + AreaMap.cell / 2)
    }

    /// Whether `share` of a name of that size can lie in the area at all.
    func holds(_ size: Size, share: Double) -> Bool {
      Double(count) * AreaMap.cell * AreaMap.cell >= size.width * size.height * share
        && Double(columns.count + 1) * AreaMap.cell >= size.width * share
        && Double(rows.count + 1) * AreaMap.cell >= size.height * share
    }
  }

  /// Where an area is, each cell 1 or 0.
  func extent(of area: Int) -> SummedGrid { SummedGrid(areas) { $0 == Int16(area) ? 1 : 0 } }

  /// Where a name of that size stands best in its area: inside it by `share`, free of all that is taken, with as
  /// much air as there is, near the middle of what is seen of the area, whose extent is `inside`. `gap` is what it keeps free left and right of
  /// it, so that it is not read as one with its neighbour; a third of it above and below.
  func place(
    _ size: Size, in area: Int, _ span: Span, inside: SummedGrid, share: Double = 1, gap: Double = 1.5
  ) -> Rect? {
    let middle = span.middle
    let room = frame.insetBy(4)
    var best: (rect: Rect, score: Double)?
    // In a wide area every other cell is near enough.
    let step = span.count > 1000 ? 2 : 1
    for row in stride(from: span.rows.lowerBound, through: span.rows.upperBound, by: step) {
      for column in stride(from: span.columns.lowerBound, through: span.columns.upperBound, by: step)
      where areas.values[row * areas.columns + column] == area {
        let center = Point((Double(column) + 0.5) * Self.cell, (Double(row) + 0.5) * Self.cell)
        let (dx, dy) = (center.x - middle.x, center.y - middle.y)
        var score = -0.06 * (dx * dx + dy * dy).squareRoot()
        // More air can't make up for it: the costly look around is spared.
        if let best, score + Self.airs[0] <= best.score { continue }
        let rect = Rect(
          x: center.x - size.width / 2, y: center.y - size.height / 2, width: size.width, height: size.height)
        guard room.contains(rect), inside.mean(over: rect) >= share - 1e-6,
          taken.mean(over: rect.grown(across: gap, down: max(1.5, gap / 3))) == 0
        else { continue }
        score -= 40 * ink.mean(over: rect)
        if let best, score + Self.airs[0] <= best.score { continue }
        score += air(around: rect, inside: inside)
        if best.map({ score > $0.score }) ?? true { best = (rect, score) }
      }
    }
    return best?.rect
  }

  private static let airs = [14.0, 9, 5, 2.5]

  /// How far the name is from its area's edge and from what stands around it, in points; more is no gain.
  private func air(around rect: Rect, inside: SummedGrid) -> Double {
    Self.airs.first { air in
      let grown = rect.insetBy(-air)
      return inside.mean(over: grown) > 0.99 && taken.mean(over: grown) == 0
    } ?? 0
  }
}
