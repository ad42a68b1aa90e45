import Atlas
import Briefing
import ChartGrammar
import Diagnostics
import Foundation
import TestSupport
import Testing

/// What the shipped pack says with an update laid over it, as its pages have it.
private struct Told {
  var texts: [String] = []
  var alternatives: [String] = []

  /// The update's row is of the columns `id,value,unit,period,qualifier,status,formula,source`.
  init(_ update: String, asOf: String) throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("update.csv")
    let header = "id,value,unit,period,qualifier,status,formula,source\n"
    try (header + update + "\n").write(to: file, atomically: true, encoding: .utf8)
    let story = try LoadedPack(
      projectPath("seeds/kazakh-uzbek"),
      atlas: shippedAtlas(),
      figures: update.isEmpty ? [] : [file.path], asOf: asOf
    ).story
    try FileManager.default.removeItem(at: folder.url)
    for question in story.questions {
      texts += [question.headline.text, question.statement?.text ?? ""] + question.points.map(\.text)
      texts += question.keyFigures.flatMap { [$0.label.text, $0.note?.text ?? ""] }
      for exhibit in question.exhibits {
        texts += [exhibit.title?.text ?? "", exhibit.subtitle?.text ?? "", exhibit.note?.text ?? ""]
        if case .chart(let chart) = exhibit.content { alternatives.append(chart.alternativeText()) }
      }
    }
    texts = texts.map { $0.replacing("\u{A0}", with: " ") }
    alternatives = alternatives.map { $0.replacing("\u{A0}", with: " ") }
  }

  func says(_ text: String) -> Bool { texts.contains { $0.contains(text) } }
}

/// Each with what the pages say, and what they must not.
@Test(
  arguments: [
    (
      "", "2018-11-20",
      [
        "Trade reached more than $2 bn in Jan–Sep 2018, on the way to $5 bn",
        "Trade rose in 2018. Nine months of 2018",
        "Nine months of 2018 brought more than $2 bn, against the goal of $3 bn for 2018",
        "Trade in nine months of 2018 was up 40% on those of 2017", "The goal for 2020 is about 2.5 times",
        "Nearly all of the common border is agreed", "Nearly all of the border is settled.",
      ], ["recover"]
    ),
    // The goal is passed.
    (
      "lead-trade,8,USD bn,2018-01/2018-09,exact,actual,,https://example.org/n", "2019-06",
      ["Trade reached $8 bn in Jan–Sep 2018, past $5 bn"], ["on the way to $5 bn"]
    ),
    (
      "lead-trade,5,USD bn,2018-01/2018-09,exact,actual,,https://example.org/n", "2019-06",
      ["Trade reached $5 bn in Jan–Sep 2018, level with $5 bn"], ["on the way to $5 bn"]
    ),
    // It fell.
    (
      "growth-2018-9m,-40,,,,,,https://example.org/n", "2019-06",
      ["Trade fell in 2018. Nine months of 2018 brought more than $2 bn, down 40%"],
      ["recover", "rose in 2018"]
    ),
    (
      "growth-2018-9m,0,,,,,,https://example.org/n", "2019-06", ["Trade stayed level in 2018."],
      ["rose in 2018"]
    ),
    // More of the border is open.
    (
      "border-open,16,,,,,,https://example.org/n", "2019-06",
      ["Most of the common border is agreed", "Most of the border is settled."], ["Nearly all"]
    ),
    (
      "border-open,0,,,exact,,,https://example.org/n", "2019-06",
      ["All of the common border is agreed"], ["Nearly all"]
    ),
    // The goal of the year is passed in its nine months.
    (
      "turnover-2018-9m,3.4,,,exact,,,https://example.org/n", "2019-06",
      ["Nine months of 2018 brought $3.4 bn, past the goal of $3 bn for 2018"], ["towards the goal"]
    ),
    // Another figure gets another period.
    (
      "turnover-2018,3,,2022,,,,https://example.org/n", "2019-06",
      ["Trade in nine months of 2018 was up 40%"], ["months of 2022"]
    ),
  ] as [(String, String, [String], [String])])
func aPagesClaimsFollowItsFigures(update: String, asOf: String, said: [String], unsaid: [String]) throws {
  let told = try Told(update, asOf: asOf)
  for text in said { #expect(told.says(text), "\(text)") }
  for text in unsaid { #expect(!told.says(text), "\(text)") }
}

@Test func aGoalWhoseTimeIsOverIsHistory() throws {
  let told = try Told("", asOf: "2023-07")
  #expect(told.says("The goal for 2020 was about 2.5 times the trade of 2017"))
  #expect(!told.says("The goal for 2020 is"))
  #expect(!told.says("the goal of both sides"))
}

@Test func anAlternativeTextSaysNoOtherWayThanItsTitle() throws {
  let level = try Told("growth-2018-9m,0,,,,,,https://example.org/n", asOf: "2019-06")
  #expect(level.says("Trade in nine months of 2018 was unchanged on those of 2017"))
  #expect(
    level.alternatives.contains {
      $0.contains("The same in the end from about $2 bn in January–September 2017")
    })
  #expect(!level.alternatives.contains { $0.contains("Rises from about $2 bn in January–September 2017") })
  let less = try Told("growth-2018-9m,-40,,,,,,https://example.org/n", asOf: "2019-06")
  #expect(less.alternatives.contains { $0.contains("Falls from about $3.3 bn in January–September 2017") })
  let more = try Told("", asOf: "2018-11")
  #expect(more.alternatives.contains { $0.contains("Rises from about $1.4 bn in January–September 2017") })
}

@Test(arguments: [
  ("2018-11-20", "", 0), ("2023-07", "", 7), ("2023-07", "grants,12000,,,,,,https://example.org/n", 6),
])
func figuresWithoutAPeriodAreNamedUnderALaterDate(asOf: String, update: String, count: Int) throws {
  let folder = try TemporaryFolder()
  let file = folder.url.appendingPathComponent("update.csv")
  try ("id,value,unit,period,qualifier,status,formula,source\n" + update + "\n").write(
    to: file, atomically: true, encoding: .utf8)
  let told = try LoadedPack(
    projectPath("seeds/kazakh-uzbek"), atlas: shippedAtlas(),
    figures: update.isEmpty ? [] : [file.path], asOf: asOf
  ).warnings.filter { $0.message.contains("without a period") }
  #expect(told.count == (count == 0 ? 0 : 1))
  #expect(told.reduce(0) { $0 + $1.message.split(separator: "'").count / 2 } == count, "\(told)")
  #expect(told.allSatisfy { $0.severity == .note && $0.location?.line != nil })
}
