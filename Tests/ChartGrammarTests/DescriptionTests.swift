import ChartGrammar
import Diagnostics
import Evidence
import Foundation
import TestSupport
import Testing

private let place = SourceLocation(file: "pack.yml", line: 31, column: 9)

private func messages(_ chart: ChartDescription) -> [String] {
  chart.problems(at: ChartPlaces(chart: place)).map { "\($0.message) → \($0.advice ?? "")" }
}

@Test func aGoodDescriptionHasNoProblems() {
  #expect(messages(ChartDescription(.bars, figures: trade + [derivedTrade])) == [])
}

@Test func problemsSayWhereTheyAre() {
  #expect(ChartDescription(.bars).problems(at: ChartPlaces(chart: place)).map(\.location) == [place])
}

@Test func aChartWithoutFiguresIsAProblem() {
  for kind in [ChartDescription.Kind.bars, .share, .lines, .slope, .dots] {
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
    ])
}

@Test func figuresThatCannotBeToldApartAreAProblem() {
  let figures = trade + [figure("again", "2.4", "2012")]
  #expect(
    messages(ChartDescription(.bars, figures: figures)) == [
      "'t2012' and 'again' are two values of 2012 → "
        + "leave one out, or give them labels (or reporters) that say how they differ"
    ])
}

@Test func twoReportersOfOnePeriodNeedASplit() {
  let figures = [figure("a", "2.4", "2012", reporter: "Here"), figure("b", "2.6", "2012", reporter: "There")]
  let dated = figures + [figure("c", "3", "2013", reporter: "Here")]
  #expect(
    messages(ChartDescription(.bars, figures: dated)) == [
      "'a' and 'b' are two values of 2012 (by Here and by There) → add 'split: reporter', or leave one out"
    ])
  #expect(
    messages(ChartDescription(.bars, figures: figures)) == [
      "'a' and 'b' are two values of 'Mutual trade', by Here and by There → add 'split: reporter', or leave one out"
    ])
  #expect(messages(ChartDescription(.bars, series: Series.split(dated, by: .reporter))) == [])
}

@Test func aSlopeNeedsTwoValuesOfTwoDates() {
  let one = figure("a", "2", "2012", label: "Cars")
  #expect(
    messages(ChartDescription(.slope, figures: [one])) == [
      "the slope has one value only, and a slope leads from one date to another → "
        + "name two figures for each line, of two dates"
    ])
  let three = [one, figure("b", "3", "2015", label: "Cars"), figure("c", "4", "2018", label: "Cars")]
  #expect(
    messages(ChartDescription(.slope, figures: three)).first
      == "a slope has two dates, not 3: 2012, 2015, 2018 → show them as lines")
  #expect(
    messages(ChartDescription(.slope, figures: [one, figure("u", "3", label: "Cars")])).first
      == "'u' has no period → fill in the period in figures.csv, or show the figures as bars")
}

@Test func aTargetLiesAfterWhatItIsMeasuredFrom() {
  let (base, goal) = (figure("base", "2", "2015"), figure("goal", "5", "2012", status: .target))
  let told =
    "the target 'goal' is of 2012, before its base 'base' of 2015 → "
    + "a target lies after the value that it is measured from: correct a period, or leave it out"
  #expect(messages(ChartDescription(.bullet(targets: [goal]), figures: [base])) == [told])
  #expect(messages(ChartDescription(.lines, figures: [base, goal])) == [told])
  #expect(messages(ChartDescription(.bars, figures: [base, goal])) == [told])
}

@Test func bulletsPairFiguresWithTargets() {
  let (a, b, c) = (figure("a", "2", "2015"), figure("b", "3", "2016"), figure("c", "4", "2017"))
  let goal = figure("goal", "5", "2020", status: .target)
  #expect(
    messages(ChartDescription(.bullet(targets: [goal, b]), figures: [a, b, c])) == [
      "there are 3 figures and 2 targets → name one target for all, or one for each figure in the same order",
      "'b' is no target: its status is 'actual' → correct its status in figures.csv, or name it under 'figures'",
    ])
}

@Test func brokenAxesAreRefusedWithAReason() {
  for kind in [ChartDescription.Kind.bars, .stackedBars, .change(.difference), .bullet(targets: [])] {
    let chart = ChartDescription(kind, series: [Series(figures: trade)], axisStart: 2)
    #expect(
      messages(chart).contains(
        "the axis of this chart can't begin at 2: the lengths of cut bars lie about what they measure → "
          + "leave 'axis' out, or show the figures as lines, slope or dots, which show positions"))
  }
  let line = [figure("a", "20", "2012"), figure("b", "24", "2013")]
  #expect(messages(ChartDescription(.lines, series: [Series(figures: line)], axisStart: 18)) == [])
  #expect(
    messages(ChartDescription(.lines, series: [Series(figures: line)], axisStart: 22)) == [
      "'a' lies below the axis, which begins at $22\u{A0}bn → let the axis begin lower, or leave 'axis' out"
    ])
}

@Test func tooManySeriesAreAProblem() {
  let all = (0..<5).map {
    Series(name: "s\($0)", figures: [figure("f\($0)", "1", "2012"), figure("g\($0)", "2", "2013")])
  }
  #expect(
    messages(ChartDescription(.lines, series: all)) == [
      "the chart has 5 series, more than 4 can't be told apart → "
        + "show them as 'multiples', or let one or two stand out from the others with 'highlight'"
    ])
}

@Test func changesCompareLikeWithLike() {
  let figures = [figure("year", "2", "2017"), figure("part", "2.2", "2018-01/2018-09")]
  #expect(
    messages(ChartDescription(.change(.difference), figures: figures)) == [
      "'year' (2017) and 'part' (Jan–Sep 2018) are periods of different length → "
        + "compare years with years and months with the same months"
    ])
  #expect(
    messages(ChartDescription(.change(.percent), figures: [figure("only", "2", "2017")])) == [
      "'only' is the one value only: nothing changes → name the value it changes from, or show it as bars"
    ])
}

@Test func aFlowHasTwoOppositeDirections() {
  let item = ChartDescription.Flow.Item(label: "cars")
  #expect(
    messages(ChartDescription(.flow([.init(from: "A", to: "B", items: [item])]))) == [
      "a flow has two directions, not 1 → list what each side gives to the other under 'flows'"
    ])
  #expect(
    messages(
      ChartDescription(
        .flow([.init(from: "A", to: "B", items: [item]), .init(from: "A", to: "B", items: [])]))) == [
        "the two directions are not opposite: A to B, A to B → write 'from' and 'to' of the second the other way round",
        "nothing flows from A to B → list its 'goods'",
      ])
}

@Test func changesAreComputedWithWhatIsClaimed() {
  let figures = [
    figure("a", "2", "2015"), figure("b", "3.5", "2016", qualifier: .moreThan),
    figure("c", "3", "2017", qualifier: .about),
  ]
  let chart = ChartDescription(.change(.difference), figures: figures)
  #expect(chart.changes.map(\.name) == ["2015 to 2016", "2016 to 2017"])
  #expect(chart.changes.map { $0.figure.words(.shortNumber) } == [">1.5", "≈−0.5"])
  let percent = ChartDescription(.change(.percent), figures: figures)
  #expect(percent.changes.map { $0.figure.words(.full) } == ["more than 75%", "about −14%"])
}

@Test(arguments: [
  ("1000", "1104", "10.4", "10%"), ("1000", "1106", "10.6", "11%"), ("1000", "1024", "2.4", "2.4%"),
  ("3000", "12", "-99.6", "−99.6%"), ("10000", "10004", "0.04", "0.04%"), ("1000", "1000", "0", "0%"),
])
func aChangeIsAsLargeAsItIsWhateverItsLabel(from: String, to: String, value: String, label: String) {
  let chart = ChartDescription(
    .change(.percent), figures: [figure("a", from, "2017"), figure("b", to, "2018")])
  #expect(chart.changes.map { $0.figure.value.description } == [value])
  #expect(chart.changes.map { $0.figure.words(.full) } == [label])
}

@Test func rowsAreSortedAsAsked() {
  let figures = [figure("a", "2", label: "A"), figure("b", "5", label: "B"), figure("c", "3", label: "C")]
  var chart = ChartDescription(.bars, figures: figures)
  #expect(chart.rows.map(\.name) == ["A", "B", "C"])
  chart.order = .value(descending: true)
  #expect(chart.rows.map(\.name) == ["B", "C", "A"])
  chart.order = .value(descending: false)
  #expect(chart.rows.map(\.name) == ["A", "C", "B"])
  var dated = ChartDescription(.bars, figures: Array(trade.prefix(3)))
  #expect(dated.isByPeriod)
  dated.order = .period(descending: true)
  #expect(!dated.isByPeriod)
  #expect(dated.rows.map(\.name) == ["2017", "2015", "2012"])
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
    messages(ChartDescription(.timeline([])))
      == ["the timeline has no events → list at least two, each with date and label"])
  let year = try #require(Period("2018"))
  let events = [ChartDescription.Event(period: year, label: " "), .init(period: year, label: "Forum")]
  #expect(
    messages(ChartDescription(.timeline(events))) == [
      "the event of 2018 has no label → say what happened",
      "all events of the timeline have the same date, 2018 → a list says it better",
    ])
}

/// An event dated by its year alone lies nowhere within it.
@Test(arguments: [
  // Written in an order that can be right: it stays.
  (["2017-03", "2017", "2017/2019"], ["2017-03", "2017", "2017/2019"]),
  (["2017", "2017-03", "2017-05"], ["2017", "2017-03", "2017-05"]),
  (["2018", "2017-12", "2017", "2016"], ["2016", "2017-12", "2017", "2018"]),
  // Written in an order that can't: the dated ones in order, the others behind them.
  (["2017-05", "2017", "2017-03", "2016-12"], ["2016-12", "2017-03", "2017-05", "2017"]),
  // Quarters and spans of months have their place.
  (["2017-04/2017-06", "2017-01/2017-03", "2017"], ["2017-01/2017-03", "2017-04/2017-06", "2017"]),
])
func eventsOfAYearAloneStayWhereTheyAreWrittenWithinIt(written: [String], ordered: [String]) throws {
  let events = try written.map { text in
    ChartDescription.Event(period: try #require(Period(text)), label: text)
  }
  #expect(events.inTime.map(\.label) == ordered)
}

@Test func theAlternativeTextSaysTheDataWithQualifierAndStatus() {
  #expect(
    ChartDescription(.bars, figures: trade + [derivedTrade]).alternativeText()
      == "Bar chart: Mutual trade. 2012: about $2.5\u{A0}bn; 2015: more than $3.2\u{A0}bn; "
      + "January–September 2017: about $1.43\u{A0}bn (derived); 2017: about $2\u{A0}bn; "
      + "January–September 2018: more than $2\u{A0}bn; 2018: $3\u{A0}bn (target); 2020: $5\u{A0}bn (target). "
      + "Falls from about $2.5\u{A0}bn in 2012 to about $2\u{A0}bn in 2017. "
      + "Lowest: January–September 2017, about $1.43\u{A0}bn. "
      + "No figures for 2013–2014, 2016, 2019.")
}

@Test func theAlternativeTextOfSharesAndTimelines() throws {
  let share = ChartDescription(.share, figures: [figure("a", "4", unit: "%", label: "open border")])
  #expect(
    share.alternativeText()
      == "Parts of a whole. open border: 4%. The rest of the whole: 96%, of which this is not said.")
  let events = [
    ChartDescription.Event(period: try #require(Period("2018-05")), label: "Business Forum"),
    .init(period: try #require(Period("1998")), label: "Treaty"),
  ]
  #expect(
    ChartDescription(.timeline(events)).alternativeText()
      == "Timeline. 1998: Treaty; May 2018: Business Forum.")
}

@Test func changesOfPercentagesAreInPercentagePoints() {
  let figures = [figure("a", "4", "2015", unit: "%"), figure("b", "6", "2016", unit: "%")]
  let chart = ChartDescription(.change(.difference), figures: figures)
  #expect(chart.changes.map { $0.figure.words(.value, inDigits: true) } == ["2 percentage points"])
  let negative = [figure("a", "-4", "2015"), figure("b", "6", "2016")]
  #expect(
    messages(ChartDescription(.change(.percent), figures: negative)) == [
      "'a' is negative, and nothing is a share of it → write 'as: difference'"
    ])
}

@Test func differentThingsOfDifferentYearsAreRowsThatNameThem() {
  let figures = [
    figure("a", "4", "2010", label: "Beds"), figure("b", "6", "2011", label: "Nurses"),
    figure("c", "5", "2012", label: "Roads"),
  ]
  let chart = ChartDescription(.bars, figures: figures)
  #expect(chart.rows.map(\.name) == ["Beds, 2010", "Nurses, 2011", "Roads, 2012"])
  #expect(!chart.isByPeriod)
  #expect(!chart.alternativeText().contains("Rises"))
  // Where one of them has a course, each is a series with its name.
  let course = ChartDescription(.bars, figures: figures + [figure("d", "7", "2013", label: "Beds")])
  #expect(course.series.map(\.name) == ["Beds", "Nurses", "Roads"])
}

@Test func dotsOfSeveralYearsSayWhichIsWhich() {
  let figures = [figure("a", "4", "2010", label: "Beds"), figure("b", "6", "2011", label: "Nurses")]
  #expect(ChartDescription(.dots, figures: figures).rows.map(\.name) == ["Beds, 2010", "Nurses, 2011"])
  let course = figures + [figure("c", "7", "2013", label: "Beds")]
  #expect(
    messages(ChartDescription(.dots, figures: course)) == [
      "'a' and 'c' are two values of 'Beds' of different periods → add 'split: period', or leave one out"
    ])
  #expect(messages(ChartDescription(.dots, series: Series.split(course, by: .period))) == [])
}

@Test func doubtfulComparisonsAreProblems() {
  let part = [figure("a", "4", "2010"), figure("b", "3", "2011-01/2011-09")]
  #expect(
    messages(ChartDescription(.slope, figures: part)).first
      == "'b' is of Jan–Sep 2011, shorter than the period that it is compared with → "
      + "compare years with years and months with the same months, or show them as bars")
  let spans = [figure("a", "4", "2009/2010"), figure("b", "3", "2010/2012")]
  #expect(
    messages(ChartDescription(.bars, figures: spans)) == [
      "'a' (2009–2010) and 'b' (2010–2012) overlap → show periods that follow each other, or leave one out"
    ])
  let twice = [
    figure("a", "4", label: "Beds"), figure("b", "3", label: "Beds"), figure("c", "3", label: "Roads"),
  ]
  #expect(
    messages(ChartDescription(.bars, figures: twice)) == [
      "'a' and 'b' are two values of 'Beds' → leave one out, or give them labels that say how they differ"
    ])
  let lines = [figure("a", "20", "2012"), figure("b", "24", "2013")]
  #expect(
    messages(
      ChartDescription(
        .lines, series: [Series(figures: lines)], references: [.init(value: 10, label: "Floor")],
        axisStart: 18)) == [
        "the reference 'Floor' lies below the axis, which begins at 18 → let the axis begin lower, or leave 'axis' out"
      ])
  let parts = [
    figure("a", "30", "2010", unit: "%", label: "Rail"), figure("b", "20", "2012", unit: "%", label: "Road"),
    figure("c", "20", "2010", unit: "%", status: .target, label: "Sea"),
  ]
  #expect(
    messages(ChartDescription(.share, figures: parts)) == [
      "'c' is a target, and a share shows what the whole is made of → show it as a bullet chart, or as a 'reference' of bars",
      "the parts are of different periods, 2010 and 2012 → "
        + "show parts of one whole, or wholes of several periods as 'multiples: period'",
    ])
}

@Test func theAlternativeTextClaimsNothingThatTheQualifiersTakeBack() {
  let figures = [figure("a", "211", "2010"), figure("b", "211", "2011", qualifier: .lessThan)]
  let chart = ChartDescription(
    .bars, series: [Series(figures: figures)], references: [.init(value: 300, label: "Ceiling")])
  #expect(!chart.alternativeText().contains("The same"))
  #expect(chart.alternativeText().hasSuffix("Compared with Ceiling: $300\u{A0}bn."))
  let two = [
    Series(name: "Here", figures: [figure("a", "2", "2010"), figure("b", "3", "2011")]),
    Series(name: "There", figures: [figure("c", "4", "2010"), figure("d", "5", "2011")]),
  ]
  #expect(
    ChartDescription(.lines, series: two).alternativeText().contains(
      "Lowest: Here, 2010, $2\u{A0}bn; highest: There, 2011, $5\u{A0}bn"))
}

@Test func theAlternativeTextSaysOnlyWhichWayIsCertain() {
  func text(_ first: Qualifier, _ last: Qualifier) -> String {
    ChartDescription(
      .lines,
      figures: [
        figure("a", "2", "2010", qualifier: first), figure("b", "3", "2011", qualifier: last),
      ]
    ).alternativeText()
  }
  #expect(text(.exact, .exact).contains("Rises from"))
  #expect(text(.about, .moreThan).contains("Rises from"))
  #expect(text(.atMost, .atLeast).contains("Rises from"))
  for (first, last) in [(Qualifier.moreThan, Qualifier.moreThan), (.atLeast, .exact), (.exact, .lessThan)] {
    let text = text(first, last)
    #expect(!text.contains("Rises") && !text.contains("Falls"), "\(text)")
  }
  // More than 2 may be more than 3; whatever it is, 2 is the least.
  #expect(!text(.moreThan, .exact).contains("highest"))
  #expect(!text(.exact, .lessThan).contains("owest"))
  #expect(text(.exact, .moreThan).contains("Lowest: 2010, $2\u{A0}bn; highest: 2011, more than $3\u{A0}bn"))
}

@Test func aReferenceFarOffTheFiguresIsWarnedOf() {
  let line = [figure("a", "20", "2012"), figure("b", "24", "2013")]
  func problems(_ value: String, _ kind: ChartDescription.Kind = .bars) -> [Diagnostic] {
    ChartDescription(
      kind, series: [Series(figures: line)],
      references: [.init(value: figure("r", value).value, label: "Capacity")]
    ).problems(at: ChartPlaces(chart: place))
  }
  for kind in [ChartDescription.Kind.bars, .lines] {
    #expect(problems("100", kind) == [])
    #expect(problems("500", kind).map(\.severity) == [.warning])
  }
  #expect(problems("500")[0].message.contains("'Capacity' lies at $500\u{A0}bn"))
}

@Test func manyLinesNeedOneThatStandsOut() {
  let all = (0..<13).map {
    Series(name: "s\($0)", figures: [figure("f\($0)", "1", "2012"), figure("g\($0)", "2", "2013")])
  }
  func said(_ count: Int, _ highlighted: Set<String>) -> [String] {
    messages(ChartDescription(.lines, series: Array(all.prefix(count)), highlighted: highlighted))
  }
  #expect(said(12, ["f3"]) == [])
  #expect(said(12, ["f3", "f4"]) == [])
  #expect(said(13, ["f3"]).first?.hasPrefix("the chart has 13 series, more than 12 ") == true)
  #expect(said(12, ["f3", "f4", "f5"]).first?.hasPrefix("3 of 12 lines are highlighted") == true)
}

@Test func theAlternativeTextBeginsWithTheTitleAndLeavesTheWayToIt() {
  let chart = ChartDescription(.lines, figures: [figure("a", "2", "2010"), figure("b", "3", "2011")])
  let text = chart.alternativeText(title: "Trade stayed as it was")
  #expect(text.hasPrefix("Trade stayed as it was. Line chart"))
  #expect(text.contains("From $2\u{A0}bn in 2010 to $3\u{A0}bn in 2011."))
  #expect(!text.contains("Rises"))
}

@Test func theRestOfAShareIsAsUncertainAsTheShare() {
  func rest(_ qualifiers: [Qualifier]) -> String? {
    let parts = qualifiers.enumerated().map { index, qualifier in
      figure("\(index)", "4", unit: "%", qualifier: qualifier, label: "\(index)")
    }
    let text = ChartDescription(.share, figures: parts).alternativeText()
    return text.firstRange(of: "The rest of the whole: ").map { String(text[$0.upperBound...]) }
  }
  #expect(rest([.about]) == "about 96%, of which this is not said.")
  #expect(rest([.moreThan]) == "less than 96%, of which this is not said.")
  #expect(rest([.atMost]) == "at least 96%, of which this is not said.")
  #expect(rest([.exact, .about]) == "about 92%, of which none of these is said.")
  #expect(rest([.exact, .moreThan]) == nil)
}
