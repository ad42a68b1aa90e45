import Foundation
import TestSupport
import Testing

/// Notes for who speaks, from pack.yml to paper.
struct SpeakerRunTests {
  private func notedPack() throws -> SmallPack {
    let pack = try tradePack()
    try pack.replace(
      "    exhibits:\n",
      with: "    notes: [Begin with the bees., \"They sold {trade-2017}. [¶2]\"]\n    exhibits:\n",
      in: "pack.yml")
    return pack
  }

  private func made(of pack: some TestFolder, _ options: String...) throws -> [String] {
    let run = try bayan(["build", pack.path, "--output", pack.path + "/out"] + options)
    #expect(run.status == 0, "\(run.errors)")
    return try FileManager.default.contentsOfDirectory(atPath: pack.path + "/out").filter {
      $0.hasSuffix(".pdf")
    }
    .sorted()
  }

  @Test func theSpeakersPagesAreMadeWhereThePackHasNotes() throws {
    #expect(try !made(of: tradePack()).contains("speaker.pdf"))
    let pack = try notedPack()
    #expect(try made(of: pack).contains("speaker.pdf"))
    let text = try pdfText(pack.path + "/out/speaker.pdf", "-layout")
    #expect(text.contains("Begin with the bees.") && text.contains("They sold $260 m"))
    for other in ["slides", "report"] {
      #expect(try !pdfText(pack.path + "/out/\(other).pdf", "-layout").contains("Begin with the bees."))
    }
  }

  @Test func notesOfTheOverviewsMapAndOfWhatNoSlideShowsAreSaidAsWell() throws {
    let pack = try tradePack()
    try pack.replace(
      "questions:\n", with: "overview:\n  map: { places: [Porto], notes: Look at the map. }\nquestions:\n",
      in: "pack.yml")
    try pack.replace(
      "{ kind: bars,", with: "{ kind: bars, on: [report], notes: It is in the report.,", in: "pack.yml")
    #expect(try made(of: pack).contains("speaker.pdf"))
    let text = try pdfText(pack.path + "/out/speaker.pdf", "-layout")
    #expect(text.contains("Look at the map.") && text.contains("It is in the report."))
  }

  @Test func theyAreMadeOnDemandOfAPackWithoutNotes() throws {
    let pack = try tradePack()
    #expect(try made(of: pack, "--layout", "speaker") == ["speaker.pdf"])
    #expect(try pdfText(pack.path + "/out/speaker.pdf", "-layout").contains("Trade came to $260 m"))
  }

  @Test func aLaterFigureStandsInNotesAndIsToldAsChanged() throws {
    let pack = try notedPack()
    _ = try made(of: pack)
    try pack.write("id,value\ntrade-2017,300\n", to: "later.csv")
    #expect(try made(of: pack, "--figures", pack.path + "/later.csv").contains("speaker.pdf"))
    #expect(try pdfText(pack.path + "/out/speaker.pdf", "-layout").contains("They sold $300 m"))
  }

  @Test(arguments: [
    ("notes: \"\"", "nothing stands here"),
    ("notes: [\"They sold {trad-2017}.\"]", "unknown figure 'trad-2017'"),
    ("notes: { text: Hello }", "a list"),
  ])
  func aMistakeInNotesIsSaidWithItsPlace(notes: String, message: String) throws {
    let pack = try tradePack()
    try pack.replace("    exhibits:\n", with: "    \(notes)\n    exhibits:\n", in: "pack.yml")
    let run = try bayan("check", pack.path)
    #expect(
      run.status == 1 && run.errors.contains("pack.yml:5:") && run.errors.contains(message), "\(run.errors)")
  }
}
