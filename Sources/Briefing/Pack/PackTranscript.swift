import Diagnostics
import Files
import Foundation
import Interview

/// An interview as a pack reads it, for whoever asks what its lines were taken for.
public struct PackTranscript: Sendable {
  /// Its labels and turns (see `TurnList`); empty where it can't be read.
  public var listing: String
  /// What is wrong or doubtful in it, and in the pack's settings.
  public var diagnostics: [Diagnostic]

  /// In bytes; an interview is some hundred kilobytes.
  private static let largestFile = 16 << 20

  /// - Parameter path: a pack, or an interview's file that no pack is made of yet.
  /// - Throws: `DiagnosticError` where there is neither.
  public init(at path: String) throws(DiagnosticError) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
      let place = SourceLocation(file: path)
      guard case .bytes(let bytes) = readFile(path, atMost: Self.largestFile) else {
        throw DiagnosticError("this file can't be read", at: place, advice: "check its permissions")
      }
      if let format = ForeignFormat(bytes) { throw format.error(file: path) }
      var log = DiagnosticLog()
      let text = try Files.text(of: bytes, file: path)
      listing = TurnList(try Transcript.read(text, file: path, log: &log)).text
      diagnostics = log.diagnostics
      return
    }
    let folder = try PackFolder(transcriptOf: path)
    listing = folder.transcript.map { TurnList($0).text } ?? ""
    diagnostics = folder.log.diagnostics
  }
}
