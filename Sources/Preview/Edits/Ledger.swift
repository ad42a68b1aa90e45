import Diagnostics
import Files
import Synchronization

/// Writes edits into the pack, and remembers them so that each can be taken back.
final class Ledger: Sendable {
  private let pack: String
  private let kept = Mutex([[FigureEdit]]())

  init(pack: String) { self.pack = pack }

  /// What would be taken back next.
  var last: [FigureEdit]? { kept.withLock(\.last) }

  /// Writes edits into the file, all of them or none.
  ///
  /// - Throws: what has changed meanwhile, and what the system refuses; then the file is as it was.
  func keep(_ edits: [FigureEdit]) throws(DiagnosticError) {
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
  /// - Returns: which one; `nil` where there is none.
  /// - Throws: as `keep`; what can't be taken back is forgotten.
  func undo() throws(DiagnosticError) -> [FigureEdit]? {
    let result = kept.withLock { kept in
      Result { () throws(DiagnosticError) -> [FigureEdit]? in
        guard let last = kept.popLast() else { return nil }
        try write(last.map(\.reversed))
        return last
      }
    }
    return try result.get()
  }

  private func write(_ edits: [FigureEdit]) throws(DiagnosticError) {
    let sheet = FigureSheet(pack: pack)
    let bytes = try sheet.bytes(after: edits)
    guard let file = sheet.file else { return }
    try replaceFile(at: "\(pack)/\(file)", by: bytes)
  }
}
