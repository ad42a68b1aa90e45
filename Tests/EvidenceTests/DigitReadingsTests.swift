import Foundation
import Testing

@testable import Evidence

@Test func digitsAreReadHoweverALanguageGroupsThem() {
  #expect(digitReadings(in: "6.500 millones").contains(6500))
  #expect(digitReadings(in: "8,3 Millionen Tonnen").contains(Decimal(string: "8.3") ?? 0))
  #expect(digitReadings(in: "5.308 km, 26 años").isSuperset(of: [5308, 26]))
  #expect(digitReadings(in: "1.234.567,8").contains(Decimal(string: "1234567.8") ?? 0))
  #expect(digitReadings(in: "10 000 грантов в 2018").isSuperset(of: [10000, 2018]))
  #expect(!digitReadings(in: "von 144 auf 150").contains(144150))
  #expect(digitReadings(in: "keine Zahl").isEmpty)
}
