/// How the values of shaded countries and regions are told, from what reads best to what needs least room.
enum ShadeTelling: Hashable, Sendable {
  /// Name, number and unit on the ground, or outside with a line to it.
  case inFull
  /// The same without the unit, which the legend's classes have.
  case bare
  /// A mark on the ground; what it stands for is listed beside the map or below it.
  case marked
}

extension MapDescription {
  /// In the order in which they are tried.
  var tellings: [ShadeTelling] {
    guard shades.count > 1, labels != .none else { return [.inFull] }
    let saysUnits = shades.contains { $0.value.bare != nil }
    return [.inFull] + (saysUnits ? [.bare] : []) + [.marked]
  }

  func told(_ telling: ShadeTelling) -> MapDescription {
    var map = self
    map.telling = telling
    return map
  }

  /// What stands on a shade's ground beside its name.
  func words(of shade: Shade) -> String {
    switch telling {
    case .inFull: shade.value.text
    case .bare: shade.value.bare ?? shade.value.text
    case .marked: mark(of: shade)
    }
  }

  /// In a list: below the legend’s classes without their unit, where that stands before them.
  func listed(_ value: Value) -> String {
    shadeUnit.isEmpty || keyStandsElsewhere ? value.text : value.bare ?? value.text
  }

  /// A number; where those are the events', a letter as far as there are letters.
  func mark(of shade: Shade) -> String {
    let index = shades.firstIndex(of: shade) ?? 0
    guard !events.isEmpty else { return String(index + 1) }
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return index < letters.count
      ? String(letters[index]) : "\(letters[index % letters.count])\(index / letters.count)"
  }

  /// Whether countries know their readers' way: a value without a name, or listed without a mark, is found by its
  /// ground. Of regions it is not.
  var shadesRegions: Bool { shades.contains(where: \.isRegion) }
}
