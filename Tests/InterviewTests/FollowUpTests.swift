import Diagnostics
import Interview
import Testing

/// Questions that belong to the one before them.
struct FollowUpTests {
  private let talk = """
    Q: How deep is the harbour?

    A: It is twelve metres deep, and we dig it every spring.

    Q: And?

    A: It silts up every winter.

    Q: Who pays for the new quay of the northern yard?

    A: The town does, with a loan of $20 million.

    Q: This year?

    A: We hope so.
    """

  private func transcript(_ text: String, _ followUps: [String]) throws -> Transcript {
    var log = DiagnosticLog()
    let transcript = try Transcript.read(text, file: "talk.txt", followUps: followUps, log: &log)
    #expect(log.diagnostics.isEmpty, "\(log.diagnostics)")
    return transcript
  }

  @Test func whatSaysLittleByItselfIsProposed() throws {
    #expect(try read(talk).proposedFollowUps == ["And?", "This year?"])
  }

  @Test func aFollowUpStandsInTheAnswerWithWhoeverSpeaks() throws {
    let transcript = try transcript(talk, ["And?", "This year"])
    #expect(transcript.questions.map(\.number) == [1, 2])
    #expect(
      transcript.questions[0].answer.map(\.text) == [
        "It is twelve metres deep, and we dig it every spring.", "And?", "It silts up every winter.",
      ])
    #expect(transcript.questions[0].answer.map(\.isAsked) == [false, true, false])
    #expect(transcript.shownSpeakers.filter { $0.key < 4 } == [2: "Q", 3: "A"])
    #expect(transcript.paragraphs.map(\.number) == [1, 2, 3, 4, 5, 6])
  }

  @Test func wordsOfNoQuestionAreUnknown() throws {
    #expect(try transcript(talk, ["And?", "Why?"]).unknownFollowUps == ["Why?"])
    // The first has none before it.
    #expect(
      try transcript(talk, ["How deep is the harbour?"]).unknownFollowUps == ["How deep is the harbour?"])
  }

  @Test func numberedQuestionsStayTheirOwn() throws {
    let text = "1. How deep is it?\n\nTwelve metres.\n\n2. And?\n\nNothing.\n"
    #expect(try transcript(text, ["And?"]).unknownFollowUps == ["And?"])
    #expect(try read(text).proposedFollowUps == [])
  }

  @Test func whatCutsInBelongsToTheQuestion() throws {
    let text = """
      ANN ASH: What did the ministers speak about in the morning?

      BO BIRCH: They spoke about fish primarily. And —

      ANN ASH: Are you a minister yourself, or do you speak for one of them?

      BO BIRCH: I speak for all of them. They spoke about fish, and about the quays of the north.

      ANN ASH: Where will the new yard be built, in the town or outside?

      BO BIRCH: Outside, since there is room.
      """
    #expect(
      try read(text).proposedFollowUps == ["Are you a minister yourself, or do you speak for one of them?"])
  }

  @Test(arguments: [
    "You promised a new quay. Is that so?", "How was trade with the southern harbours?",
    "And what did the council say about the loan?",
  ])
  func aQuestionThatStandsByItselfIsNoFollowUp(question: String) throws {
    let text = """
      Q: How deep is the harbour of the town?

      A: It is twelve metres deep, and we dig it every spring.

      Q: \(question)

      A: I have told that to the council, and it will be told to you when the time has come.
      """
    #expect(try read(text).proposedFollowUps == [])
  }

  @Test func anotherWhoAsksAsksAnew() throws {
    let text = """
      ANN ASH: How deep is the harbour of the town?

      CY COLE: It is twelve metres deep, and we dig it every spring.

      BO BIRCH: And who pays for it?

      CY COLE: The town does, with a loan of $20 million that it took last year.
      """
    #expect(try read(text).proposedFollowUps == [])
  }

  @Test func ofVeryManyQuestionsMoreAreFollowUps() throws {
    func talk(_ count: Int) -> String {
      (1...count).map { number in
        """
        Q: What did the council of harbour \(number) decide about its northern quay?

        A: It decided to build it, with a loan that the town took in the year before, and for which it pays with fish.

        Q: Did the people who live beside that quay say that they agree?

        A: They did say so, after the council had told them what it would cost and when it would be built.
        """
      }.joined(separator: "\n\n")
    }
    #expect(try read(talk(4)).proposedFollowUps == [])
    let many = try read(talk(12)).proposedFollowUps
    #expect(many == ["Did the people who live beside that quay say that they agree?"])
  }
}
