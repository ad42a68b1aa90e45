import Atlas
import Foundation
import Graphics
import TestSupport
import Testing

@testable import Maps

/// Runs one of PROJ's own commands (Debian's proj-bin; Scripts/setup installs it).
private func run(_ command: String, _ arguments: [String], input: String) throws -> [[Double]] {
  let run = try tool(command, arguments, input: input)
  try #require(run.status == 0, "\(command) of Debian's proj-bin")
  return run.output.split(separator: "\n").map { line in
    line.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
  }
}

extension Projection.Kind {
  /// PROJ's own notation.
  fileprivate var definition: String {
    let ellipsoid = "+ellps=WGS84 +over"
    switch self {
    case .azimuthal(let center):
      return "+proj=laea +lat_0=\(center.latitude) +lon_0=\(center.longitude) \(ellipsoid)"
    case .conic(let center, let south, let north):
      return "+proj=lcc +lat_1=\(south) +lat_2=\(north) +lat_0=\(center.latitude) "
        + "+lon_0=\(center.longitude) \(ellipsoid)"
    case .world(let longitude): return "+proj=eqearth +lon_0=\(longitude) \(ellipsoid)"
    }
  }
}

private let kinds: [(Projection.Kind, reach: Double)] = [
  (.azimuthal(center: GeoPoint(longitude: 10, latitude: 0)), 80),
  (.azimuthal(center: GeoPoint(longitude: -40, latitude: -90)), 25),
  (.azimuthal(center: GeoPoint(longitude: 69, latitude: 43)), 25),
  (.azimuthal(center: GeoPoint(longitude: 30, latitude: 90)), 25),
  (.azimuthal(center: GeoPoint(longitude: 179, latitude: -17)), 20),
  (.conic(center: GeoPoint(longitude: 67, latitude: 45), south: 40, north: 50), 20),
  (.conic(center: GeoPoint(longitude: -62, latitude: -35), south: -45, north: -25), 20),
  (.world(longitude: 11), 160), (.world(longitude: -150), 160),
]

private func points(_ count: Int, _ kind: Projection.Kind, reach: Double) -> [Point] {
  var generator = SplitMix64(state: 77)
  let center: (Double, Double) =
    switch kind {
    case .azimuthal(let place), .conic(let place, _, _): (place.longitude, place.latitude)
    case .world(let longitude): (longitude, 0)
    }
  return (0..<count).map { _ in
    Point(
      center.0 + (generator.unit() - 0.5) * 2 * reach,
      max(-89, min(89, center.1 + (generator.unit() - 0.5) * 2 * min(reach, 80))))
  }
}

@Test func aThousandPlacesLieWherePROJsOwnCommandPutsThemThereAndBack() throws {
  var compared = 0
  for (kind, reach) in kinds {
    let places = points(160, kind, reach: reach)
    let lines = places.map { "\($0.x) \($0.y)" }.joined(separator: "\n") + "\n"
    let definition = kind.definition.split(separator: " ").map(String.init)
    let expected = try run(
      "cs2cs", ["-f", "%.6f", "+proj=longlat", "+ellps=WGS84", "+to"] + definition, input: lines)
    try #require(expected.count == places.count)
    let projection = Projection(kind)
    var projected = places
    projection.forward(&projected)
    let back = projection.inverse(projected)
    for (index, point) in projected.enumerated() {
      compared += 1
      #expect(abs(point.x - expected[index][0]) < 0.001, "\(kind) \(places[index])")
      #expect(abs(point.y - expected[index][1]) < 0.001, "\(kind) \(places[index])")
      let place = try #require(back[index])
      let original = GeoPoint(longitude: wrap(places[index].x), latitude: places[index].y)
      #expect(Geodesic.distance(from: place, to: original) < 0.01, "\(kind) \(places[index])")
    }
  }
  #expect(compared >= 1000)
}

@Test func distancesAreThoseOfPROJsOwnCommand() throws {
  var generator = SplitMix64(state: 5)
  func place() -> GeoPoint {
    GeoPoint(longitude: generator.unit() * 360 - 180, latitude: generator.unit() * 170 - 85)
  }
  // Anywhere; near each other; and almost opposite, where most methods fail; on the equator and to the poles.
  var pairs = (0..<120).map { _ in (place(), place()) }
  for _ in 0..<60 {
    let start = place()
    let (east, north) = (generator.unit() - 0.5, generator.unit() - 0.5)
    pairs.append((start, GeoPoint(longitude: start.longitude + east, latitude: start.latitude + north)))
    pairs.append(
      (start, GeoPoint(longitude: wrap(start.longitude + 180 + east), latitude: north - start.latitude)))
  }
  for longitude in [1, 90, 179, 179.5, 179.9, 180] {
    pairs.append(
      (GeoPoint(longitude: 0, latitude: 0), GeoPoint(longitude: longitude, latitude: 0)))
    pairs.append(
      (GeoPoint(longitude: 0, latitude: 90), GeoPoint(longitude: longitude, latitude: longitude / 3 - 50)))
    pairs.append(
      (GeoPoint(longitude: longitude, latitude: 20), GeoPoint(longitude: 0, latitude: -90)))
  }
  let lines =
    pairs.map { "\($0.latitude) \($0.longitude) \($1.latitude) \($1.longitude)" }.joined(separator: "\n")
    + "\n"
  // Azimuth there, azimuth back, distance.
  let found = try run("geod", ["+ellps=WGS84", "-I", "-f", "%.6f", "-F", "%.3f"], input: lines)
  try #require(found.count == pairs.count)
  for (pair, expected) in zip(pairs, found) {
    #expect(abs(Geodesic.distance(from: pair.0, to: pair.1) - expected[2]) < 0.002)
    // To a place so near, from a pole or almost to the antipode many ways are as short.
    if expected[2] > 1000, expected[2] < 19_900_000, abs(pair.0.latitude) < 89 {
      let turn = Geodesic.azimuth(from: pair.0, to: pair.1) - expected[0]
      #expect(abs(turn.remainder(dividingBy: 360)) < 1e-4, "\(pair)")
    }
    let end = Geodesic.place(from: pair.0, azimuth: expected[0], metres: expected[2])
    #expect(Geodesic.distance(from: end, to: pair.1) < 2)
  }
}
