import Diagnostics
import Files
import Synchronization

/// Writes edits into the pack, and remembers them so that each can be taken back.
final class Ledger: Sendable {
  /// Edits that were kept, and what the files held before and after.
  private struct Entry {
    var edits: [PackEdit]
    var before: [String: [UInt8]]
    var after: [String: [UInt8]]
  }

  private let files: PackFiles
  private let kept = Mutex([Entry]())

  init(_ files: PackFiles) { self.files = files }

  /// What would be taken back next.
  var last: [PackEdit]? { kept.withLock { $0.last?.edits } }

  /// Writes edits into their file.
  ///
  /// - Throws: what has changed meanwhile, and what the system refuses; then the file is as it was.
  func keep(_ edits: [PackEdit]) throws(DiagnosticError) {
    let result = kept.withLock { kept in
      Result { () throws(DiagnosticError) in
        let after = try files.drafts(edits)
        var before: [String: [UInt8]] = [:]
        for file in after.keys { before[file] = try files.read(file) }
        try write(after)
        kept.append(Entry(edits: edits, before: before, after: after))
      }
    }
    try result.get()
  }

  /// Takes the last edits back: byte for byte where nobody has written since, else in their cells and texts alone.
  ///
  /// - Throws: as `keep`; what can't be taken back now may be later.
  func undo() throws(DiagnosticError) {
    let result = kept.withLock { kept in
      Result { () throws(DiagnosticError) in
        guard let last = kept.last else { return }
        var isUntouched = true
        for (file, bytes) in last.after where try files.read(file) != bytes { isUntouched = false }
        try write(isUntouched ? last.before : files.drafts(last.edits.reversed().map(\.reversed)))
        kept.removeLast()
      }
    }
    try result.get()
  }

  private func write(_ drafts: [String: [UInt8]]) throws(DiagnosticError) {
    for (file, bytes) in drafts.sorted(by: { $0.key < $1.key }) {
      try replaceFile(at: files.path(file), by: bytes)
    }
  }
}
