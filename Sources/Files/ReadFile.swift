import Diagnostics
import Foundation

/// What came of reading a file whole.
public enum FileContents: Sendable {
  case bytes([UInt8])
  case missing
  /// Why, and what to do, as a diagnostic says it.
  case refused(String, advice: String)
}

/// Which files may be read.
public enum FileKinds: Sendable {
  /// On a disk: nothing that never ends or waits for somebody.
  case plain
  /// Also what another program pipes into this one.
  case plainOrPipe
}

/// Reads a file whole, if it is one and not larger than is sensible.
///
/// - Parameters:
///   - path: links are followed.
///   - limit: in bytes; what is larger is refused.
///   - kinds: which files may be read.
///   - folder: where the file must lie in, whatever links lead to; `nil` for anywhere.
///   - patience: how long a silent pipe is waited for.
/// - Returns: the bytes, or why there are none.
public func readFile(
  _ path: String, atMost limit: Int, kinds: FileKinds = .plain, inside folder: String? = nil,
  patience: Duration = .seconds(8)
) -> FileContents {
  // A pipe without a writer would be waited for without end.
  let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  if file < 0 {
    switch errno {
    case ENOENT, ENOTDIR: return .missing
    case EMFILE, ENFILE:
      return .refused("this file can't be read: too many files are open", advice: "allow more: ulimit -n 256")
    case ELOOP: return .refused("this link leads to itself", advice: "put the file itself there")
    default: return .refused("this file can't be read", advice: "check its permissions")
    }
  }
  defer { close(file) }
  var status = stat()
  guard fstat(file, &status) == 0 else {
    return .refused("this file can't be read", advice: "check its permissions")
  }
  let kind = status.st_mode & S_IFMT
  switch kind {
  case S_IFREG: break
  case S_IFDIR: return .refused("this is a folder", advice: "name a file")
  case S_IFIFO where kinds == .plainOrPipe, S_IFCHR where kinds == .plainOrPipe: break
  default: return .refused("this is no file but a device or a pipe", advice: "put a plain file there")
  }
  if let folder, !lies(path, in: folder) {
    return .refused(
      "this file lies outside of \(folder)", advice: "copy it into the folder: what is read there stays there"
    )
  }
  let tooLarge = FileContents.refused(
    "this file is larger than \(sizeInWords(limit))", advice: "leave only in it what belongs there")
  if status.st_size > limit { return tooLarge }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(Int(status.st_size) + 1)
  var piece = [UInt8](repeating: 0, count: 1 << 16)
  // Before its first writer comes, a pipe reads as if it had ended.
  let silent = FileContents.refused(
    "nothing came out of this pipe for \(patience.components.seconds) seconds",
    advice: "write into it, or name a plain file")
  if kind == S_IFIFO, !isReadable(file, within: patience) { return silent }
  while true {
    let count = read(file, &piece, piece.count)
    if count == 0 { return .bytes(bytes) }
    if count < 0 {
      if errno == EINTR { continue }
      if errno == EAGAIN {
        if isReadable(file, within: patience) { continue }
        return silent
      }
      return .refused(
        "this file can't be read (\(String(cString: strerror(errno))))",
        advice: "check the disk that it is on")
    }
    bytes += piece[..<count]
    if bytes.count > limit { return tooLarge }
  }
}

/// Whether something, if only its end, comes out of a pipe or a device in good time.
private func isReadable(_ file: Int32, within patience: Duration) -> Bool {
  var entry = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
  while true {
    let found = poll(&entry, 1, Int32(patience / .milliseconds(1)))
    if found < 0, errno == EINTR { continue }
    return found > 0
  }
}

/// Whether a file lies in a folder or below it once all links are followed.
public func lies(_ path: String, in folder: String) -> Bool {
  guard let file = resolved(path), let folder = resolved(folder.isEmpty ? "." : folder) else { return false }
  return file.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
}

private func resolved(_ path: String) -> String? {
  guard let found = realpath(path, nil) else { return nil }
  defer { free(found) }
  return String(cString: found)
}

private func sizeInWords(_ bytes: Int) -> String {
  bytes >= 1_000_000 ? "\(bytes / 1_000_000) MB" : "\(bytes / 1000) kB"
}

/// The text of a file of bytes: UTF-8 without its mark, and without NUL, which no text has.
///
/// - Returns: the text.
/// - Throws: what stands in the way, with its line and column where it has one.
public func text(of bytes: [UInt8], file: String) throws(DiagnosticError) -> String {
  guard let text = String(validating: bytes, as: UTF8.self) else {
    throw DiagnosticError(
      "this file is not UTF-8", at: placeOfFirstMistake(in: bytes, file: file),
      advice: "save it as UTF-8 (Unicode)")
  }
  if let place = bytes.firstIndex(of: 0) {
    let before = String(decoding: bytes[..<place], as: UTF8.self).unicodeScalars
    throw DiagnosticError(
      "a NUL character stands here", at: placeAfter(before, file: file),
      advice: "remove it; a file full of them is no text")
  }
  return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
}

/// Where the bytes are no UTF-8 any more.
private func placeOfFirstMistake(in bytes: [UInt8], file: String) -> SourceLocation {
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  var before = String.UnicodeScalarView()
  while case .scalarValue(let scalar) = decoder.decode(&iterator) { before.append(scalar) }
  return placeAfter(before, file: file)
}

private func placeAfter(_ before: String.UnicodeScalarView, file: String) -> SourceLocation {
  SourceLocation(
    file: file, line: 1 + before.count { $0 == "\n" },
    column: 1 + before.reversed().prefix { $0 != "\n" }.count)
}
