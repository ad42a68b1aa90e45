import Foundation
import PageLayout
import Production

/// Runs this program's own commands as a person would type them: what goes wrong in one ends nothing here.
struct CommandRunner: Sendable {
  enum Command: String {
    case build, changes
    /// How many sheets a print takes.
    case count
    case print
  }

  struct Report: Encodable {
    var command: String
    var succeeded: Bool
    var output: String
  }

  let pack: String
  let order: Order

  /// The folder that documents are built into, from where the preview was begun.
  private static let output = "output"

  private func arguments(_ command: Command) -> [String] {
    let wanted =
      order.layouts.flatMap { ["--layout", $0] } + order.updates.flatMap { ["--figures", $0] }
      + order.sheets.flatMap { ["--sheets", $0] } + (order.figuresAsOf.map { ["--as-of", $0] } ?? [])
      + (order.paper.map { ["--paper", $0.rawValue] } ?? [])
    return switch command {
    case .build: ["build", pack, "--output", Self.output] + wanted
    case .count: ["print", pack, "--dry-run"] + wanted
    case .print: ["print", pack] + wanted
    case .changes: ["diff", Self.output, pack] + order.updates.flatMap { ["--figures", $0] }
    }
  }

  func run(_ command: Command) async -> Report {
    let arguments = arguments(command)
    let words = (["bayan"] + arguments).joined(separator: " ")
    return await withCheckedContinuation { done in
      DispatchQueue.global().async {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        do { try process.run() } catch {
          done.resume(
            returning: Report(command: words, succeeded: false, output: "\(error.localizedDescription)"))
          return
        }
        let output = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        done.resume(
          returning: Report(
            command: words, succeeded: process.terminationStatus == 0,
            output: String(decoding: output, as: UTF8.self)))
      }
    }
  }
}
