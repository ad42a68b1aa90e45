import Diagnostics
import Graphics
import Maps
import YAMLReading

/// What a theme says of all charts, beside their colours.
struct ChartRules: Hashable, Sendable {
  /// Of series and parts, in their order; those of the engine follow.
  var series: [Color] = []
  /// Thickness of lines from one figure to the next, points; of the engine's own where `nil`.
  var line: Double?
  /// What columns take of their places on the axis; as the engine has them where `nil`.
  var bar: Double?
  /// Whether hairlines lead from an axis's values across the plot.
  var hasGrid = true
}

/// What a theme says of all maps, beside their colours.
struct MapRules: Hashable, Sendable {
  /// Grounds of the countries that stand out, in their order, each with the colour of the country's name; empty for the engine's own.
  var tints: [Tint] = []
  /// What is named besides what the pack shows.
  var names = Set(BackgroundName.allCases)
  /// Whether a map of a small part of the world has a smaller one in a corner that says where it lies.
  var hasLocator = true
  /// Whether maps show the land's relief that don't say so themselves.
  var showsRelief = false

  struct Tint: Hashable, Sendable {
    var ground: Color
    var name: Color
  }
}

extension LayoutReader {
  func chartRules() -> ChartRules {
    var rules = ChartRules()
    guard let theme else { return rules }
    rules.series = series(theme.charts["series"])
    rules.line = length(theme.charts["line"], "a chart's line", from: 0.75, to: 4)
    rules.bar = number(theme.charts["bar"], "a column's part of its place", in: 0.3...0.95)
    rules.hasGrid = theme.charts["grid"]?.flag() ?? true
    return rules
  }

  func mapRules() -> MapRules {
    var rules = MapRules()
    guard let theme else { return rules }
    rules.tints = theme.maps["tints"]?.sequence()?.compactMap(tint) ?? []
    if let names = theme.maps["names"]?.sequence() {
      rules.names = Set(names.compactMap { $0.choice(of: BackgroundName.self) })
    }
    rules.hasLocator = theme.maps["locator"]?.flag() ?? true
    rules.showsRelief = theme.maps["relief"]?.flag() ?? false
    return rules
  }

  private func series(_ node: YAMLNode?) -> [Color] {
    var colors: [Color] = []
    for entry in node?.sequence() ?? [] {
      guard let color = color(entry), let name = entry.string() else { continue }
      if colors.contains(color) {
        entry.error("the colour '\(name)' stands twice among the series", advice: "each needs its own")
      }
      let paper = theme?.colors[ColorName.paper.rawValue] ?? .white
      if color.contrast(with: paper) < Self.leastOfSeries {
        entry.error(
          "marks in '\(name)' can't be told from the paper: \(plain(color.contrast(with: paper))) to 1",
          advice: "choose a colour of \(plain(Self.leastOfSeries)) to 1 at least")
      }
      colors.append(color)
    }
    return colors
  }

  private static let leastOfSeries = 1.3

  private static let leastOnTints = 4.5

  /// A country on the ground `gold-tint` has its name in `gold`, where the theme has that; else in `ink`.
  private func tint(_ node: YAMLNode) -> MapRules.Tint? {
    guard let ground = color(node), let name = node.string(), let theme else { return nil }
    let ink = theme.colors[ColorName.ink.rawValue] ?? .black
    // Names of towns stand on it in ink.
    if ink.contrast(with: ground) < Self.leastOnTints {
      node.error(
        "on '\(name)' names in 'ink' can't be read: \(plain(ink.contrast(with: ground))) to 1",
        advice: "choose a ground of \(plain(Self.leastOnTints)) to 1 at least to 'ink'")
    }
    let strong = name.hasSuffix("-tint") ? theme.colors[String(name.dropLast("-tint".count))] : nil
    return MapRules.Tint(ground: ground, name: strong?.made(legibleOn: ground, with: ink) ?? ink)
  }
}

extension Color {
  /// The colour, mixed with ink until letters in it can be read: 4.5 to 1 (WCAG 2.2, 1.4.3).
  fileprivate func made(legibleOn ground: Color, with ink: Color) -> Color {
    stride(from: 0, to: 1, by: 0.05).lazy.map { mixed(with: ink, amount: $0) }
      .first { $0.contrast(with: ground) >= 4.5 } ?? ink
  }
}
