import ArgumentParser
import Diagnostics
import Press

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes a pack's documents as PDF.",
    discussion: """
      All documents appear together when all are done; until then the old ones stay as they are.

      EXAMPLES
        bayan build
        bayan build my-pack --output ~/briefing --paper letter
      """)

  @OptionGroup var options: PackOptions

  @Option(help: "The folder that the documents go into; it is made if it is missing.")
  var output = "output"

  func run() throws {
    let terminal = Terminal(options)
    do {
      let made = try Pipeline(options, terminal: terminal).make()
      let bytes = try terminal.stage("paint") { try renderPDF(made.document) }
      let name = "\(made.layoutName).pdf"
      try terminal.stage("write") { try replaceFiles([(name: name, bytes: bytes)], in: output) }
      terminal.show(made.warnings)
      terminal.finish("\(output)/\(name): \(made.document.pages.count) pages, \((bytes.count + 512) / 1024) KiB")
    } catch let error as DiagnosticError {
      terminal.show(error.diagnostics)
      throw ExitCode(1)
    }
  }
}
