import ArgumentParser
import Briefing
import Diagnostics
import Production

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Says what is wrong or doubtful in a pack, and makes nothing.",
    discussion: """
      Reads every file of the pack, holds figures and quotations against the transcript and lays out all pages, so
      that it can say which question takes more than one.

      EXAMPLES
        bayan check
        bayan check my-pack --paper a5
        bayan check my-pack --strict        words that no figure can be held against, too
        bayan check my-pack --greyscale     what a print in black and white would lose
      """)

  @OptionGroup var options: PackOptions
  @OptionGroup var paper: SheetOptions

  @Flag(
    name: .customLong("transcript"),
    help:
      "List the interview's labels and turns as they were read (a line each; columns two blanks apart), and lay out nothing."
  )
  var listsTurns = false

  @Flag(
    help: "Note words of direction, degree, progress and comparison, too, that no figure can be held against."
  )
  var strict = false

  func run() throws {
    let terminal = Terminal(options)
    if listsTurns { return try listTurns(terminal) }
    do {
      var order = Order(options, paper)
      order.paints = false
      order.isStrict = strict
      let made = try terminal.openPress().make(order)
      terminal.show(made.warnings)
      terminal.finish(made.warnings.isEmpty ? "nothing to mend" : "no errors")
    } catch let error as DiagnosticError {
      terminal.show(error.diagnostics)
      throw ExitCode(1)
    }
  }

  private func listTurns(_ terminal: Terminal) throws {
    do {
      let read = try PackTranscript(at: options.pack ?? Resources.locate().shippedPack())
      print(read.listing, terminator: "")
      terminal.show(read.diagnostics)
      if read.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    } catch let error as DiagnosticError {
      terminal.show(error.diagnostics)
      throw ExitCode(1)
    }
  }
}
