import Evidence
import Graphics

/// A time axis of equal slots, each a year, a half-year, a quarter or a month, and the bars that stand in them.
struct TimeSlots: Hashable, Sendable {
  /// Months a slot: 12, 6, 3 or 1.
  var months: Int
  /// Counted in slots from year 0.
  var first: Int
  var last: Int
  /// Left edge of the first slot and width of each, points.
  var left: Double
  var width: Double
  /// Width of a bar that fills its slot but for the gap to its neighbours.
  var barWidth: Double

  var count: Int { last - first + 1 }
  /// Of the plot: with `fillsGaps` the last bar reaches as far, out of its slot.
  var right: Double

  /// - Parameters:
  ///   - periods: of all figures.
  ///   - left: of the plot, points.
  ///   - right: of the plot, points.
  ///   - widestBar: keeps a few bars from becoming walls; two alone may be twice as wide, or they are lost in their field.
  ///   - share: the part of a slot that its bar takes.
  ///   - fillsGaps: whether bars may be wider than their slots where those beside them are empty, as between years far
  ///     from each other; they stand in true distance all the same.
  init(
    covering periods: [Period], from left: Double, to right: Double, widestBar: Double = .infinity,
    share: Double = TimeSlots.share, fillsGaps: Bool = false
  ) {
    let firstMonth = periods.map(\.firstMonth).min() ?? 0
    let lastMonth = periods.map(\.lastMonth).max() ?? 11
    months = Self.slotLength(of: periods, span: lastMonth - firstMonth + 1)
    first = firstMonth / months
    last = lastMonth / months
    let count = Double(last - first + 1)
    width = (right - left) / count
    let widestBar = widestBar * min(max(Self.fewSlots / count, 1), 2)
    barWidth = min(width * share, widestBar)
    self.left = left
    self.right = right
    guard fillsGaps, let distance = Self.leastDistance(of: periods, in: months), distance > 1 else { return }
    // The first and the last bar reach out of their slots, and the slots leave room for that.
    let reach = share * Double(distance)
    var slot = (right - left) / (count - 1 + max(1, reach))
    // A bar that is as wide as it may be reaches less far, or stays within its slot.
    if reach * slot > widestBar {
      slot = min((right - left - widestBar) / (count - 1), (right - left) / count)
    }
    let bar = min(reach * slot, widestBar)
    guard bar > barWidth, slot > 0 else { return }
    (width, barWidth) = (slot, bar)
    self.left = left + max(0, bar - slot) / 2
  }

  /// What a bar takes of its slot.
  static let share = 0.66
  /// Fewer let bars be wider.
  private static let fewSlots = 4.0

  /// Between two slots that have periods, in slots; `nil` for one alone.
  private static func leastDistance(of periods: [Period], in months: Int) -> Int? {
    let taken = Set(periods.flatMap { Array(($0.firstMonth / months)...($0.lastMonth / months)) }).sorted()
    return zip(taken, taken.dropFirst()).map { $1 - $0 }.min()
  }

  /// That of the periods where all are of one length, as months or quarters are, and follow each other closely enough
  /// for an axis of their own. Else months if the chart lies within two years and has a figure for a half-year or less; else years, since
  /// nine months against nine months are better compared as two bars than as two walls.
  private static func slotLength(of periods: [Period], span: Int) -> Int {
    let lengths = Set(periods.map(\.months))
    if let length = lengths.first, lengths.count == 1, [1, 3, 6].contains(length),
      periods.allSatisfy({ $0.firstMonth.isMultiple(of: length) }),
      Set(periods).count * length * 3 >= span
    {
      return length
    }
    let shortest = periods.map(\.months).min() ?? 12
    return span <= 24 && shortest <= 6 ? 1 : 12
  }

  /// Whether a figure fills no whole years, where slots are years.
  func isPartOfYear(_ figure: Figure) -> Bool {
    guard let period = figure.period, months == 12 else { return false }
    return period.firstMonth % 12 != 0 || period.lastMonth % 12 != 11
  }

  func center(ofSlot slot: Int) -> Double { left + (Double(slot - first) + 0.5) * width }

  /// Left and right edge of a bar: whole slots are narrowed by the gap, parts of a slot take their part of
  /// the bar, at their place in it (the first nine months of a year its left three quarters).
  func extent(of period: Period) -> (left: Double, right: Double) {
    (
      edge(slot: period.firstMonth / months, part: Double(period.firstMonth % months) / Double(months)),
      edge(slot: period.lastMonth / months, part: Double(period.lastMonth % months + 1) / Double(months))
    )
  }

  private func edge(slot: Int, part: Double) -> Double {
    center(ofSlot: slot) + (part - 0.5) * barWidth
  }
}

/// A figure's bar, laid out: where it stands, not yet how high.
struct BarPlace: Hashable, Sendable {
  /// Index of the figure.
  var figure: Int
  var left: Double
  var right: Double
  /// How many bars stand behind it.
  var depth: Int
  /// Index of its series' name.
  var series: Int
}

extension TimeSlots {
  /// Puts bars of overlapping periods before each other (targets at the back, then the longer period) and
  /// those of one period and kind side by side.
  /// `series` holds for each figure the index of its series.
  func places(of figures: [Figure], series: [Int]) -> [BarPlace] {
    let order = figures.indices.sorted { a, b in
      let (x, y) = (figures[a], figures[b])
      if (x.status == .target) != (y.status == .target) { return x.status == .target }
      let (m, n) = (x.period?.months ?? 0, y.period?.months ?? 0)
      return m == n ? a < b : m > n
    }
    var stacks: [Stack] = []
    for index in order {
      guard let period = figures[index].period else { continue }
      let isTarget = figures[index].status == .target
      if let same = stacks.firstIndex(where: { $0.period == period && $0.isTarget == isTarget }) {
        stacks[same].figures.append(index)
      } else {
        let behind = stacks.filter { $0.period.overlaps(period) }.map { $0.depth + 1 }.max()
        stacks.append(Stack(period: period, isTarget: isTarget, depth: behind ?? 0, figures: [index]))
      }
    }
    return stacks.flatMap { places(of: $0, series) }
  }

  private struct Stack {
    var period: Period
    var isTarget: Bool
    var depth: Int
    var figures: [Int]
  }

  /// A bar in front is so much narrower than the one behind it, which stays visible on both sides.
  private static let narrowing = 0.72

  private func places(of stack: Stack, _ series: [Int]) -> [BarPlace] {
    let extent = extent(of: stack.period)
    var factor = 1.0
    for _ in 0..<stack.depth { factor *= Self.narrowing }
    // Part of a slot narrows towards the slot's middle, so that it stays inside a full bar behind it.
    let slot = stack.period.firstMonth / months
    let isWithinSlot = slot == stack.period.lastMonth / months
    let middle = isWithinSlot ? center(ofSlot: slot) : (extent.left + extent.right) / 2
    let left = middle + (extent.left - middle) * factor
    let width = (extent.right - extent.left) * factor / Double(stack.figures.count)
    let figures = stack.figures.sorted { (series[$0], $0) < (series[$1], $1) }
    return figures.enumerated().map { number, figure in
      BarPlace(
        figure: figure, left: left + Double(number) * width, right: left + Double(number + 1) * width,
        depth: stack.depth, series: series[figure])
    }
  }
}
