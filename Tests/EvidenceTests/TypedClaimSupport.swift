import Diagnostics
import Evidence
import Foundation
import Tables
import TestSupport
import Testing

/// The words that Bayan comes with.
let shippedWords: ClaimVocabulary = {
  var words = ClaimVocabulary()
  var log = DiagnosticLog()
  if let table = try? Table.open(projectPath("Words/claims.csv")) { words.add(table, log: &log) }
  return words
}()

/// Figures of a land that does not exist; each value can be replaced.
private let harbour = """
  exports-2016|Exports|10|USD bn|2016|exact|actual
  exports-2018|Exports|12|USD bn|2018|exact|actual
  imports-2018|Imports|9|USD bn|2018|exact|actual
  exports-goal|Exports|15|USD bn|2020|exact|target
  exports-9m-2017|Exports|7|USD bn|2017-01/2017-09|exact|actual
  exports-9m-2018|Exports|8|USD bn|2018-01/2018-09|exact|actual
  growth|Growth of exports|8|%|2018|exact|actual
  paved|Roads already paved|93|%||exact|actual
  open|Villages still to be connected|6|%||exact|actual
  women|Women among the members|48|%||exact|actual
  jobs-2017|Jobs at the port|300|jobs|2017|exact|actual
  jobs-2018|Jobs at the port|330|jobs|2018|exact|actual
  signed|Treaties signed|45|treaties||exact|actual
  planned|Treaties planned|50|treaties||exact|actual
  fee|Harbour fee|20|EUR m|2018|exact|actual
  """

/// The table with some values replaced: "exports-2018=9 growth=-4"; "id@period=2019" replaces a period.
func harbourTable(_ replaced: String = "") throws -> FigureTable {
  var rows = harbour.split(separator: "\n").map {
    $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
  }
  for part in replaced.split(separator: " ") {
    let sides = part.split(separator: "=").map(String.init)
    let name = sides[0].split(separator: "@").map(String.init)
    let columns = ["value": 2, "unit": 3, "period": 4, "qualifier": 5, "status": 6]
    guard let row = rows.firstIndex(where: { $0[0] == name[0] }),
      let column = columns[name.count > 1 ? name[1] : "value"]
    else {
      Issue.record("no figure \(part)")
      continue
    }
    rows[row][column] = sides[1].replacing("_", with: " ")
  }
  return try table(rows.map { $0.joined(separator: ",") + ",,https://example.org/,\n" }.joined())
}

/// A text beside figures of the harbour.
struct Typed: Sendable {
  var text: String
  var kind = Passage.Kind.point
  var figures: [String] = []

  /// How many Unicode scalars stand in the bold words at the beginning, which the text has between asterisks.
  var passage: Passage {
    let parts = text.components(separatedBy: "**")
    let plain = parts.joined()
    return Passage(
      plain, kind: kind, figures: figures, runIn: parts.count == 3 ? parts[1].unicodeScalars.count : 0,
      stretches: [.init(offset: 0, location: SourceLocation(file: "1.md", line: 1, column: 1))])
  }

  func doubts(
    _ replaced: String = "", before: String? = nil, asOf: String? = "2019-01", isStrict: Bool = false
  ) throws -> [Diagnostic] {
    var figures = try harbourTable(replaced)
    figures.asOf = asOf.flatMap { Period($0) }
    let check = ClaimCheck(
      figures, before: try before.map { [try harbourTable($0)] } ?? [], asOf: asOf, vocabulary: shippedWords)
    return check.doubts(about: [passage], isStrict: isStrict)
  }
}
