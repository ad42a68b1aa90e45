import Foundation
import TestSupport
import Testing

private let minimal = projectPath("Tests/Packs/minimal")
private let andes = projectPath("Tests/Packs/andes")

/// Numbers of a box as pdfinfo prints it: of the page, in points.
private func box(_ name: String, of page: Int = 1, in file: String) throws -> [Double] {
  let output = try tool("pdfinfo", "-box", "-f", "\(page)", "-l", "\(page)", file).output
  let line = try #require(output.split(separator: "\n").first { $0.contains("\(name):") })
  return line.split(separator: " ").suffix(4).compactMap { Double($0) }
}

/// The content streams of all pages, decoded.
private func contents(of file: String) throws -> String {
  let lines = try tool("qpdf", "--show-pages", file).output.split(separator: "\n")
  let objects = lines.indices.filter { $0 > 0 && lines[$0 - 1].hasSuffix("content:") }.map {
    lines[$0].split(separator: " ").prefix(2).joined(separator: ",")
  }
  return try objects.map { try tool("qpdf", "--show-object=\($0)", "--filtered-stream-data", file).output }
    .joined()
}

private func near(_ a: [Double], _ b: [Double], _ tolerance: Double = 0.05) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance }
}

@Test func aBookletIsMadeBesideTheReport() throws {
  let folder = try TemporaryFolder()
  let run = try bayan("build", andes, "--layout", "report", "--sheets", "a5-booklet", "--output", folder.path)
  #expect(run.status == 0, "\(run.errors)")
  let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  #expect(names == ["report-a5-booklet.pdf", "report.pdf"])
  let (report, booklet) = (folder.path + "/report.pdf", folder.path + "/report-a5-booklet.pdf")
  #expect(try tool("qpdf", "--check", booklet).status == 0)
  #expect(near(try box("MediaBox", in: booklet), [0, 0, 841.89, 595.28]))
  // Every word of the report stands on the sheets, once as often.
  func words(_ file: String) throws -> [String] {
    try pdfText(file).split(whereSeparator: \.isWhitespace).map(String.init).sorted()
  }
  #expect(try words(booklet) == words(report))
  // Read aloud, it is in the order of the pages.
  func spoken(_ file: String) throws -> [Substring] {
    try tool("pdfinfo", "-struct-text", file).output.split(separator: "\n").filter {
      !$0.contains("Object ") && !$0.contains("/BBox")
    }
  }
  #expect(try spoken(booklet) == spoken(report))
  // Links and bookmarks lead somewhere: as many annotations as before.
  func links(_ file: String) throws -> Int {
    try tool("qpdf", "--qdf", "--object-streams=disable", file, "-").output.components(
      separatedBy: "/Subtype /Link"
    )
    .count
  }
  #expect(try links(booklet) == links(report))
  #expect(try links(report) > 5)
  #expect(try tool("pdfinfo", booklet).output.contains("Tagged:          yes"))
}

@Test func aPrintShopsBoxesAreWhereTheyShouldBe() throws {
  let folder = try TemporaryFolder()
  let run = try bayan(
    "build", minimal, "--layout", "report", "--sheets", "print-shop", "--output", folder.path)
  #expect(run.status == 0, "\(run.errors)")
  let file = folder.path + "/report-print-shop.pdf"
  // 9 mm around A4: 3 mm bleed, 5 mm marks, 1 mm of paper.
  let (mm, trim) = (72 / 25.4, 9 * 72 / 25.4)
  let (width, height) = (210 * mm, 297 * mm)
  #expect(near(try box("MediaBox", in: file), [0, 0, width + 2 * trim, height + 2 * trim]))
  #expect(near(try box("TrimBox", in: file), [trim, trim, trim + width, trim + height]))
  let bleed = trim - 3 * mm
  #expect(
    near(try box("BleedBox", in: file), [bleed, bleed, bleed + width + 6 * mm, bleed + height + 6 * mm]))
}

@Test func partsOnRightHandPagesHaveOddNumbers() throws {
  let folder = try TemporaryFolder()
  let run = try bayan("build", andes, "--layout", "report", "--sheets", "binding", "--output", folder.path)
  #expect(run.status == 0, "\(run.errors)")
  let file = folder.path + "/report-binding.pdf"
  let pages = try #require(
    try tool("pdfinfo", file).output.split(separator: "\n").first { $0.hasPrefix("Pages:") }?
      .split(separator: " ").last.flatMap { Int($0) })
  var starts = 0
  for page in 1...pages {
    let text = try pdfText(file, "-layout", "-f", "\(page)", "-l", "\(page)")
    let isFirstOfQuestion = text.contains("In short") || text.contains("IN SHORT")
    if isFirstOfQuestion {
      starts += 1
      #expect(page % 2 == 1, "page \(page)")
    }
    // A page's own number is that of its side, blanks counted.
    let last = text.split(whereSeparator: \.isWhitespace).last.map(String.init)
    #expect(last == nil || last == "\(page)")
  }
  #expect(starts >= 2)
}

@Test func sheetsAreMadeOfTheLayoutsThatTheyAreMeantFor() throws {
  let folder = try TemporaryFolder()
  let run = try bayan("build", minimal, "--sheets", "6up", "--output", folder.path)
  #expect(run.status == 0, "\(run.errors)")
  let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains("6up") }
  #expect(names == ["slides-6up.pdf"])
}

@Test func aPackMayBringItsOwnSheets() throws {
  let pack = try PackCopy(of: "Tests/Packs/minimal")
  try pack.write("mine: { per-side: 8, paper: a3, of: report }\n", to: "sheets.yml")
  let folder = try TemporaryFolder()
  let run = try bayan("build", pack.path, "--layout", "report", "--sheets", "mine", "--output", folder.path)
  #expect(run.status == 0, "\(run.errors)")
  #expect(
    near(
      try box("MediaBox", in: folder.path + "/report-mine.pdf").map(abs).sorted().suffix(2),
      [841.89, 1190.55]))
}

@Test func sheetsThatAreNotThereAreNamed() throws {
  let folder = try TemporaryFolder()
  let run = try bayan("build", minimal, "--sheets", "boklet", "--output", folder.path + "/out")
  #expect(run.status == 1)
  #expect(run.errors.contains("Layouts/sheets.yml: error: there are no sheets 'boklet'"))
  #expect(run.errors.contains("did you mean 'booklet'"))
  #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
}

@Test func mistakesInAPacksSheetsAreToldWithTheirPlace() throws {
  let pack = try PackCopy(of: "Tests/Packs/minimal")
  try pack.write("mine:\n  bleed: -1 mm\n  of: reprot\n", to: "sheets.yml")
  let run = try bayan("build", pack.path, "--sheets", "mine")
  #expect(run.status == 1)
  #expect(run.errors.contains("sheets.yml:2:10: error: '-1 mm' is too little for a bleed"))
  try pack.write("mine:\n  of: reprot\n", to: "sheets.yml")
  let second = try bayan("build", pack.path, "--sheets", "mine")
  #expect(second.status == 1)
  #expect(
    second.errors.contains(
      "sheets.yml:1:1: error: the sheets 'mine' are meant for 'reprot', which is no layout"))
  #expect(second.errors.contains("did you mean 'report'?"))
}

@Test func blackAndWhiteHasNoOtherInk() throws {
  let folder = try TemporaryFolder()
  let run = try bayan(
    "build", andes, "--layout", "report", "--layout", "slides", "--sheets", "4up", "--greyscale", "--output",
    folder.path)
  #expect(run.status == 0, "\(run.errors)")
  let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  #expect(
    names == [
      "report-4up-greyscale.pdf", "report-greyscale.pdf", "slides-4up-greyscale.pdf", "slides-greyscale.pdf",
    ])
  for name in names {
    let operators = try contents(of: folder.path + "/" + name).split(whereSeparator: \.isWhitespace)
    for color in ["rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN"] {
      #expect(!operators.contains(Substring(color)), "\(name): \(color)")
    }
    #expect(operators.contains("g"))
  }
  #expect(run.errors.contains("too thin to print"), "four on a side make hairlines")
}

@Test func theSameSheetsAreTheSameBytes() throws {
  let folders = try (0..<2).map { _ in try TemporaryFolder() }
  for folder in folders {
    let run = try bayan(
      "build", minimal, "--sheets", "booklet", "--sheets", "print-shop", "--greyscale", "--output",
      folder.path)
    #expect(run.status == 0, "\(run.errors)")
  }
  let names = try FileManager.default.contentsOfDirectory(atPath: folders[0].path)
  #expect(names.contains("report-booklet-greyscale.pdf") && names.contains("report-print-shop-greyscale.pdf"))
  for name in names {
    let both = try folders.map { try Data(contentsOf: $0.url.appendingPathComponent(name)) }
    #expect(both[0] == both[1], "\(name)")
  }
}
