import Atlas
import Diagnostics
import Evidence
import YAMLReading

/// Regions of countries that a map shades: named by their codes, or as they are called in the pack's countries.
extension StoryComposer {
  /// The region that is meant; `nil` where there is none, and the log says so.
  mutating func regionShape(_ told: YAMLText) -> RegionShape? {
    let code = told.text.uppercased()
    let isCode = code.dropFirst(2).first == "-" && code.count <= 6
    let countries = isCode ? [String(code.prefix(2))] : pack.countries
    var all: [RegionShape] = []
    for country in countries { all += regions(of: country) }
    let now = isCode ? (ownLog.collect { try atlas.regionCode(formerly: code) } ?? nil) ?? code : nil
    let key = placeKey(told.text)
    if let found = all.first(where: { $0.code != nil && ($0.code == now || placeKey($0.name) == key) }) {
      warnOfOldOutline(found, at: told.location)
      return found
    }
    complain(of: told, code: now, among: all, in: countries)
    return nil
  }

  /// Read once: the shapes are many, and each region that is named looks through all of them.
  private mutating func regions(of country: String) -> [RegionShape] {
    if let known = regionShapes[country] { return known }
    let found = ownLog.collect { try atlas.regionShapes(of: country) } ?? []
    regionShapes[country] = found
    return found
  }

  private mutating func complain(
    of told: YAMLText, code: String?, among all: [RegionShape], in countries: [String]
  ) {
    if let code, let whole = all.first(where: { $0.parts.contains(code) }), let other = whole.code {
      ownLog.error(
        "the atlas has no outline of '\(told.text)', which was a part of \(other) (\(whole.name)) when its regions were drawn",
        at: told.location,
        advice: "shade \(other) by a figure of both, or show circles: 'symbols:' with 'place:' and 'figure:'")
      return
    }
    let country =
      countries.count == 1 ? ownLog.collect { try atlas.countryName(countries[0], language: "en") } : nil
    let whose = (country ?? nil).map { " of \($0)" } ?? " of the pack's countries"
    if code != nil, all.isEmpty, (country ?? nil) != nil {
      ownLog.error(
        "the atlas has no regions\(whose)", at: told.location,
        advice: "shade whole countries, or show circles: 'symbols:' with 'place:' and 'figure:'")
      return
    }
    let codes = all.compactMap { region in region.code.map { (code: $0, name: region.name) } }
    let near = nearestNames(to: told.text, among: code == nil ? codes.map(\.name) : codes.map(\.code))
    let meant = codes.filter { near.contains($0.name) || near.contains($0.code) }
    let others = meant.isEmpty ? Array(codes.prefix(Self.mostListed)) : meant
    let list = others.map { "\($0.code) (\($0.name))" }.joined(separator: ", ")
    ownLog.error(
      "'\(told.text)' is no country and no region\(whose)", at: told.location,
      advice: list.isEmpty
        ? Atlas.codeAdvice
        : (meant.isEmpty ? "its regions are " : "did you mean ") + list
          + (meant.isEmpty ? codes.count > others.count ? " …" : "" : "?"))
  }

  private static let mostListed = 20

  private mutating func warnOfOldOutline(_ region: RegionShape, at location: SourceLocation) {
    guard let code = region.code, !region.parts.isEmpty else { return }
    ownLog.warning(
      "the atlas draws \(code) (\(region.name)) as it was before \(region.parts.joined(separator: " and ")) became "
        + (region.parts.count == 1 ? "a region of its own" : "regions of their own"), at: location,
      advice: "show a figure of both, or say so in the map's note")
  }

  /// A region is drawn as a part of its country, so the country has no value of its own, nor regions of another level.
  mutating func checkRegions(_ told: Pack.Map, _ shades: [ShadedArea]) {
    guard told.shades.count == shades.count else { return }
    for (index, shade) in shades.enumerated() {
      let before = shades[..<index]
      let location = told.shades[index].country.location
      if let same = before.firstIndex(where: { $0.country == shade.country }) {
        ownLog.error(
          "'\(told.shades[index].country.text)' is \(shade.name), which has a figure already in '\(told.shades[same].country.text)'",
          at: location, advice: "show one figure of each")
      } else if let other = before.first(where: { $0.clashes(with: shade) }) {
        ownLog.error(
          "\(shade.country) (\(shade.name)) and \(other.country) (\(other.name)) are of different levels",
          at: location,
          advice: "shade countries, their regions or the parts of these, each on a map of its own")
      }
    }
  }
}

/// A country or one of its regions, and the figure that its ground shows.
struct ShadedArea {
  /// ISO 3166-1 alpha-2, or ISO 3166-2 of a region.
  var country: String
  var name: String
  var figure: Figure
  var region: RegionShape?

  /// 0 for a country.
  private var level: Int { region?.level ?? 0 }

  /// Whether one is a part of the other, or they are of levels that no map shows together.
  fileprivate func clashes(with other: ShadedArea) -> Bool {
    guard country.prefix(2) == other.country.prefix(2), level != other.level else { return false }
    return level == 0 || other.level == 0 || level + other.level == 3
  }
}

extension Atlas {
  /// Whether a code of a region, or another name than a country's, is written.
  func isNoCountry(_ key: String) throws(DiagnosticError) -> Bool {
    if try countryName(key, language: "en") != nil { return false }
    if key.dropFirst(2).first == "-" { return true }
    if key.count <= 3 { return false }
    return try countryCode(meantBy: key) == nil
  }
}
