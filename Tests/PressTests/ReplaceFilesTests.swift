import Diagnostics
import Foundation
import Press
import Testing

private func temporaryFolder() throws -> String {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("bayan-files-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  return url.path
}

@Test func filesAppearInAFolderThatIsMade() throws {
  let folder = try temporaryFolder() + "/a/b"
  try replaceFiles([("one", [1, 2]), ("two", [])], in: folder)
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["one", "two"])
  #expect(FileManager.default.contents(atPath: folder + "/one") == Data([1, 2]))
}

@Test func filesAreReplacedTogetherOrNotAtAll() throws {
  let folder = try temporaryFolder()
  try replaceFiles([("one", [1])], in: folder)
  // The second name can't be written: its folder is missing.
  #expect(throws: DiagnosticError.self) { try replaceFiles([("one", [9]), ("no/two", [9])], in: folder) }
  #expect(FileManager.default.contents(atPath: folder + "/one") == Data([1]))
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["one"])
}

@Test func aFolderInPlaceOfAFileStopsAllFiles() throws {
  let folder = try temporaryFolder()
  try replaceFiles([("one", [1])], in: folder)
  try FileManager.default.createDirectory(atPath: folder + "/two", withIntermediateDirectories: true)
  let error = #expect(throws: DiagnosticError.self) {
    try replaceFiles([("one", [9]), ("two", [9])], in: folder)
  }
  #expect(error?.diagnostics.first?.message == "a folder stands where the file should be")
  #expect(error?.diagnostics.first?.location?.file == folder + "/two")
  #expect(FileManager.default.contents(atPath: folder + "/one") == Data([1]))
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["one", "two"])
}

@Test func aFileInPlaceOfTheFolderIsNamed() throws {
  let path = try temporaryFolder() + "/file"
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

@Test func whatAKilledBuildLeftUnfinishedIsThrownAway() throws {
  let folder = try temporaryFolder()
  try replaceFiles([("one", [1])], in: folder)
  let unfinished = folder + "/.bayan-unfinished"
  try FileManager.default.createDirectory(atPath: unfinished, withIntermediateDirectories: false)
  for name in ["one", "two"] {
    try Data([9]).write(to: URL(fileURLWithPath: "\(unfinished)/\(name)"))
  }
  try finishReplacing(in: folder)
  #expect(FileManager.default.contents(atPath: folder + "/one") == Data([1]))
  try replaceFiles([("three", [3])], in: folder)
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["one", "three"])
  #expect(FileManager.default.contents(atPath: folder + "/one") == Data([1]))
}

/// A process that was killed between two renames: the first file is in its place, the others are not.
@Test func whatAKilledBuildHadCompleteIsMovedByTheNext() throws {
  let folder = try temporaryFolder()
  try replaceFiles([("one", [1]), ("two", [1]), ("three", [1])], in: folder)
  let complete = folder + "/.bayan-complete"
  try FileManager.default.createDirectory(atPath: complete, withIntermediateDirectories: false)
  try Data([2]).write(to: URL(fileURLWithPath: folder + "/one"))
  for name in ["two", "three"] {
    try Data([2]).write(to: URL(fileURLWithPath: "\(complete)/\(name)"))
  }
  try finishReplacing(in: folder)
  for name in ["one", "two", "three"] {
    #expect(FileManager.default.contents(atPath: "\(folder)/\(name)") == Data([2]))
  }
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["one", "three", "two"])
  try finishReplacing(in: folder)
  try finishReplacing(in: folder + "/missing")
}

@Test func manyWhoWriteIntoOneFolderTakeTurns() async throws {
  let folder = try temporaryFolder()
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
  #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["a", "b"])
}
