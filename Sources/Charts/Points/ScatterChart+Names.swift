import ChartGrammar
import Evidence
import Graphics
import Typesetting

/// Names at the points of a scatter chart.
extension ScatterChart {
  /// How far a name may stand from its point, in its heights, with a line to it.
  private static let farthest = 3.5
  private static let gap = 1.5

  /// Each at its point, or near it with a line to it; none on another or on a point.
  /// - Returns: those that find no room.
  func paintNames(
    _ spots: [PointLabels.Spot], _ taken: [Rect], _ plot: Rect, on frame: inout Frame
  ) -> [String] {
    let boxes = zip(points, spots).map { box($0, $1) }
    var placer = LabelPlacer(bounds: plot, taken: taken + boxes)
    var waiting: [(index: Int, label: Label)] = []
    for index in order(spots) {
      let label = label(points[index])
      if let box = place(label, index, spots, boxes, placer) {
        placer.take(box)
        frame.add(label, at: box.origin)
      } else {
        waiting.append((index, label))
      }
    }
    return waiting.compactMap { index, label in
      let spot = spots[index]
      guard
        let (box, leader) = PointLabels.away(
          label.size, from: spot.center, reach: reach(points[index], spot), own: boxes[index].insetBy(-2),
          farthest: Self.farthest, placer)
      else { return points[index].name }
      placer.take(box)
      for part in LabelPlacer.boxes(leader.from, leader.to) { placer.take(part) }
      frame.stroke(.line(from: leader.from, to: leader.to), Stroke(style.grey, width: 0.5))
      frame.add(label, at: box.origin)
      return nil
    }
  }

  /// Highlighted ones, then those that have the most others around them, since they have the least choice.
  private func order(_ spots: [PointLabels.Spot]) -> [Int] {
    let near = 6 * style.axisLabels.size
    let neighbours = spots.map { spot in
      spots.count { abs($0.center.x - spot.center.x) < near && abs($0.center.y - spot.center.y) < near / 2 }
    }
    return spots.indices.sorted { a, b in
      let (x, y) = (chart.recedesAsPoint(points[a]) ? 1 : 0, chart.recedesAsPoint(points[b]) ? 1 : 0)
      return (x, -neighbours[a], a) < (y, -neighbours[b], b)
    }
  }

  /// A value that is about another stands where that does, and its name says so.
  private func label(_ point: ChartDescription.ScatterPoint) -> Label {
    let isAbout = point.figures.contains { [.about, .moreThanAbout, .lessThanAbout].contains($0.qualifier) }
    let color = chart.recedesAsPoint(point) ? style.grey : style.ink
    return lettering.line(
      (isAbout ? "≈\u{A0}" : "") + point.name, style.axisLabels.colored(color).haloed(style.paper))
  }

  private func place(
    _ label: Label, _ index: Int, _ spots: [PointLabels.Spot], _ boxes: [Rect], _ placer: LabelPlacer
  ) -> Rect? {
    let others = spots.indices.filter { $0 != index }.map { spots[$0] }
    return PointLabels.boxes(
      label.size, at: spots[index].center, reach: reach(points[index], spots[index]) + Self.gap,
      besideFirst: true
    ).first { box in
      placer.isFree(box) && PointLabels.isPlainly(box, of: spots[index], among: others)
    }
  }

  private func reach(_ point: ChartDescription.ScatterPoint, _ spot: PointLabels.Spot) -> Double {
    let isOpen = [point.x, point.y].contains { OpenEnd($0) != nil }
    return max(spot.radius * MarkerPainter.rhomb, 1.3) + (isOpen ? BarPainter.capGap + 1 : 0)
  }

  private func box(_ point: ChartDescription.ScatterPoint, _ spot: PointLabels.Spot) -> Rect {
    let reach = reach(point, spot)
    return Rect(x: spot.center.x - reach, y: spot.center.y - reach, width: 2 * reach, height: 2 * reach)
  }
}

extension ChartDescription {
  /// Whether others stand out instead.
  func recedesAsPoint(_ point: ScatterPoint) -> Bool { point.figures.allSatisfy(recedes) }
}
