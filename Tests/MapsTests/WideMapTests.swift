import Atlas
import Graphics
import MapGrammar
import TestSupport
import Testing

@testable import Maps

private func place(_ longitude: Double, _ latitude: Double) -> GeoPoint {
  GeoPoint(longitude: longitude, latitude: latitude)
}

/// Which country each half degree of the globe belongs to, straight from the atlas, without a projection.
private struct Truth {
  private var grid = Grid<Int16>(size: Size(720, 360), cell: 1, filled: -1)
  private let codes: [String]

  init(_ atlas: Atlas) throws {
    let countries = try atlas.countries(
      in: GeoBox(west: -180, south: -90, east: 180, north: 90), detail: .coarse)
    codes = countries.map(\.code)
    for (index, country) in countries.enumerated() {
      for polygon in country.polygons {
        grid.fill(
          polygon.rings.map { $0.map { Point(($0.longitude + 180) * 2, ($0.latitude + 90) * 2) } },
          with: Int16(index))
      }
    }
  }

  /// Empty at sea.
  func code(at place: GeoPoint) -> String {
    let area = grid[Point((wrap(place.longitude) + 180) * 2, (place.latitude + 90) * 2)]
    return area < 0 ? "" : codes[Int(area)]
  }
}

private let wideViews: [(String, [GeoPoint])] = [
  ("Wellington and Santiago", [place(174.78, -41.29), place(-70.65, -33.46)]),
  ("Sydney and Lima", [place(151.21, -33.87), place(-77.03, -12.05)]),
  ("Tokyo and San Francisco", [place(139.69, 35.69), place(-122.42, 37.77)]),
  ("Suva and Apia", [place(178.44, -18.14), place(-171.76, -13.83)]),
  ("Anadyr and Nome", [place(177.5, 64.73), place(-165.4, 64.5)]),
  ("around the north pole", [place(15.6, 78.2), place(-156.8, 71.3), place(129, 71.6)]),
  ("around the south pole", [place(-68.3, -54.8), place(147.3, -42.9), place(18.4, -33.9)]),
  ("Cape Town and Perth", [place(18.4, -33.9), place(115.9, -31.95)]),
  ("Honolulu and Auckland", [place(-157.86, 21.31), place(174.76, -36.85)]),
  ("Dakar and Colombo", [place(-17.4, 14.7), place(79.9, 6.9)]),
]

private let frames = [
  Size(155, 233), Size(230, 300), Size(300, 300), Size(325, 230), Size(493, 180), Size(120, 480),
]

/// Every place of the frame that is not near a coast or a boundary has the ground of its own country, or water.
@Test func seaIsSeaAndLandIsLandOnMapsOverThePacificAndThePoles() throws {
  let atlas = try shippedAtlas()
  let truth = try Truth(atlas)
  for (name, places) in wideViews {
    for size in frames {
      let view = try chooseView(of: places, size: size)
      let ground = try Ground(fetch(view, from: atlas), routes: [], in: view)
      let map = AreaMap(of: ground, ink: SummedGrid(Grid<Float>(size: size, cell: 2, filled: 0)) { $0 })
      var wrong: [String] = []
      var (sea, land) = (0, 0)
      for y in stride(from: 8, through: size.height - 8, by: 9) {
        for x in stride(from: 8, through: size.width - 8, by: 9) {
          let around = [(0.0, 0.0), (-7, 0), (7, 0), (0, -7), (0, 7), (-5, -5), (5, 5), (5, -5), (-5, 5)]
          let found = view.places(at: around.map { Point(x + $0.0, y + $0.1) }).compactMap { $0 }
          // Off the globe there is neither; half a degree from a pole the grid is not to be trusted.
          guard found.count == around.count, found.allSatisfy({ abs($0.latitude) < 88 }) else { continue }
          let codes = found.map(truth.code)
          guard codes.allSatisfy({ $0 == codes[0] }) else { continue }
          if codes[0].isEmpty { sea += 1 } else { land += 1 }
          let drawn = map.area(at: Point(x, y)).map { ground.lands[$0].country.code } ?? ""
          if drawn != codes[0] { wrong.append("\(found[0]): '\(drawn)' for '\(codes[0])'") }
        }
      }
      // Islets that are not drawn, and those that half a degree can't show.
      #expect(
        wrong.count * 40 <= sea + land,
        "\(name) on \(size): \(wrong.count) of \(sea + land), \(wrong.prefix(3))")
      #expect(sea + land > 40, "\(name) on \(size)")
    }
  }
}

@Test func aNameOfACountryLiesInItsCountryOnMapsOverThePacificAndThePoles() throws {
  let atlas = try shippedAtlas()
  let truth = try Truth(atlas)
  var named = 0
  for (name, places) in wideViews {
    for size in [Size(155, 233), Size(325, 230)] {
      let map = MapDescription(sites: places.map { Site(position: $0, label: "Town") })
      let view = try chooseView(of: places, size: size)
      let data = try fetch(view, from: atlas)
      let frame = try drawAll(
        map, view: view, data: data, typesetter: shippedTypesetter(), style: makeStyle())
      for leaf in frame.leaves {
        guard case .text(let run) = leaf.item, let box = leaf.bounds,
          let country = data.countries.first(where: { $0.names["en"]?.uppercased() == run.text }),
          let middle = view.places(at: [Point(box.midX, box.midY)])[0]
        else { continue }
        named += 1
        #expect(truth.code(at: middle) == country.code, "\(run.text), \(name) on \(size)")
      }
    }
  }
  #expect(named > 20)
}
