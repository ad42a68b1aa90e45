import ChartGrammar
import Evidence
import Foundation
import Graphics
import TestSupport
import Testing

@testable import Charts

/// The colours as Layouts/theme.yml has them, which is what is printed.
private func palette() throws -> (series: [Color], style: ChartStyle) {
  let theme = try contents("Layouts/theme.yml")
  func color(_ name: String) throws -> Color {
    let line = try #require(
      theme.split(separator: "\n").first { $0.trimmingPrefix(while: \.isWhitespace).hasPrefix(name + ":") })
    return try #require(line.firstIndex(of: "#").flatMap { Color(hex: String(line[$0...].prefix(7))) })
  }
  var style = style()
  (style.primary, style.secondary) = (try color("one"), try color("two"))
  (style.primaryTint, style.secondaryTint) = (try color("one-tint"), try color("two-tint"))
  (style.grey, style.ink) = (try color("grey"), try color("ink"))
  (style.hairline, style.paper) = (try color("hairline"), try color("paper"))
  return (style.seriesColors, style)
}

private typealias Vector = SIMD3<Double>

private func linear(_ color: Color) -> Vector {
  func decode(_ value: Double) -> Double {
    value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
  return Vector(decode(color.red), decode(color.green), decode(color.blue))
}

private func times(_ rows: [Vector], _ vector: Vector) -> Vector {
  Vector((rows[0] * vector).sum(), (rows[1] * vector).sum(), (rows[2] * vector).sum())
}

/// CIELAB with D65, of linear sRGB (IEC 61966-2-1).
private func lab(_ rgb: Vector) -> Vector {
  let xyz = times(
    [
      Vector(0.4124564, 0.3575761, 0.1804375), Vector(0.2126729, 0.7151522, 0.0721750),
      Vector(0.0193339, 0.1191920, 0.9503041),
    ], rgb)
  func f(_ t: Double) -> Double { t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116 }
  let (x, y, z) = (f(xyz.x / 0.95047), f(xyz.y), f(xyz.z / 1.08883))
  return Vector(116 * y - 16, 500 * (x - y), 200 * (y - z))
}

/// Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG
/// 2009: their matrices for severity 1.
private let deficiencies: [(name: String, rows: [Vector])] = [
  ("none", [Vector(1, 0, 0), Vector(0, 1, 0), Vector(0, 0, 1)]),
  (
    "protanopia",
    [
      Vector(0.152286, 1.052583, -0.204868), Vector(0.114503, 0.786281, 0.099216),
      Vector(-0.003882, -0.048116, 1.051998),
    ]
  ),
  (
    "deuteranopia",
    [
      Vector(0.367322, 0.860646, -0.227968), Vector(0.280085, 0.672501, 0.047413),
      Vector(-0.011820, 0.042940, 0.968881),
    ]
  ),
  (
    "tritanopia",
    [
      Vector(1.255528, -0.076749, -0.178779), Vector(-0.078411, 0.930809, 0.147602),
      Vector(0.004733, 0.691367, 0.303900),
    ]
  ),
  (
    "greyscale",
    [Vector(0.2126, 0.7152, 0.0722), Vector(0.2126, 0.7152, 0.0722), Vector(0.2126, 0.7152, 0.0722)]
  ),
]

private func distance(_ a: Color, _ b: Color, _ rows: [Vector]) -> Double {
  let difference = lab(times(rows, linear(a))) - lab(times(rows, linear(b)))
  return (difference * difference).sum().squareRoot()
}

/// 100 is black to white; 2.3 can just be told apart side by side.
private let farEnough = 10.0

@Test func theColoursOfSeriesStayApartForEveryEyeAndInGrey() throws {
  let (colors, _) = try palette()
  for (name, rows) in deficiencies {
    for (index, color) in colors.enumerated() {
      for other in colors[(index + 1)...] {
        #expect(distance(color, other, rows) >= farEnough, "\(color.hex) and \(other.hex), \(name)")
      }
    }
  }
}

/// Parts of a whole touch; after the last colour comes the first again.
@Test func coloursThatTouchInAStripDifferMuchInGrey() throws {
  let (colors, _) = try palette()
  #expect(colors.count == 6)
  let grey = try #require(deficiencies.last).rows
  for (color, next) in zip(colors, colors.dropFirst() + colors.prefix(1)) {
    #expect(distance(color, next, grey) >= 1.1 * farEnough, "\(color.hex) beside \(next.hex)")
  }
}

@Test func marksOrTheirEdgesStandOutOfThePaperForEveryEye() throws {
  let (colors, style) = try palette()
  for color in colors + [style.receding] {
    let edge = style.edge(of: color)
    for (name, rows) in deficiencies {
      #expect(distance(edge, style.paper, rows) >= 3 * farEnough, "\(color.hex), \(name)")
    }
    // WCAG 2.2, 1.4.11.
    #expect(edge.contrast(with: style.paper) >= 3, "\(color.hex)")
  }
  // 1.4.3.
  for color in [style.ink, style.grey] { #expect(color.contrast(with: style.paper) >= 4.5) }
  // What recedes, and country one and the third and fourth series, need none.
  for color in [style.receding, style.primary, colors[2], colors[3]] {
    #expect(style.edge(of: color) == color)
  }
}

@Test func paleMarksAreDrawnWithTheirEdges() throws {
  let (colors, style) = try palette()
  for color in colors where color.contrast(with: style.paper) < 3 {
    for look in BarLook.allCases {
      var frame = Frame(size: Size(40, 40))
      BarPainter(color, style).paint(look, Rect(x: 5, y: 5, width: 20, height: 10), on: &frame)
      MarkerPainter(color, style).paint(look, at: Point(30, 30), on: &frame)
      let outlines = frame.leaves.compactMap { leaf -> Stroke? in
        if case .shape(_, _, let stroke?) = leaf.item { stroke } else { nil }
      }
      #expect(outlines.count == 2, "\(color.hex), \(look)")
      for outline in outlines {
        #expect(outline.color.contrast(with: style.paper) >= 3, "\(color.hex), \(look)")
      }
    }
  }
}

@Test func linesOfSeriesStayApartAndStandOut() throws {
  let (colors, style) = try palette()
  // As many as a chart of lines may have.
  let lines = colors.prefix(4).map(style.edge)
  for (name, rows) in deficiencies {
    for (index, color) in lines.enumerated() {
      for other in lines[(index + 1)...] {
        #expect(distance(color, other, rows) >= farEnough, "\(color.hex) and \(other.hex), \(name)")
      }
    }
  }
  let years = ["2016", "2017"].map { year in
    ["a", "b"].enumerated().map { index, name in
      figure(name + year, String(index + 2), year, label: name)
    }
  }.flatMap(\.self)
  let chart = ChartDescription(
    .lines, series: ["a", "b"].map { name in Series(name: name, figures: years.filter { $0.label == name }) })
  let frame = try drawChart(chart, size: Size(240, 160), typesetter: shippedTypesetter(), style: style)
  let drawn = frame.strokes { $0.width >= 0.9 }
  #expect(drawn.count >= 2)
  #expect(frame.strokes { $0.width == 1.5 && $0.color.contrast(with: style.paper) < 3 }.isEmpty)
}

@Test func looksOfOneColourAreToldApartByLightnessOrPattern() throws {
  let (_, style) = try palette()
  for color in [style.primary, style.secondary] {
    let partial = BarPainter(color, style).partialFill
    for (name, rows) in deficiencies {
      // Solid, pale and hollow; hatch and dashes are patterns.
      #expect(distance(color, partial, rows) >= farEnough, "\(color.hex), \(name)")
      #expect(distance(partial, style.paper, rows) >= farEnough, "\(color.hex), \(name)")
      #expect(
        distance(color, style.receding, rows) >= farEnough || color == style.secondary,
        "\(color.hex), \(name)")
    }
  }
}

@Test func textOnMarksCanBeRead() throws {
  let (colors, style) = try palette()
  for color in colors {
    let isDark = style.paper.contrast(with: color) >= 4.5
    #expect((isDark ? style.paper : style.ink).contrast(with: color) >= 4.5, "\(color.hex)")
  }
}
