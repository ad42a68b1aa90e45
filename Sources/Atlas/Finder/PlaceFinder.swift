import Diagnostics

extension Atlas {
  /// The towns and regions that texts name, in reading order.
  ///
  /// A name is one that the gazetteer has; whether a word is meant as that name and which of several places bears it,
  /// the words around it say (Docs/places.md). Nothing is learnt and nothing guessed at random: the same texts give the
  /// same places. Texts are read as one, so what the first says helps with the last.
  public func mentions(in texts: [String], hints: PlaceHints = PlaceHints()) throws(DiagnosticError)
    -> [PlaceMention]
  {
    try read { db in
      var finder = try PlaceFinder(texts, hints: hints, index: NameIndex(db))
      return finder.mentions()
    }
  }
}

/// Reads texts in stages: names, what stands around them, which place each means, and then again with what its
/// neighbours have turned out to be.
struct PlaceFinder {
  /// What speaks for a place must outweigh what speaks against it by so much.
  static let least = 3

  struct Found {
    var text: Int
    var sentence: Int
    var span: PlaceSpan
    var evidence: PlaceEvidence
    var candidates: [PlaceCandidate]
    var context: ChoiceContext
    var choice: [(candidate: PlaceCandidate, weight: Double)] = []
    var score = 0
    /// Names in the same enumeration, by their positions among all found.
    var listed: [Int] = []

    var isAccepted: Bool { score >= PlaceFinder.least && !choice.isEmpty }
    var best: PlaceCandidate? { choice.first?.candidate }

    var isStrong: Bool { isAccepted && score >= PlaceFinder.least + 2 }

    /// Whether another place can't well be meant.
    var isClear: Bool {
      guard isAccepted else { return false }
      return choice.count < 2 || choice[0].weight - choice[1].weight > 0.8
    }
  }

  private var texts: [[TextWord]]
  private let scalars: [[Unicode.Scalar]]
  private let hints: PlaceHints
  var found: [Found] = []
  /// What is known of a name from all places where it stands.
  private struct Repeats {
    var strong = 0
    var persons = 0
  }

  init(_ texts: [String], hints: PlaceHints, index: NameIndex) throws {
    self.hints = hints
    scalars = texts.map { Array($0.unicodeScalars) }
    self.texts = scalars.map { words(of: $0) }
    let settled = SettledNames(hints.settled)
    var all = NamedCountries()
    for number in self.texts.indices {
      let spans = try SpanFinder(
        words: self.texts[number], index: index, settled: settled, language: hints.language,
        countries: Set(hints.countries)
      ).spans()
      for span in spans where span.ownsEnding {
        self.texts[number][span.words.upperBound - 1].takeBackEnding()
      }
      all.formUnion(try collect(spans, words: self.texts[number], text: number, index: index))
    }
    for number in found.indices { found[number].context.all = all }
  }

  /// Judges each name by itself, then three times with what stands beside it.
  mutating func mentions() -> [PlaceMention] {
    for number in found.indices { judge(number) }
    let lists = enumerations()
    for _ in 0..<3 {
      let before = found
      let repeats = repeats(in: before)
      let accepted = before.indices.reduce(into: [Int: Int]()) { counts, number in
        if before[number].isAccepted { counts[lists[number], default: 0] += 1 }
      }
      for number in found.indices {
        let companions = companions(of: number, among: before)
        found[number].context.companions = companions.clear
        found[number].context.around = companions.around
        found[number].context.likely = companions.likely
        judge(number)
        let others = accepted[lists[number], default: 0] - (before[number].isAccepted ? 1 : 0)
        found[number].score += support(for: number, among: before, repeats, listed: others)
      }
    }
    return found.filter(\.isAccepted).compactMap(mention)
  }

  // MARK: Names and their context

  private mutating func collect(_ spans: [PlaceSpan], words: [TextWord], text: Int, index: NameIndex) throws
    -> NamedCountries
  {
    let reader = EvidenceReader(words: words, spans: spans, index: index, language: hints.language)
    var named: [Int: NamedCountries] = [:]
    var new: [Found] = []
    var positions: [Int?] = []
    for (number, span) in spans.enumerated() {
      let sentence = words[span.words.lowerBound].sentence
      let evidence = try reader.evidence(for: number)
      var candidates = try self.candidates(for: span, index: index)
      if span.isCountry {
        named[sentence, default: NamedCountries()].countries.formUnion(
          span.meanings.countries + span.meanings.adjectives)
        candidates = try townsOfCountryName(span, evidence, candidates, index)
      } else if candidates.max(by: { $0.weight < $1.weight })?.isRegion == true || evidence.verdict == .region
      {
        named[sentence, default: NamedCountries()].divisions.formUnion(span.meanings.divisions)
      }
      guard !candidates.isEmpty else {
        positions.append(nil)
        continue
      }
      positions.append(found.count + new.count)
      new.append(
        Found(
          text: text, sentence: sentence, span: span, evidence: evidence, candidates: candidates,
          context: ChoiceContext(
            countries: Set(hints.countries), beside: evidence, own: Set(span.meanings.divisions))))
    }
    let paragraph = named.values.reduce(into: NamedCountries()) { $0.formUnion($1) }
    for number in new.indices {
      new[number].context.sentence = named[new[number].sentence] ?? NamedCountries()
      new[number].context.paragraph = paragraph
    }
    found += new
    connect(spans, words: words, positions: positions)
    return paragraph
  }

  private func candidates(for span: PlaceSpan, index: NameIndex) throws -> [PlaceCandidate] {
    if let place = span.settled {
      return [
        PlaceCandidate(
          place: place, isRegion: false, kinship: PlaceWeight.ownName, isCapital: false, division: 0,
          weight: PlaceWeight.people(place.population))
      ]
    }
    if span.meanings.adjectives.isEmpty {
      return try index.candidates(
        for: span.meanings, key: span.key, spelling: span.spelling, home: Set(hints.countries))
    }
    return []
  }

  /// A country's name is a town's where country and town are one, where a region stands beside it ("Peru, Indiana") and
  /// where one of the pack's countries has a town of that name that everybody there knows (Armenia in Colombia).
  private func townsOfCountryName(
    _ span: PlaceSpan, _ evidence: PlaceEvidence, _ candidates: [PlaceCandidate], _ index: NameIndex
  ) throws -> [PlaceCandidate] {
    let isForeign = Set(hints.countries).isDisjoint(with: span.meanings.countries)
    return try candidates.filter { candidate in
      if candidate.isRegion { return false }
      let country = candidate.place.country
      let isState = Self.cityStates.contains(country) && span.meanings.countries.contains(country)
      if isState && candidate.isCapital || evidence.isTown && candidate.isCapital && candidate.isOwn {
        return true
      }
      if evidence.divisions.contains(candidate.division) && evidence.countries.isEmpty { return true }
      return try isForeign && span.meanings.adjectives.isEmpty && candidate.isOwn
        && hints.countries.contains(country)
        && candidate.place.population * Self.knownShare >= index.people(of: country)
    }
  }

  /// One of so many people of a country lives in a town that everybody there knows.
  private static let knownShare = 500

  /// Where the country is the town: Gibraltar, Hong Kong, Macau, Monaco, Singapore, the Vatican.
  private static let cityStates: Set<String> = ["GI", "HK", "MC", "MO", "SG", "VA"]

  // MARK: Judging

  private mutating func judge(_ number: Int) {
    let one = found[number]
    found[number].score = Int.min / 2
    if one.evidence.verdict == .otherThing && one.span.settled == nil { return }
    // "The White House" is Casablanca in another language only.
    let candidates =
      one.evidence.followsArticle && one.span.words.count > 1
      ? one.candidates.filter { $0.isRegion || $0.kinship >= PlaceWeight.nearlyOwnName } : one.candidates
    var choice = ranked(candidates, in: one.context)
    if one.evidence.verdict == .region {
      let regions = choice.filter(\.candidate.isRegion)
      if !regions.isEmpty { choice = regions }
    } else if let best = choice.first, best.candidate.isRegion,
      one.evidence.isTown || hasSeat(best.candidate, choice)
    {
      choice = choice.filter { !$0.candidate.isRegion }
    }
    guard let best = choice.first?.candidate else { return }
    // "Austrian Galicia" is not Spain's.
    if best.isRegion, one.evidence.isOfNation, !one.evidence.countries.contains(best.place.country) { return }
    // "Central" is a word, where nothing says that they are regions.
    let meanings = one.span.meanings
    let isWord = meanings.isCommonWord || meanings.isWord && one.evidence.followsArticle
    if best.isRegion, isWord, one.span.settled == nil, one.evidence.verdict != .region,
      !one.evidence.countries.contains(best.place.country)
    {
      return
    }
    found[number].choice = choice
    found[number].score = one.evidence.score + fame(of: best, one.span.meanings) + support(for: best, one)
  }

  /// Whether a region has a large town of its name, which is meant then ("New York", "Turkistan").
  private func hasSeat(_ region: PlaceCandidate, _ choice: [(candidate: PlaceCandidate, weight: Double)])
    -> Bool
  {
    choice.contains { other in
      !other.candidate.isRegion && other.candidate.division == region.division
        && other.candidate.place.population * 20 >= region.place.population
    }
  }

  private func fame(of candidate: PlaceCandidate, _ meanings: NameMeanings) -> Int {
    if candidate.isRegion { return candidate.place.population >= 1_000_000 ? 3 : 1 }
    let people = candidate.place.population
    let steps = [15_000, 200_000, 1_000_000].count { people >= $0 }
    let size = people >= 5_000_000 ? 5 : steps
    let isPlain = candidate.isOwn && people >= 100_000 && !meanings.isAnyWord && !meanings.isAnyName
    return size + (isPlain ? 1 : 0) + (candidate.isCapital ? 2 : 0)
      - (candidate.isOwn || people >= 1_000_000 ? 0 : 1)
  }

  private func support(for best: PlaceCandidate, _ one: Found) -> Int {
    if one.span.settled != nil { return 10 }
    var support = 0
    func isNamed(_ named: NamedCountries) -> Bool {
      named.countries.contains(best.place.country)
        || named.divisions.contains(best.division) && !best.isRegion
          && !one.context.own.contains(best.division)
    }
    if hints.countries.contains(best.place.country) {
      support += 2
      // A metropolis at home is thought of before a person of that first name.
      if one.span.meanings.isGivenName, best.isOwn, best.place.population >= 1_000_000 { support += 2 }
    } else if isNamed(one.context.sentence) {
      support += one.evidence.isSubject ? 4 : 2
    } else if isNamed(one.context.all) {
      support += 1
    }
    let beside = one.evidence
    if beside.countries.contains(best.place.country)
      || beside.divisions.contains(best.division) && !best.isRegion
    {
      support += 4
    }
    if one.evidence.verdict == .region { support += 4 }
    if !best.isRegion { support -= one.evidence.hasOwnArticle ? 5 : one.evidence.hasArticle ? 2 : 0 }
    // Of small places far from what the text is about, most are something else of that name.
    if support <= 0 && !best.isRegion && best.place.population < 15_000 { support -= 1 }
    if support <= 0, isStray(best, one) { support -= 9 }
    // Governments speak, and so do persons; small towns don't.
    if one.evidence.isSpeaking, !best.isRegion, !best.isCapital, best.place.population < 200_000 {
      support -= 6
    }
    // Houses bear names from far away: Victoria Station, Wellington Barracks.
    if support <= 0, one.evidence.isNamesake, best.place.population < 1_000_000 { support -= 6 }
    return support
  }

  /// A small place of a country that nobody speaks of, far from all that the paragraph names: Lidice beside Prague is not
  /// Lídice in Panama, even where the gazetteer has no other.
  private func isStray(_ best: PlaceCandidate, _ one: Found) -> Bool {
    let others = one.context.companions + one.context.around
    return !best.isRegion && !best.isCapital && best.place.population < 50_000 && !others.isEmpty
      && !others.contains {
        $0.country == best.place.country || kilometres($0.position, best.place.position) < 600
      }
  }

  /// What its neighbours and the same name elsewhere say; `listed` is how many others of its enumeration are places.
  private func support(
    for number: Int, among all: [Found], _ repeats: [String: Repeats], listed: Int
  ) -> Int {
    let one = found[number]
    var support = 0
    if one.listed.contains(where: { all[$0].isAccepted }) { support += 4 }
    if listed > 1 { support += 1 }
    if let best = one.best?.place, isAtHome(best, one.context.companions) { support += 1 }
    let isWordFirst = one.span.meanings.isAnyWord || one.span.meanings.isAnyName
    let same = repeats[one.span.key] ?? Repeats()
    if !isWordFirst, same.strong - (all[number].isStrong ? 1 : 0) > 0 { support += 3 }
    if !one.evidence.isLocated, !one.evidence.isTown, same.persons - (one.evidence.isPerson ? 1 : 0) > 0 {
      support -= 3
    }
    return support
  }

  /// For each name a number that it shares with all others of the enumeration that it stands in.
  private func enumerations() -> [Int] {
    var lists = [Int?](repeating: nil, count: found.count)
    for first in found.indices where lists[first] == nil {
      var waiting = [first]
      while let next = waiting.popLast() {
        if lists[next] != nil { continue }
        lists[next] = first
        waiting += found[next].listed
      }
    }
    return lists.map { $0 ?? 0 }
  }

  private func repeats(in all: [Found]) -> [String: Repeats] {
    var repeats: [String: Repeats] = [:]
    for one in all {
      if one.isStrong { repeats[one.span.key, default: Repeats()].strong += 1 }
      if one.evidence.isPerson { repeats[one.span.key, default: Repeats()].persons += 1 }
    }
    return repeats
  }

  private func isAtHome(_ place: Place, _ companions: [Place]) -> Bool {
    companions.contains { $0.country == place.country || kilometres($0.position, place.position) < 300 }
  }

  /// How many names before and after one are its companions.
  private static let reach = 20

  /// Places of the same sentence that are beyond doubt, those of the paragraph's other sentences, and likely ones of the
  /// same sentence.
  private func companions(of number: Int, among all: [Found]) -> (
    clear: [Place], around: [Place], likely: [Place]
  ) {
    var companions: (clear: [Place], around: [Place], likely: [Place]) = ([], [], [])
    let nearby = max(0, number - Self.reach)...min(all.count - 1, number + Self.reach)
    for other in nearby where other != number {
      let one = all[other]
      guard one.text == all[number].text, one.span.key != all[number].span.key else { continue }
      if one.sentence != all[number].sentence {
        if one.isClear, let best = one.best { companions.around.append(best.place) }
      } else if one.isClear {
        companions.clear += one.best.map { [$0.place] } ?? []
      } else if let best = one.choice.first {
        companions.likely += one.choice.prefix(3).filter { best.weight - $0.weight < 1 }.map(
          \.candidate.place)
      }
    }
    return companions
  }

  // MARK: The answer

  private func mention(_ one: Found) -> PlaceMention? {
    guard let best = one.best else { return nil }
    let words = texts[one.text][one.span.words]
    guard let first = words.first, let last = words.last else { return nil }
    // "Frankfurt (Oder)" ends with its parenthesis.
    let isClosed = words.contains { $0.gap == .openParenthesis && $0.range != first.range }
    let range = first.range.lowerBound..<last.range.upperBound + (isClosed ? 1 : 0)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[one.text][range].map { $0 == "\n" ? " " : $0 })
    let written = String(view)
    let isRegion = best.isRegion || one.evidence.verdict == .region
    let nearly = one.choice.dropFirst().filter { other in
      other.candidate.isRegion == best.isRegion && one.choice[0].weight - other.weight < 0.6
        && kilometres(other.candidate.place.position, best.place.position) > 30
    }
    let isSettled = one.span.settled != nil || one.evidence.isQualified
    return PlaceMention(
      text: one.text, range: range, written: written, label: one.span.isInflected ? best.place.name : written,
      kind: isRegion ? .region : .town, place: best.place,
      others: isSettled ? [] : nearly.map(\.candidate.place))
  }
}
