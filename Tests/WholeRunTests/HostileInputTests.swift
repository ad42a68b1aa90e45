import Foundation
import TestSupport
import Testing

/// Runs the program by a shell, which can close and redirect what a `Process` can't.
private func shell(_ line: String, _ pack: PackCopy) throws -> Run {
  try runProgram(
    URL(fileURLWithPath: "/bin/bash"), ["-c", line], in: pack.url.deletingLastPathComponent(),
    environment: ["BAYAN": bayanProgram.path])
}

/// A pack of which `check` has something to say.
private func doubtfulPack() throws -> PackCopy {
  let pack = try PackCopy(of: "Tests/Packs/minimal")
  try pack.write("**Stray.** Words.\n", to: "summaries/9.md")
  try pack.write(
    "id,label,value,unit,period,qualifier,status,formula,source,note\na,Ships,3,ships,2018,,,,https://example.org/,\n",
    to: "figures.csv")
  return pack
}

@Test(arguments: [
  "check pack 2>&-", "check pack 2>/dev/full", "check pack >&- 2>&-", "figures pack >/dev/full",
  "figures pack >&-", "figures pack --export x.csv <&- >&- 2>&- && \"$BAYAN\" check pack 2>/dev/full",
  "places Berlin >/dev/full", "places Berlin >&-", "build pack --layout brief >/dev/full",
  "--help >/dev/full",
  "build pack --layout brief 2>&-", "diff pack pack >/dev/full", "print pack --layout brief --dry-run >&-",
])
func whatCanNotBeSaidIsAFailure(arguments: String) throws {
  let run = try shell("\"$BAYAN\" \(arguments); exit $?", try doubtfulPack())
  #expect(run.status == 1)
}

/// Few open files, little memory, a disk that takes no more: a message, and no signal.
@Test(arguments: [
  (
    "ulimit -v 300000; \"$BAYAN\" build pack --layout brief",
    "error: no more than 307 MB of addresses may be taken"
  ),
  ("ulimit -n 6; \"$BAYAN\" build pack --layout brief", "error: no more than 6 files may be open at once"),
  (
    "ulimit -f 4; \"$BAYAN\" build pack --layout brief --output made",
    "error: this can't be written (File too large)"
  ),
])
func whatTheMachineLacksIsSaid(line: String, said: String) throws {
  let run = try shell("\(line); exit $?", try doubtfulPack())
  #expect(run.status == 1)
  #expect(run.errors.contains(said), "\(run.errors)")
}

/// A closed stream's number goes to no file: nothing that is said lands in a document.
@Test func closedStreamsGetNothingIntoDocuments() throws {
  let pack = try doubtfulPack()
  let folder = pack.url.deletingLastPathComponent()
  _ = try shell("\"$BAYAN\" build pack --layout brief --output one", pack)
  let run = try shell("\"$BAYAN\" build pack --layout brief --output two <&- >&- 2>&-", pack)
  #expect(run.status == 1)
  let documents = try ["one", "two"].map {
    try Data(contentsOf: folder.appendingPathComponent("\($0)/brief.pdf"))
  }
  #expect(documents[0] == documents[1])
}

@Test func aReaderWhoLeavesEndsNothingByASignal() throws {
  let pack = try doubtfulPack()
  let run = try shell(
    "{ sleep 0.3; \"$BAYAN\" figures pack; echo \"status $?\" >&2; } | true", pack)
  #expect(run.errors.contains("status 1"), "\(run.errors)")
}

@Test(arguments: ["../secret.csv", "/etc/passwd", "a/../../secret.csv", "link.csv", "folder/secret.csv"])
func aListOfAttendeesStaysInThePack(path: String) throws {
  let pack = try PackCopy(of: "Tests/Packs/minimal")
  let folder = pack.url.deletingLastPathComponent()
  try Data("name\nMallory Secret\n".utf8).write(to: folder.appendingPathComponent("secret.csv"))
  try FileManager.default.createSymbolicLink(
    atPath: pack.path + "/link.csv", withDestinationPath: "../secret.csv")
  try FileManager.default.createSymbolicLink(atPath: pack.path + "/folder", withDestinationPath: "..")
  try FileManager.default.createDirectory(atPath: pack.path + "/a", withIntermediateDirectories: true)
  try pack.write(pack.read("pack.yml") + "meeting:\n  attendees: \(path)\n", to: "pack.yml")
  let run = try bayan("check", pack.path)
  #expect(run.status == 1)
  #expect(
    run.errors.contains("is no file of the pack") || run.errors.contains("this file lies outside of"),
    "\(run.errors)")
  #expect(!run.errors.contains("Mallory"))
}

@Test func aPacksOwnLinksStayInIt() throws {
  let pack = try PackCopy(of: "Tests/Packs/minimal")
  try FileManager.default.moveItem(atPath: pack.path + "/figures.csv", toPath: pack.path + "/own.csv")
  try FileManager.default.createSymbolicLink(
    atPath: pack.path + "/figures.csv", withDestinationPath: "own.csv")
  #expect(try bayan("check", pack.path).status == 0)
  try FileManager.default.moveItem(atPath: pack.path + "/transcript.txt", toPath: pack.path + "/../other.txt")
  try FileManager.default.createSymbolicLink(
    atPath: pack.path + "/transcript.txt", withDestinationPath: "../other.txt")
  let run = try bayan("check", pack.path)
  #expect(run.status == 1)
  #expect(run.errors.contains("transcript.txt: error: this file lies outside of"), "\(run.errors)")
}

@Test(arguments: ["words.csv", "sheets.yml"])
func whatAPackBringsAlongLeadsNowhereElse(file: String) throws {
  let pack = try PackCopy(of: "Tests/Packs/minimal")
  let secret = pack.url.deletingLastPathComponent().appendingPathComponent("secret")
  try Data("Mallory: [claim, words]\n".utf8).write(to: secret)
  try FileManager.default.createSymbolicLink(
    atPath: "\(pack.path)/\(file)", withDestinationPath: "../secret")
  let run = try bayan("check", pack.path, "--layout", "report", "--sheets", "2up")
  #expect(run.status == 1)
  #expect(run.errors.contains("\(file): error: this file lies outside of"), "\(run.errors)")
  #expect(!run.errors.contains("Mallory"))
}

@Test(arguments: [
  "transcript.txt", "figures.csv", "pack.yml", "summaries/1.md", "places.csv", "words.csv",
])
func whatIsNoFileIsNotWaitedFor(file: String) throws {
  let pack = try PackCopy(of: "Tests/Packs/minimal")
  try? pack.remove(file)
  #expect(mkfifo("\(pack.path)/\(file)", 0o600) == 0)
  let run = try bayan("check", pack.path)
  #expect(run.status == 1)
  #expect(run.errors.contains("\(file): error: this is no file but a device or a pipe"), "\(run.errors)")
  try pack.remove(file)
  try FileManager.default.createSymbolicLink(atPath: "\(pack.path)/\(file)", withDestinationPath: "/dev/zero")
  #expect(try bayan("check", pack.path).errors.contains("\(file): error: this is no file but a device"))
}

@Test func aPipeInTheOutputFolderIsNotWaitedFor() throws {
  let pack = try PackCopy(of: "Tests/Packs/minimal")
  let output = try TemporaryFolder()
  for name in ["brief.pdf", "other.pdf"] { #expect(mkfifo("\(output.path)/\(name)", 0o600) == 0) }
  #expect(try bayan("build", pack.path, "--layout", "brief", "--output", output.path).status == 0)
  #expect(
    try Data(contentsOf: output.url.appendingPathComponent("brief.pdf")).starts(with: Data("%PDF".utf8)))
}

@Test(arguments: ["transcript.txt", "figures.csv", "pack.yml", "summaries/1.md"])
func largeFilesAndZeroBytesAreSaid(file: String) throws {
  let pack = try PackCopy(of: "Tests/Packs/minimal")
  let text = try pack.read(file)
  try pack.write(text + "\nab\u{0}c\n", to: file)
  let line = text.split(separator: "\n", omittingEmptySubsequences: false).count + 1
  let said = try bayan("check", pack.path)
  #expect(said.status == 1)
  let isSaid =
    said.errors.contains("\(file):\(line):3: error: a NUL character stands here")
    || said.errors.contains("\(file):\(line): error: this file is no text: it holds zero bytes")
  #expect(isSaid, "\(said.errors)")
  try pack.write(String(repeating: "x", count: 16_000_001), to: file)
  #expect(
    try bayan("check", pack.path).errors.contains("\(file): error: this file is larger than 16 MB"))
}

@Test func aLayoutReadsNothingFromElsewhere() throws {
  let folder = try TemporaryFolder()
  let inner = folder.url.appendingPathComponent("inner")
  try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
  try Data("secret: word\n".utf8).write(to: folder.url.appendingPathComponent("secret.yml"))
  let layout = inner.appendingPathComponent("mine.yml")
  for path in ["../secret.yml", "/etc/hosts"] {
    try Data("extends: \(path)\n".utf8).write(to: layout)
    let run = try bayan("check", "Tests/Packs/minimal", "--layout", layout.path)
    #expect(run.status == 1)
    #expect(!run.errors.contains("word"), "\(run.errors)")
    #expect(
      run.errors.contains(
        "\(layout.path):1:10: error: the file '\(path)' lies outside of the layout's folder"),
      "\(run.errors)")
  }
  let logo = try #require(Data(base64Encoded: "iVBORw0KGgo="))
  try logo.write(to: folder.url.appendingPathComponent("secret.png"))
  try FileManager.default.createSymbolicLink(
    atPath: inner.appendingPathComponent("logo.png").path, withDestinationPath: "../secret.png")
  for path in ["../secret.png", "logo.png"] {
    try Data("extends: report.yml\nbackground: { image: \(path) }\n".utf8).write(to: layout)
    let run = try bayan("check", "Tests/Packs/minimal", "--layout", layout.path)
    #expect(run.errors.contains("lies outside of the layout's folder"), "\(run.errors)")
  }
}

@Test(arguments: [
  ("# mine\nextends: repot.yml\n", "2:10", "repot.yml", "did you mean 'report.yml'"),
  ("extends: report\n", "1:10", "report", "did you mean 'report.yml'"),
  ("extends: report.yml\ntheme: them.yml\n", "2:8", "them.yml", "did you mean 'theme.yml'"),
  ("extends: others.yml\n", "1:10", "others.yml", "did you mean 'other.yml'"),
  ("extends: of-the-minister.yml\n", "1:10", "of-the-minister.yml", "it stands beside"),
])
func aMissingFileIsToldWhereALayoutNamesIt(text: String, place: String, name: String, advice: String) throws {
  let folder = try TemporaryFolder()
  let layout = folder.url.appendingPathComponent("mine.yml")
  try Data(text.utf8).write(to: layout)
  try Data("extends: report.yml\n".utf8).write(to: folder.url.appendingPathComponent("other.yml"))
  let run = try bayan("check", "Tests/Packs/minimal", "--layout", layout.path)
  #expect(run.status == 1)
  #expect(
    run.errors.contains("\(layout.path):\(place): error: there is no file '\(name)'\n  → \(advice)"),
    "\(run.errors)")
}

@Test(arguments: ["0x10", "1e1", "nan", "inf", "4_1"])
func anAngleIsWrittenInDigits(text: String) throws {
  let pack = try PackCopy(of: "Tests/Packs/minimal")
  try pack.write("name,country,latitude,longitude\nHere,KZ,\(text),70\n", to: "places.csv")
  let run = try bayan("check", pack.path)
  #expect(run.errors.contains("places.csv:2:9: error: '\(text)' is no angle"), "\(run.errors)")
}

@Test func aMessageSteersNoTerminal() throws {
  let pack = try PackCopy(of: "Tests/Packs/minimal")
  try pack.write(pack.read("pack.yml") + "\"key\\e[2J\\u202E\": 1\n", to: "pack.yml")
  let run = try bayan("check", pack.path)
  #expect(run.errors.contains(#"unknown key 'key\u{1B}[2J\u{202E}'"#), "\(run.errors)")
  #expect(!run.errors.unicodeScalars.contains("\u{1B}"))
}
