import CCups
import Diagnostics
import Foundation

/// An open connection to a printer or to CUPS: the only owner of libcups' `http_t`, and the only place where requests
/// and answers are `ipp_t`.
final class IPPConnection {
  /// What happened to a request that brought no answer.
  struct Lost: Error {
    /// The library's reason.
    var reason: String
    /// How much of a document was on its way, in bytes.
    var sent: Int
  }

  private let cups: CUPSLibrary
  private let http: OpaquePointer
  /// Of the printer on this host: "/ipp/print".
  private let resource: String
  private let patience: Patience

  /// Seconds until a host that doesn't answer counts as not there.
  static let connectTimeout: Int32 = 10

  /// Connects to a host; `nil` where nobody answers there. The library says why in `CUPSLibrary.reason`.
  init?(
    _ cups: CUPSLibrary, host: String, port: Int, isEncrypted: Bool, resource: String, patience: Patience
  ) {
    let encryption = isEncrypted ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_IF_REQUESTED
    guard
      let http = cups.connect(
        host, Int32(port), nil, AF_UNSPEC, encryption, 1, Self.connectTimeout * 1000, nil)
    else { return nil }
    self.cups = cups
    self.http = http
    self.resource = resource
    self.patience = patience
    watch()
  }

  /// Connects to a queue of CUPS's (or to the printer that a discovered destination stands for).
  fileprivate init?(
    _ cups: CUPSLibrary, destination: UnsafeMutablePointer<cups_dest_t>, patience: Patience
  ) {
    var path = [CChar](repeating: 0, count: 1024)
    guard
      let http = cups.connectDest(
        destination, 0, Self.connectTimeout * 1000, nil, &path, path.count, nil, nil)
    else { return nil }
    self.cups = cups
    self.http = http
    resource = String(decoding: path.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    self.patience = patience
    watch()
  }

  deinit { cups.close(http) }

  /// Once a second of waiting for the other side, somebody asks whether to wait on.
  private func watch() {
    cups.setTimeout(
      http, 1,
      { _, patience in
        guard let patience else { return 0 }
        return Unmanaged<Patience>.fromOpaque(patience).takeUnretainedValue().waitsOn ? 1 : 0
      }, Unmanaged.passUnretained(patience).toOpaque())
  }

  // MARK: Requests

  /// Sends a request without a document and waits for the answer.
  func perform(_ request: IPPRequest) throws(Lost) -> IPPReply {
    patience.begin()
    // The library deletes the request that it is given.
    guard let answer = cups.doRequest(http, message(for: request), resource) else {
      throw Lost(reason: cups.reason, sent: 0)
    }
    return reply(answer)
  }

  /// Sends a request with a document, a piece at a time. `progress` is told how many bytes have gone; sending ends
  /// where it gives `false`.
  func perform(_ request: IPPRequest, document: [UInt8], progress: (Int) -> Bool) throws(Lost) -> IPPReply {
    patience.begin()
    let message = message(for: request)
    defer { cups.delete(message) }
    var sent = 0
    let length = cups.length(message) + document.count
    var status = cups.sendRequest(http, message, resource, length)
    while status == HTTP_STATUS_CONTINUE, sent < document.count {
      let count = min(Self.pieceLength, document.count - sent)
      status = document[sent..<sent + count].withUnsafeBytes { bytes in
        cups.writeRequestData(http, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), count)
      }
      if status == HTTP_STATUS_CONTINUE { sent += count }
      guard progress(sent) else { throw Lost(reason: "cancelled", sent: sent) }
      patience.begin()
    }
    // The answer says best why a printer stopped listening, if there is one.
    guard let answer = cups.getResponse(http, resource) else { throw Lost(reason: cups.reason, sent: sent) }
    return reply(answer)
  }

  /// Bytes between two looks at the clock and the keyboard.
  private static let pieceLength = 32_768

  // MARK: Values to messages and back

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

  /// Reads an answer and gives it back to the library.
  private func reply(_ answer: OpaquePointer) -> IPPReply {
    defer { cups.delete(answer) }
    var reply = IPPReply(
      status: Int(cups.getStatusCode(answer).rawValue), message: "", attributes: [:], unsupported: [])
    var next = cups.firstAttribute(answer)
    while let attribute = next {
      if let name = cups.getName(attribute).map({ String(cString: $0) }) {
        if cups.getGroupTag(attribute) == IPP_TAG_UNSUPPORTED_GROUP {
          reply.unsupported.append(name)
        } else {
          reply.attributes[name, default: []] += values(of: attribute)
        }
      }
      next = cups.nextAttribute(answer)
    }
    reply.message = reply.text("status-message") ?? cups.reason
    return reply
  }

  private func values(of attribute: OpaquePointer) -> [IPPValue] {
    let tag = cups.getValueTag(attribute)
    return (0..<cups.getCount(attribute)).compactMap { index -> IPPValue? in
      switch tag {
      case IPP_TAG_INTEGER, IPP_TAG_ENUM: return .integer(Int(cups.getInteger(attribute, index)))
      case IPP_TAG_BOOLEAN: return .boolean(cups.getBoolean(attribute, index) != 0)
      case IPP_TAG_RANGE:
        var upper: Int32 = 0
        let lower = cups.getRange(attribute, index, &upper)
        return .range(Int(lower)...Int(max(lower, upper)))
      default:
        return cups.getString(attribute, index, nil).map { .keyword(String(cString: $0)) }
      }
    }
  }
}

extension CUPSLibrary {
  /// Why the last call failed, in the library's words.
  var reason: String { lastErrorString().map { String(cString: $0) } ?? "no reason given" }
}

/// The printers that CUPS knows: the only owner of libcups' `cups_dest_t`.
final class CUPSDestinations {
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
  /// answers.
  init?(_ cups: CUPSLibrary) {
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

  /// Connects to the server for this queue; `nil` where it doesn't answer.
  func connect(to queue: Queue, patience: Patience) -> IPPConnection? {
    guard let handles else { return nil }
    for index in 0..<Int(count) where handles[index].name.map({ String(cString: $0) }) == queue.name {
      return IPPConnection(cups, destination: handles + index, patience: patience)
    }
    return nil
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
