import Foundation
import TestSupport
import Testing

@testable import Atlas

/// What the finder makes of a text, as "Astana KZ" or "region Turkistan KZ", in reading order.
private func found(
  _ text: String, countries: [String] = [], language: String = "en", settled: [String: Place] = [:]
)
  throws -> [String]
{
  let hints = PlaceHints(countries: countries, language: language, settled: settled)
  return try shippedAtlas().mentions(in: [text], hints: hints).map { mention in
    (mention.kind == .region ? "region " : "") + "\(mention.place.name) \(mention.place.country)"
  }
}

struct FinderTests {
  @Test(arguments: [
    ("A man from LONDON, Ky., was found.", ["London US", "region Kentucky US"]),
    (
      "He moved from Paris, Mo., to Rome, N.Y., in May.",
      ["Paris US", "region Missouri US", "Rome US", "region New York US"]
    ),
    ("The plant in Paris, TX, closed.", ["Paris US", "region Texas US"]),
    ("Shares rose in London, Ont., today.", ["London CA", "region Ontario CA"]),
    ("They flew from Lagos, La Paz and Man to Rome.", ["Lagos NG", "La Paz BO", "Man CI", "Rome IT"]),
  ])
  func aStateBehindATownSaysWhichOneHoweverItIsShortened(text: String, places: [String]) throws {
    #expect(try found(text) == places)
  }

  @Test(arguments: [
    "The White House said so.", "I went to Central, and it was closed.", "Neil I would not say so.",
  ])
  func wordsThatAreNamesElsewhereAreNone(text: String) throws {
    #expect(try found(text) == [])
  }

  @Test func aRegionIsNotItsTown() throws {
    #expect(
      try found("The Turkistan region surrounds Shymkent; Turkistan is its seat.", countries: ["KZ"])
        == ["region Turkistan KZ", "Shymkent KZ", "Turkistan KZ"])
    #expect(
      try found("The province of Samarkand and the city of Samarkand.", countries: ["UZ"])
        == ["region Samarkand UZ", "Samarkand UZ"])
    #expect(
      try found("Andijan, Namangan and Fergana regions", countries: ["UZ"])
        == ["region Andijon UZ", "region Namangan UZ", "region Fergana UZ"]
        || found("Andijan, Namangan and Fergana regions", countries: ["UZ"])
          == ["region Andijan UZ", "region Namangan UZ", "region Fergana UZ"]
    )
  }

  @Test(arguments: ["Astana", "Nur-Sultan", "Akmola", "Tselinograd"])
  func theCapitalIsOnePlaceUnderAllItsNames(name: String) throws {
    let mention = try #require(
      try shippedAtlas().mentions(in: ["They met in \(name) again."], hints: PlaceHints(countries: ["KZ"]))
        .first)
    #expect(mention.place.name == "Astana")
    // A map shows the name that the transcript has.
    #expect(mention.label == name)
  }

  @Test(arguments: [
    ("They met in Pointe-à-Pitre again.", "Pointe-à-Pitre GP"),
    ("They met in Pointe-a-Pitre again.", "Pointe-à-Pitre GP"),
    ("They met in Pont-à-Mousson again.", "Pont-à-Mousson FR"),
    ("They met in Berg en Dal and Marche-en-Famenne.", "Marche-en-Famenne BE"),
  ])
  func anySmallWordMayStandBetweenHyphens(text: String, expected: String) throws {
    #expect(try found(text).contains(expected))
  }

  @Test(arguments: [
    ("They met in Saint John's, Kingstown and Roseau.", "Saint John's"),
    ("They met in Saint John’s, Kingstown and Roseau.", "Saint John’s"),
    ("They met in St John's in Antigua and Barbuda.", "St John's"),
    ("The ferry to Saint John’s harbour left Roseau.", "Saint John’s"),
  ])
  func anEndingThatTheNameHasIsNoPossessive(text: String, label: String) throws {
    let mentions = try shippedAtlas().mentions(in: [text], hints: PlaceHints(countries: ["GP", "DM"]))
    let mention = try #require(mentions.first { $0.label == label })
    #expect(mention.place.country == "AG" && mention.kind == .town)
  }

  @Test func ofTwoNamesWithOneKeyTheOneIsMeantThatIsSpeltSo() throws {
    let text = "In Guadeloupe there are Basse-Terre and Le Gosier. Farther off are Castries and Basseterre."
    #expect(
      try found(text, countries: ["GP", "DM"])
        == ["Basse-Terre GP", "Le Gosier GP", "Castries LC", "Basseterre KN"])
    let own = Place(
      name: "Basseterre", country: "KN", position: GeoPoint(longitude: -62.725, latitude: 17.296),
      population: 0)
    #expect(
      try found(text, countries: ["GP", "DM"], settled: ["Basseterre": own])
        == ["Basse-Terre GP", "Le Gosier GP", "Castries LC", "Basseterre KN"])
    // No town is spelt so: a name is settled in any spelling.
    #expect(try found("They met in Basse Terre again.", settled: ["Basseterre": own]) == ["Basseterre KN"])
  }

  @Test func aPossessiveEndingIsNotTheNames() throws {
    let mentions = try shippedAtlas().mentions(in: ["Lisbon's port and Porto’s docks trade with Chile's."])
    #expect(mentions.map(\.label) == ["Lisbon", "Porto"])
  }

  @Test func whatBearsATownsNameIsNoTown() throws {
    for text in [
      "The Shanghai Cooperation Organization met.", "Lake Victoria is shallow.",
      "The Gulf of Aqaba is narrow.",
      "They met on Tashkent Street.", "The Warsaw Pact is history.", "The Treaty of Versailles ended it.",
      "President Lincoln and Dr Houston came.", "The Duke of Edinburgh waved.", "Nice people live here.",
    ] {
      #expect(try found(text).isEmpty, "\(text)")
    }
  }

  @Test func aHouseStandsInTheTownWhoseNameItBears() throws {
    #expect(try found("He teaches at Samarkand State University.", countries: ["UZ"]) == ["Samarkand UZ"])
    #expect(try found("She landed at Almaty International Airport.", countries: ["KZ"]) == ["Almaty KZ"])
  }

  @Test(arguments: [
    ("Cambridge", "Cambridge GB"), ("Santiago", "Santiago CL"), ("Tripoli", "Tripoli LY"),
    ("Córdoba", "Córdoba AR"),
    ("Hyderabad", "Hyderabad IN"), ("Georgetown", "Georgetown GY"), ("San José", "San José CR"),
    ("Victoria", "Victoria CA"), ("Odessa", "Odesa UA"), ("Birmingham", "Birmingham GB"),
    ("Kingston", "Kingston JM"),
  ])
  func aNameAloneMeansTheBestKnown(name: String, expected: String) throws {
    #expect(try found("The meeting was held in \(name).") == [expected])
  }

  @Test(arguments: [
    ("in Cambridge, Massachusetts", "Cambridge US"), ("in Santiago, Panama", "Santiago de Veraguas PA"),
    ("in Tripoli in Lebanon", "Tripoli LB"), ("in Córdoba, Spain", "Córdoba ES"),
    ("in the Spanish city of Córdoba", "Córdoba ES"), ("in Hyderabad, Sindh", "Hyderabad PK"),
    ("in Georgetown, Guyana", "Georgetown GY"), ("in San José, Costa Rica", "San José CR"),
    ("in San Jose, California", "San Jose US"), ("in Valencia, Spain", "Valencia ES"),
    ("in Venezuela’s Valencia", "Valencia VE"), ("in Victoria, British Columbia", "Victoria CA"),
    ("in Victoria (Seychelles)", "Victoria SC"),
  ])
  func aCountryBesideTheNameDecides(words: String, expected: String) throws {
    // A region beside the name is a mention of its own.
    #expect(try found("The meeting was held \(words).").filter { !$0.hasPrefix("region") } == [expected])
  }

  @Test func thePacksCountriesAndNeighboursDecide() throws {
    #expect(try found("The meeting was held in Valencia.", countries: ["ES"]) == ["Valencia ES"])
    #expect(try found("Boston and Cambridge share a metro.") == ["Boston US", "Cambridge US"])
    #expect(try found("They study in Oxford or Cambridge.") == ["Oxford GB", "Cambridge GB"])
    // Only a named neighbour draws a name into another country than the pack's.
    #expect(try found("He flew to Moscow.", countries: ["KZ", "UZ"]) == ["Moscow RU"])
  }

  @Test func aNameMeansInOneTextWhatAnotherSaysOfIt() throws {
    let texts = ["Spain grows oranges.", "They are shipped in Valencia."]
    #expect(try shippedAtlas().mentions(in: texts).map(\.place.country) == ["ES"])
  }

  @Test func whatIsSettledMeansThatPlaceAndIsNotDoubted() throws {
    let own = Place(
      name: "Cambridge", country: "NZ", position: GeoPoint(longitude: 175.47, latitude: -37.88), population: 0
    )
    let mentions = try shippedAtlas().mentions(
      in: ["Cambridge hosts the race; so does New Quay Point."],
      hints: PlaceHints(settled: ["Cambridge": own, "New Quay Point": own]))
    #expect(mentions.map(\.written) == ["Cambridge", "New Quay Point"])
    #expect(mentions.allSatisfy { $0.place == own && $0.others.isEmpty })
  }

  @Test func namesakesThatAreNearlyAsLikelyAreTold() throws {
    let mention = try #require(try shippedAtlas().mentions(in: ["The meeting was held in Cambridge."]).first)
    #expect(Set(mention.others.map(\.country)).isSuperset(of: ["CA", "US"]))
    let clear = try shippedAtlas().mentions(in: ["The meeting was held in Cambridge, Ontario."])
    #expect(clear.first?.others.isEmpty == true)
  }

  @Test func placesOfMentionsAreWhereTheTextHasThem() throws {
    let text = "“Ну” — wrote Qo‘qon’s mayor 🏛 from Nur-Sultan’s\nold town, not Ташкенте."
    let scalars = Array(text.unicodeScalars)
    for mention in try shippedAtlas().mentions(in: [text], hints: PlaceHints(countries: ["KZ", "UZ"])) {
      #expect(String(String.UnicodeScalarView(scalars[mention.range])) == mention.written)
    }
    let written = try shippedAtlas().mentions(in: [text], hints: PlaceHints(countries: ["KZ", "UZ"])).map(
      \.written)
    #expect(written == ["Qo‘qon", "Nur-Sultan", "Ташкенте"])
  }

  @Test func emptyAndOddTextsNameNothing() throws {
    for text in ["", " ", "...", "a", "A", "THE", "\u{301}", "1 2 3", "Of Of Of", "((((", "-—-", "В И На"] {
      #expect(try found(text).isEmpty, "\(text)")
    }
    #expect(try shippedAtlas().mentions(in: []).isEmpty)
  }

  @Test func aTextWithoutEndIsReadInLinearTime() throws {
    func seconds(_ count: Int) throws -> Double {
      let text = String(repeating: "San Antonio and Santa Rosa, New York. ", count: count)
      let start = ContinuousClock.now
      #expect(try shippedAtlas().mentions(in: [text]).count == count * 3)
      return Double((ContinuousClock.now - start).components.attoseconds) / 1e18
        + Double((ContinuousClock.now - start).components.seconds)
    }
    _ = try seconds(10)
    let (short, long) = try (seconds(100), seconds(1000))
    #expect(long < 40 * short, "\(short) s, \(long) s")
  }
}

struct FinderTrapTests {
  @Test(arguments: [
    "The Rio Grande marks the border.", "Catherine of Aragon and Leonardo da Vinci never met.",
    "The Bank of Baroda and Bank of Shanghai lend.", "Air Astana flies again.", "I met Jordan Paris.",
    "Constantine the Great was baptised.", "Maxim Gorky was born there.", "The Minsk agreements failed.",
    "The Rio Grande and the Mississippi are long.", "They sailed across the Paraná.", "The Blue Nile floods.",
    "They crossed the Río de la Plata.",
    "The Suwałki gap is narrow.",
    "Santos is a common surname.", "The history of Africa is long.",
    "The Shanghai Cooperation Organisation met.", "Our guide, Anna Berlin, returned.",
    "Remington Rand made typewriters.", "The Peace of Westphalia ended it.", "Bayern Munich lost.",
    "Help came with HMAS Canberra.", "The frigate Lisboa sank.", "Everyone knows the Battle of Hastings.",
    "The Prague Spring was short.", "She left from Victoria Station.",
    "In Austrian Galicia schools were Polish.",
    "The road climbs to Paris-Tash.", "Churchill said no.", "The Paris Agreement holds.",
    "Bank of Kigali lends.", "Bank of Ireland lends.",
    "I asked Mr Santos.", "Astana Motors sells cars.", "Hamburg Süd sold its ships.",
  ])
  func whatOnlySoundsLikeAPlaceIsNone(text: String) throws {
    #expect(try found(text).isEmpty)
  }

  @Test func aPrepositionIsSaidOfAWholeList() throws {
    #expect(
      try found("They closed shops in Hull, Reading and Bath.") == [
        "Kingston upon Hull GB", "Reading GB", "Bath GB",
      ])
  }

  @Test func aRegionMayHaveAnArticle() throws {
    #expect(
      try found("Darwin is the capital of the Northern Territory.") == [
        "Darwin AU", "region Northern Territory AU",
      ])
  }

  @Test(arguments: [
    ("St. Petersburg hosts the forum.", "Saint Petersburg RU"),
    ("He flew to St. Petersburg, Florida.", "St. Petersburg US"),
    ("They met in Frankfurt (Oder) again.", "Frankfurt (Oder) DE"),
    ("San José is the capital of Costa Rica.", "San José CR"),
    ("Granada, Nicaragua, is old.", "Granada NI"),
    ("Cox's Bazar has a very long beach.", "Cox’s Bāzār BD"),
    ("We landed in Mazar-i-Sharif.", "Mazār-e Sharīf AF"),
    ("We landed in Dar es Salaam.", "Dar es Salaam TZ"),
    ("Quebec City lies on a river.", "Québec CA"),
    ("We signed in The Hague.", "The Hague NL"),
    ("Strasbourg voted against it.", "Strasbourg FR"),
  ])
  func namesAreReadWhole(text: String, expected: String) throws {
    #expect(try found(text).filter { !$0.hasPrefix("region") } == [expected])
  }

  @Test func aNameOfParenthesesIsWrittenWithBoth() throws {
    let mentions = try shippedAtlas().mentions(in: ["They met in Frankfurt (Oder), then left."])
    #expect(mentions.map(\.written) == ["Frankfurt (Oder)"])
  }

  @Test func anInflectedNameIsTheBetterKnownTown() throws {
    #expect(
      try found("Договор подписали в Астане и в Оше.", countries: ["KZ", "KG"], language: "ru") == [
        "Astana KZ", "Osh KG",
      ])
  }

  @Test func aNameOfSeveralWordsIsFoundInAnotherCase() throws {
    #expect(
      try found(
        "Мы были в Нижнем Новгороде, Ростове-на-Дону, Нур-Султане и Усть-Каменогорске.", language: "ru") == [
          "Nizhniy Novgorod RU", "Rostov-on-Don RU", "Astana KZ", "Ust-Kamenogorsk KZ",
        ])
  }

  @Test func aCountrysNameIsATownThatEverybodyInThePacksCountryKnows() throws {
    #expect(try found("Coffee from Armenia goes to Cali.", countries: ["CO"]) == ["Armenia CO", "Cali CO"])
    #expect(try found("Wine from Armenia goes to Cali.", countries: ["CO", "AM"]) == ["Cali CO"])
    #expect(try found("Oil from Lebanon and Jordan.", countries: ["US"]).isEmpty)
  }

  @Test func aSmallPlaceFarFromAllOthersIsNotMeant() throws {
    // The gazetteer has a Lídice in Panama, but not the Czech village.
    #expect(try found("He laid wreaths in Lidice and Prague.", countries: ["CZ", "DE"]) == ["Prague CZ"])
    #expect(try found("He was born in Lidice, Panama.", countries: ["CZ"]) == ["Lídice PA"])
  }

  @Test func aLargerTownOfTheCountryKeepsTheShortName() throws {
    #expect(
      try found("Sugar leaves through Recife, salt through Natal, ore through Vitória.", countries: ["BR"])
        == [
          "Recife BR", "Natal BR", "Vitória BR",
        ])
    let mention = try #require(
      try shippedAtlas().mentions(
        in: ["Vitória, Natal and Recife are ports."], hints: PlaceHints(countries: ["BR"])
      ).first)
    #expect(mention.place.division == "Espírito Santo" && mention.others.isEmpty)
  }

  @Test func theNextTownOfANameIsMeantBesideItsNeighbour() throws {
    let mentions = try shippedAtlas().mentions(
      in: ["Lorries queue from Hopa to Kemalpaşa."], hints: PlaceHints(countries: ["TR", "GE"]))
    #expect(mentions.map(\.place.division) == ["Artvin", "Artvin"])
  }

  @Test func aSentenceWithoutOthersLeansOnItsParagraph() throws {
    #expect(
      try found("He went to school in Cheb and Plzeň. Summers were spent in Carlsbad.", countries: ["CZ"])
        .last
        == "Karlovy Vary CZ")
  }

  @Test func elisionsAreNoPartOfAName() throws {
    #expect(
      try found("Le train d’Abidjan va à Bouaké.", countries: ["CI"], language: "fr") == [
        "Abidjan CI", "Bouaké CI",
      ])
    #expect(try found("They ski in Val d'Isère.") == ["Val-d'Isère FR"])
  }

  @Test(arguments: [
    ("Coal is dug in Most.", ["CZ"], "Most CZ"), ("Nikki, where the kings ride, is old.", ["BJ"], "Nikki BJ"),
    ("It is twinned with towns such as Bath.", ["GB"], "Bath GB"),
    ("Salvador mills a tenth of it.", ["BR"], "Salvador BR"),
  ])
  func wordsThatAreTownsAreFoundWhereTheSentenceSaysSo(text: String, countries: [String], expected: String)
    throws
  {
    #expect(try found(text, countries: countries) == [expected])
  }

  @Test func aTownsRegionIsMeantBehindIt() throws {
    #expect(
      try found("Cattle come from Mercedes, in Corrientes.", countries: ["AR"]) == [
        "Mercedes AR", "region Corrientes AR",
      ])
  }

  @Test func aRegionBesideARegionIsNotItsTown() throws {
    #expect(
      try found("Quebec and Ontario have their own policies.", countries: ["CA"]) == [
        "region Quebec CA", "region Ontario CA",
      ])
  }

  @Test func aCountrysNameOfAnotherLanguageIsATown() throws {
    #expect(try found("They left Granada for Norfolk.") == ["Granada ES", "Norfolk US"])
    #expect(try found("Viven en Granada, un país pequeño.", language: "es").isEmpty)
  }
}
