import Atlas
import Diagnostics
import Graphics
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
}

/// Finds room for what is to be written.
struct Writing {
  let map: MapDescription
  let view: View
  let data: MapData
  let ground: Ground
  let looks: [LandLook]
  let ink: SummedGrid
  let areas: AreaMap
  let colors: AreaColors
  let typesetter: Typesetter
  let style: MapStyle

  private struct Setting {
    var marks: Marks
    var insets: [PlacedInset]
    var bar: SetScaleBar?
    /// Where nothing may stand.
    var taken: [Rect]
    var labels: SetLabels
  }

  /// Labels come first: where they need the insets' room, there are none. What has no room comes into `leftOut` or, where
  /// that is `nil`, is an error.
  func write(_ marks: Marks, _ insets: [PlacedInset], leftOut: inout [String]?) throws(DiagnosticError)
    -> Written
  {
    var setting: Setting
    // A locator is the first that gives way.
    let choices = [insets, insets.filter { $0.outline != nil }]
    if let found = first(
      of: choices[0].count == choices[1].count ? [choices[0]] : choices,
      { some in
        some.isEmpty
          ? nil
          : first(of: [true, false]) { try? set(marks.silenced(by: some, isNamed: $0), some) }
      })
    {
      setting = found
    } else {
      do throws(DiagnosticError) {
        setting = try set(marks, [])
      } catch {
        guard leftOut != nil else { throw error }
        setting = self.setting(marks, []) { (room) throws(Never) in room.setMost() }
        // Not even one: the map is too small for any.
        if setting.labels.labels.isEmpty { throw error }
      }
    }
    leftOut?.append(contentsOf: setting.labels.missing.map { words(of: $0, marks) })
    // The places at its ends are one spot at this scale.
    let drawn = Set(marks.flows.map(\.flow))
    leftOut?.append(contentsOf: map.flows.filter { !drawn.contains($0) }.map(\.value.text))
    if map.isDense || map.labels == .none {
      let names = name(setting, allowsValuesAlone: true)
      return Written(
        marks: setting.marks, labels: setting.labels.labels, bar: setting.bar, names: names,
        insets: setting.insets, ties: ties(setting), unlabelled: map.labels == .none ? [] : silent(names),
        unnamed: codes(names.unnamed))
    }
    var names = name(setting)
    // A value that finds no room in its country beside the name stands outside; what its label takes may drive out
    // another's.
    for _ in 0..<4 where !names.untold.isEmpty {
      guard let some = set(setting, with: self.callouts(names)) else { break }
      setting = some
      names = name(setting)
    }
    if !names.untold.isEmpty { names = name(setting, allowsValuesAlone: true) }
    if let better = named(setting, names) { (setting, names) = better }
    return Written(
      marks: setting.marks, labels: setting.labels.labels, bar: setting.bar, names: names,
      insets: setting.insets, ties: ties(setting), unlabelled: silent(names), unnamed: codes(names.unnamed))
  }

  /// The map's own countries come before all labels: where one found no room among them, they leave it the place that it
  /// has without them. Where it has none either, its name stands outside with a line to it.
  private func named(_ setting: Setting, _ names: SetNames) -> (Setting, SetNames)? {
    guard !names.nameless.isEmpty else { return nil }
    var bare = setting
    bare.labels.labels = []
    let alone = name(bare, ownAlone: true)
    let rooms = names.nameless.compactMap { alone.own[$0] }
    var best = (setting: setting, nameless: names.nameless)
    func take(_ setting: Setting?) {
      guard let setting else { return }
      let nameless = name(setting, ownAlone: true).nameless
      if nameless.count < best.nameless.count { best = (setting, nameless) }
    }
    if !rooms.isEmpty {
      take(try? set(setting.marks, setting.insets, keepingFree: Array(alone.own.values)))
      take(try? set(setting.marks, setting.insets, keepingFree: rooms))
    }
    if !best.nameless.isEmpty {
      let callouts = Maps.callouts(
        naming: best.nameless, ground: ground, areas: areas, map: map, style: style)
      take(set(best.setting, with: callouts))
    }
    return best.nameless.count < names.nameless.count ? (best.setting, name(best.setting)) : nil
  }

  private func words(of owner: LabelOwner, _ marks: Marks) -> String {
    switch owner {
    case .dot(let index): marks.dots[index].site.label
    case .line(let words): words
    case .callout(let index): marks.callouts[index].text
    }
  }

  private func set(
    _ marks: Marks, _ insets: [PlacedInset], keepingFree rooms: [Rect] = [],
    shrinks: [Double] = [1, 0.9, 0.8, 0.7]
  ) throws(DiagnosticError) -> Setting {
    try setting(marks, insets, keepingFree: rooms) { room throws(DiagnosticError) in
      try room.set(shrinks: shrinks)
    }
  }

  /// Labels stay out of `rooms`.
  private func setting<Failure: Error>(
    _ marks: Marks, _ insets: [PlacedInset], keepingFree rooms: [Rect] = [],
    _ set: (LabelSetting) throws(Failure) -> SetLabels
  ) throws(Failure) -> Setting {
    let rects = insets.map(\.rect)
    let bar = setScaleBar(
      for: view, dots: marks.centers, ink: ink, taken: rects, over: colors, typesetter, style)
    // A name that touches an inset's frame would seem to belong into it.
    let taken = rects.map { $0.insetBy(-insetGap) } + [bar?.box.insetBy(-2)].compactMap { $0 }
    let room = LabelSetting(
      map: map, marks: marks, ground: ground, taken: taken + rooms, outlines: insets.compactMap(\.outline),
      ink: ink,
      areas: areas, view: view, typesetter: typesetter, style: style)
    return Setting(marks: marks, insets: insets, bar: bar, taken: taken, labels: try set(room))
  }

  private func name(_ setting: Setting, allowsValuesAlone: Bool = false, ownAlone: Bool = false) -> SetNames {
    setNames(
      of: map, ground: ground, data: data, looks: looks, over: colors, marks: setting.marks,
      labels: setting.labels.labels, taken: setting.taken + setting.insets.compactMap(\.outline),
      lines: ties(setting), view: view, allowsValuesAlone: allowsValuesAlone, ownAlone: ownAlone,
      typesetter, style)
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
    if let found = try? set(marks, setting.insets, shrinks: [1, 0.85]) { return found }
    let most = self.setting(marks, setting.insets) { (room) throws(Never) in room.setMost() }
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

private func first<Choice, Result>(of choices: [Choice], _ make: (Choice) -> Result?) -> Result? {
  for choice in choices {
    if let result = make(choice) { return result }
  }
  return nil
}
