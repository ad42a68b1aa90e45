import MapGrammar

extension MapDescription {
  typealias Telling = Detail.Telling

  /// In the order in which they are tried.
  var tellings: [Telling] {
    guard shades.count > 1, labels != .none else { return [.inFull] }
    let saysUnits = shades.contains { $0.value.bare != nil }
    return [.inFull] + (saysUnits ? [.bare] : []) + [.marked]
  }

  func told(_ telling: Telling) -> MapDescription {
    var map = self
    map.detail.telling = telling
    return map
  }

  /// What stands on a shade's ground beside its name.
  func words(of shade: Shade) -> String {
    switch detail.telling {
    case .inFull: words(of: shade.value)
    case .bare: bareWords(of: shade.value)
    case .marked: mark(of: shade)
    }
  }

  /// In a list: below the legend’s classes without their unit, where that stands before them.
  func listed(_ value: Value) -> String {
    shadeUnit.isEmpty || part != nil ? words(of: value) : bareWords(of: value)
  }

  /// A number; where those are the events', a letter as far as there are letters.
  func mark(of shade: Shade) -> String {
    let index = shades.firstIndex(of: shade) ?? 0
    guard !events.isEmpty else { return String(index + 1) }
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return index < letters.count
      ? String(letters[index]) : "\(letters[index % letters.count])\(index / letters.count)"
  }

  /// Whether so many countries show values that lines to those without room would cover the map: a legend lists them.
  var isDense: Bool { shades.count > 12 && detail.telling != .marked }

  /// Whether countries know their readers' way: a value without a name, or listed without a mark, is found by its
  /// ground. Of regions it is not.
  var shadesRegions: Bool { shades.contains(where: \.isRegion) }
}
