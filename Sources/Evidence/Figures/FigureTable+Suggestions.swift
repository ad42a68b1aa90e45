import Diagnostics

/// Kinds of claims that texts make beside figures.
public enum ClaimKind: String, Hashable, Sendable, CaseIterable {
  /// "rose", "fell", "a recovery", "up".
  case direction
  /// "doubled", "twice", "half".
  case multiple
  /// "nearly all", "most", "a few".
  case degree
  /// "on the way to", "towards", "short of", "ahead of".
  case progress
  /// "has reached", "missed", "met", "completed".
  case completion
  /// "larger than", "the largest", "as much as".
  case comparison
  /// "is", "was".
  case tense
  /// "nine months of 2018", "the whole of 2017".
  case period

  /// The names of the forms that say such a claim, the likeliest first.
  var formNames: [String] {
    func names(_ claims: ClaimForm...) -> [String] { claims.map(\.rawValue) }
    return switch self {
    case .direction:
      names(.rose, .upFrom, .growing, .rise) + [Comparison.change.rawValue]
        + names(.recovered, .grew, .grewBy)
    case .multiple: names(.doubled) + [Comparison.times.rawValue]
    case .degree: names(.mostOf, .allBut)
    case .progress: names(.onTheWay) + [Comparison.gap.rawValue] + names(.hasReached)
    case .completion: names(.hasReached, .metBy, .onTheWay, .mostOf, .allBut)
    case .comparison:
      [Comparison.higher.rawValue] + names(.largerThan, .largerOf, .smallerOf) + [Comparison.times.rawValue]
    case .tense: names(.isNow, .areNow)
    case .period: [WordingForm.months, .year, .period].map(\.rawValue)
    }
  }
}

/// A reference that an author could write, and what it gives now.
public struct SuggestedForm: Hashable, Sendable {
  /// With its braces.
  public var reference: String
  public var words: String
}

extension FigureTable {
  /// The references that say a kind of claim about some figures, each with its words as the figures are now: what would
  /// have followed the figures where a text has it typed. References that these figures can't give are left out.
  ///
  /// - Parameters:
  ///   - kind: what is claimed.
  ///   - ids: the figures of the text, those that the claim is likeliest about first; of many the first six count.
  /// - Returns: the likeliest forms first; none is twice.
  public func forms(for kind: ClaimKind, of ids: [String]) -> [SuggestedForm] {
    var near: [String] = []
    for id in ids where self[id] != nil && !near.contains(id) && near.count < Self.suggestedFigures {
      near.append(id)
    }
    return kind.formNames.flatMap { name in
      references(name, near).compactMap { reference in
        guard let pieces = try? pieces(of: reference, at: .init(file: ""), continuing: "x "),
          let words = pieces.first?.words
        else { return nil }
        return SuggestedForm(reference: reference, words: words)
      }
    }
  }

  private static let suggestedFigures = 6

  /// A form with each choice of figures that it can take, in their order.
  private func references(_ name: String, _ ids: [String]) -> [String] {
    let claim = ClaimForm(rawValue: name)
    // Of what is no percentage it is hardly known that it is a change.
    let changes = ids.filter { self[$0]?.unit.isPercent == true }
    let pairs = ids.flatMap { a in ids.filter { $0 != a }.map { (a, $0) } }
    switch claim?.others ?? (Comparison(rawValue: name) == nil ? .none : .one) {
    case .none where claim == .grew || claim == .grewBy: return changes.map { "{\($0)|\(name)}" }
    case .none: return ids.map { "{\($0)|\(name)}" }
    case .perhapsOne: return ids.map { "{\($0)|\(name)}" } + pairs.map { "{\($0)|\(name) \($1)}" }
    case .one, .oneAndPerhaps: return pairs.map { "{\($0)|\(name) \($1)}" }
    case .oneAnd(let word):
      return pairs.flatMap { a, b in
        ids.filter { $0 != a && $0 != b }.map { "{\(a)|\(name) \(b) \(word) \($0)}" }
      }
    }
  }
}
