import ArgumentParser
import Diagnostics
import Dispatch
import Press
import Synchronization

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes a pack's documents as PDF.",
    discussion: """
      All documents appear together when all are done; until then the old ones stay as they are.

      EXAMPLES
        bayan build
        bayan build my-pack --layout report --layout slides
        bayan build my-pack --output ~/briefing --paper letter
      """)

  @OptionGroup var options: PackOptions

  @Option(help: "The folder that the documents go into; it is made if it is missing.")
  var output = "output"

  func run() throws {
    let terminal = Terminal(options)
    do {
      let made = try Pipeline(options, terminal: terminal).make()
      let files = try terminal.stage("paint") { try paint(made.documents) }
      try terminal.stage("write") { try replaceFiles(files, in: output) }
      terminal.show(made.warnings)
      for (file, document) in zip(files, made.documents) {
        let pages = document.document.pages.count
        terminal.finish("\(output)/\(file.name): \(pages) page\(pages == 1 ? "" : "s"), \((file.bytes.count + 512) / 1024) KiB")
      }
    } catch let error as DiagnosticError {
      terminal.show(error.diagnostics)
      throw ExitCode(1)
    }
  }

  /// The documents as PDF, several at a time: each is painted by itself.
  private func paint(_ documents: [Pipeline.Named]) throws(DiagnosticError) -> [(name: String, bytes: [UInt8])] {
    let results = Mutex([Result<[UInt8], DiagnosticError>?](repeating: nil, count: documents.count))
    DispatchQueue.concurrentPerform(iterations: documents.count) { index in
      let result = Result { () throws(DiagnosticError) in try renderPDF(documents[index].document) }
      results.withLock { $0[index] = result }
    }
    var files: [(name: String, bytes: [UInt8])] = []
    for (document, result) in zip(documents, results.withLock { $0 }) {
      if let bytes = try result?.get() { files.append((name: "\(document.layout).pdf", bytes: bytes)) }
    }
    return files
  }
}
