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

  /// One document's own.
  struct Comparison {
    var record: EditionRecord
    /// `nil` where there is nothing to compare with.
    var changes: EditionChanges?
  }

  struct Compared {
    var edition: Edition
    /// By the names of the layouts that the documents are made with.
    var documents: [String: Comparison] = [:]
    /// The title of another pack whose documents are replaced.
    var replaced: String?
    var warnings: [Diagnostic] = []

    /// The editions that documents said before, each once.
    var previous: [Edition] {
      let all = documents.sorted { $0.key < $1.key }.compactMap(\.value.record.previous)
      return all.indices.filter { index in !all[..<index].contains { $0.isSame(as: all[index]) } }.map {
        all[$0]
      }
    }

    /// What is told of the build: the changes since the document that is farthest behind.
    var changes: EditionChanges? {
      let all = documents.sorted { $0.key < $1.key }.compactMap(\.value.changes)
      return all.max { $0.changes.count < $1.changes.count }
    }
  }

  /// What this edition's documents record. Where an old document has the same figures, what it was compared with is
  /// handed on: so building twice gives the same bytes. Each document is compared with what it said itself: some may
  /// have been built without the others.
  ///
  /// `documents` are the layouts of those that are made, each with the names under which old ones are looked for. It
  /// throws only where an edition was named and can't be read.
  func compare(with edition: Edition, documents: [(layout: String, files: [String])], atlas: Atlas)
    throws(DiagnosticError) -> Compared
  {
    var compared = Compared(edition: edition)
    switch place {
    case .nowhere:
      for document in documents {
        compared.documents[document.layout] = Comparison(record: EditionRecord(edition))
      }
    case .named(let path):
      let found = try EditionReader(atlas: atlas).edition(at: path)
      let old = found.edition
      compared.warnings = found.warnings
      if !old.isSamePack(as: edition) {
        compared.warnings.append(
          Diagnostic(
            .warning, "this is an edition of another pack: '\(old.title)'", at: SourceLocation(file: path),
            advice: "name an edition of this one with --since, or leave the option out"))
      }
      let changes = EditionChanges(from: old, to: edition)
      let record = EditionRecord(edition, previous: changes.isEmpty ? nil : old)
      for document in documents {
        compared.documents[document.layout] = Comparison(record: record, changes: changes)
      }
    case .output(let folder): compare(edition, documents, in: folder, &compared)
    }
    return compared
  }

  private func compare(
    _ edition: Edition, _ documents: [(layout: String, files: [String])], in folder: String,
    _ compared: inout Compared
  ) {
    var read: [String: EditionRecord] = [:]
    var files: [String] = []
    for file in documents.flatMap(\.files) where !files.contains(file) {
      files.append(file)
      read[file] = record(in: folder, file, &compared.warnings)
    }
    let own = files.filter { read[$0]?.edition.isSamePack(as: edition) == true }
    if own.isEmpty { compared.replaced = files.lazy.compactMap { read[$0]?.edition.title }.first }
    for document in documents {
      // A document that was not there before is compared with the others.
      guard let old = (document.files + own).lazy.filter(own.contains).compactMap({ read[$0] }).first else {
        compared.documents[document.layout] = Comparison(record: EditionRecord(edition))
        continue
      }
      let since = EditionChanges(from: old.edition, to: edition)
      let previous = since.isEmpty ? old.previous : old.edition
      compared.documents[document.layout] = Comparison(
        record: EditionRecord(edition, previous: previous),
        changes: previous.map { EditionChanges(from: $0, to: edition) } ?? since)
    }
    compared.warnings += severalEditions(
      own.compactMap { name in read[name].map { (name, $0.edition) } }, folder)
  }

  /// A warning where the documents that are replaced said different things.
  private func severalEditions(_ old: [(name: String, edition: Edition)], _ folder: String) -> [Diagnostic] {
    guard let first = old.first else { return [] }
    let others = old.filter { !$0.edition.isSame(as: first.edition) }.map { "\($0.name).pdf" }
    if others.isEmpty { return [] }
    return [
      Diagnostic(
        .warning,
        "this folder held several editions: \(EditionReader.told(others)) \(others.count == 1 ? "was" : "were") of another "
          + "than \(first.name).pdf", at: SourceLocation(file: folder),
        advice:
          "each document says what changed since it was made itself; name one edition for all with --since")
    ]
  }

  /// A document that can't be read is told and no obstacle.
  private func record(in folder: String, _ name: String, _ warnings: inout [Diagnostic]) -> EditionRecord? {
    let path = "\(folder)/\(name).pdf"
    guard case .bytes(let bytes) = readFile(path, atMost: EditionReader.largestDocument) else { return nil }
    do throws(DiagnosticError) {
      return try EditionReader.record(in: bytes)
    } catch {
      warnings.append(
        Diagnostic(
          .warning, "what changed since this document can't be told: \(error.message)",
          at: SourceLocation(file: path), advice: "it is replaced by the new one"))
      return nil
    }
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
  static func told(_ names: [String]) -> String {
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
