import Foundation
import TestSupport
import Testing

/// How a pack looks: styles that come with Bayan, a house's own, and layouts in a pack.
struct StyleTests {
  private func build(_ pack: some TestFolder, _ options: String...) throws -> Run {
    try bayan(["build", pack.path, "--output", pack.path + "/out"] + options)
  }

  private func fonts(_ file: String) throws -> String { try tool("pdffonts", [file]).output }

  @Test(arguments: ["bank", "ministry"])
  func theShippedPackIsMadeInEachStyleWithoutAWarning(style: String) throws {
    let folder = try TemporaryFolder()
    let run = try bayan([
      "build", "seeds/kazakh-uzbek", "--style", style, "--output", folder.path, "--layout", "report",
      "--layout", "slides", "--layout", "brief",
    ])
    #expect(run.status == 0 && !run.errors.contains("warning"), "\(run.errors)")
    let text = try pdfText(folder.path + "/report.pdf")
    #expect(text.contains("All figures and where they come from"))
    #expect(try !fonts(folder.path + "/report.pdf").contains("Charis"))
    #expect(try fonts(folder.path + "/brief.pdf").contains(style == "bank" ? "NotoSans" : "NotoSerif"))
  }

  @Test(arguments: ["", "\u{FEFF}"])
  func aPackNamesItsStyle(mark: String) throws {
    let pack = try tradePack()
    try pack.replace("title:", with: mark + "style: bank\ntitle:", in: "pack.yml")
    #expect(try build(pack, "--layout", "brief").status == 0)
    #expect(try !fonts(pack.path + "/out/brief.pdf").contains("Charis"))
  }

  @Test func whoBuildsAPackMayWantAnotherStyle() throws {
    let pack = try tradePack()
    try pack.replace(
      "language: en-GB\n", with: "language: en-GB\nstyle: 'ministry' # sober\n", in: "pack.yml")
    #expect(try build(pack, "--layout", "brief").status == 0)
    #expect(try fonts(pack.path + "/out/brief.pdf").contains("NotoSerif"))
    #expect(try build(pack, "--layout", "brief", "--style", "bank").status == 0)
    #expect(try fonts(pack.path + "/out/brief.pdf").contains("Inter"))
  }

  @Test(arguments: [
    ("style: minstry\n", "pack.yml:3:8: error: there is no style 'minstry'", "ministry"),
    ("style: ../elsewhere\n", "there is no style '../elsewhere'", "bank"),
  ])
  func aStyleThatIsNotThereIsSaidWithThoseThatAre(line: String, message: String, advice: String) throws {
    let pack = try tradePack()
    try pack.write("extends: theme.yml\n", to: "../elsewhere/theme.yml")
    try pack.replace("language: en-GB\n", with: "language: en-GB\n\(line)", in: "pack.yml")
    let run = try build(pack, "--layout", "brief")
    #expect(run.status == 1 && run.errors.contains(message) && run.errors.contains(advice), "\(run.errors)")
  }

  @Test func aStyleMayBeAFolderOfThePackWhoeverNamesIt() throws {
    let pack = try tradePack()
    try pack.write(
      "extends: theme.yml\nfonts: { text: Noto Serif, head: Noto Serif }\n", to: "house/theme.yml")
    #expect(try build(pack, "--layout", "brief", "--style", "house").status == 0)
    #expect(try fonts(pack.path + "/out/brief.pdf").contains("NotoSerif"))
  }

  /// In greys of a byte each, behind a head of three numbers: how much of a document's second page is dark.
  private func darkness(_ file: String) throws -> Double {
    let picture = file + ".page"
    let run = try tool("pdftoppm", ["-gray", "-r", "12", "-f", "2", "-l", "2", "-singlefile", file, picture])
    try #require(run.status == 0, "\(run.errors)")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: picture + ".pgm")).dropFirst(15)
    return Double(bytes.count { $0 < 100 }) / Double(bytes.count)
  }

  @Test func slidesOnADarkGroundStandOnWhiteInTheHandout() throws {
    let pack = try tradePack()
    #expect(try build(pack, "--style", "bank", "--layout", "slides", "--layout", "handout").status == 0)
    #expect(try darkness(pack.path + "/out/slides.pdf") > 0.5)
    #expect(try darkness(pack.path + "/out/handout.pdf") < 0.2)
  }

  @Test func layoutsInAPackCountForIt() throws {
    let pack = try tradePack()
    try pack.write("extends: theme.yml\nfonts: { head: Noto Serif }\n", to: "layouts/theme.yml")
    try pack.write(
      "extends: brief.yml\nrunning: { footer: { left: Beleg, distance: 12 mm } }\n", to: "layouts/brief.yml")
    try pack.write("# For the minister.\nextends: brief.yml\n", to: "layouts/minister.yml")
    let run = try build(pack)
    #expect(run.status == 0, "\(run.errors)")
    let made = try FileManager.default.contentsOfDirectory(atPath: pack.path + "/out")
    #expect(made.contains("minister.pdf") && made.contains("report.pdf") && !made.contains("theme.pdf"))
    #expect(try pdfText(pack.path + "/out/brief.pdf").contains("Beleg"))
    #expect(try pdfText(pack.path + "/out/minister.pdf").contains("Beleg"))
    for name in ["brief", "minister", "report", "slides"] {
      #expect(try fonts(pack.path + "/out/\(name).pdf").contains("NotoSerif"), "\(name)")
    }
    let listed = try bayan("layouts", "list", pack.path)
    #expect(listed.output.contains("minister      For the minister."), "\(listed.output)")
  }

  @Test func aLayoutOnDemandIsMadeWhereItIsAskedFor() throws {
    let pack = try tradePack()
    try pack.write("extends: factsheet.yml\n", to: "layouts/sheet.yml")
    #expect(try build(pack).status == 0)
    let made = try FileManager.default.contentsOfDirectory(atPath: pack.path + "/out")
    #expect(made.contains("sheet.pdf") && !made.contains("factsheet.pdf"))
    #expect(try build(pack, "--layout", "factsheet").status == 0)
    #expect(try pdfText(pack.path + "/out/factsheet.pdf").contains("Fact sheet 1 of 2"))
  }

  @Test func aLinkInAPackLeadsToNoOtherLayouts() throws {
    let (pack, elsewhere) = (try tradePack(), try TemporaryFolder())
    try elsewhere.write(
      "extends: brief.yml\nrunning: { footer: { left: Beleg, distance: 12 mm } }\n", to: "brief.yml")
    try FileManager.default.createSymbolicLink(at: pack.file("layouts"), withDestinationURL: elsewhere.url)
    #expect(try build(pack, "--layout", "brief").status == 0)
    #expect(try !pdfText(pack.path + "/out/brief.pdf").contains("Beleg"))
  }

  @Test(arguments: [[], ["--like", "bank"]])
  func aStyleOfOnesOwnBeginsWithFilesThatBuild(like: [String]) throws {
    let (pack, folder) = (try tradePack(), try TemporaryFolder())
    let style = folder.path + "/house"
    #expect(try bayan(["layouts", "new", style] + like).status == 0)
    let run = try build(
      pack, "--style", style, "--layout", "report", "--layout", "slides", "--layout", "brief")
    #expect(run.status == 0, "\(run.errors)")
    let again = try bayan("layouts", "new", style)
    #expect(again.status == 1 && again.errors.contains("nothing is overwritten"), "\(again)")
  }

  @Test func stylesAndLayoutsAreListed() throws {
    let run = try bayan("layouts")
    for name in ["bank", "ministry", "report", "speaker"] {
      #expect(run.output.contains("  \(name) "), "\(run)")
    }
    #expect(!run.output.contains("theme"))
  }
}
