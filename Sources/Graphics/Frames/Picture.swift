/// A picture of pixels, or a drawing, as the bytes of its file, which has been looked through and is sound (module Pictures reads it).
///
/// It is painted from its pixels or its lines, or put into a PDF unchanged where a PDF has pictures of its kind.
public struct Picture: Hashable, Sendable {
  public enum Format: Sendable { case png, jpeg, webp, svg }

  public var format: Format
  public var bytes: [UInt8]
  /// Pixels of the file, before it is turned.
  public var width: Int
  public var height: Int
  public var orientation: Orientation
  /// Whether the file itself has no colours.
  public var isGreyFile: Bool
  /// What its colours mean (ICC.1); `nil` for sRGB. Never of a drawing.
  public var profile: [UInt8]?
  /// Of a drawing, which has no pixels: the size that it gives itself, points.
  public var drawnSize: Size?
  /// Whether it is painted in greys, each pixel of its own lightness.
  public var isGrey = false

  public init(
    _ format: Format, _ bytes: [UInt8], width: Int, height: Int, orientation: Orientation = .upright,
    isGreyFile: Bool = false, profile: [UInt8]? = nil
  ) {
    self.format = format
    self.bytes = bytes
    self.width = width
    self.height = height
    self.orientation = orientation
    self.isGreyFile = isGreyFile
    self.profile = profile
  }

  /// In pixels, as it is seen; of a drawing in points.
  public var size: Size {
    if let drawnSize { return drawnSize }
    return orientation.isOnItsSide
      ? Size(Double(height), Double(width)) : Size(Double(width), Double(height))
  }

  /// The largest size of its shape that fits; with `covers` the smallest that leaves nothing free.
  public func size(fitting room: Size, covers: Bool = false) -> Size {
    let (x, y) = (room.width / size.width, room.height / size.height)
    let factor = covers ? max(x, y) : min(x, y)
    return Size(size.width * factor, size.height * factor)
  }

  /// Not of the bytes, which are many: few pictures have the same number of them.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(bytes.count)
    hasher.combine(isGrey)
  }

  /// How a camera was held (Exif 2.32, 4.6.4, Orientation): where the file's first row and column are seen.
  public enum Orientation: Int, Sendable {
    case upright = 1
    case mirrored, upsideDown, mirroredUpsideDown, mirroredOnLeft, onLeft, mirroredOnRight, onRight

    public var isOnItsSide: Bool { rawValue >= 5 }

    /// From the file's unit square to the seen one's, y downwards.
    public var transform: Transform {
      switch self {
      case .upright: Transform(xx: 1, xy: 0, yx: 0, yy: 1, dx: 0, dy: 0)
      case .mirrored: Transform(xx: -1, xy: 0, yx: 0, yy: 1, dx: 1, dy: 0)
      case .upsideDown: Transform(xx: -1, xy: 0, yx: 0, yy: -1, dx: 1, dy: 1)
      case .mirroredUpsideDown: Transform(xx: 1, xy: 0, yx: 0, yy: -1, dx: 0, dy: 1)
      case .mirroredOnLeft: Transform(xx: 0, xy: 1, yx: 1, yy: 0, dx: 0, dy: 0)
      case .onLeft: Transform(xx: 0, xy: -1, yx: 1, yy: 0, dx: 1, dy: 0)
      case .mirroredOnRight: Transform(xx: 0, xy: -1, yx: -1, yy: 0, dx: 1, dy: 1)
      case .onRight: Transform(xx: 0, xy: 1, yx: -1, yy: 0, dx: 0, dy: 1)
      }
    }
  }
}
