import Atlas
import Diagnostics
import Foundation
import Graphics
import MapGrammar
import TestSupport
import Testing
import Typesetting

@testable import Maps

/// The map, its view, and what lies under its labels.
private struct Drawn {
  var frame: Frame
  var view: View
  var ground: Ground

  init(_ map: MapDescription, _ size: Size, _ atlas: Atlas, _ typesetter: Typesetter) throws {
    view = try chooseView(of: map.positions, size: size, extent: map.extent)
    let data = try fetch(view, from: atlas, language: map.language)
    ground = try Ground(data, of: map, in: view)
    frame = try drawAll(map, view: view, data: data, typesetter: typesetter, style: makeStyle())
  }

  /// The names along rivers, where each letter stands on the frame, and the box around each.
  var riverNames: [(run: GlyphRun, letters: [Point], boxes: [Rect])] {
    frame.leaves.compactMap { leaf in
      guard case .text(let run) = leaf.item, !run.turns.isEmpty else { return nil }
      return (
        run, run.glyphs.map { leaf.transform.apply(to: Point($0.x, $0.y)) },
        run.turnedBoxes.map { leaf.transform.apply(to: $0) }
      )
    }
  }
}

private func distance(_ point: Point, to line: [Point]) -> Double {
  zip(line, line.dropFirst()).map { squaredDistance(from: point, to: $0, $1).squareRoot() }.min() ?? .infinity
}

private var interview: MapDescription { MapDescription(sites: sites(towns.map(\.0)), tinted: ["KZ", "UZ"]) }

@Test func aRiversNameFollowsItsCourseFromLeftToRight() throws {
  let drawn = try Drawn(interview, Size(493, 254), shippedAtlas(), shippedTypesetter())
  let names = drawn.riverNames
  #expect(names.map(\.run.text).contains("Syr Darya"))
  #expect((2...4).contains(names.count))
  for (run, letters, _) in names {
    let courses = drawn.ground.rivers.filter { $0.name == run.text }.map(\.points)
    #expect(letters.count == run.text.count)
    for letter in letters {
      let away = courses.map { distance(letter, to: $0) }.min() ?? .infinity
      // As far as a letter is high, where the name stands below the line.
      #expect(away > 0.8 && away < 10.5, "\(run.text): \(away)")
    }
    #expect(zip(letters, letters.dropFirst()).allSatisfy { $0.x < $1.x }, "\(run.text)")
    #expect(run.turns.allSatisfy { abs($0) < .pi / 2 }, "\(run.text)")
    #expect(run.halo != nil)
  }
  #expect(Set(names.map(\.run.text)).count == names.count)
}

@Test func riverNamesTouchNothingElseOnMapsAllOverTheWorld() throws {
  let (atlas, typesetter) = (try shippedAtlas(), try shippedTypesetter())
  var named = 0
  for seed in 1...120 as ClosedRange<UInt64> {
    var map = generatedMap(seed)
    map.sites = Array(map.sites.prefix(12))
    let size = [Size(325, 230), Size(230, 300), Size(420, 300)][Int(seed) % 3]
    guard let drawn = try? Drawn(map, size, atlas, typesetter) else { continue }
    let names = drawn.riverNames
    if names.isEmpty { continue }
    named += names.count
    let lands = drawn.ground.lands.flatMap(\.polygons).joined().reduce(into: Path()) {
      $0.append(.polyline($1, closed: true))
    }
    let texts = drawn.frame.leaves.compactMap { leaf -> Rect? in
      guard case .text(let run) = leaf.item, run.turns.isEmpty else { return nil }
      return leaf.bounds
    }
    let dots = MapReading(drawn.frame, sites: map.sites).dots
    let lines = drawn.ground.boundaries.map(\.points) + drawn.ground.coast + drawn.ground.lakes.shores
    for (run, letters, boxes) in names {
      // What the type asks for around a letter is more than its ink.
      for (letter, box) in zip(letters, boxes.map { $0.insetBy(1.6) }) {
        #expect(Rect(size: size).contains(box), "seed \(seed): \(run.text)")
        #expect(!texts.contains { $0.insetBy(0.5).overlaps(box) }, "seed \(seed): \(run.text)")
        #expect(!dots.contains { $0.overlaps(box) }, "seed \(seed): \(run.text)")
        #expect(lands.contains(letter), "seed \(seed): \(run.text)")
      }
      for line in lines {
        for (start, end) in zip(line, line.dropFirst()) {
          let side = Leader(start: start, end: end)
          #expect(
            !letters.contains { side.touches(Rect(center: $0, radius: 0.4)) }, "seed \(seed): \(run.text)")
        }
      }
    }
    for (index, name) in names.enumerated() {
      for other in names.dropFirst(index + 1) {
        #expect(!name.boxes.contains { box in other.boxes.contains { $0.insetBy(1).overlaps(box) } })
      }
    }
  }
  #expect(named > 25)
}

@Test func smallMapsMapsOfContinentsAndThoseOfOtherLanguagesNameNoRivers() throws {
  let (atlas, typesetter) = (try shippedAtlas(), try shippedTypesetter())
  #expect(try Drawn(interview, Size(180, 140), atlas, typesetter).riverNames.isEmpty)
  var russian = interview
  russian.language = "ru"
  #expect(try Drawn(russian, Size(493, 254), atlas, typesetter).riverNames.isEmpty)
  var world = interview
  world.extent = .world
  #expect(try Drawn(world, Size(493, 254), atlas, typesetter).riverNames.isEmpty)
}
