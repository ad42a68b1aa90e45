import Diagnostics
import Evidence
import Foundation
import TestSupport
import Testing

@Test func aRowBecomesAFigure() throws {
  let figures = try FigureTable.read(
    header.replacing("note", with: "note,reporter")
      + "a,Trade,2.50,USD bn,2018-01/2018-09,more-than,estimate,,¶5; fn3;https://example.org/x,\"said, so\",Ministry\n",
    file: "figures.csv")
  let figure = try #require(figures["a"])
  #expect(figure.label == "Trade")
  #expect(figure.value == decimal("2.5"))
  #expect(figure.unit == Unit("USD bn"))
  #expect(figure.period == Period("2018-01/2018-09"))
  #expect(figure.qualifier == .moreThan)
  #expect(figure.status == .estimate)
  #expect(figure.formula == nil)
  #expect(figure.sources == [.paragraph(5), .footnote(3), .url("https://example.org/x")])
  #expect(figure.note == "said, so")
  #expect(figure.reporter == "Ministry")
  #expect(figure.location == Diagnostics.SourceLocation(file: "figures.csv", line: 2, column: 1))
}

@Test func figuresStayInTheOrderOfTheirFile() throws {
  let figures = try table("b,B,1,,,,,,¶1,\na,A,,,,,,b + 1,,\nc,C,3,,,,,,¶1,\n")
  #expect(figures.ids == ["b", "a", "c"])
  #expect(figures["a"]?.status == .derived)
  #expect(figures["b"]?.status == .actual)
  #expect(figures["b"]?.qualifier == .exact)
  #expect(figures["d"] == nil)
}

@Test func columnsMayStandInAnyOrderAndCase() throws {
  let text = "Note,source,formula,status,qualifier,period,unit,value,LABEL,id\n,¶1,,,,,km,7,L,x\n"
  #expect(try FigureTable.read(text, file: "f.csv")["x"]?.value == 7)
}

@Test func aSemicolonFileMayHaveDecimalCommas() throws {
  let text =
    header.replacing(",", with: ";") + "a;A;2,5;USD bn;2018;about;actual;;¶5;\nb;B;1.234,75;;;;;;¶5;\n"
  let figures = try FigureTable.read(text, file: "f.csv")
  #expect(figures["a"]?.value == decimal("2.5"))
  #expect(figures["b"]?.value == decimal("1234.75"))
}

@Test(arguments: [
  ("1 234 567", "1234567"), ("1\u{A0}234\u{202F}567", "1234567"), ("1'234'567.5", "1234567.5"),
  ("1’234", "1234"), ("1.234.567", "1234567"), ("\"1,234,567\"", "1234567"), ("\"1,234.5\"", "1234.5"),
  ("\"1.234,5\"", "1234.5"), ("\"0,5\"", "0.5"), ("-2.5", "-2.5"), ("\u{2212}2.5", "-2.5"), ("+3", "3"),
])
func thousandsAndSignsAreUnderstood(written: String, value: String) throws {
  let text = header.replacing(",", with: "\t") + "a\tA\t\(written)\tkm\t\t\t\t\t¶5\t\n"
  #expect(try FigureTable.read(text, file: "f.tsv")["a"]?.value == decimal(value))
}

@Test(arguments: ["1 23", "1'23", "12 34 567", "1,23,456", "1.2.3", "1 234 56", "'1", "1'"])
func groupsOfOtherThanThreeAreNoNumber(written: String) {
  let found = messages { _ = try table("a,A,\"\(written)\",km,,,,,¶5,\n") }
  #expect(found.count == 1 && found[0].contains("is no number"), "\(found)")
}

@Test func missingAndUnknownColumnsAreNamed() {
  #expect(
    messages {
      _ = try FigureTable.read("id,label,valeu,unit,period,qualifier,status,formula,source\n", file: "f.csv")
    } == [
      "f.csv:1:10: error: unknown column 'valeu'\n  → did you mean 'value'?",
      "f.csv:1:1: error: the column 'value' is missing\n  → the first line should be id,label,value,unit,period,qualifier,status,formula,source,note",
      "f.csv:1:1: error: the column 'note' is missing\n  → the first line should be id,label,value,unit,period,qualifier,status,formula,source,note",
    ])
}

@Test(arguments: [
  ("1.2.3", "'1.2.3' is no number", "write the number in digits, such as 2.5"),
  ("abc", "'abc' is no number", "write the number in digits, such as 2.5, or remove the row"),
  ("n/a", "figure 'x': 'n/a' says that there is no value", "write the number, or remove the row"),
  ("1e3", "'1e3' is no number", "write the number in digits, such as 2.5, or remove the row"),
  ("5.", "'5.' is no number", "write the number in digits, such as 2.5, or remove the row"),
  ("--5", "'--5' is no number", "write the number in digits, such as 2.5, or remove the row"),
  ("4%", "'4%' is no number", "write the number alone; its unit has a column of its own"),
  ("$2", "'$2' is no number", "write the number alone; its unit has a column of its own"),
  ("\"2,500\"", "'2,500' can be read as 2500 or as 2.5", "write 2500 or 2.5"),
  ("\"-12,000\"", "'-12,000' can be read as -12000 or as -12.0", "write -12000 or -12.0"),
  ("\"2,5\"", "'2,5' is no number", "write 2.5, with a point for the decimals"),
  ("\"0,125\"", "'0,125' is no number", "write 0.125, with a point for the decimals"),
  ("\"1,23,456\"", "'1,23,456' is no number", "write the number in digits, such as 2.5"),
  ("20 00", "'20 00' is no number", "write the number in digits, such as 2.5, or remove the row"),
  (
    "123456789012345678901", "'123456789012345678901' is no number",
    "a number has at most 20 digits before the decimal point and 15 after it"
  ),
  ("", "figure 'x' has no value", "an empty value is not a zero: write the number, or remove the row"),
])
func aValueThatIsNoNumberIsAnError(value: String, message: String, advice: String) {
  let column = value.hasPrefix("\"") ? 6 : 5
  #expect(
    messages(rows: "x,X,\(value),,,,,,¶1,") == ["figures.csv:2:\(column): error: \(message)\n  → \(advice)"])
}

@Test func aPointBeforeThreeDigitsIsAmbiguousInASemicolonFile() {
  let text = header.replacing(",", with: ";") + "a;A;2.500;;;;;;¶5;\nb;B;2,500;;;;;;¶5;\n"
  #expect(
    messages { _ = try FigureTable.read(text, file: "f.csv") } == [
      "f.csv:2:5: error: '2.500' can be read as 2500 or as 2.5\n  → write 2500 or 2.5",
      "f.csv:3:5: error: '2,500' can be read as 2500 or as 2.5\n  → write 2500 or 2.5",
    ])
}

@Test func everyMistakeOfEveryRowIsReportedAtOnce() {
  let rows = """
    2x,,oops,USD bn,2018-13,abuot,atcual,,p5,
    y-,Y,1,,2019/2017,,,,,
    x,X,1,,2018/2018-05,,target,a + 1,¶0,
    x,X,1,,,,,,fn1;ftp://x.y,
    d,D,5,,,,derived,,,
    ,E,5,,,,,,http://nowhere,
    """
  #expect(
    messages(rows: rows) == [
      "figures.csv:5:1: error: the id 'x' occurs twice, first in line 4\n  → each figure has an id of its own",
      "figures.csv:5:12: error: 'ftp://x.y' is no source\n  → write a paragraph (¶5), a footnote (fn3), an address (https://…) or a work (Statistical Yearbook 2008, p. 214); several are separated by ';'",
      "figures.csv:2:1: error: '2x' is no id\n  → an id has letters a–z, digits, hyphens and underscores, begins with a letter and ends in no hyphen",
      "figures.csv:2:4: error: figure '2x' has no label\n  → say in a few words what is counted",
      "figures.csv:2:17: error: '2018-13' is no period\n  → write 2018, 2018-05, 2018-Q3, 2018-01/2018-09 or 2017/2019",
      "figures.csv:2:25: error: unknown qualifier 'abuot'\n  → did you mean 'about'?",
      "figures.csv:2:31: error: unknown status 'atcual'\n  → did you mean 'actual'?",
      "figures.csv:2:5: error: 'oops' is no number\n  → write the number in digits, such as 2.5, or remove the row",
      "figures.csv:2:39: error: 'p5' is no source\n  → write a paragraph (¶5), a footnote (fn3), an address (https://…) or a work (Statistical Yearbook 2008, p. 214); several are separated by ';'",
      "figures.csv:3:1: error: 'y-' is no id\n  → an id has letters a–z, digits, hyphens and underscores, begins with a letter and ends in no hyphen",
      "figures.csv:3:9: error: the period '2019/2017' ends before it begins\n  → write the earlier end first",
      "figures.csv:3:22: error: figure 'y-' has no source\n  → write a paragraph (¶5), a footnote (fn3), an address (https://…) or a work (Statistical Yearbook 2008, p. 214)",
      "figures.csv:4:8: error: the period '2018/2018-05' mixes years, quarters and months\n  → write 2018, 2018-05, 2018-Q3, 2018-01/2018-09 or 2017/2019",
      "figures.csv:4:29: error: figure 'x' has a formula but its status is target\n  → only figures whose status is derived have one",
      "figures.csv:4:35: error: '¶0' is no source\n  → write a paragraph (¶5), a footnote (fn3), an address (https://…) or a work (Statistical Yearbook 2008, p. 214); several are separated by ';'",
      "figures.csv:6:18: error: figure 'd' is derived but has no formula\n  → say how it follows from other figures, such as a / 1.40 or change(a, b)",
      "figures.csv:6:5: error: figure 'd' is derived but has a value too\n  → leave the value empty, since it is computed from the formula, or write the status actual and no formula",
      "figures.csv:7:1: error: this figure has no id\n  → give it a short name, such as trade-2018",
      "figures.csv:7:11: error: 'http://nowhere' is no source\n  → write a paragraph (¶5), a footnote (fn3), an address (https://…) or a work (Statistical Yearbook 2008, p. 214); several are separated by ';'",
    ])
}

@Test func aMistakeInOneFigureIsNotReportedAgainForThoseDerivedFromIt() {
  #expect(
    messages(rows: "a,A,oops,,,,,,¶1,\nb,B,,,,,derived,a / 2,,\nc,C,,,,,derived,b * 2,,\n") == [
      "figures.csv:2:5: error: 'oops' is no number\n  → write the number in digits, such as 2.5, or remove the row"
    ])
}
