import Diagnostics
import Testing

/// Texts that were true before an update, what the update makes of a figure, and what is said of the text then.
@Test(arguments: [
  ("Exports came to {exports-2018}.", "exports-2018@status=target", "'exports-2018' is a goal now"),
  ("Exports came to {exports-2018}.", "exports-2018@status=estimate", "'exports-2018' is an estimate now"),
  ("Of the treaties, {signed} are signed.", "signed@status=target", "'signed' is a goal now"),
  ("The plan of the port names {jobs-2018}.", "jobs-2018@status=target", "'jobs-2018' is a goal now"),
  (
    "The goal of the port is {exports-goal}.", "exports-goal@status=actual",
    "'goal' is typed, and 'exports-goal'"
  ),
  (
    "In {exports-2018|year}, imports were {imports-2018}.", "imports-2018@period=2019",
    "this is told of 2018, and 'imports-2018' is for 2019 now"
  ),
  (
    "In 2018 exports were {exports-2018} and imports {imports-2018}.", "imports-2018@period=2019",
    "this is told of 2018, and 'imports-2018' is for 2019 now"
  ),
])
func whatAnUpdateMakesOfAFigureIsHeldAgainstItsTexts(text: String, update: String, said: String) throws {
  let doubts = try Typed(text: text).doubts(update, before: "")
  #expect(doubts.contains { $0.message.contains(said) && $0.location?.file == "1.md" }, "\(doubts)")
  #expect(try Typed(text: text).doubts("", before: "").isEmpty)
}

@Test(arguments: [
  ("Exports are to come to {exports-2018}, the goal.", "exports-2018@status=target"),
  ("Exports are expected to come to {exports-2018}.", "exports-2018@status=target"),
  ("Exports came to an estimated {exports-2018}.", "exports-2018@status=estimate"),
  (
    "In {exports-2018|year}, exports were {exports-2018}, after {exports-2016} in {exports-2016|year}.",
    "fee=21"
  ),
  ("In 2018 imports were {imports-2018}.", "exports-2018=13"),
])
func whatTheTextTellsIsNotDoubted(text: String, update: String) throws {
  #expect(try Typed(text: text).doubts(update, before: "", asOf: nil).isEmpty)
}

/// Words that other authors use, false of the figures and true of them.
@Test(arguments: [
  ("Exports nosedived to {exports-2018}.", "Exports shot up to {exports-2018}."),
  ("Exports were cut to {exports-2018}.", "Exports ballooned to {exports-2018}."),
  (
    "Exports of {exports-2018} were a whisker below the goal of {exports-goal}.",
    "Exports of {exports-2018} were short of the goal of {exports-goal}."
  ),
  (
    "With {exports-2018} the port is halfway to {exports-goal}.",
    "With {exports-2018} the port nears {exports-goal}."
  ),
  (
    "Exports of {exports-2018} smashed the goal of {exports-goal}.",
    "Exports of {exports-2018} missed the goal of {exports-goal}."
  ),
  ("Exports were {exports-2018}, less than ever.", "Exports were {exports-2018}, more than ever."),
  (
    "Imports of {imports-2018} dwarfed exports of {exports-2018}.",
    "Exports of {exports-2018} dwarfed imports of {imports-2018}."
  ),
  (
    "Exports of {exports-2018} are half of imports of {imports-2018}.",
    "Imports of {imports-2018} are three quarters of exports of {exports-2018}."
  ),
  ("Only {jobs-2018} are left, down from {jobs-2017}.", "There are {jobs-2018}, up from {jobs-2017}."),
  (
    "Exports of {exports-2018} were lower than in 2016.",
    "Exports of {exports-2018} were higher than in 2016."
  ),
])
func otherAuthorsWordsAreHeldAgainstFigures(isFalse: String, isTrue: String) throws {
  #expect(try Typed(text: isFalse).doubts().count == 1, "\(isFalse)")
  #expect(try Typed(text: isTrue).doubts().isEmpty, "\(isTrue)")
}
