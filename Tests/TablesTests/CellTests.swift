import Diagnostics
import TestSupport
import Testing

@testable import Tables

private let columns = Table.Columns(["id", "label", "value"], head: "id", numbers: ["value"])

/// The value of a row "x" as read, and what is said of it.
private func value(_ cell: String, in workbook: Workbook = Workbook()) -> (text: String?, messages: [String])
{
  var workbook = workbook
  workbook.rows =
    #"<row r="1"><c r="A1" t="str"><v>id</v></c><c r="B1" t="str"><v>label</v></c><c r="C1" t="str"><v>value</v></c></row>"#
    + #"<row r="2"><c r="A2" t="str"><v>x</v></c>\#(cell)</row>"#
  var text: String?
  let found = messages {
    let table = try Table.read(workbook.bytes(), file: "t.xlsx", columns: columns)
    text = table.rows.first.map { cell.contains("B2") ? $0[1].text : $0[2].text }
    if !table.warnings.isEmpty { throw DiagnosticError(table.warnings) }
  }
  return (text, found)
}

@Test(arguments: [
  ("Thing_x000D_\nof f", "Thing\nof f"), ("a_x000d_b", "a\nb"), ("_x005F_x000D_", "_x000D_"),
  ("_x0041_", "A"),
  ("_xD83D__xDE00_", "😀"), ("_x00", "_x00"), ("_x00G0_", "_x00G0_"), ("a_b_x", "a_b_x"),
  ("_x0020_", "_x0020_ kept"),
])
func escapedCharactersOfATextAreRead(stored: String, expected: String) {
  let isSpace = expected.hasSuffix("kept")
  let text = isSpace ? stored + "kept" : stored
  let inline = value(#"<c r="B2" t="inlineStr"><is><t>\#(text)</t></is></c>"#)
  #expect(inline.text == (isSpace ? " kept" : expected))
  #expect(
    value(#"<c r="B2" t="s"><v>0</v></c>"#, in: Workbook(strings: ["<t>\(text)</t>"])).text == inline.text)
  #expect(value(#"<c r="B2" t="str"><f>A1</f><v>\#(text)</v></c>"#).text == inline.text)
}

@Test func aControlCharacterIsAnErrorInItsCell() {
  let found = value(#"<c r="B2" t="inlineStr"><is><t>a_x0007_</t></is></c>"#).messages
  #expect(
    found == [
      "t.xlsx#Data:B2: error: a control character (U+0007) stands in this text\n  → remove it, or type the text anew"
    ])
  let text = messages { _ = try Table.read("id,value\nx,\u{1B}[31m\n", file: "t.csv") }
  #expect(text.first?.hasPrefix("t.csv:2:3: error: a control character (U+001B)") == true)
}

private func rich(_ runs: String, _ place: String) -> String {
  #"<c r="\#(place)" t="inlineStr"><is>\#(runs)</is></c>"#
}

@Test func raisedDigitsStayRaised() {
  let note = #"<r><t>12</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>"#
  #expect(value(rich(note, "C2")).text == "12¹")
  #expect(value(#"<c r="C2" t="s"><v>0</v></c>"#, in: Workbook(strings: [note])).text == "12¹")
  let area = #"<r><t>km</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r>"#
  #expect(value(rich(area, "B2")).text == "km²")
  let gas =
    #"<r><t>CO</t></r><r><rPr><vertAlign val="subscript"/></rPr><t>2</t></r><r><rPr><vertAlign val="baseline"/></rPr><t> 3</t></r>"#
  #expect(value(rich(gas, "B2")).text == "CO₂ 3")
}

@Test func struckOutDigitsAreAnErrorAndStruckOutWordsAreLeftOut() {
  let runs = #"<r><rPr><strike/></rPr><t>14</t></r><r><rPr><strike val="0"/></rPr><t>12</t></r>"#
  #expect(
    value(rich(runs, "C2")).messages == [
      "t.xlsx#Data:C2: error: a part of this cell is struck out: '14'\n  → leave only the number that counts in it"
    ])
  let label = value(rich(runs, "B2"))
  #expect(label.text == "12")
  #expect(
    label.messages == [
      "t.xlsx#Data:B2: warning: struck-out text in this cell is left out: '14'\n  → remove it, or the strike through it"
    ])
}

@Test func aNumberStruckOutByItsCellsStyleIsAnError() throws {
  var parts = Workbook(
    rows:
      #"<row r="1"><c t="str"><v>id</v></c><c t="str"><v>value</v></c></row><row r="2"><c t="str"><v>x</v></c><c s="1"><v>12</v></c></row>"#,
    formats: ["0"]
  ).parts
  parts = parts.map {
    (
      $0.name,
      $0.text.replacing("<cellXfs>", with: "<fonts><font/><font><strike/></font></fonts><cellXfs>")
        .replacing(#"numFmtId="170" fontId="0""#, with: #"numFmtId="170" fontId="1""#)
    )
  }
  let bytes = try ZipArchive.packed(parts)
  #expect(
    messages { _ = try Table.read(bytes, file: "t.xlsx", columns: columns) } == [
      "t.xlsx#Data:B2: error: this cell is struck out: '12'\n  → remove its row where it no longer counts, or the strike through it"
    ])
}

@Test(arguments: [
  ("#,##0,", "2500000", "2500"), ("0.0,,&quot;M&quot;", "2500000", "2.5M"), ("#,##0,,", "2500000", "2.5"),
  ("[&gt;=1000000]0.0,,\\M;[&gt;=1000]0.0,\\K;0", "2500", "2.5K"), ("0&quot;000&quot;", "25", "25000"),
  ("&quot;n/a&quot;", "5", "n/a"), ("0;-0;&quot;none&quot;", "0", "none"), ("0%%", "0.4", "4000%%"),
  ("$#,##0.0,,", "2500000", "$2.5"), ("0.0,%", "5", "0.5%"),
  ("0;0", "-7", "7"), ("&quot;-&quot;0", "7", "-7"), ("(0)", "7", "(7)"), ("0%;0%", "-0.07", "7%"),
  ("0-", "7", "7-"), ("$0;$0;0", "-7", "$7"), ("−0", "7", "−7"), ("(0%)", "0.07", "(7%)"),
  ("#,##0.0&quot; m&quot;;#,##0.0&quot; m&quot;", "-7", "7 m"),
])
func aNumberThatIsShownAsAnotherIsAnError(code: String, stored: String, shown: String) {
  let found = value(#"<c r="C2" s="1"><v>\#(stored)</v></c>"#, in: Workbook(formats: [code])).messages
  #expect(found.first?.hasPrefix("t.xlsx#Data:C2: error: this cell shows '\(shown)', but holds ") == true)
}

@Test func aNumberThatIsNotShownIsAnError() {
  for code in [";;;", "0;0;;@"] {
    let found = value(#"<c r="C2" s="1"><v>0</v></c>"#, in: Workbook(formats: [code])).messages
    #expect(found.first?.hasPrefix("t.xlsx#Data:C2: error: this cell shows nothing, but holds 0") == true)
  }
}

@Test func aDashForAZeroIsDoubted() {
  for code in ["0;-0;&quot;–&quot;", "_-* #,##0_-;\\-* #,##0_-;_-* &quot;-&quot;??_-;_-@_-"] {
    let dash = code.contains("–") ? "–" : "-"
    let found = value(#"<c r="C2" s="1"><v>0</v></c>"#, in: Workbook(formats: [code]))
    #expect(
      found.messages.first?.hasPrefix(
        "t.xlsx#Data:C2: warning: this cell shows '\(dash)', and is read as 0\n") == true)
    #expect(value(#"<c r="C2" s="1"><v>5</v></c>"#, in: Workbook(formats: [code])).messages == [])
  }
}

@Test(arguments: [
  ("#,##0", "2500000", "2500000", ""), ("#,##0.00", "2.5", "2.5", ""), ("# ?/?", "0.5", "0.5", ""),
  ("[$€-407]#,##0.00", "2.5", "2.5", "€"), ("#,##0.0&quot; bn&quot;", "2.5", "2.5", "bn"),
  ("0.0;[Red]-0.0;&quot;-&quot;", "0", "0", "-"),
  ("_-* #,##0.00\\ _€_-;\\-* #,##0.00\\ _€_-;_-* &quot;-&quot;??\\ _€_-;_-@_-", "-3", "-3", "-"),
  ("[Red][&lt;0]0;0", "-4", "-4", ""), ("General&quot; km&quot;", "7", "7", "km"), ("@", "7", "7", ""),
  ("0.0%;-0.0%", "-0.05", "-5%", "-"),
  ("0,000", "2500", "2500", ""), ("0;-0", "-7", "-7", "-"), ("0;(0)", "-7", "-7", ""),
  ("_(* #,##0_);_(* \\(#,##0\\)", "-7", "-7", ""), ("0;[Red]0", "-7", "-7", ""), ("0;0-", "-7", "-7", "-"),
  ("0;0", "7", "7", ""), ("0", "-7", "-7", ""), ("0;▼0", "-7", "-7", "▼"), ("000-000", "7", "7", "-"),
  ("0&quot; (est.)&quot;", "7", "7", "est."), ("0&quot;-fold&quot;", "7", "7", "-fold"),
  ("&quot;(USD) &quot;0", "7", "7", "USD"),
])
func aNumberIsTakenWithWhatItsFormatWritesBesideIt(
  code: String, stored: String, text: String, addition: String
) {
  guard
    case .text(let read, let beside) = NumberFormat(code: code.unescaped).reading(
      of: stored, countsFrom1904: false)
  else {
    Issue.record("not read: \(code)")
    return
  }
  #expect(read == text)
  #expect(beside == addition)
}

@Test(arguments: ["[h]:mm", "[mm]:ss", "h:mm AM/PM", "mm:ss.0", "[s]"])
func elapsedTimesAreNoMonths(code: String) {
  #expect(
    NumberFormat(code: code).reading(of: "1.5", countsFrom1904: false)
      == .unreadable("this cell is a time of day"))
}

@Test func emptyAttributesAndValuesSayNothing() {
  #expect(value(#"<c r="C2" t="" s=""><v>5</v></c>"#).text == "5")
  #expect(value(#"<c r="C2" t="s"><v></v></c>"#).text == "")
  #expect(value(#"<c r="C2" t="n"><v/></c><c r="" t="str"><v>beside</v></c>"#).messages.count == 1)
  #expect(value(#"<c r="C2" t="str"><f>A1</f><v></v></c>"#).text == "")
}

extension String {
  fileprivate var unescaped: String {
    replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
  }
}
