import Foundation

extension Figure {
  /// The same in another scale of its unit: $900 m in USD bn is $0.9 bn; as it is where the unit is that one already.
  ///
  /// - Parameter unit: what it should be in.
  /// - Returns: `nil` where the units measure different things.
  public func converted(to unit: Unit) -> Figure? {
    if self.unit.text == unit.text { return self }
    guard self.unit.dimension == unit.dimension else { return nil }
    var result = self
    result.value = value * self.unit.scale.factor / unit.scale.factor
    result.unit = unit
    // Decimals were written in the other scale.
    if case .decimals = precision { result.precision = nil }
    return result
  }

  /// The same with so many decimals shown, rounded or filled up with zeros; its value stays.
  ///
  /// - Parameter decimals: how many.
  /// - Returns: the figure as it is shown.
  public func shown(decimals: Int) -> Figure {
    var result = self
    result.precision = .fixed(decimals)
    return result
  }

  /// How many decimals are written, 0 where its digits are significant ones.
  public var writtenDecimals: Int {
    if case .decimals(let decimals) = precision { return max(decimals, value.decimalCount) }
    return precision == nil ? value.decimalCount : 0
  }

  /// The fewest decimals with which the value as shown differs from it by a two-hundredth at most.
  public var neededDecimals: Int {
    let most = value.decimalCount
    return (0..<max(most, 1)).first { decimals in
      let error = (value.rounded(decimals: decimals) - value).magnitude
      return error * 200 <= value.magnitude
    } ?? most
  }
}
