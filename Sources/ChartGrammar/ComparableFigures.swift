import Evidence
import struct Foundation.Decimal

/// Makes the figures of one chart alike where they say the same in different ways: in one scale of their unit, and with
/// one number of decimals.
public struct ComparableFigures {
  private let unit: Unit?
  private let decimals: Int?

  /// - Parameters:
  ///   - figures: all of a chart, its targets and reference lines too.
  ///   - keepsDigits: whether none is rounded, as in a table: then all have the decimals that most are written with.
  public init(_ figures: [Figure], keepsDigits: Bool = false) {
    let unit = Self.commonUnit(of: figures)
    self.unit = unit
    let scaled = figures.map { figure in unit.flatMap(figure.converted) ?? figure }
    decimals = keepsDigits ? Self.writtenDecimals(of: scaled) : Self.commonDecimals(of: scaled)
  }

  /// As the chart shows it; units that measure another thing stay.
  ///
  /// - Parameter figure: one of the chart's.
  /// - Returns: the figure in the chart's scale and decimals.
  public func shown(_ figure: Figure) -> Figure {
    let scaled = unit.flatMap(figure.converted) ?? figure
    guard let decimals, Self.isPlain(scaled) else { return scaled }
    return scaled.shown(decimals: decimals)
  }

  /// That of most figures; of two the one that comes first.
  private static func commonUnit(of figures: [Figure]) -> Unit? {
    var counts: [(unit: Unit, count: Int)] = []
    for figure in figures {
      if let index = counts.firstIndex(where: { $0.unit == figure.unit }) {
        counts[index].count += 1
      } else {
        counts.append((figure.unit, 1))
      }
    }
    guard counts.count > 1 else { return nil }
    let most = counts.map(\.count).max()
    return counts.first { $0.count == most }?.unit
  }

  /// As many as their most exact value needs, where most are written with that many; `nil` where each stays as it is
  /// written. Values of very different sizes would have digits that say nothing.
  private static func commonDecimals(of figures: [Figure]) -> Int? {
    let plain = figures.filter(isPlain)
    let sizes = plain.map(\.value.magnitude).filter { !$0.isZero }
    guard plain.count > 1, let least = sizes.min(), let greatest = sizes.max(), greatest < least * 1000 else {
      return nil
    }
    let needed = plain.map(\.neededDecimals).max() ?? 0
    let written = plain.count { $0.writtenDecimals >= needed }
    return written * 2 > plain.count ? needed : nil
  }

  /// As many as the longest is written with, where most are; what is computed has as many as the others.
  private static func writtenDecimals(of figures: [Figure]) -> Int? {
    let written = figures.filter { isPlain($0) && $0.formula == nil }.map(\.writtenDecimals)
    guard let most = written.max() else { return commonDecimals(of: figures) }
    return written.count { $0 == most } * 2 > written.count ? most : nil
  }

  /// What claims to be about a value claims no decimals, and a goal is set as it is.
  private static func isPlain(_ figure: Figure) -> Bool {
    if case .significantDigits = figure.precision { return false }
    return figure.qualifier == .exact && figure.status != .target
  }
}
