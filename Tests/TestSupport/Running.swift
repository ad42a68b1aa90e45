import Foundation

/// What a program said and how it ended.
package struct Run {
  package var status: Int32
  package var output: String
  package var errors: String

  package init(status: Int32, output: String, errors: String) {
    self.status = status
    self.output = output
    self.errors = errors
  }
}

/// `bayan` as it was built together with these tests.
package var bayanProgram: URL {
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
package func bayan(_ arguments: String..., in folder: URL = projectFolder) throws -> Run {
  try runProgram(bayanProgram, arguments, in: folder)
}

/// As above, with arguments that are put together.
package func bayan(_ arguments: [String], in folder: URL = projectFolder) throws -> Run {
  try runProgram(bayanProgram, arguments, in: folder)
}

/// Runs a program of the system, such as qpdf.
package func tool(_ name: String, _ arguments: String...) throws -> Run { try tool(name, arguments) }

package func tool(_ name: String, _ arguments: [String], input: String? = nil) throws -> Run {
  try runProgram(URL(fileURLWithPath: "/usr/bin/env"), [name] + arguments, input: input)
}

package func runProgram(
  _ program: URL, _ arguments: [String], in folder: URL = projectFolder, input: String? = nil,
  environment: [String: String] = [:]
) throws -> Run {
  let process = Process()
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
  process.executableURL = program
  process.arguments = arguments
  process.currentDirectoryURL = folder
  // Files, since a pipe that nobody reads holds up who writes into it.
  let files = try TemporaryFolder()
  defer { try? FileManager.default.removeItem(at: files.url) }
  for name in ["output", "errors"] { try files.write("", to: name) }
  process.standardOutput = try FileHandle(forWritingTo: files.file("output"))
  process.standardError = try FileHandle(forWritingTo: files.file("errors"))
  if let input {
    try files.write(input, to: "input")
    process.standardInput = try FileHandle(forReadingFrom: files.file("input"))
  }
  try process.run()
  process.waitUntilExit()
  let said = try ["output", "errors"].map {
    try String(decoding: Data(contentsOf: files.file($0)), as: UTF8.self)
  }
  return Run(status: process.terminationStatus, output: said[0], errors: said[1])
}
