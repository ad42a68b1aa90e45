import Graphics

/// What the ground of a country looks like.
struct LandLook: Hashable {
  var color: Color
  /// Lines over the colour: no value is known.
  var hatch: Color?
  /// What parts it from the sea, where its colour may be close to the water's.
  var coast: Color?

  var fill: Fill {
    guard let hatch else { return .solid(color) }
    return .hatch(hatch, ground: color, spacing: 3.4, width: 0.35)
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
      guard let shade = map.shades.first(where: { $0.country == code }) else { return unknown(style) }
      let color = style.shade(map.rank(of: shade.value.amount), of: map.shadeClasses)
      return LandLook(color: color, coast: style.boundaryColor)
    }
  }

  static func unknown(_ style: MapStyle) -> LandLook {
    LandLook(
      color: style.landColor, hatch: style.landColor.mixed(with: style.boundaryColor, amount: 0.45))
  }
}

extension MapDescription {
  /// Which class a value is in.
  func rank(of amount: Double) -> Int {
    shadeClasses.firstIndex { amount <= $0.most } ?? max(0, shadeClasses.count - 1)
  }
}

extension MapStyle {
  /// The ground of a class: the darker, the farther its values are from zero. Darkest is what black type can still be
  /// read on.
  func shade(_ rank: Int, of classes: [MapDescription.ShadeClass]) -> Color {
    let negative = classes.filter { $0.most <= 0 }.count
    let isNegative = rank < negative
    let (step, count) =
      isNegative ? (negative - rank, negative) : (rank - negative + 1, classes.count - negative)
    let amount = 0.14 + 0.46 * (count < 2 ? 0.6 : Double(step - 1) / Double(count - 1))
    return landColor.mixed(with: nameColor(isNegative ? 1 : 0), amount: amount)
  }

  /// The colour of the names of countries that stand out.
  func nameColor(_ rank: Int) -> Color {
    tintedNames.isEmpty ? country.color : tintedNames[min(rank, tintedNames.count - 1)]
  }
}
