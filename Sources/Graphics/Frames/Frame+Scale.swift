extension Frame {
  /// The same frame at another size: geometry, type, strokes and all.
  ///
  /// - Parameters:
  ///   - factor: greater than 0; 0.5 is half as wide and half as high.
  ///   - keepsMeaning: whether links, anchors and tags stay; a miniature of a page that stands elsewhere must not
  ///     claim its anchors again.
  ///   - thinning: points of outlines that come to lie nearer than this to the one before are left out, in points: in
  ///     small they would be seen by nobody, and a map has thousands.
  /// - Returns: the scaled frame.
  public func scaled(by factor: Double, keepsMeaning: Bool = true, thinning: Double = 0) -> Frame {
    var result = Frame(size: Size(size.width * factor, size.height * factor), clips: clips)
    result.isOfOnePiece = isOfOnePiece
    result.items = items.compactMap { placed in
      guard let item = placed.item.scaled(by: factor, keepsMeaning: keepsMeaning, thinning: thinning) else {
        return nil
      }
      return Placed(item, at: Point(placed.origin.x * factor, placed.origin.y * factor))
    }
    return result
  }
}

extension Frame.Item {
  fileprivate func scaled(by factor: Double, keepsMeaning: Bool, thinning: Double) -> Frame.Item? {
    switch self {
    case .text(let run): .text(run.scaled(by: factor))
    case .unseen(let run): keepsMeaning ? .unseen(run.scaled(by: factor)) : nil
    case .shape(let path, let fill, let stroke):
      .shape(
        path.scaled(by: factor, thinning: thinning), fill: fill?.scaled(by: factor),
        stroke: stroke?.scaled(by: factor))
    case .picture(let picture, let size):
      .picture(picture, Size(size.width * factor, size.height * factor))
    case .group(let frame, let tag):
      .group(
        frame.scaled(by: factor, keepsMeaning: keepsMeaning, thinning: thinning), keepsMeaning ? tag : nil)
    case .imposed(let frame, let placement):
      .imposed(
        keepsMeaning ? frame : frame.scaled(by: 1, keepsMeaning: false),
        Placement(
          scale: placement.scale * factor, quarterTurns: placement.quarterTurns, order: placement.order)
      )
    case .link(let size, let target):
      keepsMeaning ? .link(Size(size.width * factor, size.height * factor), target) : nil
    case .anchor: keepsMeaning ? self : nil
    }
  }
}

extension GlyphRun {
  fileprivate func scaled(by factor: Double) -> GlyphRun {
    var run = self
    run.fontSize *= factor
    run.glyphs = glyphs.map { Glyph(id: $0.id, x: $0.x * factor, y: $0.y * factor) }
    run.advance *= factor
    run.ascent *= factor
    run.descent *= factor
    run.halo = halo?.scaled(by: factor)
    return run
  }
}

extension Path {
  /// The same outline at another size.
  ///
  /// - Parameters:
  ///   - factor: greater than 0.
  ///   - thinning: see `Frame.scaled`; ends of lines and corners before curves stay.
  /// - Returns: the scaled outline.
  public func scaled(by factor: Double, thinning: Double = 0) -> Path {
    func scale(_ point: Point) -> Point { Point(point.x * factor, point.y * factor) }
    var path = Path()
    var last = Point.zero
    var next = 0
    for (index, verb) in verbs.enumerated() {
      switch verb {
      case .move:
        last = scale(points[next])
        path.move(to: last)
        next += 1
      case .line:
        let point = scale(points[next])
        next += 1
        let isInside = index + 1 < verbs.count && verbs[index + 1] == .line
        if isInside, abs(point.x - last.x) < thinning, abs(point.y - last.y) < thinning { continue }
        last = point
        path.line(to: point)
      case .curve:
        last = scale(points[next + 2])
        path.curve(to: last, control1: scale(points[next]), control2: scale(points[next + 1]))
        next += 3
      case .close: path.close()
      }
    }
    return path
  }
}

extension Fill {
  fileprivate func scaled(by factor: Double) -> Fill {
    switch self {
    case .solid: self
    case .hatch(let color, let ground, let spacing, let width):
      .hatch(color, ground: ground, spacing: spacing * factor, width: width * factor)
    }
  }
}

extension Stroke {
  fileprivate func scaled(by factor: Double) -> Stroke {
    Stroke(color, width: width * factor, dash: dash.map { $0 * factor }, cap: cap)
  }
}
