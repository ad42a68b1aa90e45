import Graphics

/// Which labels are a crowd: four dots or more within the height of so many labels.
func crowd(of labels: [Label], within heights: Double) -> [Int] {
  labels.indices.filter { index in
    let reach = heights * labels[index].size.height
    return labels.count { distance(from: $0.dot, to: labels[index].dot) < reach } > 3
  }
}

/// A place for each label of a crowd in one of two columns, left and right of its dots, with a line to it; `nil`
/// where the columns don't hold them all.
///
/// Boundary labelling (Bekos, Kaufmann, Symvonis & Wolff, Boundary labeling: models and efficient algorithms for
/// rectangular maps, 2007): dots are assigned to places so that the lines are shortest altogether, and such lines
/// never cross.
func placeInColumns(_ crowd: [Int], in field: LabelField) -> [LabelCandidate]? {
  let labels = field.labels
  let members = crowd.map { labels[$0] }
  let room = field.surroundings.room
  guard let width = members.map(\.size.width).max(), let above = members.map(\.axis).max(),
    let below = members.map({ $0.size.height - $0.axis }).max(),
    let dots = Path.polyline(members.map(\.dot)).bounds
  else { return nil }
  let rowHeight = above + below + 3 * labelGap
  let rows = Int(room.height / rowHeight)
  if crowd.count > 2 * rows { return nil }
  let left = max(room.minX + width, dots.minX - 14)
  let right = min(room.maxX - width, dots.maxX + 14)
  guard left < right else { return nil }

  func candidate(_ index: Int, _ slot: Int) -> LabelCandidate? {
    let label = labels[index]
    let (row, isRight) = (slot / 2, slot % 2 == 1)
    // The same for every label: else exchanging the places of two would not exchange their lines' ends.
    let end = Point(
      isRight ? right - 1.2 : left + 1.2,
      room.midY + (Double(row) - Double(rows) / 2) * rowHeight + above)
    let (dx, dy) = (end.x - label.dot.x, end.y - label.dot.y)
    let length = (dx * dx + dy * dy).squareRoot()
    // From a dot inside a column the line would run through other names.
    guard isRight ? dx > 2 : dx < -2, length > label.radius + 2 else { return nil }
    let share = label.core / length
    return field.weighed(
      LabelCandidate(
        box: Rect(
          x: isRight ? right : left - label.size.width, y: end.y - label.axis, width: label.size.width,
          height: label.size.height),
        leader: Leader(start: Point(label.dot.x + dx * share, label.dot.y + dy * share), end: end),
        cost: 1.2 + length / 20),
      for: index, allowsCrossing: true)
  }

  let slots = crowd.map { index in (0..<2 * rows).map { candidate(index, $0) } }
  let lengths = slots.indices.map { index in
    slots[index].map { slot in slot?.leader.map { distance(from: labels[index].dot, to: $0.end) } ?? .infinity
    }
  }
  guard let assigned = assign(lengths) else { return nil }
  let result = zip(slots, assigned).compactMap { $0[$1] }
  return result.count == crowd.count ? result : nil
}

/// A different column for each row of the matrix with the least sum (Kuhn 1955, Munkres 1957; in the form with
/// potentials and shortest augmenting paths, cubic time).
///
/// - Returns: the column of each row; `nil` where finite costs don't allow it.
func assign(_ costs: [[Double]]) -> [Int]? {
  let (rows, columns) = (costs.count, costs.first?.count ?? 0)
  guard rows <= columns else { return nil }
  // Numbered from 1; 0 is where a search begins.
  var (rowPotential, columnPotential) = (
    [Double](repeating: 0, count: rows + 1), [Double](repeating: 0, count: columns + 1)
  )
  var rowOf = [Int](repeating: 0, count: columns + 1)
  for row in 1...max(1, rows) where rows > 0 {
    rowOf[0] = row
    var column = 0
    var least = [Double](repeating: .infinity, count: columns + 1)
    var previous = [Int](repeating: 0, count: columns + 1)
    var isSeen = [Bool](repeating: false, count: columns + 1)
    repeat {
      isSeen[column] = true
      let current = rowOf[column]
      var (delta, next) = (Double.infinity, 0)
      for other in 1...columns where !isSeen[other] {
        let reduced = costs[current - 1][other - 1] - rowPotential[current] - columnPotential[other]
        if reduced < least[other] {
          least[other] = reduced
          previous[other] = column
        }
        if least[other] < delta { (delta, next) = (least[other], other) }
      }
      guard delta.isFinite else { return nil }
      for other in 0...columns {
        if isSeen[other] {
          rowPotential[rowOf[other]] += delta
          columnPotential[other] -= delta
        } else {
          least[other] -= delta
        }
      }
      column = next
    } while rowOf[column] != 0
    while column != 0 {
      rowOf[column] = rowOf[previous[column]]
      column = previous[column]
    }
  }
  var result = [Int](repeating: 0, count: rows)
  for column in 1...max(1, columns) where column <= columns && rowOf[column] > 0 {
    result[rowOf[column] - 1] = column - 1
  }
  return result
}
