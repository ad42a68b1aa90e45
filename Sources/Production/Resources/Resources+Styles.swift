import Diagnostics
import Files
import Foundation

extension Resources {
  /// The layouts in a folder with what each says of itself.
  package func layouts(of folder: String) -> [(name: String, about: String)] {
    layoutNames(of: folder).map { ($0, about("\(folder)/\($0).yml")) }
  }

  /// What a file of settings says of itself: the first sentence of the comment that it begins with, below its schema.
  package func about(_ file: String) -> String {
    guard let text = try? settings(in: file) else { return "" }
    let comment = text.split(whereSeparator: \.isNewline).prefix { $0.hasPrefix("#") }
      .filter { !$0.contains("$schema=") }.map { $0.drop { $0 == "#" || $0 == " " } }.joined(separator: " ")
    return comment.firstRange(of: ". ").map { String(comment[..<$0.lowerBound]) + "." } ?? comment
  }

  /// The files that a style of one's own begins with: a theme and two layouts that say what can be changed, and the schemas
  /// that editors hold them against.
  ///
  /// - Parameter like: the style that it begins with; `nil` for Bayan's own look.
  /// - Returns: names and contents.
  /// - Throws: a style that there isn't; Bayan's own files missing.
  package func newStyle(like: String?) throws(DiagnosticError) -> [(name: String, bytes: [UInt8])] {
    if let like, !styleNames.contains(like) {
      throw DiagnosticError(
        "there is no style '\(like)'", advice: adviceForUnknown(like, among: styleNames))
    }
    func base(_ file: String) -> String {
      let own = like.map { "\($0)/\(file)" }
      return own.flatMap { isFile(path("Layouts/\($0)")) ? $0 : nil } ?? file
    }
    let schemas = try ["theme.schema.json", "layout.schema.json"].map { name throws(DiagnosticError) in
      guard case .bytes(let bytes) = readFile(path("Layouts/\(name)"), atMost: 1_000_000) else {
        throw DiagnosticError(
          "this file of Bayan's own can't be read", at: SourceLocation(file: path("Layouts/\(name)")),
          advice: "install Bayan again")
      }
      return (name: name, bytes: bytes)
    }
    let texts = [
      ("theme.yml", Self.theme(base("theme.yml"), isOwn: like == nil)),
      ("report.yml", Self.report(base("report.yml"))),
      ("slides.yml", Self.slides(base("slides.yml"))),
    ]
    return texts.map { (name: $0.0, bytes: Array($0.1.utf8)) } + schemas
  }

  private func isFile(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Of another style the colours are left as they are until somebody changes them.
  private static func theme(_ base: String, isOwn: Bool) -> String {
    let mark = isOwn ? "" : "# "
    return """
      # yaml-language-server: $schema=theme.schema.json
      # Fonts and colours of this style. What is left out is taken from the theme that it extends.
      extends: \(base)

      # A picture beside this file that stands in all running lines, for light and for dark pages.
      # logo: { light: logo.svg, dark: logo-white.svg }

      # Families that are installed, or whose files stand in fonts/ beside this file.
      # fonts: { text: Noto Serif, head: Noto Sans }

      \(mark)colours:
      \(mark)  one: "#0B4F6C"        # the first country, and everything in the main colour
      \(mark)  one-tint: "#DCE8EF"
      \(mark)  two: "#E08E45"        # the second country
      \(mark)  two-tint: "#FBE6D2"

      # What all charts and maps have in common; more under "theme.yml" in the layout author's guide.
      # charts: { series: [one, two, ink], line: 2 pt, bar: 0.75, grid: false }
      # maps: { names: [countries, waters], locator: false }

      """
  }

  private static func report(_ base: String) -> String {
    """
    # yaml-language-server: $schema=layout.schema.json
    # The report; brief, handout, agenda, place cards and speaker's notes follow it. Only what is different stands here.
    extends: \(base)

    # Other running lines; "{logo}" is the theme's:
    # running:
    #   header: { left: { image: "{logo}", height: 8 mm, text: "{title}" }, right: "{section}", distance: 14 mm, rule: true }
    #   footer: { left: "figures as of {figures-date}", right: "**{page}**", distance: 12 mm, rule: true }

    # Styles one by one, words one by one:
    # styles:
    #   headline: { font: head, size: head, weight: 700, leading: 26 pt, balance: true }
    # words:
    #   source: Quelle

    # Single pages, by their names (a list under 'pages:' stands in place of all):
    # changed-pages:
    #   interview: false

    """
  }

  private static func slides(_ base: String) -> String {
    """
    # yaml-language-server: $schema=layout.schema.json
    # The slides. Only what is different stands here.
    extends: \(base)

    # A dark ground: name a theme of its own whose paper is dark and whose ink is light (see Layouts/bank).
    # theme: theme-dark.yml
    # background: { colour: paper }

    """
  }
}
