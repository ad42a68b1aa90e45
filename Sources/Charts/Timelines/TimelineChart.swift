import ChartGrammar
import Diagnostics
import Evidence
import Graphics
import Typesetting

/// Dated events along a horizontal axis where the area is wide, else as a list downwards.
struct TimelineChart {
  let events: [ChartDescription.Event]
  let lettering: Lettering
  let style: ChartStyle

  /// Of all panels on the same axis; empty where the timeline stands alone.
  let shared: [Period]
  /// Whether others of its events stand on other pages: then it is a list, since each page's axis would be another.
  let isPart: Bool

  init(
    _ events: [ChartDescription.Event], shared: [Period] = [], isPart: Bool = false, lettering: Lettering,
    style: ChartStyle
  ) {
    self.isPart = isPart
    self.shared = shared
    self.events = events.inTime
    self.lettering = lettering
    self.style = style
  }

  /// The axis is preferred in areas wider than this many heights, and than this many sizes of its type: in
  /// narrower ones its labels crowd, while a list fills the area.
  private static let aspectOfAxis = 1.5
  private static let narrowestAxis = 48.0
  /// Labels of the axis stand over each other in so many levels at most: with more, they are a wall of poles.
  private static let mostLevels = 4
  /// A list in columns needs columns of this many sizes of its type, and looks well in columns of so many sizes and rows.
  private static let narrowestColumn = 20.0
  private static let easyColumn = 24.0
  private static let easyRows = 4
  /// What the sum of many heights may be off, points.
  private static let tolerance = 0.01

  func draw(size: Size) throws(DiagnosticError) -> Frame {
    let room = size.height + Self.tolerance
    if !isPart, let axis = suitingAxis(size, lowerThan: room) { return axis.draw(height: size.height) }
    for columns in columnCounts(in: size.width) {
      if let list = listForm(size.width, columns), list.height <= room {
        return list.draw(height: size.height)
      }
    }
    guard let axis = lastResort(size.width), axis.height <= room else { throw noRoom(in: size) }
    return axis.draw(height: size.height)
  }

  private func suitingAxis(_ size: Size, lowerThan room: Double) -> AxisTimeline? {
    guard isForAxis(size), !isCrowded(size.width), let axis = axisForm(size.width) else { return nil }
    return axis.height <= room && axis.levels <= Self.mostLevels ? axis : nil
  }

  /// The best number first, then fewer, then more.
  private func columnCounts(in width: Double) -> [Int] {
    let most = columns(in: width)
    let best = max(
      1, min(most, Int(width / (style.eventLabels.size * Self.easyColumn)), events.count / Self.easyRows))
    return [best] + (1..<best).reversed() + (best..<most).map { $0 + 1 }
  }

  /// Height of the form that needs least, and of the one that suits the width best, with all the air that it makes
  /// use of; `nil` if none has room.
  func heights(width: Double) -> (least: Double, best: Double)? {
    let lists = columnCounts(in: width).compactMap { listForm(width, $0) }
    let axis = isPart && !lists.isEmpty ? nil : lastResort(width)
    guard let least = (lists.map(\.height) + [axis?.height].compactMap(\.self)).min() else { return nil }
    let suitingAxis = axis.flatMap { axis in
      isForAxis(Size(width, axis.roomyHeight)) && axis.levels <= Self.mostLevels ? axis.roomyHeight : nil
    }
    return (least, max(least, suitingAxis ?? lists.first?.roomyHeight ?? least))
  }

  /// Whether it is an axis of few levels here, or a list with air between its rows.
  func isAtEase(in size: Size) -> Bool {
    if let axis = suitingAxis(size, lowerThan: size.height) { return axis.levels <= 3 }
    guard let columns = columnCounts(in: size.width).first, let list = listForm(size.width, columns) else {
      return false
    }
    return list.airyHeight <= size.height
  }

  private func isForAxis(_ size: Size) -> Bool {
    size.width >= Self.narrowestAxis * style.eventLabels.size && size.width >= size.height * Self.aspectOfAxis
  }

  /// Whether the labels would fill more levels over an axis than suit it, however close they stood.
  private func isCrowded(_ width: Double) -> Bool {
    guard events.count > Self.mostLevels else { return false }
    let look = EventLook(events, lettering: lettering, style: style)
    let length = events.reduce(0) { sum, event in
      EventPrecision(event.period) == .span
        ? sum : sum + lettering.typesetter.line(look.text(event)).width
    }
    return length > width * Double(Self.mostLevels * EventLook.mostLines)
  }

  /// An axis of any number of levels; of a crowd of events only where no list has room for its words.
  private func lastResort(_ width: Double) -> AxisTimeline? {
    isCrowded(width) && columnCounts(in: width).contains { listForm(width, $0) != nil }
      ? nil : axisForm(width)
  }

  private func axisForm(_ width: Double) -> AxisTimeline? {
    AxisTimeline(events, spanning: shared, width: width, lettering: lettering, style: style)
  }

  /// Lists have no axis that they could share.
  private func listForm(_ width: Double, _ columns: Int) -> ListTimeline? {
    guard shared.isEmpty else { return nil }
    return ListTimeline(events, width: width, columns: columns, lettering: lettering, style: style)
  }

  private func columns(in width: Double) -> Int {
    max(1, min(events.count, Int(width / (style.eventLabels.size * Self.narrowestColumn))))
  }

  private func noRoom(in size: Size) -> DiagnosticError {
    let axis = lastResort(size.width)
    let list = (1...columns(in: size.width)).compactMap { listForm(size.width, $0) }.min {
      $0.height < $1.height
    }
    guard axis != nil || list != nil else {
      return DiagnosticError(
        "the timeline has no room for its labels in \(Int(size.width)) pt of width",
        advice: "give it more width, or shorten the longest words of its labels")
    }
    let axisHeight = axis?.height ?? .infinity
    let listHeight = list?.height ?? .infinity
    let unplaced =
      (axisHeight < listHeight ? axis?.labels(above: size.height) : list?.labels(below: size.height)) ?? []
    let named = unplaced.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    let others = unplaced.count > 3 ? " and \(unplaced.count - 3) more" : ""
    return DiagnosticError(
      "the timeline has no room for \(named)\(others) in \(Int(size.width)) × \(Int(size.height)) pt",
      advice: "it needs \(Int(min(axisHeight, listHeight).rounded(.up))) pt of height at this width; "
        + "or show fewer events, or shorten their labels")
  }
}
