import Atlas
import Diagnostics
import MapGrammar
import YAMLReading

/// What part of the globe a map shows: the extent that is told, which must hold what it tells about, or else that.
extension StoryComposer {
  mutating func extent(_ told: Pack.Map.Extent) -> MapDescription.Extent? {
    switch told {
    case .world: return .world
    case .box(let box): return .box(box)
    case .around(let name, let kilometres):
      return site(name).map { .around($0.position, kilometres: kilometres) }
    case .lands(let names):
      let lands = names.compactMap { land($0) }
      return lands.count < names.count ? nil : .lands(lands.map(\.name), lands.flatMap(\.points))
    }
  }

  /// The main part of a country, or a region.
  private mutating func land(_ told: YAMLText) -> (name: String, points: [GeoPoint])? {
    if ownLog.collect({ try atlas.isNoCountry(told.text) }) ?? false {
      return regionShape(told).map { ($0.name, $0.outline) }
    }
    guard let name = countryName(told), let outline = ownLog.collect({ try atlas.outline(of: told.text) })
    else { return nil }
    return (nameOnMap(told.text) ?? name, outline)
  }

  /// Places must lie within an extent that is fixed.
  mutating func checkExtent(_ map: MapDescription, _ told: Pack.Map) {
    guard let extent = map.extent else { return }
    for shade in told.shades {
      let outline = ownLog.collect { try atlas.outline(of: shade.country.text) } ?? []
      checkExtent(extent, holds: outline, "'\(shade.country.text)' lies", at: shade.country.location)
    }
    if let border = told.border {
      let codes = border.countries.map(\.text)
      let line = ownLog.collect { try atlas.commonBoundary(codes[0], codes[1]) } ?? []
      checkExtent(
        extent, holds: line, "the boundary of \(codes[0]) and \(codes[1]) lies",
        at: border.countries[0].location)
    }
    var seen = Set<String>()
    for name in told.names where seen.insert(name.text).inserted {
      guard let site = map.sites.first(where: { $0.label == name.text }),
        let reason = extent.leavesOut(site.position)
      else { continue }
      ownLog.error(
        "'\(name.text)' lies outside the map: \(reason)", at: name.location,
        advice: "widen 'extent:', or leave the place out")
    }
  }

  /// Of a country or boundary some of it must be seen.
  private mutating func checkExtent(
    _ extent: MapDescription.Extent, holds outline: [GeoPoint], _ what: String, at location: SourceLocation
  ) {
    guard let first = outline.first, outline.allSatisfy({ extent.leavesOut($0) != nil }),
      let reason = extent.leavesOut(first)
    else { return }
    ownLog.error(
      "\(what) outside the map: \(reason)", at: location, advice: "widen 'extent:', or leave it out")
  }

  /// The countries and the boundary that it tells about.
  mutating func frame(_ map: inout MapDescription, around shades: [ShadedArea]) {
    // Of regions their country is seen.
    var seen = Set<String>()
    let codes = shades.map { String($0.country.prefix(2)) }.filter { seen.insert($0).inserted }
    map.outlines = outlines(of: codes)
    for shade in shades {
      let outline = shade.region?.outline ?? []
      if !outline.isEmpty { map.outlines.append(CountryOutline(country: shade.country, points: outline)) }
    }
    // Where few are shown, each is seen as a whole.
    if codes.count >= 8 {
      for index in map.outlines.indices {
        let code = map.outlines[index].country
        map.outlines[index].capital = (ownLog.collect { try atlas.capital(of: code) } ?? nil)?.position
      }
    }
    map.framing = map.zones.flatMap(\.outline)
    guard let border = map.border else { return }
    map.framing += ownLog.collect { try atlas.commonBoundary(border.first, border.second) } ?? []
    map.neighbours = outlines(of: [border.first, border.second])
  }

  private mutating func outlines(of codes: [String]) -> [CountryOutline] {
    codes.isEmpty ? [] : ownLog.collect { try atlas.outlines(of: codes) } ?? []
  }
}

extension RegionShape {
  /// Of its largest land.
  fileprivate var outline: [GeoPoint] {
    polygons.compactMap(\.rings.first).max { $0.count < $1.count } ?? []
  }
}
