import Atlas
import Diagnostics
import Evidence
import MapGrammar
import YAMLReading

/// Corridors and areas of a map.
extension StoryComposer {
  mutating func zone(_ told: Pack.Map.Zone) -> (MapDescription.Zone, [Site], Figure?)? {
    let stops = told.stops.compactMap { site($0) }
    let figure = told.figure.flatMap { self.figure($0) }
    let label = text(told.label)
    note(told.label, .label, with: [told.figure?.text].compactMap(\.self))
    guard stops.count == told.stops.count, told.figure == nil || figure != nil || figures == nil else {
      return nil
    }
    for (index, name) in told.stops.enumerated().dropFirst()
    where stops[..<index].contains(where: { $0.position == stops[index].position }) {
      ownLog.error("'\(name.text)' is named here already", at: name.location, advice: "name each place once")
      return nil
    }
    let said =
      figure.map { InlineText([Inline("\($0.label): \($0.words(.full))", .figure([$0.id]))], file: "") }
    guard let words = label ?? said else { return nil }
    let form: MapDescription.Zone.Form =
      switch told.form {
      case .corridor(let width): .corridor(width: width)
      case .area(let radius): .area(radius: radius)
      }
    let zone = MapDescription.Zone(
      form, stops.map(\.position), label: words.text, figures: words.figures)
    warnWhereCut(zone, at: told.location)
    return (zone, stops, figure)
  }

  /// A map shows its fixed extent, and what else lies in its frame: whether that reaches so far is chance.
  private mutating func warnWhereCut(_ zone: MapDescription.Zone, at location: SourceLocation) {
    guard let extent = extentInHand, zone.outline.contains(where: { extent.leavesOut($0) != nil }) else {
      return
    }
    ownLog.warning(
      "this \(zone.isArea ? "area" : "corridor") reaches beyond the map's 'extent', whose frame may cut it",
      at: location, advice: "widen 'extent:', or leave it out: then the map shows all of it")
  }

  /// On a map whose grounds are values a band would hide some, or be taken for one.
  mutating func checkZones(_ told: Pack.Map) {
    guard let zone = told.zones.first, !told.shades.isEmpty else { return }
    ownLog.error(
      "a map that shades countries has no ground left for corridors and areas", at: zone.location,
      advice: "show them on a map of its own, or take out 'shade:'")
  }
}
