import Foundation
import TestSupport
import Testing

/// The boxes of round paths of many corners in a page of a PDF, by their fill, as poppler reads them.
private func discs(in file: String, page: Int) throws -> [String: [(width: Double, height: Double)]] {
  let svg = try TemporaryFolder().file("page.svg").path
  let run = try tool("pdftocairo", "-svg", "-f", "\(page)", "-l", "\(page)", file, svg)
  try #require(run.status == 0, "\(run.errors)")
  let text = try String(contentsOfFile: svg, encoding: .utf8)
  var result: [String: [(Double, Double)]] = [:]
  for part in text.components(separatedBy: "<path").dropFirst() {
    func attribute(_ name: String) -> String? {
      part.components(separatedBy: " \(name)=\"").dropFirst().first?.components(separatedBy: "\"").first
    }
    // Of poppler's versions some write an attribute, some a style.
    let style = attribute("style")?.split(separator: ";").first { $0.hasPrefix("fill:rgb") }
    guard let fill = style.map(String.init) ?? attribute("fill"), fill.contains("rgb"),
      let data = attribute("d")
    else { continue }
    let numbers = data.split(whereSeparator: { "MLCZ ".contains($0) }).compactMap { Double($0) }
    guard numbers.count > 120, numbers.count < 200 else { continue }
    let xs = stride(from: 0, to: numbers.count - 1, by: 2).map { numbers[$0] }
    let ys = stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
    let size = ((xs.max() ?? 0) - (xs.min() ?? 0), (ys.max() ?? 0) - (ys.min() ?? 0))
    if abs(size.0 - size.1) < 0.05 * size.0 { result[fill, default: []].append(size) }
  }
  return result
}

@Test func areasAreAsWideAsTheirKilometresInThePDF() throws {
  let pack = try SmallPack(
    pack: """
      title: Reach
      language: en-GB
      questions:
        - headline: Two towns and what lies around them
          exhibits:
            - kind: map
              title: Reach
              areas:
                - { around: Berlin, km: 100, label: Near Berlin }
                - { around: Vienna, km: 150, label: Near Vienna }
              corridors:
                - { along: [Paris, Lyon], km: 80, label: To the south }

      """,
    transcript: "An introduction.\n\n1. What is near?\n\nMuch is.\n", summaries: ["**A.** B [¶2]\n"])
  for layout in ["report", "slides"] {
    let (run, file) = try pack.build(layout)
    try #require(run.status == 0, "\(run.errors)")
    #expect(!run.errors.contains("has no room"), "\(run.errors)")
    var widths: [Double] = []
    for page in 1...4 {
      guard let found = try? discs(in: file, page: page) else { break }
      widths = found.values.filter { $0.count == 2 }.first?.map(\.width).sorted() ?? widths
    }
    try #require(widths.count == 2, "\(layout)")
    // The scale of a map of 1,000 km differs by a percent from place to place.
    #expect(abs(widths[1] / widths[0] - 1.5) < 0.03, "\(layout): \(widths)")
    let text = try tool("pdftotext", file, "-").output
    for label in ["Near Berlin", "Near Vienna", "To the south"] { #expect(text.contains(label), "\(layout)") }
  }
}
