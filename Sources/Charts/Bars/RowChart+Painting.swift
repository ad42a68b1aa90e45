import ChartGrammar
import Diagnostics
import Evidence
import Graphics
import Typesetting

extension RowChart {
  func painted(_ plan: Plan, _ size: Size) -> Frame {
    var frame = Frame(size: size)
    plan.key.paint(on: &frame, at: .zero)
    paintHeads(plan, on: &frame)
    let spare = min(size.height - plan.height, mostSpare) / Double(plan.rows.count)
    let gap = Self.leastGap + spare * 0.65
    let growth = spare * 0.35
    let top = plan.above
    let bottom = top + plan.rows.reduce(0) { $0 + plan.height(of: $1) + gap + growth }
    // Lines of the axis stand behind the rows and spare what is written in them.
    var lettered = Frame(size: size)
    var y = top + gap / 2
    var baseline = Path()
    var bars: [ClosedRange<Double>] = []
    for (index, row) in plan.rows.enumerated() {
      let height = plan.height(of: row) + growth
      let lanesHeight = row.lanesHeight + growth
      let lanesTop = plan.namesAreAbove ? y + height - lanesHeight : y + (height - lanesHeight) / 2
      // At the left names stand beside the middle of their lanes.
      let middle = lanesTop + (row.overhead + lanesHeight) / 2 - row.name.height / 2
      lettered.add(
        row.name, at: Point(0, plan.namesAreAbove ? y : max(y, min(middle, y + height - row.name.height))))
      let laneHeight = row.laneHeight + growth / Double(row.lanes.count)
      for (number, lane) in row.lanes.enumerated() {
        let laneTop = lanesTop + row.overhead + Double(number) * (laneHeight + Self.gapBetweenLanes)
        paint(lane, top: laneTop, height: laneHeight, row, plan, width: size.width, on: &lettered)
      }
      if !hasDots {
        let thickness = self.thickness(row, laneHeight)
        let first = lanesTop + row.overhead + (laneHeight - thickness) / 2
        let last = lanesTop + lanesHeight - (laneHeight - thickness) / 2
        bars.append(first...last)
        // Where names stand between, a piece of the line beside a step far from zero would be nothing's.
        if !plan.namesAreAbove || row.lanes.contains(where: \.content.touchesZero) {
          baseline.append(self.baseline(first, last, index, plan, reach: (height - (last - first) + gap) / 2))
        }
      }
      y += height + gap
    }
    paintAxis(plan, from: top, to: bottom, width: size.width, sparing: lettered, on: &frame)
    frame.add(lettered, at: .zero)
    frame.stroke(steps(plan, bars, sparing: lettered), Stroke(style.grey, width: 0.5))
    frame.stroke(baseline, Stroke(style.ink, width: 0.75))
    paintReferences(plan, from: top, to: bottom, width: size.width, on: &frame)
    return frame
  }

  private func paintHeads(_ plan: Plan, on frame: inout Frame) {
    guard let heads = plan.heads, heads.count == 2 else { return }
    let bottom = plan.key.height + plan.headHeight - 3
    frame.add(
      heads[0], at: Point(plan.scale.zero - gapAroundValue - heads[0].width, bottom - heads[0].height),
      aligned: .right)
    frame.add(heads[1], at: Point(plan.scale.zero + gapAroundValue, bottom - heads[1].height))
  }

  /// From where each bar of a waterfall leaves off to the next one.
  private func steps(_ plan: Plan, _ bars: [ClosedRange<Double>], sparing lettered: Frame) -> Path {
    var path = Path()
    let rows = zip(plan.rows, bars)
    for ((row, bar), next) in zip(rows, bars.dropFirst()) {
      guard let level = row.lanes.first?.content.level else { continue }
      path.append(
        ReferenceLines.upright(
          plan.scale.x(level), from: bar.upperBound, to: next.lowerBound, sparing: lettered))
    }
    return path
  }

  /// One line along all rows, or a piece for each where names stand between.
  private func baseline(_ first: Double, _ last: Double, _ index: Int, _ plan: Plan, reach between: Double)
    -> Path
  {
    let reach = plan.namesAreAbove ? 0 : between
    // Beyond the outer bars where some grow to the other side: it is an axis, not their edge.
    let outer = hasBothSigns ? min(reach, Self.overhang) : 0
    let (above, below) = (index == 0 ? outer : reach, index == plan.rows.count - 1 ? outer : reach)
    return .line(from: Point(plan.scale.zero, first - above), to: Point(plan.scale.zero, last + below))
  }

  private func thickness(_ row: Row, _ laneHeight: Double) -> Double {
    min(laneHeight, row.laneHeight * 0.9 + (laneHeight - row.laneHeight))
  }

  private func paint(
    _ lane: Lane, top: Double, height: Double, _ row: Row, _ plan: Plan, width: Double, on frame: inout Frame
  ) {
    let middle = top + height / 2
    let thickness = thickness(row, height)
    for mark in lane.content.marks { paint(mark, middle, thickness, plan.scale, on: &frame) }
    if hasDots {
      let starts = innerStarts(lane, plan.scale, in: plan.left...width) ?? []
      for ((inner, label), x) in zip(zip(lane.content.inner, lane.inner), starts) {
        let y = middle - liftOfInner(row.laneHeight) - label.height
        let dot = plan.scale.x(inner.from)
        if abs(x + label.width / 2 - dot) > 2 {
          frame.stroke(
            .line(
              from: Point(dot, middle - MarkerPainter.radius(style)),
              to: Point(x + label.width / 2, y + label.height)),
            Stroke(style.grey, width: 0.5))
        }
        frame.add(label, at: Point(x, y))
      }
    } else {
      for (inner, label) in zip(lane.content.inner, lane.inner) where inner.from != inner.to {
        let x = (plan.scale.x(inner.from) + plan.scale.x(inner.to) - label.width) / 2
        frame.add(label, at: Point(x, middle - label.height / 2))
      }
    }
    paintEnd(lane, middle, plan.scale, on: &frame)
    if let start = lane.start, let value = lane.content.startValue {
      let x = plan.scale.x(value) - capRoom(lane) - gapAroundValue - start.width
      frame.add(start, at: Point(x, middle - start.height / 2))
    }
  }

  private func paintEnd(_ lane: Lane, _ middle: Double, _ scale: Scale, on frame: inout Frame) {
    let isLeft = lane.content.isNegative && !hasDots
    let distance = gapAroundValue + capRoom(lane)
    let end = scale.x(lane.content.end)
    var x = isLeft ? end - distance - lane.value.width : end + distance
    frame.add(lane.value, at: Point(x, middle - lane.value.height / 2))
    for extra in [lane.innerAtEnd, lane.words].compactMap(\.self) {
      // On the value's baseline.
      let y = middle - lane.value.height / 2 + lane.value.ascent - extra.ascent
      let gap = extra == lane.innerAtEnd ? 0 : lane.gapBeforeWords
      if isLeft {
        x -= gap + extra.width
        frame.add(extra, at: Point(x, y))
      } else {
        frame.add(extra, at: Point(x + lane.value.width + gap, y))
      }
    }
  }

  private func paint(
    _ mark: RowMark, _ middle: Double, _ thickness: Double, _ scale: Scale, on frame: inout Frame
  ) {
    let (from, to) = (scale.x(mark.from), scale.x(mark.to))
    switch mark.shape {
    case .link:
      frame.stroke(.line(from: Point(from, middle), to: Point(to, middle)), Stroke(mark.color, width: 1.2))
    case .dot:
      let painter = MarkerPainter(mark.color, style)
      painter.paint(mark.look, at: Point(to, middle), on: &frame)
      if let end = mark.openEnd {
        painter.paintOpenEnd(
          end, isNegative: mark.to + start < 0, at: Point(to, middle), outward: Point(1, 0), on: &frame)
      }
    case .bar(let part):
      let height = thickness * part
      let rect = Rect(x: min(from, to), y: middle - height / 2, width: abs(to - from), height: height)
      let painter = BarPainter(mark.color, style)
      if rect.width > 0 { painter.paint(mark.look, rect, on: &frame) }
      if chart.kind == .stackedBars, mark.from != 0, rect.width > 1 {
        // Between segments of one bar.
        frame.stroke(
          .line(from: Point(from, rect.minY), to: Point(from, rect.maxY)), Stroke(style.paper, width: 0.6))
      }
      guard let end = mark.openEnd, end == .beyond || rect.width > 2 * BarPainter.capGap else { return }
      painter.paintOpenEnd(
        end, from: Point(to, rect.minY), to: Point(to, rect.maxY),
        outward: Point(mark.to < mark.from ? -1 : 1, 0),
        look: mark.look, on: &frame)
    }
  }

  private func paintAxis(
    _ plan: Plan, from top: Double, to bottom: Double, width: Double, sparing rows: Frame,
    on frame: inout Frame
  ) {
    for (label, value) in plan.axisLabels {
      let x = plan.scale.x(value)
      let isZero = value + start == 0
      if isZero || style.hasGrid {
        frame.stroke(
          ReferenceLines.upright(x, from: top, to: bottom + 1, sparing: rows),
          isZero ? Stroke(style.ink, width: 0.75) : style.grid)
      }
      frame.add(label, at: Point(min(max(plan.left, x - label.width / 2), width - label.width), bottom + 3))
    }
  }

  private func paintReferences(
    _ plan: Plan, from top: Double, to bottom: Double, width: Double, on frame: inout Frame
  ) {
    let xs = chart.references.map { plan.scale.x($0.value.double - start) }
    guard !xs.isEmpty,
      let starts = Spread.starts(
        centers: xs, lengths: plan.referenceLabels.map(\.width), gap: 4, in: plan.left...width)
    else { return }
    for (index, reference) in chart.references.enumerated() {
      let label = plan.referenceLabels[index]
      let y = plan.key.height + plan.referenceHeight - 6 - label.height
      frame.add(label, at: Point(starts[index], y))
      var line = ReferenceLines.upright(xs[index], from: top - 2, to: bottom, sparing: frame)
      line.append(.line(from: Point(starts[index] + label.width / 2, top - 6), to: Point(xs[index], top - 2)))
      frame.stroke(line, ReferenceLines.stroke(reference, style))
    }
  }
}

extension RowLane {
  fileprivate var touchesZero: Bool {
    marks.isEmpty || marks.contains { min($0.from, $0.to) <= 0 && max($0.from, $0.to) >= 0 }
  }
}
