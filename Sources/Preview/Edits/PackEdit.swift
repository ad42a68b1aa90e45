import Diagnostics
import Files

/// Something that a person changes in a pack: a cell of its figures, a text, or that something was looked at.
enum PackEdit: Codable, Hashable, Sendable {
  case figure(FigureEdit)
  case text(TextEdit)
  case seen(SeenEdit)

  private enum Key: String, CodingKey { case figure, text, seen }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    if let edit = try container.decodeIfPresent(FigureEdit.self, forKey: .figure) {
      self = .figure(edit)
    } else if let edit = try container.decodeIfPresent(SeenEdit.self, forKey: .seen) {
      self = .seen(edit)
    } else {
      self = .text(try container.decode(TextEdit.self, forKey: .text))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .figure(let edit): try container.encode(edit, forKey: .figure)
    case .text(let edit): try container.encode(edit, forKey: .text)
    case .seen(let edit): try container.encode(edit, forKey: .seen)
    }
  }

  /// What takes it back.
  var reversed: PackEdit {
    switch self {
    case .figure(let edit): .figure(edit.reversed)
    case .text(let edit): .text(edit.reversed)
    case .seen(let edit): .seen(edit.reversed)
    }
  }

  /// The file that it changes, in the pack's folder.
  var file: String {
    switch self {
    case .figure: FigureSheet.file
    case .text(let edit): edit.file
    case .seen: TextEdit.settings
    }
  }

  /// The file after it.
  ///
  /// - Throws: where the file holds something else by now, and where nothing can be written.
  func applied(to bytes: [UInt8], path: String) throws(DiagnosticError) -> [UInt8] {
    switch self {
    case .figure(let edit): try FigureSheet(bytes, path: path).bytes(after: edit)
    case .text(let edit): try edit.applied(to: bytes, path: path)
    case .seen(let edit): try edit.applied(to: bytes, path: path)
    }
  }
}

/// The files of a pack that are written here, and no others.
struct PackFiles: Sendable {
  /// The pack's folder.
  let pack: String

  /// In bytes.
  private static let largest = 16_000_000

  func path(_ file: String) -> String { pack.hasSuffix("/") ? pack + file : "\(pack)/\(file)" }

  /// A place as a person in the pack's folder would write it ("figures.csv:4:1").
  func place(_ location: SourceLocation) -> String {
    let inside =
      location.file.hasPrefix(path("")) ? String(location.file.dropFirst(path("").count)) : location.file
    return ([inside, location.placeInFile] as [String?]).compactMap(\.self).joined(separator: ":")
  }

  /// What a file would hold after edits of it.
  ///
  /// - Returns: its path in the pack, and its bytes.
  /// - Throws: as for each edit; a file that isn't written here.
  func drafts(_ edits: [PackEdit]) throws(DiagnosticError) -> [String: [UInt8]] {
    var drafts: [String: [UInt8]] = [:]
    for edit in edits {
      let before: [UInt8]
      if let draft = drafts[edit.file] { before = draft } else { before = try read(edit.file) }
      drafts[edit.file] = try edit.applied(to: before, path: path(edit.file))
    }
    return drafts
  }

  func read(_ file: String) throws(DiagnosticError) -> [UInt8] {
    let place = SourceLocation(file: path(file))
    guard Self.isWritten(file) else {
      throw DiagnosticError("this file is not written here", at: place, advice: "change it in an editor")
    }
    switch readFile(path(file), atMost: Self.largest, inside: pack) {
    case .bytes(let bytes): return bytes
    case .missing: throw DiagnosticError("there is no such file", at: place, advice: "add it to the pack")
    case .refused(let message, let advice): throw DiagnosticError(message, at: place, advice: advice)
    }
  }

  private static func isWritten(_ file: String) -> Bool {
    if file == FigureSheet.file || file == TextEdit.settings { return true }
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0] == "summaries" && parts[1].hasSuffix(".md")
      && !parts[1].hasPrefix(".")
  }
}
