import Foundation

/// What a sentence says that came of the things, or was done with them, against what a figure's label says.
extension StatementJudgement {
  /// "We sold weapons for 0.6 billion" where the figure is imports.
  var tradedOtherwise: String? {
    guard let verb = statement.ownDeed else { return nil }
    let (others, own) =
      switch verb {
      case "sold", "sell": (["import"], ["export", "sale"])
      case "bought", "buy": (["export"], ["import", "purchase"])
      case "gave", "give": (["receiv"], ["given", "gift", "donat"])
      default: (["given", "donat"], ["receiv"])
      }
    return figure.says(others) && !figure.says(own) ? "we \(verb)" : nil
  }
  /// "74 tanks were ordered, and none has come" where the figure is tanks delivered; "39,500 beds were closed" where it is
  /// beds.
  var outcome: [SentenceDoubt] {
    var words: String?
    if !figure.says(Self.ahead + Self.agreed) { words = statement.notCome(deeds: figure.labelWords) }
    if words == nil, !figure.saysUndone, !figure.says(Self.waiting), let deed = statement.deedUndone,
      figure.labelWords.contains(where: { IrregularVerbs.isSame(deed, as: $0) })
    {
      words = "to be \(deed)"
    }
    if words == nil, figure.isStock { words = statement.removal }
    // "Villages with water"
    if words == nil, figure.labelWords.contains("with"), !figure.says(["without", "lack", "no"]) {
      words = statement.lack
    }
    if words == nil { words = reversal }
    return words.map {
      [
        doubt(
          "is “\(figure.label)”, but \(source.name) says that they are not (“\($0)”): \(there)",
          "correct the value or the label")
      ]
    } ?? []
  }

  /// How words begin of what was agreed, whatever came of it, and of what waits.
  private static let agreed = [
    "order", "announc", "sign", "agree", "contract", "approv", "offer", "request", "bought", "purchas",
    "invit", "allocat",
  ]
  private static let waiting = ["wait", "await", "queue", "backlog"]

  /// "The share of wind rose by 41%" where the figure is the share.
  var movedShare: [SentenceDoubt] {
    guard figure.unit.isPercent, figure.value > 0, mention.movement != .none, !figure.isShare,
      !figure.says(NumberMention.falls), !figure.says(NumberMention.rises), statement.isOfShare,
      figure.labelWords.contains(where: { $0.utf8.count > 3 })
    else { return [] }
    return [words(.movement(mention.movement))]
  }
}
