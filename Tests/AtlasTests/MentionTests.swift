import Foundation
import Testing

@testable import Atlas

struct MentionTests {
  let atlas: Atlas

  init() throws { atlas = try shippedAtlas() }

  @Test func nearlyAllNamesInSentencesAreUnderstood() throws {
    let samples = try MentionSample.all()
    #expect(samples.count >= 300)
    for isHeldOut in [false, true] {
      let part = samples.filter { $0.isHeldOut == isHeldOut }
      var wrong = 0
      for sample in part {
        let found = try atlas.mentions(in: [sample.sentence], hints: sample.hints)
        if let mistake = try sample.mistake(in: found, atlas: atlas) {
          wrong += 1
          print(
            "\(sample.mention) is \(sample.kind) \(sample.name) \(sample.country), not \(mistake): \(sample.sentence)"
          )
        }
      }
      let share = Double(part.count - wrong) / Double(part.count)
      print("\(isHeldOut ? "held out" : "tuned"): \(part.count - wrong) of \(part.count) right, \(share)")
      #expect(share >= 0.95)
    }
  }

  @Test func theShippedTranscriptIsReadInMilliseconds() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("seeds/kazakh-uzbek/transcript.txt")
    let paragraphs = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n\n")
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
