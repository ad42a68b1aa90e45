extension Frame {
  /// The anchors on it, in order.
  public var anchors: [Anchor] {
    var found: [Anchor] = []
    eachLeafItem { item in
      if case .anchor(let anchor) = item { found.append(anchor) }
    }
    return found
  }

  /// Where its links lead in the document, in order.
  public var linkedAnchors: [(anchor: Anchor, role: LinkRole)] {
    var found: [(Anchor, LinkRole)] = []
    eachLeafItem { item in
      if case .link(_, .anchor(let anchor, let role)) = item { found.append((anchor, role)) }
    }
    return found
  }

  /// The same frame without links to anchors that no page has: a layout may leave out the pages they lead to. What the words
  /// of the others are is told by marks by now.
  ///
  /// - Parameter anchors: those that are there.
  /// - Returns: a frame of the same look.
  public func keepingLinks(to anchors: Set<Anchor>) -> Frame {
    var result = self
    result.items = items.compactMap { placed in
      switch placed.item {
      case .group(let frame, let tag):
        let kept = frame.keepingLinks(to: anchors)
        let lostLink = tag.isLink && !kept.items.contains { $0.item.isLink }
        return Placed(.group(kept, lostLink ? nil : tag), at: placed.origin)
      case .imposed(let frame, let placement):
        return Placed(.imposed(frame.keepingLinks(to: anchors), placement), at: placed.origin)
      case .link(let size, .anchor(let anchor, _)):
        return anchors.contains(anchor) ? Placed(.link(size, .anchor(anchor)), at: placed.origin) : nil
      case .link(_, .change): return nil
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
