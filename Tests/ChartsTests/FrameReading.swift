import Graphics

/// What tests see in a chart's frame.
extension Frame {
  struct Writing: Hashable {
    var text: String
    var box: Rect
  }

  /// Runs of text with their boxes.
  var writings: [Writing] {
    leaves.compactMap { leaf in
      guard case .text(let run) = leaf.item, let box = leaf.bounds else { return nil }
      return Writing(text: run.text, box: box)
    }
  }

  /// Lines of text: runs that follow each other on a baseline are joined.
  var writtenLines: [String] {
    var lines: [(text: String, right: Double, y: Double)] = []
    for writing in writings {
      if let last = lines.last, abs(last.y - writing.box.maxY) < 3, abs(last.right - writing.box.minX) < 0.2 {
        lines[lines.count - 1] = (last.text + writing.text, writing.box.maxX, writing.box.maxY)
      } else {
        lines.append((writing.text, writing.box.maxX, writing.box.maxY))
      }
    }
    return lines.map(\.text)
  }

  /// Bounds of the filled shapes of at least this size, in painting order.
  func filled(where condition: (Fill) -> Bool = { _ in true }) -> [Rect] {
    leaves.compactMap { leaf in
      guard case .shape(_, let fill?, _) = leaf.item, condition(fill) else { return nil }
      return leaf.bounds
    }
  }

  /// Horizontal or vertical strokes from one point to another.
  func lines(_ color: Color) -> [Rect] {
    leaves.compactMap { leaf in
      guard case .shape(_, nil, let stroke?) = leaf.item, stroke.color == color else { return nil }
      return leaf.bounds
    }
  }

  /// What is wrong with the labels: outside the frame, on each other, or half on a mark.
  var labelFaults: [String] {
    var faults: [String] = []
    let all = writings
    let area = Rect(size: size)
    for (index, writing) in all.enumerated() {
      if !area.contains(writing.box, tolerance: 0.05) {
        faults.append("'\(writing.text)' stands out of the frame")
      }
      for other in all[(index + 1)...] where writing.box.overlaps(other.box, tolerance: 0.05) {
        faults.append("'\(writing.text)' lies on '\(other.text)'")
      }
      for mark in filled()
      where mark.overlaps(writing.box, tolerance: 0.05) && !mark.contains(writing.box, tolerance: 0.05) {
        faults.append("'\(writing.text)' lies half on a mark")
      }
    }
    return faults
  }
}

/// Numbers that look random and are the same in every run (Knuth's 64-bit congruential generator).
struct Numbers {
  var state: UInt64

  mutating func next(_ range: ClosedRange<Int>) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return range.lowerBound + Int((state >> 33) % UInt64(range.count))
  }

  mutating func pick<Element>(_ items: [Element]) -> Element { items[next(0...items.count - 1)] }
}
