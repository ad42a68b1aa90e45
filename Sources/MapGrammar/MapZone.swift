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

    /// How far it reaches from its places, kilometres; `nil` where no width is told.
    public var reach: Double? {
      switch form {
      case .corridor(let width): width.map { $0 / 2 }
      case .area(let radius): radius
      }
    }

    /// As far as it reaches from its places to the north, east, south and west.
    public var ends: [GeoPoint] {
      let degrees = (reach ?? 0) / kilometresOfDegree
      return stops.flatMap { stop -> [GeoPoint] in
        let across = min(90, degrees / max(0.05, cos(stop.latitude * .pi / 180)))
        return [
          GeoPoint(longitude: stop.longitude, latitude: min(89.9, stop.latitude + degrees)),
          GeoPoint(longitude: stop.longitude + across, latitude: stop.latitude),
          GeoPoint(longitude: stop.longitude, latitude: max(-89.9, stop.latitude - degrees)),
          GeoPoint(longitude: stop.longitude - across, latitude: stop.latitude),
        ]
      }
    }
  }
}

/// Of latitude.
private let kilometresOfDegree = 111.2
