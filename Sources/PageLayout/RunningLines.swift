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
      frame.stroke(
        .line(from: Point(left, y), to: Point(right, y)), Stroke(layout.color(.hairline), width: 0.6))
    }
    return frame
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
