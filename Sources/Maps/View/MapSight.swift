import Graphics
import MapGrammar

/// A map as it was drawn.
public struct DrawnMap: Hashable, Sendable {
  public var frame: Frame
  public var sight: MapSight
  /// What is shaded and told neither on it nor below it, with its value; what found no room, as the labels that are left out.
  public var untold: [String] = []
}

/// What is seen on a drawn map beside what it is about, for its alternative text.
public struct MapSight: Hashable, Sendable {
  /// The named countries around the map's own, clockwise from the north.
  var neighbours: [Neighbour] = []
  /// Labels of the sites that a small map shows enlarged.
  var magnified: [String] = []
  /// Whether a small map shows where in the world the large one lies.
  var hasLocator = false
  /// Whether it asks for the land's relief and is too near for it.
  public internal(set) var lacksRelief = false

  /// Nothing but what the map is about.
  public init() {}

  struct Neighbour: Hashable, Sendable {
    var name: String
    /// On which side of the map: one of the eight winds; `nil` in its middle.
    var wind: String?
  }
}

extension MapSight {
  init(of written: Written, on map: MapDescription, in view: View) {
    if !view.isWorld {
      let named = written.names.neighbours.map { ($0.name, Self.sector(of: $0.place, in: view.size)) }
      let sorted = named.enumerated().sorted {
        ($0.element.1 ?? 8, $0.offset) < ($1.element.1 ?? 8, $1.offset)
      }
      neighbours = sorted.map { Neighbour(name: $0.element.0, wind: $0.element.1.map { winds[$0] }) }
    }
    magnified = written.insets.flatMap { $0.silenced.map { written.marks.dots[$0].site.caption } }
    hasLocator = written.insets.contains { $0.outline == nil }
  }

  /// Counted clockwise from the north, which is up; sides of a long frame are as wide as they are seen.
  private static func sector(of place: Point, in size: Size) -> Int? {
    let (x, y) = (2 * place.x / size.width - 1, 2 * place.y / size.height - 1)
    if max(abs(x), abs(y)) < 0.25 { return nil }
    let (isAside, isAboveOrBelow) = (abs(x) > abs(y) / 2, abs(y) > abs(x) / 2)
    switch (isAside ? (x > 0 ? 1 : -1) : 0, isAboveOrBelow ? (y > 0 ? 1 : -1) : 0) {
    case (0, -1): return 0
    case (1, -1): return 1
    case (1, 0): return 2
    case (1, 1): return 3
    case (0, 1): return 4
    case (-1, 1): return 5
    case (-1, 0): return 6
    default: return 7
    }
  }
}
