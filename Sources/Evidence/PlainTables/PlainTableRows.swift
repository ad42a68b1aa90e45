import Diagnostics
import Tables

/// Makes the cells of a plain table into rows under Bayan's own columns, each field at the place where it was written.
struct PlainTableRows {
  let table: Table
  let shape: PlainTableShape
  /// That a line above the table says of all numbers that have none of their own.
  let unitAbove: String?

  private(set) var rows: [[Table.Field]] = []
  /// By what a row is of, the first that says it.
  private var seen: [Subject: Table.Field] = [:]
  /// Cells that say that there is no number, by what they say.
  private var missing: [String: (first: Table.Field, count: Int)] = [:]
  /// Of each label whether its numbers have the sign %, and one of them.
  private var signs: [String: (isSigned: Bool, cell: Table.Field)] = [:]
  private var ids = FigureIDs()

  private struct Subject: Hashable {
    var label: String
    var unit: String
    var period: String
  }

  init(_ table: Table, _ shape: PlainTableShape, unitAbove: String?, log: inout DiagnosticLog) {
    (self.table, self.shape, self.unitAbove) = (table, shape, unitAbove)
    for row in table.rows { read(row, log: &log) }
    for (text, cells) in missing.sorted(by: { $0.value.first.location < $1.value.first.location }) {
      log.warning(
        cells.count == 1
          ? "'\(text)' says that there is no number, and is no figure"
          : "\(cells.count) cells, of which this is the first, say by '\(text)' that there is no number, and are no figures",
        at: cells.first.location, advice: "write the numbers, or leave the cells empty")
    }
  }

  private mutating func read(_ row: [Table.Field], log: inout DiagnosticLog) {
    let cells = shape.numbers.map { row[$0.column] }
    let texts = shape.labels.map { row[$0] }.filter { !$0.text.isBlank }
    if cells.allSatisfy(\.text.isBlank) {
      if let first = row.first(where: { !$0.text.isBlank }) {
        log.warning(
          "this row holds no number, and is not read: '\(first.text.trimmed.prefix(60))'", at: first.location,
          advice: "what stands over several rows belongs into the label of each")
      }
      return
    }
    func isNameOfColumn(_ column: Int) -> Bool {
      row[column].text.trimmedLowercase == table.header[column].text.trimmedLowercase
    }
    if shape.numbers.allSatisfy({ isNameOfColumn($0.column) }),
      shape.labels.allSatisfy({ row[$0].text.isBlank || isNameOfColumn($0) })
    {
      log.error(
        "the names of the columns come again: another table begins here", at: cells.first?.location,
        advice: "leave one table in the file, or give each a sheet of its own")
      return
    }
    if texts.isEmpty, !shape.labels.isEmpty {
      log.error(
        "this row doesn't say what its numbers count", at: row.first?.location,
        advice: "write its label, also where it is that of the row above")
      return
    }
    if let column = shape.column(.period), row[column].text.isBlank {
      log.error(
        "this row doesn't say of which time its numbers are", at: row[column].location,
        advice: "write it, also where it is that of the row above")
      return
    }
    for (numbers, cell) in zip(shape.numbers, cells) where !cell.text.isBlank {
      if cell.saysNothing {
        missing[cell.text.trimmed, default: (cell, 0)].count += 1
      } else {
        add(cell, numbers, row, texts, log: &log)
      }
    }
  }

  private mutating func add(
    _ cell: Table.Field, _ numbers: PlainTableShape.Numbers, _ row: [Table.Field], _ texts: [Table.Field],
    log: inout DiagnosticLog
  ) {
    var parts = texts.map { $0.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    var unit = shape.column(.unit).map { row[$0].text.trimmed }.map { UnitInText.unit($0) ?? $0 } ?? ""
    if unit.isEmpty { unit = numbers.unit ?? "" }
    if unit.isEmpty, let last = parts.last {
      let named = UnitInText(last)
      if let own = named.unit { (parts[parts.count - 1], unit) = (named.name, own) }
    }
    if UnitInText.isScale(unit), !parts.isEmpty {
      parts[parts.count - 1] += " (\(unit))"
      unit = ""
    }
    let isSigned = cell.text.trimmed.hasSuffix("%")
    if unit.isEmpty, isSigned { unit = "%" }
    if unit.isEmpty { unit = shape.unit ?? unitAbove ?? "" }
    let label = ([numbers.name] + parts).filter { !$0.isEmpty }.joined(separator: ", ")
    if let other = signs[label], unit == "%" || unit.isEmpty, other.isSigned != isSigned,
      other.cell.location != cell.location,
      shape.column(.unit) == nil, numbers.unit == nil
    {
      log.error(
        "'\(cell.text.trimmed)' \(isSigned ? "has" : "has no") sign %, and \(other.cell.text.trimmed) of the same label \(isSigned ? "has none" : "has")",
        at: cell.location, advice: "write all of one label in one unit")
      return
    }
    signs[label] = signs[label] ?? (isSigned, cell)
    let written = shape.column(.period).map { row[$0] }
    let name = numbers.period ?? written.flatMap { PeriodName($0.text) }
    let period = name?.period.iso ?? written?.text.trimmed ?? ""
    let subject = Subject(label: label, unit: unit, period: period)
    if let first = seen[subject] {
      report(cell, first, log: &log)
      return
    }
    seen[subject] = cell
    func field(_ text: String, at place: Table.Field? = nil) -> Table.Field {
      Table.Field(text: text, location: (place ?? cell).location)
    }
    func copy(_ role: ColumnRole) -> Table.Field { shape.column(role).map { row[$0] } ?? field("") }
    let status = copy(.status)
    let source = copy(.source)
    rows.append([
      field(ids.id(label, name?.period)), field(label, at: texts.last), cell, field(unit),
      field(period, at: written),
      copy(.qualifier), status.text.isBlank ? field(name?.status?.rawValue ?? "") : status, field(""),
      field(
        source.text.isBlank
          ? cell.location.sourceName : "\(source.text.trimmed); \(cell.location.sourceName)", at: source),
      copy(.note),
    ])
  }

  /// The same thing of the same time is said twice.
  private func report(_ cell: Table.Field, _ first: Table.Field, log: inout DiagnosticLog) {
    let cellName = first.location.isCell ? first.location.placeInFile : nil
    let place = cellName ?? first.location.rowName
    if cell.text.trimmed == first.text.trimmed {
      log.warning(
        "'\(cell.text.trimmed)' is said already, in \(place), and is read once", at: cell.location,
        advice: "take one of the two out")
    } else {
      log.error(
        "'\(cell.text.trimmed)' is a second value of the same thing and time: \(place) says '\(first.text.trimmed)'",
        at: cell.location, advice: "leave one out, or let their labels say how they differ")
    }
  }
}

/// Ids that differ: what a figure counts, and when.
struct FigureIDs {
  /// By label.
  private var stems: [String: String] = [:]
  private var taken: Set<String> = []
  private var takenStems: Set<String> = []

  mutating func id(_ label: String, _ period: Period?) -> String {
    let stem = stems[label] ?? newStem(label)
    stems[label] = stem
    let name = [stem, period?.slug].compactMap { $0 }.joined(separator: "-")
    return Self.free(name, in: &taken)
  }

  /// Labels that begin alike need more of their words.
  private mutating func newStem(_ label: String) -> String {
    let stem = [4, 6, 9].map { slug(label, words: $0) }.first { !takenStems.contains($0) }
    return Self.free(stem ?? slug(label), in: &takenStems)
  }

  private static func free(_ name: String, in taken: inout Set<String>) -> String {
    var (result, number) = (name, 2)
    while !taken.insert(result).inserted {
      result = "\(name)-no\(number)"
      number += 1
    }
    return result
  }
}
