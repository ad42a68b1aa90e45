import Diagnostics

/// Conversion between the units of paper and the PDF point (1/72 inch), in which all geometry is kept.
public enum Length {
  public static let pointsPerInch = 72.0
  public static let pointsPerMillimetre = pointsPerInch / 25.4

  /// Millimetres as points.
  public static func mm(_ value: Double) -> Double { value * pointsPerMillimetre }

  /// Reads "12 mm", "1.2cm", "9.4 pt" or "0.5 in".
  ///
  /// - Returns: points, or `nil` if the text is no number with one of these units.
  public static func parse(_ text: String) -> Double? {
    let trimmed = text.filter { !$0.isWhitespace }
    for (unit, factor) in [
      ("mm", pointsPerMillimetre), ("cm", 10 * pointsPerMillimetre), ("in", pointsPerInch), ("pt", 1),
    ]
    where trimmed.hasSuffix(unit) {
      guard let number = Double(plain: trimmed.dropLast(unit.count)) else { return nil }
      return number * factor
    }
    return nil
  }
}
