import Foundation
import Testing

@testable import MapGrammar

@Test(arguments: [
  ((3.0, 45.0), [50.0, 10, 2]), ((1, 8), [8, 1]), ((400, 500), [500, 200]), ((700, 900), [1000, 500]),
  ((3, 21), [25, 5, 2]), ((0.6, 1.3), [1.5, 0.5]), ((5, 5), [5, 2]), ((0.001, 1200), [1200, 100, 10]),
])
func theLegendOfCirclesSpansTheirValues(_ values: (Double, Double), _ sizes: [Double]) {
  let found = legendSizes(from: values.0, to: values.1)
  #expect(found.map { NSDecimalNumber(decimal: $0).doubleValue } == sizes)
}

@Test func theLegendsGreatestCircleIsNotBelowTheGreatestValueAndLittleAboveIt() throws {
  for step in 1...900 {
    let most = pow(10, Double(step) / 100 - 4)
    let sizes = legendSizes(from: most / 20, to: most).map { NSDecimalNumber(decimal: $0).doubleValue }
    let (greatest, least) = (try #require(sizes.first), try #require(sizes.last))
    #expect(greatest >= most * (1 - 1e-6) && greatest <= most * 1.334, "\(most): \(sizes)")
    #expect(least <= most / 20 * (1 + 1e-6) && sizes == sizes.sorted(by: >), "\(most): \(sizes)")
  }
}
