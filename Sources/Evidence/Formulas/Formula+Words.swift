import Foundation

/// A part of a formula in words.
public enum FormulaPiece: Hashable, Sendable {
  case text(String)
  case figure(String)
}

/// A formula as a person reads it: "‹trade 2018› ÷ 1.40", "change of ‹a› from ‹b›", with figures by their ids.
///
/// - Returns: the formula as it is written, in one piece, where it can't be read.
public func formulaPieces(_ formula: String) -> [FormulaPiece] {
  guard let read = try? Formula(formula) else { return [.text(formula)] }
  var merged: [FormulaPiece] = []
  for piece in read.pieces {
    if case .text(let text) = piece, case .text(let before) = merged.last {
      merged[merged.count - 1] = .text(before + text)
    } else {
      merged.append(piece)
    }
  }
  return merged
}

extension Formula {
  fileprivate var pieces: [FormulaPiece] {
    switch self {
    case .number(let value): [.text(value.digits())]
    case .percentage(let value): [.text(value.digits() + "%")]
    case .figure(let id, _): [.figure(id)]
    case .negated(let inner): [.text(minusSign)] + inner.pieces(bindingAtLeast: 3)
    case .operation(let sign, let left, let right, _):
      left.pieces(bindingAtLeast: strength) + [.text(" \(sign.rawValue) ")]
        + right.pieces(bindingAtLeast: [.minus, .dividedBy].contains(sign) ? strength + 1 : strength)
    case .call(let function, let arguments, _): Self.pieces(function, arguments)
    }
  }

  private static func pieces(_ function: Function, _ arguments: [Formula]) -> [FormulaPiece] {
    let parts = arguments.map { $0.pieces(bindingAtLeast: 2) }
    let first = parts.first ?? []
    let last = parts.last ?? []
    return switch function {
    case .change: [.text("change from ")] + last + [.text(" to ")] + first
    case .share: first + [.text(" in % of ")] + last
    case .ratio: first + [.text(" ÷ ")] + last
    case .sum: Array(parts.joined(separator: [.text(" + ")]))
    case .cagr: [.text("growth a year from ")] + last + [.text(" to ")] + first
    }
  }

  private func pieces(bindingAtLeast least: Int) -> [FormulaPiece] {
    strength < least ? [.text("(")] + pieces + [.text(")")] : pieces
  }

  /// How closely its parts belong together: words and sums 1, products 2, single values 3.
  private var strength: Int {
    switch self {
    case .number, .percentage, .figure: 3
    case .negated: 2
    case .operation(let sign, _, _, _): [.plus, .minus].contains(sign) ? 1 : 2
    case .call: 1
    }
  }
}
