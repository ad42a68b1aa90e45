import Foundation
import Graphics
import Typesetting

/// A line of text in the style of the layout's running lines, for what is printed beside the pages themselves.
///
/// - Parameters:
///   - text: one line.
///   - layout: whose style it takes.
///   - typesetter: opened with the layout's families.
///   - language: of the text, BCP 47.
/// - Returns: a frame as large as the line.
public func setLine(_ text: String, layout: Layout, typesetter: Typesetter, language: String) -> Frame {
  let setter = Setter(layout: layout, typesetter: typesetter, language: language)
  let line = typesetter.line(RichText([RichText.Span(text, setter.style(.running))], file: layout.file))
  var frame = Frame(size: Size(line.width, line.ascent + line.descent))
  frame.add(line.frame, at: .zero)
  return frame
}

/// The header and footer of a page, and nothing else of it: decoration to a screen reader.
struct RunningLines {
  let setter: Setter
  let values: [Placeholders.Name: String]
  /// Where the values come from, for messages.
  let packFile: String

  private var layout: Layout { setter.layout }

  /// The header of a page of this size.
  func header(size: Size) -> Frame? {
    layout.header.map { frame($0, size: size, baseline: $0.distance, ruleBelow: true) }
  }

  func footer(size: Size) -> Frame? {
    layout.footer.map { frame($0, size: size, baseline: size.height - $0.distance, ruleBelow: false) }
  }

  private func frame(_ line: Layout.RunningLine, size: Size, baseline: Double, ruleBelow: Bool) -> Frame {
    var frame = Frame(size: size)
    var (left, right) = (layout.body.minX, layout.body.maxX)
    let room = pictureRoom(line, size: size, baseline: baseline, ruleBelow: ruleBelow)
    let gap = layout.grid.gutter
    if let picture = line.left.picture {
      left += add(picture, in: room, at: { _ in left }, baseline: baseline, to: &frame) + gap
    }
    if let picture = line.right.picture {
      right -= add(picture, in: room, at: { right - $0 }, baseline: baseline, to: &frame) + gap
    }
    let rightText = setter.typesetter.line(text(line.right.text))
    var leftText = setter.typesetter.line(text(line.left.text))
    if leftText.width > right - left - rightText.width - gap {
      leftText = shortened(line.left.text, width: right - left - rightText.width - gap)
    }
    frame.add(leftText.frame, at: Point(left, baseline - leftText.ascent))
    frame.add(rightText.frame, at: Point(right - rightText.width, baseline - rightText.ascent))
    if line.hasRule {
      let y = ruleHeight(baseline, isBelow: ruleBelow)
      frame.stroke(
        .line(from: Point(layout.body.minX, y), to: Point(layout.body.maxX, y)),
        Stroke(layout.color(.hairline), width: 0.6))
    }
    return frame
  }

  private func ruleHeight(_ baseline: Double, isBelow: Bool) -> Double {
    let size = layout.style(.running).text.size
    return isBelow ? baseline + size * 0.7 : baseline - size * 1.55
  }

  /// Where a picture may stand: in its margin, and on its side of the rule.
  private func pictureRoom(
    _ line: Layout.RunningLine, size: Size, baseline: Double, ruleBelow: Bool
  ) -> ClosedRange<Double> {
    let gap = line.hasRule ? Self.gapToRule : 0
    let rule = ruleHeight(baseline, isBelow: ruleBelow)
    if ruleBelow { return 0...max(line.hasRule ? rule - gap : layout.body.minY, 1) }
    return min(line.hasRule ? rule + gap : layout.body.maxY, size.height - 1)...size.height
  }

  /// Between a picture and the rule, in points.
  private static let gapToRule = 3.0

  /// Adds a picture whose middle is the line's own, or as near to it as there is room.
  ///
  /// - Returns: its width.
  private func add(
    _ placed: PlacedPicture, in room: ClosedRange<Double>, at left: (Double) -> Double, baseline: Double,
    to frame: inout Frame
  ) -> Double {
    let height = room.upperBound - room.lowerBound
    let own = placed.size(in: Size(layout.body.width / 2, height))
    let middle = baseline - 0.36 * layout.style(.running).text.size
    let top = min(max(middle - own.height / 2, room.lowerBound), room.upperBound - own.height)
    frame.add(.picture(placed.picture, own), at: Point(left(own.width), top))
    return own.width
  }

  /// A running line mustn't take two: its last parts (between middle dots) are left out until it fits; if one alone is
  /// too long, its last words are, and an ellipsis says so.
  private func shortened(_ line: String, width: Double) -> Line {
    var parts = Placeholders.fill(line, with: values).components(separatedBy: " · ")
    while parts.count > 1 {
      parts.removeLast()
      let shorter = setter.typesetter.line(marked(parts.joined(separator: " · ")))
      if shorter.width <= width { return shorter }
    }
    var words = parts[0].components(separatedBy: " ")
    while words.count > 1 {
      words.removeLast()
      let shorter = setter.typesetter.line(marked(words.joined(separator: " ") + "…"))
      if shorter.width <= width { return shorter }
    }
    return setter.typesetter.line(marked("…"))
  }

  /// "**…**" is set in the folio's style, the rest in the running line's.
  private func text(_ line: String) -> RichText {
    marked(Placeholders.fill(line, with: values))
  }

  private func marked(_ filled: String) -> RichText {
    let parts = filled.split(separator: "**", omittingEmptySubsequences: false)
    let spans = parts.enumerated().map { index, part in
      RichText.Span(String(part), setter.style(index % 2 == 1 ? .folio : .running))
    }
    return RichText(spans, file: packFile)
  }
}
