import Foundation

/// What a name is weighed with when several places bear it.
struct ChoiceContext {
  /// Of the pack.
  var countries: Set<String> = []
  /// What lying in one of them weighs.
  var homeWeight = PlaceWeight.country
  /// Right beside the name.
  var beside: PlaceEvidence = PlaceEvidence()
  /// Named in the sentence, the paragraph, anywhere in the texts.
  var sentence: NamedCountries = NamedCountries()
  var paragraph: NamedCountries = NamedCountries()
  var all: NamedCountries = NamedCountries()
  /// The regions of the name itself, which say nothing of its towns.
  var own: Set<Int64> = []
  /// Places of the same sentence that are beyond doubt.
  var companions: [Place] = []
  /// Places of the paragraph's other sentences that are beyond doubt.
  var around: [Place] = []
  /// What others of the sentence may mean.
  var likely: [Place] = []
}

/// Countries by their codes and regions by their numbers.
struct NamedCountries {
  var countries: Set<String> = []
  var divisions: Set<Int64> = []

  mutating func formUnion(_ other: NamedCountries) {
    countries.formUnion(other.countries)
    divisions.formUnion(other.divisions)
  }
}

/// A place that a name may mean.
struct PlaceCandidate {
  var place: Place
  var isRegion: Bool
  /// What the name weighs for being its own, or nearly, and not an alternative one.
  var kinship: Double
  var isCapital: Bool
  /// The number of its region, or of the region that it is; 0: none.
  var division: Int64
  /// How likely it is without any context, in powers of ten of people.
  var weight: Double
  /// A part of a city in one of the pack's countries, while towns within reach are called the same.
  var isQuarter = false
  /// Its own name agrees in the key only, and another town's is spelt just as is written.
  var isSpeltOtherwise = false

  var isOwn: Bool { kinship == PlaceWeight.ownName }
}

/// Weights, all in powers of ten of people: what one weighs, as many times more people would.
enum PlaceWeight {
  /// A place's own name against an alternative one: Samarkand is not Temirtau, which was once called so; and yet Madras
  /// is Chennai and not a town of 7,000 people in Oregon.
  static let ownName = 2.0
  /// Another spelling of the own name ("Odessa" for Odesa), or its beginning ("León" for León de los Aldama).
  static let nearlyOwnName = 1.5
  /// An alternative name that the town's region has, too: one of today in another language ("Ginebra" for Geneva), not a
  /// former one.
  static let regionsName = 0.7
  /// An own name that agrees in its key, where another town's is spelt just as is written (Basse-Terre, "Basseterre").
  static let otherSpelling = 0.5
  static let capital = 0.5
  /// For a capital that the sentence calls one.
  static let calledCapital = 1.5
  /// A region stands behind the towns of its name, unless it has sixty times their people (Ontario).
  static let region = -1.8
  /// The pack's countries, for a name that the author of a pack writes down.
  static let toldCountry = 3.0
  /// The pack's countries, for a name in running text, which speaks of elsewhere, too.
  static let country = 1.75
  /// So many times the people make a foreign town the one that a reader thinks of.
  static let outweighing = 50
  static let beside = 8.0
  static let sentence = 2.5
  static let paragraph = 1.5
  static let text = 0.5
  /// A companion within 300 km, and one in the same country or, in another sentence of the paragraph, within 300 km.
  static let near = 2.0
  static let sameCountry = 1.0
  /// A companion in another one of the pack's countries.
  static let otherCountry = 0.5
  /// A companion within 30 km.
  static let nextTo = 2.6
  /// What a companion may mean lies within 300 km.
  static let likelyNear = 0.7
  /// So many times as far from its companions as another of its name, a place has nothing from the pack's countries, nor
  /// from what other sentences name.
  static let farTimes = 5.0
  /// What lies nearer than that (km) is near alike.
  static let nearest = 15.0
  /// The nearest of the name, where no companion is within 300 km.
  static let nearer = 1.0
  /// A name that is hardly ever used for a place makes no other one far.
  static let unlikely = 1.0
  static let quarter = -1.0

  static func people(_ population: Int) -> Double {
    // GeoNames has 0 where it does not know: such places are villages, rarely empty.
    log10(Double(population > 0 ? population : 1_000))
  }
}

extension NameIndex {
  /// Towns and regions that a name may mean.
  func candidates(
    for meanings: NameMeanings, key: String, spelling: String? = nil, home: Set<String> = []
  ) throws -> [PlaceCandidate] {
    var towns = try meanings.towns.map { number in
      let town = try town(number)
      var kinship = kinship(of: key, with: town.place)
      if kinship == 0, meanings.divisions.contains(town.division) { kinship = PlaceWeight.regionsName }
      return PlaceCandidate(
        place: town.place, isRegion: false, kinship: kinship, isCapital: town.isCapital,
        division: town.division,
        weight: PlaceWeight.people(town.place.population) + kinship
          + (town.isCapital ? PlaceWeight.capital : 0))
    }
    if let spelling { preferSpelling(spelling, among: &towns) }
    leaveShortNames(to: &towns, key: key)
    try markQuarters(among: &towns, home: home)
    let regions = try meanings.divisions.map { number in
      let place = try division(number)
      return PlaceCandidate(
        place: place, isRegion: true, kinship: PlaceWeight.ownName, isCapital: false, division: number,
        weight: PlaceWeight.people(place.population) + PlaceWeight.ownName + PlaceWeight.region)
    }
    return towns + regions
  }

  /// Basse-Terre is hardly meant where "Basseterre" is written, which is another town's name.
  private func preferSpelling(_ spelling: String, among towns: inout [PlaceCandidate]) {
    if towns.count(where: \.isOwn) < 2 { return }
    let isExact = towns.map { town in
      town.isOwn && placeSpelling(String(town.place.name.prefix { $0 != "(" })) == spelling
        || placeSpelling(town.place.name) == spelling
    }
    guard isExact.contains(true) else { return }
    for number in towns.indices where towns[number].isOwn && !isExact[number] {
      towns[number].kinship = PlaceWeight.otherSpelling
      towns[number].weight += PlaceWeight.otherSpelling - PlaceWeight.ownName
      towns[number].isSpeltOtherwise = true
    }
  }

  /// A town is hardly called by the beginning of its name where a larger one of its country is called just so: Vitória is
  /// not Vitória de Santo Antão.
  private func leaveShortNames(to towns: inout [PlaceCandidate], key: String) {
    let own = towns.filter(\.isOwn).map(\.place)
    for number in towns.indices where towns[number].kinship == PlaceWeight.nearlyOwnName {
      let place = towns[number].place
      guard placeKey(place.name).hasPrefix(key),
        own.contains(where: { $0.country == place.country && $0.population > place.population })
      else { continue }
      towns[number].kinship = 0
      towns[number].weight -= PlaceWeight.nearlyOwnName
    }
  }

  /// A quarter in the pack's countries is hardly meant where a town within 1,500 km bears the name.
  private func markQuarters(among towns: inout [PlaceCandidate], home: Set<String>) throws {
    if towns.count < 2 { return }
    for number in towns.indices where home.contains(towns[number].place.country) {
      towns[number].isQuarter = try isQuarter(towns[number].place, division: towns[number].division)
    }
    let whole = towns.filter { !$0.isQuarter }.map(\.place.position)
    for number in towns.indices where towns[number].isQuarter {
      let position = towns[number].place.position
      towns[number].isQuarter = whole.contains { kilometres($0, position) < 1_500 }
    }
  }

  /// What a name weighs for being the place's own, or nearly.
  private func kinship(of key: String, with place: Place) -> Double {
    let own = placeKey(place.name)
    if own == key { return PlaceWeight.ownName }
    if let open = place.name.firstIndex(of: "("), placeKey(String(place.name[..<open])) == key {
      return PlaceWeight.ownName
    }
    if abbreviatedKey(of: place.name) == key { return PlaceWeight.nearlyOwnName }
    if let word = place.name.split(separator: " ").first, place.name.count > word.count,
      placeKey(String(word)) == key
    {
      return PlaceWeight.nearlyOwnName
    }
    // One letter of five, two of eight.
    var distance = AlignmentDistance(to: Array(own.utf8), within: min(own.utf8.count / 4, 2))
    let isNear = Array(key.utf8).withUnsafeBytes { distance.from($0) } != nil
    return isNear && own.utf8.count > 4 ? PlaceWeight.nearlyOwnName : 0
  }
}

/// Whether a town of the pack's countries that is called nearly as is written would wrongly hide another one: that is
/// called exactly so, and is a capital or has many times its people. Of two that are called so, the pack's own stays.
func hides(_ near: PlaceCandidate, _ far: PlaceCandidate, key: String) -> Bool {
  (placeKey(near.place.name) != key || !near.isOwn) && placeKey(far.place.name) == key && far.isOwn
    && (far.isCapital || outweighs(far.place, near.place))
}

/// Whether it has so many more people that a reader thinks of it first.
func outweighs(_ far: Place, _ near: Place) -> Bool {
  far.population / PlaceWeight.outweighing >= max(near.population, 500)
}

/// An order of candidates: likeliest first; of equals one that depends on the places only.
func ranked(_ candidates: [PlaceCandidate], in context: ChoiceContext)
  -> [(candidate: PlaceCandidate, weight: Double)]
{
  let distances = candidates.map { candidate in
    (context.companions + context.likely).map { kilometres($0.position, candidate.place.position) }.min()
      ?? .infinity
  }
  let likeliest = candidates.map(\.weight).max() ?? 0
  let nearest =
    zip(candidates, distances).compactMap { candidate, distance in
      let isLikely = likeliest - candidate.weight <= PlaceWeight.unlikely
      return !candidate.isRegion && !candidate.isQuarter && isLikely ? distance : nil
    }.min() ?? .infinity
  let limit = PlaceWeight.farTimes * max(nearest, PlaceWeight.nearest)
  // Where the largest of the name is at hand, no smaller one needs help.
  let hasFar = zip(candidates, distances).contains { !$0.isRegion && $0.weight == likeliest && $1 > limit }
  return zip(candidates, distances).map { candidate, distance in
    let isFar = !candidate.isRegion && distance > limit
    var weight = candidate.weight + bonus(for: candidate, isFar: isFar, in: context)
    if hasFar, nearest >= 300, distance <= 2 * nearest { weight += PlaceWeight.nearer }
    return (candidate, weight)
  }
  .sorted { a, b in a.1 != b.1 ? a.1 > b.1 : isBefore(a.0.place, b.0.place) }
}

private func bonus(for candidate: PlaceCandidate, isFar: Bool, in context: ChoiceContext) -> Double {
  var bonus = candidate.isQuarter ? PlaceWeight.quarter : 0
  let isUnlikely = isFar || candidate.isSpeltOtherwise
  if context.countries.contains(candidate.place.country), !isUnlikely, !candidate.isQuarter {
    bonus += context.homeWeight
  }
  if context.beside.countries.contains(candidate.place.country)
    || context.beside.divisions.contains(candidate.division)
  {
    bonus += PlaceWeight.beside
  }
  if context.beside.isCalledCapital, candidate.isCapital { bonus += PlaceWeight.calledCapital }
  func isNamed(_ named: NamedCountries) -> Bool {
    named.countries.contains(candidate.place.country)
      || !candidate.isRegion && !context.own.contains(candidate.division)
        && named.divisions.contains(candidate.division)
  }
  if isNamed(context.sentence) {
    bonus += PlaceWeight.sentence
  } else if isNamed(context.paragraph), !isUnlikely {
    bonus += PlaceWeight.paragraph
  } else if isNamed(context.all), !isUnlikely {
    bonus += PlaceWeight.text
  }
  let near = companionBonus(for: candidate.place, in: context)
  // Only neighbours speak for another spelling.
  let isDistant = candidate.isSpeltOtherwise && near < PlaceWeight.nextTo
  return bonus + (isDistant ? min(near, PlaceWeight.sameCountry) : near)
}

private func companionBonus(for place: Place, in context: ChoiceContext) -> Double {
  func isNear(_ other: Place) -> Bool { kilometres(other.position, place.position) < 300 }
  let nearest = context.companions.map { kilometres($0.position, place.position) }.min() ?? .infinity
  if nearest < 30 { return PlaceWeight.nextTo }
  if nearest < 300 { return PlaceWeight.near }
  // Only a sentence that names no others leans on the paragraph.
  if context.companions.isEmpty, context.around.contains(where: isNear) { return PlaceWeight.sameCountry }
  if context.companions.contains(where: { $0.country == place.country }) { return PlaceWeight.sameCountry }
  // A text on two countries names both in one sentence.
  let isHome = context.countries.contains(place.country)
  if isHome, context.companions.contains(where: { context.countries.contains($0.country) }) {
    return PlaceWeight.otherCountry
  }
  return context.likely.contains(where: isNear) ? PlaceWeight.likelyNear : 0
}

func isBefore(_ a: Place, _ b: Place) -> Bool {
  (a.name, a.country, a.position.latitude, a.position.longitude)
    < (b.name, b.country, b.position.latitude, b.position.longitude)
}

/// Great-circle distance on a sphere of 6371 km.
func kilometres(_ a: GeoPoint, _ b: GeoPoint) -> Double {
  let degree = Double.pi / 180
  let (y1, y2) = (a.latitude * degree, b.latitude * degree)
  let half = (sin((y2 - y1) / 2), sin((b.longitude - a.longitude) * degree / 2))
  return 2 * 6371 * asin(min(1, sqrt(half.0 * half.0 + cos(y1) * cos(y2) * half.1 * half.1)))
}
