import Diagnostics
import Evidence
import Interview
import Tables
import Testing

@testable import Briefing

private let transcript = """
  Intro.

  1. What?

  A: It was 10 km and 20 km, and we met. We hope to build more.

  """
private let own = """
  id,label,value,unit,period,qualifier,status,formula,source,note
  a-1,Length,10,km,2001,exact,actual,,¶2,
  a-2,Length,20,km,2002,exact,estimate,,¶2,
  goal,Goal,40,km,2005,exact,target,,https://example.org/goal,
  other,Trains,7,trains,2002,,actual,,https://example.org/trains,
  latest,Length,,,,,derived,a-2,,
  more,Growth,,km,,,derived,a-2 - a-1,,

  """

/// What is doubted in a text, with an update laid over the figures.
private func doubts(_ text: String, update: String? = nil) throws -> [String] {
  let updates = try update.map { try [Table.read("id,value,status,source\n\($0)\n", file: "u.csv")] } ?? []
  let (figures, _) = try FigureTable.read(Table.read(own, file: "figures.csv"), updates: updates)
  let interview = try Transcript.read(transcript, file: "transcript.txt")
  var reader = InlineReader(
    figures: figures, paragraphs: Set(interview.paragraphs.map(\.number)), footnotes: [])
  reader.attribution = Attribution(figures, transcript: interview, expert: "Dr Ada Lovelace")
  _ = reader.read(text, at: SourceLocation(file: "1.md", line: 1, column: 1))
  return reader.log.diagnostics.map { "\($0.location?.column ?? 0): \($0.message)" }
}

private let later = "a-2,30,actual,https://example.org/x"

@Test(arguments: [
  "The expert expects {a-2} in {a-2|period}.", "The expert says it is {a-2}.",
  "According to the interview it was {a-2}.",
  "Lovelace estimates {a-2}.", "She hopes for {latest}.", "The ministry says it was {a-2}.",
  "By then {a-2} are planned.", "Kazakhstan plans to build {a-2}.", "Officials spoke of {more} more.",
  "It is “a road of {a-2} and more”.", "“It was 10 km and 20 km, and we met” tells of {a-2}.",
  "An increase, he said, is {a-2|higher than a-1} it.", "Everybody predicts {a-2|value} soon.",
])
func whatAnUpdateTookFromTheSpeakerIsDoubtedInTheSpeakersMouth(text: String) throws {
  #expect(try doubts(text).isEmpty)
  let found = try doubts(text, update: later)
  #expect(found.count == 1, "\(found)")
  #expect(found.first?.contains("from https://example.org/x") == true, "\(found)")
}

@Test(arguments: [
  "The road is {a-2} long.", "In {a-2|period} they met, the expert says.",
  "It grew to {a-2}. The expert expects more.",
  "The expert expects more. It grew to {a-2}.", "As expected it grew to {a-2}.",
  "{a-2|label} is what he says.",
])
func whatNobodyIsSaidToSayIsNotDoubted(text: String) throws {
  #expect(try doubts(text, update: later).isEmpty)
}

@Test func aMarkBehindAFigureFromElsewhereIsDoubtedAtTheFigure() throws {
  #expect(try doubts("It is {a-1} and {a-2} long. [¶2]").isEmpty)
  #expect(
    try doubts("It is {a-1} and {a-2} long. [¶2]", update: later)
      == ["17: '30\u{A0}km' is marked [¶2], which does not say it: 'a-2' is from https://example.org/x"])
  // A mark stands for what was said since the last one.
  #expect(try doubts("It was {a-1} [¶2], and it is {a-2} now.", update: later).isEmpty)
  #expect(try doubts("It is {a-2|change from a-1} on {a-1|period}. [¶2]", update: later).count == 1)
  // 25 km more, which the paragraph does not say.
  #expect(
    try doubts("It is {more} more. [¶1, ¶2]", update: "a-2,35,actual,https://example.org/x").count == 1)
  // The paragraph says it, whatever the row names as its source.
  #expect(try doubts("It is {a-2} long. [¶2]", update: "a-2,10,actual,https://example.org/x").isEmpty)
  // The new value without a source of its own is the update's.
  #expect(try doubts("It is {a-2} long. [¶2]", update: "a-2,30,,").count == 1)
}

@Test func othersMaySayWhatComesFromThem() throws {
  #expect(try doubts("The railway says it has {other|value}.").isEmpty)
  #expect(try doubts("The railway hopes for {goal}.").isEmpty)
  #expect(try doubts("The expert says it has {other}.").count == 1)
  #expect(try doubts("The railway hopes for {other}.").count == 1)
  #expect(try doubts("It has {other}. [¶2]").count == 1)
}

@Test(arguments: [
  ("¶2; Statistical Yearbook 2008, p. 214", 2), ("Statistical Yearbook 2008, p. 214", 1), ("¶1, ¶2", 2),
  ("https://example.org/a; https://example.org/b", 2), ("Letter of the Ministry, 5 May", 1), ("nonsense", 0),
])
func sourcesOfEventsMayBeInWords(text: String, count: Int) throws {
  let parts = StoryComposer.sourceParts(text)
  #expect(parts.count { Source($0.trimmed) != nil } == count)
}

extension Substring {
  fileprivate var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
