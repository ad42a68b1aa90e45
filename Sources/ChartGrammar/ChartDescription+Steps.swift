import Evidence
import struct Foundation.Decimal

extension ChartDescription {
  /// A bar of a waterfall: a total from zero, or a step from the level that the steps before it lead to.
  public struct Step: Hashable, Sendable {
    public var name: String
    public var figure: Figure
    public var from: Decimal
    public var to: Decimal
    public var isTotal: Bool
    /// Whether it is the sum of all before, which nobody stated.
    public var isComputed = false
  }

  /// Of a waterfall: its start, its steps and its end, those that stand here. Without a stated end the sum is the end.
  public var steps: [Step] {
    guard case .waterfall(let start, let end) = kind else { return [] }
    let names = StepNames(start: start, steps: ownFigures, end: end)
    var level = start?.value ?? 0
    var steps = start.map { [total($0, names.start)] } ?? []
    for (figure, name) in zip(ownFigures, names.steps) {
      steps.append(Step(name: name, figure: figure, from: level, to: level + figure.value, isTotal: false))
      level += figure.value
    }
    if let end {
      steps.append(total(end, names.end))
    } else if let sum = sumOfSteps {
      var last = total(sum, names.end)
      last.isComputed = true
      steps.append(last)
    }
    return here(steps)
  }

  private func total(_ figure: Figure, _ name: String) -> Step {
    Step(name: name, figure: figure, from: 0, to: figure.value, isTotal: true)
  }

  /// What start and steps add up to; `nil` for a single figure.
  var sumOfSteps: Figure? {
    guard case .waterfall(let start, _) = kind else { return nil }
    var sum = Figure.sum(of: [start].compactMap(\.self) + ownFigures)
    // What is computed here is no row of the table.
    sum?.id = ""
    return sum
  }
}

/// What tells start, steps and end from each other: their labels, their periods, or both.
private struct StepNames {
  var start = ""
  var steps: [String]
  var end = ""

  init(start: Figure?, steps: [Figure], end: Figure?) {
    let labels = Set(steps.map(\.label))
    steps.count > 1 && labels.count == 1
      ? (self.steps = steps.map { Self.dated($0, alone: true) })
      : (self.steps = steps.map { figure in
        steps.count { $0.label == figure.label } > 1 ? Self.dated(figure) : figure.label
      })
    // A total has the date of its own: it is that of the same thing before or after the steps.
    let isSame = start?.label == end?.label
    self.start = start.map { isSame ? Self.dated($0) : $0.label } ?? ""
    self.end = end.map { isSame ? Self.dated($0) : $0.label } ?? "Sum"
  }

  private static func dated(_ figure: Figure, alone: Bool = false) -> String {
    let period = figure.words(.periodShort)
    if period.isEmpty { return figure.label }
    return alone ? period : "\(figure.label), \(period)"
  }
}
