import Diagnostics
import Evidence
import Files
import Foundation
import Graphics
import PageLayout
import Pictures
import Tables

/// The folders that come with Bayan: Layouts, Fonts, Atlas and seeds.
package struct Resources: Sendable {
  private let folder: String

  /// Beside the program as `make install` lays it, or the project that the program was built in.
  package static func locate() throws(DiagnosticError) -> Resources {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    var candidate = program.deletingLastPathComponent()
    let installed = candidate.deletingLastPathComponent().appendingPathComponent("share/bayan")
    if isComplete(installed.path) { return Resources(folder: installed.path) }
    while candidate.path != "/" {
      if isComplete(candidate.path) { return Resources(folder: candidate.path) }
      candidate.deleteLastPathComponent()
    }
    throw DiagnosticError(
      "Bayan's own folders (Layouts, Fonts, Atlas) are not beside the program",
      at: SourceLocation(file: program.path),
      advice: "run 'make install', or run the program where it was built")
  }

  private static func isComplete(_ folder: String) -> Bool {
    ["Layouts", "Fonts", "Atlas"].allSatisfy { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }
  }

  /// A file of these folders, as a person in the current folder would write its path.
  package func path(_ name: String) -> String {
    let here = FileManager.default.currentDirectoryPath
    return folder == here
      ? name
      : folder.hasPrefix(here + "/") ? folder.dropFirst(here.count + 1) + "/" + name : "\(folder)/\(name)"
  }

  /// The one pack in seeds/.
  package func shippedPack() throws(DiagnosticError) -> String {
    let seeds = path("seeds")
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: seeds)) ?? []).sorted().filter {
      FileManager.default.fileExists(atPath: "\(seeds)/\($0)/pack.yml")
    }
    guard let only = names.first, names.count == 1 else {
      throw DiagnosticError(
        names.isEmpty ? "there is no pack here" : "there are several packs here",
        at: SourceLocation(file: seeds),
        advice: names.isEmpty
          ? "name a pack: bayan build FOLDER" : "name one: \(names.joined(separator: ", "))")
    }
    return "\(seeds)/\(only)"
  }

  /// The words that claim something about numbers, in Words/claims.csv.
  func words(_ notes: FileNotes) throws(DiagnosticError) -> ClaimVocabulary {
    _ = notes.read(path("Words/claims.csv"), atMost: 1_000_000)
    var log = DiagnosticLog()
    var words = ClaimVocabulary()
    words.add(try Table.open(path("Words/claims.csv")), log: &log)
    try log.throwIfErrors()
    return words
  }

  /// A layout by name, or by the path of its file.
  func layout(
    _ name: String, paper: Paper?, in folders: LayoutFolders, _ notes: FileNotes
  ) throws(DiagnosticError) -> Layout {
    for file in files(ofLayout: name, in: folders) {
      guard let text = try settings(in: file, notes: notes) else { continue }
      return try Layout.read(
        LayoutFile(text: text, path: file, identity: identity(of: file)), paper: paper,
        files: FilesOfLayout(
          resources: self, folder: (file as NSString).deletingLastPathComponent, all: folders, notes: notes))
    }
    throw DiagnosticError(
      "there is no layout '\(name)'",
      at: SourceLocation(file: files(ofLayout: name, in: folders).last ?? name),
      advice: adviceForUnknown(name, among: layoutNames(in: folders)))
  }

  /// The text of a layout, a theme or a description of sheets; `nil` where there is no such file.
  ///
  /// - Parameters:
  ///   - file: its path.
  ///   - folders: where the file must lie in; nothing for anywhere. Of several it is for the caller to refuse.
  ///   - notes: note what was read.
  /// - Returns: the text.
  /// - Throws: `DiagnosticError` for what is no text or larger than any of these.
  func settings(
    in file: String, inside folders: [String] = [], notes: FileNotes = FileNotes()
  ) throws(DiagnosticError) -> String? {
    switch notes.read(file, atMost: 1_000_000, inside: folders) {
    case .missing: return nil
    case .refused(let message, let advice):
      throw DiagnosticError(message, at: SourceLocation(file: file), advice: advice)
    case .bytes(let bytes): return try text(of: bytes, file: file)
    }
  }

  /// A file's path when all links are followed.
  fileprivate func identity(of file: String) -> String {
    URL(fileURLWithPath: file).resolvingSymlinksInPath().path
  }

  /// Where a layout may stand, the nearest first.
  func files(ofLayout name: String, in folders: LayoutFolders) -> [String] {
    name.hasSuffix(".yml") ? [name] : folders.paths.map { "\($0)/\(name).yml" }
  }
}

/// What a layout may name: files of its own folder, of the pack's layouts and its style, and those that come with Bayan.
private struct FilesOfLayout: LayoutFiles {
  let resources: Resources
  /// The layout's.
  let folder: String
  let all: LayoutFolders
  let notes: FileNotes

  func file(_ name: String, at place: SourceLocation) throws(DiagnosticError) -> LayoutFile {
    for path in candidates(for: name, namedIn: place.file) {
      guard let text = try resources.settings(in: path, inside: folders, notes: notes) else { continue }
      // A layout that somebody sends reads nothing else of this machine.
      guard folders.contains(where: { lies(path, in: $0) }) else {
        throw DiagnosticError(
          "the file '\(name)' lies outside of the layout's folder", at: place,
          advice: "copy it beside \(place.file)")
      }
      return LayoutFile(text: text, path: path, identity: resources.identity(of: path))
    }
    throw DiagnosticError(
      "there is no file '\(name)'", at: place, advice: adviceForMissing(name, beside: place.file))
  }

  private func candidates(for name: String, namedIn file: String) -> [String] {
    if name.contains("/") {
      // With its folder: beside the file, or a style's that comes with Bayan.
      return [path(of: name, namedIn: file)]
        + (name.hasPrefix("/") ? [] : [resources.path("Layouts/\(name)")])
    }
    // That it names itself is told by who reads it.
    return all.candidates(for: name, namedIn: file) + [path(of: name, namedIn: file)]
  }

  private func path(of name: String, namedIn file: String) -> String {
    let beside = (file as NSString).deletingLastPathComponent
    return beside.isEmpty || name.hasPrefix("/") ? name : "\(beside)/\(name)"
  }

  private func adviceForMissing(_ name: String, beside file: String) -> String {
    let own = (file as NSString).deletingLastPathComponent
    let names = ([own.isEmpty ? "." : own] + all.paths).flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }.filter { $0.hasSuffix(".yml") && $0 != (file as NSString).lastPathComponent }
    let near = nearestNames(to: name.hasSuffix(".yml") ? name : name + ".yml", among: unique(names))
    return near.isEmpty
      ? "it stands beside \(file), or comes with Bayan in \(resources.path("Layouts"))"
      : "did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?"
  }

  func picture(_ name: String, at place: SourceLocation) throws(DiagnosticError) -> Picture {
    let path = path(of: name, namedIn: place.file)
    switch notes.read(path, atMost: largestPicture, inside: folders) {
    case .missing:
      throw DiagnosticError(
        "there is no picture '\(name)'", at: place, advice: "it stands beside \(place.file)")
    case .refused(let message, let advice):
      throw DiagnosticError("the picture '\(name)': \(message)", at: place, advice: advice)
    case .bytes(let bytes):
      guard folders.contains(where: { lies(path, in: $0) }) else {
        throw DiagnosticError(
          "the picture '\(name)' lies outside of the layout's folder", at: place,
          advice: "copy it beside \(place.file)")
      }
      do { return try readPicture(bytes) } catch {
        throw DiagnosticError("the picture '\(name)': \(error.message)", at: place, advice: error.advice)
      }
    }
  }

  /// Where pictures may lie.
  private var folders: [String] { [folder] + all.paths }
}
