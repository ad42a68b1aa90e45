import Diagnostics
import Interview
import Testing

/// Forms in which interviews are published, with words of our own.
struct PublishedFormTests {
  /// What is before the first question, and each question with its answer's paragraphs; who speaks before a bar.
  private func reading(_ text: String, labels: [String: LabelRole] = [:]) throws -> [String] {
    var log = DiagnosticLog()
    let transcript = try Transcript.read(text, file: "talk.txt", labels: labels, log: &log)
    func said(_ speaker: String?, _ text: String) -> String { speaker.map { "\($0)| " + text } ?? text }
    return transcript.preface.map { said($0.speaker, $0.text) }
      + transcript.questions.flatMap { question in
        ["? " + said(question.asker, question.text)] + question.answer.map { said($0.speaker, $0.text) }
      }
  }

  @Test func aLongOfficeBehindANameBelongsToTheLabel() throws {
    let text = """
      Ann B. Ash, President and Chief Executive, Northern Gas Association: How safe is the supply?

      Hon. Bob Birch, Minister of Natural Resources: It is safe.

      Ann B. Ash: And in winter?

      Hon. Bob Birch: In winter, too.
      """
    #expect(
      try reading(text) == [
        "? Ann B. Ash| How safe is the supply?", "Hon. Bob Birch| It is safe.",
        "? Ann B. Ash| And in winter?",
        "Hon. Bob Birch| In winter, too.",
      ])
  }

  @Test(arguments: ["Reporter: Ann Ash\n\n", "Reporter\nAnn Ash\n\n"])
  func aHeadThatSaysWhoAsksIsNoQuestion(head: String) throws {
    let text =
      head + """
        ANN ASH: Welcome. You said it would rain. It did not.

        BOB BIRCH, HARBOUR MASTER: It will.

        ANN ASH: When?

        BOB BIRCH: On Monday.
        """
    let read = try reading(text)
    #expect(read.filter { $0.hasPrefix("?") }.count == 2)
    #expect(read.last == "BOB BIRCH| On Monday.")
  }

  @Test func namesListedBeforeTheFirstTurnSpeakNoWords() throws {
    let text = """
      Ann Ash

      Bob Birch

      Cy Cole

      MODERATOR: We begin.

      Q. Why so late?
      ANN ASH: The bus broke down.

      Q. Bob, and you?
      BOB BIRCH: I walked.
      """
    #expect(
      try reading(text) == [
        "Ann Ash", "Bob Birch", "Cy Cole", "MODERATOR| We begin.", "? Why so late?",
        "ANN ASH| The bus broke down.", "? Bob, and you?", "BOB BIRCH| I walked.",
      ])
  }

  @Test func labelsInCapitalsWithinALineBeginTurns() throws {
    let text = """
      COMMISSIONER ASH: Good morning. MR. BIRCH: How is everybody? It has been a year. Q. Mr. Birch, what about the team? \
      MR. BIRCH: It is young. Q. And the others? MR. BIRCH: They are "fine."
      """
    #expect(
      try reading(text) == [
        "COMMISSIONER ASH| Good morning.", "MR. BIRCH| How is everybody? It has been a year.",
        "? Mr. Birch, what about the team?", "MR. BIRCH| It is young.", "? And the others?",
        "MR. BIRCH| They are \"fine.\"",
      ])
  }

  @Test func whoeverIsAskedByOfficeMayAskBack() throws {
    let text = """
      Q. If you had a message for the others.

      ANN ASH: Raise your hand. Who speaks?

      Q. What did you see?

      ANN ASH: A river.
      """
    #expect(
      try reading(text) == [
        "? If you had a message for the others.", "ANN ASH| Raise your hand. Who speaks?",
        "? What did you see?", "ANN ASH| A river.",
      ])
  }

  @Test func onlyQuestionsMayBeginWithADash() throws {
    let text = """
      — What changed?

      Much. We have a road.

      Has it helped? Ask the farmers.

      — There was a plan for a railway. It was known to all. What became of it?

      Nothing.
      """
    #expect(
      try reading(text) == [
        "? What changed?", "Much. We have a road.", "Has it helped? Ask the farmers.",
        "? There was a plan for a railway. It was known to all. What became of it?", "Nothing.",
      ])
  }

  @Test func captionsWithoutCapitalsHaveDashesOff() throws {
    let text = """
      – do you agree that storage is needed?
      – i do.
      – and how long will it take?
      – three years.
      """
    #expect(
      try reading(text) == [
        "? do you agree that storage is needed?", "i do.", "? and how long will it take?", "three years.",
      ])
  }

  @Test func aPaperInQuotesAsks() throws {
    let text = """
      «Голос»: — Как идут дела?

      — Хорошо.

      «Голос»: — А дома?

      — Тоже.
      """
    #expect(try reading(text) == ["? «Голос»| Как идут дела?", "— Хорошо.", "? «Голос»| А дома?", "— Тоже."])
  }

  @Test func timesGluedToTheirWordsAreTakenOff() throws {
    let text = "0:00Is it new?\n\n0:15It is.\n\n0:45Who pays for it?\n\n1:26We do.\n"
    #expect(try reading(text) == ["? Is it new?", "It is.", "? Who pays for it?", "We do."])
  }

  @Test func whoeverAsksMayOpenTheTalkBySeveralParagraphs() throws {
    let text = """
      Ann Ash: It was a good year.

      The harbour has a new quay.

      I am Ann Ash, and this is the news.

      Ann Ash: What does it change?

      Bob Birch: Everything.

      Ann Ash: And who pays?

      Bob Birch: We do.
      """
    #expect(
      try reading(text).prefix(4).map { String($0.prefix(9)) } == [
        "Ann Ash| ", "Ann Ash| ", "Ann Ash| ", "? Ann Ash",
      ])
  }

  @Test func questionsGoOnWithTheNumbersOfAnEarlierSitting() throws {
    let text = """
      Q152 Chair: How many are cold?

      Dr Ash: Three million.

      Q153 Mark Birch: More than before?

      Dr Ash: Yes.
      """
    var log = DiagnosticLog()
    let transcript = try Transcript.read(text, file: "talk.txt", log: &log)
    #expect(transcript.questions.map(\.number) == [1, 2])
    #expect(transcript.questions.map(\.text) == ["How many are cold?", "More than before?"])
    #expect(transcript.questions.map(\.asker) == ["Chair", "Mark Birch"])
  }

  @Test func bracketsWithinBracketsBelongToTheLabel() throws {
    let text = """
      The Chair (Mr. Ash (Northern Coast and Islands, Lib.)): Welcome.

      Mr. Birch (Long Bay, NDP): What does it cost?

      Ms. Cole (President, Gas Board): Two million.

      Mr. Birch: And next year?

      Ms. Cole: Three.
      """
    #expect(
      try reading(text) == [
        "The Chair| Welcome.", "? Mr. Birch (Long Bay, NDP)| What does it cost?",
        "Ms. Cole (President, Gas Board)| Two million.", "? Mr. Birch| And next year?", "Ms. Cole| Three.",
      ])
  }

  @Test func aReporterWhoIsCutShortStillAsks() throws {
    #expect(
      try reading("Q Is it so?\n\nMR. ASH: Yes.\n\nQ -- and is there music?\n\nMR. ASH: No.\n") == [
        "? Is it so?", "MR. ASH| Yes.", "? -- and is there music?", "MR. ASH| No.",
      ])
  }

  @Test func aFormThatNobodyKnowsIsReadWhereItIsSaidWhoSpeaks() throws {
    let text = """
      * reporter / What did you see there
      * mr rudd / Rubble.
      * reporter / And what here
      * mr rudd / The same.
      """
    let error = #expect(throws: DiagnosticError.self) { try reading(text) }
    #expect(error?.description.contains("--interviewer") == true)
    #expect(error?.description.contains("'* reporter'") == true)
    #expect(
      try reading(text, labels: ["Reporter": .asks, "Mr Rudd": .answers]) == [
        "? reporter| What did you see there", "mr rudd| Rubble.", "? reporter| And what here",
        "mr rudd| The same.",
      ])
  }

  @Test func labelsThatAreGluedToTheSentenceBeforeBeginTurns() throws {
    #expect(
      try reading("RUTH: What was it like?DAN: Like a lake.\nRUTH: And the bridge?DAN: Gone.\n") == [
        "? RUTH| What was it like?", "DAN| Like a lake.", "? RUTH| And the bridge?", "DAN| Gone.",
      ])
  }

  @Test func rowsOfATableOfTwoColumnsAreTurns() throws {
    let text = """
      | Speaker | Words |
      | --- | :-- |
      | Interviewer | What did it cost? |
      | Mr Rudd | Two million. |
      | Interviewer: | And here? |
      | Mr Rudd | Less. |
      """
    #expect(
      try reading(text).suffix(4) == [
        "? Interviewer| What did it cost?", "Mr Rudd| Two million.", "? Interviewer| And here?",
        "Mr Rudd| Less.",
      ])
  }

  @Test func reportersOfAgenciesAskInChinese() throws {
    let text = "法新社记者：有何评论？\n\n汪文：会谈有益。\n\n路透社记者：会签协议吗？\n\n汪文：请关注。\n"
    #expect(
      try reading(text) == ["? 法新社记者| 有何评论？", "汪文| 会谈有益。", "? 路透社记者| 会签协议吗？", "汪文| 请关注。"])
  }
}
