import CExpat
import Foundation
import Graphics

/// Looks through a drawing before it is painted: whether it is whole, stands by itself and can be printed, within bounds.
///
/// What a drawing names elsewhere (pictures, other drawings, styles) is not read for safety's sake, and so it would be missing on
/// paper; filters become coarse pixels there, and letters would be set in whatever fonts a machine has. Owns Expat's parser and frees it.
final class SVGCheck {
  private static let deepest = 100
  private static let mostElements = 100_000
  /// Of elements that are painted, those counted again that others repeat.
  private static let mostPainted = 200_000

  private let parser: XML_Parser
  private var problem: PictureProblem?
  private var elements = 0
  /// The open elements, the outermost first.
  private var open: [OpenElement] = []
  /// Points of all outlines, at each of which a marker may be painted.
  private var points = 0
  /// Ids of what is painted at points of outlines.
  private var markers: Set<String> = []
  /// By the ids of elements.
  private var named: [String: Named] = [:]

  /// An element with all in it.
  private struct Named {
    var elements = 0
    /// Ids that it repeats or is painted with.
    var references: [String] = []
  }

  private struct OpenElement {
    var name: String
    var id: String?
    var inside = Named()
  }

  private init?() {
    guard let parser = XML_ParserCreate(nil) else { return nil }
    self.parser = parser
  }

  deinit { XML_ParserFree(parser) }

  /// Whether it seems to be a drawing at all.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(4096).filter { $0 != 0 }
    return start.contains(UInt8(ascii: "<")) && String(decoding: start, as: UTF8.self).contains("<svg")
  }

  /// - Throws: what is wrong with it.
  static func check(_ bytes: [UInt8]) throws(PictureProblem) {
    guard let check = SVGCheck() else { return }
    check.listen()
    let status = bytes.withUnsafeBytes { buffer in
      XML_Parse(
        check.parser, buffer.bindMemory(to: XML_Char.self).baseAddress, Int32(buffer.count), 1)
    }
    if let problem = check.problem { throw problem }
    guard status == XML_STATUS_OK else {
      let reason = XML_ErrorString(XML_GetErrorCode(check.parser)).map { String(cString: $0) } ?? ""
      throw PictureProblem(
        message: "this SVG is broken in line \(XML_GetCurrentLineNumber(check.parser)) (\(reason))",
        advice: "save it again")
    }
    if check.painted > mostPainted {
      throw PictureProblem(
        message: "this SVG repeats parts of itself too often", advice: "save it as PNG")
    }
  }

  private var whole = Named()

  /// How many elements are painted, as far as that is bearable.
  private var painted: Int {
    var counts: [String: Int] = [:]
    var sum = painted(whole, &counts, depth: 0)
    for marker in markers.compactMap({ named[$0] }) {
      let (product, isTooMuch) = painted(marker, &counts, depth: 0).multipliedReportingOverflow(by: points)
      sum += isTooMuch ? Self.mostPainted + 1 : min(product, Self.mostPainted + 1)
    }
    return sum
  }

  /// How many elements are painted for one, as far as that is bearable.
  private func painted(_ element: Named, _ counts: inout [String: Int], depth: Int) -> Int {
    var sum = element.elements
    for id in element.references {
      if counts[id] == nil {
        // One that repeats itself is nothing to librsvg.
        counts[id] = 0
        counts[id] = depth < Self.deepest ? named[id].map { painted($0, &counts, depth: depth + 1) } ?? 0 : 0
      }
      sum = min(sum + (counts[id] ?? 0), Self.mostPainted + 1)
    }
    return sum
  }

  private func listen() {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let name, let attributes else { return }
        SVGCheck.from(data)?.begin(SVGCheck.local(name), SVGCheck.list(attributes))
      }, { data, _ in SVGCheck.from(data)?.end() })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let text else { return }
      SVGCheck.from(data)?.add(UnsafeRawBufferPointer(start: text, count: Int(count)))
    }
    XML_SetEntityDeclHandler(parser) { data, _, _, value, count, _, place, _, _ in
      // Programs for drawings abbreviate addresses by entities; those made of others, or read from elsewhere, are attacks.
      let text = value.map { UnsafeRawBufferPointer(start: $0, count: Int(count)) }
      if place != nil || text?.contains(UInt8(ascii: "&")) == true {
        SVGCheck.from(data)?.refuse(
          "this SVG is made of other files or of itself (entities)", "save it as plain SVG")
      }
    }
  }

  private static func from(_ data: UnsafeMutableRawPointer?) -> SVGCheck? {
    data.map { Unmanaged<SVGCheck>.fromOpaque($0).takeUnretainedValue() }
  }

  /// A name without what stands for its namespace.
  private static func local(_ name: UnsafePointer<XML_Char>) -> String {
    let whole = String(cString: name)
    return whole.split(separator: ":").last.map(String.init) ?? whole
  }

  private static func list(
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>
  ) -> [(name: String, value: String)] {
    var list: [(String, String)] = []
    var index = 0
    while let name = attributes[index], let value = attributes[index + 1] {
      list.append((local(name), String(cString: value)))
      index += 2
    }
    return list
  }

  private func refuse(_ message: String, _ advice: String) {
    if problem == nil {
      problem = PictureProblem(
        message: "\(message), in line \(XML_GetCurrentLineNumber(parser))", advice: advice)
    }
    XML_StopParser(parser, 0)
  }

  // MARK: Events

  private func begin(_ name: String, _ attributes: [(name: String, value: String)]) {
    // Expat may still tell what it has begun with after it was stopped.
    if problem != nil { return }
    elements += 1
    if elements > Self.mostElements || open.count >= Self.deepest {
      return refuse("this SVG has too many elements", "draw it with fewer, or save it as PNG")
    }
    var element = OpenElement(name: name)
    element.inside.elements = 1
    switch name {
    case "script": return refuse("this SVG holds a program", "save it without scripts")
    case "foreignObject":
      return refuse("this SVG holds a page of the web, which is not painted", "save it as plain SVG")
    case "filter":
      return refuse(
        "this SVG has filters (shadows, blurs), which would be coarse in print",
        "take them out, or save it as PNG of 300 pixels an inch")
    default: break
    }
    for (key, value) in attributes {
      if key == "id" { element.id = value }
      if key == "href", name != "a" { look(at: value, of: &element) }
      if key == "d" || key == "points" { points += Self.numbers(in: value) / 2 }
      look(through: value, of: &element, areMarkers: key.hasPrefix("marker") || value.contains("marker"))
    }
    open.append(element)
  }

  private func end() {
    guard problem == nil, let element = open.popLast() else { return }
    if let id = element.id, named[id] == nil { named[id] = element.inside }
    func add(to other: inout Named) {
      other.elements += element.inside.elements
      other.references += element.inside.references
    }
    if open.isEmpty { add(to: &whole) } else { add(to: &open[open.count - 1].inside) }
  }

  private func add(_ text: UnsafeRawBufferPointer) {
    guard problem == nil, let name = open.last?.name else { return }
    let isWritten = text.contains { $0 > 32 }
    if isWritten, ["text", "tspan", "textPath"].contains(name) {
      return refuse(
        "this SVG has letters, which would be set in another font on each machine",
        "turn its text into outlines (Inkscape: Path → Object to Path)")
    }
    guard name == "style" else { return }
    let style = String(decoding: text, as: UTF8.self)
    if style.contains("@import") {
      return refuse("this SVG takes styles from elsewhere", "save it with its styles inside")
    }
    look(through: style, of: &open[open.count - 1], areMarkers: style.contains("marker"))
  }

  /// What an address leads to.
  private func look(at address: String, of element: inout OpenElement) {
    let address = address.trimmingCharacters(in: .whitespacesAndNewlines)
    if address.hasPrefix("#") { return element.inside.references.append(String(address.dropFirst())) }
    guard element.name == "image" else {
      return refuse(
        "this SVG takes a part from elsewhere ('\(address.prefix(60))')", "save it with all its parts inside")
    }
    guard address.hasPrefix("data:image/"), let comma = address.firstIndex(of: ","),
      address[..<comma].hasSuffix(";base64"),
      let data = Data(
        base64Encoded: String(address[address.index(after: comma)...]), options: .ignoreUnknownCharacters)
    else {
      return refuse(
        "this SVG shows a picture that is elsewhere ('\(address.prefix(60))')",
        "embed the picture, as PNG or JPEG")
    }
    do {
      let picture = try readPicture([UInt8](data))
      if picture.format == .svg || picture.format == .webp {
        refuse("this SVG shows a picture that is neither PNG nor JPEG", "embed it as one of them")
      }
    } catch {
      refuse("a picture in this SVG: \(error.message)", error.advice)
    }
  }

  /// What "url(…)" in an attribute or a style leads to.
  private func look(through text: String, of element: inout OpenElement, areMarkers: Bool) {
    guard text.contains("url(") else { return }
    for part in text.split(separator: "url(", omittingEmptySubsequences: false).dropFirst() {
      let address = part.prefix { $0 != ")" }.trimmingCharacters(in: CharacterSet(charactersIn: " \t\n\"'"))
      if address.hasPrefix("#") {
        let id = String(address.dropFirst())
        element.inside.references.append(id)
        if areMarkers { markers.insert(id) }
      } else {
        refuse(
          "this SVG takes a part from elsewhere ('\(address.prefix(60))')",
          "save it with all its parts inside")
      }
    }
  }

  /// How many numbers an outline is written with.
  private static func numbers(in outline: String) -> Int {
    var (count, isInside) = (0, false)
    for byte in outline.utf8 {
      let isDigit = (48...57).contains(byte) || byte == UInt8(ascii: ".")
      if isDigit, !isInside { count += 1 }
      isInside = isDigit
    }
    return count
  }
}
