import Diagnostics
import Foundation
import Tables

/// The columns of figures.csv.
enum FigureColumn: String, CaseIterable {
  case id, label, value, unit, period, qualifier, status, formula, source, note, reporter

  static let required = allCases.filter { $0 != .reporter }
  static let expectedHeader = required.map(\.rawValue).joined(separator: ",")
}

extension FigureTable {
  /// The columns of a table of figures, for what opens one.
  public static let columns = Table.Columns(
    FigureColumn.allCases.map(\.rawValue), head: FigureColumn.id.rawValue,
    numbers: [FigureColumn.value.rawValue]
  )
}

/// A figure's row by column. Cells that an update replaced stand in another file than the rest.
struct FigureCells {
  var cells: [FigureColumn: Table.Field]

  init(_ row: [Table.Field], _ columns: [FigureColumn: Int]) {
    cells = columns.mapValues { row[$0] }
  }

  subscript(column: FigureColumn) -> Table.Field? {
    get { cells[column] }
    set { cells[column] = newValue }
  }

  /// Without white space at its ends; empty where there is no such column.
  func text(_ column: FigureColumn) -> String { cells[column]?.text.trimmed ?? "" }

  /// Of a cell, or of the row where it has none in the column.
  func location(_ column: FigureColumn) -> SourceLocation? {
    cells[column]?.location ?? cells[.id]?.location
  }

  /// Of a column that an update may not have, or of another.
  func place(_ column: FigureColumn, or other: FigureColumn) -> SourceLocation? {
    cells[column]?.location ?? location(other)
  }

  var id: String { text(.id) }

  /// Whether the row has an id, and one that can be named in a text; else the log says so.
  func hasID(_ log: inout DiagnosticLog) -> Bool {
    if id.isEmpty {
      log.error(
        "this figure has no id", at: location(.id), advice: "give it a short name, such as trade-2018")
    } else if !isFigureID(id) {
      log.error(
        "'\(id)' is no id", at: location(.id),
        advice:
          "an id has letters a–z, digits, hyphens and underscores, begins with a letter and ends in no hyphen"
      )
    }
    return isFigureID(id)
  }

  /// What people and statistical offices write where they have no number, in lower case.
  static let blanks: Set<String> = [
    "-", "\u{2013}", "\u{2014}", "\u{2212}", "\u{2026}", "...", "..", ".", ":", "?", "x", "n/a", "#n/a", "na",
    "n.a.", "nil", "none", "null", "nan", "tbc", "tbd", "unknown", "no data", "н/д", "н.д.", "нет данных",
    "дерек жоқ", "k.a.",
  ]

  /// As the messages about a row call it.
  var name: String { id.isEmpty ? "this figure" : "figure '\(id)'" }
}

/// One row of figures.csv on its way to a figure; derived ones still lack their value.
struct FigureRow {
  var figure: Figure
  var formula: Table.Field?
  /// The columns that say something.
  var given: Set<FigureColumn>
  /// Of the qualifier, or of the row where it has none.
  var qualifierPlace: SourceLocation?

  /// - Returns: `nil` if anything in the row is wrong; the log says what.
  init?(_ cells: FigureCells, log: inout DiagnosticLog) {
    // A log of its own: what another reading of the table has told already would not be counted.
    var found = DiagnosticLog()
    defer { for diagnostic in found.diagnostics { log.add(diagnostic) } }
    let reader = FigureRowReader(cells: cells)
    given = Set(cells.cells.filter { !$0.value.text.isBlank }.keys)
    qualifierPlace = given.contains(.qualifier) ? cells.location(.qualifier) : cells.location(.id)
    _ = cells.hasID(&found)
    let label = reader.label(&found)
    let unit = reader.unit(&found)
    let period = reader.period(&found)
    let qualifier = reader.choice(.qualifier, default: Qualifier.exact, &found)
    let status = reader.status(&found)
    formula = reader.formula(status, &found)
    let (value, decimals) = reader.value(status, unit, &found)
    let sources = reader.sources(status, &found)
    figure = Figure(
      id: cells.id, label: label, value: value, precision: decimals == 0 ? nil : .decimals(decimals),
      unit: unit,
      period: period, qualifier: qualifier, status: status, formula: formula?.text.trimmed, sources: sources,
      note: reader.optional(.note), reporter: reader.optional(.reporter),
      location: cells.location(.id) ?? SourceLocation(file: ""))
    if figure.note != nil { figure.noteLocation = cells.location(.note) }
    if !found.diagnostics.isEmpty { return nil }
  }
}

/// Reads the fields of a row, each by itself, so that all mistakes are found.
private struct FigureRowReader {
  var cells: FigureCells

  func text(_ column: FigureColumn) -> String { cells.text(column) }

  func location(_ column: FigureColumn) -> SourceLocation? { cells.location(column) }

  func optional(_ column: FigureColumn) -> String? {
    let text = text(column)
    return text.isEmpty ? nil : text
  }

  func label(_ log: inout DiagnosticLog) -> String {
    let label = text(.label)
    if label.isEmpty {
      log.error("\(name) has no label", at: location(.label), advice: "say in a few words what is counted")
    }
    return label
  }

  func unit(_ log: inout DiagnosticLog) -> Unit {
    let unit = Unit(text(.unit))
    if let problem = unit.problem { log.error(problem.message, at: location(.unit), advice: problem.advice) }
    return unit
  }

  func period(_ log: inout DiagnosticLog) -> Period? {
    let text = text(.period)
    if text.isEmpty { return nil }
    if let period = Period(text) { return period }
    let problem = Period.problem(with: text)
    log.error(problem.message, at: location(.period), advice: problem.advice)
    return nil
  }

  func choice<Value: RawRepresentable & CaseIterable>(
    _ column: FigureColumn, default value: Value, _ log: inout DiagnosticLog
  ) -> Value where Value.RawValue == String {
    let text = text(column)
    if text.isEmpty { return value }
    if let choice = Value(rawValue: text.lowercased()) { return choice }
    log.error(
      "unknown \(column.rawValue) '\(text)'", at: location(column),
      advice: adviceForUnknown(text, among: Value.allCases.map(\.rawValue)))
    return value
  }

  func status(_ log: inout DiagnosticLog) -> Status {
    choice(.status, default: text(.formula).isEmpty ? Status.actual : .derived, &log)
  }

  func formula(_ status: Status, _ log: inout DiagnosticLog) -> Table.Field? {
    let isEmpty = text(.formula).isEmpty
    if status == .derived, isEmpty {
      log.error(
        "\(name) is derived but has no formula", at: location(.formula),
        advice: "say how it follows from other figures, such as a / 1.40 or change(a, b)")
    } else if status != .derived, !isEmpty {
      log.error(
        "\(name) has a formula but its status is \(status.rawValue)", at: location(.formula),
        advice: "only figures whose status is derived have one")
    }
    return status == .derived && !isEmpty ? cells[.formula] : nil
  }

  func value(_ status: Status, _ unit: Unit, _ log: inout DiagnosticLog) -> (Decimal, decimals: Int) {
    let text = text(.value)
    if status == .derived {
      if !text.isEmpty {
        log.error(
          "\(name) is derived but has a value too", at: location(.value),
          advice:
            "leave the value empty, since it is computed from the formula, or write the status actual and no formula"
        )
      }
      return (0, 0)
    }
    if text.isEmpty {
      log.error(
        "\(name) has no value", at: location(.value),
        advice: "an empty value is not a zero: write the number, or remove the row")
      return (0, 0)
    }
    if FigureCells.blanks.contains(text.lowercased()) {
      log.error(
        "\(name): '\(text)' says that there is no value", at: location(.value),
        advice: "write the number, or remove the row")
      return (0, 0)
    }
    // A spreadsheet shows 0.4 in a cell formatted as a percentage as 40%.
    let digits = unit.isPercent && text.hasSuffix("%") ? text.dropLast().trimmed : text
    switch WrittenNumber.read(digits, hasDecimalComma: cells[.value]?.hasDecimalComma ?? false) {
    case .value(let value, let decimals): return (value, decimals)
    case .ambiguous(let whole, let fraction):
      log.error(
        "'\(text)' can be read as \(whole) or as \(fraction)", at: location(.value),
        advice: "write \(whole) or \(fraction)")
    case .invalid(let advice):
      let isRaised = text.unicodeScalars.contains { $0.properties.numericType == .digit }
      log.error(
        "'\(text)' is no number", at: location(.value),
        advice: isRaised
          ? "a raised or lowered digit stands in it: write the number alone, and a note in the column 'note'"
          : advice)
    }
    return (0, 0)
  }

  func sources(_ status: Status, _ log: inout DiagnosticLog) -> [Source] {
    let text = text(.source)
    let parts = text.split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
    if parts.isEmpty, status != .derived {
      log.error(
        "\(name) has no source", at: location(.source),
        advice:
          "write a paragraph (¶5), a footnote (fn3), an address (https://…) or a work (Statistical Yearbook 2008, p. 214)"
      )
    }
    return parts.compactMap { part in
      if let source = Source(part) { return source }
      log.error(
        "'\(part)' is no source", at: location(.source),
        advice:
          "write a paragraph (¶5), a footnote (fn3), an address (https://…) or a work (Statistical Yearbook 2008, p. 214); "
          + "several are separated by ';'")
      return nil
    }
  }

  private var name: String { cells.name }
}

extension Source {
  /// Reads "¶5", "fn3", an address on the web, a place in a table or a work in words; `nil` for anything else.
  public init?(_ text: String) {
    if text.hasPrefix("¶"), let number = Self.number(text.dropFirst()) {
      self = .paragraph(number)
    } else if text.lowercased().hasPrefix("fn"), let number = Self.number(text.dropFirst(2)) {
      self = .footnote(number)
    } else if Self.isAddress(text) {
      self = .url(text)
    } else if Self.isPlaceInTable(text) {
      self = .table(text)
    } else if SourceInWords.isOne(text) {
      self = .work(text)
    } else {
      return nil
    }
  }

  private static func number(_ text: Substring) -> Int? {
    let digits = text.trimmed
    guard !digits.isEmpty, digits.utf8.count <= 6, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(digits), number > 0
    else { return nil }
    return number
  }

  /// "TABLE.csv", "TABLE.csv, line 4", "TABLE.xlsx, Sheet1 C4".
  private static func isPlaceInTable(_ text: String) -> Bool {
    let file = text.prefix { $0 != "," }.lowercased()
    return Table.endings.contains { file.hasSuffix(".\($0)") && file.utf8.count > $0.utf8.count + 1 }
  }

  private static func isAddress(_ text: String) -> Bool {
    for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
      let rest = text.dropFirst(scheme.count)
      return rest.contains(".") && rest.first != "." && !rest.contains(where: \.isWhitespace)
    }
    return false
  }
}
