import Evidence

/// The way of a row's values through time, as a small line beside them shows it.
extension TableDescription {
  public struct CoursePoint: Hashable, Sendable {
    /// The middle of its period, in months.
    public var time: Double
    public var value: Double
    public var isEstimate: Bool
  }

  /// The first and the last period of the columns that small lines go through.
  public var courseTimes: ClosedRange<Double>? {
    let times = columns.indices.compactMap { courseColumn($0) ? middle(ofColumn: $0) : nil }
    guard let first = times.min(), let last = times.max() else { return nil }
    return first...last
  }

  /// The points of these cells, in runs without a period left out between; goals are no part of what happened.
  ///
  /// - Parameter cells: a row's, or the sums.
  /// - Returns: no runs where there are no values.
  public func course(of cells: [Cell?]) -> [[CoursePoint]] {
    var runs: [[CoursePoint]] = [[]]
    for column in columns.indices where courseColumn(column) {
      guard let cell = cells[column], let time = middle(ofColumn: column), cell.figure.status != .target
      else {
        if runs.last?.isEmpty == false { runs.append([]) }
        continue
      }
      let isEstimate = cell.figure.status == .estimate || cell.mark == .estimate
      runs[runs.count - 1].append(
        CoursePoint(time: time, value: cell.figure.value.double, isEstimate: isEstimate))
    }
    return runs.filter { !$0.isEmpty }
  }

  /// Whether its figures are of one of the periods that small lines go through: those as long as the first.
  private func courseColumn(_ column: Int) -> Bool {
    guard columns[column].kind == .figures, let period = period(ofColumn: column) else { return false }
    let figures = rows.compactMap { $0.cells[column]?.figure }
    let first = columns.indices.compactMap { columns[$0].kind == .figures ? self.period(ofColumn: $0) : nil }
      .first
    return period.months == first?.months && figures.contains { $0.status != .target }
  }

  private func middle(ofColumn column: Int) -> Double? {
    period(ofColumn: column).map { Double($0.firstMonth + $0.lastMonth) / 2 }
  }

  private func period(ofColumn column: Int) -> Period? {
    for row in rows { if let period = row.cells[column]?.figure.period { return period } }
    return nil
  }
}
