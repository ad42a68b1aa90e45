import Graphics

/// The greys that a document's colours become: each of the colour's own lightness (L*), but for areas of different
/// colours that would look alike, which are moved apart by as little as it takes. Hatches stay hatches.
public struct GreyPalette: Hashable, Sendable {
  private var greys: [Color: Color] = [:]

  /// Shapes that are narrower are lines and marks, no areas, in points.
  static let leastArea = 2.0

  /// The grey of any colour; one that fills no area keeps its lightness.
  public func grey(_ color: Color) -> Color { greys[color] ?? Color(lightness: color.lightness) }

  /// The grey of text and of thin lines: those that are dark are black, since a printer makes any grey of dots, which
  /// fray letters and break lines; what is lighter and meant to step back is darker than as an area.
  public func fineGrey(_ color: Color) -> Color {
    let lightness = color.lightness
    if lightness <= Self.darkInk { return .black }
    if lightness >= Self.paleInk { return grey(color) }
    return Color(lightness: (lightness - Self.darkInk) * Self.paleInk / (Self.paleInk - Self.darkInk))
  }

  /// A line as it is printed. Thin ones are of fine ink. A thin pale rule, grid line or boundary would be a row of dots: it is
  /// black and so much thinner that it weighs as little. Coloured ones (coasts, rivers) are too many to be black.
  func inkLine(_ stroke: Stroke, grey: (Color) -> Color) -> Stroke {
    var line = stroke
    let lightness = stroke.color.lightness
    guard stroke.width < Self.thinLine else {
      // What stands out by its width and its colour would be weaker than thin lines, as dots.
      line.color = stroke.width < Self.boldLine && lightness <= Self.darkInk ? .black : grey(stroke.color)
      return line
    }
    line.color = fineGrey(stroke.color)
    if lightness > Self.darkInk, lightness <= Self.palestRule, stroke.color.isNeutral {
      line.color = .black
      line.width = min(stroke.width, max(Self.leastRule, stroke.width * (100 - lightness) / 100))
    }
    return line
  }

  /// The lines of a hatch, black and so much thinner that the area is as light as it was.
  func inkHatch(_ stroke: Stroke) -> Stroke {
    let lightness = stroke.color.lightness
    if lightness > Self.paleInk { return Stroke(grey(stroke.color), width: stroke.width) }
    let width = max(Self.leastRule, stroke.width * (100 - lightness) / 100)
    return Stroke(.black, width: min(stroke.width, width))
  }

  /// In points: thinner lines are fine ink; up to the second all dark ones.
  private static let (thinLine, boldLine) = (1.0, 4.0)
  /// In points: a dot of 600 to the inch. A printer of 300 makes it one of its own.
  private static let leastRule = 72.0 / 600
  /// L*: what is lighter is meant to be paper between two areas.
  private static let palestRule = 95.0

  /// L*: up to here fine ink is black, and from here on it is as light as it is.
  private static let (darkInk, paleInk) = (50.0, 65.0)

  /// - Parameter documents: whose areas are told apart; a colour is the same grey in all of them.
  public init(for documents: [Document]) {
    var groups: Set<Set<Color>> = []
    for document in documents {
      for page in document.pages {
        var rest: Set<Color> = []
        page.frame.collectAreaColors(into: &rest, figures: &groups)
        groups.insert(rest)
      }
    }
    self.init(groups: groups)
  }

  /// - Parameter areas: the colours to be told apart on white paper.
  init(areas: Set<Color>) { self.init(groups: [areas]) }

  /// - Parameter groups: the colours that are seen side by side, and are to be told apart, on white paper.
  init(groups: Set<Set<Color>>) {
    let colors = groups.reduce(into: Set<Color>()) { $0.formUnion($1) }.subtracting([.white])
    let lightFirst = colors.sorted { ($0.lightness, $0.hex) > ($1.lightness, $1.hex) }
    var neighbours: [Color: Set<Color>] = [:]
    for group in groups { for color in group { neighbours[color, default: []].formUnion(group) } }
    // With very many colours the steps must be smaller, or dark ones would fall below black.
    let most = groups.map { $0.subtracting([.white]).count }.max() ?? 0
    let count = Double(max(1, most))
    let step = min(
      max(Self.leastOfMany, min(Self.leastStep, Self.spanOfMany / count)), (100 - Self.stepFromPaper) / count)
    var lightnesses: [Color: Double] = [:]
    // White is paper and stays: what is too near to something lighter is darker, and of what would be darker than black
    // the lighter is lighter.
    for color in lightFirst {
      let lighter = neighbours[color, default: []].compactMap { lightnesses[$0] }.min() ?? .infinity
      lightnesses[color] = min(color.lightness, lighter - step, 100 - Self.stepFromPaper)
    }
    var done: Set<Color> = []
    for color in lightFirst.reversed() {
      let darker = neighbours[color, default: []].intersection(done).compactMap { lightnesses[$0] }.max()
      lightnesses[color] = max(lightnesses[color] ?? 0, darker.map { $0 + step } ?? 0)
      done.insert(color)
    }
    greys = lightnesses.mapValues { Color(lightness: $0) }
  }

  /// How far apart greys of areas must lie to be told apart on office paper, in L*. What is just seen on a screen is about
  /// 2.3 (Mahy et al. 1994); toner's dots are coarser, and at 300 to the inch there are some 25 greys in all, four L* each.
  private static let leastStep = 7.0
  /// Of many areas the darkest have to carry type still: their greys lie nearer together.
  private static let (leastOfMany, spanOfMany) = (4.0, 32.0)
  /// Paper has no dots at all.
  private static let stepFromPaper = 4.0
}

extension Document {
  /// The same document in greys.
  public func greyscale(_ palette: GreyPalette) -> Document {
    var result = self
    var known: [Color: Color] = [:]
    func grey(_ color: Color) -> Color {
      if let grey = known[color] { return grey }
      let grey = palette.grey(color)
      known[color] = grey
      return grey
    }
    let recolouring = Recolouring(
      grey, fine: palette.fineGrey, line: { palette.inkLine($0, grey: grey) }, hatch: palette.inkHatch)
    for index in pages.indices {
      result.pages[index].frame = pages[index].frame.withGreyPictures.recoloured(recolouring)
    }
    result.isGrey = true
    return result
  }
}

extension Frame {
  /// The colours of filled shapes that are large enough to be seen as areas, and the grounds of hatches: of each figure by
  /// themselves, since only there they have to be told apart.
  fileprivate func collectAreaColors(into colors: inout Set<Color>, figures: inout Set<Set<Color>>) {
    for placed in items {
      switch placed.item {
      case .shape(let path, let fill?, _):
        guard let bounds = path.bounds, min(bounds.width, bounds.height) >= GreyPalette.leastArea else {
          continue
        }
        switch fill {
        case .solid(let color): colors.insert(color)
        case .hatch(_, let ground, _, _): colors.insert(ground)
        }
      case .group(let frame, .structure(let tag)?) where tag.kind == .figure:
        var own: Set<Color> = []
        frame.collectAreaColors(into: &own, figures: &figures)
        figures.insert(own)
      case .group(let frame, _), .imposed(let frame, _):
        frame.collectAreaColors(into: &colors, figures: &figures)
      case .shape, .text, .unseen, .picture, .link, .anchor: break
      }
    }
  }
}
