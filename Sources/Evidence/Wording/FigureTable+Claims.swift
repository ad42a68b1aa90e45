import Diagnostics

extension FigureTable {
  /// Says what is claimed of a figure, as the figures have it (see `ClaimForm`); the others are those that the form
  /// names, in its order.
  /// - Throws: an error without a place where the figures don't tell, or can't be held against each other.
  func words(_ claim: ClaimForm, of figure: Figure, _ others: [Figure]) throws(DiagnosticError) -> String {
    guard let other = others.first else {
      return switch claim {
      case .isNow: tense(claims.singular, of: figure)
      case .areNow: tense(claims.plural, of: figure)
      case .grew: try change(figure, withSize: false)
      case .grewBy: try change(figure, withSize: true)
      case .allBut: try Degree(leftBy: figure).words()
      default: try Degree(figure).words()
      }
    }
    let third = others.dropFirst().first
    return switch claim {
    case .isNow, .areNow, .grew, .grewBy, .allBut, .mostOf: try degree(of: figure, in: other)
    case .onTheWay: try course(of: figure, to: other, from: third)
    case .hasReached: try outcome(of: figure, before: other, from: third, claims.hasReached)
    case .haveReached: try outcome(of: figure, before: other, from: third, claims.haveReached)
    case .metBy: try completion(of: figure, by: other, from: third)
    case .rose: try movement(from: other, to: figure, claims.rose)
    case .rise: try movement(from: other, to: figure, claims.rise)
    case .growing: try movement(from: other, to: figure, claims.growing)
    case .upFrom: try movement(from: other, to: figure, claims.up)
    case .doubled: try manifold(from: other, to: figure)
    case .recovered: try recovery(from: other, after: third ?? other, to: figure)
    case .largerThan: try size(figure, other)
    case .largerOf: try larger(of: figure, other, isSmaller: false)
    case .smallerOf: try larger(of: figure, other, isSmaller: true)
    }
  }

  var claims: ClaimWords { Vocabulary.english.claims }

  /// Whether a period is over by the edition's date; without a date none is.
  func isOver(_ period: Period?) -> Bool {
    guard let period, let asOf else { return false }
    return asOf.firstMonth > period.lastMonth
  }

  private func tense(_ tenses: ClaimWords.Tenses, of figure: Figure) -> String {
    isOver(figure.period) ? tenses.over : tenses.now
  }

  /// Whether a figure is a goal, another name of one, or computed from nothing but goals.
  func isGoal(_ figure: Figure) -> Bool {
    var waiting = [figure]
    var seen: Set<String> = []
    while let next = waiting.popLast() {
      guard next.status != .target, seen.insert(next.id).inserted else { continue }
      let formula = next.formula.flatMap { try? Formula($0) }
      let terms = (formula?.figures ?? []).compactMap { self[$0.id] }
      if terms.isEmpty { return false }
      waiting += terms
    }
    return true
  }

  /// The number as a person reads it in a message.
  func said(_ figure: Figure) -> String {
    "'\(figure.id)' (\(plain(figure.words(.full, inDigits: true))))"
  }

  // MARK: Size

  private func order(of a: Figure, and b: Figure) throws(DiagnosticError) -> FigureOrder {
    try Self.checkUnits(a, b)
    try Self.checkPeriods(.higher, a, b)
    return FigureOrder(a, b, isStatedProportion: isStatedProportion(a, b))
  }

  private func size(_ a: Figure, _ b: Figure) throws(DiagnosticError) -> String {
    guard let words = claims.larger[try order(of: a, and: b)] else { throw unknownOrder(a, b) }
    return words
  }

  private func larger(of a: Figure, _ b: Figure, isSmaller: Bool) throws(DiagnosticError) -> String {
    switch try order(of: a, and: b) {
    case .greater: return isSmaller ? b.label : a.label
    case .less: return isSmaller ? a.label : b.label
    case .equal, .aboutEqual:
      throw DiagnosticError(
        "\(said(a)) and \(said(b)) are equal: neither is \(isSmaller ? "smaller" : "larger")",
        advice: "write 'larger than', which says so")
    case .atLeast, .atMost, .unknown: throw unknownOrder(a, b)
    }
  }

  func unknownOrder(_ a: Figure, _ b: Figure) -> DiagnosticError {
    DiagnosticError(
      "which of \(said(a)) and \(said(b)) is larger is not known",
      advice: "find exact values, or say both figures without comparing them")
  }
}
