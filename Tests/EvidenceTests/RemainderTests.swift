import Diagnostics
import Evidence
import Testing

/// Texts that were true before an update that leaves nothing to do, with the word that is doubted then.
@Test(arguments: [
  ("Issues remain on {open} of the villages.", "open=0", "remain"),
  ("Questions remain: {open} of the villages are not connected.", "open=0", "remain"),
  ("{open} of the villages are still to be connected.", "open=0", "still to be"),
  ("Nearly all villages are connected; the rest, {open}, are waiting.", "open=0", "the rest"),
  ("**Villages.** They make up {open}. To finish the network soon would help.", "open=0", "To finish"),
  ("Work is left to do on {open} of the villages.", "open=0", "left to do"),
  ("Connections outstanding: {open}.", "open=0", "outstanding"),
  ("The villages without a line, {open}, are poor.", "open=0", "without"),
  ("Some roads are not yet paved: {paved} are.", "paved=100", "not yet"),
  ("{paved} of the roads are paved, but work remains.", "paved=100", "remains"),
  (
    "Most treaties are signed, {signed} of {planned}; the remainder is in dispute.", "signed=50",
    "the remainder"
  ),
  ("{jobs-2018} remain to be filled.", "jobs-2018=0", "remain"),
  ("No villages remain: {open}.", "open=6", "remain"),
])
func whatIsSaidToBeLeftIsDoubtedWhereNothingIs(text: String, update: String, word: String) throws {
  let before = update == "open=6" ? "open=0" : ""
  let doubts = try Typed(text: text).doubts(update, before: before, asOf: nil)
  #expect(
    doubts.contains { $0.message.hasPrefix("'\(word)' is typed") && $0.location?.file == "1.md" }, "\(doubts)"
  )
  #expect(try Typed(text: text).doubts(before, before: before, asOf: nil).isEmpty)
}

/// Nothing is false in these, whatever the update makes of the figures.
@Test(arguments: [
  ("Issues remain on {open} of the villages.", "open=1"),
  ("Issues remain on {open} of the villages.", "open@qualifier=more-than open=0"),
  ("Relations remain close; {open} of the villages are off the grid.", "open=0"),
  ("The minister left the room. {open} of the villages have no line.", "open=0"),
  ("Villages are connected: of {open} nothing remains.", "open=0"),
  ("{paved} of the roads are paved, but work remains.", "paved=99"),
  ("{paved} of the roads are paved, but work remains.", "paved@qualifier=less-than paved=100"),
  ("Work remains at the port, where {women} are women.", "women=0"),
  ("The fee remains at {fee}.", "fee=21"),
  ("Issues may remain on {open} of the villages.", "open=0"),
  ("Do issues remain on {open} of the villages?", "open=0"),
  ("Of {planned}, {signed} are signed; the rest is in dispute.", "signed=49"),
  ("“Issues remain”, he said of {open}.", "open=0"),
])
func whatIsLeftOrNoClaimOfItIsNotDoubted(text: String, update: String) throws {
  #expect(try Typed(text: text).doubts(update, before: "", asOf: nil).isEmpty)
}

@Test func issuesThatRemainOnNothingAreDoubtedWithoutAnUpdateToo() throws {
  let typed = Typed(text: "Issues remain on villages that make up {open}.")
  #expect(try typed.doubts("open=0").count == 1)
  #expect(try typed.doubts().isEmpty)
  // What the author of a table with a nought wrote himself is true as it stands.
  #expect(try Typed(text: "{open} of the villages are still to be connected.").doubts("open=0").isEmpty)
}

/// What an update turns to nothing, to one or from one, and what its texts took for granted.
@Test(arguments: [
  ("{jobs-2018} feed the town.", "jobs-2018=0", "and is 0 jobs now"),
  ("The port takes {fee} from each ship.", "fee=0", "and is €0"),
  ("{signed} were signed.", "signed=1", "'were' is typed, and 'signed' is one treaty now"),
  ("{signed}, worth {fee}, have been signed.", "signed=1", "'have' is typed, and 'signed' is one treaty now"),
  ("They signed {signed|count} treaties of the coast.", "signed=1", "'treaties' is typed"),
])
func whatATextTakesForGrantedOfAFigureIsDoubtedWhenItTurns(text: String, update: String, said: String) throws
{
  let doubts = try Typed(text: text).doubts(update, before: "", asOf: nil)
  #expect(doubts.contains { $0.message.contains(said) }, "\(doubts)")
  #expect(try Typed(text: text).doubts("", before: "", asOf: nil).isEmpty)
}

@Test(arguments: [
  ("Jobs fell to {jobs-2018}.", "jobs-2018=0 jobs-2017=300"),
  ("There are no jobs: {jobs-2018}.", "jobs-2018=0"),
  ("Fewer than before: {jobs-2018} against {jobs-2017}.", "jobs-2018=0"),
  ("They signed {signed}.", "signed=1"),
  ("Ministers of {signed} were there.", "signed=1"),
  ("{signed} and {planned} were on the table.", "signed=1"),
  ("{planned} and {signed} were on the table.", "signed=1"),
  ("{signed} came of it, and the ministers were glad.", "signed=1"),
  ("{signed} were signed.", "signed=2"),
  ("Inflation of {growth} is low.", "growth=1"),
])
func whatHoldsOfNothingAndOfOneIsNotDoubted(text: String, update: String) throws {
  let doubts = try Typed(text: text).doubts(update, before: "", asOf: nil)
  #expect(doubts.isEmpty, "\(doubts)")
}

@Test(arguments: [
  ("The north came to {north}.", true), ("Trade rose {now|change from north}.", true),
  ("The north is planned to come to {north}.", false), ("The north was of {north|period}.", false),
])
func whatIsComputedFromWhatHasBecomeAGoalIsNoFact(text: String, isDoubted: Bool) throws {
  func figures(_ status: String) throws -> FigureTable {
    try table(
      """
      now,Trade,30,USD m,2018,exact,actual,,https://example.org/,
      growth,Growth of trade,20,%,2018,exact,\(status),,https://example.org/,
      north,Trade,,USD m,2017,about,derived,now / (100% + growth),,

      """)
  }
  let check = ClaimCheck(
    try figures("target"), before: [try figures("actual")], vocabulary: shippedWords)
  let doubts = check.doubts(about: [Typed(text: text).passage])
  #expect(
    doubts.contains { $0.message.hasPrefix("'growth', from which 'north' is computed, is a goal") }
      == isDoubted, "\(doubts)")
}

@Test func aNumberOfNothingIsDoubtedBesideItsLabel() throws {
  let label = Typed(text: "taken from each ship", kind: .label, figures: ["fee"])
  #expect(try label.doubts("fee=0", before: "").map(\.message).contains { $0.contains("and is €0") })
  #expect(try label.doubts("fee=30", before: "").isEmpty)
  #expect(try Typed(text: "no fee", kind: .label, figures: ["fee"]).doubts("fee=0", before: "").isEmpty)
}
