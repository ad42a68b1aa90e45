import Atlas
import Briefing
import Diagnostics
import Evidence
import Files
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
    /// The title of another pack whose documents are replaced.
    var replaced: String?
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
      let found = try EditionReader(atlas: atlas).edition(at: path)
      let old = found.edition
      var warnings = found.warnings
      if !old.isSamePack(as: edition) {
        warnings.append(
          Diagnostic(
            .warning, "this is an edition of another pack: '\(old.title)'", at: SourceLocation(file: path),
            advice: "name an edition of this one with --since, or leave the option out"))
      }
      let changes = EditionChanges(from: old, to: edition)
      return Compared(
        record: EditionRecord(edition, previous: changes.isEmpty ? nil : old), changes: changes,
        warnings: warnings)
    case .output(let folder):
      let (old, warnings) = record(in: folder, documents: documents)
      guard let old, old.edition.isSamePack(as: edition) else {
        return Compared(record: EditionRecord(edition), replaced: old?.edition.title, warnings: warnings)
      }
      let since = EditionChanges(from: old.edition, to: edition)
      let previous = since.isEmpty ? old.previous : old.edition
      return Compared(
        record: EditionRecord(edition, previous: previous),
        changes: previous.map { EditionChanges(from: $0, to: edition) } ?? since, warnings: warnings)
    }
  }

  /// The record of the first of these documents that has one. Each that can't be read is told and no obstacle.
  private func record(in folder: String, documents: [String]) -> (EditionRecord?, [Diagnostic]) {
    var found: EditionRecord?
    var warnings: [Diagnostic] = []
    for name in documents {
      let path = "\(folder)/\(name).pdf"
      guard case .bytes(let bytes) = readFile(path, atMost: EditionReader.largestDocument) else { continue }
      do throws(DiagnosticError) {
        let record = try EditionReader.record(in: bytes)
        found = found ?? record
      } catch {
        warnings.append(
          Diagnostic(
            .warning, "what changed since this document can't be told: \(error.message)",
            at: SourceLocation(file: path), advice: "it is replaced by the new one"))
      }
    }
    return (found, warnings)
  }
}

extension Edition {
  /// Whether this can be an earlier or later edition of the same pack: it has its title, or most figures in common.
  func isSamePack(as new: Edition) -> Bool {
    if title == new.title { return true }
    let ids = Set(new.figures.map(\.id))
    return figures.count { ids.contains($0.id) } * 2 > figures.count
  }

  /// Whether the figures are the same, as of the same date. Words may be others.
  func isSame(as other: Edition) -> Bool {
    figuresAsOf == other.figuresAsOf && EditionChanges(from: self, to: other).isEmpty
  }
}

/// Reads editions from packs and from what Bayan made of them.
struct EditionReader {
  let atlas: Atlas
  /// In bytes; a report of 100 questions with maps has some 20 MB.
  static let largestDocument = 500_000_000

  /// An edition, and by document the pages that use each figure, where it was read from documents.
  struct Found {
    var edition: Edition
    var pages: [(document: String, pages: [String: [String]])] = []
    var warnings: [Diagnostic] = []
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
  static func leftovers(of edition: Edition, in folder: String, besides made: Set<String>) -> [Diagnostic] {
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
  private static func told(_ names: [String]) -> String {
    let most = 5
    return names.prefix(most).joined(separator: ", ")
      + (names.count > most ? " and \(names.count - most) more" : "")
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
