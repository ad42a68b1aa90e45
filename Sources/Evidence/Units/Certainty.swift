import Foundation

/// What two qualifiers together claim about a difference or ratio of two numbers.
enum Certainty {
  case exact, about
  /// The first is at least what is computed, or possibly more.
  case more, less
  /// At least and at most: as `more` and `less`, but equality is possible.
  case moreOrEqual, lessOrEqual

  /// - Returns: what is claimed about a − b.
  init(_ a: Qualifier, minus b: Qualifier) {
    let up: Set<Qualifier> = [.exact, .moreThan, .atLeast]
    let down: Set<Qualifier> = [.exact, .lessThan, .atMost]
    if a == .exact, b == .exact {
      self = .exact
    } else if up.contains(a), down.contains(b) {
      self = a == .moreThan || b == .lessThan ? .more : .moreOrEqual
    } else if down.contains(a), up.contains(b) {
      self = a == .lessThan || b == .moreThan ? .less : .lessOrEqual
    } else {
      self = .about
    }
  }

  /// What is claimed about the size of the difference, when a − b is computed to be positive or negative. A bound
  /// is carried on where it makes the difference larger; the other way it could hide that the direction is the
  /// opposite one.
  func ofSize(isPositive: Bool) -> Certainty {
    switch self {
    case .exact: .exact
    case .about: .about
    case .more: isPositive ? .more : .about
    case .less: isPositive ? .about : .more
    case .moreOrEqual: isPositive ? .moreOrEqual : .about
    case .lessOrEqual: isPositive ? .about : .moreOrEqual
    }
  }

  /// Before a number, with the space after it.
  var prefix: String {
    let vocabulary = Vocabulary.english
    return switch self {
    case .exact: ""
    case .about: vocabulary.about + " "
    case .more: vocabulary.moreThan + " "
    case .less: vocabulary.lessThan + " "
    case .moreOrEqual: vocabulary.atLeast + " "
    case .lessOrEqual: vocabulary.atMost + " "
    }
  }

  /// How positive numbers are rounded so that the claim stays true: "more than" rounds down.
  var rounding: NSDecimalNumber.RoundingMode {
    switch self {
    case .exact, .about: .plain
    case .more, .moreOrEqual: .down
    case .less, .lessOrEqual: .up
    }
  }
}
