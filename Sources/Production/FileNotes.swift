import Diagnostics
import Files

/// Reads files and notes what they hold, so that what was made of them can be taken again as long as they hold the same.
final class FileNotes {
  private struct Reading {
    var path: String
    var limit: Int
    /// Where it may lie, whatever links lead to; nothing for anywhere.
    var folders: [String]
    /// `nil` where there is no such file.
    var bytes: [UInt8]?
  }

  private var readings: [Reading] = []

  /// As `readFile`. What lies in none of several `folders` is for the caller to refuse.
  func read(_ path: String, atMost limit: Int, inside folders: [String] = []) -> FileContents {
    let contents = readFile(path, atMost: limit, inside: folders.count == 1 ? folders[0] : nil)
    func note(_ bytes: [UInt8]?) {
      readings.append(Reading(path: path, limit: limit, folders: folders, bytes: bytes))
    }
    switch contents {
    case .bytes(let bytes): note(bytes)
    case .missing: note(nil)
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
      case .bytes(let bytes):
        // A link may lead elsewhere since, to a copy of the same.
        bytes == reading.bytes
          && (reading.folders.isEmpty || reading.folders.contains { lies(reading.path, in: $0) })
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
