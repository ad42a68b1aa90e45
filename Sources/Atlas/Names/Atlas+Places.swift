import Diagnostics

extension Atlas {
  /// The towns of that name, likeliest first; case, marks, spaces and script don't matter.
  ///
  /// A town's own name, lying in one of `countries` (ISO 3166-1 alpha-2) and being a capital count as `PlaceWeight`
  /// says. So Samarkand is not Temirtau, which was once called so, Sairam is the town next door and not its namesake
  /// far away, and Bombay is Mumbai. But what is only called nearly so in one of the countries does not hide a foreign
  /// capital, or a town with many times its people, that is called exactly so: Minsk is not Mińsk Mazowiecki.
  public func places(named name: String, countries: [String] = []) throws(DiagnosticError) -> [Place] {
    let key = placeKey(name)
    if key.isEmpty { return [] }
    return try read { db in
      let index = try NameIndex(db)
      let context = ChoiceContext(countries: Set(countries), homeWeight: PlaceWeight.toldCountry)
      return toldFirst(try index.towns(of: name, home: context.countries), key: key, in: context)
        .map(\.candidate.place)
    }
  }

  /// Places of the written name in other countries that a reader may rather think of: their primary name is exactly the
  /// written one, and they are a capital or have `PlaceWeight.outweighing` times the people of `chosen`. Largest first.
  public func rivals(of chosen: Place, named name: String) throws(DiagnosticError) -> [Place] {
    let key = placeKey(name)
    if key.isEmpty { return [] }
    return try answer([name], about: chosen) { () throws(DiagnosticError) in
      try read { db in
        let index = try NameIndex(db)
        return try index.candidates(for: index.meanings(of: key), key: key, spelling: placeSpelling(name))
          .filter { candidate in
            !candidate.isRegion && candidate.isOwn && placeKey(candidate.place.name) == key
              && candidate.place.country != chosen.country
              && (candidate.isCapital || outweighs(candidate.place, chosen))
          }
          .map(\.place).sorted { $0.population > $1.population }
      }
    }
  }

  /// The first-order regions of that name, largest first: their people, and the middle of their towns.
  public func divisions(named name: String, countries: [String] = []) throws(DiagnosticError) -> [Place] {
    let key = placeKey(name)
    if key.isEmpty { return [] }
    return try read { db in
      let index = try NameIndex(db)
      return try index.meanings(of: key).divisions.map(index.division).sorted { a, b in
        let (near, far) = (countries.contains(a.country), countries.contains(b.country))
        if near != far { return near }
        return a.population != b.population ? a.population > b.population : isBefore(a, b)
      }
    }
  }

  /// The region that a name with its kind means: "Turkistan region" is not the town of Turkistan, but what lies around it.
  /// Its position is where its name stands well.
  ///
  /// - Returns: `nil` where the name says no kind of region, or there is none of the name.
  public func region(called name: String, countries: [String] = []) throws(DiagnosticError) -> Place? {
    var words = name.split(separator: " ")
    // "State of Paraná"
    if words.count > 2, words[1].lowercased() == "of" { words = words[2...] + [words[0]] }
    let kinds = ["region", "oblast", "province", "state", "krai", "governorate", "prefecture"]
    guard words.count > 1, let last = words.last, kinds.contains(last.lowercased()) else { return nil }
    return try region(named: words.dropLast().joined(separator: " "), countries: countries)
  }

  /// The region of a name without its kind: "Bavaria".
  public func region(named name: String, countries: [String] = []) throws(DiagnosticError) -> Place? {
    try answer([name], countries) { () throws(DiagnosticError) -> Place? in
      let drawn = try regions(named: name, countries: countries).first.map {
        Place(name: $0.name, country: $0.country, position: $0.labelPoint, population: 0)
      }
      let known = try divisions(named: name, countries: countries).first
      // The maps draw larger countries' regions only; the gazetteer knows all, and by more names.
      guard let drawn, let known else { return drawn ?? known }
      return countries.contains(known.country) && !countries.contains(drawn.country) ? known : drawn
    }
  }

  /// At most three names that a misspelt one may mean, likeliest first; those in `countries` count as nearer by one
  /// and a half letters. Of places that are only called nearly so now and then (Qionghai for Ujiji), none is meant.
  public func placeNames(near name: String, countries: [String] = []) throws(DiagnosticError) -> [String] {
    try places(near: name, countries: countries).map(\.name)
  }

  /// The places of those names.
  public func places(near name: String, countries: [String] = []) throws(DiagnosticError) -> [Place] {
    let wanted = Array(placeKey(name).utf8)
    if wanted.isEmpty { return [] }
    let farthest = wanted.count < 5 ? 1 : wanted.count < 8 ? 2 : 3
    return try read { db in
      let index = try NameIndex(db)
      var found: [(place: Place, distance: Double)] = []
      for (key, distance) in try nearKeys(wanted, within: farthest, db) {
        for place in try index.meanings(of: key).towns.map({ try index.town($0).place })
        where distance <= 1 && wanted.count > 6 || isLike(placeKey(place.name), wanted, within: farthest) {
          found.append((place, Double(distance) + (countries.contains(place.country) ? 0 : 1.5)))
        }
      }
      found.sort { a, b in
        if a.distance != b.distance { return a.distance < b.distance }
        return a.place.population != b.place.population
          ? a.place.population > b.place.population : isBefore(a.place, b.place)
      }
      var places: [Place] = []
      for (place, _) in found where !places.contains(where: { $0.name == place.name }) && places.count < 3 {
        places.append(place)
      }
      return places
    }
  }

  /// Whether a key or its beginning is within a distance of the wanted one.
  private func isLike(_ own: String, _ wanted: [UInt8], within farthest: Int) -> Bool {
    var distance = AlignmentDistance(to: wanted, within: farthest)
    return [own.utf8.prefix(own.utf8.count), own.utf8.prefix(wanted.count)].contains { part in
      Array(part).withUnsafeBytes { distance.from($0) } != nil
    }
  }

  /// Keys within a distance, with their distances; nearest first, at most 2,000.
  private func nearKeys(
    _ wanted: [UInt8], within farthest: Int, _ db: SQLiteConnection
  ) throws -> [(String, Int)] {
    var distance = AlignmentDistance(to: wanted, within: farthest)
    var found: [(String, Int)] = []
    let lengths = [wanted.count - farthest, wanted.count + farthest].map { SQLiteValue.integer(Int64($0)) }
    try db.each("SELECT term FROM place_keys WHERE length(term) BETWEEN ? AND ?", lengths) { row in
      row.bytes(0) { bytes in
        if let near = distance.from(bytes) { found.append((String(decoding: bytes, as: UTF8.self), near)) }
      }
    }
    return Array(found.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(2_000))
  }
}
