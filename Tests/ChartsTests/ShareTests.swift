import ChartGrammar
import Diagnostics
import Evidence
import Graphics
import TestSupport
import Testing
import Typesetting

@testable import Charts

private func draw(_ figures: [Figure], _ size: Size = Size(240, 120)) throws -> Frame {
  try drawChart(
    ChartDescription(.share, figures: figures), size: size, typesetter: shippedTypesetter(), style: style())
}

private let border = figure("border", "4", unit: "%", qualifier: .about, label: "of the common border")

@Test func fourPerCentAreVisibleAndTrueToScale() throws {
  let parts = try draw([border]).filled()
  #expect(parts.count == 2)
  #expect(abs(parts[0].width - 240) < 0.1)
  #expect(abs(parts[1].width - 9.6) < 0.1)
  #expect(parts[1].height >= 14)
}

@Test func partsStandSideBySideAndAddUp() throws {
  let figures = [
    figure("a", "12", unit: "%", label: "metals"), figure("b", "41.5", unit: "%", label: "machinery"),
    figure("c", "22", unit: "%", label: "textiles"),
  ]
  let frame = try draw(figures)
  let parts = frame.filled().dropFirst()
  #expect(parts.count == 3)
  for (part, (left, width)) in zip(parts, [(0, 28.8), (28.8, 99.6), (128.4, 52.8)]) {
    #expect(abs(part.minX - left) < 0.1)
    #expect(abs(part.width - width) < 0.1)
  }
  #expect(frame.writtenLines.contains("24.5%"))
  #expect(frame.labelFaults == [])
}

@Test func theRestIsOnlyNamedWhereAllPartsAreExact() throws {
  #expect(try !draw([border]).writtenLines.contains("96%"))
  var exact = border
  exact.qualifier = .exact
  #expect(try draw([exact]).writtenLines.contains("96%"))
}

@Test func aStripStaysAStripInATallArea() throws {
  let strip = try draw([border], Size(240, 600)).filled()[0]
  #expect(strip.height <= 240 * 0.15)
}

@Test func labelsOfTwoPartsUseTheWidthOfTheirParts() throws {
  let figures = [
    figure("a", "48", unit: "%", label: "Joint ventures in the regions at the border"),
    figure("b", "51", unit: "%", label: "Agreements signed between the two states since independence"),
  ]
  let frame = try drawChart(
    ChartDescription(.share, figures: figures), size: Size(640, 240), typesetter: shippedTypesetter(),
    style: style(13))
  #expect(frame.labelFaults == [])
  // Two lines for each.
  #expect(frame.writings.filter { !$0.text.contains("%") }.count == 4, "\(frame.writtenLines)")
}

@Test func neighboursInAStripOfManyPartsDifferAndEachIsNamed() throws {
  let figures = (1...12).map { figure("p\($0)", "8", unit: "%", label: "part \($0)") }
  let frame = try draw(figures, Size(480, 160))
  #expect(frame.labelFaults == [])
  for part in figures { #expect(frame.writtenLines.contains(part.label)) }
  let colors = (0..<12).map { style().color(ofSeries: $0) }
  #expect(zip(colors, colors.dropFirst()).allSatisfy { $0 != $1 })
}

@Test func nextToAPoleStandsNoLabelButItsOwn() throws {
  let names = [
    "Agriculture", "Industry with energy and construction", "Trade", "Services to households",
    "Public services and defence", "Transport", "Other",
  ]
  let figures = zip(names, ["8", "29", "18", "12", "20", "7", "6"]).map {
    figure($0, $1, unit: "%", label: $0)
  }
  for width in stride(from: 113.0, through: 500, by: 43) {
    guard let frame = try? draw(figures, Size(width, 400)) else { continue }
    let poles = frame.leaves.compactMap { leaf -> Rect? in
      guard case .shape(_, nil, let stroke?) = leaf.item, stroke.color == style().grey, let box = leaf.bounds,
        box.width < 0.01, box.height > 20
      else { return nil }
      return box
    }
    #expect(poles.count >= figures.count)
    for pole in poles {
      let near = frame.writings.filter { text in
        text.box.minY < pole.maxY && text.box.maxY > pole.minY
          && max(text.box.minX - pole.minX, pole.minX - text.box.maxX) < 3
      }
      #expect(near.count { $0.text.hasSuffix("%") } == 1, "\(width): \(near.map(\.text))")
      let numeral = try #require(near.first { $0.text.hasSuffix("%") })
      #expect(near.allSatisfy { $0.box.minY >= numeral.box.minY - 0.1 })
    }
  }
}

@Test func labelsOfFewPartsStandOnOneLevel() throws {
  let parts = [("a", "41", "by rail"), ("b", "38", "by road"), ("c", "9", "by barge")]
  let figures = parts.map { figure($0, $1, unit: "%", label: $2) }
  for width in [200.0, 300, 420, 640] {
    let frame = try draw(figures, Size(width, 160))
    let numerals = frame.writings.filter { ["41%", "38%", "9%"].contains($0.text) }
    #expect(Set(numerals.map { ($0.box.maxY * 10).rounded() }).count == 1, "\(width)")
  }
}
