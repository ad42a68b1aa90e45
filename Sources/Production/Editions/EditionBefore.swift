import Atlas
import Diagnostics
import Evidence
import Files

/// Finds the edition that a build is compared with.
package struct EditionBefore: Sendable {
  package enum Place: Sendable {
    /// In the documents that the build is about to replace.
    case output(String)
    /// In a PDF, a folder of them or a pack.
    case named(String)
    case nowhere
  }

  let place: Place
  /// Whether the documents show what changed; it is recorded in any case.
  let isShown: Bool

  package init(_ place: Place, isShown: Bool = true) {
    self.place = place
    self.isShown = isShown
  }

  package static let nothing = EditionBefore(.nowhere)

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
    /// Whether it is known that no document of this pack was there before.
    var isFirst = false
    /// What is doubtful of the documents that are compared.
    var log = DiagnosticLog()

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

  /// The documents of a folder before any is replaced, by their files' names.
  struct OldDocuments {
    var records: [String: EditionRecord] = [:]
    /// What is wrong with those that can't be read.
    var faults: [String: Diagnostic] = [:]
  }

  /// Reads the documents that are about to be replaced: the story needn't be known for that.
  func oldDocuments(_ files: [String]) -> OldDocuments {
    guard case .output(let folder) = place else { return OldDocuments() }
    var old = OldDocuments()
    for file in unique(files) { record(in: folder, file, &old) }
    return old
  }

  /// What this edition's documents record. Where an old document has the same figures, what it was compared with is
  /// handed on: so building twice gives the same bytes. Each document is compared with what it said itself: some may
  /// have been built without the others.
  ///
  /// `documents` are the layouts of those that are made, each with the names under which old ones, which were read, are
  /// looked for. It
  /// throws only where an edition was named and can't be read.
  func compare(
    with edition: Edition, documents: [(layout: String, files: [String])], _ old: OldDocuments, atlas: Atlas
  )
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
      for warning in found.warnings { compared.log.add(warning) }
      if !old.isSamePack(as: edition) {
        compared.log.warning(
          "this is an edition of another pack: '\(old.title)'", at: SourceLocation(file: path),
          advice: "name an edition of this one with --since, or leave the option out")
      }
      let changes = EditionChanges(from: old, to: edition)
      let record = EditionRecord(edition, previous: changes.isEmpty ? nil : old)
      for document in documents {
        compared.documents[document.layout] = Comparison(record: record, changes: changes)
      }
    case .output(let folder): compare(edition, documents, old, in: folder, &compared)
    }
    return compared
  }

  private func compare(
    _ edition: Edition, _ documents: [(layout: String, files: [String])], _ old: OldDocuments,
    in folder: String,
    _ compared: inout Compared
  ) {
    let files = unique(documents.flatMap(\.files))
    for fault in files.compactMap({ old.faults[$0] }) { compared.log.add(fault) }
    let read = old.records
    let own = files.filter { read[$0]?.edition.isSamePack(as: edition) == true }
    compared.isFirst = own.isEmpty && compared.log.diagnostics.isEmpty
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
    warnOfSeveral(own.compactMap { name in read[name].map { (name, $0.edition) } }, folder, &compared.log)
  }

  /// The documents that are replaced may have said different things.
  private func warnOfSeveral(
    _ old: [(name: String, edition: Edition)], _ folder: String, _ log: inout DiagnosticLog
  ) {
    guard let first = old.first else { return }
    let others = old.filter { !$0.edition.isSame(as: first.edition) }.map { "\($0.name).pdf" }
    if others.isEmpty { return }
    log.warning(
      "this folder held several editions: \(EditionReader.told(others)) \(others.count == 1 ? "was" : "were") of another "
        + "than \(first.name).pdf", at: SourceLocation(file: folder),
      advice:
        "each document says what changed since it was made itself; name one edition for all with --since")
  }

  /// A document that can't be read is told and no obstacle.
  private func record(in folder: String, _ name: String, _ old: inout OldDocuments) {
    let path = "\(folder)/\(name).pdf"
    guard case .bytes(let bytes) = readFile(path, atMost: EditionReader.largestDocument) else { return }
    do throws(DiagnosticError) {
      old.records[name] = try EditionReader.record(in: bytes)
    } catch {
      old.faults[name] = Diagnostic(
        .warning, "what changed since this document can't be told: \(error.message)",
        at: SourceLocation(file: path), advice: "it is replaced by the new one")
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
