import CQpdf
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What can be written into a PDF (ISO 32000-1, 7.3). Names and keys begin with "/".
enum PDFValue {
  case name(String)
  case integer(Int)
  /// Kept to three decimals.
  case real(Double)
  /// Kept to ten decimals.
  case fraction(Double)
  case text(String)
  case boolean(Bool)
  case null
  case array([PDFValue])
  case dictionary([(key: String, value: PDFValue)])
  case object(PDFObject)

  static func rectangle(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> PDFValue {
    .array([.real(x1), .real(y1), .real(x2), .real(y2)])
  }
}

/// An object of a `PDFFile` that others can refer to.
struct PDFObject {
  fileprivate let handle: qpdf_oh
}

/// A PDF in memory that is being changed, by qpdf.
///
/// qpdf notes the first mistake and goes on; `write` throws it.
final class PDFFile {
  private var data: qpdf_data?
  /// qpdf reads from it as long as it lives.
  private let source: UnsafeMutableBufferPointer<UInt8>

  init(_ bytes: [UInt8]) throws(DiagnosticError) {
    source = .allocate(capacity: bytes.count)
    _ = source.initialize(from: bytes)
    data = qpdf_init()
    qpdf_silence_errors(data)
    qpdf_set_suppress_warnings(data, 1)
    _ = source.withMemoryRebound(to: CChar.self) { characters in
      qpdf_read_memory(data, "painted pages", characters.baseAddress, UInt64(characters.count), nil)
    }
    try check()
  }

  deinit {
    qpdf_cleanup(&data)
    source.deallocate()
  }

  private func check() throws(DiagnosticError) {
    let fault = qpdf_has_error(data) != 0 ? qpdf_get_error(data) : qpdf_next_warning(data)
    guard let fault else { return }
    throw DiagnosticError(
      "the PDF cannot be finished: \(String(cString: qpdf_get_error_full_text(data, fault)))",
      advice: "this is a fault of Bayan: please report it with the pack")
  }

  // MARK: Reading

  var catalog: PDFObject { PDFObject(handle: qpdf_get_root(data)) }
  var trailer: PDFObject { PDFObject(handle: qpdf_get_trailer(data)) }

  func pages() throws(DiagnosticError) -> [PDFObject] {
    let count = qpdf_get_num_pages(data)
    try check()
    return (0..<max(count, 0)).map { PDFObject(handle: qpdf_get_page_n(data, Int($0))) }
  }

  /// A page's content streams as one, decoded.
  func content(of page: PDFObject) throws(DiagnosticError) -> [UInt8] {
    var (buffer, count): (UnsafeMutablePointer<UInt8>?, Int) = (nil, 0)
    _ = qpdf_oh_get_page_content_data(data, page.handle, &buffer, &count)
    defer { free(buffer) }
    try check()
    return Array(UnsafeBufferPointer(start: buffer, count: count))
  }

  /// What is found from an object by following these keys of dictionaries.
  func value(_ keys: [String], of object: PDFObject) -> PDFObject {
    keys.reduce(object) { PDFObject(handle: qpdf_oh_get_key(data, $0.handle, $1)) }
  }

  func isNull(_ object: PDFObject) -> Bool { qpdf_oh_is_null(data, object.handle) != 0 }

  /// A dictionary's keys and values; none where it is no dictionary.
  func entries(of object: PDFObject) -> [(key: String, value: PDFObject)] {
    guard qpdf_oh_is_dictionary(data, object.handle) != 0 else { return [] }
    var keys: [String] = []
    qpdf_oh_begin_dict_key_iter(data, object.handle)
    while qpdf_oh_dict_more_keys(data) != 0 { keys.append(String(cString: qpdf_oh_dict_next_key(data))) }
    return keys.map { ($0, value([$0], of: object)) }
  }

  /// A whole number of a stream's dictionary; 0 where there is none.
  func integer(_ key: String, of stream: PDFObject) -> Int {
    guard qpdf_oh_is_stream(data, stream.handle) != 0 else { return 0 }
    let dictionary = qpdf_oh_get_dict(data, stream.handle)
    defer { qpdf_oh_release(data, dictionary) }
    var number: Int64 = 0
    return qpdf_oh_get_value_as_longlong(data, qpdf_oh_get_key(data, dictionary, key), &number) != 0
      ? Int(number) : 0
  }

  /// All dictionaries of a type and subtype that are objects of their own.
  func dictionaries(ofType type: String, subtype: String) -> [PDFObject] {
    let size = qpdf_oh_get_key(data, qpdf_get_trailer(data), "/Size")
    let end = max(1, qpdf_oh_get_int_value_as_int(data, size))
    return (1..<end).compactMap { number in
      let object = qpdf_get_object_by_id(data, number, 0)
      if qpdf_oh_is_dictionary_of_type(data, object, type, subtype) != 0 { return PDFObject(handle: object) }
      qpdf_oh_release(data, object)
      return nil
    }
  }

  // MARK: Changing

  /// A new, empty dictionary that can be referred to before it is filled.
  func addDictionary() -> PDFObject {
    let direct = qpdf_oh_new_dictionary(data)
    defer { qpdf_oh_release(data, direct) }
    return PDFObject(handle: qpdf_make_indirect_object(data, direct))
  }

  func add(_ value: PDFValue) -> PDFObject {
    let direct = make(value)
    defer { qpdf_oh_release(data, direct) }
    return PDFObject(handle: qpdf_make_indirect_object(data, direct))
  }

  /// - Parameters:
  ///   - bytes: the stream's data, encoded with the filter if there is one.
  ///   - filter: a filter without parameters ("/FlateDecode").
  ///   - entries: what its dictionary says besides.
  /// - Returns: the stream, an object of its own.
  func addStream(
    _ bytes: [UInt8], filter: String? = nil, _ entries: [(key: String, value: PDFValue)] = []
  ) -> PDFObject {
    let stream = PDFObject(handle: qpdf_oh_new_stream(data))
    let dictionary = PDFObject(handle: qpdf_oh_get_dict(data, stream.handle))
    set(entries, in: dictionary)
    qpdf_oh_release(data, dictionary.handle)
    withHandle(.null) { none in
      withHandle(filter.map { .name($0) } ?? .null) { filter in
        bytes.withUnsafeBufferPointer { buffer in
          qpdf_oh_replace_stream_data(data, stream.handle, buffer.baseAddress, buffer.count, filter, none)
        }
      }
    }
    return stream
  }

  func set(_ key: String, in object: PDFObject, to value: PDFValue) {
    withHandle(value) { qpdf_oh_replace_key(data, object.handle, key, $0) }
  }

  func set(_ entries: [(key: String, value: PDFValue)], in object: PDFObject) {
    for entry in entries { set(entry.key, in: object, to: entry.value) }
  }

  private func withHandle(_ value: PDFValue, _ use: (qpdf_oh) -> Void) {
    if case .object(let object) = value { return use(object.handle) }
    let handle = make(value)
    use(handle)
    qpdf_oh_release(data, handle)
  }

  private func make(_ value: PDFValue) -> qpdf_oh {
    switch value {
    case .name(let name): return qpdf_oh_new_name(data, name)
    case .integer(let integer): return qpdf_oh_new_integer(data, Int64(integer))
    case .real(let number): return qpdf_oh_new_real_from_double(data, number, 3)
    case .fraction(let number): return qpdf_oh_new_real_from_double(data, number, 10)
    case .text(let text): return qpdf_oh_new_unicode_string(data, text)
    case .boolean(let value): return qpdf_oh_new_bool(data, value ? 1 : 0)
    case .null: return qpdf_oh_new_null(data)
    case .array(let items):
      let array = qpdf_oh_new_array(data)
      for item in items { withHandle(item) { qpdf_oh_append_item(data, array, $0) } }
      return array
    case .dictionary(let entries):
      let dictionary = qpdf_oh_new_dictionary(data)
      for entry in entries {
        withHandle(entry.value) { qpdf_oh_replace_key(data, dictionary, entry.key, $0) }
      }
      return dictionary
    case .object(let object): return qpdf_oh_new_object(data, object.handle)
    }
  }

  // MARK: Writing

  /// The whole file, the same bytes for the same content; objects that nothing refers to are left out.
  func write() throws(DiagnosticError) -> [UInt8] {
    try check()
    qpdf_init_write_memory(data)
    qpdf_set_object_stream_mode(data, qpdf_o_generate)
    qpdf_set_minimum_pdf_version(data, "1.7")
    qpdf_set_deterministic_ID(data, 1)
    // PDF/A and many readers want a line end there, which Cairo leaves out.
    qpdf_set_newline_before_endstream(data, 1)
    qpdf_write(data)
    try check()
    return Array(UnsafeBufferPointer(start: qpdf_get_buffer(data), count: qpdf_get_buffer_length(data)))
  }
}
