import Foundation

/// The figure of the Earth that maps are drawn on: WGS 84.
enum Ellipsoid {
  /// Equatorial radius, metres.
  static let equatorialRadius = 6_378_137.0
  static let flattening = 1 / 298.257223563
  /// Polar radius, metres.
  static let polarRadius = equatorialRadius * (1 - flattening)
  static let thirdFlattening = flattening / (2 - flattening)
  static let eccentricitySquared = flattening * (2 - flattening)
  static let eccentricity = eccentricitySquared.squareRoot()

  /// Radius of the parallel over the equatorial radius, by the sine and cosine of a latitude (Snyder 1987, 14-15).
  static func parallel(sine: Double, cosine: Double) -> Double {
    cosine / (1 - eccentricitySquared * sine * sine).squareRoot()
  }
}

/// A sum of sines of multiples of twice an angle, as functions around an ellipsoid are.
struct SineSeries {
  /// Of sin 2x, sin 4x …
  let coefficients: [Double]

  /// By Clenshaw's recurrence; the angle in radians.
  func sum(_ angle: Double) -> Double {
    let double = 2 * cos(2 * angle)
    var (last, before) = (0.0, 0.0)
    for coefficient in coefficients.reversed() {
      (last, before) = (coefficient + double * last - before, last)
    }
    return last * sin(2 * angle)
  }

  func difference(from start: Double, to end: Double) -> Double { sum(end) - sum(start) }
}
