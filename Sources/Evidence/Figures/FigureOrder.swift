import Foundation

/// How two figures' numbers stand to each other, as far as their qualifiers let it be known.
public enum FigureOrder: Hashable, Sendable {
  case greater, less
  case equal
  /// Equal numbers of which one or both are approximate.
  case aboutEqual
  /// Equal or greater, equal or less.
  case atLeast, atMost
  /// "More than 2" and "3" may be either way round.
  case unknown

  /// The other way round.
  var mirrored: FigureOrder {
    switch self {
    case .greater: .less
    case .less: .greater
    case .atLeast: .atMost
    case .atMost: .atLeast
    case .equal, .aboutEqual, .unknown: self
    }
  }

  /// Where the source says how they stand to each other (one is computed from the other by it), their qualifiers do
  /// not matter.
  public init(_ a: Figure, _ b: Figure, isStatedProportion: Bool = false) {
    let difference = a.wholeValue - b.wholeValue
    let leaning = Leaning(a.qualifier, against: b.qualifier)
    if isStatedProportion || (!leaning.canBeMore && !leaning.canBeLess) {
      let isExact = isStatedProportion || (a.qualifier == .exact && b.qualifier == .exact)
      self = difference > 0 ? .greater : difference < 0 ? .less : isExact ? .equal : .aboutEqual
    } else if leaning.canBeMore, leaning.canBeLess {
      self = .unknown
    } else {
      let ahead = leaning.canBeMore ? difference : -difference
      let order: FigureOrder =
        ahead > 0
        ? .greater : ahead < 0 || leaning.isAbout ? .unknown : leaning.isStrict ? .greater : .atLeast
      self = leaning.canBeMore ? order : order.mirrored
    }
  }
}

/// Which way the real difference of two numbers, or their ratio, may lie off what is computed.
struct Leaning {
  var canBeMore: Bool
  var canBeLess: Bool
  /// Whether it can't be as computed: "more than", "less than".
  var isStrict: Bool
  /// Whether one of the two is approximate.
  var isAbout: Bool

  init(_ a: Qualifier, against b: Qualifier = .exact) {
    let (above, below) = (Claim.Side.above, Claim.Side.below)
    let (first, second) = (Claim(a), Claim(b))
    canBeMore = first.side == above || second.side == below
    canBeLess = first.side == below || second.side == above
    isStrict = first.isStrict || second.isStrict
    isAbout = first.isAbout || second.isAbout
  }
}

extension Figure {
  /// In whole units, so that scales don't matter.
  var wholeValue: Decimal { value * unit.factor }

  /// As far as a number of this qualifier reaches in ordinary speech: "more than 2" would be "more than 3" if it
  /// were, so it ends one step of its last significant digit further on. In whole units.
  var farthest: Decimal {
    let digit = value.isZero ? 0 : value.significantDigitCount - value.integerDigits
    let step = Decimal(sign: .plus, exponent: -digit, significand: 1) * unit.factor
    return switch qualifier {
    case .moreThan, .atLeast, .moreThanAbout: wholeValue + step
    case .lessThan, .atMost, .lessThanAbout: wholeValue - step
    case .exact, .about: wholeValue
    }
  }
}
