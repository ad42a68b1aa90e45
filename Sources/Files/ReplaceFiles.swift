import Diagnostics
import Foundation

/// Writes files so that a folder holds all old ones or all new ones, also where the process is killed at any moment.
///
/// They are written into a new folder inside, and only when all are written does that folder get the name that says so.
/// Then they are put into their places in one step (see `FolderExchange`). Where the system has no such step (the folder
/// is a disk of its own, holds folders, or the one above is not ours to write), the old files are taken away before the
/// first new one appears: whoever looks then, or after a kill, may miss some, but never sees files of two editions.
/// Whoever comes next finishes what was complete and throws away what was not.
///
/// Links are never followed, but for the folder's own path; what has a file's name is replaced as what it is, a link as
/// a link. Working folders have names that can't be guessed, and nothing is removed that this did not make.
///
/// Nothing waits for the disk (fsync took 35 ms of a build's 200): what a process has written outlives it. Only a
/// power cut in the next seconds could take it, and then the pack is built again.
///
/// - Parameters:
///   - files: plain names inside the folder, and what to write.
///   - directory: made if it is missing.
/// - Throws: what the system refuses (no permission, disk full, a file where the folder should be), with the path.
public func replaceFiles(_ files: [(name: String, bytes: [UInt8])], in directory: String)
  throws(DiagnosticError)
{
  let made = try makeFolder(directory)
  do throws(DiagnosticError) {
    let output = try OutputFolder(directory)
    try output.finishEarlier()
    try output.replace(files)
  } catch {
    for path in made.reversed() { rmdir(path) }
    throw error
  }
}

/// Puts files into their places that a killed process had made complete, and takes its working folders away. Does
/// nothing where there are none.
///
/// - Throws: what the system refuses.
public func finishReplacing(in directory: String) throws(DiagnosticError) {
  guard let folder = Folder(at: directory), OutputFolder.hasLeftovers(folder) else { return }
  try OutputFolder(directory).finishEarlier()
}

/// The folder that files are replaced in, locked: two builds into one folder take turns. Where a file system knows no
/// locks there is none, and then nothing that was left behind is touched: it might be another's work.
struct OutputFolder {
  private let folder: Folder
  private let isLocked: Bool
  private let exchange: FolderExchange?

  init(_ directory: String) throws(DiagnosticError) {
    while true {
      guard let folder = Folder(at: directory) else { throw failure("can't be opened", directory) }
      let isLocked = folder.lock()
      // Whoever had the lock may have been killed while another folder stood here.
      if let now = Folder(at: directory)?.own, let own = folder.own, !now.isSame(as: own) { continue }
      self.folder = folder
      self.isLocked = isLocked
      exchange = FolderExchange(folder)
      return
    }
  }

  static func hasLeftovers(_ folder: Folder) -> Bool {
    if (folder.names ?? []).contains(where: { WorkingName.isUnfinished($0) || WorkingName.isComplete($0) }) {
      return true
    }
    return FolderExchange(folder)?.leftovers.isEmpty == false
  }

  /// Goes on where a killed process stopped.
  func finishEarlier() throws(DiagnosticError) {
    if !isLocked { return }
    for name in folder.names ?? [] {
      guard WorkingName.isUnfinished(name) || WorkingName.isComplete(name),
        let working = folder.folder(name)
      else { continue }
      if WorkingName.isUnfinished(name) {
        discard(working, named: name)
      } else if !folder.removeFolder(name), Self.holdsDocuments(working) {
        try install(working, named: name)
      }
    }
    exchange?.clearLeftovers()
  }

  func replace(_ files: [(name: String, bytes: [UInt8])]) throws(DiagnosticError) {
    for file in files where file.name.contains("/") || ["", ".", ".."].contains(file.name) {
      throw DiagnosticError(
        "'\(file.name)' is no name of a file", at: SourceLocation(file: folder.path),
        advice: "give the layout's file a plain name")
    }
    let name = WorkingName.unfinished()
    guard let working = folder.makeFolder(name) else { throw failure("can't be written into", folder.path) }
    do throws(DiagnosticError) {
      for file in files where !working.write(file.bytes, to: file.name) {
        throw failure("can't be written", "\(folder.path)/\(file.name)")
      }
      // What would stop moving them halfway is looked for first.
      for file in files where folder.entry(file.name)?.isFolder == true {
        throw DiagnosticError(
          "a folder stands where the file should be",
          at: SourceLocation(file: "\(folder.path)/\(file.name)"),
          advice: "move it away, or name another folder with --output")
      }
    } catch {
      discard(working, named: name)
      throw error
    }
    if files.count == 1 { return try move(files.map(\.name), of: working, named: name) }
    let complete = WorkingName.complete(name)
    if !folder.move(name, to: folder, as: complete) {
      let error = failure("can't be replaced", folder.path)
      discard(working, named: name)
      throw error
    }
    try install(working, named: complete)
  }

  /// Puts the files of a complete working folder into their places.
  private func install(_ working: Folder, named name: String) throws(DiagnosticError) {
    guard let files = working.names else { throw failure("can't be read", working.path) }
    if exchange?.install(files, of: working, named: name) == true { return }
    for (index, file) in files.enumerated() where !folder.remove(file) && errno != ENOENT {
      let error = failure("can't be replaced", "\(folder.path)/\(file)")
      // As long as nothing was taken away, nothing has begun.
      if index == 0 { discard(working, named: name) }
      throw error
    }
    try move(files, of: working, named: name)
  }

  private func move(_ files: [String], of working: Folder, named name: String) throws(DiagnosticError) {
    for file in files where !working.move(file, to: folder, as: file) {
      throw failure("can't be replaced", "\(folder.path)/\(file)")
    }
    _ = folder.removeFolder(name)
  }

  /// Whether a folder that was left behind can hold what a build had complete: plain files that are PDFs. What else
  /// bears such a name is nobody's leftover and stays.
  private static func holdsDocuments(_ working: Folder) -> Bool {
    guard let names = working.names, !names.isEmpty else { return false }
    return names.allSatisfy { $0.hasSuffix(".pdf") && working.entry($0)?.isPlainFile == true }
  }

  /// With the files in it, which are all that is ever put there.
  private func discard(_ working: Folder, named name: String) {
    for file in working.names ?? [] { _ = working.remove(file) }
    _ = folder.removeFolder(name)
  }
}

/// - Returns: the folders that were made, the outermost first.
private func makeFolder(_ directory: String) throws(DiagnosticError) -> [String] {
  var isFolder: ObjCBool = false
  if FileManager.default.fileExists(atPath: directory, isDirectory: &isFolder) {
    if isFolder.boolValue { return [] }
    throw DiagnosticError(
      "a file stands where the output folder should be", at: SourceLocation(file: directory),
      advice: "name another folder with --output")
  }
  var (path, made): (String, [String]) = ("", [])
  for part in directory.split(separator: "/", omittingEmptySubsequences: false) {
    path += part
    if !path.isEmpty {
      if mkdir(path, 0o777) == 0 {
        made.append(path)
      } else if errno != EEXIST {
        let error = failure("can't be made", directory)
        for path in made.reversed() { rmdir(path) }
        throw error
      }
    }
    path += "/"
  }
  return made
}

private func failure(_ what: String, _ path: String) -> DiagnosticError {
  let code = errno
  let advice =
    switch code {
    case ENOSPC, EDQUOT:
      "free some room, or name a folder on another disk with --output; the old files are whole"
    case EACCES, EPERM, EROFS: "allow writing there, or name another folder with --output"
    case ENOTDIR: "a file stands where a folder should be: name another folder with --output"
    default: "name another folder with --output"
    }
  return DiagnosticError(
    "this \(what) (\(String(cString: strerror(code))))", at: SourceLocation(file: path), advice: advice)
}
