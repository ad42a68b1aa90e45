import Diagnostics
import Foundation

/// The parts of an .xlsx file (ECMA-376, Open Packaging Conventions), found by the relationships between them.
struct SpreadsheetPackage {
  private let archive: ZipArchive
  private let file: String

  /// What a part refers to.
  struct Relationship {
    var id: String
    var type: String
    /// The path of the part that is meant.
    var target: String
  }

  init(_ bytes: [UInt8], file: String) throws(DiagnosticError) {
    archive = try ZipArchive(bytes, file: file)
    self.file = file
    try checkFormat(of: archive, file: file)
  }

  func workbookPath() throws(DiagnosticError) -> String {
    try relationships(of: "").first { $0.type.hasSuffix("/officeDocument") }?.target ?? "xl/workbook.xml"
  }

  /// What a part refers to; the package itself has no name.
  func relationships(of part: String, areRequired: Bool = true) throws(DiagnosticError) -> [Relationship] {
    let (folder, name) = Self.split(part)
    let path = "\(folder)_rels/\(name).rels"
    if !areRequired, !archive.holds(path) { return [] }
    var found: [Relationship] = []
    try read(path, root: "Relationships", ["Relationships/Relationship"]) { elements in
      found += elements.compactMap { element in
        guard let id = element["Id"], let type = element["Type"], let target = element["Target"],
          element["TargetMode"] != "External"
        else { return nil }
        return Relationship(id: id, type: type, target: Self.path(of: target, from: folder))
      }
      return true
    }
    return found
  }

  /// Gives the wanted elements of a part, as "parent/name", a few at a time to `take`, which says whether it wants more.
  /// - Throws: where there is no such part, or it can't be understood.
  func read(
    _ name: String, root: String, _ wanted: Set<String>, take: ([XMLElement]) -> Bool
  ) throws(DiagnosticError) {
    guard let bytes = try archive.contents(of: name) else {
      throw DiagnosticError(
        "this is no spreadsheet: it has no '\(name)'", at: SourceLocation(file: file),
        advice: "save it anew as .xlsx, or as .csv")
    }
    if !XMLParser.read(bytes, root: root, wanted: wanted, take: take) { throw damaged(name) }
  }

  func damaged(_ name: String) -> DiagnosticError {
    DiagnosticError(
      "this spreadsheet is damaged: '\(name)' can't be understood", at: SourceLocation(file: file),
      advice: "open it in a spreadsheet program and save it anew as .xlsx, or as .csv")
  }

  /// "xl/" and "workbook.xml" of "xl/workbook.xml".
  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[...slash]), String(path[path.index(after: slash)...]))
  }

  /// A target is absolute or seen from the part's folder; some programs write the backslashes of Windows.
  private static func path(of target: String, from folder: String) -> String {
    let target = target.replacing("\\", with: "/")
    var steps: [Substring] = []
    for step in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") {
      switch step {
      case ".": break
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    let path = steps.joined(separator: "/")
    return path.removingPercentEncoding ?? path
  }
}

/// Other files that are archives too, and how to save their tables.
private func checkFormat(of archive: ZipArchive, file: String) throws(DiagnosticError) {
  let mimetype =
    archive.holds("mimetype")
    ? String(decoding: try archive.contents(of: "mimetype") ?? [], as: UTF8.self) : ""
  let found: (what: String, advice: String)? =
    if mimetype.contains("opendocument.spreadsheet") {
      ("this is an OpenDocument spreadsheet (.ods)", "in LibreOffice: File, Save As, Excel 2007–365 (.xlsx)")
    } else if mimetype.contains("opendocument") {
      ("this is an OpenDocument text or drawing, not a spreadsheet", "save the table as .xlsx or .csv")
    } else if archive.holds("xl/workbook.bin") {
      ("this is a binary spreadsheet (.xlsb)", "in Excel: File, Save As, Excel Workbook (.xlsx)")
    } else if archive.holds("Index/Document.iwa") || archive.holds("Index.zip") {
      ("this is a Numbers spreadsheet", "in Numbers: File, Export To, Excel (.xlsx)")
    } else if archive.holds("word/document.xml") {
      ("this is a Word document", "copy its table into a spreadsheet and save that as .xlsx")
    } else if archive.holds("ppt/presentation.xml") {
      ("this is a PowerPoint presentation", "copy its table into a spreadsheet and save that as .xlsx")
    } else {
      nil
    }
  if let found { throw DiagnosticError(found.what, at: SourceLocation(file: file), advice: found.advice) }
}
