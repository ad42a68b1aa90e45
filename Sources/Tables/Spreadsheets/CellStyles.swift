import Diagnostics

/// What the cells of a spreadsheet look like, by the numbers of their styles.
struct CellStyles {
  private var styles: [(format: NumberFormat, isStruckOut: Bool)] = []

  init(_ package: SpreadsheetPackage, _ relationships: [SpreadsheetPackage.Relationship])
    throws(DiagnosticError)
  {
    guard let part = relationships.first(where: { $0.type.hasSuffix("/styles") }) else { return }
    var lists: [String: [XMLElement]] = [:]
    let wanted = ["numFmts", "fonts", "cellStyleXfs", "cellXfs"]
    try package.read(part.target, root: "styleSheet", Set(wanted.map { "styleSheet/\($0)" })) {
      for list in $0 { lists[list.name, default: []] += list.children }
      return true
    }
    let codes = Dictionary(
      (lists["numFmts"] ?? []).compactMap { element in
        element.number("numFmtId").map {
          ($0, NumberFormat(code: decodedEscapes(element["formatCode"] ?? "")))
        }
      }, uniquingKeysWith: { first, _ in first })
    let struckOut = (lists["fonts"] ?? []).map { $0.first("strike")?.flag("val", standard: true) ?? false }
    let named = (lists["cellStyleXfs"] ?? []).map { $0.number("numFmtId") }
    styles = (lists["cellXfs"] ?? []).map { cell in
      // A style that says no format has that of the named style that it goes back to.
      let base = cell.number("xfId").flatMap { named.indices.contains($0) ? named[$0] : nil }
      let id = cell.number("numFmtId") ?? base ?? 0
      let font = cell.number("fontId") ?? 0
      return (
        codes[id] ?? NumberFormat(builtIn: id), struckOut.indices.contains(font) && struckOut[font]
      )
    }
  }

  /// Of a cell; `nil` for a style that the file doesn't have.
  func format(_ style: Int) -> NumberFormat? {
    if styles.isEmpty, style == 0 { return NumberFormat.general }
    return styles.indices.contains(style) ? styles[style].format : nil
  }

  func isStruckOut(_ style: Int) -> Bool { styles.indices.contains(style) && styles[style].isStruckOut }
}
