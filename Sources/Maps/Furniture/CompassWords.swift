import Atlas

/// Clockwise.
let winds = ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"]

/// Which of the eight winds one goes with from a place to another at first.
func compassWord(from start: GeoPoint, to end: GeoPoint) -> String {
  let sector = Int((Geodesic.azimuth(from: start, to: end) / 45).rounded())
  return winds[(sector + 8) % 8]
}
