import Diagnostics
import Foundation

/// Writes a file that a person keeps: whole or not at all, and on the disk when this returns. It keeps its permissions, and
/// a link stays one.
///
/// - Parameters:
///   - path: of a file that is there.
///   - bytes: what it holds from now on.
/// - Throws: what the system refuses (no permission, disk full); then the file is as it was.
public func replaceFile(at path: String, by bytes: [UInt8]) throws(DiagnosticError) {
  let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
  let name = target.lastPathComponent
  guard let folder = Folder(at: target.deletingLastPathComponent().path), let before = folder.entry(name)
  else {
    throw refusal(path, errno)
  }
  let beside = WorkingName.beside(name)
  guard folder.write(bytes, to: beside, like: before), folder.move(beside, to: folder, as: name) else {
    let problem = errno
    _ = folder.remove(beside)
    throw refusal(path, problem)
  }
}

private func refusal(_ path: String, _ error: Int32) -> DiagnosticError {
  DiagnosticError(
    "the file can't be written: \(String(cString: strerror(error)))", at: SourceLocation(file: path),
    advice: error == ENOSPC || error == EDQUOT
      ? "free some room on the disk and keep the change again" : "make the file and its folder writable")
}
