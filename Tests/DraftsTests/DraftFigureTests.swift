import Atlas
import Drafts
import Evidence
import TestSupport
import Testing

private let atlas = Result { try shippedAtlas() }

/// As the table of figures has them: label, value, unit, period, qualifier, status.
func draftedRows(_ answer: String) throws -> [String] {
  try DraftPack(
    "Q: What happened?\n\nA: \(answer)\n", file: "transcript.txt", name: "Talk", atlas: atlas.get()
  ).figures.map {
    [$0.label, $0.value, $0.unit, $0.period, $0.qualifier, $0.status].joined(separator: "|")
  }
}

/// Answers as people give them, spoken and written, with the rows that a briefing's author would make of them.
private let answers: [(answer: String, rows: [String])] = [
  // Trade
  (
    "Our exports to Norway rose from C$1.2 billion in 2019 to C$1.9 billion in 2022. In the same period imports fell by 12 percent.",
    [
      "Exports to Norway|1.2|CAD bn|2019|exact|actual", "Exports to Norway|1.9|CAD bn|2022|exact|actual",
      "Fall in imports|12|%||exact|actual",
    ]
  ),
  (
    "Timber makes up 45% of exports, fish 30% and machinery 25%.",
    [
      "Timber, share of exports|45|%||exact|actual", "Fish, share of exports|30|%||exact|actual",
      "Machinery, share of exports|25|%||exact|actual",
    ]
  ),
  ("We want to reach C$2.5 billion in exports by 2027.", ["Exports|2.5|CAD bn|2027|exact|target"]),
  (
    "The line from Halifax to Moncton is 260km long, and a third of the freight goes by rail.",
    [
      "Length of line from Halifax to Moncton|260|km||exact|actual",
      "Share of the freight that goes by rail|33|%||about|actual",
    ]
  ),
  ("Tickets cost three dollars fifty.", ["Cost of tickets|3.5|USD||exact|actual"]),
  (
    "In 2023 the railway carried between 2.1 and 2.4 million tonnes.",
    [
      "Carried by the railway|2.1|m t|2023|at-least|actual",
      "Carried by the railway|2.4|m t|2023|at-most|actual",
    ]
  ),
  // Energy
  (
    "Installed capacity doubled to 6.2 GW. The ministry forecasts demand of 61 TWh in 2030.",
    [
      "Change in installed capacity|100|%||exact|actual", "Installed capacity|6.2|GW||exact|actual",
      "Demand|61|TWh|2030|exact|estimate",
    ]
  ),
  (
    "Wind covers 28% of demand, hydro 22%, and solar 16%.",
    [
      "Wind, share of demand|28|%||exact|actual", "Hydro, share of demand|22|%||exact|actual",
      "Solar, share of demand|16|%||exact|actual",
    ]
  ),
  (
    "In 2022 subsidies came to EUR 310 million. In 2023 they were EUR 275 million.",
    ["Subsidies|310|EUR m|2022|exact|actual", "Subsidies|275|EUR m|2023|exact|actual"]
  ),
  // Health
  (
    "By December 2022 more than 1.1 million children had been vaccinated. Nine out of ten nurses stayed.",
    [
      "Children vaccinated|1.1|m children|2022-12|more-than|actual",
      "Share of nurses that stayed|90|%||exact|actual",
    ]
  ),
  (
    "The budget for 2024 is Rs 45 crore, nearly double what it was in 2022.",
    ["Budget|450|INR m|2024|exact|actual"]
  ),
  (
    "The target is to bring infant mortality down to 12 per 1,000 births by 2030.",
    ["Infant mortality|12|per 1,000 births|2030|exact|target"]
  ),
  // Sport
  (
    "I scored 31 goals in 38 matches.",
    ["Goals scored|31|goals||exact|actual", "Matches|38|matches||exact|actual"]
  ),
  (
    "Ticket income grew by 8% to £112 million. The new stand will cost £80 million.",
    [
      "Change in ticket income|8|%||exact|actual", "Ticket income|112|GBP m||exact|actual",
      "Cost of the new stand|80|GBP m||exact|estimate",
    ]
  ),
  ("I was 19 then. We came third. My number is 7.", []),
  // War
  (
    "At least 1,200 schools were damaged. Half of the power stations are out of use.",
    [
      "Schools damaged|1200|schools||at-least|actual",
      "Share of the power stations that are out of use|50|%||exact|actual",
    ]
  ),
  ("The 24th Brigade left on 12 May. Flight LH 571 left at noon. See page 12.", []),
  // Science
  (
    "We observed 1,250 galaxies in 2020 and 3,400 in 2023. In 2015 we had just 200.",
    [
      "Galaxies observed|1250|galaxies|2020|exact|actual",
      "Galaxies observed|3400|galaxies|2023|exact|actual",
      "Galaxies observed|200|galaxies|2015|exact|actual",
    ]
  ),
  (
    "Construction began in 2014 and costs about 1.45 billion euros.",
    ["Construction|1.45|EUR bn||about|actual"]
  ),
  // A company's results
  (
    "Revenue was $4.2 billion in the third quarter of 2023, up 7 percent on the year before.",
    [
      "Revenue|4.2|USD bn|2023-07/2023-09|exact|actual",
      "Change in revenue|7|%|2023-07/2023-09|exact|actual",
    ]
  ),
  (
    "Online sales now account for 38 percent of revenue, against 29 percent in 2021.",
    [
      "Online sales, share of revenue|38|%||exact|actual",
      "Online sales, share of revenue|29|%|2021|exact|actual",
    ]
  ),
  (
    "In 2022 the company spent $640 million on research; this year it will be $700 million.",
    ["Spent on research|640|USD m|2022|exact|actual", "Spent on research|700|USD m||exact|estimate"]
  ),
  ("We will pay a dividend of 85 cents a share.", ["Dividend per share|0.85|USD||exact|estimate"]),
  // Farming
  (
    "Wheat output reached 14.2 million tonnes in 2023, against 11.8 million tonnes in 2022. Wheat prices fell by a quarter.",
    [
      "Wheat output|14.2|m t|2023|exact|actual", "Wheat output|11.8|m t|2022|exact|actual",
      "Fall in wheat prices|25|%||exact|actual",
    ]
  ),
  (
    "Agriculture employs 13 percent of the workforce and makes 4.8 percent of GDP.",
    [
      "Agriculture, share of the workforce|13|%||exact|actual",
      "Agriculture, share of GDP|4.8|%||exact|actual",
    ]
  ),
]

@Test(arguments: answers.indices)
func numbersOfManySubjectsBecomeTheRowsThatAnAuthorWouldMake(_ index: Int) throws {
  #expect(try draftedRows(answers[index].answer) == answers[index].rows)
}

@Test func aTimeOfTheSentenceBeforeIsTakenWhereTheWordsReferToIt() throws {
  #expect(
    try draftedRows(
      "The forum was held in May 2018. During these events, more than 300 entrepreneurs met. They liked it.")
      == ["Entrepreneurs|300|entrepreneurs|2018-05|more-than|actual"])
  #expect(
    try draftedRows("The forum was held in May 2018. Last year 300 entrepreneurs met.") == [
      "Entrepreneurs|300|entrepreneurs||exact|actual"
    ])
  #expect(
    try draftedRows("It was held in 2016 and in 2018. That year 300 entrepreneurs met.") == [
      "Entrepreneurs|300|entrepreneurs||exact|actual"
    ])
}

@Test func aYearThatHasANameIsThePeriodOfWhatIsSaidOfIt() throws {
  #expect(
    try draftedRows("2018 was the “Year of the Sea”. In the “Year of the Sea” 40 concerts were planned.") == [
      "Concerts planned|40|concerts|2018|exact|target"
    ])
}

@Test func oneSubjectInSeveralWordsIsOneSeries() throws {
  let made = try draftedRows(
    "In 2012 the total amount of bilateral trade was $2 billion. In 2015 the volume of bilateral trade was $3 billion. In 2015 trade with China was $9 billion."
  )
  #expect(
    made == [
      "Bilateral trade|2|USD bn|2012|exact|actual", "Bilateral trade|3|USD bn|2015|exact|actual",
      "Trade with China|9|USD bn|2015|exact|actual",
    ])
}

@Test func whatANumberWasBeforeARiseIsComputed() throws {
  let figures = try DraftPack(
    "Q: How much?\n\nA: For nine months of 2018 trade was $2 billion, which is 40% higher than in the same period of 2017.\n",
    file: "transcript.txt", name: "Talk", atlas: atlas.get()
  ).figures
  let computed = try #require(figures.first { !$0.formula.isEmpty })
  #expect(computed.formula == "trade-2018-9m / (100% + change-trade-2018-9m)")
  #expect(computed.period == "2017-01/2017-09" && computed.status == "derived" && computed.value.isEmpty)
}

@Test func aShareIsNamedByWhatIsDoneToIt() throws {
  #expect(
    try draftedRows("We have ploughed about 70 percent of the land. 60% of the roads will be repaired.") == [
      "Share of the land ploughed|70|%||about|actual",
      "Share of the roads that will be repaired|60|%||exact|estimate",
    ])
  #expect(
    try draftedRows("Half of voters are now firmly opposed across the whole country.") == [
      "Share of voters that are now firmly opposed across the whole country|50|%||exact|actual"
    ])
  #expect(
    try draftedRows("Half of voters had read at least their first letter.") == [
      "Share of voters that had read at least their first letter|50|%||exact|actual"
    ])
  #expect(
    try draftedRows("The country’s debt is less than 40 percent of national output.") == [
      "Country’s debt, as a share of national output|40|%||less-than|actual"
    ])
}

@Test func whatOccupiesAShareIsNamed() throws {
  #expect(
    try draftedRows("Doubts remained on some sections of the road, occupying about 4% of the total length.")
      == [
        "Sections of the road, as a share of the total length|4|%||about|actual"
      ])
}

@Test func whatNothingNamesIsLeftOut() throws {
  #expect(try draftedRows("That brings the total to 100 tonnes.") == [])
  #expect(try draftedRows("In the first four months of this year we see an increase of 15 per cent.") == [])
}

@Test func aNounThatSaysLittleIsSaidWithItsClause() throws {
  #expect(try draftedRows("We have nearly 25 million people.") == ["People|25|m people||about|actual"])
  #expect(
    try draftedRows("The number of hikers, visiting the park was 900 people.") == [
      "People, number of hikers|900|people||exact|actual"
    ])
}

@Test func aCountIsNamedByTheClauseAroundIt() throws {
  #expect(
    try draftedRows("The harvest of cotton reached nine million bales.") == [
      "Harvest of cotton|9|m bales||exact|actual"
    ])
  #expect(
    try draftedRows("There are some 8,900 cases that have been settled.") == [
      "Cases that have been settled|8900|cases||about|actual"
    ])
  #expect(
    try draftedRows("The ministry sent tents for about 25,000 people affected.") == [
      "People affected|25000|people||about|actual"
    ])
}

@Test func whatIsThereAlreadyIsNoTarget() throws {
  #expect(try draftedRows("Our goal is to repair the roads in the 27 districts.") == [])
}

@Test func whatIsSaidOfAGoalInAFragmentIsNoFact() throws {
  #expect(try draftedRows("The council set a new goal. 160 million trees planted by July.") == [])
}

@Test func whatACountIsComparedWithHasItsNameAndATime() throws {
  let harvest = "In 2021 the harvest of cotton reached nine million bales as compared to seven million bales"
  #expect(
    try draftedRows("\(harvest) in 2020.") == [
      "Harvest of cotton|9|m bales|2021|exact|actual", "Harvest of cotton|7|m bales|2020|exact|actual",
    ])
  #expect(
    try draftedRows("\(harvest) of the old days.") == [
      "Harvest of cotton|9|m bales|2021|exact|actual", "Bales of the old days|7|m bales||exact|actual",
    ])
}

@Test func oneEndOfARangeIsNoFigure() throws {
  #expect(try draftedRows("Back then the yield was 10 to 15 centners.").count != 1)
  #expect(try draftedRows("Between 20.000 and 25.000 guests came.") == [])
}

@Test func whatHasGoneOnSinceATimeIsNotOfIt() throws {
  #expect(
    try draftedRows("We fed 4,000 families, the highest figure since the drought began in April 2023.") == [
      "Families|4000|families||exact|actual"
    ])
}
