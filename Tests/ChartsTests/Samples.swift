import ChartGrammar
import Diagnostics
import Evidence
import Foundation
import Graphics
import TestSupport
import Typesetting

@testable import Charts

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
