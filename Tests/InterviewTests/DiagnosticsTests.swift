import Diagnostics
import Interview
import TestSupport
import Testing

struct InterviewDiagnosticsTests {
  @Test(arguments: ["", "\n\n", "\u{FEFF}"])
  func aTranscriptWithoutQuestions(text: String) {
    #expect(
      report(text)
        == """
        talk.txt: error: the transcript has no questions
          → begin each question with its number and a full stop ('1. …?'), or with 'Q:' and its answer with 'A:'; or say who \
        speaks: 'bayan new FILE --interviewer Reporter --expert "Mr Rudd"'
        """)
  }

  @Test func numbersThatSkipOrRepeat() {
    #expect(
      report("1. A?\n\nX.\n\n3. B?\n\nY.\n\n3. C?\n\nZ.\n")
        == """
        talk.txt:5:1: error: question 3 follows question 1
          → number the questions 1, 2, 3 … in order
        talk.txt:9:1: error: question 3 comes twice
          → number the questions 1, 2, 3 … in order
        """)
    #expect(report("2. A?\n\nX.\n").hasPrefix("talk.txt:1:1: error: the first question has the number 2\n"))
  }

  @Test func anEmptyAnswer() {
    #expect(
      report("1. A?\n\nX.\n\n  2. B?\n\n3. C?\n\nZ.\n\n4. D?\n")
        == """
        talk.txt:5:3: error: question 2 has no answer
          → write the answer below the question, beginning a new line
        talk.txt:11:1: error: question 4 has no answer
          → write the answer below the question, beginning a new line
        """)
    #expect(report("Q: A?\nQ: B?\nA: Y.\n").hasPrefix("talk.txt:1:1: error: question 1 has no answer\n"))
    #expect(
      report("1. A?\n\nMV:\n\n2. B?\n\nMV: Y.\n").hasPrefix("talk.txt:1:1: error: question 1 has no answer\n")
    )
  }

  @Test func anEmptyQuestion() {
    #expect(
      report("I: Why?\nR: Rain.\nI:\nR: Snow.\nI: Really?\nR: Yes.\n")
        == """
        talk.txt:3:1: error: question 2 has no words
          → write what was asked behind its number or label, or '[inaudible]'
        """)
  }

  @Test func aMarkAfterANumberIsPointedOut() {
    let usual = "write '1' right after the word it belongs to, or take the footnote out"
    func said(_ answer: String) -> String { report("1. A?\n\n\(answer)\n\n[1] In May.\n") }
    #expect(
      said("It grew well\nin 2020.1 In June it fell.") == """
        talk.txt:6:1: error: footnote 1 is never referred to
          → line 4 has '2020.1': if that is its mark, write '[1]'; else \(usual)
        """)
    #expect(said("It grew by 8.1").contains("line 3 has '8.1'"))
    #expect(said("It grew by 8.1 per cent.").contains("→ \(usual)"))
    #expect(said("It grew by 8.12 In May.").contains("→ \(usual)"))
  }

  @Test func marksAndFootnotesWithoutPartners() {
    #expect(
      report("1. A?\n\nIt grew well1\nand fell later2.\n\n1 In May.\n")
        == """
        talk.txt:4: error: footnote mark 2 has no footnote
          → add the footnote as a paragraph that begins '2 ', or separate the number from its word
        """)
    #expect(
      report("1. A?\n\nIt grew well1.\n\n1 In May.\n\n2 In June.\n")
        == """
        talk.txt:7:1: error: footnote 2 is never referred to
          → write '2' right after the word it belongs to, or take the footnote out
        """)
    #expect(
      report("1. A?\n\nIt grew well1.\n\n1 In May.\n\n\u{0C}1 In June.\n")
        == """
        talk.txt:7:1: error: footnote 1 comes twice
          → number the footnotes of the whole transcript 1, 2, 3 …
        """)
  }

  @Test func allMistakesAreReportedAtOnce() {
    let text = report("1. A?\n\n3. B?\n\nIt grew well1.\n")
    #expect(text.contains("question 3 follows question 1"))
    #expect(text.contains("question 1 has no answer"))
    #expect(text.contains("footnote mark 1 has no footnote"))
  }

  /// Any cut, doubled or damaged line of a real transcript is read or reported, and never crashes.
  @Test func damagedTranscriptsAreReadOrReported() throws {
    let text = try contents("seeds/kazakh-uzbek/transcript.txt")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<120 {
      var damaged = lines
      for _ in 0..<20 {
        let index = Int.random(in: damaged.indices, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: damaged.remove(at: index)
        case 1: damaged.insert(damaged[index], at: Int.random(in: damaged.indices, using: &generator))
        case 2: damaged[index] = damaged[index].prefix(Int.random(in: 0...12, using: &generator))
        default:
          damaged[index] =
            ["", "1", "2. ", "9 Nine", "[3]", "EB:", "\u{0C}", "-", "¹"].randomElement(using: &generator)
            ?? ""
        }
      }
      do throws(DiagnosticError) {
        let transcript = try Transcript.read(damaged.joined(separator: "\n"), file: "talk.txt")
        #expect(transcript.paragraphs.map(\.number) == Array(1...transcript.paragraphs.count))
        #expect(transcript.questions.allSatisfy { !$0.answer.isEmpty && !$0.text.isEmpty })
      } catch {
        #expect(error.diagnostics.allSatisfy { $0.advice != nil && $0.location?.file == "talk.txt" })
      }
    }
  }

  /// Interviews of every form with letters lost, doubled and exchanged.
  @Test func damagedInterviewsOfEveryFormAreReadOrReported() {
    let signs = Array("Q: A:1.2)[00:01:02](1:23)**#— \t?。\n\n\u{0C}¹_აث")
    var generator = SeededGenerator(seed: 23)
    for interview in AnnotatedTranscript.all {
      var text = Array(interview.input)
      for _ in 0..<6 where text.count > 30 {
        let place = Int.random(in: 0..<(text.count - 20), using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: text.removeSubrange(place..<(place + Int.random(in: 1...20, using: &generator)))
        case 1:
          text.insert(
            contentsOf: text[place..<(place + 20)], at: Int.random(in: 0..<text.count, using: &generator))
        default: text[place] = signs.randomElement(using: &generator) ?? " "
        }
      }
      guard let transcript = try? read(String(text)) else { continue }
      #expect(transcript.questions.allSatisfy { !$0.answer.isEmpty && !$0.text.isEmpty })
      #expect(transcript.paragraphs.map(\.number) == transcript.paragraphs.indices.map { $0 + 1 })
    }
  }

  /// Text of random signs too.
  @Test func noiseIsReadOrReported() {
    let signs = Array("1234. :?()[]¹²\n\n\n \tabcdEFж-–\u{0C}\u{AD}'´“”QAu\u{301}")
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<400 {
      let text = String(
        (0..<Int.random(in: 0..<200, using: &generator)).map { _ in
          signs.randomElement(using: &generator) ?? " "
        })
      _ = try? Transcript.read(text, file: "noise.txt")
    }
  }
}
