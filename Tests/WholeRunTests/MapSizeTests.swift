import Foundation
import Testing

/// Forty towns of long names on each of four maps of a page of their own: how much each adds to the file.
@Test(arguments: ["report", "slides", "handout"])
func aMapOfFortyPlacesAddsAtMostSixtyKilobytes(layout: String) throws {
  func size(maps: Int) throws -> Int {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("summaries"), withIntermediateDirectories: true)
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
    for (file, text) in [
      ("pack.yml", pack), ("places.csv", places), ("summaries/1.md", "**A.** B [¶2]\n"),
      ("figures.csv", "id,label,value,unit,period,qualifier,status,formula,source,note\n"),
      ("transcript.txt", "An introduction.\n\n1. Where are they?\n\nHere and there.\n"),
    ] {
      try text.write(to: folder.url.appendingPathComponent(file), atomically: true, encoding: .utf8)
    }
    let run = try bayan("build", folder.path, "--layout", layout, "--output", folder.path + "/out")
    try #require(run.status == 0, "\(run.errors)")
    return try Data(contentsOf: folder.url.appendingPathComponent("out/\(layout).pdf")).count
  }
  let (one, four) = (try size(maps: 1), try size(maps: 4))
  #expect((four - one) / 3 < 60_000, "\((four - one) / 3) bytes a map")
}
