import Diagnostics
import Graphics
import Typesetting

/// A label, set and placed.
struct SetLabel {
  var content: LabelContent
  var label: Label
  var place: PlacedLabel
}

/// The scale bar, set and placed.
struct SetScaleBar {
  var bar: ScaleBar
  var line: Typesetting.Line
  var box: Rect
}

/// Type is not made smaller than this, points, whatever has to fit.
let leastTypeSize = 6.5

/// Sets and places the labels of sites, then of flows, routes and the strong boundary; where they don't fit, in smaller
/// type. Silent dots have none. Nothing stands on what is `taken`,
/// and no name of a place outside the `outlines` of what insets show in these.
func setLabels(
  of map: MapDescription, marks: Marks, ground: Ground, taken: [Rect], ink: SummedGrid, areas: AreaMap,
  view: View, _ typesetter: Typesetter, _ style: MapStyle, outlines: [Rect] = [],
  shrinks: [Double] = [1, 0.9, 0.8, 0.7]
) throws(DiagnosticError) -> [SetLabel] {
  let anywhere = SummedGrid(Grid<Float>(size: view.size, cell: view.size.height, filled: 1)) { $0 }
  let homes = areas.extents(ofAreasAt: marks.centers)
  let texts = lineTexts(of: map, marks: marks, ground: ground, style)
  for shrink in shrinks {
    func shrunk(_ style: TextStyle) -> TextStyle {
      var style = style
      style.size = max(min(leastTypeSize, style.size), style.size * shrink)
      return style
    }
    var contents: [LabelContent] = []
    var labels: [Label] = []
    var grids: [SummedGrid] = []
    for (dot, home) in zip(marks.dots, homes) where !dot.isSilent {
      let content = LabelContent(
        siteText(dot.site, shrunk, style), numbers: dot.site.numbers,
        style: shrunk(dot.site.isNamed ? style.city : style.otherCity), typesetter: typesetter)
      contents.append(content)
      labels.append(
        Label(
          dot.site.isRegion ? .area : .dot, dot: dot.center, radius: max(dot.radius, dot.symbolRadius),
          core: dot.radius, size: content.size, axis: content.axis, isNamed: dot.site.isNamed))
      grids.append(home)
    }
    for text in texts {
      let content = LabelContent(
        RichText(text.words, shrunk(text.style)), width: min(150, max(70, view.size.width * 0.38)),
        typesetter: typesetter)
      contents.append(content)
      labels.append(
        Label(
          .line(text.anchors), dot: text.anchors[0].point, radius: text.radius, size: content.size,
          axis: content.axis, isNamed: true))
      grids.append(anywhere)
    }
    let surroundings = LabelSurroundings(
      frame: view.rect, taken: taken, ink: ink, homes: grids, outlines: outlines)
    if let places = placeLabels(labels, in: surroundings) {
      return contents.indices.map { SetLabel(content: contents[$0], label: labels[$0], place: places[$0]) }
    }
  }
  let (width, height) = (Int(view.size.width.rounded()), Int(view.size.height.rounded()))
  let count = map.sites.count
  throw DiagnosticError(
    "A map of \(width) × \(height) pt has no room for the labels of \(count) place\(count == 1 ? "" : "s")",
    advice: "name fewer places, or give the map more room in the layout")
}

/// A site's name, and its value where it has one.
private func siteText(
  _ site: MapDescription.Site, _ shrunk: (TextStyle) -> TextStyle, _ style: MapStyle
) -> RichText {
  let name = RichText.Span(site.label, shrunk(site.isNamed ? style.city : style.otherCity))
  guard let symbol = site.symbol else { return RichText([name]) }
  return RichText([name, RichText.Span("\u{2002}" + symbol.text, shrunk(style.value))])
}

/// What stands beside a line.
private struct LineText {
  var words: String
  var style: TextStyle
  var anchors: [Label.Anchor]
  /// Half the line's width.
  var radius: Double
}

private func lineTexts(of map: MapDescription, marks: Marks, ground: Ground, _ style: MapStyle) -> [LineText]
{
  var texts: [LineText] = []
  for (flow, shape) in marks.flows {
    texts.append(
      LineText(words: flow.value.text, style: style.value, anchors: shape.anchors, radius: shape.width / 2))
  }
  for (index, route) in map.routes.enumerated() {
    let lines = ground.routes.filter { $0.kind == index }.map { evened($0.points, step: 4) }
    let places = anchors(along: lines.max { $0.count < $1.count } ?? [])
    if !places.isEmpty {
      texts.append(LineText(words: route.words, style: style.value, anchors: places, radius: 0.7))
    }
  }
  if let border = map.border {
    let line = ground.border.max { evened($0, step: 4).count < evened($1, step: 4).count }
    let places = anchors(along: evened(line ?? [], step: 4))
    if !places.isEmpty {
      texts.append(LineText(words: border.label, style: style.value, anchors: places, radius: 1))
    }
  }
  return texts
}

/// World maps have no scale bar, since no length is true all over them.
func setScaleBar(
  for view: View, dots: [Point], ink: SummedGrid, taken: [Rect], _ typesetter: Typesetter, _ style: MapStyle
) -> SetScaleBar? {
  guard !view.isWorld else { return nil }
  let bar = ScaleBar(for: view)
  let line = typesetter.line(RichText(bar.text, style.scale))
  let size = Size(bar.length + scaleBarGap + line.width, line.ascent + line.descent)
  let radius = dotRadius(style.city, isNamed: true)
  guard
    let box = placeScaleBar(size, dots: dots, radius: radius, ink: ink, taken: taken, frame: view.rect)
  else { return nil }
  return SetScaleBar(bar: bar, line: line, box: box)
}

/// Between the bar and its text, points.
let scaleBarGap = 4.0
