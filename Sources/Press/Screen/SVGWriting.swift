import Graphics

/// Pieces of SVG (SVG 1.1, W3C 2011), after the operands of PDF's content streams, which are written alike.
extension [UInt8] {
  mutating func write(_ transform: Transform) {
    write("matrix(")
    for part in [
      transform.xx, transform.yx, transform.xy, transform.yy, transform.dx, transform.dy,
    ] { write(decimal: part) }
    write(")")
  }

  mutating func beginGroup(_ transform: Transform) {
    write("<g transform=\"")
    write(transform)
    write("\">")
  }

  /// A path's data in whole units, each point from the one before.
  ///
  /// - Parameters:
  ///   - path: in points.
  ///   - unitsPerPoint: how many whole units a point has.
  mutating func write(_ path: Path, unitsPerPoint: Double) {
    var (here, start, next) = ((x: 0, y: 0), (x: 0, y: 0), 0)
    func whole(_ point: Point) -> (x: Int, y: Int) {
      (Int((point.x * unitsPerPoint).rounded()), Int((point.y * unitsPerPoint).rounded()))
    }
    for verb in path.verbs {
      switch verb {
      case .move: write("m")
      case .line: write("l")
      case .curve: write("c")
      case .close:
        write("z")
        here = start
      }
      var last = here
      for point in path.points[next..<next + verb.pointCount] {
        last = whole(point)
        write(whole: Double(last.x - here.x))
        write(whole: Double(last.y - here.y))
      }
      here = last
      if verb == .move { start = here }
      next += verb.pointCount
    }
  }

  /// Text as it stands in an element or between quotation marks. What XML can't hold at all is left out.
  mutating func write(escaped text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": write("&lt;")
      case ">": write("&gt;")
      case "&": write("&amp;")
      case "\"": write("&quot;")
      case "\t", "\n", "\r": write(" ")
      case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": break
      default: append(contentsOf: String(scalar).utf8)
      }
    }
  }
}
