import Graphics
import Platform
import Typesetting

/// Names a few of the larger rivers along their courses, letter by letter just above the line (below it where that is
/// the only room), each once. Nothing gives way to them: where they would touch another line or name, they aren't there.
struct RiverNames {
  private let courses: [(river: Ground.River, line: [Point])]
  private let most: Int
  private let ground: Ground
  private let lands: AreaMap
  private let lines: SummedGrid

  /// `lands` are the areas of the lands alone, `ours` the lands that stand out.
  init(_ ground: Ground, lands: AreaMap, ours: Set<Int>, marks: Marks, view: View) {
    let size = view.size
    self.ground = ground
    self.lands = lands
    // On small maps and on those of continents rivers are there for orientation only.
    let isLarge = min(size.width, size.height) >= 150 && max(size.width, size.height) >= 200
    let isNear = !view.isWorld && view.kilometresPerPoint < 14
    most = isLarge && isNear ? min(4, Int(size.width * size.height / 30_000)) : 0
    courses =
      most == 0
      ? []
      : Self.courses(ground.rivers.filter { $0.rank < view.leastRank }) { line in
        line.contains { lands.area(at: $0).map(ours.contains) ?? false }
      }
    lines =
      courses.isEmpty
      ? SummedGrid(Grid<Bool>(size: size, cell: size.width, filled: false)) { _ in 0 }
      : Self.lines(ground, marks)
  }

  /// The longest on the map first, the more important the more so, those of the lands that stand out most of all; the
  /// pieces of a river joined, of several rivers of one name the longest piece.
  private static func courses(_ rivers: [Ground.River], isOurs: ([Point]) -> Bool) -> [(
    river: Ground.River, line: [Point]
  )] {
    var names: [String] = []
    for river in rivers where !river.name.isEmpty && !names.contains(river.name) { names.append(river.name) }
    let found = names.compactMap { name -> (river: Ground.River, line: [Point], weight: Double)? in
      let own = rivers.filter { $0.name == name }
      let joined = joined(own.map(\.points))
      guard let line = joined.max(by: { length(of: $0) < length(of: $1) }),
        let river = own.min(by: { $0.rank < $1.rank })
      else { return nil }
      return (river, line, length(of: line) * Double(13 - river.rank) * (isOurs(line) ? 3 : 1))
    }
    return found.sorted { ($1.weight, $0.river.name) < ($0.weight, $1.river.name) }.map {
      ($0.river, $0.line)
    }
  }

  /// All lines and circles that a river's name keeps off, its own course too, and lakes.
  private static func lines(_ ground: Ground, _ marks: Marks) -> SummedGrid {
    var grid = Grid(size: ground.size, cell: 1, filled: false)
    for lake in ground.lakes.lakes {
      for polygon in lake.polygons { grid.fill(polygon, with: true) }
    }
    let lines =
      ground.coast + ground.lakes.shores + ground.border + ground.regions + ground.boundaries.map(\.points)
      + ground.rivers.map(\.points) + ground.routes.map(\.points)
    for line in lines { grid.set(line, to: true) }
    for (_, shape) in marks.flows { grid.fill([shape.outline], with: true) }
    return SummedGrid(grid) { $0 ? 1 : 0 }
  }

  /// Sets as many names as there is room for, up to a most.
  func set(_ style: TextStyle, _ typesetter: Typesetter, over colors: AreaColors, among areas: inout AreaMap)
    -> [SetName]
  {
    var names: [SetName] = []
    // Of the many that follow none is worth the search.
    for (river, line) in courses.prefix(3 * most) where names.count < most {
      let word = RiverWord(typesetter.line(RichText(river.name, style)), name: river.name, size: style.size)
      guard let word, let place = place(word, along: line, among: areas) else { continue }
      let middle = place.letters[place.letters.count / 2].point
      var run = word.run(place.letters)
      run.color = legible(style.color, on: colors.color(at: middle))
      run.halo = Stroke(colors.color(at: middle), width: style.size * 0.24)
      let origin = place.letters[0].point
      let box = run.bounds.offset(by: origin)
      var frame = Frame(size: box.size)
      frame.add(.text(run), at: Point(origin.x - box.minX, origin.y - box.minY))
      areas.take(run.turnedBoxes.map { $0.offset(by: origin) })
      names.append(SetName(frame: frame, box: box))
    }
    return names
  }

  /// Where the name stands best: level rather than steep, straight rather than bent, near its line, above it, near the
  /// middle of what is seen of the river.
  private func place(_ word: RiverWord, along line: [Point], among areas: AreaMap) -> RiverWord.Place? {
    let points = resampled(line, step: Self.step)
    // Of a river that is hardly seen the name says nothing.
    guard Double(points.count) * Self.step > 2 * word.width else { return nil }
    var best: RiverWord.Place?
    // Names follow the course at large, not its meanders.
    for reach in [3, 6, 12, 20] {
      let smooth = smoothed(points, reach: reach)
      for course in [RiverCourse(smooth, of: points), RiverCourse(smooth.reversed(), of: points.reversed())] {
        for start in stride(from: 0.0, through: course.length - word.width, by: 6) {
          guard let strain = word.strain(from: start, on: course) else { continue }
          let off = abs(start + word.width / 2 - course.length / 2) / course.length
          // The wide gaps are for rivers that a boundary runs along.
          for (isBelow, gap) in Self.gaps {
            let cost = strain + off + 0.3 * gap + (isBelow ? 0.8 : 0)
            if let best, best.cost <= cost { continue }
            guard
              let letters = word.letters(
                on: course, from: start, gap: gap, isBelow: isBelow, where: { isFree($0, among: areas) })
            else { continue }
            best = RiverWord.Place(letters: letters, cost: cost)
          }
        }
      }
      // Near its river, level and straight: nothing far from it is better.
      if let best, best.cost < goodCost { break }
    }
    return best
  }

  private static let gaps = [
    (false, 1.2), (false, 2.4), (false, 3.6), (true, 1.2), (true, 2.4), (false, 5), (true, 3.6), (true, 5),
  ]

  /// Between the points of a course, points on the frame.
  private static let step = 2.0

  private func isFree(_ box: Rect, among areas: AreaMap) -> Bool {
    guard lines.mean(over: box) == 0, areas.isFree(box, gap: 2),
      let land = lands.area(at: Point(box.midX, box.midY))
    else { return false }
    return land < ground.lands.count
  }
}

/// A place of so little cost is good enough.
private let goodCost = 1.2

/// Points on a line at equal distances.
private func resampled(_ line: [Point], step: Double) -> [Point] {
  guard var last = line.first else { return [] }
  var result = [last]
  var rest = step
  for point in line.dropFirst() {
    var distance = hypot(point.x - last.x, point.y - last.y)
    while distance >= rest {
      let share = rest / distance
      last = Point(last.x + (point.x - last.x) * share, last.y + (point.y - last.y) * share)
      result.append(last)
      distance -= rest
      rest = step
    }
    rest -= distance
    last = point
  }
  return result
}

/// Each point the mean of those around it, twice; the ends stay.
private func smoothed(_ points: [Point], reach: Int) -> [Point] {
  var result = points
  for _ in 0..<2 {
    let before = result
    for index in result.indices {
      let own = min(reach, index, points.count - 1 - index)
      let around = before[index - own...index + own]
      let count = Double(around.count)
      result[index] = Point(
        around.reduce(0) { $0 + $1.x } / count, around.reduce(0) { $0 + $1.y } / count)
    }
  }
  return result
}

private func length(of line: [Point]) -> Double {
  zip(line, line.dropFirst()).reduce(0) { $0 + hypot($1.1.x - $1.0.x, $1.1.y - $1.0.y) }
}
