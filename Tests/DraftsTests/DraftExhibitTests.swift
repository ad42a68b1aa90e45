import Atlas
import Drafts
import TestSupport
import Testing

private let atlas = Result { try shippedAtlas() }

private func pack(_ answer: String) throws -> String {
  let files = try DraftPack(
    "Q: What happened?\n\nA: \(answer)\n", file: "transcript.txt", name: "Talk", atlas: atlas.get()
  ).files
  return files.first { $0.name == "pack.yml" }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
}

@Test func exhibitsAreProposedForWhatTheTextHolds() throws {
  let shares = try pack(
    "Timber makes up 45% of exports, fish 30% and machinery 25%. Nothing else is sold abroad.")
  #expect(
    shares.contains("kind: share") && shares.contains("{ figure: fish-share-exports, label: \"Fish\" }"))
  let timeline = try pack(
    "The treaty was signed in 2009, the customs union came in 2014, and in 2021 the new port was opened.")
  #expect(timeline.contains("{ date: 2021, label: \"The new port was opened\", source: ¶1 }"))
  let route = try pack("The railway runs from Astana to Almaty. It was built by many hands over many years.")
  #expect(route.contains("routes: [[\"Astana\", \"Almaty\"]]"))
  let flow = try pack(
    "Uzbekistan exports cars, buses, glass, etc. to Kazakhstan. In return Kazakhstan widened the range of products supplied to Uzbekistan, including timber, steel, etc. It goes well."
  )
  #expect(
    flow.contains(
      "{ from: \"Uzbekistan\", to: \"Kazakhstan\", goods: [\"cars\", \"buses\", \"glass\"], source: ¶1 }"))
  #expect(flow.contains("goods: [\"timber\", \"steel\"]"))
  let bars = try pack("In 2022 subsidies came to EUR 310 million. In 2023 they were EUR 275 million.")
  #expect(bars.contains("kind: bars") && bars.contains("figures: [subsidies-2022, subsidies-2023]"))
}

@Test func nothingIsProposedThatTheTextDoesNotHold() throws {
  for answer in [
    "Timber makes up 45% of exports. Wages are 30% of costs.",
    "Uzbekistan exports cars and glass to Kazakhstan.",
    "The treaty was signed in 2009. If it fails in 2014, we stop. It did not rain in 2021.",
    "Astana is cold in winter.", "Revenue was $4 billion in 2022.",
  ] {
    #expect(try !pack(answer).contains("exhibits:"), "\(answer)")
  }
}

@Test func aGoalIsSaidToBeOneInATitle() throws {
  let made = try pack(
    "In 2019 exports reached $2 billion. In 2021 exports reached $3 billion. The goal for 2025 is to bring exports to $4 billion."
  )
  #expect(made.contains("Exports: {exports-2019} in {exports-2019|period short}, {exports-2021} in"))
  #expect(made.contains("goal {exports-2025} in {exports-2025|period short}"))
}

@Test func whatIsAddedBeforeAndBehindASentenceIsCut() throws {
  let made = try pack(
    "Moreover, the harbour is the largest of the whole coast. It rains. It rains very often here.")
  #expect(made.contains("headline: \"The harbour is the largest of the whole coast\""))
}
