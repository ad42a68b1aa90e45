import Evidence
import struct Foundation.Decimal

extension ChartDescription {
  /// What a scatter chart measures: two things of each point, and a third by its area.
  public struct Scatter: Hashable, Sendable {
    /// What is measured along an axis, or by an area.
    public struct Measure: Hashable, Sendable {
      public var title: String
      public var figures: [Figure]
      /// Where the axis begins; where nothing is said, it follows from the values.
      public var start: Decimal?

      public init(title: String, figures: [Figure], start: Decimal? = nil) {
        self.title = title
        self.figures = figures
        self.start = start
      }

      /// "Wages, EUR k, 2020": with the unit, and the period that most of the figures are of.
      public var titleInWords: String {
        let unit = figures.first?.unit.text ?? ""
        return ([title, unit] + [period?.words(short: true)].compactMap(\.self)).filter { !$0.isEmpty }
          .joined(separator: ", ")
      }

      /// That of most; of two the earlier one in the list.
      public var period: Period? {
        let periods = figures.compactMap(\.period)
        let counts = Dictionary(periods.map { ($0, 1) }, uniquingKeysWith: +)
        let most = counts.values.max()
        return periods.first { counts[$0] == most }
      }
    }

    public var x: Measure
    public var y: Measure
    public var size: Measure?

    public init(x: Measure, y: Measure, size: Measure? = nil) {
      self.x = x
      self.y = y
      self.size = size
    }

    var measures: [Measure] { [x, y] + [size].compactMap(\.self) }

    /// By what the figures of one thing are known as such: by their labels, or where these say what is measured by who
    /// reports them.
    var trait: Series.Trait {
      measures.contains { measure in
        measure.figures.count > 1 && Set(measure.figures.map(\.label)).count == 1
          && Set(measure.figures.map(\.reporter)).count == measure.figures.count
      } ? .reporter : .label
    }
  }

  /// A thing with its figures.
  public struct ScatterPoint: Hashable, Sendable {
    public var name: String
    public var x: Figure
    public var y: Figure
    public var size: Figure?

    public var figures: [Figure] { [x, y] + [size].compactMap(\.self) }
  }

  public var scatter: Scatter? {
    if case .scatter(let scatter) = kind { scatter } else { nil }
  }

  /// Of a scatter chart: what has a place on both axes, in the order of the first. Figures of another time than the axis
  /// says have theirs after the name.
  public var points: [ScatterPoint] {
    guard let scatter else { return [] }
    let trait = scatter.trait
    func known(_ measure: Scatter.Measure?) -> [String: Figure] {
      let named = (measure?.figures ?? []).map { (trait.name(of: $0), $0) }
      return Dictionary(named, uniquingKeysWith: { first, _ in first })
    }
    let (ys, sizes) = (known(scatter.y), known(scatter.size))
    return scatter.x.figures.compactMap { x in
      let name = trait.name(of: x)
      guard let y = ys[name] else { return nil }
      let size = sizes[name]
      let others = zip([x, y] + [size].compactMap(\.self), scatter.measures).compactMap { figure, measure in
        figure.period == measure.period ? nil : figure.words(.periodShort)
      }
      var seen = Set<String>()
      let dates = others.filter { !$0.isEmpty && seen.insert($0).inserted }
      return ScatterPoint(
        name: dates.isEmpty ? name : "\(name) (\(dates.joined(separator: ", ")))", x: x, y: y, size: size)
    }
  }
}
