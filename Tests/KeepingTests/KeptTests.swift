import Keeping
import Testing

@Suite("What is kept")
struct KeptTests {
  @Test func whatWasMadeIsTakenAgain() {
    var kept = Kept<String, Int>()
    #expect(kept.take("a") == nil)
    kept.keep(1, for: "a")
    #expect(kept.take("a") == 1)
    #expect(kept.tally == Tally(made: 1, taken: 1))
  }

  @Test func whatARoundDidNotAskForIsForgottenAfterTheNext() {
    var kept = Kept<String, Int>()
    kept.keep(1, for: "asked for")
    kept.keep(2, for: "left")
    kept.turn()
    #expect(kept.take("asked for") == 1)
    kept.turn()
    #expect(kept.take("asked for") == 1)
    #expect(kept.take("left") == nil)
    #expect(kept.tally == Tally(made: 0, taken: 1))
  }

  @Test func manyRoundsTakeNoMoreThanTwo() {
    var kept = Kept<Int, Int>()
    for round in 0..<100 {
      for value in 0..<10 where kept.take(round * 5 + value) == nil {
        kept.keep(value, for: round * 5 + value)
      }
      #expect(kept.count <= 20)
      kept.turn()
    }
  }
}
