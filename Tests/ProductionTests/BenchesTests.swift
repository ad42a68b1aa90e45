import TestSupport
import Testing
import Typesetting

@testable import Production

@Suite("Benches that no job works at")
struct BenchesTests {
  private let tools = Bench.Tools(
    families: ["Inter"], places: [:], fallbacks: [], brought: BroughtFonts(), versions: [])

  private func bench(thatSet documents: [String]) throws -> Bench {
    let bench = try Bench(
      tools, configuration: projectPath("Fonts/fonts.conf"), dictionaries: HyphenationDictionaries())
    for document in documents { _ = bench.memory(of: document) }
    return bench
  }

  @Test func aJobGetsTheBenchAtWhichItsLayoutWasSetBefore() throws {
    for order in [["report", "slides"], ["slides", "report\nappendix"]] {
      var benches = Benches()
      for document in order { benches.layBack(try bench(thatSet: [document])) }
      for layout in ["slides", "report"] {
        let taken = benches.take(tools, for: [layout])
        #expect(taken?.hasSet([layout]) == true)
      }
      let none = benches.take(tools, for: ["report"])
      #expect(none === nil)
    }
  }

  @Test func aNewLayoutGetsABenchAtWhichNothingWasSetOrTheOneUsedLeast() throws {
    var benches = Benches()
    for document in ["first", "second", "third"] { benches.layBack(try bench(thatSet: [document])) }
    benches.add(try bench(thatSet: []))
    let (one, other) = (benches.take(tools, for: ["new"]), benches.take(tools, for: ["new"]))
    #expect(one?.isFresh == true)
    #expect(other?.hasSet(["first"]) == true)
  }

  @Test func onlyBenchesThatAreMissingAreOpened() throws {
    var benches = Benches()
    let other = Bench.Tools(
      families: ["Charis SIL"], places: [:], fallbacks: [], brought: BroughtFonts(), versions: [])
    #expect(benches.missing(among: [tools, tools]).count == 2)
    benches.add(try bench(thatSet: []))
    #expect(benches.missing(among: [tools, tools]) == [tools])
    #expect(benches.missing(among: [other, tools]) == [other])
  }
}
