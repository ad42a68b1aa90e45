import Atlas
import Briefing
import Diagnostics
import Evidence
import Files
import Foundation
import Press

/// Reads editions from packs and from what Bayan made of them.
package struct EditionReader: Sendable {
  private let atlas: Atlas
  /// In bytes; a report of 100 questions with maps has some 20 MB.
  static let largestDocument = 500_000_000

  package init(atlas: Atlas) { self.atlas = atlas }

  /// An edition, and by document the pages that use each figure, where it was read from documents.
  package struct Found: Sendable {
    package var edition: Edition
    var pages: [(document: String, pages: [String: [String]])] = []
    package var warnings: [Diagnostic] = []
  }

  /// `path` is a pack's folder, a PDF made by Bayan, or a folder of those.
  package func edition(at path: String) throws(DiagnosticError) -> Found {
    var isFolder: ObjCBool = false
    let place = SourceLocation(file: path)
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw DiagnosticError(
        "there is no such edition", at: place, advice: "name a PDF made by Bayan, a folder of them, or a pack"
      )
    }
    if FileManager.default.fileExists(atPath: "\(path)/pack.yml") {
      return Found(edition: try LoadedPack(path, atlas: atlas).story.edition)
    }
    if isFolder.boolValue { return try found(inFolder: path) }
    let record = try record(at: path)
    return Found(edition: record.edition, pages: [(document: record.document ?? "", pages: record.pages)])
  }

  private func record(at path: String) throws(DiagnosticError) -> EditionRecord {
    let place = SourceLocation(file: path)
    let bytes: [UInt8]
    switch readFile(path, atMost: Self.largestDocument) {
    case .bytes(let read): bytes = read
    case .missing: throw DiagnosticError("there is no such file", at: place)
    case .refused(let message, let advice): throw DiagnosticError(message, at: place, advice: advice)
    }
    do throws(DiagnosticError) {
      if let record = try Self.record(in: bytes) { return record }
    } catch {
      throw DiagnosticError(error.message, at: place, advice: "name a PDF made by Bayan")
    }
    throw DiagnosticError(
      "this PDF holds no record of its figures", at: place,
      advice: "name one made by Bayan, and not printed or saved anew without its attachments")
  }

  /// The documents of an output folder; those of the first one's edition count.
  private func found(inFolder path: String) throws(DiagnosticError) -> Found {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted().filter {
      $0.lowercased().hasSuffix(".pdf")
    }
    var log = DiagnosticLog()
    let documents = names.compactMap { name in
      log.collect { try record(at: "\(path)/\(name)") }.map { (name: name, record: $0) }
    }
    let place = SourceLocation(file: path)
    if let first = documents.first {
      let same = documents.filter { $0.record.edition.isSame(as: first.record.edition) }.map(\.record)
      var found = Found(edition: first.record.edition)
      found.pages = same.map { (document: $0.document ?? "", pages: $0.pages) }
      let others = documents.filter { !$0.record.edition.isSame(as: first.record.edition) }.map(\.name)
      if !others.isEmpty {
        found.warnings = [
          Diagnostic(
            .warning,
            "this folder holds several editions: \(Self.told(others)) \(others.count == 1 ? "is" : "are") of another "
              + "than \(first.name), which is taken",
            at: place, advice: "name the PDF that is meant")
        ]
      }
      return found
    }
    try log.throwIfErrors()
    throw DiagnosticError(
      "this folder holds neither a pack nor a PDF", at: place,
      advice: "name a folder with pack.yml, or one that 'bayan build' wrote into")
  }

  /// What a folder still holds of earlier editions of a pack, beside the documents that were made.
  package static func leftovers(of edition: Edition, in folder: String, besides made: Set<String>)
    -> [Diagnostic]
  {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().filter {
      name in
      guard name.lowercased().hasSuffix(".pdf"), !made.contains(name),
        case .bytes(let bytes) = readFile("\(folder)/\(name)", atMost: Self.largestDocument),
        let old = try? record(in: bytes)?.edition
      else { return false }
      return old.isSamePack(as: edition) && !old.isSame(as: edition)
    }
    if names.isEmpty { return [] }
    return [
      Diagnostic(
        .warning,
        "\(told(names)) \(names.count == 1 ? "is" : "are") of an earlier edition, with other figures",
        at: SourceLocation(file: folder), advice: "build all documents again, or take the old ones away")
    ]
  }

  /// The first few names.
  static func told(_ names: [String]) -> String {
    let most = 5
    return names.prefix(most).joined(separator: ", ")
      + (names.count > most ? " and \(names.count - most) more" : "")
  }

  /// - Returns: `nil` for a PDF that Bayan did not make.
  /// - Throws: what is no PDF or whose record can't be read.
  static func record(in pdf: [UInt8]) throws(DiagnosticError) -> EditionRecord? {
    // It is the only file that Bayan attaches.
    var bytes = attachmentOfUnchanged(pdf)
    if bytes == nil { bytes = try attachment(named: EditionRecord.fileName, in: pdf) }
    guard let bytes else { return nil }
    return try EditionRecord(decoding: bytes)
  }
}

extension DiagnosticError {
  var message: String { diagnostics.first?.message ?? "" }
}
