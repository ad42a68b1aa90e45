import Testing

@testable import Interview

@Test func aRequestAmongQuestionsWithoutLabelsIsAQuestion() throws {
  for (before, after) in [("", ""), ("## ", ""), ("**", "**")] {
    let text = """
      \(before)Why did trade grow?\(after)

      Because the border was opened in May.

      \(before)And is the railway finished?\(after)

      It is not. Trains run since March.

      \(before)Tell us about the schools in the region.\(after)

      We opened fourteen schools.
      """
    let transcript = try Transcript.read(text, file: "talk.txt")
    #expect(transcript.questions.map(\.answer.count) == [1, 1, 1])
    #expect(transcript.questions.last?.text == "Tell us about the schools in the region.")
  }
}

@Test func headingsThatAreNoQuestionsPartNoAnswers() throws {
  let text =
    "Q: Why?\n\nA: Because.\n\n## The schools\n\nWe opened fourteen.\n\nQ: And then?\n\nA: It rained.\n"
  #expect(try Transcript.read(text, file: "talk.txt").questions.count == 2)
}
