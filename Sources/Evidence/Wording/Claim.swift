import Foundation

/// What can be said of a computed number: how its qualifier follows from those of the numbers that it is computed from.
struct Claim: Hashable {
  /// On which side of the computed number the true one may lie; unbounded on both where nothing is known.
  enum Side: Hashable {
    case neither, above, below, either
  }
  var side: Side
  /// Whether it may not be the computed number itself: "more than", not "at least".
  var isStrict = false
  /// Whether the computed number is a rough one.
  var isAbout = false

  static let exact = Claim(side: .neither)
  static let unknown = Claim(side: .either)

  var isKnown: Bool { side != .either }

  /// The sign of the number changed, or one divided by it.
  var mirrored: Claim {
    var result = self
    switch side {
    case .above: result.side = .below
    case .below: result.side = .above
    case .neither, .either: break
    }
    return result
  }

  func plus(_ other: Claim) -> Claim {
    let sides = Set([side, other.side]).subtracting([.neither])
    guard sides.count < 2 else { return .unknown }
    return Claim(
      side: sides.first ?? .neither, isStrict: isStrict || other.isStrict, isAbout: isAbout || other.isAbout)
  }

  /// Of a product: the parts' claims are added where both are positive, and mirrored with each sign.
  ///
  /// A number said to be less than a positive one is taken to be positive too, as what is counted and measured is.
  func times(_ other: Claim, _ a: Decimal, _ b: Decimal) -> Claim {
    func ofSize(_ claim: Claim, _ value: Decimal) -> Claim { value < 0 ? claim.mirrored : claim }
    let size = ofSize(self, a).plus(ofSize(other, b))
    return (a < 0) == (b < 0) ? size : size.mirrored
  }

  func dividedBy(_ other: Claim, _ a: Decimal, _ b: Decimal) -> Claim { times(other.mirrored, a, b) }

  init(side: Side, isStrict: Bool = false, isAbout: Bool = false) {
    self.side = side
    self.isStrict = isStrict
    self.isAbout = isAbout
  }

  init(_ qualifier: Qualifier) {
    switch qualifier {
    case .exact: self = .exact
    case .about: self = Claim(side: .neither, isAbout: true)
    case .moreThan: self = Claim(side: .above, isStrict: true)
    case .lessThan: self = Claim(side: .below, isStrict: true)
    case .atLeast: self = Claim(side: .above)
    case .atMost: self = Claim(side: .below)
    case .moreThanAbout: self = Claim(side: .above, isStrict: true, isAbout: true)
    case .lessThanAbout: self = Claim(side: .below, isStrict: true, isAbout: true)
    }
  }

  /// The qualifier that says it; what is not known is no more than about the number.
  var qualifier: Qualifier {
    switch (side, isAbout) {
    case (.neither, false): .exact
    case (.neither, true), (.either, _): .about
    case (.above, false): isStrict ? .moreThan : .atLeast
    case (.below, false): isStrict ? .lessThan : .atMost
    case (.above, true): .moreThanAbout
    case (.below, true): .lessThanAbout
    }
  }

  /// Whether whoever states this qualifier says no more than is known.
  func bearsOut(_ stated: Qualifier) -> Bool {
    guard isKnown else { return false }
    let other = Claim(stated)
    // "About" may always be said: of what is more than 1.43, of what a division left with many digits.
    if other.side == .neither { return other.isAbout || self == .exact }
    if side == .neither { return !other.isStrict && !isAbout }
    return side == other.side && (isStrict || !other.isStrict) && (other.isAbout || !isAbout)
  }
}

extension Qualifier {
  /// How a number is rounded so that what is claimed about it stays true.
  public var rounding: NSDecimalNumber.RoundingMode {
    switch Claim(self).side {
    case .above: .down
    case .below: .up
    case .neither, .either: .plain
    }
  }

  /// What two numbers' qualifiers together claim about the difference of the first minus the second.
  ///
  /// "Less than about −0.5" is more than a chart's label can be read for: it is about that.
  public func minus(_ other: Qualifier) -> Qualifier {
    let claim = Claim(self).plus(Claim(other).mirrored)
    return claim.isAbout ? .about : claim.qualifier
  }

  /// What they claim about the sum of the two.
  public func plus(_ other: Qualifier) -> Qualifier { Claim(self).plus(Claim(other)).qualifier }
}
