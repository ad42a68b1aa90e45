import Atlas
import Diagnostics
import Foundation
import Graphics
import MapGrammar
import TestSupport
import Testing
import Typesetting

@testable import Maps

private func site(_ label: String, _ longitude: Double, _ latitude: Double, isRegion: Bool = false)
  -> Site
{
  Site(
    position: GeoPoint(longitude: longitude, latitude: latitude), label: label, isRegion: isRegion)
}

private struct Drawn {
  var view: View
  var data: MapData
  var ground: Ground
  var frame: Frame

  init(_ map: MapDescription, _ size: Size) throws {
    view = try chooseView(of: map.positions, size: size)
    data = try fetch(view, from: shippedAtlas(), showsRegions: map.showsRegions)
    ground = try Ground(data, of: map, in: view)
    frame = try drawAll(map, view: view, data: data, typesetter: shippedTypesetter(), style: makeStyle())
  }

  var texts: [(text: String, box: Rect)] {
    frame.leaves.compactMap { leaf in
      guard case .text(let run) = leaf.item, run.turns.isEmpty, let box = leaf.bounds else { return nil }
      return (run.text, box)
    }
  }
}

/// Whether any of a line lies in a rectangle.
private func touches(_ line: [Point], _ rect: Rect) -> Bool {
  zip(line, line.dropFirst()).contains { Leader(start: $0, end: $1).touches(rect) }
}

private let lakePorts = [
  ("Kampala", 32.58, 0.32), ("Kisumu", 34.75, -0.1), ("Mwanza", 32.9, -2.52), ("Bukoba", 31.81, -1.33),
  ("Jinja", 33.2, 0.44), ("Musoma", 33.8, -1.5),
]

@Test(arguments: [Size(325, 230), Size(255, 190), Size(230, 300)])
func namesOfCountriesStandOnLandAndNotInALake(size: Size) throws {
  let drawn = try Drawn(MapDescription(sites: lakePorts.map { site($0.0, $0.1, $0.2) }), size)
  let names = drawn.ground.lands.map { $0.country.name(in: "en").uppercased() }
  let lakes = drawn.ground.lakes.lakes.filter { lake in
    lake.polygons.contains { abs(signedArea(of: $0[0])) > 600 }
  }
  let water = lakes.flatMap(\.polygons).joined().reduce(into: Path()) {
    $0.append(.polyline($1, closed: true))
  }
  let found = drawn.texts.filter { names.contains($0.text) }
  #expect(found.contains { $0.text == "UGANDA" } && found.count >= 2)
  for (text, box) in found {
    for x in [box.minX + 1, box.midX, box.maxX - 1] {
      #expect(!water.contains(Point(x, box.midY)), "\(text)")
    }
  }
}

@Test func aLongNameOfACountryIsSetOnTwoLinesWhereOneIsTooShort() throws {
  let drawn = try Drawn(
    MapDescription(sites: [site("Brazzaville", 15.27, -4.26), site("Kinshasa", 15.31, -4.33)]), Size(160, 250)
  )
  let first = try #require(drawn.texts.first { $0.text == "DEMOCRATIC REPUBLIC" })
  let second = try #require(drawn.texts.first { $0.text == "OF THE CONGO" })
  #expect(abs(first.box.midX - second.box.midX) < 0.5)
  #expect(second.box.minY >= first.box.maxY - 0.1 && second.box.minY < first.box.maxY + 2)
}

@Test func namesAreDividedEvenlyAndNeverAfterAnAbbreviation() {
  #expect(divisions(of: "FRANCE") == [["FRANCE"]])
  #expect(divisions(of: "S. SUDAN") == [["S. SUDAN"]])
  #expect(
    divisions(of: "DEMOCRATIC REPUBLIC OF THE CONGO") == [
      ["DEMOCRATIC REPUBLIC OF THE CONGO"], ["DEMOCRATIC REPUBLIC", "OF THE CONGO"],
      ["DEMOCRATIC", "REPUBLIC OF", "THE CONGO"],
    ])
}

@Test(arguments: [Size(255, 300), Size(420, 300)])
func aRegionsNameLiesInItsRegion(size: Size) throws {
  var map = MapDescription(
    sites: [site("Nairobi", 36.82, -1.28), site("Dar es Salaam", 39.27, -6.82), site("Dodoma", 35.75, -6.17)])
  map.showsRegions = true
  let drawn = try Drawn(map, size)
  let regions = drawn.data.regions
  var named = 0
  let lines =
    drawn.ground.regions + drawn.ground.coast + drawn.ground.lakes.shores
    + drawn.ground.boundaries.map(\.points)
  for (text, box) in drawn.texts where !map.sites.contains(where: { $0.label == text }) {
    guard regions.contains(where: { $0.name == text }) else { continue }
    named += 1
    let inside = box.insetBy(0.5)
    #expect(!lines.contains { touches($0, inside) }, "\(text)")
  }
  #expect(named >= 4)
  // On islands narrower than their names.
  #expect(!drawn.texts.contains { $0.text.hasPrefix("Zanzibar") || $0.text.contains("Pemba") })
}

@Test func aNarrowRegionThatThePackNamesIsPointedToByALine() throws {
  var map = MapDescription(sites: [
    site("Misiones province", -54.5, -26.9, isRegion: true), site("Posadas", -55.9, -27.37),
    site("Curitiba", -49.27, -25.43),
  ])
  map.showsRegions = true
  let drawn = try Drawn(map, Size(255, 300))
  let box = try #require(drawn.texts.first { $0.text == "Misiones province" }).box
  let lines = drawn.frame.leaves.compactMap { leaf -> (Point, Point)? in
    guard case .shape(let path, nil, .some) = leaf.item, path.points.count == 2 else { return nil }
    return (path.points[0], path.points[1])
  }
  let line = try #require(lines.first { box.distance(to: $0.1) < 2.5 })
  let argentina = try #require(drawn.ground.lands.first { $0.country.code == "AR" })
  let land = argentina.polygons.joined().reduce(into: Path()) { $0.append(.polyline($1, closed: true)) }
  #expect(land.contains(line.0))
  // It is not named a second time.
  #expect(!drawn.texts.contains { $0.text == "Misiones" })
}

@Test func aRegionStaysAtItsPlaceWhereTheAtlasKnowsNoRegions() throws {
  // Bulgaria's regions have no outlines in the atlas, and Turkey's have.
  let map = MapDescription(sites: [
    site("Dobrich region", 27.83, 43.57, isRegion: true), site("Sofia", 23.32, 42.7),
    site("Varna", 27.91, 43.21), site("Edirne", 26.56, 41.68),
  ])
  let drawn = try Drawn(map, Size(325, 230))
  let box = try #require(drawn.texts.first { $0.text == "Dobrich region" }).box
  let point = drawn.view.onFrame(map.sites[0].position)
  #expect(box.insetBy(-14).distance(to: point) == 0, "\(box) \(point)")
}

@Test func theMapsOwnIslandStatesAreNamedInTheSeaBesideThem() throws {
  var map = MapDescription(
    sites: [site("Suva", 178.44, -18.14), site("Nuku'alofa", -175.2, -21.13), site("Labasa", 179.36, -16.43)])
  map.tinted = ["FJ", "TO"]
  let drawn = try Drawn(map, Size(460, 330))
  let name = try #require(drawn.texts.first { $0.text == "TONGA" })
  #expect(drawn.texts.contains { $0.text == "FIJI" })
  // Nearer to its islands than to anything else, and on the water.
  let capital = drawn.view.onFrame(GeoPoint(longitude: -175.2, latitude: -21.13))
  #expect(name.box.distance(to: capital) < 40)
  for other in drawn.texts where other.text != "TONGA" {
    #expect(!other.box.overlaps(name.box), "\(other.text)")
  }
}
