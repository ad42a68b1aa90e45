import Briefing
import Diagnostics
import Graphics
import Maps
import Typesetting

extension ExhibitStudio {
  func map(_ exhibit: Exhibit) throws(DiagnosticError) -> MapDescription? {
    guard case .map(let named, let also) = exhibit.content else { return nil }
    var map = MapDescription(sites: [], tinted: countries, language: language)
    for site in named { map.sites.append(try self.site(site, isNamed: true)) }
    for site in also { map.sites.append(try self.site(site, isNamed: false)) }
    return map
  }

  private func site(_ site: Site, isNamed: Bool) throws(DiagnosticError) -> MapDescription.Site {
    // "en-GB" is "en" to the atlas.
    let plain = String(language.prefix { $0 != "-" })
    let country = try atlas.countryName(site.place.country, language: plain)
    return .init(
      position: site.place.position, label: site.label, isNamed: isNamed, country: country ?? "")
  }

  var mapStyle: MapStyle {
    MapStyle(
      city: text(.mapCity), otherCity: text(.mapOtherCity), country: text(.mapCountry),
      water: text(.mapWater),
      scale: text(.mapScale), landColor: layout.color(.land), waterColor: layout.color(.water),
      coastColor: layout.color(.waterLine), boundaryColor: layout.color(.boundary),
      tints: [layout.color(.oneTint), layout.color(.twoTint)],
      tintedNames: [layout.color(.one), layout.color(.two).mixed(with: layout.color(.ink), amount: 0.35)],
      ink: layout.color(.ink), routeColor: layout.color(.one))
  }
}
