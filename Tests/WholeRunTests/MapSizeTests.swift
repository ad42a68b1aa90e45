import Foundation
import TestSupport
import Testing

/// Forty towns of long names on each of four maps of a page of their own: how much each adds to the file.
@Test(arguments: ["report", "slides", "handout"])
func aMapOfFortyPlacesAddsAtMostSixtyKilobytes(layout: String) throws {
  func size(maps: Int) throws -> Int {
    var places = "name,country,latitude,longitude\n"
    var pack = "title: Towns\nlanguage: en\nquestions:\n  - headline: Where they are\n    exhibits:\n"
    for map in 0..<maps {
      let names = (0..<40).map { "Longtownname \(map)-\($0)" }
      for (index, name) in names.enumerated() {
        // Spread over Siberia without a pattern.
        let (x, y) = (Double(index * 13 % 40) / 40, Double(index * 27 % 41) / 41)
        places += "\(name),RU,\(56 + 9 * y),\(65 + Double(map) * 3 + 24 * x)\n"
      }
      pack += "      - { kind: map, title: Map \(map), places: [\(names.joined(separator: ", "))] }\n"
    }
    let (run, file) = try SmallPack(
      pack: pack, transcript: "An introduction.\n\n1. Where are they?\n\nHere and there.\n",
      summaries: ["**A.** B [¶2]\n"], others: ["places.csv": places]
    ).build(layout)
    try #require(run.status == 0, "\(run.errors)")
    return try Data(contentsOf: URL(fileURLWithPath: file)).count
  }
  let (one, four) = (try size(maps: 1), try size(maps: 4))
  #expect((four - one) / 3 < 60_000, "\((four - one) / 3) bytes a map")
}
