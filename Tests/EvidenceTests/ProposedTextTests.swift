import Diagnostics
import Interview
import Testing

@testable import Evidence

private func paragraph(_ text: String) -> Paragraph {
  Paragraph(number: 1, text: text, location: SourceLocation(file: "t.txt", line: 1))
}

private let trade = paragraph(
  "In 2017 trade reached more than 2.5 billion dollars, and by 2020 we want to bring it to 5 billion dollars. "
    + "We opened 14 schools, not 20 hospitals as planned. Exports rose by 12 percent. A third of the land is irrigated."
)

@Test(arguments: [
  "Trade reached more than $2.5 billion in 2017", "In 2017 trade reached over 2.5 billion dollars",
  "The aim is to bring trade to 5 billion dollars by 2020", "The goal is 5 billion dollars",
  "14 schools were opened",
  "Exports rose by 12%", "A third of the land is irrigated", "Trade grew, and schools were opened",
])
func aTextWhoseNumbersStandInItsParagraphIsBorneOut(_ text: String) {
  #expect(numberNotBorneOut(in: text, by: [trade]) == nil)
}

@Test func anAimIsBorneOutHoweverItIsSaid() {
  let said = paragraph(
    "In 2019 exports reached more than $2.5 billion. The goal for 2025 is to bring exports to $4 billion.")
  #expect(numberNotBorneOut(in: "The goal for 2025 is $4 billion.", by: [said]) == nil)
  #expect(numberNotBorneOut(in: "The goal is to bring exports to $4 billion by 2025.", by: [said]) == nil)
  #expect(numberNotBorneOut(in: "Exports were $4 billion.", by: [said]) != nil)
}

@Test(arguments: [
  "Trade reached more than $2.6 billion in 2017", "Trade reached 2.5 million dollars",
  "Trade reached €2.5 billion",
  "Trade reached less than 2.5 billion dollars", "Trade has reached 5 billion dollars",
  "In 2018 trade reached more than 2.5 billion dollars", "14 hospitals were opened", "15 schools were opened",
  "Exports fell by 12%", "Exports rose by 12 percentage points", "Two thirds of the land is irrigated",
  "Exports doubled", "20 hospitals were opened",
])
func aNumberThatItsParagraphSaysOtherwiseIsNotBorneOut(_ text: String) {
  #expect(numberNotBorneOut(in: text, by: [trade]) != nil)
}
