import Diagnostics
import Graphics

/// Dated events along a horizontal axis where the area is wide, else as a list downwards.
struct TimelineChart {
  let events: [ChartDescription.Event]
  let lettering: Lettering
  let style: ChartStyle

  init(_ events: [ChartDescription.Event], lettering: Lettering, style: ChartStyle) {
    // In order of time; what begins together, the longer first, else as written.
    self.events = events.enumerated().sorted { a, b in
      let (x, y) = (a.element.period, b.element.period)
      return (x.firstMonth, -x.lastMonth, a.offset) < (y.firstMonth, -y.lastMonth, b.offset)
    }.map(\.element)
    self.lettering = lettering
    self.style = style
  }

  /// The axis is preferred in areas wider than this many heights.
  private static let aspectOfAxis = 1.5
  /// A list in columns needs columns of this many sizes of its type.
  private static let narrowestColumn = 20.0

  func draw(size: Size) throws(DiagnosticError) -> Frame {
    let isWide = size.width >= size.height * Self.aspectOfAxis
    let axis = AxisTimeline(events, width: size.width, lettering: lettering, style: style)
    if isWide, let axis, axis.height <= size.height { return axis.draw(height: size.height) }
    var lists: [ListTimeline] = []
    for columns in 1...columns(in: size.width) {
      let list = ListTimeline(events, width: size.width, columns: columns, lettering: lettering, style: style)
      if list.height <= size.height { return list.draw(height: size.height) }
      lists.append(list)
    }
    if !isWide, let axis, axis.height <= size.height { return axis.draw(height: size.height) }
    throw noRoom(in: size, axis: axis, lists: lists)
  }

  /// Height of the form that needs least, and of the one that suits the width best.
  func heights(width: Double) -> (least: Double, best: Double)? {
    let axis = AxisTimeline(events, width: width, lettering: lettering, style: style)
    let lists = (1...columns(in: width)).map {
      ListTimeline(events, width: width, columns: $0, lettering: lettering, style: style).height
    }
    let least = (lists + [axis?.height ?? .infinity]).min() ?? 0
    let suiting = axis.flatMap { $0.height * Self.aspectOfAxis <= width ? $0.height : nil } ?? lists[0]
    return (least, max(least, suiting * 1.1))
  }

  private func columns(in width: Double) -> Int {
    max(1, min(events.count, Int(width / (style.eventLabels.size * Self.narrowestColumn))))
  }

  private func noRoom(in size: Size, axis: AxisTimeline?, lists: [ListTimeline]) -> DiagnosticError {
    let list = lists.min { $0.height < $1.height }
    let axisHeight = axis?.height ?? .infinity
    let listHeight = list?.height ?? .infinity
    let unplaced =
      axisHeight < listHeight
      ? axis?.labels(above: size.height) ?? [] : list?.labels(below: size.height) ?? []
    let named = unplaced.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    let others = unplaced.count > 3 ? " and \(unplaced.count - 3) more" : ""
    return DiagnosticError(
      "the timeline has no room for \(named)\(others) in \(Int(size.width)) × \(Int(size.height)) pt",
      advice: "it needs \(Int(min(axisHeight, listHeight).rounded(.up))) pt of height at this width; "
        + "or show fewer events, or shorten their labels")
  }
}
