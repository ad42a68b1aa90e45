import Atlas
import Diagnostics
import MapGrammar
import YAMLReading

extension StoryComposer {
  // MARK: Places that the pack names

  mutating func site(_ name: YAMLText) -> Site? {
    if let own = folder.places[name.text] {
      var site = Site(label: name.text, place: own)
      site.isOwn = true
      return site
    }
    if folder.places.isUnread(name.text) { return nil }
    guard let lists = listedPlaces() else { return nil }
    let listed = lists[placeSpelling(name.text)].map(inExtent)
    if let told = placeToldByAnswer(name.text, question: questionInHand),
      listed?.places.contains(told) ?? true
    {
      return Site(label: name.text, place: told)
    }
    if let found = listed, let best = found.places.first, !isCountry(name, besides: best) {
      warnOfNamesakes(found, chosen: best, name)
      return Site(label: name.text, place: best)
    }
    if let region = region(name) { return region }
    ownLog.error(
      "no place is called '\(name.text)'", at: name.location, advice: adviceForUnknown(place: name))
    return nil
  }

  /// Of the places of a name those that the map in hand shows, where its extent is fixed and it shows any.
  private func inExtent(_ listed: ListedPlace) -> ListedPlace {
    guard let extent = extentInHand else { return listed }
    func isShown(_ place: Place) -> Bool { extent.leavesOut(place.position) == nil }
    var shown = listed
    shown.places = listed.places.filter(isShown)
    shown.rivals = listed.rivals.filter(isShown)
    if shown.places.isEmpty || shown.places.count == listed.places.count { return listed }
    shown.isPlain = listed.isPlain || shown.places.count == 1
    return shown
  }

  /// The places of a list, each once. That two of its names mean one is said, since one may be meant for another.
  mutating func listedSites(_ names: [YAMLText]) -> [Site] {
    var sites: [Site] = []
    for name in names {
      guard let site = site(name) else { continue }
      if let same = sites.first(where: { $0.isSame(as: site) }), !same.names.contains(name.text),
        !same.names.contains(where: { areOneOnPurpose($0, name.text) })
      {
        let isOwn = placeKey(name.text) == placeKey(site.place.name)
        ownLog.warning(
          "'\(same.label)' and '\(name.text)' both mean \(described(site.place))", at: name.location,
          advice: "remove one of them, or settle the other in places.csv, as a line "
            + "'\(isOwn ? same.label : name.text),its country’s code,latitude,longitude'" + headerAdvice)
      }
      sites.join(site)
    }
    return sites
  }

  /// Whether places.csv says of one of two names where it lies, or the transcript has one in parentheses behind the other.
  private func areOneOnPurpose(_ one: String, _ other: String) -> Bool {
    if folder.places[one] != nil || folder.places[other] != nil { return true }
    let texts = transcript.map(NamedPlaces.passages) ?? []
    return texts.contains { $0.text.contains("\(one) (\(other)") || $0.text.contains("\(other) (\(one)") }
  }

  /// Whether a name is a country's rather than that of a foreign town which is not its capital (Morocco in Indiana).
  private mutating func isCountry(_ name: YAMLText, besides town: Place) -> Bool {
    guard !pack.countries.contains(town.country),
      let code = ownLog.collect({ try atlas.countryCode(named: name.text) }) ?? nil
    else { return false }
    return ownLog.collect { try atlas.capital(of: code) != town } ?? false
  }

  /// A country or a water is no misspelt town.
  private mutating func adviceForUnknown(place name: YAMLText) -> String {
    let own =
      "The gazetteer has towns of more than 1,000 people; any other place goes into places.csv, as a line "
      + "'\(name.text),its country’s code,latitude,longitude'" + headerAdvice
    if let code = (ownLog.collect { try atlas.countryCodes(named: name.text) } ?? []).first {
      return "it is a country, and a map's places are towns and regions: write its capital or a town, "
        + "or tint it with 'shade: { \(code): … }'"
    }
    if let kind = ownLog.collect({ try atlas.kindOfWater(named: name.text) }) ?? nil {
      return "it is a \(kind), which maps name by themselves where there is room: leave it out. " + own
    }
    let near = ownLog.collect { try atlas.placeNames(near: name.text, countries: pack.countries) } ?? []
    let hint = near.isEmpty ? "" : "did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))? "
    return hint + "A region is written 'Turkistan region'. " + own
  }

  /// What the names of all maps' lists mean; found when it is first asked for.
  private mutating func listedPlaces() -> [String: ListedPlace]? {
    if let known = foundLists { return known }
    let texts = readTexts(settled: folder.places.places)
    let found = ownLog.collect { try pack.listedPlaces(own: folder.places, texts: texts, atlas: atlas) }
    foundLists = found
    return found
  }

  /// What a name means in the answer that its map belongs to, where that is beyond doubt and not what the lists take it for:
  /// elsewhere the texts mean another place by it.
  private mutating func placeToldByAnswer(_ name: String, question: Int?) -> Place? {
    let spelling = placeSpelling(name)
    guard let question, let listed = listedPlaces()?[spelling], let named = namedPlaces() else { return nil }
    let told = named.towns(ofQuestion: question, notes: false).filter {
      placeSpelling($0.label) == spelling
    }
    guard let first = told.first, told.allSatisfy({ $0.place == first.place && $0.others.isEmpty }),
      first.place != listed.places.first, listed.places.contains(first.place)
    else { return nil }
    return first.place
  }

  /// "Turkistan region", or "Bavaria" where no town is called so.
  private mutating func region(_ name: YAMLText) -> Site? {
    let found = ownLog.collect {
      try atlas.region(called: name.text, countries: pack.countries)
        ?? atlas.region(named: name.text, countries: pack.countries)
    }
    return (found ?? nil).map { Site(label: name.text, place: $0, isRegion: true) }
  }

  /// A town outside the pack's countries may be another one of that name, unless its neighbours stand beside it: one of at
  /// least a quarter of its people, or a smaller one in the pack's countries; one inside them may be another of the kind there, or a foreign capital.
  private mutating func warnOfNamesakes(_ found: ListedPlace, chosen: Place, _ name: YAMLText) {
    let isHome = pack.countries.contains(chosen.country)
    if !isHome, found.isPlain, found.places.first == chosen { return }
    var others = found.places.dropFirst().filter { other in
      let isComparable = other.population * 4 >= chosen.population && other.population > 0
      if found.rivals.contains(other) { return other.position.kilometres(to: chosen.position) > 30 }
      let isOther = other.country != chosen.country || other.position.kilometres(to: chosen.position) > 30
      return other.name == chosen.name && isOther
        && (isHome
          ? isComparable && pack.countries.contains(other.country)
          : other.country != chosen.country && isComparable || pack.countries.contains(other.country))
    }
    if isHome {
      let rivals = ownLog.collect { try atlas.rivals(of: chosen, named: name.text) } ?? []
      others += rivals.filter { !others.contains($0) }
    }
    if let extent = extentInHand, extent.leavesOut(chosen.position) == nil {
      others.removeAll { extent.leavesOut($0.position) != nil }
    }
    if others.isEmpty { return }
    let count = others.count > 4 ? " and \(others.count - 4) more" : ""
    ownLog.warning(
      "'\(name.text)' is taken for \(described(chosen)), but may be "
        + others.prefix(4).map(described).joined(separator: "; ") + count,
      at: name.location,
      advice: (pack.countries.isEmpty ? "name the pack's countries under 'countries:', or " : "")
        + settling(name.text, as: [chosen] + others))
  }

  /// How to say which place a name means: lines to paste.
  private func settling(_ name: String, as places: [Place]) -> String {
    let lines = places.prefix(4).map { $0.settlingLine(name) }.joined(separator: "; or ")
    return "settle it in places.csv: " + lines + headerAdvice
  }

  private var headerAdvice: String {
    folder.places.rows.isEmpty ? " (a new places.csv begins with name,country,latitude,longitude)" : ""
  }

  // MARK: Places that the transcript names

  /// The towns that the answer to the question in hand names, for a map that leaves it to us; for the overview's map
  /// those of all answers.
  mutating func sitesOfAnswer(_ map: Pack.Map, at location: SourceLocation) -> [Site] {
    guard let named = namedPlaces() else { return [] }
    let towns = named.towns(ofQuestion: questionInHand, notes: map.notes)
    for town in towns { warnOfNamesakes(of: town, named) }
    if towns.isEmpty {
      ownLog.warning(
        "\(questionInHand == nil ? "no" : "this") answer names \(questionInHand == nil ? "a" : "no") town for the map to show",
        at: location, advice: "list the map's places under 'places:', or remove the map")
    }
    return towns.reduce(into: []) { $0.join(Site(label: $1.label, place: $1.place)) }
  }

  private mutating func warnOfNamesakes(of town: PlaceMention, _ named: NamedPlaces) {
    if town.others.isEmpty { return }
    let others = town.others.prefix(4).map { described($0) }.joined(separator: "; ")
    ownLog.warning(
      "'\(town.written)' is taken for \(described(town.place)), but may be \(others)",
      at: named.passages[town.text].location,
      advice: settling(town.label, as: [town.place] + town.others))
  }

  private func described(_ place: Place) -> String {
    place.name + (["", place.name].contains(place.division) ? "" : ", \(place.division)")
      + " (\(place.country))"
  }

  /// Notes the towns that an answer names and its map does not show, where the pack itself lists the map's places.
  mutating func noteMissingTowns(_ exhibits: [Pack.Exhibit], question: Int) {
    guard looksForMissingTowns else { return }
    let maps = exhibits.compactMap { exhibit -> (Pack.Map, SourceLocation)? in
      if case .map(let map) = exhibit.content { (map, exhibit.location) } else { nil }
    }
    guard let (_, location) = maps.first, maps.allSatisfy({ !$0.0.findsPlaces }), let named = namedPlaces()
    else {
      return
    }
    let listed = listedPlaces() ?? [:]
    let shown = maps.flatMap { namesShown(on: $0.0) }.map { name in
      folder.places[name.text] ?? placeToldByAnswer(name.text, question: question)
        ?? listed[placeSpelling(name.text)]?.places.first
    }
    let missing = named.towns(ofQuestion: question, notes: false).filter { town in
      !shown.contains { $0?.name == town.place.name && $0?.country == town.place.country }
    }
    if missing.isEmpty { return }
    ownLog.add(
      Diagnostic(
        .note,
        "the answer names \(missing.map(\.label).joined(separator: ", ")), which the map does not show",
        at: location, advice: "add what the page is about to 'places:', or write 'places: auto' for all"))
  }

  private func namesShown(on map: Pack.Map) -> [YAMLText] {
    map.places + map.also + map.routes.flatMap(\.stops) + map.flows.flatMap { [$0.from, $0.to] }
      + map.symbols.map(\.place) + map.zones.flatMap(\.stops) + map.events.flatMap(\.places)
  }

  /// What the transcript names; looked for when it is first asked for.
  private mutating func namedPlaces() -> NamedPlaces? {
    if let known = foundPlaces { return known }
    // A name that the lists settle means the same place in the texts.
    var settled = folder.places.places
    if let read = readTexts(settled: settled), let lists = listedPlaces() {
      settled = read.settled(by: lists, own: folder.places)
    }
    foundPlaces = readTexts(settled: settled)
    return foundPlaces
  }

  private mutating func readTexts(settled: [String: Place]) -> NamedPlaces? {
    guard let transcript else { return nil }
    if let known = textsRead, known.settled == settled { return known.named }
    let passages = NamedPlaces.passages(of: transcript)
    let named = ownLog.collect {
      try NamedPlaces(passages, hints: pack.hints(settled: settled), atlas: atlas, memory: folder.memory)
    }
    textsRead = named.map { (settled, $0) }
    return named
  }
}

extension Place {
  /// The row of places.csv by which a name means this place and no other.
  public func settlingLine(_ name: String) -> String {
    let isQuoted = name.contains { ",\"".contains($0) }
    let quoted = isQuoted ? "\"" + name.replacing("\"", with: "\"\"") + "\"" : name
    return "\(quoted),\(country),\(degrees(position.latitude)),\(degrees(position.longitude))"
  }
}

/// Thousandths at most, without zeros at the end: what the gazetteer knows.
private func degrees(_ value: Double) -> String {
  var text = "\((value * 1000).rounded() / 1000)"
  if text.hasSuffix(".0") { text.removeLast(2) }
  return text
}
