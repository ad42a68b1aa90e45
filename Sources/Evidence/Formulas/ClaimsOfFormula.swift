import Foundation

/// Computes a formula, and what can be claimed of the result.
///
/// Claims are added up term by term. That says too little where a figure occurs twice ("a / (a + b)" moves one way
/// however large a is): there the formula is tried with values that the bounded figures may have, through the formulas
/// of derived ones.
struct ClaimsOfFormula {
  let figures: [Figure]
  let formulas: [Formula?]
  let positions: [String: Int]

  /// How many figures are looked through at most, and how many bounds are tried.
  private static let most = (figures: 40, bounds: 12)
  /// What a bounded number is taken to be instead, as a multiple.
  private static let tried: [Decimal] = [Decimal(1001) / 1000, Decimal(3) / 2, 3, 20]

  func evaluated(_ formula: Formula) throws(Formula.Problem) -> (Quantity, Claim) {
    let result = try formula.evaluated { quantity($0) }
    if result.claim == .exact { return (result, .exact) }
    let roots = roots(of: formula)
    guard roots.isRepeated, let tried = tried(formula, result.value, roots) else {
      return (result, result.claim)
    }
    return (result, tried)
  }

  private func quantity(_ id: String) -> Quantity {
    positions[id].map { figures[$0].quantity }
      ?? Quantity(value: 0, dimension: .plain, unitText: "", significantDigits: 1)
  }

  /// `nil` where the formula is too long to try, or says nothing of some of the values.
  private func tried(_ formula: Formula, _ value: Decimal, _ roots: Roots) -> Claim? {
    let vague = roots.claims.filter { $0.value != .exact }.sorted { $0.key < $1.key }
    guard roots.isWhole, vague.count <= Self.most.bounds else { return nil }
    let value = value.rounded(significantDigits: Self.comparedDigits)
    var claim = Claim(side: .neither, isAbout: roots.isRough)
    for (id, root) in vague {
      for factor in Self.tried {
        guard let moved = result(formula, with: id, root, times: factor) else { return nil }
        if moved == value { continue }
        let side: Claim.Side = root.side == .neither ? .neither : moved > value ? .above : .below
        claim = claim.plus(Claim(side: side, isStrict: root.isStrict, isAbout: root.isAbout))
      }
    }
    return claim
  }

  /// Without the noise of a division's last digits.
  private static let comparedDigits = 20

  /// What a formula rests on in the end: figures that are not derived.
  private struct Roots {
    var claims: [String: Claim] = [:]
    /// Whether one of them is met twice.
    var isRepeated = false
    /// Whether a derived figure on the way is said to be a rough one though its own roots are not.
    var isRough = false
    var left = ClaimsOfFormula.most.figures
    /// Whether all were looked through.
    var isWhole: Bool { left > 0 }
  }

  private func roots(of formula: Formula) -> Roots {
    var roots = Roots()
    collect(formula, into: &roots)
    return roots
  }

  private func collect(_ formula: Formula, into roots: inout Roots) {
    for (id, _) in formula.figures {
      roots.left -= 1
      guard roots.left > 0, let position = positions[id] else { return }
      let claim = Claim(figures[position].qualifier)
      if let inner = formulas[position] {
        var own = Roots(left: roots.left)
        collect(inner, into: &own)
        roots.left = own.left
        roots.isRepeated =
          roots.isRepeated || own.isRepeated || own.claims.contains { roots.claims[$0.key] != nil }
        roots.isRough =
          roots.isRough || own.isRough || claim.isAbout && own.claims.allSatisfy { $0.value == .exact }
        roots.claims.merge(own.claims) { first, _ in first }
      } else {
        roots.isRepeated = roots.isRepeated || roots.claims[id] != nil
        roots.claims[id] = claim
      }
    }
  }

  /// The formula's value where a figure is as much farther on the side that its claim leaves open.
  private func result(_ formula: Formula, with id: String, _ claim: Claim, times factor: Decimal) -> Decimal?
  {
    guard quantity(id).value != 0 else { return nil }
    let outward = (claim.side == .above) == (quantity(id).value > 0)
    var moved: [String: Quantity] = [:]
    var changed = quantity(id)
    changed.value = outward ? changed.value * factor : changed.value / factor
    moved[id] = changed
    return (try? evaluated(formula, &moved))?.value.rounded(significantDigits: Self.comparedDigits)
  }

  private func evaluated(_ formula: Formula, _ moved: inout [String: Quantity]) throws(Formula.Problem)
    -> Quantity
  {
    for (id, _) in formula.figures where moved[id] == nil {
      var own = quantity(id)
      if let inner = positions[id].flatMap({ formulas[$0] }) {
        own.value = try evaluated(inner, &moved).value
      }
      moved[id] = own
    }
    let known = moved
    return try formula.evaluated { known[$0] ?? quantity($0) }
  }
}
