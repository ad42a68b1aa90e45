import Graphics
import Platform

/// Gives every label a place: none touches another, a dot, a leader line, the frame or what is taken.
///
/// The search is simulated annealing as in Christensen, Marks & Shieber, An Empirical Study of Algorithms for
/// Point-Feature Label Placement, 1995, sec. 3.6, begun from a greedy placement and ended by a descent. The seed is
/// fixed, so the same labels always come to stand in the same places.
///
/// - Returns: a place for each label, or `nil` where the frame has no room for all.
func placeLabels(_ labels: [Label], in surroundings: LabelSurroundings) -> [PlacedLabel]? {
  // No search finds room for more than there is.
  let wanted = labels.reduce(0) { $0 + $1.size.width * $1.size.height }
  guard wanted < surroundings.room.width * surroundings.room.height else { return nil }

  let field = LabelField(labels, in: surroundings)
  func candidates(allowsCrossing: Bool) -> [[LabelCandidate]] {
    labels.indices.map { field.candidates(for: $0, allowsCrossing: allowsCrossing) }
  }
  func places(_ chosen: [Int], _ candidates: [[LabelCandidate]]) -> [PlacedLabel] {
    zip(chosen, candidates).map { PlacedLabel(box: $1[$0].box, leader: $1[$0].leader) }
  }

  let near = candidates(allowsCrossing: false)
  if !near.contains(where: \.isEmpty) {
    var search = LabelSearch(near)
    search.placeGreedily(in: order(of: labels))
    if let chosen = search.run(order: order(of: labels)) { return places(chosen, near) }
  }
  // Begin with a crowd's names (and, if that is not enough, more and more of those around it) in two columns, where
  // there is room for all of them, and let the search bring home those that find a place at their dots.
  let wide = candidates(allowsCrossing: true)
  var tried: Set<[Int]> = []
  for heights in [1.5, 4, .infinity, 0] {
    var members = crowd(of: labels, within: heights).filter {
      labels[$0].kind == .dot && labels[$0].box == nil
    }
    let columns = placeInColumns(members, in: field) ?? []
    if columns.isEmpty { members = [] }
    guard tried.insert(members).inserted else { continue }
    var options = wide
    for (index, candidate) in zip(members, columns) { options[index].insert(candidate, at: 0) }
    if options.contains(where: \.isEmpty) { continue }
    var search = LabelSearch(options)
    search.placeGreedily(in: order(of: labels), after: members)
    if let chosen = search.run(order: order(of: labels)) { return places(chosen, options) }
  }
  return nil
}

/// As many labels as there is room for; `nil` for the others. Callouts give up their place first, then places for
/// orientation, then named ones, of these the most crowded.
func placeMostLabels(_ labels: [Label], in surroundings: LabelSurroundings) -> [PlacedLabel?] {
  let field = LabelField(labels, in: surroundings)
  let options = labels.indices.map { field.candidates(for: $0, allowsCrossing: true) }
  let possible = labels.indices.filter { !options[$0].isEmpty }
  guard !possible.isEmpty else { return labels.map { _ in nil } }
  var search = LabelSearch(possible.map { options[$0] })
  let order = order(of: possible.map { labels[$0] })
  search.placeGreedily(in: order)
  search.improve(order: order)
  let worths = possible.map { index in
    switch labels[index].kind {
    case .callout: 0
    case .dot, .area: labels[index].isNamed ? 2 : 1
    case .line: 3
    }
  }
  var result = [PlacedLabel?](repeating: nil, count: labels.count)
  for (index, option) in zip(possible, search.choiceWithoutConflicts(worths: worths)) {
    result[index] = option.map { PlacedLabel(box: options[index][$0].box, leader: options[index][$0].leader) }
  }
  return result
}

/// Named sites first, and the most crowded among them.
private func order(of labels: [Label]) -> [Int] {
  let crowd = labels.map { label in
    labels.reduce(0) { count, other in
      let (dx, dy) = (other.dot.x - label.dot.x, other.dot.y - label.dot.y)
      return count + (dx * dx + dy * dy < 900 ? 1 : 0)
    }
  }
  return labels.indices.sorted { a, b in
    (labels[a].isNamed ? 0 : 1, -crowd[a], a) < (labels[b].isNamed ? 0 : 1, -crowd[b], b)
  }
}

private struct LabelSearch {
  private let candidates: [[LabelCandidate]]
  private var choice: [Int]
  /// What is chosen, side by side for the inner loop.
  private var chosen: [LabelCandidate]
  /// Where those stand that have their turn behind them.
  private var board: LabelBoard
  private var generator = SplitMix64(state: 0x6D61_7073)

  /// What an overlap costs: more than all detours of a map together, so that a placement without one, once found, is
  /// never given up.
  private let conflictCost = 10_000.0

  init(_ candidates: [[LabelCandidate]]) {
    self.candidates = candidates
    choice = [Int](repeating: 0, count: candidates.count)
    chosen = candidates.map { $0[0] }
    board = LabelBoard(holding: candidates)
  }

  /// Each label in turn to its best place among those before it; `placed` keep their first candidates.
  mutating func placeGreedily(in order: [Int], after placed: [Int] = []) {
    let isPlaced = Set(placed)
    for index in placed { board.add(index, chosen[index].extent) }
    for index in order where !isPlaced.contains(index) {
      choice[index] = best(for: index)
      chosen[index] = candidates[index][choice[index]]
      board.add(index, chosen[index].extent)
    }
  }

  /// Improves what is chosen.
  ///
  /// - Returns: the candidate chosen for each label; `nil` if some still overlap.
  mutating func run(order: [Int]) -> [Int]? {
    guard anneal(wantsAll: true) else { return nil }
    descend(in: order)
    let isFree = choice.indices.allSatisfy { conflicts(of: chosen[$0], at: $0, most: 0) == 0 }
    return isFree ? choice : nil
  }

  mutating func improve(order: [Int]) {
    anneal(wantsAll: false)
    descend(in: order)
  }

  /// What is chosen for each label, where enough of them have none that no others overlap: the least in worth, and of
  /// these those that overlap the most others.
  mutating func choiceWithoutConflicts(worths: [Int]) -> [Int?] {
    var isKept = choice.map { _ in true }
    var counts = choice.indices.map { conflicts(of: chosen[$0], at: $0) }
    while let worst = choice.indices.filter({ counts[$0] > 0 }).min(by: {
      (worths[$0], -counts[$0], -$0) < (worths[$1], -counts[$1], -$1)
    }) {
      board.remove(worst, chosen[worst].extent)
      isKept[worst] = false
      counts[worst] = 0
      eachConflict(of: chosen[worst], at: worst) { counts[$0] -= 1 }
    }
    // What was left out may find a place where others were.
    for index in choice.indices.sorted(by: { (-worths[$0], $0) < (-worths[$1], $1) }) where !isKept[index] {
      let option = best(for: index)
      guard conflicts(of: candidates[index][option], at: index, most: 0) == 0 else { continue }
      choice[index] = option
      chosen[index] = candidates[index][option]
      board.add(index, chosen[index].extent)
      isKept[index] = true
    }
    return choice.indices.map { isKept[$0] ? choice[$0] : nil }
  }

  private mutating func choose(_ option: Int, at index: Int) {
    board.remove(index, chosen[index].extent)
    choice[index] = option
    chosen[index] = candidates[index][option]
    board.add(index, chosen[index].extent)
  }

  /// The paper's schedule begins where a step up by one is taken two times of three and cools by a tenth, 50
  /// times; here by a sixth, 30 times, which on 40 labels ends as well in a third of the time. Where no overlap has gone
  /// for 8 times, none will: there is no room for all. Nor is there where so many overlap that a search is no use: one for
  /// every second label after the greedy placement, or for every fourth after each has tried 80 places. Of very many labels
  /// each has as many more neighbours on the same map, so there are no more steps than for fewer.
  ///
  /// - Parameter wantsAll: whether a placement with overlaps is of no use.
  /// - Returns: `false` where that is all that there will be; nothing is chosen then.
  @discardableResult
  private mutating func anneal(wantsAll: Bool) -> Bool {
    let count = candidates.count
    guard count > 1 else { return true }
    var temperature = 2.47
    var counts = choice.indices.map { conflicts(of: chosen[$0], at: $0) }
    var overlaps = counts.reduce(0, +) / 2
    if wantsAll, overlaps > max(20, count / 2) { return false }
    var sum = chosen.reduce(0) { $0 + $1.cost } + conflictCost * Double(overlaps)
    var (bestChoice, bestEnergy) = (choice, sum)
    var (fewest, idle) = (overlaps, 0)
    for round in 1...30 {
      var changes = 0
      for _ in 0..<20 * min(count, Self.mostSearched) {
        let index = Int(generator.next() % UInt64(count))
        // The good places are few and come first: half of the steps try only these.
        let wide = candidates[index].count
        let range = generator.next() & 1 == 0 ? min(12, wide) : wide
        let option = Int(generator.next() % UInt64(range))
        guard option != choice[index] else { continue }
        let candidate = candidates[index][option]
        var change = candidate.cost - chosen[index].cost - conflictCost * Double(counts[index])
        // Metropolis' rule, turned round: how much worse it may become. Most steps are too bad by their own cost, many
        // for whatever the generator gives.
        guard change <= temperature * 37 else { continue }
        let allowed = -temperature * log(1 - generator.unit())
        guard change <= allowed else { continue }
        let bearable = Int((allowed - change) / conflictCost)
        let conflicts = conflicts(of: candidate, at: index, most: bearable)
        change += conflictCost * Double(conflicts)
        guard change <= allowed else { continue }
        overlaps += conflicts - counts[index]
        if counts[index] + conflicts > 0 { recount(&counts, from: chosen[index], to: candidate, at: index) }
        counts[index] = conflicts
        choose(option, at: index)
        sum += change
        changes += 1
        if sum < bestEnergy - 1e-9 { (bestChoice, bestEnergy) = (choice, sum) }
      }
      idle = overlaps < fewest ? 0 : idle + 1
      fewest = min(fewest, overlaps)
      if wantsAll, round >= 4, fewest > max(10, count / 4) { return false }
      if changes == 0 || (wantsAll && fewest > 0 && idle == 8) { break }
      temperature *= 5.0 / 6
    }
    for index in choice.indices where bestChoice[index] != choice[index] {
      choose(bestChoice[index], at: index)
    }
    return true
  }

  private static let mostSearched = 300

  private mutating func descend(in order: [Int]) {
    for _ in 0..<8 {
      var isChanged = false
      for index in order {
        let option = best(for: index)
        if option != choice[index] {
          choose(option, at: index)
          isChanged = true
        }
      }
      if !isChanged { return }
    }
  }

  private func best(for index: Int) -> Int {
    var (best, least) = (0, Double.infinity)
    for (option, candidate) in candidates[index].enumerated() {
      if candidate.cost >= least { continue }
      let bearable = least.isFinite ? Int((least - candidate.cost) / conflictCost) : .max
      let cost = candidate.cost + conflictCost * Double(conflicts(of: candidate, at: index, most: bearable))
      if cost < least { (best, least) = (option, cost) }
    }
    return best
  }

  /// Keeps the others' counts of conflicts right when one label moves.
  private func recount(
    _ counts: inout [Int], from old: LabelCandidate, to new: LabelCandidate, at index: Int
  ) {
    eachConflict(of: old, at: index) { counts[$0] -= 1 }
    eachConflict(of: new, at: index) { counts[$0] += 1 }
  }

  /// How many others on the board touch a candidate of a label; counting ends one above `most`.
  private func conflicts(of candidate: LabelCandidate, at index: Int, most: Int = .max) -> Int {
    var count = 0
    board.each(near: candidate.extent) { other in
      if other != index, conflict(candidate, chosen[other]) { count += 1 }
      return count <= most
    }
    return count
  }

  private func eachConflict(of candidate: LabelCandidate, at index: Int, _ act: (Int) -> Void) {
    board.each(near: candidate.extent) { other in
      if other != index, conflict(candidate, chosen[other]) { act(other) }
      return true
    }
  }
}

/// Whether two labels, or a label and the other's leader line, or both lines touch, or two labels on about the same
/// line stand so close that they read as one.
func conflict(_ a: LabelCandidate, _ b: LabelCandidate) -> Bool {
  guard a.extent.overlaps(b.extent) else { return false }
  if a.box.insetBy(-2 * labelGap).overlaps(b.box) { return true }
  // Of different layers, or of two lines, neither seems to go on with the other's.
  if a.layer != b.layer || a.layer == .lines {
    let (least, most) = (min(a.box.height, b.box.height), max(a.box.height, b.box.height))
    let gap = a.layer == b.layer ? linesGap : layerGap
    if a.box.grown(across: wordGap * most, down: gap * least).overlaps(b.box) { return true }
  }
  if abs(a.box.midY - b.box.midY) < 0.5 * min(a.box.height, b.box.height),
    a.box.grown(across: wordGap * max(a.box.height, b.box.height), down: 0).overlaps(b.box)
  {
    return true
  }
  if let leader = a.leader {
    if leader.touches(b.box.insetBy(-2 * labelGap)) { return true }
    if let other = b.leader, leader.crosses(other) { return true }
  }
  if let leader = b.leader { return leader.touches(a.box.insetBy(-2 * labelGap)) }
  return false
}

/// A small generator with a fixed sequence (Steele, Lea & Flood 2014).
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// From 0 up to 1.
  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}
