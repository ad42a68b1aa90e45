import Diagnostics
import Tables

/// Holds what a spreadsheet's number format writes beside a number ("€", "bn", ">") against the rest of its row.
struct FormatAdditions {
  /// Of each kind the first is told.
  private var told: Set<String> = []

  /// A warning where the cell shows another unit than the row's.
  mutating func doubt(about figure: Figure, in field: Table.Field?) -> Diagnostic? {
    guard let field, !field.addition.isEmpty, figure.formula == nil,
      let what = Self.contradiction(in: field.addition, figure),
      told.insert("\(field.addition)|\(figure.unit.text)").inserted
    else { return nil }
    return Diagnostic(
      .warning, "the cell shows '\(field.addition)' beside its number, but figure '\(figure.id)' \(what)",
      at: field.location, advice: "correct the row, or give its cell the number format of what it says")
  }

  private static func contradiction(in addition: String, _ figure: Figure) -> String? {
    let unit = "is in \(figure.unit.name)"
    if showsOtherScale(addition, figure.unit) { return unit }
    let words = figure.unit.text.lowercased().split { !$0.isLetter && $0 != "%" }
    for token in tokens(of: addition) where !words.contains(Substring(token.lowercased())) {
      if let scale = scales[token.lowercased()] {
        if scale != figure.unit.scale { return unit }
      } else if let codes = CurrencyNames.sign(token) ?? (currencyCodes.contains(token) ? [token] : nil) {
        guard case .currency(let code) = figure.unit.kind, codes.contains(code) else { return unit }
      } else if ["%", "‰", "‱"].contains(token) {
        if token != "%" || !figure.unit.isPercent { return unit }
      } else if qualifiers.contains(token.lowercased()), figure.qualifier == .exact {
        return "is exact"
      }
    }
    return nil
  }

  /// "t" beside thousands of tonnes, "people" beside millions of people, "km" beside metres. A currency's sign says nothing
  /// of how many of it are counted.
  private static func showsOtherScale(_ addition: String, _ unit: Unit) -> Bool {
    let parts = addition.split(whereSeparator: \.isWhitespace).map { $0.trimmingSuffix(".") }
    let factors = parts.dropLast().compactMap { scales[$0.lowercased()] }
    guard let own = unit.magnitude(), let last = parts.last,
      let shown = Unit(last).magnitude(in: factors.first ?? .one)
    else {
      guard case .count(_, let plural) = unit.kind, unit.scale != .one else { return false }
      return parts.joined(separator: " ").lowercased() == plural.lowercased()
    }
    if parts.count == 1, scales[last.lowercased()] != nil, shown.dimension != own.dimension { return false }
    return parts.count == factors.count + 1 && factors.count < 2 && shown != own
  }

  /// Words and signs: "US$ bn" is "us$" and "bn", "$M" is "$" and "M".
  private static func tokens(of addition: String) -> [String] {
    addition.split(whereSeparator: \.isWhitespace).flatMap { part -> [String] in
      let token = part.trimmingSuffix(".")
      if CurrencyNames.sign(token) != nil || scales[token.lowercased()] != nil { return [token] }
      let letters = part.filter(\.isLetter)
      let signs = part.filter { !$0.isLetter && !$0.isNumber && !".,'()-+/".contains($0) }
      return [letters, signs].filter { !$0.isEmpty }
    }
  }

  private static let scales = ScaleNames.index {
    $0.inUnits + $0.words + $0.short + $0.afterDigits + $0.letters + $0.moneyLetters + $0.foreign
  }

  private static let qualifiers: Set<String> = [
    ">", "<", "≥", "≤", "~", "≈", "±", "about", "ca", "c", "approx", "over", "under",
  ]
}

extension Substring {
  fileprivate func trimmingSuffix(_ end: Character) -> String {
    last == end ? String(dropLast()) : String(self)
  }
}
