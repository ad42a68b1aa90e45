import Diagnostics
import Foundation

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

  /// Runs a stage and says so: its name while it runs, with `--verbose` also how long it took.
  func stage<Value>(_ name: String, _ work: () throws -> Value) rethrows -> Value {
    if showsProgress { write("\r\u{1B}[K\(name) …") }
    defer { if showsProgress { write("\r\u{1B}[K") } }
    if !isVerbose { return try work() }
    let clock = ContinuousClock()
    let start = clock.now
    defer {
      let time = (clock.now - start).components
      let milliseconds = Double(time.seconds) * 1000 + Double(time.attoseconds) / 1e15
      write("\(String(format: "%7.1f", milliseconds)) ms  \(name)\n")
    }
    return try work()
  }

  /// Errors always, the rest unless asked to be quiet.
  func show(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics.inReadingOrder where diagnostic.severity == .error || !isQuiet {
      write("\(diagnostic)\n")
    }
  }

  func finish(_ message: String) {
    if !isQuiet && isatty(STDOUT_FILENO) == 1 { print(message) }
  }

  /// Something that goes on: one line that is written again; `nil` takes it away.
  func progress(_ message: String?) {
    if showsProgress { write("\r\u{1B}[K\(message ?? "")") }
  }

  /// What a script wants to know too.
  func conclude(_ message: String) {
    if !isQuiet { print(message) }
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
