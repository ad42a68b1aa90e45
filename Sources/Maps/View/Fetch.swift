import Atlas
import Diagnostics

/// What the atlas holds for a view.
struct MapData {
  var countries: [Country] = []
  var boundaries: [Boundary] = []
  var lakes: [Water] = []
  /// For their names only.
  var seas: [Water] = []
  var rivers: [River] = []
  /// Codes of the archipelagos of which all islands are here, however small for the detail.
  var archipelagos: Set<String> = []
  var regions: [Region] = []
  var regionBoundaries: [[GeoPoint]] = []
}

/// Reads what lies in the view, in the detail that its scale can show; regions and their boundaries where they are asked
/// for and the scale can show them. Countries of these codes are there even if their islands are too small for the detail, and
/// of archipelagos among `whole` all islands. `names` are what countries are called instead, by their codes.
func fetch(
  _ view: View, from atlas: Atlas, language: String = "en", names: [String: String] = [:],
  showsRegions: Bool = false, shaded: [String] = [], whole: [String] = []
) throws(DiagnosticError) -> MapData {
  let regional = Set(shaded.filter { $0.count > 2 }.map { String($0.prefix(2)) })
  // The shapes of regions are fine, and neighbours have the same boundary.
  let (box, detail) = (view.fetchBox, regional.isEmpty ? view.detail : .fine)
  let languages = [language, String(language.prefix { $0 != "-" })]
  var data = MapData(
    countries: try atlas.countries(in: box, detail: detail, languages: languages),
    boundaries: try atlas.boundaries(in: box, detail: detail),
    lakes: try atlas.lakes(in: box, detail: detail), rivers: try atlas.rivers(in: box, detail: detail))
  for code in shaded where detail == .coarse && !data.countries.contains(where: { $0.code == code }) {
    guard let point = try atlas.labelPoint(of: code) else { continue }
    let spot = GeoBox(
      west: point.longitude, south: point.latitude, east: point.longitude, north: point.latitude)
    data.countries += try atlas.countries(in: spot, detail: .fine, languages: languages).filter {
      $0.code == code
    }
  }
  for index in data.countries.indices {
    if let name = names[data.countries[index].code] { data.countries[index].names[language] = name }
  }
  try data.addIslands(of: whole, in: detail, from: atlas)
  for country in regional.sorted() { try data.divide(country, showing: shaded, from: atlas) }
  // The atlas knows waters by their English names only.
  if language.hasPrefix("en") { data.seas = try atlas.seas(in: box).filter { $0.rank <= view.leastSea } }
  if showsRegions, view.kilometresPerPoint < 9 {
    data.regions = try atlas.regions(in: box)
    data.regionBoundaries = try atlas.regionBoundaries(in: box)
  }
  return data
}

extension MapData {
  /// Puts the nearest shapes of archipelagos in the place of those of the view's detail.
  fileprivate mutating func addIslands(of codes: [String], in detail: Detail, from atlas: Atlas)
    throws(DiagnosticError)
  {
    for index in countries.indices where codes.contains(countries[index].code) {
      // The larger ones, which are none, aren't asked for.
      guard countries[index].polygons.allSatisfy(\.isSmall) else { continue }
      let islands = try atlas.islands(of: countries[index].code)
      if islands.isEmpty { continue }
      if detail != .near { countries[index].polygons = islands }
      archipelagos.insert(countries[index].code)
    }
  }

  /// Puts a country's regions in its place, those of the level that the map tells about.
  fileprivate mutating func divide(_ code: String, showing codes: [String], from atlas: Atlas)
    throws(DiagnosticError)
  {
    guard let index = countries.firstIndex(where: { $0.code == code }) else { return }
    let all = try atlas.regionShapes(of: code)
    let told = all.filter { $0.code.map(codes.contains) ?? false }
    if told.isEmpty { return }
    let level = told.contains { $0.level == 2 } ? 2 : 1
    let regions = all.filter { $0.level == level || $0.level == 3 }
    countries.replaceSubrange(
      index...index,
      with: regions.enumerated().map { number, region in
        // Each is a land of its own, with a code or without.
        Country(
          code: region.code ?? "\(code)-?\(number)", names: ["en": region.name], polygons: region.polygons,
          labelPoint: region.labelPoint)
      })
  }
}

extension GeoPolygon {
  /// Whether it may be one of an archipelago's islands: degrees.
  fileprivate var isSmall: Bool {
    let latitudes = rings.first?.map(\.latitude) ?? []
    return (latitudes.max() ?? 0) - (latitudes.min() ?? 0) < 4
  }
}

extension Country {
  /// Whether it is a part of a country that stands for itself.
  var isRegion: Bool { code.count > 2 }
}

extension View {
  /// Shapes from 1:10 million serve up to some 1:30 million, where a point is 10 km; from there on the coarse ones
  /// show all that can be seen.
  /// Where a point is less than a kilometre, the straight edges of fine ones are seen.
  var detail: Detail { kilometresPerPoint < 1 ? .near : kilometresPerPoint < 10 ? .fine : .coarse }

  /// The box that the atlas is asked for: longitudes within ±180.
  var fetchBox: GeoBox {
    guard box.east - box.west < 359 else {
      return GeoBox(west: -180, south: box.south, east: 180, north: box.north)
    }
    return GeoBox(west: wrap(box.west), south: box.south, east: wrap(box.east), north: box.north)
  }

  /// The smallest seas that are named, by `Water.rank`.
  var leastSea: Int {
    switch kilometresPerPoint {
    case ..<12: 5
    case ..<20: 3
    case ..<35: 1
    default: 0
    }
  }

  /// The least important rivers and lakes that are shown, by Natural Earth's scale rank.
  var leastRank: Int {
    switch kilometresPerPoint {
    case ..<2: 10
    case ..<4: 8
    case ..<7: 6
    case ..<12: 5
    case ..<25: 3
    default: 1
    }
  }
}
