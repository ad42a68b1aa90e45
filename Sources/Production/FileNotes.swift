import Diagnostics
import Files

/// Reads files and notes what they hold, so that what was made of them can be taken again as long as they hold the same.
final class FileNotes {
  private struct Reading {
    var path: String
    var limit: Int
    /// `nil` where there is no such file.
    var bytes: [UInt8]?
  }

  private var readings: [Reading] = []

  /// As `readFile`.
  func read(_ path: String, atMost limit: Int, inside folder: String? = nil) -> FileContents {
    let contents = readFile(path, atMost: limit, inside: folder)
    switch contents {
    case .bytes(let bytes): readings.append(Reading(path: path, limit: limit, bytes: bytes))
    case .missing: readings.append(Reading(path: path, limit: limit, bytes: nil))
    // What can't be read is an error, and nothing is made of it.
    case .refused: break
    }
    return contents
  }

  /// Whether all the files that were read hold what they held then.
  ///
  /// They are read again: files that are written twice within a few milliseconds may keep their date.
  var areCurrent: Bool {
    readings.allSatisfy { reading in
      switch readFile(reading.path, atMost: reading.limit) {
      case .bytes(let bytes): bytes == reading.bytes
      case .missing: reading.bytes == nil
      case .refused: false
      }
    }
  }
}

/// Values that were read from files, each as long as its files hold the same.
struct Shelf<Key: Hashable, Value> {
  private var known: [Key: (value: Value, notes: FileNotes)] = [:]

  mutating func value(
    of key: Key, read: (FileNotes) throws(DiagnosticError) -> Value
  ) throws(DiagnosticError) -> Value {
    if let known = known[key], known.notes.areCurrent { return known.value }
    let notes = FileNotes()
    let value = try read(notes)
    known[key] = (value, notes)
    return value
  }
}
