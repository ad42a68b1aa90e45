import Testing

/// Further kinds of saying a number, with what it is a number of.
private let answers: [(kind: String, answer: String, rows: [String])] = [
  // Qualifiers that are none
  (
    "what it takes", "The contract is worth $3.4 billion over 12 years.",
    ["Contract|3.4|USD bn||exact|actual"]
  ),
  ("a rise up to", "Output edged up to 4.2 million tonnes.", ["Output|4.2|m t||exact|actual"]),
  (
    "what is surpassed", "They sold 900 boats, far surpassing the 640 boats of 2016.",
    ["Boats sold|900|boats||exact|actual", "Boats, before|640|boats||exact|actual"]
  ),
  ("more than a mark", "Sales passed the 5 million mark.", []),
  // Times
  (
    "parts of business years", "Sales for Q3 fiscal 2024 were $81 million, up 12% year-over-year.",
    [
      "Sales, Q3 fiscal 2024|81|USD m||exact|actual",
      "Change in sales, Q3 fiscal 2024|12|%||exact|actual",
    ]
  ),
  (
    "a quarter before its noun", "Second quarter sales decreased 9% year-over-year.",
    ["Fall in sales|9|%||exact|actual"]
  ),
  ("quarters that passed", "Prices have eased over the past three quarters.", []),
  ("tenths", "Unemployment is up two tenths since May.", []),
  (
    "the end of a year", "By the end of 2023 up to 90,000 people may arrive.",
    ["People that may arrive|90000|people|2023|at-most|estimate"]
  ),
  (
    "from where to where",
    "Growth moderated from 3.1% in the spring to 1.2% in the summer.",
    ["Growth, before|3.1|%||exact|actual", "Growth|1.2|%||exact|actual"]
  ),
  (
    "from where it fell", "Costs fell to 8.1% from 9.4%.",
    ["Costs|8.1|%||exact|actual", "Costs, before|9.4|%||exact|actual"]
  ),
  // What a number counts
  ("lives", "The vaccine has saved 70 million lives.", ["Lives saved|70|m lives||exact|actual"]),
  ("more of them", "We trained 3,000 more young nurses.", ["Young nurses trained|3000|nurses||exact|actual"]),
  (
    "a participle behind it", "There were 400 accidents, with 90 involving lorries.",
    ["Accidents|400|accidents||exact|actual", "Accidents involving lorries|90|accidents||exact|actual"]
  ),
  (
    "from claims to claims", "It rose from 40,000 in 2001 to more than 90,000 permits.",
    ["Permits|40000|permits|2001|exact|actual", "Permits|90000|permits||more-than|actual"]
  ),
  ("who does it", "80 pilots die every year.", ["Pilots who die every year|80|pilots||exact|actual"]),
  (
    "doing it", "The plant makes glass, employing some 700 people.",
    ["People employed|700|people||about|actual"]
  ),
  (
    "a month cut short", "As of Sept. 11, 2023, 4,000 boats were registered.",
    [
      "Boats registered|4000|boats|2023-09|exact|actual"
    ]
  ),
  (
    "more than the year before", "We sold 800 tickets, 120 more than the year before.",
    [
      "Tickets sold|800|tickets||exact|actual", "Tickets more than the year before|120|tickets||exact|actual",
    ]
  ),
  (
    "up from", "We plan to house 5,000 people, up from 4,100 last year.",
    [
      "People to house|5000|people||exact|target", "People to house, before|4100|people||exact|actual",
    ]
  ),
  (
    "in a place", "7 million people need help now, and in Norway 1.2 million.",
    [
      "People who need help now|7|m people||exact|actual", "People in Norway|1.2|m people||exact|actual",
    ]
  ),
  (
    "who died", "We saw 600 patients, and unfortunately 20 have died.",
    [
      "Patients seen|600|patients||exact|actual", "Patients who died|20|patients||exact|actual",
    ]
  ),
  ("millions by their letter", "The firm shipped 12 m doses.", ["Doses shipped|12|m doses||exact|actual"]),
  ("that may", "We plan with 80,000 refugees that may come.", ["Refugees|80000|refugees||exact|estimate"]),
  (
    "higher than an average",
    "Spending is expected to be 4% of sales, higher than the national average of 3%.",
    [
      "Spending, as a share of sales|4|%||exact|estimate", "National average|3|%||exact|actual",
    ]
  ),
  (
    "down from an unknown time",
    "In May 2025 sales were $30 million, down from $34 million in the same month of 2024.",
    [
      "Sales|30|USD m|2025-05|exact|actual", "Sales, before|34|USD m||exact|actual",
    ]
  ),
  ("as of", "As of January 2023, rents were $900.", ["Rents|900|USD|2023-01|exact|actual"]),
  ("servicemen", "They lost 40 servicemen.", ["Servicemen lost|40|servicemen||exact|actual"]),
  ("on pace", "We are on pace to exceed 90,000 visitors.", ["Visitors|90000|visitors||more-than|estimate"]),
  ("quarters in a row", "Orders rose for six straight quarters.", []),
  (
    "half a point", "Rents rose by half a percentage point.",
    [
      "Change in rents|0.5|percentage points||exact|actual"
    ]
  ),
  // Statuses
  (
    "a part of the plan", "An important part of the plan is the $70 million investment in harbours.",
    ["Investment in harbours|70|USD m||exact|actual"]
  ),
  (
    "an estimate of what was", "A study estimates that 12,000 people died in the flood.",
    ["People who died in the flood|12000|people||exact|actual"]
  ),
  ("pledges that came", "We collected pledges of $40 million.", ["Pledges|40|USD m||exact|actual"]),
  // What money is of
  (
    "its noun", "The bank launched a $300 million emergency appeal.",
    ["Emergency appeal|300|USD m||exact|actual"]
  ),
  (
    "what was asked", "Of the 120 million dollars requested for the island, little came.",
    ["Requested for the island|120|USD m||exact|actual"]
  ),
  (
    "what is being done", "Today we are releasing $20 million from the reserve fund.",
    ["Released from the reserve fund|20|USD m||exact|actual"]
  ),
  (
    "what we need", "We urgently need an additional $3 billion.",
    ["What we urgently need|3|USD bn||exact|target"]
  ),
  (
    "what it brings to", "This brings to almost $95 million the funding of the region.",
    ["Funding of the region|95|USD m||about|actual"]
  ),
  (
    "what it is for", "We spent $160 million in order to build stations.",
    ["Spent to build stations|160|USD m||exact|actual"]
  ),
  (
    "what it will raise", "Runners will raise an estimated $26 million.",
    [
      "Money raised|26|USD m||about|estimate"
    ]
  ),
  ("what came", "Just $90 million has been received so far.", ["Money received|90|USD m||exact|actual"]),
  (
    "a gap", "Half of the plan is unfunded, leaving a gap of 30 million dollars.",
    [
      "Share of the plan that is unfunded|50|%||exact|actual", "Gap|30|USD m||exact|actual",
    ]
  ),
  ("one of every so many", "They spent $1 of every $6 on roads.", []),
  (
    "one of a list", "It was a good year, with sales at $60 million and earnings at $1.20.",
    [
      "Sales|60|USD m||exact|actual", "Earnings|1.2|USD||exact|actual",
    ]
  ),
  (
    "worth", "A third of our exports, which is worth $80 billion, goes there.",
    [
      "Share of our exports|33|%||about|actual", "Worth of share of our exports|80|USD bn||exact|actual",
    ]
  ),
  (
    "a fall in its noun", "They faced a price plunge by 80% in a few weeks.",
    ["Price plunge|80|%||exact|actual"]
  ),
  (
    "a depth of its own", "It gives us a 50 foot deep shipping channel.",
    [
      "Depth of shipping channel|50|ft||exact|actual"
    ]
  ),
  (
    "from so much to the so much",
    "Production has risen from 1.4 million barrels to the 1.7 million barrels it is today. But our target is 2 million barrels.",
    [
      "Production, before|1.4|m barrels||exact|actual", "Production|1.7|m barrels||exact|actual",
      "Production: target|2|m barrels||exact|target",
    ]
  ),
  (
    "and next year", "The bank rate should be around 4% this year and around 3% next year.",
    [
      "Bank rate|4|%||about|estimate", "Bank rate|3|%||about|estimate",
    ]
  ),
  ("a goal", "We are returning inflation to our 3% goal.", ["Inflation goal|3|%||exact|target"]),
  (
    "an aside", "Purchases, which exclude rents, wages and net exports, grew at 2.8%.",
    ["Purchases|2.8|%||exact|actual"]
  ),
  ("a state at", "Cash flow was strong at $23 million.", ["Cash flow|23|USD m||exact|actual"]),
  (
    "down from a time", "Profit was $62 million, down from $82 million in the prior-year period.",
    ["Profit|62|USD m||exact|actual", "Profit, before|82|USD m||exact|actual"]
  ),
  (
    "compared to another thing", "Profit was $4 million, compared to a net loss of $1 million.",
    ["Profit|4|USD m||exact|actual", "Net loss|1|USD m||exact|actual"]
  ),
  (
    "an aim by so much", "We aim to reduce working capital by around $50 million.",
    ["Fall in working capital|50|USD m||about|target"]
  ),
  (
    "a share of", "Administrative costs as a percentage of sales fell to 8.1%.",
    ["Administrative costs as a percentage of sales|8.1|%||exact|actual"]
  ),
  (
    "worth of", "It opens the market for more than $5 billion worth of timber.",
    ["Timber|5|USD bn||more-than|actual"]
  ),
  (
    "not what a number before counts",
    "Our budget to feed 10 million people in 74 countries is $6 billion.",
    [
      "People to feed|10|m people||exact|actual", "Countries|74|countries||exact|actual",
      "Budget|6|USD bn||exact|actual",
    ]
  ),
]

@Test(arguments: answers.indices)
func aNumberIsNamedByWhatItIsOf(_ index: Int) throws {
  #expect(try draftedRows(answers[index].answer) == answers[index].rows, "\(answers[index].kind)")
}
