import Foundation

/// Replaces several files of a folder in one step, by exchanging the folder with another that stands beside it.
///
/// A new folder gets names of the new files and of all others (hard links, so nothing is copied), and the two folders
/// change places: from then on all new files are there. Then the first folder, hidden now, gets the new files too, and
/// the two change back, so that whoever stands in the folder or watches it keeps it. At each moment the path leads to a
/// folder that is whole; after a kill the other one is left beside it, until the next build clears it away.
struct FolderExchange {
  private let folder: Folder
  private let parent: Folder
  /// The folder's name in its parent.
  private let name: String

  /// More other files than this are not linked one by one.
  private static let mostFiles = 1000

  /// `nil` where the folder above can't be read, or there is none.
  init?(_ folder: Folder) {
    guard let resolved = realpath(folder.path, nil) else { return nil }
    defer { free(resolved) }
    let path = String(cString: resolved)
    name = (path as NSString).lastPathComponent
    guard name != "/", let parent = Folder(at: (path as NSString).deletingLastPathComponent),
      let here = parent.entry(name), let own = folder.own, here.isSame(as: own)
    else { return nil }
    self.folder = folder
    self.parent = parent
  }

  /// Names beside the folder that killed processes left there, or others work with.
  var leftovers: [String] { (parent.names ?? []).filter { WorkingName.isBeside(name, $0) } }

  /// Puts the files of a complete working folder into their places.
  ///
  /// - Returns: `false` where nothing was done, since the system can't.
  func install(_ files: [String], of working: Folder, named workingName: String) -> Bool {
    let otherName = WorkingName.beside(name)
    guard let other = copy(with: files, of: working, named: workingName, as: otherName) else { return false }
    guard parent.exchange(otherName, name) else {
      discard(other, named: otherName)
      return false
    }
    // From here on the new files are there; what fails now leaves a folder beside them, and no more.
    guard finish(working, named: workingName, in: folder), parent.exchange(otherName, name) else {
      return true
    }
    clear(other, named: otherName, into: folder)
    return true
  }

  /// A folder beside this one, locked, with the same files but for the new ones; `nil` where that can't be.
  private func copy(
    with files: [String], of working: Folder, named workingName: String, as otherName: String
  ) -> Folder? {
    guard let names = folder.names, let own = folder.own, names.count <= Self.mostFiles else { return nil }
    let others = names.filter { $0 != workingName && !files.contains($0) }
    if others.contains(where: { folder.entry($0)?.isFolder != false }) { return nil }
    guard let other = parent.makeFolder(otherName) else { return nil }
    let isAlike =
      other.own?.isBeside(own) == true && other.setMode(own.mode) && other.lockIfFree()
      && files.allSatisfy { working.link($0, in: other) } && others.allSatisfy { folder.link($0, in: other) }
    if isAlike { return other }
    discard(other, named: otherName)
    return nil
  }

  /// Takes away a folder that was never shown: all names in it are second ones.
  private func discard(_ other: Folder, named otherName: String) {
    for file in other.names ?? [] { _ = other.remove(file) }
    _ = parent.removeFolder(otherName)
  }

  /// Moves the files of a complete working folder into the folder that it stands in.
  private func finish(_ working: Folder, named workingName: String, in folder: Folder) -> Bool {
    guard let files = working.names else { return false }
    return files.allSatisfy { working.move($0, to: folder, as: $0) } && folder.removeFolder(workingName)
  }

  // MARK: What is left

  /// Takes away what killed processes left beside the folder, as far as it stands in the folder too.
  func clearLeftovers() {
    for otherName in leftovers {
      guard let other = parent.folder(otherName), other.lockIfFree() else { continue }
      for workingName in other.names ?? [] where WorkingName.isComplete(workingName) {
        if let working = other.folder(workingName) { _ = finish(working, named: workingName, in: other) }
      }
      clear(other, named: otherName, into: folder)
    }
  }

  /// Takes a folder away that stood in this one's place, or was to. Only second names of what stands in the folder are
  /// removed. What somebody has put there meanwhile goes to the folder; what it has in another form, and later, stays.
  private func clear(_ other: Folder, named otherName: String, into folder: Folder) {
    for file in other.names ?? [] {
      guard let entry = other.entry(file) else { continue }
      guard let same = folder.entry(file) else {
        _ = other.move(file, to: folder, as: file, replacing: .nothing)
        continue
      }
      if entry.isSame(as: same) {
        _ = other.remove(file)
      } else if !entry.isFolder, !same.isFolder, entry.isNewer(than: same) {
        _ = other.move(file, to: folder, as: file)
      }
    }
    _ = parent.removeFolder(otherName)
  }
}
