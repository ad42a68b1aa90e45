import Atlas
import Diagnostics
import Graphics
import MapGrammar
import Typesetting

/// The side of a locator; `nil` where the view is so large that a reader knows it, or has no room.
func locatorSize(in view: View) -> Size? {
  let shorter = min(view.size.width, view.size.height)
  let diagonal =
    view.kilometresPerPoint
    * (view.size.width * view.size.width + view.size.height * view.size.height).squareRoot()
  guard !view.isWorld, diagonal < 1000, shorter >= 150, view.size.width >= 200 else { return nil }
  let side = min(84, max(60, 0.26 * shorter)).rounded()
  return Size(side, side)
}

/// A map of the part of the world around the view, with the view's outline; `nil` where a reader would recognise nothing.
func locator(_ setting: InsetSetting, size: Size) throws(DiagnosticError) -> Frame? {
  let view = setting.view
  let corners = [
    Point(0, 0), Point(view.size.width, 0), Point(view.size.width, view.size.height),
    Point(0, view.size.height),
  ]
  let found = view.places(at: corners).compactMap { $0 }
  let middle = view.places(at: [Point(view.size.width / 2, view.size.height / 2)])[0] ?? mean(of: found)
  var outer = MapDescription(
    sites: [], tinted: setting.map.tinted, language: setting.map.language)
  outer.shades = setting.map.shades
  outer.shadeClasses = setting.map.shadeClasses
  // From a subcontinent to a third of the globe: a reader knows it by the shape of its coasts.
  for kilometres in [3400.0, 4400, 5600, 6800] {
    let wide = try chooseView(of: [], size: size, extent: .around(middle, kilometres: kilometres))
    let data = try fetch(wide, from: setting.atlas, language: outer.language)
    let ground = try Ground(data, of: outer, in: wide)
    guard knownLand.contains(ground.landShare) else { continue }
    return paintLocator(ground, data, of: found.map(wide.onFrame), map: outer, in: wide, setting)
  }
  return nil
}

/// So much of a locator is land at least, and so much at most, or it shows no shape that is known.
private let knownLand = 0.14...0.93

private func paintLocator(
  _ ground: Ground, _ data: MapData, of corners: [Point], map: MapDescription, in view: View,
  _ setting: InsetSetting
) -> Frame {
  var frame = Frame(size: ground.size, clips: true)
  var thin = setting.style
  thin.city.size *= 0.6
  let looks = LandLook.looks(of: ground, map: map, style: setting.style)
  paint(ground, looks: looks, style: thin, on: &frame)
  var box = Path.polyline(corners).bounds ?? Rect(size: .zero)
  // No smaller than can be seen.
  let (across, down) = (max(0, 6 - box.width) / 2, max(0, 6 - box.height) / 2)
  box = box.grown(across: across, down: down)
  for name in names(ground, data, looks, beside: box, map: map, in: view, setting) {
    frame.add(name.frame, at: name.box.origin)
  }
  frame.stroke(.rectangle(box), Stroke(.white, width: 2))
  frame.stroke(.rectangle(box), Stroke(setting.style.routeColor, width: 1.2))
  return frame
}

/// Names of the largest countries and waters that have room.
private func names(
  _ ground: Ground, _ data: MapData, _ looks: [LandLook], beside box: Rect, map: MapDescription,
  in view: View, _ setting: InsetSetting
) -> ArraySlice<SetName> {
  var plain = map
  plain.detail.insistsOnNames = false
  plain.shades = []
  let ink = inkGrid(of: ground, size: view.size)
  let colors = AreaColors(AreaMap(of: ground, ink: ink), of: ground, looks: looks, setting.style)
  let naming = NameSetting(
    map: plain, ground: ground, data: data, looks: looks, colors: colors, view: view,
    typesetter: setting.typesetter, style: setting.style)
  let marks = Marks(of: plain, in: view, style: setting.style)
  // Countries are named first of all, and mostly enough of them.
  let countries = naming.nameCountries(keepingOff: .init(marks: marks, rects: [box.insetBy(-2)]))
  let names = countries.names.count < 2 ? naming.nameOthers(around: countries).names : countries.names
  return names.prefix(2)
}

extension Ground {
  /// How much of the frame is land.
  fileprivate var landShare: Double {
    let area = lands.flatMap(\.polygons).joined().reduce(0) { $0 + signedArea(of: $1) }
    return abs(area) / (size.width * size.height)
  }
}
