import Foundation
import Testing

/// Builds a spoilt copy of the shipped pack; the build must fail with status 1 and make nothing.
private func errors(in pack: PackCopy, _ arguments: String...) throws -> String {
  let output = try TemporaryFolder().url.appendingPathComponent("output")
  let run = try bayan("build", pack.path, "--output", output.path)
  #expect(run.status == 1)
  #expect(!FileManager.default.fileExists(atPath: output.path))
  return run.errors
}

@Test func aMissingPackIsNamedWithItsNearestNeighbour() throws {
  let run = try bayan("build", "seeds/kazak-uzbek")
  #expect(run.status == 1)
  #expect(run.errors.contains("seeds/kazak-uzbek: error: there is no such pack"))
  #expect(run.errors.contains("did you mean 'kazakh-uzbek'?"))
}

@Test func aFolderWithoutPackYmlIsNoPack() throws {
  let run = try bayan("check", "Sources")
  #expect(run.status == 1)
  #expect(run.errors.contains("this folder is no pack: it has no pack.yml"))
}

@Test func aTranscriptWithoutQuestionsIsAnError() throws {
  let pack = try PackCopy()
  try pack.write("Only an introduction, and nobody asks anything.\n", to: "transcript.txt")
  let said = try errors(in: pack)
  #expect(said.contains("transcript.txt"))
  #expect(said.contains("no question"))
}

@Test func aSyntaxErrorInPackYmlHasItsLine() throws {
  let pack = try PackCopy()
  try pack.write("title: Two\nkicker: [open\nlanguage: en\n", to: "pack.yml")
  let said = try errors(in: pack)
  #expect(said.contains("pack.yml:3:"))
  #expect(said.contains("this is no YAML"))
}

@Test func anUnknownKeyIsNamedWithItsPlaceAndTheNearestKey() throws {
  let pack = try PackCopy()
  try pack.write("titel: Two\n" + pack.read("pack.yml"), to: "pack.yml")
  let said = try errors(in: pack)
  #expect(said.contains("pack.yml:1:1: error: unknown key 'titel'"))
  #expect(said.contains("did you mean 'title'?"))
}

@Test func aMissingColumnIsNamed() throws {
  let pack = try PackCopy()
  try pack.replace("qualifier", with: "qualifyer", in: "figures.csv")
  let said = try errors(in: pack)
  #expect(said.contains("figures.csv:1"))
  #expect(said.contains("qualifier"))
}

@Test func aValueThatIsNoNumberIsQuotedWithItsPlace() throws {
  let pack = try PackCopy()
  let table = try pack.read("figures.csv")
  try pack.write(table + "extra,Extra,many,events,2018,exact,actual,,¶4,\n", to: "figures.csv")
  let said = try errors(in: pack)
  let line = table.split(separator: "\n", omittingEmptySubsequences: false).count
  #expect(said.contains("figures.csv:\(line):13: error: 'many' is no number"))
}

@Test func aReferenceToNothingNamesTheNearestFigures() throws {
  let pack = try PackCopy()
  let table = try pack.read("figures.csv")
  let id = try #require(table.split(whereSeparator: \.isNewline).dropFirst().first?.split(separator: ",").first)
  try pack.write("**Trade.** It was {\(id)x} then. [¶4]\n", to: "summaries/2.md")
  let said = try errors(in: pack)
  #expect(said.contains("summaries/2.md:1:"))
  #expect(said.contains("\(id)x"))
  #expect(said.contains("did you mean '\(id)'"))
}

@Test func mistakesOfAllFilesAreReportedAtOnce() throws {
  let pack = try PackCopy()
  try pack.write("titel: Two\n" + pack.read("pack.yml"), to: "pack.yml")
  try pack.remove("summaries/1.md")
  try pack.write(pack.read("figures.csv") + "extra,Extra,many,events,2018,exact,actual,,¶4,\n", to: "figures.csv")
  let said = try errors(in: pack)
  #expect(said.contains("unknown key 'titel'"))
  #expect(said.contains("summaries/1.md: error: the summary of question 1 is missing"))
  #expect(said.contains("'many' is no number"))
}

@Test func aQuotationThatIsNotInTheTranscriptIsAnError() throws {
  let pack = try PackCopy()
  try pack.replace("quotation:\n      text: ", with: "quotation:\n      text: Nobody said this and ", in: "pack.yml")
  let said = try errors(in: pack)
  #expect(said.contains("word for word"))
}

@Test func anUnknownPlaceNamesTheNearest() throws {
  let pack = try PackCopy()
  try pack.replace("places: [", with: "places: [Tashkennt, ", in: "pack.yml")
  let said = try errors(in: pack)
  #expect(said.contains("no place is called 'Tashkennt'"))
  #expect(said.contains("Tashkent"))
}

@Test func aCharacterThatNoFontHasIsNamedWithItsFile() throws {
  let pack = try PackCopy()
  try pack.write("**Odd.** A sign \u{13080} here. [¶4]\n", to: "summaries/3.md")
  let said = try errors(in: pack)
  #expect(said.contains("U+13080"))
  #expect(said.contains("summaries/3.md"))
  #expect(said.components(separatedBy: "U+13080").count == 2)
}

@Test func aCharacterOfTheTitleIsSaidOnceAndOfThePacksFile() throws {
  let pack = try PackCopy()
  let text = try pack.read("pack.yml")
  let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("title: ") })
  try pack.replace(String(line), with: line + " \u{13080}", in: "pack.yml")
  let said = try errors(in: pack)
  #expect(said.components(separatedBy: "no font has").count == 2)
  #expect(said.contains("pack.yml: error: no font has the character '\u{13080}' (U+13080)"))
}

@Test func aLayoutThatNamesAnAreaWhichDoesNotExistIsAnError() throws {
  let folder = try TemporaryFolder()
  let layouts = projectFolder.appendingPathComponent("Layouts")
  for file in ["report.yml", "theme.yml"] {
    try FileManager.default.copyItem(at: layouts.appendingPathComponent(file), to: folder.url.appendingPathComponent(file))
  }
  let file = folder.url.appendingPathComponent("report.yml")
  let text = try String(contentsOf: file, encoding: .utf8)
  try text.replacingOccurrences(of: "      points: [", with: "      pionts: [").write(
    to: file, atomically: true, encoding: .utf8)
  let run = try bayan("check", "--layout", file.path)
  #expect(run.status == 1)
  #expect(run.errors.contains("error: the page 'question' has no area 'pionts'"))
  #expect(run.errors.contains("did you mean 'points'?"))
  #expect(run.errors.contains("report.yml:"))
}

@Test func anUnwritableOutputFolderIsNamed() throws {
  let run = try bayan("build", "--output", "/proc/nowhere")
  #expect(run.status == 1)
  #expect(run.errors.contains("/proc/nowhere"))
  #expect(run.errors.contains("→"))
}

@Test func wrongUsageEndsWithStatus64() throws {
  #expect(try bayan("build", "--papper", "a4").status == 64)
  #expect(try bayan("build", "--paper", "a9").status == 64)
}

@Test func emptyNamesAreNotTakenForTheRoot() throws {
  let output = try bayan("build", "--output", "")
  #expect(output.status == 64)
  #expect(output.errors.contains("--output is empty: name a folder"))
  let pack = try bayan("check", "")
  #expect(pack.status == 64)
  #expect(pack.errors.contains("the pack's name is empty"))
  let layout = try bayan("check", "--layout", "")
  #expect(layout.status == 64)
  #expect(layout.errors.contains("--layout is empty"))
}

/// Runs in a file system of 64 KiB; mounting one takes root, which CI is.
@Test(.enabled(if: geteuid() == 0, "mounting a small disk takes root"))
func aFullDiskIsSaidAndTheOldFileStays() throws {
  let folder = try TemporaryFolder()
  #expect(try tool("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.path).status == 0)
  defer { _ = try? tool("umount", folder.path) }
  let old = folder.url.appendingPathComponent("report.pdf")
  try Data("old".utf8).write(to: old)
  let run = try bayan("build", "--layout", "report", "--output", folder.path)
  #expect(run.status == 1)
  #expect(run.errors.contains("No space left on device"))
  #expect(run.errors.contains("free some room"))
  #expect(try Data(contentsOf: old) == Data("old".utf8))
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["report.pdf"])
}
