import Diagnostics
import Evidence
import Testing

@testable import Charts

private let place = SourceLocation(file: "pack.yml", line: 31, column: 9)

private func messages(_ chart: ChartDescription) -> [String] {
  chart.problems(at: place).map { "\($0.message) → \($0.advice ?? "")" }
}

@Test func aGoodDescriptionHasNoProblems() {
  #expect(messages(ChartDescription(.bars, figures: trade + [derivedTrade])) == [])
}

@Test func problemsSayWhereTheyAre() {
  #expect(ChartDescription(.bars).problems(at: place).map(\.location) == [place])
}

@Test func aChartWithoutFiguresIsAProblem() {
  for kind in [ChartDescription.Kind.bars, .share] {
    #expect(
      messages(ChartDescription(kind))
        == ["the chart has no figures → name at least one figure of figures.csv"])
  }
}

@Test func mixedUnitsAreAProblem() {
  let figures = [trade[0], figure("km", "2330", "2015", unit: "km"), trade[2]]
  #expect(
    messages(ChartDescription(.bars, figures: figures)) == [
      "the chart mixes units: 'USD bn' (t2012), 'km' (km) → "
        + "one axis has one unit: make a chart for each, or give the figures the same unit"
    ])
}

@Test func allProblemsAreNamedAtOnce() {
  let figures = [trade[0], trade[0], figure("x", "1", unit: "km")]
  #expect(
    messages(ChartDescription(.bars, figures: figures, highlighted: ["nothing"])) == [
      "the figure 't2012' is in the chart twice → name it once",
      "the highlighted figure 'nothing' is not in the chart → "
        + "add it to the chart's figures, or don't highlight it",
      "the chart mixes units: 'USD bn' (t2012), 'km' (x) → "
        + "one axis has one unit: make a chart for each, or give the figures the same unit",
      "some figures have a period and others none: x → give all figures of the chart a period, or none",
    ])
}

@Test func figuresThatCannotBeToldApartAreAProblem() {
  let figures = trade + [figure("again", "2.4", "2012")]
  #expect(
    messages(ChartDescription(.bars, figures: figures)) == [
      "'t2012' and 'again' have the same label, period and status → "
        + "leave one out, or give them labels (or reporters) that say how they differ"
    ])
}

@Test func sharesAreInPerCentAndAddUpToAWholeAtMost() {
  #expect(
    messages(ChartDescription(.share, figures: [trade[0]])) == [
      "'t2012' is no share: its unit is 'USD bn' → a share shows figures in %; show this one as bars"
    ])
  let parts = [figure("a", "60", unit: "%"), figure("b", "50", unit: "%")]
  #expect(
    messages(ChartDescription(.share, figures: parts)) == [
      "the parts add up to 110%, more than the whole → show parts of one whole only, or show them as bars"
    ])
}

@Test func aTimelineNeedsDatedAndNamedEvents() throws {
  #expect(
    messages(ChartDescription(.timeline))
      == ["the timeline has no events → list at least two, each with date and label"])
  let year = try #require(Period("2018"))
  let events = [ChartDescription.Event(period: year, label: " "), .init(period: year, label: "Forum")]
  #expect(
    messages(ChartDescription(.timeline, events: events)) == [
      "all events of the timeline have the same date, 2018 → a list says it better",
      "the event of 2018 has no label → say what happened",
    ])
}

@Test func theAlternativeTextSaysTheDataWithQualifierAndStatus() {
  #expect(
    ChartDescription(.bars, figures: trade + [derivedTrade]).alternativeText
      == "Bar chart: Mutual trade. 2012: about $2.5\u{A0}bn; 2015: more than $3.2\u{A0}bn; "
      + "January–September 2017: about $1.43\u{A0}bn (derived); 2017: about $2\u{A0}bn; "
      + "January–September 2018: more than $2\u{A0}bn; 2018: $3\u{A0}bn (target); 2020: $5\u{A0}bn (target). "
      + "Lowest: January–September 2017, about $1.43\u{A0}bn; highest: 2020, $5\u{A0}bn. "
      + "No figures for 2013–2014, 2016, 2019.")
}

@Test func theAlternativeTextOfSharesAndTimelines() throws {
  let share = ChartDescription(.share, figures: [figure("a", "4", unit: "%", label: "open border")])
  #expect(share.alternativeText == "Parts of a whole. open border: 4%. The rest: 96%.")
  let events = [
    ChartDescription.Event(period: try #require(Period("2018-05")), label: "Business Forum"),
    .init(period: try #require(Period("1998")), label: "Treaty"),
  ]
  #expect(
    ChartDescription(.timeline, events: events).alternativeText
      == "Timeline. 1998: Treaty; May 2018: Business Forum.")
}
