import Foundation
import TestSupport
import Testing

/// IPP printers of CUPS's own (ippeveprinter), with what they need: a message bus and Avahi, of their own where the
/// machine runs none. All end with it.
final class PrinterRoom {
  let folder: URL
  private var daemons: [Daemon] = []
  private var bus: [String: String] = [:]
  private var socket: String?

  init() throws {
    folder = try TemporaryFolder().url
    // Daemons that give up root's rights must come in.
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
    let isRunning = { (try? tool("/usr/sbin/avahi-daemon", "--check").status) == 0 }
    if isRunning(), FileManager.default.fileExists(atPath: "/run/dbus/system_bus_socket") { return }
    // There is one Avahi on a machine: another run of these tests may have it just now.
    guard wait(seconds: 120, until: { !isRunning() }) else {
      throw Daemon.Failure("avahi-daemon is running without the system's message bus: stop it, or start dbus")
    }
    try startAvahi()
  }

  deinit {
    for daemon in daemons.reversed() { daemon.stop() }
    try? FileManager.default.removeItem(at: folder)
    if let socket { unlink(socket) }
  }

  private func startAvahi() throws {
    // A socket's path may have 108 bytes.
    let socket = "/tmp/bayan-bus-\(getpid())-\(UInt16.random(in: 0...9999))"
    try write(
      """
      <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
        "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
      <busconfig>
        <type>system</type><listen>unix:path=\(socket)</listen><auth>EXTERNAL</auth>
        <policy context="default">
          <allow user="*"/><allow own="*"/><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
        </policy>
      </busconfig>
      """, to: "bus.conf")
    self.socket = socket
    bus = ["DBUS_SYSTEM_BUS_ADDRESS": "unix:path=\(socket)"]
    let messages = try start("dbus-daemon", ["--config-file=\(path("bus.conf"))", "--nofork", "--nopidfile"])
    try messages.wait(for: "its socket") { FileManager.default.fileExists(atPath: socket) }
    try write(
      """
      [server]
      use-ipv4=yes
      use-ipv6=no
      allow-interfaces=lo
      enable-dbus=yes
      [publish]
      publish-workstation=no
      """, to: "avahi.conf")
    let avahi = try start(
      "avahi-daemon", ["--file=\(path("avahi.conf"))", "--no-drop-root", "--no-chroot", "--no-rlimits"])
    try avahi.wait(for: "start-up") { avahi.said.contains("startup complete") }
  }

  private func start(_ name: String, _ arguments: [String], _ environment: [String: String] = [:]) throws
    -> Daemon
  {
    let daemon = try Daemon(
      name, arguments, environment: bus.merging(environment) { $1 }, in: folder)
    daemons.append(daemon)
    return daemon
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func write(_ text: String, to name: String) throws {
    try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
  }

  // MARK: Printers

  /// Starts a printer. `behaviour` is what it does with a job, in shell; when it has ended, the job is printed.
  /// `options` are ippeveprinter's; without others it prints PDF on both sides.
  func printer(doing behaviour: String = "", options: [String] = ["-2", "-f", "application/pdf"]) throws
    -> IPPPrinter
  {
    let (port, name) = (try freePort(), "printer-\(daemons.count)")
    let jobs = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: jobs, withIntermediateDirectories: true)
    try write(
      """
      #!/bin/sh
      number=$(ls '\(jobs.path)' | grep -c pdf)
      cp "$1" '\(jobs.path)/'$number.pdf
      env | grep '^IPP_' > '\(jobs.path)/'$number.env
      \(behaviour)
      """, to: "\(name).sh")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path("\(name).sh"))
    let daemon = try start(
      "ippeveprinter",
      [
        "-v", "-k", "-r", "off", "-n", "localhost", "-p", String(port), "-d", folder.path, "-c",
        path("\(name).sh"),
      ]
        + options + [name])
    try daemon.wait(for: "port \(port)") { isListening(port) }
    return IPPPrinter(daemon: daemon, port: port, jobs: jobs)
  }

  // MARK: CUPS

  /// Starts CUPS with its own settings, not the system's.
  ///
  /// - Returns: what programs need in their environment to speak with it.
  func cups() throws -> [String: String] {
    let port = try freePort()
    let root = path("cups")
    for part in ["etc", "state", "cache", "spool", "tmp", "log"] {
      try FileManager.default.createDirectory(
        atPath: "\(root)/\(part)", withIntermediateDirectories: true)
    }
    try write(
      """
      Listen localhost:\(port)
      Browsing No
      WebInterface No
      DefaultAuthType None
      JobRetryInterval 1
      <Location />
        Order allow,deny
        Allow localhost
      </Location>
      <Policy default>
        JobPrivateValues none
        SubscriptionPrivateValues none
        <Limit All>
          Order allow,deny
          Allow localhost
        </Limit>
      </Policy>
      """, to: "cups/etc/cupsd.conf")
    try write(
      """
      ServerRoot \(root)/etc
      StateDir \(root)/state
      CacheDir \(root)/cache
      RequestRoot \(root)/spool
      TempDir \(root)/tmp
      AccessLog \(root)/log/access
      ErrorLog \(root)/log/error
      PageLog \(root)/log/page
      """, to: "cups/etc/cups-files.conf")
    let daemon = try start(
      "cupsd", ["-f", "-c", "\(root)/etc/cupsd.conf", "-s", "\(root)/etc/cups-files.conf"])
    try daemon.wait(for: "port \(port)") { isListening(port) }
    return bus.merging(["CUPS_SERVER": "localhost:\(port)"]) { $1 }
  }

  /// Runs one of CUPS's programs (lpadmin, cupsdisable …).
  func administer(_ environment: [String: String], _ arguments: String...) throws -> String {
    let pairs = environment.map { "\($0)=\($1)" }
    let run = try runProgram(
      URL(fileURLWithPath: "/usr/bin/env"), ["PATH=/usr/sbin:/usr/bin:/bin"] + pairs + arguments)
    guard run.status == 0 else {
      throw Daemon.Failure("\(arguments.joined(separator: " ")): \(run.errors)")
    }
    return run.output
  }
}

/// A running printer and what came out of it.
struct IPPPrinter {
  let daemon: Daemon
  let port: Int
  /// 0.pdf, 0.env, 1.pdf …
  let jobs: URL

  var uri: String { "ipp://localhost:\(port)/ipp/print" }

  /// The PDF that arrived as the so many-th job.
  func pdf(_ number: Int = 0) -> String { jobs.appendingPathComponent("\(number).pdf").path }

  /// An attribute of a job, as the printer gives it to its command.
  func attribute(_ name: String, _ number: Int = 0) throws -> String? {
    let text = try String(contentsOf: jobs.appendingPathComponent("\(number).env"), encoding: .utf8)
    return text.split(separator: "\n").first { $0.hasPrefix("\(name)=") }.map {
      String($0.dropFirst(name.count + 1))
    }
  }

  var arrived: Int {
    ((try? FileManager.default.contentsOfDirectory(atPath: jobs.path)) ?? []).filter { $0.hasSuffix(".env") }
      .count
  }

  /// The states of its jobs that have ended, as ipptool tells them.
  func endedJobs() throws -> String {
    try tool("ipptool", "-tv", uri, "get-completed-jobs.test").output
  }
}

/// `bayan` while it runs.
final class RunningBayan {
  private let process = Process()
  private let folder: TemporaryFolder

  init(_ arguments: [String], environment: [String: String] = [:]) throws {
    folder = try TemporaryFolder()
    process.executableURL = try bayanProgram
    process.arguments = arguments
    process.currentDirectoryURL = projectFolder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    for name in ["output", "errors"] { try Data().write(to: file(name)) }
    process.standardOutput = try FileHandle(forWritingTo: file("output"))
    process.standardError = try FileHandle(forWritingTo: file("errors"))
    try process.run()
  }

  private func file(_ name: String) -> URL { folder.url.appendingPathComponent(name) }

  var isRunning: Bool { process.isRunning }

  /// What it printed so far.
  var said: String { (try? String(contentsOf: file("output"), encoding: .utf8)) ?? "" }

  /// What it wrote to standard error so far.
  var complained: String { (try? String(contentsOf: file("errors"), encoding: .utf8)) ?? "" }

  /// As Ctrl-C does.
  func interrupt() { process.interrupt() }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for its end, not longer than that.
  func end(within seconds: Double = 90) throws -> Run {
    let end = Date().addingTimeInterval(seconds)
    while process.isRunning, Date() < end { usleep(50_000) }
    let isLate = process.isRunning
    if isLate { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    let said = try ["output", "errors"].map { try String(contentsOf: file($0), encoding: .utf8) }
    try? FileManager.default.removeItem(at: folder.url)
    if isLate { throw Daemon.Failure("bayan did not end within \(seconds) s: \(said[0])\(said[1])") }
    return Run(status: process.terminationStatus, output: said[0], errors: said[1])
  }
}

/// Runs `bayan print` to its end.
func printed(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
  try RunningBayan(["print"] + arguments, environment: environment).end()
}

/// Waits until something is so, at most that long.
func wait(seconds: Double = 30, until isSo: () -> Bool) -> Bool {
  let end = Date().addingTimeInterval(seconds)
  while !isSo() {
    if Date() > end { return false }
    usleep(50_000)
  }
  return true
}
