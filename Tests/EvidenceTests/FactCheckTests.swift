import Diagnostics
import Evidence
import Testing

/// What a fact checker reads beside these figures of a harbour.
private let herring = """
  catch-2019,Catch of herring,80,thousand t,2019,exact,actual,,https://e.org/a,
  catch-2020,Catch of herring,60,thousand t,2020,exact,actual,,https://e.org/a,
  catch-2021,Catch of herring,45,thousand t,2021,exact,actual,,https://e.org/a,
  boats-2019,Boats,100,boats,2019,exact,actual,,https://e.org/a,
  boats-2021,Boats,130,boats,2021,exact,actual,,https://e.org/a,
  sales-2020,Sales,10,EUR m,2020,exact,actual,,https://e.org/a,
  sales-2021,Sales,10.1,EUR m,2021,exact,actual,,https://e.org/a,
  goal-2022,Goal for the catch,70,thousand t,2022,exact,target,,https://e.org/a,
  goal-sales,Sales,9,EUR m,2021,exact,target,,https://e.org/a,
  goal-boats,Boats,150,boats,2021,exact,target,,https://e.org/a,
  local,Share landed at home,38,%,2021,exact,actual,,https://e.org/a,
  licences,Licences issued,200,licences,2021,exact,actual,,https://e.org/a,
  used,Licences used,190,licences,2021,exact,actual,,https://e.org/a,
  permits,Permits issued,200,permits,2021,more-than,actual,,https://e.org/a,
  trade-9m,Trade,2,USD bn,2018-01/2018-09,exact,actual,,https://e.org/a,
  est,Shrimp,7,thousand t,2021,exact,estimate,,https://e.org/a,
  quay,Length of the quay,45,km,2021,exact,actual,,https://e.org/a,
  ports,Ports,2,ports,2021,exact,actual,,https://e.org/a,

  """

private func doubts(_ typed: Typed) throws -> [String] {
  let check = ClaimCheck(try table(herring), asOf: "2022-05-02", vocabulary: shippedWords)
  return check.doubts(about: [typed.passage]).map(\.message)
}

@Test(arguments: [
  "The fishermen landed {goal-2022} in {goal-2022|period}.",
  "{goal-2022} was landed in {goal-2022|period}.",
  "The catch hit {goal-2022} in {goal-2022|period}.",
  "They landed {goal-2022} in all.",
  "Last year the boats brought in {goal-2022}.",
  "The goal of {goal-boats} for {goal-boats|period} was reached: {boats-2021}.",
  "The goal of {goal-2022} for {goal-2022|period} was reached: {catch-2021}.",
  "The shrimp came to {est} in {est|period}.",
  "In 2018 the catch was {catch-2021}.",
  "In 2019, {boats-2021} went out.",
  "For 2018 the harbour counts {catch-2021}.",
  "2018: {catch-2021}.",
  "Sales in 2020: {sales-2021}.",
  "In the whole of 2018 trade was {trade-9m}.",
  "During 2019 they landed {catch-2021}.",
  "The 2019 catch was {catch-2021}.",
  "By the end of 2019 the fleet had {boats-2021}.",
  "In 2020 the catch was {catch-2021}.",
  "The catch of 2019 was {catch-2021}.",
  "The goal of {goal-sales} for sales was not met: {sales-2021}.",
  "Sales of {sales-2021} fell short of the goal of {goal-sales}.",
  "Sales of {sales-2021} missed the goal of {goal-sales}.",
  "Sales of {sales-2021} stayed below the goal of {goal-sales}.",
  "At {boats-2021} the fleet was lower than in {boats-2019|period}.",
  "With {boats-2021} the fleet was smaller than in {boats-2019|period}.",
  "There were {boats-2021}, fewer than in {boats-2019|period}.",
  "The catch of {catch-2021} was higher than in {catch-2020|period}.",
  "The catch came to {catch-2021}, more than in {catch-2019|period}.",
  "Boats numbered {boats-2021}, below the {boats-2019} of {boats-2019|period}.",
  "Herring came to {catch-2021}, well above the {catch-2020} of the year before.",
  "The catch of {catch-2021} lay above the {catch-2020} of {catch-2020|period}.",
  "Fewer than {permits|number} permits were issued.",
  "Exactly {permits|number} permits were issued.",
  "As many as {permits|number} permits were issued.",
  "At most {permits|number} permits were issued.",
  "Just {permits|number} permits were issued.",
  "Under {permits|number} permits were issued.",
])
func aFalseStatementIsWarnedOf(text: String) throws {
  #expect(try !doubts(Typed(text: text)).isEmpty)
}

@Test(arguments: [
  "The goal for {goal-2022|period} is {goal-2022}.",
  "They want to land {goal-2022} in {goal-2022|period}.",
  "The catch is to come to {goal-2022} by {goal-2022|period}.",
  "By {goal-2022|period} it should be {goal-2022}.",
  "{goal-2022} is planned for {goal-2022|period}.",
  "{catch-2021} of {goal-2022} were landed.",
  "The port strives for {goal-2022}.",
  "The sides agreed to bring the catch to {goal-2022}.",
  "The sides agreed on {goal-2022} for {goal-2022|period}.",
  "The shrimp came to an estimated {est}.",
  "In 2021 the catch was {catch-2021}.",
  "In 2019, the minister spoke of herring; {boats-2021} went out in {boats-2021|period}.",
  "In 2019 the catch was {catch-2019}, then {catch-2021} in 2021.",
  "Since 2018 the catch was {catch-2021}.",
  "2021: {catch-2021}.",
  "Sales in 2020: {sales-2020}.",
  "The 2009 treaty covers {boats-2021}.",
  "Founded in 2009, the port has {boats-2021}.",
  "Signed in 2009: {boats-2021} fish under the treaty.",
  "In 2018 trade of nine months was {trade-9m}.",
  "In 2016, when the port opened, nobody dreamt of {boats-2021}.",
  "Sales of {sales-2021} beat the goal of {goal-sales}.",
  "The fleet of {boats-2021} missed the goal of {goal-boats}.",
  "The goal of {goal-boats} was not met: {boats-2021}.",
  "At {boats-2021} the fleet was larger than in {boats-2019|period}.",
  "There were {boats-2021}, more than in {boats-2019|period}.",
  "The catch of {catch-2021} was lower than in {catch-2020|period}.",
  "Herring came to {catch-2021}, well below the {catch-2020} of the year before.",
  "More than {permits|number} permits were issued.",
  "Over {permits|number} permits were issued.",
  "At least {permits|number} permits were issued.",
  "{permits} were issued.",
  "Just {licences} were issued.",
  "More than {permits|value} were issued.",
  "The catch fell by a quarter to {catch-2021}.",
  "The catch fell by a quarter from {catch-2020} to {catch-2021}.",
  "The catch fell by nearly half, from {catch-2019} to {catch-2021}.",
  "The catch fell 25% to {catch-2021}.",
  "The fleet grew 30% to {boats-2021}.",
  "The fleet grew by 30 boats to {boats-2021}.",
  "The catch fell by 15 thousand tonnes to {catch-2021}.",
  "Two decades later there were {boats-2021}.",
  "Two national years of the sea were held with {boats-2021}.",
  "The stock exchange fell that day; {catch-2021} was landed.",
  "With more than 100 flags on {boats-2021}, the harbour is a sight.",
  "Just as {boats-2021} left, rain came.",
  "The treaty of 2009 opened the way; the fleet has {boats-2021}.",
  "In 2019 the quay was built, which holds {boats-2021}.",
])
func aTrueStatementIsLeftAlone(text: String) throws {
  #expect(try doubts(Typed(text: text)) == [])
}

@Test(arguments: [
  ("herring landed in 2020", "catch-2021", false), ("herring landed in 2021", "catch-2021", true),
  ("landed in 2022", "goal-2022", false), ("to be landed in 2022", "goal-2022", true),
  ("herring landed since 2020", "catch-2021", true), ("goal for 2022", "goal-2022", true),
])
func aLabelIsHeldAgainstItsFigure(text: String, id: String, isTrue: Bool) throws {
  #expect(try doubts(Typed(text: text, kind: .label, figures: [id])).isEmpty == isTrue)
}
