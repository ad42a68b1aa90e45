import Diagnostics
import Evidence
import Interview
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
  unemp-2019,Unemployment on the coast,5,%,2019,exact,actual,,https://e.org/a,
  unemp-2021,Unemployment on the coast,9,%,2021,exact,actual,,https://e.org/a,
  goal-permits,Permits issued,300,permits,2021,exact,target,,https://e.org/a,
  goal-permits-near,Permits issued,205,permits,2021,exact,target,,https://e.org/a,
  est,Shrimp,7,thousand t,2021,exact,estimate,,https://e.org/a,
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
  "The goal of {goal-permits} was reached: {permits}.",
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
  "The catch fell by a tenth to {catch-2021}.",
  "The catch fell by a third from {catch-2020} to {catch-2021}.",
  "The catch fell by two thirds, from {catch-2020} to {catch-2021}.",
  "The catch fell by more than half, from {catch-2020} to {catch-2021}.",
  "The catch fell 12% to {catch-2021}.",
  "The fleet grew 80% to {boats-2021}.",
  "The fleet grew by four fifths to {boats-2021}.",
  "The catch fell by 40 thousand tonnes to {catch-2021}.",
  "The fleet grew by 55 boats to {boats-2021}.",
  "The fleet has nearly doubled, to {boats-2021} from {boats-2019}.",
  "They used {used} of {licences}, that is 60%.",
  "The catch was 30 per cent lower than in {catch-2020|period}, at {catch-2021}.",
  "The smallest catch was {catch-2019}.",
  "The catch was lowest in {catch-2019|period}, at {catch-2019}.",
  "Never was the catch greater than in {catch-2021|period}.",
  "The fleet was smallest in {boats-2021|period}, with {boats-2021}.",
  "The largest catch was {catch-2021}.",
  "The catch was at its best in {catch-2021|period}.",
  "The catch dropped by a half, from {catch-2020} to {catch-2021}.",
  "The fleet expanded by more than half, to {boats-2021}.",
  "Boats rose by almost 50% to {boats-2021}.",
  "Unemployment rose by 9 percentage points to {unemp-2021}.",
  "Sales rose by €1 m to {sales-2021}.",
  "Sales rose by 5%, from {sales-2020} to {sales-2021}.",
  "{used} of {licences} (60%) were used.",
  "{used} of the {licences}, or a third, were used.",
  "There were {boats-2021}, a tenth more than in {boats-2019|period}.",
  "The lowest sales were {sales-2021}.",
  "In the whole of 2018 trade came to {trade-9m}.",
  "Trade for 2017 was {trade-9m}.",
  "Never were sales lower than in {sales-2021|period}.",
  "More than half of the {licences} were used in 2020: {used}.",
])
func aFalseStatementIsWarnedOf(text: String) throws {
  #expect(try !doubts(Typed(text: text)).isEmpty)
}

@Test(arguments: [
  "The goal for {goal-2022|period} is {goal-2022}.",
  "The goal of {goal-permits-near} was reached: {permits}.",
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
  "The catch almost halved, from {catch-2019} to {catch-2021}.",
  "They used {used} of {licences}, that is 95%.",
  "Two decades later there were {boats-2021}.",
  "Two national years of the sea were held with {boats-2021}.",
  "The stock exchange fell that day; {catch-2021} was landed.",
  "They doubled their guard on the {boats-2021}.",
  "The smallest catch was {catch-2021}.",
  "The largest catch was {catch-2019}.",
  "The catch was highest in {catch-2019|period}, at {catch-2019}.",
  "The catch was lowest in {catch-2021|period}, at {catch-2021}.",
  "Never was the catch greater than in {catch-2019|period}.",
  "The fleet was at its best in {boats-2021|period}.",
  "With more than 100 flags on {boats-2021}, the harbour is a sight.",
  "Just as {boats-2021} left, rain came.",
  "The treaty of 2009 opened the way; the fleet has {boats-2021}.",
  "In 2019 the quay was built, which holds {boats-2021}.",
  "The catch was at its best in {catch-2019|period}.",
  "The fleet expanded by almost a third, to {boats-2021}.",
  "The fleet expanded by more than a quarter, to {boats-2021}.",
  "Unemployment rose by 4 percentage points to {unemp-2021}.",
  "Unemployment rose by 80% to {unemp-2021}.",
  "Sales rose by €0.1 m to {sales-2021}.",
  "Sales rose by 1%, from {sales-2020} to {sales-2021}.",
  "{used} of {licences} (95%) were used.",
  "There were {boats-2021}, 30% more than in {boats-2019|period}.",
  "The lowest sales were {sales-2020}.",
  "Never were sales lower than in {sales-2020|period}.",
  "The catch fell in 2 years to {catch-2021}.",
  "The catch fell within two years by a quarter, to {catch-2021}.",
  "The catch fell by the 45th day to {catch-2021}.",
  "Two decades passed; {boats-2021} are left.",
  "They fell to {catch-2021}, 30 years after the war.",
  "Sales of {sales-2021} rose on 3 continents.",
  "Its largest ship came with {boats-2019}.",
  "The largest port has {boats-2019}.",
  "The biggest of the fleet's {boats-2019} is the Anna.",
  "The number of boats grew in 2021 to {boats-2021}.",
  "On the highest day {boats-2021} went out.",
  "Above the {boats-2021} the gulls cry.",
  "{boats-2021} lie below the {licences} on the wall.",
  "With {boats-2021} over the bar, the harbour was empty.",
  "The master said that {boats-2021} went out.",
  "With 45 hectares and {boats-2021}, the harbour is full.",
  "It took just {used} to fish.",
  "The plan was approved; {boats-2021} were counted.",
  "He was asked about {goal-2022}.",
  "The talks were about {goal-2022}.",
  "Ministers discussed how {goal-2022} could be landed.",
  "They counted on {goal-2022} for {goal-2022|period}.",
  "The order was for {goal-2022}.",
  "The treaty, signed in 2009, speaks of {goal-2022}.",
  "For 2022 the two agreed on {goal-2022}.",
  "In 2020 they set {goal-2022}.",
  "In 2009 the harbour opened; {boats-2021} lie there.",
  "Since 2009 the harbour has had {boats-2021}.",
  "From 2019 the fleet grew to {boats-2021}.",
  "By 2019 the quay stood.  It holds {boats-2021}.",
  "After 2019 it was {boats-2021}.",
  "The 2009 quay holds {boats-2021}.",
  "In 2019 and 2021 the fleet had {boats-2019} and {boats-2021}.",
  "In 2019 the fleet had {boats-2019} and {boats-2021} two years later.",
  "The fleet grew in 2020 and 2021, to {boats-2021}.",
  "More than two thirds of the 2019 fleet are part of the {boats-2021}.",
  "The stock exchange fell that day; trade was {trade-9m}.",
])
func aTrueStatementIsLeftAlone(text: String) throws {
  #expect(try doubts(Typed(text: text)) == [])
}

@Test(arguments: [
  ("million tonnes of herring", "catch-2021", false), ("thousand tonnes of herring", "catch-2021", true),
  ("thousand boats", "boats-2021", false), ("herring landed in 2020", "catch-2021", false),
  ("herring landed in 2021", "catch-2021", true),
  ("landed in 2022", "goal-2022", false), ("to be landed in 2022", "goal-2022", true),
  ("herring landed since 2020", "catch-2021", true), ("goal for 2022", "goal-2022", true),
])
func aLabelIsHeldAgainstItsFigure(text: String, id: String, isTrue: Bool) throws {
  #expect(try doubts(Typed(text: text, kind: .label, figures: [id])).isEmpty == isTrue)
}

@Test(arguments: [
  ("Catch, thousand tonnes", true), ("Catch, thousand t", true), ("Catch, kt", true),
  ("Catch, tonnes", false),
  ("Catch, kg", false), ("Catch, million kg", true), ("Catch, million tonnes", false),
  ("Catch, million t", false), ("Catch, square kilometres", false), ("Catch, million metric tons", false),
  ("Catch, thousand metric tons", true), ("Catch, thousand boats", false), ("Catch of the coast", true),
])
func aUnitInASubtitleHasTheScaleOfItsFigures(text: String, isTrue: Bool) throws {
  let typed = Typed(text: text, kind: .subtitle, figures: ["catch-2019", "catch-2021"])
  #expect(try doubts(typed).isEmpty == isTrue)
}

@Test(arguments: [
  ("45 thousand tonnes were landed.", "catch-2021"),
  ("Forty-five thousand tonnes were landed.", "catch-2021"),
  ("45 000 tonnes were landed.", "catch-2021"), ("45,000 metric tons were landed.", "catch-2021"),
  ("45 kt were landed.", "catch-2021"), ("45 million kilograms were landed.", "catch-2021"),
  ("It is 12 kilometres long.", "quay"), ("It is 12,000 metres long.", "quay"),
  ("It is 12000 m long.", "quay"), ("It covers 30 hectares.", "port"), ("It covers 0.3 km2.", "port"),
  ("It uses 8 gigawatt-hours.", "power"), ("It uses 8 million kilowatt hours.", "power"),
  ("45 tonnes were landed.", nil), ("45 kilometres were sailed.", nil), ("It has 12 metres.", nil),
  ("Two decades later it closed.", nil), ("Two national years of the sea were held.", nil),
  ("It uses 8 gigawatts.", nil),
])
func aNumberIsFoundHoweverItsMeasureIsSpelt(text: String, id: String?) throws {
  let more = """
    quay,Quay,12,km,,,,,https://e.org/,
    port,Port,30,ha,,,,,https://e.org/,
    power,Power,8,GWh,,,,,https://e.org/,
    two,Depth,2,thousand m,,,,,https://e.org/,
    age,Age,2,years,,,,,https://e.org/,
    fee,Fee,2,%,,,,,https://e.org/,

    """
  #expect(try table(herring + more).typedNumbers(in: text).first?.figures.first == id)
}

@Test(arguments: [
  ("The ministry hopes for ", " of herring.", true), ("He hopes for rain; ", " went out.", false),
  ("The catch came to ", ", though hopes had risen.", false), ("Plans were drawn for ", ".", false),
  ("The ministry plans for trade to grow, to ", ".", true), ("The port expects ", ".", true),
])
func onlyWhoHopesForAFigureIsDoubted(before: String, after: String, isDoubted: Bool) throws {
  let transcript = Transcript(
    file: "transcript.txt", introduction: [], biography: [], questions: [], footnotes: [])
  let attribution = Attribution(try table(herring), transcript: transcript)
  let figure = AttributedFigure(ids: ["catch-2021"], words: "45 thousand t", before: before, after: after)
  #expect((attribution.words(attributing: figure) != nil) == isDoubted)
}

@Test(arguments: [
  ("He was in office when it rose by ", "3 percentage points.", false),
  ("She left when it was up ", "3 points on the year.", false),
  ("He knows the member states, which land ", "45 thousand t.", false),
  ("When she came, claims made up ", "45 thousand t.", false),
  ("He points to ", "45 thousand t of herring.", true), ("She also notes ", "45 thousand t.", true),
  ("The professor claims ", "45 thousand t.", true), ("He says that claims made up ", "45 thousand t.", true),
])
func nounsThatReadAsVerbsOfSayingPutNothingIntoAnybodysMouth(before: String, after: String, isDoubted: Bool)
  throws
{
  let transcript = Transcript(
    file: "transcript.txt", introduction: [], biography: [], questions: [], footnotes: [])
  let attribution = Attribution(try table(herring), transcript: transcript)
  let figure = AttributedFigure(ids: ["catch-2021"], words: "45 thousand t", before: before, after: after)
  #expect((attribution.words(attributing: figure) != nil) == isDoubted)
}
