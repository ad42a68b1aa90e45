import Foundation
import Graphics
import Testing

@testable import Charts

/// The colours as Layouts/theme.yml has them, which is what is printed.
private func palette() throws -> (series: [Color], style: ChartStyle) {
  let theme = try String(contentsOfFile: root + "/Layouts/theme.yml", encoding: .utf8)
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

@Test func marksStandOutOfThePaperForEveryEye() throws {
  let (colors, style) = try palette()
  for (name, rows) in deficiencies {
    for color in colors + [style.receding] {
      #expect(distance(color, style.paper, rows) >= farEnough, "\(color.hex), \(name)")
    }
  }
  // WCAG 2.2, 1.4.11 and 1.4.3; amber is the theme's, and its marks are labelled in ink.
  #expect(style.primary.contrast(with: style.paper) >= 3)
  #expect(style.secondary.contrast(with: style.paper) >= 2.5)
  for color in [style.ink, style.grey] { #expect(color.contrast(with: style.paper) >= 4.5) }
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
