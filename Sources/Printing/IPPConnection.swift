import CCups
import Foundation
import Synchronization

/// An open connection to a printer or to CUPS: the only owner of libcups' `http_t`, and the only place where requests
/// are `ipp_t`.
///
/// Unchecked, since `http_t` is used by the thread of the one errand that is under way (see `Patience.wait`); another
/// one only cuts its socket, which any thread may.
final class IPPConnection: @unchecked Sendable {
  /// What happened to a request that brought no answer.
  struct Lost: Error {
    /// In words.
    var reason: String
    /// How much of a document was on its way, in bytes.
    var sent: Int
  }

  private let cups: CUPSLibrary
  private let http: OpaquePointer
  /// Of the printer on this host: "/ipp/print".
  private let resource: String

  /// Seconds until a host that doesn't answer counts as not there.
  static let connectTimeout: Int32 = 10

  private init(_ cups: CUPSLibrary, _ http: OpaquePointer, resource: String) {
    self.cups = cups
    self.http = http
    self.resource = resource
    // The library would give up by its own clock; how long it waits is for `Patience` to say.
    cups.setTimeout(http, 60, { _, _ in 1 }, nil)
  }

  deinit { cups.close(http) }

  /// Connects to a host, or says in the library's words why not. It waits; see `Patience.wait`.
  static func open(
    _ cups: CUPSLibrary, host: String, port: Int, isEncrypted: Bool, resource: String
  ) -> Result<IPPConnection, Lost> {
    let encryption = isEncrypted ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_IF_REQUESTED
    let http = cups.connect(host, Int32(port), nil, AF_UNSPEC, encryption, 1, connectTimeout * 1000, nil)
    guard let http else { return .failure(Lost(reason: cups.reason, sent: 0)) }
    return .success(IPPConnection(cups, http, resource: resource))
  }

  /// Connects to a queue of CUPS's (or to the printer that a discovered destination stands for).
  fileprivate static func open(
    _ cups: CUPSLibrary, destination: UnsafeMutablePointer<cups_dest_t>
  ) -> Result<IPPConnection, Lost> {
    var path = [CChar](repeating: 0, count: 1024)
    let http = cups.connectDest(destination, 0, connectTimeout * 1000, nil, &path, path.count, nil, nil)
    guard let http else { return .failure(Lost(reason: cups.reason, sent: 0)) }
    let resource = String(decoding: path.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return .success(IPPConnection(cups, http, resource: resource))
  }

  // MARK: Requests

  /// Sends a request, with a document or without, and waits for the answer as long as there is patience.
  ///
  /// - Parameters:
  ///   - request: what is asked.
  ///   - document: what is sent along.
  ///   - patience: how long it may take.
  ///   - progress: told how many bytes of the document have gone; `false` ends it.
  /// - Returns: the answer.
  /// - Throws: why there is no answer; then the connection is of no more use.
  func perform(
    _ request: IPPRequest, document: [UInt8] = [], patience: Patience, progress: (Int) -> Bool = { _ in true }
  ) throws(Lost) -> IPPReply {
    let sent = Sent()
    let slowest = document.count / Self.slowestRate
    var last = (sent: 0, time: ContinuousClock.now)
    func watch() -> Patience.Watching {
      if document.isEmpty { return .goOn }
      if sent.count != last.sent { last = (sent.count, .now) }
      if !progress(last.sent) { return .interrupted }
      return ContinuousClock.now - last.time < patience.limit ? .goOn : .late
    }
    let given = patience.wait(
      atMost: document.isEmpty ? nil : patience.limit + .seconds(slowest),
      watch: watch, cut: hangUp
    ) { [self] () -> Result<IPPReply, Lost> in
      cups.refusePasswords()
      do throws(Lost) { return .success(try exchange(request, document, sent)) } catch {
        return .failure(error)
      }
    }
    switch given {
    case .answer(let result): return try result.get()
    case .interrupted: throw Lost(reason: "cancelled", sent: sent.count)
    case .late: throw Lost(reason: "it took too long to answer", sent: sent.count)
    }
  }

  /// Bytes a second at which a printer must take a document on the average, beside the time for its answer.
  private static let slowestRate = 1024

  /// Makes whatever waits on this connection end.
  private func hangUp() { shutdown(cups.getSocket(http), Int32(SHUT_RDWR)) }

  /// How much of a document has gone, for another thread to see.
  private final class Sent: Sendable {
    private let bytes = Atomic(0)
    var count: Int { bytes.load(ordering: .relaxed) }
    func set(_ count: Int) { bytes.store(count, ordering: .relaxed) }
  }

  private func exchange(_ request: IPPRequest, _ document: [UInt8], _ sent: Sent) throws(Lost) -> IPPReply {
    // Once more with a ticket that CUPS has laid out for this machine's users, or encrypted, where it asks for that.
    for _ in 0..<Self.mostAttempts {
      let status = try answer(to: request, document, sent)
      if status == HTTP_STATUS_OK { return try reply(sent) }
      cups.flush(http)
      if status == HTTP_STATUS_UNAUTHORIZED, cups.authenticate(http, "POST", resource) == 0,
        cups.reconnect(http, Self.connectTimeout * 1000, nil) == 0
      {
        continue
      }
      if status == HTTP_STATUS_UPGRADE_REQUIRED, cups.encrypt(http, HTTP_ENCRYPTION_REQUIRED) == 0 {
        continue
      }
      throw Lost(reason: Self.words(for: status), sent: sent.count)
    }
    throw Lost(reason: "it lets nobody in", sent: sent.count)
  }

  private static let mostAttempts = 3

  private static func words(for status: http_status_t) -> String {
    switch status {
    case HTTP_STATUS_UNAUTHORIZED, HTTP_STATUS_FORBIDDEN: "it lets nobody in without a password"
    case HTTP_STATUS_NOT_FOUND: "there is nothing at this path"
    case HTTP_STATUS_UPGRADE_REQUIRED: "it wants an encrypted connection"
    case HTTP_STATUS_ERROR: "it hung up"
    default:
      (300..<400).contains(status.rawValue)
        ? "it sends to another address, which is not followed" : "it answers with HTTP \(status.rawValue)"
    }
  }

  /// Sends what is asked, a piece of the document at a time, and waits until an answer begins.
  private func answer(
    to request: IPPRequest, _ document: [UInt8], _ sent: Sent
  ) throws(Lost) -> http_status_t {
    let message = message(for: request)
    defer { cups.delete(message) }
    sent.set(0)
    var status = cups.sendRequest(http, message, resource, cups.length(message) + document.count)
    while status == HTTP_STATUS_CONTINUE, sent.count < document.count {
      let count = min(Self.pieceLength, document.count - sent.count)
      status = document[sent.count..<sent.count + count].withUnsafeBytes { bytes in
        cups.writeRequestData(http, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), count)
      }
      if status == HTTP_STATUS_CONTINUE { sent.set(sent.count + count) }
    }
    // The answer says best why a printer stopped listening, if there is one.
    if status == HTTP_STATUS_ERROR { throw Lost(reason: cups.reason, sent: sent.count) }
    while status == HTTP_STATUS_CONTINUE { status = cups.update(http) }
    return status
  }

  /// Bytes that are sent at once.
  private static let pieceLength = 32_768

  /// The body of an answer, within bounds.
  private func reply(_ sent: Sent) throws(Lost) -> IPPReply {
    var body: [UInt8] = []
    var piece = [CChar](repeating: 0, count: Self.pieceLength)
    while true {
      let count = cups.read(http, &piece, piece.count)
      if count < 0 { throw Lost(reason: "it hung up amid its answer", sent: sent.count) }
      if count == 0 { break }
      body += piece[..<count].lazy.map { UInt8(bitPattern: $0) }
      if body.count > IPPReply.largest {
        throw Lost(reason: "its answer is larger than \(IPPReply.largest >> 20) MB", sent: sent.count)
      }
    }
    guard let reply = IPPReply(decoding: body) else {
      throw Lost(reason: "its answer is no IPP", sent: sent.count)
    }
    return reply
  }

  // MARK: Values to messages

  private func message(for request: IPPRequest) -> OpaquePointer? {
    let message = cups.newRequest(ipp_op_t(rawValue: ipp_op_t.RawValue(request.operation.rawValue)))
    for attribute in request.attributes { add(attribute, to: message, group: IPP_TAG_OPERATION) }
    for attribute in request.job { add(attribute, to: message, group: IPP_TAG_JOB) }
    return message
  }

  private func add(_ attribute: IPPAttribute, to message: OpaquePointer?, group: ipp_tag_t) {
    let name = attribute.name
    if attribute.values.count > 1 {
      withCStrings(attribute.values.compactMap(\.text)) { texts in
        _ = cups.addStrings(message, group, IPP_TAG_KEYWORD, name, Int32(texts.count), nil, texts)
      }
      return
    }
    switch attribute.values.first {
    case .integer(let value):
      _ = cups.addInteger(message, group, IPP_TAG_INTEGER, name, Int32(clamping: value))
    case .boolean(let value): _ = cups.addBoolean(message, group, name, value ? 1 : 0)
    case .keyword(let text): _ = cups.addString(message, group, IPP_TAG_KEYWORD, name, nil, text)
    case .name(let text): _ = cups.addString(message, group, IPP_TAG_NAME, name, nil, text)
    case .uri(let text): _ = cups.addString(message, group, IPP_TAG_URI, name, nil, text)
    case .mimeType(let text): _ = cups.addString(message, group, IPP_TAG_MIMETYPE, name, nil, text)
    case .range, nil: break
    }
  }
}

extension CUPSLibrary {
  /// Why the last call failed, in the library's words.
  var reason: String { lastErrorString().map { String(cString: $0) } ?? "no reason given" }
}

/// The printers that CUPS knows: the only owner of libcups' `cups_dest_t`. Unchecked, since it is made by one thread and
/// only read from then on.
final class CUPSDestinations: @unchecked Sendable {
  /// A printer as CUPS lists it.
  struct Queue: Hashable {
    var name: String
    var isDefault: Bool
    /// Its description, else its make.
    var info: String
    var uri: String?
  }

  private let cups: CUPSLibrary
  private var count: Int32
  private var handles: UnsafeMutablePointer<cups_dest_t>?

  /// Asks the server for its queues (and the network for printers without one, half a second); `nil` where no CUPS
  /// answers. It waits; see `Patience.wait`.
  init?(_ cups: CUPSLibrary) {
    cups.refusePasswords()
    guard
      let http = cups.connect(
        cups.server(), cups.port(), nil, AF_UNSPEC, cups.encryption(), 1,
        IPPConnection.connectTimeout * 1000, nil)
    else { return nil }
    defer { cups.close(http) }
    self.cups = cups
    count = cups.getDests(http, &handles)
  }

  deinit { cups.freeDests(count, handles) }

  var queues: [Queue] {
    (0..<Int(count)).compactMap { index in
      guard let handle = handles?[index], handle.instance == nil, let name = handle.name else { return nil }
      return Queue(
        name: String(cString: name), isDefault: handle.is_default != 0,
        info: option("printer-info", of: handle) ?? option("printer-make-and-model", of: handle) ?? "",
        uri: option("printer-uri-supported", of: handle))
    }
  }

  /// Connects to the server for this queue. It waits; see `Patience.wait`.
  func connect(to queue: Queue) -> Result<IPPConnection, IPPConnection.Lost> {
    if let handles {
      for index in 0..<Int(count) where handles[index].name.map({ String(cString: $0) }) == queue.name {
        return IPPConnection.open(cups, destination: handles + index)
      }
    }
    return .failure(IPPConnection.Lost(reason: "CUPS no longer has this queue", sent: 0))
  }

  private func option(_ name: String, of handle: cups_dest_t) -> String? {
    cups.getOption(name, handle.num_options, handle.options).map { String(cString: $0) }
      .flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// Calls with C strings that live as long as the call.
private func withCStrings(_ texts: [String], _ body: ([UnsafePointer<CChar>?]) -> Void) {
  let copies = texts.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  body(copies.map { UnsafePointer($0) })
}
