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
      case .text, .shape, .link, .anchor: break
      }
    }
    return result
  }

  /// The same frame in other colours and other widths of lines; pictures keep theirs.
  ///
  /// - Parameters:
  ///   - color: gives each colour's new one.
  ///   - width: gives each line's new width, in points of the frame that it stands in.
  ///   - fine: gives the new colour of text and of lines that are thinner than a point, where they have one of their own.
  /// - Returns: the same geometry and text.
  public func recoloured(
    _ color: (Color) -> Color, width: (Double) -> Double = { $0 }, fine: ((Color) -> Color)? = nil
  ) -> Frame {
    var result = self
    for index in items.indices {
      result.items[index].item = items[index].item.recoloured(color, width, fine)
    }
    return result
  }
}

extension Frame.Item {
  fileprivate func recoloured(
    _ color: (Color) -> Color, _ width: (Double) -> Double, _ fine: ((Color) -> Color)?
  ) -> Frame.Item {
    switch self {
    case .text(var run):
      run.color = fine.map { $0(run.color) } ?? color(run.color)
      run.halo = run.halo?.recoloured(color, width)
      return .text(run)
    case .shape(let path, let fill, let stroke):
      var line = stroke?.recoloured(color, width)
      if let fine, let stroke, stroke.width < 1 { line?.color = fine(stroke.color) }
      return .shape(path, fill: fill?.recoloured(color, width), stroke: line)
    case .group(let frame, let tag): return .group(frame.recoloured(color, width: width, fine: fine), tag)
    case .imposed(let frame, let placement):
      return .imposed(
        frame.recoloured(color, width: { width($0 * placement.scale) / placement.scale }, fine: fine),
        placement)
    case .picture, .link, .anchor: return self
    }
  }
}

extension Fill {
  fileprivate func recoloured(_ color: (Color) -> Color, _ width: (Double) -> Double) -> Fill {
    switch self {
    case .solid(let own): .solid(color(own))
    case .hatch(let own, let ground, let spacing, let line):
      .hatch(color(own), ground: color(ground), spacing: spacing, width: width(line))
    }
  }
}

extension Stroke {
  fileprivate func recoloured(_ color: (Color) -> Color, _ width: (Double) -> Double) -> Stroke {
    var stroke = self
    stroke.color = color(self.color)
    stroke.width = width(self.width)
    return stroke
  }
}
