import Diagnostics
import Evidence
import Tables
import Testing

/// A sentence, figures that bear it out, and figures that contradict it.
struct Held: Sendable, CustomTestStringConvertible {
  var typed: Typed
  var agreeing: String
  var contradicting: String

  init(
    _ text: String, _ agreeing: String, _ contradicting: String, _ kind: Passage.Kind = .point,
    over figures: String = ""
  ) {
    typed = Typed(text: text, kind: kind, figures: figures.split(separator: " ").map(String.init))
    self.agreeing = agreeing
    self.contradicting = contradicting
  }

  var testDescription: String { typed.text }
}

private let chart = "exports-2016 exports-2018"

/// Sentences that the rules were written with.
private let known: [Held] = [
  Held("Exports rose to {exports-2018}.", "", "exports-2018=8"),
  Held("Exports fell to {exports-2018}.", "exports-2018=8", ""),
  Held("Exports were {exports-2018|change from exports-2016}: a recovery.", "", "exports-2018=8"),
  Held(
    "**Exports recovered.** They came to {exports-2018}, {exports-2018|change from exports-2016}.", "",
    "exports-2018=8"),
  Held("Exports grow", "", "exports-2018=8", .title, over: chart),
  Held(
    "A growing export trade and a new harbour.", "", "exports-2018=8 growth=-8", .statement,
    over: "exports-2018 growth"
  ),
  Held("Exports grew by {growth}.", "", "growth=-8"),
  Held("Exports doubled to {exports-2018}.", "exports-2018=20", "exports-2018=35"),
  Held("Exports held steady at {exports-2018}.", "exports-2018=10.2", "exports-2018=15"),
  Held(
    "Exports rose slightly, from {exports-2016} to {exports-2018}.", "exports-2018=10.5", "exports-2018=30"),
  Held("Exports soared to {exports-2018}.", "exports-2018=14", "exports-2018=10.1"),
  Held("Nearly all roads are paved", "", "paved=60", .title, over: "paved"),
  Held("Nearly all villages are connected", "", "open=40", .title, over: "open"),
  Held("**Roads almost complete.** {paved|value} are paved.", "", "paved=40"),
  Held("Half of the members are women: {women}.", "", "women=20"),
  Held("Most treaties are signed: {signed} of {planned}.", "", "signed=10"),
  Held("Exports came to {exports-2018}, on the way to {exports-goal}.", "", "exports-2018=16"),
  Held("{exports-2018} towards the goal of {exports-goal}", "", "exports-2018=16", .title, over: chart),
  Held("Exports of {exports-2018} have passed the goal of {exports-goal}.", "exports-2018=16", ""),
  Held("The goal of {exports-goal} was missed with {exports-2018}.", "", "exports-2018=15"),
  Held("Exports of {exports-2018} exceed imports of {imports-2018}.", "", "imports-2018=14"),
  Held("Exports exceed imports", "", "imports-2018=14", .title, over: "exports-2018 imports-2018"),
  Held("A record {exports-2018}.", "", "exports-2016=13"),
  Held("Nine months of 2018 brought {exports-9m-2018}.", "", "exports-9m-2018@period=2019-01/2019-09"),
  Held(
    "Exports, USD billion", "", "exports-2016@unit=EUR_bn exports-2018@unit=EUR_bn", .subtitle, over: chart),
  Held("Exports, USD million", "exports-2016@unit=USD_m exports-2018@unit=USD_m", "", .subtitle, over: chart),
  Held("Exports were {exports-2018} in 2018.", "", "exports-2018@period=2019"),
]

/// Sentences that were written before the rules had read any of them.
private let heldBack: [Held] = [
  Held("The port's exports climbed to {exports-2018} within two years.", "", "exports-2018=7"),
  Held("In 2018 exports slipped to {exports-2018}.", "exports-2018=9", ""),
  Held("At {exports-2018}, exports are down on 2016.", "exports-2018=9", ""),
  Held("Exports shrank by {growth}.", "growth=-8", ""),
  Held(
    "**A strong recovery.** Exports reached {exports-2018}, {exports-2018|change from exports-2016} on 2016.",
    "", "exports-2018=8"),
  Held(
    "**Trade is picking up.** In nine months it came to {exports-9m-2018}, {exports-9m-2018|change from exports-9m-2017} on a year before.",
    "", "exports-9m-2018=5"),
  Held("Sales abroad expanded from {exports-2016} to {exports-2018}.", "", "exports-2018=8"),
  Held("Employment at the port increased to {jobs-2018}.", "", "jobs-2018=250"),
  Held("The port lost workers: {jobs-2018} are left.", "jobs-2018=250", ""),
  Held("Exports more than doubled, to {exports-2018}.", "exports-2018=25", "exports-2018=14"),
  Held("Exports tripled between 2016 and 2018, to {exports-2018}.", "exports-2018=30", ""),
  Held("Exports have halved to {exports-2018}.", "exports-2018=5", ""),
  Held("Exports remained stable at {exports-2018}.", "exports-2018=10.1", "exports-2018=5"),
  Held("Exports plunged to {exports-2018}.", "exports-2018=4", "exports-2018=9.9"),
  Held("Rising exports, new jobs", "", "exports-2018=8", .title, over: chart),
  Held("Exports keep growing", "", "exports-2018=8", .title, over: chart),
  Held("Decline of exports since 2016", "exports-2018=8", "", .title, over: chart),
  Held("The port creates ever more jobs: growth from {jobs-2017} to {jobs-2018}.", "", "jobs-2018=200"),
  Held("Exports advance to {exports-2018}", "", "exports-2018=8", .statement, over: "exports-2018"),
  Held("Exports did not fall: they came to {exports-2018}.", "", "exports-2018=8"),
  Held("The vast majority of roads are paved: {paved}.", "", "paved=30"),
  Held("Only a few villages are still to be connected: {open}.", "", "open=70"),
  Held("Two thirds of the roads are paved", "paved=66", "paved=93", .title, over: "paved"),
  Held("Hardly any villages remain to be connected", "", "open=50", .title, over: "open"),
  Held("Women are a minority of {women}.", "", "women=70"),
  Held("Women make up the majority of members, {women}.", "women=60", ""),
  Held("Almost half of the members, {women}, are women.", "", "women=12"),
  Held("More than half of the roads are paved", "", "paved=30", .title, over: "paved"),
  Held("The network is nearly finished: {paved} of the roads are paved.", "", "paved=50"),
  Held("A third of the members are women", "women=33", "", .title, over: "women"),
  Held(
    "With {exports-2018} the country nears its goal of {exports-goal}.", "exports-2018=14", "exports-2018=17"),
  Held("Exports of {exports-2018} are well on the way to the goal of {exports-goal}.", "", "exports-2018=19"),
  Held("The goal of {exports-goal} has been reached with exports of {exports-2018}.", "exports-2018=15", ""),
  Held(
    "Exports came to {exports-2018} and so surpassed the target of {exports-goal}.", "exports-2018=18", ""),
  Held("Exports fall short of the target of {exports-goal}: {exports-2018}.", "", "exports-2018=18"),
  Held("Exports still lie below the goal of {exports-goal}, at {exports-2018}.", "", "exports-2018=18"),
  Held(
    "Exports head for {exports-goal}", "", "exports-2018=18", .statement, over: "exports-2018 exports-goal"),
  Held("At {exports-2018}, exports outstrip imports of {imports-2018}.", "", "imports-2018=20"),
  Held("Imports of {imports-2018} lag behind exports of {exports-2018}.", "", "imports-2018=20"),
  Held("Imports overtake exports", "imports-2018=20", "", .title, over: "exports-2018 imports-2018"),
  Held("{exports-2018} is the highest value ever.", "", "exports-2016=14"),
  Held("{jobs-2018}, the lowest number since the opening.", "jobs-2018=200", ""),
  Held(
    "The first nine months of 2018 brought {exports-9m-2018}.", "", "exports-9m-2018@period=2020-01/2020-09"),
  Held(
    "Exports in 2016 and 2018", "", "exports-2016@period=2011 exports-2018@period=2012", .title, over: chart),
  Held("Harbour fee, million dollars", "fee@unit=USD_m", "", .subtitle, over: "fee"),
  Held("Harbour fee, EUR thousand", "fee@unit=EUR_thousand", "", .subtitle, over: "fee"),
]

/// Texts that claim nothing that these figures, which turned, could contradict.
private let harmless: [Typed] = [
  Typed(text: "A rising star of the harbour brought {exports-2018}."),
  Typed(text: "In the fall of 2018 the port handled {exports-2018}."),
  Typed(text: "The fall of the wall was followed by {exports-2018} of exports."),
  Typed(text: "He said “exports soared” and named {exports-2018}."),
  Typed(text: "Growing cities need {exports-2018} of goods."),
  Typed(text: "There is room to grow beyond {exports-2018}."),
  Typed(text: "Exports could rise to {exports-goal} if the crane is built."),
  Typed(text: "Will exports rise above {exports-2018}?"),
  Typed(text: "While prices rose, exports came to {exports-2018}."),
  Typed(text: "The bridge, built in 1998, carries exports of {exports-2018}."),
  Typed(text: "The port reached out to partners worth {exports-2018}."),
  Typed(text: "A third forum brought {signed}."),
  Typed(text: "The most serious issue concerns {women} of the members."),
  Typed(text: "Half a million people live beside the {exports-2018} port."),
  Typed(text: "The attitude towards trade of {exports-2018} is friendly."),
  Typed(text: "The record of the talks names {exports-2018}."),
  Typed(text: "Membership is open to all; {women} are women."),
  Typed(text: "The minister left after {signed} were signed."),
  Typed(text: "The court passed a ruling on {exports-2018}."),
  Typed(text: "The contract covers {jobs-2018} at the port."),
  Typed(text: "Growth needs peace. Exports came to {exports-2018}."),
  Typed(text: "The flat coast has {jobs-2018}."),
  Typed(text: "He leads the delegation that signed {signed}."),
  Typed(text: "Its largest city handles {exports-2018}."),
  Typed(text: "Few doubt that {signed} matter."),
  Typed(text: "Experts met in May; {signed} were agreed."),
  Typed(text: "The two sides set themselves {exports-goal} for {exports-goal|period}."),
  Typed(text: "Transit comes next", kind: .title, figures: ["exports-2018"]),
  Typed(
    text: "The years left empty have no figure.", kind: .label, figures: ["exports-2018", "exports-2016"]),
  Typed(text: "Reforms advance, and the harbour opens", kind: .statement, figures: ["signed", "women"]),
  Typed(
    text: "A declining order abroad and a stable government", kind: .statement, figures: ["exports-2018"]),
  Typed(text: "Support for a growing youth", kind: .statement, figures: ["exports-2018", "jobs-2018"]),
  Typed(text: "Exports, USD billion", kind: .subtitle, figures: ["exports-2016", "exports-2018"]),
  Typed(
    text: "Goods and services, January to September, USD billion", kind: .subtitle,
    figures: ["exports-9m-2018"]),
  Typed(text: "Since 1991 exports have come to {exports-2018}."),
  Typed(text: "The treaty of 2009 opened the way; exports are {exports-2018}."),
  Typed(text: "He will remain behind the {signed}."),
  Typed(text: "Pilots work under the {fee} rule."),
]

/// Exports, jobs and shares that turned against what most texts hope for.
private let turned = "exports-2018=8 exports-9m-2018=5 jobs-2018=250 growth=-8 women=88"

@Test(arguments: known)
func aTypedClaimIsWarnedOfWhereFiguresContradictIt(held: Held) throws {
  #expect(try held.typed.doubts(held.agreeing).map(\.description) == [])
  #expect(try !held.typed.doubts(held.contradicting).isEmpty)
}

/// Missed by the rules as they are, among sentences written before them.
private let missed: Set<String> = ["The port lost workers: {jobs-2018} are left."]

@Test(arguments: heldBack)
func aTypedClaimOfAnySentenceIsWarnedOf(held: Held) throws {
  #expect(try held.typed.doubts(held.agreeing).map(\.description) == [])
  #expect(try held.typed.doubts(held.contradicting).isEmpty == missed.contains(held.typed.text))
}

@Test(arguments: harmless.map(\.text))
func whatClaimsNothingOfItsFiguresIsLeftAlone(text: String) throws {
  let typed = try #require(harmless.first { $0.text == text })
  #expect(try typed.doubts().map(\.description) == [])
  #expect(try typed.doubts(turned).map(\.description) == [])
}

@Test func aWarningNamesTheWordItsPlaceAndWhatWouldHaveFollowed() throws {
  let typed = Typed(text: "In 2018 trade of {exports-2018|value} was on the way to {exports-goal}.")
  let doubts = try typed.doubts("exports-2018=16").map { $0.description.replacing("\u{A0}", with: " ") }
  #expect(doubts.count == 1)
  #expect(
    doubts[0].hasPrefix(
      "1.md:1:43: warning: 'on the way to' is typed, and 'exports-2018' is $16 bn, and the goal 'exports-goal' is $15 bn"
    ))
  #expect(doubts[0].contains("→ write {exports-2018|on the way to exports-goal}, which gives 'past'"))
}

@Test func wordsThatNoFigureCanBeHeldAgainstAreNotedOnceWhereThatIsAskedFor() throws {
  let typed = Typed(text: "Prosperity rose and trust grew, with {signed} signed.")
  #expect(try typed.doubts().isEmpty)
  let notes = try typed.doubts(isStrict: true).map(\.description)
  #expect(notes.count == 1)
  #expect(notes[0].hasPrefix("1.md:1:12: note: 'rose', 'grew': no figure tells whether this is so"))
}

@Test func whatIsNotSurelySaidOfFiguresIsWarnedOfOnceAnUpdateTurnsThem() throws {
  let typed = Typed(text: "A thriving coast", kind: .statement, figures: ["exports-2018"])
  #expect(try typed.doubts("exports-2018=8").isEmpty)
  #expect(try typed.doubts("exports-2018=8", before: "").count == 1)
}

@Test func aPacksOwnWordsAreHeldAgainstItsFigures() throws {
  var words = shippedWords
  var log = DiagnosticLog()
  words.add(try .read("claim,words\nup,blossomed; blossoms\nrise,x\n", file: "words.csv"), log: &log)
  #expect(log.diagnostics.map(\.message) == ["unknown claim 'rise'"])
  let passage = Typed(text: "Exports blossomed to {exports-2018}.").passage
  let check = ClaimCheck(try harbourTable("exports-2018=8"), vocabulary: words)
  #expect(check.doubts(about: [passage]).count == 1)
}

@Test(arguments: [
  "The goal for {exports-goal|period} is {exports-goal}.", "Exports will reach {exports-goal}.",
  "{exports-goal} remains the goal.",
])
func aGoalWhoseTimeIsOverIsNotSpokenOfAsOneToCome(text: String) throws {
  #expect(try Typed(text: text).doubts(asOf: "2019-01").isEmpty)
  #expect(try Typed(text: text).doubts(asOf: "2021-02").count == 1)
}

// MARK: Numbers

@Test(arguments: [
  "$20 m", "EUR 20 m", "€20m", "€20 million", "20 million euros", "twenty million euros", "EUR 20 million",
  "€20.0 m",
  "EUR 0.02 bn", "€0.02 billion", "€20,000,000", "20 000 000 euros", "about €20 m",
])
func aNumberTypedOfAnOlderValueIsWarnedOf(text: String) throws {
  let typed = Typed(text: "It costs \(text) a year.")
  let isOther = text.hasPrefix("$")
  #expect(try typed.doubts("fee=26", before: "").isEmpty == isOther)
  #expect(try typed.doubts("fee=26").isEmpty)
}

@Test(arguments: ["330 jobs", "three hundred and thirty jobs", "330 new jobs"])
func aCountTypedOfAnOlderValueIsWarnedOf(text: String) throws {
  #expect(try Typed(text: "There are \(text).").doubts("jobs-2018=250", before: "").count == 1)
}

@Test func aNoteOfAnOlderValueIsWarnedOf() throws {
  func table(_ value: String, _ source: String) throws -> FigureTable {
    try .read(
      header
        + "g,Growth,\(value),%,2018,,,,https://\(source).org/,\nh,Half,,%,2018,,derived,g / 2,,“40% higher”\n"
        + "k,Age,\(value),years,,,,,https://\(source).org/,“a generation”\n", file: "figures.csv")
  }
  let old = try table("40", "a")
  func doubts(_ now: FigureTable) -> [String] {
    ClaimCheck(now, before: [old], vocabulary: ClaimVocabulary()).doubts(about: []).map { doubt in
      String(doubt.description.replacing("\u{A0}", with: " ").prefix { $0 != "\n" })
    }
  }
  #expect(doubts(old) == [])
  let found = doubts(try table("24", "b"))
  #expect(found.count == 2)
  #expect(found[0].hasPrefix("figures.csv:3:"))
  #expect(found[0].hasSuffix("the note of 'h' says '40%', and 'g' had that value: it is 24% now"))
  #expect(found[1].hasPrefix("figures.csv:4:"))
  #expect(
    found[1].hasSuffix(
      "the note of 'k' quotes what was said of 40 years: it is 24 years now, from another source"))
}
