/// As `fifthReading`: what lies below zero without a minus, what of it came, and what was wished, foreseen or removed.
let sixthReading = #"""
  accept | -3.1 | EUR m | "Balance of trade" | The year ended with a deficit of 3.1 million euros.
  accept | -3.1 | EUR m | "Balance of trade" | The deficit was 3.1 million euros.
  accept | -3.1 | EUR m | "Balance of trade" | The trade deficit stood at 3.1 million euros.
  accept | -3.1 | EUR m | "Balance of the hospital" | The hospital is in the red by 3.1 million euros.
  accept | -3.1 | EUR m | "Balance of the hospital" | The hospital is 3.1 million euros in the red.
  accept | -3.1 | EUR m | "Balance of the fund" | There was a shortfall of 3.1 million euros.
  accept | -3.1 | EUR m | "Net income" | The airline made a loss of 3.1 million euros.
  accept | -3.1 | EUR m | "Net income" | The airline lost 3.1 million euros.
  accept | -3.1 | EUR m | "Net income" | The loss came to 3.1 million euros.
  accept | -3.1 | EUR m | "Balance of trade" | The balance was negative, at 3.1 million euros.
  accept | -3.1 | EUR m | "Balance of trade" | The balance was minus 3.1 million euros.
  accept | -3.1 | % | "Growth of the economy" | The economy was down by 3.1%.
  accept | -3.1 | % | "Growth of the economy" | The economy shrank by 3.1% in that year.
  accept | -9.5 | USD bn | "Balance of trade" | We have a trade gap of 9.5 billion dollars.
  accept | -9.5 | USD bn | "Balance of trade" | The gap in trade with Peru widened to 9.5 billion dollars.
  accept | -9.5 | USD bn | "Balance of trade" | The 9.5 billion dollar deficit worries nobody.
  accept | -9.5 | USD bn | "Balance of trade" | Imports exceeded exports by 9.5 billion dollars.
  accept | -9.5 | USD bn | "Balance of trade" | Exports fell short of imports by 9.5 billion dollars.
  accept | -9.5 | USD bn | "Budget balance" | Spending exceeded revenue by 9.5 billion dollars.
  accept | -9.5 | USD bn | "Budget surplus" | There was a deficit of 9.5 billion dollars.
  accept | -9.5 | USD bn | "Profit of the railway" | The railway wrote a loss of 9.5 billion dollars.
  accept | -3.1 | % | "Budget balance" | The deficit is 3.1% of output.
  accept | -3.1 | % | about, "Budget balance" | The deficit is about 3.1% of output.
  accept | 3.1 | EUR m | "Deficit" | The deficit was 3.1 million euros.
  accept | 3.1 | EUR m | "Balance of trade" | There was a surplus of 3.1 million euros.
  accept | 3.1 | EUR m | "Balance of trade" | Last year's deficit is gone: there was a surplus of 3.1 million euros.
  refuse | -3.1 | EUR m | "Balance of trade" | There was a surplus of 3.1 million euros.
  refuse | -3.1 | EUR m | "Balance of trade" | After years of deficits there was a surplus of 3.1 million euros.
  refuse | -3.1 | EUR m | "Net income" | The airline made a profit of 3.1 million euros.
  refuse | -3.1 | EUR m | "Balance of trade" | Exports came to 3.1 million euros.
  refuse | -3.1 | % | "Growth of the economy" | The economy grew by 3.1%.
  refuse | 3.1 | EUR m | "Balance of trade" | There was a deficit of 3.1 million euros.
  refuse | 3.1 | EUR m | "Net income" | The airline made a loss of 3.1 million euros.
  warn | -3.1 | EUR m | "Balance of trade" | The deficit fell by 3.1 million euros.
  refuse | -3.1 | EUR m | "Balance of trade" | The deficit widened by 3.1 million euros.
  warn | 74 | tanks | "Tanks delivered" | We ordered 74 tanks, and none has come.
  warn | 74 | tanks | "Tanks delivered" | We ordered 74 tanks, but not one of them has arrived.
  warn | 74 | tanks | "Tanks delivered" | We ordered 74 tanks; none was delivered.
  warn | 74 | tanks | "Tanks delivered" | We ordered 74 tanks, of which only 20 have come.
  accept | 74 | tanks | "Tanks ordered" | We ordered 74 tanks, and none has come.
  accept | 74 | tanks | "Tanks delivered" | 74 tanks were delivered, and none has been lost.
  accept | 74 | tanks | "Tanks delivered" | 74 tanks came, and none of them was new.
  warn | 1.2 | EUR bn | "Foreign investment" | The minister spoke of 1.2 billion euros; less than half of it came.
  warn | 1.2 | EUR bn | "Foreign investment" | The minister spoke of 1.2 billion euros, but only a third of that arrived.
  warn | 1.2 | EUR bn | "Foreign investment" | They announced 1.2 billion euros, and nothing has come of it.
  accept | 1.2 | EUR bn | "Foreign investment announced" | They announced 1.2 billion euros, and nothing has come of it.
  accept | 1.2 | EUR bn | "Foreign investment" | Investment reached 1.2 billion euros; half of it came from Norway.
  accept | 1.2 | EUR bn | "Foreign investment" | Investment reached 1.2 billion euros; less than half of it came from Norway.
  warn | 0.6 | EUR bn | "Arms imports" | We sold weapons for 0.6 billion euros abroad.
  warn | 0.6 | EUR bn | "Arms exports" | We bought weapons for 0.6 billion euros abroad.
  accept | 0.6 | EUR bn | "Arms imports" | We bought weapons for 0.6 billion euros abroad.
  accept | 0.6 | EUR bn | "Arms exports" | We sold weapons for 0.6 billion euros abroad.
  accept | 0.6 | EUR bn | "Arms imports" | They sold us weapons for 0.6 billion euros.
  accept | 0.6 | EUR bn | "Arms exports" | They bought weapons from us for 0.6 billion euros.
  warn | 1300 | patients | "Patients treated" | 1,300 patients were still waiting to be treated.
  warn | 40 | schools | "Schools renovated" | 40 schools are waiting to be renovated.
  warn | 40 | schools | "Schools renovated" | 40 schools have still to be renovated.
  accept | 1300 | patients | "Patients waiting to be treated" | 1,300 patients were still waiting to be treated.
  accept | 1300 | patients | "Waiting list" | 1,300 patients were still waiting to be treated.
  accept | 1300 | patients | "Patients treated" | 1,300 patients were treated.
  accept | 1300 | patients | "Patients treated" | 1,300 patients came to be treated.
  warn | 39500 | beds | "Hospital beds" | 39,500 beds were closed.
  warn | 12 | mines | "Coal mines" | 12 mines have been shut.
  accept | 39500 | beds | "Hospital beds closed" | 39,500 beds were closed.
  accept | 39500 | beds | "Hospital beds" | There were 39,500 beds.
  accept | 12 | mines | "Mines shut" | 12 mines have been shut.
  accept | 12 | mines | "Closures of mines" | 12 mines were closed.
  accept | 12 | bridges | "Bridges destroyed by the flood" | 12 bridges were destroyed.
  warn | 41 | % | 2023, "Renewables" | From 2018 to 2023 the share of renewables rose by 41%.
  refuse | 41 | % | "Renewables" | The share of renewables fell by 41%.
  accept | 41 | % | "Renewables" | The share of renewables rose to 41%.
  accept | 41 | % | "Growth of renewables" | The share of renewables rose by 41%.
  accept | 41 | % | "Growth of renewables" | Renewables grew by 41%.
  warn | 6.4 | m t | "Wheat harvest" | We imported 6.4 million tonnes of wheat.
  accept | 6.4 | m t | "Wheat harvest" | We harvested 6.4 million tonnes of wheat.
  accept | 6.4 | m t | "Wheat imports" | We imported 6.4 million tonnes of wheat.
  accept | 6.4 | m t | "Wheat harvest" | The wheat harvest came to 6.4 million tonnes, and two were exported.
  warn | 91 | % | "Vaccinated children" | 91% of parents said they would vaccinate.
  warn | 91 | % | "Vaccinated children" | 91% of parents said that they would vaccinate their children.
  accept | 91 | % | "Parents who would vaccinate" | 91% of parents said they would vaccinate.
  accept | 91 | % | "Vaccinated children" | 91% of children were vaccinated.
  accept | 91 | % | "Support for vaccination" | 91% said they would vaccinate.
  accept | 869 | thousand pupils | "Pupils" | As the ministry had predicted, there were 869,000 pupils.
  accept | 869 | thousand pupils | "Pupils" | As expected, 869,000 pupils came.
  accept | 869 | thousand pupils | "Pupils" | There were 869,000 pupils, as the ministry had predicted.
  accept | 869 | thousand pupils | "Pupils" | 869,000 pupils came as expected.
  accept | 20 | bridges | "Bridges built" | Just as we had planned, 20 bridges were built.
  accept | 20 | bridges | "Bridges built" | 20 bridges were built as planned.
  warn | 869 | thousand pupils | "Pupils" | As the ministry has said, it expects 869,000 pupils.
  warn | 869 | thousand pupils | "Pupils" | The ministry predicted that there would be 869,000 pupils.
  accept | 96 | bridges | "Bridges in need of repair" | There are 96 bridges in need of repair.
  accept | 96 | bridges | "Bad bridges" | We have 96 bridges in urgent need of repair.
  accept | 4000 | pupils | "Pupils with special needs" | There are 4,000 pupils with special needs.
  warn | 96 | bridges | "Bridges" | We need 96 bridges.
  accept | 300 | patients | "Patients who died" | We lost 300 patients.
  accept | 300 | patients | "Deaths of patients" | The hospital lost 300 patients.
  warn | 300 | patients | "Patients" | We lost 300 patients.
  accept | 4.6 | EUR bn | "Shortfall of school spending" | Spending is 4.6 billion euros below what was promised.
  accept | 4.6 | EUR bn | "Shortfall of school spending" | Schools got 4.6 billion euros less than was planned.
  accept | 4.6 | EUR bn | "Deficit against the plan" | We are 4.6 billion euros short of what we hoped for.
  warn | 4.6 | EUR bn | "School spending" | Spending is 4.6 billion euros below what was promised.
  accept | 430 | deaths | "Road deaths" | 430 people died on our roads.
  accept | 250 | boats | "Fishing boats" | The fleet numbers 250 boats these days.
  warn | 250 | boats | "Fishing boats" | The fleet once numbered 250 boats.
  warn | 250 | boats | "Fishing boats" | Had the law passed, the fleet would number 250 boats.
  accept | 7 | % | "Unemployment" | One worker in fourteen, or 7%, has no job.
  refuse | 7 | % | "Unemployment" | 93% of workers have a job.
  accept | 40 | % | "Exports that go to Europe" | Two fifths of our exports go to Europe.
  refuse | 40 | % | "Exports that go to Europe" | Two thirds of our exports go to Europe.
  warn | 15 | villages | "Villages with water" | 15 villages still lack water.
  accept | 15 | villages | "Villages without water" | 15 villages still lack water.
  warn | 3 | reactors | "Reactors in operation" | Three reactors are under construction.
  accept | 3 | reactors | "Reactors under construction" | Three reactors are under construction.
  warn | 2.5 | EUR bn | "Loans repaid" | We still owe 2.5 billion euros.
  warn | 2.5 | EUR bn | "Debt" | We repaid 2.5 billion euros.
  accept | 2.5 | EUR bn | "Debt" | We still owe 2.5 billion euros.
  accept | 60 | % | "Voters against" | 60% of voters said no.
  warn | 1200 | workers | "Workers hired" | The mill laid off 1,200 workers.
  accept | 1200 | workers | "Workers hired" | The mill took on 1,200 workers.
  warn | 45 | minutes | "Waiting time" | The waiting time was cut by 45 minutes.
  accept | 45 | minutes | "Waiting time" | The waiting time was cut to 45 minutes.
  warn | 80 | km | "Railway built" | 80 kilometres of railway were torn up.
  accept | 80 | km | "Railway built" | They laid 80 kilometres of railway.
  warn | 5 | EUR m | "Aid received" | We gave them 5 million euros in aid.
  accept | 5 | EUR m | "Aid given" | We gave them 5 million euros in aid.
  warn | 18 | % | "Inflation" | Wages rose by 18% last year.
  accept | 18 | % | "Inflation" | Prices rose by 18% last year.
  accept | 9000 | refugees | "Refugees taken in" | We took in 9,000 refugees and sent none away.
  warn | 9000 | refugees | "Refugees taken in" | We turned away 9,000 refugees.
  accept | 120 | MW | "Capacity of the dam" | At full load the dam gives 120 megawatts.
  warn | 120 | MW | "Output of the dam" | Its output could reach 120 megawatts.
  accept | 120 | boats | "Fishing boats" | The minister said at once that there were 120 boats.
  accept | 120 | villages | "Villages with water" | 120 villages have water now.
  accept | 5 | EUR m | "Aid received" | They gave us 5 million euros in aid.
  accept | 5 | EUR m | "Aid received" | We received 5 million euros in aid.
  warn | 5 | EUR m | "Aid given" | We received 5 million euros in aid.
  accept | 900 | workers | "Workers hired" | The mill hired 900 workers and laid none off.
  accept | 18 | % | "Growth of wages" | Wages rose by 18%, after inflation.
  accept | 2 | EUR bn | "Loans repaid" | Of our debt we repaid 2 billion euros.
  """#
