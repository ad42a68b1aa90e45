/// What a figure counts or measures, as written in figures.csv ("USD bn", "%", "agreements", "km").
public struct Unit: Hashable, Sendable {
  public var text: String

  public init(_ text: String) { self.text = text }

  /// What lies between 4% and 6%.
  public static let percentagePoints = Unit("percentage points")
}
