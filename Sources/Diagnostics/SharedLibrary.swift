import Platform

/// A C library that is opened when it is first needed and stays open until the program ends, as its own threads and settings
/// may need.
///
/// Linked in the usual way, it would be loaded at every start of the program with all the libraries that it needs itself; a
/// third of a start's time went there for what most builds never call. The types of functions come from the headers, see
/// `LOADED` in the shims under Sources/System.
package struct SharedLibrary: @unchecked Sendable {
  private let handle: UnsafeMutableRawPointer
  private let missing: DiagnosticError

  /// - Parameters:
  ///   - names: its files' names, the likeliest first.
  ///   - missing: what is said where none of them is there, or it lacks a function.
  /// - Throws: `missing`.
  package init(_ names: [String], missing: DiagnosticError) throws(DiagnosticError) {
    for name in names {
      guard let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL) else { continue }
      self.handle = handle
      self.missing = missing
      return
    }
    throw missing
  }

  /// A function of the library.
  ///
  /// - Parameters:
  ///   - name: as in C.
  ///   - type: a pointer to a C function of the header's declaration.
  /// - Returns: the function.
  /// - Throws: where the library is too old to have it.
  package func find<Function>(
    _ name: String, as type: Function.Type = Function.self
  ) throws(DiagnosticError) -> Function {
    guard let symbol = dlsym(handle, name) else { throw missing }
    return unsafeBitCast(symbol, to: type)
  }
}
