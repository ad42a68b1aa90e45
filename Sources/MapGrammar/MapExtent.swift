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
    case .around(let center, let limit):
      let distance = center.kilometres(to: place)
      return distance <= limit * 1.003 ? nil : "it lies \(Int(distance.rounded())) km from its middle"
    }
  }
}
