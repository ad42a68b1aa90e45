import ArgumentParser
import Diagnostics
import Dispatch
import Foundation
import Preview
import Production

struct PreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Shows a pack's pages in the browser, and again whenever a file of it is saved.",
    discussion: """
      Figures can be changed there, with what that does to every sentence; slides can be presented. Ctrl-C ends it. Only
      this machine's browsers can open it, by the address that is printed.

      EXAMPLES
        bayan preview my-pack
        bayan preview my-pack --layout slides
        bayan preview my-pack --port 8080 --no-open
      """)

  @OptionGroup var options: PackOptions
  @OptionGroup var paper: SheetOptions

  @Option(help: "The port to listen at; without it, any that is free.")
  var port: UInt16?

  @Flag(name: .customLong("no-open"), help: "Print the address, and open no browser.")
  var opensNothing = false

  func run() throws {
    let terminal = Terminal(options)
    // A browser may be gone before it is answered.
    signal(SIGPIPE, SIG_IGN)
    // The server ends with the last of them.
    MachineLimits.allowFiles(16_384)
    do throws(DiagnosticError) {
      let server = try PreviewServer(Order(options, paper), port: port, watch: terminal.watch)
      let serving = Task {
        do {
          try await server.run {
            StandardStreams.write("\(server.address)\nCtrl-C ends the preview.\n", to: STDOUT_FILENO)
            if !opensNothing { open(server.address) }
          }
        } catch  where Task.isCancelled {
          Foundation.exit(0)
        } catch {
          terminal.show([Diagnostic(.error, "the preview has ended: \(error)")])
          Foundation.exit(1)
        }
        Foundation.exit(0)
      }
      let ends = [SIGINT, SIGTERM, SIGHUP].map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler {
          serving.cancel()
          // A browser that keeps its line open keeps nobody waiting; what is being written has its moment.
          DispatchQueue.global().asyncAfter(deadline: .now() + 0.3) { Foundation.exit(0) }
        }
        source.resume()
        return source
      }
      // By waiting and not by dispatchMain, which never returns: what nothing comes after may be freed before, and with the
      // sources went Ctrl-C.
      withExtendedLifetime(ends) { DispatchSemaphore(value: 0).wait() }
    } catch {
      terminal.show(error.diagnostics)
      throw ExitCode(1)
    }
  }

  /// Asks the desktop to show an address; where there is none, the person has it in the terminal.
  private func open(_ address: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xdg-open", address]
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try? process.run()
  }
}
