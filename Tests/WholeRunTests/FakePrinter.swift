import Foundation
import Synchronization

/// A printer that does what no real one should: a small IPP server whose answers the test chooses.
final class FakePrinter: Sendable {
  enum Answer: Sendable {
    /// A status, in words and with the names of what it does not support.
    case status(UInt16, String = "", unsupported: [String] = [])
    /// All well; for a job, its state (RFC 8011, 5.3.7) and reasons.
    case job(state: Int32 = 9, reasons: [String] = ["none"])
    /// Reads so much of the request's body and hangs up.
    case hangUp(after: Int)
    /// Says something that is no IPP.
    case nonsense
    /// Says these bytes, whatever they are.
    case raw(String)
    /// Says one thing, then another again and again for half a minute.
    case drip(String, String)
    /// All well, with this number of the job and these words on its state.
    case numbered(Int32, String)
    /// Never answers.
    case silence
  }

  /// RFC 8011, 5.4.15.
  enum Operation: UInt16 {
    case printJob = 2, createJob = 5, sendDocument = 6, cancelJob = 8, getJobAttributes = 9
    case getPrinterAttributes = 11
  }

  private let listener: Listener
  private let answers: [Operation: Answer]
  private let printer: [String: [String]]
  private let heard = Mutex<[Operation]>([])

  /// `answers` are to operations; the others are answered as by a printer that works. `printer` has keywords beside
  /// those that every printer has.
  init(_ answers: [Operation: Answer], printer: [String: [String]] = [:]) throws {
    self.answers = answers
    self.printer = printer
    listener = try Listener()
    let listener = listener
    Thread.detachNewThread { [weak self] in
      while true {
        let client = accept(listener.handle, nil, nil)
        if client < 0 { return }
        Thread.detachNewThread { [weak self] in
          var connection = Connection(handle: client)
          while let request = connection.request(), let self, self.answer(request, on: &connection) {}
          shutdown(client, Int32(SHUT_RDWR))
          close(client)
        }
      }
    }
  }

  deinit { listener.close() }

  var uri: String { "ipp://localhost:\(listener.port)/ipp/print" }
  /// What it was asked, in order.
  var operations: [Operation] { heard.withLock { $0 } }

  /// - Returns: whether to go on with this client.
  private func answer(_ request: Connection.Request, on connection: inout Connection) -> Bool {
    let code = UInt16(request.head[2]) << 8 | UInt16(request.head[3])
    guard let operation = Operation(rawValue: code) else { return false }
    heard.withLock { $0.append(operation) }
    let answer = answers[operation] ?? .job()
    if case .hangUp(let count) = answer {
      _ = connection.body(count)
      return false
    }
    _ = connection.body(request.rest)
    switch answer {
    case .hangUp: return false
    case .silence:
      sleep(30)
      return false
    case .nonsense:
      connection.send(
        Data("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nhello".utf8))
    case .raw(let text): connection.send(Data(text.utf8))
    case .drip(let first, let again):
      connection.send(Data(first.utf8))
      for _ in 0..<150 where connection.send(Data(again.utf8)) { usleep(200_000) }
      return false
    case .numbered(let number, let words):
      connection.send(
        ipp: reply(request, 0, "", []) { message in
          message.job(9, ["none"], number)
          message.add(0x41, "job-state-message", Data(words.utf8))
        })
    case .status(let status, let words, let unsupported):
      connection.send(ipp: reply(request, status, words, unsupported) { _ in })
    case .job(let state, let reasons):
      connection.send(
        ipp: reply(request, 0, "", []) { message in
          if operation == .getPrinterAttributes { describe(&message) } else { message.job(state, reasons) }
        })
    }
    return true
  }

  private func reply(
    _ request: Connection.Request, _ status: UInt16, _ words: String, _ unsupported: [String],
    _ more: (inout Message) -> Void
  ) -> Data {
    var message = Message(status: status, request: request.head[4..<8])
    if !words.isEmpty { message.add(0x41, "status-message", Data(words.utf8)) }
    if !unsupported.isEmpty {
      message.bytes.append(0x05)
      for name in unsupported { message.add(0x10, name, Data()) }
    }
    more(&message)
    message.bytes.append(0x03)
    return message.bytes
  }

  private func describe(_ message: inout Message) {
    message.bytes.append(0x04)
    message.add(0x23, "printer-state", 3)
    message.add(0x22, "printer-is-accepting-jobs", Data([1]))
    message.add(0x49, "document-format-supported", Data("application/pdf".utf8))
    for operation: Operation in [.printJob, .createJob, .sendDocument, .cancelJob]
    where operation != .createJob || printer["operations"] == nil {
      message.add(0x23, operation == .printJob ? "operations-supported" : "", Int32(operation.rawValue))
    }
    for (name, values) in printer.sorted(by: { $0.key < $1.key }) where name != "operations" {
      for (index, value) in values.enumerated() {
        message.add(0x44, index == 0 ? name : "", Data(value.utf8))
      }
    }
  }

  /// An answer in IPP's encoding (RFC 8010).
  private struct Message {
    var bytes: Data

    init(status: UInt16, request: Data.SubSequence) {
      bytes = Data([2, 0, UInt8(status >> 8), UInt8(status & 0xFF)]) + request + Data([0x01])
      add(0x47, "attributes-charset", Data("utf-8".utf8))
      add(0x48, "attributes-natural-language", Data("en".utf8))
    }

    mutating func add(_ tag: UInt8, _ name: String, _ value: Data) {
      bytes.append(tag)
      for part in [Data(name.utf8), value] {
        bytes.append(contentsOf: [UInt8(part.count >> 8), UInt8(part.count & 0xFF)])
        bytes.append(part)
      }
    }

    mutating func add(_ tag: UInt8, _ name: String, _ value: Int32) {
      add(tag, name, withUnsafeBytes(of: value.bigEndian) { Data($0) })
    }

    mutating func job(_ state: Int32, _ reasons: [String], _ number: Int32 = 7) {
      bytes.append(0x02)
      add(0x21, "job-id", number)
      add(0x23, "job-state", state)
      for (index, reason) in reasons.enumerated() {
        add(0x44, index == 0 ? "job-state-reasons" : "", Data(reason.utf8))
      }
    }
  }
}

/// One client's connection.
private struct Connection {
  struct Request {
    /// The first eight bytes of the message: version, operation, number.
    var head: Data
    /// Bytes of the body that were not read yet.
    var rest: Int
  }

  let handle: Int32
  private var buffer = Data()

  init(handle: Int32) { self.handle = handle }

  mutating func request() -> Request? {
    while buffer.range(of: Data("\r\n\r\n".utf8)) == nil { if !fill() { return nil } }
    guard let end = buffer.range(of: Data("\r\n\r\n".utf8)) else { return nil }
    let header = String(decoding: buffer[..<end.lowerBound], as: UTF8.self).lowercased()
    buffer = Data(buffer[end.upperBound...])
    if header.contains("expect: 100-continue") { send(Data("HTTP/1.1 100 Continue\r\n\r\n".utf8)) }
    let length = header.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }.flatMap {
      Int($0.dropFirst("content-length:".count).filter { !$0.isWhitespace })
    }
    guard let length, length >= 8, let head = body(8) else { return nil }
    return Request(head: head, rest: length - 8)
  }

  mutating func body(_ count: Int) -> Data? {
    while buffer.count < count { if !fill() { return nil } }
    defer { buffer = Data(buffer.dropFirst(count)) }
    return Data(buffer.prefix(count))
  }

  private mutating func fill() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = recv(handle, &bytes, bytes.count, 0)
    if count <= 0 { return false }
    buffer.append(contentsOf: bytes[..<count])
    return true
  }

  @discardableResult
  func send(_ data: Data) -> Bool {
    data.withUnsafeBytes { Glibc.send(handle, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) } >= 0
  }

  func send(ipp message: Data) {
    send(
      Data(
        "HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: \(message.count)\r\n\r\n".utf8)
        + message)
  }
}
