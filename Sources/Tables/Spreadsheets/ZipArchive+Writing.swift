import CZip
import Diagnostics

extension ZipArchive {
  /// Parts as an archive in memory; the same parts give the same bytes.
  package static func packed(_ parts: [(name: String, text: String)]) throws(DiagnosticError) -> [UInt8] {
    try packed(parts.map { ($0.name, Array($0.text.utf8)) })
  }

  /// As above, of bytes.
  static func packed(_ parts: [(name: String, bytes: [UInt8])]) throws(DiagnosticError) -> [UInt8] {
    let failure = DiagnosticError("the spreadsheet can't be made", advice: "export a .csv file instead")
    let zip = try ZipLibrary.opened.get()
    guard let source = zip.sourceBufferCreate(nil, 0, 0, nil) else { throw failure }
    defer { zip.sourceFree(source) }
    guard let archive = zip.openFromSource(source, ZIP_TRUNCATE, nil) else { throw failure }
    // The archive takes the source with it when it closes, and it is read afterwards.
    zip.sourceKeep(source)
    var isWhole = true
    for part in parts {
      let bytes = part.bytes
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
      copy.copyBytes(from: bytes)
      guard let content = zip.sourceBuffer(archive, copy.baseAddress, UInt64(bytes.count), 1) else {
        copy.deallocate()
        isWhole = false
        break
      }
      let index = zip.addFile(archive, part.name, content, UInt32(ZIP_FL_ENC_UTF_8))
      if index < 0 {
        zip.sourceFree(content)
        isWhole = false
        break
      }
      // Zip counts from 1980; no clock may reach the file.
      _ = zip.setTime(archive, UInt64(index), 0, 33, 0)
    }
    guard isWhole, zip.close(archive) == 0 else {
      zip.discard(archive)
      throw failure
    }
    guard let bytes = bytes(of: source, zip) else { throw failure }
    return bytes
  }

  private static func bytes(of source: OpaquePointer, _ zip: ZipLibrary) -> [UInt8]? {
    var status = zip_stat_t()
    guard zip.sourceStat(source, &status) == 0, zip.sourceOpen(source) == 0 else { return nil }
    defer { _ = zip.sourceClose(source) }
    var bytes = [UInt8](repeating: 0, count: Int(status.size))
    return zip.sourceRead(source, &bytes, status.size) == Int64(status.size) ? bytes : nil
  }
}
