import Briefing
import Diagnostics
import Files
import Foundation

/// Where layouts, themes and what they name are looked for: the pack's own, the style's, and those that come with Bayan.
struct LayoutFolders: Hashable, Sendable {
  /// The nearest first; the last is Layouts/.
  var paths: [String]

  /// Where a name that stands in a file is looked for, one after the other.
  ///
  /// A file may extend the next one of its own name: a style's report.yml the report that comes with Bayan. What stands in a
  /// folder of another style is meant there, or in Layouts/.
  ///
  /// - Parameters:
  ///   - name: without a folder.
  ///   - file: the path of the file that names it.
  /// - Returns: paths, whether anything is there or not.
  func candidates(for name: String, namedIn file: String) -> [String] {
    let folder = (file as NSString).deletingLastPathComponent
    let isItself = (file as NSString).lastPathComponent == name
    if let place = paths.firstIndex(of: folder.isEmpty ? "." : folder) {
      return (isItself ? paths[(place + 1)...] : paths[...]).map { "\($0)/\(name)" }
    }
    let shipped = paths.suffix(1)
    let further = shipped.contains { folder.hasPrefix($0 + "/") } ? shipped : paths[...]
    let beside = isItself ? [] : [folder.isEmpty ? name : "\(folder)/\(name)"]
    return beside + further.map { "\($0)/\(name)" }
  }
}

extension Resources {
  /// The folder of a pack whose layouts count for it.
  package static let layoutsOfPack = "layouts"

  /// The folders of a pack's layouts.
  ///
  /// - Parameters:
  ///   - pack: its path.
  ///   - style: a name among those that come with Bayan, or a folder's path; `nil` for none.
  /// - Returns: the pack's own, the style's, Layouts/.
  /// - Throws: a style that is neither.
  func layoutFolders(pack: String, style: Style?) throws(DiagnosticError) -> LayoutFolders {
    let own = "\(pack)/\(Self.layoutsOfPack)"
    // A link to elsewhere doesn't count.
    let ofPack = isFolder(own) && lies(own, in: pack) ? [own] : []
    let ofStyle =
      try style.map { style throws(DiagnosticError) in
        style.name == Self.ownStyle ? [] : [try folder(of: style, pack: pack)]
      } ?? []
    return LayoutFolders(paths: ofPack + ofStyle + [path("Layouts")])
  }

  /// A style as a person names it.
  struct Style: Hashable, Sendable {
    var name: String
    /// Where the pack names it; `nil` on the command line, which may name any folder.
    var place: SourceLocation?
  }

  /// Bayan's own look, where a pack names another.
  package static let ownStyle = "default"

  private func folder(of style: Style, pack: String) throws(DiagnosticError) -> String {
    let shipped = path("Layouts/\(style.name)")
    if styleNames.contains(style.name) { return shipped }
    let name = style.name.hasSuffix("/") ? String(style.name.dropLast()) : style.name
    // A person may name any folder, and the pack one of its own.
    if style.place == nil || name.hasPrefix("/"), isFolder(name), style.place == nil || lies(name, in: pack) {
      return name
    }
    let own = "\(pack)/\(name)"
    if !name.hasPrefix("/"), isFolder(own), lies(own, in: pack) { return own }
    let known = [Self.ownStyle] + styleNames
    let near = nearestNames(to: style.name, among: known).map { "'\($0)'" }
    let further = "a folder " + (style.place == nil ? "of yours" : "of the pack") + " with a theme.yml"
    throw DiagnosticError(
      "there is no style '\(style.name)'", at: style.place,
      advice: near.isEmpty
        ? "allowed: \(known.joined(separator: ", ")), or \(further)"
        : "did you mean \(near.joined(separator: " or "))? Or name \(further)")
  }

  /// The styles that come with Bayan: folders of layouts, in the order of their names.
  package var styleNames: [String] {
    let layouts = path("Layouts")
    return contents(of: layouts).filter { !$0.hasPrefix(".") && isFolder("\(layouts)/\($0)") }
  }

  /// Names of layouts, each once, in their order.
  func layoutNames(in folders: LayoutFolders) -> [String] {
    Set(folders.paths.flatMap(layoutNames(of:))).sorted()
  }

  /// Names of the layouts in a folder, in their order.
  package func layoutNames(of folder: String) -> [String] {
    contents(of: folder).filter {
      $0.hasSuffix(".yml") && !$0.hasPrefix(".") && $0 != Self.sheetsFile && !isTheme("\(folder)/\($0)")
    }.map { String($0.dropLast(4)) }
  }

  /// Whether a file's keys are a theme's, whatever it is called.
  private func isTheme(_ file: String) -> Bool {
    if (file as NSString).lastPathComponent.hasPrefix("theme") { return true }
    if file.hasPrefix(path("Layouts/")) { return false }
    let lines = (try? settings(in: file))?.split(whereSeparator: \.isNewline) ?? []
    return lines.contains { line in ["fonts:", "colours:", "fallbacks:"].contains { line.hasPrefix($0) } }
  }

  private func contents(of folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
