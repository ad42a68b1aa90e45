import Diagnostics

/// What a text has typed before a bare number: "fewer than {a|number}" where the figure is more than that.
extension ClaimCheck {
  func qualifierDoubts(of sentence: ClaimSentence, in passage: Passage) -> [Diagnostic] {
    sentence.references(in: 0..<sentence.tokens.count).compactMap { index, reference in
      guard reference.others.isEmpty, ["number", "value", "count", ""].contains(reference.form),
        let figure = ground.figure(reference.id), let claim = TypedQualifier(sentence, before: index),
        !isBesideAnother(figure, before: index, in: sentence),
        claim.contradicts(figure.qualifier, isBare: ["number", "value"].contains(reference.form))
      else { return nil }
      return Diagnostic(
        .warning, "'\(claim.text)' is typed, and '\(figure.id)' is \(figure.words(.full, inDigits: true))",
        at: passage.location(at: sentence.tokens[index - claim.length].range.lowerBound),
        advice: reference.form == "number" && figure.unit.isCount
          ? "write {\(figure.id)|count}, which has its own words"
          : "write {\(figure.id)}, which has its own words")
    }
  }

  /// "{b} is more than {a|number}" compares.
  private func isBesideAnother(_ figure: Figure, before index: Int, in sentence: ClaimSentence) -> Bool {
    sentence.references(in: 0..<index).contains {
      ground.figure($0.reference.id)?.unit.dimension == figure.unit.dimension
    }
  }
}

/// Words that claim something of the number after them.
private struct TypedQualifier {
  enum Claim {
    case more, less, atLeast, atMost, exactly
  }

  var text: String
  /// In tokens.
  var length: Int
  private var claim: Claim

  /// The longest that ends before a token.
  init?(_ sentence: ClaimSentence, before index: Int) {
    for length in stride(from: min(4, index), to: 0, by: -1) {
      let tokens = sentence.tokens[(index - length)..<index]
      guard let claim = Self.words[tokens.map(\.key).joined(separator: " ")] else { continue }
      if ["not", "no", "or", "nor"].contains(sentence.key(index - length - 1)) { return nil }
      (self.length, self.claim) = (length, claim)
      text = tokens.map(\.text).joined(separator: " ")
      return
    }
    return nil
  }

  /// What is exact may be told as a bound that it keeps; only one beside its bare number is surely meant of it.
  func contradicts(_ qualifier: Qualifier, isBare: Bool) -> Bool {
    switch qualifier {
    case .exact: isBare && [.more, .less].contains(claim)
    case .about: claim == .exactly && text.lowercased() != "just" && text.lowercased() != "only"
    case .moreThan, .moreThanAbout: [.less, .atMost, .exactly].contains(claim)
    case .atLeast: [.less, .atMost, .exactly].contains(claim)
    case .lessThan, .lessThanAbout: [.more, .atLeast, .exactly].contains(claim)
    case .atMost: [.more, .atLeast, .exactly].contains(claim)
    }
  }

  private static let words: [String: Claim] = [
    "more than": .more, "over": .more, "above": .more, "upwards of": .more, "in excess of": .more,
    "just over": .more, "well over": .more,
    "less than": .less, "fewer than": .less, "under": .less, "below": .less, "just under": .less,
    "well under": .less, "nearly": .less, "almost": .less, "not quite": .less, "short of": .less,
    "at least": .atLeast, "no fewer than": .atLeast, "no less than": .atLeast, "not less than": .atLeast,
    "not fewer than": .atLeast, "at the least": .atLeast,
    "at most": .atMost, "no more than": .atMost, "not more than": .atMost, "up to": .atMost,
    "at the most": .atMost, "a maximum of": .atMost, "not over": .atMost,
    "exactly": .exactly, "precisely": .exactly, "as many as": .exactly, "as much as": .exactly,
    "just": .exactly, "only": .exactly, "a full": .exactly, "a mere": .exactly,
  ]
}
