import ChartGrammar
import Diagnostics
import Evidence
import Foundation
import Graphics
import TestSupport
import Typesetting

@testable import Charts

func typesetter() throws -> Typesetter {
  Typesetter(
    fonts: try FontLibrary(configuration: projectPath("Fonts/fonts.conf"), families: ["Charis SIL", "Inter"]))
}

/// A style as a report's theme makes it; `size` is that of the axis labels in points.
func style(_ size: Double = 7) -> ChartStyle {
  let ink = Color(hex: "#1A2230") ?? .black
  let grey = Color(hex: "#5B6675") ?? .black
  let text = TextStyle(family: "Inter", size: size, color: ink, features: ["tnum"])
  var values = text
  values.size = size * 1.07
  values.weight = 600
  return ChartStyle(
    values: values, axisLabels: text, eventLabels: text, ink: ink, grey: grey,
    hairline: Color(hex: "#D5DAE0") ?? .black, primary: Color(hex: "#0B4F6C") ?? .black,
    primaryTint: Color(hex: "#DCE8EF") ?? .black, secondary: Color(hex: "#E08E45") ?? .black,
    secondaryTint: Color(hex: "#FBE6D2") ?? .black)
}

let here = SourceLocation(file: "figures.csv", line: 2)

func figure(
  _ id: String, _ value: String, _ period: String? = nil, unit: String = "USD bn",
  qualifier: Qualifier = .exact, status: Status = .actual, label: String = "Mutual trade"
) -> Figure {
  Figure(
    id: id, label: label, value: Decimal(string: value) ?? 0, unit: Evidence.Unit(unit),
    period: period.flatMap { Period($0) }, qualifier: qualifier, status: status, location: here)
}

let trade = [
  figure("t2012", "2.5", "2012", qualifier: .about),
  figure("t2015", "3.2", "2015", qualifier: .moreThan),
  figure("t2017", "2", "2017", qualifier: .about),
  figure("t2018-9m", "2", "2018-01/2018-09", qualifier: .moreThan),
  figure("t2018", "3", "2018", status: .target),
  figure("t2020", "5", "2020", status: .target),
]

let derivedTrade = figure(
  "t2017-9m", "1.43", "2017-01/2017-09", qualifier: .about, status: .derived)
