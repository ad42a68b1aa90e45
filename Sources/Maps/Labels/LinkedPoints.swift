import Graphics
import Platform

/// Points in groups, each within that distance of another of its group.
///
/// - Returns: the groups in the order of their last members, each in ascending order.
func linked(_ points: [Point], within reach: Double) -> [[Int]] {
  var groups = DisjointSets(count: points.count)
  // All of one cell are within reach of each other; from one cell to another a single pair links them.
  let side = reach / 2.0.squareRoot()
  guard side > 0 else { return points.indices.map { [$0] } }
  var cells: [Cell: [Int]] = [:]
  for (index, point) in points.enumerated() {
    cells[
      Cell(column: Int((point.x / side).rounded(.down)), row: Int((point.y / side).rounded(.down))),
      default: []
    ].append(index)
  }
  for (cell, members) in cells {
    for member in members.dropFirst() { groups.unite(members[0], member) }
    for (columns, rows) in [
      (1, -2), (1, -1), (2, -1), (1, 0), (2, 0), (0, 1), (1, 1), (2, 1), (0, 2), (1, 2),
    ] {
      guard let others = cells[Cell(column: cell.column + columns, row: cell.row + rows)],
        groups.root(of: members[0]) != groups.root(of: others[0]),
        members.contains(where: { one in
          others.contains { distance(from: points[one], to: points[$0]) < reach }
        })
      else { continue }
      groups.unite(members[0], others[0])
    }
  }
  return groups.groups
}

private struct Cell: Hashable {
  var column: Int
  var row: Int
}

/// Which elements belong together (Galler & Fischer 1964).
private struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(of element: Int) -> Int {
    var element = element
    while parents[element] != element {
      parents[element] = parents[parents[element]]
      element = parents[element]
    }
    return element
  }

  /// The later of two roots becomes that of both, so that a set's root is its last element.
  mutating func unite(_ one: Int, _ other: Int) {
    let roots = (root(of: one), root(of: other))
    parents[min(roots.0, roots.1)] = max(roots.0, roots.1)
  }

  var groups: [[Int]] {
    var sets = self
    var members = parents.map { _ in [Int]() }
    for element in parents.indices { members[sets.root(of: element)].append(element) }
    return members.filter { !$0.isEmpty }
  }
}
