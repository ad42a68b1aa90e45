import Diagnostics

/// What a mistaken input is told, each as `file:line:column: error: …`.
package func messages(_ work: () throws -> Void) -> [String] {
  do {
    try work()
    return []
  } catch let error as DiagnosticError {
    return error.diagnostics.map(\.description)
  } catch {
    return ["\(error)"]
  }
}
