import Atlas
import Diagnostics
import Foundation
import MapGrammar
import TestSupport
import Testing

@testable import Briefing

/// A pack in a folder of its own: two questions, each with a map that finds its places.
private struct TownsPack {
  let files: SmallPack

  init(answers: [String], map: String = "places: auto", overview: String = "", places: String? = nil) throws {
    var transcript = "A talk about towns.\n\n"
    var text = "title: Towns\ncountries: [PT, ES]\n\(overview)\nquestions:\n"
    for (index, answer) in answers.enumerated() {
      transcript += "\(index + 1). What about part \(index + 1)?\n\n\(answer)\n\n"
      text +=
        "  - headline: Part \(index + 1)\n    exhibits:\n      - kind: map\n        title: Where\n        \(map)\n"
    }
    files = try SmallPack(
      pack: text, transcript: transcript, summaries: answers.map { _ in "**One.** Text.\n" },
      figures: ["x,X,1,,2020,exact,actual,,¶2,"],
      others: places.map { ["places.csv": "name,country,latitude,longitude\n\($0)\n"] } ?? [:])
  }

  func load(looksForMissingTowns: Bool = false) throws -> (story: Story, said: String) {
    let atlas = try shippedAtlas()
    let pack = try LoadedPack(files.path, atlas: atlas, looksForMissingTowns: looksForMissingTowns)
    return (pack.story, pack.warnings.map(\.description).joined(separator: "\n"))
  }
}

private func labels(_ exhibit: Exhibit?) -> [String] {
  if case .map(let map) = exhibit?.content { map.named.map(\.label) } else { [] }
}

/// What makes the pack no pack.
private func mistakes(_ pack: TownsPack) -> String {
  do {
    _ = try pack.load()
    Issue.record("no error")
    return ""
  } catch {
    return (error as? DiagnosticError)?.diagnostics.map(\.description).joined(separator: "\n") ?? "\(error)"
  }
}

struct AutoPlacesTests {
  private let answers = [
    "Ships leave Sines for Rotterdam. The 1 crane of Sines came from Bilbao.",
    "The Algarve region is served from Faro, and Évora by road.",
  ]

  @Test(arguments: ["places: auto", "subtitle: no places at all"])
  func aMapShowsTheTownsThatItsAnswerNamesInOrder(map: String) throws {
    let story = try TownsPack(answers: answers, map: map).load().story
    #expect(labels(story.questions[0].exhibits.first) == ["Sines", "Rotterdam", "Bilbao"])
    #expect(labels(story.questions[1].exhibits.first) == ["Faro", "Évora"])
  }

  @Test func theOverviewsMapShowsAllOfThem() throws {
    let all = ["Sines", "Rotterdam", "Bilbao", "Faro", "Évora"]
    for overview in [
      "overview:\n  map:\n    title: All", "overview:\n  map:\n    title: All\n    places: auto",
    ] {
      #expect(labels(try TownsPack(answers: answers, overview: overview).load().story.map) == all)
    }
  }

  @Test func placesOfThePackAreTheirs() throws {
    let pack = try TownsPack(answers: answers, places: "Bilbao,MX,25.42,-101.5")
    guard case .map(let map) = try pack.load().story.questions[0].exhibits.first?.content else {
      Issue.record("no map")
      return
    }
    #expect(map.named.first { $0.label == "Bilbao" }?.place.country == "MX")
  }

  @Test func namesakesInThePacksOwnCountriesAreSaidWithALineForEach() throws {
    let pack = try TownsPack(answers: answers, map: "places: [Sines, Montijo]")
    let said = try pack.load().said
    #expect(
      said.contains(
        "warning: 'Montijo' is taken for Montijo, Setúbal (PT), but may be Montijo, Extremadura (ES)"))
    #expect(
      said.contains("settle it in places.csv: Montijo,PT,38.707,-8.974; or Montijo,ES,38.908,-6.618"))
    // Either line can be pasted and is all that is needed.
    let settled = try TownsPack(
      answers: answers, map: "places: [Sines, Montijo]", places: "Montijo,ES,38.908,-6.618")
    #expect(try !settled.load().said.contains("is taken for"))
  }

  @Test func aNameThatMayBeAnotherTownIsSaidWithTheLineThatSettlesIt() throws {
    let (_, said) = try TownsPack(answers: ["The 1 fair is held in Cambridge and Lisbon.", answers[1]]).load()
    #expect(
      said.contains(
        "transcript.txt:5:1: warning: 'Cambridge' is taken for Cambridge, England (GB), but may be"))
    #expect(said.contains("Cambridge, Massachusetts (US)"))
    #expect(said.contains("settle it in places.csv: Cambridge,GB,52.2,0.117; or Cambridge,"))
    #expect(said.contains("(a new places.csv begins with name,country,latitude,longitude)"))
    let settled = try TownsPack(
      answers: ["The 1 fair is held in Cambridge and Lisbon.", answers[1]], places: "Cambridge,GB,52.2,0.117")
    #expect(try settled.load().said.isEmpty)
  }

  @Test func anAnswerWithoutTownsHasNoMapAndIsSaid() throws {
    let (story, said) = try TownsPack(answers: ["There is 1 crane.", answers[1]]).load()
    #expect(story.questions[0].exhibits.isEmpty)
    #expect(said.contains("warning: this answer names no town for the map to show"))
  }

  @Test func townsThatAMapOmitsAreNotedWhereAsked() throws {
    let pack = try TownsPack(answers: answers, map: "places: [Sines, Faro, Évora]")
    #expect(
      try pack.load(looksForMissingTowns: true).said.contains(
        "note: the answer names Rotterdam, Bilbao, which"))
    #expect(try pack.load().said.isEmpty)
  }

  @Test func rowsOfPlacesAreCheckedAndTheGoodOnesKept() throws {
    let rows =
      "Kept,PT,38.7,-9.1\nSwapped,PT,-9.1,38.7\nBad,ZZ,1,2\nWords,PT,one,2\nHex,PT,0x10,0x20\nFar,PT,1e1,inf\nKept,PT,38,-9\nEmpty,PT,0,0"
    let pack = try TownsPack(
      answers: answers, map: "places: [Kept, Swapped, Bad, Words, Empty]", places: rows)
    do {
      _ = try pack.load()
      Issue.record("no error")
    } catch let error as DiagnosticError {
      let said = error.diagnostics.map(\.description).joined(separator: "\n")
      #expect(said.contains("latitude and longitude seem exchanged: write Swapped,PT,38.7,-9.1"))
      #expect(said.contains("'ZZ' is no country of the atlas"))
      for angle in ["one", "0x10", "0x20", "1e1", "inf"] { #expect(said.contains("'\(angle)' is no angle")) }
      #expect(said.contains("'Kept' stands in line 2 and again in line 8"))
      #expect(said.contains("'Empty' has no coordinates"))
      #expect(!said.contains("no place is called"))
    }
  }

  @Test func aRowTakesNoTownThatIsSpeltOtherwise() throws {
    for rows in [
      "Basseterre,KN,17.296,-62.725", "Basse-Terre,GP,15.997,-61.732\nBasseterre,KN,17.296,-62.725",
    ] {
      let pack = try TownsPack(
        answers: answers, map: "places: [Sines, Basseterre, Basse-Terre, Basse Terre]", places: rows)
      guard case .map(let map) = try pack.load().story.questions[0].exhibits.first?.content else {
        Issue.record("no map")
        continue
      }
      #expect(map.named.map(\.place.country).prefix(3) == ["PT", "KN", "GP"])
      // No town is spelt "Basse Terre".
      #expect(map.named.count == 3)
    }
  }

  @Test func aRowInAnotherCountrysLandIsDoubtfulAndKept() throws {
    let pack = try TownsPack(
      answers: answers, map: "places: [Lisbon, Claimed]", places: "Claimed,PT,39.47,-6.37\n")
    let (story, said) = try pack.load()
    #expect(said.contains("warning: these coordinates of 'Claimed' lie in Spain (ES), not in Portugal (PT)"))
    guard case .map(let map) = story.questions[0].exhibits.first?.content else {
      Issue.record("no map")
      return
    }
    #expect(map.named.map(\.label) == ["Lisbon", "Claimed"])
  }

  @Test func aTownUnderTwoNamesIsOneWithBoth() throws {
    let pack = try TownsPack(answers: answers, map: "places: [Lisbon, Lisboa]")
    guard case .map(let map) = try pack.load().story.questions[0].exhibits.first?.content else {
      Issue.record("no map")
      return
    }
    #expect(map.named.map(\.names) == [["Lisbon", "Lisboa"]])
  }

  @Test func twoNamesOfOnePlaceAreSaidUnlessTheyAreMeantSo() throws {
    func said(answer: String, rows: String? = nil) throws -> String {
      try TownsPack(answers: [answer, answers[1]], map: "places: [Lisbon, Sines, Lisboa]", places: rows)
        .load()
        .said
    }
    let warning = "pack.yml:9:33: warning: 'Lisbon' and 'Lisboa' both mean Lisbon (PT)"
    #expect(try said(answer: answers[0]).contains(warning))
    #expect(try said(answer: answers[0]).contains("as a line 'Lisboa,its country’s code"))
    #expect(try !said(answer: answers[0], rows: "Lisboa,PT,38.717,-9.133").contains("both mean"))
    #expect(try !said(answer: "In Lisbon (Lisboa) there is 1 crane.").contains("both mean"))
  }

  @Test func aCountryOrAWaterIsNoMisspeltTown() throws {
    for (name, advice) in [
      ("Morocco", "it is a country, and a map's places are towns and regions"),
      ("Danube", "it is a river, which maps name by themselves"),
      ("Lake Garda", "it is a lake, which maps name by themselves"),
    ] {
      let said = mistakes(try TownsPack(answers: answers, map: "places: [Sines, \(name)]"))
      #expect(said.contains("error: no place is called '\(name)'") && said.contains(advice), "\(said)")
      #expect(!said.contains("did you mean"), "\(said)")
    }
  }

  @Test func aPlaceThatTheGazetteerLacksIsToldWithTheLineToAdd() throws {
    let said = mistakes(try TownsPack(answers: answers, map: "places: [Sines, Ujiji, Ny-Ålesund]"))
    #expect(
      said.contains(
        "any other place goes into places.csv, as a line 'Ujiji,its country’s code,latitude,longitude'"))
    #expect(said.contains("(a new places.csv begins with name,country,latitude,longitude)"))
    // The gazetteer has a town of China that was once called nearly so.
    #expect(!said.contains("Qionghai"))
    let own = try TownsPack(
      answers: answers, map: "places: [Sines, Ujiji, Ny-Ålesund]",
      places: "Ujiji,TZ,-4.92,29.68\nNy-Ålesund,SJ,78.92,11.93")
    #expect(labels(try own.load().story.questions[0].exhibits.first) == ["Sines", "Ujiji", "Ny-Ålesund"])
  }

  @Test func aRegionMayBeCalledByItsKindFirst() throws {
    let pack = try TownsPack(answers: answers, map: "places: [Lisbon, State of Paraná, Paraná state]")
    guard case .map(let map) = try pack.load().story.questions[0].exhibits.first?.content else {
      Issue.record("no map")
      return
    }
    #expect(map.named.map(\.isRegion) == [false, true])
    #expect(map.named.last?.names == ["State of Paraná", "Paraná state"])
    #expect(map.named.last?.place.country == "BR")
  }

  @Test func aPlaceThatStandsTwiceIsSaid() throws {
    let pack = try TownsPack(answers: answers, map: "places: [Lisbon, Sines, Lisbon]\n        also: [Sines]")
    let (story, said) = try pack.load()
    #expect(said.contains("pack.yml:9:33: warning: 'Lisbon' stands in 'places' already"))
    #expect(said.contains("pack.yml:10:16: warning: 'Sines' stands in 'places' already"))
    #expect(labels(story.questions[0].exhibits.first) == ["Lisbon", "Sines"])
  }

  @Test func anEmptyListIsSaid() throws {
    let pack = try TownsPack(answers: answers, map: "places: []")
    #expect(try pack.load().said.contains("warning: this map's list of places is empty"))
  }

  @Test func theTextAndTheListOfAnAnswerMeanOneTown() throws {
    // The list says which Montijo both mean; the text, which Sines.
    let answer = "Olives of Montijo go to Badajoz and to Mérida, 1 ship a year."
    let pack = try TownsPack(answers: [answer, answers[1]], map: "places: [Montijo, Badajoz, Mérida]")
    guard
      case .map(let map) = try pack.load(looksForMissingTowns: true).story.questions[0].exhibits.first?
        .content
    else {
      Issue.record("no map")
      return
    }
    #expect(map.named.map(\.place.country) == ["ES", "ES", "ES"])
    #expect(try !pack.load(looksForMissingTowns: true).said.contains("the answer names Montijo"))
  }

  @Test func aNameMeansOnAMapWhatItsOwnAnswerSaysOfIt() throws {
    let pack = try TownsPack(
      answers: ["Trains leave Mérida in Spain with 1 crane.", "Planes leave Mérida in Venezuela for Sines."],
      map: "places: [Mérida]")
    let (story, said) = try pack.load(looksForMissingTowns: true)
    let countries = story.questions.map { question -> [String] in
      guard case .map(let map) = question.exhibits.first?.content else { return [] }
      return map.named.map(\.place.country)
    }
    #expect(countries == [["ES"], ["VE"]])
    #expect(!said.contains("the answer names Mérida"))
  }

  @Test func placesOfAPackAreThoseOfItsBuild() throws {
    // Alone, the text leaves Montijo in doubt; the map's list settles it.
    let answer = "The 1 fair of Montijo is held in spring."
    let pack = try TownsPack(answers: [answer, answers[1]], map: "places: [Montijo, Badajoz, Mérida]")
    let atlas = try shippedAtlas()
    let places = try PackPlaces(pack: pack.files.path)
    let found = try places.mentions(atlas: atlas).first { $0.mention.written == "Montijo" }
    #expect(found?.mention.place.country == "ES" && found?.mention.others.isEmpty == true)
    #expect(try places.places(named: "montijo", atlas: atlas).first?.country == "ES")
  }

  @Test func aCountryThatIsNoneIsSaidWhereverItStands() throws {
    let pack = try TownsPack(answers: answers, places: "Nowhere,UK,51.5,-0.1\nThere,ZZ,39.5,-8")
    try pack.files.replace("countries: [PT, ES]", with: "countries: [PT, ZZ]", in: "pack.yml")
    let said = mistakes(pack)
    #expect(said.contains("pack.yml:2:17: error: 'ZZ' is no country of the atlas"))
    #expect(said.contains("'UK' is no country of the atlas\n  → did you mean GB?"))
    #expect(said.contains("these coordinates lie in Portugal (PT). Write its ISO 3166 code"))
  }

  @Test func aSignThatLeavesAPlaceInItsCountryIsDoubted() throws {
    let rows = "Quito,EC,0.23,-78.52\nCastellón de la Plana,ES,39.986,-0.037\nOwn,EC,0.23,-78.52"
    let said = try TownsPack(answers: answers, places: rows).load().said
    #expect(said.contains("places.csv:2:10: warning: the gazetteer has 'Quito' on the other side"))
    #expect(said.contains("a minus seems wrong: write Quito,EC,-0.23,-78.52"))
    #expect(!said.contains("Castellón") && !said.contains("Own"))
  }

  @Test func aQuarterIsNoRivalOfATown() throws {
    // Agadir has a quarter of Dakhla.
    let pack = try TownsPack(answers: answers, map: "places: [Dakhla, Rabat]")
    try pack.files.replace("countries: [PT, ES]", with: "countries: [MA, MR]", in: "pack.yml")
    #expect(try !pack.load().said.contains("Souss"))
  }
}
