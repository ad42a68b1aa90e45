import Graphics

/// Bars in the margin beside what is new on a page.
///
/// What is new is found by its links (`LinkRole.changed`): words made from changed figures lead to the figures' rows
/// by such a link, and what has no words of that kind (a chart, a large numeral, a table's row) is covered by one
/// that leads nowhere. It stands in the paper's margin on the side of the area, where nothing else is; beside one of several
/// things that stand in a row, in the gutter before it.
struct ChangeMarks {
  let layout: Layout

  /// Shares of the baseline grid: the bar's width, and its distance from the body.
  private static let width = 0.11
  private static let distance = 0.6
  /// Bars with less between them are one.
  private static let joint = 0.6

  /// A stretch of something new, and the rectangle of what it belongs to: points on the body.
  private struct Stretch {
    var top: Double
    var bottom: Double
    /// The whole area, or a thing among others in it.
    var extent: Rect
    var isAmongOthers: Bool
  }

  /// The bars of a page, on a frame of its body's size; `nil` where nothing is new.
  func bars(on body: Frame) -> Frame? {
    var columns: [Double: [Stretch]] = [:]
    for stretch in body.items.flatMap(stretches) {
      if let x = place(beside: stretch) { columns[x, default: []].append(stretch) }
    }
    if columns.isEmpty { return nil }
    var frame = Frame(size: body.size)
    let width = layout.grid.baseline * Self.width
    for (x, stretches) in columns.sorted(by: { $0.key < $1.key }) {
      for bar in joined(stretches) {
        let rect = Rect(
          x: x - width / 2, y: bar.lowerBound, width: width, height: bar.upperBound - bar.lowerBound)
        frame.fill(.rectangle(rect), layout.color(.one))
      }
    }
    return frame
  }

  /// What is new in one area of the page.
  private func stretches(in placed: Frame.Placed) -> [Stretch] {
    guard case .group(let frame, _) = placed.item else { return [] }
    let area = Rect(origin: placed.origin, size: frame.size)
    return frame.leaves.compactMap { leaf in
      guard case .link(let size, let target) = leaf.item, target.marksChange else { return nil }
      let rect = Rect(origin: placed.origin + leaf.origin, size: size)
      let isAmongOthers = target == .change && rect.width < area.width - 1
      return Stretch(
        top: rect.minY, bottom: rect.maxY, extent: isAmongOthers ? rect : area, isAmongOthers: isAmongOthers)
    }
  }

  /// The middle of the bar; `nil` where there is too little room for one.
  private func place(beside stretch: Stretch) -> Double? {
    let extent = stretch.extent
    if !stretch.isAmongOthers { return isLeft(extent) ? leftMargin : rightMargin }
    if extent.minX < 1 { return leftMargin }
    return layout.grid.gutter < leastRoom ? nil : extent.minX - min(gap, layout.grid.gutter / 2)
  }

  /// Whether most of it is in the left part of the body, as also of what takes nearly the whole width.
  private func isLeft(_ extent: Rect) -> Bool {
    (extent.minX + extent.maxX) / 2 < layout.body.width * 0.6
  }

  private var gap: Double { layout.grid.baseline * Self.distance }
  private var leastRoom: Double { layout.grid.baseline * Self.width * 4 }

  private var leftMargin: Double? {
    layout.margins.left < leastRoom ? nil : -min(gap, layout.margins.left / 2)
  }

  private var rightMargin: Double? {
    layout.margins.right < leastRoom ? nil : layout.body.width + min(gap, layout.margins.right / 2)
  }

  private func joined(_ stretches: [Stretch]) -> [ClosedRange<Double>] {
    var bars: [ClosedRange<Double>] = []
    for stretch in stretches.sorted(by: { ($0.top, $0.bottom) < ($1.top, $1.bottom) }) {
      if let last = bars.last, stretch.top - last.upperBound < layout.grid.baseline * Self.joint {
        bars[bars.count - 1] = last.lowerBound...max(last.upperBound, stretch.bottom)
      } else {
        bars.append(stretch.top...max(stretch.top, stretch.bottom))
      }
    }
    return bars
  }
}

extension Frame {
  /// Covers the uppermost part of it, to mark it as new.
  mutating func coverAsChanged(height: Double) {
    add(.link(Size(size.width, height), .change), at: .zero)
  }
}

extension LinkTarget {
  fileprivate var marksChange: Bool {
    switch self {
    case .change, .anchor(_, .changed): true
    case .url, .anchor: false
    }
  }
}

extension Frame {
  /// The same with the links of numbers whose figures are new saying so.
  func markingNew(_ isNew: (String) -> Bool) -> Frame {
    var frame = self
    frame.items = items.map { placed in
      switch placed.item {
      case .group(let inner, let tag): Placed(.group(inner.markingNew(isNew), tag), at: placed.origin)
      case .link(let size, .anchor(.figure(let id), as: .plain)) where isNew(id):
        Placed(.link(size, .anchor(.figure(id), as: .changed)), at: placed.origin)
      default: placed
      }
    }
    return frame
  }
}
