import Diagnostics
import Interview
import TestSupport
import Testing

/// Interviews whose labels somebody mistyped or left out, or whose blank lines are lost: they are read rightly, or
/// something is said about it.
struct MisreadingTests {
  enum Damage: CaseIterable {
    case misspeltQuestion, misspeltAnswer, missingQuestion, missingAnswer, noBlankLines

    /// Of a hundred damaged interviews how many may be misread in silence: where a request has lost its label, nothing
    /// tells it from what is said before it.
    var allowance: Int {
      switch self {
      case .misspeltQuestion, .misspeltAnswer: 2
      case .missingQuestion: 4
      case .missingAnswer: 8
      case .noBlankLines: 4
      }
    }
  }

  @Test(arguments: Damage.allCases)
  func damagedInterviewsAreReadOrDoubted(_ damage: Damage) {
    let damaged = AnnotatedTranscript.all.flatMap { variants(of: $0, damage) }
    let silent = damaged.filter(isMisreadInSilence)
    #expect(damaged.count > 50)
    #expect(silent.count * 100 <= damaged.count * damage.allowance, "\(silent.map(\.name))")
  }

  private func variants(of interview: AnnotatedTranscript, _ damage: Damage) -> [AnnotatedTranscript] {
    func changed(_ lines: [String]) -> AnnotatedTranscript {
      AnnotatedTranscript(name: interview.name, lines: lines)
    }
    if damage == .noBlankLines { return [changed(interview.lines.filter { $0 != "-|" })] }
    let margin: Character = damage == .misspeltQuestion || damage == .missingQuestion ? "q" : "a"
    return interview.lines.indices.compactMap { index in
      let line = interview.lines[index]
      guard line.first == margin, let close = line.firstIndex(of: "⟧"), line.hasPrefix("\(margin)|⟦"),
        line.index(after: close) < line.endIndex
      else { return nil }
      let label = Array(line[line.index(line.startIndex, offsetBy: 3)..<close])
      var lines = interview.lines
      let rest = line[line.index(after: close)...]
      switch damage {
      case .misspeltQuestion, .misspeltAnswer:
        guard let swapped = swapped(label) else { return nil }
        lines[index] = "\(margin)|⟦\(String(swapped))⟧\(rest)"
      default:
        lines[index] = "\(margin)|\(rest)"
      }
      return changed(lines)
    }
  }

  /// Two letters in the middle change places.
  private func swapped(_ label: [Character]) -> [Character]? {
    let places = label.indices.dropFirst().dropLast(3).filter {
      label[$0].isLetter && label[$0 + 1].isLetter && label[$0] != label[$0 + 1]
    }
    guard places.count >= 4 else { return nil }
    var label = label
    label.swapAt(places[places.count / 2], places[places.count / 2] + 1)
    return label
  }

  private func isMisreadInSilence(_ interview: AnnotatedTranscript) -> Bool {
    var log = DiagnosticLog()
    guard let transcript = try? Transcript.read(interview.input, file: "talk.txt", log: &log) else {
      return false
    }
    return log.diagnostics.isEmpty && AnnotatedTranscript.turns(of: transcript) != interview.turns
  }

  /// What is doubted, as printed; "no doubt" where nothing is.
  private func doubts(_ text: String) throws -> String {
    var log = DiagnosticLog()
    _ = try Transcript.read(text, file: "talk.txt", log: &log)
    return log.diagnostics.isEmpty ? "no doubt" : log.diagnostics.map(\.description).joined(separator: "\n")
  }

  @Test func aMisspeltLabelIsTakenForTheOneItNearlyIs() throws {
    #expect(
      try doubts(
        "Reporter: Why?\n\nDr Ash: Rain.\n\n  Repotrer: And snow.\n\nDr Ash: Snow too.\n\nReporter: Hail?\n\nDr Ash: No.\n"
      )
        == """
        talk.txt:5:3: warning: 'Repotrer' is taken for a misspelt 'Reporter'
          → if it is somebody else, say what it is under 'interview: labels:' in pack.yml: 'Repotrer: answers'
        """)
  }

  @Test func aLabelThatComesAgainInsideAnswersIsDoubted() throws {
    let said = try doubts(
      "1. Why?\n\nIt rains.\n\nBirch: It snows.\n\n2. And then?\n\nIt thaws.\n\nBirch: It floods.\n\n3. So?\n\nWe swim.\n"
    )
    #expect(
      said.contains("talk.txt:5:1: warning: 'Birch' begins 2 paragraphs, and is taken for words of the text"))
  }

  @Test func aSecondOneWhoAsksInsideAnAnswerIsDoubted() throws {
    let said = try doubts(
      "Host: Why?\n\nAsh: Rain. It rains all year.\n\nCole Coast: And snow?\n\nIt snows as well.\n\nHost: More?\n\nAsh: No.\n"
    )
    #expect(said.contains("talk.txt:"))
  }

  @Test func aQuestionWithoutItsNumberIsDoubted() throws {
    let said = try doubts("1. Why?\n\nIt rains.\n\nWhat follows?\n\nIt thaws.\n\n2. So?\n\nWe swim.\n")
    #expect(
      said.contains(
        "talk.txt:5:1: warning: this paragraph asks, and is taken for part of the answer to question 1"))
  }

  @Test func anAnswerWithoutItsLabelIsDoubted() throws {
    let said = try doubts(
      "Q: Why?\nA: Rain.\nQ: And then?\nSnow.\nQ: And then?\nA: Hail.\nQ: And so?\nA: We swim.\n")
    #expect(
      said.contains("talk.txt:4:1: warning: the answer to question 2 has no label, where others have one"))
  }

  @Test func anAnswerBeforeTheFirstQuestionIsDoubted() throws {
    let said = try doubts(
      "State your name.\nA: Ash.\nQ: And your trade?\nA: I row.\nQ: Since when?\nA: Long ago.\n")
    #expect(said.contains("talk.txt:2:1: warning: an answer stands before the first question"))
  }

  @Test func aQuestionThatHoldsItsAnswerIsDoubted() throws {
    let answer = Array(repeating: "it rains in the hills", count: 12).joined(separator: ", ")
    let said = try doubts(
      "1. Why does it rain? Because \(answer).\n\nSo it does.\n\n2. And snow?\n\nIt falls.\n")
    #expect(said.contains("talk.txt:1:1: warning: question 1 goes on for 61 words after its question mark"))
  }

  @Test func anAnswerFarLongerThanTheRestIsDoubted() throws {
    let turns = (1...5).map { number in
      "\(number). Why \(number)?\n\n"
        + String(repeating: "It rains in the hills. ", count: number == 3 ? 200 : 4) + "\n"
    }
    #expect(
      try doubts(turns.joined(separator: "\n")).contains(
        "talk.txt:11:1: warning: the answer to question 3 has 1000 words"))
  }

  @Test func anObjectionThatAsksNobodyIsDoubtedWhereNothingMarksQuestions() throws {
    let said = try doubts(
      "What did it change for you?\n\nThe mornings.\n\nBut is that enough?\n\nIt is not.\n")
    #expect(
      said.contains(
        "talk.txt:5:1: warning: this paragraph is taken for question 2, and may be one that the speaker asks himself"
      ))
  }

  @Test func aLabelWithinALineIsDoubted() throws {
    let said = try doubts("Q: Why rain? A: Clouds are full.\nA: Indeed.\nQ: Why snow?\nA: It is cold.\n")
    #expect(said.contains("talk.txt:1:1: warning: 'A:' stands within a paragraph"))
  }

  /// Who asks and who answers, of each label in its order, and whether something is doubted.
  private func roles(_ text: String) throws -> (roles: [String], isDoubted: Bool) {
    var log = DiagnosticLog()
    let labels = try Transcript.read(text, file: "talk.txt", log: &log).labels
    return (labels.map { "\($0.label) \($0.role.rawValue)" }, !log.diagnostics.isEmpty)
  }

  @Test(arguments: [
    "AH: Tell me about the ships.\nJB: We had 412 ships.\nAH: Go on.\nJB: Crews were 38.\nAH: The port does badly.\nJB: No, it does not. Don't you think?\nAH: No.\n",
    "AH: Describe the port.\nJB: It is small. Right?\nAH: Please explain.\nJB: It is near, isn't it?\n",
    "AH: Good morning. Walk us through the year.\nJB: It was long.\nAH: And now tell us of the crews.\nJB: They are few, you know?\n",
    "AH: Расскажите о порте.\nJB: Он мал, не так ли?\nAH: Продолжайте.\nJB: Он далеко.\n",
    "AH: Beschreiben Sie den Hafen.\nJB: Er ist klein, nicht wahr?\nAH: Erzählen Sie weiter.\nJB: Er ist fern.\n",
  ])
  func whoRequestsAsks(text: String) throws {
    #expect(try roles(text).roles == ["AH asks", "JB answers"])
  }

  @Test(arguments: [
    "AH: The ships, then.\nJB: We had 412 ships.\nAH: And the crews.\nJB: Crews were 38. Why so few?\nAH: The port does badly.\nJB: It does not.\n",
    "AH: The ships.\nJB: They were 412.\nAH: And the crews. How many?\nJB: 38.\nAH: Few.\nJB: Yes.\nAH: Good.\nJB: Yes.\nAH: I see.\nJB: Yes.\n",
  ])
  func rolesThatLittleSpeaksForAreDoubted(text: String) throws {
    #expect(try roles(text).isDoubted)
  }

  @Test(arguments: [
    ("SPEAKER_00:", "SPEAKER_01:"), ("[SPEAKER_00]", "[SPEAKER_01]"), ("[SPEAKER_00]:", "[SPEAKER_01]:"),
    ("Speaker-1:", "Speaker-2:"), ("spk_0:", "spk_1:"), ("S1:", "S2:"), ("Speaker A:", "Speaker B:"),
    ("speaker 1:", "speaker 2:"), ("SPEAKER_1:", "SPEAKER_10:"), ("Спикер 1:", "Спикер 2:"),
  ])
  func theNamesThatMachinesGiveAreLabels(first: String, second: String) throws {
    let said = try roles(
      "\(first) How many ships?\n\(second) We had 412\n\(first) And crews?\n\(second) There are 38.\n")
    #expect(said.roles.map { $0.split(separator: " ").last } == ["asks", "answers"])
    #expect(!said.isDoubted)
  }

  @Test func somebodyWhoCutsInOnceIsASpeakerWhereAllAreInCapitals() throws {
    let talk =
      "PRESS 1: How many ships?\nMINISTER: 412.\nPRESS 1: And why?\nMINISTER: Why not?\nSPOKESMAN: The minister means 206.\n"
    #expect(try roles(talk).roles.contains("SPOKESMAN answers"))
    #expect(
      try !roles(talk.replacing("SPOKESMAN", with: "WARNING")).roles.contains {
        $0.hasPrefix("WARNING answers")
      })
  }

  @Test func aListInAnAnswerHidesNoQuestion() throws {
    let talk = try read(
      "1) Ships\nHow many ships came?\nWe had 412 ships. In three groups:\n1) coasters, 300\n2) ferries, 100\n3) others, 12\n2) Crews\nHow many crews?\n38 crews.\n"
    )
    #expect(talk.questions.map(\.text) == ["Ships How many ships came?", "Crews How many crews?"])
    #expect(talk.questions.map(\.answer.count) == [4, 1])
  }

  @Test(arguments: [
    "HOLM - How many ships came?\n\nBERG - We had 412 ships.\n\nHOLM - And crews?\n\nBERG - There are 38.\n",
    "HOLM - How many ships came?\nBERG - We had 412 ships.\nHOLM - And crews?\nBERG - There are 38.\n",
    "Holm – How many ships came?\nBerg – We had 412 ships.\nHolm – And crews?\nBerg – There are 38.\n",
  ])
  func namesWithADashAreLabelsOrDoubted(text: String) throws {
    let said = try roles(text)
    #expect(said.roles.count == 2 || said.isDoubted)
  }

  @Test(arguments: [
    "seeds/kazakh-uzbek/transcript.txt", "Tests/Packs/andes/transcript.txt",
    "Tests/Packs/charts/transcript.txt",
    "Tests/Packs/minimal/transcript.txt",
  ])
  func theTranscriptsOfPacksAreNotDoubted(path: String) throws {
    #expect(try doubts(contents(path)) == "no doubt")
  }
}
