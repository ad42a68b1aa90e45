import Foundation
import Graphics

// Each takes radians from the central meridian and the equator, and gives metres east and north; and back.

/// Lambert's azimuthal equal-area projection of the ellipsoid (Snyder 1987, 24-2 to 24-26).
struct AzimuthalEqualArea {
  /// Of the centre's authalic latitude.
  private let sine, cosine: Double
  /// Keeps the scale true at the centre, where the authalic sphere's differs.
  private let stretch: Double

  init(latitude: Double) {
    let center = Authalic.latitude(ofGeodetic: latitude)
    (sine, cosine) = (sin(center), cos(center))
    let parallel = Ellipsoid.parallel(sine: sin(latitude), cosine: cos(latitude))
    // At a pole, where both are nothing, the scale is the same in all directions.
    stretch = cosine < 1e-9 ? 1 : Ellipsoid.equatorialRadius * parallel / (Authalic.radius * cosine)
  }

  func forward(longitude: Double, latitude: Double) -> Point {
    let latitude = Authalic.latitude(ofGeodetic: latitude)
    let (upward, outward) = (sin(latitude), cos(latitude))
    let (east, ahead) = (outward * sin(longitude), outward * cos(longitude))
    let opening = 1 + sine * upward + cosine * ahead
    // The antipode is a circle.
    guard opening > 1e-10 else { return Point(.infinity, .infinity) }
    let scale = Authalic.radius * (2 / opening).squareRoot()
    return Point(scale * stretch * east, scale / stretch * (cosine * upward - sine * ahead))
  }

  func inverse(_ point: Point) -> Point? {
    let (x, y) = (point.x / stretch, point.y * stretch)
    let radius = hypot(x, y)
    guard radius > 0 else { return Point(0, Authalic.geodetic(atan2(sine, cosine))) }
    let half = radius / (2 * Authalic.radius)
    guard half <= 1 else { return nil }
    let angle = 2 * asin(half)
    // Of the place on the sphere: up, and in the plane of the equator.
    let upward = cos(angle) * sine + y * sin(angle) * cosine / radius
    let (east, ahead) = (x * sin(angle) / radius, cosine * cos(angle) - y * sine * sin(angle) / radius)
    return Point(atan2(east, ahead), Authalic.geodetic(atan2(upward, hypot(east, ahead))))
  }
}

/// Lambert's conformal conic projection of the ellipsoid with two standard parallels (Snyder 1987, 15-1 to 15-11).
struct ConformalConic {
  /// Of the cone: angles on the plane over those around the axis.
  private let constant: Double
  /// Metres.
  private let factor, originRadius: Double

  init(latitude: Double, south: Double, north: Double) {
    let (first, second) = (Self.opening(south), Self.opening(north))
    let parallel = { Ellipsoid.parallel(sine: sin($0), cosine: cos($0)) }
    constant =
      abs(south - north) < 1e-10 ? sin(south) : log(parallel(south) / parallel(north)) / log(first / second)
    factor = Ellipsoid.equatorialRadius * parallel(south) / (constant * pow(first, constant))
    originRadius = factor * pow(Self.opening(latitude), constant)
  }

  /// Snyder's t: the tangent of half the angle from the north pole on the conformal sphere.
  private static func opening(_ latitude: Double) -> Double {
    let sine = Ellipsoid.eccentricity * sin(latitude)
    return tan(.pi / 4 - latitude / 2) * exp(Ellipsoid.eccentricity * atanh(sine))
  }

  func forward(longitude: Double, latitude: Double) -> Point {
    // One pole is the cone's tip, the other infinitely far away.
    let isPole = abs(abs(latitude) - .pi / 2) < 1e-10
    if isPole, latitude * constant < 0 { return Point(.infinity, .infinity) }
    let radius = isPole ? 0 : factor * pow(Self.opening(latitude), constant)
    let angle = constant * longitude
    return Point(radius * sin(angle), originRadius - radius * cos(angle))
  }

  func inverse(_ point: Point) -> Point {
    let sign: Double = constant < 0 ? -1 : 1
    let (x, y) = (sign * point.x, sign * (originRadius - point.y))
    let radius = sign * hypot(x, y)
    guard radius != 0 else { return Point(0, sign * .pi / 2) }
    let opening = pow(radius / factor, 1 / constant)
    var latitude = .pi / 2 - 2 * atan(opening)
    for _ in 0..<15 {
      let sine = Ellipsoid.eccentricity * sin(latitude)
      let next = .pi / 2 - 2 * atan(opening * exp(-Ellipsoid.eccentricity * atanh(sine)))
      let step = abs(next - latitude)
      latitude = next
      if step < 1e-14 { break }
    }
    return Point(atan2(x, y) / constant, latitude)
  }
}

/// The Equal Earth projection (Šavrič, Patterson & Jenny, The Equal Earth map projection, 2018) of the authalic sphere.
struct EqualEarth {
  private static let a = (1.340264, -0.081106, 0.000893, 0.003796)
  private static let half = 3.0.squareRoot() / 2

  /// North on the plane by the parametric latitude, and its derivative.
  private func north(_ angle: Double) -> (value: Double, slope: Double) {
    let a = Self.a
    let square = angle * angle
    let sixth = square * square * square
    return (
      angle * (a.0 + a.1 * square + sixth * (a.2 + a.3 * square)),
      a.0 + 3 * a.1 * square + sixth * (7 * a.2 + 9 * a.3 * square)
    )
  }

  func forward(longitude: Double, latitude: Double) -> Point {
    let angle = asin(Self.half * sin(Authalic.latitude(ofGeodetic: latitude)))
    let north = north(angle)
    return Point(
      Authalic.radius * longitude * cos(angle) / (Self.half * north.slope), Authalic.radius * north.value)
  }

  func inverse(_ point: Point) -> Point {
    let (x, y) = (point.x / Authalic.radius, point.y / Authalic.radius)
    // What lies beyond the poles' lines comes to the poles.
    let most = asin(Self.half)
    var angle = max(-most, min(most, y / Self.a.0))
    for _ in 0..<20 {
      let north = north(angle)
      let step = (north.value - y) / north.slope
      angle = max(-most, min(most, angle - step))
      if abs(step) < 1e-15 { break }
    }
    return Point(
      x * Self.half * north(angle).slope / cos(angle),
      Authalic.geodetic(asin(max(-1, min(1, sin(angle) / Self.half)))))
  }
}
