import Atlas
import Diagnostics
import Foundation
import Graphics
import MapGrammar
import Testing
import TestSupport
import Typesetting

@testable import Maps

func color(_ hex: String) -> Color { Color(hex: hex) ?? .black }

/// As a page of the report has it; `scale` 1.6 is a slide.
func makeStyle(scale: Double = 1) -> MapStyle {
  func inter(_ size: Double, _ hex: String, weight: Int = 400, tracking: Double = 0) -> TextStyle {
    TextStyle(family: "Inter", size: size * scale, weight: weight, color: color(hex), tracking: tracking)
  }
  var water = inter(6.5, "#4F7F9B")
  water.slant = .italic
  return MapStyle(
    city: inter(8, "#1A2230", weight: 600), otherCity: inter(7, "#1A2230"),
    country: inter(6.5, "#6B7280", tracking: 140), water: water, scale: inter(6.5, "#5B6675"),
    landColor: color("#F4F3EE"), waterColor: color("#BBD8E8"), coastColor: color("#7FA9C2"),
    boundaryColor: color("#8A919C"), tints: [color("#DCE8EF"), color("#FBE6D2")],
    tintedNames: [color("#0B4F6C"), color("#9C5717")], ink: color("#1A2230"), routeColor: color("#0B4F6C"))
}

/// The towns of the shipped interview, since their close pairs are a trap.
let towns: [(String, Double, Double)] = [
  ("Astana", 71.4306, 51.1801), ("Shymkent", 69.5958, 42.3), ("Turkistan", 68.2518, 43.2973),
  ("Tashkent", 69.2163, 41.2646), ("Saryagash", 69.1686, 41.4547), ("Sairam", 69.7656, 42.3001),
  ("Almaty", 76.9286, 43.2567), ("Taraz", 71.3667, 42.9), ("Kyzylorda", 65.5092, 44.8528),
  ("Samarkand", 66.9597, 39.6542), ("Bukhara", 64.4286, 39.7747), ("Jizzakh", 67.8422, 40.1158),
]

extension Site {
  /// A place of a test, whose country's code doesn't matter.
  init(
    position: GeoPoint, label: String, isNamed: Bool = true, country: String = "", isRegion: Bool = false
  ) {
    self.init(
      label: label, place: Place(name: label, country: "", position: position, population: 0),
      isRegion: isRegion)
    (self.isNamed, countryName) = (isNamed, country)
  }
}

func sites(_ names: [String], isNamed: Bool = true) -> [Site] {
  names.compactMap { name in
    towns.first { $0.0 == name }.map { town in
      Site(
        position: GeoPoint(longitude: town.1, latitude: town.2), label: name, isNamed: isNamed)
    }
  }
}

/// Maps of every kind from a seed: 1 to 40 places on one of the continents, around a pole, over the antimeridian,
/// over the whole world, in a crowd or all on one spot.
func generatedMap(_ seed: UInt64) -> MapDescription {
  var generator = SplitMix64(state: seed)
  let centers = [
    (20.0, 5.0), (100, 45), (10, 50), (-100, 40), (-60, -15), (135, -25), (0, 89), (40, -88), (179, -17),
    (-178, 66),
  ]
  let spreads = [0, 0.01, 0.3, 3, 12, 25]
  let isWorld = seed % 13 == 0
  let center = centers[Int(generator.next() % UInt64(centers.count))]
  let spread = isWorld ? 0 : spreads[Int(generator.next() % UInt64(spreads.count))]
  let count = 1 + Int(generator.next() % 40)
  let sites = (0..<count).map { index in
    var longitude = center.0 + (generator.unit() - 0.5) * 2 * spread
    var latitude = center.1 + (generator.unit() - 0.5) * 2 * spread
    if abs(center.1) > 80 { longitude = (generator.unit() - 0.5) * (spread == 0 ? 0 : 360) }
    if isWorld { (longitude, latitude) = (generator.unit() * 360 - 180, generator.unit() * 140 - 60) }
    return Site(
      // Beyond a pole the other side comes down again.
      position: GeoPoint(
        longitude: wrap(abs(latitude) > 90 ? longitude + 180 : longitude),
        latitude: abs(latitude) > 90 ? (latitude > 0 ? 180 : -180) - latitude : latitude),
      label: generatedName(index, &generator), isNamed: generator.next() % 3 != 0)
  }
  return MapDescription(sites: sites)
}

/// A name like a town's, different for each index.
private func generatedName(_ index: Int, _ generator: inout SplitMix64) -> String {
  let syllables = ["ka", "lo", "mir", "ta", "shen", "bu", "dor", "el", "vi", "san", "tur", "ga"]
  let name = (0..<1 + Int(generator.next() % 4)).map { _ in syllables[Int(generator.next() % 12)] }.joined()
  return name.prefix(1).uppercased() + name.dropFirst() + String(index)
}

/// What the insets of a map are found by.
func insetSetting(
  of map: MapDescription, in view: View, _ atlas: Atlas, style: MapStyle = makeStyle()
) throws -> InsetSetting {
  let ground = try Ground(fetch(view, from: atlas), of: map, in: view)
  let marks = Marks(of: map, in: view, style: style)
  let ink = inkGrid(of: ground, marks: marks, size: view.size)
  return InsetSetting(
    map: map, marks: marks, view: view, ground: ground, ink: ink, areas: AreaMap(of: ground, ink: ink),
    atlas: atlas, typesetter: try shippedTypesetter(), style: style)
}

/// What stands on a map: each label's rectangle and text, and each dot.
struct MapReading {
  var labels: [(text: String, box: Rect)] = []
  var dots: [Rect] = []
  var boxes: [Rect] = []

  init(_ frame: Frame, sites: [Site]) {
    let names = Set(sites.map(\.label))
    for leaf in frame.leaves {
      guard let bounds = leaf.bounds else { continue }
      switch leaf.item {
      case .text(let run):
        boxes.append(bounds)
        if names.contains(run.text) { labels.append((run.text, bounds)) }
      case .shape(let path, .solid?, .some):
        // Dots alone are filled and stroked circles.
        if path.elements.count == 6 { dots.append(bounds) }
      default: break
      }
    }
  }
}

/// A map with all of its labels; an issue where one has no room.
func drawAll(
  _ map: MapDescription, view: View, data: MapData, typesetter: Typesetter, style: MapStyle
) throws -> Frame {
  let drawn = try draw(
    map, view: view, data: data, typesetter: typesetter, style: style, withoutRoom: .notAllowed)
  return try #require(drawn).map.frame
}

/// What is written on a map, with the boxes of its runs.
func texts(_ frame: Frame) -> [(text: String, box: Rect)] { frame.writings.map { ($0.text, $0.box) } }
