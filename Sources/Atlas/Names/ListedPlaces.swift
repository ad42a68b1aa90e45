import Diagnostics

/// What a name of a list of places means.
public struct ListedPlace: Hashable, Sendable {
  /// The towns of that name, likeliest first, without quarters of the pack's cities where a town bears it, too.
  public var places: [Place]
  /// Those that come so near to the first that they may be meant.
  public var rivals: [Place]
  /// Whether what its list names beside it makes the first a hundred times as likely as any other.
  public var isPlain: Bool
}

extension Atlas {
  /// What the names of lists mean, by `placeSpelling`: each is weighed by the others of its list, and by the pack's countries; one
  /// that stands in several lists has one meaning. Names that no town bears are left out. `told` is what names mean by
  /// what the texts say, by their spellings.
  public func places(
    inLists lists: [[String]], countries: [String] = [], told: [String: Place] = [:]
  ) throws(DiagnosticError) -> [String: ListedPlace] {
    let question = "\(lists)"
    return try answer([question], countries, told: told) { () throws(DiagnosticError) in
      try read { db in
        var weigher = try ListWeigher(
          lists: lists.map { $0.map(placeSpelling) }, home: Set(countries), told: SettledNames(told),
          index: NameIndex(db))
        return weigher.places()
      }
    }
  }
}

extension NameIndex {
  func towns(of name: String, home: Set<String>) throws -> [PlaceCandidate] {
    let key = placeKey(name)
    return try candidates(for: meanings(of: key), key: key, spelling: placeSpelling(name), home: home)
      .filter { !$0.isRegion }
  }
}

/// The candidates of a name that somebody writes down for a map, likeliest first.
func toldFirst(_ candidates: [PlaceCandidate], key: String, in context: ChoiceContext)
  -> [(candidate: PlaceCandidate, weight: Double)]
{
  var choice = ranked(candidates, in: context)
  if let best = choice.first?.candidate, context.countries.contains(best.place.country), !best.isCapital,
    let famous = choice.firstIndex(where: { hides(best, $0.candidate, key: key) })
  {
    choice.insert(choice.remove(at: famous), at: 0)
  }
  return choice
}

private struct ListWeigher {
  /// Spellings.
  let lists: [[String]]
  let home: Set<String>
  /// What the texts or the pack say of names of the lists.
  private var told: [String: Place] = [:]
  private var candidates: [String: [PlaceCandidate]] = [:]
  private var choices: [String: [(candidate: PlaceCandidate, weight: Double)]] = [:]
  /// The other names of the lists that a name stands in.
  private var beside: [String: Set<String>] = [:]

  init(lists: [[String]], home: Set<String>, told: SettledNames, index: NameIndex) throws {
    (self.lists, self.home) = (lists, home)
    for list in lists {
      for name in list where !name.isEmpty {
        beside[name, default: []].formUnion(list.filter { $0 != name })
        if candidates[name] != nil { continue }
        candidates[name] = try index.towns(of: name, home: home)
        self.told[name] = try told.place(spelt: name, key: placeKey(name), index: index)
      }
    }
  }

  mutating func places() -> [String: ListedPlace] {
    // By itself first, then with what the others have turned out to be.
    for round in 0..<4 {
      var next = choices
      for name in candidates.keys.sorted() { next[name] = choice(of: name, alone: round == 0) }
      choices = next
    }
    var found: [String: ListedPlace] = [:]
    for (name, choice) in choices {
      guard let best = choice.first else { continue }
      // A quarter of a city is no rival of a town.
      let choice = choice.prefix(1) + choice.dropFirst().filter { !$0.candidate.isQuarter }
      var places = choice.map(\.candidate.place)
      if let place = told[name] { places = [place] + places.filter { $0 != place } }
      let near = choice.dropFirst().filter { best.weight - $0.weight < 0.6 }.map(\.candidate.place)
      let lead = best.weight - (choice.count > 1 ? choice[1].weight : 0)
      found[name] = ListedPlace(
        places: places, rivals: told[name] == nil ? near : [],
        isPlain: places[0] == best.candidate.place && lead >= 2)
    }
    return found
  }

  private func choice(of name: String, alone: Bool) -> [(candidate: PlaceCandidate, weight: Double)] {
    var context = ChoiceContext(countries: home, homeWeight: PlaceWeight.toldCountry)
    for other in alone ? [] : beside[name, default: []].sorted() {
      if let place = told[other] {
        context.companions.append(place)
      } else if let choice = choices[other], let best = choice.first {
        if choice.count < 2 || best.weight - choice[1].weight > 0.8 {
          context.companions.append(best.candidate.place)
        } else {
          context.likely += choice.prefix(3).filter { best.weight - $0.weight < 1 }.map(\.candidate.place)
        }
      }
    }
    return toldFirst(candidates[name] ?? [], key: placeKey(name), in: context)
  }
}
