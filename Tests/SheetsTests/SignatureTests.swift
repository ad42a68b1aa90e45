import Testing

@testable import Sheets

@Test func aSheetOfFourPagesHoldsTheLastAndTheFirstOnItsFront() {
  let sides = signatureSides(pages: 4, sheetsPerSignature: nil)
  #expect(sides.map(\.first) == [3, 1])
  #expect(sides.map(\.second) == [0, 2])
}
