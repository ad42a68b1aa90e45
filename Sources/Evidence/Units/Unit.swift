/// What a figure counts or measures, as written in figures.csv ("USD bn", "%", "agreements", "km").
public struct Unit: Sendable {
  public let text: String
  public let kind: Kind
  public let scale: Scale

  public init(_ text: String) {
    self.text = text
    (kind, scale) = Self.meaning(of: text)
  }

  /// What lies between 4% and 6%.
  public static let percentagePoints = Unit("percentage points")
}

extension Unit: Hashable {
  public static func == (a: Unit, b: Unit) -> Bool { a.text == b.text }
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
