import ArgumentParser
import Briefing
import Diagnostics
import Foundation
import PageLayout

/// Copies that differ in whose they are.
struct CopyOptions: ParsableArguments {
  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "A list of attendees: each gets a copy with their name and number on the cover, at the foot and as a watermark.",
      discussion:
        "A .csv or .xlsx file with the column name, and number, role and organisation where wanted.",
      valueName: "file"))
  var recipients: String?

  @Option(
    help: ArgumentHelp("Number so many copies (Copy 3 of 12), each with its own number.", valueName: "count"))
  var numbered: Int?

  func validate() throws {
    if recipients?.isEmpty == true {
      throw ValidationError("--for is empty: name a list of attendees, or leave the option out")
    }
    if let numbered, !(1...Self.most).contains(numbered) {
      throw ValidationError("--numbered takes 1 to \(Self.most) copies")
    }
    if recipients != nil, numbered != nil {
      throw ValidationError("--for numbers the copies already: leave out --numbered")
    }
  }

  private static let most = 1000

  /// - Returns: no copies where none are asked for, and what is doubtful about the list.
  /// - Throws: what is wrong with the list.
  func copies() throws(DiagnosticError) -> (copies: [Copy], warnings: [Diagnostic]) {
    if let recipients {
      let list = try Attendee.read(recipients)
      return (Copy.of(list.attendees), list.warnings)
    }
    return (numbered.map(Copy.numbered) ?? [], [])
  }
}
