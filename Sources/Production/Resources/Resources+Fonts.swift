import Files
import Foundation
import Typesetting

extension Resources {
  /// The font files beside layouts and in a pack, in the order in which a family is looked for in them: beside the layout,
  /// in its folder's fonts/, beside pack.yml, in the pack's fonts/.
  ///
  /// - Parameters:
  ///   - layouts: paths of layouts' files; those that come with Bayan bring nothing.
  ///   - folders: of the pack's layouts and its style, which are looked into after those.
  ///   - pack: the pack's folder.
  /// - Returns: every folder that was looked into, whether anything is in it or not.
  func fonts(broughtBy layouts: [String], in folders: LayoutFolders, pack: String) -> BroughtFonts {
    let own = path("Layouts")
    let beside = layouts.map { ($0 as NSString).deletingLastPathComponent }.filter { $0 != own }
    let roots = unique((beside + folders.paths.dropLast() + [pack]).map { $0.isEmpty ? "." : $0 })
    return BroughtFonts(
      folders: roots.flatMap { root in
        [fontFolder(root, in: root, depth: 0), fontFolder("\(root)/fonts", in: root, depth: Self.fontDepth)]
      })
  }

  /// How deep below fonts/ files are found: families are unpacked into folders of their own.
  private static let fontDepth = 2
  /// Of a folder's entries; what is larger is no folder of fonts.
  private static let mostEntries = 2_000
  /// The largest families of East Asia take 30 MB.
  private static let mostBytes = 64_000_000
  private static let endings = [".ttf", ".otf", ".ttc", ".otc"]

  /// The font files of a folder whose links lead nowhere out of `root`.
  private func fontFolder(_ folder: String, in root: String, depth: Int) -> BroughtFonts.Folder {
    var found = BroughtFonts.Folder(name: folder)
    let manager = FileManager.default
    func isFont(_ name: String) -> Bool { Self.endings.contains { name.lowercased().hasSuffix($0) } }
    // What is neither a font nor perhaps a folder of fonts is not even looked at.
    let names = ((try? manager.contentsOfDirectory(atPath: folder)) ?? []).sorted().filter {
      (isFont($0) || depth > 0) && !$0.hasPrefix(".")
    }
    for name in names.prefix(Self.mostEntries) {
      let path = "\(folder)/\(name)"
      let place = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
      let attributes = try? manager.attributesOfItem(atPath: place)
      switch attributes?[.type] as? FileAttributeType {
      case .typeRegular where isFont(name):
        let size = attributes?[.size] as? Int ?? 0
        if size <= Self.mostBytes, lies(path, in: root) {
          found.files.append(path)
        } else {
          found.refused.append(path)
        }
      case .typeDirectory where depth > 0 && lies(path, in: root):
        let inner = fontFolder(path, in: root, depth: depth - 1)
        found.files += inner.files
        found.refused += inner.refused
      default: if isFont(name) { found.refused.append(path) }
      }
    }
    return found
  }
}
