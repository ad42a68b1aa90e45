import Atlas

/// A place on a map, labelled as the pack writes it.
public struct Site: Hashable, Sendable {
  public var label: String
  public var place: Place
  /// Whether it is a region (an oblast, a province): its name stands about its middle, without a dot.
  public var isRegion: Bool
  /// What else the pack calls it.
  public var otherNames: [String]
  /// Whether places.csv says where it lies.
  public var isOwn = false
  /// Other places at the very same spot: places.csv has them all, so none is another's second name.
  public var besides: [String] = []

  /// What stands on the map: the label, with those of the places at the same spot.
  public var caption: String
  /// Its country's, as the alternative text says it; empty where it need not be said.
  public var countryName = ""
  /// Drawn bold and filled; otherwise hollow and light, for orientation.
  public var isNamed = true
  /// Numbers of the events that happened here; they stand before the caption.
  public var numbers: [Int] = []
  /// A value shown as a circle around the place.
  public var symbol: MapDescription.Value?

  public init(label: String, place: Place, isRegion: Bool = false, otherNames: [String] = []) {
    self.label = label
    self.place = place
    self.isRegion = isRegion
    self.otherNames = otherNames
    caption = label
  }

  public var position: GeoPoint { place.position }

  /// Whether it is the same town, under whichever name.
  public func isSame(as other: Site) -> Bool {
    label == other.label || isRegion == other.isRegion && position == other.position
  }

  /// Every name that it has here.
  public var names: [String] { [label] + besides + otherNames }

  /// Takes on the names of the same town, or of one at the same spot.
  public mutating func add(namesOf site: Site) {
    for name in site.names where !names.contains(name) {
      if isOwn, site.isOwn, !site.otherNames.contains(name) {
        besides.append(name)
      } else {
        otherNames.append(name)
      }
    }
  }
}

extension [Site] {
  public func holds(_ site: Site) -> Bool { contains { $0.isSame(as: site) } }

  /// Adds what is not among them; a town that is there already gets the other name.
  public mutating func join(_ site: Site) {
    guard let index = firstIndex(where: { $0.isSame(as: site) }) else {
      append(site)
      return
    }
    self[index].add(namesOf: site)
  }
}
