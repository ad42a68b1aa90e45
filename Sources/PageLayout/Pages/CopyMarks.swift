import Briefing
import Graphics
import Typesetting

/// What marks a page beside its running lines: the classification in the middle of its upper and lower edges, with
/// whose copy it is, and a watermark over all that stands on it, which it darkens a little. Decoration to a screen reader.
struct CopyMarks {
  let setter: Setter
  let values: [Placeholders.Name: String]
  let packFile: String

  private var layout: Layout { setter.layout }

  /// Both lines of a page of this size; `nil` where there is nothing to say.
  func lines(size: Size) -> Frame? {
    guard let marking = layout.marking else { return nil }
    var frame = Frame(size: size)
    add(marking.header, baseline: marking.distance, to: &frame)
    add(marking.footer, baseline: size.height - marking.distance, to: &frame)
    return frame.items.isEmpty ? nil : frame
  }

  /// In the middle; smaller where it is wider than the body.
  private func add(_ text: String, baseline: Double, to frame: inout Frame) {
    let words = Placeholders.fill(text, with: values, language: setter.language)
    if words.isEmpty { return }
    let line = setter.typesetter.line(RichText(setter.spans(of: words, setter.style(.folio)), file: packFile))
    let factor = min(1, layout.body.width / max(line.width, 1))
    let x = layout.body.minX + (layout.body.width - line.width * factor) / 2
    frame.add(line.frame.scaled(by: factor), at: Point(x, baseline - line.ascent * factor))
  }

  /// Whose copy it is, large and pale along the page's height.
  func watermark(size: Size) -> Frame? {
    let parts = [values[.copy], values[.recipient]].compactMap { $0 }.filter { !$0.isEmpty }
    if parts.isEmpty { return nil }
    var style = setter.style(.title)
    style.color = layout.color(.paper).mixed(with: layout.color(.ink), amount: Self.strength)
    style.halo = nil
    let line = setter.typesetter.line(
      RichText(parts.joined(separator: " · "), style, file: packFile))
    let long = max(size.width, size.height)
    let factor = min(
      long * Self.length / max(line.width, 1), Self.most * min(size.width, size.height) / style.size)
    let words = line.frame.scaled(by: factor).transparent
    var frame = Frame(size: size)
    // Up the page, where it stands; along it, where it lies: the longer way.
    let turns = size.height >= size.width ? 3 : 0
    let taken = turns == 0 ? words.size : Size(words.size.height, words.size.width)
    frame.add(
      .imposed(words, Placement(scale: 1, quarterTurns: turns)),
      at: Point((size.width - taken.width) / 2, (size.height - taken.height) / 2))
    return frame
  }

  /// How much of the ink's colour: seen at a glance, and text on it keeps its contrast.
  private static let strength = 0.08
  /// Share of the page's longer side that it takes.
  private static let length = 0.8
  /// Largest size of its type, as a share of the page's shorter side.
  private static let most = 0.16
}

extension Frame {
  /// The same, its text as ink that hides nothing.
  fileprivate var transparent: Frame {
    var result = self
    for index in items.indices {
      switch items[index].item {
      case .text(var run):
        run.isTransparent = true
        result.items[index].item = .text(run)
      case .group(let frame, let tag): result.items[index].item = .group(frame.transparent, tag)
      default: break
      }
    }
    return result
  }
}
