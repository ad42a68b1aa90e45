import ChartGrammar
import Evidence
import Foundation
import Graphics
import Typesetting

/// What stands in one row of a chart, before it has a place: a name, and lanes of marks.
struct RowContent: Hashable, Sendable {
  var name: String
  var recedes: Bool
  var lanes: [RowLane]
  /// Whether its name is set heavier.
  var isTotal = false
}

/// Marks along one line, with what is written at its end.
struct RowLane: Hashable, Sendable {
  var marks: [RowMark] = []
  /// The value that the label at the end stands beside.
  var end: Double
  /// The end reaches a dotted line beyond it.
  var hasCap = false
  /// At the end, and in grey after it.
  var value: String
  var words: String
  var recedes = false
  /// Values written at marks inside: in segments of a bar, or over dots.
  var inner: [InnerValue] = []
  /// At the other end, where the lane is a range.
  var start: (value: Double, text: String)? { startValue.map { ($0, startText) } }
  var startValue: Double?
  var startText = ""
  /// Of a waterfall: where its bar leaves off, and the next one begins.
  var level: Double?

  var isNegative: Bool { end < 0 }
}

/// A mark of a lane.
struct RowMark: Hashable, Sendable {
  enum Shape: Hashable, Sendable {
    /// Its thickness as a part of the lane's.
    case bar(Double)
    case dot
    /// The line of a range.
    case link
  }

  var shape: Shape
  var from: Double
  var to: Double
  var look: BarLook
  var openEnd: OpenEnd?
  var color: Color
}

/// A value written inside a lane.
struct InnerValue: Hashable, Sendable {
  /// Where its mark reaches from and to; equal for a dot.
  var from: Double
  var to: Double
  var text: String
  var look: BarLook
  var color: Color
}

/// Makes the rows of each kind.
struct RowMaker {
  let chart: ChartDescription
  let style: ChartStyle
  /// As if each row were the first of its page.
  let repeatsUnit: Bool
  /// Whether there are so few that they are read one by one, each with its unit.
  private let areFew: Bool

  private static let fewRows = 4
  /// So many steps are read one by one.
  private static let fewSteps = 8

  init(chart: ChartDescription, style: ChartStyle, repeatsUnit: Bool = false) {
    self.chart = chart
    self.style = style
    self.repeatsUnit = repeatsUnit
    areFew = chart.whole.figures.count <= Self.fewRows
  }

  var rows: [RowContent] {
    switch chart.kind {
    case .change: changes
    case .bullet: bullets
    case .waterfall: steps
    case .pyramid: chart.rows.enumerated().map { sides($1, isFirst: isFirst($0)) }
    case .stackedBars: chart.rows.enumerated().map { stacked($1, isFirst: isFirst($0)) }
    case .dots: dots
    default: chart.rows.enumerated().map { bars($1, isFirst: isFirst($0)) }
    }
  }

  /// Of a panel: a single row needs no name where the panel's title is that name.
  func rows(under title: String) -> [RowContent] {
    var rows = rows
    if rows.count == 1, rows[0].name == title { rows[0].name = "" }
    return rows
  }

  private func color(_ figure: Figure, _ series: Int) -> Color {
    chart.recedes(figure) ? style.receding : style.color(ofSeries: series)
  }

  private func isFirst(_ index: Int) -> Bool { index == 0 || repeatsUnit }

  private func text(_ figure: Figure, isFirst: Bool) -> String {
    isFirst || areFew ? figure.valueWithUnit : figure.words(.shortNumber)
  }

  // MARK: Bars

  private func bars(_ row: ChartDescription.Row, isFirst: Bool) -> RowContent {
    RowContent(
      name: row.name, recedes: row.cells.allSatisfy { chart.recedes($0.figure) },
      lanes: row.cells.enumerated().map { index, cell in
        let figure = cell.figure
        var lane = RowLane(
          end: figure.value.double, hasCap: OpenEnd(figure) == .beyond,
          value: text(figure, isFirst: isFirst && index == 0),
          words: figure.statusWords(style.statusWords, isPartOfYear: false).joined(separator: style.comma),
          recedes: chart.recedes(figure))
        lane.marks = [bar(figure, to: figure.value.double, color: color(figure, cell.series))]
        return lane
      })
  }

  private func bar(_ figure: Figure, to value: Double, color: Color, thickness: Double = 1) -> RowMark {
    RowMark(
      shape: .bar(thickness), from: 0, to: value, look: BarLook(figure, isPartOfYear: false),
      openEnd: OpenEnd(figure), color: color)
  }

  // MARK: Stacks

  private func stacked(_ row: ChartDescription.Row, isFirst: Bool) -> RowContent {
    var (above, below) = (0.0, 0.0)
    var lane = RowLane(end: 0, value: "", words: "")
    for cell in row.cells {
      let value = cell.figure.value.double
      let from = value < 0 ? below : above
      if value < 0 { below += value } else { above += value }
      let look = BarLook(cell.figure, isPartOfYear: false)
      let color = color(cell.figure, cell.series)
      lane.marks.append(
        RowMark(shape: .bar(1), from: from, to: from + value, look: look, openEnd: nil, color: color))
      lane.inner.append(
        InnerValue(
          from: from, to: from + value, text: cell.figure.words(.shortNumber), look: look, color: color))
    }
    lane.end = above > 0 || below == 0 ? above : below
    lane.startValue = above > 0 && below < 0 ? below : nil
    if let sum = Figure.sum(of: row.cells.map(\.figure)) {
      lane.value = sum.sumInWords(withUnit: isFirst)
    } else if isFirst, let only = row.cells.first {
      // No sum has the unit: the value stands at the bar's end with it.
      lane.value = only.figure.valueWithUnit
      lane.inner = []
    }
    return RowContent(name: row.name, recedes: false, lanes: [lane])
  }

  // MARK: Against a target

  private var bullets: [RowContent] {
    let names = chart.rowNames
    return chart.bullets.map { figure, target in
      let value = figure.value.double
      var lane = RowLane(
        end: max(value, target?.value.double ?? value), value: figure.valueWithUnit,
        words: target.map(targetInWords) ?? "")
      if let target {
        lane.marks.append(bar(target, to: target.value.double, color: style.primary))
        lane.hasCap = target.value >= figure.value && OpenEnd(target) == .beyond
      }
      lane.marks.append(bar(figure, to: value, color: color(figure, 0), thickness: 0.5))
      if figure.value >= target?.value ?? figure.value {
        lane.hasCap = lane.hasCap || OpenEnd(figure) == .beyond
      }
      if figure.period?.isYear == false, lane.marks.last?.look == .actual {
        lane.marks[lane.marks.count - 1].look = .partial
      }
      return RowContent(name: names.name(of: figure), recedes: chart.recedes(figure), lanes: [lane])
    }
  }

  private func targetInWords(_ target: Figure) -> String {
    let words = "\(style.statusWords.target) \(target.words(.shortNumber))"
    return words + (target.period.map { style.comma(after: words) + $0.words(short: true) } ?? "")
  }

  // MARK: Changes

  private var changes: [RowContent] {
    chart.changes.enumerated().map { index, change in
      let figure = change.figure
      let isUp = figure.value >= 0
      var look = BarLook.actual
      for status in [change.from.status, change.to.status] {
        if status == .target {
          look = .target
        } else if status == .estimate, look != .target {
          look = .estimate
        }
      }
      let recedes = chart.recedes(change.to) && chart.recedes(change.from)
      var lane = RowLane(
        end: figure.value.double, hasCap: OpenEnd(figure) == .beyond,
        value: text(figure, isFirst: isFirst(index)).signed(figure.value > 0),
        words: "\(change.from.words(.shortNumber)) → \(change.to.words(.shortNumber))", recedes: recedes)
      lane.marks = [
        RowMark(
          shape: .bar(1), from: 0, to: figure.value.double, look: look, openEnd: OpenEnd(figure),
          color: recedes ? style.receding : isUp ? style.primary : style.secondary)
      ]
      return RowContent(name: change.name, recedes: recedes, lanes: [lane])
    }
  }

  // MARK: Steps

  /// Values stand at the side away from zero, where no line from bar to bar runs; their signs say up and down.
  private var steps: [RowContent] {
    chart.steps.enumerated().map { index, step in
      let (figure, from, to) = (step.figure, step.from.double, step.to.double)
      let recedes = chart.recedes(figure) && !step.isComputed
      let end = max(from, to) > 0 ? max(from, to) : min(from, to)
      // Totals have the unit, and steps where they are few: not the first bar alone, since each grows from elsewhere.
      let saysUnit =
        isFirst(index) || step.isTotal || chart.whole.series.flatMap(\.figures).count <= Self.fewSteps
      let words = text(figure, isFirst: saysUnit)
      var lane = RowLane(
        end: end, hasCap: OpenEnd(figure) == .beyond && end == to,
        value: step.isComputed
          ? figure.sumInWords(withUnit: saysUnit)
          : step.isTotal ? words : words.signed(figure.value > 0),
        words: step.isComputed
          ? ""
          : figure.statusWords(style.statusWords, isPartOfYear: false).joined(separator: style.comma),
        recedes: recedes, level: to)
      let color = step.isTotal ? style.total : from <= to ? style.primary : style.secondary
      lane.marks = [
        RowMark(
          shape: .bar(1), from: from, to: to, look: BarLook(figure, isPartOfYear: false),
          openEnd: OpenEnd(figure), color: recedes ? style.receding : color)
      ]
      return RowContent(name: step.name, recedes: recedes, lanes: [lane], isTotal: step.isTotal)
    }
  }

  // MARK: Sides

  /// What has no figure has a dash, so that it is no nothing.
  private func sides(_ row: ChartDescription.Row, isFirst: Bool) -> RowContent {
    let recedes = row.cells.allSatisfy { chart.recedes($0.figure) }
    var lane = RowLane(end: 0, value: "–", words: "", recedes: recedes, startValue: 0, startText: "–")
    for cell in row.cells {
      let figure = cell.figure
      let value = cell.series == 0 ? -figure.value.double : figure.value.double
      if cell.series == 0 {
        lane.startValue = value
        lane.startText = figure.words(.shortNumber)
      } else {
        lane.end = value
        lane.value = text(figure, isFirst: isFirst)
      }
      lane.hasCap = lane.hasCap || OpenEnd(figure) == .beyond
      lane.marks.append(bar(figure, to: value, color: color(figure, cell.series)))
    }
    if row.cells.count == 1, row.cells[0].series == 0, isFirst {
      lane.startText = row.cells[0].figure.valueWithUnit
    }
    return RowContent(name: row.name, recedes: recedes, lanes: [lane])
  }

  // MARK: Dots

  private var dots: [RowContent] {
    let start = chart.axisStart?.double ?? 0
    return chart.rows.enumerated().map { index, row in
      let cells = row.cells.enumerated().sorted { a, b in
        let (x, y) = (a.element.figure.value, b.element.figure.value)
        return x == y ? a.offset < b.offset : x < y
      }.map(\.element)
      let values = cells.map { $0.figure.value.double - start }
      let last = cells[cells.count - 1].figure
      var lane = RowLane(
        end: values.last ?? 0, hasCap: true, value: text(last, isFirst: isFirst(index)),
        words: cells.count == 1
          ? last.statusWords(style.statusWords, isPartOfYear: false).joined(separator: style.comma) : "",
        recedes: chart.recedes(last))
      if cells.count > 1 {
        lane.marks.append(
          RowMark(
            shape: .link, from: values[0], to: values[values.count - 1], look: .actual, openEnd: nil,
            color: style.grey))
        lane.startValue = values[0]
        lane.startText = cells[0].figure.words(.shortNumber)
      }
      for (cell, value) in zip(cells, values) {
        lane.marks.append(
          RowMark(
            shape: .dot, from: value, to: value, look: BarLook(cell.figure, isPartOfYear: false),
            openEnd: OpenEnd(cell.figure), color: color(cell.figure, cell.series)))
      }
      lane.inner = zip(cells, values).dropFirst().dropLast().map { cell, value in
        InnerValue(
          from: value, to: value, text: cell.figure.words(.shortNumber), look: .actual,
          color: style.values.color)
      }
      return RowContent(name: row.name, recedes: cells.allSatisfy { chart.recedes($0.figure) }, lanes: [lane])
    }
  }
}
