import Diagnostics
import Interview
import Testing

/// Greetings, thanks and handing the word on ask nothing.
struct ProcedureTests {
  private func questions(_ text: String) throws -> [String] { try read(text).questions.map(\.text) }

  @Test(arguments: [
    "Thank you. Next question, please.", "Good morning everyone.", "Minister, welcome.",
    "Helen, please go ahead.",
    "Thank you, Dr Orlo. We will now open the floor. Can you hear us? You have the floor.",
    "Our first question comes from Ann Ash at Harbour Bank.", "Good to see you, thanks for joining us.",
    "Thank you very much. We'll start with Mrs. Reed for seven minutes.",
    "Спасибо. Следующий вопрос, пожалуйста.",
    "Добрый день, коллеги!", "Vielen Dank für das Gespräch.", "Great, thank you very much.",
    "I am Ann Ash of the harbour. Now let me hand over to Dr Orlo.",
  ])
  func whatOnlyKeepsATalkGoingIsNoQuestion(text: String) {
    #expect(isProcedure(text))
  }

  @Test(arguments: [
    "Thank you. You said that it would rain.", "Go on.", "Please continue.", "Why?", "And?",
    "Thank you, tell us about the ports.",
    "My first question is about the floor of the harbour.", "Good morning. How deep is the harbour?",
    "The harbour is deep.",
    "Welcome. You promised a new quay.",
  ])
  func whatAsksOrSaysSomethingIsMore(text: String) {
    #expect(!isProcedure(text))
  }

  @Test func whoLeadsHandsTheWordToWhoeverAsks() throws {
    let text = """
      Operator: Good morning, and welcome to the call. Please go ahead.

      Cy Cole: We landed 12,000 tonnes of fish this year.

      Operator: Our first question comes from Ann Ash at Harbour Bank.

      Ann Ash: Thanks. What will you land next year?

      Cy Cole: About as much.

      Ann Ash: Great, thank you.

      Operator: The next question comes from Bob Birch at North Bank. Your line is open.

      Bob Birch: Where do you sell it?

      Cy Cole: In Hamburg.

      Operator: This concludes the call.
      """
    #expect(try questions(text) == ["Thanks. What will you land next year?", "Where do you sell it?"])
    #expect(try read(text).preface.last?.text == "Our first question comes from Ann Ash at Harbour Bank.")
  }

  @Test func aSpeakerWhoOnlyHandsOnLeadsTheTalkWithoutAnOffice() throws {
    let text = """
      spk9: Hello, everybody. Our first question comes from Ann Ash. Your line is open.
      spk3: What will you land?
      spk5: 12,000 tonnes.
      spk9: Your next question comes from Bob Birch. Your line is open.
      spk7: Where do you sell it?
      spk5: In Hamburg.
      """
    let transcript = try read(text)
    #expect(transcript.questions.map(\.text) == ["What will you land?", "Where do you sell it?"])
    #expect(transcript.labels.first { $0.label == "spk9" }?.role == .chairs)
  }

  @Test func howOneIsIsAQuestionWhereItIsAnsweredAtLength() throws {
    let text = """
      ANN ASH: Good afternoon, Mr Birch. How are you doing?

      BO BIRCH: We are completing the season of the harbour, and we have landed 12,000 tonnes of fish since spring.

      ANN ASH: Who buys it?

      BO BIRCH: Hamburg does.
      """
    #expect(try questions(text) == ["Good afternoon, Mr Birch. How are you doing?", "Who buys it?"])
    let short = text.replacing(
      "We are completing the season of the harbour, and we", with: "Well, thank you. We")
    #expect(
      try questions(short.replacing(" have landed 12,000 tonnes of fish since spring", with: "")).count == 1)
  }

  @Test func anExchangeOfGreetingsIsNoQuestion() throws {
    let text = """
      Jo Barnes: The harbour needs a new quay. On the line is its master. Good morning, Mr Birch.
      Al Birch: Good morning!
      Barnes: How long will it be?
      Birch: 300 metres.
      Barnes: Thank you for the talk.
      Birch: Thank you.
      """
    #expect(try questions(text) == ["How long will it be?"])
  }

  @Test func initialsBeforeAWideGapSpeakEachAsOften() throws {
    let text = """
      00:00:00

      CL          Hello and welcome. Let me hand over to the Director.

      TG        Thank you. We landed 12,000 tonnes of fish.

      00:10:15

      CL          Thank you. We'll start with Helen. Helen, please go ahead.

      HB          Thank you. Why not more?

      TG        The nets were small.

      CL          Thank you. Next question, please. It goes to Gus.

      GS          Where do you sell it?

      RL          In Hamburg.
      """
    let transcript = try read(text)
    #expect(transcript.questions.map(\.text) == ["Thank you. Why not more?", "Where do you sell it?"])
    #expect(transcript.questions.map(\.asker) == ["HB", "GS"])
    #expect(transcript.questions.map(\.speaker) == ["TG", "RL"])
  }

  @Test func aNameAndItsTimeOnALineSpeakOnce() throws {
    let text = """
      Ann Ash: (00:03)
      Good morning. Cy, the floor is yours.

      Cy: (00:31)
      Thank you. What will you land?

      Dr Orlo: (00:58)
      12,000 tonnes, I think.

      Ann Ash: (01:20)
      Thank you. Next question, please.

      Bo Birch: (01:40)
      Where do you sell it?

      Dr Orlo: (02:05)
      In Hamburg.
      """
    #expect(try questions(text) == ["Thank you. What will you land?", "Where do you sell it?"])
  }

  @Test func aNameInFullThatIsCalledOtherwiseLaterIsTheSame() throws {
    let text = """
      Reporter Ann Ash (below – Reporter):

      How deep is the harbour?

      The master of the harbour and its quays Bo Birch (below Master):

      Twelve metres.

      Reporter:

      Who digs it?

      Master:

      We do, every spring.
      """
    let transcript = try read(text)
    #expect(transcript.questions.map(\.text) == ["How deep is the harbour?", "Who digs it?"])
    #expect(
      transcript.questions.map { $0.answer.map(\.text) } == [["Twelve metres."], ["We do, every spring."]])
  }
}

/// Texts whose line breaks are lost, and captions.
struct LostLineTests {
  private func questions(_ text: String) throws -> [String] { try read(text).questions.map(\.text) }

  /// So much that it stands on no line of a page.
  private let rest = String(repeating: "The quay is old, and the water is not deep. ", count: 6)

  @Test func namesOnOneLineBeginTurns() throws {
    let text =
      "Ann Ash: How deep is the harbour? Bo Birch: Twelve metres. \(rest)Ann Ash: Who digs it? Bo Birch: We do, every spring."
    #expect(try questions(text) == ["How deep is the harbour?", "Who digs it?"])
  }

  @Test func initialsOnOneLineAreThoseOfTheNameBefore() throws {
    let text =
      "HARBOUR TIMES: How deep is the harbour? Mary Ann Birch: Twelve metres. \(rest)HARBOUR TIMES: Who digs it? M.A.B.: We do. HARBOUR TIMES: When? M.A.B.: In spring."
    #expect(try questions(text) == ["How deep is the harbour?", "Who digs it?", "When?"])
  }

  @Test func questionAndAnswerOnOneLineAreTwoTurns() throws {
    #expect(
      try questions("Q: How deep is the harbour? A: Twelve metres. \(rest)Q: Who digs it? A: We do.") == [
        "How deep is the harbour?", "Who digs it?",
      ])
  }

  @Test func marksOfCaptionsBeginTurns() throws {
    let text =
      "[no audio] >> hi everyone. >> on the fish, how many tonnes do you land? >> about 12,000 tonnes. >> and when will it be sold? >> in spring. >> thank you."
    #expect(
      try questions(text) == ["on the fish, how many tonnes do you land?", "and when will it be sold?"])
  }

  @Test(arguments: [
    (
      "00:00 The harbour is deep.\n00:04 It is.\n00:09 How deep is it?\n00:12 Twelve metres.\n00:15 That is not much.\n00:19 No.\n00:22 Good.\n",
      "these are captions, and they don't say who speaks"
    ),
    (
      "- The harbour.\n- It is deep.\n- How deep? I will tell you.\n- Thank you.\n",
      "its turns begin with dashes, and who asks can't be told from them"
    ),
    ("Only a speech.\n\nIt has no question.\n", "nobody asks in it"),
  ])
  func whatCantBeToldIsSaid(text: String, reason: String) {
    #expect(report(text).hasPrefix("talk.txt: error: the transcript has no questions: \(reason)"))
  }

  @Test func aQuestionThatSaysThatItAsksNeedsNoMark() throws {
    let text = """
      How deep is the harbour?

      Twelve metres.

      I’d like to ask how two new quays change your plans. One is the northern quay. The other is that of the new yard.

      They change nothing.

      Who digs it?

      We do.
      """
    #expect(try questions(text).count == 3)
  }

  @Test func aDashBeforeANumberIsNoWord() throws {
    #expect(
      try questions("- 1. How deep is it?\nTwelve metres.\n\n- 2. Who digs it?\nWe do.\n") == [
        "How deep is it?", "Who digs it?",
      ])
  }

  @Test(arguments: ["Coordinator", "The Chair", "Moderator"])
  func whoIsCalledAsWhoeverLeadsAnswersWhereOnlyThatIsDone(office: String) throws {
    let transcript = try read(
      """
      Question: What of the harbour?

      Spokesman: It was dredged by the port, and it is open to all ships.

      Question: How many people came?

      \(office): At the end of the year there were four million, and more are to come. We had hoped for fewer.

      Question: What do you ask of governments?

      \(office): We ask them for more than they gave. The need is large.
      """)
    #expect(transcript.questions.map(\.answer.count) == [1, 1, 1])
    #expect(transcript.questions.last?.answer.first?.isAsked == false)
  }
}
