import Atlas
import Graphics
import MapGrammar
import Typesetting

/// Everything that is told on the map, in points on the frame: dots, circles, arrows, ways, the strong boundary.
struct Marks {
  struct Dot {
    var site: Site
    var center: Point
    var radius: Double
    /// Of its circle; 0 without one.
    var symbolRadius: Double
    /// Whether its name stands in an inset only.
    var isSilent = false
    /// Whether its dot is drawn in an inset only.
    var isInInsetOnly = false
    /// The dots that it shares a spot with: it is cut off half-way to each.
    var twins: [Point] = []
    /// The box of what an inset shows, beside which its name stands.
    var box: Rect?
    /// Where an arrow at the frame's edge points in place of a dot, since the site lies beyond it; of length 1.
    var heading: Point?
    /// How far such a site is from the middle of the map.
    var kilometresBeyond: Double?

    /// Whether a dot is drawn where the site lies.
    var isSpot: Bool { !site.isRegion && heading == nil }
  }

  var dots: [Dot]
  /// Some are drawn in two parts.
  var flows: [(flow: MapDescription.Flow, shape: FlowShape)]
  /// Values of countries that stand outside of them.
  var callouts: [Callout] = []
  /// The greatest value of a symbol and the radius of its circle.
  let symbolScale: SymbolScale

  init(of map: MapDescription, in view: View, style: MapStyle) {
    let scale = SymbolScale(of: map, size: view.size)
    let pointers = Pointer.all(to: map.sites.map(\.position), in: view, style)
    let centers = map.sites.indices.map { pointers[$0]?.center ?? view.onFrame(map.sites[$0].position) }
    let spots = map.sites.indices.filter { !map.sites[$0].isRegion && pointers[$0] == nil }
    let twins = twins(
      among: spots, of: centers, within: twinShare * dotRadius(style.city, isNamed: true))
    let radii = radii(of: centers, sites: map.sites, twins: twins, style)
    dots = map.sites.indices.map { index in
      let site = map.sites[index]
      return Dot(
        site: site, center: centers[index],
        radius: pointers[index] != nil ? Pointer.reach(style) : site.isRegion ? 0 : radii[index],
        symbolRadius: site.symbol.map { scale.radius(of: $0.amount) } ?? 0, twins: twins[index],
        heading: pointers[index]?.heading, kilometresBeyond: pointers[index]?.kilometres)
    }
    symbolScale = scale
    let gap = dotRadius(style.city, isNamed: true) + 1.5
    let widths = flowWidths(of: map, in: view, gap: gap, style)
    flows = map.flows.enumerated().flatMap { index, flow in
      let back = map.flows.firstIndex { $0.from == flow.to && $0.to == flow.from }
      return FlowShape.arrows(
        from: flow.from, to: flow.to, in: view, gap: gap, width: widths[index], back: back.map { widths[$0] }
      ).map { (flow, $0) }
    }
  }

  /// The middles of dots.
  var centers: [Point] { dots.map(\.center) }
}

/// How wide an arrow is for its length, where the widest isn't very narrow then.
private let mostOfLength = 0.22

/// As wide as their values: all narrower where a short arrow would be a blot, but not so narrow that they can't be told
/// apart.
private func flowWidths(of map: MapDescription, in view: View, gap: Double, _ style: MapStyle) -> [Double] {
  let unit = style.city.size / 8
  let most = map.flows.map { abs($0.value.amount) }.max() ?? 0
  let shares = map.flows.map { most == 0 ? 0 : abs($0.value.amount) / most }
  var widest = 8 * unit
  for (flow, share) in zip(map.flows, shares) where share > 0 {
    let length = distance(from: view.onFrame(flow.from), to: view.onFrame(flow.to)) - 2 * gap
    if length > 4 { widest = min(widest, mostOfLength * length / share) }
  }
  widest = max(3 * unit, widest)
  return shares.map { max(0.8 * unit, widest * $0) }
}

/// How large circles are: their areas are as their values.
struct SymbolScale {
  let most: Double
  let largest: Double

  init(of map: MapDescription, size: Size) {
    most = map.sites.compactMap(\.symbol).map { abs($0.amount) }.max() ?? 0
    largest = min(26, max(9, 0.05 * size.width))
  }

  func radius(of amount: Double) -> Double {
    most == 0 ? 0 : max(0.8, largest * (abs(amount) / most).squareRoot())
  }
}

/// The radius of each dot: smaller where another is so near that one would hide the other, but never less than seven
/// tenths. The white ring, half of which lies inside the radius, then still parts the two. Twins, parts of one dot, need
/// no room between them, but enough to be seen.
private func radii(
  of dots: [Point], sites: [Site], twins: [[Point]], _ style: MapStyle
) -> [Double] {
  dots.indices.map { index in
    let isNamed = sites[index].isNamed || !twins[index].isEmpty
    let usual = dotRadius(isNamed ? style.city : style.otherCity, isNamed: isNamed)
    if !twins[index].isEmpty { return usual }
    var nearest = Double.infinity
    for other in dots.indices where other != index && !sites[other].isRegion {
      let distance = Rect(origin: dots[other], size: .zero).distance(to: dots[index])
      if distance > 0.5 { nearest = min(nearest, distance) }
    }
    return min(usual, max(0.7 * usual, 0.5 * nearest))
  }
}

/// Radius of a site's dot, from the size of its label's type.
func dotRadius(_ style: TextStyle, isNamed: Bool) -> Double { style.size * (isNamed ? 0.31 : 0.24) }
