import Interview
import Testing

/// How lines become paragraphs. A wrapped answer stands between a question and its continuation.
struct LineTests {
  private func answer(_ lines: String) throws -> [String] {
    let opening = "The valley has a long memory of its\nrivers, and so have we who live there.\n\n"
    let transcript = try read(opening + "1. What do you remember of the\nrivers of the valley?\n\n" + lines)
    return transcript.questions.flatMap(\.answer).map(\.text)
  }

  @Test func aSentenceRunsOnOverABlankLine() throws {
    #expect(
      try answer(
        "They were wide in spring and then they\nwere cold, and they carried\n\ntimber down to the mill.\n")
        == ["They were wide in spring and then they were cold, and they carried timber down to the mill."])
    #expect(
      try answer(
        "They were wide in spring and cold, so\nthat each year the families of the\n\nUpper Valley came down with timber.\n"
      )
        == [
          "They were wide in spring and cold, so that each year the families of the Upper Valley came down with timber."
        ])
  }

  @Test func aFormFeedInsideASentenceIsOnlyAPageEnd() throws {
    #expect(
      try answer(
        "They were wide in spring and then they\n\u{0C}were cold, and they carried timber.\n\n12\n\n\u{0C}Then came the mill.\n"
      )
        == [
          "They were wide in spring and then they were cold, and they carried timber.", "Then came the mill.",
        ])
  }

  @Test func aHeadingDoesNotRunIntoItsText() throws {
    #expect(
      try answer(
        "First words about the rivers there\nend here.\n\nThe mill\n\nIt ground the corn of the valley.\n")
        == ["First words about the rivers there end here.", "The mill", "It ground the corn of the valley."])
  }

  @Test func anIndentedLineBeginsAParagraph() throws {
    let expected = [
      "They were wide in spring, and the corn grew well.",
      "The mill ground the corn of the valley for years.",
    ]
    #expect(
      try answer(
        "They were wide in spring, and the corn\ngrew well.\n\tThe mill ground the corn of the\nvalley for years.\n"
      ) == expected)
    #expect(
      try answer(
        "They were wide in spring, and the corn\ngrew well.\n    The mill ground the corn of the\nvalley for years.\n"
      ) == expected)
    #expect(
      try answer(
        "They were wide in spring, and the corn\ngrew well.\nThe mill ground the corn of the\nvalley for years.\n"
      ) == expected)
  }

  @Test func rulersAndPageNumbersAreNoText() throws {
    #expect(
      try answer(
        "The mill ground the corn and\n\n- 7 -\n\nthe river ran on.\n\n* * *\n\nThen it stopped.\n\n-----\n")
        == ["The mill ground the corn and the river ran on.", "Then it stopped."])
  }

  @Test(arguments: [
    ("a well-\nknown mill", "a well-known mill"),
    ("the EXPO-\n2017 in the valley", "the EXPO-2017 in the valley"),
    ("the Upper-\nLower road", "the Upper-Lower road"),
    ("the me\u{AD}\nmory of it", "the memory of it"),
    ("a me\u{AD}mory of it", "a memory of it"),
    ("the long me-\nmory of it", "the long memory of it"),
    ("short-\nand long-lived mills", "short- and long-lived mills"),
    ("the mill–\nriver path", "the mill–river path"),
    ("the mill –\nan old one", "the mill – an old one"),
  ])
  func hyphensAtLineEnds(lines: String, text: String) throws {
    #expect(try answer("We knew " + lines + ".\n") == ["We knew " + text + "."])
  }

  @Test(arguments: [
    ("https://mill.example/news/\nall/corn-1.", "https://mill.example/news/all/corn-1."),
    ("https://mill.example/old-\nmill. Then go.", "https://mill.example/old-mill. Then go."),
    ("https://mill.example/news/\nAccessed in May.", "https://mill.example/news/ Accessed in May."),
    ("https://mill.example/corn\nin the valley.", "https://mill.example/corn in the valley."),
    ("https://mill.example/corn.\nThe mill is old.", "https://mill.example/corn. The mill is old."),
    ("www.mill.example/a_\nb.html today.", "www.mill.example/a_b.html today."),
  ])
  func addressesAreJoinedWithoutSpaces(lines: String, text: String) throws {
    #expect(
      try answer("You can read more about it at\n" + lines + "\n") == [
        "You can read more about it at " + text
      ])
  }

  @Test(arguments: [
    ("the mill´s wheel", "the mill’s wheel"), ("the mill's wheel", "the mill’s wheel"),
    ("the mills` wheels", "the mills’ wheels"), ("the 'old mill' there", "the ‘old mill’ there"),
    ("in the '90s", "in the ’90s"), ("its  wheel \t and\u{A0}stone", "its wheel and stone"),
    ("Oʻzbek and g‘isht", "Oʻzbek and g‘isht"),
  ])
  func whiteSpaceAndApostrophesBecomeRegular(text: String, regular: String) throws {
    #expect(try answer("We saw \(text) again.\n") == ["We saw \(regular) again."])
  }

  @Test func decomposedAccentsStayAndCountAsOneCharacter() throws {
    let transcript = try read("1. Where?\n\nAt the cafe\u{301}s1 of Ma\u{301}laga.\n\n1 They are many.\n")
    #expect(transcript.paragraph(1)?.text == "At the cafés of Málaga.")
    #expect(transcript.paragraph(1)?.marks == [FootnoteMark(footnote: 1, offset: 12)])
  }
}
