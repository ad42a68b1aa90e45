import ArgumentParser
import Diagnostics
import Graphics
import Printing
import Production

/// For whoever works on Bayan; the help that others read leaves it out.
struct Debug: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "debug", abstract: "Shows how Bayan works inside.", shouldDisplay: false,
    subcommands: [DebugFrame.self])
}

struct DebugFrame: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frame",
    abstract: "Prints pages as text, an item a line.",
    discussion: """
      Where each item stands in its group, in points from the upper left corner: text with its face, size, colour and
      width, shapes with the rectangle around them, groups with their tags.

      EXAMPLES
        bayan debug frame my-pack --layout report --page 3
        bayan debug frame my-pack --layout report --sheets booklet --page 1
      """)

  @OptionGroup var options: PackOptions
  @OptionGroup var paper: SheetOptions

  @Option(
    help: ArgumentHelp("Pages or sides of each document: 3, or 1-3,5. Without it: all.", valueName: "ranges"))
  var page: String?

  func validate() throws {
    if let page, PageRanges(page) == nil {
      throw ValidationError("--page takes pages like 3, 1-3 or 2,5-")
    }
  }

  func run() throws {
    let terminal = Terminal(options)
    do {
      var order = Order(options, paper)
      order.paints = false
      order.keepsFrames = true
      let made = try terminal.openPress().make(order)
      for document in made.documents {
        let pages = document.frames?.pages ?? []
        let chosen = try page.flatMap { PageRanges($0) }?.indices(of: pages.count, in: document.name)
        for index in chosen ?? Array(pages.indices) {
          let page = pages[index]
          say("\(document.name), page \(index + 1) of \(pages.count), “\(page.label)”, \(page.part)")
          say(page.frame.dump, terminator: "")
        }
      }
    } catch let error as DiagnosticError {
      terminal.show(error.diagnostics)
      throw ExitCode(1)
    }
  }
}
