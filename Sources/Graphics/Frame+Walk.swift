extension Frame {
  /// A leaf of a frame with its place on the outermost frame and the tags around it, outermost first.
  public struct Leaf: Sendable {
    public var item: Item
    public var origin: Point
    public var tags: [Tag]

    /// The rectangle that the item takes: for text its ascent, descent and advance; for a shape its bounds.
    public var bounds: Rect? {
      switch item {
      case .text(let run):
        Rect(x: origin.x, y: origin.y - run.ascent, width: run.advance, height: run.ascent + run.descent)
      case .shape(let path, _, _): path.bounds?.offset(by: origin)
      case .link(let size, _): Rect(origin: origin, size: size)
      case .anchor, .group: nil
      }
    }
  }

  /// All leaves in painting order.
  public var leaves: [Leaf] {
    var result: [Leaf] = []
    collect(into: &result, origin: .zero, tags: [])
    return result
  }

  private func collect(into result: inout [Leaf], origin: Point, tags: [Tag]) {
    for placed in items {
      let place = origin + placed.origin
      if case .group(let frame, let tag) = placed.item {
        frame.collect(into: &result, origin: place, tags: tag.map { tags + [$0] } ?? tags)
      } else {
        result.append(Leaf(item: placed.item, origin: place, tags: tags))
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
