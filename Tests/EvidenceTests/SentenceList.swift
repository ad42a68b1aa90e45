/// Sentences that say numbers, written before the code that reads them; the form is told in SentenceCase.
let sentences = #"""
  accept | 500 | KZT bn | | The loan is 500 billion tenge.
  refuse | 500 | USD bn | | The loan is 500 billion tenge.
  refuse | 3 | USD m | | Wages are 3 million som.
  accept | 3 | KGS m | | Wages are 3 million som.
  accept | 3 | UZS m | | Wages are 3 million soum.
  refuse | 40 | EUR m | | Exports came to 40 million roubles.
  accept | 40 | RUB m | | Exports came to 40 million rubles.
  refuse | 700 | USD bn | | The loan is ¥700 billion.
  accept | 700 | JPY bn | | The loan is ¥700 billion.
  refuse | 8 | USD bn | | It is worth 8 billion Canadian dollars.
  accept | 8 | CAD bn | | It is worth 8 billion Canadian dollars.
  accept | 8 | CAD bn | | It is worth C$8bn.
  accept | 8 | HKD bn | | It is worth HK$8 billion.
  refuse | 9 | USD bn | | It is worth A$9 billion.
  accept | 9 | AUD bn | | It is worth A$9 billion.
  accept | 9 | NZD m | | It is worth NZ$9m.
  refuse | 9 | USD m | | It is worth S$9 million.
  accept | 9 | BRL m | | It is worth R$9 million.
  refuse | 9 | USD m | | It is worth R$9 million.
  accept | 5 | INR m | | They paid ₹5 million.
  refuse | 5 | USD m | | They paid Rs. 5 million.
  accept | 5 | KZT m | | They paid 5 million ₸.
  accept | 12 | CHF m | | It cost 12 million Swiss francs.
  refuse | 12 | CHF m | | It cost 12 million CFA francs.
  refuse | 12 | USD m | | It cost 12 million kroner.
  accept | 12 | CNY m | | It cost 12 million yuan.
  accept | 12 | CNY m | | It cost 12 million 元.
  accept | 500 | CNY | | It cost 500元.
  accept | 12 | TRY bn | | It cost 12 billion Turkish lira.
  accept | 7 | USD bn | | Trade reached 7 billion US dollars.
  accept | 7 | USD bn | | Trade reached 7 billion U.S. dollars.
  accept | 7 | EUR m | | It is 7m€ in all.
  accept | 7 | EUR m | | Aid amounted to 7 million in euros.
  accept | 3.5 | USD | | A ticket is three dollars fifty.
  accept | 3.5 | EUR | | A ticket is three euros and fifty cents.
  warn | 7 | CAD bn | | Trade reached 7 billion dollars.
  refuse | 80 | USD m | | The market has 80 million people.
  refuse | 90 | USD m | | Output is 90 million barrels.
  refuse | 5 | USD m | | The port moved 5 million containers.
  refuse | 5 | USD m | | The port moved 5 million TEU.
  refuse | 5 | EUR m | | It ships 5 million tonnes of grain.
  warn | 5 | USD m | | Trade reached 5 million.
  accept | 3 | USD bn | 2018 | Trade was 2 billion dollars in 2017 and 3 billion in 2018.
  refuse | 12 | barrels | | It cost $12 in all.
  accept | 30 | MW | | The plant has 30MW.
  accept | 30 | MW | | The plant yields 30 megawatts.
  refuse | 30 | MW | | The plant yields 30 megawatt hours.
  accept | 58 | km | | The line is 58km long.
  accept | 12 | t | | It weighs 12t.
  accept | 2 | million people | | A 2-million-strong community lives there.
  accept | 300 | thousand people | | About that time 300k people came.
  accept | 1.5 | USD trn | | The market is worth $1.5trn.
  accept | 12 | USD bn | | It was worth $12B then.
  accept | 4 | USD bn | | It was worth 4 thousand million dollars.
  accept | 50 | % | | Half of the border is agreed.
  accept | 33 | % | about | A third of the students come from Tashkent.
  warn | 33 | % | exact | A third of the students come from Tashkent.
  accept | 67 | % | about | Two-thirds of them stay.
  accept | 75 | % | | Three quarters go by rail.
  accept | 90 | % | | Nine out of ten go by rail.
  accept | 20 | % | | One in five is from Tashkent.
  accept | 30 | % | | 3 in 10 are from Tashkent.
  refuse | 30 | % | | In 2010 three in 20 firms failed.
  accept | 100 | % | | Trade doubled.
  accept | 2 | | | Trade doubled.
  refuse | 50 | % | | Trade doubled.
  accept | 3 | | | Exports have trebled since then.
  accept | 200 | % | | Exports tripled.
  accept | 300 | % | | Exports quadrupled.
  accept | 10 | | | Trade grew tenfold.
  accept | 10 | | | A 10-fold rise was seen.
  accept | -50 | % | | Trade halved.
  refuse | 5 | | | Trade grew tenfold.
  accept | 50 | % | | Exports grew by half.
  bears | 4 | % | | The share rose by 4 percentage points.
  bears | 0.5 | % | | The rate rose by 50 basis points.
  refuse | 50 | % | | The rate rose by 50 basis points.
  accept | 1.5 | USD bn | | Trade was one-and-a-half billion dollars.
  accept | 2.5 | USD bn | | Trade was 2½ billion dollars.
  accept | 2.5 | USD bn | | Trade was two and a half billion dollars.
  accept | 0.75 | USD bn | | It is three quarters of a billion dollars.
  accept | 0.25 | million people | | A quarter of a million people live there.
  accept | 3 | INR trn | | The budget is Rs 3 lakh crore.
  accept | 50 | INR m | | The budget is 5 crore rupees.
  accept | 200 | k students | | There are 2 lakh students.
  refuse | 3 | grants | | The budget is Rs 3 lakh crore.
  accept | 1200000 | students | | There are 1.200.000 students.
  refuse | 1.2 | students | | There are 1.200.000 students.
  accept | 1200000 | students | | There are 1'200'000 students.
  accept | 1200000 | students | | There are 1’200’000 students.
  accept | 1200000 | students | | There are 12,00,000 students.
  accept | 0 | agreements | | No agreements were signed.
  accept | 0 | agreements | | None of the agreements was signed.
  refuse | 0 | agreements | | No new roads were built.
  accept | 2 | agreements | | A couple of agreements were signed.
  accept | 2 | locks | | A pair of locks was built.
  accept | 6 | banks | | Half a dozen banks came.
  accept | 12 | banks | | A dozen banks came.
  accept | 20 | villages | | A score of villages have water.
  accept | 123 | firms | | One hundred and twenty-three firms came.
  accept | 1250 | firms | | One thousand two hundred and fifty firms came.
  accept | 2300000 | people | | Two million three hundred thousand people live there.
  accept | 3.2 | million people | | 3 million 200 thousand people live there.
  accept | 15 | USD m | | It cost fifteen million dollars.
  accept | 250 | km | | It is two hundred fifty kilometres long.
  refuse | 2017 | visitors | | The treaty was signed in 2017 and many came.
  refuse | 13 | agreements | | On 13 March 2018 a forum was held.
  refuse | 12 | agreements | | Article 12 of the treaty says so.
  refuse | 300 | entrepreneurs | | Call 300 or write to room 300.
  refuse | 8 | agreements | | The vote was 8:3.
  refuse | 3 | goals | | They won the match 3–1.
  refuse | 30 | firms | | They met at 10:30.
  refuse | 5 | agreements | | They met at 5 pm.
  refuse | 1325 | agreements | | They spoke of UN resolution 1325.
  refuse | 370 | passengers | | Flight 370 was late.
  refuse | 747 | planes | | A Boeing 747 landed.
  refuse | 45 | pages | | See page 45.
  refuse | 27 | firms | | Write to +7 727 272 30 00.
  refuse | 12 | firms | | The office is at 12 Abay Avenue.
  refuse | 2 | firms | | Version 2.1 came out.
  refuse | 2 | programs | | Version 2 came out.
  refuse | 20 | firms | | The G20 met.
  refuse | 2030 | firms | | Vision 2030 is a plan.
  refuse | 8 | agreements | | The 8th of them is new.
  accept | 2018 | visitors | | It had 2018 visitors.
  accept | 17 | | | Vietnam is our 17th largest partner.
  accept | 3 | | | Australia is third among investors.
  refuse | 17 | partners | | Vietnam is our 17th largest partner.
  warn | 5 | USD bn | 2020 | The two sides aim to bring trade to USD 5 billion by 2020.
  accept | 5 | USD bn | target 2020 | The two sides aim to bring trade to USD 5 billion by 2020.
  doubt | 6 | USD bn | | Trade did not reach USD 6 billion.
  accept | 6 | USD bn | less-than | Trade did not reach USD 6 billion.
  doubt | 7 | USD bn | | Had the border been open, trade would be USD 7 billion.
  doubt | 4 | USD bn | 2018-01/2018-09 | In nine months of 2017 trade was USD 4 billion.
  accept | 4 | USD bn | 2017-01/2017-09 | In nine months of 2017 trade was USD 4 billion.
  doubt | 4 | USD bn | 2017 | In nine months of 2017 trade was USD 4 billion.
  doubt | 62 | USD m | 2018 | Trade was 62 million dollars a day.
  doubt | 500 | barrels | 2018 | Output is 500 barrels per day.
  doubt | 4000 | USD | 2018 | Income is 4000 dollars per head.
  warn | 5 | USD bn | | They hope to raise trade to USD 5 billion.
  warn | 5 | USD bn | | The goal is USD 5 billion.
  warn | 5 | USD bn | | If it reached USD 5 billion, all would be well.
  warn | 5 | USD bn | | It could reach USD 5 billion.
  warn | 30 | km | | They plan to build 30 km of road.
  accept | 30 | km | target | They plan to build 30 km of road.
  accept | 5 | USD bn | estimate | The expert expects trade of USD 5 billion.
  doubt | 5 | USD bn | | It is not true that trade is USD 5 billion.
  doubt | 5 | USD bn | | Trade was never USD 5 billion.
  accept | 5 | USD bn | | Not only did it grow; trade is USD 5 billion.
  warn | 5 | USD bn | target 2020 | Trade was USD 5 billion.
  doubt | 12 | % | | Freight fell by 12%.
  accept | -12 | % | | Freight fell by 12%.
  doubt | -12 | % | | Freight rose by 12%.
  warn | 3 | USD bn | | It costs as much as USD 3 billion.
  accept | 3 | USD bn | at-most | It costs as much as USD 3 billion.
  warn | 300 | firms | | As many as 300 firms came.
  warn | 3 | USD bn | | Trade is approaching USD 3 billion.
  accept | 3 | USD bn | less-than | Trade is approaching USD 3 billion.
  warn | 3 | % | | It is barely 3% of trade.
  accept | 3 | % | about | It is barely 3% of trade.
  warn | 3 | USD bn | | Trade is between USD 2 billion and USD 3 billion.
  accept | 3 | USD bn | at-most | Trade is between USD 2 billion and USD 3 billion.
  accept | 3 | USD bn | at-most | Trade is $2.5bn–3bn.
  accept | 2.5 | USD bn | at-least | Trade is $2.5bn–3bn.
  warn | 3 | USD bn | | Trade is $2.5bn–3bn.
  warn | 300 | firms | | Some 300-odd firms came.
  accept | 300 | firms | about | 300-odd firms came.
  accept | 300 | firms | about | There were 300 firms, give or take.
  accept | 300 | firms | at-least | No fewer than 300 firms came.
  accept | 300 | firms | more-than | Upwards of 300 firms came.
  warn | 300 | firms | | Well over 300 firms came.
  accept | 3 | USD bn | less-than | Trade was just under USD 3 billion.
  accept | 3 | USD bn | more-than | Trade topped USD 3 billion.
  accept | 3 | USD bn | at-most | Trade did not exceed USD 3 billion.
  accept | 3 | USD bn | about | Trade was in the region of USD 3 billion.
  accept | 10 | USD m | | It grew from 5 to 10 million dollars.
  accept | 62 | USD m | | The paper says that USD 62 million was paid.
  accept | 200 | events | | 200 events were held in 2018 in ten towns.
  accept | 300 | firms | 2018 | In 2018, 300 firms took part.
  doubt | 3 | USD bn | 2018 | In 2018 trade was USD 4 billion; in 2017 it was USD 3 billion.
  doubt | 4 | USD bn | 2018 | In May 2018 trade was USD 4 billion.
  doubt | 4 | USD bn | 2018-Q1 | In the second quarter of 2018 trade was USD 4 billion.
  """#
