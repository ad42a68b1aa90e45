import Diagnostics
import Testing

@Test(arguments: [("2.5", 2.5), ("-41.31", -41.31), ("+3", 3), ("0", 0), (".5", 0.5), ("5.", 5), ("007", 7)])
func aNumberIsReadAsPeopleWriteIt(text: String, value: Double) {
  #expect(Double(plain: text) == value)
}

@Test(arguments: [
  "0x10", "1e3", "inf", "nan", "-inf", "infinity", "", "-", ".", "1.2.3", "1,5", " 1", "1 ", "--1", "٣",
  "0x1p4", "1_000",
  String(repeating: "9", count: 41),
])
func whatNobodyMeansAsANumberIsNone(text: String) {
  #expect(Double(plain: text) == nil)
}
