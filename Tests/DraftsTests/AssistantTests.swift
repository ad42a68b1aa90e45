import Atlas
import Diagnostics
import Evidence
import Foundation
import Interview
import TestSupport
import Testing

@testable import Drafts

private let atlas = Result { try shippedAtlas() }

private let talk = """
  Ann: How did trade go?

  Bo: In 2019 exports reached more than $2.5 billion. The goal for 2025 is to bring exports to $4 billion. Most ships sail from \
  Hamburg to Oslo. Nobody had expected that, and Mr Berg was glad.

  Ann: And the fish?

  Bo: The fish are a matter of their own, and everybody knows it well.

  """

/// A draft for which an assistant says the same of each answer.
private func draft(_ answer: String) throws -> DraftPack {
  try DraftPack(talk, file: "transcript.txt", name: "Talk", atlas: atlas.get()) {
    _ throws(AssistantFailure) in
    Array(answer.utf8)
  }
}

private func file(_ name: String, of pack: DraftPack) throws -> String {
  String(decoding: try #require(pack.files.first { $0.name == name }).bytes, as: UTF8.self)
}

@Test func whatAnAssistantSaysAndTheAnswerBearsOutStandsInTheDraft() throws {
  let pack = try draft(
    """
    {"headline": {"text": "Exports reached {exports-2019} in {exports-2019|period}", "paragraph": 1},
     "points": [{"text": "The goal for 2025 is $4 billion.", "paragraph": 1}],
     "quotation": {"text": "Nobody had expected that", "paragraph": 1},
     "labels": {"exports-2019": "Exports of the country"}}
    """)
  #expect(
    try file("pack.yml", of: pack).contains(
      "headline: \"Exports reached {exports-2019} in {exports-2019|period}\""))
  #expect(try file("summaries/1.md", of: pack).contains("$4 billion."))
  #expect(try file("pack.yml", of: pack).contains("text: \"Nobody had expected that\""))
  #expect(try file("figures.csv", of: pack).contains("exports-2019,Exports of the country,2.5,"))
  // The other answer has no such paragraph: its draft stays, and each refusal is said.
  #expect(
    pack.doubts.map(\.message).filter { $0.contains("is not used") }.count == 4,
    "\(pack.doubts.map(\.message))")
  #expect(try file("summaries/2.md", of: pack).contains("The fish"))
}

@Test(arguments: [
  (#"{"headline": {"text": "Exports reached $3 billion", "paragraph": 1}}"#, "doesn't bear ‘$3 billion’ out"),
  (#"{"headline": {"text": "Exports have reached $4 billion", "paragraph": 1}}"#, "doesn't bear"),
  (#"{"points": [{"text": "Ships sail from Bremen", "paragraph": 1}]}"#, "the answer names no ‘Bremen’"),
  (#"{"points": [{"text": "Bremen has ships", "paragraph": 1}]}"#, "the answer names no ‘Bremen’"),
  (#"{"points": [{"text": "Norway was glad", "paragraph": 1}]}"#, "the answer names no ‘Norway’"),
  (#"{"points": [{"text": "It was Mr Holm who was glad", "paragraph": 1}]}"#, "the answer names no ‘Holm’"),
  (#"{"quotation": {"text": "Nobody had hoped for that", "paragraph": 1}}"#, "word for word"),
  (
    #"{"points": [{"text": "Exports came to {imports-2019}", "paragraph": 1}]}"#,
    "there is no figure 'imports-2019'"
  ),
  (#"{"points": [{"text": "It {exports-2019|rose from exports-2018}", "paragraph": 1}]}"#, "is no form"),
  (#"{"points": [{"text": "Trade is <b>well</b>", "paragraph": 1}]}"#, "marks that mean something"),
  (#"{"points": [{"text": "Trade went well", "paragraph": 9}]}"#, "this answer has no ¶9"),
  (#"{"labels": {"exports-2019": "Imports of 7 ships"}}"#, "doesn't bear"),
  ("no JSON", "nothing of question 1 that can be used"), ("[]", "nothing of question 1 that can be used"),
  ("", "nothing of"),
])
func whatAnAssistantMakesUpIsRefusedAndSaid(_ answer: String, _ reason: String) throws {
  let pack = try draft(answer)
  #expect(pack.doubts.contains { $0.message.contains(reason) }, "\(pack.doubts.map(\.message))")
  let alone = try DraftPack(talk, file: "transcript.txt", name: "Talk", atlas: atlas.get())
  #expect(pack.files.map(\.bytes) == alone.files.map(\.bytes))
}

@Test func anAssistantIsNotToldOfWhatIsComputedAndCannotReferToIt() throws {
  let talk = """
    Ann: How did trade go?

    Bo: In nine months of 2018 trade reached 2 billion dollars, which is 40% higher than in the same period of 2017.

    Ann: And then?

    Bo: Nothing more happened after that.

    """
  let alone = try DraftPack(talk, file: "t.txt", name: "Talk", atlas: atlas.get())
  let computed = try #require(alone.figures.first { !$0.formula.isEmpty })
  let pack = try DraftPack(talk, file: "t.txt", name: "Talk", atlas: atlas.get()) {
    (request) throws(AssistantFailure) in
    #expect(!String(decoding: request, as: UTF8.self).contains(computed.id))
    return Array(#"{"headline": {"text": "Trade came to {\#(computed.id)}", "paragraph": 1}}"#.utf8)
  }
  #expect(pack.doubts.contains { $0.message.contains("there is no figure '\(computed.id)'") })
}

@Test func aProgramOfTheUsersIsAskedAboutEachAnswer() throws {
  let folder = try TemporaryFolder()
  try folder.write(talk, to: "talk.txt")
  try folder.write(
    """
    from json import dumps, load
    from sys import stdin
    asked = load(stdin)
    print(dumps({"headline": {"text": "Said of trade", "paragraph": asked["answer"][0]["paragraph"]},
      "points": [{"text": "There are 99 ships", "paragraph": asked["answer"][0]["paragraph"]}]}))
    """, to: "assistant.py")
  let made = try bayan("new", "talk.txt", "pack", "--assistant", "python3 assistant.py", in: folder.url)
  #expect(made.status == 0 && made.errors.contains("doesn't bear ‘99’ out"), "\(made.errors)")
  #expect(try folder.read("pack/pack.yml").contains("headline: \"Said of trade\""))
  for (command, reason) in [
    ("exit 3", "it ended with status 3"), ("no-such-program-here", "status 127"), ("yes", "more than 1 MB"),
    ("cat", "can be used"),
  ] {
    let made = try bayan(
      "new", "talk.txt", "pack-\(command.prefix(4))", "--assistant", command, in: folder.url)
    #expect(made.status == 0 && made.errors.contains(reason), "\(command): \(made.errors)")
  }
}
