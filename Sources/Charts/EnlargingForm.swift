import Diagnostics
import Graphics

/// A form of rows or parts, whose words may be set larger in a large area.
///
/// Axes of years use all the room for their marks; a few rows would be lost in it.
protocol EnlargingForm: ChartForm {
  /// Whether everything has its place and air around it.
  func isAtEase(in size: Size) -> Bool
}

/// A form in its own type, and in larger type where it is at ease.
struct FormOfTwoSizes: ChartForm {
  let plain: any EnlargingForm
  let large: any EnlargingForm

  func heights(width: Double) -> (least: Double, best: Double)? {
    guard let heights = plain.heights(width: width) else { return nil }
    guard let best = large.heights(width: width)?.best, large.isAtEase(in: Size(width, best)) else {
      return heights
    }
    return (heights.least, max(heights.best, best))
  }

  func draw(size: Size, leftOut: inout [String]) throws(DiagnosticError) -> Frame {
    try (large.isAtEase(in: size) ? large : plain).draw(size: size, leftOut: &leftOut)
  }
}
