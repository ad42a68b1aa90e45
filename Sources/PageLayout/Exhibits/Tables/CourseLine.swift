import ChartGrammar
import Graphics

/// A small line through a row's figures, in true time and on a scale of its own, with a point at its end: a ring where that is an
/// estimate. It is broken where a period has no figure.
struct CourseLine {
  let table: TableDescription
  let cells: [TableDescription.Cell?]
  let size: Size
  let layout: Layout

  /// Of the point at the end, in heights of the line's room.
  private static let radius = 0.13
  /// Room above and below.
  private static let inset = 0.18

  var frame: Frame {
    var frame = Frame(size: size)
    let runs = table.course(of: cells)
    let values = runs.joined().map(\.value)
    guard let times = table.courseTimes, let least = values.min(), let greatest = values.max() else {
      return frame
    }
    let radius = size.height * Self.radius
    let (top, bottom) = (size.height * Self.inset, size.height * (1 - Self.inset))
    func place(_ point: TableDescription.CoursePoint) -> Point {
      let x = (point.time - times.lowerBound) / max(times.upperBound - times.lowerBound, 1)
      // What never changes is in the middle.
      let y = greatest > least ? (point.value - least) / (greatest - least) : 0.5
      return Point(radius + x * (size.width - 2 * radius), bottom - y * (bottom - top))
    }
    let color = layout.color(.one)
    for run in runs {
      var path = Path()
      for (index, point) in run.enumerated() {
        if index == 0 { path.move(to: place(point)) } else { path.line(to: place(point)) }
      }
      if run.count > 1 {
        frame.stroke(path, Stroke(color, width: 0.8, cap: .round))
      } else if let only = run.first {
        frame.fill(.circle(center: place(only), radius: radius / 2), color)
      }
    }
    guard let last = runs.last?.last else { return frame }
    frame.fill(.circle(center: place(last), radius: radius), color)
    if last.isEstimate {
      frame.fill(.circle(center: place(last), radius: radius * 0.55), layout.color(.paper))
    }
    return frame
  }
}
