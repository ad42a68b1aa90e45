import Atlas
import Diagnostics
import Graphics
import MapGrammar
import Typesetting

/// A small map in the larger one.
struct PlacedInset {
  var rect: Rect
  var frame: Frame
  /// What it shows, on the larger map; empty for a locator.
  var outline: Rect?
  /// The sites whose names stand in it only: those within its outline.
  var silenced: [Int] = []
  /// Whether their dots stand in it only, too.
  var hidesDots = false
  /// The site whose name stands beside an outline as small as a dot, as well as in the inset.
  var named: Int?

  /// What it shows; dots come over it.
  func paintOutline(style: MapStyle, on map: inout Frame) {
    guard let outline else { return }
    map.stroke(.rectangle(outline), Stroke(style.paper, width: 2.2 * style.unit))
    map.stroke(.rectangle(outline), edge(style))
  }

  func paint(style: MapStyle, on map: inout Frame) {
    let edge = Path.rectangle(rect)
    map.stroke(edge, Stroke(style.paper, width: 3 * style.unit))
    map.add(frame, at: rect.origin)
    map.stroke(edge, self.edge(style))
  }

  /// The same around the inset and around what it shows, so that the two are seen to belong together.
  private func edge(_ style: MapStyle) -> Stroke { Stroke(style.ink, width: 0.7 * style.unit) }
}

extension MapStyle {
  /// Lines grow with the type.
  fileprivate var unit: Double { city.size / 8 }
}

/// What insets are found by.
struct InsetSetting {
  let map: MapDescription
  let marks: Marks
  let view: View
  let ground: Ground
  let ink: SummedGrid
  let areas: AreaMap
  let atlas: Atlas
  let typesetter: Typesetter
  let style: MapStyle
}

/// The small maps that the map needs and has room for: a magnified one of places that stand too close to be told apart,
/// and, where the view is small, one that says where it lies.
func placeInsets(_ setting: InsetSetting) throws(DiagnosticError) -> [PlacedInset] {
  let view = setting.view
  var room = InsetRoom(setting)
  var insets: [PlacedInset] = []
  if let inset = try magnified(setting, room) {
    room.taken.append(inset.rect)
    insets.append(inset)
  }
  if setting.style.hasLocator, let size = locatorSize(in: view), let rect = room.place(size, away: nil),
    let frame = try locator(setting, size: size)
  {
    insets.append(PlacedInset(rect: rect, frame: frame))
  }
  return insets
}

/// The first magnified map that has room on the map and in itself for all of its labels. Each try costs as much as a
/// map, so there are few.
private func magnified(_ setting: InsetSetting, _ room: InsetRoom) throws(DiagnosticError) -> PlacedInset? {
  let (map, view) = (setting.map, setting.view)
  var tries = 0
  for magnification in Magnification.all(for: setting.marks, in: view, setting.style) where tries < 5 {
    let outline = magnification.outline
    guard let rect = room.place(magnification.size, away: outline) else { continue }
    tries += 1
    let close = view.magnified(
      by: magnification.factor, about: magnification.center, size: magnification.size)
    var part = map
    part.sites = map.sites.filter { site in
      outline.contains(Rect(origin: view.onFrame(site.position), size: .zero))
    }
    (part.flows, part.border) = ([], nil)
    // What is said of a whole route stands beside the whole of it, and so do the names of countries where they crowd.
    (part.allowsInsets, part.showsGraticule, part.detail.namesRoutes) = (false, false, false)
    part.detail.insistsOnNames = false
    let data = try fetch(close, from: setting.atlas, language: map.language, names: map.countryNames)
    let drawn = try draw(
      part, view: close, data: data, typesetter: setting.typesetter, style: setting.style,
      withoutRoom: .notAllowed)
    if let frame = drawn?.map.frame, hasFullType(frame, part.sites, setting.style) {
      return inset(rect, frame, of: magnification, setting.marks)
    }
  }
  return nil
}

/// Whether the names in an inset are about as large as on the map: it is no gain where they had to be made smaller.
private func hasFullType(_ frame: Frame, _ sites: [Site], _ style: MapStyle) -> Bool {
  let least = 0.85 * min(style.city.size, style.otherCity.size)
  let names = Set(sites.map(\.caption))
  return frame.leaves.allSatisfy { leaf in
    guard case .text(let run) = leaf.item, names.contains(run.text) else { return true }
    return run.fontSize >= least
  }
}

extension Marks {
  /// The same with no name in the outlines of insets; `isNamed` lets one stand beside a small outline.
  func silenced(by insets: [PlacedInset], isNamed: Bool = true) -> Marks {
    var result = self
    for inset in insets {
      for index in inset.silenced {
        result.dots[index].isSilent = true
        result.dots[index].isInInsetOnly = inset.hidesDots
      }
      guard isNamed, let named = inset.named else { continue }
      result.dots[named].isSilent = false
      result.dots[named].box = inset.outline
    }
    return result
  }
}

private func inset(
  _ rect: Rect, _ frame: Frame, of magnification: Magnification, _ marks: Marks
) -> PlacedInset {
  let outline = magnification.outline
  let within = marks.dots.indices.filter { index in
    marks.dots[index].isSpot && outline.distance(to: marks.dots[index].center) == 0
  }
  var inset = PlacedInset(
    rect: rect, frame: frame, outline: outline, silenced: within, hidesDots: magnification.isBlot)
  if max(outline.width, outline.height) < smallOutline, within.count <= mostBesideOutline {
    inset.named = within.first { marks.dots[$0].site.isNamed } ?? within.first
  }
  return inset
}

/// A box smaller than this, points, is a spot on the map: a name beside it says where that is.
private let smallOutline = 26.0

/// One name does not speak for more places than these, and more dots than these that touch are a blot.
let mostBesideOutline = 3
