import Atlas
import Graphics
import MapGrammar
import Typesetting

/// A label, set and placed.
struct SetLabel {
  var content: LabelContent
  var label: Label
  var place: PlacedLabel
}

/// What a label belongs to.
enum LabelOwner: Hashable {
  /// A dot of the marks, by its number.
  case dot(Int)
  /// A flow, a route or the strong boundary, with the label's words.
  case line(String)
  /// A callout of the marks, by its number.
  case callout(Int)
}

/// Labels that are set, and those that have no room.
struct SetLabels {
  var labels: [SetLabel]
  var missing: [LabelOwner] = []
}

/// Where labels are set: what is on the map before them.
struct LabelSetting {
  let map: MapDescription
  let marks: Marks
  let ground: Ground
  /// Where nothing may stand.
  let taken: [Rect]
  /// What insets show of the map, where no label stands.
  let outlines: [Rect]
  let ink: SummedGrid
  let areas: AreaMap
  let view: View
  let typesetter: Typesetter
  let style: MapStyle

  /// Sets and places the labels of sites, then of flows, routes and the strong boundary, then callouts; where they don't
  /// fit, in smaller type. Silent dots have none.
  ///
  /// - Returns: `nil` where there is no room for all of them.
  func setAll(shrinks: [Double] = [1, 0.9, 0.8, 0.7]) -> SetLabels? {
    for shrink in shrinks {
      let draft = draft(shrink)
      guard let places = placeLabels(draft.labels, in: surroundings(draft)) else { continue }
      return SetLabels(
        labels: places.indices.map {
          SetLabel(content: draft.contents[$0], label: draft.labels[$0], place: places[$0])
        })
    }
    return nil
  }

  /// As many of them as there is room for, in small type.
  func setMost() -> SetLabels {
    let draft = draft(0.7)
    var result = SetLabels(labels: [])
    for (index, place) in placeMostLabels(draft.labels, in: surroundings(draft)).enumerated() {
      if let place {
        result.labels.append(
          SetLabel(content: draft.contents[index], label: draft.labels[index], place: place))
      } else {
        result.missing.append(draft.owners[index])
      }
    }
    return result
  }

  /// Labels before they are placed, side by side with what they belong to, what they say and where they are at home.
  private struct Draft {
    var owners: [LabelOwner] = []
    var contents: [LabelContent] = []
    var labels: [Label] = []
    var homes: [SummedGrid] = []
    var lines: [[DrawnLine]] = []

    mutating func add(_ owner: LabelOwner, _ content: LabelContent, _ label: Label, home: SummedGrid) {
      owners.append(owner)
      contents.append(content)
      labels.append(label)
      homes.append(home)
    }
  }

  private func draft(_ shrink: Double) -> Draft {
    func shrunk(_ text: TextStyle) -> TextStyle { style.shrunk(text, by: shrink) }
    var draft = Draft()
    let (homes, hearts) = self.homes
    for (index, dot) in marks.dots.enumerated() where !dot.isSilent {
      let content = LabelContent(
        siteText(dot, of: map, shrunk, style), numbers: dot.site.numbers,
        style: shrunk(dot.site.isNamed ? style.city : style.otherCity), leastType: style.leastType,
        paper: style.paper, typesetter: typesetter)
      var label = Label(of: dot, size: content.size, axis: content.axis)
      label.dot = hearts[index] ?? dot.center
      draft.add(.dot(index), content, label, home: homes[index])
    }
    let anywhere = SummedGrid(Grid<Float>(size: view.size, cell: view.size.height, filled: 1)) { $0 }
    for text in lineTexts(of: map, marks: marks, ground: ground, style) {
      let content = LabelContent(
        RichText(text.words, shrunk(text.style)), width: widthOfLineTexts, typesetter: typesetter)
      let label = Label(
        .line(draft.lines.count, text.anchors), dot: text.anchors[0].point, radius: text.radius,
        size: content.size, axis: content.axis, isNamed: true)
      draft.lines.append(
        text.lines.map { DrawnLine($0, radius: text.radius, clearance: text.clearance) })
      draft.add(.line(text.words), content, label, home: text.clearance == nil ? anywhere : sidesOfBorder)
    }
    if marks.callouts.isEmpty { return draft }
    let aside = areas.extent { !ground.isShaded($0, by: map) }
    for (index, callout) in marks.callouts.enumerated() {
      let small = shrunk(style.value)
      let text =
        callout.color.map { countryName(callout.name, $0, shrunk) }
        ?? RichText(
          [
            RichText.Span(callout.isNamed ? callout.name : "", small),
            RichText.Span(callout.isNamed && !callout.value.isEmpty ? " " : "", small),
            .value(callout.value, small),
          ].filter { !$0.text.isEmpty })
      let content = LabelContent(text, style: small, leastType: style.leastType, typesetter: typesetter)
      let label = Label(
        .callout, dot: callout.point, radius: 0, size: content.size, axis: content.axis, isNamed: true)
      draft.add(.callout(index), content, label, home: aside)
    }
    return draft
  }

  /// As names of countries stand, in a tight setting.
  private func countryName(_ name: String, _ color: Color, _ shrunk: (TextStyle) -> TextStyle) -> RichText {
    var text = shrunk(style.country)
    text.tracking *= 0.3
    text.color = legible(color, on: style.landColor)
    text.language = map.language
    return RichText(capitals(name, language: map.language), text)
  }

  /// What is said of a line is a compact block rather than a long line, which would run over a sea or a neighbour.
  private var widthOfLineTexts: Double {
    min(12 * style.value.size, max(9 * style.value.size, view.size.width * 0.38))
  }

  /// What is said of a boundary stands in one of its countries: over water it would seem to name the sea.
  private var sidesOfBorder: SummedGrid {
    let codes = [map.border?.first, map.border?.second]
    return areas.ground { ground.lands.indices.contains($0) && codes.contains(ground.lands[$0].country.code) }
  }

  /// Where each dot's own country is, or the region itself, and the regions' middles.
  private var homes: ([SummedGrid], [Int: Point]) {
    var homes = areas.extents(ofAreasAt: marks.centers)
    let numbers = marks.dots.indices.filter { marks.dots[$0].site.isRegion }
    if numbers.isEmpty { return (homes, [:]) }
    var regions = areas
    regions.setRegions(around: numbers.map { marks.dots[$0].center }, on: ground, lands: areas)
    var hearts: [Int: Point] = [:]
    for (region, number) in numbers.enumerated() {
      // Where the atlas knows no regions of a country, the place is all there is.
      guard let land = areas.area(at: marks.dots[number].center),
        ground.regions.joined().contains(where: { areas.isWithin(land, around: $0) }),
        let heart = regions.heart(of: region)
      else { continue }
      hearts[number] = heart
      homes[number] = regions.extents(ofAreasAt: [heart])[0]
    }
    return (homes, hearts)
  }

  private func surroundings(_ draft: Draft) -> LabelSurroundings {
    let silent = marks.dots.filter { $0.isSilent && !$0.site.isRegion }
    return LabelSurroundings(
      frame: view.rect, taken: taken, ink: ink, arrows: arrows, homes: draft.homes, outlines: outlines,
      silent: silent.map { Label(of: $0, size: .zero, axis: 0) }, lines: draft.lines)
  }
}

extension LabelSetting {
  /// Where arrows are; `nil` where there are none.
  private var arrows: SummedGrid? {
    if marks.flows.isEmpty { return nil }
    var grid = Grid<Float>(size: view.size, cell: 1, filled: 0)
    for (_, shape) in marks.flows { grid.fill([shape.outline], with: 1) }
    return SummedGrid(grid) { $0 }
  }
}

extension Label {
  fileprivate init(of dot: Marks.Dot, size: Size, axis: Double) {
    self.init(
      dot.site.isRegion ? .area : .dot, dot: dot.center, radius: max(dot.radius, dot.symbolRadius),
      core: dot.radius, size: size, axis: axis, isNamed: dot.site.isNamed)
    (box, heading) = (dot.box, dot.heading)
  }
}

/// A site's name, and its value where it has one; where the site lies beyond the map, its country, and how far it is.
private func siteText(
  _ dot: Marks.Dot, of map: MapDescription, _ shrunk: (TextStyle) -> TextStyle, _ style: MapStyle
) -> RichText {
  let site = dot.site
  let name = RichText.Span(site.caption, shrunk(site.isNamed ? style.city : style.otherCity))
  if let kilometres = dot.kilometresBeyond {
    let small = shrunk(style.otherCity)
    let country = site.countryName.isEmpty ? "" : comma(language: name.style.language) + site.countryName
    return RichText(
      [name, RichText.Span(country, small)].filter { !$0.text.isEmpty } + [
        RichText.Span("\u{2002}", small), .value("≈\u{00A0}" + kilometreWords(kilometres), small),
      ])
  }
  guard let symbol = site.symbol else { return RichText([name]) }
  let value = shrunk(style.value)
  return RichText([name, RichText.Span("\u{2002}", value), .value(map.words(of: symbol), value)])
}

extension RichText.Span {
  /// A value beside a name, whose direction it doesn't share: after Arabic words "$2.5 bn" keeps its order.
  static func value(_ text: String, _ style: TextStyle) -> RichText.Span {
    var span = RichText.Span(text, style)
    span.isIsolated = true
    return span
  }
}
