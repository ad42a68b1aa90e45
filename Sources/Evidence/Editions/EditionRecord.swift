import Diagnostics
import Foundation

/// What is written into a document about the edition that it belongs to (Docs/editions.md).
public struct EditionRecord: Hashable, Sendable {
  /// Name of the file inside a document.
  public static let fileName = "bayan-edition.json"
  /// Records of a later form are not read by guess.
  static let form = 1

  public var edition: Edition
  /// What it was compared with; building once more without new figures compares with the same.
  public var previous: Edition?
  /// The document that holds this record, and by figure the printed numbers of the pages that use it.
  public var document: String?
  public var pages: [String: [String]]

  public init(_ edition: Edition, previous: Edition? = nil) {
    self.edition = edition
    self.previous = previous
    pages = [:]
  }

  /// JSON, the same bytes for the same record.
  public func encoded() throws(DiagnosticError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(self))
    } catch {
      throw DiagnosticError(
        "the edition can't be recorded: \(error)",
        advice: "this is a fault of Bayan: please report it with the pack")
    }
  }

  /// - Throws: what is no such record, or one of a later version.
  public init(decoding bytes: [UInt8]) throws(DiagnosticError) {
    do {
      self = try JSONDecoder().decode(EditionRecord.self, from: Data(bytes))
    } catch let error as DiagnosticError {
      throw error
    } catch {
      throw DiagnosticError("its record of figures can't be read")
    }
  }
}

extension EditionRecord: Codable {
  private enum CodingKeys: String, CodingKey {
    case form = "bayan_edition"
    case edition, previous, document, pages
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let form = try values.decode(Int.self, forKey: .form)
    guard form == Self.form else {
      throw DiagnosticError("its record of figures was written by a later version of Bayan")
    }
    edition = try values.decode(Edition.self, forKey: .edition)
    previous = try values.decodeIfPresent(Edition.self, forKey: .previous)
    document = try values.decodeIfPresent(String.self, forKey: .document)
    pages = try values.decodeIfPresent([String: [String]].self, forKey: .pages) ?? [:]
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(Self.form, forKey: .form)
    try values.encode(edition, forKey: .edition)
    try values.encodeIfPresent(previous, forKey: .previous)
    try values.encodeIfPresent(document, forKey: .document)
    if !pages.isEmpty { try values.encode(pages, forKey: .pages) }
  }
}
