/// As `laterSentences`: what a second reader found accepted that says another sign or another time.
let signsAndTimes = #"""
  doubt | 9 | USD m | 2019-01 | From January 2018 to January 2019 fees were $9 million.
  accept | 5 | "m people" | 2019, "People with access" | 5 million gained access in 2019.
  refuse | 12 | % | "Change in exports" | Exports fell by 12 per cent.
  accept | -12 | % | "Change in exports" | Exports fell by 12 per cent.
  refuse | 12 | % | 2020, "Change of exports on a year before" | Exports contracted by 12 per cent in 2020.
  refuse | 12 | % | "Difference in exports" | Exports shrank 12 per cent.
  refuse | 12 | % | "Growth of exports" | Exports fell, by a full 12 per cent.
  accept | -12 | % | "Growth of exports" | Exports fell, by a full 12 per cent.
  refuse | 12 | % | "Growth of exports" | Exports fell again: by 12 per cent.
  refuse | 12 | % | "Growth of exports" | Exports, alas, shrank, and by 12 per cent.
  refuse | 12 | % | "Growth of exports" | Exports fell sharply in 2019 – by 12 per cent.
  refuse | 12 | % | "Growth of exports" | Exports receded by 12 per cent.
  refuse | 12 | % | "Growth of exports" | Exports weakened by 12 per cent.
  refuse | 12 | % | "Growth of exports" | Exports retreated by 12 per cent.
  refuse | 12 | % | "Growth of exports" | Exports were off 12 per cent.
  refuse | 12 | % | "Growth of exports" | Exports are 12 per cent off their peak.
  refuse | 12 | % | "Growth of exports" | Exports gave up 12 per cent.
  refuse | 12 | % | "Growth of exports" | Exports suffered a 12 per cent setback.
  refuse | 12 | % | "Growth of exports" | Exports ended the year 12 per cent in the red.
  refuse | 7 | USD m | "Change in exports" | Exports fell by 7 million dollars.
  accept | 7 | USD m | "Change in exports" | Exports rose by 7 million dollars.
  doubt | 50 | % | "Change in accidents" | Accidents halved.
  accept | 12 | % | "Growth of exports" | Imports fell, and exports rose by 12 per cent.
  accept | 12 | % | "Growth of exports" | A decline in trade was followed by 12 per cent of growth.
  accept | 12 | km | "Length" | It lies 12 km off the road.
  doubt | 9 | USD m | 2019 | From January to September 2019 fees were $9 million.
  accept | 9 | USD m | 2019-01/2019-09 | From January to September 2019 fees were $9 million.
  doubt | 9 | USD m | 2019-Q3 | From April to June 2019 fees were $9 million.
  accept | 9 | USD m | 2019-Q2 | From April to June 2019 fees were $9 million.
  doubt | 9 | USD m | 2019-Q2 | From July to September 2019 fees were $9 million.
  doubt | 9 | USD m | 2020-Q2 | Between July and September 2020 fees were $9 million.
  accept | 9 | USD m | 2020-Q3 | Between July and September 2020 fees were $9 million.
  doubt | 9 | USD m | 2019 | From October 2018 to March 2019 fees were $9 million.
  accept | 9 | USD m | 2018-10/2019-03 | From October 2018 to March 2019 fees were $9 million.
  doubt | 9 | USD m | 2019-Q2 | Fees were $9 million in the third quarter.
  accept | 9 | USD m | 2019-Q3 | Fees were $9 million in the third quarter.
  doubt | 9 | USD m | 2019-Q2 | In the first quarter of the year fees were $9 million.
  doubt | 9 | USD m | 2019-01/2019-06 | In the first three quarters of 2019 fees were $9 million.
  accept | 9 | USD m | 2019-01/2019-09 | In the first three quarters of 2019 fees were $9 million.
  doubt | 9 | USD m | 2018 | Fees came to $9 million between 2015 and 2018.
  doubt | 9 | USD m | 2018 | Fees came to $9 million from 2015 to 2018.
  accept | 9 | USD m | 2015/2018 | Fees came to $9 million from 2015 to 2018.
  doubt | 9 | USD m | 2018 | Fees came to $9 million over the three years to 2018.
  accept | 9 | USD m | 2016/2018 | Fees came to $9 million over the three years to 2018.
  doubt | 9 | USD m | 2019 | Fees were $9 million in the decade to 2019.
  doubt | 9 | USD m | 2018 | Fees came to $9 million in 2018/19.
  doubt | 9 | USD m | 2018 | Fees came to $9 million in all since 2018.
  accept | 9 | % | 2018 | Since 2018 the share has been 9%.
  doubt | 9 | USD m | 2018 | After 2018 fees came to $9 million.
  doubt | 9 | USD m | 2019 | Fees were $9 million before 2019.
  doubt | 9 | USD m | 2019 | Until 2019 fees were $9 million.
  accept | 9 | USD m | 2018 | Until 2019 fees were $9 million.
  doubt | 9 | USD m | 2018 | Fees were $9 million a year before 2018.
  doubt | 9 | USD m | 2018 | Fees came to $9 million the year after 2018.
  doubt | 9 | USD m | 2018 | In 2017, not 2018, fees came to $9 million.
  accept | 9 | USD m | 2017 | In 2017, not 2018, fees came to $9 million.
  doubt | 3 | USD bn | 2019 | Exports in 2019 were $4 billion, a year earlier $3 billion.
  accept | 3 | USD bn | 2018 | Exports in 2019 were $4 billion, a year earlier $3 billion.
  accept | 4 | USD bn | 2019 | Exports in 2019 were $4 billion, a year earlier $3 billion.
  doubt | 19 | % | 2018 | In 2018 the share was 23%, up from 19% the year before.
  accept | 12 | % | 2019, "Growth" | In 2019 exports rose by 12% on the year before.
  accept | 9 | USD m | 2019 | In 2018 and 2019 fees were $8 million and $9 million respectively.
  doubt | 9 | USD m | 2018 | In 2018 and 2019 fees were $8 million and $9 million respectively.
  accept | 8 | USD m | 2018 | In 2018 and 2019 fees were $8 million and $9 million respectively.
  accept | 8 | USD m | 2018 | Fees rose from $8 million to $9 million between 2018 and 2019.
  doubt | 8 | USD m | 2019 | Fees rose from $8 million to $9 million between 2018 and 2019.
  accept | 9 | USD m | 2019 | Fees rose from $8 million to $9 million between 2018 and 2019.
  doubt | 9 | USD m | 2018 | Fees rose from $8 million to $9 million between 2018 and 2019.
  """#

/// As `signsAndTimes`: what is denied, a difference, said of an opposite or not exactly.
let denialsAndDifferences = #"""
  doubt | 80 | wagons | "Wagons bought" | They refused to buy 80 wagons.
  doubt | 80 | wagons | "Wagons bought" | They cancelled the purchase of 80 wagons.
  accept | 80 | wagons | "Orders cancelled" | They cancelled orders of 80 wagons.
  doubt | 80 | wagons | "Wagons bought" | Instead of 80 wagons they bought a ferry.
  accept | 80 | wagons | "Wagons bought" | Instead of going home they bought 80 wagons.
  doubt | 80 | wagons | "Wagons bought" | 60 wagons were bought, rather than 80.
  accept | 60 | wagons | "Wagons bought" | 60 wagons were bought, rather than 80.
  doubt | 80 | wagons | "Wagons in use" | All but 80 wagons are in use.
  doubt | 80 | wagons | "Wagons" | They lack 80 wagons.
  accept | 80 | wagons | "Wagons lacking" | They lack 80 wagons.
  doubt | 80 | wagons | | Allegedly 80 wagons were bought.
  doubt | 30 | schools | | The claim that 30 schools were opened is a myth.
  doubt | 30 | schools | | Critics say 30 schools were built, which the ministry rejects.
  doubt | 80 | wagons | | The paper wrote 80 wagons; that is wrong.
  doubt | 80 | wagons | | The paper wrote 80 wagons. That was not true.
  accept | 80 | wagons | | The paper wrote 80 wagons. That is right.
  doubt | 5 | USD bn | | Trade is anything but $5 billion.
  doubt | 20 | agreements | | Not one of the 20 agreements was signed.
  doubt | 20 | agreements | | None of the 20 agreements was signed.
  doubt | 2 | USD bn | | The debt is $2bn; sorry, two million.
  doubt | 20 | % | "Share of rail" | The share of rail used to be 20 per cent.
  accept | 20 | % | 2010, "Share of rail" | The share of rail used to be 20 per cent.
  doubt | 20 | % | "Share of rail" | The share of rail was 20 per cent once and is 30 per cent today.
  doubt | 80 | USD m | "Budget" | The budget was raised by $80 million.
  doubt | 80 | USD m | "Budget" | The budget is $80 million too small.
  doubt | 80 | USD m | "Budget" | The budget has a hole of $80 million.
  accept | 80 | USD m | "Hole in the budget" | The budget has a hole of $80 million.
  doubt | 80 | USD m | "Budget" | The budget has $80 million more than last year's.
  doubt | 80 | USD m | "Budget" | The budget is double the $80 million of then.
  doubt | 10 | USD m | "Cost" | The cost was $10 million over budget.
  doubt | 10 | USD m | "Cost" | The cost is $10 million short of last year's.
  doubt | 10 | USD m | "Cost" | They saved $10 million on it.
  accept | 80 | people | | They saved 80 people.
  doubt | 10 | USD m | "Cost" | Two of them cost $10 million each.
  accept | 10 | USD m | "Cost of each" | Two of them cost $10 million each.
  doubt | 40 | km | "Length" | The tunnel is 40 km shorter than planned.
  doubt | 80 | wagons | "Wagons in use" | 80 wagons too few are in use.
  doubt | 20 | % | "Share of rail" | The share of rail rose by a fifth.
  doubt | 20 | % | "Share of rail" | The share of rail is 20 per cent above that of buses.
  doubt | 50 | % | "Share of rail" | Half as many go by rail.
  accept | 20 | % | "Share of rail" | Rail makes up 20 per cent of it.
  doubt | 5 | USD bn | "Imports" | Exports were $5 billion.
  doubt | 5 | USD bn | "Exports" | Imports were $5 billion, and exports $3 billion.
  accept | 3 | USD bn | "Exports" | Imports were $5 billion, and exports $3 billion.
  accept | 5 | USD bn | "Exports" | Exports, unlike imports, rose: they were $5 billion; imports were $3 billion.
  accept | 5 | USD bn | "Exports" | Exports exceed those of 2017, at $5 billion.
  doubt | 80 | USD m | "Exports" | $80 million of imports came in.
  doubt | 80 | USD m | "Surplus" | The deficit was $80 million.
  doubt | 20 | % | "Share of rail" | The share of road is 20 per cent.
  doubt | 20 | % | "Share of rail" | 80 per cent go by rail, 20 per cent by road.
  accept | 80 | % | "Share of rail" | 80 per cent go by rail, 20 per cent by road.
  doubt | 80 | wagons | "Wagons bought" | They sold 80 wagons.
  doubt | 80 | wagons | | 80 wagons, if that, were bought.
  warn | 80 | wagons | | 80 wagons were bought at most.
  accept | 80 | wagons | at-most | 80 wagons were bought at most.
  warn | 80 | wagons | | 80 wagons and counting were bought.
  accept | 80 | wagons | | 80 wagons and over 20 coaches were bought.
  warn | 80 | wagons | | Eighty wagons plus were bought.
  accept | 80 | wagons | | Eighty wagons plus two ferries were bought.
  warn | 80 | wagons | | Easily 80 wagons were bought.
  warn | 80 | wagons | | 80 wagons (plus or minus five) were bought.
  warn | 80 | wagons | | Rounded, 80 wagons were bought.
  refuse | 1 | wagons | | One cannot count the wagons.
  accept | 50 | % | | Half of it is lost.
  accept | 6 | months | | It took half a year.
  accept | 18 | months | | It took a year and a half.
  accept | 1.5 | years | | It took a year and a half.
  accept | 14 | days | | The strike lasted a fortnight.
  accept | 2 | weeks | | The strike lasted a fortnight.
  accept | 3 | years | | It took 36 months.
  accept | 36 | months | | It took three years.
  refuse | 36 | months | | It took 36 years.
  refuse | 35 | months | | It took three years.
  refuse | 30 | days | | It took a month.
  accept | 20 | % | "Share of bridges closed" | Every fifth bridge is closed.
  refuse | 5 | bridges | | Every fifth bridge is closed.
  refuse | 50 | % | | They meet every second year.
  accept | 80 | % | "Share of rail" | All but a fifth of the containers go by rail.
  refuse | 20 | % | "Share of rail" | All but a fifth of the containers go by rail.
  """#
