import Diagnostics
import TestSupport
import Testing

/// A text of pieces of others, cut and joined anywhere: rules look some words ahead and back, over the ends of clauses,
/// sentences and texts.
private func spliced(_ texts: [String], using generator: inout SeededGenerator) -> String {
  let joints = [" ", " ", " ", ", ", "; ", ". ", " – ", " (", ") ", " but ", " and "]
  return (0..<Int.random(in: 1...5, using: &generator)).map { _ in
    let words = (texts.randomElement(using: &generator) ?? "").split(separator: " ")
    let start = words.isEmpty ? 0 : Int.random(in: 0..<words.count, using: &generator)
    return words[start...].prefix(Int.random(in: 1...9, using: &generator)).joined(separator: " ")
      + (joints.randomElement(using: &generator) ?? "")
  }.joined()
}

@Test func sentencesCutAndJoinedAnywhereAreJudgedWithoutEndingTheProgram() throws {
  var generator = SeededGenerator(seed: 11)
  let cases = SentenceCase.all(in: everySentence)
  let texts = cases.map(\.text)
  for _ in 0..<5000 {
    guard var sentence = cases.randomElement(using: &generator) else { continue }
    sentence.text = spliced(texts, using: &generator)
    for found in try sentence.diagnostics() { #expect(!found.message.isEmpty && found.location != nil) }
  }
}

@Test(arguments: [
  harbourClaims, laterClaims, latestClaims, proseClaims, thirdClaims, fourthClaims, fifthClaims, sixthClaims,
  seventhClaims,
])
func claimsCutAndJoinedAnywhereAreJudgedWithoutEndingTheProgram(list: ClaimList) throws {
  var generator = SeededGenerator(seed: 12)
  let cases = ListedClaim.all(in: list)
  let texts = cases.map(\.text)
  for _ in 0..<250 {
    guard var claim = cases.randomElement(using: &generator) else { continue }
    claim.text = spliced(texts, using: &generator)
    for found in try claim.doubts() { #expect(!found.message.isEmpty && found.location != nil) }
  }
}
