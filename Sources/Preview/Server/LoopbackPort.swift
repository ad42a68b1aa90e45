import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation

/// A port of this machine alone, by both of its protocols where it has them.
struct LoopbackPort {
  let port: UInt16
  let configurations: [HTTPServer.Configuration]

  /// - Parameter wanted: `nil` for any that is free.
  /// - Throws: where it is taken.
  init(_ wanted: UInt16?) throws(DiagnosticError) {
    guard let port = wanted ?? Self.free(), Self.isFree(port, AF_INET) else {
      throw DiagnosticError(
        "port \(wanted.map(String.init) ?? "") is taken",
        advice: "name another, or leave --port out for one that is free")
    }
    self.port = port
    var configurations = [Self.configuration(try? sockaddr_in.inet(ip4: "127.0.0.1", port: port))]
    // A machine may have no version 6 of the protocol, or somebody else may have this port there.
    if Self.isFree(port, AF_INET6) {
      configurations.append(Self.configuration(try? sockaddr_in6.inet6(ip6: "::1", port: port)))
    }
    self.configurations = configurations.compactMap(\.self)
  }

  private static func configuration(_ address: (some SocketAddress)?) -> HTTPServer.Configuration? {
    address.map {
      // What an answer leaves of a body is read away before the next request.
      HTTPServer.Configuration(
        address: $0, timeout: 60, sharedRequestReplaySize: HTTPRequest.longestBody,
        pool: PromptPool(), logger: .disabled)
    }
  }

  private static func isFree(_ port: UInt16, _ family: Int32) -> Bool { bound(port, family) != nil }

  private static func free() -> UInt16? { bound(0, AF_INET) }

  /// The port that a socket gets that asks for it; `nil` for none.
  private static func bound(_ port: UInt16, _ family: Int32) -> UInt16? {
    guard let socket = try? Socket(domain: family) else { return nil }
    defer { try? socket.close() }
    do {
      try socket.setValue(true, for: .localAddressReuse)
      if family == AF_INET {
        try socket.bind(to: sockaddr_in.inet(ip4: "127.0.0.1", port: port))
      } else {
        try socket.bind(to: sockaddr_in6.inet6(ip6: "::1", port: port))
      }
      try socket.listen()
      switch try socket.sockname() {
      case .ip4(_, let port), .ip6(_, let port): return port
      case .unix: return nil
      }
    } catch {
      return nil
    }
  }
}

/// Waits for sockets that send at once: else the head of an answer waits for its body, and the body until the browser has
/// said that it got the head (Nagle's algorithm and delayed acknowledgement, 40 ms).
private struct PromptPool: AsyncSocketPool {
  private let pool: any AsyncSocketPool = HTTPServer.defaultPool()

  func prepare() async throws { try await pool.prepare() }

  func run() async throws { try await pool.run() }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    // The listening socket waits first, and hands it on to those that it accepts.
    try socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
    try await pool.suspendSocket(socket, untilReadyFor: events)
  }
}
