import Atlas
import Graphics
import MapGrammar
import TestSupport
import Testing

@testable import Maps

private let regions = [
  "NL": ["DR", "FL", "FR", "GE", "GR", "LI", "NB", "NH", "OV", "UT", "ZE", "ZH"],
  "CA": ["AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"],
  "AT": ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
]

private func number(_ index: Int) -> String { String(12_345 + index * 1_111) }

/// A country's regions, each with a long value of its own.
private func map(of country: String) throws -> MapDescription {
  var map = MapDescription(sites: [])
  map.shades = try #require(regions[country]).enumerated().map { index, name in
    .init(
      country: "\(country)-\(name)", name: "Province of \(name)",
      value: .init(Double(index), number(index) + " thousand inhabitants", bare: number(index)))
  }
  map.shadeClasses = [
    .init(most: 5, text: "0 – 5 inhabitants"), .init(most: 30, text: "> 5 – 30 inhabitants"),
  ]
  map.outlines = try shippedAtlas().outlines(of: [country])
  return map
}

@Test(arguments: ["NL", "CA"])
func everyLongValueOfARegionIsToldOnceOnAnyWidth(country: String) throws {
  let map = try map(of: country)
  let least = try leastWidth(of: map, typesetter: shippedTypesetter(), style: makeStyle())
  for width in [least, 236] {
    // As layouts do: the map's own height, and its legend's.
    var size = Size(width, 140)
    size.height += try legendHeight(of: map, size: size, typesetter: shippedTypesetter(), style: makeStyle())
    var leftOut: [String] = []
    let frame = try drawMap(
      map, size: size, atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: makeStyle(),
      leftOut: &leftOut
    ).frame
    #expect(leftOut == [], "\(size)")
    let found = texts(frame)
    for index in map.shades.indices {
      #expect(found.count { $0.text.contains(number(index)) } == 1, "\(map.shades[index].name) on \(size)")
    }
    for (index, a) in found.enumerated() {
      for b in found.dropFirst(index + 1) {
        #expect(!a.box.overlaps(b.box, tolerance: 0.05), "\(a.text) and \(b.text) on \(size)")
      }
    }
  }
}

/// In whichever way they are told.
@Test(arguments: ["NL", "AT"])
func noValueStandsOnAnotherRegionsGround(country: String) throws {
  for telling in try map(of: country).tellings {
    for size in [Size(113, 150), Size(236, 180)] {
      let (map, style) = (try map(of: country).told(telling), makeStyle())
      let view = try chooseView(of: map, size: size, atlas: shippedAtlas(), style: style)
      let data = try fetch(
        view, from: shippedAtlas(), language: "en", showsRegions: false, shaded: map.shades.map(\.country))
      let drawn = try draw(
        map, view: view, data: data, atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: style,
        withoutRoom: .leftOut)
      let written = try #require(drawn).written
      let ground = try Ground(data, of: map, in: view)
      let areas = AreaMap(of: ground, ink: inkGrid(of: ground, size: view.size))
      let shaded = ground.lands.indices.filter { ground.isShaded($0, by: map) }
      func share(of land: Int, under box: Rect) -> Double {
        areas.extent { $0 == land }.mean(over: box) - areas.extent { _ in false }.mean(over: box)
      }
      let boxes = written.labels.map(\.place.box) + written.names.names.map(\.box)
      for box in boxes {
        let shares = shaded.map { share(of: $0, under: box) }.filter { $0 > 0 }
        // All on one region, but for a little; or beside them.
        #expect(
          shares.reduce(0, +) - (shares.max() ?? 0) < 0.2, "\(telling) on \(size)")
      }
    }
  }
}

@Test func marksOfRegionsAreLettersBesideNumberedEvents() throws {
  var map = try map(of: "AT").told(.marked)
  #expect(map.shades.map(map.mark(of:)) == ["1", "2", "3", "4", "5", "6", "7", "8", "9"])
  map.events = [.init(number: 1, label: "A meeting")]
  #expect(map.shades.map(map.mark(of:)) == ["a", "b", "c", "d", "e", "f", "g", "h", "i"])
}

/// On A5 the list of what finds no room would leave no map.
@Test(arguments: [Size(146, 120), Size(146, 140), Size(120, 150), Size(236, 110)])
func onSmallFramesAMapOfRegionsIsDrawnWhateverItMustLeaveOut(size: Size) throws {
  for country in ["NL", "CA", "AT"] {
    let map = try map(of: country)
    var size = size
    size.height += try legendHeight(of: map, size: size, typesetter: shippedTypesetter(), style: makeStyle())
    var leftOut: [String] = []
    let frame = try drawMap(
      map, size: size, atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: makeStyle(),
      leftOut: &leftOut
    ).frame
    #expect(frame.size == size)
    // Told or named as left out, each.
    let found = texts(frame)
    for index in map.shades.indices {
      let isLeftOut = leftOut.contains { $0.contains(map.shades[index].name) }
      #expect(isLeftOut || found.contains { $0.text.contains(number(index)) }, "\(map.shades[index].name)")
    }
  }
}
