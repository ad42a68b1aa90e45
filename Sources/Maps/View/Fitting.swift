import Atlas
import Graphics

/// How places are brought to fill a frame.
struct Fitting {
  var size: Size
  var places: [GeoPoint]
  /// Room around them, points.
  var margin: Size
  /// What needs little room around it, since nothing stands beside it.
  var framing: [GeoPoint]
  /// Ground across the shorter side at least, kilometres.
  var least: Double

  func view(in kind: Projection.Kind) -> View {
    let projection = Projection(kind)
    let close = Size(min(margin.width, 8), min(margin.height, 8))
    let boxes = [(places, margin), (framing, close)].filter { !$0.0.isEmpty }.map { places, margin in
      (bounds: bounds(of: places, in: projection), margin: margin)
    }
    // A thousandth of a kilometre is the least that a map can show.
    var scale = min(size.width, size.height) / (max(least, 0.001) * 1000)
    // Whichever box comes to lie outermost on either side: there must be room for its margin.
    for low in boxes {
      for high in boxes {
        let (wide, high) = (
          (high.bounds.maxX - low.bounds.minX, size.width - low.margin.width - high.margin.width),
          (high.bounds.maxY - low.bounds.minY, size.height - low.margin.height - high.margin.height)
        )
        for (ground, room) in [wide, high] where ground > 0 { scale = min(scale, room / ground) }
      }
    }
    let outer = boxes.map { box in
      box.bounds.grown(across: box.margin.width / scale, down: box.margin.height / scale)
    }
    let all = outer.dropFirst().reduce(outer.first ?? Rect(size: .zero)) { $0.union($1) }
    return makeView(projection, size: size, scale: scale, center: Point(all.midX, all.midY))
  }
}

/// Room between the outermost places and the frame, for their labels and for what surrounds them. Labels are long and
/// low: across, they need more. In a small frame or a strip each point counts. Circles of that radius have room too.
func margins(of size: Size, radius: Double) -> Size {
  let reach = radius == 0 ? 0 : radius + 3
  return Size(
    min(size.width * 0.3, max(size.width * 0.14, 26, reach)),
    min(size.height * 0.3, max(size.height * 0.14, 14, reach)))
}

/// The least ground a map shows across its shorter side, kilometres: a reader should recognise the region. Places near to
/// each other are seen nearer, so that they are told apart, and so are those of a country of which a region would be the sea
/// around it.
func leastExtent(around places: [GeoPoint], in countries: [CountryOutline] = []) -> Double {
  let middle = mean(of: places)
  let farthest = places.map { angle(from: middle, to: $0) }.max() ?? 0
  // Kilometres of a degree, from end to end.
  let span = 2 * 111 * farthest
  let widest = countries.map { country in
    let middle = mean(of: country.points)
    return 2 * 111 * (country.points.map { angle(from: middle, to: $0) }.max() ?? 0)
  }.max()
  if let widest, max(widest, span) < 80 { return 125 }
  return span < 1 ? 250 : min(250, max(125, 3 * span))
}

/// What places span on a projection's plane, metres.
func bounds(of places: [GeoPoint], in projection: Projection) -> Rect {
  var points = places.map { Point(projection.unwrap($0.longitude), $0.latitude) }
  projection.forward(&points)
  return Path.polyline(points).bounds ?? Rect(size: .zero)
}
