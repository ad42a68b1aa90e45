import Foundation
import TestSupport
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
  let id = try #require(
    table.split(whereSeparator: \.isNewline).dropFirst().first?.split(separator: ",").first)
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
  try pack.write(
    pack.read("figures.csv") + "extra,Extra,many,events,2018,exact,actual,,¶4,\n", to: "figures.csv")
  let said = try errors(in: pack)
  #expect(said.contains("unknown key 'titel'"))
  #expect(said.contains("summaries/1.md: error: the summary of question 1 is missing"))
  #expect(said.contains("'many' is no number"))
}

@Test func oneUnreadableFigureHidesNoOtherMistakes() throws {
  let pack = try PackCopy()
  try pack.write(
    pack.read("figures.csv")
      + "extra,Extra,many,events,2018,exact,actual,,¶4,\nround,R,,events,,,derived,round * 2,,\n"
      + "wrong,Wrong,7,events,,,,,¶4,\nfar,Far,7,events,,,,,¶99,\n", to: "figures.csv")
  try pack.write(
    "**Trade.** It was {nothing-like-it}, {extra}, {extra|change from round} {open [¶4]\n",
    to: "summaries/2.md")
  let said = try errors(in: pack)
  for mistake in [
    "'many' is no number", "'round' depends on itself", "figure 'wrong': ",
    "there is no ¶99",
    "unknown figure 'nothing-like-it'", "this brace is never closed",
  ] { #expect(said.contains(mistake), "\(mistake)") }
  #expect(!said.contains("figure 'extra'"))
  #expect(!said.contains("unknown figure 'round'"))
}

@Test func aSyntaxErrorInPackYmlHidesNoMistakesOfTheSummaries() throws {
  let pack = try PackCopy()
  try pack.write("title: [open\n", to: "pack.yml")
  try pack.write("**Trade.** It was {nothing-like-it}. [¶99]\n", to: "summaries/2.md")
  try pack.remove("summaries/1.md")
  let said = try errors(in: pack)
  #expect(said.contains("this is no YAML"))
  #expect(said.contains("unknown figure 'nothing-like-it'"))
  #expect(said.contains("¶99 does not exist"))
  #expect(said.contains("the summary of question 1 is missing"))
  #expect(!said.contains("belongs to no question"))
}

@Test func aTableWithAnUnclosedQuoteHidesNoOtherFilesMistakes() throws {
  let pack = try PackCopy()
  try pack.write(
    pack.read("figures.csv") + "extra,\"Extra,5,events,2018,exact,actual,,¶4,\n", to: "figures.csv")
  try pack.write("**Trade.** It rose. [¶99]\n", to: "summaries/2.md")
  try pack.replace("places: [", with: "places: [Tashkennt, ", in: "pack.yml")
  let said = try errors(in: pack)
  #expect(said.contains("this quotation mark is never closed"))
  #expect(said.contains("summaries/2.md:1:21: error: ¶99 does not exist in the transcript"))
  #expect(said.contains("no place is called 'Tashkennt'"))
  #expect(!said.contains("there is no figure"))
  #expect(!said.contains("unknown figure"))
}

@Test func aBrokenTranscriptHidesNoOtherFilesMistakes() throws {
  let pack = try PackCopy()
  try pack.write("Nobody asks anything.\n", to: "transcript.txt")
  try pack.write("**Trade.** It was {nothing-like-it} [¶99]\n", to: "summaries/2.md")
  let said = try errors(in: pack)
  #expect(said.contains("the transcript has no questions"))
  #expect(said.contains("unknown figure 'nothing-like-it'"))
  #expect(!said.contains("¶99"))
}

@Test func textsOfNothingAreErrors() throws {
  let pack = try PackCopy()
  try pack.replace("title: Kazakh", with: "title: ''\nsubtitle: ' '\nlanguage: x y z\n#", in: "pack.yml")
  try pack.replace("\nsubtitle: What", with: "\n#", in: "pack.yml")
  try pack.replace("\nlanguage: en-GB", with: "\n#", in: "pack.yml")
  try pack.replace("headline: Trade", with: "headline: ''\n    #", in: "pack.yml")
  let said = try errors(in: pack)
  #expect(said.contains("pack.yml:1:8: error: nothing stands here\n  → write a text"))
  #expect(said.contains("pack.yml:2:11: error: nothing stands here\n  → write a text"))
  #expect(said.contains("pack.yml:3:11: error: 'x y z' is no language\n  → write its BCP 47 tag"))
  #expect(said.components(separatedBy: "nothing stands here").count == 4)
  #expect(!said.contains("the transcript has"))
}

@Test(arguments: ["-1", "e", "en_GB", "english", "en-", "'en '"])
func whatIsNoLanguageIsAnError(tag: String) throws {
  let pack = try PackCopy()
  try pack.replace("language: en-GB", with: "language: \(tag)", in: "pack.yml")
  #expect(try errors(in: pack).contains("is no language\n  → write its BCP 47 tag, such as en, en-GB or kk"))
}

@Test(arguments: ["expert: ", "role: ", "author: ", "kicker: ", "title: ", "subtitle: "])
func everyPrintedTextIsReadForReferences(key: String) throws {
  let pack = try PackCopy()
  try pack.replace(key, with: "\(key)'{nope}' #", in: "pack.yml")
  let said = try errors(in: pack)
  #expect(said.contains("error: unknown figure 'nope'"))
  #expect(said.contains("pack.yml:"))
}

@Test func theNumberOfQuestionsIsSaidWithALine() throws {
  let pack = try PackCopy()
  let text = try pack.read("pack.yml")
  try pack.write(text + "\n  - headline: One too many\n", to: "pack.yml")
  try pack.write("**Too.** Many. [¶4]\n", to: "summaries/5.md")
  let line = text.split(separator: "\n", omittingEmptySubsequences: false).count + 1
  #expect(
    try errors(in: pack).contains("pack.yml:\(line):5: error: the transcript has 4 questions and the pack 5"))
}

@Test func aSummaryThatBelongsToNoQuestionIsAWarning() throws {
  let pack = try PackCopy()
  try pack.write("**Stray.** Words. [¶4]\n", to: "summaries/7.md")
  let run = try bayan("check", pack.path)
  #expect(run.status == 0)
  #expect(
    run.errors.contains(
      "summaries/7.md: warning: this summary belongs to no question\n  → the pack has 4 questions"))
}

@Test func anEndlessSummaryIsAnErrorAndAnEmptyOneAWarning() throws {
  let pack = try PackCopy()
  try pack.write(" \n", to: "summaries/1.md")
  try pack.write("[a]: b\n", to: "summaries/3.md")
  try pack.write(String(repeating: "*", count: 150_001), to: "summaries/2.md")
  let said = try errors(in: pack)
  #expect(said.contains("summaries/1.md: warning: this summary is empty\n  → "))
  #expect(said.contains("summaries/3.md: warning: this summary is empty\n  → "))
  #expect(said.contains("summaries/2.md: error: this summary is longer than 150 kB\n  → "))
}

@Test func whatAnExhibitListsMustBeThere() throws {
  let pack = try PackCopy()
  try pack.replace(
    "    quotation:", with: "      - kind: bars\n        figures: []\n    quotation:", in: "pack.yml")
  #expect(try errors(in: pack).contains("error: nothing is listed here\n  → name the figures to be shown"))
}

@Test func diagnosticsAreSaidInTheOrderOfFilesAndLines() throws {
  let pack = try PackCopy()
  try pack.write("**A.** B [¶98]\n\n**C.** D [¶99] **e\n", to: "summaries/1.md")
  try pack.write("**A.** B [¶97]\n", to: "summaries/3.md")
  try pack.write("titel: Two\n" + pack.read("pack.yml"), to: "pack.yml")
  let said = try errors(in: pack)
  let order = ["unknown key 'titel'", "¶98", "¶99", "these asterisks", "¶97"].compactMap {
    said.range(of: $0)?.lowerBound
  }
  #expect(order.count == 5)
  #expect(order == order.sorted())
}

@Test func aQuotationThatIsNotInTheTranscriptIsAnError() throws {
  let pack = try PackCopy()
  try pack.replace(
    "quotation:\n      text: ", with: "quotation:\n      text: Nobody said this and ", in: "pack.yml")
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

@Test func aTownWithNamesakesElsewhereIsAWarning() throws {
  let pack = try PackCopy()
  try pack.replace("places: [", with: "places: [San Juan, ", in: "pack.yml")
  let run = try bayan("check", pack.path)
  #expect(run.status == 0)
  let warning = "'San Juan' is taken for San Juan (PR), but may be San Juan, Metro Manila (PH); San Juan (AR)"
  #expect(run.errors.contains("warning: " + warning))
  #expect(run.errors.contains("settle it in places.csv: San Juan,PR,18.4"))
  #expect(run.errors.contains("; or San Juan,AR,-31.537,-68.526"))
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
  let file = try layoutCopy(in: TemporaryFolder(), replacing: "      points: [", with: "      pionts: [")
  let run = try bayan("check", "--layout", file.path)
  #expect(run.status == 1)
  #expect(run.errors.contains("error: the page 'question' has no area 'pionts'"))
  #expect(run.errors.contains("did you mean 'points'?"))
  #expect(run.errors.contains("report.yml:"))
}

@Test func twoLayoutsOfOneNameAreAnErrorAndOneNamedTwiceIsNot() throws {
  let folder = try TemporaryFolder()
  let layouts = projectFolder.appendingPathComponent("Layouts")
  for file in ["brief.yml", "report.yml", "theme.yml"] {
    try FileManager.default.copyItem(
      at: layouts.appendingPathComponent(file), to: folder.url.appendingPathComponent(file))
  }
  let copy = folder.url.appendingPathComponent("brief.yml").path
  let two = try bayan("check", "--layout", "brief", "--layout", copy)
  #expect(two.status == 1)
  #expect(
    two.errors.contains(
      "\(copy): error: the layout Layouts/brief.yml is called 'brief' too, so both would make brief.pdf"))
  #expect(try bayan("check", "--layout", "brief", "--layout", "brief").status == 0)
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
