import Atlas
import Evidence
import Graphics
import MapGrammar
import Typesetting

/// What the ground of a country looks like.
struct LandLook: Hashable {
  var color: Color
  /// Lines over the colour: no value is known, or it is no actual one.
  var hatch: Hatch?
  /// What parts it from the sea, where its colour may be close to the water's.
  var coast: Color?
  /// Whether its colour is that of a class of values.
  var isClass = false
  /// Dotted, so that a print without colours tells its value from positive ones.
  var isNegative = false

  struct Hatch: Hashable {
    var color: Color
    var spacing: Double
    var width: Double
  }

  var fill: Fill {
    guard let hatch else { return .solid(color) }
    return .hatch(hatch.color, ground: color, spacing: hatch.spacing, width: hatch.width)
  }

  /// The look of each land: by its value, else tinted where it stands out.
  static func looks(of ground: Ground, map: MapDescription, style: MapStyle) -> [LandLook] {
    ground.lands.map { land in
      let code = land.country.code
      if map.shades.isEmpty {
        guard let rank = map.tinted.firstIndex(of: code), !style.tints.isEmpty else {
          return LandLook(color: style.landColor)
        }
        let tint = style.tints[min(rank, style.tints.count - 1)]
        return LandLook(color: tint, coast: tint.mixed(with: style.nameColor(rank), amount: 0.7))
      }
      guard let shade = map.shades.first(where: { $0.country == code }) else {
        // Of a map of regions other countries are no part.
        let isBeside = map.shades.allSatisfy(\.isRegion) && !land.country.isRegion
        return isBeside ? LandLook(color: style.landColor) : unknown(style)
      }
      let rank = map.rank(of: shade.value.amount)
      return LandLook(
        color: style.shade(rank, of: map.shadeClasses), hatch: Hatch(shade.value.status, style),
        coast: style.boundaryColor, isClass: true,
        isNegative: map.isNegative(class: rank))
    }
  }

  static func unknown(_ style: MapStyle) -> LandLook {
    let grey = style.landColor.mixed(with: style.boundaryColor, amount: 0.45)
    return LandLook(color: style.landColor, hatch: Hatch(color: grey, spacing: 3.4, width: 0.35))
  }
}

extension LandLook.Hatch {
  /// Targets are hatched as everywhere, estimates as widely as a dashed line; actual values not.
  init?(_ status: Status, _ style: MapStyle) {
    let unit = style.city.size / 8
    let color = style.ink.mixed(with: style.paper, amount: 0.25)
    switch status {
    case .actual, .derived: return nil
    case .target: self.init(color: color, spacing: 3 * unit, width: 0.35 * unit)
    case .estimate: self.init(color: color, spacing: 7.5 * unit, width: 0.4 * unit)
    }
  }
}

extension MapDescription {
  /// Which class a value is in.
  func rank(of amount: Double) -> Int {
    shadeClasses.firstIndex { $0.isNegative ? amount <= $0.most && amount < 0 : amount <= $0.most }
      ?? max(0, shadeClasses.count - 1)
  }

  /// Whether the values of a class are below zero.
  func isNegative(class rank: Int) -> Bool {
    shadeClasses.indices.contains(rank) && shadeClasses[rank].isNegative
  }
}

extension MapStyle {
  /// The ground of a class: the darker, the farther its values are from zero. Darkest is what black type can still be
  /// read on.
  func shade(_ rank: Int, of classes: [MapDescription.ShadeClass]) -> Color {
    let negative = classes.filter(\.isNegative).count
    let isNegative = rank < negative
    let (step, count) =
      isNegative ? (negative - rank, negative) : (rank - negative + 1, classes.count - negative)
    let amount = 0.14 + 0.4 * (count < 2 ? 0.6 : Double(step - 1) / Double(count - 1))
    return landColor.mixed(with: nameColor(isNegative ? 1 : 0), amount: amount)
  }

  /// The same with water so pale that no class of grounds is taken for it, on a grey print either.
  var withPaleWater: MapStyle {
    var style = self
    style.waterColor = waterColor.mixed(with: paper, amount: 0.72)
    return style
  }

  /// The ground of corridors and areas, darker than a country's tint, and what delimits it.
  var zoneColor: Color { landColor.mixed(with: nameColor(1), amount: 0.24) }
  var zoneLine: Color { landColor.mixed(with: nameColor(1), amount: 0.8) }

  /// The colour of the names of countries that stand out.
  func nameColor(_ rank: Int) -> Color {
    tintedNames.isEmpty ? country.color : tintedNames[min(rank, tintedNames.count - 1)]
  }
}
