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

  /// A line as it is printed. Thin ones are of fine ink. A thin pale rule or grid line would be a row of dots: it is black
  /// and so much thinner that it weighs as little. Coloured ones (coasts, rivers) are too many to be black.
  func inkLine(_ stroke: Stroke, grey: (Color) -> Color) -> Stroke {
    var line = stroke
    let lightness = stroke.color.lightness
    guard stroke.width < Self.thinLine else {
      line.color = grey(stroke.color)
      return line
    }
    line.color = fineGrey(stroke.color)
    if lightness >= Self.paleInk, lightness <= Self.palestRule, stroke.color.isNeutral {
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

  /// In points: thinner lines are fine ink.
  private static let thinLine = 1.0
  /// In points: a dot of 300 to the inch, which every printer prints.
  private static let leastRule = 72.0 / 300
  /// L*: what is lighter is meant to be paper between two areas.
  private static let palestRule = 95.0

  /// L*: up to here fine ink is black, and from here on it is as light as it is.
  private static let (darkInk, paleInk) = (50.0, 65.0)

  /// - Parameter documents: whose areas are told apart; a colour is the same grey in all of them.
  public init(for documents: [Document]) {
    var colors: Set<Color> = []
    for document in documents { for page in document.pages { page.frame.collectAreaColors(into: &colors) } }
    self.init(areas: colors)
  }

  /// - Parameter areas: the colours to be told apart on white paper.
  init(areas: Set<Color>) {
    let sorted = areas.subtracting([.white]).sorted { ($0.lightness, $0.hex) < ($1.lightness, $1.hex) }
    // White is paper and stays.
    let wanted = sorted.map(\.lightness) + [100]
    for (color, lightness) in zip(sorted, spread(wanted)) { greys[color] = Color(lightness: lightness) }
  }
}

/// Values that lie at least a step apart and as near to the wanted ones as that allows, in the least sum of squares:
/// isotonic regression by pooling adjacent violators (Barlow et al. 1972) on the values less their steps.
///
/// - Parameter wanted: lightnesses, rising.
/// - Returns: one for each; the last is the same.
func spread(_ wanted: [Double]) -> [Double] {
  guard let last = wanted.last, wanted.count > 1 else { return wanted }
  // With very many colours the steps must be smaller, or dark ones would fall below black.
  let step = min(leastStep, 100 / Double(wanted.count))
  var pools: [(sum: Double, count: Int)] = []
  for (index, value) in wanted.dropLast().enumerated() {
    pools.append((value - Double(index) * step, 1))
    while pools.count > 1 {
      let (upper, lower) = (pools[pools.count - 1], pools[pools.count - 2])
      if lower.sum / Double(lower.count) <= upper.sum / Double(upper.count) { break }
      pools.removeLast(2)
      pools.append((lower.sum + upper.sum, lower.count + upper.count))
    }
  }
  let levels = pools.flatMap { [Double](repeating: $0.sum / Double($0.count), count: $0.count) }
  // Bounds cut the best values without bounds off: none is below black, and all keep their steps from the last.
  let most = last - Double(wanted.count - 1) * step
  return levels.enumerated().map { min(max($1, 0), most) + Double($0) * step } + [last]
}

/// How far apart greys of neighbouring areas must lie to be told apart on office paper, in L*; what
/// is just seen on a screen is about 2.3 (Mahy et al. 1994), and dots of toner are coarser.
private let leastStep = 4.0

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
  /// The colours of filled shapes that are large enough to be seen as areas, and the grounds of hatches.
  fileprivate func collectAreaColors(into colors: inout Set<Color>) {
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
      case .group(let frame, _), .imposed(let frame, _): frame.collectAreaColors(into: &colors)
      case .shape, .text, .unseen, .picture, .link, .anchor: break
      }
    }
  }
}
