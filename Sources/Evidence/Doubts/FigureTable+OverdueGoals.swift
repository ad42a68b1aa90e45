import Diagnostics

extension FigureTable {
  /// A warning that names the goals whose time is over by the edition's date without a figure that says what came of
  /// them: of that period and unit, and no goal itself. Other names of a goal count as that goal.
  public func overdueGoals() -> [Diagnostic] {
    guard let asOf else { return [] }
    let outcomes = figures.filter { $0.status != .target && !isGoal($0) }
    let overdue = figures.filter { goal in
      goal.status == .target && goal.formula == nil && isOver(goal.period)
        && !outcomes.contains { $0.period == goal.period && $0.unit.dimension == goal.unit.dimension }
    }
    guard let first = overdue.first else { return [] }
    let names = overdue.map { "'\($0.id)' (\($0.words(.period)))" }.joined(separator: ", ")
    let isOne = overdue.count == 1
    return [
      Diagnostic(
        .warning,
        "as of \(asOf.words()) the time of the goal\(isOne ? "" : "s") \(names) is over, and no figure says what came of \(isOne ? "it" : "them")",
        at: first.location,
        advice:
          "add the actual value of \(isOne ? "that time" : "each time"), so that texts can say whether it was met"
      )
    ]
  }
}
