/// The words of claims, of one language.
struct ClaimWords: Sendable {
  var singular: Tenses
  var plural: Tenses

  var rose: Ways
  var rise: Ways
  var growing: Ways
  var up: Ways
  var grew: Change
  var larger: Ways
  var course: Course
  var manifold: Manifold
  var position: Position
  var hasReached: Verbs
  var haveReached: Verbs
  var met: Completion
  var degrees: Degrees

  /// Of a time that is not over, and of one that is.
  struct Tenses: Sendable {
    var now: String
    var over: String
  }

  /// One for each order of two figures that can be known.
  struct Ways: Sendable {
    var greater: String
    var less: String
    var equal: String
    var aboutEqual: String
    var atLeast: String
    var atMost: String

    /// `nil` where the order is not known.
    subscript(order: FigureOrder) -> String? {
      switch order {
      case .greater: greater
      case .less: less
      case .equal: equal
      case .aboutEqual: aboutEqual
      case .atLeast: atLeast
      case .atMost: atMost
      case .unknown: nil
      }
    }
  }

  /// What a figure that is a change says.
  struct Change: Sendable {
    var grew: String
    var shrank: String
    var by: String
    var unchanged: String
    var hardlyChanged: String
  }

  /// A movement after another.
  struct Course: Sendable {
    var recovered: String
    var partlyRecovered: String
    /// After a fall, to a level of which it is not known whether it is the old one.
    var roseAgain: String
    var fellBack: String
    var roseFurther: String
    var fellFurther: String
  }

  /// Movements by a factor.
  struct Manifold: Sendable {
    /// By their factor, from 2 on without gaps; "about" and "more than" stand between the two words.
    var verbs: [(factor: Int, verb: String, word: String)]
    var halved: String
    var nearly: String
  }

  /// Where a figure stands before its goal: prepositions.
  struct Position: Sendable {
    var onTheWay: String
    /// Of a time that is over.
    var thenOnTheWay: String
    var level: String
    var aboutLevel: String
    /// Of goals to grow to, and of goals to come down to.
    var past: (up: String, down: String)
    var atOrPast: (up: String, down: String)
    var short: (up: String, down: String)
    /// Says nothing of where it stands.
    var against: String
  }

  /// What became of a goal: verbs whose subject is what has the goal.
  struct Verbs: Sendable {
    var hasReached: String
    var hasPassed: String
    var hasReachedOrPassed: String
    var comesClose: String
    var hasYetToReach: String
    /// At the figure's time, when the goal's is over.
    var hadYetToReach: String
    var reached: String
    var passed: String
    var reachedOrPassed: String
    var cameClose: String
    var missed: String
    /// Of a figure of a later time than the goal's.
    var fallsShort: (up: String, down: String)
  }

  /// What became of a goal: participles, for "the goal is" or alone.
  struct Completion: Sendable {
    var met: String
    var nearlyMet: String
    var passed: String
    var metOrPassed: String
    var missed: String
    var stillAhead: String
    /// At the figure's time, when the goal's is over.
    var notMetThen: String
    var notMet: String
  }

  /// How much of a whole; with "of" where an amount follows.
  struct Degrees: Sendable {
    var all: String
    var moreThanAll: String
    var none: String
    var nearlyAll: String
    var most: String
    var few: String
    var hardlyAny: String
    /// By their size in %, the largest first.
    var fractions: [(numerator: Int, denominator: Int, word: String)]
  }
}

extension Vocabulary {
  static let englishClaims = ClaimWords(
    singular: .init(now: "is", over: "was"), plural: .init(now: "are", over: "were"),
    rose: .init(
      greater: "rose", less: "fell", equal: "stayed level", aboutEqual: "changed little",
      atLeast: "rose or stayed level", atMost: "fell or stayed level"),
    rise: .init(
      greater: "a rise", less: "a fall", equal: "no change", aboutEqual: "little change",
      atLeast: "a rise or no change", atMost: "a fall or no change"),
    growing: .init(
      greater: "growing", less: "shrinking", equal: "steady", aboutEqual: "nearly steady",
      atLeast: "growing or steady", atMost: "shrinking or steady"),
    up: .init(
      greater: "up", less: "down", equal: "level", aboutEqual: "nearly level", atLeast: "up or level",
      atMost: "down or level"),
    grew: .init(
      grew: "grew", shrank: "shrank", by: "by", unchanged: "did not change", hardlyChanged: "hardly changed"),
    larger: .init(
      greater: "larger than", less: "smaller than", equal: "as large as", aboutEqual: "about as large as",
      atLeast: "at least as large as", atMost: "at most as large as"),
    course: .init(
      recovered: "recovered", partlyRecovered: "partly recovered", roseAgain: "rose again",
      fellBack: "fell back", roseFurther: "rose further", fellFurther: "fell further"),
    manifold: .init(
      verbs: [
        (2, "", "doubled"), (3, "", "tripled"), (4, "", "quadrupled"), (5, "rose ", "fivefold"),
        (6, "rose ", "sixfold"), (7, "rose ", "sevenfold"), (8, "rose ", "eightfold"),
        (9, "rose ", "ninefold"), (10, "rose ", "tenfold"),
      ], halved: "halved", nearly: "nearly"),
    position: .init(
      onTheWay: "on the way to", thenOnTheWay: "then on the way to", level: "level with",
      aboutLevel: "about level with", past: ("past", "below"), atOrPast: ("at or past", "at or below"),
      short: ("short of", "above"), against: "against"),
    hasReached: .init(
      hasReached: "has reached", hasPassed: "has passed", hasReachedOrPassed: "has reached or passed",
      comesClose: "comes close to", hasYetToReach: "has yet to reach", hadYetToReach: "had yet to reach",
      reached: "reached", passed: "passed", reachedOrPassed: "reached or passed", cameClose: "came close to",
      missed: "missed", fallsShort: ("falls short of", "lies above")),
    haveReached: .init(
      hasReached: "have reached", hasPassed: "have passed", hasReachedOrPassed: "have reached or passed",
      comesClose: "come close to", hasYetToReach: "have yet to reach", hadYetToReach: "had yet to reach",
      reached: "reached", passed: "passed", reachedOrPassed: "reached or passed", cameClose: "came close to",
      missed: "missed", fallsShort: ("fall short of", "lie above")),
    met: .init(
      met: "met", nearlyMet: "nearly met", passed: "passed", metOrPassed: "met or passed", missed: "missed",
      stillAhead: "still ahead", notMetThen: "not met by then", notMet: "not met"),
    degrees: .init(
      all: "all of", moreThanAll: "more than all of", none: "none of", nearlyAll: "nearly all of",
      most: "most of", few: "a few of", hardlyAny: "hardly any of",
      fractions: [
        (3, 4, "three quarters of"), (2, 3, "two thirds of"), (1, 2, "half of"), (1, 3, "a third of"),
        (1, 4, "a quarter of"), (1, 10, "a tenth of"),
      ]))
}
