import Diagnostics
import Foundation
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
  private let file: SQLiteFile
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
      file = try SQLiteFile(path: path)
      guard try file.read(Self.isAtlas) else {
        throw SQLiteError(description: "it is a database of another kind")
      }
    } catch {
      throw Self.damage(error, path: path)
    }
  }

  /// Whether it is a GeoPackage, and has tables of ours.
  private static func isAtlas(_ db: SQLiteConnection) throws -> Bool {
    let isAtlas = try db.first(
      """
      SELECT application_id = 0x47504B47 AND 2 = (
        SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('countries_fine', 'place_names'))
      FROM pragma_application_id
      """
    ) { try $0.integer(0) == 1 }
    return isAtlas == true
  }

  /// What somebody asks of an atlas.
  struct Question: Hashable, Sendable {
    /// The function's.
    var name: String
    var words: [[String]]
    var place: Place?
    var told: [String: Place]
  }

  /// Of the answers asked for last.
  private static let mostAnswers = 2_000

  /// Answers a question that was answered before by what was found then.
  func answer<Answer: Sendable>(
    _ words: [String]..., about place: Place? = nil, told: [String: Place] = [:], of name: String = #function,
    _ find: () throws(DiagnosticError) -> Answer
  ) throws(DiagnosticError) -> Answer {
    let question = Question(name: name, words: words, place: place, told: told)
    // In two steps: that nothing is known would be an answer of `nil`.
    if let known = answers.withLock({ $0.take(question) }), let answer = known as? Answer { return answer }
    let found = try find()
    answers.withLock {
      if $0.count > Self.mostAnswers { $0.turn() }
      $0.keep(found, for: question)
    }
    return found
  }

  /// Runs a reading step; what goes wrong in it becomes a diagnostic.
  func read<Value: Sendable>(_ step: (SQLiteConnection) throws -> Value) throws(DiagnosticError) -> Value {
    do {
      return try file.read(step)
    } catch {
      throw Self.damage(error, path: path)
    }
  }

  static func damage(_ error: any Error, path: String) -> DiagnosticError {
    DiagnosticError(
      "the atlas can't be read: \(error)", at: SourceLocation(file: path),
      advice: "the file is damaged or no atlas; install it again or make it with Scripts/make-atlas")
  }
}

/// A row whose contents are not what `Scripts/make-atlas` writes.
struct DamagedRow: Error, CustomStringConvertible {
  var table: String
  var id: Int64

  var description: String { "row \(id) of its table \(table) is damaged" }
}
