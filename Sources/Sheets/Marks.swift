import Diagnostics
import Graphics

/// What a print shop cuts, folds and registers by, outside what is kept. Lengths in points.
struct Marks {
  let sheets: Sheets
  let size: Size
  let trim: Rect
  /// Where pages are cut, left to right and top to bottom; empty for the trim's edges.
  var columns: [Double] = []
  var rows: [Double] = []
  var fold: Double?

  init(sheets: Sheets, size: Size, trim: Rect) {
    self.sheets = sheets
    self.size = size
    self.trim = trim
  }

  private static let length = Length.mm(5)
  /// Marks stay this far from the trim even where there is less bleed, so that a cut that is off shows none of them.
  private static let leastDistance = Length.mm(3)
  private static let edge = Length.mm(1)
  /// The usual weight of cutting lines.
  private static let stroke = Stroke(.black, width: 0.25)

  /// How much room bleed and marks take on each side of what is kept.
  static func surround(_ sheets: Sheets) -> Double {
    sheets.marks.isEmpty ? sheets.bleed : max(sheets.bleed, leastDistance) + length + edge
  }

  private var distance: Double { max(sheets.bleed, Self.leastDistance) }

  /// All marks of a side; `information` sets the text that stands on its edge.
  func frame(
    information: (String) throws(DiagnosticError) -> Frame, text: String
  ) throws(DiagnosticError) -> Frame {
    var frame = Frame(size: size)
    if sheets.marks.contains(.crop) { addCropMarks(to: &frame) }
    if sheets.marks.contains(.registration) { addRegistrationMarks(to: &frame) }
    if sheets.marks.contains(.information) { add(try information(text), to: &frame) }
    return frame
  }

  private func addCropMarks(to frame: inout Frame) {
    let (near, far) = (distance, distance + Self.length)
    for x in columns.isEmpty ? [trim.minX, trim.maxX] : columns {
      frame.stroke(.line(from: Point(x, trim.minY - far), to: Point(x, trim.minY - near)), Self.stroke)
      frame.stroke(.line(from: Point(x, trim.maxY + near), to: Point(x, trim.maxY + far)), Self.stroke)
    }
    for y in rows.isEmpty ? [trim.minY, trim.maxY] : rows {
      frame.stroke(.line(from: Point(trim.minX - far, y), to: Point(trim.minX - near, y)), Self.stroke)
      frame.stroke(.line(from: Point(trim.maxX + near, y), to: Point(trim.maxX + far, y)), Self.stroke)
    }
    if let fold {
      let dashed = Stroke(.black, width: 0.25, dash: [2, 1.5])
      frame.stroke(.line(from: Point(fold, trim.minY - far), to: Point(fold, trim.minY - near)), dashed)
      frame.stroke(.line(from: Point(fold, trim.maxY + near), to: Point(fold, trim.maxY + far)), dashed)
    }
  }

  /// A circle and a cross in the middle of each edge; beside the fold where there is one.
  private func addRegistrationMarks(to frame: inout Frame) {
    let away = distance + Self.length / 2
    let aside = fold == nil ? 0 : Length.mm(12)
    for center in [
      Point(trim.midX + aside, trim.minY - away), Point(trim.midX + aside, trim.maxY + away),
      Point(trim.minX - away, trim.midY), Point(trim.maxX + away, trim.midY),
    ] {
      let reach = Self.length / 2
      frame.stroke(.circle(center: center, radius: Length.mm(1.5)), Self.stroke)
      frame.stroke(
        .line(from: Point(center.x - reach, center.y), to: Point(center.x + reach, center.y)), Self.stroke)
      frame.stroke(
        .line(from: Point(center.x, center.y - reach), to: Point(center.x, center.y + reach)), Self.stroke)
    }
  }

  /// A line of text below the lower edge, between the left crop mark and the registration mark.
  private func add(_ line: Frame, to frame: inout Frame) {
    let room = Size(trim.width / 2 - Length.mm(10), Self.length)
    guard line.size.width > 0, line.size.height > 0, room.width > 0 else { return }
    let scale = min(1, room.width / line.size.width, room.height / line.size.height)
    let height = line.size.height * scale
    frame.add(
      .imposed(line, Placement(scale: scale)),
      at: Point(trim.minX + Length.mm(2), trim.maxY + distance + (Self.length - height) / 2))
  }
}
