import Diagnostics
import Evidence

extension FigureTable {
  /// The figures of a pack, updates laid over them, whatever else is wrong with the pack.
  ///
  /// - Parameters:
  ///   - path: the pack's folder.
  ///   - updates: tables of figures that are laid over the pack's own, in order.
  /// - Returns: the figures, and what is doubtful about them.
  /// - Throws: every mistake of the tables.
  public static func load(pack path: String, updates: [String]) throws(DiagnosticError) -> (
    figures: FigureTable, warnings: [Diagnostic]
  ) {
    let folder = try PackFolder(figuresOf: path, updates: updates)
    guard let figures = folder.figures, !folder.log.hasErrors else {
      throw DiagnosticError(folder.log.diagnostics)
    }
    return (figures, folder.log.diagnostics)
  }
}
