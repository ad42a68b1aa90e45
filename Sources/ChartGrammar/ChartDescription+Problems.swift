import Diagnostics

extension ChartDescription {
  /// What is wrong with the description itself, whatever its size: each with place and advice, all at once.
  /// - Returns: the mistakes, in the order in which they are looked for.
  public func problems(at places: ChartPlaces) -> [Diagnostic] {
    var check = ChartCheck(chart: self, places: places)
    check.run()
    return check.log.diagnostics
  }
}
