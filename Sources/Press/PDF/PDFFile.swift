import Diagnostics

/// A PDF in memory that is being changed.
///
/// Not by qpdf, which takes ten times as long for it: its interface copies and counts each value, and it knows all PDFs
/// where we need to know Cairo's.
final class PDFFile {
  /// By their numbers; the first is none (7.5.4).
  private(set) var objects: [PDFReader.Object]
  let catalog: PDFObject
  /// The information dictionary.
  var information: PDFObject?

  /// - Throws: what isn't written as Cairo writes it.
  init(_ bytes: [UInt8]) throws(DiagnosticError) {
    var reader = PDFReader(bytes)
    let (objects, trailer) = try reader.read()
    guard case .object(let catalog)? = trailer["/Root"], objects.indices.contains(catalog.number) else {
      throw finishingFault("the catalog is missing")
    }
    self.objects = objects
    self.catalog = catalog
  }

  // MARK: Reading

  func pages() throws(DiagnosticError) -> [PDFObject] {
    guard case .object(let root)? = value(of: catalog)["/Pages"],
      case .array(let kids)? = value(of: root)["/Kids"]
    else { throw finishingFault("it has no pages") }
    return kids.compactMap { if case .object(let page) = $0 { page } else { nil } }
  }

  func value(of object: PDFObject) -> PDFValue {
    objects.indices.contains(object.number) ? objects[object.number].value : .null
  }

  /// A stream's, as they stand in the file; `nil` for what is no stream.
  func data(of object: PDFObject) -> ArraySlice<UInt8>? {
    objects.indices.contains(object.number) ? objects[object.number].data : nil
  }

  /// What is painted on a page, as it stands in the file.
  func content(of page: PDFObject) -> PageContent {
    let streams: [PDFValue]
    switch value(of: page)["/Contents"] {
    case .array(let items)?: streams = items
    case let single?: streams = [single]
    case nil: streams = []
    }
    var content = PageContent()
    for case .object(let stream) in streams {
      guard let data = data(of: stream) else { continue }
      content.streams.append((data, isDeflated: value(of: stream)["/Filter"] != nil))
    }
    return content
  }

  /// The dictionary that is found by following these keys, as an object of its own; made where it is missing.
  func dictionary(_ keys: [String], of object: PDFObject) -> PDFObject {
    keys.reduce(object) { object, key in
      let found = value(of: object)[key] ?? .dictionary([])
      if case .object(let known) = found { return known }
      let own = add(found)
      set(key, in: object, to: .object(own))
      return own
    }
  }

  /// The objects that a dictionary's entries are.
  func entries(of object: PDFObject) -> [(key: String, value: PDFObject)] {
    guard case .dictionary(let entries) = value(of: object) else { return [] }
    return entries.compactMap { entry in
      if case .object(let object) = entry.value { (entry.key, object) } else { nil }
    }
  }

  /// All dictionaries of a type and subtype that are objects of their own.
  func dictionaries(ofType type: String, subtype: String) -> [PDFObject] {
    objects.indices.map { PDFObject(number: $0) }.filter { object in
      value(of: object)["/Type"]?.isName(type) == true
        && value(of: object)["/Subtype"]?.isName(subtype) == true
    }
  }

  // MARK: Changing

  /// A new, empty dictionary that can be referred to before it is filled.
  func addDictionary() -> PDFObject { add(.dictionary([])) }

  func add(_ value: PDFValue) -> PDFObject {
    objects.append(PDFReader.Object(value: value))
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

  func set(_ key: String, in object: PDFObject, to value: PDFValue) {
    guard objects.indices.contains(object.number) else { return }
    objects[object.number].value[key] = value
  }

  func set(_ entries: [(key: String, value: PDFValue)], in object: PDFObject) {
    for entry in entries { set(entry.key, in: object, to: entry.value) }
  }
}

/// The content streams of a page.
struct PageContent {
  var streams: [(data: ArraySlice<UInt8>, isDeflated: Bool)] = []

  /// - Returns: them as one, decoded.
  func decoded() throws(DiagnosticError) -> [UInt8] {
    var content: [UInt8] = []
    for stream in streams {
      content += stream.isDeflated ? try inflate(stream.data) : Array(stream.data)
      content.append(10)
    }
    return content
  }
}
