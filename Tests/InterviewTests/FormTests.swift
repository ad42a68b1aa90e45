import Interview
import Testing

/// Transcripts of other forms than the shipped one.
struct FormTests {
  /// Two questions with answers of one paragraph each, as texts.
  private func pairs(_ transcript: Transcript) -> [[String]] {
    transcript.questions.map { [$0.text] + $0.answer.map(\.text) }
  }

  @Test(arguments: [
    "1. Why rain?\n\nClouds are full.\n\n2. Why snow?\n\nIt is cold.\n",
    "1) Why rain?\nClouds are full.\n2) Why snow?\nIt is cold.\n",
    "(1) Why rain?\n\nClouds are full.\n\n(2) Why snow?\n\nIt is cold.\n",
    "1: Why rain?\n\nMV: Clouds are full.\n\n2: Why snow?\n\nMV: It is cold.\n",
    "1. Why rain?\n\nMV: Clouds are full.\n\n2. Why snow?\n\nIt is cold.\n",
    "Question 1\n\nWhy rain?\n\nClouds are full.\n\nQuestion 2\n\nWhy snow?\n\nIt is cold.\n",
    "Question 1: Why rain?\nAnswer: Clouds are full.\n\nQuestion 2: Why snow?\nAnswer: It is cold.\n",
    "Question 1: Why rain?\nAnswer 1: Clouds are full.\n\nQuestion 2: Why snow?\nAnswer 2: It is cold.\n",
    "Q1. Why rain?\nA1. Clouds are full.\nQ2. Why snow?\nA2. It is cold.\n",
    "Q1 – Why rain?\n\nClouds are full.\n\nQ2 – Why snow?\n\nIt is cold.\n",
    "Q: Why rain?\nA: Clouds are full.\nQ: Why snow?\nA: It is cold.\n",
    "Q. Why rain?\n\nA. Clouds are full.\n\nQ. Why snow?\n\nA. It is cold.\n",
    "Interviewer: Why rain?\n\nDr Vela: Clouds are full.\n\nInterviewer: Why snow?\n\nDr Vela: It is cold.\n",
    "Why rain?\n\nDr Vela: Clouds are full.\n\nWhy snow?\n\nDr Vela: It is cold.\n",
    "Why rain?\n\nClouds are full.\n\nWhy snow?\n\nIt is cold.\n",
    "1.\nWhy rain?\n\nMV:\n\nClouds are full.\n\n2.\nWhy snow?\n\nMV:\n\nIt is cold.",
    "\u{FEFF}1. Why rain?\r\n\r\nClouds are full.\r\n\r\n2. Why snow?\r\n\r\nIt is cold.\r\n",
    "1. Why rain?\r\rClouds are full.\r\r2. Why snow?\r\rIt is cold.\r",
  ])
  func questionsAreFoundInManyForms(text: String) throws {
    let transcript = try read(text)
    #expect(pairs(transcript) == [["Why rain?", "Clouds are full."], ["Why snow?", "It is cold."]])
    #expect(transcript.questions.map(\.number) == [1, 2])
    #expect(transcript.paragraphs.map(\.number) == [1, 2])
    #expect(transcript.introduction.isEmpty && transcript.biography.isEmpty && transcript.footnotes.isEmpty)
  }

  @Test func speakersAreNamedAsTheTranscriptNamesThem() throws {
    #expect(try read("Host: Why?\n\nDr Maria Vela: Because.\n").questions.first?.speaker == "Dr Maria Vela")
    #expect(try read("1. Why?\n\nM.V.: Because.\n").questions.first?.speaker == "M.V.")
    #expect(try read("Q: Why?\nA: Because.\n").questions.first?.speaker == nil)
    #expect(try read("1. Why?\n\nBecause.\n").questions.first?.speaker == nil)
  }

  @Test(arguments: [
    "Вопрос 1: Почему дождь?\nОтвет: Тучи полны.\n\nВопрос 2: Почему снег?\nОтвет: Холодно.\n",
    "1. Почему дождь?\n\nМВ: Тучи полны.\n\n2. Почему снег?\n\nМВ: Холодно.\n",
    "Вопрос: Почему дождь?\n\nМария Вела: Тучи полны.\n\nВопрос: Почему снег?\n\nМария Вела: Холодно.\n",
  ])
  func cyrillicTranscriptsAreRead(text: String) throws {
    #expect(pairs(try read(text)) == [["Почему дождь?", "Тучи полны."], ["Почему снег?", "Холодно."]])
  }

  @Test(arguments: [1, 2, 40])
  func anyNumberOfQuestionsIsRead(count: Int) throws {
    let text = (1...count).map { "\($0). Is this question \($0)?\n\nMV: It is number \($0).\n\nIndeed.\n" }
    let transcript = try read("Some words first.\n\n" + text.joined(separator: "\n"))
    #expect(transcript.questions.map(\.number) == Array(1...count))
    #expect(transcript.questions.map { $0.answer.count } == Array(repeating: 2, count: count))
    #expect(transcript.introduction.map(\.text) == ["Some words first."])
    #expect(transcript.paragraphs.map(\.number) == Array(1...(1 + 2 * count)))
  }

  @Test func aTextWithoutWrappingHasAParagraphALine() throws {
    let long = Array(repeating: "Rivers carry what the hills let go.", count: 12).joined(separator: " ")
    let transcript = try read(
      "Q: What do rivers do?\nA: \(long)\n\(long)\nShort one.\nQ: And hills?\nA: \(long)\n")
    #expect(transcript.questions.map { $0.answer.map(\.text) } == [[long, long, "Short one."], [long]])
  }

  @Test func listsInAnAnswerAreNoQuestions() throws {
    let transcript = try read(
      """
      1. What helps?

      MV: Three things help.

      1. Rain in spring.

      2. Sun in summer.

      3. Patience.

      2. And then?

      MV: In order of weight:

      1. Barns.

      2. Roads.
      """)
    #expect(transcript.questions.map(\.text) == ["What helps?", "And then?"])
    #expect(transcript.questions.map { $0.answer.count } == [4, 3])
    #expect(transcript.paragraph(2)?.text == "1. Rain in spring.")
  }

  @Test func numbersAndYearsAtLineStartsAreNoQuestions() throws {
    let transcript = try read(
      """
      1. How long did the two valleys wait for
      their road?

      MV: They waited for almost
      27 years, and then for another
      2. of what use is it to count? The first lorry
      came in May
      2016. It was a festive day for everyone who
      had been waiting, and it rained for
      3 hours without a stop at 10:30
      4:30 in the evening it was dry.

      2. And today?

      MV: Today it is a road like
      any other.
      """)
    #expect(
      transcript.questions.map(\.text) == ["How long did the two valleys wait for their road?", "And today?"])
    #expect(transcript.questions.map { $0.answer.count } == [1, 1])
  }

  @Test func aRequestIsAQuestionIfItsNumberIsMissingOtherwise() throws {
    let transcript = try read(
      "1. Why rain?\n\nClouds.\n\n2. Please tell us about snow.\n\nIt is cold.\n\n3. And hail?\n\nIt is hard.\n"
    )
    #expect(transcript.questions.map(\.text) == ["Why rain?", "Please tell us about snow.", "And hail?"])
    let requests = try read("1. Tell us about rain.\n\nClouds.\n\n2. Tell us about snow.\n\nCold.\n")
    #expect(requests.questions.map(\.text) == ["Tell us about rain.", "Tell us about snow."])
  }

  @Test func aSentenceThatOpensWithAColonIsNoSpeaker() throws {
    let transcript = try read("1. What grew?\n\nTrade: it doubled.\n\n2. What fell?\n\nPrices: by half.\n")
    #expect(transcript.questions.map(\.speaker) == [nil, nil])
    #expect(transcript.paragraph(1)?.text == "Trade: it doubled.")
  }

  @Test func everyParagraphSaysWhoSpeaks() throws {
    let transcript = try read(
      "Host: Why?\n\nAnn Ash: Rain.\n\nAnn Ash: And wind.\n\nBob Birch: Snow.\n\nAnn Ash: No.\n\nHost: Really?\n\nBob Birch: Yes.\n"
    )
    #expect(transcript.questions.map(\.speaker) == ["Ann Ash", "Bob Birch"])
    #expect(
      transcript.questions.first?.answer.map(\.text) == ["Rain.", "And wind.", "Snow.", "No."])
    #expect(
      transcript.questions.first?.answer.map(\.speaker) == ["Ann Ash", "Ann Ash", "Bob Birch", "Ann Ash"])
  }

  @Test func aQuestionMayTakeSeveralParagraphs() throws {
    let transcript = try read("1. Is it rain?\n\nOr is it snow?\n\nMV: Hail.\n\n2. Sure?\n\nMV: Yes.\n")
    #expect(transcript.questions.first?.text == "Is it rain? Or is it snow?")
    #expect(transcript.questions.first?.answer.map(\.text) == ["Hail."])
  }

  @Test func whoTheExpertIsMayStandBeforeOrAfterTheIntroduction() throws {
    let bio = "Maria Vela studies the rain of two valleys."
    let intro = "We met in spring to speak about the weather."
    for (first, second) in [(bio, intro), (intro, bio)] {
      let transcript = try read("\(first)\n\n\(second)\n\n1. Why?\n\nMV: So.\n\n2. How?\n\nMV: Thus.\n")
      #expect(transcript.biography.map(\.text) == [bio])
      #expect(transcript.introduction.map(\.text) == [intro])
      #expect(transcript.paragraphs.map(\.text) == [first, second, "So.", "Thus."])
      #expect(transcript.paragraphs.map(\.number) == [1, 2, 3, 4])
    }
    let titled = try read("Interview with Maria Vela\n\n\(intro)\n\n\(bio)\n\nHost: Why?\n\nDr Vela: So.\n")
    #expect(titled.biography.map(\.text) == [bio])
    #expect(titled.introduction.count == 2)
    let unlabelled = try read("\(intro)\n\nDr. Maria Vela is a hydrologist.\n\n1. Why?\n\nSo.\n")
    #expect(unlabelled.biography.map(\.number) == [2])
  }
}
