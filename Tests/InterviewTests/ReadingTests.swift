import Diagnostics
import Interview
import Testing

/// Interviews of every form that we know, read and compared with what they say.
struct ReadingTests {
  /// What of these is doubtful is said; the others are read without a word.
  private static let doubtful = [
    "misspelt", "missing-label", "press-conference", "one-reporter-no-mark",
  ]

  @Test(arguments: AnnotatedTranscript.all)
  func interviewsAreReadAsTheyAreMeant(_ interview: AnnotatedTranscript) throws {
    var log = DiagnosticLog()
    let transcript = try Transcript.read(interview.input, file: "talk.txt", log: &log)
    #expect(AnnotatedTranscript.turns(of: transcript) == interview.turns)
    #expect(transcript.preface.map { AnnotatedTranscript.regular($0.text) } == interview.preface)
    #expect(transcript.questions.compactMap(\.heading) == interview.headings)
    #expect(log.diagnostics.isEmpty != Self.doubtful.contains(interview.name), "\(log.diagnostics)")
  }

  @Test(arguments: AnnotatedTranscript.all)
  func whoAnswersIsKeptAsTheTranscriptWritesIt(_ interview: AnnotatedTranscript) throws {
    let transcript = try read(interview.input)
    let named = transcript.questions.flatMap(\.answer).compactMap(\.speaker)
    // A label holds until the next, so it is kept for every paragraph under it.
    let kept = interview.speakers.filter { speaker in
      named.contains { $0.trimmingSuffix(".") == speaker.trimmingSuffix(".") }
    }
    #expect(kept == interview.speakers)
  }

  @Test func thereAreEnoughOfThem() {
    #expect(AnnotatedTranscript.all.count >= 80)
    #expect(AnnotatedTranscript.all.reduce(0) { $0 + $1.turns.count } >= 200)
  }

  @Test(arguments: [1000, 3000])
  func anyNumberOfQuestionsIsRead(count: Int) throws {
    let numbered = (1...count).map {
      "\($0). Is this question \($0)?\n\nMV: It is number \($0).\n\nIndeed.\n"
    }
    let spoken = (1...count).map { "Q: Is this question \($0)?\nA: It is number \($0).\n" }
    for text in [numbered, spoken] {
      let transcript = try read(text.joined(separator: "\n"))
      #expect(transcript.questions.map(\.number) == Array(1...count))
      #expect(transcript.questions.last?.text == "Is this question \(count)?")
      #expect(transcript.questions.last?.answer.first?.text == "It is number \(count).")
    }
  }

  @Test func yearsAreNoQuestionsAmongNumberedOnes() throws {
    let transcript = try read(
      "1. What was the best year?\n\nMV: One of these.\n\n2041. Was it not the year of the bridge?\n\n2. And the worst?\n\nMV: None.\n"
    )
    #expect(transcript.questions.map(\.text) == ["What was the best year?", "And the worst?"])
  }

  @Test func thePackSaysWhatLabelsAre() throws {
    let text =
      "Host: Why?\n\nAsh: Rain.\n\nBirch: On the snow.\n\nAsh: It fell.\n\nHost: Really?\n\nAsh: Yes.\n\nMark: it was cold.\n"
    var log = DiagnosticLog()
    let told = try Transcript.read(
      text, file: "talk.txt", labels: ["Birch": .asks, "Mark": .text, "Cole": .asks], log: &log)
    #expect(told.questions.map(\.text) == ["Why?", "On the snow.", "Really?"])
    #expect(told.unknownLabels == ["Cole"])
    let other = try Transcript.read(text, file: "talk.txt", labels: ["Birch": .answers], log: &log)
    #expect(other.questions.map(\.text) == ["Why?", "Really?"])
    #expect(other.questions.first?.answer.map(\.speaker) == ["Ash", "Birch", "Ash"])
    let none = try Transcript.read(text, file: "talk.txt", labels: ["Birch": .text], log: &log)
    #expect(none.questions.first?.answer.map(\.text) == ["Rain.", "Birch: On the snow.", "It fell."])
  }

  @Test func labelsStandWhereTheSpeakerIsNotPlain() throws {
    let one = try read(
      "Host: Why?\n\nAsh: Rain.\n\nHost: I see.\n\nAsh: And snow.\n\nHost: More?\n\nAsh: No.\n")
    #expect(one.shownSpeakers == [2: "Host", 3: "Ash"])
    let two = try read("Host: Why?\n\nAnn Ash: Rain.\n\nBob Birch: Snow.\n\nHost: More?\n\nBob Birch: No.\n")
    #expect(two.shownSpeakers == [1: "Ann Ash", 2: "Bob Birch", 3: "Bob Birch"])
    let sole = try read("Host: Why?\n\nDr Ann Ash: Rain.\n\nHost: More?\n\nDr. Ash: No.\n")
    #expect(sole.shownSpeakers.isEmpty)
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
