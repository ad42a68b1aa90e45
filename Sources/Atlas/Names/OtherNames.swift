import Diagnostics

extension Atlas {
  /// What else a town is or was called, best known first: "Leningrad", "Petrograd".
  ///
  /// The index has names folded to small Latin letters without spaces, so marks are lost, and spellings of one name in
  /// many languages stand beside each other; one of each is told. It has no names by town, so all of it is read: 0.1 to
  /// 0.2 s.
  public func otherNames(of place: Place) throws(DiagnosticError) -> [String] {
    let key = placeKey(place.name)
    let keys = try read { db -> [String] in
      let index = try NameIndex(db)
      guard let number = try index.meanings(of: key).towns.first(where: { try index.town($0).place == place })
      else { return [] }
      let sql = "SELECT term FROM place_instances WHERE doc = ? ORDER BY term"
      return try db.all(sql, [.integer(number)]) { try $0.text(0) }
    }
    return distinctNames(among: keys, besides: key).map { $0.prefix(1).uppercased() + $0.dropFirst() }
  }
}

/// Of each group of spellings the middle one; the largest group, which most languages have, first, and of single ones those
/// that are least like the own name. Spellings of the own name are left out.
func distinctNames(among keys: [String], besides own: String) -> [String] {
  let latin = keys.filter {
    $0.utf8.allSatisfy { $0 < 0x80 } && $0.utf8.count > 3 && !isSpelling($0, of: own)
  }
  var groups: [[String]] = []
  for key in latin {
    let near = groups.indices.filter { groups[$0].contains { isSpelling(key, of: $0) } }
    let joined = near.flatMap { groups[$0] } + [key]
    for index in near.reversed() { groups.remove(at: index) }
    groups.append(joined)
  }
  func strangeness(_ key: String) -> Double {
    Double(distance(key, own, within: 30) ?? 30) / Double(max(key.utf8.count, own.utf8.count))
  }
  return groups.map { (name: middle($0), count: $0.count) }.sorted { a, b in
    if a.count != b.count { return a.count > b.count }
    return (-strangeness(a.name), a.name) < (-strangeness(b.name), b.name)
  }.map(\.name)
}

/// The spelling that is nearest to all others.
private func middle(_ group: [String]) -> String {
  func distances(_ key: String) -> Int {
    group.reduce(0) { $0 + (distance(key, $1, within: 30) ?? 30) }
  }
  return group.min { (distances($0), $0) < (distances($1), $1) } ?? group[0]
}

/// Whether two keys are spellings of one name: every third letter of the shorter one differs at most from the other one or
/// from a part of it ("petersburg" of "sanktpeterburg").
private func isSpelling(_ key: String, of other: String) -> Bool {
  let (short, long) = key.utf8.count < other.utf8.count ? (key, Array(other.utf8)) : (other, Array(key.utf8))
  let limit = max(1, (short.utf8.count + 1) / 3)
  if distance(key, other, within: limit) != nil { return true }
  if short.utf8.count < 5 { return false }
  var part = AlignmentDistance(to: Array(short.utf8), within: limit - 1)
  return (0...(long.count - short.utf8.count)).contains { start in
    long[start..<start + short.utf8.count].withUnsafeBytes { part.from($0) } != nil
  }
}

private func distance(_ key: String, _ other: String, within limit: Int) -> Int? {
  var distance = AlignmentDistance(to: Array(other.utf8), within: limit)
  return Array(key.utf8).withUnsafeBytes { distance.from($0) }
}
