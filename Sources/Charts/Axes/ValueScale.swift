import Foundation
import Graphics

/// Where values stand on an axis that always has zero: lengths compare as the values do.
struct ValueScale: Hashable, Sendable {
  /// Points from the plot's edge (top, or left for rows) to zero.
  var zero: Double
  /// Points a unit.
  var scale: Double
  var ticks: Ticks

  /// The place of a value below (above, for negative values) the plot's upper edge.
  func y(_ value: Double) -> Double { zero - scale * value }

  /// A value that the axis must reach, with room that is needed beyond it (for its label).
  struct Need: Hashable, Sendable {
    var value: Double
    /// Points.
    var room: Double
  }

  /// The largest scale at which everything fits: `p·(a − b) + rooms ≤ height` for each upper end a and lower
  /// end b.
  static func fitting(height: Double, upper: [Need], lower: [Need], ticks: Ticks) -> ValueScale {
    let upper = upper.filter { $0.value >= 0 } + [Need(value: 0, room: 0)]
    let lower = lower.filter { $0.value <= 0 } + [Need(value: 0, room: 0)]
    var scale = Double.infinity
    for a in upper {
      for b in lower where a.value > b.value {
        scale = min(scale, max(0, height - a.room - b.room) / (a.value - b.value))
      }
    }
    if scale == .infinity {
      // Only zeros: the baseline stands at the bottom.
      let room = lower.map(\.room).max() ?? 0
      return ValueScale(zero: height - room, scale: 0, ticks: ticks)
    }
    let above = upper.map { $0.value * scale + $0.room }.max() ?? 0
    let below = lower.map { -$0.value * scale + $0.room }.max() ?? 0
    // What is left over stays at the far side of the data, so that the baseline is near the axis labels.
    let zero = below > above ? above : height - below
    return ValueScale(zero: zero, scale: scale, ticks: ticks)
  }
}
