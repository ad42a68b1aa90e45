import Atlas
import Briefing
import Charts
import Evidence
import Foundation
import Graphics
import Maps
import Typesetting

/// A story's map as Maps draws it: figures made into words and amounts.
extension MapExhibit {
  /// As Maps draws it.
  var map: MapDescription {
    var map = MapDescription(sites: [], tinted: studio.countries, language: studio.language)
    for site in told.named { map.sites.append(self.site(site, isNamed: true)) }
    for site in told.also { map.sites.append(self.site(site, isNamed: false)) }
    map.routes = told.routes.map {
      .init(stops: $0.stops.map(\.place.position), label: $0.label?.text)
    }
    let flows = told.flows.map(\.figure)
    map.flows = told.flows.map {
      .init(from: $0.from.place.position, to: $0.to.place.position, value: value($0.figure, among: flows))
    }
    let symbols = told.symbols.map(\.figure)
    map.symbolSizes = sizes(of: symbols)
    let shades = told.shades.map(\.figure)
    map.shades = told.shades.map {
      .init(
        country: $0.country, name: countryName($0.country, else: $0.name),
        value: value($0.figure, among: shades))
    }
    map.shadeClasses = classes(of: shades)
    map.shadeUnit = unit(of: shades, map.shadeClasses.count)
    map.noValue = studio.layout.word(.noFigure)
    (map.targetWord, map.estimateWord) = (studio.layout.word(.target), studio.layout.word(.estimate))
    map.negativeWord = studio.layout.word(.negative)
    map.border = told.border.map { border in
      .init(
        between: border.first, and: border.second, label: border.label.text,
        names: [border.first, border.second].map(studio.countryName).filter { !$0.isEmpty })
    }
    map.events = told.events.enumerated().map { index, event in
      let date =
        event.period.map {
          comma(language: studio.language, after: event.label.text) + $0.words(short: true)
        } ?? ""
      return .init(number: index + 1, text: event.label.text + date)
    }
    map.extent = told.extent.map { extent in
      switch extent {
      case .box(let box): .box(box)
      case .around(let place, let kilometres): .around(place, kilometres: kilometres)
      case .world: .world
      }
    }
    (map.framing, map.outlines, map.neighbours) = (told.line, told.outlines, told.neighbours)
    map.projection = told.projection.flatMap { MapDescription.ProjectionChoice(rawValue: $0.rawValue) }
    (map.showsGraticule, map.showsRegions) = (told.showsGraticule, told.showsRegions)
    map.allowsInsets = told.allowsInsets
    map.labels = MapDescription.Labels(rawValue: told.labels.rawValue) ?? .all
    map.keyStandsElsewhere = told.part != nil
    return map
  }

  private func countryName(_ code: String, else name: String) -> String {
    let found = studio.countryName(code)
    return found.isEmpty ? name : found
  }

  private func site(_ site: Site, isNamed: Bool) -> MapDescription.Site {
    var result = MapDescription.Site(
      position: site.place.position,
      label: ([site.label] + site.besides).joined(separator: comma(language: studio.language)),
      isNamed: isNamed,
      country: studio.countryName(site.place.country), isRegion: site.isRegion)
    for (index, event) in told.events.enumerated()
    where event.sites.contains(where: { $0.isSame(as: site) }) {
      result.numbers.append(index + 1)
    }
    if let symbol = told.symbols.first(where: { $0.site.isSame(as: site) }) {
      result.symbol = value(symbol.figure, among: told.symbols.map(\.figure))
    }
    return result
  }

  // MARK: Values

  /// As it is labelled: its period where those beside it have others, its status where it is no actual value.
  private func value(_ figure: Figure, among others: [Figure]) -> MapDescription.Value {
    var addition = ""
    if let period = figure.period, others.contains(where: { $0.period != period }) {
      addition += comma(language: studio.language, after: figure.valueWithUnit) + period.words(short: true)
    }
    let look: MapDescription.Value.Look
    switch figure.status {
    case .actual: look = .actual
    case .derived:
      look = .actual
      addition += " (\(studio.layout.word(.derived)))"
    case .target:
      look = .target
      addition += " (\(studio.layout.word(.target)))"
    case .estimate:
      look = .estimate
      addition += " (\(studio.layout.word(.estimate)))"
    }
    // What is said of the number stays with it.
    let (full, bare) = (figure.valueWithUnit + addition, figure.words(.shortNumber) + addition)
    return .init(amount(figure.value), full, bare: bare.count + 2 < full.count ? bare : nil, look: look)
  }

  /// For geometry only: what is printed stays exact.
  private func amount(_ value: Decimal) -> Double { NSDecimalNumber(decimal: value).doubleValue }

  /// A class's limit: a number, whose unit stands before the first class.
  private func number(_ value: Decimal, like figure: Figure) -> String { like(figure, value).words(.number) }

  private func like(_ figure: Figure, _ value: Decimal) -> Figure {
    Figure(id: "", label: "", value: value, unit: figure.unit, location: figure.location)
  }

  /// What the numbers of a legend are in; nothing where there is only one of them, which has its unit with it.
  private func unit(of figures: [Figure], _ count: Int) -> String {
    count > 1 ? figures.first?.unit.text ?? "" : ""
  }

  private func sizes(of figures: [Figure]) -> [MapDescription.Value] {
    let values = figures.map { amount($0.value.magnitude) }.filter { $0 > 0 }
    guard let first = figures.first, let least = values.min(), let most = values.max() else { return [] }
    // The first says the unit of all.
    return legendSizes(from: least, to: most).enumerated().map { index, size in
      .init(amount(size), like(first, size).words(index == 0 ? .value : .number, inDigits: true))
    }
  }

  /// Few classes: a class for each value where there are at most four, else three or four between round values.
  private func classes(of figures: [Figure]) -> [MapDescription.ShadeClass] {
    guard let first = figures.first else { return [] }
    let values = Set(figures.map(\.value)).sorted()
    guard values.count > 4, let least = values.first, let most = values.last else {
      return values.map { value in
        let same = figures.filter { $0.value == value }
        let text =
          values.count == 1
          ? first.valueWithUnit : same.count == 1 ? same[0].words(.shortNumber) : number(value, like: first)
        return .init(most: amount(value), text: text, isNegative: value < 0)
      }
    }
    let step = steps(covering: amount(most - least))
    var breaks: [Decimal] = []
    var at = Decimal(Int((amount(least) / amount(step)).rounded(.down))) * step
    // Zero is no negative value: it belongs to the class above it.
    let hasZero = least < 0 && values.contains(0)
    while at < most || (hasZero && at == 0 && most == 0) {
      at += step
      breaks.append(at)
    }
    return breaks.compactMap { upper in
      let lower = upper - step
      // A value on a step belongs to the class below it; the lowest is in the first.
      let isFirst = upper == breaks[0]
      let isNegative = least < 0 && upper <= 0
      let beginsAtZero = hasZero && lower == 0
      let holdsValues = values.contains { value in
        value > lower && value <= upper && !(isNegative && value == 0) || beginsAtZero && value == 0
      }
      guard holdsValues || isFirst && least == lower else { return nil }
      // All but the first begin above their lower limit, and the legend says so.
      return .init(
        most: amount(upper),
        text: (isFirst || beginsAtZero ? "" : "> ")
          + "\(number(lower, like: first)) – \(number(upper, like: first))",
        isNegative: isNegative)
    }
  }

  /// A round step of which three or four cover the span.
  private func steps(covering span: Double) -> Decimal {
    let exponent = Int(floor(log10(span / 4)))
    for digit in [1, 2, 5, 10] {
      let step = Decimal(sign: .plus, exponent: exponent, significand: Decimal(digit))
      if span / amount(step) <= 4 { return step }
    }
    return Decimal(sign: .plus, exponent: exponent + 1, significand: 1)
  }
}

/// Round values for a legend of circles that span what is drawn, the greatest first: the least that is not below the
/// greatest value, the greatest that is not above the least one and, where they are far apart, one between them. The
/// greatest is at most a third above its value, so that its circle is little larger than the largest of the map.
func legendSizes(from least: Double, to most: Double) -> [Decimal] {
  func amount(_ value: Decimal) -> Double { NSDecimalNumber(decimal: value).doubleValue }
  func round(_ value: Double, _ digits: [Decimal], isFit: (Decimal) -> Bool) -> [Decimal] {
    let exponent = Int(floor(log10(value) + 1e-9))
    return digits.map { $0 * Decimal(sign: .plus, exponent: exponent, significand: 1) }.filter(isFit)
  }
  func below(_ value: Double) -> Decimal? {
    round(value, [1, 2, 5]) { amount($0) <= value * (1 + 1e-9) }.last
  }
  let digits = [10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100].map { Decimal($0) / 10 }
  guard let great = round(most, digits, isFit: { amount($0) >= most * (1 - 1e-9) }).first,
    // The circle of less than a hundredth of the greatest would be a dot, one of more than half tells nothing new.
    let small = below(max(amount(great) / 100, min(least, amount(great) / 2)))
  else { return [] }
  let span = amount(great / small)
  let middle = span < 10 ? nil : below(amount(great) / span.squareRoot())
  return [great] + [middle, small].compactMap { $0 }
}
