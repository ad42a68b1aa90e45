import Diagnostics
import Foundation

extension FigureTable {
  /// "on the way to", "level with", "past", "short of" …
  func course(of figure: Figure, to goal: Figure, from start: Figure?) throws(DiagnosticError) -> String {
    let view = try GoalView(figure, goal, from: start, in: self)
    let words = claims.position
    func directed(_ pair: (up: String, down: String)) -> String { view.isDown ? pair.down : pair.up }
    switch view.standing {
    case .passed: return directed(words.past)
    case .reachedOrPassed: return directed(words.atOrPast)
    case .level: return words.level
    case .aboutLevel: return words.aboutLevel
    case .unknown: return words.against
    case .short:
      if view.isNearer == false { return directed(words.short) }
      if !view.isOver { return words.onTheWay }
      return view.isShorter ? words.thenOnTheWay : directed(words.short)
    }
  }

  /// "has reached", "has yet to reach", "missed" …
  func outcome(of figure: Figure, before goal: Figure, from start: Figure?, _ words: ClaimWords.Verbs)
    throws(DiagnosticError) -> String
  {
    let view = try GoalView(figure, goal, from: start, in: self)
    try checkOutcome(figure, goal, view)
    // What was reached at the goal's time is history; what a later figure has reached it has now.
    let isHistory = view.isOver && view.time != .after
    switch view.standing {
    case .passed: return isHistory ? words.passed : words.hasPassed
    case .level: return isHistory ? words.reached : words.hasReached
    case .reachedOrPassed: return isHistory ? words.reachedOrPassed : words.hasReachedOrPassed
    case .aboutLevel: return isHistory ? words.cameClose : words.comesClose
    case .short, .unknown:
      if !view.isOver { return words.hasYetToReach }
      return switch view.time {
      case .same: words.missed
      case .before: words.hadYetToReach
      case .after: view.isDown ? words.fallsShort.down : words.fallsShort.up
      }
    }
  }

  /// Of a goal: "met", "still ahead", "missed" …
  func completion(of goal: Figure, by figure: Figure, from start: Figure?) throws(DiagnosticError) -> String {
    let view = try GoalView(figure, goal, from: start, in: self)
    try checkOutcome(figure, goal, view)
    let words = claims.met
    switch view.standing {
    case .passed: return words.passed
    case .level: return words.met
    case .reachedOrPassed: return words.metOrPassed
    case .aboutLevel: return words.nearlyMet
    case .short, .unknown:
      if !view.isOver { return words.stillAhead }
      return switch view.time {
      case .same: words.missed
      case .before: words.notMetThen
      case .after: words.notMet
      }
    }
  }

  /// What has been reached must be known, and have happened.
  private func checkOutcome(_ figure: Figure, _ goal: Figure, _ view: GoalView) throws(DiagnosticError) {
    if view.standing == .unknown {
      throw DiagnosticError(
        "whether \(said(figure)) has reached \(said(goal)) is not known",
        advice: "find an exact value, or write 'on the way to', which says 'against' then")
    }
    if figure.status == .estimate, let period = figure.period, let asOf, period.lastMonth >= asOf.firstMonth {
      throw DiagnosticError(
        "'\(figure.id)' is an estimate of a time that is not over: it has reached nothing yet",
        advice: "write 'gap to' or 'higher than'")
    }
  }
}

/// A figure before its goal: where it stands, which way the goal lies, and whose time is over.
private struct GoalView {
  enum Standing {
    case passed, level, aboutLevel, reachedOrPassed, short, unknown
  }

  /// When the figure's time ends, as the goal's.
  enum Time {
    case before, same, after
  }

  var standing: Standing
  /// Whether it is a goal to come down to.
  var isDown: Bool
  /// Whether the goal's time is over.
  var isOver: Bool
  var time: Time
  /// Whether the figure's time is shorter than the goal's.
  var isShorter: Bool
  /// Whether it has come nearer to the goal than where it came from; `nil` where that is not told.
  var isNearer: Bool?

  init(_ figure: Figure, _ goal: Figure, from start: Figure?, in table: FigureTable) throws(DiagnosticError) {
    guard table.isGoal(goal) else {
      throw DiagnosticError(
        "'\(goal.id)' is no goal: its status is \(goal.status.rawValue)",
        advice: "name a figure whose status is target, or write 'gap to'")
    }
    if table.isGoal(figure) {
      throw DiagnosticError(
        "'\(figure.id)' is a goal itself, and has reached nothing", advice: "write 'gap to' or 'times'")
    }
    try FigureTable.checkUnits(figure, goal)
    isDown = try Self.isDown(goal, from: start)
    (time, isShorter) = try Self.time(of: figure, before: goal, isDown: isDown)
    // A figure of the goal's whole time, or of a later one, shows that it is over.
    isOver = table.isOver(goal.period) || (figure.period != nil && goal.period != nil && time != .before)
    standing = Self.standing(figure, goal, isDown: isDown)
    if let start {
      try table.checkMovement(from: start, to: figure)
      let moved = FigureOrder(figure, start, isStatedProportion: table.isStatedProportion(figure, start))
      isNearer = moved == (isDown ? .less : .greater)
    }
  }

  /// A part of the goal's time, or an earlier shorter time, has come so far at most; a longer one says nothing, and
  /// neither do nine months of a percentage, or of what is to stay below a mark.
  private static func time(of figure: Figure, before goal: Figure, isDown: Bool) throws(DiagnosticError)
    -> (Time, Bool)
  {
    guard let period = figure.period, let end = goal.period else {
      return (goal.period == nil ? .before : .after, false)
    }
    let isShorter = period.months < end.months
    if period.months > end.months || (isShorter && period.firstMonth > end.lastMonth) {
      throw DiagnosticError(
        "'\(figure.id)' is for \(period.words()) and the goal '\(goal.id)' for \(end.words()), which is not as long",
        advice: "name a figure for as long a time as the goal's")
    }
    if isShorter, isDown || figure.unit.isPercent {
      throw DiagnosticError(
        "'\(figure.id)' is for \(period.words()), which says nothing of '\(goal.id)' for \(end.words()) yet",
        advice: "name a figure for as long a time as the goal's")
    }
    if period == end { return (.same, false) }
    return (period.lastMonth > end.lastMonth ? .after : .before, isShorter)
  }

  /// Goals are to be grown to, unless they are "at most" or "less than" something, or lie below where it started.
  private static func isDown(_ goal: Figure, from start: Figure?) throws(DiagnosticError) -> Bool {
    guard let start else { return goal.qualifier == .atMost || goal.qualifier == .lessThan }
    try FigureTable.checkUnits(start, goal)
    if start.wholeValue == goal.wholeValue {
      throw DiagnosticError(
        "'\(start.id)' has the value of the goal '\(goal.id)' already", advice: "name where it started from")
    }
    return start.wholeValue > goal.wholeValue
  }

  private static func standing(_ figure: Figure, _ goal: Figure, isDown: Bool) -> Standing {
    // "At least 140" is a goal that 140 meets, "more than 140" one that it doesn't.
    var mark = goal
    if mark.qualifier != .about { mark.qualifier = .exact }
    var order = FigureOrder(figure, mark)
    if order == .unknown {
      let (near, far) = (figure.wholeValue, figure.farthest)
      if near > mark.wholeValue, far > mark.wholeValue { order = .greater }
      if near < mark.wholeValue, far < mark.wholeValue { order = .less }
    }
    let isStrict = goal.qualifier == .moreThan || goal.qualifier == .lessThan
    return switch isDown ? order.mirrored : order {
    case .greater: .passed
    case .less: .short
    case .equal: isStrict ? .short : .level
    case .aboutEqual: .aboutLevel
    case .atLeast: isStrict ? .unknown : .reachedOrPassed
    case .atMost, .unknown: .unknown
    }
  }
}
