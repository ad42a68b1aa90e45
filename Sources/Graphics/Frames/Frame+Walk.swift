extension Frame {
  /// A leaf of a frame with its place on the outermost frame and the tags around it, outermost first.
  public struct Leaf: Sendable {
    public var item: Item
    /// From the item's own coordinates to the outermost frame's.
    public var transform: Transform
    public var tags: [Tag]
    /// What of the outermost frame the frames around it leave of it; `nil` where none of them clips.
    public var clip: Rect?

    /// What of its rectangle is painted; `nil` where nothing is.
    public var visibleBounds: Rect? {
      guard let bounds else { return nil }
      guard let clip else { return bounds }
      let touches =
        bounds.minX <= clip.maxX && bounds.maxX >= clip.minX && bounds.minY <= clip.maxY
        && bounds.maxY >= clip.minY
      return touches ? bounds.intersection(clip) : nil
    }

    /// Where the item's own origin lies on the outermost frame.
    public var origin: Point { Point(transform.dx, transform.dy) }

    /// The rectangle that the item takes: for text its ascent, descent and advance
    /// (`GlyphRun.bounds`); for a shape its bounds.
    public var bounds: Rect? {
      switch item {
      case .text(let run): transform.apply(to: run.bounds)
      case .shape(let path, _, _): path.bounds.map { transform.apply(to: $0) }
      case .link(let size, _), .picture(_, let size): transform.apply(to: Rect(size: size))
      case .anchor, .group, .imposed, .unseen: nil
      }
    }
  }

  /// All leaves in painting order.
  public var leaves: [Leaf] {
    var result: [Leaf] = []
    collect(into: &result, .identity, tags: [], clip: nil)
    return result
  }

  private func collect(into result: inout [Leaf], _ transform: Transform, tags: [Tag], clip outer: Rect?) {
    var clip = outer
    if clips {
      let own = transform.apply(to: Rect(size: size))
      clip = outer.map { $0.intersection(own) } ?? own
    }
    for placed in items {
      let place = transform.apply(to: placed.origin)
      var own = transform
      (own.dx, own.dy) = (place.x, place.y)
      switch placed.item {
      case .group(let frame, let tag):
        frame.collect(into: &result, own, tags: tag.map { tags + [$0] } ?? tags, clip: clip)
      case .imposed(let frame, let placement):
        frame.collect(into: &result, own.after(placement.transform(of: frame.size)), tags: tags, clip: clip)
      default: result.append(Leaf(item: placed.item, transform: own, tags: tags, clip: clip))
      }
    }
  }

  /// What the leaves are, in painting order, where it doesn't matter where they stand.
  public func eachLeafItem(_ body: (Item) -> Void) {
    for placed in items {
      switch placed.item {
      case .group(let frame, _), .imposed(let frame, _): frame.eachLeafItem(body)
      default: body(placed.item)
      }
    }
  }

  /// Whether letters come out smaller than that, in points, whatever hides them: sooner known than where they stand.
  ///
  /// - Parameters:
  ///   - size: of the type, points.
  ///   - scale: at which the frame itself comes out.
  /// - Returns: whether there are any.
  public func hasLetters(below size: Double, at scale: Double = 1) -> Bool {
    items.contains { placed in
      switch placed.item {
      case .text(let run): run.fontSize * scale < size && run.text.contains(where: \.isLetter)
      case .group(let frame, _): frame.hasLetters(below: size, at: scale)
      case .imposed(let frame, let placement):
        frame.hasLetters(below: size, at: scale * placement.transform(of: frame.size).scale)
      default: false
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
