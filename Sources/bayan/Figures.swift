import ArgumentParser
import Briefing
import Diagnostics
import Evidence
import Files
import Foundation
import Production

struct Figures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: "Lists a pack's figures, or writes them for a colleague to fill in.",
    discussion: """
      What was written with --export, filled in and saved, is an update for 'bayan build --figures FILE'. In an .xlsx
      file no value is ambiguous and no period becomes a date; prefer it to .csv where you can.

      EXAMPLES
        bayan figures my-pack
        bayan figures my-pack --export figures.xlsx
        bayan figures my-pack --figures later.csv --export all.csv
      """)

  @Argument(help: "The folder that holds pack.yml; without it, the pack that comes with Bayan.")
  var pack: String?

  @Option(
    name: .customLong("figures"),
    help: ArgumentHelp(
      "A table of later figures, laid over the pack's own by their ids; may be given several times.",
      valueName: "file"))
  var updates: [String] = []

  @Option(help: ArgumentHelp("Write the table into this file, .csv or .xlsx.", valueName: "file"))
  var export: String?

  @Flag(help: "Print nothing but errors and the list.")
  var quiet = false

  func validate() throws {
    if pack?.isEmpty == true || updates.contains("") {
      throw ValidationError("an empty name: name a pack or a table of figures, or leave it out")
    }
    if let export, !["csv", "xlsx"].contains((export as NSString).pathExtension.lowercased()) {
      throw ValidationError("--export writes .csv or .xlsx: give the file such a name")
    }
  }

  func run() throws {
    let terminal = Terminal(isQuiet: quiet)
    do {
      let path = try pack ?? Resources.locate().shippedPack()
      let (figures, warnings) = try FigureTable.load(pack: path, updates: updates)
      terminal.show(warnings)
      if let export {
        try write(figures, to: export)
        terminal.finish("\(export): \(figures.figures.count) figures")
      } else {
        say(FigureList(figures).text, terminator: "")
      }
    } catch let error as DiagnosticError {
      terminal.show(error.diagnostics)
      throw ExitCode(1)
    }
  }

  private func write(_ figures: FigureTable, to path: String) throws(DiagnosticError) {
    let isCSV = path.lowercased().hasSuffix(".csv")
    let bytes = isCSV ? figures.csv() : try figures.spreadsheet()
    let folder = (path as NSString).deletingLastPathComponent
    try replaceFiles(
      [((path as NSString).lastPathComponent, bytes)], in: folder.isEmpty ? "." : folder)
  }
}
