import ChartGrammar
import Evidence
import Foundation
import TestSupport

private let names = [
  "Trade", "Mutual trade in nine months", "Совместные предприятия в приграничных областях", "Инвестиции",
  "Ғылым",
  "Agreements signed between the two states since independence, by year of signature", "Oʻzbekiston", "ß",
]

/// A chart of any kind with 1–60 values: negative, zero, huge, tiny, equal, missing years, all qualifiers.
func chart(_ numbers: inout Numbers) -> ChartDescription {
  switch numbers.next(0...17) {
  case 0...2: bars(&numbers)
  case 3...4: rows(&numbers)
  case 5...6: timeline(&numbers)
  case 7: shares(&numbers)
  case 8: series(.groupedBars, &numbers)
  case 9: series(.stackedBars, &numbers)
  case 10...11: series(.lines, &numbers)
  case 12: slope(&numbers)
  case 13: dots(&numbers)
  case 14: bullet(&numbers)
  case 15: changes(&numbers)
  case 16: flow(&numbers)
  default: multiples(&numbers)
  }
}

/// One of the kinds that joined later: so the others stay as they were.
func laterChart(_ numbers: inout Numbers) -> ChartDescription {
  switch numbers.next(0...3) {
  case 0: waterfall(&numbers)
  case 1: scatter(&numbers)
  case 2: pyramid(&numbers)
  default: area(&numbers)
  }
}

/// Lines that fan out of one, with ranges, some on a logarithmic axis.
func scenarios(_ numbers: inout Numbers) -> ChartDescription {
  let isLogarithmic = numbers.next(0...2) == 0
  func some(_ name: String, _ years: ClosedRange<Int>, _ least: Int) -> [Figure] {
    years.map { year in
      figure(
        "\(name)\(year)", "\(numbers.next(least...(least + 40)))", "\(year)",
        status: year > 2005 ? .estimate : .actual, label: name)
    }
  }
  var all = [Series(name: names[0], figures: some("past", 2000...numbers.next(2001...2005), 40))]
  for number in 1...numbers.next(1...3) {
    let last = numbers.next(2006...2012)
    var series = Series(name: names[number], figures: some("s\(number)", 2006...last, 100))
    series.after = numbers.next(0...3) > 0 ? names[0] : nil
    if numbers.next(0...1) == 0 {
      series.low = some("l\(number)", 2006...last, 50)
      series.high = some("h\(number)", 2006...last, 200)
    }
    all.append(series)
  }
  var chart = ChartDescription(.lines, series: all)
  chart.isLogarithmic = isLogarithmic
  return chart
}

private func pyramid(_ numbers: inout Numbers) -> ChartDescription {
  let manner = numbers.pick([0, 3, 4, 5, 6])
  let isByYear = numbers.next(0...1) == 0
  let count = numbers.pick([1, 3, 6, 12])
  let all = ["Exports", "Совместные предприятия"].map { side in
    Series(
      name: side,
      figures: (0..<count).compactMap { index in
        if index > 0, numbers.next(0...5) == 0 { return nil }
        return figure(
          "\(side)\(index)", value(&numbers, manner), isByYear ? "\(2000 + index + index / 4)" : "2020",
          qualifier: numbers.pick(Qualifier.allCases),
          status: numbers.pick([.actual, .actual] + Status.allCases),
          label: isByYear ? side : names[index % names.count] + " \(index)")
      })
  }
  return ChartDescription(
    .pyramid, series: all, highlighted: numbers.next(0...4) == 0 ? ["Exports0"] : [],
    order: numbers.pick([nil, .value(descending: true)]))
}

private func area(_ numbers: inout Numbers) -> ChartDescription {
  let manner = numbers.pick([0, 3, 4, 5, 6])
  var year = numbers.next(1950...2000)
  let years = (0..<numbers.pick([2, 3, 6, 20, 50])).map { _ in
    year += numbers.next(0...5) == 0 ? numbers.next(2...5) : 1
    return year
  }
  let all = (0..<numbers.next(2...6)).map { number in
    Series(
      name: names[number],
      figures: years.map { year in
        figure(
          "a\(number)-\(year)", value(&numbers, manner), "\(year)",
          qualifier: numbers.pick([.exact, .exact] + Qualifier.allCases),
          status: numbers.pick([.actual, .actual, .actual, .estimate, .derived]))
      })
  }
  return ChartDescription(
    .area(numbers.pick(ChartDescription.AreaMeasure.allCases)), series: all,
    highlighted: numbers.next(0...4) == 0 ? Set(all[0].figures.map(\.id)) : [])
}

private func scatter(_ numbers: inout Numbers) -> ChartDescription {
  let count = numbers.pick([2, 3, 7, 15, 30])
  func measure(_ id: String, _ manner: Int) -> ChartDescription.Scatter.Measure {
    .init(
      title: numbers.pick(names),
      figures: (0..<count).map { index in
        figure(
          "\(id)\(index)", value(&numbers, manner), numbers.pick(["2020", "2020", "2020", "2019"]),
          qualifier: numbers.pick([.exact, .exact, .exact] + Qualifier.allCases),
          status: numbers.next(0...5) == 0 ? numbers.pick(Status.allCases) : .actual,
          label: names[index % names.count] + " \(index)")
      })
  }
  let (x, y) = (measure("x", numbers.next(0...6)), measure("y", numbers.next(0...6)))
  let size = numbers.next(0...1) == 0 ? measure("z", numbers.pick([0, 3, 4, 5, 6])) : nil
  return ChartDescription(
    .scatter(.init(x: x, y: y, size: size)), highlighted: numbers.next(0...3) == 0 ? ["x0", "y1"] : [])
}

/// Several series over some years, or over some names.
private func series(_ kind: ChartDescription.Kind, _ numbers: inout Numbers) -> ChartDescription {
  let manner = numbers.next(0...6)
  let isNamed = kind != .lines && numbers.next(0...3) == 0
  let count = numbers.pick(isNamed ? [1, 2, 3, 6] : [2, 3, 5, 8, 20, 60])
  let statuses: [Status] = kind == .stackedBars ? [.actual, .estimate, .derived] : Status.allCases
  let first = numbers.next(1950...2000)
  let all = (0..<numbers.next(kind == .lines ? 1...4 : 2...4)).map { number in
    var year = first
    return Series(
      name: names[(number * 3 + count) % names.count],
      figures: (0..<count).map { index in
        year += numbers.next(0...5) == 0 ? numbers.next(2...5) : 1
        return figure(
          "s\(number)-\(index)", value(&numbers, manner), isNamed ? nil : "\(year)",
          qualifier: numbers.pick([.exact, .exact] + Qualifier.allCases),
          status: numbers.next(0...4) == 0 ? numbers.pick(statuses) : .actual,
          label: isNamed ? names[index % names.count] + " \(index)" : "Trade")
      })
  }
  return ChartDescription(
    kind, series: all, highlighted: numbers.next(0...4) == 0 ? ["s0-0"] : [],
    references: references(&numbers, manner))
}

private func references(_ numbers: inout Numbers, _ manner: Int) -> [ChartDescription.Reference] {
  guard numbers.next(0...3) == 0 else { return [] }
  return (0..<numbers.next(1...2)).map {
    .init(
      value: Decimal(string: value(&numbers, manner)) ?? 0,
      label: "\(numbers.pick(["goal", "quota", "предел"])) \($0)")
  }
}

private func slope(_ numbers: inout Numbers) -> ChartDescription {
  let manner = numbers.next(0...6)
  return ChartDescription(
    .slope,
    series: (0..<numbers.pick([1, 2, 4, 9])).map { index in
      Series(
        name: names[index % names.count] + " \(index)",
        figures: ["2012", "2020"].map { year in
          figure(
            "p\(index)-\(year)", value(&numbers, manner), year, qualifier: numbers.pick(Qualifier.allCases),
            status: year == "2020" ? numbers.pick(Status.allCases) : .actual)
        })
    })
}

private func dots(_ numbers: inout Numbers) -> ChartDescription {
  let manner = numbers.next(0...6)
  let figures = (0..<numbers.pick([1, 3, 8])).flatMap { row in
    (0..<numbers.next(1...4)).map { index in
      figure(
        "d\(row)-\(index)", value(&numbers, manner), qualifier: numbers.pick(Qualifier.allCases),
        status: numbers.pick(Status.allCases), label: names[row % names.count] + " \(row)")
    }
  }
  return ChartDescription(
    .dots, series: [Series(figures: figures)], references: references(&numbers, manner))
}

private func bullet(_ numbers: inout Numbers) -> ChartDescription {
  let manner = numbers.pick([0, 3, 4, 5, 6])
  let count = numbers.pick([1, 2, 5, 9])
  func some(_ prefix: String, _ status: Status) -> [Figure] {
    (0..<count).map { index in
      figure(
        "\(prefix)\(index)", value(&numbers, manner), prefix == "a" ? "2018" : "2020",
        qualifier: numbers.pick(Qualifier.allCases), status: status,
        label: names[index % names.count] + " \(index)")
    }
  }
  let actual = some("a", .actual)
  return ChartDescription(.bullet(targets: some("t", .target)), series: [Series(figures: actual)])
}

private func changes(_ numbers: inout Numbers) -> ChartDescription {
  let manner = numbers.pick([0, 1, 2, 3, 5])
  let measure = numbers.pick(ChartDescription.ChangeMeasure.allCases)
  return ChartDescription(
    .change(measure),
    series: (0..<numbers.next(1...4)).map { number in
      Series(
        name: names[number],
        figures: (0..<numbers.pick([2, 3, 6])).map { index in
          figure(
            "c\(number)-\(index)", value(&numbers, manner), "\(2001 + index)",
            qualifier: numbers.pick(Qualifier.allCases))
        })
    }, order: numbers.pick([nil, .value(descending: true)]))
}

private func waterfall(_ numbers: inout Numbers) -> ChartDescription {
  let manner = numbers.next(0...6)
  func total(_ id: String) -> Figure? {
    guard numbers.next(0...2) > 0 else { return nil }
    return figure(
      id, value(&numbers, manner), id == "start" ? "2018" : "2019",
      qualifier: numbers.pick(Qualifier.allCases), status: numbers.pick(Status.allCases), label: names[0])
  }
  let start = total("start")
  let steps = (0..<numbers.pick([1, 3, 6, 12])).map { index in
    figure(
      "w\(index)", value(&numbers, manner), numbers.pick([nil, "2019"]),
      qualifier: numbers.pick(Qualifier.allCases), status: numbers.pick(Status.allCases),
      label: numbers.pick(names))
  }
  return ChartDescription(
    .waterfall(start: start, end: total("end")), series: [Series(figures: steps)],
    highlighted: numbers.next(0...4) == 0 ? ["w0"] : [])
}

private func flow(_ numbers: inout Numbers) -> ChartDescription {
  let isWeighted = numbers.next(0...1) == 0
  let manner = numbers.pick([0, 3, 4, 5])
  let (one, other) = ("Казахстан", "A neighbour with a long name")
  return ChartDescription(
    .flow(
      [(one, other), (other, one)].map { from, to in
        .init(
          from: from, to: to,
          items: (0..<numbers.next(1...8)).map { index in
            .init(
              label: names[index % names.count],
              figure: isWeighted ? figure("\(from)\(index)", value(&numbers, manner)) : nil)
          })
      }))
}

private func multiples(_ numbers: inout Numbers) -> ChartDescription {
  let kind = numbers.pick([ChartDescription.Kind.bars, .lines, .groupedBars, .stackedBars, .dots])
  let manner = numbers.next(0...6)
  let count = numbers.pick([2, 4, 7])
  return ChartDescription(
    .multiples(
      (0..<numbers.next(2...6)).map { number in
        let isGrouped = kind == .groupedBars || kind == .stackedBars
        let all = (0..<(isGrouped ? 2 : 1)).map { series in
          Series(
            name: isGrouped ? ["Exports", "Imports"][series] : "",
            figures: (0..<count).map { index in
              figure(
                "m\(number)-\(series)-\(index)", value(&numbers, manner),
                kind == .dots ? nil : "\(2010 + index)",
                qualifier: numbers.pick(Qualifier.allCases), label: kind == .dots ? names[index] : "Trade")
            })
        }
        return .init(title: names[number], chart: ChartDescription(kind, series: all))
      }))
}

extension ChartDescription {
  /// For messages.
  var name: String { String("\(kind)".prefix { $0 != "(" }) }
}

private func value(_ numbers: inout Numbers, _ manner: Int) -> String {
  switch manner {
  case 0: "\(numbers.next(0...99)).\(numbers.next(0...9))"
  case 1: "\(numbers.next(-50...50))"
  case 2: "-\(numbers.next(1...9)).5"
  case 3: "\(numbers.next(1...999))000000\(numbers.next(0...9))"
  case 4: "0.000\(numbers.next(0...99))"
  case 5: "7"
  default: "\([0, 0, 3, 1_000_000][numbers.next(0...3)])"
  }
}

private func bars(_ numbers: inout Numbers) -> ChartDescription {
  let manner = numbers.next(0...6)
  let count = numbers.pick([1, 2, 3, 4, 6, 8, 12, 20, 35, 60])
  let unit = numbers.pick(["USD bn", "%", "agreements", "km", "KZT bn"])
  let isMonthly = numbers.next(0...5) == 0
  var year = numbers.next(1950...2015)
  let figures = (0..<count).flatMap { index -> [Figure] in
    year += numbers.next(0...6) == 0 ? numbers.next(2...5) : 1
    let period = isMonthly ? "2018-\(index % 12 < 9 ? "0" : "")\(index % 12 + 1)" : "\(year)"
    let main = figure(
      "f\(index)", value(&numbers, manner), period, unit: unit, qualifier: numbers.pick(Qualifier.allCases),
      status: numbers.pick([.actual, .actual, .actual, .target, .estimate, .derived]))
    guard !isMonthly, numbers.next(0...4) == 0 else { return [main] }
    return [
      main,
      figure("p\(index)", value(&numbers, manner), "\(year)-01/\(year)-0\(numbers.next(2...9))", unit: unit),
    ]
  }
  let shown = isMonthly ? Array(figures.prefix(12)) : figures
  return ChartDescription(.bars, figures: shown, highlighted: numbers.next(0...3) == 0 ? ["f0"] : [])
}

private func rows(_ numbers: inout Numbers) -> ChartDescription {
  let manner = numbers.next(0...6)
  let count = numbers.pick([1, 2, 3, 5, 9, 14, 30])
  return ChartDescription(
    .bars,
    figures: (0..<count).map { index in
      figure(
        "f\(index)", value(&numbers, manner), unit: numbers.pick(["USD m"]),
        qualifier: numbers.pick(Qualifier.allCases),
        status: numbers.pick(Status.allCases), label: numbers.pick(names))
    })
}

private func timeline(_ numbers: inout Numbers) -> ChartDescription {
  let count = numbers.pick([1, 2, 3, 5, 8, 13, 20, 30])
  return ChartDescription(
    .timeline(
      (0..<count).map { index in
        let year = numbers.next(1991...2019)
        let period =
          switch numbers.next(0...3) {
          case 0: "\(year)"
          case 1: "\(year)/\(year + numbers.next(1...4))"
          default: "\(year)-0\(numbers.next(1...9))"
          }
        return .init(
          period: Period(period) ?? Period(firstMonth: 24000, lastMonth: 24000),
          label: numbers.pick(names) + " \(index)", isHighlighted: numbers.next(0...6) == 0)
      }))
}

private func shares(_ numbers: inout Numbers) -> ChartDescription {
  var rest = 100
  var figures: [Figure] = []
  for index in 0..<numbers.next(1...5) where rest > 0 {
    let part = numbers.next(0...rest)
    rest -= part
    figures.append(
      figure(
        "s\(index)", "\(part)", unit: "%", qualifier: numbers.pick([.exact, .exact, .about, .moreThan]),
        status: numbers.pick([.actual, .actual, .estimate]), label: numbers.pick(names)))
  }
  return ChartDescription(.share, figures: figures)
}
