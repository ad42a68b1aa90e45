import Diagnostics
import Foundation

/// What becomes of a job while it is being printed, for whoever watches.
public enum PrintEvent: Hashable, Sendable {
  case sending(bytes: Int, of: Int)
  /// In words: "waiting in the queue", "printing, 3 pages done", "out of paper".
  case state(String)
}

/// How a job ended that ended well.
public struct PrintOutcome: Hashable, Sendable {
  public var job: Int
  /// Doubtful, but done.
  public var warnings: [Diagnostic]
}

/// One document on its way through a printer. It is followed to its end; what does not end well is cancelled, so that
/// no half job is left.
public struct PrintJob {
  let printer: Printer
  let document: PrintDocument
  let ticket: PrintTicket
  let report: (PrintEvent) -> Void
  var warnings: [Diagnostic] = []

  /// `report` is told what happens, again and again.
  public init(
    _ document: PrintDocument, on printer: Printer, as ticket: PrintTicket,
    report: @escaping (PrintEvent) -> Void
  ) {
    self.document = document
    self.printer = printer
    self.ticket = ticket
    self.report = report
  }

  /// Sends the document and follows it to its end.
  ///
  /// - Throws: `DiagnosticError` that says why it was not printed, and what became of it.
  public mutating func run() throws(DiagnosticError) -> PrintOutcome {
    try checkState()
    let job =
      printer.description.can(.createJob) && printer.description.can(.sendDocument)
      ? try sendInTwoSteps() : try sendAtOnce()
    try follow(job)
    return PrintOutcome(job: job, warnings: warnings)
  }

  /// A printer that somebody has stopped would keep the job for who knows how long.
  private func checkState() throws(DiagnosticError) {
    let now = printer.refreshed() ?? printer.description
    if !now.isAccepting {
      throw DiagnosticError(
        "\(printer.name) takes no jobs\(now.stateMessage.isEmpty ? "" : ": \(now.stateMessage)")",
        advice: printer.queue.map { "let it take them again: cupsaccept \($0)" }
          ?? "see at the printer why, or print on another one")
    }
    if now.isStopped, now.stateReasons.contains(where: { ["paused", "moving-to-paused"].contains($0) }) {
      throw DiagnosticError(
        "\(printer.name) is stopped\(now.stateMessage.isEmpty ? "" : ": \(now.stateMessage)")",
        advice: printer.queue.map { "start it again: cupsenable \($0)" } ?? "start it at the printer")
    }
  }

  // MARK: Sending

  /// The printer agrees to the job before the document travels, and the job can be cancelled from the first byte on.
  private mutating func sendInTwoSteps() throws(DiagnosticError) -> Int {
    let reply = try untilNotBusy { () throws(IPPConnection.Lost) in
      try printer.ask(jobRequest(.createJob, []))
    }
    let job = try accepted(reply)
    let sent: IPPReply
    do {
      sent = try send(
        printer.request(
          .sendDocument,
          [
            IPPAttribute("job-id", .integer(job)), IPPAttribute("document-name", .name(jobName)),
            IPPAttribute("document-format", .mimeType("application/pdf")),
            IPPAttribute("last-document", .boolean(true)),
          ]))
    } catch {
      throw lost(error, job: job)
    }
    if !sent.isGood {
      cancel(job)
      throw printer.refusal(sent, doing: "refused the document")
    }
    return job
  }

  private mutating func sendAtOnce() throws(DiagnosticError) -> Int {
    let reply = try untilNotBusy { () throws(IPPConnection.Lost) in
      try send(jobRequest(.printJob, [IPPAttribute("document-format", .mimeType("application/pdf"))]))
    }
    return try accepted(reply)
  }

  private func jobRequest(_ operation: IPPRequest.Operation, _ more: [IPPAttribute]) -> IPPRequest {
    var request = printer.request(operation, [IPPAttribute("job-name", .name(jobName))] + more)
    request.job = ticket.attributes
    return request
  }

  /// RFC 8011 allows 255 bytes, which are 63 characters at worst.
  private var jobName: String { String(document.title.prefix(63)) }

  private func send(_ request: IPPRequest) throws(IPPConnection.Lost) -> IPPReply {
    report(.sending(bytes: 0, of: document.pdf.count))
    return try printer.askOnce(request, document: document.pdf) { sent in
      report(.sending(bytes: sent, of: document.pdf.count))
      return !printer.patience.isInterrupted
    }
  }

  /// Tries again while the printer is busy with somebody else's job.
  private func untilNotBusy(
    _ ask: () throws(IPPConnection.Lost) -> IPPReply
  ) throws(DiagnosticError) -> IPPReply {
    let start = ContinuousClock.now
    while true {
      let reply: IPPReply
      do { reply = try ask() } catch { throw lost(error, job: nil) }
      if reply.status != IPPStatus.busy || ContinuousClock.now - start > printer.patience.limit {
        return reply
      }
      report(.state("the printer is busy with another job"))
      if !pause(seconds: 1) { throw cancelled(nil) }
    }
  }

  /// The job's number, and as warnings what of the ticket the printer won't do.
  private mutating func accepted(_ reply: IPPReply) throws(DiagnosticError) -> Int {
    guard reply.isGood else {
      if reply.status == IPPStatus.notSupported, !reply.unsupported.isEmpty {
        throw DiagnosticError(
          "\(printer.name) can't print with this \(reply.unsupported.joined(separator: ", "))",
          advice: "choose another with --media, --sides or --copies")
      }
      throw printer.refusal(reply, doing: "refused the job")
    }
    for name in reply.unsupported where ticket.attributes.contains(where: { $0.name == name }) {
      warnings.append(
        Diagnostic(.warning, "\(printer.name) passes over what was asked for '\(name)'", advice: nil))
    }
    guard let job = reply.integer("job-id"), job > 0 else {
      throw DiagnosticError(
        "\(printer.name) gave the job no number that it could be asked by",
        advice: "see at the printer whether it is being printed")
    }
    return job
  }

  // MARK: What goes wrong

  func pause(seconds: Double) -> Bool {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
      if printer.patience.isInterrupted { return false }
      usleep(50_000)
    }
    return !printer.patience.isInterrupted
  }

  /// Takes a job back; whether the printer said yes.
  @discardableResult
  func cancel(_ job: Int) -> Bool {
    let request = printer.request(.cancelJob, [IPPAttribute("job-id", .integer(job))])
    guard let reply = printer.patience.forgiving({ try? printer.ask(request) }) else { return false }
    // A job that has ended by itself can't be cancelled and needn't be.
    return reply.isGood || reply.status == IPPStatus.notPossible || reply.status == IPPStatus.notFound
  }

  /// Cancels the job and says so.
  func cancelled(_ job: Int?) -> DiagnosticError {
    guard let job else { return DiagnosticError("printing was cancelled before anything was sent") }
    return cancel(job)
      ? DiagnosticError("printing was cancelled, and job \(job) with it")
      : DiagnosticError(
        "printing was cancelled, but \(printer.name) does not answer, so job \(job) may still be there",
        advice: adviceToCancel(job))
  }

  /// The connection is gone: takes the job back if the printer still answers, and says what is known.
  func lost(_ error: IPPConnection.Lost, job: Int?) -> DiagnosticError {
    if printer.patience.isInterrupted { return cancelled(job) }
    let part =
      error.sent > 0 && error.sent < document.pdf.count
      ? " after \(error.sent / 1024) of \(document.pdf.count / 1024) KiB" : ""
    let message = "the connection to \(printer.name) was lost\(part) (\(error.reason))"
    guard let job else {
      return DiagnosticError(
        message, advice: "nothing was printed unless the printer says so; see that it is on, and print again")
    }
    return cancel(job)
      ? DiagnosticError(
        message, advice: "job \(job) was cancelled; see what the printer says, and print again")
      : DiagnosticError(
        message, advice: "see that it is on; if it still has job \(job), \(adviceToCancel(job))")
  }

  func adviceToCancel(_ job: Int) -> String {
    printer.queue.map { "cancel it: cancel \($0)-\(job)" } ?? "cancel it at the printer"
  }
}
