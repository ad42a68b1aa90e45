/// As `sixthReading`: what says the contrary of a label in several words.
let seventhReading = #"""
  warn | 45 | % | 2021, "Share of homes with electricity" | In 2021 some villages had light and others none; 45% of homes were still in the dark.
  accept | 45 | % | 2021, "Homes without electricity" | In 2021, 45% of homes were still in the dark.
  accept | 45 | % | 2021, "Share of homes with electricity" | In 2021, 45% of homes had electricity, and the rest lay in the dark.
  warn | 300 | km | 2020, "Roads paved" | The plan of 2020 was to pave 300 km of roads, and not a metre of it was done.
  accept | 300 | km | 2020, "Roads paved" | We paved 300 kilometres of roads in 2020, though nobody had believed it.
  warn | 64 | % | 2022, "Pupils who finish school" | In 2022, 64% of pupils dropped out before the end of school.
  accept | 64 | % | 2022, "Pupils who finish school" | In 2022, 64% of pupils stayed to the end of school.
  accept | 64 | % | 2022, "Pupils who dropped out" | In 2022, 64% of pupils dropped out before the end of school.
  warn | 90 | buses | 2021, "Buses in service" | In 2021 ninety buses stood in the depot waiting for parts.
  accept | 90 | buses | 2021, "Buses out of service" | In 2021 ninety buses stood idle in the depot waiting for parts.
  accept | 90 | buses | 2021, "Buses in service" | In 2021 ninety buses ran; the others stood idle.
  warn | 33 | bridges | 2020, "Bridges rebuilt" | In 2020, 33 bridges were swept away by the flood.
  accept | 33 | bridges | 2020, "Bridges rebuilt" | In 2020, 33 bridges were rebuilt that the flood had swept away.
  accept | 33 | bridges | 2020, "Bridges destroyed" | In 2020, 33 bridges were swept away by the flood.
  warn | 400 | tractors | 2022, "Tractors delivered" | In 2022 we ordered 400 tractors, and to this day we are waiting.
  accept | 400 | tractors | 2022, "Tractors ordered" | In 2022 we ordered 400 tractors, and to this day we are waiting.
  warn | 60 | MW | 2022, "Power of the dam" | In 2022 the dam was to give 60 MW; it gives 22.
  accept | 22 | MW | 2022, "Power of the dam" | In 2022 the dam was to give 60 MW; it gives 22 MW.
  accept | 60 | MW | 2022, "Power of the dam" | In 2022 the dam was to give 60 MW, and it did.
  warn | 60 | MW | 2022, "Power of the dam" | In 2022 the dam was to give 60 MW, and it did not.
  warn | 9000 | t | 2021, "Cotton harvested" | In 2021 nine thousand tonnes of cotton rotted in the rain before anyone could pick it.
  accept | 9000 | t | 2021, "Cotton harvested" | In 2021 nine thousand tonnes of cotton were harvested, and some of it rotted.
  warn | 3 | USD bn | 2022, "Debt" | In 2022 the state repaid 3 billion dollars of its debt.
  accept | 3 | USD bn | 2022, "Debt repaid" | In 2022 the state repaid 3 billion dollars of its debt.
  accept | 3 | USD bn | 2022, "Debt" | In 2022 our debt came to 3 billion dollars.
  accept | 3 | USD bn | 2022, "Debt" | In 2022 we owed 3 billion dollars that were never repaid.
  warn | 75 | % | 2022, "Voters for the bridge" | In 2022, 75 per cent of the voters said no to the bridge.
  accept | 75 | % | 2022, "Voters against the bridge" | In 2022, 75 per cent of the voters said no to the bridge.
  accept | 75 | % | 2022, "Voters for the bridge" | In 2022, 75 per cent of the voters said yes to the bridge.
  warn | 250 | EUR m | 2022, "Aid received" | In 2022 Brussels turned down our request for 250 million euros.
  accept | 250 | EUR m | 2022, "Aid received" | Brussels sent us 250 million euros in 2022, not as a loan but as a gift.
  warn | 19 | mines | 2021, "Mines closed" | In 2021 nineteen mines went back to work.
  accept | 19 | mines | 2021, "Mines reopened" | In 2021 nineteen mines went back to work.
  warn | 700 | soldiers | 2022, "Soldiers withdrawn" | In 2022 another 700 soldiers arrived at the border.
  accept | 700 | soldiers | 2022, "Soldiers at the border" | In 2022, 700 soldiers arrived at the border.
  warn | 35 | % | 2022, "Share of solar power" | In 2022 wind gave 35% of our power and the sun next to nothing.
  accept | 35 | % | 2022, "Share of wind power" | In 2022 wind gave 35% of our power and the sun next to nothing.
  accept | 35 | % | 2022, "Share of solar power" | In 2022 the sun gave 35% of our power.
  warn | 120 | cases | 2022, "Cases solved" | In 2022 a hundred and twenty cases were left unsolved.
  accept | 120 | cases | 2022, "Cases unsolved" | In 2022 a hundred and twenty cases were left unsolved.
  warn | 1200 | farms | 2021, "Farms with a well" | In 2021, 300 farms have a well and 1200 farms have none.
  accept | 300 | farms | 2021, "Farms with a well" | In 2021, 300 farms have a well and 1200 farms have none.
  accept | 110 | villages | 2021, "Villages without a clinic" | In 2021, 110 villages had no clinic within a day's walk.
  accept | 110 | villages | 2021, "Villages without a clinic" | In 2021, 110 villages had no clinic within an hour’s drive.
  warn | 110 | villages | 2021, "Villages visited" | In 2021 they visited 110 villages a day.
  """#
