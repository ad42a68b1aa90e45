import Atlas
import Graphics
import MapGrammar
import TestSupport
import Testing
import Typesetting

@testable import Maps

private func site(_ label: String, _ longitude: Double, _ latitude: Double, country: String = "")
  -> Site
{
  Site(
    position: GeoPoint(longitude: longitude, latitude: latitude), label: label, country: country)
}

private let near = sites(["Shymkent", "Turkistan", "Tashkent", "Taraz", "Samarkand"])
private let london = site("London", -0.12, 51.5, country: "United Kingdom")

@Test func onePlaceFarFromAllOthersDoesNotWidenTheirMap() throws {
  let map = MapDescription(sites: near + [london])
  let size = Size(325, 230)
  #expect(map.farSites == [5])
  let view = try chooseView(of: map.positions, size: size)
  #expect(try view.scale == chooseView(of: near.map(\.position), size: size).scale)
  let marks = Marks(of: map, in: view, style: makeStyle())
  let heading = try #require(marks.dots[5].heading)
  // London lies in the north-west of Central Asia.
  #expect(heading.x < -0.5 && heading.y < -0.2)
  #expect(abs(heading.x * heading.x + heading.y * heading.y - 1) < 1e-9)
  #expect(marks.dots[..<5].allSatisfy { $0.heading == nil })
}

@Test func anArrowAtTheEdgeNamesAFarPlaceWithItsCountry() throws {
  let atlas = try shippedAtlas()
  let frame = try drawMap(
    MapDescription(sites: near + [london]), size: Size(325, 230), atlas: atlas,
    typesetter: shippedTypesetter(),
    style: makeStyle())
  let texts = frame.leaves.compactMap { leaf in
    if case .text(let run) = leaf.item { run.text } else { nil }
  }
  #expect(texts.joined(separator: "|").contains("London|, United Kingdom"), "\(texts)")
}

@Test func aPlaceIsNotFarWhereMoreIsToldOfItOrTheOthersAreFew() throws {
  var symbol = london
  symbol.symbol = .init(4, "4%")
  var event = london
  event.numbers = [1]
  let ashgabat = site("Ashgabat", 58.38, 37.95)
  for sites in [near + [symbol], near + [event], near + [ashgabat], Array(near.prefix(2)) + [london]] {
    #expect(MapDescription(sites: sites).farSites.isEmpty)
  }
  var route = MapDescription(sites: near + [london])
  route.routes = [.init(stops: [near[0].position, london.position])]
  #expect(route.farSites.isEmpty)
  var fixed = MapDescription(sites: near + [london])
  fixed.extent = .world
  #expect(fixed.farSites.isEmpty)
  // What is shaded or bounded there widens the map anyway.
  var framed = MapDescription(sites: near + [london])
  framed.framing = [GeoPoint(longitude: -5, latitude: 50), GeoPoint(longitude: 1, latitude: 58)]
  #expect(framed.farSites.isEmpty)
}

@Test func twoFarPlacesOnOneSideHaveArrowsApart() throws {
  let crowd = near.flatMap { site in
    (0..<4).map { step in
      var other = site
      other.place.position.longitude += Double(step) * 0.2
      other.caption += String(step)
      return other
    }
  }
  let map = MapDescription(sites: crowd + [london, site("Paris", 2.35, 48.86)])
  #expect(map.farSites == [20, 21])
  let style = makeStyle()
  let view = try chooseView(of: map.positions, size: Size(493, 260))
  let arrows = Marks(of: map, in: view, style: style).dots.suffix(2).map(\.center)
  let (dx, dy) = (arrows[0].x - arrows[1].x, arrows[0].y - arrows[1].y)
  #expect((dx * dx + dy * dy).squareRoot() >= 2 * style.city.size - 1e-9)
  for arrow in arrows { #expect(view.rect.insetBy(Pointer.reach(style) + 1.9).distance(to: arrow) == 0) }
}

@Test func alternativeTextSaysWhichPlacesLieBeyondTheMap() {
  let text = MapDescription(sites: near + [london]).alternativeText()
  #expect(
    text.contains("An arrow at its edge points to London in United Kingdom in the north-west."), "\(text)")
  #expect(!text.contains("and London."))
}

@Test func compassWordsAreOfEightWinds() {
  let start = GeoPoint(longitude: 20, latitude: 10)
  let ends = [(20.0, 20.0), (30, 20), (30, 10), (30, 0), (20, 0), (10, 0), (10, 10), (10, 20)]
  let words = ends.map { compassWord(from: start, to: GeoPoint(longitude: $0.0, latitude: $0.1)) }
  #expect(
    words == ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"])
}

/// A plate up to the frame's edge, in the page's own colour: on it stand the arrow, the name and how far it is.
@Test func aFarPlacesNameStandsOnAPlateAtTheEdgeWithItsDistance() throws {
  let (atlas, typesetter, style) = (try shippedAtlas(), try shippedTypesetter(), makeStyle())
  for (name, x, y, distances) in [
    ("London", -0.12, 51.5, ["5100", "5200", "5300"]),
    ("Wellington", 174.78, -41.29, ["13\u{202F}000", "14\u{202F}000"]),
    ("Tokyo", 139.69, 35.69, ["5900", "6000", "6100"]),
  ] {
    let map = MapDescription(sites: near + [site(name, x, y)])
    for size in [Size(493, 300), Size(325, 230)] {
      let frame = try drawMap(map, size: size, atlas: atlas, typesetter: typesetter, style: style)
      let label = try #require(frame.writings.first { $0.text == name })
      #expect(
        distances.contains { frame.text.contains("≈\u{00A0}\($0)\u{00A0}km") }, "\(name): \(frame.text)")
      let plates = frame.leaves.compactMap { leaf -> Rect? in
        guard case .shape(_, .solid(style.paper)?, let stroke?) = leaf.item,
          stroke.color == style.boundaryColor
        else { return nil }
        return leaf.bounds
      }
      let plate = try #require(plates.first { $0.insetBy(-0.5).union(label.box) == $0.insetBy(-0.5) })
      let view = try chooseView(of: map, size: size, atlas: atlas, style: style)
      let left = (size.width - view.size.width) / 2
      let gaps = [
        plate.minX - left, left + view.size.width - plate.maxX, plate.minY, view.size.height - plate.maxY,
      ]
      #expect(gaps.contains { abs($0) < 0.6 }, "\(name): \(gaps)")
    }
  }
}

/// Two in one direction, near a corner: each word of theirs can be read, and each arrow seen.
@Test func signsOfSeveralFarPlacesHideNothingOfEachOther() throws {
  let (atlas, typesetter, style) = (try shippedAtlas(), try shippedTypesetter(), makeStyle())
  let crowd = near.flatMap { site in
    (0..<4).map { step in
      var other = site
      other.place.position.longitude += Double(step) * 0.2
      other.caption += String(step)
      return other
    }
  }
  for pair in [
    [("London", -0.12, 51.5), ("Paris", 2.35, 48.86)], [("Tokyo", 139.69, 35.69), ("Seoul", 127, 37.57)],
    [("Lagos", 3.4, 6.45), ("Accra", -0.2, 5.6)],
  ] {
    let map = MapDescription(sites: crowd + pair.map { site($0.0, $0.1, $0.2) })
    for size in [Size(493, 260), Size(325, 300)] {
      let leaves = try drawMap(
        map, size: size, atlas: atlas, typesetter: typesetter, style: style
      ).leaves
      let plates = leaves.indices.filter {
        if case .shape(_, .solid(style.paper)?, let stroke?) = leaves[$0].item {
          stroke.color == style.boundaryColor
        } else {
          false
        }
      }
      #expect(plates.count == 2)
      let texts = leaves.indices.filter { index in
        if case .text(let run) = leaves[index].item { pair.contains { $0.0 == run.text } } else { false }
      }
      #expect(texts.count == 2)
      #expect(try #require(plates.max()) < #require(texts.min()))
    }
  }
}
