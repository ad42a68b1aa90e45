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
        bayan build my-pack --layout report --layout slides
        bayan build my-pack --output ~/briefing --paper letter
        bayan build my-pack --sheets booklet
      """)

  @OptionGroup var options: PackOptions
  @OptionGroup var paper: SheetOptions

  @Option(help: "The folder that the documents go into; it is made if it is missing.")
  var output = "output"

  func validate() throws {
    if output.isEmpty {
      throw ValidationError("--output is empty: name a folder, or leave the option out for 'output'")
    }
  }

  func run() throws {
    let terminal = Terminal(options)
    do {
      let made = try Pipeline(options, paper, terminal: terminal, paints: true).make()
      let files = made.documents.map { (name: "\($0.name).pdf", bytes: $0.pdf) }
      try terminal.stage("write") { try replaceFiles(files, in: output) }
      terminal.show(made.warnings)
      for document in made.documents {
        let size = (document.pdf.count + 512) / 1024
        let pages = document.pages == 1 ? "1 page" : "\(document.pages) pages"
        terminal.finish("\(output)/\(document.name).pdf: \(pages), \(size) KiB")
      }
    } catch let error as DiagnosticError {
      terminal.show(error.diagnostics)
      throw ExitCode(1)
    }
  }
}
