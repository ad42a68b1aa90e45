import Foundation
import Testing

private let names = ["brief", "report", "slides"]

private func build(_ pack: String, into folder: String) -> [String] {
  ["build", pack, "--output", folder] + names.flatMap { ["--layout", $0] }
}

private func documents(in folder: URL) -> [Data?] {
  names.map { try? Data(contentsOf: folder.appendingPathComponent("\($0).pdf")) }
}

/// Kills builds at 50 moments, half of them while the documents are written: the folder must hold all old ones or all
/// new ones, or what the next build makes all new ones of.
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
    let process = Process()
    process.executableURL = try bayanProgram
    process.arguments = build(later.path, into: folder.path)
    process.currentDirectoryURL = projectFolder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    if round % 2 == 0 {
      usleep(UInt32(Double.random(in: 0...usual * 1.1) * 1_000_000))
    } else {
      let unfinished = folder.appendingPathComponent(".bayan-unfinished").path
      while process.isRunning, !FileManager.default.fileExists(atPath: unfinished) { usleep(50) }
      usleep(UInt32.random(in: 0...40_000))
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()

    let found = documents(in: folder)
    let isComplete = FileManager.default.fileExists(
      atPath: folder.appendingPathComponent(".bayan-complete").path)
    let outcome = found == old ? "old" : found == new ? "new" : isComplete ? "completed by the next" : "mixed"
    outcomes[outcome, default: 0] += 1
    #expect(outcome != "mixed", "round \(round)")
    for name in names where round % 10 == 0 {
      #expect(try tool("qpdf", "--check", folder.path + "/\(name).pdf").status == 0)
    }
    // The next build finds its way, and nothing stray is left.
    if round % 5 == 1 || outcome == "completed by the next" {
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
