import Atlas
import Diagnostics
import MapGrammar

/// What a map asks for and the atlas does not have would be missing in silence.
extension StoryComposer {
  mutating func warnOfWhatTheAtlasLacks(_ map: MapDescription, at location: SourceLocation) {
    if map.showsRegions { warnOfMissingRegions(map, at: location) }
    warnOfCoarseness(map, at: location)
    if map.showsRelief == true, !map.shades.isEmpty {
      ownLog.warning(
        "the grounds of a map that shades countries are values, so it shows no relief", at: location,
        advice: "take out 'relief: true', or show the relief on a map of its own")
    }
  }

  private mutating func warnOfMissingRegions(_ map: MapDescription, at location: SourceLocation) {
    let all =
      pack.countries + map.named.map(\.place.country) + map.shades.map { String($0.country.prefix(2)) }
    var seen = Set<String>()
    let lacking = all.filter { code in
      seen.insert(code).inserted && ownLog.collect { try atlas.hasRegions(code) } == false
    }
    warnOfOldRegions(of: seen.subtracting(lacking).sorted(), at: location)
    let names = lacking.compactMap { code in
      ownLog.collect { try atlas.countryName(code, language: "en") } ?? nil
    }
    guard !names.isEmpty else { return }
    ownLog.warning(
      "the map asks for regions, and the atlas has none of \(names.joined(separator: " and "))", at: location,
      advice: names.count == seen.count
        ? "take out 'regions: true'" : "the others' are drawn; say so in the map's note")
  }

  /// Lines between regions are drawn as they were, and what they don't part could be taken for one region.
  private mutating func warnOfOldRegions(of codes: [String], at location: SourceLocation) {
    for code in codes {
      let parted = ownLog.collect { try atlas.partedRegions(of: code) } ?? []
      guard let first = parted.first else { continue }
      let others = parted.count == 1 ? "" : ", and \(parted.count - 1) more of its country so"
      ownLog.warning(
        "the atlas draws \(first.name) as it was before \(first.parts.joined(separator: " and ")) became "
          + (first.parts.count == 1 ? "a region of its own" : "regions of their own") + others,
        at: location, advice: "say so in the map's note, or take out 'regions: true'")
    }
  }

  /// Kilometres across, below which the edges of the atlas's nearest outlines are seen as such in print.
  private static let coarseBelow = 60.0

  private mutating func warnOfCoarseness(_ map: MapDescription, at location: SourceLocation) {
    guard let across = kilometresAcross(map), across < Self.coarseBelow else { return }
    ownLog.warning(
      "this map is some \(max(1, Int(across.rounded()))) km across, and the atlas is drawn for \(Int(Self.coarseBelow)) km and more: coasts and boundaries are a few straight edges, and it has no streets or districts",
      at: location, advice: "show more around the places, such as 'extent: { around: …, km: 60 }'")
  }

  /// `nil` where it follows from one place, or from what the map tells about.
  private func kilometresAcross(_ map: MapDescription) -> Double? {
    switch map.extent {
    case .world: return nil
    case .lands(_, let points): return points.isEmpty ? nil : GeoBox(around: points).kilometresAcross
    case .around(_, let kilometres): return 2 * kilometres
    case .box(let box): return box.kilometresAcross
    case nil: break
    }
    guard !map.isFramed else { return nil }
    let sites = map.sites.map(\.position)
    let distances = sites.indices.flatMap { index in
      sites[(index + 1)...].map { sites[index].kilometres(to: $0) }
    }
    // As much again stays around them.
    return distances.max().map { $0 * 1.6 }
  }
}

extension GeoBox {
  /// From corner to corner.
  fileprivate var kilometresAcross: Double {
    GeoPoint(longitude: west, latitude: south).kilometres(to: GeoPoint(longitude: east, latitude: north))
  }
}
