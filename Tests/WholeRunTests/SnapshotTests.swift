import Foundation
import Graphics
import Pictures
import TestSupport
import Testing

/// A page of one of the packs in Tests/Packs. `make snapshots` writes anew what Tests/Snapshots holds of it.
private struct Page: Sendable, CustomTestStringConvertible {
  var pack: String
  var layout: String
  var number: Int
  var sheets: String?

  init(_ pack: String, _ layout: String, _ number: Int, sheets: String? = nil) {
    (self.pack, self.layout, self.number, self.sheets) = (pack, layout, number, sheets)
  }

  /// Of its file, without the ending.
  var name: String { [pack, layout, sheets, "\(number)"].compactMap(\.self).joined(separator: "-") }

  var testDescription: String { name }

  /// What is asked of `bayan build` and `bayan debug frame`.
  var arguments: [String] {
    let own = "Tests/Packs/\(pack)/\(layout).yml"
    let isOwn = FileManager.default.fileExists(atPath: projectPath(own))
    return ["Tests/Packs/\(pack)", "--layout", isOwn ? own : layout]
      + (sheets.map { ["--sheets", $0] } ?? [])
  }

  var document: String { [layout, sheets].compactMap(\.self).joined(separator: "-") }
}

private let isWriting = ProcessInfo.processInfo.environment["BAYAN_SNAPSHOTS"] == "write"

/// Says that a snapshot is another, or stores it anew and prints so.
private func tell(_ file: String, _ difference: String, writing data: Data) throws {
  if isWriting {
    try FileManager.default.createDirectory(
      atPath: projectPath("Tests/Snapshots"), withIntermediateDirectories: true)
    try data.write(to: projectFolder.appending(path: file))
    print("\(file): \(difference)")
  } else {
    Issue.record("\(file): \(difference)\nif it is meant so: make snapshots, and look at what git shows")
  }
}

// MARK: As text

/// Between them each kind of chart, a map, and what stands around them: titles, key figures, points, sources, notes,
/// the table of figures, the interview, slides in a handout and pages on a sheet.
@Test(arguments: [
  Page("andes", "report", 1), Page("andes", "report", 2), Page("andes", "report", 5),
  Page("andes", "brief", 1),
  Page("andes", "slides", 1), Page("andes", "slides", 2), Page("andes", "slides", 3),
  Page("andes", "slides", 9),
  Page("andes", "slides", 10), Page("andes", "handout", 1), Page("charts", "kinds", 1),
  Page("charts", "report", 6),
  Page("minimal", "report", 2), Page("minimal", "report", 1, sheets: "booklet"),
])
private func aPageHasItsItemsWhereItsSnapshotHasThem(page: Page) throws {
  var run = try bayan(["debug", "frame"] + page.arguments + ["--page", "\(page.number)"])
  try #require(run.status == 0, "\(run.errors)")
  if page.sheets != nil {
    // The pages themselves come before the sheets that they stand on.
    run.output =
      run.output.range(of: "\(page.document), page ").map { String(run.output[$0.lowerBound...]) } ?? ""
  }
  let file = "Tests/Snapshots/\(page.name).txt"
  let stored = (try? contents(file)) ?? ""
  if run.output == stored { return }
  try tell(file, firstDifferences(stored, run.output), writing: Data(run.output.utf8))
}

/// The first lines that are in one text only, with their numbers.
private func firstDifferences(_ old: String, _ new: String) -> String {
  let lines = [old, new].map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
  let changes = lines[1].difference(from: lines[0])
  let told = changes.map { change in
    switch change {
    case .remove(let index, let line, _): (index, "- \(index + 1): \(line)")
    case .insert(let index, let line, _): (index, "+ \(index + 1): \(line)")
    }
  }.sorted { $0.0 < $1.0 }
  let more = told.count > 12 ? "\n… and \(told.count - 12) more" : ""
  return "\(told.count) lines are others\n" + told.prefix(12).map(\.1).joined(separator: "\n") + more
}

@Test func theFirstDifferingLinesOfAPageAreTold() {
  #expect(firstDifferences("a\nb\nc", "a\nx\nc") == "2 lines are others\n- 2: b\n+ 2: x")
  let long = (1...40).map { "\($0)" }.joined(separator: "\n")
  #expect(firstDifferences("", long).hasSuffix("\n… and 29 more"))
}

// MARK: As pictures

/// Few, since they say only that something is another; in greys and so small that each takes a few dozen kilobytes.
@Test(arguments: [
  Page("andes", "report", 2), Page("andes", "slides", 3), Page("andes", "slides", 5),
  Page("charts", "kinds", 1),
  Page("minimal", "report", 1, sheets: "booklet"),
])
private func aPageLooksAsItsPictureDoes(page: Page) throws {
  let folder = try TemporaryFolder()
  let run = try bayan(["build"] + page.arguments + ["--output", folder.path])
  try #require(run.status == 0, "\(run.errors)")
  let (pdf, number) = (folder.path + "/\(page.document).pdf", "\(page.number)")
  let painted = try tool(
    "pdftoppm",
    ["-r", "36", "-gray", "-png", "-singlefile", "-f", number, "-l", number, pdf, folder.path + "/page"])
  try #require(painted.status == 0, "\(painted.errors)")
  let data = try Data(contentsOf: folder.file("page.png"))
  let file = "Tests/Snapshots/\(page.name).png"
  guard let stored = try? Data(contentsOf: projectFolder.appending(path: file)) else {
    return try tell(file, "there is no such picture yet", writing: data)
  }
  let difference = try PictureDifference(greys(of: stored), greys(of: data))
  if difference.isSmall { return }
  let left = FileManager.default.temporaryDirectory.appending(path: "bayan-snapshots/\(page.name).png")
  try FileManager.default.createDirectory(
    at: left.deletingLastPathComponent(), withIntermediateDirectories: true)
  try data.write(to: left)
  try tell(file, "\(difference); the page as it is now: \(left.path)", writing: data)
}

private struct Greys {
  var width: Int
  var values: [UInt8]
}

private func greys(of data: Data) throws -> Greys {
  let pixels = try Pixels(readPicture(Array(data)))
  return Greys(width: pixels.width, values: pixels.values.map { UInt8($0 & 255) })
}

/// How far two pictures of a page are apart. Versions of poppler and cairo smooth edges differently, which changes many
/// pixels a little; what is lost or has moved changes some of them much.
private struct PictureDifference: CustomStringConvertible {
  /// Of 255.
  var mean = 255.0
  /// Of the pixels, those that differ by more than a quarter of the way from black to white.
  var share = 1.0

  init(_ old: Greys, _ new: Greys) {
    guard old.width == new.width, old.values.count == new.values.count, !old.values.isEmpty else { return }
    let differences = zip(old.values, new.values).map { abs(Int($0) - Int($1)) }
    mean = Double(differences.reduce(0, +)) / Double(differences.count)
    share = Double(differences.count { $0 > 64 }) / Double(differences.count)
  }

  var isSmall: Bool { mean < 2 && share < 0.002 }

  var description: String {
    String(
      format: "the mean difference is %.2f of 255, and %.2f%% of the pixels are others", mean, share * 100)
  }
}

@Test func aLostLineIsMoreThanAPictureMayDiffer() throws {
  let stored = try greys(
    of: Data(contentsOf: projectFolder.appending(path: "Tests/Snapshots/andes-report-2.png")))
  #expect(PictureDifference(stored, stored).isSmall)
  // Softer edges are no loss.
  var softer = stored
  softer.values = stored.values.map { $0 < 245 ? $0 + 10 : $0 }
  #expect(PictureDifference(stored, softer).isSmall)
  // A band as high as a line of text, wherever there is some.
  let rows = stored.values.count / stored.width
  var lost = 0
  for top in stride(from: 0, to: rows - 5, by: 5) {
    let band = top * stored.width..<(top + 5) * stored.width
    guard stored.values[band].count(where: { $0 < 160 }) > 200 else { continue }
    var other = stored
    other.values.replaceSubrange(band, with: [UInt8](repeating: 255, count: band.count))
    lost += 1
    #expect(!PictureDifference(stored, other).isSmall, "row \(top)")
  }
  #expect(lost > 10)
}
