import Diagnostics
import Drafts
import Files
import Foundation
import Production

/// The folder that a new pack is written into: one that holds nothing yet.
struct NewPackFolder {
  /// As the user wrote it.
  let path: String
  /// The own name of the file that the pack is made of.
  let source: String

  /// - Parameters:
  ///   - path: of the folder; without it one named after the file.
  ///   - file: that the pack is made of.
  init(named path: String?, from file: String) {
    self.path = path ?? URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    source = URL(fileURLWithPath: file).lastPathComponent
  }

  /// The file's name as words.
  var title: String {
    let name = URL(fileURLWithPath: source).deletingPathExtension().lastPathComponent
    let words = name.split { "-_ .".contains($0) }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// - Parameter command: what makes another folder when the folder's name follows it.
  /// - Throws: where something stands there.
  func checkIsEmpty(_ command: String) throws(DiagnosticError) {
    guard FileManager.default.fileExists(atPath: path) else { return }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [""]
    guard names.isEmpty else {
      throw DiagnosticError(
        "something stands there already, and nothing is overwritten", at: SourceLocation(file: path),
        advice: "name another folder: \(command) FOLDER")
    }
  }

  /// Writes a pack's files, the schema that pack.yml names, and what it was made of as it was received.
  func write(
    _ files: [(name: String, bytes: [UInt8])], source bytes: [UInt8], _ resources: Resources
  ) throws(DiagnosticError) {
    let all =
      files + [
        (name: DraftPack.schema, bytes: try schema(resources)), (name: "source/\(source)", bytes: bytes),
      ]
    for part in Set(all.map { ($0.name as NSString).deletingLastPathComponent }).sorted() {
      let inside = all.filter { ($0.name as NSString).deletingLastPathComponent == part }
        .map { (name: ($0.name as NSString).lastPathComponent, bytes: $0.bytes) }
      try replaceFiles(inside, in: part.isEmpty ? path : "\(path)/\(part)")
    }
  }

  /// What editors check pack.yml against while it is written.
  private func schema(_ resources: Resources) throws(DiagnosticError) -> [UInt8] {
    let path = resources.path("Layouts/\(DraftPack.schema)")
    guard case .bytes(let bytes) = readFile(path, atMost: 1_000_000) else {
      throw DiagnosticError(
        "this file of Bayan's own can't be read", at: SourceLocation(file: path),
        advice: "install Bayan again")
    }
    return bytes
  }
}
