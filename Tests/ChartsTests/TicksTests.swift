import ChartGrammar
import Foundation
import Testing

@testable import Charts

/// The first is the example of the R package "labeling" by the paper's first author; the others were computed with
/// his public-domain Python implementation, run as it is.
@Test(
  arguments: [
    (8.1, 14.1, 4.0, ["8", "10", "12", "14"]),
    (0, 5, 5, ["0", "1", "2", "3", "4", "5"]),
    (0, 3.2, 4, ["0", "1", "2", "3"]),
    (0, 97, 5, ["0", "25", "50", "75", "100"]),
    (0, 300, 4, ["0", "100", "200", "300"]),
    (0, 0.0004, 4, ["0", "0.0001", "0.0002", "0.0003", "0.0004"]),
    (-27.3, 55.4, 5, ["-20", "0", "20", "40", "60"]),
    (25.1, 31.6, 7, ["25", "26", "27", "28", "29", "30", "31", "32"]),
    (0, 1_234_567, 5, ["0", "300000", "600000", "900000", "1200000"]),
    (-3.4, 0, 4, ["-3", "-2", "-1", "0"]),
    (0, 1, 3, ["0", "0.5", "1"]),
    (0, 8.6, 3, ["0", "4", "8"]),
    (0, 62, 3, ["0", "30", "60"]),
    (-12, 30, 4, ["-10", "0", "10", "20", "30"]),
    (0, 10_000, 4, ["0", "5000", "10000"]),
    (0, 2.5, 2, ["0", "2.5"]),
    (0, 41, 4, ["0", "10", "20", "30", "40"]),
  ] as [(Double, Double, Double, [String])])
func ticksAreThoseOfTheAuthors(_ low: Double, _ high: Double, _ wanted: Double, _ expected: [String]) {
  #expect(Ticks.best(from: low, to: high, wanted: wanted).values.map(\.description) == expected)
}

@Test func ticksOfNothingAreZero() {
  #expect(Ticks.best(from: 0, to: 0, wanted: 4).values == [0])
}

@Test func ticksAreEvenAndExact() {
  var numbers = Numbers(state: 7)
  for _ in 0..<300 {
    let low = -Double(numbers.next(0...900)) * pow(10, Double(numbers.next(-6...9)))
    let high = Double(numbers.next(1...900)) * pow(10, Double(numbers.next(-6...9)))
    let ticks = Ticks.best(from: low, to: high, wanted: Double(numbers.next(2...6)))
    #expect(ticks.values.count >= 2)
    for (a, b) in zip(ticks.values, ticks.values.dropFirst()) { #expect(b - a == ticks.step) }
  }
}
