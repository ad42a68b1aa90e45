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

  /// - Parameters:
  ///   - bytes: an XML document in any of its encodings.
  ///   - body: is told of each piece.
  /// - Returns: whether it is well-formed.
  /// - Throws: where libxml2 is missing.
  static func readXML(_ bytes: [UInt8], _ body: (MarkupEvent) -> Void) throws(DiagnosticError) -> Bool {
    let library = try Library.opened.get()
    let document = bytes.withUnsafeBytes {
      library.readXML(
        $0.bindMemory(to: CChar.self).baseAddress, Int32(clamping: $0.count), nil, nil, quietly)
    }
    return read(document, library, body)
  }

  /// - Parameters:
  ///   - text: a page.
  ///   - body: is told of each piece.
  /// - Returns: whether anything could be read.
  /// - Throws: where libxml2 is missing.
  static func readHTML(_ text: String, _ body: (MarkupEvent) -> Void) throws(DiagnosticError) -> Bool {
    let library = try Library.opened.get()
    let document = Array(text.utf8).withUnsafeBytes {
      library.readHTML(
        $0.bindMemory(to: CChar.self).baseAddress, Int32(clamping: $0.count), nil, "UTF-8",
        quietly | forgiving)
    }
    return read(document, library, body)
  }

  private static func read(
    _ document: OpaquePointer?, _ library: Library, _ body: (MarkupEvent) -> Void
  ) -> Bool {
    guard let document else { return false }
    defer { library.freeDocument(document) }
    guard let reader = library.walk(document) else { return false }
    defer { library.freeReader(reader) }
    func text(_ pointer: UnsafePointer<UInt8>?) -> String { pointer.map { String(cString: $0) } ?? "" }
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
        if isEmpty { body(.end(name)) }
      case 15: body(.end(text(library.name(reader))))
      // Text, CDATA, white space.
      case 3, 4, 13, 14: body(.text(text(library.value(reader))))
      default: break
      }
      step = library.next(reader)
    }
    return step == 0
  }
}
