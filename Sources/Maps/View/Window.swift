import Atlas
import Diagnostics
import Graphics

/// What of the globe shapes are cut to before they are projected: the view's box in degrees and, on an azimuthal map,
/// without what surrounds the place opposite to its centre.
///
/// That place lies all around such a map's outermost circle. A shape that holds it would come out inside out, painting
/// the rest of the globe. The box is cut at the meridian opposite to the centre, so it is enough to leave out a
/// rectangle at each end of it: what remains projects without a tear.
struct Window {
  static let tolerance = 1e-6

  let box: Rect
  /// Half the sides of the hole around the opposite place, degrees; infinite where the box doesn't hold it.
  let hole: Double
  /// The box without the hole, in parts.
  private let parts: [Rect]
  private let holes: [Rect]

  init(of view: View) {
    var (south, north) = (view.box.south, view.box.north)
    let (west, east) = (view.box.west, view.box.east)
    guard case .azimuthal(let center) = view.projection.kind else {
      self.init(Rect(x: west, y: south, width: east - west, height: north - south))
      return
    }
    let latitude = -center.latitude
    // The corners lie farthest from the centre; a third, so that nothing of the hole comes into view.
    let farthest = view.reach ?? 180
    let half = max(4, 180 - farthest) / 3
    // Near a pole the hole goes all around it.
    if latitude + half >= 90 { north = min(north, latitude - half) }
    if latitude - half <= -90 { south = max(south, latitude + half) }
    let box = Rect(x: west, y: south, width: east - west, height: north - south)
    let (first, last) = (view.projection.centralMeridian - 180, view.projection.centralMeridian + 180)
    guard south < latitude + half, north > latitude - half, west < first + half || east > last - half else {
      self.init(box)
      return
    }
    func rect(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Rect? {
      west < east && south < north ? Rect(x: west, y: south, width: east - west, height: north - south) : nil
    }
    let (left, right) = (max(west, first + half), min(east, last - half))
    let (below, above) = (max(south, latitude - half), min(north, latitude + half))
    self.init(
      box, hole: half,
      parts: [
        rect(left, south, right, north), rect(west, south, left, below), rect(west, above, left, north),
        rect(right, south, east, below), rect(right, above, east, north),
      ].compactMap { $0 },
      holes: [rect(west, below, left, above), rect(right, below, east, above)].compactMap { $0 })
  }

  private init(_ box: Rect, hole: Double = .infinity, parts: [Rect] = [], holes: [Rect] = []) {
    self.box = box
    self.hole = hole
    self.parts = parts
    self.holes = holes
  }

  /// What lies in the window of a shape with these bounds (before it was turned), cut by `clip`. Shapes that come near
  /// the hole are cut to each part of the window, others to the box.
  func pieces<Shape, Piece>(
    of shape: Shape, bounds: Rect, turn: Double,
    _ clip: (Shape, Rect) throws(DiagnosticError) -> [Piece]
  ) throws(DiagnosticError) -> [Piece] {
    let turned = Rect(x: bounds.minX + turn, y: bounds.minY, width: bounds.width, height: bounds.height)
    guard holes.contains(where: { $0.insetBy(-Self.tolerance).overlaps(turned) }) else {
      return try clip(shape, box)
    }
    var result: [Piece] = []
    for part in parts { result += try clip(shape, part) }
    return result
  }

  /// Whether a point lies where the window cuts.
  func cuts(at point: Point) -> Bool {
    func lies(_ value: Double, at edges: Double...) -> Bool {
      edges.contains { abs(value - $0) < Self.tolerance }
    }
    if lies(point.x, at: box.minX, box.maxX) || lies(point.y, at: box.minY, box.maxY) { return true }
    return parts.contains { part in
      part.insetBy(-Self.tolerance).distance(to: point) == 0
        && (lies(point.x, at: part.minX, part.maxX) || lies(point.y, at: part.minY, part.maxY))
    }
  }
}
