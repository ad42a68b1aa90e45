import Graphics

/// The breaks whose lines together have the least demerits.
///
/// Knuth and Plass 1981: breaks are looked at in order; of all ways to arrive at one, the best for each line
/// number and fitness class is kept, until it is too far behind to begin a line with.
///
/// - Parameters:
///   - start: the paragraph's beginning.
///   - breaks: where lines may end, in order; the last is the paragraph's end.
///   - measures: the lines' widths.
///   - demerits: what lines cost.
///   - mustSucceed: whether a line that can't be broken is accepted though it is wider than its measure.
/// - Returns: indices of the chosen breaks; `nil` if no lines are within the tolerance.
func totalFit(
  from start: Break, _ breaks: [Break], _ measures: Measures, _ demerits: Demerits, mustSucceed: Bool = false
) -> [Int]? {
  var search = TotalFit(
    start: start, breaks: breaks, measures: measures, demerits: demerits, mustSucceed: mustSucceed)
  return search.run()
}

private struct TotalFit {
  /// A way to arrive at a break.
  struct Node {
    /// Index of the break; -1 is the paragraph's beginning.
    var index: Int
    /// Number of the line that begins here, no higher than the first of those that are all alike.
    var line: Int
    var fitness: Demerits.Fitness
    var total: Double
    /// Index of the node before; -1 for none.
    var previous: Int
  }

  let start: Break
  let breaks: [Break]
  let measures: Measures
  let demerits: Demerits
  let mustSucceed: Bool
  /// Number of the first line from which on all measures are alike.
  let firstOfRest: Int
  /// No mark hangs out farther than this.
  let widestHang: Double
  var nodes: [Node] = []
  /// Indices of the nodes with which a line may still begin, ascending.
  var active: [Int] = []
  /// The new nodes at a break, best of each line number and fitness class.
  var arrivals: [Node] = []

  init(start: Break, breaks: [Break], measures: Measures, demerits: Demerits, mustSucceed: Bool) {
    self.start = start
    self.breaks = breaks
    self.measures = measures
    self.demerits = demerits
    self.mustSucceed = mustSucceed
    firstOfRest = (measures.first.lastIndex { $0.width != measures.rest.width } ?? -1) + 1
    widestHang = breaks.reduce(0) { max($0, $1.hangRight) }
  }

  mutating func run() -> [Int]? {
    nodes.append(Node(index: -1, line: 0, fitness: .decent, total: 0, previous: -1))
    active.append(0)
    for index in breaks.indices {
      arrive(at: index)
      if breaks[index].isLast { active.removeAll(keepingCapacity: true) }
      // Farther behind than a change of fitness costs, a class can't win any more against one of its line.
      for node in arrivals
      where !arrivals.contains(where: {
        node.total > $0.total + Demerits.fitnessChange && $0.line == node.line
      }) {
        active.append(nodes.count)
        nodes.append(node)
      }
      if active.isEmpty { return nil }
    }
    guard let best = active.min(by: { nodes[$0].total < nodes[$1].total }) else { return nil }
    var chosen: [Int] = []
    var node = best
    while node > 0 {
      chosen.append(nodes[node].index)
      node = nodes[node].previous
    }
    return chosen.reversed()
  }

  /// Tries to end a line at a break from all active nodes, and takes those out of the list that are too far
  /// behind for this and all later breaks.
  private mutating func arrive(at index: Int) {
    let end = breaks[index]
    arrivals.removeAll(keepingCapacity: true)
    var kept = 0
    for position in active.indices {
      let number = active[position]
      let node = nodes[number]
      let from = node.index < 0 ? start : breaks[node.index]
      let width = measures[node.line].width
      var fit = demerits.fit(from: from, to: end, width: width)
      if fit == nil, mustSucceed, index == node.index + 1 {
        fit = Demerits.Fit(badness: Demerits.overfull, fitness: .decent)
      }
      if let fit {
        let cost = demerits.demerits(fit, from: from, to: end, after: node.fitness)
        keep(
          Node(
            index: index, line: min(node.line + 1, firstOfRest), fitness: fit.fitness,
            total: node.total + cost, previous: number))
      }
      if !isTooFarBehind(from, end, width) {
        active[kept] = number
        kept += 1
      }
    }
    active.removeSubrange(kept...)
  }

  private mutating func keep(_ node: Node) {
    for index in arrivals.indices
    where arrivals[index].line == node.line && arrivals[index].fitness == node.fitness {
      if node.total < arrivals[index].total { arrivals[index] = node }
      return
    }
    arrivals.append(node)
  }

  /// Whether the text between is too wide for a line, however much it shrinks and hangs out.
  private func isTooFarBehind(_ from: Break, _ end: Break, _ width: Double) -> Bool {
    let content = end.before - from.after
    let give = demerits.isJustified ? content.shrink + content.flex : 0
    return content.width - give - from.hangLeft - widestHang > width + Demerits.hair
  }
}
