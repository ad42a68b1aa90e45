import CQpdf
import Diagnostics
import Platform

/// The one page of a PDF that is put into another as a form (ISO 32000-1, 8.10). qpdf reads it; it owns qpdf's handle.
final class ImportedPage {
  private let qpdf: QpdfLibrary
  private var data: qpdf_data?
  /// qpdf reads from it as long as it lives.
  private let source: UnsafeMutableBufferPointer<UInt8>
  /// By the numbers that objects have there.
  private var known: [Int32: PDFObject] = [:]

  /// - Throws: what qpdf can't read.
  init(_ bytes: [UInt8]) throws(DiagnosticError) {
    qpdf = try QpdfLibrary.opened.get()
    source = .allocate(capacity: bytes.count)
    _ = source.initialize(from: bytes)
    data = qpdf.create()
    qpdf.silenceErrors(data)
    qpdf.setSuppressWarnings(data, 1)
    let status = source.withMemoryRebound(to: CChar.self) { characters in
      qpdf.readMemory(data, "a drawing", characters.baseAddress, UInt64(characters.count), nil)
    }
    if status & Int32(QPDF_ERRORS) != 0 { throw Self.failure }
  }

  deinit {
    if qpdf.hasError(data) != 0 { _ = qpdf.getError(data) }
    qpdf.cleanup(&data)
    source.deallocate()
  }

  private static let failure = DiagnosticError(
    "a drawing can't be put into the PDF", advice: "save it as PNG instead")

  /// Copies the page into a file.
  ///
  /// - Parameters:
  ///   - width: of the page, points.
  ///   - height: of the page, points.
  ///   - file: takes the form and all that it is made of.
  /// - Returns: the form, which is painted into the unit square as pictures are.
  /// - Throws: a page that qpdf can't read.
  func form(width: Double, height: Double, in file: PDFFile) throws(DiagnosticError) -> PDFObject {
    let page = qpdf.getPage(data, 0)
    var (buffer, count): (UnsafeMutablePointer<UInt8>?, Int) = (nil, 0)
    guard qpdf.getContent(data, page, &buffer, &count) & Int32(QPDF_ERRORS) == 0 else { throw Self.failure }
    defer { free(buffer) }
    var entries: [(key: String, value: PDFValue)] = [
      ("/Type", .name("/XObject")), ("/Subtype", .name("/Form")),
      ("/BBox", .rectangle(0, 0, width, height)),
      (
        "/Matrix",
        .array([
          .fraction(1 / width), .integer(0), .integer(0), .fraction(1 / height), .integer(0), .integer(0),
        ])
      ),
    ]
    for key in ["/Resources", "/Group"] where qpdf.hasKey(data, page, key) != 0 {
      entries.append((key, try value(qpdf.getKey(data, page, key), for: file)))
    }
    return try file.addDeflated(Array(UnsafeBufferPointer(start: buffer, count: count)), entries)
  }

  private func value(_ object: qpdf_oh, for file: PDFFile) throws(DiagnosticError) -> PDFValue {
    let number = qpdf.getNumber(data, object)
    guard number != 0 else { return try direct(object, for: file) }
    if let copied = known[number] { return .object(copied) }
    // Before what is in it, which may lead back to it.
    let copy = file.addDictionary()
    known[number] = copy
    if qpdf.isStream(data, object) != 0 {
      let entries = try dictionary(qpdf.getDictionary(data, object), for: file).filter { $0.key != "/Length" }
      var (isFiltered, buffer, count): (QPDF_BOOL, UnsafeMutablePointer<UInt8>?, Int) = (0, nil, 0)
      let status = qpdf.getStreamData(data, object, qpdf_dl_none, &isFiltered, &buffer, &count)
      defer { free(buffer) }
      if status & Int32(QPDF_ERRORS) != 0 { throw Self.failure }
      file.replace(copy, byStream: Array(UnsafeBufferPointer(start: buffer, count: count)), entries)
    } else {
      file.replace(copy, by: try direct(object, for: file))
    }
    return .object(copy)
  }

  private func direct(_ object: qpdf_oh, for file: PDFFile) throws(DiagnosticError) -> PDFValue {
    if qpdf.isDictionary(data, object) != 0 { return .dictionary(try dictionary(object, for: file)) }
    if qpdf.isArray(data, object) != 0 {
      var items: [PDFValue] = []
      for index in 0..<max(0, qpdf.getArrayCount(data, object)) {
        items.append(try value(qpdf.getArrayItem(data, object, index), for: file))
      }
      return .array(items)
    }
    guard let token = qpdf.unparse(data, object) else { throw Self.failure }
    return .verbatim(Array(String(cString: token).utf8)[...])
  }

  private func dictionary(
    _ object: qpdf_oh, for file: PDFFile
  ) throws(DiagnosticError) -> [(key: String, value: PDFValue)] {
    var keys: [String] = []
    qpdf.beginKeys(data, object)
    while qpdf.hasMoreKeys(data) != 0 {
      if let key = qpdf.nextKey(data) { keys.append(String(cString: key)) }
    }
    var entries: [(key: String, value: PDFValue)] = []
    for key in keys.sorted() {
      entries.append((key, try value(qpdf.getKey(data, object, key), for: file)))
    }
    return entries
  }
}
