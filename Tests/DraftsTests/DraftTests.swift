import Atlas
import Diagnostics
import Evidence
import Foundation
import Interview
import TestSupport
import Testing

@testable import Drafts

private let atlas = Result { try shippedAtlas() }

private func draft(_ text: String) throws -> DraftPack {
  try DraftPack(text, file: "transcript.txt", name: "Talk", atlas: atlas.get())
}

private func talk(_ answer: String) -> String { "Q: What happened?\n\nA: \(answer)\n" }

/// As the table of figures has them, without label and id.
private func rows(_ answer: String) throws -> [String] {
  try draft(talk(answer)).figures.map {
    [$0.value, $0.unit, $0.period, $0.qualifier, $0.status].joined(separator: "|")
  }
}

@Test func everyNumberThatABriefingCouldUseBecomesARow() throws {
  #expect(
    try rows(
      "In 2019 exports reached more than $2.5 billion. The goal for 2025 is to bring exports to $4 billion.")
      == ["2.5|USD bn|2019|more-than|actual", "4|USD bn|2025|exact|target"])
  #expect(try rows("About 40% of the land is irrigated.") == ["40|%||about|actual"])
  #expect(
    try rows("We built 120 km of road and opened 14 schools in 2021.") == [
      "120|km||exact|actual", "14|schools|2021|exact|actual",
    ])
  #expect(try rows("More than 200 signed agreements cover trade.") == ["200|agreements||more-than|actual"])
}

@Test func whatOnlyNamesSomethingIsNoFigure() throws {
  for answer in [
    "It was signed on 14 March 2018.", "Article 12 of the treaty says so.",
    "She came third, and he was the 17th.", "One of the key partners came.",
    "The two countries agreed.", "Call 555 0199 for more.", "In 2018 we began.",
    "It did not reach $5 billion.",
  ] {
    #expect(try rows(answer) == [], "\(answer)")
  }
}

@Test func aSentenceThatGoesOnWithThePronounKeepsTheLabelOfItsSubject() throws {
  let figures = try draft(
    talk("In 2012 the volume of trade was around USD 2.5 billion, in 2015 it exceeded USD 3.2 billion.")
  ).figures
  #expect(figures.map(\.label) == ["Volume of trade", "Volume of trade"])
  #expect(figures.map(\.id) == ["volume-trade-2012", "volume-trade-2015"])
}

@Test func theShippedInterviewGivesTheFiguresOfTheShippedPackAndNoWrongOne() throws {
  let pack = try draft(contents("seeds/kazakh-uzbek/transcript.txt"))
  #expect(pack.transcript.questions.count == 4)
  // Two of them stand in a footnote alone.
  #expect(pack.towns.count == 12 && pack.towns.suffix(2) == ["Saryagash", "Kyzylorda"])
  // What is computed from others is told by its period.
  func row(
    _ value: String, _ unit: String, _ period: String, _ qualifier: String, _ status: String, _ source: String
  )
    -> String
  { [value, unit, period, qualifier, status, source].joined(separator: "|") }
  let own = Set(
    pack.figures.map { row($0.value, $0.unit, $0.period, $0.qualifier, $0.status, "¶\($0.paragraph)") })
  let shipped = try Set(
    contents("seeds/kazakh-uzbek/figures.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }.map { row($0[2], $0[3], $0[4], $0[5], $0[6], $0[8]) })
  #expect(own.intersection(shipped).count >= 19)
  #expect(own.subtracting(shipped).isEmpty)
}

@Test func aDraftBuildsWithNothingToSayButThatItIsOne() throws {
  let folder = try TemporaryFolder()
  for kind in ["interview.txt", "talk.md"] {
    try folder.write(contents("seeds/kazakh-uzbek/transcript.txt"), to: kind)
    let made = try bayan("new", kind, "pack-\(kind)", in: folder.url)
    #expect(made.status == 0, "\(made.errors)")
    let checked = try bayan("check", "pack-\(kind)", in: folder.url)
    #expect(checked.status == 0 && !checked.errors.contains("error:"), "\(checked.errors)")
    #expect(checked.errors.contains("this pack is a draft"))
    #expect(try folder.read("pack-\(kind)/source/\(kind)") == contents("seeds/kazakh-uzbek/transcript.txt"))
  }
  let again = try bayan("new", "interview.txt", "pack-interview.txt", in: folder.url)
  #expect(again.status == 1 && again.errors.contains("nothing is overwritten"))
}

@Test func sentencesThatSayWhatMostOthersSayRankFirst() {
  let ranking = SentenceRanking([
    "Trade between both countries grew.", "Growing trade between the countries needs open borders.",
    "The cat slept.",
    "Open borders let trade between countries grow.",
  ])
  #expect(abs(ranking.scores.reduce(0, +) - 1) < 1e-9)
  #expect(ranking.scores.indices.min { ranking.scores[$0] < ranking.scores[$1] } == 2)
  #expect(ranking.similarity(0, 2) == 0)
}

@Test func aNumberWithAScaleKeepsItsWordsInTexts() throws {
  let pack = try draft(
    talk("The port handled 4.5 million tonnes in 2019. It is a port of many kinds of goods."))
  let texts = pack.files.filter { $0.name.hasSuffix(".md") || $0.name == "pack.yml" }.map {
    String(decoding: $0.bytes, as: UTF8.self)
  }
  #expect(texts.allSatisfy { !$0.contains("4.5 tonnes") && !$0.contains("|number} tonnes") })
  #expect(try rows("The port handled 4.5 million tonnes in 2019.") == ["4.5|m t|2019|exact|actual"])
}

@Test func whatIsCalledWrongAndHowOldSomebodyWasIsNoFigure() throws {
  #expect(try rows("My colleague wrongly claims that 80 percent of farms are bankrupt.") == [])
  #expect(try rows("I was 30 years old when I came in 1990.") == [])
  #expect(
    try rows("The rate fell by 3 percentage points to 6 percent.").allSatisfy { !$0.contains("at-most") })
}

@Test func sentencesThatWouldBeMarksOfAPackAreNotProposed() throws {
  let pack = try draft(
    talk(
      "We saw <b>it</b> coming for many years. They call it {braces} and [¶9] in their law. The rain came early in the year."
    ))
  let texts = pack.files.filter { $0.name != "transcript.txt" }.map {
    String(decoding: $0.bytes, as: UTF8.self)
  }.joined()
  #expect(!texts.contains("<b>") && !texts.contains("{braces}") && !texts.contains("[¶9]"))
}

@Test func townsThatAreNotTheFirstOfTheirNameAreSettledInPlaces() throws {
  let draft = try draft(talk("He moved from Paris, Mo., to London, Ky., and then from LONDON, Ky., to Rome."))
  #expect(draft.towns == ["Paris, Missouri", "London, Kentucky", "Rome"])
  let table = try #require(draft.files.first { $0.name == "places.csv" })
  let lines = String(decoding: table.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
  #expect(lines.count == 3)
  #expect(lines.dropFirst().allSatisfy { $0.contains(",US,3") })
}

@Test func whoIsSaidToSpeakIsKeptInThePack() throws {
  let text =
    "* reporter / What came\n* mr rudd / Rain came over the hills.\n* reporter / How deep was the snow\n* mr rudd / As deep as the river, and deeper in the hills.\n"
  let labels: [String: LabelRole] = ["Reporter": .asks, "Mr Rudd": .answers]
  let draft = try DraftPack(text, file: "transcript.txt", name: "Talk", labels: labels, atlas: atlas.get())
  #expect(draft.transcript.questions.map(\.text) == ["What came", "How deep was the snow"])
  let pack = try #require(draft.files.first { $0.name == "pack.yml" })
  #expect(
    String(decoding: pack.bytes, as: UTF8.self).contains(
      "  labels:\n    \"Mr Rudd\": answers\n    \"Reporter\": asks\n"))
  let error = #expect(throws: DiagnosticError.self) {
    try DraftPack(
      text, file: "t", name: "Talk", labels: ["Ann": .asks, "Reporter": .asks, "Mr Rudd": .answers],
      atlas: atlas.get())
  }
  #expect(error?.description.contains("no turn of the interview begins with 'Ann'") == true)
}

@Test func anAnswerOfAFewWordsIsItsOwnPoint() throws {
  for (answer, point) in [("Yes.", "**Yes.** [¶1]"), ("Why not?", "**Why not?** [¶1]")] {
    let pack = try draft(talk(answer))
    let texts = pack.files.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(texts.contains { $0.contains(point) }, "\(texts)")
  }
}

@Test func ofASpeechTheBeginningIsDraftedAndWhatHasNoFullStopIsLeftOut() throws {
  let said = (1...1500).map {
    "Every lorry of convoy \(String(repeating: "x", count: $0 % 9 + 1)) came on time."
  }
  let endless = "Nobody " + String(repeating: "and nobody ", count: 30_000) + "came."
  let transcript = try Transcript.read(talk((["\(endless)"] + said).joined(separator: " ")), file: "t.txt")
  let question = try #require(transcript.questions.first)
  let answer = AnswerDraft(question, figures: [])
  #expect(!answer.points.isEmpty)
  #expect(answer.points.allSatisfy { $0.text.count < 100 })
  let length = try #require(question.answer.first).text.unicodeScalars.count
  // The last third of the sentences is after the first thousand.
  let bound = length - said.suffix(500).joined(separator: " ").count
  #expect(answer.points.allSatisfy { $0.range.upperBound <= bound })
}

@Test func sentencesThatShareWordsAreLikeEachOtherAndTellTheMore() {
  let ranking = SentenceRanking([
    "Lorries wait at the border.", "Lorries cross the border.", "Rain fell upon mountains.", "Yes.", "At it.",
    "Lorries cross the border.",
  ])
  #expect(abs(ranking.similarity(1, 5) - 1) < 1e-12)
  #expect(ranking.similarity(0, 2) == 0)
  #expect(ranking.similarity(0, 1) > 0 && ranking.similarity(0, 1) < 1)
  #expect(ranking.similarity(0, 1) == ranking.similarity(1, 0))
  #expect(abs(ranking.scores.reduce(0, +) - 1) < 1e-9)
  #expect(ranking.scores[1] > ranking.scores[2])
  #expect(ranking.scores[0] > ranking.scores[3])
}

@Test func namesWithinNamesAreNoTowns() throws {
  let draft = try draft(
    talk("Johnson & Johnson came to Rome. A man known as Paris went by Bab al-Hawa to London."))
  #expect(draft.towns == ["Rome", "London"])
}

@Test func aHeadlineDoesNotSpeakOfItself() throws {
  let draft = try draft(
    talk("We keep the harbour of the old coast open. The harbour of the coast is open all through the year."))
  let pack = try #require(draft.files.first { $0.name == "pack.yml" })
  #expect(
    String(decoding: pack.bytes, as: UTF8.self).contains(
      "headline: \"The harbour of the coast is open all through the year\""))
}

@Test func noRunInEndsInTheMiddleOfAClause() {
  func runIn(_ text: String) -> Substring? {
    DraftTexts(figures: []).point(Sentence(text: text, paragraph: 1, range: 0..<text.unicodeScalars.count))
      .split(separator: "**").first
  }
  #expect(
    runIn(
      "Old customs of the coast that both towns kept alive for many hundreds of years until the harbour burnt down."
    ) == "Old customs of the coast")
  #expect(
    runIn(
      "Even with far less rain from the sea, we are bringing in hay from the hills for all the cattle of the north."
    ) == "Even with far less rain from the sea")
  #expect(
    runIn(
      "Helpers handed out warm soup for all children under the age of five in each of the three towns of the north."
    )
      == "Helpers handed out warm soup for all children under the age of five in each of the three towns of the north."
  )
  #expect(
    runIn(
      "They have winter camps that follow the herds along the rivers and over the hills of the north, as ever."
    )
      == "They have winter camps")
}
