import Diagnostics
import Dispatch
import Foundation
import Synchronization

/// What came of a program that ran to its end.
public struct ProgramRun: Sendable {
  /// 0 where it succeeded; 127 where the system found no such program.
  public var status: Int32
  public var output: [UInt8]
  /// What it said on its standard error.
  public var errors: String
  /// Whether it was ended since it took longer, or said more, than it may.
  public var wasEnded = false
}

/// Runs a program to its end.
///
/// - Parameters:
///   - program: its name, looked up as a shell would, or its path.
///   - arguments: passed as they are.
///   - input: what it reads from its standard input.
///   - patience: in seconds; then it and what it began are ended.
///   - limit: of its output, in bytes; what says more is ended.
/// - Returns: what it said, and how it ended.
/// - Throws: where it can't be begun, or there is no room for what it shall read.
public func runProgram(
  _ program: String, _ arguments: [String], input: [UInt8] = [], patience: Double, limit: Int = 256_000_000
) throws(DiagnosticError) -> ProgramRun {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [program] + arguments
  let (output, errors) = (Pipe(), Pipe())
  (process.standardOutput, process.standardError) = (output, errors)
  process.standardInput = try inputFile(input)
  do { try process.run() } catch {
    throw DiagnosticError("\(program) can't be begun: \(error.localizedDescription)")
  }
  let ended = EndedProgram(process.processIdentifier)
  let timer = DispatchWorkItem { ended.end() }
  DispatchQueue.global().asyncAfter(deadline: .now() + patience, execute: timer)
  let complaint = DispatchQueue(label: "complaint")
  nonisolated(unsafe) var said: [UInt8] = []
  complaint.async { said = read(errors.fileHandleForReading, atMost: 1_000_000) {} }
  let result = read(output.fileHandleForReading, atMost: limit) { ended.end() }
  process.waitUntilExit()
  timer.cancel()
  let message = complaint.sync { String(decoding: said, as: UTF8.self) }
  return ProgramRun(
    status: process.terminationStatus, output: result, errors: message, wasEnded: ended.isEnded)
}

/// A program that may have to be ended, and what it began with it.
private final class EndedProgram: Sendable {
  private let identifier: pid_t
  private let ended = Mutex(false)

  init(_ identifier: pid_t) { self.identifier = identifier }

  var isEnded: Bool { ended.withLock { $0 } }

  func end() {
    ended.withLock { $0 = true }
    // Its whole group, where it leads one: what it has begun holds its output open.
    if kill(-identifier, SIGKILL) != 0 { kill(identifier, SIGKILL) }
  }
}

/// What it reads stands in a file without a name: a pipe would be filled while nobody reads, and a program that reads
/// nothing would end this one.
private func inputFile(_ bytes: [UInt8]) throws(DiagnosticError) -> FileHandle {
  if bytes.isEmpty { return FileHandle.nullDevice }
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("bayan-\(UUID().uuidString)").path
  defer { unlink(path) }
  do {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    guard let file = FileHandle(forReadingAtPath: path) else { throw CocoaError(.fileNoSuchFile) }
    return file
  } catch {
    throw DiagnosticError(
      "what a program shall read can't be written: \(error.localizedDescription)",
      advice: "make room in \(FileManager.default.temporaryDirectory.path)")
  }
}

/// Everything up to the end, or to the limit, of which is told at once; what follows it is thrown away.
private func read(_ file: FileHandle, atMost limit: Int, beyond tell: () -> Void) -> [UInt8] {
  var bytes: [UInt8] = []
  while let part = try? file.read(upToCount: 1 << 16), !part.isEmpty {
    if bytes.count + part.count > limit { tell() } else { bytes += part }
  }
  return bytes
}
