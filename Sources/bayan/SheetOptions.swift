import ArgumentParser
import Production

/// How documents are made for paper.
struct SheetOptions: ParsableArguments {
  @Option(
    name: .customLong("sheets"),
    help: ArgumentHelp(
      "Also make LAYOUT-NAME.pdf with pages placed on sheets (2up, booklet, print-shop …); may be given several times.",
      discussion:
        "Sheets are described in Layouts/sheets.yml or the pack's own sheets.yml. With --layout they are made "
        + "of these layouts, without it of those they are meant for.",
      valueName: "name"))
  var sheets: [String] = []

  @Flag(
    help:
      "Make LAYOUT-greyscale.pdf in black and white instead of in colour, and say what would be lost in print."
  )
  var greyscale = false

  @Flag(help: "Make LAYOUT-proof.pdf, which shows on a screen what a laser printer makes of the greys.")
  var proof = false

  var ink: Ink { proof ? .proof : greyscale ? .greyscale : .colour }

  func validate() throws {
    if sheets.contains("") {
      throw ValidationError("--sheets is empty: name sheets of Layouts/sheets.yml, or leave the option out")
    }
  }
}
