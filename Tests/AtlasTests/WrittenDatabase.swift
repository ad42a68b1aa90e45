import CSQLite
import Foundation
import TestSupport

@testable import Atlas

/// Writes to a file of SQLite's, which the layer under test can't.
func execute(_ sql: String, in path: String) throws {
  var handle: OpaquePointer?
  defer { sqlite3_close(handle) }
  let opened = sqlite3_open(path, &handle)
  guard opened == SQLITE_OK, sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
    throw SQLiteError(description: String(cString: sqlite3_errmsg(handle)))
  }
}

/// The path of a new file of SQLite's that these statements have made.
func writtenDatabase(_ sql: String) throws -> String {
  let path = try TemporaryFolder().file("written.sqlite").path
  try execute(sql, in: path)
  return path
}
