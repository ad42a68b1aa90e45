import Diagnostics
import Foundation

/// Warnings of counts, lengths and times below zero that are not called a change or a balance: fewer than no people is a
/// slip of the pen, or of a minus.
func negativeCounts(in table: FigureTable) -> [Diagnostic] {
  table.figures.compactMap { figure in
    guard figure.value < 0, figure.formula == nil, figure.unit.isNeverNegative, !figure.isSaidToChange else {
      return nil
    }
    let what = figure.unit.isCount ? "a count of" : "an amount in"
    return Diagnostic(
      .warning,
      "figure '\(figure.id)' is \(figure.words(.number)), and \(what) \(figure.unit.text) is never below zero",
      at: figure.location,
      advice: "correct the value; if it is a change, a loss or a balance, let its label say so")
  }
}

extension Unit {
  var isNeverNegative: Bool {
    switch kind {
    case .count(_, let plural):
      self != .percentagePoints && !plural.hasSuffix("points") && !plural.lowercased().hasPrefix("degree")
    case .time: true
    // Weights and amounts of energy may be balances without saying so; no way is shorter than nothing.
    case .measure(let symbol): ["mm", "cm", "m", "km", "m2", "m²", "km2", "km²", "ha"].contains(symbol)
    case .plain, .percent, .currency: false
    }
  }
}

extension Figure {
  /// Whether its label or note speaks of something that has a sign.
  var isSaidToChange: Bool {
    let words = TextToken.tokens(of: Array("\(label) \(note ?? "")".unicodeScalars)).map(\.key)
    return words.contains { word in Self.wordsOfChange.contains { word.hasPrefix($0) } }
  }

  /// Beginnings of words.
  private static let wordsOfChange = [
    "chang", "net", "balance", "differ", "grow", "declin", "loss", "lost", "lose", "gain", "increas",
    "decreas",
    "fall", "fell", "drop", "ris", "rose", "deficit", "surplus", "migrat", "above", "below", "elevation",
    "altitude",
    "depth", "level", "gap", "shortfall", "correct", "revis", "fewer", "less", "more", "shift", "movement",
    "reduc",
    "cut", "shr", "deviat", "anomal", "offset",
  ]
}
