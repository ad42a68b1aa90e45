extension Frame {
  /// A leaf of a frame with its place on the outermost frame and the tags around it, outermost first.
  public struct Leaf: Sendable {
    public var item: Item
    /// From the item's own coordinates to the outermost frame's.
    public var transform: Transform
    public var tags: [Tag]

    /// Where the item's own origin lies on the outermost frame.
    public var origin: Point { Point(transform.dx, transform.dy) }

    /// The rectangle that the item takes: for text its ascent, descent and advance; for a shape its bounds.
    public var bounds: Rect? {
      switch item {
      case .text(let run):
        transform.apply(to: Rect(x: 0, y: -run.ascent, width: run.advance, height: run.ascent + run.descent))
      case .shape(let path, _, _): path.bounds.map { transform.apply(to: $0) }
      case .link(let size, _): transform.apply(to: Rect(size: size))
      case .anchor, .group, .imposed: nil
      }
    }
  }

  /// All leaves in painting order.
  public var leaves: [Leaf] {
    var result: [Leaf] = []
    collect(into: &result, .identity, tags: [])
    return result
  }

  private func collect(into result: inout [Leaf], _ transform: Transform, tags: [Tag]) {
    for placed in items {
      let place = transform.apply(to: placed.origin)
      var own = transform
      (own.dx, own.dy) = (place.x, place.y)
      switch placed.item {
      case .group(let frame, let tag):
        frame.collect(into: &result, own, tags: tag.map { tags + [$0] } ?? tags)
      case .imposed(let frame, let placement):
        frame.collect(into: &result, own.after(placement.transform(of: frame.size)), tags: tags)
      default: result.append(Leaf(item: placed.item, transform: own, tags: tags))
      }
    }
  }

  /// The text of all runs in painting order, which is the reading order; runs are joined as they stand.
  public var text: String {
    leaves.map { leaf in
      if case .text(let run) = leaf.item { run.text } else { "" }
    }.joined()
  }
}
