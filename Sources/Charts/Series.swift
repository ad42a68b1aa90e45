import Evidence

/// What tells figures of the same period apart: their label, or whose statistics they are.
struct Series: Hashable, Sendable {
  /// In order of appearance; a single empty name where no two figures share a period.
  var names: [String]
  /// For each figure the index of its name.
  var indices: [Int]

  init(_ figures: [Figure]) {
    guard Self.haveSharedPeriod(figures) else {
      names = [""]
      indices = figures.map { _ in 0 }
      return
    }
    let byReporter = Set(figures.map(\.label)).count == 1
    var names: [String] = []
    indices = figures.map { figure in
      let name = byReporter ? figure.reporter ?? figure.label : figure.label
      if let index = names.firstIndex(of: name) { return index }
      names.append(name)
      return names.count - 1
    }
    self.names = names
  }

  /// Targets stand behind actual values and share their period with no harm.
  private static func haveSharedPeriod(_ figures: [Figure]) -> Bool {
    struct Slot: Hashable {
      var period: Period?
      var isTarget: Bool
    }
    var seen = Set<Slot>()
    return !figures.allSatisfy {
      seen.insert(Slot(period: $0.period, isTarget: $0.status == .target)).inserted
    }
  }
}
