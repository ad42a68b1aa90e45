extension String {
  /// With a plus where a number is positive; the sign stands before it, after a qualifier.
  ///
  /// - Parameter isPositive: whether it is.
  /// - Returns: ">+2.5", "+$2 bn".
  public func signed(_ isPositive: Bool) -> String {
    guard isPositive, let digit = firstIndex(where: { $0.isNumber }) else { return self }
    // A currency's sign stays with its number.
    let start =
      self[..<digit].lastIndex { "≈<>≤≥\u{00A0} ".contains($0) }.map { index(after: $0) } ?? startIndex
    return self[..<start] + "+" + self[start...]
  }
}
