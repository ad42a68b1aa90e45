import Diagnostics
import Files
import Foundation
import TestSupport
import Testing

/// A folder of its own, and beside it one that a build has nothing to do with.
struct Ground {
  let base: String
  var folder: String { base + "/output" }
  var victim: String { base + "/victim" }

  init() throws {
    base = try TemporaryFolder().path
    for path in [base + "/output", base + "/victim"] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    try write("thesis", to: victim + "/thesis.doc")
    try write("photo", to: victim + "/one")
  }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  func read(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  func names(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  /// Nothing of the victim's was touched, and nothing of ours was left beside it.
  func expectUnharmed() throws {
    #expect(try names(victim) == ["one", "thesis.doc"])
    #expect(read(victim + "/thesis.doc") == "thesis")
    #expect(read(victim + "/one") == "photo")
  }
}

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
private let working = ".bayan-0123456789abcdef0123456789abcdef"

@Test func filesAppearInAFolderThatIsMade() throws {
  let ground = try Ground()
  let folder = ground.folder + "/a/b"
  try replaceFiles([("one", [1, 2]), ("two", [])], in: folder)
  #expect(try ground.names(folder) == ["one", "two"])
  #expect(FileManager.default.contents(atPath: folder + "/one") == Data([1, 2]))
  #expect(try ground.names(ground.folder + "/a") == ["b"])
}

@Test func filesAreReplacedTogetherOrNotAtAll() throws {
  let ground = try Ground()
  try replaceFiles([("one", [1])], in: ground.folder)
  for name in ["no/two", "..", "", String(repeating: "x", count: 300)] {
    #expect(throws: DiagnosticError.self) {
      try replaceFiles([("one", [9]), (name, [9])], in: ground.folder)
    }
  }
  #expect(FileManager.default.contents(atPath: ground.folder + "/one") == Data([1]))
  #expect(try ground.names(ground.folder) == ["one"])
  #expect(throws: DiagnosticError.self) { try replaceFiles([("a/b", [9])], in: ground.folder + "/new/er") }
  #expect(try ground.names(ground.folder) == ["one"])
}

@Test func otherFilesOfTheFolderStayAsTheyAre() throws {
  let ground = try Ground()
  try ground.write("mine", to: ground.folder + "/notes.txt")
  symlink("notes.txt", ground.folder + "/link")
  symlink("nowhere", ground.folder + "/dangling")
  #expect(mkfifo(ground.folder + "/pipe", 0o600) == 0)
  chmod(ground.folder, 0o750)
  let inode = try FileManager.default.attributesOfItem(atPath: ground.folder)[.systemFileNumber] as? Int
  for round in 1...3 {
    try replaceFiles([("one", bytes("1.\(round)")), ("two", bytes("2.\(round)"))], in: ground.folder)
    #expect(try ground.names(ground.folder) == ["dangling", "link", "notes.txt", "one", "pipe", "two"])
    #expect(ground.read(ground.folder + "/notes.txt") == "mine")
    #expect(ground.read(ground.folder + "/two") == "2.\(round)")
    let now = try FileManager.default.attributesOfItem(atPath: ground.folder)
    #expect(now[.systemFileNumber] as? Int == inode)
    #expect(now[.posixPermissions] as? Int == 0o750)
  }
  #expect(try ground.names(ground.base) == ["output", "victim"])
}

@Test func aFolderInPlaceOfAFileStopsAllFiles() throws {
  let ground = try Ground()
  let folder = ground.folder
  try replaceFiles([("one", [1])], in: folder)
  try FileManager.default.createDirectory(atPath: folder + "/two", withIntermediateDirectories: true)
  let error = #expect(throws: DiagnosticError.self) {
    try replaceFiles([("one", [9]), ("two", [9])], in: folder)
  }
  #expect(error?.diagnostics.first?.message == "a folder stands where the file should be")
  #expect(error?.diagnostics.first?.location?.file == folder + "/two")
  #expect(FileManager.default.contents(atPath: folder + "/one") == Data([1]))
  #expect(try ground.names(folder) == ["one", "two"])
}

@Test func aFileInPlaceOfTheFolderIsNamed() throws {
  let path = try Ground().folder + "/file"
  try Data().write(to: URL(fileURLWithPath: path))
  let error = #expect(throws: DiagnosticError.self) { try replaceFiles([("one", [1])], in: path) }
  #expect(error?.diagnostics.first?.message == "a file stands where the output folder should be")
  #expect(error?.diagnostics.first?.location?.file == path)
}

@Test func aFolderThatCanNotBeMadeIsNamed() throws {
  let error = #expect(throws: DiagnosticError.self) { try replaceFiles([("one", [1])], in: "/proc/nowhere") }
  #expect(error?.diagnostics.first?.location?.file == "/proc/nowhere")
  #expect(error?.diagnostics.first?.advice?.contains("--output") == true)
}

// MARK: Hostile folders

/// Links where a build puts its own folders, or did once, lead it nowhere.
@Test(arguments: [
  ".bayan-unfinished", ".bayan-complete", working, working + "-complete", ".bayan-", ".bayan",
])
func linksToFoldersAreNotFollowed(name: String) throws {
  let ground = try Ground()
  #expect(symlink("../victim", ground.folder + "/" + name) == 0)
  try finishReplacing(in: ground.folder)
  try replaceFiles([("one", [1]), ("two", [2])], in: ground.folder)
  #expect(throws: DiagnosticError.self) {
    try replaceFiles([("one", [3]), ("no/two", [2])], in: ground.folder)
  }
  try ground.expectUnharmed()
  #expect(FileManager.default.contents(atPath: ground.folder + "/one") == Data([1]))
  #expect(try ground.names(ground.folder).contains(name))
}

@Test func linksBesideTheFolderAreNotFollowed() throws {
  let ground = try Ground()
  #expect(symlink("victim", ground.base + "/.output" + working) == 0)
  try finishReplacing(in: ground.folder)
  try replaceFiles([("one", [1]), ("two", [2])], in: ground.folder)
  try ground.expectUnharmed()
}

/// The link itself is replaced; a second name of a file loses nothing.
@Test func linksInPlaceOfFilesAreReplacedAndNotFollowed() throws {
  let ground = try Ground()
  symlink("../victim/thesis.doc", ground.folder + "/one")
  symlink("../victim", ground.folder + "/two")
  symlink("nowhere", ground.folder + "/three")
  link(ground.victim + "/one", ground.folder + "/four")
  #expect(mkfifo(ground.folder + "/five", 0o600) == 0)
  let names = ["five", "four", "one", "three", "two"]
  try replaceFiles(names.map { ($0, bytes("new")) }, in: ground.folder)
  try ground.expectUnharmed()
  #expect(try ground.names(ground.folder) == names)
  for name in names {
    let kind = try FileManager.default.attributesOfItem(atPath: "\(ground.folder)/\(name)")[.type]
    #expect(kind as? FileAttributeType == .typeRegular)
    #expect(ground.read("\(ground.folder)/\(name)") == "new")
  }
  symlink("../victim/thesis.doc", ground.folder + "/six")
  try replaceFiles([("six", bytes("new"))], in: ground.folder)
  try ground.expectUnharmed()
}

/// A folder may be reached by a link: that is how it was named. Only the files' own names are touched there.
@Test func aFolderThatIsALinkIsWrittenInto() throws {
  let ground = try Ground()
  symlink("victim", ground.base + "/link")
  try replaceFiles([("three", [3]), ("four", [4])], in: ground.base + "/link")
  #expect(try ground.names(ground.victim) == ["four", "one", "thesis.doc", "three"])
  #expect(ground.read(ground.victim + "/thesis.doc") == "thesis")
  #expect(try FileManager.default.destinationOfSymbolicLink(atPath: ground.base + "/link") == "victim")
}

/// What merely looks like a working folder, with folders in it, is not taken apart.
@Test func foldersInALeftFolderStay() throws {
  let ground = try Ground()
  for name in [working, working + "-complete"] {
    try FileManager.default.createDirectory(
      atPath: "\(ground.folder)/\(name)/inner", withIntermediateDirectories: true)
    try ground.write("kept", to: "\(ground.folder)/\(name)/inner/file")
    symlink("../../victim", "\(ground.folder)/\(name)/link")
  }
  try? finishReplacing(in: ground.folder)
  try? replaceFiles([("one", [1]), ("two", [2])], in: ground.folder)
  try ground.expectUnharmed()
  #expect(ground.read("\(ground.folder)/\(working)/inner/file") == "kept")
}

/// A folder is no working folder because its name begins like one's.
@Test(arguments: [
  ".bayan-unfinished", ".bayan-complete", ".bayan-notes", ".bayan-0123456789ABCDEF0123456789ABCDEF",
])
func foldersOfOtherNamesStay(name: String) throws {
  let ground = try Ground()
  try FileManager.default.createDirectory(
    atPath: "\(ground.folder)/\(name)", withIntermediateDirectories: true)
  try ground.write("kept", to: "\(ground.folder)/\(name)/one")
  try finishReplacing(in: ground.folder)
  try replaceFiles([("one", bytes("new")), ("two", bytes("new"))], in: ground.folder)
  #expect(ground.read("\(ground.folder)/\(name)/one") == "kept")
  #expect(ground.read("\(ground.folder)/one") == "new")
}

@Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
func aFolderThatMayNotBeWrittenStaysAsItIs() throws {
  let ground = try Ground()
  try replaceFiles([("one", [1]), ("two", [1])], in: ground.folder)
  chmod(ground.folder, 0o555)
  defer { chmod(ground.folder, 0o755) }
  let error = #expect(throws: DiagnosticError.self) {
    try replaceFiles([("one", [9]), ("two", [9])], in: ground.folder)
  }
  #expect(error?.diagnostics.first?.advice?.contains("allow writing there") == true)
  #expect(FileManager.default.contents(atPath: ground.folder + "/one") == Data([1]))
}

/// Where the folder holds folders it can't be exchanged; files are replaced all the same.
@Test func aFolderWithFoldersInItIsServed() throws {
  let ground = try Ground()
  try FileManager.default.createDirectory(
    atPath: ground.folder + "/older", withIntermediateDirectories: false)
  try ground.write("old", to: ground.folder + "/older/one")
  for round in 1...2 {
    try replaceFiles([("one", bytes("\(round)")), ("two", bytes("\(round)"))], in: ground.folder)
    #expect(ground.read(ground.folder + "/two") == "\(round)")
  }
  #expect(try ground.names(ground.folder) == ["older", "one", "two"])
  #expect(ground.read(ground.folder + "/older/one") == "old")
  #expect(try ground.names(ground.base) == ["output", "victim"])
}

// MARK: What a killed process left

@Test func whatAKilledBuildLeftUnfinishedIsThrownAway() throws {
  let ground = try Ground()
  let folder = ground.folder
  try replaceFiles([("one", bytes("1"))], in: folder)
  try FileManager.default.createDirectory(atPath: "\(folder)/\(working)", withIntermediateDirectories: false)
  for name in ["one", "two"] { try ground.write("9", to: "\(folder)/\(working)/\(name)") }
  try finishReplacing(in: folder)
  #expect(try ground.names(folder) == ["one"])
  #expect(ground.read(folder + "/one") == "1")
}

/// A process that was killed where the folder could not be exchanged: old files are gone, and some new ones in place.
@Test func whatAKilledBuildHadCompleteIsMovedByTheNext() throws {
  let ground = try Ground()
  let complete = "\(ground.folder)/\(working)-complete"
  try FileManager.default.createDirectory(atPath: complete, withIntermediateDirectories: false)
  try ground.write("2", to: ground.folder + "/one.pdf")
  for name in ["two", "three"] { try ground.write("2", to: "\(complete)/\(name).pdf") }
  try finishReplacing(in: ground.folder)
  #expect(try ground.names(ground.folder) == ["one.pdf", "three.pdf", "two.pdf"])
  for name in ["one", "two", "three"] { #expect(ground.read("\(ground.folder)/\(name).pdf") == "2") }
  try finishReplacing(in: ground.folder)
  try finishReplacing(in: ground.folder + "/missing")
}

/// Whoever sends a folder may put one into it that looks like a build's own: it replaces nobody's notes.
@Test func whatIsNoDocumentIsNotMovedFromALeftFolder() throws {
  let ground = try Ground()
  let complete = "\(ground.folder)/\(working)-complete"
  try FileManager.default.createDirectory(atPath: complete, withIntermediateDirectories: false)
  try ground.write("mine", to: ground.folder + "/notes.txt")
  try ground.write("theirs", to: complete + "/notes.txt")
  try ground.write("theirs", to: complete + "/one.pdf")
  try replaceFiles([("one.pdf", bytes("1")), ("two.pdf", bytes("1"))], in: ground.folder)
  #expect(ground.read(ground.folder + "/notes.txt") == "mine")
  #expect(ground.read(ground.folder + "/one.pdf") == "1")
  #expect(try ground.names(complete) == ["notes.txt", "one.pdf"])
}

/// Killed between the two exchanges: the new folder stands in place, the first one hidden beside it.
@Test(arguments: [0, 1, 2]) func aFolderLeftBesideIsClearedAway(moved: Int) throws {
  let ground = try Ground()
  let other = "\(ground.base)/.output\(working)"
  let complete = "\(other)/\(working)-complete"
  try FileManager.default.createDirectory(atPath: complete, withIntermediateDirectories: true)
  try ground.write("mine", to: ground.folder + "/notes.txt")
  link(ground.folder + "/notes.txt", other + "/notes.txt")
  for (index, name) in ["one", "two"].enumerated() {
    try ground.write("new", to: "\(ground.folder)/\(name)")
    if index >= moved {
      try ground.write("old", to: "\(other)/\(name)")
      link("\(ground.folder)/\(name)", "\(complete)/\(name)")
    } else {
      link("\(ground.folder)/\(name)", "\(other)/\(name)")
    }
  }
  // What somebody saved into the hidden folder while it was the one in place.
  try ground.write("saved", to: other + "/later.txt")
  try finishReplacing(in: ground.folder)
  #expect(try ground.names(ground.folder) == ["later.txt", "notes.txt", "one", "two"])
  #expect(ground.read(ground.folder + "/one") == "new" && ground.read(ground.folder + "/two") == "new")
  #expect(ground.read(ground.folder + "/later.txt") == "saved")
  #expect(try ground.names(ground.base) == ["output", "victim"])
}

/// A folder beside that holds something else than second names is not ours to empty.
@Test func whatStandsInNoOtherPlaceIsNotRemoved() throws {
  let ground = try Ground()
  let other = "\(ground.base)/.output\(working)"
  try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
  try ground.write("older", to: other + "/notes.txt")
  try ground.write("mine", to: ground.folder + "/notes.txt")
  try replaceFiles([("one", [1]), ("two", [1])], in: ground.folder)
  #expect(ground.read(other + "/notes.txt") == "older")
  #expect(ground.read(ground.folder + "/notes.txt") == "mine")
}

@Test func manyWhoWriteIntoOneFolderTakeTurns() async throws {
  let ground = try Ground()
  let folder = ground.folder
  try await withThrowingTaskGroup(of: Void.self) { group in
    for number in 1...8 {
      group.addTask {
        for _ in 0..<10 { try replaceFiles([("a", [UInt8(number)]), ("b", [UInt8(number)])], in: folder) }
      }
    }
    try await group.waitForAll()
  }
  #expect(
    FileManager.default.contents(atPath: folder + "/a") == FileManager.default.contents(atPath: folder + "/b")
  )
  #expect(try ground.names(folder) == ["a", "b"])
  #expect(try ground.names(ground.base) == ["output", "victim"])
}
