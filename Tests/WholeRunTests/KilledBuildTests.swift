import Foundation
import TestSupport
import Testing

private let names = ["brief", "report", "slides"]

private func build(_ pack: String, into folder: String) -> [String] {
  ["build", pack, "--output", folder] + names.flatMap { ["--layout", $0] }
}

private func documents(in folder: URL) -> [Data?] {
  names.map { try? Data(contentsOf: folder.appendingPathComponent("\($0).pdf")) }
}

/// The folders that a build works with, in the output folder and beside it.
private func working(in folder: URL) throws -> [String] {
  try [folder, folder.deletingLastPathComponent()].flatMap {
    try FileManager.default.contentsOfDirectory(atPath: $0.path).filter { $0.contains(".bayan-") }
  }
}

/// Kills builds at 50 moments, half of them while the documents are written: the folder must hold all old ones or all
/// new ones.
@Test(.timeLimit(.minutes(10)))
func aKilledBuildLeavesOneWholeEdition() throws {
  let pack = "Tests/Packs/minimal"
  let later = try PackCopy(of: pack)
  try later.replace("title: ", with: "title: Later ", in: "pack.yml")
  let first = try TemporaryFolder()
  try #require(try bayan(build(pack, into: first.path)).status == 0)
  let old = documents(in: first.url)
  let whole = try TemporaryFolder().url.appendingPathComponent("output")
  try FileManager.default.copyItem(at: first.url, to: whole)
  let start = Date()
  try #require(try bayan(build(later.path, into: whole.path)).status == 0)
  let usual = Date().timeIntervalSince(start)
  let new = documents(in: whole)
  try #require(old.allSatisfy { $0 != nil } && new.allSatisfy { $0 != nil } && old != new)

  var outcomes: [String: Int] = [:]
  for round in 0..<50 {
    let folder = try TemporaryFolder().url.appendingPathComponent("output")
    try FileManager.default.copyItem(at: first.url, to: folder)
    let running = try RunningBayan(build(later.path, into: folder.path))
    if round % 2 == 0 {
      usleep(UInt32(Double.random(in: 0...usual * 1.1) * 1_000_000))
    } else {
      while running.isRunning, try working(in: folder).isEmpty { usleep(50) }
      usleep(UInt32.random(in: 0...40_000))
    }
    running.send(SIGKILL)
    _ = try running.end()

    let found = documents(in: folder)
    let outcome = found == old ? "old" : found == new ? "new" : "mixed"
    outcomes[outcome, default: 0] += 1
    #expect(outcome != "mixed", "round \(round)")
    for name in names where round % 10 == 0 {
      #expect(try tool("qpdf", "--check", folder.path + "/\(name).pdf").status == 0)
    }
    // The next build finds its way, and nothing stray is left.
    if round % 5 == 1 {
      #expect(try bayan(build(later.path, into: folder.path)).status == 0)
      #expect(documents(in: folder) == new)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == names.map { "\($0).pdf" }
      )
    }
    try FileManager.default.removeItem(at: folder.deletingLastPathComponent())
  }
  #expect(outcomes["old", default: 0] > 0, "\(outcomes)")
}

/// Kills a build at each change that it makes to names, one after the other (strace sends the signal when the call
/// begins). Where the output folder holds a folder it can't be exchanged: documents may be missing then until the next
/// build, but never mixed.
@Test(.timeLimit(.minutes(10)), arguments: [false, true])
func aBuildKilledAtAnyStepLeavesNoMixedEditions(holdsFolder: Bool) throws {
  let pack = "Tests/Packs/minimal"
  let later = try PackCopy(of: pack)
  try later.replace("title: ", with: "title: Later ", in: "pack.yml")
  let first = try TemporaryFolder()
  try #require(try bayan(build(pack, into: first.path)).status == 0)
  try Data("mine".utf8).write(to: first.url.appendingPathComponent("notes.txt"))
  if holdsFolder {
    try FileManager.default.createDirectory(
      at: first.url.appendingPathComponent("older"), withIntermediateDirectories: false)
  }
  let names = try FileManager.default.contentsOfDirectory(atPath: first.path).sorted()
  let old = documents(in: first.url)
  let whole = try TemporaryFolder().url.appendingPathComponent("output")
  try FileManager.default.copyItem(at: first.url, to: whole)
  try #require(try bayan(build(later.path, into: whole.path)).status == 0)
  let new = documents(in: whole)

  var kills = 0
  for call in ["mkdirat", "linkat", "renameat", "renameat2", "unlinkat"] {
    for time in 1...20 {
      let folder = try TemporaryFolder().url.appendingPathComponent("output")
      try FileManager.default.copyItem(at: first.url, to: folder)
      let place = "\(call) \(time)"
      let run = try tool(
        "strace",
        ["-f", "-o", "/dev/null", "-e", "inject=\(call):signal=KILL:when=\(time)", try bayanProgram.path]
          + build(later.path, into: folder.path))
      if run.status == 0 { break }
      kills += 1
      let found = documents(in: folder)
      let isOf = { (edition: [Data?]) in
        zip(found, edition).allSatisfy { holdsFolder && $0 == nil || $0 == $1 }
      }
      #expect(isOf(old) || isOf(new), "\(place)")
      let notes = folder.appendingPathComponent("notes.txt")
      #expect(try Data(contentsOf: notes) == Data("mine".utf8), "\(place)")
      try #require(try bayan(build(later.path, into: folder.path)).status == 0)
      #expect(documents(in: folder) == new, "\(place)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == names, "\(place)")
      #expect(try working(in: folder).isEmpty, "\(place)")
      #expect(try Data(contentsOf: notes) == Data("mine".utf8), "\(place)")
    }
  }
  #expect(kills >= (holdsFolder ? 8 : 15))
}
