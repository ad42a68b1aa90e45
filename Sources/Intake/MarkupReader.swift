import Diagnostics

/// A piece of XML or HTML, in the document's order. Names are without prefixes.
enum MarkupEvent {
  case begin(String, [String: String])
  case end(String)
  case text(String)
}

/// Reads XML and HTML by libxml2, which is opened when something first asks for it (see `SharedLibrary`): programs that read
/// no interviews don't load it.
///
/// Of XML nothing outside is read, entities of a document are not put in, and what is nested too deeply is refused; of HTML
/// whatever browsers forgive is forgiven.
struct MarkupReader {
  private typealias Reader = OpaquePointer
  private typealias FromMemory =
    @convention(c) (
      UnsafePointer<CChar>?, Int32, UnsafePointer<CChar>?, UnsafePointer<CChar>?, Int32
    ) -> OpaquePointer?
  private typealias Walk = @convention(c) (OpaquePointer?) -> OpaquePointer?
  private typealias Number = @convention(c) (OpaquePointer?) -> Int32
  private typealias Text = @convention(c) (OpaquePointer?) -> UnsafePointer<UInt8>?
  private typealias Free = @convention(c) (OpaquePointer?) -> Void

  private struct Library: Sendable {
    let readXML: FromMemory
    let readHTML: FromMemory
    let walk: Walk
    let freeReader: Free
    let freeDocument: Free
    let next: Number
    let kind: Number
    let isEmpty: Number
    let nextAttribute: Number
    let backToElement: Number
    let name: Text
    let value: Text

    static let opened = Result { () throws(DiagnosticError) in try Library() }

    private init() throws(DiagnosticError) {
      let library = try SharedLibrary(
        ["libxml2.so.2", "libxml2.so.16", "libxml2.so", "libxml2.dylib"],
        missing: DiagnosticError(
          "the library libxml2 is not installed, so web pages and Office documents can't be read",
          advice: "install it (Debian: apt-get install libxml2), or save the interview as plain text"))
      readXML = try library.find("xmlReadMemory")
      readHTML = try library.find("htmlReadMemory")
      walk = try library.find("xmlReaderWalker")
      freeReader = try library.find("xmlFreeTextReader")
      freeDocument = try library.find("xmlFreeDoc")
      next = try library.find("xmlTextReaderRead")
      kind = try library.find("xmlTextReaderNodeType")
      isEmpty = try library.find("xmlTextReaderIsEmptyElement")
      nextAttribute = try library.find("xmlTextReaderMoveToNextAttribute")
      backToElement = try library.find("xmlTextReaderMoveToElement")
      name = try library.find("xmlTextReaderConstLocalName")
      value = try library.find("xmlTextReaderConstValue")
    }
  }

  /// XML_PARSE_NOERROR, _NOWARNING, _NONET; HTML has the same numbers, and HTML_PARSE_RECOVER beside them.
  private static let (quietly, forgiving): (Int32, Int32) = (1 << 5 | 1 << 6 | 1 << 11, 1)

  /// libxml2 compares each attribute of an element with all others: so many are what nobody writes.
  private static let mostAttributes = 2000
  /// At 256 libxml2 leaves out what follows in a page, and tells nothing of it.
  private static let deepest = 250

  /// - Parameters:
  ///   - bytes: an XML document in any of its encodings.
  ///   - file: as messages name it.
  ///   - body: is told of each piece.
  /// - Returns: whether it is well-formed.
  /// - Throws: where libxml2 is missing; a document made to keep it busy.
  static func readXML(
    _ bytes: [UInt8], file: String, _ body: (MarkupEvent) -> Void
  ) throws(DiagnosticError) -> Bool {
    let library = try Library.opened.get()
    try checkAttributes(bytes, file)
    let document = bytes.withUnsafeBytes {
      library.readXML(
        $0.bindMemory(to: CChar.self).baseAddress, Int32(clamping: $0.count), nil, nil, quietly)
    }
    return read(document, library, body) != nil
  }

  /// - Parameters:
  ///   - text: a page.
  ///   - file: as messages name it.
  ///   - body: is told of each piece.
  /// - Returns: whether anything could be read.
  /// - Throws: where libxml2 is missing; a page made to keep it busy.
  static func readHTML(
    _ text: String, file: String, _ body: (MarkupEvent) -> Void
  ) throws(DiagnosticError) -> Bool {
    let library = try Library.opened.get()
    let bytes = Array(text.utf8)
    try checkAttributes(bytes, file)
    let document = bytes.withUnsafeBytes {
      library.readHTML(
        $0.bindMemory(to: CChar.self).baseAddress, Int32(clamping: $0.count), nil, "UTF-8",
        quietly | forgiving)
    }
    let depth = read(document, library, body)
    if let depth, depth > deepest {
      throw refusal("elements stand in each other more than \(deepest) deep", file)
    }
    return depth != nil
  }

  private static func refusal(_ reason: String, _ file: String) -> DiagnosticError {
    DiagnosticError(
      "this file can't be read: \(reason)", at: SourceLocation(file: file),
      advice: "open it, copy the interview's text, and save it as plain text")
  }

  /// Counts what ends a name or a value within a tag; the zeros of UTF-16 are passed over.
  private static func checkAttributes(_ bytes: [UInt8], _ file: String) throws(DiagnosticError) {
    var (isInTag, quote, count) = (false, UInt8(0), 0)
    // The last byte, and the last one that is no blank.
    var (before, last) = (UInt8(0), UInt8(0))
    for byte in bytes where byte != 0 {
      let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isInTag {
        // A letter after "<".
        isInTag =
          before == 0x3C && (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80 || byte == 0x5F)
        if isInTag { (quote, count) = (0, 0) }
      } else if quote != 0 {
        if byte == quote { (quote, count) = (0, count + 1) }
      } else if byte == 0x3E {
        isInTag = false
      } else if last == 0x3D, byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if !isBlank, before == 0x20 || (0x09...0x0D).contains(before) {
        count += 1
      }
      if count > 2 * mostAttributes {
        throw refusal("an element has more than \(mostAttributes) attributes", file)
      }
      before = byte
      if !isBlank { last = byte }
    }
  }

  /// - Returns: how deep elements stand in each other; `nil` for what isn't well-formed.
  private static func read(
    _ document: OpaquePointer?, _ library: Library, _ body: (MarkupEvent) -> Void
  ) -> Int? {
    guard let document else { return nil }
    defer { library.freeDocument(document) }
    guard let reader = library.walk(document) else { return nil }
    defer { library.freeReader(reader) }
    func text(_ pointer: UnsafePointer<UInt8>?) -> String { pointer.map { String(cString: $0) } ?? "" }
    var (depth, most) = (0, 0)
    var step = library.next(reader)
    while step == 1 {
      switch library.kind(reader) {
      case 1:
        let name = text(library.name(reader))
        let isEmpty = library.isEmpty(reader) == 1
        var attributes: [String: String] = [:]
        while library.nextAttribute(reader) == 1 {
          attributes[text(library.name(reader))] = text(library.value(reader))
        }
        _ = library.backToElement(reader)
        body(.begin(name, attributes))
        if isEmpty { body(.end(name)) } else { depth += 1 }
        most = max(most, depth)
      case 15:
        depth -= 1
        body(.end(text(library.name(reader))))
      // Text, CDATA, white space.
      case 3, 4, 13, 14: body(.text(text(library.value(reader))))
      default: break
      }
      step = library.next(reader)
    }
    return step == 0 ? most : nil
  }
}
