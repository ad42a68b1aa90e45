import CExpat

/// Reads XML by Expat, by namespaces and not by written prefixes, and within bounds: no document type and so no entities, no
/// deeply nested elements, no crowds of attributes. It owns Expat's parser and frees it.
///
/// Why Expat: its time is linear in whatever it is given (libxml2 compares each attribute of an element with each), it keeps
/// no element on the stack, and fontconfig has loaded it anyway.
final class XMLParser {
  /// Nothing that a spreadsheet writes comes near these.
  private static let deepest = 100
  private static let mostAttributes = 250
  /// Of the text in one element, in bytes; a cell of Excel holds 32,767 characters.
  private static let longestText = 1 << 20
  /// Between a namespace and a name; no address holds a space.
  private static let separator = UInt8(ascii: " ")

  private let handle: XML_Parser
  /// "parent/name" of the elements that are wanted.
  private let wanted: Set<String>
  private let root: String
  /// The root's namespace, which is the part's.
  private var space: [UInt8]?
  /// The open elements' names; those of other namespaces are empty.
  private var path: [String] = []
  /// The open elements from a wanted one on.
  private var open: [XMLElement] = []
  /// How many open elements are of another namespace, or inside of one that is.
  private var foreign = 0
  private var found: [XMLElement] = []
  private var isRefused = false

  private init?(root: String, wanted: Set<String>) {
    guard let handle = XML_ParserCreateNS(nil, XML_Char(bitPattern: Self.separator)) else { return nil }
    self.handle = handle
    self.root = root
    self.wanted = wanted
  }

  deinit { XML_ParserFree(handle) }

  /// The wanted elements of a part, in their order.
  ///
  /// - Parameters:
  ///   - bytes: the part.
  ///   - root: the name of the part's outermost element. Its namespace is the part's; what has another is passed over.
  ///   - wanted: as "parent/name".
  ///   - take: is given them a few at a time, and says whether it wants more.
  /// - Returns: whether the part could be read, as far as it was wanted.
  static func read(
    _ bytes: [UInt8], root: String, wanted: Set<String>, take: ([XMLElement]) -> Bool
  ) -> Bool {
    guard let parser = XMLParser(root: root, wanted: wanted) else { return false }
    parser.listen()
    return bytes.withUnsafeBytes { buffer in
      var start = 0
      while !parser.isRefused {
        let end = min(start + 1 << 16, buffer.count)
        let piece = UnsafeRawBufferPointer(rebasing: buffer[start..<end]).bindMemory(to: XML_Char.self)
        let status = XML_Parse(
          parser.handle, piece.baseAddress, Int32(piece.count), end == buffer.count ? 1 : 0)
        if status != XML_STATUS_OK || parser.isRefused { return false }
        let found = parser.found
        parser.found = []
        if !found.isEmpty, !take(found) { return true }
        if end == buffer.count { return true }
        start = end
      }
      return false
    }
  }

  private func listen() {
    XML_SetUserData(handle, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      handle,
      { data, name, attributes in
        guard let name, let attributes else { return }
        XMLParser.from(data)?.begin(name, attributes)
      }, { data, _ in XMLParser.from(data)?.end() })
    XML_SetCharacterDataHandler(handle) { data, text, count in
      guard let text else { return }
      XMLParser.from(data)?.add(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    XML_SetStartDoctypeDeclHandler(handle) { data, _, _, _, _ in XMLParser.from(data)?.refuse() }
  }

  private static func from(_ data: UnsafeMutableRawPointer?) -> XMLParser? {
    data.map { Unmanaged<XMLParser>.fromOpaque($0).takeUnretainedValue() }
  }

  private func refuse() {
    isRefused = true
    XML_StopParser(handle, 0)
  }

  // MARK: Events

  private func begin(
    _ written: UnsafePointer<XML_Char>, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>
  ) {
    // Expat may still tell what it has begun with after it was stopped.
    if isRefused { return }
    let name = XMLName(written, separator: Self.separator)
    if path.isEmpty {
      guard name.local == root else { return refuse() }
      space = Array(name.space)
    }
    guard path.count < Self.deepest else { return refuse() }
    if foreign > 0 || !name.space.elementsEqual(space ?? []) {
      foreign += 1
      path.append("")
      return
    }
    if !open.isEmpty || wanted.contains("\(path.last ?? "")/\(name.local)") {
      guard let attributes = self.attributes(attributes) else { return refuse() }
      open.append(XMLElement(name: name.local, attributes: attributes))
    }
    path.append(name.local)
  }

  private func end() {
    if isRefused { return }
    path.removeLast()
    if foreign > 0 {
      foreign -= 1
    } else if let element = open.popLast() {
      if open.isEmpty { found.append(element) } else { open[open.count - 1].children.append(element) }
    }
  }

  private func add(_ text: UnsafeBufferPointer<XML_Char>) {
    guard !isRefused, foreign == 0, !open.isEmpty else { return }
    open[open.count - 1].text += String(decoding: UnsafeRawBufferPointer(text), as: UTF8.self)
    if open[open.count - 1].text.utf8.count > Self.longestText { refuse() }
  }

  /// `nil` for more than any element has.
  private func attributes(_ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>) -> [(String, String)]? {
    var attributes: [(String, String)] = []
    var index = 0
    while let written = list[index], let value = list[index + 1] {
      if index / 2 == Self.mostAttributes { return nil }
      index += 2
      let name = XMLName(written, separator: Self.separator)
      if name.space.isEmpty {
        attributes.append((name.local, String(cString: value)))
      } else if name.space.reversed().starts(with: "/relationships".utf8.reversed()) {
        attributes.append(("r:" + name.local, String(cString: value)))
      }
    }
    return attributes
  }
}

/// A name as Expat gives it, valid as long as its pointer: "NAMESPACE NAME", or the name alone.
private struct XMLName {
  let space: UnsafeBufferPointer<UInt8>
  let local: String

  init(_ written: UnsafePointer<XML_Char>, separator: UInt8) {
    let bytes = UnsafeRawBufferPointer(start: written, count: length(of: written)).bindMemory(to: UInt8.self)
    if let mark = bytes.lastIndex(of: separator) {
      space = UnsafeBufferPointer(rebasing: bytes[..<mark])
      local = String(decoding: bytes[(mark + 1)...], as: UTF8.self)
    } else {
      space = UnsafeBufferPointer(rebasing: bytes[..<0])
      local = String(decoding: bytes, as: UTF8.self)
    }
  }
}

private func length(of text: UnsafePointer<XML_Char>) -> Int {
  var count = 0
  while text[count] != 0 { count += 1 }
  return count
}
