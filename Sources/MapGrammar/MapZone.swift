import Atlas
import Foundation

extension MapDescription {
  /// A corridor along places, or an area of influence around them: ground that no boundary delimits, drawn as a band under
  /// the towns.
  public struct Zone: Hashable, Sendable {
    public enum Form: Hashable, Sendable {
      /// A band along great circles. Of no width that is told, it is as wide as its type needs.
      case corridor(width: Double?)
      /// All that is no farther than so many kilometres from one of its places.
      case area(radius: Double)
    }

    public var form: Form
    /// Those that it goes along, in order, or lies around.
    public var stops: [GeoPoint]
    public var label: String
    /// Ids of the figures that the label was made from.
    public var figures: [String]

    public init(_ form: Form, _ stops: [GeoPoint], label: String, figures: [String] = []) {
      self.form = form
      self.stops = stops
      self.label = label
      self.figures = figures
    }

    /// Whether it lies around places.
    public var isArea: Bool { if case .area = form { true } else { false } }

    /// How far it reaches from its places, kilometres; `nil` where no width is told.
    public var reach: Double? {
      switch form {
      case .corridor(let width): width.map { $0 / 2 }
      case .area(let radius): radius
      }
    }

    /// All around it, so that a map that shows these points shows its whole width; along a corridor of no width its way.
    public var outline: [GeoPoint] {
      var way = stops
      if case .corridor = form {
        way = zip(stops, stops.dropFirst()).flatMap { $0.way(to: $1) } + stops.suffix(1)
      }
      guard let reach, reach > 0 else { return way }
      return way.flatMap { center in
        (0..<Self.corners).map {
          center.place(at: Double($0) * 360 / Double(Self.corners), kilometres: reach)
        }
      }
    }

    private static let corners = 16
  }
}

/// On the sphere of the ellipsoid's mean radius: what is framed has some room around it.
extension GeoPoint {
  private static let radius = 6371.0088
  private static let degree = Double.pi / 180

  /// That far away in a direction, degrees clockwise from north.
  func place(at azimuth: Double, kilometres: Double) -> GeoPoint {
    let (y, turn, arc) = (latitude * Self.degree, azimuth * Self.degree, kilometres / Self.radius)
    let sine = min(1, max(-1, sin(y) * cos(arc) + cos(y) * sin(arc) * cos(turn)))
    let across = atan2(sin(turn) * sin(arc) * cos(y), cos(arc) - sin(y) * sine)
    return GeoPoint(
      longitude: (longitude + across / Self.degree).remainder(dividingBy: 360),
      latitude: asin(sine) / Self.degree
    )
  }

  /// Places along the great circle to another one, from here on and without it.
  fileprivate func way(to other: GeoPoint) -> [GeoPoint] {
    let distance = kilometres(to: other)
    let steps = min(24, max(1, Int((distance / 150).rounded(.up))))
    let (a, b) = (latitude * Self.degree, other.latitude * Self.degree)
    let east = (other.longitude - longitude) * Self.degree
    let azimuth = atan2(sin(east) * cos(b), cos(a) * sin(b) - sin(a) * cos(b) * cos(east)) / Self.degree
    return (0..<steps).map { step in
      step == 0 ? self : place(at: azimuth, kilometres: distance * Double(step) / Double(steps))
    }
  }
}
