import Diagnostics

/// What a cell says, and what is wrong with it.
struct CellReading {
  var field: Table.Field
  var struckOut = ""
  /// Why it can't be read.
  var problem: (message: String, advice: String)?
  /// Why it can't be read as a number, though it can as a text.
  var problemOfNumber: (message: String, advice: String)?

  /// A zero that its format shows as a dash, which in a table may as well stand for what nobody counted.
  var isDashForZero: Bool {
    field.text.trimmingPercent == "0" && !field.addition.isEmpty
      && field.addition.allSatisfy { "-–—−".contains($0) }
  }

  /// Whether a person sees nothing there.
  var isEmpty: Bool { field.text.isBlank && struckOut.isBlank && problem == nil && problemOfNumber == nil }
}

extension SheetReader {
  func read(_ cell: SheetPart.Cell, at place: SourceLocation) -> CellReading {
    var reading = CellReading(field: Table.Field(text: "", location: place))
    reading.field.formula = cell.formula
    let value = cell.value?.trimmed ?? ""
    switch cell.type {
    case "s":
      if value.isEmpty { break }
      if let index = wholeNumber(value), strings.indices.contains(index) {
        reading.take(strings[index])
      } else {
        reading.problem = (
          "this cell's text is missing from the file", "open the spreadsheet and save it anew"
        )
      }
    case "inlineStr": reading.take(cell.inline ?? CellText(cell.value ?? ""))
    case "str": reading.take(CellText(cell.value ?? ""))
    case "b": if !value.isEmpty { reading.field.text = ["1", "true"].contains(value) ? "TRUE" : "FALSE" }
    case "e": reading.problem = ("this cell holds the error \(value)", "mend its formula, or write the value")
    case "d": reading.field.text = String(value.prefix { $0 != "T" })
    default:
      if let inline = cell.inline { reading.take(inline) } else { take(value, of: cell, in: &reading) }
    }
    if cell.value == nil, cell.formula != nil, cell.inline == nil, cell.type != "str", reading.problem == nil
    {
      reading.problem = (
        "this cell has a formula but no value", "open the spreadsheet, let it compute, and save it"
      )
    }
    if styles.isStruckOut(cell.style) { reading.strikeOut() }
    return reading
  }

  /// A number by its format.
  private func take(_ value: String, of cell: SheetPart.Cell, in reading: inout CellReading) {
    if value.isEmpty { return }
    guard let format = styles.format(cell.style) else {
      reading.problem = (
        "this cell's number format is missing from the file", "open the spreadsheet and save it anew"
      )
      return
    }
    switch format.reading(of: value, countsFrom1904: countsFrom1904) {
    case .text(let text, let addition):
      reading.field.text = text
      reading.field.addition = addition
      reading.field.isStoredNumber = true
    case .otherwise(let text, let shown):
      reading.field.text = text
      reading.problemOfNumber = (
        "this cell shows \(shown.isEmpty ? "nothing" : "'\(shown)'"), but holds \(text)",
        "give it an ordinary number format, and write the number as its row's unit wants it"
      )
    case .unreadable(let what):
      reading.problem = (
        what, "format the cell as text or as a number, and write what it should say"
      )
    }
  }
}

extension CellReading {
  fileprivate mutating func take(_ text: CellText) {
    field.text = text.text
    struckOut = text.struckOut
    if !struckOut.isBlank {
      problemOfNumber = (
        "a part of this cell is struck out: '\(struckOut.trimmed)'", "leave only the number that counts in it"
      )
    }
  }

  /// The whole cell is struck out.
  fileprivate mutating func strikeOut() {
    if field.text.isBlank { return }
    struckOut += field.text
    field.text = ""
    problemOfNumber = (
      "this cell is struck out: '\(struckOut.trimmed)'",
      "remove its row where it no longer counts, or the strike through it"
    )
  }
}

extension String {
  fileprivate var trimmingPercent: Substring { hasSuffix("%") ? dropLast() : self[...] }
}
