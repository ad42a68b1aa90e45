import Foundation
import TestSupport
import Testing

/// Pages that a pack writes itself, from Markdown to paper.
struct FreePageTests {
  private static let advice = """
    # What we advise

    Trade came to {trade-2017}. [¶2] It grew **fast** and *far*.

    1. Ask for a date:
       - in spring,
       - or in autumn.
    2. Offer {trade-2016}.

    ## By goods

    | Goods | Share |
    |---|---:|
    | Honey | 12 |
    | Wax, of which {trade-2017} | 8 |

    ![](#growth)

    ![A hive in the garden](hive.svg "Drawing: N. N.")

    """

  private func pack(
    _ pages: String =
      "\npages:\n  - file: advice.md\n    exhibits:\n      growth: { kind: bars, title: How it grew, figures: [trade-*] }\n",
    _ others: [String: String] = ["advice.md": advice]
  ) throws -> SmallPack {
    let pack = try tradePack()
    try pack.write(contents(of: pack.file("pack.yml")) + pages, to: "pack.yml")
    for (name, text) in others { try pack.write(text, to: name) }
    try pack.write(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 3 2\"><rect width=\"3\" height=\"2\"/></svg>",
      to: "hive.svg")
    return pack
  }

  private func contents(of url: URL) throws -> String { try String(contentsOf: url, encoding: .utf8) }

  /// A PDF's words, a space apart.
  private func words(_ file: String) throws -> String {
    try pdfText(file, "-layout").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func aPageOfThePacksOwnStandsInTheReportWithAllThatIsWrittenOnIt() throws {
    let (run, file) = try pack().build("report")
    try #require(run.status == 0, "\(run.errors)")
    let said = try words(file)
    var rest = said[...]
    for words in [
      "What we advise", "Trade came to $260 m.", "It grew fast and far.", "1. Ask for a date:",
      "– in spring,",
      "– or in autumn.", "2. Offer $140 m.", "By goods", "Goods Share", "Honey 12",
      "Wax, of which $260 m 8", "How it grew", "Drawing: N. N.",
    ] {
      let place = rest.range(of: words)
      #expect(place != nil, "\(words)\n\(said)")
      if let place { rest = rest[place.upperBound...] }
    }
    #expect(try !pdfText(pack().build("slides").file).contains("What we advise"))
    #expect(try tool("qpdf", "--check", file).status == 0)
  }

  @Test func theOverviewAndTheBookmarksLeadToIt() throws {
    let (_, file) = try pack().build("report")
    let pages = try pdfPages(file, "-layout")
    let place = try #require(pages.firstIndex { $0.contains("By goods") }) + 1
    let line = pages[0].split(separator: "\n").first { $0.contains("What we advise") }
    #expect(line?.split(whereSeparator: \.isWhitespace).last.map(String.init) == "\(place)")
    let outline = try tool("qpdf", "--json", "--json-key=outlines", file).output
    #expect(outline.contains("\"title\": \"What we advise\""))
    // Its table and its list are read as such.
    let told = try tool("pdfinfo", "-struct", file).output
    #expect(told.contains("Table (block)") && told.contains("LBody"))
  }

  @Test func itStandsWhereThePackWantsIt() throws {
    let names = ["before", "after", "annex"]
    let entries = names.map { "  - { file: \($0).md, place: \($0), title: Page \($0) }\n" }
    let (run, file) = try pack(
      "\npages:\n" + entries.reversed().joined(),
      Dictionary(uniqueKeysWithValues: names.map { ("\($0).md", "Words of \($0).\n") })
    ).build("report")
    try #require(run.status == 0, "\(run.errors)")
    let pages = try pdfPages(file)
    func page(_ words: String) throws -> Int {
      try #require(pages.firstIndex { $0.contains(words) }, "\(words)")
    }
    let order = try [
      page("Words of before."), page("Trade has grown"), page("Words of after."),
      page("All figures and where they come from"), page("The interview\n"), page("Words of annex."),
    ]
    #expect(order == order.sorted() && Set(order).count == order.count, "\(order)")
  }

  @Test func aLaterFigureStandsOnItAndIsToldAsChanged() throws {
    let pack = try pack()
    _ = try pack.build("report")
    try pack.write("id,value\ntrade-2017,300\n", to: "later.csv")
    let (run, file) = try pack.build("report", ["--figures", pack.path + "/later.csv"])
    try #require(run.status == 0, "\(run.errors)")
    let said = try words(file)
    #expect(said.contains("Trade came to $300 m.") && said.contains("Wax, of which $300 m"))
    #expect(said.contains("Sentences that say something new"))
  }

  @Test func numbersThatAreTypedOnItAreHeldAgainstTheFigures() throws {
    let pack = try pack("\npages: [advice.md]\n", ["advice.md": "# Advice\n\nTrade was $260 m in 2017.\n"])
    let run = try bayan(["check", pack.path])
    #expect(run.errors.contains("advice.md:3:"), "\(run.errors)")
  }

  @Test(arguments: [
    ("pages: [advise.md]", "# A\n", "the pack has no file 'advise.md'"),
    ("pages: [advice.md, advice.md]", "# A\n\nB.\n", "'advice.md' is a page already"),
    ("pages: [advice.md]", "Words.\n", "this page has no title"),
    ("pages: [advice.md]", "# A\n\n> B\n", "a page has no place for this (block quote)"),
    ("pages: [advice.md]", "# A\n\n```\ncode\n```\n", "a page has no place for this (code block)"),
    ("pages: [advice.md]", "# A\n\n<b>C</b>\n", "html"),
    (
      "pages: [advice.md]", "# A\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n",
      "this row has 3 cells, and the table's head has 2"
    ),
    ("pages: [advice.md]", "# A\n\n| a | b |\n| 1 | 2 |\n", "this table has no rule below its head"),
    ("pages: [advice.md]", "# A\n\nB.\n\n# C\n", "a page has one title, at its beginning"),
    ("pages: [advice.md]", "# A\n\n#### B\n", "a page has headings of three levels"),
    ("pages: [advice.md]", "# A\n\nB ![C](hive.svg) D\n", "→ put it in a paragraph of its own"),
    ("pages: [advice.md]", "# A\n\nB <i>C</i> D\n", "a paragraph has no place for this (html inline)"),
    ("pages: [advice.md]", "# A\n\nB.\n\n---\n\nC.\n", "a page has no place for this (thematic break)"),
    ("pages: [hive.svg/a]", "# A\n", "the pack has no file 'hive.svg/a'"),
    ("pages: [advice.md]", "# A\n\n![](#growht)\n", "this page has no exhibit 'growht'"),
    ("pages: [advice.md]", "# A\n\n![](hive.svg)\n", "nothing says what 'hive.svg' shows"),
    ("pages: [advice.md]", "# A\n\n![A](hife.svg)\n", "did you mean 'hive.svg'?"),
    ("pages: [advice.md]", "# A\n\n{trade-2071}\n", "'trade-2071'"),
    ("pages: [{ file: advice.md, place: behind }]", "# A\n", "'behind' is not allowed here"),
    ("pages: [{ file: advice.md, on: [reprot] }]", "# A\n\nB.\n", "there is no layout 'reprot'"),
    ("pages: [{ fiel: advice.md }]", "# A\n", "unknown key 'fiel'"),
    ("pages: [../advice.md]", "# A\n", "the pack has no file '../advice.md'"),
  ])
  func aPageThatCannotBeSetSaysWhyAndWhere(pages: String, markdown: String, message: String) throws {
    let run = try bayan([
      "build", pack("\n" + pages + "\n", ["advice.md": markdown]).path, "--layout", "report",
    ])
    #expect(run.status == 1 && run.errors.contains(message), "\(run.errors)")
    #expect(run.errors.contains("pack.yml:") || run.errors.contains("advice.md:"))
  }

  @Test func aTitleOfPackYmlStandsInPlaceOfTheFilesOwn() throws {
    let (run, file) = try pack(
      "\npages: [{ file: advice.md, title: The better title }]\n",
      ["advice.md": "# The worse title\n\nA bar \\| in words.\n\n| a \\| b | c |\n|---|---|\n| 1 | 2 |\n"]
    ).build("report")
    try #require(run.status == 0, "\(run.errors)")
    let said = try words(file)
    #expect(said.contains("The better title") && !said.contains("The worse title"))
    #expect(try said.contains("A bar | in words.") && pdfText(file, "-raw").contains("a | b c"))
  }

  @Test func aLineEndsWhereItsMarkdownSaysSo() throws {
    let (run, file) = try pack(
      "\npages: [advice.md]\n",
      ["advice.md": "# A\n\nThe Institute  \n1 Quay Street\\\nPort\nTown\n"]
    ).build("report")
    try #require(run.status == 0, "\(run.errors)")
    let lines = try pdfText(file, "-layout").split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    #expect(lines.contains("The Institute") && lines.contains("1 Quay Street") && lines.contains("Port Town"))
  }

  @Test(arguments: [
    ("Words ~~struck~~ out.", "advice.md:3:7: warning: these tildes stay as they are"),
    ("- [ ] Call them", "advice.md:3:3: warning: '[ ]' stays as it is"),
    ("- [x] Called them", "advice.md:3:3: warning: '[x]' stays as it is"),
    ("Words **open.", "advice.md:3:7: warning: these asterisks stay as they are"),
  ])
  func marksThatAPageHasNoPlaceForAreWarnedOf(markdown: String, message: String) throws {
    let run = try pack("\npages: [advice.md]\n", ["advice.md": "# A\n\n\(markdown)\n"]).build("report").run
    #expect(run.status == 0 && run.errors.contains(message), "\(run.errors)")
  }

  @Test func whatAPageLeavesOutIsWarnedOf() throws {
    let unshown = try pack(
      "\npages:\n  - { file: advice.md, exhibits: { growth: { kind: bars, figures: [trade-*] } } }\n",
      ["advice.md": "# A\n\nB.\n"]
    ).build("report").run
    #expect(unshown.errors.contains("warning: 'advice.md' doesn't show the exhibit 'growth'"))
    let homeless = try pack("\npages:\n  - { file: advice.md, on: [slides] }\n", ["advice.md": "# A\n\nB.\n"])
      .build("slides").run
    #expect(homeless.errors.contains("slides has no room for a page of the pack's own"))
    let empty = try pack("\npages:\n  - { file: advice.md, title: A }\n", ["advice.md": ""]).build("report")
      .run
    #expect(empty.errors.contains("warning: this page is empty"))
  }

  /// Ten times the text: items longer than a page, words longer than a column, a table of a hundred rows.
  @Test func nothingOfALongPageIsLost() throws {
    let long = (1...700).map { "item\($0)" }.joined(separator: " ")
    let rows = (1...100).map { "| row\($0) | \(String(repeating: "w", count: 120)) |\n" }.joined()
    let text = "# Long\n\n- \(long)\n- short\n\n| A | B |\n|---|---|\n\(rows)\n"
    let (run, file) = try pack("\npages: [advice.md]\n", ["advice.md": text]).build("report")
    try #require(run.status == 0, "\(run.errors)")
    let said = try pdfText(file)
    for number in 1...700 { #expect(said.contains("item\(number)")) }
    for number in 1...100 { #expect(said.contains("row\(number)\n") || said.contains("row\(number) ")) }
  }
}
