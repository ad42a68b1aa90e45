import Diagnostics
import Evidence
import Testing

/// The words of a text whose references are filled in from the sample.
private func words(_ text: String, continuing before: String = "So ") throws -> String {
  let figures = try table(sample)
  return try figures.pieces(
    of: text, at: SourceLocation(file: "1.md", line: 1, column: 1), continuing: before
  )
  .map(\.words).joined().replacing("\u{A0}", with: "~").replacing("\u{202F}", with: "_")
}

@Test(arguments: [
  ("{trade-9m}", "more than $2~bn"),
  ("{border-open}", "about 4%"),
  ("{agreements}", "more than 200 agreements"),
  ("{grants}", "10_000 grants"),
  ("{independence}", "less than 27~years"),
  ("{offices}", "1 agreement"),
  ("{volume}", "$62~m"),
  ("{trade-9m-before}", "about $1.4~bn"),
  ("{trade-9m|value}", "$2~bn"),
  ("{agreements|value}", "200 agreements"),
  ("{agreements|count}", "more than 200"),
  ("{agreements|number}", "200"),
  ("{trade-9m|short}", ">~$2~bn"),
  ("{trade-2012|short}", "≈~$2.5~bn"),
  ("{agreements|short}", "200+"),
  ("{grants|short}", "10_000"),
  ("{border-open|short}", "≈~4%"),
  ("{trade-2015|short number}", ">3.2"),
  ("{trade-9m|period}", "January–September 2018"),
  ("{trade-9m|period short}", "Jan–Sep 2018"),
  ("{trade-2020|period}", "2020"),
  ("{grants|label}", "Grants"),
  ("{trade-9m|change from trade-9m-before}", "up 40%"),
  ("{trade-9m-before | change from  trade-9m}", "down 29%"),
  ("{trade-9m|higher than trade-9m-before}", "40% higher than"),
  ("{trade-2018|higher than trade-2012}", "about 20% higher than"),
  ("{trade-2015|change from trade-2012}", "up about 28%"),
  ("{trade-2020|times trade-2018}", "1.7 times"),
  ("{trade-2020|times trade-2017}", "about 2.5 times"),
  ("{trade-2020|times trade-2012}", "about twice"),
  ("{trade-2012|times trade-2020}", "about half"),
  ("{trade-2018|gap to trade-2020}", "$2~bn short of"),
  ("{trade-9m|gap to trade-2018}", "about $1~bn short of"),
  ("{trade-2017|gap to trade-2018}", "about $1~bn short of"),
  ("{trade-2018|gap to trade-2018}", "level with"),
])
func aReferenceSaysItsFigure(reference: String, expected: String) throws {
  #expect(try words(reference) == expected)
}
