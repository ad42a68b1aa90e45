import Atlas
import Graphics
import MapGrammar
import Pictures
import TestSupport
import Testing
import Typesetting

@testable import Maps

private func place(_ longitude: Double, _ latitude: Double) -> GeoPoint {
  GeoPoint(longitude: longitude, latitude: latitude)
}

private func map(_ extent: MapDescription.Extent?, tinted: [String] = [], relief: Bool? = true)
  -> MapDescription
{
  var map = MapDescription(sites: [], tinted: tinted)
  if extent == nil {
    map.sites = [("Astana", 71.4, 51.2), ("Dushanbe", 68.8, 38.6), ("Aktau", 51.2, 43.65)].map { name, x, y in
      Site(position: place(x, y), label: name)
    }
  }
  map.extent = extent
  map.showsRelief = relief
  return map
}

private func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> MapDescription.Extent {
  .box(GeoBox(west: west, south: south, east: east, north: north))
}

private let size = Size(493, 330)

/// A map as it was drawn, with its shading's pixels.
private struct Shaded {
  var drawn: DrawnMap
  var view: View
  var pixels: Pixels?

  init(_ map: MapDescription, size: Size = size, style: MapStyle = makeStyle()) throws {
    var leftOut: [String] = []
    drawn = try drawMap(
      map, size: size, atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: style, leftOut: &leftOut
    )
    view = try chooseView(of: map, size: size, atlas: shippedAtlas(), style: style)
    pixels = try pictures.first.map { try Pixels($0) }
  }

  var pictures: [Picture] {
    drawn.frame.leaves.compactMap { if case .picture(let picture, _) = $0.item { picture } else { nil } }
  }

  /// Black and white, each as opaque as it is on the mean, around a place.
  func shades(at place: GeoPoint, around reach: Double = 6) throws -> (black: Double, white: Double) {
    let pixels = try #require(pixels)
    let center = view.onFrame(place)
    var (black, white, count) = (0.0, 0.0, 0.0)
    try #require(view.rect.insetBy(reach).distance(to: center) == 0)
    for value in values(in: Rect(center: center, radius: reach), of: pixels) {
      count += 1
      if value & 0xFF == 0 { black += Double(value >> 24) / 255 } else { white += Double(value >> 24) / 255 }
    }
    return (black / count, white / count)
  }

  func values(in rect: Rect, of pixels: Pixels) -> [UInt32] {
    let scale = Double(pixels.width) / view.size.width
    let columns = max(0, Int(rect.minX * scale))..<min(pixels.width, Int(rect.maxX * scale) + 1)
    let rows = max(0, Int(rect.minY * scale))..<min(pixels.height, Int(rect.maxY * scale) + 1)
    return rows.flatMap { row in columns.map { pixels.values[row * pixels.width + $0] } }
  }
}

@Test func aMapShowsReliefOnlyWhereItIsAskedFor() throws {
  #expect(try Shaded(map(nil, relief: nil)).pictures.isEmpty)
  #expect(try Shaded(map(nil, relief: false)).pictures.isEmpty)
  #expect(try Shaded(map(nil)).pictures.count == 1)
  var house = makeStyle()
  house.showsRelief = true
  #expect(try Shaded(map(nil, relief: nil), style: house).pictures.count == 1)
  #expect(try Shaded(map(nil, relief: false), style: house).pictures.isEmpty)
  // Grounds of shaded countries are values.
  var shaded = map(nil)
  shaded.shades = [.init(country: "KZ", name: "Kazakhstan", value: .init(3, "3%"))]
  let values = try Shaded(shaded)
  #expect(values.pictures.isEmpty && !values.drawn.sight.lacksRelief)
}

/// Mountains, a plain and a water, on maps of all projections, over the antimeridian and in both hemispheres.
@Test(arguments: [
  (map(nil), place(72.5, 38.6), place(60, 41.5), place(51, 42)),
  (map(box(-10, 36, 28, 56)), place(9.5, 46.5), place(21, 46.8), place(0, 45.9 - 1.6)),
  (map(box(165, -48, -170, -10)), place(169.9, -43.9), place(171.9, -43.85), place(-178, -35)),
  (map(box(-180, 60, 180, 90)), place(-150, 68.3), place(-110, 61), place(0, 85)),
  (map(box(-82, -55, -50, -10)), place(-70, -32.5), place(-60.5, -34), place(-80, -35)),
  (map(.world), place(88, 31), place(22, 10), place(-40, 30)),
])
func mountainsAreShadedAndPlainsAndWatersAreNot(
  map: MapDescription, mountains: GeoPoint, plain: GeoPoint, water: GeoPoint
) throws {
  let shaded = try Shaded(map)
  let reach = map.extent == .world ? 3.0 : 6
  let (high, low) = (try shaded.shades(at: mountains, around: reach), try shaded.shades(at: plain, around: 3))
  #expect(high.black > 0.008 && high.white > 0.005, "\(high)")
  #expect(high.black + high.white > 2.5 * (low.black + low.white), "\(high) \(low)")
  if map.extent != box(-10, 36, 28, 56) {
    let sea = try shaded.shades(at: water, around: 3)
    #expect(sea == (0, 0), "\(sea)")
  }
}

@Test func theReliefLiesOverTheGroundsAndUnderAllElse() throws {
  let leaves = try Shaded(map(nil, tinted: ["KZ", "UZ"])).drawn.frame.leaves
  let style = makeStyle()
  let picture = try #require(leaves.firstIndex { if case .picture = $0.item { true } else { false } })
  for (index, leaf) in leaves.enumerated() {
    switch leaf.item {
    case .shape(_, .solid(let color)?, nil) where style.tints.contains(color) || color == style.landColor:
      #expect(index < picture)
    case .shape(_, nil, .some), .text: #expect(index > picture)
    default: break
    }
  }
}

/// 4.5 to 1 on the darkest and the lightest of all that lies under a word, and the shading is quiet there.
@Test(arguments: [Size(493, 330), Size(325, 230)])
func namesKeepTheirContrastOnRelief(size: Size) throws {
  for extent in [nil, box(65, 25, 105, 45), box(-82, -40, -50, 0), box(5, 42, 30, 50)] {
    let style = makeStyle()
    let shaded = try Shaded(map(extent), size: size, style: style)
    let pixels = try #require(shaded.pixels)
    let left = (size.width - shaded.view.size.width) / 2
    var read = 0
    for leaf in shaded.drawn.frame.leaves {
      guard case .text(let run) = leaf.item, let bounds = leaf.bounds else { continue }
      let box = Rect(x: bounds.minX - left, y: bounds.minY, width: bounds.width, height: bounds.height)
      let values = shaded.values(in: box, of: pixels)
      let (black, white) = (
        values.filter { $0 & 0xFF == 0 }.map { $0 >> 24 }.max() ?? 0,
        values.filter { $0 & 0xFF != 0 }.map { $0 >> 24 }.max() ?? 0
      )
      #expect(black <= 40 && white <= 50, "\(run.text): \(black), \(white)")
      // On water there is no shading.
      if max(black, white) == 0 { continue }
      read += 1
      for (end, alpha) in [(Color.black, black), (.white, white)] {
        let ground = style.landColor.mixed(with: end, amount: Double(alpha) / 255)
        #expect(run.color.contrast(with: ground) >= 4.5, "\(run.text)")
      }
    }
    #expect(read > 2)
  }
}

@Test func theSameMapHasTheSameShading() throws {
  let (first, second) = (try Shaded(map(nil)), try Shaded(map(nil)))
  #expect(first.pictures == second.pictures)
}

/// Where its pixels would be seen as such it isn't drawn, which is said where the map itself asks for it.
@Test func aMapThatIsTooNearHasNoRelief() throws {
  for kilometres in [60.0, 200, 350] {
    let near = try Shaded(map(.around(place(69.2, 41.3), kilometres: kilometres)))
    #expect(near.pictures.isEmpty && near.drawn.sight.lacksRelief)
  }
  for kilometres in [900.0, 2000, 6000] {
    let far = try Shaded(map(.around(place(69.2, 41.3), kilometres: kilometres)))
    #expect(far.pictures.count == 1 && !far.drawn.sight.lacksRelief)
  }
  var house = makeStyle()
  house.showsRelief = true
  let unasked = try Shaded(map(.around(place(69.2, 41.3), kilometres: 60), relief: nil), style: house)
  #expect(unasked.pictures.isEmpty && !unasked.drawn.sight.lacksRelief)
}

/// Of a dark ground the lights are faint and the darks strong, and names stay light.
@Test func aDarkGroundKeepsItsLightNames() {
  var style = makeStyle()
  style.landColor = color("#1F3A34")
  style.country.color = color("#8A9A96")
  style.tints = [color("#20513F")]
  style.tintedNames = [color("#6FCFA0")]
  let dark = style.onRelief
  for (name, ground) in [(dark.country.color, style.landColor), (dark.tintedNames[0], style.tints[0])] {
    let most = ReliefPicture.most(on: ground)
    #expect(name.contrast(with: ground.mixed(with: .white, amount: most.white)) >= 4.5)
    #expect(name.luminance > ground.luminance)
  }
}
