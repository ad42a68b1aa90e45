import Diagnostics
import Foundation
import XMLCoder

/// An .xlsx file: sheets of cells, of which one is read as a table.
struct Spreadsheet {
  private let archive: ZipArchive
  private let file: String
  private let workbook: WorkbookPart
  /// Of the workbook: what its parts are and where they lie.
  private let relationships: [RelationshipsPart.Relationship]
  /// The folder of the workbook inside the archive, with a slash at its end.
  private let folder: String

  /// - Throws: what is wrong with the file.
  init(_ bytes: [UInt8], file: String) throws(DiagnosticError) {
    // Old .xls files and encrypted .xlsx files are compound files of Windows.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw DiagnosticError(
        "this spreadsheet is encrypted, or of before 2007", at: SourceLocation(file: file),
        advice: "save it as .xlsx without a password")
    }
    archive = try ZipArchive(bytes, file: file)
    self.file = file
    let reader = PartReader(archive: archive, file: file)
    let root = try reader.read("_rels/.rels", RelationshipsPart.self)
    let path = root.relationships.first { $0.type.hasSuffix("/officeDocument") }?.target ?? "xl/workbook.xml"
    let workbookPath = path.hasPrefix("/") ? String(path.dropFirst()) : path
    let name = workbookPath.split(separator: "/").last.map(String.init) ?? workbookPath
    folder = String(workbookPath.dropLast(name.count))
    workbook = try reader.read(workbookPath, WorkbookPart.self)
    relationships = try reader.read("\(folder)_rels/\(name).rels", RelationshipsPart.self).relationships
  }

  /// The sheet of that name, or the first that is not hidden, as a table. Its messages name cells.
  func table(sheet name: String?, headedBy column: String?) throws(DiagnosticError) -> Table {
    let sheet = try self.sheet(name)
    let place = "\(file)#\(sheet.name)"
    guard
      let target = relationships.first(where: {
        $0.id == sheet.relationship && $0.type.hasSuffix("/worksheet")
      })?.target
    else {
      throw DiagnosticError(
        "this sheet has no cells", at: SourceLocation(file: place),
        advice: "name one that holds a table: \(file)#SHEET")
    }
    let reader = PartReader(archive: archive, file: file)
    let part = try reader.read(path(of: target), SheetPart.self)
    let cells = SheetReader(
      file: place, strings: try strings(reader), formats: try formats(reader),
      countsFrom1904: ["1", "true"].contains(workbook.workbookPr?.date1904 ?? ""))
    return try cells.table(part, headedBy: column)
  }

  private func sheet(_ name: String?) throws(DiagnosticError) -> WorkbookPart.Sheet {
    let sheets = workbook.sheets.sheet
    if let name {
      if let sheet = sheets.first(where: { $0.name == name })
        ?? sheets.first(where: { $0.name.trimmedLowercase == name.trimmedLowercase })
      {
        return sheet
      }
      throw DiagnosticError(
        "there is no sheet '\(name)'", at: SourceLocation(file: file),
        advice: adviceForUnknown(name, among: sheets.map(\.name)))
    }
    guard let first = sheets.first(where: { $0.state == nil || $0.state == "visible" }) ?? sheets.first else {
      throw DiagnosticError(
        "this spreadsheet has no sheet", at: SourceLocation(file: file), advice: "save it anew")
    }
    return first
  }

  private func path(of target: String) -> String {
    target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
  }

  private func strings(_ reader: PartReader) throws(DiagnosticError) -> [String] {
    guard let target = relationships.first(where: { $0.type.hasSuffix("/sharedStrings") })?.target else {
      return []
    }
    return (try reader.read(path(of: target), SharedStringsPart.self).si ?? []).map(\.text)
  }

  /// Of each cell style, in order.
  private func formats(_ reader: PartReader) throws(DiagnosticError) -> [NumberFormat] {
    guard let target = relationships.first(where: { $0.type.hasSuffix("/styles") })?.target else { return [] }
    let styles = try reader.read(path(of: target), StylesPart.self)
    let codes = Dictionary(
      (styles.numFmts?.numFmt ?? []).map { ($0.numFmtId, $0.formatCode) },
      uniquingKeysWith: { first, _ in first }
    )
    return (styles.cellXfs?.xf ?? []).map { style in
      let id = style.numFmtId ?? 0
      return codes[id].map { NumberFormat(code: $0) } ?? NumberFormat(builtIn: id)
    }
  }
}

/// Reads the XML parts of an archive.
private struct PartReader {
  let archive: ZipArchive
  let file: String

  func read<Part: Decodable>(_ name: String, _ type: Part.Type) throws(DiagnosticError) -> Part {
    guard let bytes = try archive.contents(of: name) else {
      throw DiagnosticError(
        "this is no spreadsheet: it has no '\(name)'", at: SourceLocation(file: file),
        advice: "save it anew as .xlsx, or as .csv")
    }
    // No spreadsheet declares a document type; entities of one could unpack without end.
    if String(decoding: bytes.prefix(4096), as: UTF8.self).contains("<!DOCTYPE") { throw damaged(name) }
    let decoder = XMLDecoder()
    decoder.trimValueWhitespaces = false
    decoder.removeWhitespaceElements = true
    do {
      return try decoder.decode(type, from: Data(bytes))
    } catch {
      throw damaged(name)
    }
  }

  private func damaged(_ name: String) -> DiagnosticError {
    DiagnosticError(
      "this spreadsheet is damaged: '\(name)' can't be understood", at: SourceLocation(file: file),
      advice: "open it in a spreadsheet program and save it anew as .xlsx, or as .csv")
  }
}
