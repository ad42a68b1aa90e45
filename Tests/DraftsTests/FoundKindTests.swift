import Testing

/// Kinds of saying a number, its time and what it is, in sentences of their own.
private let answers: [(kind: String, answer: String, rows: [String])] = [
  (
    "a time of the first alone", "The fleet grew from 75 MW in March 2014 to more than 207 MW now.",
    ["Fleet|75|MW|2014-03|exact|actual", "Fleet|207|MW||more-than|actual"]
  ),
  (
    "an opening time of all",
    "In 2015 the northern line carried 31 million tons, and the southern line carried 10 million tons.",
    [
      "Carried by the northern line|31|m t|2015|exact|actual",
      "Carried by the southern line|10|m t|2015|exact|actual",
    ]
  ),
  (
    "a time of comparison",
    "In the first half of 2020, trade rose, compared to the same period in 2019, to $47 million.",
    ["Trade|47|USD m|2020-01/2020-06|exact|actual"]
  ),
  (
    "the month of a day", "The staff was 609 on 1 April 1980, compared with 565 on 1 April 1979.",
    ["Staff|609||1980-04|exact|actual", "Staff|565||1979-04|exact|actual"]
  ),
  (
    "a bare name", "Norway had 48 percent of the catch in 2008, and Iceland 40 percent.",
    ["Share of the catch|48|%|2008|exact|actual", "Iceland|40|%|2008|exact|actual"]
  ),
  (
    "a commitment", "The towns have given a commitment of 540 MW.",
    ["Given a commitment|540|MW||exact|target"]
  ),
  ("by a year", "We are looking at 100 GW of wind by 2032.", ["Wind|100|GW|2032|exact|target"]),
  (
    "after having", "We need to build more, having lost 4 ferries.", ["Ferries lost|4|ferries||exact|actual"]
  ),
  (
    "one of them", "I hope you will visit one of the more than 20,000 libraries.",
    ["Libraries|20000|libraries||more-than|actual"]
  ),
  (
    "if in the past", "If our trade was $103 million in 2020, last year we almost reached $200 million.",
    ["Trade|103|USD m|2020|exact|actual", "Trade|200|USD m||about|actual"]
  ),
  (
    "nouns that are joined", "We represent 45 electricity and gas businesses.",
    ["Electricity and gas businesses|45|businesses||exact|actual"]
  ),
  (
    "words with hyphens", "We bought 38,000 ready-to-eat meals.",
    ["Ready-to-eat meals bought|38000|meals||exact|actual"]
  ),
  (
    "those of them", "We have 320 beds, 24 of them in tents.",
    ["Beds|320|beds||exact|actual", "Beds in tents|24|beds||exact|actual"]
  ),
  (
    "likewise", "37 civilians were killed and 112 wounded.",
    ["Civilians killed|37|civilians||exact|actual", "Civilians wounded|112|civilians||exact|actual"]
  ),
  (
    "likewise in a measure", "It was 500 million tonnes of coal; 199 million was exported.",
    ["Coal|500|m t||exact|actual", "Coal exported|199|m t||exact|actual"]
  ),
  ("few lives", "Three sailors were killed.", ["Sailors killed|3|sailors||exact|actual"]),
  (
    "percent and level", "The workforce was down 3 percent to 28,700.",
    ["Fall in workforce|3|%||exact|actual", "Workforce|28700|||exact|actual"]
  ),
  (
    "from more to less", "Tariffs were cut from 12 to 5 per cent.",
    ["Tariffs, before|12|%||exact|actual", "Tariffs|5|%||exact|actual"]
  ),
  (
    "lengths of time", "Queues at the border, from 17 days here to 75 days there, are long.",
    ["Queues|17|days||exact|actual", "Queues|75|days||exact|actual"]
  ),
  (
    "taken up to", "We have 27 boats and want to take that up to 60 boats.",
    ["Boats|27|boats||exact|actual", "Boats|60|boats||exact|target"]
  ),
  (
    "declined to", "Deaths have declined to 501 per day.", ["Deaths per day|501|||exact|actual"]
  ),
  (
    "of which", "The allies promised 155 boats, of which about half have arrived.",
    [
      "Boats promised|155|boats||exact|target",
      "Share of boats promised that have arrived|50|%||about|actual",
    ]
  ),
  (
    "doubled to", "The ministry wants to double arrivals to over 20 million.",
    ["Arrivals|20000000|||more-than|target"]
  ),
]

@Test(arguments: answers.indices)
func aKindOfSayingIsFoundWithItsTimeAndStatus(_ index: Int) throws {
  #expect(try draftedRows(answers[index].answer) == answers[index].rows, "\(answers[index].kind)")
}

@Test(arguments: [
  "It will take a month-and-a-half.", "It works for adults 20 to 49 years of age.",
  "Scores were in the low 50s.",
  "Five months on, nothing has come.", "They paid 1.5 times as much in fees.",
])
func agesMannersAndLengthsOfWaitingAreNoFigures(_ answer: String) throws {
  #expect(try draftedRows(answer) == [])
}

/// How long one sentence of so many numbers, each with its year, takes to read.
private func time(ofNumbers count: Int) throws -> Duration {
  let numbers = (0..<count).map { "\($0 * 7 + 3) boats in \(1900 + $0 % 120)" }.joined(separator: ", ")
  return try ContinuousClock().measure { _ = try draftedRows("In all we sold \(numbers).") }
}

/// Four times as many took sixteen times as long; ten times is left for machines that do other things.
@Test func oneLongSentenceTakesTimeInProportion() throws {
  _ = try time(ofNumbers: 10)
  let (short, long) = (try time(ofNumbers: 100), try time(ofNumbers: 400))
  #expect(long < short * 10, "\(short) for 100, \(long) for 400")
}
