import ArgumentParser
import Briefing
import PageLayout
import Production

/// What the commands have in common.
struct PackOptions: ParsableArguments {
  @Argument(help: "The folder that holds pack.yml; without it, the pack that comes with Bayan.")
  var pack: String?

  @Option(
    name: .customLong("layout"),
    help:
      "A layout by its name in Layouts/, or the path of a layout's .yml file; may be given several times. Without it: all."
  )
  var layouts: [String] = []

  @Option(
    help: ArgumentHelp(
      "A style that comes with Bayan ('bayan layouts' lists them), or the folder of one of your own.",
      valueName: "name"))
  var style: String?

  @Option(
    help:
      "The paper. Layouts that are not made for it keep their own."
  )
  var paper: Paper?

  @Option(
    name: .customLong("figures"),
    help: ArgumentHelp(
      "A table of later figures, laid over the pack's own by their ids; may be given several times.",
      discussion:
        "A .csv file, or an .xlsx file (FILE#SHEET names a sheet); the columns id and value are enough for figures that the pack has.",
      valueName: "file"))
  var updates: [String] = []

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "As of when the figures are, in place of the pack's 'figures_as_of': 2024, 2024-05 or 2024-05-02.",
      valueName: "date"))
  var figuresAsOf: String?

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  @Flag(help: "Print how long each stage takes.")
  var verbose = false

  func validate() throws {
    if pack?.isEmpty == true {
      throw ValidationError(
        "the pack's name is empty: name its folder, or leave it out for the pack that comes with Bayan")
    }
    if updates.contains("") {
      throw ValidationError("--figures is empty: name a table of figures, or leave the option out")
    }
    if let figuresAsOf, !Story.isDate(figuresAsOf) {
      throw ValidationError("--as-of is no date: write 2024, 2024-05 or 2024-05-02")
    }
    if style?.isEmpty == true {
      throw ValidationError("--style is empty: name a style or its folder, or leave the option out")
    }
    if layouts.contains("") {
      throw ValidationError("--layout is empty: name a layout, or leave the option out for all")
    }
  }
}

extension Paper: ExpressibleByArgument {}

extension Order {
  /// What the options ask for; whatever else there is to say comes from the command.
  init(_ options: PackOptions, _ paper: SheetOptions) {
    self.init()
    pack = options.pack
    layouts = options.layouts
    style = options.style
    self.paper = options.paper
    updates = options.updates
    figuresAsOf = options.figuresAsOf
    sheets = paper.sheets
    ink = paper.ink
  }
}
