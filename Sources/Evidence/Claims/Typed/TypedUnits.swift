import Diagnostics

/// Units that a text has typed over or behind figures of other units.
extension ClaimCheck {
  func unitDoubts(of sentence: ClaimSentence, in passage: Passage) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for index in sentence.tokens.indices {
      // "{a|number} million dollars"
      if let reference = sentence.tokens[index].reference,
        ["number", "short number"].contains(reference.form),
        let figure = ground.figure(reference.id),
        let (unit, _) = TypedUnit.read(sentence, from: index + 1),
        let end = sentence.tokens[index...].dropFirst().first
      {
        if unit.isContradicted(by: [figure.unit]) { found.append(doubt(unit, figure, at: end, in: passage)) }
      }
    }
    let figures = passage.figures.compactMap { ground.figure($0) }
    guard let first = figures.first else { return found }
    guard [.label, .title, .subtitle].contains(passage.kind) else { return found }
    let nouns = ground.nouns
    // "million tonnes of herring" beside a number of thousand tonnes.
    if passage.kind == .label, figures.count == 1, !first.unit.isPercent, sentence.references.isEmpty,
      let (unit, _) = TypedUnit.read(sentence, from: 0, nouns: nouns), unit.scale != nil,
      unit.isContradicted(by: [first.unit])
    {
      found.append(doubt(unit, first, at: sentence.tokens[0], in: passage))
    }
    if passage.kind == .label { return found }
    for clause in sentence.clauses {
      // A part of a title that is nothing but a unit.
      guard let (unit, end) = TypedUnit.read(sentence, from: clause.lowerBound, nouns: nouns),
        end == clause.upperBound
          || (end == clause.upperBound - 1 && sentence.key(end) == ".")
      else { continue }
      if unit.isContradicted(by: figures.map(\.unit)) {
        found.append(doubt(unit, first, at: sentence.tokens[clause.lowerBound], in: passage))
      }
    }
    return found
  }

  private func doubt(_ unit: TypedUnit, _ figure: Figure, at token: ClaimToken, in passage: Passage)
    -> Diagnostic
  {
    Diagnostic(
      .warning, "'\(unit.text)' is typed, and '\(figure.id)' is in \(figure.unit.name)",
      at: passage.location(at: token.range.lowerBound), advice: "write the unit that the figures have")
  }
}

/// "USD billion", "million tonnes", "euros".
struct TypedUnit {
  var text: String
  var scale: Unit.Scale?
  var currency: String?
  var measure: Measure?
  /// What is counted, after a scale: "thousand boats".
  var noun: String?

  /// The unit that begins at a token, and the token after it; `nil` where none does.
  static func read(
    _ sentence: ClaimSentence, from start: Int, nouns: Set<String> = []
  ) -> (TypedUnit, end: Int)? {
    var unit = TypedUnit(text: "")
    var index = start
    loop: while sentence.tokens.indices.contains(index) {
      let token = sentence.tokens[index]
      if ["US", "of", "in"].contains(token.text), index > start || token.text == "US" {
        index += 1
        continue
      }
      if let scale = ScaleNames.inUnitsAndWords[token.key], unit.scale == nil,
        token.key != "m" && token.key != "k" || unit.currency != nil
      {
        unit.scale = scale
      } else if let code = currencyCodes.contains(token.text)
        ? token.text : CurrencyNames.plain(token.text)?.codes.first,
        unit.currency == nil
      {
        unit.currency = code
      } else if unit.measure == nil,
        let (measure, count) = measure(sentence, at: index, isScaled: unit.scale != nil)
      {
        unit.measure = measure
        index += count - 1
      } else if unit.scale != nil, unit.noun == nil, nouns.contains(token.key) {
        unit.noun = token.key
      } else {
        break loop
      }
      index += 1
    }
    guard index > start, unit.currency != nil || unit.measure != nil || unit.scale != nil else { return nil }
    unit.text = sentence.tokens[start..<index].map(\.text).joined(separator: " ")
    return (unit, index)
  }

  /// By its names or its symbol, if that can be no other word and, where no scale stands before it, no scale.
  private static func measure(_ sentence: ClaimSentence, at index: Int, isScaled: Bool) -> (
    Measure, count: Int
  )? {
    if let (measure, count) = Measure.named(by: sentence.tokens[index...].prefix(3).map(\.key)) {
      return (measure, count)
    }
    let symbol = sentence.tokens[index].text
    guard isScaled || symbol.count > 1 && symbol != "mm", symbol != "min", let measure = Measure.of(symbol)
    else { return nil }
    return (measure, 1)
  }

  /// Whether none of the units is this one.
  func isContradicted(by units: [Unit]) -> Bool {
    !units.contains { agrees(with: $0) }
  }

  private func agrees(with unit: Unit) -> Bool {
    if let measure, let own = unit.magnitude() {
      return currency == nil && measure.magnitude(in: scale ?? .one) == own
    }
    if let scale, scale != unit.scale { return false }
    switch unit.kind {
    case .currency(let code): return measure == nil && (currency == nil || currency == code)
    case .measure: return currency == nil && noun == nil
    // Changes and shares of an amount may stand under its unit.
    case .percent: return true
    case .count(_, let plural):
      return currency == nil && measure == nil && (noun == nil || noun == plural.lowercased())
    default: return currency == nil && measure == nil
    }
  }
}
