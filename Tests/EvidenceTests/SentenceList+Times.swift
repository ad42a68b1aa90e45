/// As `sentences`: business years, days, seasons, parts of a whole, and what is out of use. From "In the fiscal year 2016" on
/// they were written after the rules.
let timesAndStates = #"""
  doubt | 9 | USD m | 2018, "Aid" | In fiscal 2017 aid came to $9 million.
  accept | 9 | USD m | 2017, "Aid" | In fiscal 2017 aid came to $9 million.
  accept | 9 | USD m | 2017-07/2018-06, "Aid" | In FY2017/18 aid came to $9 million.
  accept | 9 | USD m | 2017/2018, "Aid" | In FY2017/18 aid came to $9 million.
  doubt | 9 | USD m | 2016, "Aid" | In FY2017/18 aid came to $9 million.
  doubt | 9 | USD m | 2019, "Aid" | In FY2017 aid came to $9 million.
  accept | 9 | USD m | 2017, "Aid" | In FY2017 aid came to $9 million.
  doubt | 9 | USD m | 2019, "Aid" | In FY17 aid came to $9 million.
  accept | 9 | USD m | 2017-04/2018-03, "Aid" | In FY 2017-18 aid came to $9 million.
  doubt | 80 | thousand visitors | 2019, "Visitors" | The 2017–18 season brought 80 thousand visitors.
  accept | 80 | thousand visitors | 2017-10/2018-04, "Visitors" | The 2017–18 season brought 80 thousand visitors.
  accept | 80 | thousand visitors | 2017/2018, "Visitors" | The 2017-18 season brought 80 thousand visitors.
  doubt | 80 | thousand visitors | 2017, "Visitors" | In the 2017–18 season 80 thousand visitors came.
  accept | 9 | EUR m | 2017-04/2018-03, "Profit" | In the year to March 2018 profit was €9 million.
  doubt | 9 | EUR m | 2018, "Profit" | In the year to March 2018 profit was €9 million.
  accept | 9 | EUR m | 2017-07/2018-06, "Profit" | Profit for the year ended 30 June 2018 was €9 million.
  doubt | 9 | EUR m | 2018-06, "Profit" | Profit for the year ended 30 June 2018 was €9 million.
  doubt | 9 | EUR m | 2018, "Profit" | Profit for the year ended 30 June 2018 was €9 million.
  accept | 9 | EUR m | 2018, "Profit" | Profit for the year ended 31 December 2018 was €9 million.
  doubt | 9 | EUR m | 2017, "Profit" | In the twelve months to December 2018 profit was €9 million.
  accept | 9 | EUR m | 2018, "Profit" | In the twelve months to December 2018 profit was €9 million.
  doubt | 9 | EUR m | 2018-03, "Profit" | In the year to March 2018 profit was €9 million.
  accept | 4 | treaties | 2018-03, "Treaties signed" | On 3 March 2018 four treaties were signed.
  doubt | 4 | treaties | 2018-05, "Treaties signed" | On 3 March 2018 four treaties were signed.
  doubt | 4 | treaties | 2017, "Treaties signed" | On 3 March 2018 four treaties were signed.
  accept | 4 | treaties | 2018, "Treaties signed" | On 3 March 2018 four treaties were signed.
  doubt | 4 | treaties | 2018-06, "Treaties signed" | On the 3rd of March 2018 four treaties were signed.
  accept | 4 | treaties | 2018-03, "Treaties signed" | On March 3rd, 2018 four treaties were signed.
  doubt | 4 | treaties | 2018-04, "Treaties signed" | On 2018-03-03 four treaties were signed.
  doubt | 4 | treaties | 2017-05, "Treaties signed" | In the first week of May 2018 four treaties were signed.
  accept | 4 | treaties | 2018-05, "Treaties signed" | In the first week of May 2018 four treaties were signed.
  accept | 30 | cranes | 2018-04, "Cranes" | In the spring of 2018 there were 30 cranes.
  doubt | 30 | cranes | 2018-07, "Cranes" | In the spring of 2018 there were 30 cranes.
  doubt | 30 | cranes | 2017, "Cranes" | In the spring of 2018 there were 30 cranes.
  accept | 30 | cranes | 2018-12, "Cranes" | At Christmas 2018 the port had 30 cranes.
  doubt | 30 | cranes | 2018-06, "Cranes" | At Christmas 2018 the port had 30 cranes.
  doubt | 30 | cranes | 2017, "Cranes" | By mid-2018 the port had 30 cranes.
  accept | 30 | cranes | 2018-06, "Cranes" | By mid-2018 the port had 30 cranes.
  doubt | 30 | cranes | 2018-12, "Cranes" | By mid-2018 the port had 30 cranes.
  doubt | 30 | cranes | 2018, "Cranes" | In late 2017 the port had 30 cranes.
  accept | 30 | cranes | 2017, "Cranes" | In late 2017 the port had 30 cranes.
  accept | 30 | cranes | 2017-Q4, "Cranes" | In late 2017 the port had 30 cranes.
  doubt | 30 | cranes | 2017-02, "Cranes" | In late 2017 the port had 30 cranes.
  doubt | 30 | cranes | 2018, "Cranes" | At the turn of the century the port had 30 cranes.
  accept | 30 | cranes | 2000, "Cranes" | At the turn of the century the port had 30 cranes.
  doubt | 30 | cranes | 2018-04, "Cranes" | In summer 2018 the port had 30 cranes.
  accept | 30 | cranes | 2018-07, "Cranes" | In summer 2018 the port had 30 cranes.
  accept | 30 | cranes | 2017-12, "Cranes" | At the end of 2017 the port had 30 cranes.
  doubt | 30 | cranes | 2017-02, "Cranes" | At the end of 2017 the port had 30 cranes.
  doubt | 30 | cranes | 2017, "Cranes" | In early 2018 the port had 30 cranes.
  accept | 9 | USD m | 2017-12/2018-02, "Sales" | In the winter of 2017/18 sales were $9 million.
  doubt | 9 | USD m | 2018, "Sales" | In the autumn of 2018 sales were $9 million.
  doubt | 30 | cranes | 2018, "Cranes" | In the 1990s the port had 30 cranes.
  accept | 30 | cranes | 1995, "Cranes" | In the 1990s the port had 30 cranes.
  accept | 30 | cranes | 2018, "Cranes" | Over Easter 2018 the port had 30 cranes.
  accept | 3 | agreements | "Agreements signed" | Of 20 agreements three were signed.
  doubt | 20 | agreements | "Agreements signed" | Of 20 agreements three were signed.
  accept | 20 | agreements | "Agreements planned" | Of 20 agreements planned three were signed.
  accept | 20 | agreements | "Agreements in all" | Of 20 agreements three were signed.
  accept | 3 | agreements | "Agreements signed" | Three of the 20 agreements were signed.
  doubt | 20 | agreements | "Agreements signed" | Three of the 20 agreements were signed.
  doubt | 17 | agreements | "Agreements signed" | Three were signed; 17 agreements remain.
  accept | 17 | agreements | "Agreements remaining" | Three were signed; 17 agreements remain.
  accept | 17 | agreements | "Agreements outstanding" | Three were signed; 17 agreements are still outstanding.
  doubt | 3 | agreements | "Agreements signed" | All but three of 20 agreements were signed.
  doubt | 20 | agreements | "Agreements signed" | All but three of 20 agreements were signed.
  accept | 3 | agreements | "Agreements not signed" | All but three of 20 agreements were signed.
  doubt | 48 | bridges | "Bridges repaired" | Only 12 of 48 bridges have been repaired.
  accept | 12 | bridges | "Bridges repaired" | Only 12 of 48 bridges have been repaired.
  accept | 48 | bridges | "Bridges" | Only 12 of 48 bridges have been repaired.
  doubt | 48 | bridges | "Bridges repaired" | Out of 48 bridges, 12 have been repaired.
  accept | 20 | agreements | "Agreements signed" | All 20 agreements were signed, three of them in Lima.
  doubt | 9 | schools | "Schools opened" | Nine schools are yet to open.
  accept | 9 | schools | "Schools not yet open" | Nine schools are yet to open.
  doubt | 12 | crossings | "Open border crossings" | There are 12 crossings out of use.
  accept | 12 | crossings | "Closed border crossings" | There are 12 crossings out of use.
  accept | 12 | crossings | "Crossings out of use" | There are 12 crossings out of use.
  doubt | 12 | crossings | "Crossings in use" | 12 crossings are out of service.
  doubt | 12 | mines | "Working mines" | 12 mines are no longer in operation.
  accept | 12 | mines | "Mines closed" | 12 mines are no longer in operation.
  doubt | 5 | hotels | "Hotels opened" | Five hotels never opened.
  accept | 5 | hotels | "Hotels never opened" | Five hotels never opened.
  doubt | 30 | turbines | "Turbines in operation" | 30 turbines stand idle.
  accept | 30 | turbines | "Turbines in operation" | 30 turbines are in operation.
  doubt | 30 | stations | "Operating stations" | 30 stations have been closed since.
  doubt | 30 | stations | "Stations in operation" | 30 disused stations are for sale.
  accept | 30 | stations | "Stations in operation" | 30 stations are open, and five are out of use.
  doubt | 5 | stations | "Stations in operation" | 30 stations are open, and five stations are out of use.
  doubt | 8 | ferries | "Active ferries" | Eight ferries are out of action.
  doubt | 14 | EUR m | 2018, "Grants" | In the fiscal year 2016 the grants were 14 million euros.
  accept | 14 | EUR m | 2015-10/2016-09, "Grants" | In the fiscal year 2016 the grants were 14 million euros.
  accept | 14 | EUR m | 2016, "Grants" | In the financial year 2016 the grants were 14 million euros.
  doubt | 14 | EUR m | 2013, "Grants" | The grants of FY14 were 14 million euros in FY14.
  accept | 140 | thousand tonnes | 2018-07/2019-06, "Wheat" | In the 2018/19 marketing year 140 thousand tonnes of wheat were sold.
  doubt | 140 | thousand tonnes | 2018, "Wheat" | In the 2018/19 marketing year 140 thousand tonnes of wheat were sold.
  accept | 140 | thousand tonnes | 2018/2019, "Wheat" | In the marketing year 2018/2019 140 thousand tonnes of wheat were sold.
  accept | 900 | students | 2019-09/2020-06, "Students" | The academic year 2019–20 began with 900 students.
  doubt | 900 | students | 2018, "Students" | In the academic year 2019–20 there were 900 students.
  accept | 7 | JPY bn | 2018-04/2019-03, "Sales" | For the year ending March 2019 sales were 7 billion yen.
  doubt | 7 | JPY bn | 2019, "Sales" | For the year ending March 2019 sales were 7 billion yen.
  doubt | 7 | JPY bn | 2018-04/2018-06, "Sales" | In the quarter to March 2019 sales were 7 billion yen.
  accept | 7 | JPY bn | 2019-Q1, "Sales" | In the quarter to March 2019 sales were 7 billion yen.
  accept | 7 | JPY bn | 2018-10/2019-03, "Sales" | In the half-year to March 2019 sales were 7 billion yen.
  doubt | 7 | JPY bn | 2019-01/2019-06, "Sales" | In the six months ended 31 March 2019 sales were 7 billion yen.
  accept | 7 | JPY bn | 2018-10/2019-03, "Sales" | In the six months ended 31 March 2019 sales were 7 billion yen.
  accept | 30 | GBP m | 2017-04/2018-03, "Rent" | Rent came to £30 million in the tax year ended 5 April 2018.
  doubt | 30 | GBP m | 2018-04/2019-03, "Rent" | Rent came to £30 million in the tax year ended 5 April 2018.
  accept | 30 | GBP m | 2017-04/2018-03, "Rent" | In the 52 weeks to 31 March 2018 rent came to £30 million.
  accept | 7 | buses | 2019-09, "New buses" | Seven buses arrived on 14 September 2019.
  doubt | 7 | buses | 2019-10, "New buses" | Seven buses arrived on 14 September 2019.
  doubt | 7 | buses | 2018, "New buses" | Seven buses arrived on 14 September 2019.
  accept | 7 | buses | 2019-Q3, "New buses" | Seven buses arrived on 14 September 2019.
  accept | 80 | EUR bn | 2018, "Debt" | At 31 December 2018 the debt was €80 billion.
  doubt | 80 | EUR bn | 2017, "Debt" | At 31 December 2018 the debt was €80 billion.
  accept | 80 | EUR bn | 2018, "Debt" | As of 1 January 2019 the debt was €80 billion.
  accept | 80 | EUR bn | 2019, "Debt" | As of 1 January 2019 the debt was €80 billion.
  doubt | 80 | EUR bn | 2017, "Debt" | As of 1 January 2019 the debt was €80 billion.
  accept | 80 | EUR bn | 2018, "Debt" | On 5 March 2019 the ministry reported a debt of €80 billion.
  doubt | 7 | buses | 2019-05, "New buses" | On 12.06.2019 seven buses arrived.
  accept | 7 | buses | 2019-06, "New buses" | From 3 to 5 June 2019 seven buses arrived.
  accept | 7 | buses | 2019, "New buses" | On 3 June seven buses arrived.
  doubt | 7 | buses | 2019-07, "New buses" | On 3 June seven buses arrived.
  doubt | 40 | ships | 2016-07, "Ships" | In the spring of 2016 the fleet had 40 ships.
  accept | 40 | ships | 2016-05, "Ships" | In spring 2016 the fleet had 40 ships.
  doubt | 40 | ships | 2015, "Ships" | By Easter 2016 the fleet had 40 ships.
  accept | 40 | ships | 2016, "Ships" | By Easter 2016 the fleet had 40 ships.
  doubt | 40 | ships | 2016, "Ships" | Since the winter of 2014/15, the fleet has had 40 ships; in late 2014 it had 40 ships.
  accept | 5 | USD m | 2014-12/2015-02, "Sales of skis" | In the winter of 2014–15 sales were $5 million.
  doubt | 5 | USD m | 2014, "Sales of skis" | In the winter of 2014–15 sales were $5 million.
  accept | 40 | ships | 2015-12, "Ships" | At the close of 2015 the fleet had 40 ships.
  accept | 40 | ships | 2015, "Ships" | At the end of 2015 the fleet had 40 ships.
  doubt | 40 | ships | 2016-08, "Ships" | At the beginning of 2016 the fleet had 40 ships.
  accept | 40 | ships | 2016-01, "Ships" | In early 2016 the fleet had 40 ships.
  doubt | 40 | ships | 2016, "Ships" | In the early 1990s the fleet had 40 ships.
  accept | 40 | ships | 1992, "Ships" | In the early 1990s the fleet had 40 ships.
  doubt | 40 | ships | 1998, "Ships" | In the early 1990s the fleet had 40 ships.
  doubt | 40 | ships | 1850, "Ships" | In the 20th century the fleet had 40 ships.
  accept | 40 | ships | 1913, "Ships" | At the beginning of the twentieth century the fleet had 40 ships.
  doubt | 40 | ships | 2017, "Ships" | In the year 2016 the fleet had 40 ships.
  accept | 40 | ships | 2016, "Ships" | In the course of 2016 the fleet bought 40 ships.
  accept | 12 | % | 2018, "Share" | In 2018 and mid-2019 the share was 12% and 14% respectively.
  accept | 40 | ships | 2017, "Ships" | In 2017, a year after mid-2016, the fleet had 40 ships.
  accept | 9 | USD bn | 2016, "Exports" | Exports in 2016 were $9 billion, more than in fiscal 2015.
  accept | 5 | bills | "Bills passed" | Of the 14 bills before parliament, five were passed.
  doubt | 14 | bills | "Bills passed" | Of the 14 bills before parliament, five were passed.
  accept | 14 | bills | "Bills before parliament" | Of the 14 bills before parliament, five were passed.
  doubt | 60 | wells | "Wells drilled" | Twenty of 60 wells have been drilled.
  accept | 20 | wells | "Wells drilled" | Twenty of 60 wells have been drilled.
  accept | 60 | wells | "Wells planned" | Twenty of 60 wells have been drilled.
  doubt | 60 | wells | "Wells drilled" | Out of these 60 wells only 20 were drilled.
  accept | 60 | wells | "Wells drilled" | Twenty of the 60 wells drilled have run dry.
  accept | 60 | wells | "Wells drilled" | Twenty of the drilled 60 wells are dry.
  doubt | 40 | wells | "Wells completed" | Twenty are done, and 40 wells remain.
  accept | 40 | wells | "Wells not yet drilled" | Twenty are done, and 40 wells remain.
  accept | 40 | wells | "Wells in use" | 40 wells remain in use.
  accept | 4 | wells | "Wells still without water" | All but four wells have water.
  doubt | 4 | wells | "Wells with water" | All but four wells have water.
  doubt | 18 | kiosks | "Kiosks in operation" | 18 kiosks stand idle.
  doubt | 18 | kiosks | "Kiosks open" | 18 kiosks are shut.
  accept | 18 | kiosks | "Kiosks that have closed" | 18 kiosks are shut.
  doubt | 18 | lifts | "Working lifts" | Eighteen lifts were out of order.
  accept | 18 | lifts | "Working lifts" | Eighteen lifts work, while four lifts are out of order.
  doubt | 18 | lifts | "Lifts in service" | Eighteen lifts are not in service.
  accept | 18 | lifts | "Lifts in service" | Eighteen lifts are in service and no longer idle.
  accept | 18 | lifts | "Lifts in service" | Eighteen lifts are no longer idle.
  doubt | 6 | plants | "Plants completed" | Six plants were never finished.
  accept | 6 | plants | "Plants never finished" | Six plants were never finished.
  doubt | 6 | plants | "Plants built" | Six plants have yet to be built.
  accept | 6 | plants | "Plants built" | Six plants were built, and two have yet to be.
  doubt | 6 | contracts | "Contracts signed" | Six contracts are still unsigned.
  doubt | 9 | reactors | "Reactors operating" | Nine mothballed reactors wait for money.
  accept | 9 | reactors | "Reactors" | Nine mothballed reactors wait for money.
  doubt | 9 | consulates | "Consulates in operation" | Nine consulates have ceased work.
  accept | 9 | consulates | "Consulates opened" | Nine consulates opened and closed again.
  doubt | 21 | PLN m | 2015, "Fees" | Fees reached 21 million zlotys in FY 2018.
  accept | 21 | PLN m | 2018, "Fees" | Fees reached 21 million zlotys in FY 2018.
  accept | 21 | PLN m | 2017-10/2018-09, "Fees" | In its fiscal 2018, fees reached 21 million zlotys.
  doubt | 21 | PLN m | 2018-Q1, "Fees" | In fiscal 2018 fees reached 21 million zlotys.
  accept | 65 | operas | 2018-09/2019-06, "Operas" | The 2018/2019 season had 65 operas.
  doubt | 65 | operas | 2019, "Operas" | The 2018/2019 season had 65 operas.
  doubt | 65 | operas | 2017/2018, "Operas" | There were 65 operas in season 2018/19.
  accept | 33 | NOK m | 2019-07/2020-06, "Turnover" | Turnover was 33 million Norwegian kroner in the twelve months ending June 2020.
  doubt | 33 | NOK m | 2020, "Turnover" | Turnover was 33 million Norwegian kroner in the twelve months ending June 2020.
  accept | 33 | NOK m | 2020-04/2020-06, "Turnover" | In the three months to June 2020 turnover was 33 million Norwegian kroner.
  doubt | 33 | NOK m | 2020-Q1, "Turnover" | In the three months to the end of June 2020 turnover was 33 million Norwegian kroner.
  accept | 33 | NOK m | 2020-Q2, "Turnover" | In the three months to the end of June 2020 turnover was 33 million Norwegian kroner.
  doubt | 33 | NOK m | 2019-Q2, "Turnover" | Turnover for the quarter ended 30 June 2020 was 33 million Norwegian kroner.
  accept | 5 | ships | 2020-02, "Ships" | Five ships were handed over on February 29, 2020.
  doubt | 5 | ships | 2020-03, "Ships" | Five ships were handed over on February 29, 2020.
  doubt | 5 | ships | 2019, "Ships" | Five ships were handed over on the 29th of February, 2020.
  accept | 5 | ships | 2019, "Ships" | On 29 February 2020 the yard said that five ships had been built in 2019.
  accept | 5 | ships | 2019, "Ships" | Five ships were built in 2019, the yard told us on 29 February 2020.
  doubt | 5 | ships | 2018, "Ships" | Five ships were built in 2019, the yard told us on 29 February 2020.
  accept | 5 | ships | 2020-02, "Ships" | In the last week of February 2020 five ships came.
  doubt | 5 | ships | 2020-01, "Ships" | In the last days of February 2020 five ships came.
  accept | 5 | ships | 2020-02, "Ships" | By mid-February 2020 five ships had come.
  doubt | 5 | ships | 2020-06, "Ships" | By mid-February 2020 five ships had come.
  accept | 250 | EUR m | 2019, "Reserves" | Reserves were €250 million at year-end 2019.
  doubt | 250 | EUR m | 2018, "Reserves" | Reserves were €250 million at year-end 2019.
  doubt | 250 | EUR m | 2020, "Reserves" | Reserves were €250 million at the end of 2019.
  accept | 250 | EUR m | 2019-12, "Reserves" | At the end of 2019, reserves stood at €250 million.
  accept | 250 | EUR m | 2019-Q4, "Reserves" | In late 2019 reserves stood at €250 million.
  accept | 7 | % | 2019-12, "Share" | At Christmas 2019 the share was 7%.
  doubt | 7 | % | 2019-07, "Share" | At Christmas 2019 the share was 7%.
  doubt | 7 | % | 1985, "Share" | In the 1970s the share was 7%.
  accept | 7 | % | 1970/1979, "Share" | In the 1970s the share was 7%.
  accept | 7 | % | 2001, "Share" | At the turn of the century the share was 7%.
  doubt | 7 | % | 2010, "Share" | At the turn of the millennium the share was 7%.
  doubt | 88 | EUR m | 2019-05, "Sales" | Sales were €88 million in the summer of 2019.
  accept | 88 | EUR m | 2019-06/2019-08, "Sales" | Sales were €88 million in the summer of 2019.
  accept | 88 | EUR m | 2019-Q3, "Sales" | Summer 2019 brought sales of €88 million.
  doubt | 88 | EUR m | 2018-Q3, "Sales" | Summer 2019 brought sales of €88 million.
  accept | 88 | EUR m | 2019, "Sales" | In 2019 sales were €88 million, though spring 2019 was slow.
  accept | 88 | EUR m | 2019, "Sales" | Sales in 2019, before the spring of 2020 changed everything, were €88 million.
  accept | 300 | jobs | 2020, "Jobs lost" | A fall of 2018 jobs was followed by one of 300 jobs in 2020.
  accept | 12 | bridges | 2015, "Bridges" | By 2015 there were 12 bridges, and by late 2018 there were 15.
  doubt | 15 | bridges | 2015, "Bridges" | By 2015 there were 12 bridges, and by late 2018 there were 15.
  accept | 15 | bridges | 2018, "Bridges" | By 2015 there were 12 bridges, and by late 2018 there were 15.
  accept | 120 | km | "Track electrified" | Of the 300 km of track, 120 km have been electrified.
  doubt | 300 | km | "Track electrified" | Of the 300 km of track, 120 km have been electrified.
  accept | 300 | km | "Track" | Of the 300 km of track, 120 km have been electrified.
  doubt | 25 | towns | "Towns with a library" | Six of the 25 towns have a library.
  accept | 6 | towns | "Towns with a library" | Six of the 25 towns have a library.
  accept | 25 | towns | "Towns" | Six of the 25 towns have a library.
  accept | 25 | towns | "Towns visited" | Of the 25 towns that we visited, six were flooded.
  accept | 25 | laws | "Laws passed" | The 25 laws were passed in May, six of them at night.
  accept | 25 | laws | "Laws passed" | A total of 25 laws were passed, of which six were vetoed.
  accept | 6 | laws | "Laws vetoed" | A total of 25 laws were passed, of which six were vetoed.
  doubt | 3 | dams | "Dams completed" | All but three dams have been completed.
  accept | 3 | dams | "Dams unfinished" | All but three dams have been completed.
  doubt | 11 | farms | "Farms connected" | Eleven farms are still to be connected.
  accept | 11 | farms | "Farms still to be connected" | Eleven farms are still to be connected.
  doubt | 11 | farms | "Farms connected" | Eleven farms have not yet been connected.
  accept | 11 | farms | "Farms connected" | Eleven farms are connected and two are not yet.
  doubt | 16 | airports | "Airports in use" | Sixteen airports lie idle.
  doubt | 16 | airports | "Operational airports" | Sixteen airports are out of commission.
  accept | 16 | airports | "Operational airports" | Sixteen airports are operational, though one was closed for a month.
  doubt | 16 | airports | "Airports open to traffic" | Sixteen airports remain closed to traffic.
  accept | 16 | airports | "Airports closed" | Sixteen airports remain closed to traffic.
  accept | 16 | airports | "Airports open to traffic" | Sixteen airports remain open to traffic.
  doubt | 4 | trams | "Trams running" | Four abandoned trams stand in the depot.
  accept | 4 | trams | "Trams running" | Four trams are running; the rest are out of service.
  accept | 4 | trams | "Trams running" | There are four trams in service, not one of them idle.
  doubt | 4 | trams | "Trams in service" | Four trams were taken out of service.
  accept | 4 | trams | "Trams taken out of service" | Four trams were taken out of service.
  doubt | 4 | treaties | "Treaties in force" | Four treaties are no longer in force.
  doubt | 4 | treaties | "Treaties in force" | Four treaties never entered into force.
  accept | 4 | treaties | "Treaties in force" | Four treaties are in force.
  doubt | 4 | treaties | "Treaties ratified" | Four treaties remain unratified.
  accept | 9 | USD bn | 2018, "Exports" | On 5 May 2019, speaking in Astana, he put exports in 2018 at $9 billion.
  accept | 9 | USD bn | 2018, "Exports" | Exports were $9 billion in 2018. On 5 May 2019 a treaty was signed.
  accept | 9 | USD bn | 2018, "Exports" | Exports rose to $9 billion in 2018 from $8 billion at the end of the 1990s.
  accept | 9 | USD bn | 2018, "Exports" | After the winter of 2017, exports reached $9 billion in 2018.
  accept | 9 | USD bn | 2018, "Exports" | The treaty of 3 March 2001 opened the way: exports were $9 billion in 2018.
  accept | 9 | USD bn | 2018, "Exports" | Exports of $9 billion (2018) dwarf those of fiscal 2001.
  accept | 9 | USD bn | 2018, "Exports" | In 2018, the year the new season began, exports were $9 billion.
  accept | 9 | USD bn | 2018, "Exports" | Since the turn of the century exports have grown, to $9 billion in 2018.
  accept | 9 | USD bn | 2018, "Exports" | From the beginning of 2018 to its end exports came to $9 billion.
  accept | 9 | USD bn | 2018-01/2018-09, "Exports" | From the beginning of the year to the end of September 2018 exports came to $9 billion.
  accept | 9 | USD bn | 2018, "Exports" | By the end of 2018 exports had come to $9 billion.
  accept | 9 | USD bn | 2018, "Exports" | In the year 2018 exports were $9 billion.
  doubt | 9 | USD bn | 2017, "Exports" | In the year 2018 exports were $9 billion.
  accept | 9 | USD bn | 2018, "Exports" | Throughout the whole of 2018 exports were $9 billion.
  accept | 12 | treaties | 2018-05, "Treaties signed" | At the meeting of 15 May 2018 twelve treaties were signed.
  accept | 12 | treaties | 2018, "Treaties signed" | At the forum in Shymkent on 15 May twelve treaties were signed.
  accept | 12 | treaties | 2018-05, "Treaties signed" | On 15 and 16 May 2018 twelve treaties were signed.
  doubt | 12 | treaties | 2018-06, "Treaties signed" | On 15 and 16 May 2018 twelve treaties were signed.
  accept | 12 | treaties | 2018-05, "Treaties signed" | Twelve treaties were signed in Tashkent (15 May 2018).
  accept | 40 | % | 2018, "Growth of trade" | In the first nine months, and by late 2018, trade grew by 40%.
  accept | 5 | USD bn | 2020 target, "Trade" | On 3 March 2018 the presidents agreed to bring trade to $5 billion by 2020.
  accept | 5 | USD bn | 2020 target, "Trade" | On 3 March 2018 the presidents set the goal of bringing trade to $5 billion by 2020.
  accept | 27 | years | "Age of the state" | In the spring of 2018 the state was 27 years old.
  accept | 300 | entrepreneurs | 2018-05, "Visitors" | In May 2018, at the end of spring, 300 entrepreneurs came.
  accept | 18 | million people | 2018, "Population" | On 1 July 2018 the population was 18 million people.
  accept | 18 | million people | 2018-07, "Population" | The population was 18 million people in mid-2018.
  accept | 18 | million people | 2018, "Population" | The population was 18 million people in mid-2018.
  doubt | 18 | million people | 2010, "Population" | The population was 18 million people in mid-2018.
  accept | 60 | schools | 2012/2018, "Schools built" | From 2012 to the end of 2018 60 schools were built.
  accept | 60 | schools | 2012/2018, "Schools built" | Between early 2012 and late 2018 60 schools were built.
  accept | 60 | schools | 2012/2018, "Schools built" | 60 schools were built from spring 2012 to autumn 2018.
  accept | 44 | wells | 2015-07, "Wells" | In the summer of 2015 there were 44 wells; in the winter of 2016 there were 50.
  accept | 50 | wells | 2016-01, "Wells" | In the summer of 2015 there were 44 wells; in the winter of 2016 there were 50.
  doubt | 50 | wells | 2015-07, "Wells" | In the summer of 2015 there were 44 wells; in the winter of 2016 there were 50.
  accept | 30 | shops | "Shops open on Sunday" | 30 shops are open on Sunday, and 12 are closed.
  accept | 30 | shops | "Shops open" | 30 shops that had been closed are open again.
  accept | 30 | mines | "Mines in operation" | 30 mines, once abandoned, are in operation again.
  accept | 80 | km | "Road built" | 80 km of an abandoned road were built anew.
  accept | 15 | labs | "Labs opened" | Fifteen labs have opened and none is idle.
  accept | 20 | laws | "Laws in force" | Twenty of the 30 laws are in force.
  doubt | 30 | laws | "Laws in force" | Twenty of the 30 laws are in force.
  accept | 30 | laws | "Laws in force" | Thirty laws are in force; of these, 20 are new.
  accept | 200 | agreements | more-than, "Agreements in force" | Of more than 200 agreements in force, 15 were signed this year.
  """#
