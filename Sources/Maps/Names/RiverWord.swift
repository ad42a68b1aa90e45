import Graphics
import Platform
import Typesetting

/// A river's course, made smooth, by the way along it.
struct RiverCourse {
  let points: [Point]
  /// How far each point is from where the river really runs.
  let offsets: [Double]
  /// The way to each point.
  private let ways: [Double]

  var length: Double { ways.last ?? 0 }

  init(_ smooth: [Point], of course: [Point]) {
    points = smooth
    offsets = zip(smooth, course).map { hypot($0.x - $1.x, $0.y - $1.y) }
    var (way, ways) = (0.0, [0.0])
    for (start, end) in zip(smooth, smooth.dropFirst()) {
      way += hypot(end.x - start.x, end.y - start.y)
      ways.append(way)
    }
    self.ways = ways
  }

  func index(at way: Double) -> Int {
    var (low, high) = (0, ways.count - 1)
    while low + 1 < high {
      let middle = (low + high) / 2
      if ways[middle] <= way { low = middle } else { high = middle }
    }
    return low
  }

  func point(at way: Double) -> Point {
    let index = index(at: way)
    guard index + 1 < points.count, ways[index + 1] > ways[index] else { return points[index] }
    let share = min(1, max(0, (way - ways[index]) / (ways[index + 1] - ways[index])))
    let (a, b) = (points[index], points[index + 1])
    return Point(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
  }
}

/// A name whose letters are put along a line one by one.
struct RiverWord {
  struct Letter {
    /// Of its glyph.
    var point: Point
    var turn: Double
  }

  struct Place {
    var letters: [Letter]
    var cost: Double
  }

  let width: Double
  private let text: GlyphRun
  private let size: Double
  /// Of each letter.
  private let widths: [Double]
  /// How far its letters reach below the baseline.
  private let depth: Double

  /// `nil` for a name that takes more than one font or way of writing.
  init?(_ line: Typesetting.Line, name: String, size: Double) {
    let runs = line.frame.leaves.compactMap { leaf in
      if case .text(let run) = leaf.item { run } else { nil }
    }
    guard runs.count == 1, !runs[0].isRightToLeft, runs[0].glyphs.count >= 2 else { return nil }
    text = runs[0]
    width = text.advance
    self.size = size
    let ends = text.glyphs.dropFirst().map(\.x) + [text.advance]
    widths = zip(text.glyphs, ends).map { $1 - $0.x }
    depth = name.contains { "gjpqyQç,".contains($0) } ? 0.24 * size : 0.03 * size
  }

  /// How steep and bent the name would stand from there on; `nil` where it can't, or where the smooth course leaves the
  /// river: there the name would seem to be another's.
  func strain(from start: Double, on course: RiverCourse) -> Double? {
    let (first, last) = (course.index(at: start), course.index(at: start + width))
    guard course.points[last].x > course.points[first].x else { return nil }
    let farthest = course.offsets[first...last].max() ?? 0
    guard farthest < 5 else { return nil }
    var (bend, steepness) = (0.0, 0.0)
    var before: Double?
    for (glyph, width) in zip(text.glyphs, widths) {
      let turn = turn(at: start + glyph.x + width / 2, on: course)
      guard abs(turn) < 1.4 else { return nil }
      if let before {
        guard abs(turn - before) < 0.25 else { return nil }
        bend += abs(turn - before)
      }
      steepness += abs(turn)
      before = turn
    }
    steepness /= Double(widths.count)
    // Round a bend or upright it is read no more at a glance.
    guard bend < 0.85, steepness < 1 else { return nil }
    return 3 * bend + steepness * (steepness > 0.8 ? 2 : 1) + 0.25 * farthest
  }

  private func turn(at way: Double, on course: RiverCourse) -> Double {
    let (a, b) = (course.point(at: way - 0.8 * size), course.point(at: way + 0.8 * size))
    return atan2(b.y - a.y, b.x - a.x)
  }

  /// The letters with that gap between them and the line, as far from each other as in type: beside a bend that is more or
  /// less than on the course. `nil` where the course ends before the name, or the upright box around a letter's ink isn't
  /// free.
  func letters(
    on course: RiverCourse, from start: Double, gap: Double, isBelow: Bool, where isFree: (Rect) -> Bool
  ) -> [Letter]? {
    let up = isBelow ? -(gap + 0.72 * size) : gap + depth
    var letters: [Letter] = []
    var (way, before) = (start, (middle: Point.zero, width: 0.0))
    for width in widths {
      let wanted = (before.width + width) / 2
      way += wanted
      var (middle, turn) = place(at: way, up, on: course)
      for _ in 0..<2 where !letters.isEmpty {
        way += wanted - hypot(middle.x - before.middle.x, middle.y - before.middle.y)
        (middle, turn) = place(at: way, up, on: course)
      }
      let letter = Letter(
        point: Point(middle.x - cos(turn) * width / 2, middle.y - sin(turn) * width / 2), turn: turn)
      guard way + width / 2 <= course.length, isFree(box(of: letter, width: width)) else { return nil }
      before = (middle, width)
      letters.append(letter)
    }
    return letters
  }

  /// The middle of a letter on the baseline.
  private func place(at way: Double, _ up: Double, on course: RiverCourse) -> (Point, Double) {
    let (point, turn) = (course.point(at: way), turn(at: way, on: course))
    return (Point(point.x + sin(turn) * up, point.y - cos(turn) * up), turn)
  }

  /// The upright box around a letter's ink.
  private func box(of letter: Letter, width: Double) -> Rect {
    let (x, y) = (cos(letter.turn), sin(letter.turn))
    return Transform(xx: x, xy: -y, yx: y, yy: x, dx: letter.point.x, dy: letter.point.y).apply(
      to: Rect(x: 0, y: -0.72 * size, width: width, height: 0.72 * size + depth))
  }

  /// From the first letter's place.
  func run(_ letters: [Letter]) -> GlyphRun {
    var run = text
    let origin = letters[0].point
    run.glyphs = zip(text.glyphs, letters).map { glyph, letter in
      Glyph(id: glyph.id, x: letter.point.x - origin.x, y: letter.point.y - origin.y)
    }
    run.turns = letters.map(\.turn)
    return run
  }
}
