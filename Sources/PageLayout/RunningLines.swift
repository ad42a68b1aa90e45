import Graphics
import Typesetting

/// The header and footer of a page, and nothing else of it: decoration to a screen reader.
struct RunningLines {
  let setter: Setter
  let values: [Placeholders.Name: String]
  /// Where the values come from, for messages.
  let packFile: String

  private var layout: Layout { setter.layout }

  func add(to page: inout Frame) {
    if let header = layout.header {
      page.add(frame(header, size: page.size, baseline: header.distance, ruleBelow: true), at: .zero, tag: .artifact)
    }
    if let footer = layout.footer {
      let baseline = page.size.height - footer.distance
      page.add(frame(footer, size: page.size, baseline: baseline, ruleBelow: false), at: .zero, tag: .artifact)
    }
  }

  private func frame(_ line: Layout.RunningLine, size: Size, baseline: Double, ruleBelow: Bool) -> Frame {
    var frame = Frame(size: size)
    let (left, right) = (layout.body.minX, layout.body.maxX)
    let rightText = setter.typesetter.line(text(line.right))
    var leftText = setter.typesetter.line(text(line.left))
    if leftText.width > right - left - rightText.width - layout.grid.gutter {
      leftText = shortened(line.left, width: right - left - rightText.width - layout.grid.gutter)
    }
    frame.add(leftText.frame, at: Point(left, baseline - leftText.ascent))
    frame.add(rightText.frame, at: Point(right - rightText.width, baseline - rightText.ascent))
    if line.hasRule {
      let size = layout.style(.running).text.size
      let y = ruleBelow ? baseline + size * 0.7 : baseline - size * 1.55
      frame.stroke(.line(from: Point(left, y), to: Point(right, y)), Stroke(layout.color(.hairline), width: 0.6))
    }
    return frame
  }

  /// A running line mustn't take two: its last parts (between middle dots) are left out until it fits.
  private func shortened(_ line: String, width: Double) -> Line {
    var parts = line.split(separator: " · ", omittingEmptySubsequences: false).map(String.init)
    while parts.count > 1 {
      parts.removeLast()
      let shorter = setter.typesetter.line(text(parts.joined(separator: " · ")))
      if shorter.width <= width { return shorter }
    }
    let lines = setter.typesetter.paragraph(
      text(parts.joined()), ParagraphSetting(), measures: Measures(width: max(width, 1)))
    return lines.first ?? setter.typesetter.line(text(""))
  }

  /// "**…**" is set in the folio's style, the rest in the running line's.
  private func text(_ line: String) -> RichText {
    let filled = Placeholders.fill(line, with: values)
    let parts = filled.split(separator: "**", omittingEmptySubsequences: false)
    let spans = parts.enumerated().map { index, part in
      RichText.Span(String(part), setter.style(index % 2 == 1 ? .folio : .running))
    }
    return RichText(spans, file: filled == line ? layout.file : packFile)
  }
}
