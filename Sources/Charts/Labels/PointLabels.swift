import Graphics

/// Places for labels at points: touching them, or away from them with a line to them.
enum PointLabels {
  /// A point that labels are compared with: nothing of it reaches farther from its middle than its radius.
  struct Spot {
    var center: Point
    var radius = 0.0
  }

  /// Above and below a point, in order of preference, then beside it; or beside it first.
  /// `reach` is from the point's middle up and down to the label.
  static func boxes(_ size: Size, at center: Point, reach: Double, besideFirst: Bool = false) -> [Rect] {
    let (x, y, slack) = (center.x, center.y, size.width / 2)
    // Where points are close, only a label beside its point is plainly its own.
    let around = [0, -0.6, 0.6, -0.8, 0.8, -1, 1].map { $0 * slack }.flatMap { shift in
      [
        Point(x - size.width / 2 + shift, y - reach - size.height),
        Point(x - size.width / 2 + shift, y + reach),
      ]
    }
    let left = Point(x - reach - size.width, y - size.height / 2)
    let right = Point(x + reach, y - size.height / 2)
    let places = besideFirst ? [right, left] + around : around + [left, right]
    return places.map { Rect(origin: $0, size: size) }
  }

  /// Whether no other point lies about as near as the label's own.
  static func isPlainly(_ box: Rect, of own: Spot, among others: [Spot]) -> Bool {
    func distance(_ spot: Spot) -> Double {
      let dx = max(box.minX - spot.center.x, 0, spot.center.x - box.maxX)
      let dy = max(box.minY - spot.center.y, 0, spot.center.y - box.maxY)
      return (dx * dx + dy * dy).squareRoot() - spot.radius
    }
    let least = distance(own) * 1.5
    return others.allSatisfy { distance($0) > least }
  }

  /// Above or below the point, as near as there is room within so many heights, and the line from it to the label.
  /// `reach` is from the point's middle to where its line begins, `own` what the line may cross where it leaves the point,
  /// `crossed` what it may cross anywhere.
  static func away(
    _ size: Size, from center: Point, reach: Double, own: Rect, crossed: [Rect] = [], farthest: Double,
    _ placer: LabelPlacer
  ) -> (box: Rect, leader: (from: Point, to: Point))? {
    let (x, y) = (center.x, center.y)
    let allowed = placer.taken.filter { $0.overlaps(own) } + crossed
    for distance in stride(from: 3.0, through: farthest * size.height, by: 1.5) {
      for shift in [0, 0.5, -0.5, 1, -1, 1.5, -1.5] {
        for isAbove in [true, false] {
          let top = isAbove ? y - reach - distance - size.height : y + reach + distance
          let box = Rect(x: x + (shift - 0.5) * size.width, y: top, width: size.width, height: size.height)
          guard placer.isFree(box) else { continue }
          let from = Point(x, isAbove ? y - reach : y + reach)
          let to = Point(
            min(max(x, box.minX + 2), box.maxX - 2), isAbove ? box.maxY + 0.5 : box.minY - 0.5)
          let isClear = LabelPlacer.boxes(from, to).allSatisfy { placer.isFree(line: $0, from: allowed) }
          if isClear { return (box, (from, to)) }
        }
      }
    }
    return nil
  }
}
