import Foundation
import TestSupport
import Testing

@Test func placesAreLookedUpWithTheLineThatSettlesThem() throws {
  let run = try bayan("places", "Córdoba", "Alma-Ata")
  #expect(run.status == 0)
  #expect(run.output.contains("→ Córdoba, Argentina (AR)  -31."))
  #expect(run.output.contains("Córdoba, Andalusia, Spain (ES)  37."))
  #expect(run.output.contains("→ Almaty, Kazakhstan (KZ)  43.252, 76.912  "))
  #expect(run.output.contains("places.csv: Alma-Ata,KZ,43.252,76.912"))
  // Every line can be pasted, the header too.
  let lines = run.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
  #expect(lines.contains("name,country,latitude,longitude"))
  #expect(lines.contains { $0.hasPrefix("Córdoba,ES,37.") })
}

@Test func aTownIsToldWithItsFormerNamesAndNotWithEachSpelling() throws {
  let run = try bayan("places", "St Petersburg")
  #expect(run.output.contains("→ Saint Petersburg, Russia (RU)"))
  #expect(run.output.contains("St. Petersburg, Florida, United States (US)"))
  let others = try #require(run.output.split(separator: "\n").first { $0.contains("also called") })
  #expect(others.contains("Leningrad") && others.contains("Petrograd"))
  #expect(!others.contains("Sanktpeterburg") && !others.contains("Leningrado"))
}

@Test func countriesAndRegionsAreToldBesideTowns() throws {
  let run = try bayan("places", "Georgia", "Bavaria")
  #expect(run.status == 0)
  #expect(run.output.contains("the country Georgia (GE), capital Tbilisi"))
  #expect(run.output.contains("the region Georgia, United States (US)"))
  #expect(run.output.contains("the region Bavaria, Germany (DE)"))
}

@Test func aPacksCountriesDecideWhichPlaceIsMeant() throws {
  #expect(try bayan("places", "Valencia").output.contains("→ Valencia, Carabobo, Venezuela (VE)"))
  let pack = try PackCopy()
  try pack.replace("countries: [KZ, UZ]", with: "countries: [ES, PT]", in: "pack.yml")
  #expect(try bayan("places", "Valencia", "--pack", pack.path).output.contains("→ Valencia, Spain (ES)"))
}

@Test func aMisspeltPlaceIsAnsweredWithTheNearest() throws {
  let run = try bayan("places", "Tashkennt")
  #expect(run.status == 1)
  #expect(run.output.contains("no place is called so; did you mean\n    Tashkent, Uzbekistan (UZ)  41."))
}

@Test func placesThatAPackNamesAreListedWithTheirSentences() throws {
  let run = try bayan("places", "--in", "seeds/kazakh-uzbek")
  #expect(run.status == 0)
  let lines = run.output.split(separator: "\n").map(String.init)
  let transcript = lines.filter { $0.hasPrefix("¶") || $0.hasPrefix("fn") }
  let towns = Set(
    transcript.filter { $0.contains(", town)") }.compactMap {
      $0.split(separator: " ").dropFirst().first?.prefix { $0 != "," }
    })
  // The twelve towns of the interview, found without help, and nothing else.
  #expect(
    towns.sorted() == [
      "Almaty", "Astana", "Bukhara", "Jizzakh", "Kyzylorda", "Sairam", "Samarkand", "Saryagash", "Shymkent",
      "Taraz",
      "Tashkent", "Turkistan",
    ])
  #expect(
    transcript.contains { $0.hasPrefix("¶8  Turkistan (KZ, region)  Investment projects with Uzbek capital") }
  )
}

@Test func placesWantANameOrAPack() throws {
  #expect(try bayan("places").status == 64)
  #expect(try bayan("places", " ").status == 64)
  #expect(try bayan("places", "--in", "no-such-pack").errors.contains("there is no such pack"))
}
