import Diagnostics
import Foundation

/// Writes files so that all appear or the old ones stay, also where the process is killed at any moment.
///
/// They are written into a folder beside their places and only when all are written is that folder renamed, in one
/// step, to what says that they are complete. Then they are moved to their places, one rename after
/// the other with nothing in between. Whoever comes next throws away what is not complete, and moves what is.
///
/// Nothing waits for the disk (fsync took 35 ms of a build's 200): what a process has written outlives it. Only a
/// power cut in the next seconds could take it, and then the pack is built again.
///
/// - Parameters:
///   - files: names inside the folder, and what to write.
///   - directory: made if it is missing.
/// - Throws: what the system refuses (no permission, disk full, a file where the folder should be), with the path.
public func replaceFiles(_ files: [(name: String, bytes: [UInt8])], in directory: String)
  throws(DiagnosticError)
{
  let made = try makeFolder(directory)
  let lock = FolderLock(directory)
  defer { lock.release() }
  let (unfinished, complete) = (unfinishedFolder(in: directory), completeFolder(in: directory))
  do throws(DiagnosticError) {
    try moveComplete(in: directory)
    removeFolder(unfinished)
    if mkdir(unfinished, 0o777) != 0 { throw failure("can't be made", unfinished) }
    for file in files { try write(file.bytes, to: "\(unfinished)/\(file.name)") }
    // What would stop moving them halfway is looked for first.
    for file in files where isFolder("\(directory)/\(file.name)") {
      throw DiagnosticError(
        "a folder stands where the file should be", at: SourceLocation(file: "\(directory)/\(file.name)"),
        advice: "move it away, or name another folder with --output")
    }
    if rename(unfinished, complete) != 0 { throw failure("can't be replaced", directory) }
    try moveComplete(in: directory)
  } catch {
    removeFolder(unfinished)
    if made { rmdir(directory) }
    throw error
  }
}

/// Moves files to their places that a killed process had made complete. Does nothing where there are none.
///
/// - Throws: what the system refuses.
public func finishReplacing(in directory: String) throws(DiagnosticError) {
  if !isFolder(completeFolder(in: directory)) { return }
  let lock = FolderLock(directory)
  defer { lock.release() }
  try moveComplete(in: directory)
}

private func unfinishedFolder(in directory: String) -> String { "\(directory)/.bayan-unfinished" }
private func completeFolder(in directory: String) -> String { "\(directory)/.bayan-complete" }

private func moveComplete(in directory: String) throws(DiagnosticError) {
  let folder = completeFolder(in: directory)
  guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
  let moves = names.sorted().map { (from: "\(folder)/\($0)", to: "\(directory)/\($0)") }
  for move in moves where rename(move.from, move.to) != 0 { throw failure("can't be replaced", move.to) }
  rmdir(folder)
}

/// With the plain files in it.
private func removeFolder(_ folder: String) {
  for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
    unlink("\(folder)/\(name)")
  }
  rmdir(folder)
}

/// Two builds into one folder take turns. The system lets go of it when a process ends, however it ends; where a file
/// system knows no locks there is none.
private struct FolderLock {
  private let folder: Int32

  init(_ directory: String) {
    folder = open(directory, O_RDONLY | O_CLOEXEC)
    if folder >= 0 { while flock(folder, LOCK_EX) != 0, errno == EINTR {} }
  }

  func release() { if folder >= 0 { close(folder) } }
}

/// - Returns: whether it was missing.
private func makeFolder(_ directory: String) throws(DiagnosticError) -> Bool {
  var isFolder: ObjCBool = false
  if FileManager.default.fileExists(atPath: directory, isDirectory: &isFolder) {
    if isFolder.boolValue { return false }
    throw DiagnosticError(
      "a file stands where the output folder should be", at: SourceLocation(file: directory),
      advice: "name another folder with --output")
  }
  var path = ""
  for part in directory.split(separator: "/", omittingEmptySubsequences: false) {
    path += part
    if !path.isEmpty, mkdir(path, 0o777) != 0, errno != EEXIST { throw failure("can't be made", directory) }
    path += "/"
  }
  return true
}

private func isFolder(_ path: String) -> Bool {
  var isFolder: ObjCBool = false
  return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
}

private func write(_ bytes: [UInt8], to path: String) throws(DiagnosticError) {
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  if file < 0 { throw failure("can't be written", path) }
  defer { close(file) }
  var start = 0
  while start < bytes.count {
    let count = bytes[start...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    if count <= 0 { throw failure("can't be written", path) }
    start += count
  }
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
