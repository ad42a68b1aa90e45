import Diagnostics
import Foundation
import Interview
import TestSupport
import Testing

/// The shipped interview, as pdftotext left it, read with every trap it holds.
struct SeedTests {
  let transcript: Transcript

  init() throws { transcript = try seed() }

  private func paragraph(_ number: Int) -> String { transcript.paragraph(number)?.text ?? "" }

  @Test func partsAreToldApart() {
    #expect(transcript.introduction.map(\.number) == [1])
    #expect(transcript.biography.map(\.number) == [2])
    #expect(transcript.questions.map(\.number) == [1, 2, 3, 4])
    #expect(transcript.questions.map(\.speaker) == ["EB", "EB", "EB", "EB"])
    #expect(
      transcript.questions.map { $0.answer.map(\.number) } == [
        [3, 4, 5, 6, 7, 8, 9, 10], [11, 12, 13, 14], [15, 16, 17], [18, 19, 20, 21, 22],
      ])
    #expect(transcript.paragraphs.map(\.number) == Array(1...22))
    #expect(transcript.footnotes.map(\.number) == [1, 2, 3, 4])
    #expect(paragraph(2).hasPrefix("Dr. Erkin Baydarov is a senior researcher"))
  }

  @Test func questionsAreWholeSentencesWithoutTheirNumbers() {
    #expect(
      transcript.questions.map(\.text) == [
        "Due to the new policy of the Uzbek leadership, Kazakh-Uzbek relations have moved to a new stage of development. Could you please specify the main directions of cooperation?",
        "In the context of the new globalisation trend and changing power shift, what should we expect from the regional Kazakh-Uzbek cooperation?",
        "In your view, what is the role of Astana in the development of Kazakh-Uzbek relations?",
        "2018 was the “Year of Uzbekistan” in Kazakhstan, and 2019 will be the “Year of Kazakhstan” in Uzbekistan. In your opinion, how will these events contribute to the development of cultural ties in the region?",
      ])
    #expect(transcript.questions.map(\.location.line) == [23, 174, 241, 307])
  }

  @Test func paragraphsBeginWhereTheInterviewBeginsThem() {
    let openings = transcript.paragraphs.map {
      $0.text.split(separator: " ").prefix(3).joined(separator: " ")
    }
    #expect(
      openings == [
        "Since the beginning", "Dr. Erkin Baydarov", "Since the first", "Noteworthy, Kazakhstan and",
        "From the economic", "However, commercial relations", "In May 2018,",
        "Furthermore, those discussions",
        "One of the", "For the Kazakh", "Uzbekistan is one", "Kazakhstan and Uzbekistan",
        "Meanwhile, national interests",
        "Besides, the procedure", "Developing bilateral cooperation", "The contemporary complex",
        "The fact that",
        "Within the framework", "Moreover, ethnic minorities", "Moreover, the further", "It is worth",
        "Discussing the “Year",
      ])
    #expect(transcript.paragraph(5)?.location.line == 65)
    #expect(transcript.paragraph(9)?.location.column == 3)
  }

  @Test(arguments: [
    (4, "in the political, trade-economic, transport-communication, water-energy"),
    (4, "Strategy for Economic Cooperation for 2017-2019."),
    (6, "during the past 27 years of independence"),
    (6, "agreed to hold the First Interregional Forum “Kazakhstan–Uzbekistan” in Astana"),
    (6, "agricultural machinery, ready-made textiles"),
    (10, "to improve the investment climate and has already shown"),
    (12, "switch to cross-border and water-energy cooperation"),
    (15, "international cooperation in Central Asia. The emergence of such an “axis”"),
    (17, "in almost 27 years of bilateral relations"),
    (17, "military-political bloc"),
    (19, "There were tours to Kazakhstan of musical"),
    (22, "Abai Kunanbayev” (March 13, 2013). Abai left"),
  ])
  func sentencesRunOnOverLinesPagesAndFootnotes(number: Int, text: String) {
    #expect(paragraph(number).contains(text))
  }

  @Test(arguments: [(2, "ethno-politics"), (11, "EXPO-2017, the First"), (18, "Kazakh-Uzbek friendship")])
  func hyphensAtLineEndsStay(number: Int, text: String) {
    #expect(paragraph(number).contains(text))
  }

  @Test func marksAreTakenOutOfTheirWords() {
    let marks = transcript.paragraphs.flatMap { paragraph in
      paragraph.marks.map {
        (paragraph.number, $0.footnote, String(paragraph.text.prefix($0.offset).suffix(11)))
      }
    }
    #expect(marks.map(\.0) == [5, 8, 18, 18])
    #expect(marks.map(\.1) == [1, 2, 3, 4])
    #expect(marks.map(\.2) == ["cooperation", "stan region", " Kazakhstan", "irst degree"])
    #expect(paragraph(5).contains("economic cooperation. While in 2017"))
    #expect(paragraph(8).contains("in the Turkistan region, and a"))
    #expect(transcript.questions.allSatisfy { $0.marks.isEmpty })
  }

  @Test func footnotesAreWholeAndTheAddressHasNoSpaces() {
    #expect(
      transcript.footnotes.first?.text
        == "First Interregional Forum Kazakhstan-Uzbekistan held in Shymkent. Retreived from https://primeminister.kz/en/news/all/first-interregional-forum-kazakhstan-uzbekistan-held-in-shymkent-17470. Accessed 20 November 2018."
    )
    #expect(transcript.footnote(2)?.text == "Region in South Kazakhstan.")
    #expect(transcript.footnote(3)?.text.hasPrefix("As of interviewing time, October 2018,") ?? false)
    #expect(transcript.footnote(3)?.text.hasSuffix("Uzbekistan in Almaty city.") ?? false)
    #expect(transcript.footnote(4)?.text.hasSuffix("cooperation between peoples.") ?? false)
    #expect(transcript.footnotes.map(\.location.line) == [102, 155, 349, 356])
  }

  @Test func whiteSpaceAndApostrophesAreRegular() {
    for text in transcript.paragraphs.map(\.text) + transcript.questions.map(\.text)
      + transcript.footnotes.map(\.text)
    {
      #expect(!text.contains("  ") && !text.contains("\t") && !text.contains("´") && !text.contains("'"))
      #expect(text.trimmingCharacters(in: .whitespacesAndNewlines) == text)
    }
    #expect(paragraph(1).hasPrefix("Since the beginning of Shavkat Mirziyoyev’s presidency"))
    #expect(paragraph(20).contains("allocate 10 000 grants"))
    #expect(paragraph(21).contains("(‘Silk visa’)"))
  }

  /// Nothing of the file is lost but numbers, labels, marks and white space.
  @Test func everyLetterIsKeptInOrderOfReading() throws {
    func letters(_ text: String) -> [Character] { text.filter(\.isLetter).sorted() }
    let read =
      transcript.paragraphs.map(\.text) + transcript.questions.map(\.text) + transcript.footnotes.map(\.text)
    let labels = String(repeating: "EB", count: 4)
    let file = try contents("seeds/kazakh-uzbek/transcript.txt")
    #expect(letters(read.joined() + labels) == letters(file))
  }

  /// The same interview as other hands would have typed it reads the same.
  @Test(arguments: [
    ["\n", "\r\n"], ["\nEB: ", "\nDr Baydarov: "], ["\nEB: ", "\n"],
    ["\n1. Due", "\n1) Due", "\n2: In", "\n2) In"],
    [
      "\n1. Due", "\nQuestion 1: Due", "\n2: In", "\nQuestion 2: In", "\n3: In", "\nQuestion 3: In",
      " 4: 2018", "\nQuestion 4: 2018",
    ],
    ["\n1. Due", "\nQ: Due", "\n2: In", "\nQ: In", "\n3: In", "\nQ: In", " 4: 2018", "\nQ: 2018"],
    ["\n2 Region", "\n\u{0C}2 Region", "\n1 First", "\n\n\u{0C}1 First"],
    ["cooperation1", "cooperation¹", "\n1 First", "\n¹ First"],
    ["\n \u{20}", "\n"], ["region2", "region [2]", "\n2 Region", "\n[2] Region"], [" \n", "\n"],
    ["Since the beginning", "\u{FEFF}Since the beginning"],
  ])
  func otherFormsOfTheSameInterviewReadTheSame(changes: [String]) throws {
    var text = try contents("seeds/kazakh-uzbek/transcript.txt")
    for pair in stride(from: 0, to: changes.count, by: 2) {
      text = text.replacing(changes[pair], with: changes[pair + 1])
    }
    let other = try read(text)
    #expect(other.paragraphs.map(\.text) == transcript.paragraphs.map(\.text))
    #expect(other.paragraphs.map(\.marks) == transcript.paragraphs.map(\.marks))
    #expect(other.questions.map(\.text) == transcript.questions.map(\.text))
    #expect(other.footnotes.map(\.text) == transcript.footnotes.map(\.text))
    #expect(other.biography.map(\.number) == [2])
  }
}
