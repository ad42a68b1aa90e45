import Diagnostics
import Tables

/// A table of figures as somebody sent it: with Bayan's own columns, or as people make tables.
public struct ReceivedTable: Sendable {
  /// In the table's order; each says where it stands in it.
  public private(set) var figures = FigureTable()
  /// The file with its sheet, as messages name it.
  public private(set) var place: String
  /// What stands above the table, but for lines that are a unit and nothing else.
  public private(set) var titles: [String] = []
  /// What is doubtful but can be read.
  public private(set) var doubts: [Diagnostic] = []

  /// More is no briefing: each figure is a row of the report's own table.
  private static let mostFigures = 2000
  /// Of the mistakes of a table that is not what it was taken for.
  private static let mostMistakes = 25

  /// - Parameters:
  ///   - bytes: of the file.
  ///   - file: as messages name it.
  ///   - sheet: of a spreadsheet; without it the first in view that has such a table is read.
  /// - Throws: what can't be understood, each at its place.
  public init(_ bytes: [UInt8], file: String, sheet: String? = nil) throws(DiagnosticError) {
    let beginnings = try Table.beginnings(of: bytes, file: file, sheet: sheet)
    let (head, others) = try PlainTableHead.find(in: beginnings)
    place = head.place
    var log = DiagnosticLog()
    if !others.isEmpty {
      log.warning(
        "of several sheets with a table the first is read, and not \(others.map { "'\($0)'" }.joined(separator: ", "))",
        at: SourceLocation(file: place), advice: "name the one that counts: \(file)#SHEET")
    }
    var table = try Table.read(bytes, file: file, sheet: head.sheet, columns: head.columns)
    titles = table.titles.map(\.text.trimmed).filter { UnitInText.unit($0) == nil }
    if table.rows.isEmpty {
      throw DiagnosticError(
        "this table has no rows", at: table.header.first?.location,
        advice: "write a row for each figure below the names of the columns")
    }
    for warning in table.warnings { log.add(warning) }
    table.warnings = []
    table = head.isOwn ? Self.completed(table, log: &log) : Self.plain(table, log: &log)
    if table.rows.count > Self.mostFigures {
      throw DiagnosticError(
        "this table holds \(table.rows.count) figures, and a briefing at most \(Self.mostFigures)",
        at: SourceLocation(file: place), advice: "leave in it what the briefing is to tell")
    }
    try Self.throwFirst(of: log)
    figures = FigureTable.readable(table, log: &log) ?? FigureTable()
    try Self.throwFirst(of: log)
    if figures.figures.isEmpty {
      throw DiagnosticError(
        log.diagnostics
          + DiagnosticError("no number stands in this table", at: SourceLocation(file: place)).diagnostics)
    }
    doubts = log.diagnostics
  }

  private static func throwFirst(of log: DiagnosticLog) throws(DiagnosticError) {
    guard log.hasErrors else { return }
    let (mistakes, others) = (
      log.diagnostics.filter { $0.severity == .error }, log.diagnostics.filter { $0.severity != .error }
    )
    guard mistakes.count > mostMistakes, let last = mistakes.last else {
      throw DiagnosticError(log.diagnostics)
    }
    let rest = Diagnostic(
      .note, "and \(mistakes.count - mostMistakes) more mistakes, of which this place has the last",
      at: last.location)
    throw DiagnosticError(others + mistakes.prefix(mostMistakes) + [rest])
  }

  // MARK: Bayan's own columns

  /// With all columns, and a source in each row: paragraphs of an interview that isn't here are none.
  private static func completed(_ table: Table, log: inout DiagnosticLog) -> Table {
    var table = table
    let names = table.header.map(\.text.trimmedLowercase)
    guard let id = names.firstIndex(of: FigureColumn.id.rawValue) else { return table }
    for column in FigureColumn.required where !names.contains(column.rawValue) {
      table.header.append(Table.Field(text: column.rawValue, location: table.header[id].location))
      for index in table.rows.indices {
        table.rows[index].append(Table.Field(text: "", location: table.rows[index][id].location))
      }
    }
    let all = table.header.map(\.text.trimmedLowercase)
    guard let source = all.firstIndex(of: FigureColumn.source.rawValue),
      let formula = all.firstIndex(of: FigureColumn.formula.rawValue)
    else { return table }
    var marks: [Table.Field] = []
    for index in table.rows.indices where !table.rows[index][id].text.isBlank {
      let field = table.rows[index][source]
      let parts = field.text.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
      let kept = parts.filter { Source($0)?.isOfTranscript != true }
      if kept.count < parts.count { marks.append(field) }
      let isDerived = !table.rows[index][formula].text.isBlank
      let own = isDerived && kept.isEmpty ? [] : [table.rows[index][id].location.sourceName]
      if kept.isEmpty || kept.count < parts.count {
        table.rows[index][source].text = (kept + own).joined(separator: "; ")
      }
    }
    if let first = marks.first {
      log.warning(
        "\(marks.count == 1 ? "a source names" : "\(marks.count) sources, of which this is the first, name") a paragraph of an interview that is not here ('\(first.text.trimmed)')",
        at: first.location, advice: "the row of this table stands in its place")
    }
    return table
  }

  // MARK: Plain tables

  private static func plain(_ table: Table, log: inout DiagnosticLog) -> Table {
    let shape = PlainTableShape(table, log: &log)
    var result = table
    let above = table.titles.lazy.compactMap { title in
      (UnitInText.unit(title.text) ?? UnitInText(title.text).unit).map { (unit: $0, title: title) }
    }.first
    if log.hasErrors { return result }
    let read = PlainTableRows(table, shape, unitAbove: above?.unit, log: &log)
    let place = table.header.first?.location ?? SourceLocation(file: table.file)
    result.header = FigureColumn.required.map { Table.Field(text: $0.rawValue, location: place) }
    result.rows = read.rows
    // What was taken from a line above is told; a line that says something else is doubted when the rows are read.
    let unitColumn = 3
    if let above, read.rows.contains(where: { $0[unitColumn].text == above.unit }) {
      log.warning(
        "this line's unit, \(above.unit), is taken for the numbers that have none of their own",
        at: above.title.location,
        advice: "look whether it is meant of all of them")
    }
    return result
  }
}

extension PlainTableHead {
  /// What is to be read below it.
  fileprivate var columns: Table.Columns {
    if isOwn { return FigureTable.columns }
    let texts = names.map(\.text.trimmed)
    let numbers = texts.filter { text in
      let name = UnitInText(text).name
      return PeriodName(name) != nil || ColumnRole(name) == .value
    }
    // A program's numbers of its rows may stand under nothing, and labels beside them.
    let corner = texts.contains { $0.lowercased() == "label" } ? "row" : "label"
    return Table.Columns(
      texts, head: texts.last ?? "", numbers: numbers.isEmpty ? Array(texts.dropFirst()) : numbers,
      corner: corner)
  }
}
