import ChartGrammar
import Evidence
import Graphics
import Typesetting

/// Values at the points of lines.
extension LineChart {
  /// More values than these at points make a thicket.
  private static let mostValues = 14
  /// How far a value may stand from its point, in heights of its line, with a line to it.
  private static let farthest = 2.5

  /// What labels keep away from: points and the lines between them, but not the many that recede.
  func obstacles(_ lines: [[Dot]]) -> [Rect] {
    let lines = lines.filter { line in
      !isCrowded || line.first.map { !chart.recedes(series: $0.series) } ?? false
    }
    var obstacles = lines.flatMap(\.self).map(box)
    for line in lines {
      let joined = line.filter(\.isOnLine).map(\.center)
      for (from, to) in zip(joined, joined.dropFirst()) { obstacles += LabelPlacer.boxes(from, to) }
    }
    return obstacles
  }

  private func box(_ dot: Dot) -> Rect {
    let radius = MarkerPainter.radius(style)
    let reach = reach(dot)
    return Rect(x: dot.center.x - radius, y: dot.center.y - reach, width: 2 * radius, height: 2 * reach)
  }

  private func reach(_ dot: Dot) -> Double {
    OpenEnd(dot.figure) == nil ? MarkerPainter.radius(style) : MarkerPainter.reach(style)
  }

  /// Values at the points that matter most: at them, or near them with a line to them.
  /// `crossed` are edges of bands, which a line may cross.
  /// - Returns: those that find no room.
  func paintValues(
    _ lines: [[Dot]], _ taken: [Rect], crossed: [Rect], _ bounds: Rect, on frame: inout Frame
  ) -> [String] {
    let dots = lines.flatMap(\.self).filter { !isCrowded || !chart.recedes(series: $0.series) }
    var placer = LabelPlacer(bounds: bounds, taken: taken)
    var waiting: [(dot: Dot, label: Label)] = []
    for dot in context.isPanel ? valuedOfPanel(lines, among: dots, placer) : valued(lines) {
      let label = named(dot, width: bounds.width) ?? valueLabel(dot)
      if let box = place(label, at: dot, among: dots, placer) {
        placer.take(box)
        frame.add(label, at: box.origin)
      } else if !context.isPanel {
        waiting.append((dot, label))
      }
    }
    // Those that must stand away from their points take what room is left by those that needn't.
    return waiting.compactMap { dot, label in
      guard let (box, leader) = placeAway(label, from: dot, crossed: crossed, placer) else {
        return chart.nameOfLeftOut(dot.figure)
      }
      placer.take(box)
      for part in LabelPlacer.boxes(leader.from, leader.to) { placer.take(part) }
      frame.stroke(.line(from: leader.from, to: leader.to), Stroke(style.grey, width: 0.5))
      frame.add(label, at: box.origin)
      return nil
    }
  }

  /// "140 Counted", at the last value of a series that others go on from: nothing stands at the plot's edge then.
  private func named(_ dot: Dot, width: Double) -> Label? {
    let series = chart.series[dot.series]
    guard isGoneOn(dot.series), !series.name.isEmpty, dot.figure.id == series.figuresInTime.last?.id else {
      return nil
    }
    let grey = color(dot) == style.receding
    return lettering.fitted(
      RichText([
        .init(
          dot.figure.words(.shortNumber),
          style.values.colored(grey ? style.grey : style.ink).haloed(style.paper)),
        .init(
          " \(series.name)", style.axisLabels.colored(grey ? style.grey : style.ink).haloed(style.paper)),
      ]), widths: [0.34 * width])
  }

  private func isGoneOn(_ series: Int) -> Bool { chart.isGoneOn(chart.series[series]) }

  private func valueLabel(_ dot: Dot) -> Label {
    lettering.line(
      dot.figure.words(.shortNumber),
      style.values.colored(color(dot) == style.receding ? style.grey : style.ink).haloed(style.paper))
  }

  /// All where they are few and each finds room at its point; else what says where a line begins and how far it goes, in
  /// each panel alike, since leaders over small panels make a thicket.
  private func valuedOfPanel(_ lines: [[Dot]], among dots: [Dot], _ placer: LabelPlacer) -> [Dot] {
    let all = valued(lines)
    var trial = placer
    let most = context.panels.flatMap(\.series).map(\.figures.count).max() ?? 0
    let fits =
      most <= Self.fewInPanel
      && all.allSatisfy { dot in
        guard let box = place(valueLabel(dot), at: dot, among: dots, trial) else { return false }
        trial.take(box)
        return true
      }
    if fits { return all }
    let shown = Set(lines.flatMap { line in telling(of: line).map(\.figure.id) })
    return all.filter {
      shown.contains($0.figure.id) || chart.highlighted.contains($0.figure.id)
        || $0.figure.status != .actual || $0.figure.qualifier != .exact
    }
  }

  /// The first point; the highest and the lowest where they are seen to lie higher or lower than both ends.
  private func telling(of line: [Dot]) -> [Dot] {
    guard let first = line.first, let last = line.last else { return [] }
    return ends(of: line).filter { dot in
      dot.figure.id == first.figure.id
        || [first, last].allSatisfy { abs($0.center.y - dot.center.y) >= Self.seenStep * style.values.size }
    }
  }

  /// Points of a line in a panel that may all have their values.
  private static let fewInPanel = 6
  /// Of the type's size: less makes a line seem flat.
  private static let seenStep = 0.6

  /// The highest, the lowest and the first point, but the last, whose value stands at the line's end.
  private func ends(of line: [Dot]) -> [Dot] {
    let extremes = [
      line.max { $0.figure.value < $1.figure.value }, line.min { $0.figure.value < $1.figure.value },
    ]
    return (extremes + [line.first]).compactMap(\.self).filter { $0.figure.id != line.last?.figure.id }
  }

  private func place(_ label: Label, at dot: Dot, among dots: [Dot], _ placer: LabelPlacer) -> Rect? {
    let others = dots.filter { $0.figure.id != dot.figure.id }.map { PointLabels.Spot(center: $0.center) }
    return PointLabels.boxes(label.size, at: dot.center, reach: reach(dot) + 1.2).first { box in
      placer.isFree(box) && PointLabels.isPlainly(box, of: .init(center: dot.center), among: others)
    }
  }

  /// Above or below the point, as near as there is room, and the line from the point to the label.
  private func placeAway(
    _ label: Label, from dot: Dot, crossed: [Rect], _ placer: LabelPlacer
  ) -> (box: Rect, leader: (from: Point, to: Point))? {
    // Lines may leave the point where others do.
    PointLabels.away(
      label.size, from: dot.center, reach: reach(dot) + 0.5, own: box(dot).insetBy(-2), crossed: crossed,
      farthest: Self.farthest,
      placer)
  }

  /// Highlighted, then extremes and firsts, then what is no plain actual value, then all if they are few; of many lines
  /// only those that stand out.
  private func valued(_ lines: [[Dot]]) -> [Dot] {
    let shown = lines.filter { line in
      !isCrowded || line.first.map { !chart.recedes(series: $0.series) } ?? false
    }
    // The last value stands at the line's end, unless others go on from there.
    let goneOn = shown.filter { line in line.first.map { isGoneOn($0.series) } ?? false }
    let candidates = shown.map { line in
      line.first.map { isGoneOn($0.series) } ?? false ? line : Array(line.dropLast())
    }
    // Of a line that is highlighted as a whole no point stands out.
    var order = goneOn.compactMap(\.last)
    order += candidates.filter { !$0.allSatisfy { chart.highlighted.contains($0.figure.id) } }.flatMap(
      \.self
    )
    .filter { chart.highlighted.contains($0.figure.id) }
    for line in shown { order += ends(of: line) }
    order += candidates.flatMap(\.self).filter {
      $0.figure.status != .actual || $0.figure.qualifier != .exact
    }
    if !isCrowded, candidates.flatMap(\.self).count <= Self.mostValues { order += candidates.flatMap(\.self) }
    // A reference line through a point says its value.
    var seen = Set(chart.references.compactMap(\.figure?.id))
    return order.filter { seen.insert($0.figure.id).inserted }
  }
}
