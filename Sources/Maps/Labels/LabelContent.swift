import Graphics
import Typesetting

/// What a label says, set: badges of numbers, then lines of text.
struct LabelContent {
  private struct Badge {
    var center: Point
    var radius: Double
    var number: Typesetting.Line
  }

  private(set) var size: Size
  /// From the upper edge to the middle of the first line's letters.
  private(set) var axis: Double
  private var lines: [(line: Typesetting.Line, origin: Point)] = []
  private var badges: [Badge] = []
  private let typeSize: Double

  /// One line, with the numbers of events before it, on discs whose colour the page's ground stands out from.
  init(
    _ text: RichText, numbers: [Int] = [], style: TextStyle, leastType: Double, paper: Color = .white,
    typesetter: Typesetter
  ) {
    // Without text the numbers stand as they would beside some.
    let line = typesetter.line(text.spans.isEmpty ? RichText(" ", style) : text)
    typeSize = style.size
    // The middle of lower-case letters with their ascenders, where a label looks level with its dot.
    axis = line.ascent - 0.34 * typeSize
    var x = 0.0
    for number in numbers {
      var style = style
      style.size = max(min(leastType, style.size), style.size * 0.85)
      style.weight = max(600, style.weight)
      style.color = paper
      style.halo = nil
      let set = typesetter.line(RichText(String(number), style))
      let radius = max(set.width / 2 + 1.6, typeSize * 0.62)
      badges.append(Badge(center: Point(x + radius, axis), radius: radius, number: set))
      x += 2 * radius + 1.5
    }
    if !numbers.isEmpty { x += 1 }
    lines = [(line, Point(x, 0))]
    size = Size(x + line.width, line.ascent + line.descent)
  }

  /// Several lines of about the same length, none wider than `width` if it can be broken.
  init(_ text: RichText, width: Double, typesetter: Typesetter) {
    typeSize = text.spans.first?.style.size ?? 8
    var setting = ParagraphSetting()
    setting.alignment = .left
    func broken(_ width: Double) -> [Typesetting.Line] {
      typesetter.paragraph(text, setting, measures: Measures(width: width))
    }
    var set = broken(width)
    // The narrowest block of as many lines.
    for share in [0.6, 0.7, 0.8, 0.9] where set.count > 1 {
      let narrower = broken(share * width)
      guard narrower.count == set.count, narrower.allSatisfy({ $0.width <= width * share }) else { continue }
      set = narrower
      break
    }
    let leading = (set.first.map { $0.ascent + $0.descent } ?? 0)
    lines = set.enumerated().map { ($1, Point(0, Double($0) * leading)) }
    size = Size(set.map(\.width).max() ?? 0, leading * Double(set.count))
    axis = size.height / 2
  }

  /// The label, its text outlined in the colour of the ground.
  func frame(over ground: Color, ink: Color) -> Frame {
    var frame = Frame(size: size)
    for badge in badges {
      frame.fill(.circle(center: badge.center, radius: badge.radius), ink)
      frame.add(
        badge.number.frame,
        at: Point(
          badge.center.x - badge.number.width / 2,
          badge.center.y - badge.number.ascent + 0.36 * typeSize * 0.85))
    }
    let halo = Stroke(ground, width: typeSize * 0.24, cap: .round)
    for (line, origin) in lines { frame.add(line.frame.outlined(halo), at: origin) }
    return frame
  }
}

extension Frame {
  /// The same with a halo around its text.
  func outlined(_ halo: Stroke) -> Frame {
    var frame = self
    for index in frame.items.indices {
      switch frame.items[index].item {
      case .text(var run):
        run.halo = halo
        frame.items[index].item = .text(run)
      case .group(let inner, let tag): frame.items[index].item = .group(inner.outlined(halo), tag)
      default: break
      }
    }
    return frame
  }
}
