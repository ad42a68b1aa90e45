import ArgumentParser

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

  func validate() throws {
    if sheets.contains("") {
      throw ValidationError("--sheets is empty: name sheets of Layouts/sheets.yml, or leave the option out")
    }
  }
}
