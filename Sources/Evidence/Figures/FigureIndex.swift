import Foundation

/// Where the figures of a table stand, by their ids and by their values.
struct FigureIndex: Hashable, Sendable {
  private struct Place: Hashable, Sendable {
    /// The magnitude of a value as it is said in full ("2.5 billion": 2,500,000,000), near enough to look it up by.
    var size: Double
    var index: Int
  }

  /// Of figures with equal ids, the first.
  let ids: [String: Int]
  /// From the smallest to the largest.
  private let places: [Place]
  /// Those that texts may state in another unit: "36 months" for 3 years.
  private let convertible: [Int]

  init(_ figures: [Figure]) {
    ids = Dictionary(figures.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    places = figures.indices.map { index in
      Place(size: Self.size(figures[index].value * figures[index].unit.factor), index: index)
    }.sorted { ($0.size, $0.index) < ($1.size, $1.index) }
    convertible = figures.indices.filter { figures[$0].unit.kind.isConvertible }
  }

  /// Ascending; `nil` where any could be meant: a part or a multiple is rounded as each figure is.
  func candidates(for mention: NumberMention) -> [Int]? {
    switch mention.form {
    case .share, .multiple: return nil
    case .amount where mention.isMultiple: return nil
    case .amount, .name, .year, .ordinal: break
    }
    let said = [mention.value, mention.alternative].compactMap { $0 }
    return Set(said.flatMap { indices(near: Self.size($0)) } + convertible).sorted()
  }

  private func indices(near size: Double) -> [Int] {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].size < size * (1 - 1e-9) { low = middle + 1 } else { high = middle }
    }
    return places[low...].prefix { $0.size <= size * (1 + 1e-9) }.map(\.index)
  }

  private static func size(_ value: Decimal) -> Double { value.magnitude.double }
}

extension Unit.Kind {
  fileprivate var isConvertible: Bool {
    switch self {
    case .measure, .time: true
    case .count(_, let plural): NumberMention.basisPoints.contains(plural)
    case .percent, .currency, .plain: false
    }
  }
}
