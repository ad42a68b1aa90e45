/// The names nearest to a misspelt one, for advice such as "did you mean …".
///
/// Distance is optimal string alignment (Damerau 1964: insertion, deletion, substitution and the
/// transposition of neighbours cost 1 each), without regard to case.
///
/// - Returns: at most `limit` candidates, nearest first (ties in the candidates' order), none farther than a
///   third of the longer word's length (at least 2) or than `most`; a candidate that contains the name counts as distance 1.
public func nearestNames(
  to name: String, among candidates: [String], limit: Int = 3, within most: Int = .max
) -> [String] {
  let wanted = Array(name.lowercased())
  let ranked = candidates.enumerated().compactMap { index, candidate -> (Int, Int, String)? in
    let other = Array(candidate.lowercased())
    let contains = wanted.count >= 3 && candidate.lowercased().contains(name.lowercased())
    let distance = contains ? 1 : alignmentDistance(wanted, other)
    return distance <= min(most, max(2, max(wanted.count, other.count) / 3))
      ? (distance, index, candidate) : nil
  }
  return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(limit).map(\.2)
}

/// Advice for an unknown name: the nearest ones, or the whole list where it is short.
public func adviceForUnknown(_ name: String, among candidates: [String]) -> String {
  let near = nearestNames(to: name, among: candidates)
  if !near.isEmpty { return "did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?" }
  if candidates.isEmpty { return "nothing is defined here yet" }
  let shown = candidates.prefix(20).joined(separator: ", ")
  return "allowed: \(shown)" + (candidates.count > 20 ? " and \(candidates.count - 20) more" : "")
}

/// How many insertions, deletions, substitutions and transpositions of neighbours make one word of another
/// (optimal string alignment, Damerau 1964).
public func alignmentDistance(_ a: [Character], _ b: [Character]) -> Int {
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i] + [Int](repeating: 0, count: b.count)
    for j in 1...b.count {
      let substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      row[j] = min(last[j] + 1, row[j - 1] + 1, substitution)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        row[j] = min(row[j], beforeLast[j - 2] + 1)
      }
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
