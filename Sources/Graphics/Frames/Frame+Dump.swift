extension Frame {
  /// The frame as text, an item a line, for tests and for people who look for a fault: `bayan debug frame`. Points, two
  /// decimals.
  public var dump: String {
    var lines = ["frame \(number(size.width)) × \(number(size.height))" + (clips ? " clipped" : "")]
    describe(into: &lines, indent: "  ")
    return lines.joined(separator: "\n") + "\n"
  }

  private func describe(into lines: inout [String], indent: String) {
    for placed in items {
      let place = "\(number(placed.origin.x)),\(number(placed.origin.y))"
      switch placed.item {
      case .text(let run):
        lines.append(
          "\(indent)text \(place) \"\(run.text)\" \(run.face.name) \(number(run.fontSize)) \(run.color.hex)"
            + " \(number(run.advance)) wide" + (run.stretch == 1 ? "" : " stretched \(run.stretch)")
            + (run.turns.isEmpty ? "" : " turned"))
      case .unseen(let run): lines.append("\(indent)unseen \(place) \"\(run.text)\"")
      case .shape(let path, let fill, let stroke):
        let box = path.bounds.map {
          "\(number($0.minX)),\(number($0.minY)) \(number($0.width))×\(number($0.height))"
        }
        lines.append("\(indent)shape \(place) [\(box ?? "empty")]\(describe(fill))\(describe(stroke))")
      case .picture(let picture, let size):
        lines.append(
          "\(indent)picture \(place) \(number(size.width))×\(number(size.height))"
            + " of \(picture.width)×\(picture.height) pixels" + (picture.isGrey ? " grey" : ""))
      case .group(let frame, let tag):
        lines.append(
          "\(indent)group \(place) \(number(frame.size.width))×\(number(frame.size.height))\(describe(tag))"
            + (frame.clips ? " clipped" : ""))
        frame.describe(into: &lines, indent: indent + "  ")
      case .imposed(let frame, let placement):
        let size = placement.size(of: frame.size)
        lines.append(
          "\(indent)imposed \(place) \(number(size.width))×\(number(size.height))"
            + " at \(number(placement.scale * 100)) %, \(placement.quarterTurns) quarter turns")
        frame.describe(into: &lines, indent: indent + "  ")
      case .link(let size, .url(let url)):
        lines.append("\(indent)link \(place) \(number(size.width))×\(number(size.height)) \(url)")
      case .link(let size, .anchor(let anchor, let role)):
        lines.append(
          "\(indent)link \(place) \(number(size.width))×\(number(size.height)) #\(anchor.name)"
            + (role == .plain ? "" : " \(role)"))
      case .link(let size, .change):
        lines.append("\(indent)change \(place) \(number(size.width))×\(number(size.height))")
      case .anchor(let anchor):
        lines.append("\(indent)anchor \(place) #\(anchor.name)")
      }
    }
  }

  private func describe(_ tag: Tag?) -> String {
    switch tag {
    case nil: ""
    case .artifact: " artifact"
    case .structure(let tag):
      " <\(tag.kind.rawValue)\(tag.id.map { " id=\($0)" } ?? "")\(tag.alternative.map { " alt=\"\($0)\"" } ?? "")>"
    }
  }

  private func describe(_ fill: Fill?) -> String {
    switch fill {
    case nil: ""
    case .solid(let color): " fill \(color.hex)"
    case .hatch(let color, let ground, _, _): " hatch \(color.hex) on \(ground.hex)"
    }
  }

  private func describe(_ stroke: Stroke?) -> String {
    guard let stroke else { return "" }
    return " stroke \(stroke.color.hex) \(number(stroke.width))" + (stroke.dash.isEmpty ? "" : " dashed")
  }
}

private func number(_ value: Double) -> String {
  let rounded = (value * 100).rounded() / 100
  return rounded == rounded.rounded() && abs(rounded) < 1e9 ? "\(Int(rounded))" : "\(rounded)"
}
