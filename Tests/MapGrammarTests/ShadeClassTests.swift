import Evidence
import TestSupport
import Testing

@testable import MapGrammar

private func figures(_ values: [String], _ unit: String) -> [Figure] {
  values.map { figure($0, $0, unit: unit) }
}

@Test func classesOfAShadedMapMeetWithoutOverlapping() {
  func map(_ values: [String]) -> MapDescription {
    var map = MapDescription(sites: [])
    map.classify(figures(values, "%"))
    return map
  }
  func classes(_ values: [String]) -> [String] { map(values).shadeClasses.map(\.text) }
  #expect(classes(["10", "14", "20", "27", "30", "38"]) == ["10 – 20", "> 20 – 30", "> 30 – 40"])
  #expect(classes(["3", "7"]) == ["3", "7"])
  // Zero is no negative value.
  #expect(
    classes(["-7", "-3", "0", "4", "12"]) == ["−10 – −5", "> −5 – 0", "0 – 5", "> 10 – 15"])
  #expect(classes(["-30", "-20", "-12", "-7", "0"]).last == "0 – 10")
  // The unit is said once, of a single value with it.
  #expect(map(["10", "14", "20", "27", "30"]).shadeUnit == "%")
  #expect(map(["3"]).shadeUnit.isEmpty && classes(["3"]) == ["3%"])
}

@Test func theFirstCircleOfALegendSaysTheUnitOfAll() {
  var map = MapDescription(sites: [])
  map.chooseCircles(for: figures(["41", "1.5"], "USD bn"))
  #expect(map.symbolSizes.map(\.text) == ["$50\u{A0}bn", "5", "1"])
}

@Test func aValueThatIsNoActualOneSaysSoInTheLayoutsWords() {
  let figure = figure("growth", "5", unit: "%", status: .estimate)
  var map = MapDescription(sites: [])
  map.layoutWords.status = StatusWords(estimate: "guess")
  let value = MapDescription.Value(figure, among: [figure], language: "en")
  #expect(map.words(of: value) == "5% (guess)" && map.bareWords(of: value) == "5% (guess)")
}
