import Synchronization

/// A file of SQLite's that several threads read, one at a time.
final class SQLiteFile: Sendable {
  private let lock = Mutex(())
  /// Used by whoever has the lock.
  nonisolated(unsafe) private let connection: SQLiteConnection

  /// Opens it for reading alone; whether it is a database, the first answer tells.
  ///
  /// Its lock on the disk, which keeps only writers out, is held from the first reading to the end: taken for each of some
  /// hundred questions, and each time followed by a look whether the file is another, it was half of a build's calls of
  /// the system.
  init(path: String) throws {
    connection = try SQLiteConnection(reading: path)
    try connection.each("PRAGMA locking_mode = EXCLUSIVE") { _ in }
  }

  /// Has somebody ask it something. Not within itself: that would wait for its own end.
  func read<Answer: Sendable>(_ step: (SQLiteConnection) throws -> Answer) throws -> Answer {
    try lock.withLock { _ in try step(connection) }
  }
}

/// What SQLite says is wrong, in its words.
struct SQLiteError: Error, CustomStringConvertible {
  var description: String
}

/// What a statement's question mark stands for.
enum SQLiteValue {
  case integer(Int64)
  case number(Double)
  case text(String)
}
