import Graphics

/// Shapes with very many points (a map's lands and coasts), written as a PDF's form by ourselves.
///
/// Cairo notes every shape, plays all back for the page, prints each coordinate with its decimals and compresses it at
/// zlib's usual level: of the time for a report with four maps that was almost half. Here coordinates are whole tenths of
/// a point, a fifth of what a map's outlines are simplified by at most. Cairo still says where the form stands, what is
/// cut off and what it means: it paints a small picture in its place (see `Canvas.showPlaceholder`).
struct DensePaths {
  /// Where the form stands on the page; all of the shapes with their lines lies in it. At least a point each way, since
  /// nothing can be scaled to nothing.
  let place: Rect
  /// The form's content, from the place's upper left corner.
  let content: [UInt8]

  /// With fewer points in all, shapes are painted by Cairo as all others.
  static let leastPoints = 200

  /// - Parameters:
  ///   - shapes: painted one after the other; those that aren't shapes are left out.
  ///   - origin: of the frame on the page that they are items of.
  init(_ shapes: ArraySlice<Frame.Placed>, at origin: Point) {
    var place: Rect?
    for placed in shapes {
      guard case .shape(let path, _, let stroke) = placed.item, let bounds = path.bounds else { continue }
      let rect = Rect(origin: origin + placed.origin + bounds.origin, size: bounds.size)
        .insetBy(-(stroke?.reach ?? 0))
      place = place?.union(rect) ?? rect
    }
    var around = (place ?? Rect(origin: origin, size: .zero)).insetBy(-0.5)
    // What is drawn to tenths of a point already stays as it is.
    around.origin.x = origin.x + PathWriter.rounded(around.minX - origin.x)
    around.origin.y = origin.y + PathWriter.rounded(around.minY - origin.y)
    let points = shapes.reduce(0) { $0 + $1.item.pointCount }
    var writer = PathWriter(origin: around.origin, points: points)
    for placed in shapes {
      guard case .shape(let path, let fill, let stroke) = placed.item, !path.isEmpty else { continue }
      writer.add(path, at: origin + placed.origin, fill: fill, stroke: stroke)
    }
    self.place = around
    content = writer.content
  }
}

extension Frame.Item {
  /// Whether `DensePaths` can write it.
  var isOutline: Bool {
    switch self {
    case .shape: true
    default: false
    }
  }

  var pointCount: Int { if case .shape(let path, _, _) = self { path.points.count } else { 0 } }
}

extension Stroke {
  /// How far the line reaches from its path: with mitred corners up to the usual limit of ten line widths.
  fileprivate var reach: Double { cap == .round ? width : width * 5 }
}
