import Atlas
import Graphics
import Testing

@testable import Maps

@Test func projectedPlacesLieWherePROJsOwnCommandPutsThem() throws {
  for expected in expectedProjections {
    let projection = Projection(expected.kind)
    for (longitude, latitude, east, north) in expected.places {
      var points = [Point(longitude, latitude)]
      projection.forward(&points)
      #expect(abs(points[0].x - east) < 0.01 && abs(points[0].y - north) < 0.01, "\(expected.kind)")
    }
  }
}

@Test func projectingThereAndBackEndsWhereItBegan() throws {
  for expected in expectedProjections {
    let projection = Projection(expected.kind)
    for (longitude, latitude, _, _) in expected.places {
      let place = GeoPoint(longitude: wrap(longitude), latitude: latitude)
      let back = try #require(projection.inverse([projection.forward(place)])[0])
      #expect(Geodesic.distance(from: place, to: back) < 0.01, "\(expected.kind)")
    }
  }
}

@Test func distancesAgreeWithPROJsOwnCommand() {
  for (longitude, latitude, otherLongitude, otherLatitude, metres) in expectedDistances {
    let start = GeoPoint(longitude: longitude, latitude: latitude)
    let end = GeoPoint(longitude: otherLongitude, latitude: otherLatitude)
    #expect(abs(Geodesic.distance(from: start, to: end) - metres) < 0.01)
  }
}

@Test func aPathFollowsTheGreatCircleInEvenSteps() throws {
  let start = GeoPoint(longitude: 170, latitude: 60)
  let end = GeoPoint(longitude: -170, latitude: 40)
  let whole = Geodesic.distance(from: start, to: end)
  let path = Geodesic.path(from: start, to: end, step: 50_000)
  let steps = zip(path, path.dropFirst()).map { Geodesic.distance(from: $0, to: $1) }
  #expect(abs(steps.reduce(0, +) - whole) < 0.01)
  #expect(steps.allSatisfy { $0 <= 50_000.001 })
  #expect(Geodesic.distance(from: path[path.count - 1], to: end) < 0.001)
}
