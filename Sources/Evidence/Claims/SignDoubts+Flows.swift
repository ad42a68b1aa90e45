import Foundation

/// Surpluses and deficits where what came in and what went out stand in the sentence, and profits and losses.
extension ClaimCheck {
  /// "A surplus: {a} of exports against {b} of imports": the only two amounts of a sentence, of one kind and time.
  func flows(in sentence: ClaimSentence) -> (coming: Figure, going: Figure)? {
    let amounts = sentence.references
    let figures = amounts.filter(\.others.isEmpty).compactMap { ground.figure($0.id) }
    guard amounts.count == 2, figures.count == 2, figures[0].unit.dimension == figures[1].unit.dimension,
      figures[0].period == figures[1].period, !figures.contains(where: ground.isGoal)
    else { return nil }
    let labels = figures.map { Set(ground.words(ofLabel: $0)) }
    for (first, second) in [(0, 1), (1, 0)] {
      let isSo = Self.opposites.contains { coming, going in
        !labels[first].isDisjoint(with: coming) && labels[first].isDisjoint(with: going)
          && !labels[second].isDisjoint(with: going) && labels[second].isDisjoint(with: coming)
      }
      if isSo { return (figures[first], figures[second]) }
    }
    return nil
  }

  /// What labels call what comes in, and what goes out.
  private static let opposites: [(coming: Set<String>, going: Set<String>)] = [
    (["exports", "export"], ["imports", "import"]),
    (
      ["revenue", "revenues", "income", "receipts", "earnings", "takings"],
      ["spending", "expenditure", "expenditures", "expenses", "costs", "outlays"]
    ),
  ]

  // MARK: Profits and losses

  /// "Made money", "earned a profit", "ran at a loss".
  static func result(at index: Int, in sentence: ClaimSentence) -> Sign? {
    let before = [sentence.key(index - 2), sentence.key(index - 1)]
    switch sentence.key(index) {
    case "money" where ["made", "makes", "make", "making"].contains(before[1]): return .surplus
    case "money" where ["lost", "loses", "lose", "losing"].contains(before[1]): return .deficit
    case "profitable" where ["is", "are", "was", "were"].contains(before[1]): return .surplus
    case "profit" where before[1] == "in" || before[1] == "a" && deeds.contains(before[0]): return .surplus
    case "loss" where before == ["at", "a"] || before[1] == "a" && deeds.contains(before[0]): return .deficit
    default: return nil
    }
  }

  private static let deeds: Set<String> = [
    "made", "make", "makes", "making", "earned", "earn", "earns", "turned", "turn", "turns", "posted",
    "reported", "booked", "ran",
  ]

  /// "In the black, with {profit}", "made money: {profit}": the only amount of the sentence, beside no other statement.
  func result(beside index: Int, in sentence: ClaimSentence) -> Figure? {
    let amounts = sentence.references(in: 0..<sentence.tokens.count)
    guard let amount = amounts.first, amounts.count == 1, amount.reference.others.isEmpty,
      !["surplus", "surpluses", "deficit", "deficits", "balanced"].contains(sentence.key(index)),
      let figure = ground.figure(amount.reference.id), !ground.isGoal(figure),
      case .currency = figure.unit.kind, isResult(figure)
    else { return nil }
    let between =
      amount.index > index
      ? interval(index + 1, upTo: amount.index) : interval(amount.index + 1, upTo: index)
    return between.contains { Self.joints.contains(sentence.key($0)) } ? nil : figure
  }

  private static let joints: Set<String> = ["but", "while", "whereas", "and", ";", "although", "though"]

  /// Profits, balances and losses, by their labels.
  private func isResult(_ figure: Figure) -> Bool {
    let words = ground.words(ofLabel: figure)
    let isNet = words.contains("net") && words.contains { ["income", "earnings", "result"].contains($0) }
    let names: Set<String> = ["profit", "profits", "loss", "losses", "balance", "surplus", "deficit"]
    return isNet || !names.isDisjoint(with: words)
  }
}

extension ClaimGround {
  /// In lower case.
  func words(ofLabel figure: Figure) -> [String] {
    TextToken.tokens(of: Array(figure.label.unicodeScalars)).map(\.key)
  }
}
