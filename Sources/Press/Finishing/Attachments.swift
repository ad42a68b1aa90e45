import CQpdf
import Diagnostics
import Platform

/// Reads a file out of a PDF, whoever saved the PDF last.
///
/// - Parameters:
///   - name: the attached file's name.
///   - pdf: the bytes of a PDF.
/// - Returns: its bytes; `nil` where the PDF has no such file.
/// - Throws: what is no PDF, is damaged beyond reading, or asks for a password.
public func attachment(named name: String, in pdf: [UInt8]) throws(DiagnosticError) -> [UInt8]? {
  return try AttachmentReader(pdf).bytes(named: name)
}

/// A PDF that is only looked into; qpdf reads the objects that are asked for and no others.
private final class AttachmentReader {
  private let qpdf: QpdfLibrary
  private var data: qpdf_data?
  /// qpdf reads from it as long as it lives.
  private let source: UnsafeMutableBufferPointer<UInt8>

  /// Deeper, a name tree is a circle.
  private static let deepest = 16

  init(_ bytes: [UInt8]) throws(DiagnosticError) {
    qpdf = try QpdfLibrary.opened.get()
    source = .allocate(capacity: bytes.count)
    _ = source.initialize(from: bytes)
    data = qpdf.create()
    qpdf.silenceErrors(data)
    qpdf.setSuppressWarnings(data, 1)
    let status = source.withMemoryRebound(to: CChar.self) { characters in
      qpdf.readMemory(data, "an edition", characters.baseAddress, UInt64(characters.count), nil)
    }
    // A file that qpdf could mend is read all the same.
    if status & Int32(QPDF_ERRORS) != 0 {
      let isLocked =
        qpdf.hasError(data) != 0 && qpdf.getErrorCode(data, qpdf.getError(data)) == qpdf_e_password
      throw DiagnosticError(isLocked ? "this PDF asks for a password" : "this is no PDF, or a damaged one")
    }
  }

  deinit {
    // What went wrong has been told or does not matter; qpdf would print it.
    if qpdf.hasError(data) != 0 { _ = qpdf.getError(data) }
    qpdf.cleanup(&data)
    source.deallocate()
  }

  func bytes(named name: String) throws(DiagnosticError) -> [UInt8]? {
    guard let names = value("/Names", in: qpdf.getRoot(data)), let tree = value("/EmbeddedFiles", in: names),
      let specification = find(name, in: tree, depth: 0), let files = value("/EF", in: specification),
      let stream = value("/UF", in: files) ?? value("/F", in: files), qpdf.isStream(data, stream) != 0
    else { return nil }
    var (isFiltered, buffer, count): (QPDF_BOOL, UnsafeMutablePointer<UInt8>?, Int) = (0, nil, 0)
    let status = qpdf.getStreamData(data, stream, qpdf_dl_all, &isFiltered, &buffer, &count)
    defer { free(buffer) }
    guard status & Int32(QPDF_ERRORS) == 0, isFiltered != 0 else {
      throw DiagnosticError("the file \(name) in this PDF is damaged")
    }
    return Array(UnsafeBufferPointer(start: buffer, count: count))
  }

  /// The file specification of a name in a name tree (ISO 32000-1, 7.9.6).
  private func find(_ name: String, in node: qpdf_oh, depth: Int) -> qpdf_oh? {
    if depth > Self.deepest { return nil }
    if let names = value("/Names", in: node), qpdf.isArray(data, names) != 0 {
      let count = qpdf.getArrayCount(data, names)
      for index in stride(from: 0, to: count - 1, by: 2) {
        let key = qpdf.getArrayItem(data, names, index)
        let specification = qpdf.getArrayItem(data, names, index + 1)
        if text(key) == name || value("/UF", in: specification).flatMap(text) == name { return specification }
      }
    }
    guard let kids = value("/Kids", in: node), qpdf.isArray(data, kids) != 0 else { return nil }
    for index in 0..<max(0, qpdf.getArrayCount(data, kids)) {
      if let found = find(name, in: qpdf.getArrayItem(data, kids, index), depth: depth + 1) {
        return found
      }
    }
    return nil
  }

  private func value(_ key: String, in object: qpdf_oh) -> qpdf_oh? {
    guard qpdf.isDictionary(data, object) != 0, qpdf.hasKey(data, object, key) != 0 else {
      return nil
    }
    return qpdf.getKey(data, object, key)
  }

  private func text(_ object: qpdf_oh) -> String? {
    guard qpdf.isString(data, object) != 0 else { return nil }
    return qpdf.getText(data, object).map { String(cString: $0) }
  }
}
