import Diagnostics
import Foundation

/// Surpluses, deficits and what is balanced, held against the sign of a balance.
extension ClaimCheck {
  func signDoubts(of sentence: ClaimSentence, in passage: Passage) -> [Diagnostic] {
    if sentence.isQuestion { return [] }
    return sentence.tokens.indices.compactMap { index in
      guard let sign = Self.sign(at: index, in: sentence), !isDoubtful(index, in: sentence),
        let figure = balance(near: index, in: sentence), !sign.agrees(with: figure)
      else { return nil }
      let token = sentence.tokens[index]
      return Diagnostic(
        .warning, "'\(token.text)' is typed, and '\(figure.id)' is \(figure.words(.full))",
        at: passage.location(at: token.range.lowerBound), advice: "mend the word, or the figure's sign")
    }
  }

  private enum Sign {
    case surplus, deficit, balanced

    func agrees(with figure: Figure) -> Bool {
      switch self {
      case .surplus: figure.value > 0
      case .deficit: figure.value < 0
      case .balanced: figure.value.isZero || figure.qualifier == .about
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
      return ground.contentWords(of: figure.label).contains("balance") ? figure : nil
    }
    let near = index + 1..<min(index + 4, sentence.tokens.count)
    if let reference = near.first(where: { sentence.tokens[$0].reference != nil }),
      !near.contains(where: { ["from", "after", "since"].contains(sentence.key($0)) })
    {
      return balance(reference)
    }
    let all = sentence.tokens.indices.compactMap(balance)
    let words = sentence.tokens.filter { ["surplus", "deficit", "red", "black"].contains($0.key) }
    return Set(all.map(\.id)).count == 1 && words.count < 2 ? all.first : nil
  }

  /// "No surplus", "a surplus is hoped for".
  private func isDoubtful(_ index: Int, in sentence: ClaimSentence) -> Bool {
    sentence.clause(at: index).contains { place in
      vocabulary.matches(in: sentence, at: place).contains {
        [.maybe, .not, .goal, .intent].contains($0.sense)
      }
    }
  }
}
