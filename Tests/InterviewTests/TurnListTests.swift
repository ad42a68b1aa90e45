import Interview
import Testing

struct TurnListTests {
  @Test func labelsAndTurnsAreListedALineEach() throws {
    let transcript = try read(
      "A talk\n\nHost: Why does it rain?\n\nAnn Ash: Rain falls.\n\nNote: It is wet.\n\nBob Birch: Snow.\n\nThe snow\n\nHost: More?\n\nAsh: No.\n"
    )
    #expect(
      TurnList(transcript).text == """
        talk.txt: 2 questions, 5 paragraphs, 0 footnotes

        line  label      times  is
        3     Host       2      asks
        5     Ann Ash    1      answers
        7     Note       1      words of the text
        9     Bob Birch  1      answers
        15    Ash        1      answers, as Ann Ash

        line  ¶    part          speaker    words  begins
        1     1    introduction  –          2      A talk
        3     –    question 1    Host       4      Why does it rain?
        5     2–3  answer 1      Ann Ash    6      Rain falls.
        9     4    answer 1      Bob Birch  1      Snow.
        13    –    heading 2     –          2      The snow
        13    –    question 2    Host       1      More?
        15    5    answer 2      Ash        1      No.

        """)
  }

  @Test func everyLineOfTheListHasItsColumns() throws {
    for interview in AnnotatedTranscript.all {
      let parts = TurnList(try read(interview.input)).text.split(separator: "\n\n")
      for line in (parts.last ?? "").split(separator: "\n") {
        #expect(line.split(separator: #/ {2,}/#, maxSplits: 5).count == 6, "\(line)")
      }
    }
  }
}
