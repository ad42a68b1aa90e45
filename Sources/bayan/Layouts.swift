import ArgumentParser
import Diagnostics
import Files
import Foundation
import Production

struct Layouts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layouts", abstract: "Lists layouts and styles, or begins a style of your own.",
    subcommands: [LayoutList.self, NewStyle.self], defaultSubcommand: LayoutList.self)
}

struct LayoutList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the layouts and the styles that come with Bayan, and a pack's own.",
    discussion: """
      EXAMPLES
        bayan layouts
        bayan layouts list my-pack
      """)

  @Argument(help: "The pack whose own layouts are listed too.")
  var pack: String?

  func run() throws {
    do throws(DiagnosticError) {
      let resources = try Resources.locate()
      let own = pack.map { "\($0)/\(Resources.layoutsOfPack)" }.flatMap { folder in
        resources.layoutNames(of: folder).isEmpty ? nil : folder
      }
      if let own {
        say("Layouts of the pack, in \(own)")
        list(resources.layouts(of: own))
      }
      let shipped = resources.path("Layouts")
      say("Layouts, in \(shipped)  (--layout NAME)")
      list(resources.layouts(of: shipped))
      say("Styles  (--style NAME, or 'style: NAME' in pack.yml)")
      list(
        [(name: Resources.ownStyle, about: "Bayan's own look.")]
          + resources.styleNames.map { (name: $0, about: resources.about("\(shipped)/\($0)/theme.yml")) })
    } catch {
      Terminal(isQuiet: false).show(error.diagnostics)
      throw ExitCode(1)
    }
  }

  /// What names take of a line at least.
  private static let column = 14

  private func list(_ layouts: [(name: String, about: String)]) {
    let column = max(Self.column, (layouts.map(\.name.count).max() ?? 0) + 2)
    for layout in layouts {
      say("  \(layout.name.padding(toLength: column, withPad: " ", startingAt: 0))\(layout.about)")
    }
    say("")
  }
}

struct NewStyle: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begins a style: a folder with a theme and the layouts that it changes.",
    discussion: """
      Its files say only what is different; each says in comments what can be changed.

      EXAMPLES
        bayan layouts new my-style
        bayan layouts new my-style --like bank
        bayan build my-pack --style my-style
      """)

  @Argument(help: "The folder to make; nothing is written into one that holds something.")
  var folder: String

  @Option(help: "The style that it begins with; Bayan's own, without it.")
  var like: String?

  func validate() throws {
    if folder.isEmpty { throw ValidationError("the style's name is empty: name a folder") }
  }

  func run() throws {
    let terminal = Terminal(isQuiet: false)
    do throws(DiagnosticError) {
      let files = try Resources.locate().newStyle(like: like)
      try NewPackFolder(named: folder, from: "").checkIsEmpty("bayan layouts new")
      try replaceFiles(files, in: folder)
      // A shipped style's name alone would mean that one.
      let named = folder.contains("/") ? folder : "./\(folder)"
      let words = named.contains(" ") ? "'\(named)'" : named
      say(
        """
        \(folder): \(files.map(\.name).joined(separator: ", "))
        Change them, and build with it: bayan build my-pack --style \(words)
        """)
    } catch {
      terminal.show(error.diagnostics)
      throw ExitCode(1)
    }
  }
}
