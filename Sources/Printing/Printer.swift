import Diagnostics

/// A printer that answers: where jobs are sent to and what it says of itself.
public final class Printer {
  /// As it was asked for: a queue's name or an address.
  public let name: String
  public private(set) var description: PrinterDescription
  let uri: String
  let user: String
  let patience: Patience
  /// The queue's name, where it is one of CUPS's.
  let queue: String?
  private let connect: @Sendable () -> Result<IPPConnection, IPPConnection.Lost>
  private var connection: IPPConnection?

  /// Finds a printer and asks what it can.
  ///
  /// - Parameters:
  ///   - address: a queue, or a printer in the network.
  ///   - timeout: how long to wait for it without any sign of life, now and with each job.
  ///   - interruption: ends all waiting.
  /// - Throws: `DiagnosticError` where there is no such printer, nobody answers, or it refuses to say what it can.
  public init(
    _ address: PrinterAddress, timeout: Duration, interruption: Interruption
  ) throws(DiagnosticError) {
    let cups = try CUPSLibrary()
    let patience = Patience(limit: timeout, interruption: interruption)
    self.patience = patience
    user = cups.user().map { String(cString: $0) } ?? "bayan"
    switch address {
    case .network(let host, let port, let path, let isEncrypted):
      name = address.uri ?? host
      uri = name
      queue = nil
      connect = {
        IPPConnection.open(cups, host: host, port: port, isEncrypted: isEncrypted, resource: path)
      }
    case .queue, .standard:
      let destinations = try Self.destinations(cups, patience)
      let found = try Self.choose(address, among: destinations.queues)
      name = found.name
      uri = found.uri ?? "ipp://localhost/printers/\(found.name)"
      queue = found.name
      connect = { destinations.connect(to: found) }
    }
    description = PrinterDescription()
    do { connection = try reconnected() } catch {
      throw DiagnosticError(
        "no printer answers at \(name) (\(error.reason))",
        advice:
          "see that it is switched on and that the address is right; 'bayan print --list' shows the queues of CUPS"
      )
    }
    description = try describe()
  }

  /// The queues of CUPS, the default one first.
  ///
  /// - Throws: `DiagnosticError` where no CUPS is running.
  public static func queues() throws(DiagnosticError) -> [(name: String, info: String, isDefault: Bool)] {
    let cups = try CUPSLibrary()
    let patience = Patience(limit: listing, interruption: Interruption())
    return try destinations(cups, patience).queues.sorted {
      ($0.isDefault ? 0 : 1, $0.name) < ($1.isDefault ? 0 : 1, $1.name)
    }
    .map { ($0.name, $0.info, $0.isDefault) }
  }

  /// For CUPS to say what queues it has.
  private static let listing = Duration.seconds(20)

  private static func destinations(
    _ cups: CUPSLibrary, _ patience: Patience
  ) throws(DiagnosticError) -> CUPSDestinations {
    let given = patience.wait(atMost: min(patience.limit, listing)) { () -> (CUPSDestinations?, String) in
      let found = CUPSDestinations(cups)
      return (found, cups.reason)
    }
    var reason = "it does not answer"
    if case .answer(let (found, words)) = given {
      if let found { return found }
      reason = words
    }
    let server = cups.server().map { String(cString: $0) } ?? "this machine"
    throw DiagnosticError(
      "no CUPS is running at \(server) (\(reason))",
      advice: "start it (systemctl start cups), or print straight to a printer: --to ipp://host/ipp/print")
  }

  private static func choose(
    _ address: PrinterAddress, among queues: [CUPSDestinations.Queue]
  ) throws(DiagnosticError) -> CUPSDestinations.Queue {
    if queues.isEmpty {
      throw DiagnosticError(
        "CUPS has no printer",
        advice:
          "add one (lpadmin -p NAME -E -v ipp://host/ipp/print -m everywhere), or print straight to one: "
          + "--to ipp://host/ipp/print")
    }
    let names = queues.map(\.name)
    if case .queue(let wanted) = address {
      if let found = queues.first(where: { $0.name == wanted }) { return found }
      throw DiagnosticError(
        "there is no printer '\(wanted)'", advice: adviceForUnknown(wanted, among: names))
    }
    if let found = queues.first(where: \.isDefault) ?? (queues.count == 1 ? queues[0] : nil) { return found }
    throw DiagnosticError(
      "there are several printers and none is the default",
      advice: "name one with --to: \(names.joined(separator: ", "))")
  }

  // MARK: Requests

  /// Asks the printer; a connection that was closed in the meantime is opened again, once.
  func ask(_ request: IPPRequest) throws(IPPConnection.Lost) -> IPPReply {
    let start = ContinuousClock.now
    if let open = connection {
      do { return try open.perform(request, patience: patience) } catch {
        connection = nil
        // What took as long as it may is not waited for twice.
        if !patience.allowsRetry(since: start) { throw error }
      }
    }
    return try askOnce(request)
  }

  /// Asks once: for what must not be done twice.
  func askOnce(
    _ request: IPPRequest, document: [UInt8] = [], progress: (Int) -> Bool = { _ in true }
  ) throws(IPPConnection.Lost) -> IPPReply {
    let open: IPPConnection
    if let connection { open = connection } else { open = try reconnected() }
    do {
      return try open.perform(request, document: document, patience: patience, progress: progress)
    } catch {
      connection = nil
      throw error
    }
  }

  private func reconnected() throws(IPPConnection.Lost) -> IPPConnection {
    let connect = connect
    switch patience.wait(for: { connect() }) {
    case .answer(let result):
      let open = try result.get()
      connection = open
      return open
    case .interrupted: throw IPPConnection.Lost(reason: "cancelled", sent: 0)
    case .late: throw IPPConnection.Lost(reason: "it does not answer", sent: 0)
    }
  }

  /// A request to this printer, by this user.
  func request(_ operation: IPPRequest.Operation, _ attributes: [IPPAttribute] = []) -> IPPRequest {
    let own = [IPPAttribute("printer-uri", .uri(uri)), IPPAttribute("requesting-user-name", .name(user))]
    // The order is part of the protocol: the target comes first, what else is asked after it.
    let jobId = attributes.filter { $0.name == "job-id" }
    return IPPRequest(
      operation: operation,
      attributes: [own[0]] + jobId + [own[1]] + attributes.filter { $0.name != "job-id" })
  }

  private func describe() throws(DiagnosticError) -> PrinterDescription {
    let wanted = IPPAttribute("requested-attributes", keywords: PrinterDescription.attributes)
    let reply: IPPReply
    do {
      reply = try ask(request(.getPrinterAttributes, [wanted]))
    } catch {
      throw DiagnosticError(
        "\(name) does not speak IPP (\(error.reason))",
        advice: "see that the address is a printer's; most listen at ipp://host\(PrinterAddress.usualPath)")
    }
    if reply.status == IPPStatus.notFound {
      throw DiagnosticError(
        "there is no printer at \(name)\(reply.reason)",
        advice: "most printers listen at ipp://host\(PrinterAddress.usualPath)")
    }
    if !reply.isGood { throw refusal(reply, doing: "says nothing of itself") }
    return PrinterDescription(reply)
  }

  /// What the printer is like now.
  func refreshed() -> PrinterDescription? {
    let wanted = IPPAttribute("requested-attributes", keywords: PrinterDescription.stateAttributes)
    guard let reply = try? ask(request(.getPrinterAttributes, [wanted])), reply.isGood else { return nil }
    return PrinterDescription(reply)
  }

  /// The printer's "no" in words.
  func refusal(_ reply: IPPReply, doing what: String) -> DiagnosticError {
    let code = "0x" + String(reply.status, radix: 16)
    let (message, advice): (String, String) =
      switch reply.status {
      case IPPStatus.forbidden, IPPStatus.notAuthenticated, IPPStatus.notAuthorized:
        (
          "\(name) does not let '\(user)' print\(reply.reason)",
          "ask whoever looks after it to allow it, or print through a queue of CUPS that knows the password"
        )
      case IPPStatus.notAccepting:
        (
          "\(name) takes no jobs\(reply.reason)",
          queue.map { "let it take them again: cupsaccept \($0)" }
            ?? "see at the printer why, or print on another one"
        )
      case IPPStatus.formatNotSupported:
        ("\(name) can't print PDF\(reply.reason)", "print through a queue of CUPS, which converts it")
      case IPPStatus.tooLarge:
        ("the document is too large for \(name)\(reply.reason)", "print fewer pages at once: --pages 1-10")
      case IPPStatus.busy:
        (
          "\(name) is busy with another job\(reply.reason)",
          "print again when it is done, or give it longer: --timeout 900"
        )
      case IPPStatus.unavailable, IPPStatus.deactivated:
        ("\(name) does not work now\(reply.reason)", "see at the printer what it needs")
      default:
        ("\(name) \(what)\(reply.reason) (\(code))", "see at the printer why, or print on another one")
      }
    return DiagnosticError(message, advice: advice)
  }
}
