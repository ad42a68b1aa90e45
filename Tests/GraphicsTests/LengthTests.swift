import Graphics
import Testing

@Test func lengthsAreReadWithTheirUnit() {
  #expect(Length.parse("9.4 pt") == 9.4)
  #expect(Length.parse("1in") == 72)
  #expect(abs((Length.parse("25.4 mm") ?? 0) - 72) < 1e-9)
  #expect(Length.parse("12") == nil)
  #expect(Length.parse("wide mm") == nil)
}

@Test func blackOnWhiteHasTheGreatestContrast() {
  #expect(abs(Color.black.contrast(with: .white) - 21) < 1e-9)
  #expect(Color(hex: "#0B4F6C")?.hex == "#0B4F6C")
}
