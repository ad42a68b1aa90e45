import Diagnostics
import Foundation

extension PrintJob {
  /// Looks after a job until it has ended, and no longer than it gets on: more of its pages are done, or it stands as it
  /// has never stood. A printer that merely says something else each time does not get on.
  mutating func follow(_ job: Int) throws(DiagnosticError) {
    var known: Set<JobState> = []
    var done = 0
    var since = ContinuousClock.now
    let all = document.pages * ticket.copies
    while true {
      let now = try state(of: job)
      let pages = min(now.impressions, all)
      let isNew = known.count < Self.mostStates && known.insert(now.standing).inserted
      if isNew || pages > done { (done, since) = (max(pages, done), .now) }
      switch now.phase {
      case .completed:
        if !now.errors.isEmpty {
          warnings.append(
            Diagnostic(
              .warning, "\(printer.name) ended job \(job) with \(now.errors.joined(separator: ", "))",
              advice: "look through the sheets"))
        }
        return
      case .forgotten:
        warnings.append(
          Diagnostic(
            .warning, "\(printer.name) no longer knows job \(job), so how it ended is not known",
            advice: "look whether all sheets are there"))
        return
      case .cancelled:
        throw DiagnosticError(
          "job \(job) was cancelled at \(printer.name)\(now.inWords(after: ": "))",
          advice: "nothing more of it will be printed; print again if that was a mistake")
      case .aborted:
        throw DiagnosticError(
          "\(printer.name) gave job \(job) up\(now.inWords(after: ": "))",
          advice: "see at the printer what it needs, and print again")
      case .held where ContinuousClock.now - since > Self.settlingTime: throw held(job, now)
      case .held, .pending, .processing, .stopped: report(.state(now.words))
      }
      if ContinuousClock.now - since > printer.patience.limit { throw givenUp(job, now) }
      if !pause(seconds: Self.interval) { throw cancelled(job) }
    }
  }

  /// Ways in which a job may stand, one after the other.
  private static let mostStates = 50
  /// Seconds between two looks.
  private static let interval = 0.4
  /// A job that was just sent counts as held for a moment, until the printer has looked at it.
  private static let settlingTime = Duration.seconds(2)

  private func state(of job: Int) throws(DiagnosticError) -> JobState {
    let wanted = IPPAttribute("requested-attributes", keywords: JobState.attributes)
    let request = printer.request(.getJobAttributes, [IPPAttribute("job-id", .integer(job)), wanted])
    let reply: IPPReply
    do { reply = try printer.ask(request) } catch { throw lost(error, job: job) }
    if reply.status == IPPStatus.notFound { return JobState(phase: .forgotten) }
    if !reply.isGood { throw printer.refusal(reply, doing: "does not say how job \(job) is") }
    var state = JobState(reply)
    if !state.phase.isEnd, let now = printer.refreshed() { state.add(now) }
    return state
  }

  /// A held job is whole and somebody's wish (a PIN at the printer, a policy of the queue), so it stays.
  private func held(_ job: Int, _ state: JobState) -> DiagnosticError {
    DiagnosticError(
      "job \(job) is held at \(printer.name)\(state.inWords(after: ": "))",
      advice: printer.queue.map {
        "release it: lp -i \($0)-\(job) -H resume; or cancel it: cancel \($0)-\(job)"
      } ?? "release or cancel it at the printer")
  }

  private func givenUp(_ job: Int, _ state: JobState) -> DiagnosticError {
    let seconds = printer.patience.limit.components.seconds
    let isGone = cancel(job)
    return DiagnosticError(
      "\(printer.name) did not get on with job \(job) for \(seconds) s: \(state.words)",
      advice: isGone
        ? "the job was cancelled; see to the printer and print again, or give it longer: --timeout \(seconds * 3)"
        : "see at the printer whether it is still there, and \(adviceToCancel(job))")
  }
}

/// How a job stands, as the printer tells it.
struct JobState: Hashable {
  enum Phase: Hashable {
    case pending, held, processing, stopped, cancelled, aborted, completed, forgotten

    var isEnd: Bool { [.cancelled, .aborted, .completed, .forgotten].contains(self) }
  }

  var phase = Phase.pending
  /// Sides of paper that have been printed, where the printer counts.
  var impressions = 0
  var message = ""
  /// Why it does not get on, in words.
  var troubles: [String] = []
  /// With what it ended that should not be, in the printer's words.
  var errors: [String] = []

  init(phase: Phase = .pending) { self.phase = phase }

  /// Without what counts and what is said.
  var standing: JobState {
    var standing = JobState(phase: phase)
    standing.troubles = troubles.sorted()
    return standing
  }

  static let attributes = [
    "job-state", "job-state-reasons", "job-state-message", "job-impressions-completed",
    "job-media-sheets-completed", "job-printer-state-message", "job-printer-state-reasons",
  ]

  init(_ reply: IPPReply) {
    // RFC 8011, 5.3.7.
    phase =
      switch reply.integer("job-state") {
      case 4: .held
      case 5: .processing
      case 6: .stopped
      case 7: .cancelled
      case 8: .aborted
      case 9: .completed
      default: .pending
      }
    impressions = reply.integer("job-impressions-completed") ?? 0
    message = reply.text("job-state-message") ?? reply.text("job-printer-state-message") ?? ""
    let reasons = reply.texts("job-state-reasons") + reply.texts("job-printer-state-reasons")
    troubles = Troubles.words(for: reasons)
    errors = reasons.filter { ["job-completed-with-errors", "job-completed-with-warnings"].contains($0) }
      .map { $0.replacing("job-completed-with-", with: "") }
  }

  /// What the printer says of itself while the job waits.
  mutating func add(_ printer: PrinterDescription) {
    for trouble in Troubles.words(for: printer.stateReasons) where !troubles.contains(trouble) {
      troubles.append(trouble)
    }
    if printer.isStopped, troubles.isEmpty {
      troubles = [
        "the printer is stopped" + (printer.stateMessage.isEmpty ? "" : " (\(printer.stateMessage))")
      ]
    }
  }

  /// For whoever watches.
  var words: String {
    let why = troubles.joined(separator: ", ")
    switch phase {
    case .pending: return why.isEmpty ? "waiting in the queue" : "waiting: \(why)"
    case .held: return "held" + inWords(after: ": ")
    case .processing, .stopped:
      let done = impressions == 0 ? "" : ", \(impressions) \(impressions == 1 ? "page" : "pages") done"
      let what = phase == .stopped ? "stopped" : "printing"
      return what + done + (why.isEmpty ? "" : ": \(why)")
    case .cancelled: return "cancelled"
    case .aborted: return "given up"
    case .completed: return "done"
    case .forgotten: return "gone"
    }
  }

  /// The printer's message and the troubles, where there are any.
  func inWords(after lead: String) -> String {
    let parts = troubles + [message].filter { !$0.isEmpty }
    return parts.isEmpty ? "" : lead + parts.joined(separator: "; ")
  }
}

/// What keeps a printer from printing (RFC 8011, 5.4.12, and 5.3.8), in words; what does not keep it is passed over.
enum Troubles {
  static func words(for reasons: [String]) -> [String] {
    var found: [String] = []
    for reason in reasons {
      var key = reason
      for suffix in ["-error", "-warning", "-report"] where key.hasSuffix(suffix) {
        key = String(key.dropLast(suffix.count))
      }
      if let words = known[key], !found.contains(words) { found.append(words) }
    }
    return found
  }

  private static let known: [String: String] = [
    "media-empty": "out of paper", "media-needed": "it wants other paper put in",
    "media-jam": "paper is jammed", "cover-open": "a cover is open", "door-open": "a door is open",
    "interlock-open": "a cover is open", "input-tray-missing": "a paper tray is missing",
    "output-area-full": "the output tray is full", "output-tray-missing": "the output tray is missing",
    "toner-empty": "out of toner", "marker-supply-empty": "out of ink or toner",
    "marker-waste-full": "the waste box is full", "developer-empty": "out of developer",
    "opc-life-over": "the drum is worn out", "fuser-over-temp": "the fuser is too hot",
    "offline": "the printer is offline", "connecting-to-device": "it is looking for the printer",
    "paused": "the printer is stopped", "moving-to-paused": "the printer is being stopped",
    "shutdown": "the printer is being shut down", "timed-out": "the printer does not answer",
    "stopped-partly": "part of the printer is stopped",
    "job-hold-until-specified": "it waits for its time or for its release",
    "job-password-wait": "it waits for a PIN at the printer",
    "account-authorization-failed": "the account may not print",
    "account-limit-reached": "the account's limit is reached",
    "document-format-error": "the document could not be read",
    "unsupported-document-format": "the printer can't print this kind of document",
    "aborted-by-system": "the printer failed", "canceled-by-user": "somebody cancelled it",
    "canceled-by-operator": "an operator cancelled it",
    "canceled-at-device": "it was cancelled at the printer",
    "printer-stopped": "the printer is stopped", "printer-stopped-partly": "part of the printer is stopped",
    "resources-are-not-ready": "the printer lacks something (paper, toner)",
    "submission-interrupted": "the document did not arrive whole",
  ]
}
