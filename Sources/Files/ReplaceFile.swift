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
  let (folder, name) = (target.deletingLastPathComponent().path, target.lastPathComponent)
  var template = Array("\(folder)/.\(name).XXXXXX".utf8CString)
  let file = mkstemp(&template)
  guard file >= 0 else { throw refusal(path, errno) }
  var state = stat()
  let isWritten =
    stat(target.path, &state) == 0 && fchmod(file, state.st_mode & 0o7777) == 0 && write(bytes, to: file)
    && fsync(file) == 0
  let error = errno
  let isClosed = close(file) == 0
  guard isWritten, isClosed, rename(template, target.path) == 0 else {
    let problem = isWritten ? errno : error
    unlink(template)
    throw refusal(path, problem)
  }
}

private func write(_ bytes: [UInt8], to file: Int32) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    if count <= 0 { return false }
    rest = rest.dropFirst(count)
  }
  return true
}

private func refusal(_ path: String, _ error: Int32) -> DiagnosticError {
  DiagnosticError(
    "the file can't be written: \(String(cString: strerror(error)))", at: SourceLocation(file: path),
    advice: error == ENOSPC || error == EDQUOT
      ? "free some room on the disk and keep the change again" : "make the file and its folder writable")
}
