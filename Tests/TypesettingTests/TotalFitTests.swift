import Graphics
import TestSupport
import Testing

@testable import Typesetting

/// The breaker against its definition: of all ways to choose lines, none has fewer demerits.
@Suite struct TotalFitTests {
  let start = Break(kind: .start, end: 0, next: 0, nextPiece: 0)

  @Test func noOtherLinesHaveFewerDemerits() {
    var found = 0
    for seed in 0..<600 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let breaks = generatedBreaks(count: Int.random(in: 1...11, using: &generator), &generator)
      let demerits = generatedDemerits(&generator)
      let measures = generatedMeasures(&generator)
      let chosen = totalFit(from: start, breaks, measures, demerits)
      let best = exhaustive(breaks, measures, demerits)
      #expect((chosen == nil) == (best == nil), "seed \(seed)")
      guard let chosen, let best else { continue }
      found += 1
      let total = cost(of: chosen, breaks, measures, demerits)
      #expect(total.map { abs($0 - best) <= 1e-9 * max(1, best) } ?? false, "seed \(seed): \(chosen)")
    }
    #expect(found > 300)
  }

  @Test func linesAreFoundWhateverTheMeasure() {
    for seed in 0..<200 {
      var generator = SeededGenerator(seed: UInt64(1000 + seed))
      let breaks = generatedBreaks(count: 40, &generator)
      var demerits = generatedDemerits(&generator)
      demerits.tolerance = .infinity
      let width = Double.random(in: 1...300, using: &generator)
      let chosen = totalFit(from: start, breaks, Measures(width: width), demerits, mustSucceed: true)
      #expect(chosen?.last == breaks.count - 1)
      // Where a line is too wide, there was no break in it.
      var before = -1
      for index in chosen ?? [] {
        let from = before < 0 ? start : breaks[before]
        if demerits.fit(from: from, to: breaks[index], width: width) == nil { #expect(index == before + 1) }
        before = index
      }
    }
  }

  @Test func forcedBreaksAreAlwaysTaken() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<100 {
      var breaks = generatedBreaks(count: 12, &generator)
      breaks[5].kind = .forced
      breaks[5].hyphen = 0
      let demerits = Demerits(isJustified: true, rag: 40, tolerance: .infinity)
      let chosen = totalFit(from: start, breaks, Measures(width: 90), demerits, mustSucceed: true)
      #expect(chosen?.contains(5) == true)
    }
  }

  @Test func demeritsAreThoseOfTeX() {
    // 100 points of text, ten spaces of 3 pt that stretch by 1.5 and shrink by 1; measure 137.5: half stretched.
    var end = Break(kind: .space, end: 0, next: 0, nextPiece: 0)
    end.before = Extent(width: 130, stretch: 15, shrink: 10, flex: 0, spaces: 10)
    let demerits = Demerits(isJustified: true, rag: 40, tolerance: 200)
    let fit = demerits.fit(from: start, to: end, width: 137.5)
    #expect(fit?.badness == 12.5)
    #expect(fit?.fitness == .decent)
    // (10 + 12.5)²
    #expect(fit.map { demerits.demerits($0, from: start, to: end, after: .decent) } == 506.25)
    #expect(demerits.fit(from: start, to: end, width: 145)?.fitness == .loose)
    #expect(demerits.fit(from: start, to: end, width: 122)?.fitness == .tight)
    #expect(demerits.fit(from: start, to: end, width: 119.9) == nil)
    end.penalty = 50
    end.isFlagged = true
    var flagged = start
    flagged.isFlagged = true
    #expect(
      fit.map { demerits.demerits($0, from: flagged, to: end, after: .veryLoose) } == 506.25 + 2500 + 20000)
  }

  // MARK: - Generated paragraphs

  private func generatedBreaks(count: Int, _ generator: inout SeededGenerator) -> [Break] {
    var sum = Extent()
    var result: [Break] = []
    let flex = Double.random(in: 0...0.04, using: &generator)
    for index in 0..<count {
      let word = Double.random(in: 5...60, using: &generator)
      sum = sum + Extent(width: word, flex: word * flex)
      var next = Break(kind: .space, end: index + 1, next: index + 1, nextPiece: index + 1)
      next.before = sum
      if Bool.random(using: &generator) {
        sum = sum + Extent(width: 3, stretch: 1.5, shrink: 1, spaces: 1)
      } else {
        next.kind = .hyphen
        next.hyphen = 3
        next.penalty = 50
        next.isFlagged = true
        next.hangRight = 1.5
      }
      next.after = sum
      next.hangLeft = Int.random(in: 0..<4, using: &generator) == 0 ? 1 : 0
      if index == count - 1 {
        next = Break(kind: .end, end: index + 1, next: index + 1, nextPiece: index + 1, before: next.before)
      } else if Int.random(in: 0..<15, using: &generator) == 0 {
        next.kind = .forced
        next.hyphen = 0
      }
      result.append(next)
    }
    return result
  }

  private func generatedDemerits(_ generator: inout SeededGenerator) -> Demerits {
    var result = Demerits(
      isJustified: Int.random(in: 0..<3, using: &generator) > 0, rag: 40,
      tolerance: [100, 200, 1000, .infinity].randomElement(using: &generator) ?? 200)
    result.emergencyStretch = Bool.random(using: &generator) ? 0 : 12
    return result
  }

  private func generatedMeasures(_ generator: inout SeededGenerator) -> Measures {
    let first = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
      Measures.Measure(indent: 0, width: Double.random(in: 40...160, using: &generator))
    }
    return Measures(first: first, rest: .init(width: Double.random(in: 60...160, using: &generator)))
  }

  // MARK: - The definition

  /// The least demerits of all choices, each counted out.
  private func exhaustive(_ breaks: [Break], _ measures: Measures, _ demerits: Demerits) -> Double? {
    var best: Double?
    for choice in 0..<(1 << (breaks.count - 1)) {
      let chosen = breaks.indices.filter { $0 == breaks.count - 1 || choice >> $0 & 1 == 1 }
      if breaks.indices.contains(where: { breaks[$0].kind == .forced && !chosen.contains($0) }) { continue }
      guard let total = cost(of: chosen, breaks, measures, demerits) else { continue }
      best = min(best ?? total, total)
    }
    return best
  }

  private func cost(of chosen: [Int], _ breaks: [Break], _ measures: Measures, _ demerits: Demerits)
    -> Double?
  {
    var total = 0.0
    var from = start
    var fitness = Demerits.Fitness.decent
    for (line, index) in chosen.enumerated() {
      guard let fit = demerits.fit(from: from, to: breaks[index], width: measures[line].width) else {
        return nil
      }
      total += demerits.demerits(fit, from: from, to: breaks[index], after: fitness)
      fitness = fit.fitness
      from = breaks[index]
    }
    return total
  }
}
