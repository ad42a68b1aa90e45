import Foundation
import Graphics
import TestSupport
import Testing

@testable import Typesetting

/// The spaces of the shipped interview, as a report sets it.
@Suite struct EvenSpacesTests {
  private let style = TextStyle(family: "Charis SIL", size: 9.4, language: "en-GB")
  private let setting = ParagraphSetting(
    alignment: .justified, hyphenates: true, protrusion: 1, expansion: 0.02, tracking: 5)

  @Test(arguments: [310.0, 320, 330])
  func spacesAreEven(width: Double) throws {
    let typesetter = try makeTypesetter()
    var gaps: [Double] = []
    for text in try paragraphs() {
      let lines = typesetter.paragraph(RichText(text, style), setting, measures: Measures(width: width))
      gaps += lines.dropLast().compactMap(meanGap)
    }
    let mean = gaps.reduce(0, +) / Double(gaps.count)
    let deviation = (gaps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(gaps.count)).squareRoot()
    #expect(gaps.count > 180)
    #expect(deviation <= 0.3)
    #expect((gaps.max() ?? 0) <= 4)
  }

  /// Mean width of a line's spaces.
  private func meanGap(_ line: Line) -> Double? {
    var gaps: [Double] = []
    for (run, _) in line.runs where !run.text.isEmpty {
      let bytes = Array(run.text.utf8)
      var (byte, glyph) = (0, 0)
      for cluster in run.clusters {
        if bytes[byte] == 0x20, byte + 1 < bytes.count {
          gaps.append(run.glyphs[glyph + 1].x - run.glyphs[glyph].x)
        }
        byte += cluster.bytes
        glyph += cluster.glyphs
      }
    }
    return gaps.isEmpty ? nil : gaps.reduce(0, +) / Double(gaps.count)
  }

  /// The paragraphs of some length, without the footnotes' addresses.
  private func paragraphs() throws -> [String] {
    let transcript = try contents("seeds/kazakh-uzbek/transcript.txt")
    return transcript.replacingOccurrences(of: "\u{0C}", with: "").components(separatedBy: "\n\n")
      .map { block in
        block.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacingOccurrences(
          of: "- ", with: "-")
      }
      .filter { $0.count > 300 && !$0.contains("http") }
  }
}
