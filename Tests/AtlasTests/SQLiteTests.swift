import Dispatch
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Atlas

struct SQLiteTests {
  @Test func aStatementThatFailsSaysWhatSQLiteSays() throws {
    let db = try SQLiteConnection(reading: try writtenDatabase("CREATE TABLE towns (name TEXT)"))
    func failure(of sql: String, _ arguments: [SQLiteValue] = []) -> String? {
      #expect(throws: SQLiteError.self) { try db.all(sql, arguments) { try $0.integer(0) } }?.description
    }
    #expect(failure(of: "SELECT name FROM cities") == "no such table: cities")
    #expect(failure(of: "SELECT name, FROM towns") == "near \"FROM\": syntax error")
    #expect(failure(of: "INSERT INTO towns VALUES ('Taraz')") == "attempt to write a readonly database")
    // While it runs, not when it is prepared.
    #expect(failure(of: "SELECT 1 UNION ALL SELECT abs(-9223372036854775807 - 1)") == "integer overflow")
    #expect(failure(of: "SELECT ?") == "a statement has 1 question marks, not 0")
    #expect(failure(of: "SELECT 1", [.integer(1)]) == "a statement has 0 question marks, not 1")
    #expect(failure(of: " ") == "there is no statement in \" \"")
    // And after all of them it answers.
    #expect(try db.first("SELECT count(*) FROM towns") { try $0.integer(0) } == 0)
  }

  @Test func whatIsAskedAgainIsAnsweredFromItsBeginning() throws {
    struct Enough: Error {}
    let db = try SQLiteConnection(
      reading: try writtenDatabase("CREATE TABLE n (n INTEGER); INSERT INTO n VALUES (1), (2), (3)"))
    let sql = "SELECT n FROM n ORDER BY n"
    for _ in 0..<2 {
      #expect(try db.first(sql) { try $0.integer(0) } == 1)
      #expect(throws: Enough.self) {
        try db.each(sql) { row in if try row.integer(0) == 2 { throw Enough() } }
      }
      #expect(throws: SQLiteError.self) { try db.each(sql) { _ = try $0.text(0) } }
      #expect(try db.all(sql) { try $0.integer(0) } == [1, 2, 3])
    }
    // While an answer is looked at, too.
    let pairs = try db.all(sql) { row in
      try db.all(sql) { try $0.integer(0) }.map { 10 * $0 }.reduce(try row.integer(0), +)
    }
    #expect(pairs == [61, 62, 63])
    #expect(try db.first("SELECT n FROM n WHERE n > ?", [.integer(3)]) { try $0.integer(0) } == nil)
    #expect(try db.all("SELECT n FROM n WHERE n > ?", [.integer(2)]) { try $0.integer(0) } == [3])
  }

  @Test(arguments: ["", "Алматы", "Đà Nẵng 🏙", "a\0b", "\0", String(repeating: "Ўзбекистон ", count: 10_000)])
  func aTextIsReadAndAskedForWhole(text: String) throws {
    let hex = text.utf8.map { String(format: "%02x", $0) }.joined()
    let db = try SQLiteConnection(
      reading: try writtenDatabase(
        "CREATE TABLE t (id, name TEXT); INSERT INTO t VALUES (1, 'a'), (2, CAST(x'\(hex)' AS TEXT))"))
    #expect(try db.first("SELECT name FROM t WHERE id = 2") { try $0.text(0) } == text)
    #expect(try db.all("SELECT id FROM t WHERE name = ?", [.text(text)]) { try $0.integer(0) } == [2])
  }

  @Test func aTextInUTF16IsReadAsWell() throws {
    let db = try SQLiteConnection(
      reading: try writtenDatabase(
        "PRAGMA encoding = 'UTF-16le'; CREATE TABLE t (name TEXT); INSERT INTO t VALUES ('Đà Nẵng 🏙')"))
    #expect(
      try db.all("SELECT name FROM t WHERE name = ?", [.text("Đà Nẵng 🏙")]) { try $0.text(0) } == [
        "Đà Nẵng 🏙"
      ])
  }

  @Test func numbersAreReadExactly() throws {
    let db = try SQLiteConnection(reading: try writtenDatabase("CREATE TABLE n (n)"))
    for number in [0, -1, Int64.min, Int64.max] {
      #expect(try db.first("SELECT ?", [.integer(number)]) { try $0.integer(0) } == number)
    }
    for number in [0.1, -180, .leastNonzeroMagnitude, .greatestFiniteMagnitude] {
      #expect(try db.first("SELECT ?", [.number(number)]) { try $0.number(0) } == number)
    }
    #expect(try db.first("SELECT 7") { try $0.number(0) } == 7)
  }

  @Test func whatIsNULLOrOfAnotherKindIsNotTakenForAValue() throws {
    let db = try SQLiteConnection(
      reading: try writtenDatabase("CREATE TABLE t (a, b, c); INSERT INTO t VALUES (NULL, 'x', 1.5)"))
    let sql = "SELECT a, b, c FROM t"
    #expect(try db.first(sql) { [$0.isNull(0), $0.isNull(1), $0.isNull(3)] } == [true, false, true])
    #expect(try db.first(sql) { try $0.textIfAny(0) } == .some(nil))
    #expect(try db.first(sql) { try $0.integerIfAny(0) } == .some(nil))
    #expect(try db.first(sql) { try $0.textIfAny(1) } == "x")
    #expect(try db.first(sql) { row in row.bytes(0) { $0.count } } == 0)
    let text = #expect(throws: SQLiteError.self) { try db.each(sql) { _ = try $0.text(0) } }
    #expect(text?.description == "there is no text in a row's column a")
    let integer = #expect(throws: SQLiteError.self) { try db.each(sql) { _ = try $0.integer(2) } }
    #expect(integer?.description == "there is no integer in a row's column c")
    let number = #expect(throws: SQLiteError.self) { try db.each(sql) { _ = try $0.number(1) } }
    #expect(number?.description == "there is no number in a row's column b")
  }

  @Test func aBlobsBytesAreReadAsTheyAre() throws {
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
    let hex = bytes.map { String(format: "%02x", $0) }.joined()
    let db = try SQLiteConnection(
      reading: try writtenDatabase("CREATE TABLE b (b BLOB); INSERT INTO b VALUES (x'\(hex)'), (x'')"))
    let found = try db.all("SELECT b FROM b ORDER BY rowid") { row in row.bytes(0) { Array($0) } }
    #expect(found == [bytes, []])
    #expect(try db.first("SELECT 'Алм'") { row in row.bytes(0) { Array($0) } } == Array("Алм".utf8))
  }

  @Test func theColumnsOfATableAreToldAndThoseOfNoTableAreNot() throws {
    let db = try SQLiteConnection(
      reading: try writtenDatabase("CREATE TABLE countries (id INTEGER, \"name_zh-Hant\" TEXT)"))
    #expect(try db.columns(of: "countries") == ["id", "name_zh-Hant"])
    let error = #expect(throws: SQLiteError.self) { try db.columns(of: "lands") }
    #expect(error?.description == "no such table: lands")
  }

  @Test func aTruncatedFileThrows() throws {
    let path = try writtenDatabase(
      """
      CREATE TABLE n (n INTEGER, t TEXT);
      WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 5000)
      INSERT INTO n SELECT n, printf('%040d', n) FROM c
      """)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for length in [whole.count - 4096, 2 * 4096, 50] {
      try whole.prefix(length).write(to: URL(fileURLWithPath: path))
      let error = #expect(throws: SQLiteError.self) {
        try SQLiteFile(path: path).read { db in try db.all("SELECT n, t FROM n") { try $0.text(1) } }
      }
      #expect(error?.description == "database disk image is malformed", "\(length)")
    }
  }

  @Test func aFileThatCannotBeOpenedThrows() throws {
    let error = #expect(throws: SQLiteError.self) { try SQLiteFile(path: "/nowhere/at.all") }
    #expect(error?.description == "unable to open database file")
  }

  @Test func severalThreadsAskOneAtATime() throws {
    let file = try SQLiteFile(
      path: try writtenDatabase(
        """
        CREATE TABLE n (n INTEGER, t TEXT);
        WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 1000) INSERT INTO n SELECT n, 'town ' || n FROM c
        """))
    let inside = Atomic(0)
    let wrong = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 400) { turn in
      let first = Int64(turn % 900)
      let found = try? file.read { db in
        if inside.add(1, ordering: .relaxed).newValue != 1 { wrong.add(1, ordering: .relaxed) }
        defer { inside.subtract(1, ordering: .relaxed) }
        return try db.all("SELECT n, t FROM n WHERE n > ? ORDER BY n LIMIT 20", [.integer(first)]) { row in
          "\(try row.integer(0)) \(try row.text(1))"
        }
      }
      if found != (first + 1...first + 20).map({ "\($0) town \($0)" }) { wrong.add(1, ordering: .relaxed) }
    }
    #expect(wrong.load(ordering: .relaxed) == 0)
  }

  @Test func aWriterIsKeptOutUntilTheFileIsClosed() throws {
    let path = try writtenDatabase("CREATE TABLE towns (name TEXT)")
    let insert = "INSERT INTO towns VALUES ('Taraz')"
    do {
      let file = try SQLiteFile(path: path)
      #expect(try file.read { db in try db.first("SELECT count(*) FROM towns") { try $0.integer(0) } } == 0)
      let error = #expect(throws: SQLiteError.self) { try execute(insert, in: path) }
      #expect(error?.description == "database is locked")
      _ = file
    }
    try execute(insert, in: path)
  }
}
