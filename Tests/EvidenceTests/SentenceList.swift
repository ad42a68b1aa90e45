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

/// As `sentences`, but written when the code stood, and measured before it was changed again.
let laterSentences = #"""
  refuse | 250 | USD m | | The grant was 250 million won.
  accept | 250 | KRW m | | The grant was 250 million won.
  refuse | 20 | USD bn | | Debt stood at 20 billion rand.
  refuse | 20 | EUR bn | | Debt stood at £20 billion.
  accept | 20 | GBP bn | | Debt stood at 20 billion pounds sterling.
  refuse | 15 | USD m | | It sold for 15 million Hong Kong dollars.
  accept | 15 | HKD m | | It sold for 15 million Hong Kong dollars.
  refuse | 600 | EUR m | | They owe 600 million lei.
  accept | 600 | RON m | | They owe 600 million Romanian lei.
  accept | 80 | UAH bn | | The budget is ₴80bn.
  accept | 80 | GEL m | | The budget is 80 million lari.
  accept | 80 | SGD m | | The budget is S$80m.
  accept | 80 | TWD m | | The budget is NT$80 million.
  refuse | 80 | USD m | | The budget is NT$80 million.
  accept | 45 | MXN bn | | It lent 45 billion Mexican pesos.
  accept | 45 | NOK bn | | It lent NOK 45 billion.
  accept | 45 | SEK bn | | It lent 45bn Swedish kronor.
  accept | 6 | USD bn | | It lent 6 billion American dollars.
  accept | 6 | USD bn | | Lending of US$ 6bn was agreed.
  accept | 6 | EUR m | | The bridge cost EUR6m.
  accept | 6 | EUR m | | The bridge cost 6,000,000 euros.
  accept | 6 | EUR m | | The bridge cost six million euro.
  accept | 1.25 | EUR | | A loaf costs one euro twenty-five.
  accept | 0.8 | EUR | | A loaf costs 80 cents.
  refuse | 70 | USD m | | The airport served 70 million passengers.
  refuse | 70 | USD k | | It employs 70 thousand workers.
  refuse | 70 | USD m | | The field holds 70 million cubic metres of gas.
  refuse | 4 | EUR m | | They own 4 million hectares.
  refuse | 4 | visitors | | It cost 4 euros.
  refuse | 25 | students | | A share of 25% came.
  accept | 12 | GWh | | It makes 12GWh in a good month of wind.
  accept | 12.5 | km | | The tunnel is 12½ km long.
  accept | 12 | km | | The tunnel is 12,000 metres long.
  accept | 750 | kg | | It carries 750kg.
  refuse | 750 | kg | | It carries 750 litres.
  accept | 40 | % | | Two fifths of the land is dry.
  accept | 10 | % | | A tenth of it is lost.
  accept | 80 | % | | Four-fifths of the land is dry.
  accept | 60 | % | about | About three in five households have gas.
  accept | 25 | % | | One in four lives abroad.
  accept | 75 | % | | 30 out of 40 firms answered.
  accept | 30 | firms | | 30 out of 40 firms answered.
  accept | 12.5 | % | | One eighth of the vote went to others.
  accept | 50 | % | more-than | More than half of the voters came.
  warn | 50 | % | | More than half of the voters came.
  accept | 50 | % | less-than | Fewer than half of the voters came.
  accept | 400 | % | | Traffic rose fivefold.
  accept | 5 | | | Traffic rose fivefold.
  accept | 2.5 | | | Wages are 2.5 times as high.
  accept | 3 | times | | Wages are three times as high.
  accept | 1.5 | | | Wages are one and a half times as high.
  accept | -50 | % | | The number of accidents was halved.
  doubt | 50 | % | | Accidents halved.
  accept | 50 | % | "Fall in accidents" | Accidents halved.
  refuse | 200 | % | about | Output grew by half.
  accept | 1.75 | million people | | One and three quarter million people live there.
  accept | 1.5 | million people | | 1.5 million people live there.
  accept | 35 | INR bn | | It will soon be seen that Rs 3,500 crore was spent.
  accept | 250000 | farmers | | Two and a half lakh farmers took part.
  accept | 1234567 | people | | 1'234'567 people live there.
  accept | 12345.6 | t | | They moved 12’345.6 t.
  accept | 1500000 | people | | 15,00,000 people live there.
  accept | 0 | accidents | | There were no accidents.
  accept | 0 | accidents | | Not a single accident was seen; there were zero accidents.
  accept | 2 | bridges | | A couple of bridges were built.
  accept | 24 | villages | | Two dozen villages have water.
  accept | 40 | villages | | Two score villages have water.
  accept | 999 | villages | | Nine hundred and ninety-nine villages have water.
  accept | 1100 | villages | | Eleven hundred villages have water.
  accept | 2018 | villages | | 2,018 villages have water.
  accept | 1.05 | million people | | One million and fifty thousand people live there.
  accept | 4500 | people | | Four and a half thousand people live there.
  refuse | 1998 | firms | | It has been in force since 1998.
  refuse | 2030 | villages | | By 2030 all will have water.
  refuse | 9 | villages | | On 9 May they march.
  refuse | 21 | agreements | | On September 21 they met.
  refuse | 5 | agreements | | On the 5th of May they met.
  refuse | 4 | agreements | | See chapter 4 for it.
  refuse | 14 | agreements | | He lives at 14 Green Street.
  refuse | 101 | students | | Lectures are in room 101.
  refuse | 555 | students | | Phone 555 for help.
  refuse | 12 | agreements | | It left at 12:30.
  refuse | 7 | agreements | | They meet at 7 o'clock.
  refuse | 66 | agreements | | They took Route 66.
  refuse | 3 | agreements | | The court was split 3-2.
  refuse | 4 | ships | | They beat them 4 to 1.
  refuse | 19 | nurses | | Covid 19 closed it.
  refuse | 26 | nurses | | COP26 was long.
  refuse | 1540 | nurses | | Resolution 1540 was passed.
  refuse | 3 | nurses | | It runs version 3.1.4 of the software.
  refuse | 2 | nurses | | The second of them left.
  accept | 5 | | | It is the world's fifth largest producer.
  accept | 21 | | | It came twenty-first of thirty.
  accept | 1 | | | It ranks first in Asia.
  refuse | 5 | producers | | It is the world's fifth largest producer.
  warn | 10 | km | | The goal is to lay 10 km of pipe.
  warn | 10 | USD bn | | Ministers want trade to reach $10 billion.
  warn | 10 | USD bn | | Trade will reach $10 billion.
  warn | 10 | USD bn | | Trade is expected to reach $10 billion.
  accept | 10 | USD bn | target 2030 | Trade is to reach $10 billion by 2030.
  accept | 10 | USD bn | estimate | Trade could reach $10 billion.
  warn | 10 | USD bn | | Trade might have reached $10 billion.
  warn | 10 | USD bn | | Were trade $10 billion, all would be glad.
  warn | 10 | USD bn | | Unless trade is $10 billion nobody is glad.
  doubt | 10 | USD bn | | Trade isn't $10 billion.
  doubt | 10 | USD bn | | The minister denied that trade was $10 billion.
  doubt | 10 | USD bn | | Trade has never been $10 billion.
  doubt | 10 | USD bn | | Trade is far from $10 billion.
  accept | 10 | USD bn | | The goal of $10 billion was reached.
  accept | 10 | USD bn | | Trade, which nobody had planned, was not small: it was $10 billion.
  accept | 10 | USD bn | less-than | Trade fell short of $10 billion.
  accept | 10 | USD bn | at-most | Trade never exceeded $10 billion.
  warn | 10 | USD bn | target | Trade reached $10 billion last year.
  doubt | 5 | USD bn | 2019 | In 2018 trade was $5 billion.
  doubt | 5 | USD bn | 2019-Q1 | In Q2 2019 trade was $5 billion.
  doubt | 5 | USD bn | 2019 | In the first half of 2019 trade was $5 billion.
  doubt | 5 | USD bn | 2019-01/2019-06 | In 2019 trade was $5 billion.
  accept | 5 | USD bn | 2019-01/2019-06 | In the first half of 2019 trade was $5 billion.
  accept | 5 | USD bn | 2019-04 | In April 2019 trade was $5 billion.
  doubt | 5 | USD bn | 2019-04 | In March 2019 trade was $5 billion.
  accept | 5 | USD bn | 2017/2019 | Between 2017 and 2019 trade was $5 billion.
  accept | 5 | USD bn | 2019 | Trade was $4 billion in 2018 and $5 billion in 2019.
  doubt | 5 | USD bn | 2018 | Trade was $4 billion in 2018 and $5 billion in 2019.
  doubt | 3 | kg | | They use 3 kg per person.
  doubt | 3 | EUR m | 2019 | They lose 3 million euros every month.
  accept | 3 | EUR m | 2019 | They lose 3 million euros a year.
  accept | 3 | t | "Daily output" | It makes 3 t a day.
  doubt | 9 | % | | Prices fell 9 per cent.
  accept | -9 | % | | Prices fell 9 per cent.
  accept | 9 | % | "Fall of prices" | Prices fell 9 per cent.
  doubt | -9 | % | | Prices rose 9 per cent.
  doubt | 7 | USD m | "Exports" | Exports fell by 7 million dollars.
  doubt | 7 | USD m | "Exports" | Exports rose by 7 million dollars.
  accept | 7 | USD m | "Growth of exports" | Exports rose by 7 million dollars.
  warn | 8 | years | | It took as long as 8 years.
  warn | 8 | years | | It took just over 8 years.
  warn | 8 | firms | | Eight or nine firms came.
  accept | 8 | firms | about | Eight or nine firms came.
  accept | 8 | years | more-than | It took just over 8 years.
  accept | 8 | years | about | It took 8 years or thereabouts.
  accept | 500 | firms | more-than | 500+ firms came.
  accept | 500 | firms | about | Around 500 firms came.
  accept | 500 | firms | at-most | 500 firms at most came.
  accept | 500 | firms | at-least | 500 firms came, if not more.
  accept | 500 | firms | about | More or less 500 firms came.
  accept | 8 | % | at-least | It is 8–10% of trade.
  warn | 8 | % | | It is from 8 to 10% of trade.
  accept | 10 | % | | It rose from 8 to 10%.
  accept | 8 | % | | It rose from 8 to 10%.
  accept | 8 | % | about | It is somewhere around 8% of trade.
  warn | 90 | USD m | | Turnover is nudging 90 million dollars.
  accept | 3 | USD bn | more-than | Trade is well over $3 billion.
  accept | 3.4 | USD bn | 2021 | According to official statistics, in 2021 bilateral trade between the two countries increased by a third to reach 3.4 billion US dollars.
  accept | 33 | % | about 2021 | According to official statistics, in 2021 bilateral trade between the two countries increased by a third to reach 3.4 billion US dollars.
  accept | 7 | USD bn | more-than | Chinese investment, which many had hoped for, has now surpassed seven billion dollars.
  accept | 120 | firms | | At present 120 firms with Korean capital are registered in the free zone, and the plan is to attract more.
  accept | 1.2 | million tourists | 2019 | In 2019, before the pandemic, 1.2 million tourists visited the country.
  accept | 45 | % | | Agriculture employs 45 percent of the workforce but yields only 20 percent of output.
  accept | 20 | % | | Agriculture employs 45 percent of the workforce but yields only 20 percent of output.
  accept | 16 | % | | The share of renewables rose from 9% in 2015 to 16% in 2020.
  accept | 9 | % | 2015 | The share of renewables rose from 9% in 2015 to 16% in 2020.
  accept | 16 | % | 2020 | The share of renewables rose from 9% in 2015 to 16% in 2020.
  doubt | 16 | % | 2015 | The share of renewables rose from 9% in 2015 to 16% in 2020.
  accept | 400 | km | about | The railway, about 400 kilometres long, crosses three borders.
  accept | 3 | borders | | The railway, about 400 kilometres long, crosses three borders.
  accept | 5.1 | USD bn | 2020 | Trade turnover in 2020 amounted to 5.1 billion dollars, compared with 6.2 billion dollars in 2019.
  accept | 6.2 | USD bn | 2019 | Trade turnover in 2020 amounted to 5.1 billion dollars, compared with 6.2 billion dollars in 2019.
  doubt | 6.2 | USD bn | 2020 | Trade turnover in 2020 amounted to 5.1 billion dollars, compared with 6.2 billion dollars in 2019.
  accept | 60 | % | more-than | More than 60 per cent of the population is under the age of 30.
  accept | 30 | countries | about | Some thirty countries are members.
  accept | 2 | EUR m | | The EU has provided EUR 2 million for border management, and will provide more.
  accept | 250 | scholarships | | Each year 250 scholarships are granted.
  accept | 80 | TWh | | The country consumes 80 TWh of electricity.
  accept | 32 | GW | | Installed capacity is 32 GW.
  accept | 0.5 | USD bn | | The fund holds half a billion dollars.
  accept | 500 | USD m | | The fund holds half a billion dollars.
  accept | 40 | USD | | Oil at forty dollars a barrel would ruin them. Yet oil was at 40 dollars.
  accept | 12 | rounds | | There have been twelve rounds of negotiation so far, without a result.
  accept | 1991 | | | Independence came in 1991.
  accept | 26 | years | | For 26 years nothing happened.
  accept | 12 | USD m | | They did not hesitate: they spent 12 million dollars.
  accept | 3 | USD bn | target 2025 | We have agreed with our partners to bring it to 3 billion dollars in 2025.
  accept | 6 | months | | It lasted six months.
  accept | 18 | months | | It lasted a year and a half, or eighteen months.
  accept | 1.5 | years | | It lasted one and a half years.
  accept | 2 | million t | | They export 2 million tonnes of wheat.
  accept | 2 | million t | 2019 | In 2019 they exported 2 million tonnes of wheat, the most ever.
  accept | 70 | km | | The nearest town is 70 km away.
  accept | 15 | villages | | Fifteen villages lie on the other side.
  accept | 35 | million people | | It has a population of 35 million.
  accept | 35 | million people | more-than | A market of over 35 million people.
  accept | 3 | % | | Inflation was 3% in May.
  accept | 3 | % | 2018-05 | Inflation was 3% in May.
  doubt | 3 | % | 2018-06 | Inflation was 3% in May.
  accept | 80 | % | about | Roughly four out of five firms are small.
  accept | 10000 | jobs | | The zone created 10,000 jobs.
  accept | 10000 | new jobs | | The zone created 10,000 new jobs.
  warn | 10000 | jobs | | The zone is expected to create 10,000 jobs.
  warn | 10000 | jobs | | The zone would create 10,000 jobs.
  accept | 10000 | jobs | estimate | The zone would create 10,000 jobs.
  accept | 8 | USD m | | The EBRD lent them $8m; if they pay it back, they will get more.
  accept | 8 | USD m | | If I remember rightly, it was $8m.
  accept | 64 | member states | | The union has 64 member states.
  accept | 7.8 | % | | GDP growth was 7.8%.
  accept | -7.8 | % | | GDP contracted by 7.8%.
  accept | -7.8 | % | | GDP shrank 7.8 % in that year.
  accept | 15 | USD bn | | Remittances, not aid, bring in USD 15 billion.
  accept | 5 | ministers | | Not all came, but five ministers did.
  accept | 1.1 | USD bn | | Their debt, at USD 1.1bn, isn't large.
  accept | 14 | regions | | All 14 regions took part.
  accept | 23 | % | 2018 | In 2018 the share was 23%, up from 19% the year before.
  accept | 19 | % | 2017 | In 2018 the share was 23%, up from 19% the year before.
  accept | 100 | USD m | about | A hundred million dollars or so was lost.
  accept | 2.4 | % | | The rate is at 2.4 per cent, which is 40 basis points lower than in 2017.
  accept | 9 | months | | In nine months of 2017 trade was USD 4 billion.
  accept | 2400 | km | | The 2,400-kilometre border is quiet.
  accept | 5 | EUR bn | | The five-billion-euro loan was signed.
  accept | 300 | USD m | | A US$300 million loan was signed.
  accept | 300 | USD m | | USD300m was lent.
  accept | 300 | USD m | | $300 mln was lent.
  accept | 300 | EUR m | | €300 million was lent by 12 banks.
  accept | 12 | banks | | €300 million was lent by 12 banks.
  accept | 300 | USD k | | $300K was lent.
  accept | 24 | airports | | The number of airports has doubled to 24.
  accept | 2 | | | The number of airports has doubled to 24.
  accept | 40 | firms | less-than | There are now fewer than 40 firms, down from 90.
  refuse | 12 | USD m | | It was 12 million Turkish lira, not dollars.
  refuse | 17 | USD bn | | They have 17 billion cubic metres of gas.
  refuse | 17 | USD m | | 17 million voters took part.
  refuse | 4 | years | | It was 4 months late.
  refuse | 2012 | students | | From 2012 to 2015 students came.
  refuse | 11 | firms | | After 11 September all changed.
  refuse | 9 | firms | | After 9/11 all changed.
  refuse | 73 | firms | | The law passed 73:12.
  refuse | 5 | firms | | It is a 5-star hotel.
  refuse | 2 | agreements | | They hold a 2:1 lead.
  refuse | 95 | firms | | Article 95 and Chapter XI say so.
  refuse | 4 | firms | | It was the fourth.
  doubt | 5 | USD bn | 2020 | Before 2020 trade had been 5 billion dollars in 2014.
  doubt | 5 | USD bn | | The target of 5 billion dollars has not been reached.
  doubt | 5 | USD bn | | They dream of 5 billion dollars.
  doubt | 5 | USD bn | | Trade has yet to reach 5 billion dollars.
  doubt | 5 | USD bn | | 5 billion dollars is the target.
  doubt | 5 | USD bn | | By 2030, trade of 5 billion dollars.
  doubt | 5 | USD bn | | Trade may be about to reach 5 billion dollars.
  doubt | 5 | USD bn | | There is no truth in the claim that trade is 5 billion dollars.
  doubt | 5 | USD bn | | Nobody believes that trade is 5 billion dollars.
  doubt | 5 | USD bn | | We need 5 billion dollars.
  doubt | 5 | USD bn | | Some say that trade is anything between 3 and 5 billion dollars.
  doubt | 62 | USD m | 2018 | They pay 62 million dollars per month.
  doubt | 62 | USD m | 2018 | The monthly bill is 62 million dollars.
  doubt | 12 | % | | Imports were 12% lower.
  doubt | 12 | % | | There was a 12 per cent drop.
  doubt | 12 | % | | Imports were down by 12%.
  """#
