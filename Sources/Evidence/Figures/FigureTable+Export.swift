import Diagnostics
import Foundation
import Tables

extension FigureTable {
  /// All figures as rows under their columns' names, as `read` takes them: for a person to fill in.
  private var rows: [[Table.Cell]] {
    [FigureColumn.allCases.map { .text($0.rawValue) }]
      + figures.map { figure in
        FigureColumn.allCases.map { cell(of: figure, $0) }
      }
  }

  /// What a figure has from the one that it is another name of stays open.
  private func cell(of figure: Figure, _ column: FigureColumn) -> Table.Cell {
    let cell = figure.cell(column)
    let base = original(of: figure)
    let isInherited = [.unit, .period, .qualifier, .source, .reporter].contains(column)
    return base.id != figure.id && isInherited && cell == base.cell(column) ? .text("") : cell
  }

  /// As CSV with commas and decimal points.
  public func csv() -> [UInt8] {
    Table.csv(
      rows.map { row in
        row.map { cell in
          switch cell {
          case .text(let text), .number(let text): text
          }
        }
      })
  }

  /// As an .xlsx file: values are numbers, all else is text that no spreadsheet takes for a date.
  public func spreadsheet() throws(DiagnosticError) -> [UInt8] {
    let widths = FigureColumn.allCases.map { column in
      switch column {
      case .label, .source, .note, .formula: 40
      case .id: 28
      case .value, .qualifier, .status: 12
      case .unit, .period, .reporter: 18
      }
    }
    return try Table.spreadsheet(rows, sheet: "Figures", widths: widths)
  }
}

extension Figure {
  fileprivate func cell(_ column: FigureColumn) -> Table.Cell {
    switch column {
    case .id: .text(id)
    case .label: .text(label)
    case .value: formula != nil ? .text("") : .number(writtenValue)
    case .unit: .text(unit.text)
    case .period: .text(period?.iso ?? "")
    case .qualifier: .text(qualifier.rawValue)
    case .status: .text(formula != nil ? Status.derived.rawValue : status.rawValue)
    case .formula: .text(formula ?? "")
    case .source: .text(sources.map(\.written).joined(separator: "; "))
    case .note: .text(note ?? "")
    case .reporter: .text(reporter ?? "")
    }
  }

  /// With a decimal point, no thousands separators, and as many decimals as were written.
  public var writtenValue: String {
    var text = value.description
    guard case .decimals(let decimals) = precision else { return text }
    if value.decimalCount == 0 { text += "." }
    return text + String(repeating: "0", count: max(0, decimals - value.decimalCount))
  }
}

extension Source {
  /// As it is written in figures.csv.
  public var written: String {
    switch self {
    case .paragraph(let number): "¶\(number)"
    case .footnote(let number): "fn\(number)"
    case .url(let text), .table(let text), .work(let text): text
    }
  }
}

extension Period {
  /// As it is written in figures.csv: "2018", "2018-05", "2018-01/2018-09", "2017/2019".
  public var iso: String {
    if firstMonth % 12 == 0, lastMonth % 12 == 11 {
      return firstYear == lastYear ? year(firstYear) : "\(year(firstYear))/\(year(lastYear))"
    }
    return firstMonth == lastMonth ? month(firstMonth) : "\(month(firstMonth))/\(month(lastMonth))"
  }

  private func year(_ number: Int) -> String { padded(number, to: 4) }
  private func month(_ index: Int) -> String { "\(year(index / 12))-\(padded(index % 12 + 1, to: 2))" }

  private func padded(_ number: Int, to count: Int) -> String {
    String(repeating: "0", count: max(0, count - String(number).count)) + String(number)
  }
}
