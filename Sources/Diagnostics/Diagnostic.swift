/// A place in a file that a person can go to.
public struct SourceLocation: Hashable, Sendable, Comparable {
  /// Path as the user would write it (relative to where the command runs, or inside the pack).
  public var file: String
  /// Line and column, both counted from 1; `nil` where the whole file is meant.
  public var line: Int?
  public var column: Int?
  /// Whether line and column are a spreadsheet's row and column, so that a person looks for "C7".
  public var isCell: Bool

  public init(file: String, line: Int? = nil, column: Int? = nil, isCell: Bool = false) {
    self.file = file
    self.line = line
    self.column = column
    self.isCell = isCell
  }

  /// Without the file: "7:3", in a spreadsheet "C7"; `nil` where the whole file is meant.
  public var placeInFile: String? {
    guard let line else { return nil }
    if isCell { return Self.columnName(column ?? 1) + "\(line)" }
    return column.map { "\(line):\($0)" } ?? "\(line)"
  }

  /// 1 is A, 26 is Z, 27 is AA.
  private static func columnName(_ column: Int) -> String {
    var name = ""
    var rest = column
    while rest > 0 {
      name = String(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26)))) + name
      rest = (rest - 1) / 26
    }
    return name
  }

  public static func < (a: SourceLocation, b: SourceLocation) -> Bool {
    (a.file, a.line ?? 0, a.column ?? 0) < (b.file, b.line ?? 0, b.column ?? 0)
  }
}

/// One thing wrong (or doubtful) with what a person wrote: where, what, and what to do about it.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: String, Sendable {
    case error, warning, note
  }

  public var severity: Severity
  public var location: SourceLocation?
  /// What is wrong, as a sentence without a full stop.
  public var message: String
  /// What to do, as a sentence without a full stop.
  public var advice: String?

  public init(
    _ severity: Severity = .error, _ message: String, at location: SourceLocation? = nil,
    advice: String? = nil
  ) {
    self.severity = severity
    self.location = location
    self.message = message
    self.advice = advice
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line:column: error: what` and, on a second line, `  → what to do`; what a file brings along can neither
  /// begin a line of its own nor steer a terminal.
  public var description: String {
    var text = ""
    if let location {
      text += location.file.visible
      if let place = location.placeInFile { text += ":\(place)" }
      text += ": "
    }
    text += "\(severity.rawValue): \(message.visible)"
    if let advice { text += "\n  → \(advice.visible)" }
    return text
  }
}

/// The error that every step throws: all mistakes found, not only the first.
public struct DiagnosticError: Error, Sendable, CustomStringConvertible {
  public var diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  public init(_ message: String, at location: SourceLocation? = nil, advice: String? = nil) {
    self.diagnostics = [Diagnostic(.error, message, at: location, advice: advice)]
  }

  public var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}

/// Collects diagnostics over several steps, so that a person sees all mistakes at once.
public struct DiagnosticLog: Sendable {
  public private(set) var diagnostics: [Diagnostic] = []
  private var known: Set<Diagnostic> = []

  public init() {}

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  public mutating func add(_ diagnostic: Diagnostic) {
    if known.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  public mutating func error(_ message: String, at location: SourceLocation? = nil, advice: String? = nil) {
    add(Diagnostic(.error, message, at: location, advice: advice))
  }

  public mutating func warning(_ message: String, at location: SourceLocation? = nil, advice: String? = nil) {
    add(Diagnostic(.warning, message, at: location, advice: advice))
  }

  /// Runs a step; what it throws as diagnostics is kept and `nil` is returned, so that later steps still run.
  public mutating func collect<Value>(_ step: () throws -> Value) -> Value? {
    do {
      return try step()
    } catch let error as DiagnosticError {
      for diagnostic in error.diagnostics { add(diagnostic) }
    } catch {
      // A closure's thrown type is not inferred, so another error can't be ruled out here.
      add(Diagnostic(.error, "\(error)"))
    }
    return nil
  }

  /// - Throws: `DiagnosticError` with everything collected (warnings too) if any of it is an error.
  public func throwIfErrors() throws(DiagnosticError) {
    if hasErrors { throw DiagnosticError(diagnostics) }
  }
}

extension [Diagnostic] {
  /// As a person goes through them: those without a place first, then by file and place; at one place as found.
  public var inReadingOrder: [Diagnostic] {
    enumerated().sorted { a, b in
      switch (a.element.location, b.element.location) {
      case (nil, nil): a.offset < b.offset
      case (nil, _): true
      case (_, nil): false
      case (let first?, let second?): first == second ? a.offset < b.offset : first < second
      }
    }.map(\.element)
  }
}
