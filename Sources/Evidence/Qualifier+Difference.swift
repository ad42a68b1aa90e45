extension Qualifier {
  /// What two numbers' qualifiers together claim about the difference of the first minus the second.
  public func minus(_ other: Qualifier) -> Qualifier {
    switch Certainty(self, minus: other) {
    case .exact: .exact
    case .about: .about
    case .more: .moreThan
    case .less: .lessThan
    case .moreOrEqual: .atLeast
    case .lessOrEqual: .atMost
    }
  }

  /// What they claim about the sum of the two.
  public func plus(_ other: Qualifier) -> Qualifier { minus(other.mirrored) }

  /// What it claims about the number with the opposite sign.
  private var mirrored: Qualifier {
    switch self {
    case .exact: .exact
    case .about: .about
    case .moreThan: .lessThan
    case .lessThan: .moreThan
    case .atLeast: .atMost
    case .atMost: .atLeast
    }
  }
}
