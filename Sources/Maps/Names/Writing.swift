import Atlas
import Graphics
import MapGrammar
import Typesetting

/// All that is written on a map: labels, names, the scale.
struct Written {
  /// With what is left to the insets.
  var marks: Marks
  var labels: [SetLabel]
  var bar: SetScaleBar?
  var names: SetNames
  var insets: [PlacedInset]
  /// Lines between insets and what they show.
  var ties: [Leader]
  /// Codes of the countries whose values have no room.
  var unlabelled: [String] = []
  /// Codes of those whose values stand without their names.
  var unnamed: [String] = []
  /// Labels of places and ways that have no room.
  var leftOut: [String]
}

/// What becomes of labels that have no room.
enum LabelsWithoutRoom {
  /// The map is not drawn.
  case notAllowed
  /// They are left out, and it is said which.
  case leftOut
}

/// Finds room for what is to be written.
struct Writing {
  let map: MapDescription
  let view: View
  let ground: Ground
  let ink: SummedGrid
  let areas: AreaMap
  let naming: NameSetting

  private struct Setting {
    var marks: Marks
    var insets: [PlacedInset]
    var bar: SetScaleBar?
    /// Where nothing may stand.
    var taken: [Rect]
    var labels: SetLabels
  }

  /// Labels come first: where they need the insets' room, there are none.
  ///
  /// - Returns: `nil` where labels that have no room are not allowed and some have none, or where not even one has.
  func write(_ marks: Marks, _ insets: [PlacedInset], withoutRoom: LabelsWithoutRoom) -> Written? {
    guard let setting = setting(marks, insets, withoutRoom) else { return nil }
    // The places at its ends are one spot at this scale.
    let drawn = Set(marks.flows.map(\.flow))
    let leftOut =
      setting.labels.missing.map { words(of: $0, marks) }
      + map.flows.filter { !drawn.contains($0) }.map { map.words(of: $0.value) }
    return written(setting, leftOut: leftOut)
  }

  private func setting(
    _ marks: Marks, _ insets: [PlacedInset], _ withoutRoom: LabelsWithoutRoom
  ) -> Setting? {
    // A locator is the first that gives way.
    let fewer = insets.filter { $0.outline != nil }
    for some in fewer.count == insets.count ? [insets] : [insets, fewer] where !some.isEmpty {
      for isNamed in [true, false] {
        if let found = setAll(marks.silenced(by: some, isNamed: isNamed), some) { return found }
      }
    }
    if let found = setAll(marks, []) { return found }
    guard withoutRoom == .leftOut else { return nil }
    let most = setMost(marks, [])
    // Not even one: the map is too small for any.
    return most.labels.labels.isEmpty ? nil : most
  }

  private func written(_ setting: Setting, leftOut: [String]) -> Written {
    var setting = setting
    if map.isDense || map.labels == .none {
      let names = naming.nameOthers(around: name(setting, allowsValuesAlone: true))
      return Written(
        marks: setting.marks, labels: setting.labels.labels, bar: setting.bar, names: names,
        insets: setting.insets, ties: ties(setting), unlabelled: map.labels == .none ? [] : silent(names),
        unnamed: codes(names.unnamed), leftOut: leftOut)
    }
    // Waters and regions take what countries leave, and are many: they are named once the countries are settled.
    var countries = name(setting)
    // A value that finds no room in its country beside the name stands outside; what its label takes may drive out
    // another's.
    for _ in 0..<4 where !countries.found.untold.isEmpty {
      guard let some = set(setting, with: callouts(countries.found)) else { break }
      setting = some
      countries = name(setting)
    }
    if !countries.found.untold.isEmpty { countries = name(setting, allowsValuesAlone: true) }
    if let better = named(setting, countries.found) { (setting, countries) = better }
    let names = naming.nameOthers(around: countries)
    return Written(
      marks: setting.marks, labels: setting.labels.labels, bar: setting.bar, names: names,
      insets: setting.insets, ties: ties(setting), unlabelled: silent(names), unnamed: codes(names.unnamed),
      leftOut: leftOut)
  }

  /// The map's own countries come before all labels: where one found no room among them, they leave it the place that it
  /// has without them. Where it has none either, its name stands outside with a line to it.
  private func named(_ setting: Setting, _ names: SetNames) -> (Setting, NameSetting.Countries)? {
    guard !names.nameless.isEmpty else { return nil }
    var bare = setting
    bare.labels.labels = []
    let alone = ownNames(bare)
    let rooms = names.nameless.compactMap { alone.own[$0] }
    var best = (setting: setting, nameless: names.nameless)
    func take(_ setting: Setting?) {
      guard let setting else { return }
      let nameless = ownNames(setting).nameless
      if nameless.count < best.nameless.count { best = (setting, nameless) }
    }
    if !rooms.isEmpty {
      take(setAll(setting.marks, setting.insets, keepingFree: Array(alone.own.values)))
      take(setAll(setting.marks, setting.insets, keepingFree: rooms))
    }
    if !best.nameless.isEmpty {
      let callouts = Maps.callouts(
        naming: best.nameless, ground: ground, areas: areas, map: map, style: naming.style)
      take(set(best.setting, with: callouts))
    }
    return best.nameless.count < names.nameless.count ? (best.setting, name(best.setting)) : nil
  }

  private func words(of owner: LabelOwner, _ marks: Marks) -> String {
    switch owner {
    case .dot(let index): marks.dots[index].site.caption
    case .line(let words): words
    case .callout(let index): marks.callouts[index].text
    }
  }

  /// With all labels; `nil` where there is no room for them. They stay out of `rooms`.
  private func setAll(
    _ marks: Marks, _ insets: [PlacedInset], keepingFree rooms: [Rect] = [],
    shrinks: [Double] = [1, 0.9, 0.8, 0.7]
  ) -> Setting? {
    var setting = bare(marks, insets)
    guard let labels = room(of: setting, keepingFree: rooms).setAll(shrinks: shrinks) else { return nil }
    setting.labels = labels
    return setting
  }

  /// With as many labels as there is room for.
  private func setMost(_ marks: Marks, _ insets: [PlacedInset]) -> Setting {
    var setting = bare(marks, insets)
    setting.labels = room(of: setting).setMost()
    return setting
  }

  /// Without labels.
  private func bare(_ marks: Marks, _ insets: [PlacedInset]) -> Setting {
    let rects = insets.map(\.rect)
    let bar = setScaleBar(
      for: view, dots: marks.centers, ink: ink, taken: rects, over: naming.colors, naming.typesetter,
      naming.style)
    // A name that touches an inset's frame would seem to belong into it.
    let taken = rects.map { $0.insetBy(-insetGap) } + [bar?.box.insetBy(-2)].compactMap { $0 }
    return Setting(marks: marks, insets: insets, bar: bar, taken: taken, labels: SetLabels(labels: []))
  }

  private func room(of setting: Setting, keepingFree rooms: [Rect] = []) -> LabelSetting {
    LabelSetting(
      map: map, marks: setting.marks, ground: ground, taken: setting.taken + rooms,
      outlines: setting.insets.compactMap(\.outline), ink: ink, areas: areas, view: view,
      typesetter: naming.typesetter, style: naming.style)
  }

  private func name(_ setting: Setting, allowsValuesAlone: Bool = false) -> NameSetting.Countries {
    naming.nameCountries(keepingOff: kept(setting), allowsValuesAlone: allowsValuesAlone)
  }

  private func ownNames(_ setting: Setting) -> SetNames { naming.ownNames(keepingOff: kept(setting)) }

  private func kept(_ setting: Setting) -> NameSetting.Kept {
    NameSetting.Kept(
      marks: setting.marks, labels: setting.labels.labels,
      rects: setting.taken + setting.insets.compactMap(\.outline), lines: ties(setting))
  }

  private func ties(_ setting: Setting) -> [Leader] {
    setting.insets.flatMap { inset in
      Maps.ties(
        of: inset, among: setting.insets, labels: setting.labels.labels, bar: setting.bar,
        marks: setting.marks, ground: ground)
    }
  }

  private func codes(_ lands: [Int]) -> [String] { lands.map { ground.lands[$0].country.code } }

  /// Countries whose values stand nowhere: no room, a sliver at the frame's edge, or not seen at all.
  private func silent(_ names: SetNames) -> [String] {
    let silent = Set(codes(names.untold))
    let seen = Set(ground.lands.map(\.country.code))
    return map.shades.map(\.country).filter { silent.contains($0) || !seen.contains($0) }
  }

  private func callouts(_ names: SetNames) -> [Callout] {
    names.untold.isEmpty ? [] : Maps.callouts(for: names.untold, ground: ground, areas: areas, map: map)
  }

  /// The same with as many more callouts as there is room for beside the other labels; `nil` where there is no more.
  private func set(_ setting: Setting, with callouts: [Callout]) -> Setting? {
    if callouts.isEmpty { return nil }
    var marks = setting.marks
    marks.callouts += callouts
    // What was left out before stays so.
    for case .dot(let index) in setting.labels.missing { marks.dots[index].isSilent = true }
    if let found = setAll(marks, setting.insets, shrinks: [1, 0.85]) { return found }
    let most = setMost(marks, setting.insets)
    var missing = Set<Int>()
    for owner in most.labels.missing {
      guard case .callout(let index) = owner else { return nil }
      missing.insert(index)
    }
    let told = marks.callouts.count - missing.count
    guard told > setting.marks.callouts.count else { return nil }
    var found = most
    found.marks.callouts = marks.callouts.indices.filter { !missing.contains($0) }.map { marks.callouts[$0] }
    found.labels.missing = []
    return found
  }
}

/// Between an inset's frame and labels outside, points.
private let insetGap = 4.0
