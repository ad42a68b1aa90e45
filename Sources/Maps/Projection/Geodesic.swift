import Atlas
import Foundation

/// Shortest ways on WGS 84, by the series of Karney, Algorithms for geodesics, Journal of Geodesy 87 (2013); numbers of
/// equations are his. The inverse problem is solved by bracketing instead of his Newton's method: slower, much shorter,
/// and it can't fail near the antipodes.
enum Geodesic {
  /// Metres.
  static func distance(from start: GeoPoint, to end: GeoPoint) -> Double { inverse(start, end).metres }

  /// The direction in which the shortest way begins, degrees clockwise from north, from -180 to 180.
  static func azimuth(from start: GeoPoint, to end: GeoPoint) -> Double { inverse(start, end).azimuth }

  /// The place so many metres away in a direction (degrees clockwise from north).
  static func place(from start: GeoPoint, azimuth: Double, metres: Double) -> GeoPoint {
    GeodesicLine(from: start, azimuth: azimuth).place(metres: metres)
  }

  /// Places along the way, both ends included, not farther apart than `step` metres.
  static func path(from start: GeoPoint, to end: GeoPoint, step: Double) -> [GeoPoint] {
    let way = inverse(start, end)
    let count = max(1, Int((way.metres / step).rounded(.up)))
    let line = GeodesicLine(from: start, azimuth: way.azimuth)
    return (0...count).map { line.place(metres: way.metres * Double($0) / Double(count)) }
  }

  private static func inverse(_ start: GeoPoint, _ end: GeoPoint) -> (metres: Double, azimuth: Double) {
    // The start is brought to the south and farther from the equator than the end, the end to its east (44).
    let isSwapped = abs(start.latitude) < abs(end.latitude)
    var (first, second) = isSwapped ? (end.latitude, start.latitude) : (start.latitude, end.latitude)
    let isMirrored = first > 0
    if isMirrored { (first, second) = (-first, -second) }
    let east = (end.longitude - start.longitude).remainder(dividingBy: 360)
    let ends = GeodesicEnds(south: first, north: second)
    let solved = ends.way(across: abs(east) * .pi / 180)
    // Of the way back, the way began where it ended.
    let angle = isSwapped ? solved.endAzimuth : solved.azimuth
    var azimuth = angle * 180 / .pi
    if isMirrored != isSwapped { azimuth = 180 - azimuth }
    return (solved.metres, east < 0 ? -azimuth : azimuth)
  }
}

/// The two latitudes of a way: the first in the south, and at least as far from the equator as the second.
private struct GeodesicEnds {
  let sine1, cosine1, sine2, cosine2: Double

  /// In degrees.
  init(south: Double, north: Double) {
    let first = reducedLatitude(south)
    // On the equator a hair to its south, so that ways that begin westward of it know which way round they go.
    (sine1, cosine1) = (min(first.sine, -1e-150), first.cosine)
    (sine2, cosine2) = reducedLatitude(north)
  }

  struct Way {
    /// Radians clockwise from north.
    var azimuth: Double
    var endAzimuth: Double
    var metres: Double
    /// Difference in longitude, radians.
    var longitude: Double
  }

  /// The shortest way between places so far apart in longitude (radians, 0 to π).
  func way(across longitude: Double) -> Way {
    let equator = (1 - Ellipsoid.flattening) * .pi
    if abs(sine1) < 1e-100, longitude <= equator {
      let metres = Ellipsoid.equatorialRadius * longitude
      return Way(azimuth: .pi / 2, endAzimuth: .pi / 2, metres: metres, longitude: longitude)
    }
    // Longitude grows with the azimuth from 0 to π: Illinois' variant of the rule of false position. Each fourth step halves the bracket, where false
    // position creeps. In a bracket that is no longer a number's width wide the way is as good as the numbers.
    var (low, high) = (way(towards: 0), way(towards: .pi))
    if longitude <= 0 { return low }
    if longitude >= .pi { return high }
    var (below, above) = (-longitude, .pi - longitude)
    var best = low
    var side = 0
    for round in 0..<100 {
      let halves = round % 4 == 3
      let azimuth =
        halves
        ? (low.azimuth + high.azimuth) / 2
        : (low.azimuth * above - high.azimuth * below) / (above - below)
      best = way(towards: azimuth)
      let error = best.longitude - longitude
      if abs(error) < 1e-15 || high.azimuth - low.azimuth < 1e-15 { break }
      if error < 0 {
        (low, below) = (best, error)
        if side == -1 { above /= 2 }
        side = -1
      } else {
        (high, above) = (best, error)
        if side == 1 { below /= 2 }
        side = 1
      }
    }
    return best
  }

  /// The way that begins with an azimuth and first reaches the second latitude going north.
  private func way(towards azimuth: Double) -> Way {
    let (sine, cosine) = (azimuth == .pi ? 0 : sin(azimuth), cos(azimuth))
    let sineAtEquator = sine * cosine1
    let cosineAtEquator = hypot(cosine, sine * sine1)
    let northward =
      ((cosine * cosine1) * (cosine * cosine1) + max(0, (cosine2 - cosine1) * (cosine2 + cosine1)))
      .squareRoot()
    let (arc1, arc2) = (atan2(sine1, cosine * cosine1), atan2(sine2, northward))
    let (east1, east2) = (
      atan2(sineAtEquator * sine1, cosine * cosine1), atan2(sineAtEquator * sine2, northward)
    )
    let series = GeodesicSeries(cosineAtEquator: cosineAtEquator)
    let arc = arc2 - arc1
    let longitude = east2 - east1 - series.lag(sineAtEquator, from: arc1, to: arc2)
    return Way(
      azimuth: azimuth, endAzimuth: atan2(sineAtEquator, northward),
      metres: Ellipsoid.polarRadius * series.a1 * (arc + series.c1.difference(from: arc1, to: arc2)),
      longitude: longitude)
  }
}

/// A way that is followed from its start.
private struct GeodesicLine {
  private let start: GeoPoint
  private let sineAtEquator, cosineAtEquator: Double
  private let series: GeodesicSeries
  /// Of the start: the arc from where the way crosses the equator going north, and the longitude on the auxiliary
  /// sphere.
  private let arc, east: Double

  /// By the azimuth at its start, degrees clockwise from north.
  init(from start: GeoPoint, azimuth: Double) {
    self.start = start
    let (sineLatitude, cosineLatitude) = reducedLatitude(start.latitude)
    let (sine, cosine) = (sin(azimuth * .pi / 180), cos(azimuth * .pi / 180))
    sineAtEquator = sine * cosineLatitude
    cosineAtEquator = hypot(cosine, sine * sineLatitude)
    series = GeodesicSeries(cosineAtEquator: cosineAtEquator)
    arc = atan2(sineLatitude, cosine * cosineLatitude)
    east = atan2(sineAtEquator * sineLatitude, cosine * cosineLatitude)
  }

  func place(metres: Double) -> GeoPoint {
    let way = arc + series.c1.sum(arc) + metres / (Ellipsoid.polarRadius * series.a1)
    let end = way + series.c1Reversed.sum(way)
    let (sine, cosine) = (sin(end), cos(end))
    let latitude = atan2(
      cosineAtEquator * sine, hypot(sineAtEquator, cosineAtEquator * cosine) * (1 - Ellipsoid.flattening))
    let longitude =
      atan2(sineAtEquator * sine, cosine) - east - series.lag(sineAtEquator, from: arc, to: end)
    return GeoPoint(
      longitude: wrap(start.longitude + longitude * 180 / .pi), latitude: latitude * 180 / .pi)
  }
}

/// Sine and cosine of the reduced latitude, β, of a latitude in degrees (6). At a pole the cosine is a hair, so that ways
/// from it have their directions.
private func reducedLatitude(_ latitude: Double) -> (sine: Double, cosine: Double) {
  let angle = latitude * .pi / 180
  let (sine, cosine) = ((1 - Ellipsoid.flattening) * sin(angle), abs(latitude) >= 90 ? 1e-150 : cos(angle))
  let length = hypot(sine, cosine)
  return (sine / length, cosine / length)
}

/// The series of a way, up to the sixth order, by the azimuth at which it crosses the equator.
private struct GeodesicSeries {
  /// Metres over polar radii and arc (15, 17, 18, 21).
  let a1: Double
  let c1, c1Reversed: SineSeries
  /// How far the longitude lags behind that on the auxiliary sphere (24, 25).
  private let a3: Double
  private let c3: SineSeries

  init(cosineAtEquator: Double) {
    let square = Ellipsoid.eccentricitySquared
    let root = (1 + square / (1 - square) * cosineAtEquator * cosineAtEquator).squareRoot()
    let x = (root - 1) / (root + 1)
    let (x2, x3) = (x * x, x * x * x)
    let (x4, x5, x6) = (x2 * x2, x2 * x3, x3 * x3)
    a1 = (1 + x2 / 4 + x4 / 64 + x6 / 256) / (1 - x)
    c1 = SineSeries(coefficients: [
      -x / 2 + 3 * x3 / 16 - x5 / 32, -x2 / 16 + x4 / 32 - 9 * x6 / 2048, -x3 / 48 + 3 * x5 / 256,
      -5 * x4 / 512 + 3 * x6 / 512, -7 * x5 / 1280, -7 * x6 / 2048,
    ])
    c1Reversed = SineSeries(coefficients: [
      x / 2 - 9 * x3 / 32 + 205 * x5 / 1536, 5 * x2 / 16 - 37 * x4 / 96 + 1335 * x6 / 4096,
      29 * x3 / 96 - 75 * x5 / 128, 539 * x4 / 1536 - 2391 * x6 / 2560, 3467 * x5 / 7680,
      38081 * x6 / 61440,
    ])
    let n = Ellipsoid.thirdFlattening
    let n2 = n * n
    let a3Low = 1 - (1.0 / 2 - n / 2) * x - (1.0 / 4 + n / 8 - 3 * n2 / 8) * x2
    a3 = a3Low - (1.0 / 16 + 3 * n / 16 + n2 / 16) * x3 - (3.0 / 64 + n / 32) * x4 - 3 * x5 / 128
    let c31Low = (1.0 / 4 - n / 4) * x + (1.0 / 8 - n2 / 8) * x2
    c3 = SineSeries(coefficients: [
      c31Low + (3.0 / 64 + 3 * n / 64 - n2 / 64) * x3 + (5.0 / 128 + n / 64) * x4 + 3 * x5 / 128,
      (1.0 / 16 - 3 * n / 32 + n2 / 32) * x2 + (3.0 / 64 - n / 32 - 3 * n2 / 64) * x3
        + (3.0 / 128 + n / 128) * x4 + 5 * x5 / 256,
      (5.0 / 192 - 3 * n / 64 + 5 * n2 / 192) * x3 + (3.0 / 128 - 5 * n / 192) * x4 + 7 * x5 / 512,
      (7.0 / 512 - 7 * n / 256) * x4 + 7 * x5 / 512, 21 * x5 / 2560,
    ])
  }

  /// Radians between two arcs.
  func lag(_ sineAtEquator: Double, from start: Double, to end: Double) -> Double {
    Ellipsoid.flattening * sineAtEquator * a3 * (end - start + c3.difference(from: start, to: end))
  }
}
