import Graphics

/// Where on a page is painted now, and what is cut off there.
struct PaintedArea {
  /// From what is painted now to the page, the innermost last.
  private var transforms = [Transform.identity]
  /// On the page, of those that are cut off; the innermost last.
  private var clips: [Rect]

  init(_ size: Size) { clips = [Rect(size: size)] }

  private var transform: Transform { transforms.last ?? .identity }

  mutating func begin(_ transform: Transform) { transforms.append(self.transform.after(transform)) }

  mutating func endTransform() { transforms.removeLast() }

  /// - Returns: whether anything is left to paint on.
  mutating func beginClip(_ rect: Rect) -> Bool {
    let left = transform.apply(to: rect).intersection(clips.last ?? rect)
    clips.append(left)
    return left.width > 0 && left.height > 0
  }

  mutating func endClip() { clips.removeLast() }

  /// Whether anything but the page's edges cuts off.
  var isClipped: Bool { clips.count > 1 }

  /// Whether all of it is cut off.
  func isCutOff(_ rect: Rect) -> Bool {
    guard let clip = clips.last else { return false }
    let place = transform.apply(to: rect)
    return place.maxX < clip.minX || place.minX > clip.maxX || place.maxY < clip.minY
      || place.minY > clip.maxY
  }
}

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
