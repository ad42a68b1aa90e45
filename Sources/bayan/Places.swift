import ArgumentParser
import Atlas
import Briefing
import Diagnostics
import Foundation

struct Places: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Looks places up, or lists those that a pack's texts name.",
    discussion: """
      For each name: the towns that bear it, likeliest first, with region, country, coordinates and people. With --pack
      the pack's countries and places.csv count, and the line for places.csv is the one that settles the name.

      EXAMPLES
        bayan places Samarkand "Alma-Ata" Córdoba
        bayan places Victoria --pack my-pack
        bayan places --in my-pack
      """)

  @Argument(help: "Names of towns, in any spelling and in Latin or Cyrillic letters.")
  var names: [String] = []

  @Option(help: ArgumentHelp("The pack whose countries and places.csv count.", valueName: "folder"))
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
        if number > 0 || folder != nil { print("") }
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
    let own = pack?.settled[name]
    let towns = try atlas.places(named: name, countries: countries)
    var regions = try atlas.divisions(named: name, countries: countries)
    if regions.isEmpty {
      var region = try atlas.region(called: name, countries: countries)
      if region == nil, towns.isEmpty { region = try atlas.region(named: name, countries: countries) }
      regions = [region].compactMap { $0 }
    }
    print(name)
    if let own { print("  settled in places.csv: \(own.country) \(coordinates(of: own))") }
    if towns.isEmpty && regions.isEmpty && own == nil {
      let near = try atlas.placeNames(near: name, countries: countries)
      let hint = near.isEmpty ? "no name is near it" : "did you mean \(near.joined(separator: " or "))?"
      print("  no place is called so: \(hint)")
      return false
    }
    printTable(of: towns, unit: "town", name: name)
    printTable(of: regions, unit: "region", name: name)
    guard let best = own ?? towns.first else { return true }
    let others = own == nil ? try atlas.otherKeys(of: best) : []
    if !others.isEmpty { print("  \(best.name) is also found as \(others.joined(separator: ", "))") }
    if own == nil { print("  places.csv: \(best.settlingLine(name))") }
    return true
  }

  private func printTable(of places: [Place], unit: String, name: String) {
    for (number, place) in places.prefix(limit).enumerated() {
      let mark = number == 0 && unit == "town" ? "→" : " "
      let people = place.population > 0 ? "\(place.population) people" : "people not known"
      let kind = unit == "region" ? "region " : ""
      let region = place.division.isEmpty || place.division == place.name ? "" : ", \(place.division)"
      print("\(mark) \(kind)\(place.name)\(region), \(place.country)  \(coordinates(of: place))  \(people)")
    }
    if places.count > limit { print("  and \(places.count - limit) more (--limit \(places.count))") }
  }

  private func coordinates(of place: Place) -> String {
    String(format: "%.3f, %.3f", place.position.latitude, place.position.longitude)
  }

  // MARK: A pack's texts

  private func list(_ pack: PackPlaces, atlas: Atlas) throws(DiagnosticError) {
    for found in try pack.mentions(atlas: atlas) {
      let place = found.mention.place
      let name = place.name == found.mention.written ? "" : " = \(place.name)"
      let region = place.division.isEmpty || place.division == place.name ? "" : ", \(place.division)"
      print(
        "\(found.source)  \(found.mention.written)\(name)\(region) (\(place.country), \(found.mention.kind))  "
          + found.sentence)
      let others = found.mention.others.prefix(4).map { "\($0.name), \($0.division) (\($0.country))" }
      if !others.isEmpty { print("    or \(others.joined(separator: "; "))") }
    }
  }
}
