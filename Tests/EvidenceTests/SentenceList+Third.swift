/// As `laterSentences`: what a third reader found refused without need, or accepted that says another thing.
let thirdReading = #"""
  accept | 500000 | people | "Syrians who returned" | Half a million Syrians had returned.
  accept | 1200 | people | "Emigrated doctors" | 1,200 doctors left us.
  accept | 80000 | people | "Foreigners who work here", about | Some 80 000 Ukrainians work here.
  warn | 900 | people | "Inhabitants" | It has 900 houses.
  warn | 900 | people | "Inhabitants" | It has 900 containers.
  accept | 12 | leaks | "Leaks a month" | The pipeline leaks a dozen times a month.
  accept | 4 | meetings | "Meetings a year" | We meet four times a year.
  warn | 4 | meetings | "Meetings" | We meet four times a week.
  warn | 5 | nurses | "Nurses" | There are five times as many nurses as doctors.
  accept | -31 | degrees | "Mean temperature" | January averaged minus 31 degrees.
  accept | 18 | PLN bn | | Exports came to 18 billion złoty.
  accept | 1.5 | ZAR trn | | Receipts were R1.5 trillion.
  accept | 6000 | teachers | "Teachers lacking" | We are short of 6,000 teachers.
  warn | 6000 | teachers | "Teachers" | We are short of 6,000 teachers.
  accept | 24 | firms | | A good two dozen firms took part.
  accept | 24 | firms | more-than | A good two dozen firms took part.
  accept | 14 | GW | "Peak demand" | Demand for power peaked at 14 gigawatts.
  accept | 70 | ships | "Ships a week" | Cape of Good Hope traffic rose to 70 ships a week.
  warn | 70 | ships | | It is our hope to see 70 ships.
  accept | 2000 | wolves | | There is no doubt that we have 2,000 wolves.
  accept | 9 | % | "Pupils who repeat a year" | Nobody disputes that 9 per cent of the pupils repeat a year.
  warn | 2000 | wolves | | I doubt that we have 2,000 wolves.
  accept | 240 | beds | "Beds built" | We planned for 200 beds and built 240.
  warn | 200 | beds | "Beds" | We planned for 200 beds and built 240.
  accept | 75 | "basis points" | "Rise of the policy rate" | The bank raised its rate by 75 basis points.
  accept | 30 | "basis points" | "Narrowing of the spread" | The spread narrowed by 30 basis points.
  accept | 27.5 | % | | Twenty-seven point five per cent of adults smoke.
  accept | 3.2 | % | | Three point two per cent of output goes to schools.
  accept | 1.75 | m people | | One point seventy-five million people came.
  accept | 30 | m | "Retreat of the glacier a year" | The glacier retreats by 30 metres every year.
  warn | 30 | m | "Height of the glacier" | The glacier retreats by 30 metres.
  warn | 600 | wells | "Dry wells" | About a third of the 600 wells are dry.
  warn | 24 | turbines | "Turbines carried" | The ship carried 19 of the 24 turbines.
  accept | 19 | turbines | "Turbines carried" | The ship carried 19 of the 24 turbines.
  warn | 300 | bridges | "Bridges inspected" | A majority of the 300 bridges have been inspected.
  accept | 300 | bridges | "Bridges" | A majority of the 300 bridges have been inspected.
  warn | 40 | % | "Money stolen" | They claim that 40 per cent of the money was stolen; it is nonsense.
  warn | 3 | USD bn | | Some papers wrote that we owe 3 billion dollars. That's wrong.
  warn | 700 | prisoners | | They say 700 prisoners were freed. We cannot confirm it.
  accept | 700 | prisoners | | We can confirm it: 700 prisoners were freed.
  warn | 5000 | jobs | | They spoke of 5,000 new jobs, but the real number is closer to 3,000.
  warn | 5000 | teachers | | We had 5,000 teachers. No longer.
  warn | 240 | villages | "Villages connected" | A further 240 villages will be connected this year.
  accept | 240 | villages | "Villages" | The 240 villages will be connected this year.
  warn | 200 | GEL | 2024-01 | Pensions went from 200 to 260 lari in January 2024.
  accept | 260 | GEL | 2024-01 | Pensions went from 200 to 260 lari in January 2024.
  warn | 3 | m sheep | 2010 | Our herd was down to 1.2 million sheep in 2010; today it's 3 million.
  accept | 1.2 | m sheep | 2010 | Our herd was down to 1.2 million sheep in 2010; today it's 3 million.
  warn | 1.1 | m pilgrims | 2020 | In 2019, that is before the pandemic, 1.1 million pilgrims came.
  warn | 35 | USD m | "Aid" | The cut in aid, 35 million dollars, hurts.
  accept | 35 | USD m | "Cut in aid" | The cut in aid, 35 million dollars, hurts.
  warn | 35 | USD m | "Aid received" | The 35 million dollar cut in aid hurts.
  """#
