import CSQLite

/// Asks a file of SQLite's. It owns the connection, closes it, and is used by one thread at a time.
final class SQLiteConnection {
  private let handle: OpaquePointer
  /// Prepared once and not in use, by their SQL.
  private var idle: [String: SQLiteStatement] = [:]

  init(reading path: String) throws(SQLiteError) {
    var handle: OpaquePointer?
    let status = sqlite3_open_v2(path, &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil)
    guard status == SQLITE_OK, let handle else {
      // What couldn't be opened has to be closed as well.
      sqlite3_close_v2(handle)
      throw SQLiteError(description: String(cString: sqlite3_errstr(status)))
    }
    self.handle = handle
  }

  /// Statements may be freed after it: the file is closed with the last of them.
  deinit { sqlite3_close_v2(handle) }

  /// Calls `body` with each row of the answer.
  func each(
    _ sql: String, _ arguments: [SQLiteValue] = [], _ body: (borrowing SQLiteRow) throws -> Void
  ) throws {
    try ask(sql, arguments) { statement in
      while try statement.step() { try body(statement.row) }
    }
  }

  /// What `read` makes of each row of the answer.
  func all<Value>(
    _ sql: String, _ arguments: [SQLiteValue] = [], _ read: (borrowing SQLiteRow) throws -> Value
  ) throws -> [Value] {
    var values: [Value] = []
    try each(sql, arguments) { row in values.append(try read(row)) }
    return values
  }

  /// What `read` makes of the answer's first row; `nil` where there is none.
  func first<Value>(
    _ sql: String, _ arguments: [SQLiteValue] = [], _ read: (borrowing SQLiteRow) throws -> Value
  ) throws -> Value? {
    try ask(sql, arguments) { statement in try statement.step() ? read(statement.row) : nil }
  }

  /// The names of a table's columns.
  func columns(of table: String) throws -> [String] {
    try ask("SELECT * FROM \"\(table)\"", []) { statement in
      let row = statement.row
      return (0..<row.count).map { row.name(of: $0) }
    }
  }

  /// Lends out the statement of that SQL. One that is in use is nobody else's: who asks the same meanwhile has another.
  private func ask<Value>(
    _ sql: String, _ arguments: [SQLiteValue], _ body: (SQLiteStatement) throws -> Value
  ) throws -> Value {
    let statement = try idle.removeValue(forKey: sql) ?? SQLiteStatement(sql, of: handle)
    defer {
      statement.reset()
      idle[sql] = statement
    }
    try statement.bind(arguments)
    return try body(statement)
  }
}

/// A prepared statement. It owns SQLite's and frees it.
private final class SQLiteStatement {
  private let handle: OpaquePointer

  init(_ sql: String, of connection: OpaquePointer) throws(SQLiteError) {
    var handle: OpaquePointer?
    let status = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard status == SQLITE_OK else { throw SQLiteError(of: connection) }
    guard let handle else { throw SQLiteError(description: "there is no statement in \"\(sql)\"") }
    self.handle = handle
  }

  deinit { sqlite3_finalize(handle) }

  /// Its row, where it stands on one.
  var row: SQLiteRow { SQLiteRow(handle: handle) }

  func bind(_ arguments: [SQLiteValue]) throws(SQLiteError) {
    let count = sqlite3_bind_parameter_count(handle)
    guard arguments.count == count else {
      throw SQLiteError(description: "a statement has \(count) question marks, not \(arguments.count)")
    }
    for (index, argument) in zip(Int32(1)..., arguments) {
      let status =
        switch argument {
        case .integer(let value): sqlite3_bind_int64(handle, index, value)
        case .number(let value): sqlite3_bind_double(handle, index, value)
        case .text(let text): bind(text, at: index)
        }
      guard status == SQLITE_OK else { throw SQLiteError(of: sqlite3_db_handle(handle)) }
    }
  }

  /// SQLite copies the text, all of it: a NUL ends nothing.
  private func bind(_ text: String, at index: Int32) -> Int32 {
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    return sqlite3_bind_text64(handle, index, text, UInt64(text.utf8.count), copied, UInt8(SQLITE_UTF8))
  }

  /// Goes on to the next row; false after the last.
  func step() throws(SQLiteError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw SQLiteError(of: sqlite3_db_handle(handle))
    }
  }

  /// Before its first row again, without arguments. What `step` has thrown is told once more, and not looked at.
  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }
}

/// One row of an answer, for as long as whoever asked looks at it. Columns count from 0.
struct SQLiteRow: ~Copyable {
  fileprivate let handle: OpaquePointer

  var count: Int { Int(sqlite3_column_count(handle)) }

  func name(of column: Int) -> String {
    sqlite3_column_name(handle, Int32(column)).map { String(cString: $0) } ?? ""
  }

  func isNull(_ column: Int) -> Bool { type(of: column) == SQLITE_NULL }

  func integer(_ column: Int) throws(SQLiteError) -> Int64 {
    guard type(of: column) == SQLITE_INTEGER else { throw lacks("integer", in: column) }
    return sqlite3_column_int64(handle, Int32(column))
  }

  /// Integers are numbers, too.
  func number(_ column: Int) throws(SQLiteError) -> Double {
    guard [SQLITE_FLOAT, SQLITE_INTEGER].contains(type(of: column)) else { throw lacks("number", in: column) }
    return sqlite3_column_double(handle, Int32(column))
  }

  func text(_ column: Int) throws(SQLiteError) -> String {
    guard type(of: column) == SQLITE_TEXT else { throw lacks("text", in: column) }
    // In this order: the text is turned into UTF-8 first, and its length is then that one's.
    let start = sqlite3_column_text(handle, Int32(column))
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: start == nil ? 0 : count), as: UTF8.self)
  }

  /// `nil` for NULL.
  func integerIfAny(_ column: Int) throws(SQLiteError) -> Int64? {
    isNull(column) ? nil : try integer(column)
  }

  /// `nil` for NULL.
  func textIfAny(_ column: Int) throws(SQLiteError) -> String? {
    isNull(column) ? nil : try text(column)
  }

  /// The bytes of a blob or text, where SQLite has them; none for NULL.
  func bytes<Value>(
    _ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) rethrows -> Value {
    let start = sqlite3_column_blob(handle, Int32(column))
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return try body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  private func type(of column: Int) -> Int32 { sqlite3_column_type(handle, Int32(column)) }

  private func lacks(_ kind: String, in column: Int) -> SQLiteError {
    SQLiteError(description: "there is no \(kind) in a row's column \(name(of: column))")
  }
}

extension SQLiteError {
  /// What went wrong last.
  fileprivate init(of connection: OpaquePointer?) {
    self.init(description: String(cString: sqlite3_errmsg(connection)))
  }
}
