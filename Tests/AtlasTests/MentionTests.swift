import Foundation
import TestSupport
import Testing

@testable import Atlas

struct MentionTests {
  let atlas: Atlas

  init() throws { atlas = try shippedAtlas() }

  /// Written before the finder first ran; every third is held out: the finder was not changed for its sake.
  @Test(arguments: ["tuned", "held-out"])
  func nearlyAllNamesInSentencesAreUnderstood(set: String) throws {
    let samples = try MentionSample.all(in: "place-mentions").filter { $0.set == set }
    #expect(samples.count >= 140)
    try check(samples, of: "place-mentions \(set)", isComplete: false)
  }

  /// Lists whose sentences have all of their names marked: whatever else is found in them is wrong.
  @Test(arguments: [("interview-mentions", 500), ("journey-mentions", 166), ("passage-mentions", 780)])
  func nearlyAllNamesOfInterviewsAreUnderstood(list: String, count: Int) throws {
    let samples = try MentionSample.all(in: list)
    #expect(samples.count >= count)
    try check(samples, of: list, isComplete: true)
  }

  /// Nearly all names are understood, and the mistakes are those of Expected/known-mistakes.txt: a new one fails, and so
  /// does one that is none any more, so that the list only becomes shorter.
  private func check(_ samples: [MentionSample], of list: String, isComplete: Bool) throws {
    let mistakes = try mistakes(in: samples, isComplete: isComplete)
    let found = Set(mistakes.map { "\(list): \($0)" })
    let known = try contents("Tests/AtlasTests/Expected/known-mistakes.txt").split(separator: "\n").map(
      String.init
    )
    .filter { $0.hasPrefix("\(list): ") }
    for new in found.subtracting(known).sorted() { Issue.record("a new mistake: \(new)") }
    for mended in Set(known).subtracting(found).sorted() {
      Issue.record("right now; delete it from known-mistakes.txt: \(mended)")
    }
    #expect(known == known.sorted() && Set(known).count == known.count)
    #expect(Double(mistakes.count) / Double(samples.count) <= 0.03)
  }

  /// Names that are misunderstood, a line each.
  private func mistakes(in samples: [MentionSample], isComplete: Bool) throws -> [String] {
    var mistakes: [String] = []
    for (sentence, marked) in Dictionary(grouping: samples, by: \.sentence) {
      let found = try atlas.mentions(in: [sentence], hints: marked[0].hints)
      func add(_ mistake: String) {
        mistakes.append("\(mistake): \(sentence.replacing("\n", with: "\\n"))")
      }
      for sample in marked {
        guard let mistake = try sample.mistake(in: found, atlas: atlas) else { continue }
        add("\(sample.mention) is \(sample.kind) \(sample.name) \(sample.country), not \(mistake)")
      }
      let ranges = marked.compactMap(\.range)
      for stray in found where isComplete && !ranges.contains(where: { $0.overlaps(stray.range) }) {
        add("\(stray.written) is none, not \(stray.kind) \(stray.place.name) \(stray.place.country)")
      }
    }
    return mistakes
  }

  @Test func theShippedTranscriptIsReadInMilliseconds() throws {
    let paragraphs = try contents("seeds/kazakh-uzbek/transcript.txt").components(separatedBy: "\n\n")
    var least = Double.infinity
    for _ in 0..<5 {
      let start = threadSeconds()
      #expect(try atlas.mentions(in: paragraphs, hints: PlaceHints(countries: ["KZ", "UZ"])).count > 30)
      least = min(least, threadSeconds() - start)
    }
    print("the shipped transcript: \(least * 1000) ms")
    // Built without optimisation; at most 20 ms with it.
    #expect(least < 0.2)
  }
}

/// Time that this thread has worked: others' work does not count.
private func threadSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
