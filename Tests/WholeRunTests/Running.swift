import Foundation

/// What a program said and how it ended.
struct Run {
  var status: Int32
  var output: String
  var errors: String
}

/// The project's folder, from this file's place in it.
let projectFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// `bayan` as it was built together with these tests.
var bayanProgram: URL {
  get throws {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let candidates = [
      tests.appendingPathComponent("bayan"), projectFolder.appendingPathComponent(".build/debug/bayan"),
    ]
    return try candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }
      ?? { throw CocoaError(.fileNoSuchFile) }()
  }
}

/// Runs `bayan` in a folder (the project's, if none is named).
func bayan(_ arguments: String..., in folder: URL = projectFolder) throws -> Run {
  try runProgram(bayanProgram, arguments, in: folder)
}

/// As above, with arguments that are put together.
func bayan(_ arguments: [String], in folder: URL = projectFolder) throws -> Run {
  try runProgram(bayanProgram, arguments, in: folder)
}

/// Runs a program of the system, such as pdftotext.
func tool(_ name: String, _ arguments: String...) throws -> Run { try tool(name, arguments) }

func tool(_ name: String, _ arguments: [String]) throws -> Run {
  try runProgram(URL(fileURLWithPath: "/usr/bin/env"), [name] + arguments, in: projectFolder)
}

func runProgram(
  _ program: URL, _ arguments: [String], in folder: URL = projectFolder, environment: [String: String] = [:]
) throws -> Run {
  let process = Process()
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
  process.executableURL = program
  process.arguments = arguments
  process.currentDirectoryURL = folder
  let files = try (0..<2).map { _ in try TemporaryFolder().url.appendingPathComponent("said") }
  for file in files { try Data().write(to: file) }
  process.standardOutput = try FileHandle(forWritingTo: files[0])
  process.standardError = try FileHandle(forWritingTo: files[1])
  try process.run()
  process.waitUntilExit()
  let said = try files.map { try String(decoding: Data(contentsOf: $0), as: UTF8.self) }
  for file in files { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
  return Run(status: process.terminationStatus, output: said[0], errors: said[1])
}

/// A folder of its own for a test.
struct TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("bayan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  var path: String { url.path }
}

/// A copy of a pack that a test may spoil.
struct PackCopy {
  let url: URL

  /// `pack` is a path below the project's folder.
  init(of pack: String = "seeds/kazakh-uzbek") throws {
    url = try TemporaryFolder().url.appendingPathComponent("pack")
    try FileManager.default.copyItem(at: projectFolder.appendingPathComponent(pack), to: url)
  }

  var path: String { url.path }

  func read(_ file: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(file), encoding: .utf8)
  }

  func write(_ text: String, to file: String) throws {
    try text.write(to: url.appendingPathComponent(file), atomically: true, encoding: .utf8)
  }

  /// Replaces the first occurrence; fails where there is none, so that a test can't pass for want of a change.
  func replace(_ old: String, with new: String, in file: String) throws {
    let text = try read(file)
    guard let range = text.range(of: old) else { throw CocoaError(.fileReadCorruptFile) }
    try write(text.replacingCharacters(in: range, with: new), to: file)
  }

  func remove(_ file: String) throws {
    try FileManager.default.removeItem(at: url.appendingPathComponent(file))
  }
}

/// A copy of the report's layout, with its theme beside it, in which one text is another; fails where there is none.
func layoutCopy(in folder: TemporaryFolder, replacing old: String, with new: String) throws -> URL {
  let layouts = projectFolder.appendingPathComponent("Layouts")
  let theme = "theme.yml"
  try FileManager.default.copyItem(
    at: layouts.appendingPathComponent(theme), to: folder.url.appendingPathComponent(theme))
  let text = try String(contentsOf: layouts.appendingPathComponent("report.yml"), encoding: .utf8)
  guard text.contains(old) else { throw CocoaError(.fileReadCorruptFile) }
  let file = folder.url.appendingPathComponent("report.yml")
  try text.replacingOccurrences(of: old, with: new).write(to: file, atomically: true, encoding: .utf8)
  return file
}
