import Foundation

/// Authalic latitudes of the ellipsoid: those of a sphere whose zones have the same areas (Snyder 1987, 3-11 to 3-13).
enum Authalic {
  /// Radius of that sphere, metres.
  static let radius: Double = {
    let (e, square) = (Ellipsoid.eccentricity, Ellipsoid.eccentricitySquared)
    return Ellipsoid.equatorialRadius * ((1 + (1 - square) * atanh(e) / e) / 2).squareRoot()
  }()

  // Both ways by series in the third flattening to the fourth order, which are as exact at the poles as elsewhere (Karney,
  // On auxiliary latitudes, Survey Review 2024, table of ξ and φ): what is left out is less than a micrometre.
  private static let fromGeodetic: [Double] = {
    let n = Ellipsoid.thirdFlattening
    let (n2, n3, n4) = (n * n, n * n * n, n * n * n * n)
    return [
      -4 * n / 3 - 4 * n2 / 45 + 88 * n3 / 315 + 538 * n4 / 4725,
      34 * n2 / 45 + 8 * n3 / 105 - 2482 * n4 / 14175, -1532 * n3 / 2835 - 898 * n4 / 14175,
      6007 * n4 / 14175,
    ]
  }()
  private static let toGeodetic: [Double] = {
    let n = Ellipsoid.thirdFlattening
    let (n2, n3, n4) = (n * n, n * n * n, n * n * n * n)
    return [
      4 * n / 3 + 4 * n2 / 45 - 16 * n3 / 35 - 2582 * n4 / 14175,
      46 * n2 / 45 + 152 * n3 / 945 - 11966 * n4 / 14175, 3044 * n3 / 2835 + 3802 * n4 / 14175,
      6059 * n4 / 4725,
    ]
  }()

  /// The authalic latitude of a geodetic one, radians.
  static func latitude(ofGeodetic latitude: Double) -> Double {
    latitude + SineSeries(coefficients: fromGeodetic).sum(latitude)
  }

  /// The geodetic latitude of an authalic one, radians.
  static func geodetic(_ latitude: Double) -> Double {
    latitude + SineSeries(coefficients: toGeodetic).sum(latitude)
  }
}
