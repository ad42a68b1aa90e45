import Diagnostics
import Graphics

/// Paints a frame and all in it.
struct Painter {
  let canvas: Canvas

  func paint(_ frame: Frame, at origin: Point = .zero) throws(DiagnosticError) {
    if frame.clips {
      try canvas.clipped(to: Rect(origin: origin, size: frame.size)) { () throws(DiagnosticError) in
        try paintItems(of: frame, at: origin)
      }
    } else {
      try paintItems(of: frame, at: origin)
    }
  }

  private func paintItems(of frame: Frame, at origin: Point) throws(DiagnosticError) {
    for placed in frame.items {
      let place = origin + placed.origin
      switch placed.item {
      case .text(let run): try canvas.show(run, at: place)
      case .shape(let path, let fill, let stroke): canvas.paint(path, at: place, fill: fill, stroke: stroke)
      case .group(let frame, _): try paint(frame, at: place)
      case .link, .anchor: break
      }
    }
  }
}
