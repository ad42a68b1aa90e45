import Foundation
import Testing

@Test func placesAreLookedUpWithTheLineThatSettlesThem() throws {
  let run = try bayan("places", "Córdoba", "Alma-Ata")
  #expect(run.status == 0)
  #expect(run.output.contains("→ Córdoba, AR  -31."))
  #expect(run.output.contains("Córdoba, Andalusia, ES  37."))
  #expect(run.output.contains("→ Almaty, KZ  43.25"))
  #expect(run.output.contains("places.csv: Alma-Ata,KZ,43.252,76.912"))
  #expect(run.output.contains("Almaty is also found as"))
}

@Test func aPacksCountriesDecideWhichPlaceIsMeant() throws {
  #expect(try bayan("places", "Valencia").output.contains("→ Valencia, Carabobo, VE"))
  let pack = try PackCopy()
  try pack.replace("countries: [KZ, UZ]", with: "countries: [ES, PT]", in: "pack.yml")
  #expect(try bayan("places", "Valencia", "--pack", pack.path).output.contains("→ Valencia, ES"))
}

@Test func aMisspeltPlaceIsAnsweredWithTheNearest() throws {
  let run = try bayan("places", "Tashkennt")
  #expect(run.status == 1)
  #expect(run.output.contains("no place is called so: did you mean Tashkent"))
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
