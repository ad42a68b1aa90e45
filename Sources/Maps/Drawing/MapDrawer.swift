import Atlas
import Diagnostics
import Graphics
import MapGrammar
import Typesetting

/// Draws a map with its legend: its values in the way that reads best of those that tell all of them.
struct MapDrawer {
  var map: MapDescription
  let size: Size
  let atlas: Atlas
  let typesetter: Typesetter
  let style: MapStyle

  struct Drawn {
    var map: DrawnMap
    var leftOut: [String]
    /// How many values are not told at all, and how many can't be found on the map.
    var untold = 0
    var unplaced = 0

    func isBetter(than other: Drawn) -> Bool { (untold, unplaced) < (other.untold, other.unplaced) }
  }

  func draw() throws(DiagnosticError) -> Drawn {
    if map.part != nil { return try drawForKey() }
    var best = try drawWritten()
    for telling in map.tellings.dropFirst() where best.untold + best.unplaced > 0 {
      var drawer = self
      drawer.map = map.told(telling)
      let found = telling == .marked ? try drawer.drawMarked() : try drawer.drawWritten()
      if let found, found.isBetter(than: best) { best = found }
    }
    return best
  }

  // MARK: Values on their grounds

  /// Of a dense map the values that have no room are listed beside it where it is narrow, else below it, where that leaves
  /// the map most of the room.
  private func drawWritten() throws(DiagnosticError) -> Drawn {
    let legend = Legend(of: map, size: size, typesetter, style).frame
    let first = try panel(above: legend)
    var panel = first
    var listed: [MapDescription.Shade] = []
    // What a list takes from the map may drive out others.
    for _ in 0..<3 where map.isDense && !panel.untold.allSatisfy(listed.contains) {
      let values = map.shades.filter { (listed + panel.untold).contains($0) }
      func list(_ width: Double) -> Frame { Legend.list(values, of: map, width: width, typesetter, style) }
      if listed.isEmpty, let frame = first.framed(with: list, size: size, style) {
        return drawn(frame, first, listed: values)
      }
      let longer = Legend(of: map, size: size, list: list(size.width), typesetter, style).frame
      guard longer.size.height - legend.size.height <= Self.mostOfList * size.height, leavesMap(longer) else {
        break
      }
      listed = values
      panel = try self.panel(above: longer)
    }
    // A smaller map may have another scale, and room for a value that was listed.
    let silent = listed.filter(panel.untold.contains)
    if silent.count == listed.count { return drawn(panel.framed(size: size), panel, listed: listed) }
    panel.legend =
      Legend(
        of: map, size: size, list: Legend.list(silent, of: map, width: size.width, typesetter, style),
        typesetter, style
      ).frame
    return drawn(panel.framed(size: size), panel, listed: silent)
  }

  /// Of a map's height.
  private static let mostOfList = 0.25

  private func drawn(_ frame: Frame, _ panel: Panel, listed: [MapDescription.Shade]) -> Drawn {
    let missing = panel.untold.filter { !listed.contains($0) }
    let unnamed = map.isDense ? [] : panel.unnamed.map(\.name)
    let untold = missing.map { $0.name + " " + map.words(of: $0.value) }
    return Drawn(
      map: DrawnMap(frame: frame, sight: panel.sight, untold: untold),
      leftOut: panel.leftOut + untold + unnamed, untold: missing.count,
      unplaced: map.shadesRegions ? listed.count + panel.unnamed.count : 0)
  }

  // MARK: Marks and their key

  /// `nil` where the key would leave the map too little room.
  private func drawMarked() throws(DiagnosticError) -> Drawn? {
    func key(_ width: Double) -> Frame { Legend.key(of: map, width: width, typesetter, style) }
    let legend = Legend(of: map, size: size, typesetter, style).frame
    var panel = try panel(above: legend)
    var frame = panel.framed(with: key, size: size, style)
    if frame == nil {
      let longer = Legend(of: map, size: size, list: key(size.width), typesetter, style).frame
      guard longer.size.height - legend.size.height <= Self.mostOfKey * size.height, leavesMap(longer) else {
        return nil
      }
      panel = try self.panel(above: longer)
      frame = panel.framed(size: size)
    }
    return frame.map {
      Drawn(
        map: DrawnMap(frame: $0, sight: panel.sight), leftOut: panel.leftOut, unplaced: panel.untold.count)
    }
  }

  /// With marks whose key stands elsewhere, and tells those that found no room here too.
  private func drawForKey() throws(DiagnosticError) -> Drawn {
    var marked = self
    marked.map = map.told(.marked)
    let panel = try marked.panel(above: Legend(of: map, size: size, typesetter, style).frame)
    return Drawn(
      map: DrawnMap(frame: panel.framed(size: size), sight: panel.sight), leftOut: panel.leftOut)
  }

  /// Of a map's height: without the key there would be no values.
  private static let mostOfKey = 0.55

  /// Whether a legend leaves room enough for a map.
  private func leavesMap(_ legend: Frame) -> Bool { size.height - legend.size.height >= leastMapSide }

  // MARK: The map

  /// A map with its legend below it.
  private struct Panel {
    var frame: Frame
    var legend: Frame
    var sight: MapSight
    /// Labels of places and ways that have no room.
    var leftOut: [String]
    /// What shows its value nowhere on the map, and what shows it without a name.
    var untold: [MapDescription.Shade]
    var unnamed: [MapDescription.Shade]
    var isFlushRight: Bool

    /// The map with the legend below it; a narrow one is flush with its title above and its credit below.
    func framed(size: Size) -> Frame {
      if frame.size == size, legend.size.height == 0 { return frame }
      var outer = Frame(size: size)
      let room = size.width - frame.size.width
      outer.add(frame, at: Point(isFlushRight ? room : 0, 0))
      if legend.size.height > 0 { outer.add(legend, at: Point(0, frame.size.height)) }
      return outer
    }

    /// With a list in a column beside the map; `nil` where it has no room.
    func framed(with list: (Double) -> Frame, size: Size, _ style: MapStyle) -> Frame? {
      let gap = 1.5 * style.value.size
      let width = size.width - frame.size.width - gap
      guard width > 9 * style.value.size else { return nil }
      let list = list(width)
      guard list.size.height <= frame.size.height, list.size.width <= width else { return nil }
      var outer = Frame(size: size)
      outer.add(frame, at: .zero)
      outer.add(list, at: Point(frame.size.width + gap, 0))
      outer.add(legend, at: Point(0, size.height - legend.size.height))
      return outer
    }
  }

  private func panel(above legend: Frame) throws(DiagnosticError) -> Panel {
    let room = Size(size.width, size.height - legend.size.height)
    let view = try chooseView(of: map, size: room, atlas: atlas, style: style)
    let data = try fetch(
      view, from: atlas, language: map.language, names: map.countryNames,
      showsRegions: map.showsRegions,
      shaded: map.shades.map(\.country), whole: map.ownCountries)
    guard
      let (drawn, written) = try Maps.draw(
        map, view: view, data: data, atlas: atlas, typesetter: typesetter, style: style, withoutRoom: .leftOut
      )
    else { throw noRoom(view.size) }
    return Panel(
      frame: drawn.frame, legend: legend, sight: drawn.sight, leftOut: written.leftOut,
      untold: map.shades.filter { written.unlabelled.contains($0.country) },
      unnamed: map.shades.filter { written.unnamed.contains($0.country) },
      isFlushRight: readsRightToLeft(language: map.language))
  }

  private func noRoom(_ size: Size) -> DiagnosticError {
    let (width, height) = (Int(size.width.rounded()), Int(size.height.rounded()))
    let count = map.sites.count
    return DiagnosticError(
      "A map of \(width) × \(height) pt has no room for the labels of \(count) place\(count == 1 ? "" : "s")",
      advice: "name fewer places, or give the map more room in the layout")
  }
}
