import Evidence
import Testing

@Test(arguments: [
  ("2018", "2018", "2018"),
  ("2018-05", "May 2018", "May 2018"),
  ("2018-01", "January 2018", "Jan 2018"),
  ("2018-Q3", "July–September 2018", "Jul–Sep 2018"),
  ("2018-Q1/2018-Q4", "2018", "2018"),
  ("2018-01/2018-09", "January–September 2018", "Jan–Sep 2018"),
  ("2018-01/2018-12", "2018", "2018"),
  ("2017/2019", "2017–2019", "2017–2019"),
  ("2017-03/2018-05", "March 2017–May 2018", "Mar 2017–May 2018"),
  ("2018/2018", "2018", "2018"),
])
func aPeriodIsReadAndSaid(iso: String, long: String, short: String) throws {
  let period = try #require(Period(iso))
  #expect(period.words() == long)
  #expect(period.words(short: true) == short)
}

@Test(arguments: [
  "", "18", "2018-13", "2018-00", "2018-5", "2018-Q0", "2018-Q5", "2018-05-03", "2019/2017",
  "2018-09/2018-01",
  "2018/2018-05", "2017/2018/2019", "2018/", "/2018", "May 2018", "0000", "２０１８", "-201", "2018-", " 2018",
])
func whatIsNoPeriodIsRejected(text: String) {
  #expect(Period(text) == nil)
}

@Test func aPeriodIncludesBothItsEnds() throws {
  let period = try #require(Period("2018-01/2018-09"))
  #expect(period.months == 9)
  #expect(!period.isYear)
  #expect(try #require(Period("2017/2019")).months == 36)
  #expect(try #require(Period("2018")).isYear)
}
