import Atlas
import Graphics
import Platform
import Typesetting

/// A bar of a round number of kilometres, true at the frame's centre.
struct ScaleBar {
  /// Kilometres: 1, 2 or 5 times a power of ten.
  var distance: Double
  /// Points.
  var length: Double

  /// The greatest round length that takes at most a quarter of the frame's width.
  init(for view: View) {
    let widest = view.size.width / 4
    let reach = groundDistance(of: widest, in: view)
    let power = pow(10, floor(log10(reach)))
    distance = ([5, 2, 1].first { $0 * power <= reach } ?? 1) * power
    // Over thousands of kilometres ground and points are not in proportion: two rounds of correction bring the
    // bar to within a millionth.
    length = distance / view.kilometresPerPoint
    for _ in 0..<2 { length *= distance / groundDistance(of: length, in: view) }
  }

  var text: String { kilometreWords(distance).replacing("\u{00A0}", with: " ") }
}

/// "500 km"; thousands apart, as in all of Bayan's numbers; metres below a kilometre.
func kilometreWords(_ distance: Double) -> String {
  guard distance >= 1 else { return "\(Int((distance * 1000).rounded()))\u{00A0}m" }
  let digits = String(Int(distance.rounded()))
  guard digits.count > 4 else { return "\(digits)\u{00A0}km" }
  return "\(digits.dropLast(3))\u{202F}\(digits.suffix(3))\u{00A0}km"
}

/// The scale bar, set and placed.
struct SetScaleBar {
  var bar: ScaleBar
  var line: Typesetting.Line
  var box: Rect
}

/// Between the bar and its text, points.
let scaleBarGap = 4.0

/// Maps of the world, and of so much of it that lengths at their edges are off by more than a seventh (Lambert's azimuthal
/// projection, 60° from its centre), have no scale bar: it would be true in their middle only. So it never stands beyond
/// the globe's edge either.
func setScaleBar(
  for view: View, dots: [Point], ink: SummedGrid, taken: [Rect], over colors: AreaColors,
  _ typesetter: Typesetter, _ style: MapStyle
) -> SetScaleBar? {
  guard !view.reachesBeyond(degrees: 60) else { return nil }
  let bar = ScaleBar(for: view)
  var text = style.scale
  let plain = typesetter.line(RichText(bar.text, text))
  let size = Size(bar.length + scaleBarGap + plain.width, plain.ascent + plain.descent)
  let radius = dotRadius(style.city, isNamed: true)
  guard
    let box = placeScaleBar(size, dots: dots, radius: radius, ink: ink, taken: taken, frame: view.rect)
  else { return nil }
  let words = Rect(x: box.maxX - plain.width, y: box.minY, width: plain.width, height: box.height)
  text.color = legible(text.color, on: colors.color(under: words))
  text.halo = Stroke(colors.color(under: words), width: text.size * 0.3)
  return SetScaleBar(bar: bar, line: typesetter.line(RichText(bar.text, text)), box: box)
}

extension View {
  /// Whether it shows more than what lies within so many degrees around its centre, left and right.
  func reachesBeyond(degrees: Double) -> Bool {
    switch projection.kind {
    case .conic: return false
    case .world: return box.east - box.west > 2 * degrees
    case .azimuthal(let middle):
      let edges = places(at: [Point(0, size.height / 2), Point(size.width, size.height / 2)])
      return edges.contains { $0.map { angle(from: middle, to: $0) > degrees } ?? true }
    }
  }
}

/// Where the scale bar stands: in the corner with the least ink and no dot, else along the lower or upper edge.
///
/// - Returns: `nil` where dots leave no room for it.
func placeScaleBar(
  _ size: Size, dots: [Point], radius: Double, ink: SummedGrid, taken: [Rect] = [], frame: Rect
) -> Rect? {
  let room = frame.insetBy(7)
  guard size.width <= room.width, size.height <= room.height else { return nil }
  var best: (rect: Rect, cost: Double)?
  for step in 0...10 {
    for (isRight, isTop) in [(false, false), (true, false), (false, true), (true, true)] {
      let shift = (room.width - size.width) / 2 * Double(step) / 10
      let rect = Rect(
        x: isRight ? room.maxX - size.width - shift : room.minX + shift,
        y: isTop ? room.minY : room.maxY - size.height, width: size.width, height: size.height)
      let nearest = dots.map { rect.distance(to: $0) }.min() ?? .infinity
      guard nearest > radius + 3, !taken.contains(where: { $0.overlaps(rect.insetBy(-2)) }) else { continue }
      // The root, as with labels: it is the crossing of a line that makes a bar hard to read.
      var cost = 3 * ink.mean(over: rect.insetBy(-2)).squareRoot() + (isTop ? 0.7 : 0) + (isRight ? 0.1 : 0)
      cost += Double(step) * 0.3 + max(0, 0.5 - nearest / 60)
      if best.map({ cost < $0.cost }) ?? true { best = (rect, cost) }
    }
  }
  return best?.rect
}

/// Paints the bar with a tick at each end, and its text behind it.
func paint(_ bar: SetScaleBar, over areas: AreaColors, style: MapStyle, on frame: inout Frame) {
  let unit = style.scale.size / 7
  let (left, right) = (bar.box.minX, bar.box.minX + bar.bar.length)
  let middle = bar.box.minY + bar.line.ascent - 0.36 * style.scale.size
  var shape = Path.line(from: rounded(Point(left, middle)), to: rounded(Point(right, middle)))
  for x in [left, right] {
    shape.append(
      .line(from: rounded(Point(x, middle - 2.4 * unit)), to: rounded(Point(x, middle + 2.4 * unit))))
  }
  let ground = areas.color(under: Rect(x: left, y: bar.box.minY, width: right - left, height: bar.box.height))
  frame.stroke(shape, Stroke(ground, width: 2.6 * unit, cap: .round))
  frame.stroke(shape, Stroke(style.ink, width: 0.7 * unit))
  frame.add(bar.line.frame, at: Point(right + scaleBarGap, bar.box.minY))
}
