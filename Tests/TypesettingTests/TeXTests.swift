import Foundation
import Graphics
import TestSupport
import Testing

@testable import Typesetting

/// The breaker against TeX: Scripts/tex-breaks had TeX break paragraphs of the interview with the widths of our
/// shaping, and stored both.
@Suite struct TeXTests {
  private static let stored = filePath("tex-breaks.txt")

  /// TeX's own constants, without what it doesn't know: short last lines.
  private var demerits: Demerits {
    var result = Demerits(isJustified: true, rag: 0, tolerance: 9999)
    result.shortLastLine = 0
    return result
  }

  @Test func linesBreakWhereTeXBreaksThem() throws {
    let paragraphs = try storedParagraphs()
    var same = 0
    var compared = 0
    for paragraph in paragraphs {
      for (width, expected) in paragraph.expected {
        let chosen = totalFit(from: start, paragraph.breaks, Measures(width: width), demerits) ?? []
        compared += 1
        same += chosen == expected ? 1 : 0
        // TeX rounds badness to whole numbers: where another choice is as good but for that, either is right.
        let ours = cost(of: chosen, paragraph.breaks, width)
        let theirs = cost(of: expected, paragraph.breaks, width)
        #expect(
          theirs.total - ours.total <= ours.rounding + theirs.rounding, "\(width) pt: \(paragraph.title)")
        #expect(chosen.count == expected.count)
      }
    }
    #expect(compared == 48)
    #expect(same == 48)
    #expect(Set(paragraphs.flatMap { $0.expected.map(\.width) }).count == 3)
  }

  /// Demerits of a choice, and how far they may be off if each badness is by a half.
  private func cost(of chosen: [Int], _ breaks: [Break], _ width: Double) -> (total: Double, rounding: Double)
  {
    var (total, rounding) = (0.0, 0.0)
    var from = start
    var fitness = Demerits.Fitness.decent
    for index in chosen {
      guard let fit = demerits.fit(from: from, to: breaks[index], width: width) else { return (.infinity, 0) }
      total += demerits.demerits(fit, from: from, to: breaks[index], after: fitness)
      rounding += Demerits.perLine + fit.badness
      fitness = fit.fitness
      from = breaks[index]
    }
    return (total, rounding)
  }

  /// Writes the items that TeX is to break; run by Scripts/tex-breaks only.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["BAYAN_TEX_ITEMS"] != nil))
  func writesItemsForTeX() throws {
    let environment = ProcessInfo.processInfo.environment
    let paragraphs = try String(contentsOfFile: environment["BAYAN_TEX_PARAGRAPHS"] ?? "", encoding: .utf8)
    let typesetter = try makeTypesetter()
    var output = ""
    for text in paragraphs.split(separator: "\n") {
      output += "paragraph \(text.prefix(40))\n"
      output += items(String(text), typesetter).joined(separator: "\n") + "\n"
    }
    try output.write(toFile: environment["BAYAN_TEX_ITEMS"] ?? "", atomically: true, encoding: .utf8)
  }

  // MARK: - Items

  private let start = Break(kind: .start, end: 0, next: 0, nextPiece: 0)

  /// "box width stretch shrink" and then what the break after it is: "space width stretch shrink",
  /// "hyphen width", "break penalty", "end".
  private func items(_ text: String, _ typesetter: Typesetter) -> [String] {
    let style = TextStyle(family: "Charis SIL", size: 9.4, language: "en-GB")
    let prepared = typesetter.prepare(RichText(text, style), collapsing: true)
    var allowed = prepared.allowed
    typesetter.hyphenate(prepared.text, prepared.spans, leaving: prepared.addresses, &allowed)
    let list = BreakList(
      prepared, allowed: allowed, ParagraphSetting(alignment: .justified, hyphenates: true), narrowest: 1000,
      shaper: typesetter.shaper)
    func number(_ value: Double) -> String { value == 0 ? "0" : String(format: "%.5f", value) }
    var before = list.start
    return list.breaks.map { end in
      let box = end.before - before.after
      let glue = end.after - end.before
      before = end
      let item = "box \(number(box.width)) \(number(box.stretch)) \(number(box.shrink)) "
      switch end.kind {
      case .space: return item + "space \(number(glue.width)) \(number(glue.stretch)) \(number(glue.shrink))"
      case .hyphen: return item + "hyphen \(number(end.hyphen))"
      case .plain: return item + (end.isFlagged ? "hyphen 0" : "break \(number(end.penalty))")
      default: return item + "end"
      }
    }
  }

  private struct StoredParagraph {
    var title: String
    var breaks: [Break] = []
    var expected: [(width: Double, breaks: [Int])] = []
  }

  private func storedParagraphs() throws -> [StoredParagraph] {
    var result: [StoredParagraph] = []
    var sum = Extent()
    for line in try String(contentsOfFile: Self.stored, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      switch words[0] {
      case "paragraph":
        result.append(StoredParagraph(title: String(line)))
        sum = Extent()
      case "box":
        let numbers = words.map { Double($0) ?? 0 }
        sum = sum + Extent(width: numbers[1], stretch: numbers[2], shrink: numbers[3])
        let index = result[result.count - 1].breaks.count
        var next = Break(kind: .plain, end: index, next: index, nextPiece: 0, before: sum)
        switch words[4] {
        case "space":
          next.kind = .space
          sum = sum + Extent(width: numbers[5], stretch: numbers[6], shrink: numbers[7])
        case "hyphen":
          next.kind = .hyphen
          next.hyphen = numbers[5]
          next.penalty = 50
          next.isFlagged = true
        case "break": next.penalty = numbers[5]
        default: next.kind = .end
        }
        next.after = sum
        result[result.count - 1].breaks.append(next)
      case "lines":
        result[result.count - 1].expected.append(
          (Double(words[1]) ?? 0, words.dropFirst(2).compactMap { Int($0) }))
      default: break
      }
    }
    return result
  }

  private static func filePath(_ name: String) -> String {
    projectPath("Tests/TypesettingTests/Expected/" + name)
  }
}
