import Diagnostics
import Files
import Synchronization

/// Writes edits into the pack, and remembers them so that each can be taken back.
final class Ledger: Sendable {
  private let files: PackFiles
  private let kept = Mutex([[PackEdit]]())

  init(_ files: PackFiles) { self.files = files }

  /// What would be taken back next.
  var last: [PackEdit]? { kept.withLock(\.last) }

  /// Writes edits into their file.
  ///
  /// - Throws: what has changed meanwhile, and what the system refuses; then the file is as it was.
  func keep(_ edits: [PackEdit]) throws(DiagnosticError) {
    let result = kept.withLock { kept in
      Result { () throws(DiagnosticError) in
        try write(edits)
        kept.append(edits)
      }
    }
    try result.get()
  }

  /// Takes the last edits back.
  ///
  /// - Throws: as `keep`; what can't be taken back is forgotten.
  func undo() throws(DiagnosticError) {
    let result = kept.withLock { kept in
      Result { () throws(DiagnosticError) in
        if let last = kept.popLast() { try write(last.reversed().map(\.reversed)) }
      }
    }
    try result.get()
  }

  private func write(_ edits: [PackEdit]) throws(DiagnosticError) {
    for (file, bytes) in try files.drafts(edits).sorted(by: { $0.key < $1.key }) {
      try replaceFile(at: files.path(file), by: bytes)
    }
  }
}
