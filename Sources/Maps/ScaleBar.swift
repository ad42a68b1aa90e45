import Graphics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

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
      var cost = 6 * ink.mean(over: rect.insetBy(-2)) + (isTop ? 0.5 : 0) + (isRight ? 0.1 : 0)
      cost += Double(step) * 0.3 + max(0, 0.5 - nearest / 60)
      if best.map({ cost < $0.cost }) ?? true { best = (rect, cost) }
    }
  }
  return best?.rect
}
