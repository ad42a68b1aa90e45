/// Positioned items of a known size: a label, an exhibit, a page. A value, so that tests look into it.
public struct Frame: Hashable, Sendable {
  /// Points. Items may be painted outside it only where `clips` cuts them off.
  public var size: Size
  public var items: [Placed]
  /// Whether what lies outside the frame is not painted.
  public var clips: Bool
  /// Whether it stays as it is on a page that is mirrored: a line of text, whose letters run their own way, a chart or a map.
  public var isOfOnePiece = false

  public init(size: Size, items: [Placed] = [], clips: Bool = false) {
    self.size = size
    self.items = items
    self.clips = clips
  }

  /// An item and where its own origin lies in the frame (for text: the baseline's left end).
  public struct Placed: Hashable, Sendable {
    public var origin: Point
    public var item: Item

    public init(_ item: Item, at origin: Point) {
      self.item = item
      self.origin = origin
    }
  }

  public indirect enum Item: Hashable, Sendable {
    case text(GlyphRun)
    /// Words that are read by who reads the structure, and neither painted nor found by search: they stand elsewhere.
    case unseen(GlyphRun)
    case shape(Path, fill: Fill?, stroke: Stroke?)
    /// A picture of pixels, as large as that; its origin is the upper left corner.
    case picture(Picture, Size)
    /// A frame with its meaning; `nil` where it only positions.
    case group(Frame, Tag?)
    /// A page on a sheet.
    case imposed(Frame, Placement)
    /// An area that leads elsewhere; its text is in other items.
    case link(Size, LinkTarget)
    /// A place that links can lead to.
    case anchor(Anchor)
  }

  public mutating func add(_ item: Item, at origin: Point = .zero) {
    items.append(Placed(item, at: origin))
  }

  public mutating func add(_ frame: Frame, at origin: Point, tag: Tag? = nil) {
    items.append(Placed(.group(frame, tag), at: origin))
  }

  public mutating func fill(_ path: Path, _ color: Color) {
    add(.shape(path, fill: .solid(color), stroke: nil))
  }

  public mutating func stroke(_ path: Path, _ stroke: Stroke) {
    add(.shape(path, fill: nil, stroke: stroke))
  }

  /// Its text alone, unseen.
  public var unseen: Frame {
    var result = Frame(size: .zero)
    for leaf in leaves {
      if case .text(let run) = leaf.item { result.add(.unseen(run), at: leaf.origin) }
    }
    return result
  }

  /// The same content as one element of the structure (or as an artifact).
  public func tagged(_ tag: Tag) -> Frame {
    Frame(size: size, items: [Placed(.group(self, tag), at: .zero)])
  }
}
