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

/// The header and footer of a page, and nothing else of it: decoration to a screen reader, but for the parts that say what
/// stands nowhere else.
struct RunningLines {
  let setter: Setter
  let values: [Placeholders.Name: String]
  /// Where the values come from, for messages.
  let packFile: String
  /// Whether they stand on the document's first page.
  var isFirst = false

  private var layout: Layout { setter.layout }

  /// The header of a page of this size, tagged.
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
    let rightWords = Placeholders.fill(line.right.text, with: values, language: setter.language)
    // The left text has room for some words whatever stands at the right.
    let most = max((right - left - gap) * Self.mostAtTheRight, 0)
    let rightText = setter.typesetter.line(text(shortened(rightWords, width: most)))
    var x = left
    for part in self.parts(of: line.left.text, width: right - left - rightText.width - gap) {
      frame.add(part.line.frame, at: Point(x, baseline - part.line.ascent), tag: part.tag)
      x += part.line.width
    }
    frame.add(
      rightText.frame, at: Point(right - rightText.width, baseline - rightText.ascent), tag: .artifact)
    if line.hasRule {
      let y = ruleHeight(baseline, isBelow: ruleBelow)
      var rule = Frame(size: frame.size)
      rule.stroke(
        .line(from: Point(layout.body.minX, y), to: Point(layout.body.maxX, y)),
        Stroke(layout.color(.hairline), width: 0.6))
      frame.add(rule, at: .zero, tag: .artifact)
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

  /// Of the line that the text at the right takes.
  private static let mostAtTheRight = 0.6
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
    var picture = Frame(size: own)
    picture.add(.picture(placed.picture, own))
    frame.add(picture, at: Point(left(own.width), top), tag: .artifact)
    return own.width
  }

  /// The left text, what is read apart from what is decoration, in no more than a width: its last parts (between middle
  /// dots) are left out until it fits; if one alone is too long, its last words are, and an ellipsis says so.
  private func parts(of line: String, width: Double) -> [(line: Line, tag: Tag)] {
    var parts = line.components(separatedBy: Self.separator).compactMap { part -> Part? in
      let text = Placeholders.fill(part, with: values, language: setter.language)
      let isTitle = part.contains("{\(Placeholders.Name.title.rawValue)}")
      return text.isEmpty ? nil : Part(text: text, isRead: isRead(part), isTitle: isTitle)
    }
    // A long title gives way before others are left out.
    let most = width * Self.mostOfPart
    if parts.count > 1, setter.typesetter.line(text(parts.joined)).width > width {
      for index in parts.indices where parts[index].isTitle {
        parts[index].text = shortened(parts[index].text, width: most)
      }
    }
    while parts.count > 1, setter.typesetter.line(text(parts.joined)).width > width {
      parts.remove(at: parts.lastIndex { !$0.isRead } ?? parts.count - 1)
    }
    if parts.count == 1 { parts[0].text = shortened(parts[0].text, width: width) }
    if isMixed(parts.joined) { return apart(parts) }
    // Dots between parts are decoration.
    let runs = parts.enumerated().map { index, part in
      let follows = index > 0 && !(part.isRead && !parts[index - 1].isRead)
      let precedes = !part.isRead && index + 1 < parts.count && parts[index + 1].isRead
      return Part(
        text: (follows ? Self.separator : "") + part.text + (precedes ? Self.separator : ""),
        isRead: part.isRead)
    }
    let isSameThroughout = Set(runs.map(\.isRead)).count < 2
    let merged = isSameThroughout ? [Part(text: parts.joined, isRead: runs.first?.isRead == true)] : runs
    return merged.map { part in
      (
        setter.typesetter.line(text(part.text)),
        part.isRead ? .structure(StructureTag(.paragraph)) : .artifact
      )
    }
  }

  /// Whether it is read from the right and may hold parts that are not.
  private func isMixed(_ line: String) -> Bool {
    readsRightToLeft(language: setter.language)
      && line.unicodeScalars.contains { isRightToLeftScalar($0.value) }
  }

  /// Each with a place of its own, so that they follow each other as the page is read, whatever their letters.
  private func apart(_ parts: [Part]) -> [(line: Line, tag: Tag)] {
    parts.enumerated().flatMap { index, part in
      let own = (
        line: setter.typesetter.line(text(part.text)),
        tag: part.isRead ? Tag.structure(StructureTag(.paragraph)) : .artifact
      )
      return index == 0 ? [own] : [(setter.typesetter.line(text(Self.separator)), .artifact), own]
    }
  }

  fileprivate struct Part {
    var text: String
    var isRead: Bool
    var isTitle = false
  }

  fileprivate static let separator = " · "
  /// Of a line that is too long.
  private static let mostOfPart = 0.5

  /// Whether a part of a line says what stands nowhere else: of which date the figures are, once, and where those of
  /// this page come from.
  private func isRead(_ part: String) -> Bool {
    (isFirst && part.contains("{\(Placeholders.Name.figuresDate.rawValue)}"))
      || part.contains("{\(Placeholders.Name.sources.rawValue)}")
  }

  /// As many of a line's words as there is room for, found by bisection.
  private func shortened(_ line: String, width: Double) -> String {
    if setter.typesetter.line(text(line)).width <= width { return line }
    let words = line.replacing("**", with: "").split(separator: " ", omittingEmptySubsequences: false)
    let marks = line.hasPrefix("**") && line.hasSuffix("**") ? "**" : ""
    func cut(_ count: Int) -> String { marks + words.prefix(count).joined(separator: " ") + "…" + marks }
    var (low, high) = (0, words.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if setter.typesetter.line(text(cut(middle))).width <= width { low = middle } else { high = middle }
    }
    return low == 0 ? "…" : cut(low)
  }

  /// "**…**" is set in the folio's style, the rest in the running line's.
  private func text(_ filled: String) -> RichText {
    let parts = filled.split(separator: "**", omittingEmptySubsequences: false)
    let spans = parts.enumerated().flatMap { index, part in
      setter.spans(of: String(part), setter.style(index % 2 == 1 ? .folio : .running))
    }
    return RichText(spans, file: packFile)
  }
}

extension [RunningLines.Part] {
  fileprivate var joined: String { map(\.text).joined(separator: RunningLines.separator) }
}
