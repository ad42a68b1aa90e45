import Diagnostics
import Graphics
import Typesetting

/// A site's label, set and placed.
struct SetLabel {
  var site: MapDescription.Site
  var label: Label
  var place: PlacedLabel
  var style: TextStyle
}

/// The scale bar, set and placed.
struct SetScaleBar {
  var bar: ScaleBar
  var line: Typesetting.Line
  var box: Rect
}

/// Type is not made smaller than this, points, whatever has to fit.
let leastTypeSize = 6.5

/// Radius of a site's dot, from the size of its label's type.
func dotRadius(_ style: TextStyle, isNamed: Bool) -> Double { style.size * (isNamed ? 0.31 : 0.24) }

/// The radius of each dot: smaller where another is so near that one would hide the other, but never less than seven
/// tenths. The white ring, half of which lies inside the radius, then still parts the two.
private func radii(of dots: [Point], styles: [TextStyle], sites: [MapDescription.Site]) -> [Double] {
  dots.indices.map { index in
    let usual = dotRadius(styles[index], isNamed: sites[index].isNamed)
    let nearest =
      dots.indices.filter { $0 != index }.map { other in
        Rect(origin: dots[other], size: .zero).distance(to: dots[index])
      }.filter { $0 > 0.5 }.min() ?? .infinity
    return min(usual, max(0.7 * usual, 0.5 * nearest))
  }
}

/// Sets and places all labels; where they don't fit, in smaller type.
///
/// - Throws: `DiagnosticError` if they don't fit in the smallest type either.
func setLabels(
  of map: MapDescription, dots: [Point], bar: SetScaleBar?, ink: SummedGrid,
  areas: AreaMap, view: View, _ typesetter: Typesetter, _ style: MapStyle
) throws(DiagnosticError) -> [SetLabel] {
  let surroundings = LabelSurroundings(
    frame: view.rect, taken: bar.map { [$0.box.insetBy(-2)] } ?? [], ink: ink,
    homes: areas.extents(ofAreasAt: dots))
  for shrink in [1, 0.9, 0.8, 0.7] {
    let styles = map.sites.map { site in
      var text = site.isNamed ? style.city : style.otherCity
      text.size = max(min(leastTypeSize, text.size), text.size * shrink)
      return text
    }
    let radii = radii(of: dots, styles: styles, sites: map.sites)
    let labels = map.sites.indices.map { index in
      let (site, text) = (map.sites[index], styles[index])
      let line = typesetter.line(RichText(site.label, text))
      // The middle of lower-case letters with their ascenders, where a label looks level with its dot.
      return Label(
        dot: dots[index], radius: radii[index],
        size: Size(line.width, line.ascent + line.descent), axis: line.ascent - 0.34 * text.size,
        isNamed: site.isNamed)
    }
    if let places = placeLabels(labels, in: surroundings) {
      return map.sites.indices.map { index in
        SetLabel(site: map.sites[index], label: labels[index], place: places[index], style: styles[index])
      }
    }
  }
  let (width, height) = (Int(view.size.width.rounded()), Int(view.size.height.rounded()))
  throw DiagnosticError(
    "A map of \(width) × \(height) pt has no room for the labels of \(map.sites.count) places",
    advice: "name fewer places, or give the map more room in the layout")
}

/// World maps have no scale bar, since no length is true all over them.
func setScaleBar(
  for view: View, dots: [Point], ink: SummedGrid, _ typesetter: Typesetter, _ style: MapStyle
) -> SetScaleBar? {
  guard !view.isWorld else { return nil }
  let bar = ScaleBar(for: view)
  let line = typesetter.line(RichText(bar.text, style.scale))
  let size = Size(bar.length + scaleBarGap + line.width, line.ascent + line.descent)
  let radius = dotRadius(style.city, isNamed: true)
  guard let box = placeScaleBar(size, dots: dots, radius: radius, ink: ink, frame: view.rect) else {
    return nil
  }
  return SetScaleBar(bar: bar, line: line, box: box)
}

/// Between the bar and its text, points.
let scaleBarGap = 4.0
