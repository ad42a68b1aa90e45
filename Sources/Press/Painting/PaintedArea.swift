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
