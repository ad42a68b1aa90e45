import ArgumentParser
import Diagnostics
import NoCurl
import Platform

@main
enum Program {
  static func main() {
    StandardStreams.prepare()
    MachineLimits.growMemoryInLargeSteps()
    if let lack = MachineLimits.lack() {
      StandardStreams.write("\(lack)\n", to: STDERR_FILENO)
      exit(1)
    }
    Bayan.main(nil)
  }
}

/// Each command says its name: one made from its type's asks Swift for conformances, a millisecond at each start.
struct Bayan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bayan",
    abstract: "Makes briefing packs from an interview and a table of figures.",
    discussion: """
      EXAMPLES
        bayan build                      the pack that comes with Bayan, into output/
        bayan build my-pack              a pack of your own
        bayan build my-pack --paper a5   on other paper
        bayan check my-pack              what is wrong or doubtful, with file, line and column
        bayan places Samarkand           where a place is, and which of several
        bayan print my-pack --dry-run    how many sheets of paper it takes; without --dry-run it is printed
        bayan figures my-pack            the pack's figures; bayan build --figures FILE takes later ones
        bayan layouts                    layouts and styles; bayan build --style NAME looks so
        bayan diff old.pdf my-pack       which figures changed since a document was made
      """,
    version: "0.1.0",
    subcommands: [
      New.self, Build.self, PreviewCommand.self, Check.self, Figures.self, Places.self, Diff.self, Print.self,
      Layouts.self, Debug.self,
    ],
    defaultSubcommand: nil)
}
