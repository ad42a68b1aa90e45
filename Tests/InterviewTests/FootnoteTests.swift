import Interview
import Testing

struct FootnoteTests {
  private func read(answer: String, notes: String) throws -> (
    text: String, marks: [FootnoteMark], notes: [String]
  ) {
    let transcript = try Transcript.read("1. What now?\n\n\(answer)\n\n\(notes)\n", file: "talk.txt")
    let paragraphs = transcript.paragraphs
    return (
      paragraphs.map(\.text).joined(separator: "|"), paragraphs.flatMap(\.marks),
      transcript.footnotes.map(\.text)
    )
  }

  @Test(arguments: [
    ("It grew well1.", "1 In the north."), ("It grew well.1", "1 In the north."),
    ("It grew well¹.", "¹ In the north."),
    ("It grew well[1].", "[1] In the north."), ("It grew well [1].", "[1] In the north."),
    ("It grew well1.", "Notes\n\n1. In the north."), ("It grew well1.", "1) In the north."),
    ("It grew well1.", "----\n1 In the north."), ("It grew well1.", "\u{0C}1 In the north."),
  ])
  func notesOfManyFormsAreTakenOut(answer: String, notes: String) throws {
    let result = try read(answer: answer, notes: notes)
    #expect(result.text == "It grew well.")
    #expect(result.marks.map(\.footnote) == [1])
    #expect(result.notes == ["In the north."])
  }

  @Test(arguments: ["It is so.", "هذا نص.", "यह है।", "Was it so?", "Так и на.", "他说好。"])
  func aMarkMayFollowTheStopOfAShortWord(sentence: String) throws {
    let result = try read(answer: "\(sentence)1", notes: "1 In the north.")
    #expect(result.text == sentence)
    #expect(result.marks.map(\.footnote) == [1])
  }

  @Test(arguments: ["See no.1", "It is on p.1", "See ст.1", "Ask J.1", "See U.S.1"])
  func abbreviationsBearNoMarks(sentence: String) throws {
    let result = try read(answer: "\(sentence) there.", notes: "1 In the north.")
    #expect(result.marks.isEmpty)
  }

  @Test func theOffsetIsWhereTheMarkStood() throws {
    let result = try read(answer: "It “grew”1 well2, they say.3", notes: "1 A.\n2 B.\n3 C.")
    #expect(result.text == "It “grew” well, they say.")
    #expect(result.marks.map(\.offset) == [9, 14, 25])
    #expect(result.notes == ["A.", "B.", "C."])
  }

  @Test(arguments: [
    "the G20 and CO2", "EXPO-2017 and 2008)", "USD 62 million and 3.5 km2", "an mp3 of covid-19",
    "40% in 12,5 t",
    "Article 5 and p.17", "https://mill.example/page2 too", "2018. It was 10 000",
  ])
  func numbersInTheTextAreNoMarks(text: String) throws {
    let result = try read(answer: "We saw \(text) there.", notes: "")
    #expect(result.text == "We saw \(text) there.")
    #expect(result.marks.isEmpty)
  }

  @Test func aDoubtfulNumberIsAMarkOnlyIfNothingElseIs() throws {
    let sure = try read(answer: "The B1 road is long1.", notes: "1 As of May.")
    #expect(sure.text == "The B1 road is long.")
    let only = try read(answer: "It grew1 and joined the EU2 late.", notes: "1 As of May.\n\n2 As of June.")
    #expect(only.text == "It grew and joined the EU late.")
    #expect(only.marks.map(\.footnote) == [1, 2])
  }

  @Test func oneFootnoteMayBeReferredToTwice() throws {
    let result = try read(answer: "It grew1, then fell1.", notes: "1 As of May.")
    #expect(result.marks == [FootnoteMark(footnote: 1, offset: 7), FootnoteMark(footnote: 1, offset: 18)])
  }

  @Test func theParagraphGoesOnAfterAFootnote() throws {
    let opening =
      "1. What do you remember of the great\nrivers of the valley?\n\nThey were wide1 in spring, and each of\n"
    for gap in ["\n\n", "\n ", "\n\u{0C}", "\n"] {
      let transcript = try Transcript.read(
        opening + "\n1 As wide as a road and deeper than\nmost. So they say." + gap
          + "the families had a boat. They rowed.\n",
        file: "talk.txt")
      #expect(
        transcript.paragraphs.map(\.text) == [
          "They were wide in spring, and each of the families had a boat. They rowed."
        ])
      #expect(transcript.footnotes.map(\.text) == ["As wide as a road and deeper than most. So they say."])
    }
  }

  @Test func aQuestionMayReferToAFootnote() throws {
    let transcript = try Transcript.read(
      "1. What of the mill1?\n\nIt stands.\n\n1 Built in May.\n", file: "talk.txt")
    #expect(transcript.questions.first?.text == "What of the mill?")
    #expect(transcript.questions.first?.marks == [FootnoteMark(footnote: 1, offset: 16)])
  }

  @Test func footnotesDoNotReachIntoTheNextTurn() throws {
    let transcript = try Transcript.read(
      "1. What now?\n\nMV: It grew1.\n\n1 As of May.\n2: And then?\n\nMV: It fell.\n", file: "talk.txt")
    #expect(transcript.questions.map(\.text) == ["What now?", "And then?"])
    #expect(transcript.footnotes.map(\.text) == ["As of May."])
  }
}
