import Testing

/// Answers whose numbers are named by their clause or by the sentence before, in several spellings of each kind.
private let answers: [(kind: String, answer: String, rows: [String])] = [
  ("what is cut by", "The mill cut its waste by a third.", ["Fall in waste|33|%||about|actual"]),
  (
    "what is cut by", "New rules have reduced traffic deaths by nearly half.",
    ["Fall in traffic deaths|50|%||about|actual"]
  ),
  (
    "growth in", "The harbour saw 6 per cent growth in gross revenue.",
    ["Change in gross revenue|6|%||exact|actual"]
  ),
  ("growth of", "The yard had a 9% rise in orders.", ["Change in orders|9|%||exact|actual"]),
  (
    "by how much money", "The surplus grew by $13 billion.", ["Change in surplus|13|USD bn||exact|actual"]
  ),
  (
    "by how much", "Coal output has grown by more than 25 million tonnes.",
    ["Change in coal output|25|m t||more-than|actual"]
  ),
  (
    "so much more than", "The rice harvest was 21 million tonnes more than in the drought.",
    ["Change in rice harvest|21|m t||exact|actual"]
  ),
  (
    "it", "Mining picked up speed last year. It went up by 1.7 percent.",
    ["Change in mining|1.7|%||exact|actual"]
  ),
  (
    "it", "We raised the pension. In 2014 it amounted to 42,900 rubles.",
    ["Pension|42900|RUB|2014|exact|actual"]
  ),
  (
    "it after a clause", "Unemployment is low: it dropped to 4 percent.", ["Unemployment|4|%||exact|actual"]
  ),
  (
    "a number as subject", "Of the traffic, 34 per cent was coastal trade.",
    ["Coastal trade|34|%||exact|actual"]
  ),
  (
    "a number before its noun", "Ours is a USD 3.5 trillion economy today.",
    ["Economy|3.5|USD trn||exact|actual"]
  ),
  (
    "money of nobody", "We earned more than $1.1 billion in 2022.",
    ["Earned|1.1|USD bn|2022|more-than|actual"]
  ),
  ("a passive", "The dam is estimated at about 20 billion pounds.", ["Dam|20|GBP bn||about|actual"]),
  (
    "to what", "The new line doubles the capacity to 4 million tonnes.",
    ["Capacity|4|m t||exact|actual"]
  ),
  (
    "a part of them", "The yard built 40 boats. 5% of them went to Norway.",
    [
      "Boats built|40|boats||exact|actual", "Share of boats built that went to Norway|5|%||exact|actual",
    ]
  ),
  ("a part of something", "We carry a third of the cargo.", ["Share of the cargo|33|%||about|actual"]),
  (
    "a part to come", "Nearly 45% of power in the grid will come from wind.",
    ["Share of power that will come from wind|45|%||about|estimate"]
  ),
  (
    "for so many", "Deaths fell from 23 per 100,000 people in 2016 to 12 per 100,000 people in 2021.",
    [
      "Deaths|23|per 100,000 people|2016|exact|actual", "Deaths|12|per 100,000 people|2021|exact|actual",
    ]
  ),
  ("times", "Their trade has grown over 100 times.", ["Change in trade|100|times||more-than|actual"]),
  (
    "people doing", "There were 80 million people marching home.",
    [
      "People marching home|80|m people||exact|actual"
    ]
  ),
  (
    "children who will", "At least 330,000 children in 11 districts will benefit from it.",
    ["Children that will benefit|330000|children||at-least|actual", "Districts|11|districts||exact|actual"]
  ),
  (
    "a count alone", "Nearly three million have been displaced by the flood.",
    [
      "Number that have been displaced by the flood|3000000|||about|actual"
    ]
  ),
  (
    "before", "Exports jumped from USD 500 million to USD 767 million in 2022.",
    [
      "Exports, before|500|USD m||exact|actual", "Exports|767|USD m|2022|exact|actual",
    ]
  ),
  (
    "from the current", "By 2030, we aim to double our share of the market from the current 1.6% to 3%.",
    [
      "Share of the market, before|1.6|%||exact|actual", "Share of the market|3|%|2030|exact|target",
    ]
  ),
  (
    "a noun written as a verb", "The total cost of heating rose to $300 million.",
    [
      "Total cost of heating|300|USD m||exact|actual"
    ]
  ),
  ("a deficit", "The budget deficit was 2.6 percent.", ["Budget deficit|2.6|%||exact|actual"]),
  (
    "a plan that was carried out", "More than 40% of towns have carried out their plans for cycling.",
    [
      "Share of towns that have carried out their plans for cycling|40|%||more-than|actual"
    ]
  ),
  (
    "needs", "The plant gives enough to cover 7% of the town’s needs.",
    [
      "Share of the town’s needs|7|%||exact|actual"
    ]
  ),
  ("to take over", "The state plans to take over 20% of the mill.", ["Share of the mill|20|%||exact|target"]),
  (
    "claims that are no doubts", "There are over 600,000 pending claims.",
    [
      "Pending claims|600000|claims||more-than|actual"
    ]
  ),
  ("who need", "Some 6.1 million people need help.", ["People who need help|6.1|m people||about|actual"]),
  (
    "added up", "Refunds added up to 40 million roubles.",
    ["Added by refunds|40|RUB m||exact|actual"]
  ),
  (
    "instead of", "Freight fell 5.2 percent instead of the expected 15.",
    ["Fall in freight|5.2|%||exact|actual"]
  ),
  (
    "since an event", "Since the port opened in 1991, trade has grown by 60 percent.",
    ["Change in trade|60|%||exact|actual"]
  ),
  (
    "a rise in apposition", "In 2023 exports reached $642 million, a year-on-year increase of 29.7 per cent.",
    ["Exports|642|USD m|2023|exact|actual", "Change in exports|29.7|%|2023|exact|actual"]
  ),
]

@Test(arguments: answers.indices)
func aNumberIsNamedByItsClauseOrTheSentenceBefore(_ index: Int) throws {
  #expect(try draftedRows(answers[index].answer) == answers[index].rows, "\(answers[index].kind)")
}

@Test(arguments: [
  "I have worked here for 20 years.", "It took ten minutes.", "In the last three years we slept.",
  "It is a 10-year plan.", "There are five reasons for it.", "I would give a hundred percent.",
  "He won the 100 metres.", "Would you pay $100 for it?", "They claim that 40 million came.",
  "More than $1 of every $5 goes there.", "Some 20.000 guests came.", "The score was 3-1.",
  "If we spent $5 billion, we would fail.", "Call 202-512-1800, or see page 12 of Article 5.",
  "It is not true that 40 million people came.", "World War II ended in 1945, on day 3 of 7.",
])
func whatIsSaidInPassingIsNoFigure(_ answer: String) throws {
  #expect(try draftedRows(answer) == [])
}
