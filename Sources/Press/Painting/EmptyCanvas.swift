import Graphics

/// Paints nothing: for pages whose content is there already, and whose meaning is told all the same.
final class EmptyCanvas: Canvas {
  private var area: PaintedArea

  init(_ size: Size) { area = PaintedArea(size) }

  func beginTransform(_ transform: Transform) { area.begin(transform) }
  func endTransform() { area.endTransform() }
  func beginClip(_ rect: Rect) -> Bool { area.beginClip(rect) }
  func endClip() { area.endClip() }
  func beginMark(_ kind: StructureTag.Kind, number: Int, reading: String?) {}
  func endMark() {}
  func paint(_ shapes: ArraySlice<Frame.Placed>, at origin: Point) {}
  func paint(_ picture: Picture, in place: Rect) {}
  func show(_ run: GlyphRun, at origin: Point) {}
  func showUnseen(_ run: GlyphRun, at origin: Point) {}
}
