import ArgumentParser
import Diagnostics
import Files
import Production

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Makes a pack's documents as PDF.",
    discussion: """
      All documents appear together when all are done; until then the old ones stay as they are. What changed since
      them is told on a page of its own, marked in the margins, and summed up at the end.

      EXAMPLES
        bayan build
        bayan build my-pack --layout report --layout slides
        bayan build my-pack --output ~/briefing --paper letter
        bayan build my-pack --sheets booklet
        bayan build my-pack --since handed-out/report.pdf
        bayan build my-pack --for attendees.csv     a file for each, with their name and number
      """)

  @OptionGroup var options: PackOptions
  @OptionGroup var paper: SheetOptions
  @OptionGroup var copying: CopyOptions

  @Option(help: "The folder that the documents go into; it is made if it is missing.")
  var output = "output"

  @Option(
    help: ArgumentHelp(
      "The edition to say what changed since: a PDF made by Bayan, a folder of them, a pack, or 'none'.",
      discussion: "Without it: the one that is in the output folder.", valueName: "edition"))
  var since: String?

  @Flag(
    name: .customLong("no-changes"), help: "Leave out the page and the marks of what changed, for printing.")
  var hidesChanges = false

  func validate() throws {
    if since?.isEmpty == true {
      throw ValidationError("--since is empty: name a PDF, a folder or a pack, or leave the option out")
    }
    if output.isEmpty {
      throw ValidationError("--output is empty: name a folder, or leave the option out for 'output'")
    }
  }

  func run() throws {
    let terminal = Terminal(options)
    do {
      try finishReplacing(in: output)
      let (copies, doubts) = try copying.copies()
      var order = Order(options, paper)
      order.since = before
      order.copies = copies
      let made = try terminal.openPress().make(order)
      let files = made.documents.map { (name: "\($0.name).pdf", bytes: $0.pdf) }
      try terminal.stage("write") { try replaceFiles(files, in: output) }
      let leftovers =
        made.edition.map {
          EditionReader.leftovers(of: $0, in: output, besides: Set(files.map(\.name)))
        } ?? []
      terminal.show(doubts + made.warnings + leftovers)
      for document in made.documents {
        let size = (document.pdf.count + 512) / 1024
        let pages = document.pages == 1 ? "1 page" : "\(document.pages) pages"
        terminal.finish("\(output)/\(document.name).pdf: \(pages), \(size) KiB")
      }
      if let changes = made.changes {
        let pages = made.documents.compactMap { document in
          document.changesPage.map { "\(document.name).pdf page \($0)" }
        }
        terminal.conclude(changes.summary(pages: pages))
      } else if let edition = made.edition {
        terminal.conclude(
          edition.summary(
            documents: files.count, in: output, replaced: made.replaced,
            isFirst: made.isFirst && leftovers.isEmpty))
      }
    } catch let error as DiagnosticError {
      terminal.show(error.diagnostics)
      throw ExitCode(1)
    }
  }

  private var before: EditionBefore {
    if since == "none" { return .nothing }
    return EditionBefore(since.map { .named($0) } ?? .output(output), isShown: !hidesChanges)
  }
}
