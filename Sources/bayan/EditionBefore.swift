import Atlas
import Briefing
import Diagnostics
import Evidence
import Foundation
import Press

/// Finds the edition that a build is compared with.
struct EditionBefore {
  enum Place {
    /// In the documents that the build is about to replace.
    case output(String)
    /// In a PDF, a folder of them or a pack.
    case named(String)
    case nowhere
  }

  let place: Place
  /// Whether the documents show what changed; it is recorded in any case.
  let isShown: Bool

  init(_ place: Place, isShown: Bool = true) {
    self.place = place
    self.isShown = isShown
  }

  static let nothing = EditionBefore(.nowhere)

  struct Compared {
    var record: EditionRecord
    /// `nil` where there is nothing to compare with.
    var changes: EditionChanges?
    var warnings: [Diagnostic] = []
  }

  /// What this edition's documents record. Where the old documents have the same figures, what they were compared
  /// with is handed on: so building twice gives the same bytes.
  ///
  /// `documents` are the names of those that are made, in the order in which old ones are looked for. It throws only
  /// where an edition was named and can't be read.
  func compare(with edition: Edition, documents: [String], atlas: Atlas) throws(DiagnosticError) -> Compared {
    switch place {
    case .nowhere: return Compared(record: EditionRecord(edition))
    case .named(let path):
      let old = try EditionReader(atlas: atlas).edition(at: path).edition
      let changes = EditionChanges(from: old, to: edition)
      return Compared(record: EditionRecord(edition, previous: changes.isEmpty ? nil : old), changes: changes)
    case .output(let folder):
      let (old, warnings) = record(in: folder, documents: documents)
      guard let old, isSamePack(old.edition, edition) else {
        return Compared(record: EditionRecord(edition), warnings: warnings)
      }
      let since = EditionChanges(from: old.edition, to: edition)
      let previous = since.isEmpty ? old.previous : old.edition
      return Compared(
        record: EditionRecord(edition, previous: previous),
        changes: previous.map { EditionChanges(from: $0, to: edition) } ?? since, warnings: warnings)
    }
  }

  /// The record of the first of these documents that has one. What can't be read is told and no obstacle.
  private func record(in folder: String, documents: [String]) -> (EditionRecord?, [Diagnostic]) {
    var warnings: [Diagnostic] = []
    for name in documents {
      let path = "\(folder)/\(name).pdf"
      guard let bytes = FileManager.default.contents(atPath: path) else { continue }
      do throws(DiagnosticError) {
        if let record = try EditionReader.record(in: Array(bytes)) { return (record, warnings) }
      } catch {
        warnings.append(
          Diagnostic(
            .warning, "what changed since this document can't be told: \(error.message)",
            at: SourceLocation(file: path), advice: "it is replaced by the new one"))
      }
    }
    return (nil, warnings)
  }

  /// Another pack's documents in the output folder are no edition before.
  private func isSamePack(_ old: Edition, _ new: Edition) -> Bool {
    if old.title == new.title { return true }
    let ids = Set(new.figures.map(\.id))
    return old.figures.count { ids.contains($0.id) } * 2 > old.figures.count
  }
}

/// Reads editions from packs and from what Bayan made of them.
struct EditionReader {
  let atlas: Atlas

  /// An edition, and by document the pages that use each figure, where it was read from documents.
  struct Found {
    var edition: Edition
    var pages: [(document: String, pages: [String: [String]])] = []
  }

  /// `path` is a pack's folder, a PDF made by Bayan, or a folder of those.
  func edition(at path: String) throws(DiagnosticError) -> Found {
    var isFolder: ObjCBool = false
    let place = SourceLocation(file: path)
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw DiagnosticError(
        "there is no such edition", at: place, advice: "name a PDF made by Bayan, a folder of them, or a pack"
      )
    }
    if FileManager.default.fileExists(atPath: "\(path)/pack.yml") {
      return Found(edition: try Story.load(path, atlas: atlas).0.edition)
    }
    if isFolder.boolValue { return try found(inFolder: path) }
    let record = try record(at: path)
    return Found(edition: record.edition, pages: [(document: record.document ?? "", pages: record.pages)])
  }

  private func record(at path: String) throws(DiagnosticError) -> EditionRecord {
    let place = SourceLocation(file: path)
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw DiagnosticError("this file can't be read", at: place, advice: "check its permissions")
    }
    do throws(DiagnosticError) {
      if let record = try Self.record(in: Array(bytes)) { return record }
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
    let records = names.compactMap { name in log.collect { try record(at: "\(path)/\(name)") } }
    let place = SourceLocation(file: path)
    if let found = Self.found(records) { return found }
    try log.throwIfErrors()
    throw DiagnosticError(
      "this folder holds neither a pack nor a PDF", at: place,
      advice: "name a folder with pack.yml, or one that 'bayan build' wrote into")
  }

  private static func found(_ records: [EditionRecord]) -> Found? {
    guard let first = records.first else { return nil }
    let pages = records.filter { $0.edition == first.edition }.map {
      (document: $0.document ?? "", pages: $0.pages)
    }
    return Found(edition: first.edition, pages: pages)
  }

  /// - Returns: `nil` for a PDF that Bayan did not make.
  /// - Throws: what is no PDF or whose record can't be read.
  static func record(in pdf: [UInt8]) throws(DiagnosticError) -> EditionRecord? {
    guard let bytes = try attachment(named: EditionRecord.fileName, in: pdf) else { return nil }
    return try EditionRecord(decoding: bytes)
  }
}

extension DiagnosticError {
  fileprivate var message: String { diagnostics.first?.message ?? "" }
}
