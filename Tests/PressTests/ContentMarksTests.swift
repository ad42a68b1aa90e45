import Diagnostics
import Testing

@testable import Press

private func named(_ content: String, _ names: [String]) throws -> String {
  String(decoding: try nameMarks(in: Array(content.utf8), names), as: UTF8.self)
}

@Test func marksGetTheirNamesAndTheRestBecomesAnArtifact() throws {
  let content = """
    1 0 0 -1 0 842 cm
    q 0 0 10 10 re f
    /Span << /MCID 0 >> BDC
    BT /f 1 Tf (one) Tj ET
    EMC
    BT (two) Tj ET
    3 4 m 5 6 l S
    /Span << /MCID 1 >> BDC
    7 8 m 9 9 l S
    EMC Q
    """
  #expect(
    try named(content, ["P", "Figure"]) == """
      1 0 0 -1 0 842 cm
      q /Artifact BMC
      0 0 10 10 re f

      EMC
      /P <</MCID 0>> BDC
      BT /f 1 Tf (one) Tj ET
      EMC
      /Artifact BMC
      BT (two) Tj ET
      3 4 m 5 6 l S

      EMC
      /Figure <</MCID 1>> BDC
      7 8 m 9 9 l S
      EMC Q
      """)
}

@Test(arguments: [
  "(BT \\) (nested) EMC) Tj", "<AbFm> Tj", "[(BDC)-20<EE>]TJ", "% EMC in a comment\n(x) Tj", "/m /BDC gs",
])
func whatLooksLikeAnOperatorInsideOperandsIsNone(operands: String) throws {
  let mark = "/Span << /MCID 0 >> BDC\nBT \(operands) ET\nEMC"
  #expect(try named(mark, ["P"]) == "/P <</MCID 0>> BDC\nBT \(operands) ET\nEMC")
}

@Test func spansInsideMarksStay() throws {
  let content = "/Span << /MCID 0 >> BDC\nBT /Span << /ActualText <FEFF0041> >> BDC (x) Tj EMC ET EMC"
  #expect(
    try named(content, ["P"])
      == "/P <</MCID 0>> BDC\nBT /Span << /ActualText <FEFF0041> >> BDC (x) Tj EMC ET EMC")
}

@Test(arguments: [
  ("", ["P"]), ("/Span <</MCID 0>> BDC EMC", []), ("/Span <</MCID 1>> BDC EMC", ["P"]),
  ("/Span <</MCID 0>> BDC", ["P"]), ("/Span <</MCID 0>> BDC /Span <</MCID 1>> BDC EMC EMC", ["P", "P"]),
  ("BT /Span <</MCID 0>> BDC EMC ET", ["P"]),
])
func marksOtherThanThoseOfTheStructureAreAnError(content: String, names: [String]) {
  let error = #expect(throws: DiagnosticError.self) { try named(content, names) }
  #expect(error?.diagnostics.first?.message.hasPrefix("the marks in a page's content are not those") == true)
}
