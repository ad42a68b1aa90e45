import Diagnostics

extension Table {
  /// A cell to be written: text, which a spreadsheet leaves as it is, or a number by its decimal digits.
  public enum Cell: Hashable, Sendable {
    case text(String)
    /// "2.50" is shown with two decimals.
    case number(String)
  }

  /// Rows as an .xlsx file of one sheet whose first row stays in view; the same rows give the same bytes.
  ///
  /// - Parameters:
  ///   - rows: the first names the columns.
  ///   - sheet: its name, at most 31 characters.
  ///   - widths: of the columns, in characters.
  /// - Returns: the file's bytes.
  /// - Throws: what libzip can't do, such as find memory.
  public static func spreadsheet(_ rows: [[Cell]], sheet: String, widths: [Int]) throws(DiagnosticError)
    -> [UInt8]
  {
    let formats = decimalFormats(rows)
    return try ZipArchive.packed([
      ("[Content_Types].xml", contentTypes), ("_rels/.rels", rootRelationships),
      ("xl/workbook.xml", workbook(sheet)), ("xl/_rels/workbook.xml.rels", workbookRelationships),
      ("xl/styles.xml", styles(formats)), ("xl/worksheets/sheet1.xml", sheetPart(rows, widths, formats)),
    ])
  }

  // MARK: Parts

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packages = "http://schemas.openxmlformats.org/package/2006"
  private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  private static let contentTypes =
    declaration + "<Types xmlns=\"\(packages)/content-types\">"
    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type).sheet.main+xml\"/>"
    + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(type).styles+xml\"/>"
    + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(type).worksheet+xml\"/></Types>"

  private static let rootRelationships =
    declaration + "<Relationships xmlns=\"\(packages)/relationships\">"
    + "<Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"

  private static let workbookRelationships =
    declaration + "<Relationships xmlns=\"\(packages)/relationships\">"
    + "<Relationship Id=\"rId1\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
    + "<Relationship Id=\"rId2\" Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>"

  private static func workbook(_ sheet: String) -> String {
    declaration + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>"
      + "<sheet name=\"\(escaped(sheet))\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
  }

  /// Style 0 is text ("@"), 1 a column's name, then one for each number of decimals.
  private static func styles(_ formats: [Int]) -> String {
    let codes = formats.enumerated().map { index, decimals in
      let code = decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals)
      return "<numFmt numFmtId=\"\(164 + index)\" formatCode=\"\(code)\"/>"
    }
    let numbers = formats.indices.map {
      "<xf numFmtId=\"\(164 + $0)\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    }
    let font = "<sz val=\"11\"/><name val=\"Calibri\"/>"
    return declaration + "<styleSheet xmlns=\"\(main)\">"
      + (codes.isEmpty ? "" : "<numFmts count=\"\(codes.count)\">\(codes.joined())</numFmts>")
      + "<fonts count=\"2\"><font>\(font)</font><font><b/>\(font)</font></fonts>"
      + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
      + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
      + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
      + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
      + "<cellXfs count=\"\(2 + formats.count)\">"
      + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
      + "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
      + numbers.joined() + "</cellXfs></styleSheet>"
  }

  private static func sheetPart(_ rows: [[Cell]], _ widths: [Int], _ formats: [Int]) -> String {
    let columns = widths.enumerated().map { index, width in
      "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" style=\"0\" customWidth=\"1\"/>"
    }
    let lines = rows.enumerated().map { index, row in
      let cells = row.enumerated().map { column, cell in
        let place =
          SourceLocation(file: "", line: index + 1, column: column + 1, isCell: true).placeInFile ?? ""
        return part(of: cell, at: place, isHead: index == 0, formats)
      }
      return "<row r=\"\(index + 1)\">\(cells.joined())</row>"
    }
    return declaration + "<worksheet xmlns=\"\(main)\"><sheetViews><sheetView workbookViewId=\"0\">"
      + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
      + (columns.isEmpty ? "" : "<cols>\(columns.joined())</cols>")
      + "<sheetData>\(lines.joined())</sheetData></worksheet>"
  }

  private static func part(of cell: Cell, at place: String, isHead: Bool, _ formats: [Int]) -> String {
    switch cell {
    case .text(let text):
      let style = isHead ? 1 : 0
      if text.isEmpty { return "<c r=\"\(place)\" s=\"\(style)\"/>" }
      return
        "<c r=\"\(place)\" s=\"\(style)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped(text))</t></is></c>"
    case .number(let digits):
      let style = 2 + (formats.firstIndex(of: decimals(of: digits)) ?? 0)
      return "<c r=\"\(place)\" s=\"\(style)\"><v>\(digits)</v></c>"
    }
  }

  private static func decimalFormats(_ rows: [[Cell]]) -> [Int] {
    let all = rows.joined().compactMap {
      if case .number(let digits) = $0 { decimals(of: digits) } else { nil }
    }
    return Set(all).sorted()
  }

  private static func decimals(of digits: String) -> Int {
    digits.firstIndex(of: ".").map { digits.distance(from: $0, to: digits.endIndex) - 1 } ?? 0
  }

  /// As XML text; control characters, which XML can't hold, are left out.
  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\n", "\t": result.append(scalar)
      default: if scalar.value >= 0x20, scalar.value & 0xFFFE != 0xFFFE { result.append(scalar) }
      }
    }
    return String(result)
  }
}
