import Diagnostics
import Foundation

/// Writes files so that all appear whole or the old ones stay: each is written beside its place, and only when all
/// are safely on the disk are they renamed.
///
/// - Parameters:
///   - files: names inside the folder, and what to write.
///   - directory: made if it is missing.
/// - Throws: what the system refuses (no permission, disk full, a file where the folder should be), with the path.
public func replaceFiles(_ files: [(name: String, bytes: [UInt8])], in directory: String)
  throws(DiagnosticError)
{
  let made = try makeFolder(directory)
  var written: [(beside: String, place: String)] = []
  do throws(DiagnosticError) {
    for file in files {
      let place = "\(directory)/\(file.name)"
      let beside = "\(directory)/.\(file.name).\(getpid()).tmp"
      written.append((beside, place))
      try write(file.bytes, to: beside)
    }
    // Renaming is the only step that can't be undone, so what would stop it halfway is looked for first.
    for file in written where isFolder(file.place) {
      throw DiagnosticError(
        "a folder stands where the file should be", at: SourceLocation(file: file.place),
        advice: "move it away, or name another folder with --output")
    }
    for file in written where rename(file.beside, file.place) != 0 {
      throw failure("can't be replaced", file.place)
    }
    syncFolder(directory)
  } catch {
    for file in written { unlink(file.beside) }
    if made { rmdir(directory) }
    throw error
  }
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
  if fsync(file) != 0 { throw failure("can't be written", path) }
}

/// Makes the new names last through a power cut; where the system can't, the files are there all the same.
private func syncFolder(_ directory: String) {
  let folder = open(directory, O_RDONLY | O_CLOEXEC)
  if folder >= 0 {
    fsync(folder)
    close(folder)
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
