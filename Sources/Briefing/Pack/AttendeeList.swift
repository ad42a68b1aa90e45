import Diagnostics
import Tables

extension Attendee {
  /// What a list of attendees may say of each.
  enum Column: String, CaseIterable { case number, name, role, organisation }

  /// Reads a list of attendees from a file, as spreadsheets save it; other columns are passed over with a warning.
  ///
  /// - Parameters:
  ///   - path: of the file; `FILE.xlsx#SHEET` names a sheet.
  ///   - folder: where the file must lie in; `nil` for anywhere.
  /// - Returns: the attendees in the file's order, and what is doubtful.
  /// - Throws: `DiagnosticError` with every mistake: no column of names, a name missing, a number that is none or
  ///   stands twice, nobody listed.
  public static func read(_ path: String, in folder: String? = nil) throws(DiagnosticError) -> (
    attendees: [Attendee], warnings: [Diagnostic]
  ) {
    try read(Table.open(path, in: folder))
  }

  static func read(_ text: String, file: String) throws(DiagnosticError) -> (
    attendees: [Attendee], warnings: [Diagnostic]
  ) {
    try read(Table.read(text, file: file))
  }

  private static func read(_ table: Table) throws(DiagnosticError) -> (
    attendees: [Attendee], warnings: [Diagnostic]
  ) {
    var log = DiagnosticLog()
    for warning in table.warnings { log.add(warning) }
    var columns: [Column: Int] = [:]
    for (index, field) in table.header.enumerated() {
      let name = String(field.text.trimmingPrefix(while: \.isWhitespace)).lowercased()
        .replacing(/\s+$/, with: "")
      if let column = Column(rawValue: name) {
        columns[column] = index
      } else {
        log.warning(
          "the column '\(field.text)' is passed over", at: field.location,
          advice: adviceForUnknown(name, among: Column.allCases.map(\.rawValue)))
      }
    }
    guard columns[.name] != nil else {
      log.error(
        "this list has no column 'name'", at: table.header.first?.location,
        advice: "name the columns in the first line: name, and where wanted number, role, organisation")
      throw DiagnosticError(log.diagnostics)
    }
    var attendees: [Attendee] = []
    for row in table.rows {
      func field(_ column: Column) -> (text: String?, location: SourceLocation)? {
        columns[column].map { (trimmed(row[$0].text), row[$0].location) }
      }
      guard let name = field(.name), let words = name.text else {
        log.error(
          "the name is missing", at: field(.name)?.location, advice: "write it, or remove the row")
        continue
      }
      let number = field(.number).flatMap { field in
        field.text.flatMap { self.number($0, at: field.location, among: attendees, &log) }
      }
      attendees.append(
        Attendee(
          number: number, name: words, role: field(.role)?.text, organisation: field(.organisation)?.text,
          location: name.location))
    }
    if attendees.isEmpty, !log.hasErrors {
      log.error(
        "nobody is listed here", at: SourceLocation(file: table.file), advice: "write a row for each attendee"
      )
    }
    try log.throwIfErrors()
    return (attendees, log.diagnostics)
  }

  /// A copy's number: whole, from 1, each once.
  static func number(
    _ text: String, at location: SourceLocation, among others: [Attendee], _ log: inout DiagnosticLog
  ) -> Int? {
    guard let number = Int(text), number >= 1 else {
      log.error("'\(text)' is no number of a copy", at: location, advice: "write a whole number from 1")
      return nil
    }
    if let other = others.first(where: { $0.number == number }) {
      log.error(
        "the number \(number) is \(other.name)'s already", at: location,
        advice: "give each a number of their own")
    }
    return number
  }

  /// On one line, without white space around it; `nil` for nothing.
  static func trimmed(_ text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? nil : words
  }
}
