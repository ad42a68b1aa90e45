import Diagnostics
import Graphics

/// Something that would not survive printing in black and white, and where it stands first.
public struct Loss: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case text(Color)
    case mark(Color)
    case thinLines
    case alike(Color, Color)
    case vanishing(Color)
  }

  public var kind: Kind
  /// From 0; of the document's pages, or sides of sheets.
  public var page: Int
  /// What it is: the words, or the figure that it is part of.
  public var what: String
  /// How bad it is at its worst: a contrast ratio, or a width in points.
  public var measure: Double
  /// What it stands on where it is worst.
  public var ground: Color?

  /// A warning about it.
  ///
  /// - Parameters:
  ///   - document: name of the file.
  ///   - side: "page", or "side" of a sheet.
  ///   - location: the layout that sets colours and widths.
  /// - Returns: where, what, and what to do.
  public func diagnostic(in document: String, _ side: String, at location: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, "\(document), \(side) \(page + 1): \(message): \(what)", at: location, advice: advice)
  }

  private var message: String {
    switch kind {
    case .text(let color): "text of \(color.hex) on \(ground?.hex ?? "") is too pale in greys (\(number):1)"
    case .mark(let color):
      "lines or marks of \(color.hex) on \(ground?.hex ?? "") are too pale in greys (\(number):1)"
    case .thinLines: "lines of \(number) pt are too thin to print"
    case .alike(let first, let second): "areas of \(first.hex) and \(second.hex) look alike in greys"
    case .vanishing(let color): "areas of \(color.hex) print as white"
    }
  }

  private var advice: String {
    switch kind {
    case .text, .mark: "make the colour darker or its ground lighter in the theme; 3:1 is wanted"
    case .thinLines: "draw them wider, 0.25 pt at least, or put fewer pages on a side"
    case .alike: "choose colours of different lightness in the theme, or a hatch"
    case .vanishing: "choose a darker tint in the theme"
    }
  }

  /// Rounded towards what is worse.
  private var number: String {
    let places = kind == .thinLines ? 100.0 : 10
    return "\((measure * places).rounded(.down) / places)"
  }
}

/// What of a document would not survive printing in black and white: text, lines and marks of too little contrast, lines
/// that are too thin, areas that look alike or print as white. Each is said once.
///
/// Thin neutral lines (grids, rules) are left alone: they are as pale in colour, and meant to be. So are areas that
/// others stand on.
///
/// - Parameters:
///   - document: in its colours, on sheets if it is printed so: pages made smaller have thinner lines.
///   - palette: the greys that it is printed in.
/// - Returns: in the order in which they are met.
public func losses(of document: Document, in palette: GreyPalette) -> [Loss] {
  var finder = LossFinder(palette: palette)
  for (index, page) in document.pages.enumerated() { finder.look(through: page.frame, page: index) }
  return finder.found
}

private struct LossFinder {
  let palette: GreyPalette
  private(set) var found: [Loss] = []
  private var known: [Loss.Kind: Int] = [:]
  private var greys: [Color: Color] = [:]
  /// Filled shapes of the page, in painting order.
  private var areas: [Area] = []

  init(palette: GreyPalette) { self.palette = palette }

  /// A filled shape that later ones stand on.
  private struct Area {
    var path: Path
    var transform: Transform
    var bounds: Rect
    var color: Color
    /// Where it is a mark on paper that is too pale, unless others stand on it.
    var loss: Loss?
  }

  private static let leastContrast = 3.0
  private static let leastWidth = 0.25
  /// Greys that are nearer than this look alike side by side, in L*.
  private static let leastDifference = 3.0
  /// Shapes that are smaller both ways are dots and arrowheads, not areas, in points.
  private static let mostDot = 12.0
  /// Neutral lines up to this are grids and rules, in points.
  private static let mostRule = 0.8

  mutating func look(through frame: Frame, page: Int) {
    areas = []
    var tints: [String: Set<Color>] = [:]
    for leaf in frame.leaves {
      guard let bounds = leaf.visibleBounds else { continue }
      switch leaf.item {
      case .text(let run): look(at: run, bounds, page: page)
      case .shape(let path, let fill, let stroke):
        if let stroke { look(at: stroke, along: path, leaf, page: page) }
        guard let fill else { break }
        var area = Area(path: path, transform: leaf.transform, bounds: bounds, color: fill.ground)
        if let figure = leaf.figure {
          if !leaf.isDot(upTo: Self.mostDot), min(bounds.width, bounds.height) >= GreyPalette.leastArea {
            compare(fill.ground, with: tints[figure] ?? [], figure, page: page)
            tints[figure, default: []].insert(fill.ground)
          }
          area.loss = look(at: fill, outlined: stroke, bounds, leaf, page: page)
        }
        areas.append(area)
      case .picture, .unseen, .group, .imposed, .link, .anchor: break
      }
    }
    for area in areas { if let loss = area.loss { note(loss) } }
  }

  // MARK: Kinds of loss

  private mutating func look(at run: GlyphRun, _ bounds: Rect, page: Int) {
    if run.text.allSatisfy(\.isWhitespace) { return }
    let points = [0.02, 0.5, 0.98].map { Point(bounds.minX + bounds.width * $0, bounds.midY) }
    let grounds = run.halo.map { [$0.color] } ?? points.map { color(at: $0) }
    for ground in grounds {
      let contrast = contrast(run.color, ground)
      if contrast < Self.leastContrast {
        note(
          Loss(
            kind: .text(run.color), page: page, what: "“\(run.text.shortened)”", measure: contrast,
            ground: ground))
      }
    }
  }

  private mutating func look(at stroke: Stroke, along path: Path, _ leaf: Frame.Leaf, page: Int) {
    let width = stroke.width * leaf.transform.scale
    // A rounding error is not thinner.
    if width < Self.leastWidth - 0.001 {
      note(Loss(kind: .thinLines, page: page, what: leaf.description, measure: width))
    }
    guard leaf.figure != nil, let middle = path.middle.map({ leaf.transform.apply(to: $0) }),
      leaf.clip?.contains(Rect(origin: middle, size: .zero)) ?? true
    else { return }
    let area = area(at: middle)
    if let area { areas[area].loss = nil }
    if stroke.color.isNeutral, width <= Self.mostRule { return }
    note(paleness(of: stroke.color, on: area.map { areas[$0].color } ?? .white, leaf, page: page))
  }

  /// A fill that is too pale: at once where it is a dot, else where nothing else turns out to stand on it.
  private mutating func look(
    at fill: Fill, outlined stroke: Stroke?, _ bounds: Rect, _ leaf: Frame.Leaf, page: Int
  ) -> Loss? {
    let area = area(at: Point(bounds.midX, bounds.midY))
    if let area { areas[area].loss = nil }
    guard case .solid(let color) = fill else { return nil }
    let ground = area.map { areas[$0].color } ?? .white
    if let stroke, contrast(stroke.color, ground) >= Self.leastContrast { return nil }
    let loss = paleness(of: color, on: ground, leaf, page: page)
    if !leaf.isDot(upTo: Self.mostDot) { return ground == .white ? loss : nil }
    note(loss)
    return nil
  }

  /// What is lighter than its ground is a halo or a gap, and takes something away from others.
  private mutating func paleness(of color: Color, on ground: Color, _ leaf: Frame.Leaf, page: Int) -> Loss? {
    let contrast = contrast(color, ground)
    guard contrast < Self.leastContrast, grey(color).lightness < grey(ground).lightness else { return nil }
    return Loss(kind: .mark(color), page: page, what: leaf.description, measure: contrast, ground: ground)
  }

  private mutating func compare(_ color: Color, with others: Set<Color>, _ figure: String, page: Int) {
    if color == .white { return }
    let lightness = grey(color).lightness
    if LaserProof.printed(grey(color)) == .white {
      note(Loss(kind: .vanishing(color), page: page, what: figure.shortened, measure: 0))
    }
    for other in others where other != color && other != .white {
      let difference = abs(grey(other).lightness - lightness)
      if difference < Self.leastDifference {
        let (first, second) = color.hex < other.hex ? (color, other) : (other, color)
        note(
          Loss(kind: .alike(first, second), page: page, what: figure.shortened, measure: difference))
      }
    }
  }

  // MARK: Helpers

  /// The first place is kept, and the worst measure.
  private mutating func note(_ loss: Loss?) {
    guard let loss else { return }
    if let index = known[loss.kind] {
      if loss.measure < found[index].measure {
        (found[index].measure, found[index].ground) = (loss.measure, loss.ground)
      }
    } else {
      known[loss.kind] = found.count
      found.append(loss)
    }
  }

  private mutating func grey(_ color: Color) -> Color {
    if let known = greys[color] { return known }
    let grey = palette.grey(color)
    greys[color] = grey
    return grey
  }

  private mutating func contrast(_ color: Color, _ ground: Color) -> Double {
    grey(color).contrast(with: grey(ground))
  }

  /// What was painted last at a point; `nil` where nothing was.
  private func area(at point: Point) -> Int? {
    areas.lastIndex { area in
      area.bounds.contains(Rect(origin: point, size: .zero))
        && area.path.contains(area.transform.inverse.apply(to: point))
    }
  }

  private func color(at point: Point) -> Color { area(at: point).map { areas[$0].color } ?? .white }
}

extension Frame.Leaf {
  /// The alternative text of the figure that it is part of; `nil` outside figures.
  fileprivate var figure: String? {
    for case .structure(let tag) in tags where tag.kind == .figure { return tag.alternative ?? "" }
    return nil
  }

  fileprivate var description: String {
    figure?.shortened ?? (tags.contains(.artifact) ? "a rule or frame of the page" : "a rule in the text")
  }

  fileprivate func isDot(upTo most: Double) -> Bool {
    bounds.map { $0.width <= most && $0.height <= most } ?? true
  }
}

extension Color {
  /// Whether it is a grey to the eye.
  fileprivate var isNeutral: Bool { max(red, green, blue) - min(red, green, blue) < 0.12 }
}

extension Fill {
  fileprivate var ground: Color {
    switch self {
    case .solid(let color): color
    case .hatch(_, let ground, _, _): ground
    }
  }
}

extension Path {
  /// A point on the outline, halfway through it.
  fileprivate var middle: Point? {
    let points = elements.compactMap { element -> Point? in
      switch element {
      case .move(let point), .line(let point), .curve(_, _, let point): point
      case .close: nil
      }
    }
    guard points.count > 1 else { return points.first }
    let (a, b) = (points[points.count / 2 - 1], points[points.count / 2])
    return Point((a.x + b.x) / 2, (a.y + b.y) / 2)
  }
}

extension String {
  /// So that it stands in a line of a message.
  var shortened: String { count > 48 ? prefix(46) + "…" : self }
}
