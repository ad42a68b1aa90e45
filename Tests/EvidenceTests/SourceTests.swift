import Diagnostics
import Evidence
import Tables
import TestSupport
import Testing

@Test(arguments: [
  "Statistical Yearbook 2008, p. 214", "Letter of the Ministry of Finance, 5 May 2018", "doi:10.1000/182",
  "10.1093/ajae/aaq063", "DOI: 10.1000/182", "ISBN 978-92-1-130394-0", "ISSN 0028-0836", "Eurostat",
  "Отчёт министерства, с. 12",
  "统计年鉴", "Interview with the author", "Decree No. 5 of 2018", "Report 2018.csv of the ministry",
])
func aSourceMayBeSaidInWords(text: String) throws {
  let figures = try table("a,A,5,t,2018,,,,\"\(text)\",\n")
  #expect(figures["a"]?.sources == [.work(text)])
}

@Test(arguments: [
  "p5", "P. 5", "¶0", "¶five", "para 5", "§ 4", "footnote 3", "ftp://x.y", "http://nowhere",
  "www.example.org", "tbd", "?",
  "n/a", "unknown", "yearbook", "5", "2018", "see above", "isbn", "doi:", "10.5",
])
func whatNamesNoWorkIsNoSource(text: String) {
  let found = messages(rows: "a,A,5,t,2018,,,,\"\(text)\",\n")
  #expect(found.count == 1)
  #expect(found.first?.contains("'\(text)' is no source") == true)
}

@Test func aWorkWithADOIHasAnAddress() {
  #expect(Source("doi:10.1000/182")?.address == "https://doi.org/10.1000/182")
  #expect(Source("10.1000/182")?.address == "https://doi.org/10.1000/182")
  #expect(Source("Statistical Yearbook 2008, p. 214")?.address == nil)
}

@Test func worksAreSeparatedBySemicolons() throws {
  let figures = try table("a,A,5,t,2018,,,,\"¶1; Yearbook 2008, p. 2; https://example.org/x\",\n")
  #expect(
    figures["a"]?.sources == [.paragraph(1), .work("Yearbook 2008, p. 2"), .url("https://example.org/x")])
}

@Test func anUpdateMayNameAWork() throws {
  let own = try Table.read(header + "a,A,5,t,2018,,,,¶1,\n", file: "figures.csv")
  let update = try Table.read("id,value,source\na,6,\"Yearbook 2019, p. 3\"\n", file: "u.csv")
  let (figures, warnings) = try FigureTable.read(own, updates: [update])
  #expect(figures["a"]?.sources == [.work("Yearbook 2019, p. 3")])
  #expect(warnings.isEmpty)
}
