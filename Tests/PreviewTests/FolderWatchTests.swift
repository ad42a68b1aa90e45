import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Preview

/// Counts bursts of changes in folders.
private final class Counter: Sendable {
  private final class Box: Sendable { let count = Mutex(0) }

  private let box = Box()
  let watch: FolderWatch

  init(_ folders: [String], files: [String] = []) throws {
    watch = try FolderWatch(folders, files: files) { [box] in box.count.withLock { $0 += 1 } }
  }

  deinit { watch.end() }

  var told: Int { box.count.withLock { $0 } }

  /// How often something was told, once what was done before has been.
  func settled() async throws -> Int {
    var before = -1
    while before != told {
      before = told
      try await Task.sleep(for: .milliseconds(30))
    }
    return before
  }

  /// Whether something is told after what is done here.
  func tells(_ change: () throws -> Void) async throws -> Bool {
    let before = try await settled()
    try change()
    return try await eventually { told > before }
  }
}

@Test func everyWayToSaveAFileIsHeard() async throws {
  let folder = try TemporaryFolder()
  try folder.write("1", to: "pack.yml")
  try folder.write("1", to: "summaries/1.md")
  let counter = try Counter([folder.path])
  #expect(try await counter.tells { try folder.write("2", to: "pack.yml") })
  #expect(try await counter.tells { try folder.write("2", to: "summaries/1.md") })
  // As many editors do: another file beside it, then its name.
  #expect(
    try await counter.tells {
      try folder.write("3", to: "pack.yml~")
      rename(folder.file("pack.yml~").path, folder.file("pack.yml").path)
    })
  #expect(
    try await counter.tells {
      let handle = try FileHandle(forWritingTo: folder.file("pack.yml"))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data("4".utf8))
      try handle.close()
    })
  #expect(try await counter.tells { try folder.remove("pack.yml") })
  #expect(try await counter.tells { try folder.write("5", to: "photos/one.png") })
  #expect(
    try await counter.tells { try folder.write("6", to: "photos/one.png") }, "in a folder that came later")
}

@Test func aFolderWhoseNameHasADotAndOneFarBelowAreWatchedToo() async throws {
  let folder = try TemporaryFolder()
  let deep = "a/b/c/d/e/one.png"
  for name in ["images.v2/one.png", deep] { try folder.write("1", to: name) }
  let counter = try Counter([folder.path])
  for name in ["images.v2/one.png", deep] {
    #expect(try await counter.tells { try folder.write("2", to: name) })
  }
}

@Test func aFolderThatIsTakenAwayAndPutBackIsHeardAgain() async throws {
  let folder = try TemporaryFolder()
  try folder.write("1", to: "above/pack/pack.yml")
  let (above, pack) = (folder.file("above"), folder.file("above/pack"))
  let counter = try Counter([pack.path])
  let files = FileManager.default
  #expect(try await counter.tells { try files.moveItem(at: pack, to: folder.file("aside")) })
  #expect(try await counter.tells { try files.moveItem(at: folder.file("aside"), to: pack) })
  #expect(try await counter.tells { try folder.write("2", to: "above/pack/pack.yml") })
  #expect(try await counter.tells { try files.removeItem(at: pack) })
  #expect(try await counter.tells { try folder.write("3", to: "above/pack/pack.yml") })
  #expect(try await counter.tells { try folder.write("4", to: "above/pack/pack.yml") })
  // Another folder comes in its place without a word: with the one above it.
  try folder.write("5", to: "other/pack/pack.yml")
  #expect(
    try await counter.tells {
      try files.moveItem(at: above, to: folder.file("aside"))
      try files.moveItem(at: folder.file("other"), to: above)
    })
  #expect(try await counter.tells { try folder.write("6", to: "above/pack/pack.yml") })
}

@Test func besideAFileThatLiesElsewhereNothingElseIsHeard() async throws {
  let (pack, downloads) = (try TemporaryFolder(), try TemporaryFolder())
  try downloads.write("1", to: "later.csv")
  let counter = try Counter([pack.path], files: [downloads.file("later.csv").path])
  #expect(try await counter.tells { try downloads.write("2", to: "later.csv") })
  #expect(
    try await counter.tells {
      try downloads.write("3", to: ".later.csv.new")
      rename(downloads.file(".later.csv.new").path, downloads.file("later.csv").path)
    })
  #expect(try await counter.tells { try pack.write("1", to: "pack.yml") })
  let before = try await counter.settled()
  for number in 0..<20 { try downloads.write("something", to: "photo-\(number).png") }
  try await Task.sleep(for: .milliseconds(100))
  #expect(counter.told == before)
  #expect(try await counter.tells { try downloads.remove("later.csv") })
}

@Test func aWatchThatHasEndedIsSilent() async throws {
  let folder = try TemporaryFolder()
  let counter = try Counter([folder.path])
  #expect(try await counter.tells { try folder.write("1", to: "pack.yml") })
  counter.watch.end()
  try await Task.sleep(for: .milliseconds(600))
  let before = counter.told
  try folder.write("2", to: "pack.yml")
  try await Task.sleep(for: .milliseconds(50))
  #expect(counter.told == before)
}
