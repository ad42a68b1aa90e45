/// What names of one enumeration say of each other.
extension PlaceFinder {
  /// Notes which names stand in one enumeration: "A, B and C", "A-B".
  mutating func connect(_ spans: [PlaceSpan], words: [TextWord], positions: [Int?]) {
    for number in spans.indices.dropFirst().reversed() {
      guard let first = positions[number - 1], let second = positions[number] else { continue }
      let (end, start) = (spans[number - 1].words.upperBound, spans[number].words.lowerBound)
      guard words[end - 1].sentence == words[start].sentence else { continue }
      let isNext = start == end && [.comma, .hyphen].contains(words[start].gap)
      let isJoined = start == end + 1 && Self.joining.contains(words[end].lower)
      if isNext || isJoined {
        found[first].listed.append(second)
        found[second].listed.append(first)
        joinRegions(first, second)
        joinRegions(second, first)
        if found[second].evidence.isOneOfRegions, found[first].evidence.verdict == .open {
          found[first].evidence.verdict = .region
          found[first].evidence.isOneOfRegions = true
        }
      }
    }
    for number in spans.indices.dropFirst() {
      guard let first = positions[number - 1], let second = positions[number] else { continue }
      let between = words[spans[number - 1].words.upperBound..<spans[number].words.lowerBound].map(\.lower)
      if Self.lying.contains(between) { joinTownToRegion(first, second) }
    }
    for number in spans.indices.dropFirst() {
      guard let first = positions[number - 1], let second = positions[number],
        found[second].listed.contains(first),
        found[first].evidence.isLocated, !found[second].evidence.isLocated
      else { continue }
      // "In Hull, Reading and Bath": the preposition is said of all.
      found[second].evidence.isLocated = true
      found[second].evidence.score += 4
    }
  }

  /// Beside a region without a town of its name, the much larger region of a name is meant and not its town: "Quebec and
  /// Ontario".
  private mutating func joinRegions(_ one: Int, _ other: Int) {
    guard found[one].evidence.verdict == .open,
      found[other].candidates.max(by: { $0.weight < $1.weight })?.isRegion == true
    else { return }
    let countries = found[other].candidates.map(\.place.country)
    let own = found[one].candidates.filter { countries.contains($0.place.country) }
    guard let region = own.filter(\.isRegion).map(\.place.population).max() else { return }
    let towns = own.filter { !$0.isRegion }.map(\.place.population).max() ?? 0
    if region >= 5 * towns { found[one].evidence.verdict = .region }
  }

  /// "Melbourne is in Victoria": the region that the town lies in is meant, where there is one of the name.
  private mutating func joinTownToRegion(_ town: Int, _ region: Int) {
    guard found[region].evidence.verdict == .open, !found[region].evidence.isTown,
      found[town].span.key != found[region].span.key
    else { return }
    let towns = found[town].candidates.filter { !$0.isRegion }.map(\.division)
    let regions = found[region].candidates.filter(\.isRegion).map(\.division)
    let common = regions.filter { $0 != 0 && towns.contains($0) }
    if common.isEmpty { return }
    found[region].evidence.verdict = .region
    found[town].evidence.divisions.formUnion(common)
    found[town].context.beside.divisions.formUnion(common)
  }

  private static let lying: Set<[String]> = [
    ["in"], ["is", "in"], ["was", "in"], ["are", "in"], ["lies", "in"], ["lie", "in"],
    ["is", "a", "town", "in"],
    ["is", "a", "city", "in"],
  ]

  private static let joining: Set<String> = [
    "and", "or", "und", "et", "y", "e", "и", "или", "және", "va", "or", "nor", "to",
  ]
}
