import ChartGrammar
import Evidence
import Graphics
import Typesetting

/// A line of swatches with their words, for charts with no room to say it at the marks.
struct ChartKey {
  struct Entry: Hashable, Sendable {
    var look: BarLook
    var color: Color
    var text: String
    /// Whether it is drawn as a point of a line; else as a piece of a bar.
    var isPoint = false
  }

  private struct Item {
    var entry: Entry
    var label: Label
    var origin: Point
  }

  private var items: [Item] = []
  private let style: ChartStyle
  var height = 0.0
  /// Of the widest entry.
  var width = 0.0

  private static let gapAfterSwatch = 3.0
  private static let gapBetween = 9.0
  private static let gapBelow = 4.0

  init(_ entries: [Entry], width: Double, lettering: Lettering, style: ChartStyle) {
    self.style = style
    var x = 0.0
    var y = 0.0
    for entry in entries {
      let swatch = Self.swatch(of: entry, style)
      let label = Self.label(entry.text, room: width - swatch.width - Self.gapAfterSwatch, lettering, style)
      let itemWidth = swatch.width + Self.gapAfterSwatch + label.width
      if x > 0, x + itemWidth > width {
        x = 0
        y = height - Self.gapBelow
      }
      items.append(Item(entry: entry, label: label, origin: Point(x, y)))
      self.width = max(self.width, itemWidth)
      x += itemWidth + Self.gapBetween
      height = max(height, y + label.height + Self.gapBelow)
    }
  }

  private static func swatch(of entry: Entry, _ style: ChartStyle) -> Size {
    let size = style.axisLabels.size
    return Size(entry.isPoint ? 2 * MarkerPainter.reachOfRhomb(style) : size * 1.2, size * 0.8)
  }

  /// In one line, or in several where one is wider than the chart.
  private static func label(_ text: String, room: Double, _ lettering: Lettering, _ style: ChartStyle)
    -> Label
  {
    let words = style.axisLabels.colored(style.ink)
    let line = lettering.line(text, words)
    guard line.width > room else { return line }
    return lettering.wrapped(RichText(text, words), width: room, breaksWords: true) ?? line
  }

  func paint(on frame: inout Frame, at origin: Point) {
    for item in items {
      let place = origin + item.origin
      let swatch = Self.swatch(of: item.entry, style)
      // The swatch stands on the middle of the letters' x-height.
      let y = place.y + item.label.ascent - swatch.height + 0.5
      let area = Rect(origin: Point(place.x, y), size: swatch)
      if item.entry.isPoint {
        MarkerPainter(item.entry.color, style).paint(
          item.entry.look, at: Point(area.midX, area.midY), on: &frame)
      } else {
        BarPainter(item.entry.color, style).paint(item.entry.look, area, on: &frame)
      }
      frame.add(item.label, at: Point(place.x + swatch.width + Self.gapAfterSwatch, place.y))
    }
  }
}

extension ChartKey.Entry {
  /// The words for looks that can't be told at the marks: of points of lines, or of bars.
  static func statuses(
    of figures: [Figure], isPartOfYear: (Figure) -> Bool, arePoints: Bool = false, style: ChartStyle
  ) -> [Self] {
    var parts = Set<String>()
    var looks = Set<BarLook>()
    for figure in figures {
      let look = BarLook(figure, isPartOfYear: isPartOfYear(figure))
      looks.insert(look)
      if look == .partial, let period = figure.period { parts.insert(period.wordsWithoutYear) }
    }
    return looks.sorted().compactMap { look in
      guard let word = look.word(style.statusWords) else { return nil }
      // Where all parts are the same months, the key can name them.
      let text = look == .partial && parts.count == 1 ? parts.first ?? word : word
      return Self(look: look, color: style.primary, text: text, isPoint: arePoints)
    }
  }
}

extension ChartDescription {
  /// Names the colours where there are several.
  func seriesKey(_ style: ChartStyle) -> [ChartKey.Entry] {
    guard series.count > 1 else { return [] }
    return series.enumerated().map { index, series in
      ChartKey.Entry(look: .actual, color: style.color(ofSeries: index), text: series.name)
    }
  }

  /// Whether other series stand out instead.
  func recedes(series index: Int) -> Bool {
    !highlighted.isEmpty && !series[index].figures.contains { highlighted.contains($0.id) }
  }

  /// Whether others stand out instead.
  func recedes(_ figure: Figure) -> Bool { !highlighted.isEmpty && !highlighted.contains(figure.id) }
}
