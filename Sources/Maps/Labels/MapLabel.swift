import Graphics

/// A label to be placed: what it belongs to and the room it takes.
struct Label: Hashable {
  enum Kind: Hashable {
    /// Beside a dot.
    case dot
    /// Beside a line, by its number among the surroundings' lines, at one of these places of it, the best first.
    /// `normal` has length 1.
    case line(Int, [Anchor])
    /// In an area, about the dot, which is not drawn.
    case area
    /// Away from the dot, with a line to it.
    case callout
  }

  struct Anchor: Hashable {
    var point: Point
    var normal: Point
    /// Half the line's width there; `nil` where it is that of the whole line.
    var half: Double?
    /// What it costs to stand on the side that its normal leads to.
    var inner = 0.0
  }

  var kind = Kind.dot
  /// The dot's centre, and the radius that its own label keeps to, points.
  var dot: Point
  var radius: Double
  /// The radius that other labels keep out of; a symbol's circle they may cover, its dot not.
  var core: Double
  var size: Size
  /// From the box's upper edge to the middle of its capitals, where a leader line points.
  var axis: Double
  /// Named sites come first: their labels get the better places.
  var isNamed: Bool
  /// The box of what an inset shows, with the dot in it: the label stands beside the box.
  var box: Rect?
  /// Where an arrow in the dot's place points to; of length 1.
  var heading: Point?

  init(
    _ kind: Kind = .dot, dot: Point, radius: Double, core: Double? = nil, size: Size, axis: Double,
    isNamed: Bool
  ) {
    self.kind = kind
    self.dot = dot
    self.radius = radius
    self.core = core ?? radius
    self.size = size
    self.axis = axis
    self.isNamed = isNamed
  }
}

extension Label {
  /// What the label stands beside.
  var mark: Rect { box ?? Rect(center: dot, radius: radius) }

  /// From the edge of what it stands beside to a label.
  func distance(from label: Rect) -> Double {
    guard let box else { return label.distance(to: dot) - radius }
    let dx = max(box.minX - label.maxX, 0, label.minX - box.maxX)
    let dy = max(box.minY - label.maxY, 0, label.minY - box.maxY)
    return (dx * dx + dy * dy).squareRoot()
  }
}

/// Where a label came to stand.
struct PlacedLabel: Hashable {
  var box: Rect
  /// From the dot to the label, where it stands away from it.
  var leader: Leader?
}

struct Leader: Hashable {
  var start: Point
  var end: Point

  /// Whether any of it lies in the rectangle (Liang & Barsky 1984).
  func touches(_ rect: Rect) -> Bool {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    var (enter, leave) = (0.0, 1.0)
    for (p, q) in [
      (-dx, start.x - rect.minX), (dx, rect.maxX - start.x), (-dy, start.y - rect.minY),
      (dy, rect.maxY - start.y),
    ] {
      if p == 0 {
        if q < 0 { return false }
      } else if p < 0 {
        enter = max(enter, q / p)
      } else {
        leave = min(leave, q / p)
      }
    }
    return enter <= leave
  }

  func crosses(_ other: Leader) -> Bool {
    func side(_ a: Point, _ b: Point, _ c: Point) -> Double {
      (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }
    return side(start, end, other.start) * side(start, end, other.end) < 0
      && side(other.start, other.end, start) * side(other.start, other.end, end) < 0
  }
}

extension Point {
  /// Of the way from the origin.
  var length: Double { (x * x + y * y).squareRoot() }
}

func distance(from a: Point, to b: Point) -> Double { (a - b).length }

extension Rect {
  func grown(across: Double, down: Double) -> Rect {
    Rect(x: minX - across, y: minY - down, width: width + 2 * across, height: height + 2 * down)
  }

  /// From a point to the nearest point of the rectangle; 0 inside it.
  func distance(to point: Point) -> Double {
    let dx = max(minX - point.x, 0, point.x - maxX)
    let dy = max(minY - point.y, 0, point.y - maxY)
    return (dx * dx + dy * dy).squareRoot()
  }
}
