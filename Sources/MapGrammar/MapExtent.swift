import Atlas

extension MapDescription.Extent {
  /// - Parameter place: somewhere on the globe.
  /// - Returns: why it is not shown; `nil` where it is.
  public func leavesOut(_ place: GeoPoint) -> String? {
    switch self {
    case .world: return nil
    case .box(let box):
      let width = box.east - box.west + (box.east < box.west ? 360 : 0)
      let east = (place.longitude - box.west).truncatingRemainder(dividingBy: 360)
      let isAcross = (east < 0 ? east + 360 : east) <= width
      if place.latitude > box.north { return "it lies north of it" }
      if place.latitude < box.south { return "it lies south of it" }
      return isAcross ? nil : "it lies east or west of it"
    case .lands(_, let points): return Self.box(GeoBox(around: points)).leavesOut(place)
    case .around(let center, let limit):
      let distance = center.kilometres(to: place)
      return distance <= limit * 1.003 ? nil : "it lies \(Int(distance.rounded())) km from its middle"
    }
  }
}

extension GeoBox {
  /// The smallest that holds them; its west may be greater than its east, across the antimeridian.
  public init(around points: [GeoPoint]) {
    let longitudes = points.map { $0.longitude.remainder(dividingBy: 360) }.sorted()
    let latitudes = points.map(\.latitude)
    guard let first = longitudes.first else {
      self.init(west: 0, south: 0, east: 0, north: 0)
      return
    }
    // All but the widest gap between them.
    let nexts = longitudes.dropFirst() + [first + 360]
    let widest = longitudes.indices.max { a, b in
      nexts[nexts.startIndex + a] - longitudes[a] < nexts[nexts.startIndex + b] - longitudes[b]
    }
    let last = widest ?? longitudes.count - 1
    self.init(
      west: longitudes[(last + 1) % longitudes.count], south: latitudes.min() ?? 0, east: longitudes[last],
      north: latitudes.max() ?? 0)
  }
}
