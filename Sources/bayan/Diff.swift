import ArgumentParser
import Atlas
import Diagnostics
import Evidence
import Foundation
import Production

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Says which figures differ between two editions of a pack.",
    discussion: """
      Each of the two is a pack, a PDF made by Bayan, or a folder of such PDFs. Exit status 0 means that they could be
      compared, whatever came of it, and 1 that they could not; with --exit-code 2 means that figures differ.

      EXAMPLES
        bayan diff handed-out/report.pdf output
        bayan diff old-pack new-pack
        bayan diff output my-pack --json
      """)

  @Argument(help: "The edition before.")
  var old: String

  @Argument(help: "The edition after.")
  var new: String

  @Flag(help: "Print JSON, whose keys Docs/editions.md describes.")
  var json = false

  @Flag(help: "End with status 2 where figures differ.")
  var exitCode = false

  func validate() throws {
    if old.isEmpty || new.isEmpty {
      throw ValidationError("name two editions: packs, PDFs or folders of PDFs")
    }
  }

  func run() throws {
    let isDifferent: Bool
    do {
      let atlas = try Atlas(path: Resources.locate().path("Atlas/atlas.gpkg"))
      let reader = EditionReader(atlas: atlas)
      var log = DiagnosticLog()
      let (before, after) = (
        log.collect { try reader.edition(at: old) }, log.collect { try reader.edition(at: new) }
      )
      guard let before, let after else { throw DiagnosticError(log.diagnostics) }
      for warning in before.warnings + after.warnings {
        StandardStreams.write("\(warning)\n", to: STDERR_FILENO)
      }
      let difference = Difference(
        EditionChanges(from: before.edition, to: after.edition), before: before, after: after)
      if json {
        StandardStreams.write(try difference.json() + "\n", to: STDOUT_FILENO)
      } else {
        say(difference.text)
      }
      isDifferent = !difference.changes.isEmpty
    } catch let error as DiagnosticError {
      for diagnostic in error.diagnostics {
        StandardStreams.write("\(diagnostic)\n", to: STDERR_FILENO)
      }
      throw ExitCode(1)
    }
    if exitCode, isDifferent { throw ExitCode(2) }
  }
}
