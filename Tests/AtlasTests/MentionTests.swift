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
}
