import Foundation
import Synchronization

/// A folder that a test may write into and spoil.
package protocol TestFolder {
  var url: URL { get }
}

extension TestFolder {
  package var path: String { url.path }

  package func file(_ name: String) -> URL { url.appendingPathComponent(name) }

  package func read(_ name: String) throws -> String { try String(contentsOf: file(name), encoding: .utf8) }

  /// Writes a file, and makes the folders that it stands in.
  package func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  package func write(_ data: Data, to name: String) throws {
    try FileManager.default.createDirectory(
      at: file(name).deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file(name))
  }

  /// Replaces the first occurrence; fails where there is none, so that a test can't pass for want of a change.
  package func replace(_ old: String, with new: String, in name: String) throws {
    let text = try read(name)
    guard let range = text.range(of: old) else { throw CocoaError(.fileReadCorruptFile) }
    try write(text.replacingCharacters(in: range, with: new), to: name)
  }

  package func remove(_ name: String) throws { try FileManager.default.removeItem(at: file(name)) }
}

/// A folder of its own for a test; all of them go when the tests end.
package struct TemporaryFolder: TestFolder {
  package let url: URL

  package init() throws {
    let number = Self.count.add(1, ordering: .relaxed).newValue
    // Short, since a socket's path may have no more than 107 bytes.
    url = Self.all.appendingPathComponent("\(number)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  private static let count = Atomic(0)

  private static let all: URL = {
    let all = FileManager.default.temporaryDirectory.appendingPathComponent("bayan-tests-\(getpid())")
    try? FileManager.default.removeItem(at: all)
    atexit { try? FileManager.default.removeItem(at: TemporaryFolder.all) }
    return all
  }()
}
