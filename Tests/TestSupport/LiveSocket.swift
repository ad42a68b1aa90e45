import Foundation

/// A connection to a port of this machine, for tests that speak to a server byte by byte. Waits ten seconds for an answer
/// at most.
package final class LoopbackSocket {
  private let handle: Int32

  package init(port: UInt16) throws {
    handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var patience = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw CocoaError(.fileReadUnknown) }
  }

  deinit { close(handle) }

  package func write(_ bytes: [UInt8]) throws {
    // A server that has ended the connection ends no tests.
    guard send(handle, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
      throw CocoaError(.fileWriteUnknown)
    }
  }

  package func write(_ text: String) throws { try write(Array(text.utf8)) }

  package func read(_ count: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var have = 0
    while have < count {
      let got = bytes.withUnsafeMutableBytes {
        recv(handle, $0.baseAddress?.advanced(by: have), count - have, 0)
      }
      guard got > 0 else { throw CocoaError(.fileReadUnknown) }
      have += got
    }
    return bytes
  }

  /// Up to and with the text.
  package func read(through end: String) throws -> String {
    var bytes: [UInt8] = []
    while !bytes.suffix(end.utf8.count).elementsEqual(end.utf8) { bytes += try read(1) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A WebSocket (RFC 6455) of texts, as the preview's page holds one.
package final class LiveSocket {
  private let socket: LoopbackSocket

  /// Opens it with headers beside those of every WebSocket, each a line.
  package init(port: UInt16, path: String, headers: [String]) throws {
    socket = try LoopbackSocket(port: port)
    let lines =
      [
        "GET \(path) HTTP/1.1", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
      ] + headers
    try socket.write(lines.joined(separator: "\r\n") + "\r\n\r\n")
    guard try socket.read(through: "\r\n\r\n").hasPrefix("HTTP/1.1 101 ") else {
      throw CocoaError(.fileReadNoPermission)
    }
  }

  /// The next text.
  package func receive() throws -> String {
    var text: [UInt8] = []
    while true {
      let head = try socket.read(2)
      var length = Int(head[1] & 127)
      if length >= 126 {
        length = try socket.read(length == 126 ? 2 : 8).reduce(0) { $0 << 8 | Int($1) }
      }
      text += try socket.read(length)
      if head[0] & 128 != 0 { return String(decoding: text, as: UTF8.self) }
    }
  }

  /// Sends a text of fewer than 126 bytes.
  package func send(_ text: String) throws {
    // A mask of zeros is one.
    try socket.write([0x81, 0x80 | UInt8(text.utf8.count), 0, 0, 0, 0] + Array(text.utf8))
  }
}
