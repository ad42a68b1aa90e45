import ArgumentParser
import Atlas
import Briefing
import Diagnostics
import Foundation
import Production

struct Places: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places", abstract: "Looks places up, or lists those that a pack's texts name.",
    discussion: """
      For each name: the towns that bear it, likeliest first, with region, country, coordinates and people, what else the
      first is called, countries and regions of that name, and the lines for places.csv that settle it. With --pack the
      pack's countries, places.csv, texts and maps count, as they do in a build.

      EXAMPLES
        bayan places Samarkand "Alma-Ata" Córdoba
        bayan places Victoria --pack my-pack
        bayan places --in my-pack
      """)

  @Argument(help: "Names of places, in any spelling and in Latin or Cyrillic letters.")
  var names: [String] = []

  @Option(help: ArgumentHelp("The pack that is to take the names.", valueName: "folder"))
  var pack: String?

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      "List all places that this pack's texts name, with ¶ and sentence.", valueName: "folder"))
  var folder: String?

  @Option(help: "How many places to show for a name.")
  var limit = 8

  func validate() throws {
    if names.isEmpty && folder == nil {
      throw ValidationError(
        "name a place, or a pack with --in: bayan places Samarkand, bayan places --in my-pack")
    }
    if names.contains(where: { $0.allSatisfy(\.isWhitespace) }) || pack?.isEmpty == true
      || folder?.isEmpty == true
    {
      throw ValidationError("an empty name: name a place or a pack, or leave it out")
    }
    if limit < 1 { throw ValidationError("--limit is at least 1") }
  }

  func run() throws {
    let terminal = Terminal(isQuiet: false)
    do {
      let atlas = try Atlas(path: Resources.locate().path("Atlas/atlas.gpkg"))
      if let folder { try list(PackPlaces(pack: folder), atlas: atlas) }
      let known = try pack.map { path throws(DiagnosticError) in try PackPlaces(pack: path) }
      var isMissing = false
      for (number, name) in names.enumerated() {
        if number > 0 || folder != nil { say("") }
        if try !look(up: name, atlas: atlas, pack: known) { isMissing = true }
      }
      if isMissing { throw ExitCode(1) }
    } catch let error as DiagnosticError {
      terminal.show(error.diagnostics)
      throw ExitCode(1)
    }
  }

  // MARK: One name

  /// Whether there is such a place.
  private func look(up name: String, atlas: Atlas, pack: PackPlaces?) throws(DiagnosticError) -> Bool {
    let countries = pack?.countries ?? []
    let towns =
      if let pack { try pack.places(named: name, atlas: atlas) } else { try atlas.places(named: name) }
    let nations = try atlas.countryCodes(named: name)
    var regions = try atlas.divisions(named: name, countries: countries)
    if regions.isEmpty {
      var region = try atlas.region(called: name, countries: countries)
      if region == nil, towns.isEmpty { region = try atlas.region(named: name, countries: countries) }
      regions = [region].compactMap { $0 }
    }
    say(name)
    let own = pack?.settled[name]
    if let own { say("  settled in places.csv: \(own.settlingLine(name))") }
    if towns.isEmpty && regions.isEmpty && nations.isEmpty && own == nil {
      say("  no place is called so" + (try nearest(to: name, atlas: atlas, countries: countries)))
      return false
    }
    for code in nations { say("  the country \(try country(code, atlas: atlas))") }
    try printTable(of: towns, named: name, atlas: atlas)
    for region in regions.prefix(limit) {
      say("  the region \(try described(region, atlas: atlas))  \(coordinates(of: region))")
    }
    if own == nil { printLines(for: towns.isEmpty ? regions : towns, named: name, isTown: !towns.isEmpty) }
    return true
  }

  private func nearest(to name: String, atlas: Atlas, countries: [String]) throws(DiagnosticError) -> String {
    var near: [String] = []
    for place in try atlas.places(near: name, countries: countries) {
      near.append("\(try described(place, atlas: atlas))  \(coordinates(of: place))")
    }
    if near.isEmpty { return ", and no name is near it" }
    return "; did you mean\n" + near.map { "    \($0)" }.joined(separator: "\n")
  }

  private func printTable(of towns: [Place], named name: String, atlas: Atlas) throws(DiagnosticError) {
    for (number, place) in towns.prefix(limit).enumerated() {
      let people = place.population > 0 ? "\(grouped(place.population)) people" : "people not known"
      say(
        "\(number == 0 ? "→" : " ") \(try described(place, atlas: atlas))  \(coordinates(of: place))  \(people)"
      )
      if number > 0 { continue }
      // What is longer has lost the spaces between its words.
      let others = try atlas.otherNames(of: place).filter { $0.count <= 12 }
      if !others.isEmpty {
        // Of famous towns the index has many; those behind the first are called so by few languages.
        say("    also called \(others.prefix(4).joined(separator: ", "))")
      }
    }
    if towns.count > limit { say("  and \(towns.count - limit) more (--limit \(towns.count))") }
  }

  private func printLines(for places: [Place], named name: String, isTown: Bool) {
    guard let first = places.first else { return }
    if places.count == 1 {
      say("  places.csv: \(first.settlingLine(name))")
      return
    }
    say(
      "  \(isTown ? "→ is meant" : "the first is meant"); for another, its line goes into the pack's places.csv:"
    )
    say("    name,country,latitude,longitude")
    for place in places.prefix(limit) { say("    \(place.settlingLine(name))") }
  }

  /// "St. Petersburg, Florida, United States (US)"
  private func described(_ place: Place, atlas: Atlas) throws(DiagnosticError) -> String {
    let region = place.division.isEmpty || place.division == place.name ? "" : ", \(place.division)"
    let country = try atlas.countryName(place.country, language: "en").map { "\($0) (\(place.country))" }
    return "\(place.name)\(region), \(country ?? place.country)"
  }

  private func country(_ code: String, atlas: Atlas) throws(DiagnosticError) -> String {
    let name = try atlas.countryName(code, language: "en").map { "\($0) (\(code))" } ?? code
    let capital = try atlas.capital(of: code).map { ", capital \($0.name)" } ?? ""
    return "\(name)\(capital): 'countries: [\(code)]' in pack.yml"
  }

  private func coordinates(of place: Place) -> String {
    String(format: "%.3f, %.3f", place.position.latitude, place.position.longitude)
  }

  /// "5,351,935"
  private func grouped(_ number: Int) -> String {
    var text = ""
    for (position, digit) in String(number).reversed().enumerated() {
      if position > 0, position.isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }

  // MARK: A pack's texts

  private func list(_ pack: PackPlaces, atlas: Atlas) throws(DiagnosticError) {
    for found in try pack.mentions(atlas: atlas) {
      let place = found.mention.place
      let name = place.name == found.mention.written ? "" : " = \(place.name)"
      let region = place.division.isEmpty || place.division == place.name ? "" : ", \(place.division)"
      say(
        "\(found.source)  \(found.mention.written)\(name)\(region) (\(place.country), \(found.mention.kind))  "
          + found.sentence)
      let others = found.mention.others.prefix(4).map { "\($0.name), \($0.division) (\($0.country))" }
      if !others.isEmpty { say("    or \(others.joined(separator: "; "))") }
    }
  }
}
