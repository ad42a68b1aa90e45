extension Frame {
  /// Names of the anchors on it, in order.
  public var anchors: [String] {
    var names: [String] = []
    eachLeafItem { item in
      if case .anchor(let name) = item { names.append(name) }
    }
    return names
  }

  /// The same frame without links to anchors that no page has: a layout may leave out the pages they lead to.
  ///
  /// - Parameters:
  ///   - anchors: those that are there.
  ///   - place: the anchor that a link's target means, where it says more than that.
  /// - Returns: a frame of the same look.
  public func keepingLinks(to anchors: Set<String>, place: (String) -> String = { $0 }) -> Frame {
    var result = self
    result.items = items.compactMap { placed in
      switch placed.item {
      case .group(let frame, let tag):
        let kept = frame.keepingLinks(to: anchors, place: place)
        let lostLink = tag.isLink && !kept.items.contains { $0.item.isLink }
        return Placed(.group(kept, lostLink ? nil : tag), at: placed.origin)
      case .imposed(let frame, let placement):
        return Placed(.imposed(frame.keepingLinks(to: anchors, place: place), placement), at: placed.origin)
      case .link(let size, .anchor(let target)):
        let name = place(target)
        return anchors.contains(name) ? Placed(.link(size, .anchor(name)), at: placed.origin) : nil
      default:
        return placed
      }
    }
    return result
  }
}

extension Tag? {
  fileprivate var isLink: Bool {
    if case .structure(let tag) = self { tag.kind == .link } else { false }
  }
}

extension Frame.Item {
  fileprivate var isLink: Bool { if case .link = self { true } else { false } }
}
