import ChartGrammar
import Diagnostics
import Evidence
import Foundation
import Graphics
import Typesetting

/// What each of two sides gives to the other: under an arrow the goods, as bars where all have figures, else as a list.
struct FlowChart: EnlargingForm {
  private let flows: [ChartDescription.Flow]
  /// With what stands on other pages, on the same scale.
  private let all: [ChartDescription.Flow]
  private let isPart: Bool
  private let lettering: Lettering
  private let style: ChartStyle

  init(_ chart: ChartDescription, lettering: Lettering, style: ChartStyle) {
    flows = chart.flows
    all = chart.whole.flows
    isPart = chart.part != nil
    self.lettering = lettering
    self.style = style
  }

  private static let gapUnderArrow = 3.0
  private static let gapBetweenFlows = 1.1
  private static let gapBetweenColumns = 12.0
  private static let gapBetweenItems = 1.0
  /// In sizes of the type.
  private static let narrowestColumn = 13.0
  private static let shortestArrow = 2.5
  /// Of the width, for the names of goods beside their bars.
  private static let widestNames = 0.4
  /// What each gap may grow by, and grows by where the flow is at ease, in sizes of the type.
  private static let mostGrowth = 1.1
  private static let easyGrowth = 0.4

  func heights(width: Double) -> (least: Double, best: Double)? {
    guard let plans = plans(width) else { return nil }
    let least = height(plans)
    return (least, least + gaps(plans) * style.axisLabels.size * Self.mostGrowth)
  }

  func isAtEase(in size: Size) -> Bool {
    guard let plans = plans(size.width) else { return false }
    return height(plans) + gaps(plans) * style.axisLabels.size * Self.easyGrowth <= size.height
  }

  /// That grow where there is room: between rows, under an arrow, and three times as much between the flows.
  private func gaps(_ plans: [Plan]) -> Double {
    Double(plans.reduce(0) { $0 + max(1, $1.rows) } + 3 * max(0, plans.count - 1))
  }

  func draw(size: Size, leftOut: inout [String]) throws(DiagnosticError) -> Frame {
    guard let plans = plans(size.width) else {
      throw DiagnosticError(
        "the flow has no room for its names in \(Int(size.width)) pt of width",
        advice: "give the chart more width, or shorten the names of its sides and goods")
    }
    let needed = height(plans)
    guard needed <= size.height + 0.01 else {
      throw DiagnosticError(
        "the flow needs \(Int(needed.rounded(.up))) pt of height, the area has \(Int(size.height)) pt",
        advice: "give the chart more height, or list fewer goods")
    }
    return painted(plans, size, spare: size.height - needed)
  }

  // MARK: Layout

  /// One direction.
  private struct Plan {
    var isFirst: Bool
    var from: Label
    var to: Label
    var content: Content
    var width: Double

    var headHeight: Double { max(from.height, to.height) }
    var bars: [Bar] { if case .bars(let bars) = content { bars } else { [] } }
    var rows: Int {
      switch content {
      case .list(let columns): columns.map(\.count).max() ?? 0
      case .bars(let bars): bars.count
      }
    }
    func height(gap: Double) -> Double {
      let body =
        switch content {
        case .list(let columns): columns.map { FlowChart.height($0, gap) }.max() ?? 0
        case .bars(let bars): bars.reduce(-gap) { $0 + max($1.name.height, $1.value.height) + gap }
        }
      return headHeight + FlowChart.gapUnderArrow + max(0, body)
    }
  }

  private enum Content {
    case list([[Label]])
    case bars([Bar])
  }

  private struct Bar {
    var figure: Figure
    var name: Label
    var value: Label
  }

  private static func height(_ column: [Label], _ gap: Double) -> Double {
    column.reduce(-gap) { $0 + $1.height + gap }
  }

  private func height(_ plans: [Plan]) -> Double {
    let between = Self.gapBetweenFlows * style.axisLabels.size * Double(max(0, plans.count - 1))
    return plans.reduce(between) { $0 + $1.height(gap: Self.gapBetweenItems) }
  }

  /// As bars where all are weighed and there is room for them, else as lists.
  private func plans(_ width: Double) -> [Plan]? {
    let isWeighted = all.allSatisfy { $0.weights != nil }
    if isWeighted, let plans = plans(flows, width, asBars: true), hasRoomForBars(width) { return plans }
    return plans(flows, width, asBars: false)
  }

  private func hasRoomForBars(_ width: Double) -> Bool {
    let longest = all.flatMap(\.items).compactMap(\.figure?.value.double).max() ?? 0
    return longest > 0 && barScale(width) * longest >= 3 * style.values.size
  }

  private func plans(
    _ flows: [ChartDescription.Flow], _ width: Double, asBars: Bool, repeatsUnit: Bool = false
  )
    -> [Plan]?
  {
    var plans: [Plan] = []
    for (index, flow) in flows.enumerated() where !isPart || !flow.items.isEmpty {
      // The first side stands at the left in both.
      let (leftName, rightName) = index == 0 ? (flow.from, flow.to) : (flow.to, flow.from)
      let room = (width - Self.shortestArrow * style.values.size - 2 * MarginLabels.gap) / 2
      guard let left = lettering.wrapped(RichText(leftName, style.values), width: room, breaksWords: true),
        let right = lettering.wrapped(RichText(rightName, style.values), width: room, breaksWords: true),
        room > style.values.size,
        let content = asBars ? bars(flow, width, repeatsUnit: repeatsUnit) : list(flow, width)
      else { return nil }
      plans.append(Plan(isFirst: index == 0, from: left, to: right, content: content, width: width))
    }
    return plans
  }

  private func list(_ flow: ChartDescription.Flow, _ width: Double) -> Content? {
    let most = max(1, min(3, Int(width / (Self.narrowestColumn * style.axisLabels.size))))
    for count in stride(from: min(most, flow.items.count), through: 1, by: -1) {
      let column = (width - Self.gapBetweenColumns * Double(count - 1)) / Double(count)
      var labels: [Label] = []
      for item in flow.items {
        let text = item.label + (item.figure.map { "\u{2002}\(valueWords($0, withUnit: true))" } ?? "")
        guard
          let label = lettering.wrapped(
            RichText(text, style.axisLabels.colored(style.ink)), width: column, breaksWords: count == 1)
        else { break }
        labels.append(label)
      }
      guard labels.count == flow.items.count else { continue }
      // As many in each column, the first ones one more.
      let (each, extra) = labels.count.quotientAndRemainder(dividingBy: count)
      var rest = labels[...]
      return .list(
        (0..<count).map { column in
          let taken = Array(rest.prefix(each + (column < extra ? 1 : 0)))
          rest = rest.dropFirst(taken.count)
          return taken
        })
    }
    return nil
  }

  /// With the word for what is no actual value.
  private func valueWords(_ figure: Figure, withUnit: Bool) -> String {
    let value = withUnit ? figure.valueWithUnit : figure.words(.shortNumber)
    return figure.status == .actual ? value : "\(value) \(figure.status.rawValue)"
  }

  private func bars(_ flow: ChartDescription.Flow, _ width: Double, repeatsUnit: Bool) -> Content? {
    var bars: [Bar] = []
    for (index, item) in flow.items.enumerated() {
      guard let figure = item.figure,
        let name = lettering.wrapped(
          RichText(item.label, style.axisLabels.colored(style.ink)), width: width * Self.widestNames,
          breaksWords: true)
      else { return nil }
      let value = lettering.line(valueWords(figure, withUnit: index == 0 || repeatsUnit), style.values)
      bars.append(Bar(figure: figure, name: name, value: value))
    }
    return .bars(bars)
  }

  // MARK: Painting

  private func painted(_ plans: [Plan], _ size: Size, spare: Double) -> Frame {
    var frame = Frame(size: size)
    let extra = min(spare / max(1, gaps(plans)), style.axisLabels.size * Self.mostGrowth)
    let scale = barScale(size.width)
    var y = 0.0
    for plan in plans {
      let color = plan.isFirst ? style.primary : style.secondary
      paintHead(plan, y, pointsRight: plan.isFirst, style.edge(of: color), on: &frame)
      let top = y + plan.headHeight + Self.gapUnderArrow
      switch plan.content {
      case .list(let columns):
        paint(columns, top + extra, Self.gapBetweenItems + extra, size.width, on: &frame)
      case .bars(let bars):
        paint(
          bars, top + extra / 2, extra, scale, growsRight: plan.isFirst, color, size.width, on: &frame)
      }
      y +=
        plan.height(gap: Self.gapBetweenItems + extra) + Self.gapBetweenFlows * style.axisLabels.size + 4
        * extra
    }
    return frame
  }

  /// Both names with the arrow between.
  private func paintHead(_ plan: Plan, _ y: Double, pointsRight: Bool, _ color: Color, on frame: inout Frame)
  {
    let middle = y + plan.headHeight / 2
    frame.add(plan.from, at: Point(0, middle - plan.from.height / 2))
    frame.add(plan.to, at: Point(plan.width - plan.to.width, middle - plan.to.height / 2), aligned: .right)
    let left = plan.from.width + MarginLabels.gap
    let right = plan.width - plan.to.width - MarginLabels.gap
    let head = style.values.size * 0.9
    let (tip, tail) = pointsRight ? (right, left) : (left, right)
    let neck = pointsRight ? tip - head : tip + head
    frame.stroke(
      .line(from: Point(tail, middle), to: Point(neck, middle)),
      Stroke(color, width: max(2, style.values.size * 0.18)))
    frame.fill(
      .polyline(
        [Point(tip, middle), Point(neck, middle - head * 0.45), Point(neck, middle + head * 0.45)],
        closed: true),
      color)
  }

  private func paint(
    _ columns: [[Label]], _ top: Double, _ gap: Double, _ width: Double, on frame: inout Frame
  ) {
    let count = Double(columns.count)
    let column = (width - Self.gapBetweenColumns * (count - 1)) / count
    for (index, labels) in columns.enumerated() {
      var y = top
      for label in labels {
        frame.add(label, at: Point(Double(index) * (column + Self.gapBetweenColumns), y))
        y += label.height + gap
      }
    }
  }

  /// Points a unit, the same for both directions and on all pages.
  private func barScale(_ width: Double) -> Double {
    let bars = (plans(all, width, asBars: true, repeatsUnit: isPart) ?? []).flatMap(\.bars)
    let names = bars.map(\.name.width).max() ?? 0
    return bars.map { bar in
      let room = width - names - 6 - bar.value.width - 6 - BarPainter.capGap
      return bar.figure.value > 0 ? max(0, room) / bar.figure.value.double : .infinity
    }.min() ?? 0
  }

  private func paint(
    _ bars: [Bar], _ top: Double, _ extra: Double, _ scale: Double, growsRight: Bool, _ color: Color,
    _ width: Double, on frame: inout Frame
  ) {
    let names = bars.map(\.name.width).max() ?? 0
    let start = growsRight ? names + 6 : width - names - 6
    let direction = growsRight ? 1.0 : -1.0
    let painter = BarPainter(color, style)
    var y = top
    for bar in bars {
      // Bars take half of what each row has to spare.
      let height = max(bar.name.height, bar.value.height) + extra / 2
      let middle = y + height / 2
      let length = bar.figure.value > 0 ? bar.figure.value.double * scale : 0
      let thickness = bar.value.height * 0.8 + extra / 2
      let rect = Rect(
        x: growsRight ? start : start - length, y: middle - thickness / 2, width: length, height: thickness)
      let look = BarLook(bar.figure, isPartOfYear: false)
      if length > 0 { painter.paint(look, rect, on: &frame) }
      let end = start + direction * length
      if let openEnd = OpenEnd(bar.figure), openEnd == .beyond || length > 2 * BarPainter.capGap {
        painter.paintOpenEnd(
          openEnd, from: Point(end, rect.minY), to: Point(end, rect.maxY), outward: Point(direction, 0),
          look: look,
          on: &frame)
      }
      let away = 3 + BarPainter.capGap
      frame.add(
        bar.value,
        at: Point(growsRight ? end + away : end - away - bar.value.width, middle - bar.value.height / 2))
      frame.add(
        bar.name, at: Point(growsRight ? 0 : width - bar.name.width, middle - bar.name.height / 2),
        aligned: growsRight ? .left : .right)
      y += height + Self.gapBetweenItems + extra / 2
    }
  }
}
