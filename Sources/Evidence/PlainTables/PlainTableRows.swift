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
  /// Units whose currency is that which is meant mostly by its name.
  private var assumed: Set<String> = []
  private var ids = FigureIDs()

  private struct Subject: Hashable {
    var label: String
    var unit: String
    var period: String
    var status: String
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
    let (label, unit) = self.label(of: cell, numbers, row, texts, log: &log)
    guard hasOneSign(cell, of: label, unit, log: &log) else { return }
    let written = shape.column(.period).map { row[$0] }
    let time = numbers.period ?? written.flatMap { PeriodName($0.text) }
    let period = time?.period.iso ?? written?.text.trimmed ?? ""
    let told = shape.column(.status).map { row[$0] }
    let status = told.flatMap { $0.text.isBlank ? nil : $0.text.trimmed } ?? time?.status?.rawValue ?? ""
    let subject = Subject(label: label, unit: unit, period: period, status: status)
    if let first = seen[subject] {
      report(cell, first, log: &log)
      return
    }
    seen[subject] = cell
    func field(_ text: String, at place: Table.Field? = nil) -> Table.Field {
      Table.Field(text: text, location: (place ?? cell).location)
    }
    let (source, note) = origin(of: cell, row)
    rows.append([
      field(ids.id(label, time?.period)), field(label, at: texts.last), cell, field(unit),
      field(period, at: written), shape.column(.qualifier).map { row[$0] } ?? field(""),
      field(status, at: told), field(""), field(source), field(note),
    ])
  }

  /// What a cell counts and in which unit: that of its column, of its row's label, of the table.
  private mutating func label(
    of cell: Table.Field, _ numbers: PlainTableShape.Numbers, _ row: [Table.Field], _ texts: [Table.Field],
    log: inout DiagnosticLog
  ) -> (label: String, unit: String) {
    var parts = texts.map { $0.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    var unit = ""
    var said: Table.Field?
    if let own = shape.column(.unit).map({ row[$0] }), !own.text.isBlank {
      (unit, said) = (UnitInText.unit(own.text) ?? own.text.trimmed, own)
    } else if let own = numbers.unit {
      (unit, said) = (own, table.header[numbers.column])
    } else if let last = parts.last, let own = UnitInText(last).unit {
      (parts[parts.count - 1], unit, said) = (UnitInText(last).name, own, texts.last)
    }
    if UnitInText.isScale(unit), !parts.isEmpty {
      parts[parts.count - 1] += " (\(unit))"
      unit = ""
    }
    if unit.isEmpty, cell.text.trimmed.hasSuffix("%") { unit = "%" }
    if unit.isEmpty { unit = shape.unit ?? unitAbove ?? "" }
    if let said, UnitInText.isAssumed(unit, from: said.text), assumed.insert(unit).inserted {
      log.warning(
        "'\(said.text.trimmed.prefix(60))' is taken for \(unit), and other countries' money is called so, too",
        at: said.location, advice: "write the currency by its code")
    }
    return (([numbers.name] + parts).filter { !$0.isEmpty }.joined(separator: ", "), unit)
  }

  /// Whether a cell has the sign % as the first of its label has, where nothing but the sign says its unit.
  private mutating func hasOneSign(
    _ cell: Table.Field, of label: String, _ unit: String, log: inout DiagnosticLog
  ) -> Bool {
    let isSigned = cell.text.trimmed.hasSuffix("%")
    guard unit.isEmpty || unit == "%" && isSigned else { return true }
    let first = signs[label] ?? (isSigned, cell)
    signs[label] = first
    if first.isSigned == isSigned { return true }
    log.error(
      "'\(cell.text.trimmed)' \(isSigned ? "has the" : "has no") sign %, and '\(first.cell.text.trimmed)' of the same label \(isSigned ? "has none" : "has it")",
      at: cell.location, advice: "write all of one label in one unit")
    return false
  }

  /// A source is the table's row, and what the row itself names as one; what is none stands in the note.
  private func origin(of cell: Table.Field, _ row: [Table.Field]) -> (source: String, note: String) {
    func text(_ role: ColumnRole) -> String { shape.column(role).map { row[$0].text.trimmed } ?? "" }
    let named = text(.source).split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
    let works = named.filter { Source($0)?.isOfTranscript == false }
    let rest = named.filter { !works.contains($0) }
    return (
      (works + [cell.location.sourceName]).joined(separator: "; "),
      ([text(.note)] + rest).filter { !$0.isEmpty }.joined(separator: "; ")
    )
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

extension Source {
  /// Whether it is a place in an interview.
  var isOfTranscript: Bool {
    switch self {
    case .paragraph, .footnote: true
    case .url, .table, .work: false
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
