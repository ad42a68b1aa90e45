import Foundation
import Graphics
import Press
import TestSupport
import Testing

/// A PDF as other programs see it.
final class ReadPDF {
  let file: String
  private let objects: [String: Any]
  let trailer: [String: Any]

  convenience init(_ document: Document) throws { try self.init(bytes: renderPDF(document)) }

  init(bytes: [UInt8]) throws {
    file = try TemporaryFolder().file("document.pdf").path
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    let text = try tool("qpdf", "--json=2", "--json-key=qpdf", file).output
    let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let parts = try #require(json["qpdf"] as? [Any])
    objects = try #require(parts.last as? [String: Any])
    trailer = (objects["trailer"] as? [String: Any])?["value"] as? [String: Any] ?? [:]
  }

  /// The object itself where a reference stands.
  func resolve(_ value: Any?) -> Any? {
    guard let reference = value as? String, reference.hasSuffix(" R"),
      let object = objects["obj:\(reference)"] as? [String: Any]
    else { return value }
    return object["value"] ?? (object["stream"] as? [String: Any])?["dict"]
  }

  /// All dictionaries that are objects or streams of their own, in no order.
  var dictionaries: [[String: Any]] {
    objects.keys.map { dictionary($0.dropFirst("obj:".count).description) }.filter { !$0.isEmpty }
  }

  func dictionary(_ value: Any?) -> [String: Any] { resolve(value) as? [String: Any] ?? [:] }
  func array(_ value: Any?) -> [Any] { resolve(value) as? [Any] ?? [] }

  /// A name as it is, a string without the "u:" that qpdf puts before it.
  func text(_ value: Any?) -> String? {
    guard let text = resolve(value) as? String else { return nil }
    return text.hasPrefix("u:") ? String(text.dropFirst(2)) : text
  }

  func numbers(_ value: Any?) -> [Double] { array(value).compactMap { ($0 as? NSNumber)?.doubleValue } }

  var catalog: [String: Any] { dictionary(trailer["/Root"]) }

  /// References to the pages, in order.
  var pages: [String] { array(dictionary(catalog["/Pages"])["/Kids"]).compactMap { $0 as? String } }

  /// A page's content streams, decoded.
  func content(of page: Int) throws -> String {
    let contents = try #require(dictionary(pages[page])["/Contents"] as? String)
    return try tool("qpdf", "--show-object=\(contents)", "--filtered-stream-data", file).output
  }

  func text(ofPage page: Int? = nil) throws -> String {
    let range = page.map { ["-f", "\($0 + 1)", "-l", "\($0 + 1)"] } ?? []
    return try tool("pdftotext", range + [file, "-"]).output
  }
}
