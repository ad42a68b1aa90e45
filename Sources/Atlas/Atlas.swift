import Diagnostics
import Foundation
import GRDB
import Keeping
import Synchronization

/// The map data and gazetteer that come with Bayan: a GeoPackage that `Scripts/make-atlas` makes.
///
/// It is opened read-only, by one connection; only what a view needs is read. The layers are countries' land, their
/// boundaries, lakes, rivers, regions, seas and towns. **The seas' layer is for their names only**: the sea is what no
/// country covers, the Caspian too. Paint the map as water first and the countries over it. A coastline without land boundaries is drawn by
/// stroking all countries in the coast's colour before filling them all, since each fill hides the inner half of the
/// strokes.
///
/// Each call throws a `DiagnosticError` where the file turns out to be damaged.
public final class Atlas: Sendable {
  let path: String
  private let queue: DatabaseQueue
  /// What was answered, by what was asked: the file doesn't change while it is open.
  private let answers = Mutex(Kept<Question, any Sendable>())

  /// Where the data come from, for the foot of a map or the notes of a pack.
  public let credits = ["Natural Earth (public domain)", "GeoNames (CC BY 4.0)"]

  /// - Throws: `DiagnosticError` if the file is missing or is no atlas.
  public init(path: String) throws(DiagnosticError) {
    self.path = path
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw DiagnosticError(
        "the atlas is missing", at: SourceLocation(file: path),
        advice: "it comes with Bayan as Atlas/atlas.gpkg; install it again or make it with Scripts/make-atlas"
      )
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: Self.configuration)
      let isAtlas = try queue.unsafeRead { db in
        try Bool.fetchOne(
          db, sql: "SELECT application_id = 0x47504B47 FROM pragma_application_id") == true
          && db.tableExists("countries_fine") && db.tableExists("place_names")
      }
      guard isAtlas else { throw DatabaseError(message: "it is a database of another kind") }
    } catch {
      throw Self.damage(error, path: path)
    }
  }

  /// Its lock, which keeps only writers out, is held from the first reading to the end: taken for each of some hundred
  /// questions, and each time followed by a look whether the file is another, it was half of a build's calls of the system.
  static var configuration: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
    }
    return configuration
  }

  /// What somebody asks of an atlas.
  struct Question: Hashable, Sendable {
    /// The function's.
    var name: String
    var words: [String]
    var place: Place?
  }

  /// Of the answers asked for last.
  private static let mostAnswers = 2_000

  /// Answers a question that was answered before by what was found then.
  func answer<Answer: Sendable>(
    _ words: [String], about place: Place? = nil, of name: String = #function,
    _ find: () throws(DiagnosticError) -> Answer
  ) throws(DiagnosticError) -> Answer {
    let question = Question(name: name, words: words, place: place)
    if let known = answers.withLock({ $0.take(question) }) as? Answer { return known }
    let found = try find()
    answers.withLock {
      if $0.count > Self.mostAnswers { $0.turn() }
      $0.keep(found, for: question)
    }
    return found
  }

  /// Runs a reading step; what goes wrong in it becomes a diagnostic.
  func read<Value>(_ step: (Database) throws -> Value) throws(DiagnosticError) -> Value {
    do {
      // In a transaction, so that the file is locked once and not for each of many queries.
      return try queue.read(step)
    } catch {
      throw Self.damage(error, path: path)
    }
  }

  static func damage(_ error: any Error, path: String) -> DiagnosticError {
    let reason = (error as? DatabaseError)?.message ?? (error as? DamagedRow)?.description ?? "\(error)"
    return DiagnosticError(
      "the atlas can't be read: \(reason)", at: SourceLocation(file: path),
      advice: "the file is damaged or no atlas; install it again or make it with Scripts/make-atlas")
  }
}

/// A row whose contents are not what `Scripts/make-atlas` writes.
struct DamagedRow: Error, CustomStringConvertible {
  var table: String
  var id: Int64

  var description: String { "row \(id) of its table \(table) is damaged" }
}
