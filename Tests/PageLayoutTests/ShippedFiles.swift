import Diagnostics
import Foundation
import Graphics
import TestSupport

@testable import PageLayout

/// The files in Layouts/, some of them changed, and others that a test makes up.
struct ShippedFiles: LayoutFiles {
  /// Texts by the names of their files.
  var changed: [String: String] = [:]

  var pictures: [String: Picture] = [:]

  static let folder = projectFolder.appendingPathComponent("Layouts")

  func file(_ name: String, at place: SourceLocation) throws(DiagnosticError) -> LayoutFile {
    let shipped = try? String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
    guard let text = changed[name] ?? shipped else {
      throw DiagnosticError("missing \(name)", at: place)
    }
    return LayoutFile(text: text, path: name, identity: name)
  }

  func picture(_ name: String, at place: SourceLocation) throws(DiagnosticError) -> Picture {
    guard let picture = pictures[name] else { throw DiagnosticError("no picture \(name)", at: place) }
    return picture
  }

  func layout(_ name: String, paper: Paper? = nil) throws(DiagnosticError) -> Layout {
    try Layout.read(file(name, at: SourceLocation(file: name)), paper: paper, files: self)
  }
}
