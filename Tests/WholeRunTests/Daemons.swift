import Foundation
import Testing

/// A program that runs beside the tests until it is stopped, or until the tests end, however they end.
final class Daemon {
  private let process = Process()
  private let log: URL
  let name: String

  /// The shell stands between, so that the program does not outlive tests that crash, nor half a second the wish to stop:
  /// ippeveprinter waits for ever for a job that was interrupted.
  private static let watch = """
    "$@" & child=$!
    trap 'kill $child 2>/dev/null; for i in 1 2 3 4 5; do
      kill -0 $child 2>/dev/null || exit 0; sleep 0.1; done; kill -KILL $child; exit 0' TERM INT
    while kill -0 $child 2>/dev/null && kill -0 \(getpid()) 2>/dev/null; do sleep 0.1; done
    kill -KILL $child 2>/dev/null
    """

  init(_ name: String, _ arguments: [String], environment: [String: String] = [:], in folder: URL) throws {
    self.name = name
    log = folder.appendingPathComponent("\(name)-\(UUID().uuidString).log")
    try Data().write(to: log)
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", Self.watch, "sh", try Self.path(of: name)] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = try FileHandle(forWritingTo: log)
    process.standardError = process.standardOutput
    process.currentDirectoryURL = folder
    try process.run()
  }

  deinit { stop() }

  func stop() {
    guard process.isRunning else { return }
    process.terminate()
    process.waitUntilExit()
  }

  /// What it wrote so far.
  var said: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }

  /// Waits until it is ready.
  ///
  /// - Throws: where it ends or takes too long, with what it said: a test without its daemons fails and says why.
  func wait(for what: String, seconds: Double = 30, until isReady: () -> Bool) throws {
    let end = Date().addingTimeInterval(seconds)
    while !isReady() {
      guard process.isRunning, Date() < end else {
        throw Failure("\(name) did not get ready (\(what)); it said:\n\(said)")
      }
      usleep(50_000)
    }
  }

  private static func path(of name: String) throws -> String {
    let folders = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"]
    guard
      let folder = folders.first(where: { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") })
    else { throw Failure("\(name) is not installed: run Scripts/setup") }
    return "\(folder)/\(name)"
  }

  struct Failure: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
  }
}

/// A port of this machine that nobody listens on.
func freePort() throws -> Int {
  let listener = try Listener()
  defer { listener.close() }
  return listener.port
}

/// Whether somebody listens on a port of this machine.
func isListening(_ port: Int) -> Bool {
  let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  defer { close(handle) }
  var address = loopback(port)
  return withUnsafePointer(to: &address) {
    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
    }
  }
}

/// A socket that listens on this machine.
struct Listener {
  let handle: Int32
  let port: Int

  init() throws {
    handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = loopback(0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let handle = handle
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(handle, $0, length) == 0 && listen(handle, 16) == 0 && getsockname(handle, $0, &length) == 0
      }
    }
    guard isBound else { throw Daemon.Failure("no port is free: \(String(cString: strerror(errno)))") }
    port = Int(UInt16(bigEndian: address.sin_port))
  }

  func close() {
    shutdown(handle, Int32(SHUT_RDWR))
    Glibc.close(handle)
  }
}

private func loopback(_ port: Int) -> sockaddr_in {
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = in_port_t(port).bigEndian
  address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
  return address
}
