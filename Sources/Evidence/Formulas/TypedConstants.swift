import Diagnostics
import Foundation

/// Warnings of numbers typed in formulas that are a figure's value: 1.40 where a figure says 40%. They would stay old when
/// that figure changes.
///
/// Whole numbers typed without a sign of per cent are left alone (months of a year, a half), and 100%.
func typedConstants(in table: FigureTable) -> [Diagnostic] {
  let known = table.figures.filter { $0.formula == nil && $0.value != 0 && $0.value != 100 }
  return table.figures.flatMap { figure -> [Diagnostic] in
    guard let formula = figure.formula.flatMap({ try? Formula($0) }) else { return [] }
    return formula.constants.compactMap { constant in
      for other in known {
        guard let reference = constant.reference(to: other) else { continue }
        return Diagnostic(
          .warning,
          "figure '\(figure.id)': \(constant.text) is typed in its formula, and the figure '\(other.id)' has that value",
          at: figure.location, advice: "write \(reference), so that it changes with the figure")
      }
      return nil
    }
  }
}

private struct TypedConstant {
  var value: Decimal
  var isPercentage: Bool

  var text: String { value.digits() + (isPercentage ? "%" : "") }

  /// What to write in its place; `nil` where the figure's value is another.
  func reference(to figure: Figure) -> String? {
    guard figure.unit.isPercent else {
      let hasDecimals = !isPercentage && !value.isWhole
      return hasDecimals && figure.unit.kind == .plain && figure.value == value ? figure.id : nil
    }
    if isPercentage {
      if value == figure.value { return figure.id }
      return value == 100 + figure.value ? "(100% + \(figure.id))" : nil
    }
    if value.isWhole { return nil }
    if value * 100 == 100 + figure.value { return "(100% + \(figure.id))" }
    return value * 100 == figure.value ? figure.id : nil
  }
}

extension Formula {
  fileprivate var constants: [TypedConstant] {
    switch self {
    case .number(let value): [TypedConstant(value: value, isPercentage: false)]
    case .percentage(let value): [TypedConstant(value: value, isPercentage: true)]
    case .figure: []
    case .negated(let inner): inner.constants
    case .operation(_, let left, let right, _): left.constants + right.constants
    case .call(_, let arguments, _): arguments.flatMap(\.constants)
    }
  }
}
