import Evidence
import Graphics
import Typesetting

/// The labels under a time axis: all slots where they fit, those with data bold.
struct TimeAxisLabels {
  struct Placed {
    var label: Label
    var x: Double
    var row: Int
  }

  var labels: [Placed] = []
  var height = 0.0

  private let slots: TimeSlots
  /// Labels may stand out of the plot as far as the frame goes.
  private let right: Double
  private let lettering: Lettering
  private let style: ChartStyle
  /// By slot, from the first.
  private let hasData: [Bool]

  /// Least distance between neighbours: two spaces or so, else their digits read as one number.
  private var gap: Double { max(2.5, style.axisLabels.size * 0.55) }

  init(_ slots: TimeSlots, periods: [Period], right: Double, lettering: Lettering, style: ChartStyle) {
    self.slots = slots
    self.right = right
    self.lettering = lettering
    self.style = style
    var covered = [Bool](repeating: false, count: slots.count)
    for period in periods {
      for slot in (period.firstMonth / slots.months)...(period.lastMonth / slots.months) {
        covered[slot - slots.first] = true
      }
    }
    hasData = covered
    if slots.months == 12 { setYears() } else { setPartsOfYears() }
    let rows = (labels.map(\.row).max() ?? 0) + 1
    height = Double(rows) * (labels.first?.label.height ?? 0)
  }

  private mutating func setYears() {
    let all = Array(slots.first...slots.last)
    let data = all.filter { hasData[$0 - slots.first] }
    func short(_ year: Int) -> String { "’" + (year % 100 < 10 ? "0" : "") + "\(year % 100)" }
    // Every year in full; in two digits, the first or none in full; only the years with data.
    var choices: [(years: [Int], text: (Int) -> String)] = [(all, { "\($0)" })]
    if slots.count < 100 {
      choices.append((all, { [first = slots.first] in $0 == first ? "\($0)" : short($0) }))
      choices.append((all, short))
    }
    choices.append((data, { "\($0)" }))
    if slots.count < 100 { choices.append((data, short)) }
    for choice in choices {
      if let placed = placing(choice.years, choice.text) {
        labels = placed
        return
      }
    }
    // Years with data in two rows rather than round years that date nothing.
    if let placed = inTwoRows(data) {
      labels = placed
      return
    }
    for step in [2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000] {
      let round = all.filter { $0 % step == 0 }
      if let placed = placing(round, { "\($0)" }) {
        labels = placed
        return
      }
    }
  }

  /// Each in the first row that has room for it, or `nil`.
  private func inTwoRows(_ years: [Int]) -> [Placed]? {
    var rows: [[Placed]] = [[], []]
    for year in years {
      let free = rows.indices.lazy.compactMap { row -> Placed? in
        guard let label = placed(year, "\(year)"), isClear(label, of: rows[row].last) else { return nil }
        return Placed(label: label.label, x: label.x, row: row)
      }.first
      guard let free else { return nil }
      rows[free.row].append(free)
    }
    return rows.flatMap(\.self)
  }

  /// "Jan", "Q1" or "H1", as many as fit, and the years below.
  private mutating func setPartsOfYears() {
    let all = Array(slots.first...slots.last)
    let names =
      switch slots.months {
      case 6: ["H1", "H2"]
      case 3: ["Q1", "Q2", "Q3", "Q4"]
      default: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
      }
    for step in [1, 2, 3, 4, 6, 12] where names.count.isMultiple(of: step) {
      let shown = all.filter { $0 % step == 0 }
      if let placed = placing(shown, { names[$0 % names.count] }) {
        labels = placed
        break
      }
    }
    // The year once, under its first slot's name.
    for year in (slots.first / names.count)...(slots.last / names.count) {
      let slot = max(slots.first, year * names.count)
      let label = lettering.line("\(year)", style.axisLabels.weighing(600).colored(style.ink))
      let name = lettering.line(names[slot % names.count], style.axisLabels.weighing(600))
      let x = max(0, slots.center(ofSlot: slot) - min(name.width, slots.width) / 2)
      let isClear = labels.last.map { $0.row == 0 || $0.x + $0.label.width + gap <= x } ?? true
      if isClear, x + label.width <= right { labels.append(Placed(label: label, x: x, row: 1)) }
    }
  }

  /// The labels of these slots, or `nil` if two would touch.
  private func placing(_ shown: [Int], _ text: (Int) -> String) -> [Placed]? {
    var labels: [Placed] = []
    for slot in shown {
      guard let label = placed(slot, text(slot)), isClear(label, of: labels.last) else { return nil }
      labels.append(label)
    }
    return labels.isEmpty ? nil : labels
  }

  private func isClear(_ label: Placed, of last: Placed?) -> Bool {
    last.map { $0.x + $0.label.width + gap <= label.x } ?? true
  }

  /// Below the middle of its slot, as far as the frame's edges let it; `nil` where it is wider than the frame.
  private func placed(_ slot: Int, _ text: String) -> Placed? {
    let bold = hasData[slot - slots.first]
    let label = lettering.line(
      text,
      bold ? style.axisLabels.weighing(600).colored(style.ink) : style.axisLabels.colored(style.grey))
    guard label.width <= right else { return nil }
    let x = min(max(0, slots.center(ofSlot: slot) - label.width / 2), right - label.width)
    return Placed(label: label, x: x, row: 0)
  }
}
