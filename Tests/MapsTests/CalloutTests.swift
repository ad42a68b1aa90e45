import Atlas
import Evidence
import Graphics
import MapGrammar
import TestSupport
import Testing

@testable import Maps

private let values: [(String, Double, Status)] = [
  ("FR", 3, .actual), ("DE", -2, .actual), ("BE", 9, .actual), ("NL", 1, .target), ("LU", -3, .actual),
  ("CH", 10, .estimate), ("AT", 30, .actual), ("CZ", 26, .actual), ("PL", 24, .actual), ("IT", 2, .actual),
  ("DK", 4, .estimate), ("SI", 12, .actual),
]

private func europe() -> MapDescription {
  var map = MapDescription(sites: [])
  map.shades = values.enumerated().map { index, value in
    // Each has words of its own.
    .init(country: value.0, name: value.0, value: .init(value.1, "v\(index)%", status: value.2))
  }
  map.shadeClasses = [
    .init(most: 0, text: "−10% – 0%", isNegative: true), .init(most: 10, text: "> 0% – 10%"),
  ]
  map.shadeClasses += [.init(most: 20, text: "> 10% – 20%"), .init(most: 30, text: "> 20% – 30%")]
  map.extent = .box(GeoBox(west: -5, south: 42, east: 24, north: 57))
  return map
}

@Test func eachShadedCountrySaysItsValue() throws {
  for size in [Size(235, 260), Size(325, 300), Size(493, 360)] {
    var leftOut: [String] = []
    let frame = try drawMap(
      europe(), size: size, atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: makeStyle(),
      leftOut: &leftOut
    ).frame
    #expect(leftOut == [])
    let found = texts(frame)
    for index in values.indices {
      let told = found.filter { $0.text.contains("v\(index)%") }
      #expect(told.count == 1, "\(values[index].0) on \(size)")
    }
    for (index, a) in found.enumerated() {
      for b in found.dropFirst(index + 1) {
        #expect(!a.box.overlaps(b.box, tolerance: 0.05), "\(a.text) and \(b.text) on \(size)")
      }
    }
  }
}

@Test func aValueThatHasNoRoomIsTold() throws {
  var leftOut: [String] = []
  let frame = try drawMap(
    europe(), size: Size(120, 180), atlas: shippedAtlas(), typesetter: shippedTypesetter(),
    style: makeStyle(),
    leftOut: &leftOut
  ).frame
  let found = texts(frame).map(\.text)
  for index in values.indices {
    let isTold =
      found.contains { $0.contains("v\(index)%") } || leftOut.contains { $0.contains("v\(index)%") }
    #expect(isTold, "\(values[index].0)")
  }
}

@Test func aValueThatHasNoRoomBesideItsCountrysNameStandsOutsideWithIt() throws {
  var map = MapDescription(sites: [])
  map.shades = [("KE", 6.0), ("TZ", 5), ("UG", 4), ("RW", 7), ("BI", 3)].map {
    .init(country: $0.0, name: $0.0, value: .init($0.1, "\($0.1)%"))
  }
  map.shadeClasses = [.init(most: 5, text: "3% – 5%"), .init(most: 7, text: "> 5% – 7%")]
  map.framing = try map.shades.flatMap { try shippedAtlas().outline(of: $0.country) }
  for size in [Size(325, 230), Size(235, 200)] {
    var leftOut: [String] = []
    let frame = try drawMap(
      map, size: size, atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: makeStyle(scale: 1.2),
      leftOut: &leftOut
    ).frame
    let found = texts(frame).map { $0.text.lowercased() } + leftOut.map { $0.lowercased() }
    for name in ["rwanda", "burundi", "uganda"] {
      #expect(found.contains { $0.hasPrefix(name) }, "\(name) on \(size): \(found)")
    }
  }
}

@Test func targetsAndEstimatesAreToldFromActualGrounds() throws {
  let style = makeStyle()
  let looks = [Status.actual, .target, .estimate].map { LandLook.Hatch($0, style) }
  #expect(looks[0] == nil && looks[1] != nil && looks[2] != nil && looks[1] != looks[2])
  let unknown = LandLook.unknown(style).hatch
  #expect(unknown != looks[1] && unknown != looks[2])
  var map = europe()
  map.layoutWords.status = StatusWords(target: "planned", estimate: "guessed")
  let frame = try drawMap(
    map, size: Size(325, 300), atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: style)
  let words = texts(frame).map(\.text)
  #expect(words.contains("planned") && words.contains("guessed"))
  let hatches = Set(
    frame.leaves.compactMap { leaf -> Double? in
      guard case .shape(_, .hatch(_, _, let spacing, _)?, _) = leaf.item else { return nil }
      return spacing
    })
  #expect(hatches.count == 3)
}

/// On a grey print too: lighter than the lightest class by a step that is seen.
@Test func waterIsPalerThanAnyClass() {
  let style = makeStyle().withPaleWater
  for classes in 1...4 {
    let steps = (0..<classes).map { MapDescription.ShadeClass(most: Double($0 + 1), text: "") }
    for rank in 0..<classes {
      #expect(style.waterColor.contrast(with: style.shade(rank, of: steps)) > 1.15, "\(rank) of \(classes)")
    }
  }
}

/// New Zealand is smaller than what such a map shows; its value is told all the same.
@Test func aShadedCountryTooSmallForTheScaleIsSeenAndSaysItsValue() throws {
  var map = MapDescription(sites: [])
  let codes = ["JP", "AU", "NZ", "US"]
  map.shades = codes.enumerated().map {
    .init(country: $1, name: $1, value: .init(Double($0 + 1), "v\($0)%"))
  }
  map.shadeClasses = (1...4).map { .init(most: Double($0), text: "\($0)%") }
  map.framing = try codes.flatMap { try shippedAtlas().outline(of: $0) }
  var leftOut: [String] = []
  let frame = try drawMap(
    map, size: Size(225, 150), atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: makeStyle(),
    leftOut: &leftOut
  ).frame
  let told = texts(frame).map(\.text) + leftOut
  for index in codes.indices { #expect(told.contains { $0.contains("v\(index)%") }, "\(codes[index])") }
}

@Test func aNegativeClassIsDottedOnTheMapAndInTheLegend() throws {
  func dotted(_ map: MapDescription) throws -> Int {
    let frame = try drawMap(
      map, size: Size(325, 300), atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: makeStyle())
    let color = makeStyle().ink.mixed(with: .white, amount: 0.15)
    return frame.leaves.filter { leaf in
      guard case .shape(_, nil, let stroke?) = leaf.item else { return false }
      return stroke.color == color && stroke.dash.first == 0.1
    }.count
  }
  #expect(try dotted(europe()) >= 2)
  var positive = europe()
  positive.shades.removeAll { $0.value.amount < 0 }
  positive.shadeClasses.removeFirst()
  #expect(try dotted(positive) == 0)
}
