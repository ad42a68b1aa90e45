import Evidence
import Foundation
import TestSupport
import Testing

@testable import Drafts

private func pack(_ csv: String) throws -> String {
  let table = try ReceivedTable(Array(csv.utf8), file: "t.csv")
  let files = TableDraft(table, source: "t.csv", name: "T").files
  return String(decoding: try #require(files.first { $0.name == "pack.yml" }).bytes, as: UTF8.self)
}

@Test func chartsAreProposedForWhatTheTableHolds() throws {
  let one = try pack("Product,2019,2020\nRye,1,2\n")
  #expect(
    one.contains("kind: bars")
      && one.contains("title: \"{rye-2020|label}: {rye-2019} in {rye-2019|period short}, {rye-2020}"))
  #expect(try pack("Product,2019,2020\nRye,1,2\nOats,3,4\n").contains("kind: grouped-bars"))
  #expect(try pack("Product,2019,2020\nRye,1,2\nOats,3,4\nWheat,5,6\n").contains("multiples: label"))
  let years = (2001...2014).map(String.init).joined(separator: ",")
  #expect(try pack("Product,\(years)\nRye,\(years)\n").contains("kind: lines"))
  let parts = try pack("Source,2023\nCoal,66%\nGas,34%\n")
  #expect(parts.contains("kind: share") && parts.contains("make up 100%"))
  #expect(try pack("Source,2023\nCoal,66%\nGas,30%\n").contains("kind: bars"))
  #expect(try pack("Source,2022,2023\nCoal,66%,60%\nGas,34%,40%\n").contains("kind: stacked-bars"))
  #expect(try !pack("Product,Value\nRye,5\n").contains("exhibits"))
}

@Test func aTotalIsNoPartOfItsWhole() throws {
  let parts = try pack("Source,2023\nCoal,66%\nGas,34%\nTotal,100%\n")
  #expect(parts.contains("kind: share"))
  #expect(parts.contains("figures: [coal-2023, gas-2023]"))
}

@Test func labelsAreReferencesSoThatNoneOfThemIsTakenForMarksOrClaims() throws {
  let text = try pack("Product,2019\n<b>Rye</b> {x} [¶9] *a*,1\nOats,2\n")
  for mark in ["<b>", "{x}", "[¶9]", "*a*"] { #expect(!text.contains(mark), "\(mark)") }
  #expect(text.contains("|label}: {"))
}

@Test func theTitleAboveTheTableIsThePacks() throws {
  #expect(try pack("\"Trade, 2019\",\nProduct,2019\nRye,1\n").contains("title: \"Trade, 2019\""))
  #expect(try pack("USD bn,\n\"Trade\",\nProduct,2019\nRye,1\n").contains("title: \"Trade\""))
  #expect(try pack("Table 3a,\nProduct,2019\nRye,1\n").contains("title: \"T\""))
}

private let tables: [(name: String, csv: String)] = [
  (
    "wide",
    "\u{FEFF}Foreign trade;;;\r\nUSD bn;;;\r\n;2019;2020;2021\r\nExports;57,7;46,9;60,3\r\nBalance;-9,7;-1,2;0\r\n"
  ),
  ("tall", "Year,\"Exports, USD bn\",Passengers (million)\n2019,57.7,8.1\n2020,46.9,n/a\n2021,60.3,5.0\n"),
  (
    "long",
    "Indicator,Year,Value,Unit\nExports,2020,46.9,USD bn\nExports,2021,60.3,USD bn\nSchools,2021,7550,\n"
  ),
  (
    "own",
    "id,label,value,unit,period,source\na,Trade,2,USD bn,2018,¶5\nb,Trade,3,USD bn,2019,\nc,Visas,200,agreements,,\n"
  ),
  ("share", "Source,Share 2023\nCoal,66%\nGas,20%\nHydro,8%\nWind and sun,6%\n"),
  ("huge", "Product,2019,2020\nWheat,-12345678901234567890,2\nRye,0.000000000000001,-4.50\n"),
  ("quarters", "Indicator,Q1 2023,Q2 2023,Q3 2023,2025 (target)\n\"Freight, million t\",5,6,7,40\n"),
  (
    "marks",
    "Product,2019,2020\n<b>Rye</b> {x} [¶9] *a* #1: - y,1,2\n\"O \"\"q\"\" \\ x\",3,4\n=SUM(A1),5,6\n"
  ),
  ("many", "Country,2020,2021\n" + (0..<40).map { "Country \($0) x,\($0 + 1),\($0 + 3)\n" }.joined()),
  ("label", "Product,2019,2020\n" + String(repeating: "long label ", count: 30) + ",5,6\nRye,3,4\n"),
]

@Test(arguments: tables.map(\.name)) func aPackFromATableBuildsWithNothingToSayButThatItIsADraft(
  _ name: String
) throws {
  let folder = try TemporaryFolder()
  let csv = try #require(tables.first { $0.name == name }).csv
  try folder.write(csv, to: "\(name).csv")
  let made = try bayan("new", "--from-figures", "\(name).csv", in: folder.url)
  #expect(made.status == 0 && made.output.contains("bayan preview \(name)"), "\(made.errors)")
  let built = try bayan("build", name, in: folder.url)
  let said = built.errors.split(separator: "\n").filter {
    $0.contains(": error:") || $0.contains(": warning:")
  }
  #expect(built.status == 0 && said.isEmpty, "\(built.errors)")
  #expect(built.errors.contains("this pack is a draft"))
  #expect(try Data(contentsOf: folder.file("\(name)/source/\(name).csv")) == Data(csv.utf8))
}

@Test func theReportOfATableSaysItsNumbersWithTheirRows() throws {
  let folder = try TemporaryFolder()
  try folder.write(tables[0].csv, to: "trade.csv")
  #expect(try bayan("new", "--from-figures", "trade.csv", "pack", in: folder.url).status == 0)
  #expect(try bayan("build", "pack", "--layout", "report", in: folder.url).status == 0)
  let text = squeezed(try pdfText(folder.file("output/report.pdf").path))
  for words in [
    "Foreign trade", "To be asked: Exports, Balance", "Exports: $60.3 bn", "Exports, 2021: $60.3 bn.",
    "trade.csv, line 5",
    "No answer yet", "Draft",
  ] { #expect(text.contains(squeezed(words)), "\(words)") }
}

@Test func aSheetIsChosenByItsTableOrByName() throws {
  let folder = try TemporaryFolder()
  let pack = try tradePack()
  let figures = try bayan("figures", pack.url.path, "--export", folder.file("sent.xlsx").path)
  #expect(figures.status == 0, "\(figures.errors)")
  let made = try bayan("new", "--from-figures", "sent.xlsx", "one", in: folder.url)
  #expect(made.status == 0 && made.output.contains("sent.xlsx#Figures"), "\(made.errors)")
  #expect(try bayan("new", "--from-figures", "sent.xlsx#figures", "two", in: folder.url).status == 0)
  #expect(try folder.read("one/figures.csv") == folder.read("two/figures.csv"))
  let none = try bayan("new", "--from-figures", "sent.xlsx#Costs", "three", in: folder.url)
  #expect(none.status == 1 && none.errors.contains("there is no sheet 'Costs'"))
  #expect(try bayan("check", "one", in: folder.url).status == 0)
}

@Test func whatATableCannotBeCombinedWithIsSaid() throws {
  let folder = try TemporaryFolder()
  try folder.write(tables[0].csv, to: "trade.csv")
  try folder.write("Q: What?\n\nA: Trade.\n", to: "talk.txt")
  for (arguments, reason) in [
    (["talk.txt", "--from-figures", "trade.csv"], "not from both"),
    (["talk.txt", "pack", "--from-figures", "trade.csv"], "not from both"),
    (["--from-figures", "trade.csv", "--expert", "Bo"], "are for interviews"),
    (["--from-figures", ""], "is empty"), ([], "name an interview, or a table"),
  ] {
    let made = try bayan(["new"] + arguments, in: folder.url)
    #expect(made.status == 64 && made.errors.contains(reason), "\(made.errors)")
  }
  #expect(try bayan("new", "--from-figures", "trade.csv", "pack", in: folder.url).status == 0)
  let again = try bayan("new", "--from-figures", "trade.csv", "pack", in: folder.url)
  #expect(again.status == 1 && again.errors.contains("nothing is overwritten"))
}

@Test func programsAreToldOfATable() throws {
  let folder = try TemporaryFolder()
  try folder.write(tables[1].csv, to: "t.csv")
  let made = try bayan("new", "--from-figures", "t.csv", "pack", "--json", in: folder.url)
  let report = try #require(try JSONSerialization.jsonObject(with: Data(made.output.utf8)) as? [String: Any])
  #expect(report["folder"] as? String == "pack" && report["next"] as? String == "bayan preview pack")
  let figures = try #require(report["figures"] as? [[String: Any]])
  #expect(figures.count == 5 && figures[0]["value"] as? String == "57.7" && figures[0]["paragraph"] == nil)
  #expect(figures[0]["source"] as? String == "t.csv, line 2")
  let questions = try #require(report["questions"] as? [[String: Any]])
  #expect(questions[0]["text"] as? String == "To be asked: Exports")
  let doubts = try #require(report["doubts"] as? [[String: Any]])
  #expect(doubts[0]["line"] as? Int == 3 && doubts[0]["column"] as? Int == 11)
}
