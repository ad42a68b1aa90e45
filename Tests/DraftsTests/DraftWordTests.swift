import Evidence
import Interview
import TestSupport
import Testing

@testable import Drafts

private let atlas = Result { try shippedAtlas() }

private func makeDraft(_ text: String) throws -> DraftPack { try draft(text) }

private func draft(_ text: String) throws -> DraftPack {
  try DraftPack(text, file: "transcript.txt", name: "Talk", atlas: atlas.get())
}

private func file(_ name: String, of draft: DraftPack) throws -> String {
  String(decoding: try #require(draft.files.first { $0.name == name }).bytes, as: UTF8.self)
}

private func headline(_ text: String) throws -> String {
  let pack = try file("pack.yml", of: draft(text))
  let line = try #require(pack.split(separator: "\n").first { $0.contains("headline:") })
  return String(line.split(separator: "\"")[1])
}

/// What a page says, and who is said to say it.
struct DraftWordTests {
  private let talk = """
    ANN ASH: How deep is the harbour of the town?

    BO BIRCH: The harbour of the town is twelve metres deep in spring. The council digs it with two old ships.

    ANN ASH: Did you say that 700 ships came in?

    BO BIRCH: I did.

    ANN ASH: What does the new quay cost?

    BO BIRCH: The quay of the harbour costs the town $20 million this year.
    """

  @Test func aFollowUpStandsWithTheQuestionBeforeAndIsToldInThePack() throws {
    let draft = try makeDraft(talk)
    #expect(draft.transcript.questions.count == 3)
    let short = try self.talk(followUp: "And?")
    #expect(short.followUps == ["And?"])
    #expect(short.transcript.questions.count == 3)
    #expect(try file("pack.yml", of: short).contains("  follow_ups:\n    - \"And?\"\n"))
  }

  private func talk(followUp: String) throws -> DraftPack {
    try makeDraft(
      talk + "\n\nANN ASH: \(followUp)\n\nBO BIRCH: The town pays for it with a loan, and for ten years.\n")
  }

  @Test func whatSomebodyAsksWithinAnAnswerIsNoPointOfIt() throws {
    let text = """
      ANN ASH: How deep is the harbour of the town?

      BO BIRCH: It is twelve metres —

      ANN ASH: You told the council of 900 ships and of the old quay. Is it so?

      BO BIRCH: The harbour of the town is twelve metres deep in spring, and the council digs it with two old ships.

      ANN ASH: What does the new quay cost?

      BO BIRCH: The quay of the harbour costs the town $20 million this year.
      """
    let draft = try makeDraft(text)
    #expect(draft.transcript.questions.count == 2)
    #expect(!draft.figures.contains { $0.value == "900" })
    #expect(try !file("summaries/1.md", of: draft).contains("council of"))
    #expect(try file("transcript.txt", of: draft) == text)
  }

  @Test func whatTheChairSaysIsNoFigure() throws {
    let draft = try makeDraft(
      """
      The Chair: The talk is about the harbour. Mr. Birch, you have ten minutes.

      Mr. Birch: The harbour took 900 ships in 2019.

      The Chair: Thank you. We'll start with Ms. Ash for seven minutes.

      Ms. Ash: How deep is the harbour of the town?

      Mr. Birch: The harbour of the town is twelve metres deep in spring, and the council digs it with old ships.

      The Chair: You have thirty seconds.

      Ms. Ash: What does the new quay cost?

      Mr. Birch: The quay of the harbour costs the town $20 million this year.
      """)
    #expect(draft.transcript.questions.count == 2)
    #expect(!draft.figures.contains { ["10", "7", "30"].contains($0.value) })
  }

  @Test func whatWasAskedHeadsAPageRatherThanItsOnlyPoint() throws {
    let text = "Q: Why is the harbour so old?\n\nA: Nobody has cared for the harbour of the town.\n"
    #expect(try headline(text) == "Why is the harbour so old?")
    #expect(
      try file("summaries/1.md", of: makeDraft(text)).contains(
        "Nobody has cared for the harbour of the town."))
  }

  @Test func aHeadlineThatSpeaksOfUsSaysWhoSpeaks() throws {
    let text =
      "ANN ASH: What did you build, and why?\n\nBOB BIRCH: We built the new quay of the harbour. It helps the ships that come from the north of the coast.\n"
    #expect(try headline(text) == "Bob Birch: We built the new quay of the harbour")
  }

  @Test func whatWasAskedHeadsAPageWhoseAnswerHasNoSentenceThatDoes() throws {
    #expect(
      try headline(
        "Q: Thank you. How much of the money is for the harbour?\n\nA: It is little, and they know it well.\n"
      )
        == "How much of the money is for the harbour?")
  }

  @Test func whereNoSentenceIsShortEnoughAFigureHeadsThePage() throws {
    let asked =
      "What can you tell all those who listen to us today and who have waited so long to hear of the ships of the "
      + "north and of the harbour, and of what may come of all that?"
    let answer =
      "the exports of the harbour reached $250 million in 2019, that the number of those who work there has "
      + "dropped to 400, and all told in four years we have made the most of it that anybody has ever made of such a place on this coast."
    #expect(
      try headline("Q: \(asked)\n\nA: This year's report shows that \(answer)\n").hasPrefix(
        "Exports of the harbour"))
  }

  @Test func daysThatOnlyNameSomethingAreNoFigure() throws {
    let draft = try makeDraft(
      "Q: What of the fees of the harbour?\n\nA: Our 30-plus day arrears of the harbour fees were 2.1 percent in 2019, weighted toward the back half.\n"
    )
    #expect(draft.figures.map(\.value) == ["2.1"])
  }

  @Test func aNumberIsNoReferenceWhereTheFigureHasAnother() throws {
    let draft = try makeDraft(
      "Q: What of the fees of the harbour?\n\nA: The fees of the harbour fell by 150 basis points in 2019. The harbour takes more ships than any other of the coast, and that is what counts.\n"
    )
    let points = try file("summaries/1.md", of: draft) + file("pack.yml", of: draft)
    #expect(points.contains("150 basis points") && !points.contains("|number}basis"))
  }

  @Test func aHeadlineIsNoPieceOfAnAnswer() throws {
    #expect(
      try headline(
        "Q: Is it what the harbour can do?\n\nA: Yes, our capacity in the year. The harbour takes more ships than any other of the coast.\n"
      ) == "The harbour takes more ships than any other of the coast")
  }

  @Test(arguments: [
    ("Amna, when I came there were many ships.", "When I came there were many ships."),
    ("Mr President, we are digging the harbour.", "We are digging the harbour."),
    ("Kochie, I hope that they will come.", "I hope that they will come."),
    ("Amna, the harbour is deep, and it is old.", "Amna, the harbour is deep, and it is old."),
    ("Amna Koch, the master of the harbour, came.", "Amna Koch, the master of the harbour, came."),
    ("We dig the harbour every spring, Amna.", "We dig the harbour every spring."),
    ("No. Some of the ships are old ones.", "Some of the ships are old ones."),
    ("First of all, I would like to note that trade grew a lot in spring.", "Trade grew a lot in spring."),
    ("No, I believe that trade will grow a lot.", "I believe that trade will grow a lot."),
    ("Well the harbour is deep enough for us.", "The harbour is deep enough for us."),
  ])
  func whomASentenceSpeaksToIsCutAndNothingElse(text: String, cut: String) {
    let sentence = Sentence(text: text, paragraph: 1, range: 0..<text.unicodeScalars.count)
    let result = SentenceCuts.withoutConnective(sentence, askers: ["amna", "koch"])
    #expect(result.text == cut)
    #expect(result.range.count >= cut.unicodeScalars.count - 1)
  }

  @Test func ofTwoJoinedStatementsTheFirstMayHeadAPage() {
    func cut(_ text: String) -> String {
      SentenceCuts.mainClause(
        Sentence(text: text, paragraph: 1, range: 0..<text.unicodeScalars.count), within: 60
      ).text
    }
    #expect(
      cut(
        "The council told the town of the new quay, and the town told all of its people about it in spring.")
        == "The council told the town of the new quay.")
    let one =
      "If the council tells the town of the new quay, and the town agrees, it will be built in spring."
    #expect(cut(one) == one)
    let other =
      "The council told both the town of the new quay, and the people of the coast in the north of it."
    #expect(cut(other) == other)
  }

  @Test func aQuotationSaysWhatNoPointSays() throws {
    let draft = try makeDraft(
      """
      Q: Will you meet the target of the harbour?

      A: I am confident that we must meet the target that we set. The target is 12,000 tonnes of fish a year.
      """)
    let pack = try file("pack.yml", of: draft)
    let points = try file("summaries/1.md", of: draft)
    #expect(!(pack.contains("text: \"I am confident") && points.contains("I am confident")))
  }

  @Test(arguments: [
    "In the last two years the exports of the country jumped from one harbour to the other.",
    "I believe that the growth of the harbour will go on for many more years.",
    "Given this harbour and the ships in it, we can take twice as much in spring.",
  ])
  func noRunInIsAPieceOfASentence(text: String) {
    let point = DraftTexts(figures: []).point(
      Sentence(text: text, paragraph: 1, range: 0..<text.unicodeScalars.count))
    let runIn = point.split(separator: "**").first.map(String.init) ?? ""
    #expect(runIn == text || runIn == "Given this harbour and the ships in it")
  }
}
