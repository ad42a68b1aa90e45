import ArgumentParser
import Diagnostics
import Dispatch
import Foundation
import Graphics
import Printing
import Production

struct Print: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "Prints a pack's documents.",
    discussion: """
      The documents are made anew, so that what is printed has the current figures, and sent by IPP to a queue of CUPS
      or straight to a printer. Each job is followed to its end; what goes wrong is cancelled.

      EXAMPLES
        bayan print --list                                       the printers
        bayan print my-pack --dry-run                            how many sheets that would be
        bayan print my-pack --layout report --copies 12          on the default printer
        bayan print my-pack --sheets booklet --to office
        bayan print my-pack --layout agenda --for attendees.csv --to ipp://printer.local/ipp/print
      """)

  @OptionGroup var options: PackOptions
  @OptionGroup var paper: SheetOptions
  @OptionGroup var copying: CopyOptions

  @Option(
    help: ArgumentHelp(
      "Also print what changed since an edition: a PDF made by Bayan, a folder of them, or a pack.",
      valueName: "edition"))
  var since: String?

  @Flag(help: "Show the printers of CUPS, and print nothing.")
  var list = false

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      "A queue of CUPS, or an address: ipp://host/ipp/print. Without it: the default queue.",
      valueName: "printer"))
  var target: String?

  @Option(help: "How many of each.")
  var copies = 1

  @Option(help: ArgumentHelp("Pages of each document, as laid out: 1-3,5.", valueName: "ranges"))
  var pages: String?

  @Option(
    help:
      "One side of the paper, or both, turned along the long or the short edge. Without it: as the sheets are."
  )
  var sides: Sides?

  @Option(
    help: ArgumentHelp(
      "The paper in the printer: a4, or its full name. Without it: the pages' own.", valueName: "name"))
  var media: String?

  @Flag(inversion: .prefixedNo, help: "Each copy whole, one after the other.")
  var collate = true

  @Flag(help: "Show the documents and how much paper they take; send nothing.")
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      "How long a printer may do nothing before its job is cancelled.", valueName: "seconds"))
  var timeout = 300

  func validate() throws {
    if since?.isEmpty == true {
      throw ValidationError("--since is empty: name a PDF, a folder or a pack, or leave the option out")
    }
    if target?.isEmpty == true {
      throw ValidationError("--to is empty: name a queue or an address, or leave the option out")
    }
    if !(1...999).contains(copies) { throw ValidationError("--copies takes 1 to 999") }
    if !(1...86_400).contains(timeout) { throw ValidationError("--timeout takes 1 to 86400 seconds") }
    if let pages, PageRanges(pages) == nil {
      throw ValidationError("'\(pages)' is no list of pages: write 1-3,5 or 4-")
    }
  }

  func run() throws {
    let terminal = Terminal(options)
    do {
      if list { return try showPrinters() }
      let interruption = Interruption()
      let printer = try openPrinter(interruption, terminal)
      let (documents, warnings) = try make(terminal)
      terminal.show(warnings)
      let (tickets, doubts) = try self.tickets(for: documents, on: printer)
      terminal.show(doubts)
      guard !dryRun, let printer else { return show(documents, tickets) }
      // Until here whoever asks the program to end ends it: nothing is to be taken back.
      let signals = Signals { interruption.set() }
      defer { signals.end() }
      for (document, ticket) in zip(documents, tickets) {
        if interruption.isSet {
          throw DiagnosticError("printing was cancelled; '\(document.name)' was not sent")
        }
        try print(document, ticket, on: printer, terminal)
      }
    } catch let error as DiagnosticError {
      terminal.show(error.diagnostics)
      throw ExitCode(1)
    }
  }

  private func showPrinters() throws(DiagnosticError) {
    let queues = try Printer.queues()
    if queues.isEmpty { say("CUPS is running and has no printer") }
    let widest = queues.map(\.name.count).max() ?? 0
    for queue in queues {
      let name = queue.name.padding(toLength: widest, withPad: " ", startingAt: 0)
      say("\(name)  \(queue.info)\(queue.isDefault ? " (default)" : "")")
    }
  }

  /// Ahead of everything else, so that nobody waits for pages that can't be printed. `nil` where nothing is sent and no
  /// printer is named.
  private func openPrinter(
    _ interruption: Interruption, _ terminal: Terminal
  ) throws -> Printer? {
    if dryRun, target == nil { return nil }
    let address = try target.map(PrinterAddress.init) ?? .standard
    return try terminal.stage("find the printer") {
      try Printer(address, timeout: .seconds(timeout), interruption: interruption)
    }
  }

  private func make(_ terminal: Terminal) throws -> (documents: [PrintDocument], warnings: [Diagnostic]) {
    let (copies, doubts) = try copying.copies()
    var order = Order(options, paper)
    order.copies = copies
    order.joinsCopies = true
    order.isForPaper = true
    order.isOneSided = sides == .one
    order.paints = !dryRun
    order.since = since.map { EditionBefore(.named($0), isShown: true) }
    if let ranges = pages.flatMap(PageRanges.init) {
      order.pages = { document, name throws(DiagnosticError) in
        try ranges.indices(of: document.pages.count, in: name)
      }
    }
    let made = try terminal.openPress().make(order)
    let title = made.title
    let documents = made.documents.map { document in
      PrintDocument(
        name: document.name, title: "\(document.name): \(title)", pdf: document.pdf, pages: document.pages,
        size: document.size,
        sides: document.duplex.map { $0 == .longEdge ? .long : .short } ?? .one)
    }
    if documents.isEmpty {
      throw DiagnosticError(
        "there is nothing to print", advice: "name layouts that are made for paper with --layout")
    }
    return (documents, doubts + made.warnings)
  }

  /// All that the printer can't do, of all documents.
  private func tickets(
    for documents: [PrintDocument], on printer: Printer?
  ) throws(DiagnosticError) -> (tickets: [PrintTicket], warnings: [Diagnostic]) {
    var wish = PrintWish()
    wish.copies = copies
    wish.sides = sides
    wish.media = media
    wish.collates = collate
    wish.isMonochrome = paper.ink != .colour
    guard let printer else { return (documents.map { PrintTicket($0, wish) }, []) }
    var log = DiagnosticLog()
    var tickets: [PrintTicket] = []
    for document in documents {
      if let ticket = log.collect({ try PrintTicket(document, wish, on: printer) }) {
        tickets.append(ticket)
        for warning in ticket.warnings { log.add(warning) }
      }
    }
    try log.throwIfErrors()
    return (tickets, log.diagnostics)
  }

  private func print(
    _ document: PrintDocument, _ ticket: PrintTicket, on printer: Printer, _ terminal: Terminal
  ) throws(DiagnosticError) {
    var job = PrintJob(document, on: printer, as: ticket) { event in
      switch event {
      case .sending(let sent, let all):
        terminal.progress("\(document.name): sending \(sent / 1024) of \(all / 1024) KiB")
      case .state(let words): terminal.progress("\(document.name): \(words)")
      }
    }
    defer { terminal.progress(nil) }
    let outcome = try job.run()
    terminal.progress(nil)
    terminal.show(outcome.warnings)
    let sheets = Self.sheets(ticket.copies * document.sheets(on: ticket.sides))
    terminal.conclude(
      "\(document.name): printed on \(printer.name), job \(outcome.job), \(sheets) of \(ticket.media.shortName)"
    )
  }

  // MARK: Dry run

  private func show(_ documents: [PrintDocument], _ tickets: [PrintTicket]) {
    var (sheets, area) = (0, 0.0)
    for (document, ticket) in zip(documents, tickets) {
      let each = document.sheets(on: ticket.sides)
      let pages = document.pages == 1 ? "1 page" : "\(document.pages) pages"
      var words =
        "\(document.name): \(pages) on \(Self.sheets(each)) of \(ticket.media.shortName), \(ticket.sides.words)"
      if ticket.copies > 1 { words += "; \(ticket.copies) copies: \(Self.sheets(each * ticket.copies))" }
      say(words)
      sheets += each * ticket.copies
      area += Double(each * ticket.copies) * ticket.media.area
    }
    let weight = Int((area * Self.gramsPerSquareMetre).rounded())
    say(
      "in all \(Self.sheets(sheets)) of paper"
        + (weight > 0 ? ", \(weight) g at \(Int(Self.gramsPerSquareMetre)) g/m²" : ""))
  }

  /// Of office paper.
  private static let gramsPerSquareMetre = 80.0

  private static func sheets(_ count: Int) -> String { count == 1 ? "1 sheet" : "\(count) sheets" }
}

extension Sides: ExpressibleByArgument {}

extension Sides {
  fileprivate var words: String {
    switch self {
    case .one: "on one side"
    case .long: "on both sides, turned along the long edge"
    case .short: "on both sides, turned along the short edge"
    }
  }
}

/// Catches what asks the program to end (Ctrl-C, a service that stops), so that a job can be taken back first; the
/// second time the program ends at once.
private final class Signals {
  private let sources: [any DispatchSourceSignal]
  private static let caught = [SIGINT, SIGTERM, SIGHUP]

  init(_ act: @escaping @Sendable () -> Void) {
    sources = Self.caught.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        act()
        signal(number, SIG_DFL)
      }
      source.resume()
      return source
    }
  }

  func end() {
    for source in sources { source.cancel() }
    for number in Self.caught { signal(number, SIG_DFL) }
  }
}
