import CZip
import Diagnostics

/// A zip archive in memory, by libzip. It owns the archive and closes it.
package final class ZipArchive {
  /// What the archive is, as messages name it, and how to get rid of what is too large or damaged in it.
  package struct Holder: Sendable {
    let name: String
    let ifTooLarge: String
    let ifDamaged: String

    package static let spreadsheet = Holder(
      name: "spreadsheet", ifTooLarge: "leave only the table of figures in it",
      ifDamaged: "save it anew as .xlsx, without a password, or as .csv")
    package static let document = Holder(
      name: "document", ifTooLarge: "leave only the interview in it, or save its text as plain text",
      ifDamaged: "open it in Word or LibreOffice and save it again, without a password")
  }

  private let zip: ZipLibrary
  private let handle: OpaquePointer
  private let file: String
  private let holder: Holder
  /// How many more bytes may be unpacked, so that a small file can't fill the memory.
  private var budget = 32 << 20
  /// What has been unpacked, by its index.
  private var unpacked: [Int64: [UInt8]] = [:]

  /// - Throws: what is wrong with the archive.
  package init(_ bytes: [UInt8], file: String, holder: Holder = .spreadsheet) throws(DiagnosticError) {
    self.file = file
    self.holder = holder
    let zip = try ZipLibrary.opened.get()
    self.zip = zip
    var error = zip_error_t()
    zip.initError(&error)
    defer { zip.finishError(&error) }
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
    copy.copyBytes(from: bytes)
    // The buffer is libzip's as soon as there is a source, which belongs to the archive as soon as that is open.
    guard let source = zip.sourceBufferCreate(copy.baseAddress, UInt64(bytes.count), 1, &error) else {
      copy.deallocate()
      throw Self.damaged(file, holder, zip, &error)
    }
    guard let handle = zip.openFromSource(source, ZIP_RDONLY, &error) else {
      zip.sourceFree(source)
      throw Self.damaged(file, holder, zip, &error)
    }
    self.handle = handle
  }

  deinit { zip.discard(handle) }

  /// The unpacked bytes of a file in the archive; `nil` where there is none of that name.
  package func contents(of name: String) throws(DiagnosticError) -> [UInt8]? {
    guard let index = index(of: name) else { return nil }
    if let bytes = unpacked[index] { return bytes }
    var status = zip_stat_t()
    guard zip.statIndex(handle, UInt64(index), 0, &status) == 0 else { throw damaged(name) }
    guard status.size <= UInt64(budget) else { throw tooLarge(name) }
    guard let entry = zip.fopenIndex(handle, UInt64(index), 0) else { throw damaged(name) }
    defer { _ = zip.fclose(entry) }
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = zip.fread(entry, &chunk, UInt64(chunk.count))
      guard count >= 0 else { throw damaged(name) }
      if count == 0 { break }
      budget -= Int(count)
      // What the directory says of the size may be a lie.
      guard budget >= 0 else { throw tooLarge(name) }
      result += chunk[..<Int(count)]
    }
    unpacked[index] = result
    return result
  }

  func holds(_ name: String) -> Bool { index(of: name) != nil }

  /// Names are compared without regard to case, and with the backslashes that some programs write.
  private func index(of name: String) -> Int64? {
    let names = [name, name.replacing("/", with: "\\")]
    return names.lazy.map { [zip, handle] in zip.nameLocate(handle, $0, UInt32(ZIP_FL_NOCASE)) }.first {
      $0 >= 0
    }
  }

  private func damaged(_ name: String) -> DiagnosticError {
    Self.damaged(file, holder, part: name, zip, zip.getError(handle))
  }

  private func tooLarge(_ name: String) -> DiagnosticError {
    DiagnosticError(
      "this \(holder.name) is too large: '\(name)' unpacks to more than 32 MB",
      at: SourceLocation(file: file), advice: holder.ifTooLarge)
  }

  private static func damaged(
    _ file: String, _ holder: Holder, part: String? = nil, _ zip: ZipLibrary,
    _ error: UnsafeMutablePointer<zip_error_t>?
  ) -> DiagnosticError {
    let reason = zip.errorText(error).map { String(cString: $0) } ?? "unknown error"
    return DiagnosticError(
      "this is no \(holder.name) that can be read (\(part.map { "\($0): " } ?? "")\(reason))",
      at: SourceLocation(file: file), advice: holder.ifDamaged)
  }
}
