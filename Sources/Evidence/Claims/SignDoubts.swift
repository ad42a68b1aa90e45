import Diagnostics
import Foundation

/// Surpluses, deficits and what is balanced, held against the sign of a balance.
extension ClaimCheck {
  func signDoubts(of sentence: ClaimSentence, in passage: Passage) -> [Diagnostic] {
    if sentence.isQuestion { return [] }
    return sentence.tokens.indices.compactMap { index in
      guard let sign = Self.sign(at: index, in: sentence) ?? Self.result(at: index, in: sentence),
        !isDoubtful(index, in: sentence)
      else { return nil }
      let token = sentence.tokens[index]
      if let flows = flows(in: sentence) {
        return sign.agrees(with: flows)
          ? nil
          : Diagnostic(
            .warning,
            "'\(token.text)' is typed, and '\(flows.coming.id)' is \(flows.coming.words(.full)) and "
              + "'\(flows.going.id)' \(flows.going.words(.full))",
            at: passage.location(at: token.range.lowerBound), advice: "mend the word")
      }
      guard
        let figure = balance(near: index, in: sentence) ?? balance(of: sentence, in: passage)
          ?? result(beside: index, in: sentence), !sign.agrees(with: figure, self.sign(of: figure))
      else { return nil }
      return Diagnostic(
        .warning, "'\(token.text)' is typed, and '\(figure.id)' is \(figure.words(.full))",
        at: passage.location(at: token.range.lowerBound), advice: "mend the word, or the figure's sign")
    }
  }

  enum Sign {
    case surplus, deficit, balanced

    /// `sign` is that of the balance which the figure says: of a deficit below zero.
    func agrees(with figure: Figure, _ sign: Int) -> Bool {
      switch self {
      case .surplus: sign > 0
      case .deficit: sign < 0
      case .balanced: figure.value.isZero || figure.qualifier == .about
      }
    }

    /// Two flows are balanced by words that leave open how nearly.
    func agrees(with flows: (coming: Figure, going: Figure)) -> Bool {
      switch self {
      case .surplus: flows.coming.amount > flows.going.amount
      case .deficit: flows.coming.amount < flows.going.amount
      case .balanced: true
      }
    }
  }

  private static func sign(at index: Int, in sentence: ClaimSentence) -> Sign? {
    switch sentence.key(index) {
    case "surplus", "surpluses": .surplus
    case "deficit", "deficits": .deficit
    case "black" where sentence.key(index - 1) == "the" && sentence.key(index - 2) == "in": .surplus
    case "red" where sentence.key(index - 1) == "the" && sentence.key(index - 2) == "in": .deficit
    case "exporter" where sentence.key(index - 1) == "net": .surplus
    case "importer" where sentence.key(index - 1) == "net": .deficit
    case "balanced" where ["is", "was", "were", "are", "been", "a"].contains(sentence.key(index - 1)):
      .balanced
    default: nil
    }
  }

  /// The balance that is surely meant: the one that follows at once, else the only one that the sentence refers to.
  private func balance(near index: Int, in sentence: ClaimSentence) -> Figure? {
    func balance(_ place: Int) -> Figure? {
      guard let reference = sentence.tokens[place].reference, reference.saysAmount || reference.saysPeriod,
        reference.others.isEmpty, let figure = ground.figure(reference.id), !ground.isGoal(figure)
      else { return nil }
      return isBalance(figure) ? figure : nil
    }
    let near = interval(index + 1, upTo: min(index + 4, sentence.tokens.count))
    if let reference = near.first(where: { sentence.tokens[$0].reference != nil }),
      !near.contains(where: { ["from", "after", "since"].contains(sentence.key($0)) })
    {
      return balance(reference)
    }
    let all = sentence.tokens.indices.compactMap(balance)
    let words = sentence.tokens.filter { ["surplus", "deficit", "red", "black"].contains($0.key) }
    return Set(all.map(\.id)).count == 1 && words.count < 2 ? all.first : nil
  }

  private func isBalance(_ figure: Figure) -> Bool {
    !ground.contentWords(of: figure.label).isDisjoint(with: Self.balances + Self.deficits)
  }

  private func sign(of figure: Figure) -> Int {
    let words = Set(ground.words(ofLabel: figure))
    // "Surplus or deficit" says by its sign which it is.
    let isDeficit =
      !words.isDisjoint(with: Self.deficits + ["loss", "losses"]) && words.isDisjoint(with: Self.balances)
    return figure.value.isZero ? 0 : figure.value < 0 || isDeficit ? -1 : 1
  }

  private static let balances = ["balance", "surplus"]
  private static let deficits = ["deficit"]

  /// "The hospital is in surplus" over its figures, or beside one: the latest of the only one that can be meant.
  private func balance(of sentence: ClaimSentence, in passage: Passage) -> Figure? {
    let words = sentence.tokens.filter {
      ["surplus", "deficit", "red", "black", "balanced"].contains($0.key)
    }
    guard [.title, .statement, .label].contains(passage.kind), words.count == 1,
      !sentence.tokens.contains(where: { $0.reference != nil || Self.past.contains($0.key) })
    else { return nil }
    let all = passage.figures.compactMap { ground.figure($0) }.filter { isBalance($0) && !ground.isGoal($0) }
    let said = ground.contentWords(of: passage.text)
    let named = all.filter {
      !ground.contentWords(of: $0.label).subtracting(Self.balances + Self.deficits).isDisjoint(with: said)
    }
    let meant = named.isEmpty ? all : named
    guard Set(meant.map(\.label)).count == 1 else { return nil }
    return meant.max { ($0.period ?? .never) < ($1.period ?? .never) }
  }

  /// What is told of another time than now, or of another thing.
  private static let past: Set<String> = [
    "was", "were", "from", "after", "until", "since", "without", "towards", "once", "had", "than", "falls",
    "shrinks", "narrows", "less",
  ]

  /// "No surplus", "a surplus is hoped for".
  private func isDoubtful(_ index: Int, in sentence: ClaimSentence) -> Bool {
    sentence.clause(at: index).contains { place in
      sentence.phrases(at: place).contains {
        [.maybe, .not, .goal, .intent].contains($0.sense)
      }
    }
  }
}
