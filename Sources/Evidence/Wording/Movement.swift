import Diagnostics

/// What lies between two values: a movement from the one to the other in time ("up 13%"), or a distance that is none and
/// is named for what it is: an actual value does not go up from a goal, nor 2016 from 2018.
enum Movement {
  case inTime
  /// From a goal, an estimate, what came of it: "13% above the goal".
  case from(String)
  /// From another time, mostly a later one: "33% higher than in 2018".
  case than(String)

  init(of figure: Figure, from other: Figure) {
    let vocabulary = Vocabulary.english
    let isSamePeriod = figure.period == other.period
    let standing = (figure.status.standing, other.status.standing)
    let isBack =
      figure.period.flatMap { a in other.period.map { a.lastMonth < $0.lastMonth } } ?? false
    let inPeriod = other.period.map { Movement.than("\(vocabulary.in) \($0.words())") }
    switch standing {
    case (.target, .target): self = isBack ? inPeriod ?? .inTime : .inTime
    case (_, .target):
      let period = isSamePeriod ? nil : other.period?.words()
      self = .from(vocabulary.theGoal + (period.map { " \(vocabulary.for) \($0)" } ?? ""))
    case (_, .estimate) where isSamePeriod && standing.0 != .estimate: self = .from(vocabulary.theEstimate)
    case (.target, _), (.estimate, .actual):
      if isSamePeriod {
        self = .from(standing.1 == .estimate ? vocabulary.theEstimate : vocabulary.theActualValue)
      } else {
        self = standing.0 == .target || isBack ? inPeriod ?? .from(vocabulary.theActualValue) : .inTime
      }
    default: self = isBack ? inPeriod ?? .inTime : .inTime
    }
  }

  func words(_ difference: FigurePair.Difference, _ isUndirected: Bool) -> String {
    switch self {
    case .inTime: isUndirected ? Vocabulary.english.neitherUpNorDown : moved(difference)
    case .from(let base):
      (isUndirected ? Vocabulary.english.neitherAboveNorBelow : above(difference)) + " " + base
    case .than(let time):
      (isUndirected ? Vocabulary.english.neitherHigherNorLower : difference.higherWords) + " " + time
    }
  }

  private func moved(_ difference: FigurePair.Difference) -> String {
    let vocabulary = Vocabulary.english
    return switch difference {
    case .larger(let amount): "\(vocabulary.up) \(amount)"
    case .smaller(let amount): "\(vocabulary.down) \(amount)"
    case .none(.exact): vocabulary.unchanged
    case .none(.about): vocabulary.littleChanged
    case .none(.more): vocabulary.up
    case .none(.less): vocabulary.down
    case .none(.moreOrEqual): vocabulary.unchangedOrUp
    case .none(.lessOrEqual): vocabulary.unchangedOrDown
    }
  }

  private func above(_ difference: FigurePair.Difference) -> String {
    let vocabulary = Vocabulary.english
    return switch difference {
    case .larger(let amount): "\(amount) \(vocabulary.above)"
    case .smaller(let amount): "\(amount) \(vocabulary.below)"
    case .none(.exact): vocabulary.levelWith
    case .none(.about): "\(vocabulary.about) \(vocabulary.levelWith)"
    case .none(.more): vocabulary.above
    case .none(.less): vocabulary.below
    case .none(.moreOrEqual): vocabulary.atOrAbove
    case .none(.lessOrEqual): vocabulary.atOrBelow
    }
  }
}

extension FigurePair.Difference {
  /// "40% higher than".
  var higherWords: String {
    let vocabulary = Vocabulary.english
    return switch self {
    case .larger(let amount): "\(amount) \(vocabulary.higherThan)"
    case .smaller(let amount): "\(amount) \(vocabulary.lowerThan)"
    case .none(.exact): vocabulary.sameAs
    case .none(.about): "\(vocabulary.about) \(vocabulary.sameAs)"
    case .none(.more): vocabulary.higherThan
    case .none(.less): vocabulary.lowerThan
    case .none(.moreOrEqual): vocabulary.atLeastAsHighAs
    case .none(.lessOrEqual): vocabulary.atMostAsHighAs
    }
  }
}

extension Status {
  /// What is computed stands for what it is computed from: mostly actual values.
  fileprivate var standing: Status { self == .derived ? .actual : self }
}
