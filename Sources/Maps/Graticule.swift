import Atlas

/// Meridians and parallels of round degrees, four to eight each way.
func graticule(of view: View) -> [[GeoPoint]] {
  let box = view.box
  let step = graticuleStep(of: view)
  func rounds(_ low: Double, _ high: Double) -> [Double] {
    let (first, last) = (Int((low / step).rounded(.up)), Int((high / step).rounded(.down)))
    return first <= last ? (first...last).map { Double($0) * step } : []
  }
  func points(_ low: Double, _ high: Double) -> [Double] {
    let count = max(2, Int(((high - low) / min(2, step / 4)).rounded(.up)))
    return (0...count).map { low + (high - low) * Double($0) / Double(count) }
  }
  // The last meridian of a whole globe is its first.
  let isRound = box.east - box.west > 359.9
  let meridians = rounds(box.west, box.east - (isRound ? step / 2 : 0)).map { longitude in
    // Meridians meet at a pole: the last ten degrees are left free of most.
    points(max(box.south, -80), min(box.north, 80)).map {
      GeoPoint(longitude: wrap(longitude), latitude: $0)
    }
  }
  let halves: [(Double, Double)] =
    box.west >= -180 && box.east <= 180
    ? [(box.west, box.east)]
    : isRound
      ? [(-180, 180)]
      : [(wrap(box.west), 180), (-180, wrap(box.east))]
  let parallels = rounds(max(box.south, -89), min(box.north, 89)).flatMap { latitude in
    halves.map { west, east in points(west, east).map { GeoPoint(longitude: $0, latitude: latitude) } }
  }
  return meridians + parallels
}

private func graticuleStep(of view: View) -> Double {
  let span = max(view.box.east - view.box.west, view.box.north - view.box.south)
  return [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 15, 20].first { span / $0 <= 8 } ?? 30
}
