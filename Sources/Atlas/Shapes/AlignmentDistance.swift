/// Optimal string alignment (Damerau 1964: insertion, deletion, substitution and the transposition of neighbours cost 1
/// each) between one word and many, on bytes, given up as soon as it exceeds a limit.
struct AlignmentDistance {
  private let wanted: [UInt8]
  private let limit: Int
  private var beforeLast: [Int]
  private var last: [Int]
  private var row: [Int]

  init(to wanted: [UInt8], within limit: Int) {
    self.wanted = wanted
    self.limit = limit
    beforeLast = Array(repeating: 0, count: wanted.count + 1)
    last = beforeLast
    row = beforeLast
  }

  /// The distance, or nil where it exceeds the limit.
  mutating func from(_ other: UnsafeRawBufferPointer) -> Int? {
    let count = wanted.count
    if abs(other.count - count) > limit { return nil }
    for j in 0...count { last[j] = j }
    for i in 0..<other.count {
      row[0] = i + 1
      var least = row[0]
      for j in 0..<count {
        var cost = min(row[j], last[j + 1]) + 1
        cost = min(cost, last[j] + (other[i] == wanted[j] ? 0 : 1))
        if i > 0, j > 0, other[i] == wanted[j - 1], other[i - 1] == wanted[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row[j + 1] = cost
        least = min(least, cost)
      }
      if least > limit { return nil }
      swap(&beforeLast, &last)
      swap(&last, &row)
    }
    return last[count] <= limit ? last[count] : nil
  }
}
