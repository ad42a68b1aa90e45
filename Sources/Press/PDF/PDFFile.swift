import Diagnostics

/// The objects of a PDF that is made.
///
/// Not by qpdf, which takes ten times as long for it: its interface copies and counts each value.
final class PDFFile {
  struct Object {
    var value: PDFValue = .null
    /// Of a stream.
    var data: ArraySlice<UInt8>?
  }

  /// By their numbers; the first is none (7.5.4).
  private(set) var objects = [Object(), Object(value: .dictionary([("/Type", .name("/Catalog"))]))]
  let catalog = PDFObject(number: 1)
  private var deflater: Deflater?
  /// The information dictionary.
  var information: PDFObject?

  // MARK: Reading

  func value(of object: PDFObject) -> PDFValue {
    objects.indices.contains(object.number) ? objects[object.number].value : .null
  }

  /// A stream's, as they stand in the file; `nil` for what is no stream.
  func data(of object: PDFObject) -> ArraySlice<UInt8>? {
    objects.indices.contains(object.number) ? objects[object.number].data : nil
  }

  // MARK: Changing

  /// A new, empty dictionary that can be referred to before it is filled.
  func addDictionary() -> PDFObject { add(.dictionary([])) }

  func add(_ value: PDFValue) -> PDFObject {
    objects.append(Object(value: value))
    return PDFObject(number: objects.count - 1)
  }

  /// - Parameters:
  ///   - bytes: the stream's data, encoded with the filter if there is one.
  ///   - filter: a filter without parameters ("/FlateDecode").
  ///   - entries: what its dictionary says besides.
  /// - Returns: the stream, an object of its own.
  func addStream(
    _ bytes: [UInt8], filter: String? = nil, _ entries: [(key: String, value: PDFValue)] = []
  ) -> PDFObject {
    let stream = add(.dictionary(entries + (filter.map { [("/Filter", .name($0))] } ?? [])))
    objects[stream.number].data = bytes[...]
    return stream
  }

  /// - Parameters:
  ///   - bytes: the stream's data, which are made short.
  ///   - entries: what its dictionary says besides.
  /// - Returns: the stream, an object of its own.
  /// - Throws: where there is no memory.
  func addDeflated(
    _ bytes: [UInt8], _ entries: [(key: String, value: PDFValue)] = []
  ) throws(DiagnosticError) -> PDFObject {
    addStream(try shortened(bytes), filter: "/FlateDecode", entries)
  }

  /// - Throws: where there is no memory.
  func shortened(_ bytes: [UInt8]) throws(DiagnosticError) -> [UInt8] {
    let own: Deflater
    if let deflater { own = deflater } else { own = try Deflater() }
    deflater = own
    return try own.deflate(bytes)
  }

  /// Puts something else where an object is that others refer to already.
  func replace(_ object: PDFObject, by value: PDFValue) { objects[object.number] = Object(value: value) }

  /// The same by a stream, encoded as its entries say.
  func replace(_ object: PDFObject, byStream bytes: [UInt8], _ entries: [(key: String, value: PDFValue)]) {
    objects[object.number] = Object(value: .dictionary(entries), data: bytes[...])
  }

  func set(_ key: String, in object: PDFObject, to value: PDFValue) {
    guard objects.indices.contains(object.number) else { return }
    objects[object.number].value[key] = value
  }

  func set(_ entries: [(key: String, value: PDFValue)], in object: PDFObject) {
    for entry in entries { set(entry.key, in: object, to: entry.value) }
  }
}
