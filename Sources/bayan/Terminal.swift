import Diagnostics
import Foundation
import Keeping
import Production
import Synchronization

/// What a person at the keyboard sees: progress on a terminal, nothing of it in a pipe.
struct Terminal {
  private let isQuiet: Bool
  private let isVerbose: Bool
  private let showsProgress: Bool

  init(_ options: PackOptions) {
    isQuiet = options.quiet
    isVerbose = options.verbose
    showsProgress = !options.quiet && !options.verbose && isatty(STDERR_FILENO) == 1
  }

  /// For what takes no time.
  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
    isVerbose = false
    showsProgress = false
  }

  /// Says what goes on: a stage's name while it runs, with `--verbose` also how long it took and what was counted.
  func watch(_ event: PressRoom.Event) {
    switch event {
    case .began(let stage): if showsProgress { write("\r\u{1B}[K\(stage) …") }
    case .ended(let stage, let duration):
      if showsProgress { write("\r\u{1B}[K") }
      if isVerbose {
        let milliseconds = duration / .milliseconds(1)
        write("\(String(format: "%7.1f", milliseconds)) ms  \(stage)\n")
      }
    case .counted(let tallies):
      if !isVerbose { return }
      for (kind, tally) in tallies.sorted(by: { $0.key < $1.key }) {
        write("\(kind): \(tally.made) made, \(tally.taken) used again\n")
      }
    }
  }

  /// A press for this run, which is never closed: the process ends soon, and to free a million pieces of memory one by
  /// one takes some hundredths of the time of a build.
  func openPress() throws(DiagnosticError) -> PressRoom {
    Unmanaged.passRetained(try PressRoom(staysOpen: false, watch: watch)).takeUnretainedValue()
  }

  /// Runs a stage and says so.
  func stage<Value, Failure>(
    _ name: String, _ work: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try PressRoom.run(name, watch, work)
  }

  /// Errors always, the rest unless asked to be quiet.
  func show(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics.inReadingOrder.saidOnce where diagnostic.severity == .error || !isQuiet {
      write("\(diagnostic)\n")
    }
  }

  func finish(_ message: String) {
    if !isQuiet && isatty(STDOUT_FILENO) == 1 { say(message) }
  }

  /// Something that goes on: one line that is written again; `nil` takes it away.
  func progress(_ message: String?) {
    if showsProgress { write("\r\u{1B}[K\((message ?? "").visible)") }
  }

  /// What a script wants to know too.
  func conclude(_ message: String) {
    if !isQuiet { say(message) }
  }

  private func write(_ text: String) { StandardStreams.write(text, to: STDERR_FILENO) }
}

/// Prints what was asked for. Texts of packs and printers stand in it, so that nothing in it may steer a terminal.
func say(_ text: String, terminator: String = "\n") {
  StandardStreams.write(text.visibleLines + terminator, to: STDOUT_FILENO)
}

/// Standard output and error, which may be closed, full or a pipe that nobody reads: what can't be said there is a
/// failure like any other, and no reason to be ended by a signal.
enum StandardStreams {
  private static let hasFailed = Atomic(false)

  /// Before anything is opened: a closed stream's number would be given to the next file, and what is said would be
  /// written into it.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    // A file that may grow no further is one that can't be written.
    signal(SIGXFSZ, SIG_IGN)
    // A program that starts this one may have blocked what asks it to end, and that is handed on.
    var ending = sigset_t()
    sigemptyset(&ending)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&ending, number) }
    pthread_sigmask(SIG_UNBLOCK, &ending, nil)
    for number in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(number, F_GETFD) < 0 {
      // Writing to it fails, as it would to the closed one.
      _ = open("/dev/null", O_RDONLY)
    }
    atexit {
      // What the parser of arguments has printed waits until now.
      if fflush(nil) != 0 || StandardStreams.hasFailed.load(ordering: .relaxed) { _exit(1) }
    }
  }

  /// Says once that nothing can be said, if it is the output alone; a reader of a pipe that has enough is told nothing.
  private static func fail(_ stream: Int32, _ reason: Int32) {
    let isFirst = !hasFailed.exchange(true, ordering: .relaxed)
    guard isFirst, stream == STDOUT_FILENO, reason != EPIPE else { return }
    write(
      "error: standard output can't be written (\(String(cString: strerror(reason))))\n"
        + "  → leave it open, and room on its disk\n", to: STDERR_FILENO)
  }

  static func write(_ text: String, to stream: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(stream, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0, errno == EAGAIN {
        var wait = pollfd(fd: stream, events: Int16(POLLOUT), revents: 0)
        _ = poll(&wait, 1, 1000)
      } else if errno != EINTR {
        fail(stream, errno)
        return
      }
    }
  }
}
