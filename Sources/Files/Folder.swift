import CRename
import Diagnostics
import Foundation

/// An open folder. What is done in it is done by its handle and by plain names, so it is done there whatever its path
/// leads to meanwhile, and no link in it is ever followed.
final class Folder {
  /// As the user would write it.
  let path: String
  private let handle: Int32

  private init(handle: Int32, path: String) {
    self.handle = handle
    self.path = path
  }

  deinit { close(handle) }

  /// A folder as the user names it, where links lead to folders; `nil` where there is none to be read (see `errno`).
  convenience init?(at path: String) {
    let handle = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if handle < 0 { return nil }
    self.init(handle: handle, path: path)
  }

  /// A folder in this one; `nil` for anything else, a link to a folder too.
  func folder(_ name: String) -> Folder? {
    let inner = openat(handle, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    return inner < 0 ? nil : Folder(handle: inner, path: "\(path)/\(name)")
  }

  /// Makes a folder that was not there; `nil` where it can't be or anything has this name (see `errno`).
  func makeFolder(_ name: String, mode: mode_t = 0o700) -> Folder? {
    mkdirat(handle, name, mode) == 0 ? folder(name) : nil
  }

  // MARK: What stands in it

  /// What is known of an entry, not of what it links to.
  struct Entry {
    fileprivate let status: stat

    var isFolder: Bool { status.st_mode & S_IFMT == S_IFDIR }
    var isPlainFile: Bool { status.st_mode & S_IFMT == S_IFREG }
    var mode: mode_t { status.st_mode & 0o7777 }

    /// Whether two names are of one file.
    func isSame(as other: Entry) -> Bool {
      status.st_ino == other.status.st_ino && status.st_dev == other.status.st_dev
    }

    /// Whether it belongs to the same people on the same disk.
    func isBeside(_ other: Entry) -> Bool {
      status.st_dev == other.status.st_dev && status.st_uid == other.status.st_uid
        && status.st_gid == other.status.st_gid
    }

    func isNewer(than other: Entry) -> Bool {
      let (time, otherTime) = (status.st_mtim, other.status.st_mtim)
      return (time.tv_sec, time.tv_nsec) > (otherTime.tv_sec, otherTime.tv_nsec)
    }
  }

  /// `nil` where nothing has this name.
  func entry(_ name: String) -> Entry? {
    var status = stat()
    return fstatat(handle, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? Entry(status: status) : nil
  }

  /// Of the folder itself.
  var own: Entry? {
    var status = stat()
    return fstat(handle, &status) == 0 ? Entry(status: status) : nil
  }

  /// Sorted; `nil` where they can't be read or one is no text, so that it could not be named again.
  var names: [String]? {
    let inner = openat(handle, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard inner >= 0, let list = fdopendir(inner) else { return nil }
    defer { closedir(list) }
    var names: [String] = []
    while let entry = readdir(list) {
      let length = MemoryLayout.size(ofValue: entry.pointee.d_name)
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: length) { String(validatingCString: $0) }
      }
      guard let name else { return nil }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  // MARK: Changes; each says whether it was done (else see `errno`)

  /// Writes a file that was not there; like another it has its permissions, and is on the disk when this returns.
  func write(_ bytes: [UInt8], to name: String, like other: Entry? = nil) -> Bool {
    let file = openat(handle, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    if file < 0 { return false }
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 {
        let code = errno
        close(file)
        errno = code
        return false
      }
      start += count
    }
    let isLike = other.map { fchmod(file, $0.mode) == 0 && fsync(file) == 0 } ?? true
    let code = errno
    guard close(file) == 0 else { return false }
    if !isLike { errno = code }
    return isLike
  }

  func remove(_ name: String) -> Bool { unlinkat(handle, name, 0) == 0 }

  /// Only where it is empty.
  func removeFolder(_ name: String) -> Bool { unlinkat(handle, name, AT_REMOVEDIR) == 0 }

  func setMode(_ mode: mode_t) -> Bool { fchmod(handle, mode) == 0 }

  enum Replacing { case anything, nothing }

  /// Moves an entry; a link is moved, and replaced, as what it is.
  func move(_ name: String, to folder: Folder, as newName: String, replacing: Replacing = .anything) -> Bool {
    switch replacing {
    case .anything: renameat(handle, name, folder.handle, newName) == 0
    case .nothing: renameat2(handle, name, folder.handle, newName, Self.noReplace) == 0
    }
  }

  /// Gives a file one more name, in another folder; a link gets one as a link.
  func link(_ name: String, in folder: Folder) -> Bool { linkat(handle, name, folder.handle, name, 0) == 0 }

  /// Exchanges what two names in this folder stand for, in one step.
  func exchange(_ name: String, _ other: String) -> Bool {
    renameat2(handle, name, handle, other, Self.exchange) == 0
  }

  /// Flags of renameat2(2).
  private static let noReplace: UInt32 = 1
  private static let exchange: UInt32 = 2

  // MARK: Taking turns

  /// Waits for whoever has locked the folder. The system lets go of it when a process ends, however it ends.
  /// - Returns: `false` where the file system knows no locks.
  func lock() -> Bool {
    while flock(handle, LOCK_EX) != 0 { if errno != EINTR { return false } }
    return true
  }

  /// - Returns: `false` where somebody else has locked it, or where the file system knows no locks.
  func lockIfFree() -> Bool { flock(handle, LOCK_EX | LOCK_NB) == 0 }
}

/// Names that nobody can have guessed, of folders that files are put into on their way.
enum WorkingName {
  private static let start = ".bayan-"
  private static let digits = 32
  private static let end = "-complete"

  private static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<digits).map { _ in String(UInt8.random(in: 0..<16, using: &generator), radix: 16) }.joined()
  }

  /// Of a folder that documents are written into, inside of the one that they are for.
  static func unfinished() -> String { start + random() }
  static func complete(_ unfinished: String) -> String { unfinished + end }
  /// Of a folder or a file that takes the place of the one that it stands beside.
  static func beside(_ name: String) -> String { ".\(name)\(start)\(random())" }

  static func isUnfinished(_ name: String) -> Bool { hasDigits(name.dropPrefix(start)) }
  static func isComplete(_ name: String) -> Bool { hasDigits(name.dropPrefix(start)?.dropSuffix(end)) }
  static func isBeside(_ folder: String, _ name: String) -> Bool {
    hasDigits(name.dropPrefix(".\(folder)\(start)"))
  }

  private static func hasDigits(_ rest: (some StringProtocol)?) -> Bool {
    guard let bytes = rest?.utf8 else { return false }
    return bytes.count == digits
      && bytes.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}

extension StringProtocol {
  fileprivate func dropPrefix(_ prefix: String) -> SubSequence? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }

  fileprivate func dropSuffix(_ suffix: String) -> SubSequence? {
    hasSuffix(suffix) ? dropLast(suffix.count) : nil
  }
}
