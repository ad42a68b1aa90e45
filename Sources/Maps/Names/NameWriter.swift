import Graphics
import Platform
import Typesetting

/// Sets names one after the other, each where there is room left.
struct NameWriter {
  var areas: AreaMap
  let typesetter: Typesetter
  private let mapStyle: MapStyle
  private(set) var names: [SetName] = []
  private var spans: [Int: AreaMap.Span]

  init(areas: AreaMap, typesetter: Typesetter, style: MapStyle) {
    self.areas = areas
    mapStyle = style
    self.typesetter = typesetter
    spans = areas.spans()
  }

  /// After areas have been added.
  mutating func lookAgain() { spans = areas.spans() }

  /// In its area, on one line or, where that is too long, on two or three, with a line of text below it.
  ///
  /// - Returns: whether there was room.
  @discardableResult mutating func add(
    _ name: String, _ style: TextStyle, below: RichText? = nil, area: Int, _ settings: [NameWidth]
  ) -> Bool {
    guard !name.isEmpty else { return false }
    let breaks = divisions(of: name)
    return add(in: area, settings) { writer, setting in
      breaks.map { writer.frame($0, setting.applied(to: style, writer.mapStyle), below: below) }
    }
  }

  /// A value in its area; in the size of its style, since it has to be read.
  mutating func add(_ value: RichText, area: Int) -> Bool {
    add(in: area, [NameWidth(tracking: 1, size: 1, share: 0.95, gap: 0.3)]) { writer, _ in
      [writer.frame(of: writer.typesetter.line(value))]
    }
  }

  /// On the water below, above or beside the largest of its shapes, in the tightest setting; not over other land.
  ///
  /// - Returns: whether there was room.
  mutating func add(_ name: String, _ style: TextStyle, beside shapes: [[Point]], area: Int) -> Bool {
    let bounds = shapes.compactMap { Path.polyline($0, closed: true).bounds }
    guard !name.isEmpty, let tightest = NameWidth.insistent.last,
      let largest = bounds.max(by: { $0.width * $0.height < $1.width * $1.height })
    else { return false }
    let frame = frame([name], tightest.applied(to: style, mapStyle), below: nil)
    let (width, height) = (frame.size.width, frame.size.height)
    let water = areas.extent { $0 == area }
    for gap in stride(from: 2.0, through: 2.5 * height, by: 2) {
      let places = [
        Point(largest.midX - width / 2, largest.maxY + gap),
        Point(largest.midX - width / 2, largest.minY - gap - height),
        Point(largest.maxX + gap, largest.midY - height / 2),
        Point(largest.minX - gap - width, largest.midY - height / 2),
      ]
      for place in places {
        let box = Rect(origin: place, size: frame.size)
        guard areas.isFree(box, gap: 2), water.mean(over: box) > 0.999 else { continue }
        areas.take([box])
        names.append(SetName(frame: frame, box: box))
        return true
      }
    }
    return false
  }

  /// On the water in the middle of shapes that lie far from each other, or as near to it as there is room; on none of them.
  ///
  /// - Returns: whether there was room.
  mutating func add(_ name: String, _ style: TextStyle, amid shapes: [[Point]], area: Int) -> Bool {
    let bounds = shapes.compactMap { Path.polyline($0, closed: true).bounds }
    guard !name.isEmpty, let first = bounds.first else { return false }
    let all = bounds.dropFirst().reduce(first) { $0.union($1) }
    let water = areas.extent { $0 == area }
    for setting in NameWidth.usual {
      let frame = frame([name], setting.applied(to: style, mapStyle), below: nil)
      let size = frame.size
      guard size.width < max(all.width, all.height) else { continue }
      let places = all.places(around: size, step: 0.75 * size.height)
      let place = places.first { place in
        let box = Rect(origin: place, size: size)
        return areas.isFree(box, gap: 4) && areas.isBlank(box) && water.mean(over: box) > 0.999
          && !bounds.contains { $0.insetBy(-2).overlaps(box) }
      }
      guard let place else { continue }
      let box = Rect(origin: place, size: size)
      areas.take([box])
      names.append(SetName(frame: frame, box: box))
      return true
    }
    return false
  }

  private mutating func add(
    in area: Int, _ settings: [NameWidth], _ make: (NameWriter, NameWidth) -> [Frame]
  ) -> Bool {
    guard let span = spans[area] else { return false }
    var extent: SummedGrid?
    for setting in settings {
      let frames = make(self, setting)
      for frame in frames {
        guard span.holds(Size(min(frame.size.width, frame.size.height * 2), frame.size.height), share: 0.5),
          span.holds(frame.size, share: setting.share)
        else { continue }
        let inside = extent ?? areas.extent(of: area)
        extent = inside
        let gap = setting.gap * 0.7 * frames[0].size.height
        guard
          let box = areas.place(frame.size, in: area, span, inside: inside, share: setting.share, gap: gap)
        else { continue }
        areas.take([box])
        names.append(SetName(frame: frame, box: box))
        return true
      }
    }
    return false
  }

  /// Along their courses.
  mutating func add(_ rivers: RiverNames, _ style: TextStyle, over colors: AreaColors) {
    names += rivers.set(style, typesetter, over: colors, among: &areas)
  }

  /// At the first place on the frame's edge that is free, or not at all.
  mutating func add(_ mark: GraticuleMark, _ style: TextStyle, over colors: AreaColors, in size: Size) {
    for place in mark.places {
      let line = typesetter.line(RichText(mark.text, style))
      let (width, height) = (line.width, line.ascent + line.descent)
      let (x, y) = (
        min(max(place.x - (mark.isMeridian ? width / 2 : 0), 3.1), size.width - width - 3.1),
        min(max(place.y - (mark.isMeridian ? 0 : height / 2), 3.1), size.height - height - 3.1)
      )
      let box = Rect(x: x, y: y, width: width, height: height)
      // A label moved off its line would say it of another place.
      let isNear = mark.isMeridian ? abs(box.midX - place.x) < 2 : abs(box.midY - place.y) < 2
      guard isNear, areas.isFree(box, gap: 2) else { continue }
      var text = style
      text.color = legible(style.color, on: colors.color(under: box))
      text.halo = Stroke(colors.color(under: box), width: style.size * 0.3)
      areas.take([box])
      names.append(SetName(frame: frame([mark.text], text, below: nil), box: box))
      return
    }
  }

  private func frame(_ name: [String], _ style: TextStyle, below: RichText?) -> Frame {
    let lines = name.map { typesetter.line(RichText($0, style)) }
    if lines.count == 1, below == nil { return frame(of: lines[0]) }
    let second = below.map(typesetter.line)
    let width = (lines + [second].compactMap { $0 }).map(\.width).max() ?? 0
    var (frame, y) = (Frame(size: Size(width, 0)), 0.0)
    for (index, line) in lines.enumerated() {
      frame.add(line.frame, at: Point((width - line.width) / 2, y))
      // Some faces ask for more air than lines of one name need.
      let height = line.ascent + line.descent
      y += index + 1 < lines.count ? min(height, 1.25 * style.size) : height
    }
    if let second {
      frame.add(second.frame, at: Point((width - second.width) / 2, y))
      y += second.ascent + second.descent
    }
    frame.size.height = y
    return frame
  }

  private func frame(of line: Typesetting.Line) -> Frame {
    var frame = line.frame
    frame.size = Size(line.width, line.ascent + line.descent)
    return frame
  }
}

extension Rect {
  /// Where boxes of that size may stand about its middle, in rings, the nearest first.
  fileprivate func places(around size: Size, step: Double) -> [Point] {
    let reach = max(width, height) / 2
    let rings = Int((reach / max(1, step)).rounded(.up))
    return (0...rings).flatMap { ring -> [Point] in
      let count = max(1, 8 * ring)
      return (0..<count).map { number in
        let angle = Double(number) * 2 * .pi / Double(count)
        let radius = Double(ring) * step
        return Point(
          midX - size.width / 2 + radius * cos(angle), midY - size.height / 2 + radius * sin(angle))
      }
    }
  }
}

/// A name on one line, on two and on three, where that leaves no line of less than four letters ("S.", "New"): each
/// division the one whose longest line is shortest.
func divisions(of name: String) -> [[String]] {
  let words = name.split(separator: " ").map(String.init)
  func widest(_ lines: [String]) -> Int { lines.map(\.count).max() ?? 0 }
  /// From the word of that number on.
  func divided(from first: Int, into count: Int) -> [String] {
    if count == 1 { return [words[first...].joined(separator: " ")] }
    let options = (first + 1...words.count - count + 1).map { next in
      [words[first..<next].joined(separator: " ")] + divided(from: next, into: count - 1)
    }
    return options.min { widest($0) < widest($1) } ?? []
  }
  let divisions = (2...3).filter { $0 <= words.count }.map { divided(from: 0, into: $0) }
  return [[name]] + divisions.filter { $0.allSatisfy { $0.count >= 4 } }
}

/// How much of its style's tracking and size a name keeps, how much of it must lie in its area, and how far it keeps
/// from what stands left and right of it, in ems.
struct NameWidth {
  var tracking: Double
  var size: Double
  var share: Double
  var gap = 1.5

  static let usual = [
    NameWidth(tracking: 1, size: 1, share: 1), NameWidth(tracking: 0.5, size: 1, share: 1),
  ]
  /// Among many, names that reach over their neighbours would be a crowd.
  static let amongMany =
    usual + [
      NameWidth(tracking: 0.3, size: 0.85, share: 1), NameWidth(tracking: 0.3, size: 0.85, share: 0.85),
    ]
  static let insistent =
    amongMany + [
      NameWidth(tracking: 0.3, size: 0.85, share: 0.6),
      NameWidth(tracking: 0.3, size: 0.85, share: 0.6, gap: 0.8),
      NameWidth(tracking: 0, size: 0.85, share: 0.6, gap: 0.4),
    ]

  func applied(to text: TextStyle, _ style: MapStyle) -> TextStyle {
    var text = style.shrunk(text, by: size)
    text.tracking *= tracking
    return text
  }
}
