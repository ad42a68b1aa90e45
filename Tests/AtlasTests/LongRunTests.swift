import Testing

@testable import Atlas

/// A run of capitals read word by word from its first on, as the rule says it.
private func house(from first: Int, _ words: [TextWord]) -> Int? {
  var position = first
  while position < words.count, words[position].isCapital,
    position == first || words[position].gap == .space || words[position].gap == .hyphen
  {
    if houseWords.contains(words[position].lower) { return position }
    position += 1
  }
  return nil
}

@Test func theHouseOfEachNameInARunIsTheNextOne() {
  let parts = ["Paris", "London", "Station", "Hall", "the", "of", "Minor", "Hotel"]
  let gaps = [" ", " ", " ", "-", ", ", ". "]
  for seed in 0..<40 {
    var state = UInt64(seed &* 2_654_435_761 &+ 1)
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    let text = (0..<60).map { _ in parts[next(parts.count)] + gaps[next(gaps.count)] }.joined()
    let words = words(of: Array(text.unicodeScalars))
    let houses = EvidenceReader.houses(words, [], words.map { _ in nil })
    #expect(houses == words.indices.map { house(from: $0, words) })
    #expect(houses.contains { $0 != nil })
  }
}
