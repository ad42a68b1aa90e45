import Graphics

extension Frame {
  /// The same page with what touches its edges drawn on beyond them: filled shapes, pictures, and frames that cut off what
  /// is outside them. Text and lines stay as they are.
  ///
  /// - Parameter amount: how far, in points.
  /// - Returns: a frame of the same size, in which items lie outside it.
  func bleeding(by amount: Double) -> Frame {
    bleeding(by: amount, page: Rect(size: size))
  }

  /// `page` is the page's rectangle in this frame's coordinates.
  private func bleeding(by amount: Double, page: Rect) -> Frame {
    var result = self
    for (index, placed) in items.enumerated() {
      let own = page.offset(by: Point(-placed.origin.x, -placed.origin.y))
      switch placed.item {
      case .shape(let path, let fill?, let stroke):
        result.items[index].item = .shape(
          path.bleeding(by: amount, page: own), fill: fill, stroke: stroke)
      case .picture(let picture, let size):
        // About its middle, so that its shape stays: what it shows is not drawn on.
        guard !own.insetBy(Edge.tolerance).contains(Rect(size: size)) else { break }
        let factor = 1 + 2 * amount / min(size.width, size.height)
        let larger = Size(size.width * factor, size.height * factor)
        result.items[index] = Placed(
          .picture(picture, larger),
          at: placed.origin + Point((size.width - larger.width) / 2, (size.height - larger.height) / 2))
      case .group(let frame, let tag):
        var (inner, origin) = (frame.bleeding(by: amount, page: own), placed.origin)
        if frame.clips { inner.open(towards: own, by: amount, &origin) }
        result.items[index] = Placed(.group(inner, tag), at: origin)
      case .imposed, .shape, .text, .unseen, .link, .anchor: break
      }
    }
    return result
  }

  /// Makes a frame that clips larger where it reaches the page's edge.
  private mutating func open(towards page: Rect, by amount: Double, _ origin: inout Point) {
    let left = page.minX > -Edge.tolerance ? amount : 0
    let top = page.minY > -Edge.tolerance ? amount : 0
    let right = page.maxX < size.width + Edge.tolerance ? amount : 0
    let bottom = page.maxY < size.height + Edge.tolerance ? amount : 0
    size = Size(size.width + left + right, size.height + top + bottom)
    origin = Point(origin.x - left, origin.y - top)
    for index in items.indices { items[index].origin = items[index].origin + Point(left, top) }
  }
}

private enum Edge {
  /// What comes as near as this to an edge touches it, in points.
  static let tolerance = 0.3
}

extension Path {
  /// Points on an edge of the page, or beyond it, are moved out by so much.
  fileprivate func bleeding(by amount: Double, page: Rect) -> Path {
    guard let bounds, !page.insetBy(Edge.tolerance).contains(bounds) else { return self }
    func moved(_ point: Point) -> Point {
      var result = point
      if point.x <= page.minX + Edge.tolerance { result.x = min(point.x, page.minX - amount) }
      if point.x >= page.maxX - Edge.tolerance { result.x = max(point.x, page.maxX + amount) }
      if point.y <= page.minY + Edge.tolerance { result.y = min(point.y, page.minY - amount) }
      if point.y >= page.maxY - Edge.tolerance { result.y = max(point.y, page.maxY + amount) }
      return result
    }
    var path = Path()
    for element in elements {
      switch element {
      case .move(let point): path.move(to: moved(point))
      case .line(let point): path.line(to: moved(point))
      case .curve(let control1, let control2, let end):
        path.curve(to: moved(end), control1: moved(control1), control2: moved(control2))
      case .close: path.close()
      }
    }
    return path
  }
}
