import Atlas
import Briefing
import Diagnostics
import Evidence
import Graphics
import MapGrammar
import Maps
import Typesetting

/// A map as an exhibit of pages.
struct MapExhibit: ExhibitForm {
  let told: MapDescription
  let exhibit: Exhibit
  let studio: ExhibitStudio

  init(_ map: MapDescription, of exhibit: Exhibit, in studio: ExhibitStudio) {
    told = map
    self.exhibit = exhibit
    self.studio = studio
  }

  /// In the layout's words.
  private var map: MapDescription {
    var map = told
    map.layoutWords = .init(
      noValue: studio.layout.word(.noFigure), negative: studio.layout.word(.negative),
      status: studio.statusWords)
    return map
  }

  private var typesetter: Typesetter { studio.typesetter }
  private var style: MapStyle { studio.mapStyle }

  var name: String { "map" }
  var adviceForRoom: String {
    map.shades.count > 1
      ? "give the map more room in the layout, or write 'labels: none'; " + studio.whereElseFiguresStand
      : "name fewer places, or give the map more room in the layout"
  }

  var leastWidth: Double { Maps.leastWidth(of: map, typesetter: typesetter, style: style) }

  func heights(width: Double) -> PlotHeights? {
    let rules = studio.layout.exhibits
    if let key = key(width: width) {
      let height = key.size.height
      return PlotHeights(least: height, most: height, mostBeside: height)
    }
    guard width >= rules.least else { return nil }
    let legend = legendHeight(
      of: map, size: Size(width, rules.least), typesetter: typesetter, style: style)
    // Alone on a page a map fills it, as long as it is no taller than wide.
    let tallest = max(rules.most, width * 0.95)
    // More height than it can use would only stay white or blue.
    let useful = usefulHeight(size: Size(width, tallest)).map { max(rules.least, $0) }
    let (most, alone) = (min(rules.most, useful ?? rules.most), useful ?? tallest)
    // A list takes a part of the room that the map itself would have.
    let least = rules.least + legend - min(legend / 3, rules.least / 5)
    return PlotHeights(least: least, most: max(least, legend + alone), mostBeside: max(least, legend + most))
  }

  /// What can't be drawn says so when it is.
  private func usefulHeight(size: Size) -> Double? {
    (try? Maps.usefulHeight(of: map, size: size, atlas: studio.atlas, style: style)) ?? nil
  }

  func paint(size: Size) throws(DiagnosticError) -> PaintedExhibit {
    let title = exhibit.title?.text
    if var key = key(width: size.width) {
      key.isOfOnePiece = true
      let words = map.alternativeText(title: title)
      return PaintedExhibit(frame: key.tagged(.structure(StructureTag(.figure, alternative: words))))
    }
    var leftOut: [String] = []
    var drawn = try drawMap(
      map, size: size, atlas: studio.atlas, typesetter: typesetter, style: style, leftOut: &leftOut)
    drawn.frame.isOfOnePiece = true
    let words = map.alternativeText(title: title, drawn.sight)
    return PaintedExhibit(
      frame: drawn.frame.tagged(.structure(StructureTag(.figure, alternative: words))), leftOut: leftOut,
      untold: drawn.untold, doubt: drawn.sight.lacksRelief ? tooNearForRelief : nil)
  }

  private var tooNearForRelief: Diagnostic {
    Diagnostic(
      .warning,
      "the map of \(studio.layout.name) shows too small a part of the globe for the atlas's relief, and none",
      at: exhibit.location, advice: "show more around its places, or take out 'relief: true'")
  }

  /// The key to its marks, where that stands alone.
  private func key(width: Double) -> Frame? {
    keyRange.map { drawKey(of: map, $0, width: width, typesetter: typesetter, style: style) }
  }
}

extension ExhibitStudio {
  var mapStyle: MapStyle {
    var value = text(.mapOtherCity)
    value.color = layout.color(.ink)
    var style = MapStyle(
      city: text(.mapCity), otherCity: text(.mapOtherCity), country: text(.mapCountry),
      water: text(.mapWater),
      scale: text(.mapScale), landColor: layout.color(.land), waterColor: layout.color(.water),
      coastColor: layout.color(.waterLine), boundaryColor: layout.color(.boundary),
      tints: [layout.color(.oneTint), layout.color(.twoTint)],
      tintedNames: [layout.color(.one), layout.color(.two).mixed(with: layout.color(.ink), amount: 0.35)],
      ink: layout.color(.ink), routeColor: layout.color(.one), value: value)
    style.paper = layout.color(.paper)
    let rules = layout.mapRules
    if !rules.tints.isEmpty {
      style.tints = rules.tints.map(\.ground)
      style.tintedNames = rules.tints.map(\.name)
    }
    style.names = rules.names
    style.hasLocator = rules.hasLocator
    style.showsRelief = rules.showsRelief
    if let least = layout.exhibits.leastType { style.leastType = least }
    return style
  }
}
