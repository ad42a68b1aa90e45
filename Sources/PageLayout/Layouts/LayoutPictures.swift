import Diagnostics
import Graphics
import Typesetting

/// A picture of the layout itself, such as a logo.
struct PlacedPicture: Hashable, Sendable {
  var picture: Picture
  /// Of the room that it may take; its shape stays as it is.
  var width: Double?
  var height: Double?
  var alignment = Alignment.left
  enum Alignment: String, CaseIterable { case left, right, center }

  /// What it shows, for those who can't see it; `nil` where it only decorates.
  var alternative: String?
  /// Room above and below.
  var around = 0.0
  /// The content without which it is left out.
  var with: ContentName?

  /// Without a size in the layout, so many pixels of it are an inch.
  private static let usualResolution = 150.0

  func size(in room: Size) -> Size {
    let inch = 72.0
    let usual = Size(
      picture.size.width / Self.usualResolution * inch, picture.size.height / Self.usualResolution * inch)
    let hasSize = width != nil || height != nil
    let wanted = Size(
      min(width ?? (hasSize ? .infinity : usual.width), room.width),
      min(height ?? (hasSize ? .infinity : usual.height), room.height))
    return picture.size(fitting: wanted)
  }

  /// As a block of text is: high as lines of the grid, so that what follows stands on it.
  func block(width: Double, in layout: Layout) -> Block {
    let baseline = layout.grid.baseline
    let size = size(in: Size(width, layout.body.height))
    let height = min((size.height / baseline - 0.01).rounded(.up) * baseline, layout.body.height)
    let x =
      switch alignment {
      case .right: width - size.width
      case .center: (width - size.width) / 2
      case .left: 0.0
      }
    var seen = Frame(size: size)
    seen.add(.picture(picture, size))
    var frame = Frame(size: Size(width, max(height, size.height)))
    let tag = alternative.map { Tag.structure(StructureTag(.figure, alternative: $0)) } ?? .artifact
    frame.add(seen, at: Point(x, 0), tag: tag)
    return Block(content: .piece(frame), before: around, after: around)
  }
}

/// What lies below the text of a page or an area: decoration to a screen reader.
struct Ground: Hashable, Sendable {
  var color: Color?
  var picture: Picture?
  /// Whether the pack's cover fills it, where there is one; then it is no decoration.
  var showsCover = false
  /// Whether the picture fills all of the ground, and what is too much of it is cut off.
  var covers = true
  /// Of an area: how far its text keeps from the ground's edges.
  var padding = 0.0
  /// Where it is written.
  var location: SourceLocation
  /// Whether no layout says so, but the theme's paper alone.
  var isOfTheme = false

  func frame(_ size: Size) -> Frame {
    var frame = Frame(size: size, clips: picture != nil)
    if let color { frame.fill(.rectangle(Rect(size: size)), color) }
    if let picture {
      let own = picture.size(fitting: size, covers: covers)
      frame.add(
        .picture(picture, own), at: Point((size.width - own.width) / 2, (size.height - own.height) / 2))
    }
    return frame
  }
}

extension Layout {
  /// The width that an area's contents have.
  func width(of area: PageTemplate.Area) -> Double {
    extent(of: area.columns).width - 2 * area.padding
  }

  /// What lies below all of a page.
  func ground(of page: PageTemplate) -> Ground? { page.background ?? background }
}

extension PageTemplate.Area {
  var padding: Double { background?.padding ?? 0 }
}
