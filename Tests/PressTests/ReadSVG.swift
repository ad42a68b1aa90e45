import Foundation
import FoundationXML
import Graphics
import Press

/// A page's SVG, read by Foundation's XML parser.
final class ReadSVG: NSObject, XMLParserDelegate {
  final class Element {
    let name: String
    let attributes: [String: String]
    var children: [Element] = []
    /// Its own and its descendants'.
    var text = ""

    init(_ name: String, _ attributes: [String: String]) {
      self.name = name
      self.attributes = attributes
    }

    /// It and all in it, in their order.
    var all: [Element] { [self] + children.flatMap(\.all) }
  }

  private(set) var root = Element("", [:])
  private var open: [Element] = []

  /// Throws for what is no well-formed XML.
  init(_ svg: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(svg))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  convenience init(_ frame: Frame, prefix: String = "page") throws {
    try self.init(renderSVG(frame, prefix: prefix, outlines: GlyphOutlines()))
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    let element = Element(name, attributes)
    if let parent = open.last { parent.children.append(element) } else { root = element }
    open.append(element)
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    for element in open { element.text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { open.removeLast() }

  /// The group of the class: "ink", "words", "links".
  func layer(_ name: String) -> [Element] {
    root.children.filter { $0.attributes["class"] == name }.flatMap { $0.all.dropFirst() }
  }

  /// The lines that can be selected.
  var lines: [String] {
    layer("words").filter { $0.name == "text" }.map { $0.text.trimmingCharacters(in: .whitespaces) }
  }
}
