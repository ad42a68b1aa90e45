import Evidence
import Graphics
import MapGrammar
import Typesetting

/// How high the legend below a map of that size is, points; 0 where it has none. With the key of regions where there are
/// so many that their names and values will not stand on them.
public func legendHeight(
  of map: MapDescription, size: Size, typesetter: Typesetter, style: MapStyle
) -> Double {
  if map.shades.isEmpty && map.symbolSizes.isEmpty && map.events.isEmpty { return 0 }
  let needsKey =
    map.shadesRegions && map.part == nil
    && Legend.KeyEntries(of: map, typesetter, style).isCrowd(on: size)
  let key = needsKey ? Legend.key(of: map, width: size.width, typesetter, style) : nil
  return Legend(of: map, size: Size(size.width, 0), list: key, typesetter, style).frame.size.height
}

/// How wide a map must be so that each entry of its legend, and each of its values should they have to be listed, has
/// room on a line.
public func leastWidth(of map: MapDescription, typesetter: Typesetter, style: MapStyle) -> Double {
  if map.shades.isEmpty { return 0 }
  let hasKey = map.tellings.contains(.marked) && map.part == nil
  let values = hasKey ? Legend.KeyEntries(of: map, typesetter, style).width : 0
  return max(values, Legend.widestClass(of: map, typesetter, style))
}

/// The key to a map of marks, where it stands elsewhere.
///
/// - Parameters:
///   - map: whose marks they are.
///   - range: which of its shades are listed.
///   - width: points.
///   - typesetter: sets the texts.
///   - style: how they look.
/// - Returns: a frame of that width.
public func drawKey(
  of map: MapDescription, _ range: Range<Int>, width: Double, typesetter: Typesetter, style: MapStyle
) -> Frame {
  Legend.key(of: map, range, width: width, typesetter, style)
}

/// What stands below a map: the classes of its grounds, the sizes of its circles, the list of its events.
struct Legend {
  private(set) var frame: Frame

  /// Between the map and the legend, and between its parts.
  static let gap = 5.0

  /// `list` has values that the map itself doesn't say.
  init(of map: MapDescription, size: Size, list: Frame? = nil, _ typesetter: Typesetter, _ style: MapStyle) {
    frame = Frame(size: Size(size.width, 0))
    var parts: [Frame] = []
    var rows = Rows(width: size.width, typesetter, style)
    if !map.shades.isEmpty { rows.addShades(of: map) }
    if !map.symbolSizes.isEmpty {
      rows.addCircles(of: map, scale: SymbolScale(of: map, size: size))
    }
    parts.append(rows.frame)
    if let list { parts.append(list) }
    if !map.events.isEmpty { parts.append(Self.list(eventsOf: map, width: size.width, typesetter, style)) }
    for part in parts where part.size.height > 0 {
      frame.add(part, at: Point(0, frame.size.height + Self.gap))
      frame.size.height += Self.gap + part.size.height
    }
  }

  /// Countries with their values, as their ground is painted.
  static func list(
    _ values: [MapDescription.Shade], of map: MapDescription, width: Double, _ typesetter: Typesetter,
    _ style: MapStyle
  ) -> Frame {
    let entries = values.map { Rows(of: $0, in: map, typesetter, style).entry }
    let gutter = 1.2 * style.value.size
    let column = entries.map(\.size.width).max() ?? 0
    let columns = max(1, min(entries.count, Int((width + gutter) / (column + gutter))))
    let inColumn = (entries.count + columns - 1) / columns
    let height = (entries.map(\.size.height).max() ?? 0) + 2
    var frame = Frame(
      size: Size(Double(columns) * (column + gutter) - gutter, Double(inColumn) * height - 2))
    for (index, entry) in entries.enumerated() {
      frame.add(
        entry,
        at: Point(Double(index / inColumn) * (column + gutter), Double(index % inColumn) * height))
    }
    return frame
  }

  /// Numbers in discs with their texts, in as many columns as are wide enough.
  private static func list(
    eventsOf map: MapDescription, width: Double, _ typesetter: Typesetter, _ style: MapStyle
  ) -> Frame {
    var plain = style.value
    plain.halo = nil
    let entries = map.events.map { event in
      let number = LabelContent(
        RichText([]), numbers: [event.number], style: plain, leastType: style.leastType,
        paper: style.paper, typesetter: typesetter)
      return (number.frame(over: style.paper, ink: style.routeColor), RichText(map.words(of: event), plain))
    }
    let columns = min(3, columns(of: style.value.size * 21, in: width))
    return list(entries, indent: style.value.size * 1.9, columns: columns, width: width, typesetter, style)
  }

  /// Marks of countries or regions with what they stand for, in as many columns as hold an entry on a line.
  static func key(
    of map: MapDescription, _ range: Range<Int>? = nil, width: Double, _ typesetter: Typesetter,
    _ style: MapStyle
  ) -> Frame {
    let entries = KeyEntries(of: map, typesetter, style)
    return list(
      Array(entries.entries[range ?? map.shades.indices]), indent: entries.indent,
      columns: columns(of: entries.width, in: width), width: width,
      typesetter, style)
  }

  /// Marks and what they stand for.
  struct KeyEntries {
    var entries: [(mark: Frame, text: RichText)]
    /// Where the texts begin.
    var indent: Double
    /// Of the widest on a line.
    var width: Double

    init(of map: MapDescription, _ typesetter: Typesetter, _ style: MapStyle) {
      var plain = style.value
      plain.halo = nil
      var bold = plain
      bold.weight = max(600, plain.weight)
      let marks = map.shades.map { typesetter.line(RichText(map.mark(of: $0), bold)) }
      let texts = map.shades.map {
        RichText([RichText.Span($0.name + " ", plain), .value(map.listed($0.value), plain)])
      }
      entries = zip(marks, texts).map { ($0.frame, $1) }
      indent = (marks.map(\.width).max() ?? 0) + style.value.size * 0.6
      // A rounding error is no reason to break a line.
      width = indent + (texts.map { typesetter.line($0).width }.max() ?? 0) + 0.1
      leading = Legend.leading(style)
    }

    private let leading: Double

    /// Whether they would cover much of a map, on whose better part other things stand: each as two lines, of its name and
    /// its value, half as wide as both together.
    func isCrowd(on size: Size) -> Bool {
      Double(entries.count) * width * leading > Self.mostOfMap * size.width * size.height
    }

    private static let mostOfMap = 0.4
  }

  private static let gutter = 10.0
  private static func leading(_ style: MapStyle) -> Double { style.value.size * 1.32 }

  /// The widest swatch with its words.
  static func widestClass(of map: MapDescription, _ typesetter: Typesetter, _ style: MapStyle) -> Double {
    var rows = Rows(width: 0, typesetter, style)
    rows.addShades(of: map)
    return rows.widest
  }

  private static func columns(of least: Double, in width: Double) -> Int {
    max(1, Int((width + gutter) / (least + gutter)))
  }

  private static func list(
    _ entries: [(mark: Frame, text: RichText)], indent: Double, columns most: Int, width: Double,
    _ typesetter: Typesetter, _ style: MapStyle
  ) -> Frame {
    let columns = max(1, min(most, entries.count))
    let column = (width - gutter * Double(columns - 1)) / Double(columns)
    let leading = leading(style)
    let entries = entries.map { entry in
      let lines = typesetter.paragraph(
        entry.text, ParagraphSetting(), measures: Measures(width: column - indent))
      var frame = Frame(size: Size(column, max(1, Double(lines.count)) * leading))
      frame.add(entry.mark, at: .zero)
      for (index, line) in lines.enumerated() {
        frame.add(line.frame, at: Point(indent, Double(index) * leading))
      }
      return frame
    }
    // Down the columns, each about as high as the others.
    let gap = 1.5
    let total = entries.reduce(0) { $0 + $1.size.height + gap }
    var result = Frame(size: Size(width, 0))
    var (index, y) = (0, 0.0)
    var left = total
    for entry in entries {
      let share = (left + y) / Double(columns - index)
      if y > 0, y + entry.size.height / 2 > share, index + 1 < columns {
        index += 1
        y = 0
      }
      result.add(entry, at: Point(Double(index) * (column + gutter), y))
      y += entry.size.height + gap
      left -= entry.size.height + gap
      result.size.height = max(result.size.height, y)
    }
    return result
  }
}

/// Swatches with their words in rows.
private struct Rows {
  private(set) var frame: Frame
  private let typesetter: Typesetter
  private let style: MapStyle
  private static let gap = 10.0
  private var x = 0.0
  private(set) var widest = 0.0
  /// Of the row.
  private var top = 0.0

  init(width: Double, _ typesetter: Typesetter, _ style: MapStyle) {
    frame = Frame(size: Size(width, 0))
    self.typesetter = typesetter
    self.style = style
  }

  mutating func addShades(of map: MapDescription) {
    addHead(map.shadeUnit)
    for (rank, entry) in map.shadeClasses.enumerated() {
      add(
        entry.text, LandLook(color: style.shade(rank, of: map.shadeClasses)).fill,
        isNegative: map.isNegative(class: rank))
    }
    for status in [Status.target, .estimate] where map.shades.contains(where: { $0.value.status == status }) {
      guard let word = map.layoutWords.status[status] else { continue }
      add(word, LandLook(color: style.landColor, hatch: LandLook.Hatch(status, style)).fill)
    }
    add(map.layoutWords.noValue, LandLook.unknown(style).fill)
  }

  /// A country with its value, as its ground is painted.
  init(of shade: MapDescription.Shade, in map: MapDescription, _ typesetter: Typesetter, _ style: MapStyle) {
    self.init(width: .infinity, typesetter, style)
    let rank = map.rank(of: shade.value.amount)
    let look = LandLook(
      color: style.shade(rank, of: map.shadeClasses), hatch: LandLook.Hatch(shade.value.status, style))
    add(shade.name + " " + map.listed(shade.value), look.fill, isNegative: map.isNegative(class: rank))
  }

  /// What it has, cut to its width.
  var entry: Frame {
    var entry = Frame(size: Size(x - Self.gap, frame.size.height))
    entry.add(frame, at: .zero)
    return entry
  }

  mutating func addCircles(of map: MapDescription, scale: SymbolScale) {
    for value in map.symbolSizes { addCircle(value, radius: scale.radius(of: value.amount)) }
    if map.sites.contains(where: { $0.symbol.map { $0.amount < 0 } ?? false }) {
      addCircle(.init(-1, map.layoutWords.negative), radius: style.value.size * 0.48)
    }
  }

  private mutating func addCircle(_ value: MapDescription.Value, radius: Double) {
    var mark = Frame(size: Size(2 * radius + 1, 2 * radius + 1))
    paintCircle(center: Point(radius + 0.5, radius + 0.5), radius: radius, value, style: style, on: &mark)
    add(mark, value.text)
  }

  private mutating func add(_ text: String, _ fill: Fill, isNegative: Bool = false) {
    let size = Size(style.value.size * 1.5, style.value.size * 0.95)
    var mark = Frame(size: size)
    mark.add(
      .shape(
        .rectangle(Rect(size: size)), fill: fill, stroke: Stroke(style.boundaryColor, width: 0.4)))
    if isNegative {
      let (width, height) = (size.width, size.height)
      paintDots(
        in: [[Point(0, 0), Point(width, 0), Point(width, height), Point(0, height)]], style: style, on: &mark)
    }
    add(mark, text)
  }

  /// The unit of what follows, once for all.
  private mutating func addHead(_ unit: String) {
    if !unit.isEmpty { add(Frame(size: .zero), unit) }
  }

  private mutating func add(_ mark: Frame, _ text: String) {
    let gap = mark.size.width > 0 ? 0.42 * style.value.size : 0
    var plain = style.value
    plain.halo = nil
    let line = typesetter.line(RichText(text, plain))
    let width = mark.size.width + gap + line.width
    let height = max(mark.size.height, line.ascent + line.descent)
    widest = max(widest, width)
    if x > 0, x + width > frame.size.width {
      (x, top) = (0, frame.size.height + 2)
    }
    frame.size.height = max(frame.size.height, top + height)
    let middle = top + max(height, frame.size.height - top) / 2
    frame.add(mark, at: Point(x, middle - mark.size.height / 2))
    frame.add(
      line.frame, at: Point(x + mark.size.width + gap, middle - (line.ascent + line.descent) / 2))
    x += width + Self.gap
  }
}
