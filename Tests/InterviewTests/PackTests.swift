import Foundation
import Interview
import TestSupport
import Testing

/// The transcripts of the packs that only tests build.
struct PackTests {
  @Test func theAndesPackIsReadFromOtherLineEndsAndNames() throws {
    let transcript = try Transcript.read(contents("Tests/Packs/andes/transcript.txt"), file: "transcript.txt")
    #expect(transcript.introduction.map(\.number) == [1, 2])
    #expect(transcript.biography.map(\.number) == [3])
    #expect(transcript.questions.map(\.speaker) == ["Dr Ximena Halcón Prado", "Dr Ximena Halcón Prado"])
    #expect(transcript.questions.map { $0.answer.map(\.number) } == [[4, 5, 6, 7], [8, 9, 10, 11]])
    #expect(
      transcript.questions.last?.text == "What would give people that reason? And who would pay for it?")
    #expect(!transcript.paragraphs.contains { $0.text.contains("\r") || $0.text.contains("\u{FEFF}") })
  }

  @Test func theLeastPackHasOneQuestionAndOneParagraph() throws {
    let transcript = try Transcript.read(
      contents("Tests/Packs/minimal/transcript.txt"), file: "transcript.txt")
    #expect(transcript.questions.map(\.text) == ["Why keep bees?"])
    #expect(transcript.paragraphs.map(\.text) == ["They were here first."])
  }
}
