import Diagnostics
import Foundation
import Synchronization

/// Tells when files in folders are written, renamed, added or removed (inotify(7)).
///
/// Writing counts when the file is closed, so that half a file is seldom seen. A folder that is taken away and put back is
/// found again.
final class FolderWatch: Sendable {
  private let handle: Int32
  private let folders: [String]
  /// Files that lie elsewhere, by their folders.
  private let files: [String: Set<String>]
  /// The watches of which all that happens counts.
  private let wholes = Mutex(Set<Int32>())
  private let isEnded = Mutex(false)

  private static let events =
    UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM) | UInt32(IN_CREATE)
    | UInt32(IN_DELETE) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)
  /// How often folders are looked for that aren't there or are others by now, in milliseconds.
  private static let patience: Int32 = 500
  /// Folders inside folders, as deep as a pack has any; a pack in one's home must not watch all of it.
  private static let (deepest, most) = (8, 256)

  /// - Parameters:
  ///   - folders: with all folders in them.
  ///   - files: that lie elsewhere; what else happens beside them is nobody's business.
  ///   - changed: called on a thread of its own, for each burst of changes.
  /// - Throws: where the system can watch no more.
  init(
    _ folders: [String], files: [String] = [], changed: @escaping @Sendable () -> Void
  ) throws(DiagnosticError) {
    handle = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    guard handle >= 0 else {
      throw DiagnosticError(
        "changes of files can't be watched: \(String(cString: strerror(errno)))",
        advice: "end other programs that watch files, or raise fs.inotify.max_user_instances")
    }
    self.folders = folders
    self.files = Dictionary(grouping: files) { file in
      let folder = (file as NSString).deletingLastPathComponent
      return folder.isEmpty ? "." : folder
    }.mapValues { Set($0.map { ($0 as NSString).lastPathComponent }) }
    refresh()
    let thread = Thread { [self] in watch(changed) }
    thread.start()
  }

  deinit { close(handle) }

  /// Ends the watching.
  func end() { isEnded.withLock { $0 = true } }

  private func watch(_ changed: @Sendable () -> Void) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var known = identities
    while !isEnded.withLock({ $0 }) {
      var waiting = pollfd(fd: handle, events: Int16(POLLIN), revents: 0)
      poll(&waiting, 1, Self.patience)
      var hasChanged = false
      while case let count = read(handle, &buffer, buffer.count), count > 0 {
        hasChanged = tellsOfChange(buffer[..<count]) || hasChanged
      }
      let identities = identities
      if hasChanged || identities != known {
        refresh()
        changed()
      }
      known = identities
    }
  }

  /// Whether events are of what is watched.
  private func tellsOfChange(_ events: ArraySlice<UInt8>) -> Bool {
    var rest = events
    let (wholes, names) = (wholes.withLock(\.self), files.values.reduce(into: Set()) { $0.formUnion($1) })
    while rest.count >= MemoryLayout<inotify_event>.size {
      let event = rest.withUnsafeBytes { $0.loadUnaligned(as: inotify_event.self) }
      rest = rest.dropFirst(MemoryLayout<inotify_event>.size)
      let name = String(decoding: rest.prefix(Int(event.len)).prefix { $0 != 0 }, as: UTF8.self)
      rest = rest.dropFirst(Int(event.len))
      if wholes.contains(event.wd) || event.wd < 0 || names.contains(name) { return true }
    }
    return false
  }

  /// Which folders have the names now: another may have come in a folder's place without a word, with one above it.
  private var identities: [[UInt]] {
    (folders + files.keys.sorted()).map { folder in
      var state = stat()
      return stat(folder, &state) == 0 ? [UInt(state.st_dev), UInt(state.st_ino)] : []
    }
  }

  /// Watches what is there now; what is watched already stays so.
  private func refresh() {
    var found: Set<Int32> = []
    func watch(_ folder: String) -> Int32 {
      inotify_add_watch(handle, folder, Self.events | UInt32(IN_ONLYDIR))
    }
    // Level by level: where there are too many, those that lie deepest are left out.
    var level = folders
    for _ in 0...Self.deepest {
      var next: [String] = []
      for folder in level where found.count < Self.most {
        guard case let number = watch(folder), number >= 0 else { continue }
        found.insert(number)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        next += names.filter { !$0.hasPrefix(".") }.sorted().map { "\(folder)/\($0)" }
      }
      level = next
    }
    for folder in files.keys { _ = watch(folder) }
    wholes.withLock { $0.formUnion(found) }
  }
}
