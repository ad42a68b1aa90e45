/// Other colours and widths for a frame.
public struct Recolouring {
  /// Gives each colour's new one.
  public var color: (Color) -> Color
  /// Gives the new colour of text and of small round marks, where they have one of their own.
  public var fine: ((Color) -> Color)?
  /// Gives each line's new look; its width is in points as it comes out where pages are placed on sheets.
  public var line: (Stroke) -> Stroke
  /// The same of the lines of hatches.
  public var hatch: (Stroke) -> Stroke

  /// - Parameters:
  ///   - color: gives each colour's new one.
  ///   - fine: gives the new colour of text and of small round marks, where they have one of their own.
  ///   - line: gives each line's new look; without it lines get their colour's new one.
  ///   - hatch: gives a hatch's lines their new look; without it they get that of other lines.
  public init(
    _ color: @escaping (Color) -> Color, fine: ((Color) -> Color)? = nil, line: ((Stroke) -> Stroke)? = nil,
    hatch: ((Stroke) -> Stroke)? = nil
  ) {
    self.color = color
    self.fine = fine
    let plain = { (stroke: Stroke) in
      var stroke = stroke
      stroke.color = color(stroke.color)
      return stroke
    }
    self.line = line ?? plain
    self.hatch = hatch ?? line ?? plain
  }

  /// Up to this size both ways a round shape is a mark, in points: larger ones are areas of a chart or a map.
  public static let mostMark = 12.0
}

extension Frame {
  /// The same frame with its pictures in greys.
  public var withGreyPictures: Frame {
    var result = self
    for index in items.indices {
      switch items[index].item {
      case .picture(var picture, let size):
        picture.isGrey = true
        result.items[index].item = .picture(picture, size)
      case .group(let frame, let tag): result.items[index].item = .group(frame.withGreyPictures, tag)
      case .imposed(let frame, let placement):
        result.items[index].item = .imposed(frame.withGreyPictures, placement)
      case .text, .unseen, .shape, .link, .anchor: break
      }
    }
    return result
  }

  /// The same frame in other colours and other widths of lines; pictures keep theirs.
  ///
  /// - Parameter recolouring: what becomes what.
  /// - Returns: the same geometry and text.
  public func recoloured(_ recolouring: Recolouring) -> Frame { recoloured(recolouring, scale: 1) }

  fileprivate func recoloured(_ recolouring: Recolouring, scale: Double) -> Frame {
    var result = self
    for index in items.indices {
      result.items[index].item = items[index].item.recoloured(recolouring, scale: scale)
    }
    return result
  }
}

extension Frame.Item {
  /// `scale`: how large a point of the frame comes out.
  fileprivate func recoloured(_ recolouring: Recolouring, scale: Double) -> Frame.Item {
    let fine = recolouring.fine ?? recolouring.color
    switch self {
    case .text(var run):
      run.color = fine(run.color)
      run.halo = run.halo?.recoloured(recolouring.line, scale: scale)
      return .text(run)
    case .unseen(var run):
      run.color = fine(run.color)
      return .unseen(run)
    case .shape(let path, let fill, let stroke):
      let isMark = path.isRound(upTo: Recolouring.mostMark)
      return .shape(
        path, fill: fill?.recoloured(recolouring, isMark ? fine : recolouring.color, scale: scale),
        stroke: stroke?.recoloured(recolouring.line, scale: scale))
    case .group(let frame, let tag): return .group(frame.recoloured(recolouring, scale: scale), tag)
    case .imposed(let frame, let placement):
      return .imposed(frame.recoloured(recolouring, scale: scale * placement.scale), placement)
    case .picture, .link, .anchor: return self
    }
  }
}

extension Path {
  fileprivate func isRound(upTo size: Double) -> Bool {
    guard verbs.contains(.curve), let bounds else { return false }
    return max(bounds.width, bounds.height) <= size
  }
}

extension Fill {
  fileprivate func recoloured(_ recolouring: Recolouring, _ color: (Color) -> Color, scale: Double) -> Fill {
    switch self {
    case .solid(let own): return .solid(color(own))
    case .hatch(let own, let ground, let spacing, let width):
      let line = Stroke(own, width: width).recoloured(recolouring.hatch, scale: scale)
      return .hatch(line.color, ground: color(ground), spacing: spacing, width: line.width)
    }
  }
}

extension Stroke {
  fileprivate func recoloured(_ look: (Stroke) -> Stroke, scale: Double) -> Stroke {
    var stroke = self
    stroke.width *= scale
    stroke = look(stroke)
    stroke.width /= scale
    return stroke
  }
}
