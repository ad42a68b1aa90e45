import Diagnostics
import Foundation
import Sheets

extension Resources {
  static let sheetsFile = "sheets.yml"

  /// Sheets by their names: a pack's own, or else those in Layouts/.
  ///
  /// - Throws: mistakes in these files; names that neither has; sheets that are meant for what is no layout.
  func sheets(_ names: [String], pack: String, in folders: LayoutFolders) throws(DiagnosticError) -> [Sheets]
  {
    let layoutNames = layoutNames(in: folders)
    if names.isEmpty { return [] }
    var log = DiagnosticLog()
    let own = log.collect { try readSheets("\(pack)/\(Self.sheetsFile)", inside: [pack]) } ?? []
    let shipped = log.collect { try readSheets(path("Layouts/\(Self.sheetsFile)")) } ?? []
    try log.throwIfErrors()
    let all = own + shipped.filter { sheets in !own.contains { $0.name == sheets.name } }
    let found = names.compactMap { name in
      let match = all.first { $0.name == name }
      if match == nil {
        log.error(
          "there are no sheets '\(name)'", at: SourceLocation(file: path("Layouts/\(Self.sheetsFile)")),
          advice: adviceForUnknown(name, among: all.map(\.name)))
      }
      return match
    }
    for sheets in found {
      for name in sheets.layouts where !layoutNames.contains(name) {
        log.error(
          "the sheets '\(sheets.name)' are meant for '\(name)', which is no layout", at: sheets.location,
          advice: adviceForUnknown(name, among: layoutNames))
      }
    }
    try log.throwIfErrors()
    return found
  }

  private func readSheets(_ file: String, inside folders: [String] = []) throws(DiagnosticError) -> [Sheets] {
    guard let text = try settings(in: file, inside: folders) else { return [] }
    return try Sheets.read(text, file: file)
  }
}
