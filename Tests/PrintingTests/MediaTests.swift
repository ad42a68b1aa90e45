import Graphics
import Testing

@testable import Printing

@Test func paperIsFoundByThePagesSizeLyingOrStanding() {
  let a4 = Size(Length.mm(210), Length.mm(297))
  #expect(Media.of(a4).name == "iso_a4_210x297mm")
  #expect(Media.of(Size(a4.height, a4.width)).name == "iso_a4_210x297mm")
  #expect(Media.of(Size(612, 792)).name == "na_letter_8.5x11in")
  #expect(Media.of(Size(Length.mm(420), Length.mm(297))).shortName == "a3")
  #expect(Media.of(Size(Length.mm(320), Length.mm(450))).name == "iso_sra3_320x450mm")
  #expect(Media.of(Size(792, 1224)).name == "na_ledger_11x17in")
  #expect(Media.of(Size(612, 1008)).name == "na_legal_8.5x14in")
}

@Test func aPrintersOwnNameForAPaperIsUsed() {
  let known = ["om_small-photo_100x150mm", "na_index-4x6_4x6in", "jis_b5_182x257mm"].map(Media.init)
  #expect(Media.of(Size(Length.mm(182), Length.mm(257)), among: known).name == "jis_b5_182x257mm")
}

@Test func paperOfNoNameIsAskedForByItsSizeWithinThePrintersLimits() {
  let limits = ["custom_min_76.2x127mm", "custom_max_216x356mm"].map(Media.init)
  let odd = Media.of(Size(Length.mm(180), Length.mm(240)), among: limits)
  #expect(odd.name == "custom_bayan_180x240mm")
  #expect(odd.isAmong(limits))
  #expect(!Media.of(Size(Length.mm(180), Length.mm(400)), among: limits).isAmong(limits))
}

@Test(arguments: [
  ("1-3,5", [0, 1, 2, 4]), ("5, 1–2", [0, 1, 4]), ("4-", [3, 4, 5]), ("-2", [0, 1]), ("2,2,1-2", [0, 1]),
])
func pagesAreChosenByTheirNumbers(text: String, expected: [Int]) throws {
  let ranges = try #require(PageRanges(text))
  #expect(try ranges.indices(of: 6, in: "report") == expected)
}

@Test(arguments: ["", "0", "3-1", "a", "1-2-3", "-", "1,,2", "1.5"])
func whatIsNoListOfPagesIsRefused(text: String) {
  #expect(PageRanges(text) == nil)
}

@Test func pagesBeyondTheLastAreNamed() throws {
  let ranges = try #require(PageRanges("2-9"))
  #expect { try ranges.indices(of: 6, in: "report") } throws: { "\($0)".contains("report has no page 9") }
}

@Test func addressesAreReadAsPeopleWriteThem() throws {
  #expect(try PrinterAddress("office") == .queue("office"))
  #expect(
    try PrinterAddress("ipp://printer.local")
      == .network(host: "printer.local", port: 631, path: "/ipp/print", isEncrypted: false))
  #expect(
    try PrinterAddress("IPPS://[::1]:8631/printers/a")
      == .network(host: "::1", port: 8631, path: "/printers/a", isEncrypted: true))
  #expect(try PrinterAddress("ipps://[::1]:8631/x").uri == "ipps://[::1]:8631/x")
}

@Test(arguments: ["socket://host:9100", "http://host/ipp/print", "ipp://", "ipp://host:99999/"])
func otherWaysOfPrintingAreRefusedWithAdvice(text: String) {
  #expect { try PrinterAddress(text) } throws: { "\($0)".contains("ipp://host") }
}
