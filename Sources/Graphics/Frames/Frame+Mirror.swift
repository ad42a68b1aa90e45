extension Frame {
  /// The same page for who reads from right to left: what stood at the left stands as far from the right, in the same order
  /// and the same structure. Lines of text, charts, maps, pictures and pages on sheets are moved and not turned round.
  public var mirrored: Frame {
    var result = self
    for (index, placed) in items.enumerated() {
      let origin = placed.origin
      func mirrored(_ width: Double) -> Point { Point(size.width - origin.x - width, origin.y) }
      switch placed.item {
      case .group(let frame, let tag):
        result.items[index] = Placed(
          .group(frame.isOfOnePiece ? frame : frame.mirrored, tag), at: mirrored(frame.size.width))
      case .shape(let path, let fill, let stroke):
        result.items[index] = Placed(.shape(path.mirrored, fill: fill, stroke: stroke), at: mirrored(0))
      case .text(let run), .unseen(let run): result.items[index].origin = mirrored(run.advance)
      case .picture(_, let size), .link(let size, _): result.items[index].origin = mirrored(size.width)
      case .imposed(let frame, let placement):
        result.items[index].origin = mirrored(placement.size(of: frame.size).width)
      case .anchor: result.items[index].origin = mirrored(0)
      }
    }
    return result
  }
}

extension Path {
  /// The same outline turned round at x = 0.
  fileprivate var mirrored: Path {
    func turned(_ point: Point) -> Point { Point(-point.x, point.y) }
    var path = Path()
    for element in elements {
      switch element {
      case .move(let point): path.move(to: turned(point))
      case .line(let point): path.line(to: turned(point))
      case .curve(let control1, let control2, let end):
        path.curve(to: turned(end), control1: turned(control1), control2: turned(control2))
      case .close: path.close()
      }
    }
    return path
  }
}
